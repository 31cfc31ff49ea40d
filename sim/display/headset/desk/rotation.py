"""Rotations as unit quaternions (w, x, y, z) in the frame x right, y ahead, z up. Headings and pitches in degrees:
heading 0 looks along y and grows to the left, pitch grows upwards."""

from __future__ import annotations

import math

from sim.session.gaze import view_towards
from sim.state import Vec3
from sim.xr.tracked import Quaternion

STEEP = 0.97
"""Above this share of up or down, which way one faces is told by the top of the head."""


def add(a: Vec3, b: Vec3) -> Vec3:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def less(a: Vec3, b: Vec3) -> Vec3:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def along(start: Vec3, direction: Vec3, metres: float) -> Vec3:
    """The point so far from ``start``."""
    return (start[0] + direction[0] * metres, start[1] + direction[1] * metres, start[2] + direction[2] * metres)


def towards(start: Vec3, end: Vec3) -> Vec3:
    """The unit direction from one point to another one."""
    x, y, z = less(end, start)
    length = math.sqrt(x * x + y * y + z * z)
    return (x / length, y / length, z / length)


def degrees_between(a: Vec3, b: Vec3) -> float:
    """The angle between two unit vectors."""
    return math.degrees(math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]))))


def times(a: Quaternion, b: Quaternion) -> Quaternion:
    """First ``b``, then ``a``."""
    aw, ax, ay, az = a
    bw, bx, by, bz = b
    return (
        aw * bw - ax * bx - ay * by - az * bz,
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
    )


def back(q: Quaternion) -> Quaternion:
    """The rotation that undoes ``q``."""
    return (q[0], -q[1], -q[2], -q[3])


def turned(q: Quaternion, v: Vec3) -> Vec3:
    """``v`` rotated by ``q``."""
    w, x, y, z = q
    a, b, c = v
    # v + 2 w (u x v) + 2 u x (u x v), with u the vector part.
    tx, ty, tz = 2 * (y * c - z * b), 2 * (z * a - x * c), 2 * (x * b - y * a)
    return (a + w * tx + y * tz - z * ty, b + w * ty + z * tx - x * tz, c + w * tz + x * ty - y * tx)


def about_up(heading: float) -> Quaternion:
    half = math.radians(heading) / 2
    return (math.cos(half), 0.0, 0.0, math.sin(half))


def looking(heading: float, pitch: float) -> Quaternion:
    """That of a head which looks there, held upright."""
    half = math.radians(pitch) / 2
    return times(about_up(heading), (math.cos(half), math.sin(half), 0.0, 0.0))


def ahead(q: Quaternion) -> Vec3:
    """Whereto what is rotated by ``q`` points."""
    return turned(q, (0.0, 1.0, 0.0))


def heading_and_pitch(direction: Vec3) -> tuple[float, float]:
    return view_towards((0.0, 0.0, 0.0), direction)


def facing(q: Quaternion) -> float:
    """The heading of a head, also when it looks straight up or down."""
    forward = ahead(q)
    if abs(forward[2]) > STEEP:
        up = turned(q, (0.0, 0.0, 1.0))
        forward = up if forward[2] < 0 else (-up[0], -up[1], -up[2])
    return heading_and_pitch(forward)[0]


def heading_between(start: float, end: float) -> float:
    """The shortest turn from one heading to another, -180..180."""
    return (end - start + 180.0) % 360.0 - 180.0
