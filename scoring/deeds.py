"""What the hands did: deeds and exercises. Told in the explanation; no points depend on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scoring.played import Played
from sim.session import Following


@dataclass(frozen=True)
class DeedResult:
    """A deed that was done, or one that is part of the right way and was not. ``at`` is scene seconds."""

    id: str
    status: Literal["right", "wrong", "not_done"]
    at: float | None


@dataclass(frozen=True)
class ExerciseResult:
    """An exercise that was begun; ``unfinished`` when the session was left meanwhile."""

    id: str
    status: Literal["kept", "not_kept", "unfinished"]


def deeds(played: Played) -> tuple[DeedResult, ...]:
    """The deeds done, in the order of their doing, then the right ones that were left; those of an ending that
    did not come about are no part of it."""
    done = {it.subject: DeedResult(it.subject, it.detail, it.scene_time) for it in played.of_kind("did")}
    ending = None if played.outcome == "stopped" else played.outcome
    right = Following(played.scenario).right_deeds(played.scenario, ending)
    return (*done.values(), *(DeedResult(name, "not_done", None) for name in right if name not in done))


def exercises(played: Played) -> tuple[ExerciseResult, ...]:
    """The exercises begun, in their order."""
    ended = {it.subject: it.kind for it in played.of_kind("kept", "not_kept")}
    begun = [it.subject for it in played.of_kind("exercise")]
    return tuple(ExerciseResult(name, ended.get(name, "unfinished")) for name in begun)
