"""Requests in every syntax and version: what is understood, and that each answer says why not."""

from __future__ import annotations

import json
import uuid
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError

from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.xapi import routes
from ledger.xapi.versions import SPOKEN
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import ADL, statement
from tests.ledger.van import Van

STATEMENTS = "/xapi/statements"
VERSION = "X-Experience-API-Version"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def by_form(van: Van, method: str, fields: dict[str, str], path: str = STATEMENTS, **headers: str) -> Any:
    return van.post(f"{path}?method={method}", content=urlencode(fields), headers={**FORM, **headers})


def test_every_method_can_be_asked_for_by_form(van: Van) -> None:
    sent = statement()
    put = {"statementId": sent["id"], "content": json.dumps(sent, ensure_ascii=False)}
    assert by_form(van, "PUT", put).status_code == 204
    assert by_form(van, "GET", {"statementId": sent["id"]}).json()["verb"] == sent["verb"]
    assert len(by_form(van, "GET", {"verb": ADL + "completed"}).json()["statements"]) == 1
    assert by_form(van, "POST", {"content": json.dumps([statement()])}).status_code == 200
    profile = {"activityId": "urn:x:a", "profileId": "p"}
    path = "/xapi/activities/profile"
    kept = {**profile, "content": "<p>页</p>", "Content-Type": "text/html", "If-None-Match": "*"}
    assert by_form(van, "PUT", kept, path).status_code == 204
    assert by_form(van, "PUT", kept, path).status_code == 412, "conditions are read from the form"
    got = by_form(van, "GET", profile, path)
    assert (got.text, got.headers["Content-Type"]) == ("<p>页</p>", "text/html")
    assert by_form(van, "DELETE", profile, path).status_code == 204


def test_a_form_may_carry_credential_and_version(app: FastAPI, van: Van) -> None:
    authorization = van.get(STATEMENTS).request.headers["Authorization"]
    stranger = Van(app, None)
    del stranger.headers[VERSION]
    fields = {"Authorization": authorization, VERSION: "1.0.3", "limit": "1"}
    assert by_form(stranger, "GET", fields).status_code == 200
    assert by_form(stranger, "GET", {VERSION: "1.0.3"}).status_code == 401


def test_a_form_that_is_none_is_refused_with_a_reason(van: Van) -> None:
    sent = {"statementId": str(uuid.uuid4()), "content": json.dumps(statement())}
    wrong = [
        van.post(f"{STATEMENTS}?method=PUT&statementId=x", content=urlencode(sent), headers=FORM),
        van.post(f"{STATEMENTS}?method=PATCH", content=urlencode(sent), headers=FORM),
        van.post(f"{STATEMENTS}?method=PUT", json=statement()),
        van.post(f"{STATEMENTS}?method=PUT", content=b"\xff=1", headers=FORM),
        van.post(f"{STATEMENTS}?method=PUT", content="content", headers=FORM),
        by_form(van, "PUT", {"statementId": sent["statementId"]}),
        by_form(van, "PUT", {**sent, "extra": "1"}),
        by_form(van, "PUT", {**sent, VERSION: "0.8"}),
        by_form(van, "PUT", {**sent, VERSION: "2.0.0"}),
        by_form(van, "PUT", sent, **{VERSION: "2.0.0"}),
        van.put(f"{STATEMENTS}?method=POST", json=statement()),
        van.get(f"{STATEMENTS}?limit=1&limit=2"),
    ]
    for answer in wrong:
        assert answer.status_code == 400, answer.request.url
        assert answer.json()["zh"] and answer.json()["en"]
    assert van.get(STATEMENTS).json()["statements"] == []


def test_only_methods_that_a_resource_has_are_taken(van: Van) -> None:
    for path, allowed in (("/xapi/statements", "PUT, POST, GET"), ("/xapi/agents", "GET")):
        answer = van.delete(path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)
        assert answer.headers[VERSION] == "1.0.3"


def test_a_client_that_names_no_version_is_told_in_the_one_it_spoke_last(van: Van) -> None:
    def told(**headers: str) -> tuple[int, str]:
        answer = van.get(STATEMENTS, headers=headers)
        return answer.status_code, answer.headers[VERSION]

    del van.headers[VERSION]
    assert told() == (400, "2.0.0")
    for version in ("1.0.3", "2.0.0"):
        assert told(**{VERSION: version}) == (200, version)
        assert told() == (400, version)


def test_what_only_version_2_has_is_not_taken_in_version_1(van: Van) -> None:
    people = [{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@example.com"}}]
    direct = statement(context={"contextAgents": people})
    inner = {"objectType": "SubStatement", **{key: direct[key] for key in ("actor", "verb", "object", "context")}}
    for sent, where in ((direct, "/context/contextAgents"), (statement(object=inner), "/object/context/contextAgents")):
        answer = van.post(STATEMENTS, json=sent)
        assert (answer.status_code, answer.json()["where"]) == (400, where)
        assert van.post(STATEMENTS, json=sent, headers={VERSION: "2.0.0"}).status_code == 200


@pytest.mark.parametrize(
    ("authority", "taken"),
    [
        ({"mbox": "mailto:a@example.com"}, True),
        ({"objectType": "Group", "member": ["application", "user"]}, True),
        ({"objectType": "Group", "member": ["user", "user"]}, False),
        ({"objectType": "Group", "member": ["application"]}, False),
        ({"objectType": "Group", "member": ["application", "user", "user"]}, False),
        ({"objectType": "Group", "member": ["application", "user"], "mbox": "mailto:a@example.com"}, False),
    ],
)
def test_an_authority_is_an_agent_or_an_application_with_its_user(
    van: Van, authority: dict[str, Any], taken: bool
) -> None:
    people = {
        "application": {"account": {"homePage": "https://example.com/oauth", "name": "app"}},
        "user": {"mbox": "mailto:b@example.com"},
    }
    if "member" in authority:
        authority = {**authority, "member": [people[each] for each in authority["member"]]}
    assert van.post(STATEMENTS, json=statement(authority=authority)).status_code == (200 if taken else 400)


# --- the ledger's own way with batches --------------------------------------------------------


def test_the_good_of_a_batch_is_kept_and_the_rest_named(van: Van) -> None:
    there = statement()
    van.post(STATEMENTS, json=there)
    good, again = statement(), statement()
    batch = [
        good,
        {**there, "verb": {"id": ADL + "failed"}},
        {**statement(), "actor": {"mbox": "somebody"}},
        again,
        again,
        7,
        there,
    ]
    answer = van.post(STATEMENTS, json=batch, headers={"Qianche-Batch": "keep-good"})
    assert (answer.status_code, answer.headers["Qianche-Batch"]) == (200, "keep-good")
    told = answer.json()
    assert told["stored"] == [good["id"], again["id"], again["id"], there["id"]]
    assert [(each["place"], each["status"], each.get("where")) for each in told["refused"]] == [
        (1, 409, None),
        (2, 400, "/2/actor/mbox"),
        (5, 400, "/5"),
    ]
    assert all(each["zh"] and each["en"] for each in told["refused"])
    assert told["refused"][0]["id"] == there["id"]
    assert len(van.get(STATEMENTS).json()["statements"]) == 3
    assert van.post(STATEMENTS, json=batch, headers={"Qianche-Batch": "keep-some"}).status_code == 400


def test_a_database_that_is_away_is_said_to_be(
    van: Van, services: LedgerServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError("SELECT", {}, OSError("gone"))

    assert van.get(STATEMENTS).status_code == 200
    monkeypatch.setattr(services.database, "reading", away)
    answer = van.get(STATEMENTS)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.headers[VERSION] in SPOKEN
    assert answer.json()["zh"] and "gone" not in answer.text
    monkeypatch.undo()
    assert van.get(STATEMENTS).status_code == 200


# --- limits -----------------------------------------------------------------------------------


def test_a_client_that_asks_too_often_is_told_how_long_to_wait(services: LedgerServices, clock: Any) -> None:
    settings = LedgerSettings(data=services.settings.data, database=services.settings.database, requests_per_s=1)
    strict = LedgerServices(settings, clock, CHEAP)
    app = FastAPI()
    app.include_router(routes.create_router(strict))
    quick, other = (Van(app, strict.credentials.add(name, "all")) for name in ("quick", "other"))
    assert [quick.get(STATEMENTS).status_code for _ in range(3)] == [200, 200, 429]
    assert quick.get(STATEMENTS).headers["Retry-After"] == "1"
    assert other.get(STATEMENTS).status_code == 200, "others are let in meanwhile"
    clock.wind(1)
    assert [quick.get(STATEMENTS).status_code for _ in range(2)] == [200, 429]
    strict.close()


def test_guessing_is_slowed_down_but_who_is_known_gets_in(app: FastAPI, services: LedgerServices, clock: Any) -> None:
    key, secret = services.credentials.add("van", "all")
    known = Van(app, (key, secret))
    assert known.get(STATEMENTS).status_code == 200
    guesser = Van(app, (key, "guess"))
    assert [guesser.get(STATEMENTS).status_code for _ in range(31)] == [401] * 30 + [429]
    assert known.get(STATEMENTS).status_code == 200
    clock.wind(11)
    assert known.get(STATEMENTS).status_code == 200, "though the database is asked again"
    clock.wind(900)
    assert guesser.get(STATEMENTS).status_code == 401


def test_a_credential_taken_back_is_worth_nothing(app: FastAPI, services: LedgerServices, clock: Any) -> None:
    key, secret = services.credentials.add("van", "all")
    van = Van(app, (key, secret))
    assert van.get(STATEMENTS).status_code == 200
    elsewhere = LedgerServices(services.settings, clock, CHEAP)
    elsewhere.credentials.revoke(key)
    elsewhere.close()
    clock.wind(10)
    assert van.get(STATEMENTS).status_code == 401
    (listed,) = services.credentials.listed()
    assert (listed.client.name, listed.revoked_us is not None) == ("van", True)
    second = services.credentials.add("van", "all")
    assert Van(app, second).get(STATEMENTS).status_code == 200
    services.credentials.revoke(second[0])
    assert Van(app, second).get(STATEMENTS).status_code == 401, "at once where it was taken back"


@pytest.mark.parametrize(
    ("scope", "may_write", "may_read", "own_only"),
    [
        ("write,read-mine", True, True, True),
        ("write,read", True, True, False),
        ("read,read-mine", False, True, False),
        ("all", True, True, False),
    ],
)
def test_scopes_add_up(services: LedgerServices, scope: str, may_write: bool, may_read: bool, own_only: bool) -> None:
    client = services.credentials.verify(*services.credentials.add("van", scope))
    assert (client.may_write, client.may_read, client.reads_only_its_own) == (may_write, may_read, own_only)
