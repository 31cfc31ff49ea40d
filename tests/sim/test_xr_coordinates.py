"""From OpenXR's frame to Panda3D's: what is ahead stays ahead, and turns turn the same way."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from panda3d import core

from sim.xr.binding import xr
from sim.xr.coordinates import pose_at, seconds, tangents_of

NUMBERS = st.floats(-10, 10, width=32)
ANGLES = st.floats(-math.pi, math.pi)


def location(position: tuple[float, ...], turned: tuple[float, ...] = (0, 0, 0, 1)) -> xr.SpaceLocation:
    return xr.SpaceLocation(pose=xr.Posef(orientation=xr.Quaternionf(*turned), position=xr.Vector3f(*position)))


def ours(vector: core.LVecBase3) -> core.LVector3:
    """A vector of OpenXR's frame, the plain way: its y is up, its -z ahead."""
    return core.LVector3(vector.x, -vector.z, vector.y)


def test_a_step_forward_and_up_in_openxr_is_one_here() -> None:
    pose = pose_at(location((0.3, 1.6, -2.0)), xr.SpaceLocation.pose.offset)
    assert pose.position == pytest.approx((0.3, 2.0, 1.6))
    assert pose.turned == (1.0, 0.0, 0.0, 0.0)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, ANGLES)
def test_what_a_hand_points_at_is_the_same_in_both_frames(
    x: float, y: float, z: float, across: float, up: float, angle: float
) -> None:
    axis = core.LVector3(across, up, 1.0)
    axis.normalize()
    turn = core.LQuaternion()
    turn.setFromAxisAngleRad(angle, axis)
    pose = pose_at(
        location((x, y, z), (turn.getI(), turn.getJ(), turn.getK(), turn.getR())), xr.SpaceLocation.pose.offset
    )
    pointed = turn.xform(core.LVector3(0, 0, -1)) + core.LVector3(x, y, z)
    here = core.LQuaternion(*pose.turned).xform(core.LVector3(0, 1, 0)) + core.LVector3(*pose.position)
    assert (here - ours(pointed)).length() < 1e-4


def test_an_eye_s_field_is_left_right_low_high() -> None:
    field = xr.Fovf(angle_left=-0.9, angle_right=0.7, angle_up=0.6, angle_down=-0.8)
    assert tangents_of(field) == pytest.approx((math.tan(-0.9), math.tan(0.7), math.tan(-0.8), math.tan(0.6)))


def test_times_are_told_in_seconds() -> None:
    assert seconds(11_111_111) == pytest.approx(1 / 90, rel=1e-6)
