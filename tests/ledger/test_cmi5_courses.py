"""A course from its launch to the hours it is worth: what is satisfied, abandoned and waived (cmi5 9.3)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from common.clock import ManualClock
from ledger.classroom.cmi5.courses import NoSuchCourse
from ledger.classroom.cmi5.launching import Site
from ledger.hours.reckoning import reckon
from ledger.hours.rules import load_rules
from ledger.people.documents import check_document
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING, NOTHING, Sight
from ledger.services import LedgerServices
from ledger.statement_search import Query
from tests.ledger.courses import ADL, COURSE_ID, SITE, UNIT_ID, Unit, block_xml, imported, served, told, unit_xml
from tests.ledger.rosters import company, resident
from tests.ledger.sent import LEARNER

RETURN = "http://testserver/classroom/courses/1"


@pytest.fixture
def http(services: LedgerServices) -> Iterator[TestClient]:
    with served(services) as client:
        yield client


def launched(services: LedgerServices, http: TestClient, course: str, number: int = 1, **more: object) -> Unit:
    unit = UNIT_ID[:-1] + str(number)
    url = services.cmi5.launching.launch(LEARNER, course, unit, site=SITE, return_url=RETURN, **more)
    return Unit(http, url)


def statement(services: LedgerServices, registration: str, place: int) -> dict:
    found, _ = services.statements.search(Query(registration=registration, ascending=True), 100)
    return json.loads(found[place].raw)


def hours(services: LedgerServices) -> list[tuple[str, str, float]]:
    done = services.completions.of_learner(LEARNER, EVERYTHING)
    lines = reckon(done, load_rules(services.settings.data), services.clock.now()).lines
    return [(line.completion.title["zh"], line.reason, line.hours) for line in lines]


def test_the_address_of_a_launch(services: LedgerServices, http: TestClient, tmp_path: Path) -> None:
    course = imported(services, tmp_path, unit_xml(url="start.html?page=1#/top", moveOn="Passed"))
    unit = launched(services, http, course)
    assert unit.url.startswith(f"http://testserver/cmi5/content/{course}/start.html?page=1&endpoint=http%3A%2F%2F")
    assert unit.url.endswith("#/top")
    assert set(unit.asked) == {"page", "endpoint", "fetch", "actor", "registration", "activityId"}
    assert unit.asked["endpoint"] == "http://testserver/cmi5/xapi"
    assert unit.actor == {
        "objectType": "Agent",
        "account": {"homePage": "https://qianche.invalid/learners", "name": LEARNER},
    }
    said = statement(services, unit.asked["registration"], 0)
    assert said["verb"]["id"] == ADL + "launched" and said["object"]["id"] == unit.asked["activityId"] != UNIT_ID
    extensions = {key.rpartition("/")[2]: value for key, value in said["context"]["extensions"].items()}
    assert extensions.pop("sessionid")
    assert extensions == {
        "launchmode": "Normal",
        "launchurl": f"http://testserver/cmi5/content/{course}/start.html?page=1#/top",
        "moveon": "Passed",
    }
    assert {"id": UNIT_ID} in said["context"]["contextActivities"]["grouping"]


def test_a_unit_elsewhere_and_one_at_the_courses_own_address(
    services: LedgerServices, tmp_path: Path, http: TestClient
) -> None:
    course = imported(services, tmp_path, unit_xml(1), unit_xml(2, url="https://cdn.example.com/x.html"))
    site = Site("http://testserver", "https://courses.example.cn")

    def found(number: int) -> tuple[str, str]:
        unit = UNIT_ID[:-1] + str(number)
        url = services.cmi5.launching.launch(LEARNER, course, unit, site=site, return_url=RETURN)
        return url.partition("?")[0], parse_qs(urlsplit(url).query)["endpoint"][0]

    assert found(1) == (
        f"https://courses.example.cn/cmi5/content/{course}/start.html",
        "https://courses.example.cn/cmi5/xapi",
    )
    assert found(2) == ("https://cdn.example.com/x.html", "http://testserver/cmi5/xapi")


MOVE_ON = {
    "Passed": (["completed"], ["passed"]),
    "Completed": (["passed"], ["completed"]),
    "CompletedAndPassed": (["completed"], ["passed"]),
    "CompletedOrPassed": ([], ["passed"]),
}


@pytest.mark.parametrize("criterion", MOVE_ON)
def test_a_course_is_satisfied_once_its_units_are(
    services: LedgerServices, http: TestClient, tmp_path: Path, criterion: str
) -> None:
    course = imported(services, tmp_path, block_xml(1, block_xml(2, unit_xml(1, moveOn=criterion))))
    unit = launched(services, http, course).start()
    registration = unit.asked["registration"]
    unit.say("initialized")
    not_yet, now = MOVE_ON[criterion]
    for verb in not_yet:
        unit.say(verb)
    assert not any(verb == "satisfied" for verb, _ in told(services, registration))
    for verb in now:
        unit.say(verb)
    unit.say("terminated")
    structure = services.cmi5.courses.find(course).structure
    inner, outer = (structure.block_activity(block) for block in structure.blocks())
    satisfied = [("satisfied", each) for each in (inner, outer, structure.activity)]
    own = unit.asked["activityId"]
    rest = [(verb, own) for verb in (*not_yet, *now)]
    assert told(services, registration) == [
        ("launched", own),
        ("initialized", own),
        *rest,
        *satisfied,
        ("terminated", own),
    ]
    said = statement(services, registration, len(rest) + 4)
    assert said["object"]["definition"]["type"].endswith("activitytype/course")
    assert said["object"]["definition"]["name"]["zh-CN"] == "梯子安全"
    assert said["context"]["extensions"] == unit.data["contextTemplate"]["extensions"], "the session's (9.3.9)"
    assert {"id": COURSE_ID} in said["context"]["contextActivities"]["grouping"]


def test_a_course_counts_once_it_is_satisfied_and_not_before(
    services: LedgerServices, http: TestClient, tmp_path: Path, clock: ManualClock
) -> None:
    course = imported(services, tmp_path, unit_xml(1, moveOn="Passed"), unit_xml(2, moveOn="Completed"))
    first = launched(services, http, course, 1).start()
    first.say("initialized")
    first.say("passed", score={"scaled": 0.9})
    first.say("terminated")
    assert hours(services) == [], "half a course is none"
    (card,) = services.cmi5.cards(LEARNER, "zh")
    assert (card.met, card.units, card.satisfied) == (1, 2, False)
    clock.wind(60)
    second = launched(services, http, course, 2).start()
    assert second.asked["registration"] == first.asked["registration"]
    second.say("initialized")
    second.say("completed", duration="PT10M")
    assert hours(services) == [("梯子安全", "counted", 0.25)]
    (done,) = services.completions.of_learner(LEARNER, EVERYTHING)
    assert done.scenario.startswith("urn:qianche:lesson:cmi5:") and done.title["en"] == "Ladder safety"
    assert (done.passed, done.score, done.duration_s) == (True, 90.0, 270 + 600)
    (card,) = services.cmi5.cards(LEARNER, "en")
    assert (card.met, card.satisfied) == (2, True)
    assert launched(services, http, course, 2).start().data["launchMode"] == "Review"
    assert services.cmi5.begin_again(LEARNER, course).id == course
    again = launched(services, http, course, 1).start()
    assert again.asked["registration"] != first.asked["registration"] and again.data["launchMode"] == "Normal"
    assert again.asked["activityId"] == first.asked["activityId"], "8.1.5"
    assert len(hours(services)) == 1


def test_what_needs_nothing_is_satisfied_at_once_but_earns_nothing(
    services: LedgerServices, http: TestClient, tmp_path: Path
) -> None:
    course = imported(services, tmp_path, block_xml(1, unit_xml()))
    unit = launched(services, http, course)
    registration = unit.asked["registration"]
    assert [verb for verb, _ in told(services, registration)] == ["satisfied", "satisfied", "launched"]
    assert (
        statement(services, registration, 0)["context"]["extensions"]
        != statement(services, registration, 2)["context"]["extensions"]
    )
    assert hours(services) == []
    unit.start()
    assert unit.data["launchMode"] == "Normal", "there is something left to do"
    unit.say("initialized")
    unit.say("completed")
    assert hours(services) == [("梯子安全", "counted", 0.25)]
    assert len(told(services, registration)) == 5, "nothing is satisfied twice"


def test_a_session_left_open_is_abandoned(
    services: LedgerServices, http: TestClient, tmp_path: Path, clock: ManualClock
) -> None:
    course = imported(services, tmp_path, unit_xml(moveOn="Completed"))
    first = launched(services, http, course).start()
    first.say("initialized", at="2026-11-22T01:00:10Z")
    assert first.send(first.allowed(timestamp="2026-11-22T01:00:30Z")).status_code == 200
    clock.wind(3600)
    second = launched(services, http, course)
    said = told(services, second.asked["registration"])
    assert [verb for verb, _ in said] == ["launched", "initialized", "experienced", "abandoned", "launched"]
    abandoned = statement(services, second.asked["registration"], 3)
    assert abandoned["result"] == {"duration": "PT30.00S"}
    session = first.data["contextTemplate"]["extensions"]
    assert abandoned["context"]["extensions"] == session
    clock.wind(6 * 3600)
    services.cmi5.registrations.abandon_expired()
    services.cmi5.registrations.abandon_expired()
    assert [verb for verb, _ in told(services, second.asked["registration"])][5:] == ["abandoned"]
    assert statement(services, second.asked["registration"], 5)["result"] == {"duration": "PT0.00S"}


def test_a_unit_is_waived_with_a_reason_and_once(services: LedgerServices, http: TestClient, tmp_path: Path) -> None:
    course = imported(services, tmp_path, unit_xml(1, moveOn="Passed"), unit_xml(2, moveOn="Passed"))
    unit = launched(services, http, course).start()
    unit.say("initialized")
    unit.say("passed")
    registrations = services.cmi5.registrations
    found = registrations.find(unit.asked["registration"])
    for _ in range(2):
        registrations.waive(found, UNIT_ID[:-1] + "2", "持有登高作业证")
    said = told(services, found.id)
    assert [verb for verb, _ in said] == ["launched", "initialized", "passed", "waived", "satisfied"]
    waived, satisfied = statement(services, found.id, 3), statement(services, found.id, 4)
    assert waived["result"] == {
        "success": True,
        "completion": True,
        "extensions": {"https://w3id.org/xapi/cmi5/result/extensions/reason": "持有登高作业证"},
    }
    assert waived["context"]["extensions"] == satisfied["context"]["extensions"]
    assert waived["context"]["extensions"] != unit.data["contextTemplate"]["extensions"]
    assert hours(services) == [("梯子安全", "counted", 0.25)], "something was passed"
    with pytest.raises(NoSuchCourse):
        registrations.waive(found, "https://publisher.example/other", "x")


def test_waiving_everything_earns_no_hours(services: LedgerServices, http: TestClient, tmp_path: Path) -> None:
    course = imported(services, tmp_path, unit_xml(moveOn="Passed"))
    unit = launched(services, http, course)
    found = services.cmi5.registrations.find(unit.asked["registration"])
    services.cmi5.registrations.waive(found, UNIT_ID, "Administrative")
    assert services.cmi5.cards(LEARNER, "zh")[0].satisfied and hours(services) == []


def test_a_unit_cannot_earn_by_saying_so_of_something_else(
    services: LedgerServices, http: TestClient, tmp_path: Path
) -> None:
    course = imported(services, tmp_path, unit_xml(moveOn="Passed"))
    unit = launched(services, http, course).start()
    unit.say("initialized")
    structure = services.cmi5.courses.find(course).structure
    for verb, target in (
        (ADL + "passed", "urn:qianche:scenario:cardiac-arrest-aed"),
        (ADL + "passed", unit.asked["activityId"]),
        ("https://w3id.org/xapi/adl/verbs/satisfied", structure.activity),
    ):
        assert unit.send(unit.allowed(verb, object={"id": target})).status_code == 200
    assert hours(services) == [] and not services.cmi5.cards(LEARNER, "zh")[0].satisfied


def test_what_was_interrupted_is_made_good_when_it_is_said_again(
    services: LedgerServices, http: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = imported(services, tmp_path, unit_xml(moveOn="Passed"))
    unit = launched(services, http, course).start()
    unit.say("initialized")
    passed = unit.statement("passed")

    def power_cut(*_args: object, **_more: object) -> None:
        raise OSError("power")

    with monkeypatch.context() as broken:
        broken.setattr(services.cmi5, "follow_up", power_cut)
        with pytest.raises(OSError, match="power"):
            unit.send(passed)
    assert hours(services) == []
    assert unit.send(passed).status_code == 200
    assert hours(services) == [("梯子安全", "counted", 0.25)]


def test_a_withdrawn_course_is_launched_no_more(services: LedgerServices, http: TestClient, tmp_path: Path) -> None:
    course = imported(services, tmp_path)
    launched(services, http, course)
    services.cmi5.courses.withdraw(course)
    with pytest.raises(NoSuchCourse, match="not offered"):
        launched(services, http, course)
    assert services.cmi5.cards(LEARNER, "zh") == []


def test_who_sees_one_company_sees_its_people_alone(services: LedgerServices, tmp_path: Path) -> None:
    course = imported(services, tmp_path, unit_xml(moveOn="Passed"))
    facts = company()
    employer = services.people.employers.add(facts)
    with services.database.writing() as connection:
        own, foreign, duplicate = (
            services.learners.take_down(
                connection, Particulars(f"学员{n}", check_document("resident_id", resident(n))), of
            )
            for n, of in ((1, employer), (2, None), (3, employer))
        )
    for learner in (own, foreign, duplicate):
        services.cmi5.launching.launch(learner, course, UNIT_ID, site=SITE, return_url=RETURN)
    services.people.merging.merge(own, duplicate, "bureau")
    officer = Sight(companies=(facts.credit_code,))
    page = services.cmi5.registrations.page
    seen, total = page(course, 0, 10, officer)
    assert {each.person for each in seen} == {own} and {each.learner for each in seen} == {own, duplicate}
    assert (total, page(course, 0, 10, EVERYTHING)[1], page(course, 0, 10, NOTHING)) == (2, 3, ([], 0))
    counted = [services.cmi5.courses.page(0, 5, sight)[0][0].learners for sight in (officer, EVERYTHING, NOTHING)]
    assert counted == [2, 3, 0]
    assert len(services.cmi5.registrations.of_learner(own)) == 2


def test_erasing_a_learner_with_records_takes_registrations_along(
    services: LedgerServices, http: TestClient, tmp_path: Path
) -> None:
    course = imported(services, tmp_path, unit_xml(moveOn="Passed"))
    unit = launched(services, http, course).start()
    unit.say("initialized")
    assert services.people.erasing.erase(LEARNER, records=True) == 2
    assert services.cmi5.registrations.find(unit.asked["registration"]) is None
    assert unit.state("LMS.LaunchData").status_code == 401
    assert services.cmi5.courses.page(0, 5, EVERYTHING)[0][0].learners == 0
