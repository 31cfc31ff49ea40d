"""Builds and faces: how a body and a face differ from the modelled ones, as a bending of space.

All garments are modelled once, on a man of middle build. Whoever is stouter, younger or a woman is that
same mesh bent: what lies over each other stays so, and another build costs no new shape.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.people.body import TORSO
from assets.people.distance import smooth_step
from assets.people.skeleton import ANKLE, ELBOW, EYE, FOREARM_DIRECTION, HIP, KNEE, SHOULDER, WRIST

Points = NDArray[np.float64]
MOUTH_Z = 1.6085
BROW_Z = 1.6995
EYELID_HALF = 0.0049
"""Half of how far the modelled eye stands open."""
STEP = 2e-4


@dataclass(frozen=True)
class Figure:
    """How a body differs from a man of middle build; metres on the modelled figure."""

    belly: float = 0.0
    """Added in front, at the navel."""
    waist: float = 0.0
    hips: float = 0.0
    shoulders: float = 0.0
    """Added to the half widths there."""
    bust: float = 0.0
    limbs: float = 1.0
    """Factor of the limbs' thickness."""
    hands: float = 1.0
    feet: float = 1.0
    head: float = 1.0
    """Factors of their size."""


@dataclass(frozen=True)
class Face:
    """What tells one face from another; metres, added to a common East Asian man's."""

    jaw: float = 0.0
    """Half width of the jaw."""
    chin: float = 0.0
    """Lower and further forward."""
    cheeks: float = 0.0
    """Cheek bones outwards."""
    fullness: float = 0.0
    """Flesh on cheeks and under the chin."""
    sag: float = 0.0
    """How far cheeks and eye corners have come down."""
    nose_width: float = 0.0
    nose_length: float = 0.0
    bridge: float = 0.0
    """Height of the nose's bridge."""
    eye_open: float = 0.0
    """Added to the eye's half height."""
    eye_tilt: float = 0.0
    """Outer corners up, metres per metre."""
    brow_height: float = 0.0
    brow_thick: float = 0.0
    lips: float = 0.0
    """Added to the lips' height."""
    mouth_width: float = 0.0
    mouth_corner: float = 0.0
    """Corners of the mouth up."""
    neck: float = 0.0
    """Added to the neck's radius."""


def bent(position: Points, normal: Points, figure: Figure, face: Face) -> tuple[Points, Points]:
    """Positions and normals (n, 3) of the modelled person, in modelled metres, as they are on that body and face."""
    moved = _moved(position, figure, face)
    columns = [(_moved(position + step, figure, face) - moved) / STEP for step in np.eye(3) * STEP]
    stretch = np.stack(columns, axis=-1)
    cofactor = np.stack(
        [
            np.cross(stretch[:, :, 1], stretch[:, :, 2]),
            np.cross(stretch[:, :, 2], stretch[:, :, 0]),
            np.cross(stretch[:, :, 0], stretch[:, :, 1]),
        ],
        axis=-1,
    )
    turned = np.einsum("nij,nj->ni", cofactor, normal)
    return moved, turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)


def _moved(position: Points, figure: Figure, face: Face) -> Points:
    side = np.where(position[:, 0] < 0, -1.0, 1.0)
    p = position * np.stack([side, np.ones_like(side), np.ones_like(side)], -1)
    p = p + _face_shift(p, face)
    p = p + _trunk_shift(p, figure)
    p = p + _limb_shift(p, figure)
    p = p + _head_shift(p, figure)
    p[:, 0] *= side
    return p


def _spot(p: Points, centre: tuple[float, float, float], reach: tuple[float, float, float]) -> NDArray:
    return np.exp(-(((p - np.array(centre)) / np.array(reach)) ** 2).sum(1))


def _inward(p: Points) -> NDArray:
    """0 on the middle plane, where nothing may move aside, to 1 a little off it."""
    return np.clip(p[:, 0] / 0.02, 0, 1)


def _face_shift(p: Points, face: Face) -> Points:
    aside, fore, rise = np.zeros(len(p)), np.zeros(len(p)), np.zeros(len(p))
    off_middle = _inward(p)
    aside += face.jaw * _spot(p, (0.048, 0.020, 1.590), (0.034, 0.055, 0.030)) * off_middle
    chin = _spot(p, (0, 0.075, 1.566), (0.030, 0.030, 0.024))
    fore += face.chin * chin
    rise -= face.chin * chin
    aside += 0.35 * face.jaw * chin * off_middle
    cheek = _spot(p, (0.056, 0.050, 1.641), (0.032, 0.042, 0.026))
    aside += face.cheeks * cheek * off_middle
    fore += 0.5 * face.cheeks * cheek
    flesh = _spot(p, (0.052, 0.042, 1.604), (0.032, 0.050, 0.036))
    aside += face.fullness * flesh * off_middle
    fore += 0.35 * face.fullness * flesh
    rise -= 1.2 * face.fullness * _spot(p, (0, 0.045, 1.553), (0.045, 0.04, 0.020))
    jowl = _spot(p, (0.046, 0.045, 1.585), (0.024, 0.035, 0.022))
    rise -= face.sag * (jowl + 0.5 * _spot(p, (0.050, 0.060, 1.666), (0.014, 0.03, 0.012)))
    aside += 0.4 * face.sag * jowl * off_middle
    aside += face.nose_width * _spot(p, (0.0150, 0.090, 1.641), (0.012, 0.020, 0.012)) * np.clip(p[:, 0] / 0.012, 0, 1)
    rise -= face.nose_length * _spot(p, (0, 0.100, 1.642), (0.020, 0.026, 0.018))
    fore += face.bridge * _spot(p, (0, 0.080, 1.670), (0.012, 0.025, 0.028))
    rise += _eye_rise(p, face)
    brow = _spot(p, (0.034, 0.080, BROW_Z), (0.030, 0.035, 0.008))
    rise += (face.brow_height + face.brow_thick * np.clip((p[:, 2] - BROW_Z) / 0.0031, -1.5, 1.5)) * brow
    mouth = _spot(p, (0, 0.080, MOUTH_Z), (0.028, 0.025, 0.011))
    rise += face.lips * np.clip((p[:, 2] - MOUTH_Z) / 0.007, -1.5, 1.5) * mouth
    corner = _spot(p, (0.025, 0.076, MOUTH_Z), (0.011, 0.025, 0.010))
    rise += face.mouth_corner * corner
    aside += face.mouth_width * corner
    neck = smooth_step((1.560 - p[:, 2]) / 0.05) * smooth_step((p[:, 2] - 1.42) / 0.04)
    radial = np.hypot(p[:, 0], p[:, 1] + 0.010)
    thick = face.neck * neck * np.clip(radial / 0.055, 0, 1) * smooth_step((0.14 - radial) / 0.05)
    aside += thick * p[:, 0] / np.maximum(radial, 1e-6)
    fore += thick * (p[:, 1] + 0.010) / np.maximum(radial, 1e-6)
    return np.stack([aside, fore, rise], -1)


def _eye_rise(p: Points, face: Face) -> NDArray:
    """Lids further apart and their outer corners higher; the eyeball is left round."""
    q = p - EYE
    on_lid = smooth_step((np.linalg.norm(q, axis=1) - 0.0180) / 0.0012) * smooth_step(q[:, 1] / 0.006)
    open_share = np.clip(q[:, 2] / EYELID_HALF, -1, 1) * _spot(p, tuple(EYE + (0, 0.018, 0)), (0.013, 0.02, 0.010))
    tilt = q[:, 0] * _spot(p, tuple(EYE + (0, 0.018, 0)), (0.020, 0.02, 0.012))
    return (face.eye_open * open_share + face.eye_tilt * tilt) * on_lid


def _bump(z: NDArray, middle: float, reach: float) -> NDArray:
    return smooth_step(1 - np.abs(z - middle) / reach)


def _on_arm(p: Points) -> NDArray:
    """1 along the arm, 0 on the trunk."""
    bone = WRIST - SHOULDER
    t = np.clip(((p - SHOULDER) @ bone) / (bone @ bone), 0.05, 1.6)[:, None]
    away = np.linalg.norm(p - SHOULDER - t * bone, axis=1)
    return (1 - smooth_step((away - 0.085) / 0.05)) * smooth_step((p[:, 0] - 0.155) / 0.06)


def _trunk_shift(p: Points, figure: Figure) -> Points:
    z = p[:, 2]
    rows = np.array(TORSO)
    width, front, back = (np.interp(z, rows[:, 0], rows[:, k]) for k in (1, 2, 3))
    trunk = 1 - _on_arm(p)
    wider = figure.waist * _bump(z, 1.10, 0.18) + figure.hips * _bump(z, 0.90, 0.20)
    wider += 0.5 * figure.belly * _bump(z, 1.06, 0.20)
    aside = wider * np.clip(p[:, 0] / width, 0, 1.6) * trunk
    along = np.clip((p - SHOULDER) @ (ELBOW - SHOULDER) / 0.285**2, 0, 1)
    aside += figure.shoulders * np.clip(p[:, 0] / 0.17, 0, 1) * _bump(z, 1.36, 0.20) * (1 - along * (1 - trunk))
    ahead = np.clip(p[:, 1] / front, 0, 1.6)
    behind = np.clip(p[:, 1] / back, 0, 1.6)
    fore = figure.belly * _bump(z, 1.07, 0.24) * ahead
    fore += figure.bust * _spot(p, (0.075, 0.11, 1.285), (0.075, 0.12, 0.062)) * np.clip(ahead, 0, 1)
    fore -= (0.8 * figure.hips * _bump(z, 0.93, 0.14) + 0.25 * figure.belly * _bump(z, 1.05, 0.2)) * behind
    return np.stack([aside, fore * trunk, np.zeros(len(p))], -1)


def _limb_shift(p: Points, figure: Figure) -> Points:
    arm = _on_arm(p)
    hand = smooth_step(((p - WRIST) @ FOREARM_DIRECTION + 0.02) / 0.04) * arm
    factor = figure.limbs - 1 + (figure.hands - figure.limbs) * hand
    shift = (p - _nearest(p, (SHOULDER, ELBOW, WRIST, WRIST + FOREARM_DIRECTION * 0.25))) * (factor * arm)[:, None]
    leg = smooth_step((0.90 - p[:, 2]) / 0.12) * (1 - arm)
    foot = smooth_step((0.16 - p[:, 2]) / 0.06)
    aside = p - _nearest(p, (HIP, KNEE, ANKLE))
    aside[:, 2] = 0
    aside[:, 0] *= np.clip(p[:, 0] / 0.05, 0, 1)
    shift += aside * ((figure.limbs - 1) * leg * (1 - foot))[:, None]
    size = (figure.feet - 1) * foot * (1 - arm)
    return shift + (p - ANKLE) * (1, 1, 0) * size[:, None]


def _nearest(p: Points, stops: tuple[NDArray, ...]) -> Points:
    """The nearest point of a line through ``stops``, for each point."""
    best, distance = None, np.full(len(p), np.inf)
    for a, b in zip(stops[:-1], stops[1:], strict=True):
        t = np.clip(((p - a) @ (b - a)) / ((b - a) @ (b - a)), 0, 1)[:, None]
        here = a + t * (b - a)
        away = np.linalg.norm(p - here, axis=1)
        best = here if best is None else np.where((away < distance)[:, None], here, best)
        distance = np.minimum(distance, away)
    return best


def _head_shift(p: Points, figure: Figure) -> Points:
    share = (figure.head - 1) * smooth_step((p[:, 2] - 1.49) / 0.07) * (np.hypot(p[:, 0], p[:, 1]) < 0.24)
    return (p - (0, 0, 1.53)) * share[:, None]
