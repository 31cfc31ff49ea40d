"""Who holds a draft, what a page may ask for, and what is answered about a text."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from common.clock import ManualClock
from common.errors import QiancheError
from kiosk.bench.course import course_of
from kiosk.bench.desk import Desk, Page
from kiosk.bench.drafts import Drafts
from kiosk.bench.requests import LARGEST_MESSAGE, read_request
from kiosk.bench.writing import explained_at, faults_of, moved, suggestions_at, with_prop
from scenarios.starter import starter

TEXT = starter("my-scene")
BOX = "  my_box: {prop: switch_box, at: [5.5, 7.5], heading: 180, state: no_rcd}"


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Desk:
    drafts = Drafts(tmp_path, clock)
    drafts.create("my-scene", TEXT)
    return Desk("my-scene", drafts, None)


def heard(page: Page) -> list[str]:
    return [page.said.get_nowait()["type"] for _ in range(page.said.qsize())]


def test_the_first_page_holds_the_draft_and_another_may_take_it_over(desk: Desk) -> None:
    first, second = Page("李", "zh", "1"), Page("王", "zh", "2")
    desk.sit_down(first)
    desk.sit_down(second)
    assert (desk.holder, heard(first), heard(second)) == (first, ["yours"], ["held"])
    desk.hand_to(second)
    assert (desk.holder, heard(first), heard(second)) == (second, ["held"], ["yours"])
    desk.get_up(second)
    assert (desk.holder, heard(first)) == (first, ["yours"]), "who waits goes on"
    desk.get_up(first)
    assert desk.holder is None


def test_a_page_that_is_loaded_again_keeps_its_draft(desk: Desk) -> None:
    before, after = Page("李", "zh", "same"), Page("李", "zh", "same")
    desk.sit_down(before)
    desk.sit_down(after)
    assert desk.holder is after
    desk.get_up(before)
    assert desk.holder is after


def test_what_is_typed_is_kept_at_once(desk: Desk, tmp_path: Path) -> None:
    asyncio.run(desk.write(TEXT + "# 末尾\n", 7))
    assert (tmp_path / "my-scene.yaml").read_text("utf-8").endswith("# 末尾\n")


def test_a_page_that_does_not_read_is_told_the_newest(desk: Desk) -> None:
    page = Page("李", "zh", "1")
    for number in range(1000):
        page.tell({"type": "moment", "seconds": number})
    assert page.said.qsize() < 1000
    last = [page.said.get_nowait() for _ in range(page.said.qsize())][-1]
    assert last["seconds"] == 999


@pytest.mark.parametrize(
    "asked",
    [
        {"do": "look", "at": [0, 1], "height": 1.6, "h": 0, "p": 0},
        {"do": "set", "values": [{"loc": ["props", "my_box", "at"], "value": [1, 2]}]},
        {"do": "set", "values": [{"loc": ["standpoints", 0, "heading"], "value": 90}]},
        {"do": "complete", "line": 3, "column": 1, "ask": 5},
        {"do": "mark", "name": None},
        {"do": "prove"},
    ],
)
def test_what_a_page_may_ask_for(asked: dict[str, object]) -> None:
    request = read_request(json.dumps(asked))
    assert request is not None and request.do == asked["do"]


@pytest.mark.parametrize(
    "asked",
    [
        "", "no json", "[]", '{"do": "delete"}', '{"do": "look", "at": [1e9, 0], "height": 1, "h": 0, "p": 0}',
        '{"do": "look", "at": [NaN, 0], "height": 1, "h": 0, "p": 0}', '{"do": "time", "seconds": -1}',
        '{"do": "set", "values": []}', '{"do": "set", "values": [{"loc": [], "value": 1}]}',
        '{"do": "set", "values": [{"loc": ["props"], "value": {"a": 1}}]}', '{"do": "prove", "more": 1}',
        '{"do": "publish", "author": ""}', '{"do": "text", "seq": 1, "text": "' + "x" * LARGEST_MESSAGE + '"}',
    ],
)  # fmt: skip
def test_anything_else_is_passed_over(asked: str) -> None:
    assert read_request(asked) is None


def test_a_moved_prop_changes_its_line_alone() -> None:
    values = [
        {"loc": ["props", "my_box", "at"], "value": [6.25, 7]},
        {"loc": ["props", "my_box", "heading"], "value": 90},
    ]
    after = moved(TEXT, values)
    changed = [(old, new) for old, new in zip(TEXT.splitlines(), after.splitlines(), strict=True) if old != new]
    assert changed == [(BOX, "  my_box: {prop: switch_box, at: [6.25, 7], heading: 90, state: no_rcd}")]
    with pytest.raises(QiancheError):
        moved("a: [", values)


def test_a_new_prop_gets_a_name_of_its_own(tmp_path: Path) -> None:
    once, first = with_prop(TEXT, "ladder", [3.0, 4.0])
    twice, second = with_prop(once, "ladder", [5.0, 4.0])
    assert first != second
    assert faults_of(twice, tmp_path, "zh") == []


def test_faults_suggestions_and_explanations_speak_the_visitors_language(tmp_path: Path) -> None:
    broken = TEXT.replace("prop: switch_box", "prop: switch_bix")
    (zh,), (en,) = faults_of(broken, tmp_path, "zh"), faults_of(broken, tmp_path, "en")
    line = TEXT.splitlines().index(BOX) + 1
    assert zh["line"] == en["line"] == line and zh["column"] == BOX.index("switch_box") + 1
    assert "switch_box" in zh["text"] and zh["text"] != en["text"]
    found = suggestions_at(broken, line, BOX.index("switch_box") + 8, "zh")
    assert found["from_column"] == BOX.index("switch_box") + 1
    assert "switch_box" in {each["label"] for each in found["suggestions"]}
    assert "开关箱" in explained_at(TEXT, line, BOX.index("switch_box") + 2, "zh")


def test_the_chart_shows_windows_and_finds_in_session_time(desk: Desk, tmp_path: Path) -> None:
    course = course_of(tmp_path / "my-scene.yaml", "perfect", 0, "zh")
    assert course["outcome"] == "averted" and course["score"] == 100
    assert [row["time"] for row in course["rows"]] == sorted(row["time"] for row in course["rows"])
    for window in course["windows"]:
        assert 0 <= window["from"] <= window["found"] <= max(window["to"], course["seconds"])
    absent = course_of(tmp_path / "my-scene.yaml", "absent", 0, "en")
    assert absent["outcome"] == "accident" and all(window["found"] is None for window in absent["windows"])
