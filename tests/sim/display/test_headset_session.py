"""A session played with head and hands, without a headset."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.comfort import Comfort
from scenarios.registry import registry
from sim.display.headset.desk.placing import half_degrees
from sim.display.headset.desk.rotation import heading_and_pitch, less, looking
from sim.display.headset.drawn.panel_layout import layout
from sim.log import read_log
from sim.log.events import Beat, Choose, Do, Flag, Look, Pause, Resume, Step, Stop
from sim.xr.tracked import Hand, Pose
from tests.sim.display.headset_wearer import CRATE, SIGN, Wearer
from tests.sim.small_world import both

DAMAGED = registry().problems["damaged-or-missing"].en
DECISION = {
    "ask": both("which?"), "limit": 20,
    "options": {
        "a": {"right": True, "text": both("the right one"), "then": both("good")},
        "b": {"text": both("the wrong one"), "then": both("bad")},
    },
}  # fmt: skip


def asking(at: float = 2) -> dict[str, object]:
    return {"decisions": {"d1": DECISION}, "storyboard": [{"when": {"time": at}, "do": [{"ask": "d1"}]}]}


DEEDS = {
    "mend": {"target": "sign", "text": both("mend it"), "right": True},
    "kick": {"target": "sign", "text": both("kick it"), "then": both("it is broken now")},
}
PRESS = {
    "ask": both("press the chest"), "beats_per_minute": [100, 140], "beats": 5, "limit": 20,
    "good": {"then": both("well pressed")}, "poor": {"then": both("badly pressed")},
}  # fmt: skip
PRESSING = {"exercises": {"press": PRESS}, "storyboard": [{"when": {"time": 1}, "do": [{"exercise": "press"}]}]}
AT = 60.0
"""The moment of the small scenario's accident."""


@pytest.fixture
def wearer(tmp_path: Path) -> Wearer:
    made = Wearer(tmp_path)
    made.begin()
    return made


def test_nothing_of_the_scene_is_seen_and_no_time_passes_before_the_consent(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path)
    wearer.wait(3)
    assert not wearer.desk.in_scene and wearer.shown.dark == 1.0
    assert "Stand upright" in wearer.words
    wearer.choose("Ready")
    assert wearer.scenario.content_warning.en in wearer.words
    wearer.wait(3)
    assert wearer.live.session.time == 0.0
    wearer.choose("I understand")
    assert wearer.desk.in_scene and wearer.shown.dark > 0.5, "out of the dark"
    wearer.wait(1)
    assert wearer.shown.dark == 0.0 and 0.9 < wearer.live.session.time < 1.2


def test_who_does_not_want_it_leaves_before_it_begins(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path)
    wearer.frame()
    wearer.choose("Ready")
    wearer.choose("Not this scene")
    assert wearer.desk.ended and not wearer.desk.in_scene
    log = read_log(wearer.log)
    assert [type(event) for event in log.events] == [Stop] and log.end is not None


def test_holding_on_a_thing_asks_what_is_wrong_and_the_answer_is_a_flag(wearer: Wearer) -> None:
    wearer.desk.pulses()
    wearer.mean(SIGN)
    assert [(pulse.side, pulse.strength, pulse.seconds) for pulse in wearer.desk.pulses()] == [("right", 0.5, 0.06)]
    assert wearer.panel("What is wrong?").panel.kind == "wheel"
    wearer.choose(DAMAGED)
    assert [(pulse.strength, pulse.seconds) for pulse in wearer.desk.pulses()] == [(0.2, 0.02)]
    assert wearer.live.state().flagged == ("sign-broken",)
    assert "Hazard found: l" in wearer.words and "What is wrong?" not in wearer.words
    wearer.wait(3)
    assert "Hazard found" not in wearer.words
    assert [(event.target, event.problem) for event in wearer.events(Flag)] == [("sign", "damaged-or-missing")]


def test_the_reticle_shows_how_far_holding_has_come(wearer: Wearer) -> None:
    wearer.point_at(SIGN)
    wearer.wait(0.5)
    [ray] = wearer.shown.rays
    assert (ray.side, ray.on, ray.held) == ("right", "thing", 0.0)
    assert ray.end[1] == pytest.approx(4.0, abs=0.2), "the ray ends on the sign"
    shares = []
    wearer.fingers(trigger=1.0)
    for _ in range(25):
        shares.append(wearer.frame().rays[0].held)
    assert shares == sorted(shares) and shares[5] < 0.4 and shares[-1] > 0.8


def test_a_flag_in_vain_is_told_and_gives_nothing_away(wearer: Wearer) -> None:
    wearer.look_at(CRATE)
    wearer.mean(CRATE)
    wearer.choose(wearer.panel("What is wrong?").panel.buttons[0].text)
    assert wearer.live.state().false_alarms == 1
    assert wearer.words.strip() == "This is as it should be"


def test_a_short_pull_and_a_pull_at_nothing_are_explained(wearer: Wearer) -> None:
    wearer.point_at(SIGN)
    wearer.wait(0.1)
    wearer.pull()
    wearer.frame()
    assert "keep the trigger pulled" in wearer.words and "What is wrong?" not in wearer.words
    wearer.mean((-6.0, 1.0, 5.0))
    assert "Point at a thing or a person" in wearer.words
    assert wearer.events(Flag) == []


def test_a_hand_that_wanders_off_means_nothing(wearer: Wearer) -> None:
    wearer.point_at(SIGN)
    wearer.fingers(trigger=1.0)
    wearer.wait(0.2)
    wearer.point_at(CRATE)
    wearer.wait(0.6)
    assert "What is wrong?" not in wearer.words


@pytest.mark.parametrize("leave", ["choose", "turn", "pause"])
def test_a_question_about_a_thing_can_be_left(wearer: Wearer, leave: str) -> None:
    wearer.mean(SIGN)
    if leave == "choose":
        wearer.choose("Nothing")
    elif leave == "turn":
        wearer.face(110)
        wearer.wait(0.1)
    else:
        wearer.fingers(menu=True)
        wearer.frame()
    assert "What is wrong?" not in wearer.words
    assert wearer.events(Flag) == []


def test_the_question_stands_beside_the_thing_and_stays_there(wearer: Wearer) -> None:
    wearer.face(30)
    wearer.mean(SIGN)
    before = wearer.panel("What is wrong?")
    assert before.centre[0] > 0.3, "on its right"
    wearer.face(-20)
    wearer.wait(2)
    assert wearer.panel("What is wrong?").centre == before.centre


def test_the_question_leaves_a_near_thing_free_though_the_hand_points_from_the_hip(tmp_path: Path) -> None:
    props = {"sign": {"prop": "sign", "at": [0, 1.6, 1.1], "state": "broken"}}
    wearer = Wearer(tmp_path, props=props)
    wearer.begin()
    wearer.mean((0.0, 1.6, 1.5))
    placed = wearer.panel("What is wrong?")
    middle = heading_and_pitch(less(placed.centre, wearer.desk.head.position))[0]
    left = middle + half_degrees(layout(placed.panel).size[0], 1.4)
    assert left == pytest.approx(-5, abs=1.5), "its edge is five degrees beside what was pointed at"


def test_what_can_be_done_has_a_panel_of_its_own_on_the_other_side(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, deeds=DEEDS)
    wearer.begin()
    wearer.mean(SIGN)
    assert wearer.panel("Do").centre[0] < -0.3 < 0.3 < wearer.panel("What is wrong?").centre[0]
    wearer.choose("mend it")
    assert [event.deed for event in wearer.events(Do)] == ["mend"]


def test_a_decision_is_answered_by_the_ray_and_its_time_runs_down(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, **asking())
    wearer.begin()
    wearer.pass_time(4)
    full = wearer.panel("which?").panel.share
    wearer.pass_time(4)
    assert full > 0.8 > 0.75 > wearer.panel("which?").panel.share > 0.5
    assert "s left" not in wearer.words, "a bar, which need not be read"
    wearer.choose("the right one")
    assert "good" in wearer.words and "which?" not in wearer.words
    assert [(event.decision, event.option) for event in wearer.events(Choose)] == [("d1", "a")]


def test_what_comes_up_under_a_pulled_trigger_is_not_answered_by_it(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, **asking())
    wearer.begin()
    wearer.until(lambda: wearer.live.state().decision is not None)
    wearer.frame()
    wearer.point_at(wearer.button("the right one"))
    wearer.pull()
    assert wearer.live.state().decision is not None
    wearer.choose("the right one")
    assert wearer.live.state().decision is None


def test_while_a_decision_is_open_things_and_places_wait(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, **asking())
    wearer.begin()
    wearer.pass_time(3)
    wearer.point_at((3.0, -3.0, 0.0))
    wearer.fingers(stick=(0.0, 1.0))
    assert wearer.shown.leap is None
    wearer.fingers(stick=(0.0, 0.0))
    wearer.mean((0.0, 4.0, 5.0))
    assert "Point at a thing" not in wearer.words
    assert wearer.events(Step) == []


@pytest.mark.parametrize("how", ["right", "left", "nods"])
def test_an_exercise_is_pressed_with_any_trigger_or_by_nods(tmp_path: Path, how: str) -> None:
    wearer = Wearer(tmp_path, hands=() if how == "nods" else ("left", "right"), **PRESSING)
    wearer.begin()
    wearer.pass_time(2)
    shown = wearer.panel("press the chest").panel
    assert shown.buttons[0].style == "round" and shown.share == 0.0
    assert ("Nod lightly" in wearer.words) == (how == "nods")
    swells = set()
    for _ in range(5):
        wearer.wait(0.25)
        swells.add(round(wearer.panel("press the chest").panel.buttons[0].swell, 1))
        if how == "nods":
            for pitch in (-2.0, -4.0, -6.0, -3.0, 0.0):
                wearer.face(0, pitch)
                wearer.wait(0.05)
        else:
            wearer.fingers(how, trigger=1.0)
            wearer.wait(0.25)
            wearer.fingers(how, trigger=0.0)
    assert len(swells) > 1, "its button shows the rhythm"
    wearer.wait(0.1)
    assert "well pressed" in wearer.words
    assert len(wearer.events(Beat)) == 5


def test_the_whole_of_it_after_an_accident_in_the_hands(tmp_path: Path) -> None:
    shaking = [{"after": 0, "do": [{"haptic": {"strength": 0.8, "seconds": 1.0}}, {"fade": {"to": "white"}}]}]
    wearer = Wearer(tmp_path)
    accident = wearer.scenario.accident.model_dump(by_alias=True, exclude_none=True) | {"steps": shaking}
    wearer = Wearer(tmp_path / "it", accident=accident)
    wearer.begin()
    wearer.pass_time(AT - 1)
    wearer.desk.pulses()
    position, heading = wearer.desk.rig.position, wearer.desk.rig.heading
    wearer.wait(1.5)
    shaken = wearer.desk.pulses()
    assert {pulse.side for pulse in shaken} == {"left", "right"} and {pulse.strength for pulse in shaken} == {0.8}
    assert (wearer.desk.rig.position, wearer.desk.rig.heading) == (position, heading), "the camera never moves"
    wearer.until(lambda: wearer.live.state().phase == "debrief")
    wearer.frame()
    assert "The accident happened" in wearer.words
    wearer.choose("Do it again")
    assert "Find and point out: l" in wearer.words
    wearer.mean(SIGN)
    assert wearer.live.state().redo.kind == "watch"
    wearer.choose("Go on")
    assert wearer.desk.ended and read_log(wearer.log).end is not None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_whole_session_with_nothing_but_the_head(tmp_path: Path, lang: str) -> None:
    words = {
        "zh": ("准备好了", "知道了，开始", registry().problems["damaged-or-missing"].zh, "right", "结束"),
        "en": ("Ready", "I understand", DAMAGED, "right", "Finish"),
    }[lang]
    wearer = Wearer(tmp_path, lang=lang, hands=(), **asking(at=10))
    wearer.frame()
    wearer.choose(words[0])
    wearer.choose(words[1])
    wearer.wait(0.5)
    [ray] = wearer.shown.rays
    assert ray.side is None
    wearer.mean(SIGN)
    wearer.choose(words[2])
    assert wearer.live.state().flagged == ("sign-broken",)
    wearer.until(lambda: wearer.live.state().decision is not None)
    wearer.frame()
    wearer.choose(words[3])
    wearer.until(lambda: wearer.live.state().phase == "debrief", AT)
    wearer.frame()
    wearer.choose(words[4])
    assert wearer.desk.ended
    assert wearer.desk.pulses() == ()
    assert wearer.events(Look)


def test_resting_on_a_button_chooses_it_once(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, hands=())
    wearer.begin()
    wearer.face(0, -42)
    wearer.wait(0.2)
    wearer.choose("Pause")
    assert wearer.live.state().paused
    wearer.choose("Hide captions")
    wearer.wait(4)
    assert "Show captions" in wearer.words, "it would have been shown and hidden in turn"


def test_captions_say_who_speaks_and_what_is_heard_and_can_be_hidden(tmp_path: Path) -> None:
    said = {"say": {"text": both("mind the step")}}
    heard = {"sound": {"name": "metal_clang", "at": [-5, 0, 1]}}
    wearer = Wearer(tmp_path, storyboard=[{"when": {"time": 1}, "do": [said, heard]}])
    wearer.begin()
    wearer.wait(1.0)
    caption = wearer.panel("mind the step")
    assert caption.panel.kind == "caption" and "left" in caption.panel.lines[-1].lower()
    wearer.fingers(menu=True)
    wearer.fingers(menu=False)
    wearer.choose("Hide captions")
    wearer.choose("Go on")
    wearer.frame()
    assert "mind the step" not in wearer.words


def test_the_wrist_shows_time_and_pause_only_while_it_is_looked_at(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, hands=("left", "right"))
    wearer.begin()
    wearer.wait(1)
    assert "found 0 of 1" not in wearer.words
    raised = Pose((-0.15, 0.4, 1.45))
    wearer.hold("left", Hand("controller", raised, raised))
    wearer.face(15, -25)
    wearer.wait(0.1)
    placed = wearer.panel("found 0 of 1")
    assert placed.panel.kind == "wrist" and 0.9 < placed.panel.share < 1.0
    wearer.choose("Pause")
    assert wearer.live.state().paused and "Paused" in wearer.words
    wearer.choose("Go on")
    wearer.face(-40, 0)
    wearer.wait(0.1)
    assert "found 0 of 1" not in wearer.words
    assert len(wearer.events(Pause)) == len(wearer.events(Resume)) == 1


def test_with_one_hand_the_panel_is_at_the_belt(wearer: Wearer) -> None:
    wearer.wait(0.5)
    assert "found 0 of 1" not in wearer.words
    wearer.face(0, -42)
    wearer.wait(0.1)
    belt = wearer.panel("found 0 of 1")
    assert belt.centre[2] < 1.2
    wearer.choose("Pause")
    assert wearer.live.state().paused


def test_while_it_is_paused_the_scene_is_dim_and_stands_still(wearer: Wearer) -> None:
    wearer.fingers(menu=True)
    wearer.fingers(menu=False)
    before = wearer.live.state().scene_time
    wearer.wait(2)
    assert wearer.shown.dark > 0.4 and wearer.live.state().scene_time == before
    wearer.mean(SIGN)
    assert "What is wrong?" not in wearer.words
    wearer.choose("End here")
    assert wearer.desk.ended
    assert [event.by for event in wearer.events(Stop)] == ["trainee"]


def test_eyes_that_are_followed_are_logged_beside_the_head(tmp_path: Path) -> None:
    for folder, comfort, logged in (("a", Comfort(), True), ("b", Comfort(eyes=False), False)):
        wearer = Wearer(tmp_path / folder, comfort)
        wearer.begin()
        for heading in (10.0, 30.0):
            wearer.face(heading)
            wearer.frame(gaze=Pose((0, 0, 1.7), looking(-20.0, -5.0)))
            wearer.wait(0.5)
        looks = wearer.events(Look)
        assert looks[-1].h == pytest.approx(30.0, abs=0.1)
        assert (looks[-1].gaze is not None) == logged
        if logged:
            assert looks[-1].gaze == pytest.approx((-20.0, -5.0), abs=0.1)


def test_looks_are_logged_ten_times_a_second_at_most(wearer: Wearer) -> None:
    for degree in range(144):
        wearer.face(degree / 4)
        wearer.frame()
    looks = [event.t for event in wearer.events(Look)]
    assert 15 <= len(looks) <= 30
    assert min(b - a for a, b in zip(looks[1:], looks[2:], strict=False)) >= 0.099


def test_a_broken_off_session_goes_on_where_it_was(tmp_path: Path, wearer: Wearer) -> None:
    wearer.face(50)
    wearer.wait(3)
    time = wearer.live.session.time
    wearer.live.close()
    again = Wearer(tmp_path, resumed=True)
    again.wait(2)
    assert "It goes on where it was" in again.words
    assert time - 1.1 < again.live.session.time <= time, "a second at most is lost"
    again.choose("Ready")
    again.wait(0.5)
    assert again.desk.in_scene, "the warning was given"
    assert again.desk.rig.heading == pytest.approx(50, abs=0.5), "what was ahead is ahead"
