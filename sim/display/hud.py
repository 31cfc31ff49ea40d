"""What the page over the picture shows, as a plain message."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sim.display.lines import lines
from sim.render.camera import View
from sim.session.stance import EYE_HEIGHT
from sim.state import SceneState
from sim.world.compose import World

FEET = 0.15
"""Arrows to other standpoints lie so high over the ground there, in metres."""


def hud(world: World, state: SceneState, view: View, aspect: float) -> dict[str, Any]:
    """All of ``state`` that a page shows over the picture ``view`` of this width by height."""
    scenario = world.scenario
    return {
        "type": "hud",
        "phase": state.phase,
        "paused": state.paused,
        "session_time": round(state.session_time, 3),
        "view": {"h": view.heading, "p": view.pitch},
        "progress": min(1.0, state.scene_time / scenario.accident.at) if scenario.accident.at else 1.0,
        "found": list(state.flagged),
        "total": len(scenario.hazards),
        "false_alarms": state.false_alarms,
        "outcome": state.outcome,
        "decision": {"id": state.decision.id, "left": state.decision.left} if state.decision else None,
        "exercise": asdict(state.exercise) if state.exercise else None,
        "redo": asdict(state.redo) if state.redo else None,
        "captions": lines(state),
        "sounds": [asdict(sound) for sound in state.sounds],
        "eye": list(view.eye),
        "haptic": state.haptic,
        "fade": list(state.fade) if state.fade else None,
        "standpoints": _standpoints(world, state, view, aspect),
    }


def _standpoints(world: World, state: SceneState, view: View, aspect: float) -> list[dict[str, Any]]:
    found = []
    here = state.trainee.standpoint
    for index in range(len(world.scenario.standpoints)):
        entry: dict[str, Any] = {"index": index, "here": index == here, "x": None, "y": None}
        if index != here:
            x, y, z = world.eye(index)
            point = view.picture_point((x, y, z - EYE_HEIGHT + FEET), aspect)
            if point is not None and 0.02 < point[0] < 0.98 and 0.02 < point[1] < 0.95:
                entry["x"], entry["y"] = (round(part, 4) for part in point)
        found.append(entry)
    return found
