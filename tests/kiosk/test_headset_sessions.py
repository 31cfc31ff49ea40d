"""A session in a headset: handed out, played, its log taken, its completion there exactly once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.clock import ManualClock
from kiosk.finish import Finisher
from kiosk.headsets.headsets import HeadsetNotFree, Headsets
from kiosk.headsets.messages import (
    FROM_HEADSET,
    LARGEST_MESSAGE,
    MOST_WAITING,
    PROTOCOL,
    Lost,
    Membership,
    PairingRequest,
    Play,
    Status,
    Stop,
)
from kiosk.headsets.place import HeadsetPlace, Line
from kiosk.headsets.returns import NotHandedOut
from kiosk.outbox import Outbox
from kiosk.people import People
from kiosk.recovery import recover_sittings
from kiosk.shelf import Shelf
from kiosk.sittings import Sittings
from kiosk.store import Store
from scenarios import LoadedScenario
from sim import ENGINE
from sim.log import LogDamaged, LogWriter
from sim.log.events import Header
from sim.play import play
from sim.trainees import ScriptedName, scripted
from tests.kiosk.made_up import identity_number

SCENARIO = "electrocution-temporary-power"
IDLE = Status(
    headset="Fake One", runtime="Fake", refresh_hz=90, worn=True, controllers=(), fps=90, dropped=0,
    doing="waiting", trouble=None, session=None, progress=None, waiting=(),
)  # fmt: skip


class Desk:
    """A van's headsets, which can be made anew from what is written down, as after a cut of power."""

    def __init__(self, store: Store, outbox: Outbox, people: People, folder: Path) -> None:
        self.store, self.outbox, self.people, self.folder = store, outbox, people, folder
        self.shelf = Shelf(folder / "scenarios", [SCENARIO])
        self.sittings = Sittings(store)
        self.completed = 0
        self.again()

    def again(self) -> Headsets:
        """As the van is after its next start."""
        finisher = Finisher("van-1", self.outbox, self.people, self.sittings, self.folder, self.shelf)
        self.headsets = Headsets(
            "van-1", self.store, b"v" * 32, ManualClock(), self.shelf, self.people, self.outbox, self.sittings,
            finisher, self.folder, self._count,
        )  # fmt: skip
        assert recover_sittings(self.sittings, finisher, set(), self.headsets.away()) == []
        self.headsets.settle()
        return self.headsets

    def _count(self) -> None:
        self.completed += 1

    def pair(self) -> HeadsetPlace:
        membership = self.headsets.pair(PairingRequest(protocol=PROTOCOL, code=self.headsets.pairing.offer()))
        return self.connect(membership.name)

    def connect(self, name: str, engine: str = ENGINE) -> HeadsetPlace:
        place = self.headsets.places[name]
        self.headsets.connected(place, Line("t" * 64, engine))
        self.headsets.told(place, IDLE)
        return place

    def hand_out(self, place: HeadsetPlace, learner: str = "anonymous") -> Header:
        """What the headset is told."""
        self.headsets.hand_out(place, learner, SCENARIO, "zh")
        (play,) = [each for each in said_to(place) if isinstance(each, Play)]
        return play.header

    def take(self, place: HeadsetPlace, session: str, content: bytes) -> None:
        asyncio.run(self.headsets.take_log(place, session, content))

    @property
    def loaded(self) -> LoadedScenario:
        return self.shelf.offers[SCENARIO].loaded


def said_to(place: HeadsetPlace) -> list[object]:
    """What has been said to a headset since the last look."""
    said = []
    while not place.line.to_say.empty():
        said.append(place.line.to_say.get_nowait())
    return said


@pytest.fixture
def desk(store: Store, outbox: Outbox, people: People, tmp_path: Path) -> Iterator[Desk]:
    return Desk(store, outbox, people, tmp_path)


def log_of(desk: Desk, header: Header, folder: Path, trainee: ScriptedName = "perfect") -> bytes:
    """The finished log that a headset writes."""
    session, events = play(desk.loaded.scenario, scripted(trainee, desk.loaded.scenario, header.seed), header.seed)
    path = folder / "at-the-headset.jsonl"
    path.unlink(missing_ok=True)
    with LogWriter(path, header) as log:
        for event in events:
            log.append(event)
        log.finish(session.time)
    return path.read_bytes()


def test_a_session_comes_back_and_is_completed_once(desk: Desk, tmp_path: Path) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    assert (place.station.visit.stage, place.station.visit.session) == ("play", header.session)
    assert not place.free
    content = log_of(desk, header, tmp_path)
    desk.take(place, header.session, content)
    assert place.station.visit.stage == "result"
    desk.take(place, header.session, content)
    desk.again().places[place.name].line = place.line
    desk.take(desk.headsets.places[place.name], header.session, content)
    (completion,) = desk.outbox.latest(5)
    assert (completion.station, completion.input, completion.passed) == ("VR-1", "ray", True)
    assert desk.outbox.log(header.session) == content
    assert desk.completed == 1 and desk.sittings.all() == []


def test_the_hands_are_the_headsets_to_say(desk: Desk, tmp_path: Path) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    desk.take(place, header.session, log_of(desk, header.model_copy(update={"input": "gaze"}), tmp_path))
    assert desk.outbox.latest(1)[0].input == "gaze"


@pytest.mark.parametrize(
    "change", [{"learner": "qc-somebody-else"}, {"seed": 7}, {"station": "VR-9"}, {"input": "script"}, {"lang": "en"}]
)
def test_a_log_that_is_not_of_what_was_handed_out_is_refused(desk: Desk, tmp_path: Path, change: dict) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    with pytest.raises(NotHandedOut):
        desk.take(place, header.session, log_of(desk, header.model_copy(update=change), tmp_path))
    assert desk.outbox.count() == 0
    assert place.station.visit.stage == "play", "the right log may still come"
    desk.take(place, header.session, log_of(desk, header, tmp_path))
    assert desk.outbox.count() == 1


def test_a_log_that_was_changed_or_has_not_ended_is_refused(desk: Desk, tmp_path: Path) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    content = log_of(desk, header, tmp_path)
    with pytest.raises(LogDamaged):
        desk.take(place, header.session, content.replace(b'"t":', b'"t": ', 1))
    with pytest.raises(NotHandedOut):
        desk.take(place, header.session, b"".join(content.splitlines(keepends=True)[:-1]))
    assert desk.outbox.count() == 0
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_another_headset_cannot_bring_it(desk: Desk, tmp_path: Path) -> None:
    place, other = desk.pair(), desk.pair()
    header = desk.hand_out(place)
    with pytest.raises(NotHandedOut):
        desk.take(other, header.session, log_of(desk, header, tmp_path))
    with pytest.raises(NotHandedOut):
        desk.headsets.scenario_of(other, header.session)
    assert desk.headsets.scenario_of(place, header.session) == desk.loaded.path


def test_a_session_stays_with_its_headset_through_a_cut_of_power_in_the_van(desk: Desk, tmp_path: Path) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    desk.again()
    assert desk.headsets.places["VR-1"].station.visit.session == header.session
    again = desk.connect("VR-1")
    (play,) = said_to(again)[-1:]
    assert play == Play(header=header, first_time=True)
    desk.take(again, header.session, log_of(desk, header, tmp_path))
    assert desk.outbox.count() == 1


def test_a_cut_of_power_between_the_log_and_its_completion(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    place = desk.pair()
    header = desk.hand_out(place)
    content = log_of(desk, header, tmp_path)
    with monkeypatch.context() as patch, pytest.raises(PowerCut):
        patch.setattr(Finisher, "finish", cut)
        desk.take(place, header.session, content)
    desk.again()
    assert desk.outbox.count() == 0, "the headset brings it again"
    desk.take(desk.connect("VR-1"), header.session, content)
    assert desk.outbox.count() == 1 and desk.sittings.all() == []


def test_a_cut_of_power_between_the_completion_and_its_result(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    with monkeypatch.context() as patch:
        patch.setattr(Headsets, "_close_visit", lambda *_: None)
        desk.take(place, header.session, log_of(desk, header, tmp_path))
    assert place.station.visit.stage == "play"
    assert desk.again().places["VR-1"].station.visit.stage == "result"


def test_a_cut_of_power_in_the_middle_of_handing_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class PowerCut(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    place = desk.pair()
    with monkeypatch.context() as patch, pytest.raises(PowerCut):
        patch.setattr(type(place.station), "play", cut)
        desk.headsets.hand_out(place, "anonymous", SCENARIO, "zh")
    desk.again()
    assert desk.sittings.all() == [], "no headset can have been told"
    assert desk.headsets.places["VR-1"].station.visit.stage == "welcome"
    assert desk.connect("VR-1").free


def test_what_got_lost_on_the_way_is_said_again(desk: Desk) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    desk.headsets.told(place, IDLE)
    assert said_to(place) == [Play(header=header, first_time=True)]
    desk.headsets.told(place, IDLE.model_copy(update={"session": header.session}))
    assert said_to(place) == [], "it knows"
    desk.headsets.told(place, IDLE.model_copy(update={"waiting": (header.session,)}))
    assert said_to(place) == [], "its log is on the way"


def test_a_stop_reaches_a_headset_that_was_away(desk: Desk, tmp_path: Path) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    desk.headsets.gone(place, place.line)
    desk.headsets.stop(place)
    desk.again()
    place = desk.headsets.places["VR-1"]
    assert desk.headsets.stopping(place)
    desk.headsets.connected(place, Line("t" * 64, ENGINE))
    desk.headsets.told(place, IDLE.model_copy(update={"session": header.session}))
    assert said_to(place)[-1] == Stop(session=header.session)
    desk.take(place, header.session, log_of(desk, header, tmp_path))
    assert not desk.headsets.stopping(place)


def test_a_session_that_this_van_did_not_hand_out_is_ended(desk: Desk) -> None:
    place = desk.pair()
    stray = "01930000-0000-7000-8000-000000000001"
    desk.headsets.told(place, IDLE.model_copy(update={"session": stray}))
    assert said_to(place)[-1] == Stop(session=stray)
    assert not place.free


def test_a_session_of_which_nothing_came_frees_its_headset(desk: Desk) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    why = {"zh": "场景有误", "en": "the scenario is wrong"}
    desk.headsets.lost(place, Lost.model_validate({"session": header.session, "why": why}))
    assert place.free and place.lost.en == "the scenario is wrong"
    assert desk.sittings.all() == [] and desk.outbox.count() == 0
    desk.headsets.lost(place, Lost(session=header.session, why=None))
    assert place.lost.en == "the scenario is wrong", "said twice, done once"


def test_only_the_first_time_in_a_headset_is_the_first(desk: Desk, tmp_path: Path) -> None:
    place = desk.pair()
    learner = desk.people.enrol("王小明", identity_number(1)).pseudonym
    desk.people.line_up(learner)
    firsts = []
    for _ in range(2):
        header = desk.hand_out(place, learner)
        desk.headsets.told(place, IDLE)
        firsts.append(said_to(place)[-1].first_time)
        desk.take(place, header.session, log_of(desk, header, tmp_path))
    assert firsts == [True, False]
    assert desk.people.waiting() == [], "whose turn has come waits no more"
    assert desk.outbox.latest(1)[0].learner == learner


def test_who_is_busy_away_or_of_another_version_is_not_used(desk: Desk) -> None:
    place = desk.pair()
    desk.hand_out(place)
    with pytest.raises(HeadsetNotFree):
        desk.headsets.hand_out(place, "anonymous", SCENARIO, "zh")
    away = desk.pair()
    desk.headsets.gone(away, away.line)
    with pytest.raises(HeadsetNotFree):
        desk.headsets.hand_out(away, "anonymous", SCENARIO, "zh")
    older = desk.connect(desk.pair().name, engine="0.0.1")
    with pytest.raises(HeadsetNotFree):
        desk.headsets.hand_out(older, "anonymous", SCENARIO, "zh")
    assert len(desk.sittings.all()) == 1


def test_a_status_of_a_headset_that_owes_very_much_fits_into_a_message() -> None:
    session = "01930000-0000-7000-8000-000000000001"
    owing = IDLE.model_copy(update={"waiting": (session,) * MOST_WAITING, "session": session})
    assert len(owing.model_dump_json()) < LARGEST_MESSAGE
    assert FROM_HEADSET.validate_json(owing.model_dump_json()) == owing


def test_only_headsets_that_are_there_have_a_heartbeat(desk: Desk) -> None:
    place, away = desk.pair(), desk.pair()
    desk.headsets.gone(away, away.line)
    assert desk.headsets.stations() == [place.station]


def test_a_headset_that_is_forgotten_takes_its_session_along(desk: Desk, tmp_path: Path) -> None:
    place = desk.pair()
    header = desk.hand_out(place)
    line = place.line
    desk.headsets.forget(place)
    assert line.closed_for is not None and desk.headsets.known(place.id) is None
    assert desk.sittings.all() == []
    with pytest.raises(NotHandedOut):
        desk.take(place, header.session, log_of(desk, header, tmp_path))
    assert desk.again().places == {}


def test_only_the_token_of_an_open_line_opens_anything(desk: Desk) -> None:
    place = desk.pair()
    assert desk.headsets.of_token("t" * 64) is place
    assert desk.headsets.of_token("") is None and desk.headsets.of_token("é") is None
    desk.headsets.gone(place, place.line)
    assert desk.headsets.of_token("t" * 64) is None


def test_membership_names_nobody(desk: Desk) -> None:
    membership = desk.headsets.pair(PairingRequest(protocol=PROTOCOL, code=desk.headsets.pairing.offer()))
    assert set(Membership.model_fields) == {"van", "headset", "name", "secret"}
    assert membership.van == "van-1"
