"""Measure: the points of each hazard, by when it was flagged and what was said of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scenarios.model import Actions, Deed, Hazard, Option
from scoring.formula import FULL_POINTS, HAZARDS_PART, INPUT_LAG, WRONG_REASON_LEAVES, Band, band
from scoring.played import Played, exact
from sim.session import FOUND_KINDS, Happening

Status = Literal["found", "wrong_reason", "missed", "not_shown", "taken_away"]
"""``not_shown``: its window had not opened when the accident was averted. ``taken_away``: a right answer
removed it before a fifth of its window was over. Neither counts."""


@dataclass(frozen=True)
class HazardPoints:
    """One hazard's result. ``points`` is out of ``FULL_POINTS``; times are scene seconds."""

    id: str
    status: Status
    band: Band
    weight: int
    flagged_at: Fraction | None
    response: Fraction | None
    """Seconds from the window's opening, the lag of the input taken off."""
    fifth: int | None
    points: Fraction

    @property
    def counts(self) -> bool:
        return self.status in ("found", "wrong_reason", "missed")

    @property
    def found(self) -> bool:
        return self.status in FOUND_KINDS


def hazard_points(played: Played) -> tuple[HazardPoints, ...]:
    """The result of every hazard, in the order of the scenario."""
    flags = {happening.subject: happening for happening in played.of_kind(*FOUND_KINDS)}
    lag = INPUT_LAG[played.header.input]
    return tuple(
        _found(name, hazard, flags[name], lag) if name in flags else _not_found(name, hazard, played)
        for name, hazard in played.scenario.hazards.items()
    )


def _found(name: str, hazard: Hazard, flag: Happening, lag: Fraction) -> HazardPoints:
    opens, closes = (exact(edge) for edge in hazard.window)
    flagged_at = exact(flag.scene_time)
    response = max(Fraction(0), flagged_at - opens - lag)
    fifth = math.floor(FULL_POINTS * response / (closes - opens))
    points = Fraction(FULL_POINTS if hazard.latent else FULL_POINTS - fifth)
    if flag.kind == "wrong_reason":
        points *= WRONG_REASON_LEAVES
    return HazardPoints(name, flag.kind, *band(hazard.lec.D), flagged_at, response, fifth + 1, points)


def _not_found(name: str, hazard: Hazard, played: Played) -> HazardPoints:
    status: Status = "missed"
    if played.outcome == "averted" and exact(hazard.window[0]) >= played.scene_end:
        status = "not_shown"
    elif _taken_away(hazard, played):
        status = "taken_away"
    return HazardPoints(name, status, *band(hazard.lec.D), None, None, None, Fraction(0))


def _taken_away(hazard: Hazard, played: Played) -> bool:
    """Whether a right answer or deed in the scene put an end to it within the first fifth of its window."""
    opens, closes = (exact(edge) for edge in hazard.window)
    for it in played.of_kind("answered", "did"):
        done = _what_was_done(it, played)
        early = opens <= exact(it.scene_time) <= opens + (closes - opens) / FULL_POINTS
        if done.right and early and _act_on(done.do, hazard.target):
            return True
    return False


def _what_was_done(it: Happening, played: Played) -> Option | Deed:
    if it.kind == "did":
        return played.scenario.deeds[it.subject]
    return played.scenario.decisions[it.subject].options[it.detail]


def _act_on(actions: Actions, target: str) -> bool:
    touched = set()
    for action in actions:
        touched |= {part.who for part in (action.move, action.pose) if part}
        touched |= {action.state.prop} if action.state else set()
    return target in touched


def hazards_share(hazards: tuple[HazardPoints, ...]) -> Fraction | None:
    """What part of its points the hazards' half of the score earns, 0..1; None when none counts."""
    whole = sum(hazard.weight for hazard in hazards if hazard.counts)
    earned = sum(hazard.weight * hazard.points / FULL_POINTS for hazard in hazards if hazard.counts)
    return Fraction(earned) / whole if whole else None


def full_share(hazard: HazardPoints, hazards: tuple[HazardPoints, ...], part: Fraction = HAZARDS_PART) -> Fraction:
    """How many points of the total this hazard could earn."""
    whole = sum(other.weight for other in hazards if other.counts)
    return part * hazard.weight / whole if hazard.counts else Fraction(0)
