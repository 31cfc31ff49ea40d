"""Panels stand where they can be read, come along when they were left, and never stick to the head."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from sim.display.headset.desk.board import Board
from sim.display.headset.desk.notice import Notice, notice
from sim.display.headset.desk.person import Person, Pointer
from sim.display.headset.desk.placing import half_degrees
from sim.display.headset.desk.rotation import ahead, heading_and_pitch, heading_between, less, looking
from sim.display.headset.drawn.panel_layout import layout
from sim.display.headset.shown import PlacedPanel
from sim.display.offers import Option
from sim.session.gaze import direction_of
from sim.xr.tracked import Pose
from tests.sim.display.headset_wearer import Wearer
from tests.sim.small_world import both

EYE = (0.0, 0.0, 1.7)
FRAME = 1 / 72
QUESTION = notice("question", "Which?", ("Think first.",), [(Option(word, {"kind": word}), "choice") for word in "ab"])
TALL = notice("tall", "Long", tuple("Many words that make a panel high." for _ in range(14)))
CAPTION = notice("caption", "", ("Somebody says something.",), kind="caption", where="caption")
HINT = notice("hint", "", ("Find it.",), kind="hint", where="hint")


class Looker:
    """Looks at panels, frame by frame."""

    def __init__(self, *notices: Notice) -> None:
        self.board, self.notices = Board(1.6), notices
        self.now = 0.0

    def look(self, heading: float, pitch: float = 0.0, seconds: float = FRAME, eye=EYE, pointer=None):
        for _ in range(max(1, round(seconds / FRAME))):
            self.now += FRAME
            touch = self.board.show(Person(self.now, Pose(eye, looking(heading, pitch)), pointer), self.notices)
        return touch

    def placed(self, key: str) -> PlacedPanel:
        return next(placed for placed in self.board.panels if placed.key == key)

    def heading(self, key: str) -> float:
        return heading_and_pitch(less(self.placed(key).centre, EYE))[0]


def edges(placed: PlacedPanel) -> tuple[float, float, float]:
    """Degrees over the eyes of the upper and the lower edge, and the distance."""
    metres = math.dist(placed.centre, EYE)
    pitch, half = heading_and_pitch(less(placed.centre, EYE))[1], half_degrees(layout(placed.panel).size[1], metres)
    return pitch + half, pitch - half, metres


@pytest.mark.parametrize("shown", [(QUESTION,), (TALL,), (CAPTION,), (HINT,)])
def test_panels_stand_a_little_below_the_eyes_at_a_comfortable_distance(shown: tuple[Notice, ...]) -> None:
    looker = Looker(*shown)
    looker.look(40)
    top, low, metres = edges(looker.placed(shown[0].key))
    assert 1.3 <= metres <= 2.0
    assert top <= 3.1 and low >= -45 and (top + low) / 2 < 0
    assert shown == (TALL,) or low >= -32
    placed = looker.placed(shown[0].key)
    towards = less(placed.centre, EYE)
    assert ahead(placed.turned) == pytest.approx(tuple(part / metres for part in towards)), "it faces the eyes"


def test_what_is_shown_together_does_not_cover_each_other() -> None:
    for middle in (QUESTION, TALL):
        looker = Looker(middle, CAPTION)
        looker.look(0)
        assert edges(looker.placed(middle.key))[1] > edges(looker.placed("caption"))[0]
    looker = Looker(HINT, CAPTION)
    looker.look(0)
    assert edges(looker.placed("hint"))[1] > edges(looker.placed("caption"))[0]


def test_small_turns_leave_panels_where_they_are() -> None:
    looker = Looker(QUESTION)
    looker.look(0)
    before = looker.placed("question").centre
    for heading in (10, -20, 30, -30):
        looker.look(heading, -20, 2.0)
        assert looker.placed("question").centre == before


def test_a_panel_that_was_left_comes_along_after_a_moment_and_smoothly() -> None:
    looker = Looker(CAPTION)
    looker.look(0)
    looker.look(80, 0, 0.5)
    assert looker.heading("caption") == pytest.approx(0, abs=0.1), "not at once"
    steps, before = [], 0.0
    for _ in range(100):
        looker.look(80)
        steps.append(heading_between(before, looker.heading("caption")))
        before = looker.heading("caption")
    assert before == pytest.approx(80, abs=0.1)
    assert max(steps) < 5 and min(steps) > -0.01, "in a glide"
    looker.look(100, 0, 1.0)
    assert looker.heading("caption") == pytest.approx(80, abs=0.1)


def test_a_step_aside_brings_panels_along_as_well() -> None:
    looker = Looker(CAPTION)
    looker.look(0)
    before = looker.placed("caption").centre
    looker.look(0, 0, 3.0, eye=(0.3, 0.0, 1.7))
    assert looker.placed("caption").centre == before
    looker.look(0, 0, 3.0, eye=(0.9, 0.0, 1.7))
    assert looker.placed("caption").centre[0] == pytest.approx(before[0] + 0.9)


def test_a_panel_that_is_pointed_at_stays() -> None:
    looker = Looker(QUESTION)
    looker.look(0)
    pointer = Pointer("right", EYE, direction_of(0, -9))
    before = looker.placed("question").centre
    assert looker.look(60, 0, 3.0, pointer=pointer).key == "question"
    assert looker.placed("question").centre == before


def test_what_only_says_something_is_pointed_through() -> None:
    looker = Looker(CAPTION, HINT)
    looker.look(0)
    for key in ("caption", "hint"):
        towards = heading_and_pitch(less(looker.placed(key).centre, EYE))
        assert looker.look(0, pointer=Pointer("right", EYE, direction_of(*towards))).key == ""


def test_a_new_question_comes_where_one_looks() -> None:
    looker = Looker(CAPTION)
    looker.look(0)
    looker.notices = (QUESTION, CAPTION)
    looker.look(150)
    assert looker.heading("question") == pytest.approx(150, abs=0.1)


def test_the_next_question_takes_the_place_of_the_last_while_that_is_in_view() -> None:
    looker = Looker(QUESTION)
    looker.look(0)
    looker.look(25, 0, 1.0)
    looker.notices = (TALL, notice("next", "And?", (), [(Option("c", {"kind": "c"}), "choice")]))
    looker.look(25)
    assert looker.heading("next") == pytest.approx(0, abs=0.1)
    looker.look(-60)
    looker.notices = (QUESTION,)
    looker.look(-60)
    assert looker.heading("question") == pytest.approx(-60, abs=0.1)


def test_after_a_turn_by_the_stick_panels_are_ahead_again(tmp_path: Path) -> None:
    asked = {"d1": {"ask": both("which?"), "options": {
        "a": {"right": True, "text": both("one"), "then": both("x")}, "b": {"text": both("two"), "then": both("x")},
    }}}  # fmt: skip
    wearer = Wearer(tmp_path, decisions=asked, storyboard=[{"when": {"time": 1}, "do": [{"ask": "d1"}]}])
    wearer.begin()
    wearer.wait(2)
    wearer.fingers(stick=(1.0, 0.0))
    wearer.frame()
    centre = wearer.panel("which?").centre
    assert heading_and_pitch(less(centre, wearer.desk.head.position))[0] == pytest.approx(-30, abs=0.1)


def test_dwelling_fills_and_leaving_begins_anew() -> None:
    looker = Looker(QUESTION)
    looker.look(0, 0, 0.5)
    rect = layout(QUESTION.panel).buttons["0"]
    placed = looker.placed("question")
    pitch = heading_and_pitch(less(placed.centre, EYE))[1] + math.degrees(math.atan((rect.low + rect.high) / 2 / 1.6))
    on, off = Pointer(None, EYE, direction_of(0, pitch)), Pointer(None, EYE, direction_of(0, 40))
    half = looker.look(0, 0, 0.5, pointer=on)
    assert half.button == "0" and 0.3 < half.share < 0.7 and half.chosen is None
    assert looker.placed("question").hovered == "0" and looker.placed("question").pressed == half.share
    looker.look(0, pointer=off)
    assert looker.look(0, 0, 0.5, pointer=on).chosen is None
    chosen = [looker.look(0, pointer=on).chosen for _ in range(200)]
    assert [intent for intent in chosen if intent] == [{"kind": "a"}], "once, however long one looks"
