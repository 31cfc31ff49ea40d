"""What came of the trainee's doings: derived events, never logged, always computed again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HappeningKind = Literal[
    "step",
    "asked",
    "answered",
    "timed_out",
    "found",
    "wrong_reason",
    "repeat",
    "not_yet",
    "late",
    "lure",
    "nothing",
    "missed",
    "accident",
    "averted",
    "debrief",
    "redo",
    "redo_step",
    "redo_finished",
    "stopped",
    "done",
]
"""``found`` and ``wrong_reason`` are hazards found, the second with the wrong problem named. ``repeat``
is a thing flagged before, ``not_yet`` and ``late`` a hazard outside its window: none of the three is
held against the trainee. ``lure`` and ``nothing`` are false alarms. ``missed`` is a window that closed."""

FLAG_KINDS: tuple[HappeningKind, ...] = ("found", "wrong_reason", "repeat", "not_yet", "late", "lure", "nothing")
FOUND_KINDS: tuple[HappeningKind, ...] = ("found", "wrong_reason")
FALSE_ALARM_KINDS: tuple[HappeningKind, ...] = ("lure", "nothing")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened at a session time and a scene time, both in seconds.

    ``subject`` is the hazard, decision, step or thing concerned; ``detail`` the option chosen, the
    problem named, or what brought the accident about (``time``, or the ``decision.option``).
    """

    kind: HappeningKind
    session_time: float
    scene_time: float
    subject: str = ""
    detail: str = ""
