"""A cut of power at any moment: what was finished is completed, the rest goes on or is closed, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.clock import ManualClock
from kiosk.demo import play_demo
from kiosk.finish import Finisher
from kiosk.outbox import Outbox
from kiosk.people import People
from kiosk.recovery import DAMAGED, recover_sittings
from kiosk.shelf import Shelf
from kiosk.sittings import Sitting, Sittings
from kiosk.store import Store
from scenarios.loader import BANK
from sim.log import read_log
from tests.kiosk.made_up import identity_number

SCENARIO = "electrocution-temporary-power"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "scenarios", [SCENARIO])


@pytest.fixture
def sittings(store: Store) -> Sittings:
    return Sittings(store)


@pytest.fixture
def finisher(outbox: Outbox, people: People, sittings: Sittings, shelf: Shelf, tmp_path: Path) -> Finisher:
    return Finisher("van-1", outbox, people, sittings, tmp_path, shelf)


@pytest.fixture
def played(tmp_path: Path, sittings: Sittings, finisher: Finisher, shelf: Shelf) -> Sitting:
    """A sitting of the perfect trainee, whose log is whole, but whose completion was lost with the power."""

    class PowerCut(Exception):
        pass

    class Cut(Finisher):
        def finish(self, sitting: Sitting) -> None:
            raise PowerCut

    cut = Cut("van-1", None, None, sittings, tmp_path, shelf)
    loaded = shelf.offers[SCENARIO].loaded
    with pytest.raises(PowerCut):
        play_demo(loaded, "perfect", "anonymous", tmp_path, sittings, cut, ManualClock())
    (sitting,) = sittings.all()
    return sitting


def test_a_finished_log_without_completion_is_completed_once(
    played: Sitting, sittings: Sittings, finisher: Finisher, outbox: Outbox
) -> None:
    assert recover_sittings(sittings, finisher, set()) == []
    assert recover_sittings(sittings, finisher, set()) == []
    (completion,) = outbox.latest(10)
    assert (completion.id, completion.outcome, completion.passed) == (played.session, "averted", True)
    assert completion.log_digest == read_log(played.log).end.digest
    assert outbox.log(played.session) == played.log.read_bytes()
    assert finisher.result(played.session).score.total == completion.score.total


def test_a_crash_after_the_outbox_makes_no_second_completion(
    played: Sitting, sittings: Sittings, finisher: Finisher, outbox: Outbox
) -> None:
    finisher.finish(played)
    sittings.open(played)
    assert recover_sittings(sittings, finisher, set()) == []
    assert outbox.count() == 1


def test_an_unfinished_session_at_its_station_goes_on(
    played: Sitting, sittings: Sittings, finisher: Finisher, outbox: Outbox
) -> None:
    tear(played.log)
    assert recover_sittings(sittings, finisher, {played.session}) == [played]
    assert outbox.count() == 0


def test_an_unfinished_session_nobody_waits_for_is_closed(
    played: Sitting, sittings: Sittings, finisher: Finisher, outbox: Outbox
) -> None:
    tear(played.log)
    assert recover_sittings(sittings, finisher, set()) == []
    (completion,) = outbox.latest(10)
    assert (completion.outcome, completion.passed) == ("stopped", False)


def test_a_log_that_never_began_is_forgotten(sittings: Sittings, finisher: Finisher, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    for session, log in (("a", empty), ("b", tmp_path / "none.jsonl")):
        sittings.open(Sitting(session, "A", SCENARIO, "anonymous", log))
    assert recover_sittings(sittings, finisher, {"a", "b"}) == []
    assert sittings.all() == [] and not empty.exists()


def test_a_damaged_log_is_kept_and_holds_nothing_up(
    played: Sitting, sittings: Sittings, finisher: Finisher, outbox: Outbox
) -> None:
    content = bytearray(played.log.read_bytes())
    content[len(content) // 2] ^= 1
    played.log.write_bytes(content)
    assert recover_sittings(sittings, finisher, set()) == []
    assert outbox.count() == 0
    assert played.log.with_suffix(DAMAGED).read_bytes() == bytes(content)


def test_a_scenario_that_was_updated_since_is_scored_as_it_was_played(
    played: Sitting, sittings: Sittings, people: People, outbox: Outbox, tmp_path: Path
) -> None:
    """The bank on disk is another by now; the van has kept what was played."""
    shelf = Shelf(tmp_path / "scenarios", [])
    finisher = Finisher("van-1", outbox, people, sittings, tmp_path, shelf)
    assert BANK not in Path(played.scenario).parents
    recover_sittings(sittings, finisher, set())
    assert outbox.latest(1)[0].score.total == 100
    assert finisher.result(played.session).score.passed


def test_the_learners_enrolment_travels_with_the_completion(
    played: Sitting, sittings: Sittings, finisher: Finisher, outbox: Outbox, people: People
) -> None:
    learner = people.enrol("王小明", identity_number(1))
    sittings.close(played.session)
    sittings.open(Sitting(played.session, played.station, played.scenario, learner.pseudonym, played.log))
    recover_sittings(sittings, finisher, set())
    owed = outbox.due("ledger")
    assert owed is not None and owed.item == "enrolment"
    assert owed.enrolment == people.enrolment(learner.pseudonym)


def tear(log: Path) -> None:
    """Take the end off a log, in the middle of a line."""
    content = log.read_bytes()
    log.write_bytes(content[: len(content) * 2 // 3])
