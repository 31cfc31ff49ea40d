"""A visit in the mock headset, frame by frame: the headset, the desk and the session, without drawing each frame."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from common.clock import ManualClock
from common.comfort import Comfort
from common.text import Lang
from scenarios import LoadedScenario
from sim.display.headset.desk.frame_clock import FrameClock
from sim.display.headset.desk.headset_desk import HeadsetDesk
from sim.display.headset.desk.rig import Rig
from sim.display.headset.shown import Shown
from sim.play import header_of
from sim.play_live import LiveSession
from sim.state import SceneState
from sim.world.compose import World
from sim.world.picking import Picker
from sim.xr.headset import Headset
from tests.xr.photographing import Photographer

STARTED = datetime(2026, 1, 1, tzinfo=UTC)


class MockVisit:
    """One trainee's visit from the first panel to the last."""

    def __init__(
        self, headset: Headset, loaded: LoadedScenario, world: World, log: Path, *, seed: int, lang: Lang = "zh"
    ) -> None:
        self.headset, self.lang = headset, lang
        self.picker = Picker(world)
        clock = FrameClock(ManualClock())
        header = header_of(loaded, station="mock", lang=lang, seed=seed, kind="ray", started=STARTED)
        self.live = LiveSession(loaded.scenario, header, log, clock)
        self.desk = HeadsetDesk(world, self.picker, self.live, clock, Comfort(), lang, log=log)
        self.shown = Shown()

    @property
    def rig(self) -> Rig:
        return self.desk.rig

    @property
    def in_scene(self) -> bool:
        return self.desk.in_scene

    @property
    def ended(self) -> bool:
        return self.desk.ended

    def state(self) -> SceneState:
        return self.desk.state()

    def frame(self, photographer: Photographer | None = None) -> None:
        """One frame; without a photographer it shows nothing."""
        assert self.headset.wait()
        tracked = self.headset.locate()
        self.shown = self.desk.frame(tracked)
        for pulse in self.desk.pulses():
            self.headset.pulse(pulse.side, pulse.strength, pulse.seconds)
        drawn = photographer.draw(self.state(), self.shown, self.rig, tracked) if photographer else None
        self.headset.submit(drawn)
