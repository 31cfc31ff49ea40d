"""Going from place to place, turning, pointing with either hand: nothing moves but by the trainee's own doing."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from common.comfort import Comfort
from sim.display.headset.desk.rotation import facing, heading_between, looking
from sim.log.events import Step
from sim.xr.tracked import Pose, Side
from tests.sim.display.headset_wearer import CRATE, HIP, PERIOD, SIGN, Wearer

PLACE = (3.0, -3.0, 0.0)
"""The other standpoint of the small world."""


@pytest.fixture
def wearer(tmp_path: Path) -> Wearer:
    made = Wearer(tmp_path, hands=("left", "right"))
    made.begin()
    return made


def lean(wearer: Wearer, x: float, y: float) -> None:
    """Stand beside the standpoint."""
    head = wearer.tracked.head
    wearer.tracked = replace(wearer.tracked, head=Pose((x, y, 1.7), head.turned))


@pytest.mark.parametrize(("side", "keys"), [("right", "stick"), ("left", "stick"), ("left", "squeeze")])
def test_an_arc_leads_to_another_place_and_letting_go_leaps_there(wearer: Wearer, side: Side, keys: str) -> None:
    aimed, let_go = {"stick": ((0.0, 1.0), (0.0, 0.0)), "squeeze": (1.0, 0.0)}[keys]
    lean(wearer, 0.4, -0.2)
    wearer.frame()
    before = wearer.desk.head
    wearer.point_at(PLACE, side)
    shown = wearer.fingers(side, **{keys: aimed})
    assert shown.leap.standpoint == 1 and shown.leap.landing == pytest.approx(PLACE)
    assert [index for index, _ in shown.places] == [1], "where one stands is not offered"
    arc = shown.leap.arc
    assert arc[0] == pytest.approx(wearer.desk.rig.point(HIP[side])) and arc[-1] == pytest.approx(PLACE)
    assert max(point[2] for point in arc) > arc[0][2], "up and down"
    assert wearer.desk.head == before, "not yet"
    shown = wearer.fingers(side, **{keys: let_go})
    assert shown.dark == 1.0 and shown.vignette == 1.0
    wearer.frame()
    assert wearer.desk.head.position == pytest.approx((3.4, -3.2, 1.7)), "as far beside it as before"
    assert facing(wearer.desk.head.turned) == pytest.approx(facing(before.turned)), "and not turned"
    wearer.wait(0.5)
    assert wearer.shown.dark == 0.0 and wearer.shown.vignette == 0.0 and wearer.shown.leap is None
    assert [event.to for event in wearer.events(Step)] == [1]


def test_an_arc_that_leads_nowhere_goes_nowhere(wearer: Wearer) -> None:
    wearer.point_at((-3.0, 4.0, 0.0))
    shown = wearer.fingers(stick=(0.0, 1.0))
    assert shown.leap.standpoint is None and shown.leap.landing[2] == 0.0
    assert math.dist(shown.leap.landing, (0, 0, 0)) < 6
    wearer.fingers(stick=(0.0, 0.0))
    wearer.frame()
    assert wearer.events(Step) == []


def test_the_arc_is_there_instead_of_the_ray(wearer: Wearer) -> None:
    wearer.point_at(PLACE)
    assert wearer.fingers(stick=(0.0, 1.0)).rays == ()
    wearer.fingers(stick=(0.0, 0.0))
    assert wearer.frame().leap is None and len(wearer.shown.rays) == 1


def test_without_hands_looking_at_the_mark_leads_there(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, hands=())
    wearer.begin()
    assert wearer.shown.places == ()
    wearer.look_at(PLACE)
    wearer.wait(0.6)
    assert [index for index, _ in wearer.shown.places] == [1]
    assert wearer.shown.rays[0].on == "place" and 0.3 < wearer.shown.rays[0].held < 0.7
    wearer.wait(1)
    assert wearer.desk.head.position[:2] == pytest.approx((3.0, -3.0), abs=1e-6)
    assert [event.to for event in wearer.events(Step)] == [1]


@pytest.mark.parametrize(("degrees", "way", "turned"), [(30, 1.0, -30), (45, -1.0, 45), (0, 1.0, 0)])
def test_the_stick_turns_by_one_step_and_narrows_the_view(
    tmp_path: Path, degrees: int, way: float, turned: float
) -> None:
    wearer = Wearer(tmp_path, Comfort(turn=degrees))
    wearer.begin()
    lean(wearer, 0.5, 0.5)
    wearer.frame()
    before = wearer.desk.head
    wearer.fingers(stick=(way, 0.0))
    wearer.wait(0.05)
    vignette = wearer.shown.vignette
    wearer.wait(1)
    after = wearer.desk.head
    assert after.position == pytest.approx(before.position), "round the own head"
    assert heading_between(facing(before.turned), facing(after.turned)) == pytest.approx(turned)
    assert (vignette > 0.5) == (degrees > 0)
    wearer.fingers(stick=(0.0, 0.0))
    wearer.fingers(stick=(way, 0.0))
    wearer.frame()
    assert heading_between(facing(before.turned), facing(wearer.desk.head.turned)) == pytest.approx(2 * turned)
    assert wearer.live.state().trainee.heading == pytest.approx(heading_between(0, turned * 2), abs=0.5)


def test_the_vignette_can_be_left_out(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, Comfort(vignette=False))
    wearer.begin()
    wearer.fingers(stick=(1.0, 0.0))
    assert wearer.frame().vignette == 0.0


def test_the_own_steps_and_turns_narrow_nothing(wearer: Wearer) -> None:
    for degree in range(60):
        wearer.face(degree * 3.0)
        lean(wearer, degree / 100, 0)
        assert wearer.frame().vignette == 0.0


def test_the_hand_that_pulled_last_points_and_the_taking_over_chooses_nothing(wearer: Wearer) -> None:
    wearer.mean(SIGN)
    assert [ray.side for ray in wearer.shown.rays] == ["right"]
    wearer.point_at(wearer.button("Nothing"), "left")
    wearer.wait(0.4)
    wearer.pull("left")
    assert [ray.side for ray in wearer.shown.rays] == ["left"] and "What is wrong?" in wearer.words
    wearer.pull("left")
    wearer.frame()
    assert "What is wrong?" not in wearer.words


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_wanted_hand_points_and_the_other_never_does(tmp_path: Path, side: Side) -> None:
    other: Side = "right" if side == "left" else "left"
    wearer = Wearer(tmp_path, Comfort(hand=side), hands=("left", "right"))
    wearer.begin(side)
    wearer.pull(other)
    wearer.pull(other)
    assert [ray.side for ray in wearer.shown.rays] == [side]


def test_a_wanted_hand_that_is_not_there_is_replaced(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, Comfort(hand="left"), hands=("right",))
    wearer.begin("right")
    wearer.mean(SIGN)
    assert "What is wrong?" in wearer.words


def test_gaze_can_be_wanted_though_there_are_controllers(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, Comfort(input="gaze"), hands=("right",))
    wearer.frame()
    wearer.hold("right", replace(wearer.hand(), aim=Pose(HIP["right"], looking(90, 0))))
    wearer.wait(0.5)
    wearer.look_at(wearer.button("Ready"))
    wearer.wait(1.2)
    assert "Before you begin" in wearer.words


def test_eyes_point_where_they_are_followed(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, hands=())
    wearer.begin()
    wearer.look_at(SIGN)
    gaze = wearer.tracked.head
    wearer.face(-25, 0)
    for _ in range(130):
        wearer.frame(gaze=gaze)
    assert "What is wrong?" in wearer.words, "the head looks elsewhere"


def test_looking_round_means_nothing(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, hands=())
    wearer.begin()
    for degree in range(-60, 60):
        wearer.face(degree, -3)
        wearer.wait(PERIOD * 4)
    wearer.look_at(SIGN)
    wearer.wait(1.0)
    assert "What is wrong?" not in wearer.words
    wearer.wait(0.5)
    assert "What is wrong?" in wearer.words
    wearer.choose("Nothing")
    wearer.look_at(CRATE)
    wearer.wait(0.8)
    assert "What is wrong?" not in wearer.words


def test_hands_are_shown_where_they_are(wearer: Wearer) -> None:
    wearer.fingers(stick=(1.0, 0.0))
    wearer.frame()
    shown = {side: (place, kind) for side, place, _, kind in wearer.shown.hands}
    for side in ("left", "right"):
        assert shown[side] == (pytest.approx(wearer.desk.rig.point(HIP[side])), "controller")


def test_a_thing_beside_a_far_mark_is_looked_at_without_going_there(tmp_path: Path) -> None:
    far = [{"at": [0, 0], "heading": 0}, {"at": [0, 14], "heading": 0}]
    props = {"sign": {"prop": "sign", "at": [0.8, 13.5], "state": "broken"}}
    wearer = Wearer(tmp_path, hands=(), standpoints=far, props=props)
    wearer.begin()
    wearer.mean((0.8, 13.5, 0.5))
    assert "What is wrong?" in wearer.words
    assert wearer.events(Step) == []


def test_without_hands_one_turns_by_the_panel_at_the_belt(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, hands=())
    wearer.begin()
    wearer.face(0, -42)
    wearer.wait(0.2)
    before = wearer.desk.rig.heading
    wearer.choose("Turn left")
    assert heading_between(before, wearer.desk.rig.heading) == pytest.approx(30.0)
    assert wearer.shown.vignette > 0.3


def test_after_the_end_nothing_is_shown_whatever_happens(wearer: Wearer) -> None:
    wearer.live.stop("trainee")
    wearer.wait(0.1)
    assert wearer.desk.ended
    shown = wearer.frame(moved=7, head=None)
    assert shown.dark == 1.0 and shown.panels == ()
