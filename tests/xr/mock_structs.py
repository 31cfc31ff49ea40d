"""The few structures that cross between tests and the mock runtime, and between our frame and OpenXR's."""

from __future__ import annotations

import ctypes
import math

from sim.xr.tracked import Pose, Tangents


class XrPose(ctypes.Structure):
    """XrPosef: x right, y up, z back."""

    _fields_ = [(name, ctypes.c_float) for name in ("qx", "qy", "qz", "qw", "x", "y", "z")]

    @classmethod
    def of(cls, pose: Pose) -> XrPose:
        (x, y, z), (qw, qx, qy, qz) = pose.position, pose.turned
        return cls(qx, qz, -qy, qw, x, z, -y)

    @property
    def ours(self) -> Pose:
        """In our frame: x right, y ahead, z up."""
        return Pose((self.x, -self.z, self.y), (self.qw, self.qx, -self.qz, self.qy))


class XrFov(ctypes.Structure):
    _fields_ = [(name, ctypes.c_float) for name in ("left", "right", "up", "down")]

    @classmethod
    def of(cls, tangents: Tangents) -> XrFov:
        left, right, down, up = (math.atan(each) for each in tangents)
        return cls(left, right, up, down)

    @property
    def tangents(self) -> Tangents:
        left, right, down, up = (math.tan(each) for each in (self.left, self.right, self.down, self.up))
        return left, right, down, up


class XrView(ctypes.Structure):
    """SubmittedView of mock.h."""

    _fields_ = [
        ("is_given", ctypes.c_bool), ("texture", ctypes.c_uint32), ("depth_texture", ctypes.c_uint32),
        ("rect", ctypes.c_int32 * 4), ("pose", XrPose), ("fov", XrFov),
    ]  # fmt: skip
