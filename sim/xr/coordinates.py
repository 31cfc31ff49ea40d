"""From OpenXR's frame (x right, y up, z back) to Panda3D's (x right, y ahead, z up)."""

from __future__ import annotations

import math
import struct

from sim.xr.binding import xr
from sim.xr.tracked import Pose, Tangents

_POSE = struct.Struct("7f")
"""XrPosef in memory: the quaternion's x, y, z, w, then the position."""


def pose_at(holder: object, offset: int) -> Pose:
    """The XrPosef at byte ``offset`` of the ctypes structure ``holder``.

    Reading the seven numbers at once takes a third of the time of asking ctypes for each.
    """
    x, y, z, w, right, up, back = _POSE.unpack_from(holder, offset)  # type: ignore[arg-type]
    return Pose((right, -back, up), (w, x, -z, y))


def tangents_of(field: xr.Fovf) -> Tangents:
    """Of the angles to the left, right, lower and upper side of an eye's field."""
    return (
        math.tan(field.angle_left),
        math.tan(field.angle_right),
        math.tan(field.angle_down),
        math.tan(field.angle_up),
    )


def seconds(nanoseconds: int) -> float:
    """A time or a duration of the runtime in seconds."""
    return nanoseconds * 1e-9
