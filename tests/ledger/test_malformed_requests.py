"""Whatever a program sends, the answer is a reason, never a fault of the ledger's own."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.xapi.faults import XapiFault
from ledger.xapi.statement import check_statement
from tests.ledger.test_statement_shape import FULL
from tests.ledger.van import Van

MANY = settings(max_examples=150, deadline=None)
SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
ODD_TEXTS = [
    "",
    "\0",
    "😀",
    "A" * 3000,
    "mailto:a@b.cn",
    "http://",
    "urn:x:y",
    "2026-11-22T01:00:00Z",
    "PT1S",
]
ODD_NUMBERS = [0, -1, 1.5, 1e308, 10**299, -0.0]
KEYS = st.sampled_from(sorted(FULL)) | st.text(max_size=6)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.sampled_from(ODD_NUMBERS) | st.sampled_from(ODD_TEXTS) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(FULL)) | st.text(max_size=6), inner)
    ),
    max_leaves=6,
)


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to everything inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way] * bool(way) + [found for key, inner in inside for found in places(inner, (*way, key))]


ALL_PLACES = places(FULL)


@st.composite
def nearly_statements(draw: st.DrawFn) -> dict[str, Any]:
    """A statement with everything in it, of which a few things are replaced, added or taken away."""
    changed = copy.deepcopy(FULL)
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(ALL_PLACES))
        inner: Any = changed
        try:
            for step in way:
                inner = inner[step]
            if draw(st.booleans()):
                inner[last] = draw(ANYTHING)
            elif isinstance(inner, dict):
                inner.pop(last, None)
                inner[draw(st.sampled_from(sorted(FULL)))] = draw(ANYTHING)
        except (LookupError, TypeError):  # an earlier change took the way there
            continue
    return changed


@given(nearly_statements() | ANYTHING, st.sampled_from(["1.0.3", "2.0.0"]))
@MANY
def test_a_statement_is_right_or_its_fault_is_named(sent: Any, version: str) -> None:
    try:
        check_statement(sent, "", version)
    except XapiFault as fault:
        assert fault.message("zh") and fault.message("en")
        assert fault.status == 400


def answered_well(answer: Any) -> None:
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        told = answer.json()
        assert told["zh"] and told["en"] and told["error"]
        assert "Traceback" not in answer.text
    assert answer.headers["X-Experience-API-Version"]
    assert answer.headers["X-Experience-API-Consistent-Through"]


@given(nearly_statements() | ANYTHING | st.lists(nearly_statements(), max_size=2))
@SOME
def test_any_json_is_stored_or_refused_with_a_reason(van: Van, sent: Any) -> None:
    body = json.dumps(sent).encode()
    answered_well(van.post("/xapi/statements", content=body, headers={"Content-Type": "application/json"}))
    answered_well(van.get("/xapi/statements", params={"format": "canonical", "limit": "1"}))


NAMES = ["statementId", "agent", "verb", "activity", "since", "limit", "cursor", "format", "attachments", "method"]
NAMES += ["activityId", "stateId", "profileId", "registration", "related_agents", "X"]
PATHS = ["statements", "activities", "agents", "activities/state", "activities/profile", "agents/profile", "about"]
VALUES = st.sampled_from([*ODD_TEXTS, "true", "-1", "9" * 30, '{"mbox": "mailto:a@b.cn"}', "[]", '"\\ud800"', "%00"])
HEADERS = st.dictionaries(
    st.sampled_from(["Content-Type", "If-Match", "If-None-Match", "Accept-Language", "Qianche-Batch"]),
    st.sampled_from(["application/json", "multipart/mixed", "multipart/mixed; boundary=b", "*", '"', "en;q=9", "/"]),
)


@given(
    st.sampled_from(["GET", "HEAD", "PUT", "POST", "DELETE"]),
    st.sampled_from(PATHS),
    st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4),
    HEADERS,
    st.sampled_from([b"", b"{}", b"\xff", b"--b\r\n\r\n--b--", b"content=%7B%7D&method=PUT", b'{"a": ' * 90]),
)
@settings(parent=SOME, max_examples=120)
def test_any_request_is_answered_with_a_reason(
    van: Van, method: str, path: str, parameters: dict[str, str], headers: dict[str, str], body: bytes
) -> None:
    if path == "about" and method not in ("GET", "HEAD"):
        return
    answer = van.request(method, f"/xapi/{path}", params=parameters, headers=headers, content=body)
    if answer.status_code >= 400 and method == "HEAD":
        assert answer.status_code < 500
    else:
        answered_well(answer)


@pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])
def test_long_and_odd_identifiers_are_kept_and_found(van: Van, version: str) -> None:
    long = "urn:x:" + "x" * 5000
    account = {"homePage": long, "name": "姓名\0" + "n" * 5000}
    sent = {
        "actor": {"account": account, "name": "n\0" * 2000},
        "verb": {"id": long + "verb"},
        "object": {"id": long, "definition": {"name": {"en": "\0"}}},
        "context": {"registration": "fd41c918-b88b-4b20-a0a5-a4c32391aaa1"},
        "result": {"score": {"raw": 10**200}, "duration": "P" + "9" * 400 + "D"},
        "timestamp": "0001-01-01T00:00:00Z",
    }
    van.headers["X-Experience-API-Version"] = version
    for verb in (long + "verb", "http://adlnet.gov/expapi/verbs/completed"):
        assert van.post("/xapi/statements", json={**sent, "verb": {"id": verb}}).status_code == 200
    for question in ({"agent": json.dumps({"account": account})}, {"verb": long + "verb"}, {"activity": long}):
        (got, *_) = van.get("/xapi/statements", params=question).json()["statements"]
        assert got["actor"]["account"] == account
    told = van.get("/xapi/activities", params={"activityId": long}).json()
    assert told["definition"] == {"name": {"en": "\0"}}
