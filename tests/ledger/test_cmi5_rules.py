"""What a unit may say and ask for, rule by rule; each names the section of cmi5 (Quartz) that it stands in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from common.clock import ManualClock
from ledger.classroom.cmi5.rules import RULES
from ledger.services import LedgerServices
from tests.ledger.courses import (
    ADL,
    COURSE_ID,
    LMS,
    MASTERY,
    MOVE_ON,
    SESSION,
    SITE,
    UNIT_ID,
    Unit,
    imported,
    served,
    unit_xml,
)
from tests.ledger.sent import LEARNER

Change = Callable[[dict[str, Any]], object]
BELOW, REACHED = {"scaled": 0.79}, {"scaled": 0.8}


@pytest.fixture
def http(services: LedgerServices) -> Iterator[TestClient]:
    with served(services) as client:
        yield client


@pytest.fixture
def launch(services: LedgerServices, http: TestClient, tmp_path: Path) -> Callable[..., Unit]:
    """Launches the one unit of a course, which needs 0.8."""
    course = imported(services, tmp_path, unit_xml(masteryScore="0.8", moveOn="CompletedAndPassed"))

    def begin(**more: Any) -> Unit:
        url = services.cmi5.launching.launch(
            LEARNER, course, UNIT_ID, site=SITE, return_url="http://testserver/classroom", **more
        )
        return Unit(http, url)

    return begin


@pytest.fixture
def unit(launch: Callable[..., Unit]) -> Unit:
    """One that has begun its session and said so."""
    unit = launch().start()
    unit.say("initialized")
    return unit


def category(*ids: str) -> Change:
    def change(said: dict[str, Any]) -> None:
        said["context"]["contextActivities"]["category"] = [{"id": each} for each in ids]

    return change


def at(*path: str, to: Any) -> Change:
    """Sets what lies at ``path`` in a statement."""

    def change(said: dict[str, Any]) -> None:
        for name in path[:-1]:
            said = said[name]
        said[path[-1]] = to

    return change


def without(*path: str) -> Change:
    def change(said: dict[str, Any]) -> None:
        for name in path[:-1]:
            said = said[name]
        del said[path[-1]]

    return change


CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
BROKEN: list[tuple[str, str, str, dict[str, Any], Change]] = [
    ("9.1", "id", "passed", {}, without("id")),
    ("9.7", "timestamp", "passed", {}, without("timestamp")),
    ("9.7", "utc", "passed", {}, at("timestamp", to="2026-11-22T09:00:10+08:00")),
    ("9.2", "actor", "passed", {}, at("actor", "objectType", to="Group")),
    ("9.2", "actor", "passed", {}, at("actor", to={"mbox": "mailto:wang@example.com"})),
    ("9.2", "actor", "passed", {}, at("actor", "account", "name", to="qc-" + "b" * 32)),
    ("9.6.1", "registration", "passed", {}, without("context")),
    ("9.6.1", "registration", "passed", {}, without("context", "registration")),
    ("9.6.1", "registration", "passed", {}, at("context", "registration", to="ccaf384c-f8d4-4e7a-8304-49af58f0b176")),
    ("10.2.1", "template", "passed", {}, without("context", "extensions", SESSION)),
    ("10.2.1", "template", "passed", {}, at("context", "extensions", SESSION, to="another")),
    ("10.2.1", "template", "passed", {}, without("context", "contextActivities", "grouping")),
    ("9.3", "order", "passed", {}, at("timestamp", to="2026-11-22T01:00:09Z")),
    ("9.3", "verb", "terminated", {}, at("verb", "id", to=LMS + "satisfied")),
    ("9.3", "verb", "terminated", {}, at("verb", "id", to=ADL + "launched")),
    ("9.4", "object", "passed", {}, at("object", "id", to=UNIT_ID)),
    ("9.3", "verb_once", "initialized", {}, lambda _said: None),
    ("9.5.1", "score_stray", "completed", {"score": {"scaled": 1}}, lambda _said: None),
    ("9.5.1", "raw_between", "passed", {"score": {"scaled": 0.9, "raw": 90, "max": 100}}, lambda _said: None),
    ("9.5.1", "scaled", "failed", {"score": {"scaled": -0.5}}, lambda _said: None),
    ("9.5.2", "success", "passed", {"success": False}, lambda _said: None),
    ("9.5.2", "success", "failed", {}, without("result", "success")),
    ("9.5.2", "success", "completed", {"success": True}, lambda _said: None),
    ("9.5.3", "completion", "completed", {"completion": False}, lambda _said: None),
    ("9.5.3", "completion", "passed", {"completion": True}, lambda _said: None),
    ("9.5.4.1", "duration", "passed", {}, without("result", "duration")),
    ("9.5.4.1", "duration", "terminated", {}, without("result")),
    ("9.6.2.2", "move_on", "passed", {}, category(CMI5)),
    ("9.6.2.2", "move_on_stray", "terminated", {}, category(CMI5, MOVE_ON)),
    ("9.3.4", "mastery", "passed", {"score": BELOW}, lambda _said: None),
    ("9.3.4", "mastery", "failed", {"score": REACHED}, lambda _said: None),
    ("9.6.3.2", "mastery_told", "passed", {"score": REACHED}, without("context", "extensions", MASTERY)),
    ("9.6.3.2", "mastery_told", "passed", {"score": REACHED}, at("context", "extensions", MASTERY, to=0.5)),
]


def refused(answer: Any, section: str, name: str) -> None:
    assert answer.status_code == 403, answer.text
    said = answer.json()
    assert said["error"] == f"cmi5.rule.{name}"
    assert f"第 {section} 节" in said["zh"] and f"section {section} of cmi5" in said["en"]
    assert next(rule for rule in RULES if rule.name == name).section == section


def test_each_statement_that_breaks_a_rule_is_refused_with_its_section(unit: Unit) -> None:
    for section, name, verb, result, change in BROKEN:
        statement = unit.statement(verb, **copy.deepcopy(result))
        change(statement)
        refused(unit.send(statement), section, name)
    unit.say("passed", score=REACHED)  # nothing of all that was kept


def test_every_rule_is_broken_somewhere_here() -> None:
    elsewhere = {"no_voiding", "preferences_read", "initialized_first", "terminated_last", "mode"}
    in_order = {"one_verdict", "completed_once", "passed_once", "failed_after_passed"}
    assert {rule.name for rule in RULES} == {broken[1] for broken in BROKEN} | elsewhere | in_order


def test_a_session_goes_from_initialized_to_terminated(launch: Callable[..., Unit]) -> None:
    unit = launch()
    unit.http.headers["Authorization"] = f"Basic {unit.fetch()['auth-token']}"
    unit.data = unit.state("LMS.LaunchData").json()
    refused(unit.send(unit.statement("initialized")), "11.0", "preferences_read")
    assert unit.profile("cmi5LearnerPreferences").json() == {
        "languagePreference": "zh-CN,zh,en",
        "audioPreference": "on",
    }
    refused(unit.send(unit.statement("completed")), "9.3", "initialized_first")
    refused(unit.send(unit.allowed()), "9.3", "initialized_first")
    unit.say("initialized")
    seen = unit.allowed()
    assert unit.send(seen).status_code == 200
    taken_back = unit.allowed(ADL + "voided", object={"objectType": "StatementRef", "id": seen["id"]})
    refused(unit.send(taken_back), "6.3", "no_voiding")
    # In one batch too nothing follows the end; all of it is refused.
    refused(unit.send(unit.statement("terminated"), unit.allowed()), "9.3.8", "terminated_last")
    unit.say("terminated")
    after = unit.send(unit.allowed())
    assert after.status_code == 401 and after.json()["error"] == "cmi5.session.unknown"
    assert unit.state("LMS.LaunchData").status_code == 401
    assert unit.fetch()["error-code"] == "1"


def test_there_is_one_verdict_in_a_session_and_one_pass_in_a_registration(launch: Callable[..., Unit]) -> None:
    first = launch().start()
    first.say("initialized")
    first.say("failed", score=BELOW)
    refused(first.send(first.statement("passed", score=REACHED)), "9.3", "one_verdict")
    first.say("completed")
    second = launch().start()
    assert second.data["contextTemplate"]["extensions"] != first.data["contextTemplate"]["extensions"]
    assert second.asked["registration"] == first.asked["registration"]
    second.say("initialized")
    refused(second.send(second.statement("completed")), "9.3.3", "completed_once")
    second.say("passed", score=REACHED)
    third = launch(mode="Normal").start()
    third.say("initialized")
    refused(third.send(third.statement("passed")), "9.3.4", "passed_once")
    refused(third.send(third.statement("failed", score=BELOW)), "9.3", "failed_after_passed")


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_who_only_looks_is_not_judged(launch: Callable[..., Unit], mode: str) -> None:
    unit = launch(mode=mode).start()
    assert unit.data["launchMode"] == mode
    unit.say("initialized")
    for verb in ("completed", "passed", "failed"):
        refused(unit.send(unit.statement(verb)), "10.2.2", "mode")
    unit.say("terminated")


def test_what_is_not_xapi_is_refused_as_such(unit: Unit) -> None:
    statement = unit.statement("passed")
    del statement["verb"]
    assert unit.send(statement).status_code == 400
    assert unit.http.post("/cmi5/xapi/statements", json="nothing").status_code == 400


def test_a_statement_sent_again_changes_nothing(unit: Unit) -> None:
    passed = unit.statement("passed", score=REACHED)
    assert unit.send(passed).status_code == 200
    assert unit.send(passed).status_code == 200
    assert unit.send({**passed, "timestamp": "2026-11-22T01:00:11Z"}).status_code == 409


def test_the_good_of_a_batch_can_be_kept(unit: Unit) -> None:
    batch = [unit.statement("completed"), unit.statement("completed"), unit.statement("passed")]
    answer = unit.http.post("/cmi5/xapi/statements", json=batch, headers={"Qianche-Batch": "keep-good"})
    assert answer.json()["stored"] == [batch[0]["id"], batch[2]["id"]]
    assert [each["error"] for each in answer.json()["refused"]] == ["cmi5.rule.verb_once"]


def test_launch_data_is_there_to_be_read(unit: Unit) -> None:
    assert unit.data == {
        "contextTemplate": unit.data["contextTemplate"],
        "launchMode": "Normal",
        "launchMethod": "AnyWindow",
        "moveOn": "CompletedAndPassed",
        "masteryScore": 0.8,
        "returnURL": "http://testserver/classroom",
    }
    assert {"id": UNIT_ID} in unit.data["contextTemplate"]["contextActivities"]["grouping"]
    for method in ("PUT", "POST", "DELETE"):
        refused_write = unit.state("LMS.LaunchData", method, json={"launchMode": "Browse"})
        assert refused_write.status_code == 403 and refused_write.json()["error"] == "cmi5.rule.launch_data"
    parameters = {"agent": unit.asked["actor"], "activityId": unit.asked["activityId"]}
    everything = unit.http.delete("/cmi5/xapi/activities/state", params=parameters)
    assert everything.status_code == 403
    assert unit.state("LMS.LaunchData").json() == unit.data
    assert unit.state("bookmark", "PUT", json={"page": 3}).status_code == 204
    assert unit.state("bookmark").json() == {"page": 3}


def test_preferences_have_their_form(unit: Unit) -> None:
    wrong: list[tuple[Any, str]] = [
        ({"languagePreference": "en-US,fr-FR"}, "preferences"),
        ({"audioPreference": "on"}, "preferences"),
        ({"languagePreference": "not a list", "audioPreference": "on"}, "languages"),
        ({"languagePreference": "", "audioPreference": "on"}, "languages"),
        ({"languagePreference": "en", "audioPreference": "loud"}, "audio"),
        (["en"], "preferences"),
    ]
    for said, error in wrong:
        answer = unit.profile("cmi5LearnerPreferences", "POST", json=said)
        assert answer.status_code == 403 and answer.json()["error"] == f"cmi5.rule.{error}"


def test_a_learner_s_own_preferences_stay(unit: Unit, launch: Callable[..., Unit]) -> None:
    assert unit.profile("cmi5LearnerPreferences", "DELETE").status_code == 403
    plain = unit.profile("cmi5LearnerPreferences", "POST", content="text", headers={"Content-Type": "text/plain"})
    assert plain.status_code == 403
    chosen = {"languagePreference": "yi,zh-CN", "audioPreference": "off"}
    assert unit.profile("cmi5LearnerPreferences", "POST", json=chosen).status_code == 204
    assert launch().start().profile("cmi5LearnerPreferences").json() == chosen


def test_a_unit_sees_its_learner_and_its_registration_alone(
    unit: Unit, services: LedgerServices, launch: Callable[..., Unit]
) -> None:
    other = json.dumps({"account": {"homePage": "https://qianche.invalid/learners", "name": "qc-" + "b" * 32}})
    own = unit.asked | {"actor": other}
    for path, parameters in (
        ("agents", {"agent": other}),
        ("agents/profile", {"agent": other, "profileId": "cmi5LearnerPreferences"}),
        ("activities/state", {"agent": other, "activityId": own["activityId"], "stateId": "LMS.LaunchData"}),
        ("activities/profile", {"activityId": "urn:qianche:scenario:x", "profileId": "p"}),
        ("statements", {"registration": "ccaf384c-f8d4-4e7a-8304-49af58f0b176"}),
    ):
        assert unit.http.get(f"/cmi5/xapi/{path}", params=parameters).status_code == 403, path
    assert unit.http.get("/cmi5/xapi/agents/profile", params={"profileId": "p"}).status_code == 400
    found = unit.http.get("/cmi5/xapi/statements").json()["statements"]
    assert [each["verb"]["id"] for each in found] == [ADL + "initialized", ADL + "launched"]
    van = services.credentials.verify(*services.credentials.add("van", "all"))
    (foreign,) = services.statements.take([{**unit.allowed(), "context": {}}], van, "1.0.0")
    assert unit.http.get("/cmi5/xapi/statements", params={"statementId": foreign}).status_code == 404
    assert unit.http.get("/cmi5/xapi/statements", params={"statementId": found[1]["id"]}).status_code == 200


def test_a_token_is_for_its_session_alone(launch: Callable[..., Unit], clock: ManualClock) -> None:
    first = launch().start()
    assert first.fetch()["error-code"] == "1"
    assert first.http.post("/cmi5/fetch/nothing").json()["error-code"] == "2"
    assert first.http.get(f"/cmi5/fetch/{first.asked['fetch'].rpartition('/')[2]}").status_code == 405
    first.say("initialized")
    token = first.http.headers["Authorization"]
    second = launch()
    assert first.state("LMS.LaunchData").status_code == 401, "the earlier session was abandoned"
    second.start()
    assert second.http.headers["Authorization"] != token
    for wrong in ("", "Bearer x", "Basic Og==", token[:-8] + "AAAAAA=="):
        assert second.http.get("/cmi5/xapi/statements", headers={"Authorization": wrong}).status_code == 401
    clock.wind(6 * 3600)
    assert second.state("LMS.LaunchData").status_code == 401
    late = launch()
    clock.wind(6 * 3600)
    assert late.fetch()["error-code"] == "1"


def test_pages_of_other_sites_may_ask_with_a_token(unit: Unit) -> None:
    asked = {"Origin": "https://publisher.example", "Access-Control-Request-Method": "PUT"}
    answer = unit.http.options("/cmi5/xapi/activities/state", headers=asked)
    assert answer.status_code == 204 and answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert unit.http.get("/cmi5/xapi/about").headers["Access-Control-Allow-Origin"] == "*"
    assert unit.send(unit.statement("initialized")).headers["Access-Control-Allow-Origin"] == "*"
    assert COURSE_ID not in unit.asked["activityId"]
