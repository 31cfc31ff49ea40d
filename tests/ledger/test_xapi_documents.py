"""Documents of activities and agents: kept, merged, listed, and never overwritten unawares."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from fastapi import FastAPI

from common.clock import ManualClock
from ledger.services import LedgerServices
from tests.ledger.van import Van

AGENT = json.dumps({"mbox": "mailto:wang@example.com"})
ACTIVITY = "https://example.com/course"
RESOURCES = {
    "/xapi/activities/state": {"activityId": ACTIVITY, "agent": AGENT, "stateId": "bookmark"},
    "/xapi/activities/profile": {"activityId": ACTIVITY, "profileId": "settings"},
    "/xapi/agents/profile": {"agent": AGENT, "profileId": "settings"},
}
every_resource = pytest.mark.parametrize(("path", "where"), list(RESOURCES.items()))
TWO = {"X-Experience-API-Version": "2.0.0"}
NEW = {"If-None-Match": "*"}


def id_name(where: dict[str, str]) -> str:
    return next(name for name in where if name in ("stateId", "profileId"))


def without_id(where: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in where.items() if name not in ("stateId", "profileId")}


@every_resource
def test_what_was_put_is_got_back_byte_for_byte(van: Van, path: str, where: dict[str, str], clock: ManualClock) -> None:
    content = b"\x00\xff any \r\n bytes"
    sent = {"Content-Type": "application/x-any; version=1", **NEW}
    assert van.put(path, params=where, content=content, headers=sent).status_code == 204
    clock.wind(60)
    got = van.get(path, params=where)
    assert (got.content, got.headers["Content-Type"]) == (content, "application/x-any; version=1")
    assert got.headers["ETag"] == f'"{hashlib.sha1(content).hexdigest()}"'
    assert got.headers["Last-Modified"] == "Sun, 22 Nov 2026 01:00:00 GMT"
    assert "sandbox" in got.headers["Content-Security-Policy"], "no page of ours, whatever it says it is"
    assert van.get(path, params=where, headers={"If-None-Match": got.headers["ETag"]}).status_code == 304
    assert van.head(path, params=where).headers["ETag"] == got.headers["ETag"]
    assert van.delete(path, params=where).status_code == 204
    assert van.get(path, params=where).status_code == 404


@every_resource
def test_posted_objects_are_merged_at_the_top(van: Van, path: str, where: dict[str, str]) -> None:
    for sent in ({"a": 1, "b": {"x": 1}}, {"b": {"y": 2}, "c": None}):
        assert van.post(path, params=where, json=sent).status_code == 204
    assert van.get(path, params=where).json() == {"a": 1, "b": {"y": 2}, "c": None}


NOT_MERGED = [
    (("application/json", b'{"a": 1}'), ("text/plain", b"abc")),
    (("text/plain", b"abc"), ("application/json", b'{"a": 1}')),
    (("application/json", b"[1]"), ("application/json", b'{"a": 1}')),
    (("application/json", b'{"a": 1}'), ("application/json", b"[1]")),
    (("application/json", b'{"a": 1}'), ("application/json", b'{"a": 1}{')),
]


@every_resource
def test_what_cannot_be_merged_changes_nothing(van: Van, path: str, where: dict[str, str]) -> None:
    for number, (there, posted) in enumerate(NOT_MERGED):
        here = {**where, id_name(where): str(number)}
        first = {"Content-Type": there[0], **NEW}
        assert van.put(path, params=here, content=there[1], headers=first).status_code == 204
        answer = van.post(path, params=here, content=posted[1], headers={"Content-Type": posted[0]})
        assert answer.status_code == 400, (there, posted)
        assert answer.json()["zh"]
        assert van.get(path, params=here).content == there[1]


ETAG = f'"{hashlib.sha1(b"old").hexdigest()}"'
CONDITIONS = [
    # what the client says, whether it is refused where there is a document, and where there is none
    ({"If-Match": ETAG}, False, True),
    ({"If-Match": f'"other", W/{ETAG}'}, False, True),
    ({"If-Match": "*"}, False, True),
    ({"If-Match": '"other"'}, True, True),
    ({"If-None-Match": "*"}, True, False),
    ({"If-None-Match": ETAG}, True, False),
    ({"If-None-Match": '"other"'}, False, False),
]


@every_resource
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_conditions_are_kept(van: Van, path: str, where: dict[str, str], method: str) -> None:
    body: dict[str, Any] = {} if method == "DELETE" else {"content": b"new"}
    for number, (conditions, refused_when_there, refused_when_not) in enumerate(CONDITIONS):
        headers = {"Content-Type": "text/plain", **conditions}
        missing = {**where, id_name(where): f"none {number}"}
        answer = van.request(method, path, params=missing, headers=headers, **body)
        assert answer.status_code == (412 if refused_when_not else 204), conditions
        there = {**where, id_name(where): f"some {number}"}
        van.put(path, params=there, content=b"old", headers={"Content-Type": "text/plain", **NEW})
        answer = van.request(method, path, params=there, headers=headers, **body)
        # Two texts cannot be merged: where the condition holds, the POST itself is refused.
        taken = 400 if method == "POST" else 204
        assert answer.status_code == (412 if refused_when_there else taken), conditions
        if refused_when_there:
            assert van.get(path, params=there).content == b"old"


@pytest.mark.parametrize(
    ("path", "version", "new", "there"),
    [
        ("/xapi/activities/state", "1.0.3", 204, 204),
        ("/xapi/activities/state", "2.0.0", 204, 409),
        ("/xapi/activities/profile", "1.0.3", 400, 409),
        ("/xapi/activities/profile", "2.0.0", 204, 409),
        ("/xapi/agents/profile", "1.0.3", 400, 409),
        ("/xapi/agents/profile", "2.0.0", 204, 409),
    ],
)
def test_a_put_without_conditions_is_taken_as_its_version_says(
    van: Van, path: str, version: str, new: int, there: int
) -> None:
    headers = {"X-Experience-API-Version": version}
    where = RESOURCES[path]
    assert van.put(path, params=where, json={"a": 1}, headers=headers).status_code == new
    van.post(path, params=where, json={"a": 1})
    assert van.put(path, params=where, json={"b": 2}, headers=headers).status_code == there
    assert van.get(path, params=where).json() == ({"b": 2} if there == 204 else {"a": 1})


@every_resource
def test_documents_are_listed_since_a_moment(van: Van, path: str, where: dict[str, str], clock: ManualClock) -> None:
    for number in range(3):
        clock.wind(60)
        van.post(path, params={**where, id_name(where): f"文档 {number}"}, json={})
    assert van.get(path, params=without_id(where)).json() == ["文档 0", "文档 1", "文档 2"]
    late = van.get(path, params={**without_id(where), "since": "2026-11-22T01:01:00Z"})
    assert late.json() == ["文档 1", "文档 2"]
    assert late.headers["Last-Modified"] == "Sun, 22 Nov 2026 01:03:00 GMT"
    other = {key: value.replace("example.com", "other.example") for key, value in without_id(where).items()}
    assert van.get(path, params=other).json() == []


def test_states_lie_apart_by_registration_and_go_together(van: Van) -> None:
    path, where = "/xapi/activities/state", RESOURCES["/xapi/activities/state"]
    registration = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0"
    van.post(path, params=where, json={"at": "none"})
    van.post(path, params={**where, "registration": registration.upper()}, json={"at": "one"})
    assert van.get(path, params=where).json() == {"at": "none"}
    assert van.get(path, params={**where, "registration": registration}).json() == {"at": "one"}
    assert van.get(path, params=without_id(where)).json() == ["bookmark"]
    assert van.delete(path, params={**without_id(where), "registration": registration}).status_code == 204
    assert van.get(path, params=where).status_code == 200, "those without a registration stand"
    assert van.delete(path, params=without_id(where)).status_code == 204
    assert van.get(path, params=without_id(where)).json() == []


@every_resource
def test_what_is_asked_wrongly_is_refused_with_a_reason(van: Van, path: str, where: dict[str, str]) -> None:
    keys = [name for name in where if name != id_name(where)]
    wrong = [{**where, "extra": "1"}]
    wrong += [{name: value for name, value in where.items() if name != left} for left in keys]
    wrong += [{**where, name: "{"} for name in keys]
    for method in ("PUT", "POST", "GET", "DELETE"):
        writes = method in ("PUT", "POST")
        no_id = [without_id(where), {**where, id_name(where): ""}, {**where, id_name(where): "x" * 601}]
        body: dict[str, Any] = {"json": {}} if writes else {}
        for parameters in wrong + no_id * writes:
            answer = van.request(method, path, params=parameters, headers=NEW if writes else {}, **body)
            assert answer.status_code == 400, (method, parameters)
            assert answer.json()["en"] and answer.json()["zh"]


def test_a_scope_rules_documents_too(app: FastAPI, services: LedgerServices, van: Van) -> None:
    path, where = "/xapi/activities/profile", RESOURCES["/xapi/activities/profile"]
    van.post(path, params=where, json={"a": 1})
    read = Van(app, services.credentials.add("reader", "read"))
    assert read.get(path, params=where).json() == {"a": 1}
    own = Van(app, services.credentials.add("own", "write,read-mine"))
    assert own.get(path, params=where).status_code == 404
    assert own.get(path, params=without_id(where)).json() == []
    for method in ("PUT", "POST", "DELETE"):
        assert read.request(method, path, params=where).status_code == 403
    assert Van(app, services.credentials.add("writer", "write")).get(path, params=where).status_code == 403


def test_what_is_known_of_activities_and_agents_is_told_together(
    app: FastAPI, services: LedgerServices, van: Van
) -> None:
    person = {"mbox": "mailto:Wang@example.com", "name": "王小明"}
    for name, definition in (
        ("zh", {"name": {"zh": "课程"}, "extensions": {"urn:x:a": 1}}),
        ("en", {"name": {"en": "Course"}, "type": "urn:x:type", "extensions": {"urn:x:b": 2}}),
    ):
        sent = {
            "actor": {**person, "name": f"王 {name}"},
            "verb": {"id": "urn:x:did"},
            "object": {"id": ACTIVITY, "definition": definition},
        }
        assert van.post("/xapi/statements", json=sent).status_code == 200
    assert van.get("/xapi/activities", params={"activityId": ACTIVITY}).json() == {
        "objectType": "Activity",
        "id": ACTIVITY,
        "definition": {
            "name": {"zh": "课程", "en": "Course"},
            "type": "urn:x:type",
            "extensions": {"urn:x:a": 1, "urn:x:b": 2},
        },
    }
    unknown = van.get("/xapi/activities", params={"activityId": "urn:x:unknown"})
    assert unknown.json() == {"objectType": "Activity", "id": "urn:x:unknown"}
    found = van.get("/xapi/agents", params={"agent": AGENT}).json()
    assert found == {"objectType": "Person", "name": ["王 en", "王 zh"], "mbox": ["mailto:wang@example.com"]}
    own = Van(app, services.credentials.add("own", "write,read-mine"))
    unnamed = own.get("/xapi/agents", params={"agent": AGENT}).json()
    assert unnamed == {"objectType": "Person", "mbox": ["mailto:wang@example.com"]}
    for path in ("/xapi/activities", "/xapi/agents"):
        assert van.get(path).status_code == 400
        assert van.post(path, json={}).status_code == 405
