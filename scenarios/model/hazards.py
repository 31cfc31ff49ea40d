"""Hazards and lures: what is to be found, and what only looks like it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.model.actions import Actions
from scenarios.model.basics import Metres, Part, Seconds, StandardName, Text, ThingName

HazardClass = Literal[
    "人/心理生理", "人/行为性", "物/物理性", "物/化学性", "物/生物性",
    "环/室内", "环/室外", "环/地下", "环/其他",
    "管/机构人员", "管/责任制", "管/制度", "管/投入", "管/应急",
]  # fmt: skip
"""GB/T 13861-2022: factors of people, things, environment and management."""

Problem = Literal[
    "live-electricity", "damaged-or-missing", "can-fall", "blocked-or-misplaced",
    "unsafe-act", "no-protection", "no-record-or-sign", "unfit-person",
    "leak-or-omen",
]  # fmt: skip
"""What a trainee says is wrong when flagging; the wheel offers some of these."""

LikelihoodL = Literal[10, 6, 3, 1, 0.5, 0.2, 0.1]
ExposureE = Literal[10, 6, 3, 2, 1, 0.5]
ConsequenceC = Literal[100, 40, 15, 7, 3, 1]


class LEC(Part):
    """作业条件危险性评价法: D = L x E x C, all from the standard scales."""

    L: LikelihoodL
    E: ExposureE
    C: ConsequenceC

    @property
    def D(self) -> float:  # noqa: N802 - the method's own letter
        return self.L * self.E * self.C


class Focus(Part):
    """Where on a large thing the cue is: a point in the target's own frame (x to its right seen from
    behind, y to its front, z up, from the middle of its footprint) and how much round it to show."""

    at: Annotated[list[Metres], Field(min_length=3, max_length=3)]
    size: Annotated[float, Field(ge=0.1, le=20)] = 0.6


class Hazard(Part):
    """Something wrong that the trainee should see and flag while its window is open."""

    target: ThingName
    label: Text
    cue: Text
    """The visible state that gives it away."""
    why: Text
    """Why it is dangerous and what is right; shown in the debrief."""
    class_: Annotated[HazardClass, Field(alias="class")]
    problem: Problem
    window: Annotated[list[Seconds], Field(min_length=2, max_length=2)]
    lec: LEC
    severity: Annotated[int, Field(ge=1, le=5)]
    focus: Focus | None = None
    """For pictures: where on the target to look, when that is not the whole of it."""
    key: bool = False
    """In the causal chain of the accident."""
    latent: bool = False
    """Scored by detection alone, not by how soon."""
    standards: Annotated[list[StandardName], Field(max_length=5)] = []
    corrected: Actions = []
    """What is put right in the scene once it is flagged."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="after")
    def _window_opens_before_it_closes(self) -> Hazard:
        if self.window[0] >= self.window[1]:
            raise PydanticCustomError("window_order", "the window must open before it closes")
        return self


class Lure(Part):
    """Something that looks suspicious and is right; flagging it is a false alarm."""

    target: ThingName
    label: Text
    why: Text
