"""How a draft goes when a script plays it, for the bench's chart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

import scenarios
from common.text import Lang
from scenarios.model import Scenario
from scoring import score
from sim.timeline import Row, Timeline, scored_timeline
from sim.trainees import ScriptedName

Message = dict[str, Any]


def course_of(path: Path, trainee: ScriptedName, seed: int, lang: Lang) -> Message:
    """The moments of a played session, and when each hazard can be found, all in seconds of the session.

    Raises:
        DataError: the file has faults.
    """
    scenario = scenarios.load(path).scenario
    played = scored_timeline(scenario, trainee, score, seed)
    return {
        "trainee": trainee,
        "seconds": round(played.seconds, 2),
        "outcome": played.outcome,
        "score": round(played.verdict.total, 1),
        "passed": played.verdict.passed,
        "rows": [
            {"time": row.time, "kind": row.kind, "subject": row.subject, "text": getattr(row.text, lang)}
            for row in played.rows
        ],
        "windows": _windows(scenario, played, lang),
    }


def _windows(scenario: Scenario, played: Timeline, lang: Lang) -> list[Message]:
    """When each hazard can be found, and when it was."""
    found = {row.subject: row.time for row in played.rows if row.kind in ("found", "wrong_reason")}
    return [
        {
            "hazard": name,
            "label": getattr(hazard.label, lang),
            "key": hazard.key,
            "from": _session_time(played.rows, hazard.window[0]),
            "to": _session_time(played.rows, hazard.window[1]),
            "found": found.get(name),
        }
        for name, hazard in scenario.hazards.items()
    ]


def _session_time(rows: list[Row], scene_time: float) -> float:
    """The session's time at a time of the scene, which stands still now and then."""
    known = {0.0: 0.0} | {row.scene_time: row.time for row in rows}
    scene = sorted(known)
    return round(float(np.interp(scene_time, scene, [known[each] for each in scene])), 2)
