"""A screen without pictures: the session runs in this process and things are pointed at by name.

For machines that cannot draw, and for tests. What it says has the same shape as what a drawing
display says; ``things`` stands in for the picture.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import scenarios
from common.clock import Clock
from kiosk.screen import Message
from scenarios.model import Scenario
from scenarios.own_models import prop_entry
from sim.display.intents import carry_out
from sim.display.lines import lines
from sim.log.events import Header
from sim.play_live import LiveSession
from sim.session.things import owner_of
from sim.session.wheel import choices, deeds_on
from sim.state import SceneState

TICK_S = 0.1


class PlainScreen:
    """Plays one session at a time, ten ticks a second."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._live: LiveSession | None = None
        self._answers: asyncio.Queue[Message] = asyncio.Queue()

    async def start(self) -> None:
        """Nothing has to be brought up."""

    async def prepare(self, scenario_path: Path, pictures: Path | None = None) -> AsyncIterator[float]:
        """Nothing has to be built."""
        yield 1.0

    async def begin(self, scenario_path: Path, header: Header, log_path: Path) -> None:
        """Play a new session, or go on with the one in an unfinished log."""
        scenario = (await asyncio.to_thread(scenarios.load, scenario_path)).scenario
        if log_path.exists():
            self._live = LiveSession.resume(log_path, scenario, self._clock)
        else:
            self._live = LiveSession(scenario, header, log_path, self._clock)

    def send(self, intent: dict[str, Any]) -> None:
        """Do what the trainee asks."""
        live = self._live
        if live is None or live.ended:
            return
        if intent["kind"] == "name":
            self._answers.put_nowait(_pointed(live, intent["thing"]))
        else:
            carry_out(live, intent)

    async def next_frame(self, after: int) -> tuple[int, bytes]:
        """There is never a picture."""
        await asyncio.Event().wait()
        raise AssertionError("nobody sets this event")

    async def messages(self) -> AsyncIterator[Message]:
        """How things stand, at every tick, until the session has ended."""
        live = self._live
        if live is None:
            return
        while not live.ended:
            live.tick()
            yield hud(live.session.scenario, live.state())
            try:
                yield await asyncio.wait_for(self._answers.get(), TICK_S)
            except TimeoutError:
                continue
        yield {"type": "ended"}

    async def close(self) -> None:
        """Leave the session where it is."""
        if self._live is not None:
            self._live.close()


def hud(scenario: Scenario, state: SceneState) -> Message:
    """What a page shows over the picture, as plain data."""
    return {
        "type": "hud",
        "phase": state.phase,
        "outcome": state.outcome,
        "paused": state.paused,
        "captions": lines(state),
        "decision": asdict(state.decision) if state.decision else None,
        "exercise": asdict(state.exercise) if state.exercise else None,
        "redo": asdict(state.redo) if state.redo else None,
        "found": list(state.flagged),
        "false_alarms": state.false_alarms,
        "progress": min(1.0, state.scene_time / scenario.accident.at),
        "sounds": [asdict(each) for each in state.sounds],
        "eye": list(state.trainee.eye),
        "haptic": state.haptic,
        "view": {"h": state.trainee.heading, "p": state.trainee.pitch},
        "standpoints": [
            {"index": index, "here": index == state.trainee.standpoint} for index in range(len(scenario.standpoints))
        ],
        "things": [{"id": name, "name": _name(scenario, name)} for name in sorted(state.things)],
    }


def _pointed(live: LiveSession, thing: str) -> Message:
    scenario = live.session.scenario
    target = thing if owner_of(scenario, thing) is not None else ""
    seed, offered = live.session.seed, live.session.offered_deeds
    return {
        "type": "pointed",
        "target": target,
        "choices": list(choices(scenario, target, seed)),
        "deeds": list(deeds_on(scenario, target, offered, seed)),
    }


def _name(scenario: Scenario, thing: str) -> dict[str, str]:
    """What a thing is called: an actor has a name, a prop its kind's."""
    if thing in scenario.actors:
        return scenario.actors[thing].name.model_dump()
    entry = prop_entry(owner_of(scenario, thing).prop)
    return {"zh": entry.zh, "en": entry.en} if entry else {"zh": thing, "en": thing}
