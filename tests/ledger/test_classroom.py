"""The classroom from within: who is let in, credits told exactly once, tests before and after, and the gain."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from common.clock import ManualClock
from ledger.classroom import routes
from ledger.classroom.order_tests import NoTest, OrderTests
from ledger.people.documents import check_document
from ledger.people.learners import Particulars
from ledger.people.orders import Order
from ledger.people.roster_file import read_roster
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.statement_search import Query
from tests.ledger.conftest import CHEAP
from tests.ledger.made_lessons import LESSON, SCENARIO, questions, write_lesson, write_questions
from tests.ledger.rosters import company, resident, workbook
from tests.ledger.sent import completion

DAY = date(2026, 11, 22)
NAME, NUMBER = "王小明", resident(5)
HERE = f"/classroom/lessons/{LESSON}"


@pytest.fixture
def settings(tmp_path: Path, database_url: str | None) -> LedgerSettings:
    own = tmp_path / "own"
    write_lesson(own)
    write_questions(own, questions(8, ("no-rcd", "wet-cable")))
    return LedgerSettings(data=tmp_path / "ledger", database=database_url, lesson_folders=(own,))


@pytest.fixture
def services(settings: LedgerSettings, clock: ManualClock) -> Iterator[LedgerServices]:
    services = LedgerServices(settings, clock, CHEAP)
    yield services
    services.close()


@pytest.fixture
def phone(services: LedgerServices) -> Iterator[TestClient]:
    with phone_of(services) as phone:
        yield phone


def phone_of(services: LedgerServices) -> TestClient:
    app = FastAPI()
    app.include_router(routes.create_router(services))
    return TestClient(app)


@pytest.fixture
def order(services: LedgerServices) -> Order:
    """An order with one person on its roster."""
    employer = services.people.employers.add(company())
    key = services.people.orders.add(employer, DAY, "三号车间", [f"urn:qianche:scenario:{SCENARIO}"], "x", EVERYTHING)
    found = services.people.orders.find(key, EVERYTHING)
    entries, _ = read_roster(workbook([(NAME, "居民身份证", NUMBER, "焊工", "")]), DAY)
    services.people.orders.add_roster(found, entries, "x")
    return found


def code_of(services: LedgerServices, class_id: str) -> str:
    return services.classroom.classes.find(class_id, EVERYTHING).code


def open_class(services: LedgerServices) -> str:
    return code_of(services, services.classroom.classes.add_open("公开课", DAY, [], "bureau"))


def join(phone: TestClient, code: str, name: str = NAME, number: str = NUMBER, consent: str = "yes") -> Response:
    return phone.post(f"/classroom/join/{code}", data={"name": name, "number": number, "consent": consent})


def said(answer: Response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text.partition("<main")[2]))


def learner(services: LedgerServices, number: str = NUMBER) -> str:
    return next(iter(services.learners.by_number(number)))


def statements(services: LedgerServices) -> list[tuple[str, dict]]:
    found, _ = services.statements.search(Query(ascending=True), 100)
    told = [json.loads(each.raw) for each in found]
    return [(each["verb"]["display"]["en"], each) for each in told if each["object"]["id"].count(":lesson:")]


def take_lesson(phone: TestClient, first: str = "1") -> None:
    phone.post(f"{HERE}/begin")
    phone.get(f"{HERE}/1")
    phone.post(f"{HERE}/2", data={"chosen": first})
    phone.post(f"{HERE}/3", data={"chosen": ["0", "2"]})


def test_an_orders_class_lets_in_its_roster_only_and_tells_nobody_who_is_known(
    services: LedgerServices, order: Order, phone: TestClient
) -> None:
    code = code_of(services, services.classroom.classes.make_for(order, "bureau"))
    known = said(join(phone, code, name="王晓明"))
    unknown = said(join(phone, code, name="李四", number=resident(6)))
    for name, number in (("王晓明", NUMBER), ("李四", resident(6))):
        known, unknown = known.replace(number, "#").replace(name, "%"), unknown.replace(number, "#").replace(name, "%")
    assert "对不上" in known
    assert known.replace('"', "") == unknown.replace('"', "")
    assert services.learners.count(EVERYTHING) == 1
    assert join(phone, code, consent="").status_code == 403
    assert services.people.consents.of_learner(learner(services))[0].source == "roster"
    answer = join(phone, code)
    assert "王**，你好" in said(answer)
    assert NAME not in answer.text and NUMBER not in answer.text
    assert [each.source for each in services.people.consents.of_learner(learner(services))].count("phone") == 1
    cookie = answer.history[0].headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/classroom" in cookie


def test_guessing_is_slowed_down(services: LedgerServices, order: Order, phone: TestClient, clock: ManualClock) -> None:
    code = code_of(services, services.classroom.classes.make_for(order, "bureau"))
    for guess in ("王一", "王二", "王三", "王四", "王五"):
        assert join(phone, code, name=guess).status_code == 403
    assert join(phone, code).status_code == 429, "the right name comes too late"
    clock.wind(901)
    assert join(phone, code).status_code == 200
    assert phone.get("/classroom/join/%00").status_code == 403
    clock.wind(901)
    codes = [phone.get("/classroom/join/aaaaaaaaaa").status_code for _ in range(61)]
    assert codes == [403] * 60 + [429]


def test_a_session_ends_with_its_time_and_with_its_owner(
    services: LedgerServices, phone: TestClient, clock: ManualClock
) -> None:
    join(phone, open_class(services))
    assert phone.get("/classroom/me").url.path == "/classroom/me"
    token = phone.cookies["qianche_learner"]
    with services.database.reading() as connection:
        kept = connection.exec_driver_sql("SELECT digest FROM learner_sessions").scalar()
    assert token not in kept
    other = phone_of(services)
    other.post("/classroom/sign-in", data={"name": NAME, "number": NUMBER})
    assert other.get("/classroom/me").url.path == "/classroom/me"
    services.people.erasing.erase(learner(services), records=True)
    asked = phone.get("/classroom/me")
    assert asked.url.path == "/classroom/sign-in" and 'value="/classroom/me"' in asked.text
    clock.wind(31 * 24 * 3600)
    assert other.get("/classroom/me").url.path == "/classroom/sign-in"


def test_who_signs_in_goes_on_to_where_they_wanted_and_nowhere_else(
    services: LedgerServices, phone: TestClient
) -> None:
    join(phone, open_class(services))
    who = {"name": NAME, "number": NUMBER}
    for wanted, there in (("/classroom/me", "/classroom/me"), (HERE, HERE), ("//elsewhere.cn", "/classroom")):
        assert phone.post("/classroom/sign-out", data={"next": wanted}).url.host == "testserver"
        answer = phone.post("/classroom/sign-in", data={**who, "next": wanted})
        assert (answer.url.host, answer.url.path) == ("testserver", there)
    join_here = f"/classroom/join/{open_class(services)}"
    assert "以 王** 的身份报名" in said(phone.get(join_here))
    assert phone.post("/classroom/sign-out", data={"next": join_here}).url.path == join_here


def test_a_lesson_is_gone_through_in_order_and_the_first_answer_counts(
    services: LedgerServices, phone: TestClient, clock: ManualClock
) -> None:
    join(phone, open_class(services))
    assert phone.post(f"{HERE}/begin").url.path == f"{HERE}/1"
    assert phone.get(f"{HERE}/3").url.path == f"{HERE}/2", "no further than the first that is not done"
    clock.wind(40)
    assert phone.post(f"{HERE}/finish").url.path == HERE, "not before the end"
    phone.get(f"{HERE}/2")
    assert "请先选择答案" in said(phone.post(f"{HERE}/2", data={}))
    assert phone.post(f"{HERE}/2", data={"chosen": ["0", "1"]}).status_code == 400
    wrong = said(phone.post(f"{HERE}/2", data={"chosen": "0"}))
    assert "答错了" in wrong and "电会传到你身上" in wrong and "先断电，再碰人" in wrong
    assert "答错了" in said(phone.post(f"{HERE}/2", data={"chosen": "1"}))
    clock.wind(3600)
    assert "答对了" in said(phone.post(f"{HERE}/3", data={"chosen": ["2", "0"]}))
    assert phone.get(HERE).status_code == 200
    result = said(phone.post(f"{HERE}/finish"))
    assert "2 道题答对 1 道" in result and "计 0.25 学时" in result
    told = statements(services)
    assert [verb for verb, _ in told] == ["initialized", "completed", "passed", "terminated"]
    assert told[2][1]["result"] == {
        "success": True,
        "score": {"scaled": 0.5, "raw": 50.0, "min": 0, "max": 100},
        "duration": "PT5M40.00S",
    }
    assert told[0][1]["actor"]["account"]["name"] == learner(services)
    assert "0.25 学时" in said(phone.get("/classroom/me"))


def test_a_second_pass_earns_nothing_and_a_fail_can_be_made_good(services: LedgerServices, phone: TestClient) -> None:
    join(phone, open_class(services))
    phone.post(f"{HERE}/begin")
    phone.get(f"{HERE}/1")
    phone.post(f"{HERE}/2", data={"chosen": "0"})
    phone.post(f"{HERE}/3", data={"chosen": "1"})
    assert "再学一遍" in said(phone.post(f"{HERE}/finish"))
    for _ in range(2):
        take_lesson(phone)
        result = said(phone.post(f"{HERE}/finish"))
    assert "计 0.25 学时" in result
    assert services.certificates.reckoning(learner(services), EVERYTHING).hours == 0.25
    assert [verb for verb, _ in statements(services)].count("passed") == 2


def test_what_a_power_cut_left_is_told_at_the_next_start_and_only_once(
    services: LedgerServices, phone: TestClient, settings: LedgerSettings, clock: ManualClock
) -> None:
    join(phone, open_class(services))
    take_lesson(phone)
    person, lesson = learner(services), services.classroom.library.lessons[LESSON].lesson
    services.classroom.attempts.finish(services.classroom.attempts.going_on(person, lesson), lesson)
    assert [verb for verb, _ in statements(services)] == ["initialized"]
    for _ in range(2):
        again = LedgerServices(settings, clock, CHEAP)
        assert [verb for verb, _ in statements(again)] == ["initialized", "completed", "passed", "terminated"]
        again.close()
    services.classroom.telling.tell(services.classroom.attempts.last_ended(person, LESSON))
    assert len(statements(services)) == 4


def answer_all(phone: TestClient, order: Order, phase: str, chosen: str) -> Response:
    """Answer every question of a test alike."""
    answer = phone.post(f"/classroom/tests/{order.id}/{phase}/begin")
    while found := re.search(rf'action="(/classroom/tests/{order.id}/{phase}/\d+)"', answer.text):
        answer = phone.post(found[1], data={"chosen": chosen})
    return answer


def test_before_once_after_only_when_trained_and_the_gain_is_shown(
    services: LedgerServices, order: Order, phone: TestClient, clock: ManualClock
) -> None:
    join(phone, code_of(services, services.classroom.classes.make_for(order, "bureau")))
    person, tests = learner(services), services.classroom.tests
    assert tests.states(order, person) == {"before": "offered", "after": "not_yet"}
    assert phone.post(f"/classroom/tests/{order.id}/after/begin").status_code == 409
    assert "共 3 道题" in said(phone.get(f"/classroom/tests/{order.id}/before"))
    thanks = answer_all(phone, order, "before", "0")
    assert "现在可以上车体验" in said(thanks) and "因为" not in thanks.text and "答对" not in thanks.text
    assert phone.post(f"/classroom/tests/{order.id}/before/0", data={"chosen": "1"}).status_code == 409
    client = services.credentials.verify(*services.credentials.add("van", "all"))
    services.statements.take(completion(learner=person), client, "1.0.3")
    assert tests.states(order, person)["after"] == "offered"
    result = said(answer_all(phone, order, "after", "1"))
    assert "训前 0/3，训后 3/3，提高 100 分" in result and "因为" in result
    items = {phase: tests.items(tests.find(order.id, person, phase)) for phase in ("before", "after")}
    asked = {phase: {each.question.id for each in found} for phase, found in items.items()}
    assert asked["before"].isdisjoint(asked["after"])
    assert {each.question.about for each in items["before"]} >= {each.question.about for each in items["after"]}
    assert services.classroom.gains.mean(EVERYTHING) == (100.0, 1)
    done = {each.scenario: each.passed for each in services.completions.of_learner(person, EVERYTHING)}
    assert done["urn:qianche:test:before"] is None and done["urn:qianche:test:after"] is True
    assert services.people.orders.find(order.id, EVERYTHING).came == 1


def test_a_test_before_closes_when_the_training_begins(
    services: LedgerServices, order: Order, phone: TestClient
) -> None:
    join(phone, code_of(services, services.classroom.classes.make_for(order, "bureau")))
    person, tests = learner(services), services.classroom.tests
    began = tests.begin(order, person, "before", "zh")
    client = services.credentials.verify(*services.credentials.add("van", "all"))
    services.statements.take(completion(learner=person), client, "1.0.3")
    assert tests.states(order, person) == {"before": "missed", "after": "offered"}
    assert phone.post(f"/classroom/tests/{order.id}/before/0", data={"chosen": "1"}).status_code == 409
    answer_all(phone, order, "after", "1")
    assert services.classroom.gains.of(order.id, person) is None
    assert tests.find(order.id, person, "before").ended_us is None and began.asked == 3


def test_others_orders_and_scenarios_without_questions_have_no_tests(
    services: LedgerServices, order: Order, phone: TestClient
) -> None:
    join(phone, open_class(services), name="李四", number=resident(6))
    assert phone.post(f"/classroom/tests/{order.id}/before/begin").status_code == 409
    silent = OrderTests(services.database, services.clock, dict)
    assert silent.states(order, learner(services)) == {"before": "none", "after": "none"}
    with pytest.raises(NoTest):
        silent.begin(order, learner(services), "before", "zh")


def test_two_last_answers_at_once_hand_the_test_in(services: LedgerServices, order: Order, phone: TestClient) -> None:
    tests, person = services.classroom.tests, learner(services)
    test = tests.begin(order, person, "before", "zh")
    tests.answer(test, 0, frozenset({1}))
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda place: tests.answer(test, place, frozenset({1})), (1, 2)))
    done = tests.find(order.id, person, "before")
    assert done.ended_us is not None and (done.asked, done.right) == (3, 3)


def test_ones_own_certificate_is_given_as_a_sheet_and_nobody_elses(
    services: LedgerServices, order: Order, phone: TestClient
) -> None:
    join(phone, open_class(services))
    client = services.credentials.verify(*services.credentials.add("van", "all"))
    services.statements.take(completion(learner=learner(services)), client, "1.0.3")
    issued = services.certificates.issue(learner(services), "experience", "人社局", "bureau", EVERYTHING)
    assert issued.number in said(phone.get("/classroom/me"))
    sheet = phone.get(f"/classroom/certificates/{issued.id}.pdf")
    assert sheet.content.startswith(b"%PDF") and "attachment" in sheet.headers["content-disposition"]
    with phone_of(services) as other:
        join(other, open_class(services), name="李四", number=resident(6))
        assert other.get(f"/classroom/certificates/{issued.id}.pdf").status_code == 404


def test_merging_and_erasing_reach_into_the_classroom(services: LedgerServices, phone: TestClient) -> None:
    join(phone, open_class(services))
    take_lesson(phone)
    phone.post(f"{HERE}/finish")
    person = learner(services)
    with services.database.writing() as connection:
        passport = Particulars(NAME, check_document("passport", "E12345678"))
        other = services.learners.take_down(connection, passport, None)
    services.people.merging.merge(other, person, "bureau")
    assert services.certificates.reckoning(other, EVERYTHING).hours == 0.25
    assert services.classroom.attempts.latest(other)[LESSON].finished
    held = services.people.own_data.of(other, EVERYTHING)["classroom"]
    assert [each["question"] for each in held["lessons"][0]["answers"]] == ["q1", "q2"]
    assert phone.get("/classroom/me").url.path == "/classroom/sign-in"
    services.people.erasing.erase(other, records=True)
    assert services.classroom.attempts.latest(other) == {}
    assert statements(services) == []


def test_pictures_come_in_parts_and_stay_with_the_browser(services: LedgerServices, phone: TestClient) -> None:
    part = phone.get(f"/classroom/media/{LESSON}/cover.png", headers={"Range": "bytes=0-7"})
    assert part.status_code == 206 and part.content == b"\x89PNG\r\n\x1a\n"
    assert "immutable" in part.headers["cache-control"]
    for path in (
        f"{LESSON}/lesson.yaml",
        f"{LESSON}/story.zh.md",
        "none/cover.png",
        f"{LESSON}/..%2f..%2fledger.sqlite",
    ):
        assert phone.get(f"/classroom/media/{path}").status_code == 404
    drawing = phone.get("/classroom/guide/warning.svg")
    assert "default-src 'none'" in drawing.headers["content-security-policy"]


def test_a_form_is_short_and_whole(services: LedgerServices, phone: TestClient) -> None:
    assert phone.post("/classroom/sign-in", data={"name": "王" * 20_000, "number": NUMBER}).status_code == 413
    assert "有内容没有填" in said(phone.post("/classroom/sign-in", data={"name": "王小明", "number": ""}))
