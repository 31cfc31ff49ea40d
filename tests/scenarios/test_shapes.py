"""Faults of shape: one for each mistake, in the words of the file."""

from __future__ import annotations

import pytest

OUTCOME = {"then": {"zh": "好", "en": "Good"}}
PRESSING = {"ask": {"zh": "按压", "en": "Press"}, "beats_per_minute": [120, 100], "good": OUTCOME}
PRESSING["poor"] = {"then": {"zh": "差", "en": "Poor"}}
SOUND_AT = ("accident", "steps", 0, "do", 1, "sound", "at")


def put(data, path, value):
    parent = data
    for part in path[:-1]:
        parent = parent[part]
    parent[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "code", "expected", "found"),
    [
        (("qianche",), 2, "not_one_of", "1", "2"),
        (("minutes",), True, "not_number", "", "true"),
        (("minutes",), "3 minutes", "not_number", "", "3 minutes"),
        (("minutes",), 31, "out_of_range", "<= 30", "31"),
        (("minutes",), 0, "out_of_range", "> 0", "0"),
        (("title",), "文字", "not_mapping", "", "文字"),
        (("title", "zh"), 5, "not_text", "", "5"),
        (("title", "zh"), "", "text_too_short", "1", ""),
        (("title", "en"), "x" * 1300, "text_too_long", "1200", "x" * 59 + "…"),
        (("id",), "Not An Id", "bad_id", "", "Not An Id"),
        (("standpoints",), [], "too_few", "1", "0"),
        (("standpoints", 0, "at"), [1], "too_few", "2", "1"),
        (("standpoints", 0, "at"), [1, 2, 3, 4], "too_many", "3", "4"),
        (("standpoints", 0, "at"), {"x": 1}, "not_list", "", "{...}"),
        (("props",), [], "not_mapping", "", "[...]"),
        (("hazards", "no-rcd", "key"), "true", "not_true_or_false", "", "true"),
        (("hazards", "no-rcd", "lec", "L"), 5, "not_one_of", "10, 6, 3, 1, 0.5, 0.2, 0.1", "5"),
        (("hazards", "no-rcd", "window"), [60, 0], "window_order", "", "{...}"),
        (("decisions", "d1", "options", "b", "right"), True, "one_right", "", "{...}"),
        (("accident", "at_once", 0), "d1", "bad_option", "", "d1"),
        (("accident", "at_once", 0), "d1.z", "unknown_option", "d1.a, d1.b", "d1.z"),
        (SOUND_AT, 7, "name_or_point", "", "7"),
        (SOUND_AT, [1, "a"], "not_number", "", "a"),
        (SOUND_AT, "my_bx", "unknown_thing", "my_box, my_lamp, my_worker", "my_bx"),
        (("accident", "unless"), {}, "exactly_one_key", None, "{...}"),
        (("accident", "unless"), {"flagged": None}, "exactly_one_key", None, "{...}"),
        (("accident", "unless"), {"done": "lock"}, "unknown_deed", "", "lock"),
        (("accident", "unless"), {"kept": "press"}, "unknown_exercise", "", "press"),
        (("exercises",), {"press": PRESSING}, "rate_order", "", "{...}"),
        (("carried",), {"bike": {"prop": "ebike", "at": [0, 0.4], "colour": 1}}, "unknown_key", None, "colour"),
        (("actors", "my_worker", "prop"), "hand_trolley", "person_or_prop", "", "{...}"),
        (("actors", "my_worker", "path", 1, "t"), 0, "times_must_rise", "", "{...}"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_fault(path, value, code, expected, found, specimen, faults_of) -> None:
    faults = [fault for fault in faults_of(put(specimen, path, value)) if fault.kind != "rule"]
    assert [fault.code for fault in faults] == [code]
    (fault,) = faults
    assert fault.found == found
    assert expected is None or fault.expected == expected
    shared = min(len(path), len(fault.path))
    assert fault.path[:shared] == path[:shared]
    assert fault.message("zh") != fault.message("en")


def test_a_key_that_is_no_id_is_blamed_at_the_key(specimen, faults_of) -> None:
    specimen["hazards"]["No RCD"] = specimen["hazards"].pop("no-rcd")
    faults = {fault.code: fault for fault in faults_of(specimen)}
    assert faults["bad_id"].found == "No RCD"
    assert faults["bad_id"].path == ("hazards", "No RCD")
    assert faults["unknown_hazard"].hint == "No RCD", "the name as the file gives it"


def test_all_missing_parts_of_an_almost_empty_file_are_told(faults_of) -> None:
    faults = faults_of("qianche: 1\nid: empty\n")
    missing = {fault.expected for fault in faults if fault.code == "missing_key"}
    assert {"title", "place", "props", "hazards", "accident", "averted", "debrief"} <= missing
    assert {(fault.line, fault.column) for fault in faults} == {(1, 1)}


@pytest.mark.parametrize("content", ["just words\n", "- a\n- b\n", "5\n", "null\n"])
def test_a_file_that_is_no_mapping_has_one_fault(content, faults_of) -> None:
    (fault,) = faults_of(content)
    assert (fault.code, fault.line, fault.column) == ("not_mapping", 1, 1)
