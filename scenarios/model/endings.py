"""Endings: the accident, how it is averted, the look back and the debrief."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenarios.model.basics import Metres, OptionRef, Part, Point, Seconds, StandardName, Text
from scenarios.model.conditions import Condition
from scenarios.model.steps import TimedActions


class Replay(Part):
    """The third-person look back: a fixed eye, a target, what is drawn, what is said."""

    eye: Annotated[list[Metres], Field(min_length=3, max_length=3)]
    look_at: Annotated[list[Metres], Field(min_length=3, max_length=3)]
    caption: Text
    lines: Annotated[list[Annotated[list[Point], Field(min_length=2, max_length=20)]], Field(max_length=6)] = []


class Accident(Part):
    """The accident: when it happens, what stops it, how it runs, how it is explained.

    At scene time ``at`` the accident runs unless ``unless`` holds, and then it is averted.
    Choosing one of ``at_once`` starts it at that moment.
    """

    chain: Text
    at: Seconds
    unless: Condition
    at_once: Annotated[list[OptionRef], Field(max_length=10)] = []
    steps: Annotated[list[TimedActions], Field(min_length=1, max_length=30)]
    prevention: Text
    replay: Replay


class Averted(Part):
    """The calm end when the accident was averted."""

    steps: Annotated[list[TimedActions], Field(min_length=1, max_length=30)]


class Debrief(Part):
    text: Text
    right_way: Annotated[list[Text], Field(min_length=1, max_length=8)]
    """The right way to do it, step by step; walked through after an accident."""
    first_aid: Text
    standards: Annotated[list[StandardName], Field(min_length=1, max_length=12)]
