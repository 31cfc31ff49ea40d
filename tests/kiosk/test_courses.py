"""The course of the day is kept, followed in its order, and passed by its rule."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.courses import Courses, Progress
from kiosk.outbox import Outbox
from kiosk.store import Store
from tests.kiosk.made_up import completion_of, session_id

LEARNER = "qc-abcdefghijklmnopqrstuvwxyz234567"
PLAN = """\
qianche: 1
id: two-of-three
title: {zh: 三选二, en: Two of three}
industry: 建筑施工
about: {zh: 测试, en: For a test}
minutes: 9
scenarios: [first, second, third]
passed: {scenarios: 2, must: [second]}
"""


def shelf_of(*names: str) -> SimpleNamespace:
    """A shelf that offers these scenarios, three minutes each."""
    loaded = SimpleNamespace(scenario=SimpleNamespace(minutes=3.0))
    return SimpleNamespace(offers={name: SimpleNamespace(loaded=loaded) for name in names})


@pytest.fixture
def courses(store: Store, outbox: Outbox, tmp_path: Path) -> Courses:
    own = tmp_path / "plans"
    own.mkdir()
    (own / "two-of-three.yaml").write_text(PLAN, "utf-8")
    return Courses(store, outbox, shelf_of("first", "second", "third"), own)


def play(outbox: Outbox, scenario: str, *, passed: bool, learner: str = LEARNER) -> None:
    session = session_id(outbox.count() + 1)
    changes = {"scenario": scenario, "passed": passed, "learner": learner}
    outbox.put(session, b"log", None, lambda place: completion_of(session, place, **changes))


def progress(courses: Courses) -> Progress:
    found = courses.progress(LEARNER)
    assert found is not None
    return found


def test_without_a_course_everybody_chooses_freely(courses: Courses) -> None:
    assert courses.followed is None and courses.progress(LEARNER) is None


def test_a_trainee_is_led_through_the_course(courses: Courses, outbox: Outbox) -> None:
    courses.follow("two-of-three")
    assert progress(courses).next == "first"
    play(outbox, "first", passed=False)
    assert progress(courses).marks == {"first": "failed", "second": "open", "third": "open"}
    assert progress(courses).next == "second", "what was not played comes before a second try"
    play(outbox, "third", passed=True)
    play(outbox, "second", passed=False)
    assert progress(courses).next == "first"
    play(outbox, "first", passed=True)
    assert progress(courses).passed == 2 and not progress(courses).fulfilled, "the second must be passed"
    play(outbox, "second", passed=True)
    assert progress(courses).fulfilled and progress(courses).next is None
    play(outbox, "second", passed=False)
    assert progress(courses).fulfilled, "a later failure takes nothing away"


def test_nobody_gains_from_what_another_played(courses: Courses, outbox: Outbox) -> None:
    courses.follow("two-of-three")
    play(outbox, "first", passed=True, learner="qc-someone-else")
    assert progress(courses).passed == 0
    assert courses.progress(None).passed == 0


def test_the_choice_survives_a_restart(courses: Courses, store: Store, outbox: Outbox, tmp_path: Path) -> None:
    courses.follow("two-of-three")
    shelf = shelf_of("first", "second", "third")
    assert Courses(Store(store.path), outbox, shelf, tmp_path / "plans").followed == courses.plans["two-of-three"]
    courses.follow(None)
    assert Courses(Store(store.path), outbox, shelf, tmp_path / "plans").followed is None


def test_a_wrong_plan_hides_no_other_and_is_told(store: Store, outbox: Outbox, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(PLAN.replace("[first,", "[fist,"), "utf-8")
    (tmp_path / "good.yaml").write_text(PLAN, "utf-8")
    courses = Courses(store, outbox, shelf_of("first", "second", "third"), tmp_path)
    assert list(courses.plans) == ["two-of-three"]
    (trouble,) = courses.troubles
    assert "bad.yaml:7:13" in trouble.message("en") and "“first”" in trouble.message("en")


def test_a_database_from_before_there_were_courses_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "van.db"
    old = Store(path)
    for later in ("TABLE handouts", "TABLE headsets", "TABLE choices", "INDEX completions_of_learner"):
        old.rows(f"DROP {later}")
    old.rows("PRAGMA user_version=1")
    old.rows("INSERT INTO stations VALUES ('A', '{}')")
    old.close()
    store = Store(path)
    store.remember("course", "mining")
    assert store.remembered("course") == "mining"
    assert len(store.rows("SELECT * FROM stations")) == 1
    with sqlite3.connect(path) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM completions WHERE json_extract(body, '$.learner') = 'x'"
        ).fetchall()
    assert "completions_of_learner" in str(plan), "someone's completions are found without reading everybody's"
