"""A station with the real player in the mock headset: handed out, shown, mirrored, stopped by the crew, completed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

import pytest

from common.clock import SystemClock
from kiosk.remote.link import Link
from kiosk.remote.membership import pair
from kiosk.remote.provision import Provision
from kiosk.remote.remote_station import RemoteStation
from kiosk.remote.session_logs import SessionLogs
from sim.display.headset.player import HeadsetPlayer
from sim.render.graphics import Graphics
from sim.world.bake import baked_light
from tests.kiosk.headset_network import VanSide
from tests.sim.small_world import SmallLibrary
from tests.xr.mock_runtime import MockRuntime

SCENARIO = "electrocution-temporary-power"
LONGEST = 6000
"""Frames; nothing takes as many."""
RAYS, MORE_RAYS, LAMP_PLACES = 1, 4, 1
"""The light of the whole scenario is baked here, and nobody looks at it. No other light of so few rays is kept."""


class Station:
    """The station's program in this thread, which owns the graphics."""

    def __init__(self, folder: Path, van: VanSide, player: HeadsetPlayer) -> None:
        belongs = pair(folder, f"http://127.0.0.1:{van.port}", van.do(van.headsets.pairing.offer))
        logs, provision = SessionLogs(folder / "sessions"), Provision(folder / "scenarios")
        self.said: list[str] = []
        self.link = Link(belongs.membership, belongs.address, logs, provision, self._look, Random(1))
        self._station = RemoteStation(
            player, self.link, logs, provision, SystemClock(), lambda what, fault: self.said.append(what)
        )
        self.link.open()

    async def _look(self, not_at: str) -> str | None:
        return None

    def until(self, what: Callable[[], object]) -> object:
        """Frame after frame until it is so."""
        for _ in range(LONGEST):
            self._station.step()
            if got := what():
                return got
        raise AssertionError("it did not come to pass")


@pytest.fixture
def van(tmp_path: Path) -> Iterator[VanSide]:
    (tmp_path / "van").mkdir()
    van = VanSide(tmp_path / "van", [SCENARIO])
    yield van
    van.stop()


@pytest.fixture
def player(runtime: MockRuntime, graphics: Graphics, monkeypatch: pytest.MonkeyPatch) -> Iterator[HeadsetPlayer]:
    monkeypatch.setattr("sim.world.bake.MORE_RAYS", MORE_RAYS)
    monkeypatch.setattr("sim.world.bake.LAMP_PLACES", LAMP_PLACES)
    monkeypatch.setattr("sim.display.headset.loading.baked_light", partial(baked_light, rays=RAYS))
    runtime.set(width=64, height=64)
    runtime.device("right", "touch")
    with ThreadPoolExecutor(1) as builder:
        player = HeadsetPlayer(graphics, library=SmallLibrary(), builder=builder)
        yield player
        player.close()


@pytest.fixture
def station(van: VanSide, player: HeadsetPlayer, tmp_path: Path) -> Iterator[Station]:
    station = Station(tmp_path / "headset", van, player)
    yield station
    station.link.close()


def test_the_crew_sees_a_session_and_ends_it(
    van: VanSide, station: Station, player: HeadsetPlayer, runtime: MockRuntime
) -> None:
    place = van.headsets.places["VR-1"]
    station.until(lambda: place.free)
    status = place.status
    assert (status.headset, status.runtime, status.refresh_hz) == ("Mock headset", "Mock runtime", 90)
    assert status.worn and status.controllers == ("touch",)

    van.do(lambda: van.headsets.hand_out(place, "anonymous", SCENARIO, "zh"))
    session = place.station.visit.session
    station.until(lambda: place.status.session == session and place.status.doing == "playing")
    pictures: list[bytes] = []
    looking = threading.Thread(target=lambda: pictures.append(van.watch(place, 0)[1]))
    looking.start()
    station.until(lambda: pictures)
    looking.join()
    assert pictures[0].startswith(b"\xff\xd8")

    runtime.wear(False)
    station.until(lambda: not place.status.worn)
    runtime.wear(True)
    station.until(lambda: place.status.worn)
    van.do(lambda: van.headsets.stop(place))
    completion = station.until(lambda: van.outbox.completion(session))
    assert (completion.outcome, completion.input, completion.station) == ("stopped", "ray", "VR-1")
    station.until(lambda: place.free and place.status.doing == "waiting")
    assert station.said == ["connected", "playing", "ended"]
