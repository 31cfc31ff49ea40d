"""Edits of a scenario's text: only what is asked for changes, down to the character."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.errors import ScenarioInvalid
from scenarios.faults import Loc
from scenarios.source import read_source
from scenarios.starter import starter
from scenarios.writing.edit import EditRefused, insert_prop, line_of, set_value
from scenarios.writing.plain import rounded

SMALL = """\
# 开头
qianche: 1   # 版本
title:
  zh: 新场景   # 标题
  en: 'It''s new'

props:
  # 配电
  my_box: {prop: switch_box, at: [5.50, 7.5], heading: 180, state: no_rcd}   # 墙上
  lamp:
    prop: work_light   # 灯
    at: [ 9, 6.0 ]
empty: {}
path:
  - {t: 0, at: [9.0, 9.0]}  # 起点

  - t: 20.5
    at:
      - 1   # x
      - 2
note: >-
  一段
  文字

# 结尾
"""


def data_of(text: str) -> Any:
    return read_source(text.encode("utf-8"), "small.yaml").data


def changed_lines(before: str, after: str) -> dict[int, str]:
    """The lines, from 1, that differ; the two texts have as many lines."""
    old, new = before.splitlines(), after.splitlines()
    assert len(old) == len(new)
    return {number: line for number, (was, line) in enumerate(zip(old, new, strict=True), 1) if was != line}


@pytest.mark.parametrize(
    ("loc", "value", "lines"),
    [
        (
            ("props", "my_box", "at"),
            [5.504, 8.1],
            {9: "  my_box: {prop: switch_box, at: [5.50, 8.1], heading: 180, state: no_rcd}   # 墙上"},
        ),
        (
            ("props", "my_box", "heading"),
            -90.4,
            {9: "  my_box: {prop: switch_box, at: [5.50, 7.5], heading: -90, state: no_rcd}   # 墙上"},
        ),
        (
            ("props", "my_box", "at"),
            [5.5, 7.5, 1.2],
            {9: "  my_box: {prop: switch_box, at: [5.5, 7.5, 1.2], heading: 180, state: no_rcd}   # 墙上"},
        ),
        (("props", "lamp", "at", 1), 6.25, {12: "    at: [ 9, 6.25 ]"}),
        (("path", 1, "at"), [1.25, 2], {19: "      - 1.25   # x"}),
        (("title", "zh"), "高处: 坠落", {4: '  zh: "高处: 坠落"   # 标题'}),
        (("title", "en"), "Don't", {5: "  en: 'Don''t'"}),
        (("qianche",), 1.0, {}),
        (("props", "lamp", "at"), [9.001, 6], {}),
    ],
)
def test_only_the_value_changes(loc: Loc, value: Any, lines: dict[int, str]) -> None:
    assert changed_lines(SMALL, set_value(SMALL, loc, value)) == lines


def test_a_missing_key_comes_where_the_language_has_it() -> None:
    edited = set_value(SMALL, ("props", "lamp", "heading"), 45.2)
    assert "    at: [ 9, 6.0 ]\n    heading: 45\nempty" in edited
    without = SMALL.replace("heading: 180, ", "")
    assert set_value(without, ("props", "my_box", "heading"), 180.0) == SMALL
    assert set_value(SMALL, ("qianche2",), 3).endswith("文字\nqianche2: 3\n\n# 结尾\n")
    assert set_value(SMALL, ("empty", "key"), [1, 2]).count("empty: {key: [1, 2]}\n") == 1


def test_a_key_that_comes_first_is_put_first() -> None:
    text = "props:\n  box: {at: [1, 2]}\n  lamp:\n    # where\n    at: [3, 4]\n"
    text = set_value(text, ("props", "box", "prop"), "switch_box")
    text = set_value(text, ("props", "lamp", "prop"), "work_light")
    assert text == (
        "props:\n  box: {prop: switch_box, at: [1, 2]}\n  lamp:\n    # where\n    prop: work_light\n    at: [3, 4]\n"
    )


def test_a_folded_text_stays_folded() -> None:
    edited = set_value(SMALL, ("note",), "另一段文字：真的。")
    assert "note: >-\n  另一段文字：真的。\n\n# 结尾\n" in edited


def test_a_block_list_of_another_length_moves_to_one_line() -> None:
    assert "    at: [1, 2, 3]\nnote" in set_value(SMALL, ("path", 1, "at"), [1, 2, 3])


def test_windows_line_breaks_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + SMALL.replace("\n", "\r\n")
    edited = set_value(text, ("props", "lamp", "heading"), 45)
    assert edited.startswith("\ufeff#")
    assert edited.count("\n") == edited.count("\r\n") == SMALL.count("\n") + 1


def test_a_prop_is_added_at_the_end_of_the_props() -> None:
    edited = insert_prop(SMALL, "cone_1", "traffic_cone", [1.0, 2.346], 89.6)
    assert "    at: [ 9, 6.0 ]\n  cone_1: {prop: traffic_cone, at: [1, 2.35], heading: 90}\nempty: {}" in edited
    with pytest.raises(EditRefused, match="lamp"):
        insert_prop(SMALL, "lamp", "traffic_cone", [1, 2], 0)
    with pytest.raises(EditRefused, match="props"):
        insert_prop("props:\n", "lamp", "traffic_cone", [1, 2], 0)


@pytest.mark.parametrize("loc", [("title", "zh", "deep"), ("path", 7), ("nothing", "at"), ("path", "t")])
def test_what_has_no_place_is_refused(loc: Loc) -> None:
    with pytest.raises(EditRefused):
        set_value(SMALL, loc, 1)


@pytest.mark.parametrize("value", [1e12, float("nan"), "x" * 5000, "\ud800"])
def test_what_the_language_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(EditRefused):
        set_value(SMALL, ("title", "zh"), value)


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(ScenarioInvalid):
        set_value(SMALL + "\n  bad: [", ("qianche",), 2)


def test_the_line_of_a_thing() -> None:
    assert line_of(SMALL, ("props", "lamp")) == 10
    assert line_of(SMALL, ("path", 1)) == 17
    assert line_of(SMALL, ("props", "lamp", "state")) == 10


# --- properties ----------------------------------------------------------------------------------

TEXTS = [SMALL, SMALL.replace("\n", "\r\n"), starter("specimen")]


def places(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    if loc:
        yield loc
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from places(value, (*loc, key))


def comments(text: str) -> list[str]:
    return [line[line.index("# ") :] for line in text.splitlines() if "# " in line]


WORDS = st.text(max_size=30) | st.sampled_from(["on: off", "- x", "# no", "true", "'", '"', "a, b", "{", "12", ""])
NUMBERS = st.integers(-999, 999) | st.floats(-999, 999)
SCALARS = NUMBERS | WORDS | st.booleans() | st.none()
VALUES = SCALARS | st.lists(SCALARS, max_size=4)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_the_data_differ_only_there_and_comments_survive(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    before = data_of(text)
    leaves = [loc for loc in places(before) if not isinstance(parent_of(before, loc)[loc[-1]], dict | list)]
    loc = data.draw(st.sampled_from(leaves))
    value = data.draw(VALUES)
    try:
        edited = set_value(text, loc, value)
    except EditRefused:
        assert isinstance(value, str | list)  # words that no file may hold, such as control characters
        return
    expected = copy.deepcopy(before)
    parent_of(expected, loc)[loc[-1]] = rounded(value, loc)
    assert data_of(edited) == expected
    assert comments(edited) == comments(text) or "# " in str(value)
    assert set_value(edited, loc, value) == edited


def parent_of(data: Any, loc: Loc) -> Any:
    for part in loc[:-1]:
        data = data[part]
    return data


@settings(max_examples=25, deadline=None)
@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(-360, 360), st.data())
def test_a_dragged_thing_changes_its_own_line_only(x: float, y: float, heading: float, data: st.DataObject) -> None:
    text = TEXTS[-1]
    name = data.draw(st.sampled_from(sorted(data_of(text)["props"])))
    edited = set_value(text, ("props", name, "at"), [x, y])
    edited = set_value(edited, ("props", name, "heading"), heading)
    assert changed_lines(text, edited).keys() <= {line_of(text, ("props", name))}
    placed = data_of(edited)["props"][name]
    assert placed["at"] == [pytest.approx(x, abs=0.0051), pytest.approx(y, abs=0.0051)]
    assert placed["heading"] == pytest.approx(heading, abs=0.51)
