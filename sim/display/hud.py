"""What the page over the picture shows, as a plain message."""

from __future__ import annotations

import math
from typing import Any

from sim.render.camera import View
from sim.session.stance import EYE_HEIGHT
from sim.state import SceneState, SoundState
from sim.world.compose import World

FEET = 0.15
"""Arrows to other standpoints lie so high over the ground there, in metres."""
WIDEST_PAN = 0.9


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
        "redo": _redo(state),
        "captions": [
            {
                "who": caption.who,
                "speaker": caption.speaker.model_dump() if caption.speaker else None,
                "text": caption.text.model_dump(),
                "age": caption.age,
            }
            for caption in state.captions
        ],
        "sounds": [_sound(sound, view) for sound in state.sounds],
        "haptic": state.haptic,
        "fade": list(state.fade) if state.fade else None,
        "standpoints": _standpoints(world, state, view, aspect),
    }


def _redo(state: SceneState) -> dict[str, Any] | None:
    redo = state.redo
    if redo is None:
        return None
    return {"index": redo.index, "count": redo.count, "kind": redo.kind, "target": redo.target, "hazard": redo.hazard}


def _sound(sound: SoundState, view: View) -> dict[str, Any]:
    return {
        "key": sound.key, "name": sound.name, "volume": heard_volume(sound, view), "age": sound.age,
        "loop": sound.loop, "pan": pan(sound, view),
    }  # fmt: skip


def pan(sound: SoundState, view: View) -> float:
    """From -1 (left) to 1 (right); 0 for a sound that is everywhere."""
    if sound.at is None:
        return 0.0
    x, y = sound.at[0] - view.eye[0], sound.at[1] - view.eye[1]
    distance = math.hypot(x, y)
    if distance < 0.3:
        return 0.0
    heading = math.radians(view.heading)
    return round(WIDEST_PAN * (x * math.cos(heading) + y * math.sin(heading)) / distance, 3)


def heard_volume(sound: SoundState, view: View) -> float:
    """Quieter with distance, never gone: what is told by a sound must be heard."""
    if sound.at is None:
        return sound.volume
    distance = math.dist(sound.at, view.eye)
    return round(sound.volume * max(0.25, min(1.0, 4.0 / max(distance, 0.1))), 3)


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
