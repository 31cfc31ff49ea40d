"""Completion and hover help at a cursor, in a text that is unfinished at that very place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import scenarios
from scenarios.registry import registry
from scenarios.source import read_source
from scenarios.writing.outline_reader import outline
from scenarios.writing.suggest import Completion, complete, explain

SPECIMEN = (Path(__file__).parent / "specimen.yaml").read_text("utf-8")


def cursor_at(text: str, mark: str = "|") -> tuple[str, int, int]:
    """The text without its mark, and the line and column, from 1, where the mark was."""
    before, after = text.split(mark, 1)
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def completed(old: str, typed: str) -> Completion:
    """What is offered when ``old`` of the specimen is replaced by ``typed``, the cursor at its bar."""
    assert SPECIMEN.count(old)
    return complete(*cursor_at(SPECIMEN.replace(old, typed, 1)))


def labels(completion: Completion) -> list[str]:
    return [each.label for each in completion.suggestions]


@pytest.mark.parametrize(
    ("old", "typed", "offered"),
    [
        ("prop: switch_box", "prop: swi|", ["switch_box"]),
        ("prop: switch_box", "prop: 开关箱|", ["switch_box"]),
        ("variant: flood", "variant: fl|", ["flood"]),
        ("state: no_rcd", "state: |", list(registry().props["switch_box"].states)),
        ("state: {prop: my_box, state: ok}", "state: {prop: my_box, state: n|", ["no_rcd", "no_rcd_locked"]),
        ("target: my_box", "target: |", ["my_box", "my_lamp", "my_worker"]),
        ("target: my_box", "target:|", ["my_box", "my_lamp", "my_worker"]),
        ("at_once: [d1.b]", "at_once: [|", ["d1.a", "d1.b"]),
        ("at_once: [d1.b]", "at_once: [d1.b, d1.|", ["d1.a", "d1.b"]),
        ("what: worker-arrives", "what: |", ["worker-arrives", "d1", "accident", "averted"]),
        ("who: my_worker, text", "who: |, text", ["narrator", "my_worker"]),
        ("flagged: no-rcd", "flagged: |", ["no-rcd"]),
        ("pose: shocked", "pose: 僵直|", ["shocked"]),
        ("fade: {to: white", "fade: {to: |", ["white", "black", "clear"]),
        ("key: true", "key: |", ["true", "false"]),
        ("standards: [JGJ/T 46]", "standards: [55034|", ["GB 55034"]),
        ("problem: damaged-or-missing", "problem: 损坏|", ["damaged-or-missing"]),
        ("    severity: 4", "    sev|", ["severity"]),
        ("    severity: 4", "    |", ["severity", "focus", "latent"]),
        ("state: no_rcd}", "|}", ["state", "variant", "sign"]),
        ("minutes: 2", "mi|", ["minutes"]),
    ],
)
def test_what_fits_is_offered(old: str, typed: str, offered: list[str]) -> None:
    assert labels(completed(old, typed)) == offered


def test_a_name_is_explained_where_it_is_offered() -> None:
    (box,) = completed("prop: switch_box", "prop: switch_|").suggestions
    assert (box.insert, box.kind) == ("switch_box", "name")
    assert box.detail_zh.startswith("开关箱，宽0.5×") and box.detail_en.startswith("Switch box, 0.5 wide")
    (hazard,) = completed("flagged: no-rcd", "flagged: |").suggestions
    assert (hazard.detail_zh, hazard.detail_en) == ("开关箱没有漏电保护器", "Switch box without an RCD")


def test_the_word_that_was_begun_is_replaced() -> None:
    text, line, column = cursor_at(SPECIMEN.replace("prop: switch_box", "prop: swi|", 1))
    completion = complete(text, line, column)
    written = text.splitlines()[line - 1]
    assert written[completion.from_column - 1 : column - 1] == "swi"
    assert completed("target: my_box", "target:|").suggestions[0].insert == " my_box"
    assert completed("    severity: 4", "    sev|").suggestions[0].insert == "severity: "


@pytest.mark.parametrize(
    ("old", "typed", "insert"),
    [
        ("    label: {zh: 开关箱没有漏电保护器, en: Switch box without an RCD}", "    lab|", "label: {zh: , en: }"),
        ("    window: [0, 60]", "    win|", "window: [0, 0]"),
        ("    lec: {L: 6, E: 6, C: 15}", "    le|", "lec: {L: , E: , C: }"),
        ("prop: switch_box, at: [5.5, 7.5],", "a|", "at: [0, 0]"),
        ("accident:\n", "acc|\n", "accident: "),
        ("corrected:\n", "corr|\n", "corrected: "),
    ],
)
def test_a_key_brings_the_brackets_of_its_value(old: str, typed: str, insert: str) -> None:
    (first, *_) = completed(old, typed).suggestions
    assert first.insert == insert


def test_a_mapping_of_one_key_is_offered_no_second() -> None:
    assert "chosen" in labels(completed("when: {time: 1}", "when: {|}"))
    assert labels(completed("when: {time: 1}", "when: {time: 1, |}")) == []


def test_a_new_entry_of_a_list_is_offered_its_keys() -> None:
    offered = labels(completed("      - ask: d1", "      - |"))
    assert {"say", "ask", "effect", "move"} <= set(offered)
    assert labels(completed("- {at: [5.6, 5.6], heading: 0}", "- {|")) == ["at", "heading", "name"]


def test_the_last_empty_line_is_a_place_too() -> None:
    text = SPECIMEN.split("accident:")[0]
    lines = text.split("\n")
    assert "accident" in labels(complete(text, len(lines), 1))


def test_free_text_and_comments_are_left_alone() -> None:
    assert labels(completed("zh: 新场景", "zh: 新|")) == []
    assert labels(completed("place: construction-floor/yard", "place: construction-floor/yard # con|")) == []
    assert labels(completed("  zh: 新场景", "  zh: >-\n    p|")) == []


@pytest.mark.parametrize("broken", ["standpoints: [", 'x: "', "  - - {", "props: }", "\tprops:", "actors: |", "{", "]"])
def test_a_broken_line_harms_no_other(broken: str) -> None:
    text = SPECIMEN.replace("minutes: 2", broken, 1).replace("target: my_box", "target: my_l¦", 1)
    assert labels(complete(*cursor_at(text, "¦"))) == ["my_lamp"]


@pytest.mark.parametrize(
    ("marked", "zh"),
    [
        ("pr¦op: switch_box", "道具名，见登记表。必填。"),
        ("prop: switch¦_box", "开关箱，宽0.5×深0.25×高1.4米。状态："),
        ("  my_¦box: {prop", "开关箱，宽0.5×深0.25×高1.4米。状态："),
        ("state: no_¦rcd", "未装漏保、导线跨接"),
        ("head¦ing: 180", "正面朝向，度：0为北，逆时针为正。不写为0。-360到360。"),
        ("no-¦rcd:", "开关箱没有漏电保护器"),
        ("window: [¦0, 60]", "看得见、来得及处置的时段 [开始, 结束]，秒。"),
        ("lec: {L¦: 6", "发生的可能性。必填。可写：10、6、3、1、0.5、0.2、0.1。"),
        ("problem: damaged¦-or-missing", "损坏或缺少防护"),
        ("chosen: ¦d1.a", "叫停，请电工装好漏保再送电"),
        ("what: worker-¦arrives", "步骤编号"),
    ],
)
def test_what_is_under_the_cursor_is_explained(marked: str, zh: str) -> None:
    plain = marked.replace("¦", "")
    assert plain in SPECIMEN
    said = explain(*cursor_at(SPECIMEN.replace(plain, marked, 1), "¦"))
    assert said is not None and said.zh.startswith(zh) and said.en


def test_what_means_nothing_is_not_explained() -> None:
    assert explain(SPECIMEN, 1, 5) is None
    assert explain(SPECIMEN, 10_000, 1) is None
    assert explain("", 1, 1) is None


# --- the outline ---------------------------------------------------------------------------------


def seems(value: Any) -> Any:
    """Plain data with every scalar as a word, as an outline has it."""
    if isinstance(value, dict):
        return {key: seems(each) for key, each in value.items()}
    return [seems(each) for each in value] if isinstance(value, list) else type(None)


@pytest.mark.parametrize("name", ["specimen", *scenarios.bank()[:3]])
def test_a_good_text_seems_what_it_is(name: str) -> None:
    text = SPECIMEN if name == "specimen" else scenarios.load(name).path.read_text("utf-8")
    assert seems(outline(text).data) == seems(read_source(text.encode("utf-8"), name).data)


PIECES = st.sampled_from([*"-:{}[],|>#'\"& \n\t", "- ", ": ", "\n  ", "props", "at", "开", "\n", "    - {", "\ud800"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.integers(1, 12), st.integers(1, 20))
def test_nothing_that_is_typed_makes_it_fail(text: str, line: int, column: int) -> None:
    for each in (text, f"{SPECIMEN}\n{text}", text + SPECIMEN):
        explain(each, line, column)
        for suggestion in complete(each, line, column).suggestions:
            assert suggestion.label


def test_a_hostile_text_costs_little() -> None:
    complete("[" * 200_000, 1, 100)
    complete("- " * 100_000, 1, 100)
    complete("a: " + "{b: " * 50_000, 1, 100)
