"""Moments of a scenario that nobody plays: for pictures and proofs."""

from __future__ import annotations

from scenarios.model import Scenario
from sim.session import Session
from sim.state import SceneState

SMALLEST_STEP = 0.05
WINDOW_SHARES = (0.04, 0.3, 0.55, 0.8)


def at_scene_time(scenario: Scenario, scene_time: float) -> SceneState:
    """The scene as it is at ``scene_time`` when the trainee does nothing (decisions run out)."""
    session = Session(scenario)
    while session.scene_time < scene_time and not session.ended and session.phase == "scene":
        session.advance(session.time + max(SMALLEST_STEP, scene_time - session.scene_time))
    return session.state()


def after_accident(scenario: Scenario, seconds: float) -> SceneState:
    """The scene so many seconds after the accident began, when the trainee did nothing."""
    session = Session(scenario)
    while session.phase == "scene":
        moment = session.next_moment()
        if moment is None:
            break
        session.advance(moment)
    session.advance(session.time + seconds)
    return session.state()


def in_window(scenario: Scenario, hazard: str) -> list[SceneState]:
    """Some moments spread over a hazard's window, while the scene runs."""
    opens, closes = scenario.hazards[hazard].window
    closes = min(closes, scenario.accident.at - SMALLEST_STEP)
    return [at_scene_time(scenario, opens + share * (closes - opens)) for share in WINDOW_SHARES]
