"""A headset's station over a real network: plays what it is handed, and loses nothing however it is cut off."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from common.errors import EnvironmentLacks
from kiosk.headsets.handshake import new_nonce
from kiosk.headsets.messages import LINE_PATH, PROTOCOL, UNKNOWN, Challenge, Hello, log_path
from kiosk.headsets.place import HeadsetPlace
from kiosk.remote.membership import NoVan, PairingFailed, pair
from kiosk.remote.opening import Expelled, TakenOver
from scenarios.starter import starter
from sim import ENGINE
from tests.kiosk.fake_headset import PICTURE, FakeHeadset
from tests.kiosk.headset_network import StationSide, VanSide, Wire, free_port, wait_for

SCENARIO = "electrocution-temporary-power"
HALF = 12
"""So many moments are about half of a session."""


@pytest.fixture
def van(tmp_path: Path) -> Iterator[VanSide]:
    own = tmp_path / "own"
    own.mkdir()
    (own / "our-yard.yaml").write_text(starter("our-yard"), "utf-8")
    (tmp_path / "van").mkdir()
    van = VanSide(tmp_path / "van", [SCENARIO], own)
    yield van
    van.stop()


@pytest.fixture
def wire(van: VanSide) -> Iterator[Wire]:
    wire = Wire(van.port)
    yield wire
    wire.close()


@pytest.fixture
def new_station(van: VanSide, wire: Wire, tmp_path: Path) -> Iterator[Callable[[], StationSide]]:
    made: list[StationSide] = []

    def new() -> StationSide:
        code = van.do(van.headsets.pairing.offer)
        made.append(StationSide(tmp_path / f"headset-{len(made)}", wire.port, code))
        return made[-1]

    yield new
    for each in made:
        each.stop()


def place_of(van: VanSide, station: StationSide) -> HeadsetPlace:
    return van.headsets.places[station.name]


def hand_out(van: VanSide, station: StationSide, scenario: str = SCENARIO) -> str:
    """Let somebody play; the session."""
    place = place_of(van, station)
    wait_for(lambda: place.free)
    van.do(lambda: van.headsets.hand_out(place, "anonymous", scenario, "zh"))
    return place.station.visit.session


def comes_back(van: VanSide, station: StationSide, session: str) -> None:
    """The completion is there, and the result is shown."""
    wait_for(lambda: van.outbox.completion(session))
    wait_for(lambda: place_of(van, station).station.visit.stage == "result")
    wait_for(lambda: station.logs.waiting == ())


def test_a_session_from_hand_out_to_completion(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset())
    session = hand_out(van, station)
    comes_back(van, station, session)
    completion = van.outbox.completion(session)
    assert (completion.station, completion.outcome, completion.passed) == ("VR-1", "averted", True)
    status = wait_for(lambda: place_of(van, station).status)
    assert (status.headset, status.refresh_hz, status.worn) == ("Scripted headset", 90, True)
    assert station.headset.begun == [(session, True)]
    assert station.said == ["connected", "playing", "ended"]
    assert [path.stem for path in (station.folder / "sessions" / "delivered").iterdir()] == [session]
    again = hand_out(van, station)
    comes_back(van, station, again)
    assert van.outbox.count() == 2


def test_the_line_is_cut_in_the_middle(van: VanSide, wire: Wire, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    cut = False
    station.start(FakeHeadset(going=lambda done: done < HALF or cut))
    session = hand_out(van, station)
    place = place_of(van, station)
    progress = wait_for(lambda: place.status and place.status.progress)
    assert (progress.phase, progress.total) == ("scene", len(van_scenario(van).hazards))
    wire.cut()
    wait_for(lambda: place.line is None)
    cut = True
    wait_for(lambda: "ended" in station.said)
    assert van.outbox.count() == 0 and place.station.visit.stage == "play"
    wire.mend()
    comes_back(van, station, session)
    assert van.outbox.count() == 1
    assert station.headset.begun == [(session, True)], "the trainee noticed nothing"
    assert [each for each in station.said if each in ("connected", "cut", "alone")] == ["connected", "cut", "connected"]


@pytest.mark.parametrize("start", [1, 3])
def test_the_line_is_cut_after_any_number_of_bytes(
    van: VanSide, wire: Wire, new_station: Callable[[], StationSide], start: int
) -> None:
    """From the middle of the hand-out to the middle of the log's way, and once it is through."""
    station = new_station()
    station.start(FakeHeadset())
    sessions = []
    for count in (start * 10**power for power in range(1, 6)):
        place = place_of(van, station)
        wait_for(lambda place=place: place.free)
        wire.cut_after(count)
        van.do(lambda place=place: van.headsets.hand_out(place, "anonymous", SCENARIO, "zh"))
        sessions.append(place.station.visit.session)
        wait_for(lambda: not wire.whole or van.outbox.completion(sessions[-1]))
        wire.mend()
        comes_back(van, station, sessions[-1])
    assert [each.id for each in reversed(van.outbox.latest(10))] == sessions
    assert all(each.passed for each in van.outbox.latest(10))


def van_scenario(van: VanSide) -> object:
    import scenarios

    return scenarios.load(SCENARIO).scenario


def test_the_van_is_off_for_a_day_and_the_station_too(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    dark = False
    station.start(FakeHeadset(going=lambda done: done < HALF or dark))
    session = hand_out(van, station)
    wait_for(lambda: station.headset.begun)
    van.stop()
    dark = True
    wait_for(lambda: "ended" in station.said)
    station.stop()
    station.said.clear()
    station.start(FakeHeadset(), online=False)
    wait_for(lambda: station.said == ["alone"])
    station.stop()
    van.start()
    assert place_of(van, station).station.visit.session == session
    station.start(FakeHeadset())
    comes_back(van, station, session)
    assert van.outbox.count() == 1
    assert station.headset.begun == [], "it had ended"


def test_the_station_is_ended_in_the_middle_and_goes_on(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset(going=lambda done: done < HALF))
    session = hand_out(van, station)
    log = station.logs.path(session)
    wait_for(lambda: log.exists() and log.read_bytes().count(b"\n") > 3)
    station.stop()
    before = log.read_bytes()
    station.start(FakeHeadset())
    comes_back(van, station, session)
    assert station.headset.begun == [(session, False)]
    assert van.outbox.log(session).startswith(before)
    assert van.outbox.completion(session).passed
    assert van.outbox.count() == 1


def test_the_crew_stops_a_session(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset(going=lambda done: done < HALF))
    session = hand_out(van, station)
    wait_for(lambda: station.headset.begun)
    van.do(lambda: van.headsets.stop(place_of(van, station)))
    comes_back(van, station, session)
    assert van.outbox.completion(session).outcome == "stopped"


def test_the_crew_stops_a_session_whose_headset_is_away(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset(going=lambda done: done < HALF))
    session = hand_out(van, station)
    wait_for(lambda: station.headset.begun)
    station.stop()
    wait_for(lambda: place_of(van, station).line is None)
    van.do(lambda: van.headsets.stop(place_of(van, station)))
    station.start(FakeHeadset(going=lambda done: False))
    comes_back(van, station, session)
    assert van.outbox.completion(session).outcome == "stopped"


def test_a_scenario_of_the_vans_own_is_sent(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset("absent"))
    session = hand_out(van, station, "our-yard")
    comes_back(van, station, session)
    assert van.outbox.completion(session).scenario == "our-yard"
    (kept,) = (station.folder / "scenarios").glob("*/our-yard.yaml")
    assert kept.read_text("utf-8") == starter("our-yard")


def test_two_stations_at_once(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    first, second = new_station(), new_station()
    for each in (first, second):
        each.start(FakeHeadset())
    sessions = [hand_out(van, first), hand_out(van, second)]
    comes_back(van, first, sessions[0])
    comes_back(van, second, sessions[1])
    assert {each.station for each in van.outbox.latest(5)} == {"VR-1", "VR-2"}


def test_pictures_come_only_while_somebody_looks(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset())
    place = place_of(van, station)
    wait_for(lambda: place.status)
    assert station.headset.looks == 0
    number, picture = van.watch(place, 0)
    assert picture == PICTURE
    wait_for(lambda: not station.headset.mirror_wanted)
    assert van.watch(place, number)[0] > number


def test_a_log_that_was_spoilt_is_set_aside_and_the_crew_told(
    van: VanSide, wire: Wire, new_station: Callable[[], StationSide]
) -> None:
    station = new_station()
    cut = False
    station.start(FakeHeadset(going=lambda done: done < HALF or cut))
    session = hand_out(van, station)
    wait_for(lambda: station.headset.begun)
    wire.cut()
    cut = True
    wait_for(lambda: station.logs.waiting == (session,))
    log = station.logs.path(session)
    log.write_bytes(log.read_bytes().replace(b'"t":', b'"t": ', 1))
    wire.mend()
    wait_for(lambda: place_of(van, station).lost)
    assert place_of(van, station).station.visit.stage == "welcome"
    assert [path.stem for path in (station.folder / "sessions" / "refused").iterdir()] == [session]
    assert van.outbox.count() == 0


class Failing(FakeHeadset):
    """Its scene cannot be drawn."""

    def step(self) -> None:
        super().step()
        if self._moments is not None:
            self._log.close()
            self._moments = None
            self._said.append({"type": "failed", "error": EnvironmentLacks("display.errors.no_graphics")})


def test_a_session_that_cannot_be_played_is_ended_and_the_crew_told(
    van: VanSide, new_station: Callable[[], StationSide]
) -> None:
    station = new_station()
    station.start(Failing())
    session = hand_out(van, station)
    comes_back(van, station, session)
    assert van.outbox.completion(session).outcome == "stopped"
    assert station.said[-1] == "failed"
    hand_out(van, station)


def test_a_log_that_cannot_be_gone_on_with_is_set_aside(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset(going=lambda done: done < HALF))
    session = hand_out(van, station)
    wait_for(lambda: station.headset.begun)
    station.stop()
    log, beside = station.logs.path(session), station.logs.path(session).with_suffix(".feeling.json")
    log.write_bytes(log.read_bytes().replace(b"{", b"(", 1))
    beside.write_text("{}", "utf-8")
    station.start(FakeHeadset())
    comes = wait_for(lambda: station.headset.begun or van.outbox.completion(session))
    assert comes == [(session, True)], "the van hands it out again, from its beginning"
    comes_back(van, station, session)
    refused = station.folder / "sessions" / "refused"
    assert {path.name for path in refused.iterdir()} == {log.name, beside.name}


def test_a_forgotten_headset_ends_with_a_sentence(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset())
    van.do(lambda: van.headsets.forget(place_of(van, station)))
    fault = station.ends()
    assert isinstance(fault, Expelled) and "--code" in fault.message("zh")
    station.start(FakeHeadset(), online=False)
    assert isinstance(station.ends(), Expelled)


def test_the_same_headset_twice(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    station = new_station()
    station.start(FakeHeadset())
    first_ends = station.ends
    twin = StationSide.__new__(StationSide)
    twin.folder, twin.belongs, twin.said = station.folder.with_name("twin"), station.belongs, []
    twin.start(FakeHeadset())
    assert isinstance(first_ends(), TakenOver)
    assert twin.link.connected
    twin.stop()


def test_who_is_not_the_van_is_told_nothing(van: VanSide, new_station: Callable[[], StationSide]) -> None:
    """Another van that announces itself by this one's name cannot lure a headset."""
    station = new_station()
    secret = station.belongs.membership.secret
    membership = station.belongs.membership.model_copy(update={"secret": secret[::-1]})
    station.belongs = station.belongs.model_copy(update={"membership": membership})
    station.start(FakeHeadset(), online=False)
    wait_for(lambda: station.said == ["alone"])
    assert station.link.trouble is not None and not station.link.connected
    assert place_of(van, station).line is None and station.fault is None


def test_a_stranger_gets_nothing(van: VanSide) -> None:
    async def come(hello: str) -> int | None:
        async with connect(f"ws://127.0.0.1:{van.port}{LINE_PATH}", proxy=None) as socket:
            challenge = Challenge.model_validate_json(await socket.recv())
            assert len(challenge.nonce) == 64
            await socket.send(hello)
            with pytest.raises(ConnectionClosed) as closed:
                await socket.recv()
            return closed.value.rcvd.code

    headset = "6f0f4a55-35a6-4b43-9c2e-9f2f6f1c6c50"
    hello = Hello(protocol=PROTOCOL, engine=ENGINE, headset=headset, nonce=new_nonce(), proof="0" * 64)
    assert asyncio.run(come(hello.model_dump_json())) == UNKNOWN
    assert asyncio.run(come("{}" * 20_000)) != UNKNOWN
    session = "01930000-0000-7000-8000-000000000001"
    for token in ("", "Bearer x", "Bearer " + "0" * 64):
        answer = httpx.put(f"http://127.0.0.1:{van.port}{log_path(session)}", headers={"Authorization": token})
        assert answer.status_code == 401


def test_pairing_that_does_not_come_about(van: VanSide, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{van.port}"
    code = van.do(van.headsets.pairing.offer)
    for wrong in ("12345", "abcdef", f"{(int(code) + 1) % 1_000_000:06d}"):
        with pytest.raises(PairingFailed):
            pair(tmp_path / "new", address, wrong)
    with pytest.raises(NoVan) as nobody:
        pair(tmp_path / "new", f"http://127.0.0.1:{free_port()}", code)
    assert nobody.value.exit_code == 3 and "--host 0.0.0.0" in nobody.value.message("en")
    assert not (tmp_path / "new").exists() and van.headsets.places == {}
    belongs = pair(tmp_path / "new", address, code)
    file = tmp_path / "new" / "membership.json"
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0
    assert belongs.membership.secret in file.read_text("utf-8")
