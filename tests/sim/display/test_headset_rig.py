"""The room somebody stands in lies in the world as they want it, and never moves by itself."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.display.headset.desk.rig import Rig
from sim.display.headset.desk.rotation import about_up, ahead, back, facing, heading_between, looking, times, turned
from sim.session.gaze import direction_of
from sim.session.stance import EYE_HEIGHT
from sim.xr.tracked import Pose

metres = st.floats(-4, 4)
headings = st.floats(-180, 180)
heads = st.builds(
    lambda x, y, z, heading, pitch: Pose((x, y, z), looking(heading, pitch)),
    metres, metres, st.floats(1.1, 2.1), headings, st.floats(-80, 80),
)  # fmt: skip
grounds = st.tuples(metres, metres, st.floats(-1, 5))
points = st.tuples(metres, metres, metres)


@given(headings, st.floats(-85, 85))
def test_a_head_looks_where_its_heading_and_pitch_say(heading: float, pitch: float) -> None:
    assert ahead(looking(heading, pitch)) == pytest.approx(direction_of(heading, pitch), abs=1e-9)
    assert heading_between(facing(looking(heading, pitch)), heading) == pytest.approx(0, abs=1e-6)


@given(headings, points)
def test_a_rotation_is_undone_by_its_back(heading: float, v: tuple[float, float, float]) -> None:
    q = times(about_up(heading), looking(20, 30))
    assert turned(back(q), turned(q, v)) == pytest.approx(v, abs=1e-9)


@pytest.mark.parametrize("pitch", [-90.0, 90.0])
def test_looking_straight_down_or_up_does_not_turn_the_heading(pitch: float) -> None:
    assert facing(looking(35.0, pitch)) == pytest.approx(35.0, abs=1e-3)


@given(heads, grounds, headings)
def test_recentred_the_head_is_over_the_standpoint_and_faces_its_front(
    head: Pose, ground: tuple[float, float, float], front: float
) -> None:
    rig = Rig(seated=False)
    rig.stand(ground)
    rig.recentre(head, front, floor=True)
    in_world = rig.pose(head)
    assert in_world.position == pytest.approx((ground[0], ground[1], ground[2] + head.position[2]), abs=1e-9)
    assert heading_between(facing(in_world.turned), front) == pytest.approx(0, abs=1e-6)


@given(heads, grounds, st.sampled_from([30, 45]), st.lists(st.sampled_from([1, -1]), max_size=8))
def test_turns_by_the_stick_keep_the_head_where_it_is_and_cancel_each_other(
    head: Pose, ground: tuple[float, float, float], degrees: int, ways: list[int]
) -> None:
    rig = Rig(seated=False)
    rig.stand(ground)
    rig.recentre(head, 10.0, floor=True)
    before = rig.pose(head)
    for way in ways:
        rig.snap(way * degrees, head)
        assert rig.pose(head).position == pytest.approx(before.position, abs=1e-9)
    turn = heading_between(facing(before.turned), facing(rig.pose(head).turned))
    assert heading_between(turn, sum(ways) * degrees) == pytest.approx(0, abs=1e-6)
    rig.snap(-sum(ways) * degrees, head)
    assert rig.pose(head).position == pytest.approx(before.position, abs=1e-9)
    assert facing(rig.pose(head).turned) == pytest.approx(facing(before.turned), abs=1e-6)


@given(heads, heads, st.lists(grounds, min_size=1, max_size=5), st.lists(headings, max_size=3))
def test_who_stands_beside_one_standpoint_stands_beside_the_next(
    start: Pose, stepped: Pose, places: list[tuple[float, float, float]], turns: list[float]
) -> None:
    rig = Rig(seated=False)
    rig.recentre(start, 0.0, floor=True)
    for turn in turns:
        rig.snap(turn, start)
    offset = tuple(a - b for a, b in zip(rig.pose(stepped).position, rig.ground, strict=True))
    facing_before = facing(rig.pose(stepped).turned)
    for place in places:
        rig.stand(place)
        now = rig.pose(stepped)
        assert tuple(a - b for a, b in zip(now.position, place, strict=True)) == pytest.approx(offset, abs=1e-9)
        assert facing(now.turned) == pytest.approx(facing_before, abs=1e-9)


@pytest.mark.parametrize(
    ("seated", "floor", "height", "eyes"),
    [
        (False, True, 1.74, 1.74),
        (False, True, 1.5, 1.5),
        (False, True, 0.4, EYE_HEIGHT),
        (False, False, 0.02, EYE_HEIGHT),
        (True, True, 1.15, EYE_HEIGHT),
        (True, False, -0.3, EYE_HEIGHT),
    ],
)
def test_eyes_are_as_high_as_they_are_or_as_those_of_somebody_who_stands(
    seated: bool, floor: bool, height: float, eyes: float
) -> None:
    """Who stands keeps the own height; who sits, or where the floor is not known, gets that of a standing person."""
    rig = Rig(seated=seated)
    rig.stand((1.0, 2.0, 3.0))
    rig.recentre(Pose((0.3, -0.2, height)), 0.0, floor=floor)
    assert rig.point((0.3, -0.2, height))[2] == pytest.approx(3.0 + eyes)
    lower = rig.point((0.3, -0.2, height - 0.3))[2]
    assert lower == pytest.approx(3.0 + eyes - 0.3), "crouching is crouching"


def test_steps_in_the_room_are_steps_in_the_world() -> None:
    rig = Rig(seated=False)
    rig.recentre(Pose((0, 0, 1.7), looking(0, 0)), 90.0, floor=True)
    moved = rig.point((0.0, 0.5, 1.7))
    assert moved == pytest.approx((-0.5, 0.0, 1.7), abs=1e-9), "ahead is west at heading 90"
    assert math.dist(moved, rig.point((0, 0, 1.7))) == pytest.approx(0.5)
