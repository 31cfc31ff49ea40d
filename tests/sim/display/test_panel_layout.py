"""Panels as they are laid out: letters of one size, targets large enough, nothing outside, nothing over another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import atan, degrees

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sim.display.headset.drawn.panel_layout import BODY, EM, PAD, TITLE, at_rest, layout
from sim.display.headset.shown import Button, Panel
from sim.display.lettering import font

READ_AT = {"panel": 1.6, "caption": 1.6, "wheel": 1.6, "hint": 1.6, "wrist": 0.5}
"""Metres from the eye."""
LONG = "电缆外皮破损浸在水里，漏电保护器被短接，水面带电。"
ENGLISH = "Switch off at the box, lock it, hang the tag and test before you move the pump."

texts = some.sampled_from(("断电", LONG, LONG * 4, ENGLISH, "OK", "先在开关箱断电、上锁挂牌、验电，再挪动水泵"))
buttons = some.lists(some.tuples(texts, some.sampled_from(("plain", "choice", "good", "warning", "round"))), max_size=7)
panels = some.builds(
    lambda kind, title, lines, pressed, share, width: Panel(
        kind, title, tuple(lines), tuple(Button(str(k), words, style) for k, (words, style) in enumerate(pressed)),
        share, 0.2 if kind == "wrist" else width,
    ),
    some.sampled_from(tuple(EM)), some.one_of(some.just(""), texts), some.lists(texts, max_size=3), buttons,
    some.one_of(some.none(), some.floats(0, 1)), some.sampled_from((0.7, 0.9, 1.1)),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(panels)
def test_everything_lies_inside_and_no_button_over_another(panel: Panel) -> None:
    laid = layout(panel)
    half_wide, half_high = laid.size[0] / 2, laid.size[1] / 2
    rects = list(laid.buttons.values())
    assert len(rects) == len(panel.buttons)
    for rect in rects:
        assert -half_wide < rect.left < rect.right < half_wide
        assert -half_high < rect.low < rect.high < half_high
        assert laid.button_at((rect.left + rect.right) / 2, (rect.low + rect.high) / 2) in laid.buttons
    for k, one in enumerate(rects):
        for other in rects[k + 1 :]:
            apart = one.right < other.left or other.right < one.left or one.high < other.low or other.high < one.low
            assert apart
    wide, high = laid.pixels
    for line in laid.words:
        assert line.y > line.size / 2 and line.y + line.size / 2 < high
        assert line.size in (BODY, TITLE)
    for above, below in pairwise(laid.words):
        assert below.y - above.y > below.size


@pytest.mark.parametrize("kind", EM)
def test_letters_and_targets_are_large_where_they_are_read(kind: str) -> None:
    laid = layout(Panel(kind, "标题", (LONG,), (Button("a", "好"),), width=0.2 if kind == "wrist" else 0.9))
    top, bottom = font(BODY).getbbox("H")[1::2]
    capital = (bottom - top) * EM[kind] / BODY
    assert 1.0 <= degrees(atan(capital / READ_AT[kind])) <= 1.3
    rect = laid.buttons["a"]
    assert degrees(atan((rect.high - rect.low) / READ_AT[kind])) >= 5.0


def test_more_words_make_a_panel_larger_and_never_its_letters_smaller() -> None:
    short, long, longest = (layout(Panel("panel", "事故发生了", (LONG * count,))) for count in (1, 5, 24))
    assert short.size[1] < long.size[1]
    assert longest.size[0] > long.size[0]
    assert {line.size for line in longest.words[1:]} == {BODY}
    assert "".join(line.text for line in longest.words[1:]) == LONG * 24


def test_a_caption_is_as_wide_as_its_words() -> None:
    narrow, wide = (layout(Panel("caption", "", (words,))) for words in ("停！", LONG))
    assert narrow.size[0] < 0.25 < wide.size[0] <= 0.9


def test_short_answers_of_a_wheel_stand_in_two_columns_and_the_way_out_below() -> None:
    names = ("可能带电、会触电", "损坏或缺少防护", "可能坠落、倒塌或滑落", "位置不对或挡了路")
    asked = Panel("wheel", "哪里不对？", (), (*(Button(each, each) for each in names), Button("no", "没有", "plain")))
    rects = layout(asked).buttons
    assert rects[names[0]].low == rects[names[1]].low > rects[names[2]].high
    assert rects[names[0]].right < rects[names[1]].left
    assert rects["no"].high < rects[names[2]].low
    assert rects["no"].right - rects["no"].left > 1.9 * (rects[names[0]].right - rects[names[0]].left)


def test_a_wrist_has_its_ring_beside_the_words() -> None:
    laid = layout(Panel("wrist", "已找到 3 / 6", ("还剩 95 秒",), (Button("pause", "暂停", "plain"),), 0.5, 0.17))
    left, top, right, bottom = laid.gauge
    assert right - left == bottom - top
    assert all(line.x > right for line in laid.words)
    assert laid.fields[0].box[1] > bottom
    assert laid.fields[0].box[0] == PAD


def test_what_moves_is_not_laid_out_nor_painted_again() -> None:
    panel = Panel("panel", "胸外按压", (), (Button("beat", "按", "round"),), share=0.0)
    moved = replace(panel, buttons=(Button("beat", "按", "round", swell=0.7),), share=0.4)
    assert at_rest(moved) == panel
    assert layout(moved) is layout(panel)
