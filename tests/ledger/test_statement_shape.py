"""The shape of statements: what is right is taken unchanged, each thing wrong is named where it is."""

from __future__ import annotations

import copy
import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import LANGS
from ledger.xapi import values
from ledger.xapi.body import DEEPEST, read_json, read_statements, write_json
from ledger.xapi.faults import StatementInvalid, XapiFault
from ledger.xapi.sameness import fingerprint
from ledger.xapi.statement import check_statement
from tests.ledger.sent import ADL, completion, statement

FULL: dict[str, Any] = {
    "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
    "actor": {
        "objectType": "Group",
        "name": "一班",
        "mbox_sha1sum": "a" * 40,
        "member": [{"name": "王小明", "openid": "https://id.example/wang"}, {"mbox": "mailto:li@example.com"}],
    },
    "verb": {"id": ADL + "attempted", "display": {"zh-Hans-CN": "尝试", "en-US": "attempted"}},
    "object": {
        "objectType": "Activity",
        "id": "urn:qianche:scenario:x",
        "definition": {
            "name": {"zh": "场景"},
            "description": {"en": "a scenario"},
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "moreInfo": "https://example.com/more",
            "interactionType": "choice",
            "correctResponsesPattern": ["a[,]b"],
            "choices": [{"id": "a", "description": {"en": "A"}}, {"id": "b"}],
            "extensions": {"urn:x:y": {"any": [1, None, "thing"]}},
        },
    },
    "result": {
        "score": {"scaled": -0.5, "raw": 3, "min": -1.5, "max": 10},
        "success": True,
        "completion": False,
        "response": "a",
        "duration": "P1DT2H3M4.05S",
        "extensions": {},
    },
    "context": {
        "registration": "fd41c918-b88b-4b20-a0a5-a4c32391aaa1",
        "instructor": {"account": {"homePage": "https://example.com", "name": "教员"}},
        "team": {"objectType": "Group", "member": [{"mbox": "mailto:li@example.com"}]},
        "contextActivities": {"parent": {"id": "urn:x:parent"}, "other": [{"id": "urn:x:o", "objectType": "Activity"}]},
        "contextAgents": [
            {"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.cn"}, "relevantTypes": ["urn:x:role"]}
        ],
        "revision": "3",
        "platform": "Qianche",
        "language": "zh-CN",
        "statement": {"objectType": "StatementRef", "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa2"},
        "extensions": {"https://example.com/x": None},
    },
    "timestamp": "2026-11-22T09:00:00.123456789+08:00",
    "stored": "2026-11-22T01:00:00Z",
    "authority": {"mbox": "mailto:lrs@example.com"},
    "version": "1.0.3",
    "attachments": [
        {
            "usageType": "urn:x:picture",
            "display": {"en": "picture"},
            "contentType": "image/png",
            "length": 27,
            "sha2": "ab" * 32,
            "fileUrl": "https://example.com/picture.png",
        }
    ],
}
SUBSTATEMENT = {name: FULL[name] for name in ("actor", "verb", "object", "result", "context", "timestamp")}


def test_a_statement_with_everything_in_it_is_right() -> None:
    check_statement(FULL)
    check_statement(statement(object={"objectType": "SubStatement", **SUBSTATEMENT}))
    check_statement(statement(object={"objectType": "Agent", "mbox": "mailto:a@b.cn"}))
    check_statement(statement(object={"objectType": "Group", "member": [{"mbox": "mailto:a@b.cn"}]}))
    for each in completion():
        check_statement(each)


MISSING = object()


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("/actor", MISSING),
        ("/verb", MISSING),
        ("/object", MISSING),
        ("/actor", None),
        ("/actor", []),
        ("/id", "fd41c918b88b4b20a0a5a4c32391aaa0"),
        ("/id", 7),
        ("/Actor", {"mbox": "mailto:a@b.cn"}),
        ("/extra", 1),
        ("/actor/objectType", "Robot"),
        ("/actor/mbox", "mailto:a@b.cn"),
        ("/actor/mbox_sha1sum", "a" * 39),
        ("/actor/name", 3),
        ("/actor/member", {}),
        ("/actor/member/0/openid", "id.example"),
        ("/actor/member/1", {"name": "nobody"}),
        ("/actor/member/1", {"objectType": "Group", "member": [{"mbox": "mailto:a@b.cn"}]}),
        ("/actor/member/1/mbox", "li@example.com"),
        ("/verb/id", "attempted"),
        ("/verb/id", MISSING),
        ("/verb/display", "attempted"),
        ("/verb/display", {"not a tag": "x"}),
        ("/verb/display", {"en": 1}),
        ("/object/objectType", "Thing"),
        ("/object/objectType", []),
        ("/object/id", "has blank:x y"),
        ("/object/definition/type", "type"),
        ("/object/definition/extensions", {"no-iri": 1}),
        ("/object/definition/interactionType", "guess"),
        ("/object/definition/interactionType", MISSING),
        ("/object/definition/interactionType", "likert"),
        ("/object/definition/correctResponsesPattern", "a"),
        ("/object/definition/choices/1/id", "a"),
        ("/object/definition/unknown", 1),
        ("/result/score/scaled", 1.01),
        ("/result/score/scaled", "0.5"),
        ("/result/score/scaled", True),
        ("/result/score/raw", 10.5),
        ("/result/score/raw", -2),
        ("/result/score/max", -1.5),
        ("/result/success", "true"),
        ("/result/completion", 1),
        ("/result/response", 5),
        ("/result/duration", "3 minutes"),
        ("/result/duration", "P"),
        ("/result/duration", "PT"),
        ("/context/registration", "x"),
        ("/context/instructor", {}),
        ("/context/team", {"mbox": "mailto:a@b.cn"}),
        ("/context/contextActivities/parent", "urn:x:y"),
        ("/context/contextActivities/sibling", []),
        ("/context/contextActivities/other/0/id", MISSING),
        ("/context/contextAgents/0/objectType", "contextGroup"),
        ("/context/contextAgents/0/relevantTypes", []),
        ("/context/language", "chinese language"),
        ("/context/statement/objectType", MISSING),
        ("/context/statement/id", "x"),
        ("/context/extensions", {"": 1}),
        ("/context/revision", 3),
        ("/timestamp", "2026-11-22"),
        ("/timestamp", "2026-11-22T09:00:00"),
        ("/timestamp", "2026-02-30T09:00:00Z"),
        ("/timestamp", "2026-11-22T09:00:00-00:00"),
        ("/timestamp", "2026-11-22T09:00:00-00"),
        ("/timestamp", 1),
        ("/stored", "now"),
        ("/version", "0.95"),
        ("/version", 1.0),
        ("/authority", {}),
        ("/attachments", {}),
        ("/attachments/0/length", -1),
        ("/attachments/0/length", "27"),
        ("/attachments/0/sha2", MISSING),
        ("/attachments/0/contentType", "image/png\r\nX-Header: 1"),
        ("/attachments/0/usageType", "picture"),
    ],
)
def test_each_thing_wrong_is_named_where_it_is(place: str, value: Any) -> None:
    wrong = copy.deepcopy(FULL)
    *way, last = place.strip("/").split("/")
    inner: Any = wrong
    for step in way:
        inner = inner[int(step) if isinstance(inner, list) else step]
    if isinstance(inner, list):
        last = int(last)
    if value is MISSING:
        del inner[last]
    else:
        inner[last] = value
    with pytest.raises(StatementInvalid) as caught:
        check_statement(wrong)
    assert caught.value.where.startswith(place.rsplit("/", 1)[0])
    assert all(caught.value.message(lang) for lang in LANGS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"object": {"objectType": "SubStatement", **SUBSTATEMENT, "id": FULL["id"]}},
        {
            "object": {
                "objectType": "SubStatement",
                **SUBSTATEMENT,
                "object": {"objectType": "SubStatement", **SUBSTATEMENT},
            }
        },
        {"object": {"objectType": "StatementRef", "id": FULL["id"]}, "context": {"platform": "x"}},
        {"verb": {"id": ADL + "voided"}},
        {"actor": {"objectType": "Group"}},
        {"actor": {"objectType": "Group", "member": []}},
        {"actor": {"account": {"homePage": "https://example.com"}}},
        {"actor": {"account": {"homePage": "example", "name": "x"}}},
        {"actor": {"mbox": "mailto:a@b.cn", "openid": "https://id.example/a"}},
    ],
)
def test_parts_that_do_not_go_together_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(StatementInvalid):
        check_statement(statement() | wrong)


def test_what_was_right_once_does_not_make_the_like_of_it_right() -> None:
    """Verbs and activities that passed are remembered by their ids."""
    good = statement()
    check_statement(good)
    for part, wrong in (
        ("verb", {**good["verb"], "display": {"en": 1}}),
        ("object", {**good["object"], "definition": {"name": {"not a tag": "x"}}}),
        ("object", {**good["object"], "objectType": "activity"}),
    ):
        with pytest.raises(StatementInvalid):
            check_statement({**good, part: wrong})
    check_statement(good)


def test_nothing_may_be_null_but_in_extensions() -> None:
    for name in FULL:
        with pytest.raises(StatementInvalid):
            check_statement(FULL | {name: None})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@given(JSON)
def test_whatever_is_sent_the_answer_is_a_verdict(value: Any) -> None:
    for wrong in (value, [value], {"actor": value, "verb": value, "object": value}, FULL | {"context": value}):
        try:
            check_statement(wrong)
        except StatementInvalid as fault:
            assert fault.where.startswith("/")


@given(JSON)
def test_json_is_read_and_written_without_loss(value: Any) -> None:
    assert read_json(write_json(value).encode()) == value
    assert read_json(json.dumps(value).encode()) == value


def test_json_may_be_nested_so_deep_and_no_deeper() -> None:
    assert read_json(b"[" * DEEPEST + b"]" * DEEPEST)
    with pytest.raises(XapiFault) as refused:
        read_json(b"[" * DEEPEST + b"1" + b"]" * DEEPEST)
    assert refused.value.key == "ledger.xapi.too_deep"


@pytest.mark.parametrize("of", ["result", "context", "object"])
def test_what_may_be_anything_is_nested_so_deep_and_no_deeper(of: str) -> None:
    """A statement's parts are levels too: the value of an extension is on the fourth, that of a definition's fifth."""
    left = DEEPEST - (4 if of == "object" else 3)
    for levels in (left, left + 1):
        value = json.loads("[" * levels + "]" * levels)
        extended = {"extensions": {"urn:x": value}}
        said = statement(**{of: {"id": "urn:a", "definition": extended} if of == "object" else extended})
        if levels == left:
            check_statement(said)
        else:
            with pytest.raises(XapiFault) as refused:
                check_statement(said)
            assert refused.value.key == "ledger.xapi.too_deep"


def test_what_passed_in_one_place_may_be_too_deep_in_another() -> None:
    value = json.loads("[" * (DEEPEST - 4) + "]" * (DEEPEST - 4))
    activity = {"id": "urn:deep", "definition": {"extensions": {"urn:x": value}}}
    check_statement(statement(object=activity))
    with pytest.raises(XapiFault) as refused:
        check_statement(statement(context={"contextActivities": {"other": [activity]}}))
    assert refused.value.key == "ledger.xapi.too_deep"
    alone = json.dumps([statement(result={"extensions": {"urn:x": json.loads("[" * 61 + "]" * 61)}})])
    with pytest.raises(XapiFault) as refused:  # the list counts too
        read_statements(alone.encode())
    assert refused.value.key == "ledger.xapi.too_deep"


@pytest.mark.parametrize("number", [b"1e999", b"-1e400", b"9" * 400])
def test_a_number_that_no_double_holds_is_refused_wherever_it_stands(number: bytes) -> None:
    for body in (b"[%s]", b'{"a": {"b": %s}}'):
        with pytest.raises(XapiFault):
            read_json(body % number)
    said, _ = read_statements(b"[%s, 0]" % number)
    for part in ({"score": {"raw": said}}, {"score": {"max": said}}, {"extensions": {"urn:x": [{"y": said}]}}):
        with pytest.raises(XapiFault):
            check_statement(statement(result=part))


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [("PT3M5.50S", 185.5), ("P1DT1H", 90_000.0), ("P2W", 1_209_600.0), ("PT0S", 0.0), ("P1M", None), ("P1Y", None)],
)
def test_durations_are_understood(duration: str, seconds: float | None) -> None:
    assert values.is_duration(duration)
    assert values.seconds(duration) == seconds


ZONES = st.integers(-14 * 60 + 1, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(timezones=ZONES))
def test_the_moments_that_programs_write_are_understood(at: datetime) -> None:
    for written in (at.isoformat(), at.strftime("%Y-%m-%dT%H:%M:%S.%f%z").rjust(31, "0")):
        assert values.moment(written) == at
    assert values.moment(at.replace(tzinfo=None).isoformat()) is None, "without a zone it is no moment"


def test_the_fingerprint_tells_words_from_form() -> None:
    base = fingerprint(FULL)
    one, listed = copy.deepcopy(FULL), copy.deepcopy(FULL)
    listed["context"]["contextActivities"]["parent"] = [one["context"]["contextActivities"]["parent"]]
    for same in (dict(reversed(FULL.items())), listed, FULL | {"stored": "2027-01-01T00:00:00Z"}):
        assert fingerprint(same) == base
    for other in (
        FULL | {"verb": {"id": ADL + "passed"}},
        FULL | {"result": {}},
        FULL | {"actor": FULL["actor"]["member"][0]},
    ):
        assert fingerprint(other) != base
