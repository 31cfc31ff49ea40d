"""Hands with separate fingers: a palm from a field, and five tubes for the fingers. Bare or gloved."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.people.distance import Distance, Points, capsule, join, meet, right_half
from assets.people.patch import Patch, both_sides, joined, tube
from assets.people.shell import Shell
from assets.people.skeleton import HAND_FRAME, from_hand, in_hand

FINGERS = (
    # knuckle (along, thumbward, back), spread in degrees, lengths of the three bones, radius at the knuckle
    ((0.086, 0.0300, 0.002), 5.0, (0.040, 0.025, 0.021), 0.0094),
    ((0.091, 0.0100, 0.004), 1.0, (0.045, 0.028, 0.022), 0.0096),
    ((0.087, -0.0100, 0.003), -3.0, (0.041, 0.026, 0.022), 0.0092),
    ((0.078, -0.0285, 0.000), -8.0, (0.032, 0.019, 0.019), 0.0082),
)
BENDS = (14.0, 24.0, 16.0)
"""Degrees each finger joint is bent at rest: a loose hand, neither flat nor a fist."""
THUMB = ((0.020, 0.030, -0.010), (0.045, 0.034, 0.030), 0.0128)


def _finger_path(knuckle: tuple[float, ...], spread: float, bones: tuple[float, ...]) -> tuple[NDArray, NDArray]:
    """Stations along one finger in the hand's frame, and how far along it each lies (0..1)."""
    angle, point = 0.0, np.array(knuckle)
    stations = [point - [0.018, 0, 0]]
    for bend, bone in zip(BENDS, bones, strict=True):
        stations.append(point)
        angle += np.radians(bend)
        s = np.radians(spread)
        direction = np.array([np.cos(angle) * np.cos(s), np.cos(angle) * np.sin(s), -np.sin(angle)])
        point = point + direction * bone
    stations += [point - direction * bone * 0.45, point - direction * 0.0035, point]
    return np.array(stations), np.array([0, 0.15, 0.45, 0.7, 0.86, 0.96, 1.0])


def _thumb_path() -> tuple[NDArray, NDArray]:
    base, bones, _ = THUMB
    directions = np.array([[0.72, 0.60, -0.36], [0.86, 0.42, -0.30], [0.95, 0.18, -0.26]])
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    point, stations = np.array(base), []
    for bone, direction in zip(bones, directions, strict=True):
        stations.append(point)
        point = point + direction * bone
    stations += [point - directions[-1] * bones[-1] * 0.45, point - directions[-1] * 0.004, point]
    return np.array(stations), np.array([0, 0.35, 0.65, 0.85, 0.95, 1.0])


def _tapered(along: NDArray, radius: float) -> NDArray:
    """Radii (k, 2): thinner towards the tip, thicker at the joints, rounded off at the end."""
    thick = radius * (1 - 0.22 * along)
    thick[-1] *= 0.45
    thick[-2] *= 0.86
    thick[-3] *= 1.04
    return np.stack([thick, thick * 0.94], axis=1)


def fingers(glove: float, region: str, *, sides: int = 7, fewer: bool = False) -> Patch:
    """All ten fingers, ``glove`` metres thicker; ``fewer`` leaves out the stations between the joints."""
    up = HAND_FRAME[:, 2]
    patches = []
    shapes = [(*_finger_path(knuckle, spread, bones), radius) for knuckle, spread, bones, radius in FINGERS]
    shapes.append((*_thumb_path(), THUMB[2]))
    for stations, along, radius in shapes:
        radii = _tapered(along, radius + glove)
        if fewer:
            kept = [0, 2, 3, len(stations) - 1]
            stations, radii = stations[kept], radii[kept]
            radii[-1] *= 1.6
        patches.append(tube(from_hand(stations), radii, sides, up, region))
    return both_sides(joined(patches))


def _palm(points: Points, glove: float) -> Distance:
    q = in_hand(right_half(points).astype(np.float64)).astype(np.float32)
    flat = ((0, 0, 1), 0.60)
    d = capsule(q, (0.018, 0.012, -0.002), (0.078, 0.022, 0), 0.0200 + glove, 0.0190 + glove, flat)
    d = join(
        0.020, d, capsule(q, (0.018, -0.008, -0.002), (0.072, -0.020, -0.001), 0.0200 + glove, 0.0175 + glove, flat)
    )
    d = join(0.016, d, capsule(q, (0.012, 0.016, -0.009), (0.046, 0.036, -0.016), 0.0165 + glove, 0.0135 + glove))
    d = join(0.014, d, capsule(q, (0.012, -0.014, -0.008), (0.050, -0.026, -0.008), 0.0150 + glove, 0.0120 + glove))
    d = join(0.020, d, capsule(q, (-0.070, 0, 0), (0.012, 0, 0), 0.0310 + glove, 0.0270 + glove, ((0, 0, 1), 0.80)))
    return meet(0.004, d, -q[:, 0] - 0.066)


def _cuffed(points: Points) -> Distance:
    """The palm of a knitted glove with its cuff over the sleeve."""
    q = in_hand(right_half(points).astype(np.float64)).astype(np.float32)
    cuff = capsule(q, (-0.075, 0, 0), (0.0, 0, 0), 0.0450, 0.0330, ((0, 0, 1), 0.90))
    cuff = meet(0.004, cuff, np.abs(q[:, 0] + 0.046) - 0.022)
    return join(0.006, _palm(points, 0.0012), cuff)


def hand_shell(*, gloved: bool) -> Shell:
    corners = from_hand(
        np.array([[x, y, z] for x in (-0.078, 0.112) for y in (-0.056, 0.064) for z in (-0.052, 0.048)])
    )

    def field(points: Points) -> Distance:
        return _cuffed(points) if gloved else _palm(points, 0.0)

    def regions(centres: NDArray) -> NDArray[np.str_]:
        if not gloved:
            return np.full(len(centres), "skin")
        along = in_hand(right_half(centres))[:, 0]
        return np.where(along < -0.022, "cuff", "glove")

    return Shell(
        name="hand",
        field=field,
        box=(tuple(corners.min(0)), tuple(corners.max(0))),
        cell=0.0030,
        triangles=560,
        lod_triangles=150,
        binding="hand",
        regions=regions,
        normal_step=2.6e-3,
        halves="apart",
    )
