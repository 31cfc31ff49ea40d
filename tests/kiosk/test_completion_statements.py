"""A completion becomes statements that any ledger takes, and always the same ones."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.ids import uuid7
from kiosk.completion import Completion, HazardOutcome, Words
from kiosk.statements import iso_duration, statements
from ledger.supervision.hazard_outcomes import outcomes_in
from tests.kiosk.made_up import completion_of, session_id

IRI = re.compile(r"^[a-z][a-z0-9+.-]*:\S+$")

completions = st.builds(
    lambda **changes: completion_of(session_id(1), **changes),
    outcome=st.sampled_from(get_args(Completion.model_fields["outcome"].annotation)),
    passed=st.booleans(),
    duration_s=st.floats(0, 86_400),
    lang=st.sampled_from(["zh", "en"]),
    learner=st.sampled_from(["anonymous", "qc-" + "a" * 32]),
)


def verbs(completion: Completion) -> list[str]:
    return [statement["verb"]["display"]["en"] for statement in statements(completion)]


@given(completions)
def test_statements_have_the_shape_xapi_wants(completion: Completion) -> None:
    said = statements(completion)
    assert len({statement["id"] for statement in said}) == len(said)
    for statement in said:
        assert uuid.UUID(statement["id"]).variant == uuid.RFC_4122
        assert IRI.match(statement["verb"]["id"]) and IRI.match(statement["object"]["id"])
        assert statement["actor"]["account"]["homePage"].startswith("https://")
        assert statement["actor"]["account"]["name"] == completion.learner
        assert uuid.UUID(statement["context"]["registration"]) == uuid.UUID(completion.id)
        assert all(IRI.match(key) for key in statement["context"]["extensions"])
        assert datetime.fromisoformat(statement["timestamp"]).tzinfo is not None
        score = statement.get("result", {}).get("score")
        if score:
            assert score["min"] <= score["raw"] <= score["max"] and -1 <= score["scaled"] <= 1
    times = [statement["timestamp"] for statement in said]
    assert times == sorted(times)


def test_ids_of_statements_are_in_the_order_of_their_sessions() -> None:
    """So that a ledger of millions adds them at the end of its index."""
    morning, noon = (str(uuid7(datetime(2026, 11, 22, hour, tzinfo=UTC))) for hour in (1, 4))
    first, second = ([each["id"] for each in statements(completion_of(session))] for session in (morning, noon))
    assert max(first) < min(second)
    assert [uuid.UUID(each).version for each in first] == [8] * 4


@given(completions)
def test_the_same_completion_says_the_same_again(completion: Completion) -> None:
    again = Completion.model_validate_json(completion.model_dump_json())
    assert again == completion
    assert statements(again) == statements(completion)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"passed": True}, ["initialized", "completed", "passed", "terminated"]),
        ({"passed": False, "outcome": "accident"}, ["initialized", "completed", "failed", "terminated"]),
        ({"passed": False, "outcome": "stopped"}, ["initialized", "terminated"]),
    ],
)
def test_the_verbs_tell_how_it_ended(changes: dict[str, object], expected: list[str]) -> None:
    assert verbs(completion_of(session_id(1), **changes)) == expected


@pytest.mark.parametrize(
    ("seconds", "duration"), [(0, "PT0.00S"), (59.999, "PT1M0.00S"), (185.5, "PT3M5.50S"), (3600, "PT60M0.00S")]
)
def test_durations_are_iso_8601(seconds: float, duration: str) -> None:
    assert iso_duration(seconds) == duration


def test_what_became_of_each_hazard_stands_in_the_result_and_the_ledger_reads_it() -> None:
    plain = completion_of(session_id(1))
    name = Words(zh="光栅被短接", en="light curtain bridged")
    told = plain.score.model_copy(update={"hazards": {"h1": HazardOutcome(status="missed", name=name)}})
    said = statements(plain.model_copy(update={"score": told}))
    extension = "urn:qianche:ext:hazard-results"
    with_them = [each for each in said if extension in each.get("result", {}).get("extensions", {})]
    assert [each["verb"]["display"]["en"] for each in with_them] == ["passed"]
    outcome = {"status": "missed", "name": {"zh-CN": "光栅被短接", "en": "light curtain bridged"}}
    assert with_them[0]["result"]["extensions"][extension] == {"h1": outcome}
    read = outcomes_in(said)
    assert [(each.hazard, each.status, each.name_zh) for each in read] == [("h1", "missed", "光栅被短接")]
    assert "extensions" not in statements(plain)[2]["result"], "completions from before are sent as they always were"
