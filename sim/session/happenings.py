"""What came of the trainee's doings: derived events, never logged, always computed again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HappeningKind = Literal[
    "step",
    "asked",
    "answered",
    "timed_out",
    "did",
    "exercise",
    "kept",
    "not_kept",
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
held against the trainee. ``lure`` and ``nothing`` are false alarms. ``missed`` is a window that closed.
``did`` is a deed, ``exercise`` one that began and ``kept`` or ``not_kept`` how it came out."""

FLAG_KINDS: tuple[HappeningKind, ...] = ("found", "wrong_reason", "repeat", "not_yet", "late", "lure", "nothing")
FOUND_KINDS: tuple[HappeningKind, ...] = ("found", "wrong_reason")
FALSE_ALARM_KINDS: tuple[HappeningKind, ...] = ("lure", "nothing")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened at a session time and a scene time, both in seconds.

    ``subject`` is the hazard, decision, deed, exercise, step or thing concerned; ``detail`` the option chosen,
    the problem named, ``right`` or ``wrong`` of a deed, or what brought the accident about (``time``, the
    ``decision.option``, the deed, or ``storyboard``).
    """

    kind: HappeningKind
    session_time: float
    scene_time: float
    subject: str = ""
    detail: str = ""
