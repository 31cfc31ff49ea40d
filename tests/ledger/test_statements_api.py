"""The statements resource, as a client program meets it."""

from __future__ import annotations

import copy
import uuid
from datetime import datetime
from typing import Any

import pytest
from fastapi import FastAPI

from common.clock import ManualClock
from ledger.services import LedgerServices
from tests.ledger.sent import ADL, LEARNER, completion, statement
from tests.ledger.van import Van

STATEMENTS = "/xapi/statements"
AGENT = '{"account": {"homePage": "https://qianche.invalid/learners", "name": "%s"}}'


def ids(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["statements"]]


def test_what_was_put_is_got_back_with_what_the_ledger_adds(van: Van) -> None:
    sent = statement()
    assert van.put(STATEMENTS, params={"statementId": sent["id"]}, json=sent).status_code == 204
    answer = van.get(STATEMENTS, params={"statementId": sent["id"].upper()})
    got = answer.json()
    assert sent.items() <= got.items()
    assert set(got) - set(sent) == {"stored", "timestamp", "version", "authority"}
    assert got["authority"]["name"] == "van-1"
    assert answer.headers["Last-Modified"] == "Sun, 22 Nov 2026 01:00:00 GMT"


def test_sent_again_it_is_kept_once(van: Van) -> None:
    batch = completion()
    first, again = van.post(STATEMENTS, json=batch), van.post(STATEMENTS, json=batch)
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json() == [each["id"] for each in batch]
    assert sorted(ids(van.get(STATEMENTS))) == sorted(first.json())


def test_a_statement_got_back_may_be_sent_again(van: Van) -> None:
    van.post(STATEMENTS, json=statement())
    got = van.get(STATEMENTS).json()["statements"]
    assert van.post(STATEMENTS, json=got).status_code == 200
    assert van.get(STATEMENTS).json()["statements"] == got


@pytest.mark.parametrize(
    "change",
    [
        {"verb": {"id": ADL + "failed"}},
        {"object": {"id": "urn:qianche:scenario:other"}},
        {"timestamp": "2026-11-22T09:00:01+08:00"},
        {"result": {"success": False}},
    ],
)
def test_the_same_id_with_other_words_is_a_conflict(van: Van, change: dict[str, Any]) -> None:
    sent = statement(timestamp="2026-11-22T01:00:00Z")
    van.post(STATEMENTS, json=sent)
    answer = van.post(STATEMENTS, json=[statement(), sent | change])
    assert answer.status_code == 409
    assert sent["id"] in answer.json()["en"]
    assert ids(van.get(STATEMENTS)) == [sent["id"]], "the batch is taken whole or not at all"


@pytest.mark.parametrize(
    "change",
    [
        {"timestamp": "2026-11-22T09:00:00.000+08:00"},
        {"verb": {"id": ADL + "completed", "display": {"en": "done"}}},
        {"version": "1.0.0"},
    ],
)
def test_the_same_words_in_another_form_are_no_conflict(van: Van, change: dict[str, Any]) -> None:
    sent = statement(timestamp="2026-11-22T01:00:00Z")
    van.post(STATEMENTS, json=sent)
    assert van.post(STATEMENTS, json=sent | change).status_code == 200


def test_one_bad_statement_rejects_its_batch_and_is_named(van: Van) -> None:
    bad = statement()
    bad["actor"] = {"mbox": "somebody"}
    answer = van.post(STATEMENTS, json=[statement(), bad])
    assert answer.status_code == 400
    assert answer.json()["where"] == "/1/actor/mbox"
    assert "mailto" in answer.json()["en"] and "mailto" in answer.json()["zh"]
    assert ids(van.get(STATEMENTS)) == []


def test_an_id_twice_in_a_batch_is_refused(van: Van) -> None:
    sent = statement()
    assert van.post(STATEMENTS, json=[sent, sent]).status_code == 400


def test_put_needs_an_id_and_the_same_one(van: Van) -> None:
    sent = statement()
    assert van.put(STATEMENTS, json=sent).status_code == 400
    assert van.put(STATEMENTS, params={"statementId": str(uuid.uuid4())}, json=sent).status_code == 400
    without = {name: value for name, value in sent.items() if name != "id"}
    assert van.put(STATEMENTS, params={"statementId": sent["id"]}, json=without).status_code == 204
    assert ids(van.get(STATEMENTS)) == [sent["id"]]


def test_a_statement_without_an_id_gets_one(van: Van) -> None:
    sent = statement()
    del sent["id"]
    (given,) = van.post(STATEMENTS, json=sent).json()
    assert ids(van.get(STATEMENTS)) == [given]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a": 1, "a": 2}',
        b"[NaN]",
        b"[1e999]",
        b'["\\ud800"]',
        b"\xff",
        b"[" * 100_000,
        b"[" * 80 + b"]" * 80,
        b'[{"result": {"score": {"raw": -1E+999}}}]',
        b"[" + b"9" * 310 + b"]",
        b"3",
        b'"text"',
        b"null",
        b"[null]",
        b"[[]]",
        b"9" * 5000,
    ],
)
def test_what_is_not_a_statement_is_refused_with_a_reason(van: Van, body: bytes) -> None:
    answer = van.post(STATEMENTS, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["zh"]


def test_other_content_types_and_sizes_are_refused(van: Van) -> None:
    text = van.post(STATEMENTS, content=b"[]", headers={"Content-Type": "text/plain"})
    assert text.status_code == 400
    big = van.post(
        STATEMENTS, content=b"[" + b" " * (4 * 1024 * 1024) + b"]", headers={"Content-Type": "application/json"}
    )
    assert big.status_code == 413
    streamed = van.post(
        STATEMENTS, content=(b" " * 1024 for _ in range(5000)), headers={"Content-Type": "application/json"}
    )
    assert streamed.status_code == 413


def test_versions_are_agreed_on(van: Van) -> None:
    for spoken, answered in {"1.0": "1.0.3", "1.0.0": "1.0.3", "2.0": "2.0.0", "2.0.0": "2.0.0"}.items():
        answer = van.get(STATEMENTS, headers={"X-Experience-API-Version": spoken})
        assert answer.status_code == 200
        assert answer.headers["X-Experience-API-Version"] == answered
    for unknown in ("", "0.95", "1.1.0", "3.0", "1.0.x"):
        assert van.get(STATEMENTS, headers={"X-Experience-API-Version": unknown}).status_code == 400
    del van.headers["X-Experience-API-Version"]
    assert van.get(STATEMENTS).status_code == 400
    assert van.get("/xapi/about").json() == {"version": ["1.0.3", "2.0.0"]}


def test_every_answer_says_how_far_it_is_consistent(van: Van, clock: ManualClock) -> None:
    for path in (STATEMENTS, "/xapi/about", STATEMENTS + "?limit=x"):
        header = van.get(path).headers["X-Experience-API-Consistent-Through"]
        assert datetime.fromisoformat(header) == clock.now()


def test_stored_increases_strictly_though_the_clock_stands_or_goes_back(
    van: Van, services: LedgerServices, clock: ManualClock
) -> None:
    van.post(STATEMENTS, json=[statement() for _ in range(4)])
    clock.wind(5)
    van.post(STATEMENTS, json=statement())
    services.statements._clock = ManualClock(start=datetime.fromisoformat("2020-01-01T00:00:00Z"))
    van.post(STATEMENTS, json=statement())
    stored = [each["stored"] for each in van.get(STATEMENTS, params={"ascending": "true"}).json()["statements"]]
    assert len(stored) == 6
    assert stored == sorted(set(stored))


# --- finding ----------------------------------------------------------------------------------


def test_filters_find_what_they_name(van: Van, clock: ManualClock) -> None:
    first, second = completion(learner="qc-" + "b" * 32), completion(learner="qc-" + "c" * 32, passed=False)
    van.post(STATEMENTS, json=first)
    clock.wind(10)
    van.post(STATEMENTS, json=second)

    def found(**parameters: str) -> list[str]:
        return ids(van.get(STATEMENTS, params={"ascending": "true", **parameters}))

    ids_of = [[each["id"] for each in batch] for batch in (first, second)]
    assert found() == ids_of[0] + ids_of[1]
    assert ids(van.get(STATEMENTS)) == (ids_of[0] + ids_of[1])[::-1]
    assert found(agent=AGENT % ("qc-" + "b" * 32)) == ids_of[0]
    assert found(agent=AGENT % LEARNER) == []
    assert found(verb=ADL + "failed") == [second[2]["id"]]
    assert found(registration=second[0]["context"]["registration"].upper()) == ids_of[1]
    assert found(activity=first[0]["object"]["id"]) == ids_of[0] + ids_of[1]
    category = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
    assert found(activity=category) == []
    assert found(activity=category, related_activities="true") == ids_of[0] + ids_of[1]
    assert found(since="2026-11-22T01:00:05Z") == ids_of[1]
    assert found(until="2026-11-22T09:00:05+08:00") == ids_of[0]
    assert found(since="2026-11-22T01:00:05Z", verb=ADL + "passed") == []


def test_since_is_later_and_until_is_up_to(van: Van) -> None:
    van.post(STATEMENTS, json=[statement() for _ in range(3)])
    stored = [each["stored"] for each in van.get(STATEMENTS, params={"ascending": "true"}).json()["statements"]]
    assert len(ids(van.get(STATEMENTS, params={"since": stored[0]}))) == 2
    assert len(ids(van.get(STATEMENTS, params={"until": stored[0]}))) == 1


@pytest.mark.parametrize("ascending", ["true", "false"])
def test_more_leads_through_everything_once(van: Van, ascending: str) -> None:
    sent = [statement() for _ in range(23)]
    van.post(STATEMENTS, json=sent)
    url, seen, pages = f"{STATEMENTS}?limit=4&ascending={ascending}&verb={ADL}completed", [], 0
    while url:
        answer = van.get(url)
        seen += ids(answer)
        url = answer.json()["more"]
        pages += 1
    wanted = [each["id"] for each in sent]
    assert seen == (wanted if ascending == "true" else wanted[::-1])
    assert pages == 6


def test_a_limit_of_zero_is_the_ledgers_own(van: Van) -> None:
    van.post(STATEMENTS, json=[statement() for _ in range(12)])
    answer = van.get(STATEMENTS, params={"limit": "0"})
    assert len(ids(answer)) == 10 and answer.json()["more"]


@pytest.mark.parametrize(
    "parameters",
    [
        {"Verb": ADL + "passed"},
        {"unknown": "1"},
        {"statementId": "not-a-uuid"},
        {"statementId": str(uuid.uuid4()), "verb": ADL + "passed"},
        {"statementId": str(uuid.uuid4()), "voidedStatementId": str(uuid.uuid4())},
        {"agent": "{"},
        {"agent": "{}"},
        {"agent": "[]"},
        {"verb": "passed"},
        {"since": "yesterday"},
        {"until": "2026-11-22T01:00:00-00:00"},
        {"limit": "-1"},
        {"limit": "1.5"},
        {"ascending": "yes"},
        {"format": "canonically"},
        {"attachments": "yes"},
    ],
)
def test_a_wrong_parameter_is_refused_with_a_reason(van: Van, parameters: dict[str, str]) -> None:
    answer = van.get(STATEMENTS, params=parameters)
    assert answer.status_code == 400
    assert answer.json()["en"] and answer.json()["zh"]


def test_the_format_ids_leaves_only_what_tells_apart(van: Van) -> None:
    sent = statement(actor={"objectType": "Agent", "name": "王小明", "mbox": "mailto:wang@example.com"})
    sent["object"]["definition"] = {"name": {"en": "Electrocution"}}
    van.post(STATEMENTS, json=sent)
    (got,) = van.get(STATEMENTS, params={"format": "ids"}).json()["statements"]
    assert got["actor"] == {"objectType": "Agent", "mbox": "mailto:wang@example.com"}
    assert got["verb"] == {"id": ADL + "completed"}
    assert got["object"] == {"id": sent["object"]["id"]}


def test_an_unknown_statement_is_not_found(van: Van) -> None:
    assert van.get(STATEMENTS, params={"statementId": str(uuid.uuid4())}).status_code == 404


# --- taking back ------------------------------------------------------------------------------


def voiding(target: str) -> dict[str, Any]:
    return statement("voided", object={"objectType": "StatementRef", "id": target})


@pytest.mark.parametrize("voided_first", [False, True])
def test_a_statement_taken_back_is_found_as_such_only(van: Van, voided_first: bool) -> None:
    sent = statement()
    taking_back = voiding(sent["id"])
    for each in [taking_back, sent] if voided_first else [sent, taking_back]:
        assert van.post(STATEMENTS, json=each).status_code == 200
    assert ids(van.get(STATEMENTS)) == [taking_back["id"]]
    assert van.get(STATEMENTS, params={"statementId": sent["id"]}).status_code == 404
    assert van.get(STATEMENTS, params={"voidedStatementId": sent["id"]}).json()["id"] == sent["id"]


def test_what_takes_back_cannot_be_taken_back(van: Van) -> None:
    sent = statement()
    taking_back = voiding(sent["id"])
    van.post(STATEMENTS, json=[sent, taking_back])
    again = voiding(taking_back["id"])
    van.post(STATEMENTS, json=again)
    assert set(ids(van.get(STATEMENTS))) == {taking_back["id"], again["id"]}
    assert van.get(STATEMENTS, params={"voidedStatementId": sent["id"]}).status_code == 200


# --- who may ----------------------------------------------------------------------------------


def test_without_a_right_credential_nothing_is_let_in(app: FastAPI, services: LedgerServices) -> None:
    key, secret = services.credentials.add("van", "all")
    for credential in (None, (key, secret + "x"), ("nobody", secret), (key, "")):
        van = Van(app, credential)
        for answer in (van.get(STATEMENTS), van.post(STATEMENTS, json=statement())):
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"].startswith("Basic")
    for header in ("Basic", "Basic %%%", "Basic " + "gA==", "Bearer " + secret):
        answer = Van(app, None).get(STATEMENTS, headers={"Authorization": header})
        assert answer.status_code == 401, header


@pytest.mark.parametrize(
    ("scope", "may_write", "may_read"),
    [("all", True, True), ("write", True, False), ("read", False, True), ("read-mine", False, True)],
)
def test_a_scope_allows_what_it_says(
    app: FastAPI, services: LedgerServices, scope: Any, may_write: bool, may_read: bool
) -> None:
    van = Van(app, services.credentials.add("program", scope))
    assert van.post(STATEMENTS, json=statement()).status_code == (200 if may_write else 403)
    assert van.get(STATEMENTS).status_code == (200 if may_read else 403)


def test_read_mine_shows_nothing_of_others(app: FastAPI, services: LedgerServices, van: Van) -> None:
    sent = statement()
    van.post(STATEMENTS, json=sent)
    other = Van(app, services.credentials.add("other", "read-mine"))
    assert ids(other.get(STATEMENTS)) == []
    assert other.get(STATEMENTS, params={"statementId": sent["id"]}).status_code == 404


def test_the_statement_sent_is_not_changed_by_what_comes_back(van: Van) -> None:
    batch = completion()
    kept = copy.deepcopy(batch)
    van.post(STATEMENTS, json=batch)
    for sent in kept:
        assert sent.items() <= van.get(STATEMENTS, params={"statementId": sent["id"]}).json().items()
