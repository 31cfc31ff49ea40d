"""Every fault that the loader can find has words in both languages."""

from __future__ import annotations

import pytest

from common.text import catalogue
from scenarios.faults import Fault, closest, listed, shown
from scenarios.names import Names
from scenarios.registry import registry
from scenarios.rules import rules
from scenarios.shapes import CODES as CODES_OF_SHAPE

MODELS = [
    *(f"model_{why}" for why in ("missing", "outside", "not_glb", "damaged", "not_whole", "packed", "empty", "size")),
    *("model_too_large", "model_too_many_triangles", "model_too_many_nodes", "model_has_no_looks"),
]
PLANS = ["unknown_scenario", "plan_twice", "plan_must_unknown", "plan_pass_too_many", "plan_too_short"]
CODES = [
    *MODELS,
    *PLANS,
    *(f"unknown_{kind}" for kind in Names(registry(), {}).known),
    *(rule.id for rule in rules()),
    *dict.fromkeys(CODES_OF_SHAPE.values()),
]


@pytest.mark.parametrize("code", CODES)
def test_fault_has_words(code: str) -> None:
    fault = Fault(code, "shape", "f.yaml", 3, 5, ("a", 0, "b"), expected="EXPECTED", found="FOUND", hint="HINT")
    for lang in ("zh", "en"):
        message = fault.message(lang)
        assert message.startswith("f.yaml:3:5: ") and "HINT" in message and "{" not in message


def test_no_words_are_left_over() -> None:
    """Words that no fault uses are of a fault that is no longer found, or found without them."""
    read_by_source = {
        "too_large", "empty_file", "encoding", "character", "tab", "not_yaml", "two_documents", "alias", "tag",
        "duplicate_key", "key_not_a_word", "too_deep", "too_many_nodes", "too_long", "number", "bad_option",
    }  # fmt: skip
    written = {key.removeprefix("scenarios.fault.") for key in catalogue() if key.startswith("scenarios.fault.")}
    assert written == read_by_source | set(CODES)


def test_dotted_path() -> None:
    fault = Fault("tab", "syntax", "f", 1, 1, ("storyboard", 2, "do", 0, "say"))
    assert fault.dotted == "storyboard[2].do[0].say"


def test_closest_name() -> None:
    assert closest("Switch-Box", ["dist_box", "switch_box"]) == "switch_box"
    assert closest("zebra", ["dist_box", "switch_box"]) == ""


def test_values_and_names_fit_in_a_line() -> None:
    assert [shown(value) for value in (None, True, 0, 0.5, "a\n b", [1], {"a": 1})] == [
        "null", "true", "0", "0.5", "a b", "[...]", "{...}",
    ]  # fmt: skip
    assert len(shown("x" * 500)) == 60
    assert listed([str(n) for n in range(20)]).endswith("11, …")
