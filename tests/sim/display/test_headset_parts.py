"""Small parts of the headset's loop: the rate of frames, scenes without flashes, where eyes are in the head."""

from __future__ import annotations

from dataclasses import replace

import pytest
from panda3d import core

from sim.display.headset.calm import Calm
from sim.display.headset.desk.rotation import looking, times
from sim.display.headset.mirror import middle_of_the_left
from sim.display.headset.pace import Pace
from sim.display.headset.poses import eyes_in_head, matrix_of
from sim.state import EffectState, LightState, SceneState
from sim.xr.tracked import EyeView, Pose
from tests.sim.small_world import moment

PERIOD = 1 / 90


def paced(*times_seen: float) -> Pace:
    pace = Pace()
    for seen in times_seen:
        pace.frame(seen, PERIOD)
    return pace


def test_late_frames_are_counted_and_rests_are_not() -> None:
    pace = paced(*(k * PERIOD for k in range(90)))
    assert pace.fps == pytest.approx(90)
    assert pace.dropped == 0
    pace.frame(92 * PERIOD, PERIOD)  # two were skipped
    pace.frame(93 * PERIOD, PERIOD)
    assert pace.dropped == 2
    pace.frame(60.0, PERIOD)  # the headset slept
    pace.frame(0.5, PERIOD)  # its runtime was started anew
    assert pace.dropped == 2
    assert pace.fps == 0.0


def flickering(at: float) -> SceneState:
    on = int(at * 10) % 2
    effects = (EffectState("flash", None, (), at, 1.0, 0), EffectState("arc", (0, 0, 0), (), at, 3.0, 0))
    return replace(
        moment(lights={"lamp": LightState(float(on))}, effects=effects, fade=("white", 0.7)), session_time=at
    )


def test_nothing_flashes_in_a_calm_scene() -> None:
    calm = Calm()
    shown = [calm(flickering(k / 90)) for k in range(180)]
    levels = [state.lights["lamp"].level for state in shown]
    swings = sum(abs(b - a) for a, b in zip(levels, levels[1:], strict=False))
    assert swings / 2 < 3.0  # a second, where the lamp itself swings ten times
    assert all(effect.name != "flash" for state in shown for effect in state.effects)
    assert len({effect.age for state in shown[30:] for effect in state.effects}) == 1
    assert {state.fade for state in shown} == {("black", 0.7)}


def test_a_lamp_that_is_dimmed_for_good_gets_there() -> None:
    calm = Calm()
    for k in range(120):
        state = calm(replace(moment(lights={"lamp": LightState(0.2)}), session_time=k / 90))
    assert state.lights["lamp"].level == pytest.approx(0.2)
    state = calm(replace(moment(), session_time=5.0))
    assert state.lights == {} or state.lights["lamp"].level == pytest.approx(1.0)


def test_eyes_are_told_in_the_heads_frame_wherever_it_looks() -> None:
    places = []
    for heading in (0.0, 77.0):
        turned = looking(heading, -20.0)
        head = Pose((1.0, 2.0, 1.6), turned)
        matrix = matrix_of(head)
        at = [matrix.xformPoint(core.Point3(side * 0.032, 0.01, 0.0)) for side in (-1, 1)]
        cant = [looking(-side * 8.0, 0.0) for side in (-1, 1)]
        left, right = (
            EyeView(Pose((p.x, p.y, p.z), times(turned, c)), (-1.0, 0.9, -1.1, 1.0))
            for p, c in zip(at, cant, strict=True)
        )
        eyes = eyes_in_head(matrix, (left, right))
        places.append(eyes)
        for side, eye in zip((-1, 1), eyes, strict=True):
            assert eye.pose.getRow3(3).almostEqual(core.Vec3(side * 0.032, 0.01, 0.0), 1e-3)
            ahead = eye.pose.getRow3(1)
            assert ahead.x == pytest.approx(side * 0.13917, abs=1e-3)
    assert places[0] == places[1]


@pytest.mark.parametrize("size", [(2000, 2200), (1000, 600)])
def test_the_mirror_shows_the_middle_of_the_left_half(size: tuple[int, int]) -> None:
    left, low, wide, high = middle_of_the_left(size)
    assert left + wide / 2 == pytest.approx(0.25)
    assert low + high / 2 == pytest.approx(0.5)
    assert (wide * 2 * size[0]) / (high * size[1]) == pytest.approx(4 / 3)
    assert left >= 0
    assert left + wide <= 0.5
