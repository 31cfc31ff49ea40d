"""Hands with separate fingers: a palm from a field, and five tubes for the fingers. Bare or gloved."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assets.people.distance import Distance, Points, capsule, join, meet, right_half
from assets.people.gloves import GLOVES, Glove, regions_along, with_cuff
from assets.people.patch import Patch, both_sides, joined, tube
from assets.people.shell import Shell
from assets.people.skeleton import HAND_FRAME, from_hand, in_hand
from assets.people.surface import Seam

FINGERS = (
    # knuckle (along, thumbward, back), spread in degrees, lengths of the three bones, radius at the knuckle
    ((0.086, 0.0300, 0.001), 4.0, (0.0415, 0.0245, 0.0205), 0.0092),
    ((0.090, 0.0100, 0.003), 0.5, (0.0420, 0.0285, 0.0220), 0.0095),
    ((0.087, -0.0100, 0.002), -2.5, (0.0400, 0.0265, 0.0215), 0.0091),
    ((0.080, -0.0285, -0.001), -6.0, (0.0385, 0.0170, 0.0180), 0.0080),
)
"""Their middle joints lie nearly in one line, since they share a hinge."""
BENDS = (5.0, 9.0, 8.0)
"""Degrees each finger joint is bent at rest; the curl of a pose adds to that."""
THUMB = ((0.020, 0.030, -0.010), (0.045, 0.034, 0.029), 0.0128)
FINGER_NAIL, THUMB_NAIL = np.array([0.0, 0.0, 1.0]), np.array([-0.2, 0.75, 0.62])
"""Where the nails look, in the hand's frame."""
NAIL_FROM = 0.78
"""Where along a finger its nail begins."""


def _finger_path(knuckle: tuple[float, ...], spread: float, bones: tuple[float, ...]) -> tuple[NDArray, NDArray]:
    """Stations along one finger in the hand's frame, and how far along it each lies (0..1).

    There are two on either side of the middle joint, where it bends most.
    """
    angle, point = 0.0, np.array(knuckle)
    stations = [point - [0.020, 0, 0.004]]
    for number, (bend, bone) in enumerate(zip(BENDS, bones, strict=True)):
        if number < 2:
            stations.append(point)
        angle += np.radians(bend)
        s = np.radians(spread)
        direction = np.array([np.cos(angle) * np.cos(s), np.cos(angle) * np.sin(s), -np.sin(angle)])
        ahead = point + direction * bone
        if number == 0:
            stations += [point + direction * bone * 0.45, ahead - direction * 0.007]
        elif number == 1:
            stations.append(point + direction * 0.008)
        point = ahead
    stations += [point - direction * bone * 0.95, point - direction * bone * 0.42, point - direction * 0.0042, point]
    return np.array(stations), np.array([0, 0.15, 0.32, 0.42, 0.48, 0.56, 0.76, 0.88, 0.96, 1.0])


def _thumb_path() -> tuple[NDArray, NDArray]:
    base, bones, _ = THUMB
    directions = np.array([[0.72, 0.60, -0.36], [0.84, 0.44, -0.31], [0.93, 0.24, -0.27]])
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    point, stations = np.array(base), []
    for bone, direction in zip(bones, directions, strict=True):
        stations += [point, point + direction * bone * 0.55]
        point = point + direction * bone
    stations += [point - directions[-1] * 0.0045, point]
    return np.array(stations), np.array([0, 0.22, 0.40, 0.55, 0.70, 0.84, 0.95, 1.0])


def _tapered(along: NDArray, radius: float) -> NDArray:
    """Radii (k, 2): thinner towards the tip, thicker at the joints, rounded off at the end."""
    thick = radius * (1 - 0.20 * along) * (1 + 0.05 * np.exp(-(((along - 0.45) / 0.08) ** 2)))
    thick[0] *= 0.75
    thick[-1] *= 0.42
    thick[-2] *= 0.80
    return np.stack([thick, thick * (0.95 - 0.10 * along)], axis=1)


def fingers(glove: float, region: str, *, sides: int = 6, fewer: bool = False) -> Patch:
    """All ten fingers, ``glove`` metres thicker; ``fewer`` leaves out the stations between the joints."""
    up = HAND_FRAME[:, 2]
    patches = []
    shapes = [(*_finger_path(knuckle, spread, bones), radius) for knuckle, spread, bones, radius in FINGERS]
    shapes.append((*_thumb_path(), THUMB[2]))
    for stations, along, radius in shapes:
        radii = _tapered(along, radius + glove)
        if fewer:
            kept = [0, len(stations) // 2, len(stations) - 1] if sides > 3 else [0, len(stations) - 1]
            stations, radii, along = stations[kept], radii[kept], along[kept]
            radii[-1] *= 1.6
        finger = tube(from_hand(stations), radii, sides, up, region)
        patches.append(finger if glove or fewer else _with_nail(finger, stations, along))
    return both_sides(joined(patches))


def _with_nail(finger: Patch, stations: NDArray, along: NDArray) -> Patch:
    """The nail's place is painted on the back of the last bone."""
    centres = in_hand(finger.position[finger.faces].mean(1))
    nearest = np.argmin(np.linalg.norm(centres[:, None] - stations[None], axis=2), axis=1)
    axis = stations[-1] - stations[-3]
    aside = np.cross(axis, FINGER_NAIL if abs(axis[1]) < abs(axis[0]) * 0.5 else THUMB_NAIL)
    back = np.cross(aside, axis)
    back /= np.linalg.norm(back)
    outward = (centres - stations[nearest]) @ back
    size = np.linalg.norm(centres - stations[nearest], axis=1)
    nail = (along[nearest] > NAIL_FROM) & (along[nearest] < 0.99) & (outward > 0.80 * size)
    return replace(finger, regions=np.where(nail, "nail", finger.regions))


def _seen_from_wrist(points: Points) -> Points:
    return in_hand(right_half(points).astype(np.float64)).astype(np.float32)


def _palm(points: Points, glove: float) -> Distance:
    q = _seen_from_wrist(points)
    flat = ((0, 0, 1), 0.60)
    d = capsule(q, (0.018, 0.012, -0.002), (0.078, 0.022, 0), 0.0200 + glove, 0.0190 + glove, flat)
    d = join(
        0.020, d, capsule(q, (0.018, -0.008, -0.002), (0.072, -0.020, -0.001), 0.0200 + glove, 0.0175 + glove, flat)
    )
    d = join(0.016, d, capsule(q, (0.012, 0.016, -0.009), (0.046, 0.036, -0.016), 0.0165 + glove, 0.0135 + glove))
    d = join(0.014, d, capsule(q, (0.012, -0.014, -0.008), (0.050, -0.026, -0.008), 0.0150 + glove, 0.0120 + glove))
    for knuckle, _, _, radius in FINGERS:
        d = join(
            0.008,
            d,
            capsule(q, (knuckle[0] - 0.022, *knuckle[1:]), knuckle, radius * 0.9 + glove, radius * 1.06 + glove),
        )
    d = join(0.020, d, capsule(q, (-0.070, 0, 0), (0.012, 0, 0), 0.0310 + glove, 0.0270 + glove, ((0, 0, 1), 0.80)))
    return meet(0.004, d, -q[:, 0] - 0.066)


def hand_shell(glove: Glove | None, *, near: bool = False) -> Shell:
    """Palms and wrists, bare or in a glove with its cuff; ``near``: finer, for one's own hands."""
    worn = GLOVES[glove] if glove else None
    begin = min(-0.078, worn.end - 0.010) if worn else -0.078
    half = max(0.064, worn.radii[0] + 0.004) if worn else 0.064
    corners = from_hand(np.array([[x, y, z] for x in (begin, 0.112) for y in (-half, half) for z in (-half, half)]))

    def field(points: Points) -> Distance:
        if worn is None:
            return _palm(points, 0.0)
        return with_cuff(_seen_from_wrist(points), _palm(points, worn.thick), worn)

    def regions(centres: NDArray) -> NDArray[np.str_]:
        if worn is None:
            return np.full(len(centres), "skin")
        return regions_along(in_hand(right_half(centres))[:, 0], worn)

    triangles, coarser = (1700, (420, 150)) if near else (420, (150, 60))
    return Shell(
        name="hand",
        field=field,
        box=(tuple(corners.min(0)), tuple(corners.max(0))),
        cell=0.0022 if near else 0.0030,
        triangles=triangles,
        coarser=coarser,
        binding="hand",
        regions=regions,
        seams=(Seam(lambda v: in_hand(right_half(v))[:, 0] - worn.trim, 0.0015),) if worn and near else (),
        normal_step=2.6e-3,
        halves="apart",
    )
