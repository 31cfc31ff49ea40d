"""Mouse and keys on a session, without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from common.clock import ManualClock
from common.text import Lang
from scenarios import registry as registered
from scenarios.model import Scenario
from sim import ENGINE
from sim.display.controls import Control, controls
from sim.display.desk import Desk
from sim.display.replay_desk import ReplayDesk
from sim.log import read_log
from sim.log.events import Beat, Choose, Do, Flag, Header, Look, Step
from sim.play_live import LiveSession
from sim.render.camera import View
from sim.state import SceneState
from sim.trainees import Perfect
from sim.world.compose import World, compose
from sim.world.picking import Picker
from tests.sim.small_world import SmallLibrary, both, small_scenario

SIZE = (960, 540)
MIDDLE = (480, 270)


class PlainEyes:
    """A grey picture with everything else as it is."""

    def __init__(self, world: World) -> None:
        self.world, self.picker = world, Picker(world)

    def view(self, state: SceneState) -> View:
        trainee = state.trainee
        return View(self.world.eye(trainee.standpoint), trainee.heading, trainee.pitch)

    def picture(self, state: SceneState) -> NDArray[np.uint8]:
        return np.full((SIZE[1], SIZE[0], 4), 128, np.uint8)


DECISION = {
    "ask": both("which?"), "limit": 20,
    "options": {
        "a": {"right": True, "text": both("the right one"), "then": both("good")},
        "b": {"text": both("the wrong one"), "then": both("bad")},
    },
}  # fmt: skip


DEEDS = {
    "mend": {"target": "sign", "text": both("mend it"), "right": True},
    "kick": {"target": "sign", "text": both("kick it"), "then": both("it is broken now")},
    "wipe": {"target": "crate", "text": both("wipe it"), "then": both("it was clean")},
}
PRESS = {
    "ask": both("press the chest"), "beats_per_minute": [100, 140], "beats": 5, "limit": 10,
    "good": {"then": both("well pressed")}, "poor": {"then": both("badly pressed")},
}  # fmt: skip
PRESSING = [{"when": {"time": 1}, "do": [{"exercise": "press"}]}]


class Table:
    """A desk with a session of boxes on it, and a clock to wind."""

    def __init__(
        self, folder: Path, lang: Lang = "en", script: Callable[[Scenario], Perfect] | None = None, **parts: object
    ) -> None:
        asking = [{"when": {"time": 10}, "do": [{"ask": "d1"}]}]
        self.scenario = small_scenario(**{"decisions": {"d1": DECISION}, "storyboard": asking} | parts)
        self.clock = ManualClock()
        self.log = folder / "log.jsonl"
        header = Header(
            session="0" * 8, scenario="small", scenario_hash="sha256:0", engine=ENGINE, seed=3, input="mouse",
            station="desk", learner="anonymous", lang=lang, started="2026-01-01T00:00:00Z",
        )  # fmt: skip
        self.live = LiveSession(self.scenario, header, self.log, self.clock)
        self.eyes = PlainEyes(compose(self.scenario, SmallLibrary()))
        self.desk = Desk(self.eyes, self.live, SIZE, lang, script(self.scenario) if script else None)
        self.lang = lang

    def wind(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.clock.wind(0.1)
            self.desk.tick()

    def click(self, x: float, y: float) -> None:
        self.desk.press(x, y)
        self.desk.release(x, y)

    def shown(self) -> list[Control]:
        return self.desk._controls(self.live.state())

    def button(self, words: str) -> tuple[float, float]:
        control = next(each for each in self.shown() if each.intent and words in "".join(each.lines))
        left, top, right, bottom = control.rect
        return (left + right) / 2, (top + bottom) / 2

    def events(self, kind: type) -> list:
        self.live.close()
        return [event for event in read_log(self.log).events if isinstance(event, kind)]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    made = Table(tmp_path)
    made.wind(1)
    return made


def test_a_click_on_a_thing_asks_what_is_wrong_and_the_answer_is_a_flag(table: Table) -> None:
    table.click(*MIDDLE)
    problem = registered.registry().problems["damaged-or-missing"]
    table.click(*table.button(problem.en))
    assert table.live.state().flagged == ("sign-broken",)
    assert [event.target for event in table.events(Flag)] == ["sign"]


def test_never_mind_flags_nothing(table: Table) -> None:
    table.click(*MIDDLE)
    table.desk.key("escape")
    assert not any(control.intent and control.intent["kind"] == "flag" for control in table.shown())
    assert not table.live.state().paused
    assert table.events(Flag) == []


def test_what_can_be_done_stands_under_its_own_heading_and_is_done(tmp_path: Path) -> None:
    table = Table(tmp_path, deeds=DEEDS)
    table.wind(1)
    table.click(*MIDDLE)
    shown = [("".join(control.lines), control.key) for control in table.shown()]
    heading = shown.index(("Do", ""))
    assert {key for _, key in shown[heading + 1 : -1]} == {"5", "6"}
    assert shown[-1] == ("Nothing", "escape")
    mend = next(control for control in table.shown() if "mend it" in "".join(control.lines))
    table.desk.key(mend.key)
    assert table.live.state().deeds == ("kick", "wipe")
    assert [event.deed for event in table.events(Do)] == ["mend"]


def test_a_thing_without_deeds_has_no_heading(table: Table) -> None:
    table.click(*MIDDLE)
    assert not any("Do" in control.lines for control in table.shown())


def test_a_deed_left_is_done_in_the_redo_by_a_click_on_its_thing(tmp_path: Path) -> None:
    table = Table(tmp_path, deeds=DEEDS, decisions={}, storyboard=[])
    table.wind(70)
    table.desk.key("enter")
    table.click(*MIDDLE)
    assert any("mend it" in "".join(control.lines) for control in table.shown())
    table.click(*MIDDLE)
    assert table.live.state().redo.kind == "watch"
    assert [event.deed for event in table.events(Do)] == ["mend"]


THROWN = {"target": "sign", "text": both("throw it"), "right": True, "when": {"after": {"what": "accident"}}}


def test_in_an_accident_only_what_can_be_done_is_offered(tmp_path: Path) -> None:
    table = Table(tmp_path, deeds={"wipe": DEEDS["wipe"], "throw": THROWN}, decisions={}, storyboard=[])
    table.wind(table.scenario.accident.at - 1)
    table.click(*MIDDLE)
    problem = registered.registry().problems["damaged-or-missing"]
    table.button(problem.en)
    table.wind(1.5)
    assert not any("Nothing" in control.lines for control in table.shown()), "the scene's wheel closed with it"
    table.click(*MIDDLE)
    rows = ["".join(control.lines) for control in table.shown()]
    assert rows[-3:] == ["Do", "1  throw it", "Nothing"]
    table.desk.key("1")
    table.click(*MIDDLE)
    assert not any("Nothing" in control.lines for control in table.shown()), "there is nothing more to do"
    assert [event.deed for event in table.events(Do)] == ["throw"]


@pytest.mark.parametrize("press", ["space", "mouse"])
def test_an_exercise_is_pressed_in_rhythm(tmp_path: Path, press: str) -> None:
    table = Table(tmp_path, exercises={"press": PRESS}, storyboard=PRESSING)
    table.wind(2)
    words = "".join(line for control in table.shown() for line in control.lines)
    assert "press the chest" in words and "0 / 5" in words and "Press along with the beat" in words
    disc = next(control for control in table.shown() if control.look == "round")
    for _ in range(5):
        table.wind(0.5)
        if press == "space":
            table.desk.key("space")
        else:
            table.desk.press((disc.rect[0] + disc.rect[2]) / 2, (disc.rect[1] + disc.rect[3]) / 2)
            table.desk.release(0, 0)
    state = table.live.state()
    assert not state.paused and state.exercise is None
    assert [caption.text.en for caption in state.captions] == ["well pressed"]
    assert len(table.events(Beat)) == 5


def test_the_disc_swells_on_the_beat(tmp_path: Path) -> None:
    table = Table(tmp_path, exercises={"press": PRESS}, storyboard=PRESSING)
    widths = set()
    for _ in range(20):
        table.wind(0.1)
        widths |= {control.rect[2] - control.rect[0] for control in table.shown() if control.look == "round"}
    assert max(widths) - min(widths) > 15
    assert (table.desk.picture() != 128).any()


def test_dragging_pulls_the_picture_along(table: Table) -> None:
    table.desk.press(*MIDDLE)
    table.desk.move(MIDDLE[0] + 96, MIDDLE[1])
    table.desk.release(MIDDLE[0] + 96, MIDDLE[1])
    assert table.live.state().trainee.heading == pytest.approx(7.5, abs=0.05)
    assert table.events(Look)
    assert table.events(Flag) == []


def test_arrow_keys_turn(table: Table) -> None:
    table.desk.key("arrow_left")
    table.desk.key("arrow_up")
    trainee = table.live.state().trainee
    assert trainee.heading > 0
    assert trainee.pitch > 0


def test_a_decision_is_answered_by_its_number(table: Table) -> None:
    table.wind(10)
    right = next(control for control in table.shown() if "the right one" in "".join(control.lines))
    table.desk.key(right.key)
    assert [(event.decision, event.option) for event in table.events(Choose)] == [("d1", "a")]


def test_options_do_not_stand_in_the_order_of_the_file(table: Table) -> None:
    table.wind(10)
    state, world = table.live.state(), table.eyes.world
    orders = set()
    for seed in range(12):
        found = controls(world, state, table.eyes.view(state), SIZE, "en", seed)
        orders.add(tuple(each.intent["option"] for each in found if each.intent and each.intent["kind"] == "choose"))
    assert orders == {("a", "b"), ("b", "a")}


def test_space_pauses_and_goes_on_and_nothing_is_seen_of_the_scene_meanwhile(table: Table) -> None:
    table.desk.key("space")
    assert table.live.state().paused
    before = table.live.state().scene_time
    table.wind(2)
    table.click(480, 90)
    assert table.live.state().scene_time == before
    assert not any(control.intent and control.intent["kind"] == "flag" for control in table.shown())
    table.desk.key("space")
    assert not table.live.state().paused


def test_escape_twice_ends_the_session(table: Table) -> None:
    table.desk.key("escape")
    table.desk.key("escape")
    assert table.desk.ended
    assert read_log(table.log).end is not None


def test_a_place_in_view_can_be_walked_to(table: Table) -> None:
    table.live.look(-135.0, 0.0)
    table.click(*table.button("2"))
    assert [event.to for event in table.events(Step)] == [1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_is_said_in_the_chosen_language_and_inside_the_picture(tmp_path: Path, lang: Lang) -> None:
    table = Table(tmp_path, lang)
    table.wind(11)
    for control in table.shown():
        left, top, right, bottom = control.rect
        assert 0 <= left < right <= SIZE[0]
        assert 0 <= top < bottom <= SIZE[1]
    status = table.shown()[0].lines[0]
    assert ("已找到" in status) == (lang == "zh")
    assert (table.desk.picture() != 128).any()


def test_a_scripted_trainee_plays_in_real_time(tmp_path: Path) -> None:
    table = Table(tmp_path, script=Perfect)
    table.wind(80)
    assert table.live.state().outcome == "averted"
    assert table.live.state().flagged == ("sign-broken",)


def test_a_replay_goes_on_holds_leaps_and_scrubs(table: Table) -> None:
    table.live.flag("sign", "damaged-or-missing")
    table.wind(20)
    table.live.stop("trainee")
    clock, log = ManualClock(), read_log(table.log)
    desk = ReplayDesk(table.eyes, log, SIZE, "zh", clock)
    clock.wind(2.0)
    desk.tick()
    assert desk.seconds == pytest.approx(2.0)
    desk.key("space")
    clock.wind(2.0)
    desk.tick()
    assert desk.seconds == pytest.approx(2.0)
    desk.key("arrow_right")
    assert desk.seconds == pytest.approx(7.0)
    desk.press(SIZE[0], SIZE[1] - 8)
    assert desk.seconds == pytest.approx(log.last_time)
    desk.release(SIZE[0], SIZE[1] - 8)
    late = desk.picture()
    desk.key("arrow_left")
    desk.key("arrow_left")
    assert desk.picture().shape == late.shape
    desk.key("escape")
    assert desk.ended
