"""The whole of a scenario file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scenarios.model.basics import Id, Name, Part, Text
from scenarios.model.decisions import Decision
from scenarios.model.deeds import Deed, Exercise
from scenarios.model.endings import Accident, Averted, Debrief
from scenarios.model.hazards import Hazard, Lure
from scenarios.model.steps import Step
from scenarios.model.things import Actor, Carried, Prop, Standpoint
from scenarios.names import Refers


class AccidentType(Part):
    """The accident type in both editions of the classification, since old records use the old one."""

    gb6441_2025: Annotated[Name, Refers("accident_2025")]
    gb6441_1986: Annotated[Name, Refers("accident_1986")]


class Scenario(Part):
    """A whole scenario file."""

    qianche: Literal[1]
    """Version of the scenario language."""
    id: Id
    version: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Which edition this is, counted up by the trainer's bench as it publishes one."""
    author: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    title: Text
    industry: Annotated[Name, Refers("industry")]
    accident_type: AccidentType
    setting: Text
    objective: Text
    content_warning: Text
    minutes: Annotated[float, Field(gt=0, le=30)]
    place: Annotated[Name, Refers("place")]
    ambience: Annotated[Name, Refers("ambience")] | None = None
    standpoints: Annotated[list[Standpoint], Field(min_length=1, max_length=12)]
    props: Annotated[dict[Name, Prop], Field(min_length=1, max_length=200)]
    actors: Annotated[dict[Name, Actor], Field(max_length=40)] = {}
    carried: Annotated[dict[Name, Carried], Field(max_length=4)] = {}
    """What the trainee has along."""
    hazards: Annotated[dict[Id, Hazard], Field(min_length=1, max_length=12)]
    lures: Annotated[list[Lure], Field(max_length=12)] = []
    decisions: Annotated[dict[Id, Decision], Field(max_length=6)] = {}
    deeds: Annotated[dict[Id, Deed], Field(max_length=12)] = {}
    exercises: Annotated[dict[Id, Exercise], Field(max_length=3)] = {}
    storyboard: Annotated[list[Step], Field(max_length=100)] = []
    accident: Accident
    averted: Averted
    debrief: Debrief
