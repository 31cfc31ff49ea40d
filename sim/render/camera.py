"""Cameras and what they draw into."""

from __future__ import annotations

import math
from dataclasses import dataclass

from panda3d import core

from sim.state import Vec3

NEAR, FAR = 0.06, 1600.0
FIELD_OF_VIEW = 75.0
"""Degrees from the left edge of the trainee's picture to the right one."""
STEEP = 0.05
"""The level part of a direction that is so short says nothing of where it heads."""


@dataclass(frozen=True)
class View:
    """From where, whereto, and how wide: heading and pitch, horizontal field of view, all in degrees.

    What lies less than ``near`` metres ahead is cut away.
    """

    eye: Vec3
    heading: float = 0.0
    pitch: float = 0.0
    field: float = FIELD_OF_VIEW
    near: float = NEAR

    @staticmethod
    def towards(eye: Vec3, target: Vec3, field: float = FIELD_OF_VIEW) -> View:
        """A view from ``eye`` that has ``target`` in its middle."""
        x, y, z = (to - start for to, start in zip(target, eye, strict=True))
        flat = math.hypot(x, y)
        return View(eye, math.degrees(math.atan2(-x, y)), math.degrees(math.atan2(z, flat)), field)

    def direction(self, x: float, y: float, aspect: float) -> Vec3:
        """The unit direction of a point of the picture, (0, 0) upper left, (1, 1) lower right."""
        half = math.tan(math.radians(self.field / 2))
        right, up = (2 * x - 1) * half, (1 - 2 * y) * half / aspect
        pitch, heading = math.radians(self.pitch), math.radians(self.heading)
        forward, up = math.cos(pitch) - up * math.sin(pitch), math.sin(pitch) + up * math.cos(pitch)
        east = right * math.cos(heading) - forward * math.sin(heading)
        north = right * math.sin(heading) + forward * math.cos(heading)
        length = math.sqrt(east**2 + north**2 + up**2)
        return (east / length, north / length, up / length)

    def picture_point(self, point: Vec3, aspect: float) -> tuple[float, float] | None:
        """Where a point of the world lies in the picture, (0, 0) upper left; None when behind the eye."""
        x, y, z = (to - start for to, start in zip(point, self.eye, strict=True))
        pitch, heading = math.radians(self.pitch), math.radians(self.heading)
        right = x * math.cos(heading) + y * math.sin(heading)
        ahead = -x * math.sin(heading) + y * math.cos(heading)
        depth = ahead * math.cos(pitch) + z * math.sin(pitch)
        up = -ahead * math.sin(pitch) + z * math.cos(pitch)
        if depth < 0.05:
            return None
        half = math.tan(math.radians(self.field / 2))
        return (0.5 + right / depth / half / 2, 0.5 - up / depth / half * aspect / 2)


def view_along(head: core.LMatrix4f) -> View:
    """The view of a head: ``head`` leads from its frame (x right, y ahead, z up) to the world's. Its roll is left
    out; of one that looks straight up or down the heading is where its crown or chin points."""
    eye, ahead, up = head.getRow3(3), head.getRow3(1), head.getRow3(2)
    steep = math.hypot(ahead.x, ahead.y) < STEEP
    level = up * (-1 if ahead.z > 0 else 1) if steep else ahead
    heading = math.degrees(math.atan2(-level.x, level.y))
    return View((eye.x, eye.y, eye.z), heading, math.degrees(math.asin(max(-1.0, min(1.0, ahead.z)))))


def nearness(field: float) -> float:
    """What distances count as in a view so many degrees wide: narrow views bring near what is far."""
    return math.tan(math.radians(field / 2)) / math.tan(math.radians(FIELD_OF_VIEW / 2))


def perspective(field: float, aspect: float, near: float = NEAR, far: float = FAR) -> core.PerspectiveLens:
    lens = core.PerspectiveLens()
    upright = 2 * math.degrees(math.atan(math.tan(math.radians(field / 2)) / aspect))
    lens.setFov(field, upright)
    lens.setNearFar(near, far)
    return lens
