"""The head: skull, features and painted lips, brows and hairline, shaped by a ``Face``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.people.distance import Distance, Points, capsule, chain, ellipsoid, join, length, meet, right_half, without
from assets.people.patch import Patch, both_sides, shaded
from assets.people.shell import Shell
from assets.people.surface import Seam, where

EYE_RADIUS = 0.0180


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
    nose_width: float = 0.0
    nose_length: float = 0.0
    bridge: float = 0.0
    """Height of the nose's bridge."""
    eye_open: float = 0.0
    """Added to the upper lid's height over the eye's middle."""
    brow_height: float = 0.0
    brow_thick: float = 0.0
    lips: float = 0.0
    """Added to the lips' height."""
    neck: float = 0.0
    hair_forehead: float = 1.742
    """Height of the hairline over the forehead; only seen without a helmet."""


EYE = np.array([0.0330, 0.0620, 1.6660])
MOUTH_Z = 1.6085
MOUTH_END = 0.0268
BROW_FROM, BROW_TO = 0.0140, 0.0560
EYE_HALF_WIDTH = 0.0168
LASH_REACH = 0.0172
UPPER_LID, LOWER_LID, LID_TILT = 0.0058, 0.0050, 0.055
Mask = Callable[[NDArray], NDArray]
Curve = Callable[[NDArray], NDArray]


def bare_head(points: Points, face: Face) -> Distance:
    """Skin of head and neck, down to the collar."""
    p = right_half(points)
    d = ellipsoid(p, (0, -0.010, 1.695), (0.0785, 0.097, 0.092))
    d = join(0.05, d, ellipsoid(p, (0, 0.027, 1.630), (0.0655 + face.fullness, 0.058, 0.071)))
    d = join(0.03, d, ellipsoid(p, (0.020 + face.jaw, 0.036, 1.588), (0.036 + face.fullness, 0.042, 0.031)))
    d = join(0.03, d, ellipsoid(p, (0, 0.069 + face.chin, 1.5655 - face.chin), (0.021 + face.jaw * 0.4, 0.017, 0.0165)))
    d = join(0.025, d, ellipsoid(p, (0.046 + face.cheeks, 0.050, 1.6395), (0.0225, 0.0235, 0.019)))
    d = join(0.03, d, capsule(p, (0, -0.018, 1.46), (0, 0.004, 1.60), 0.058 + face.neck, 0.053 + face.neck))
    d = join(0.022, d, capsule(p, (0, 0.0765, 1.694), (0.041, 0.064, 1.697), 0.0125, 0.0115))
    d = without(0.016, d, ellipsoid(p, (EYE[0], 0.0935, EYE[2] + 0.001), (0.0215, 0.0130, 0.0125)))
    d = _with_lids(d, p, face)
    d = _with_nose(d, p, face)
    d = join(0.020, d, ellipsoid(p, (0, 0.0655, 1.6085), (0.031, 0.0220, 0.018)))
    d = _with_lips(d, p, face)
    return _with_ear(d, p)


def _with_lids(d: Distance, p: Points, face: Face) -> Distance:
    """The lids' bulge, slit open along an almond."""
    q = p - EYE.astype(np.float32)
    d = join(0.008, d, length(q) - 0.0200)
    upper, lower = _lid_edges(q[:, 0], face)
    slit = np.maximum(np.maximum(q[:, 2] - upper, lower - q[:, 2]), 0.002 - q[:, 1])
    return without(0.0014, d, np.maximum(slit, length(q) - 0.026))


def _lid_edges(x: NDArray, face: Face) -> tuple[NDArray, NDArray]:
    """Heights of the upper and lower lid's edge over the eye's middle, ``x`` metres outward from it.

    The upper edge is highest a little inward and hangs low at the nose, as a lid with an inner fold does.
    """
    t = np.clip(x / EYE_HALF_WIDTH, -1.2, 1.2)
    almond = np.sqrt(np.maximum(1 - t * t, 0))
    tilt = LID_TILT * x
    closing = 0.010 * np.maximum(np.abs(t) - 1, 0)
    upper = (UPPER_LID + face.eye_open) * almond * (1 - 0.10 * t) + tilt - closing
    lower = -LOWER_LID * almond**1.4 * (1 + 0.12 * t) + tilt + closing
    return upper, lower


def _with_nose(d: Distance, p: Points, face: Face) -> Distance:
    tip_z = 1.6450 - face.nose_length
    d = join(
        0.015, d, capsule(p, (0, 0.0765 + face.bridge, 1.689), (0, 0.0985 + face.bridge * 0.5, tip_z), 0.0085, 0.0125)
    )
    return join(0.009, d, ellipsoid(p, (0.0135 + face.nose_width, 0.0895, tip_z - 0.0035), (0.0090, 0.0110, 0.0077)))


def _with_lips(d: Distance, p: Points, face: Face) -> Distance:
    upper = [(0, 0.0845, MOUTH_Z + 0.0035), (0.012, 0.0825, MOUTH_Z + 0.0035), (0.0235, 0.0745, MOUTH_Z + 0.0005)]
    lower = [(0, 0.0835, MOUTH_Z - 0.0050), (0.011, 0.0815, MOUTH_Z - 0.0045), (0.0215, 0.0745, MOUTH_Z - 0.0005)]
    d = join(0.007, d, chain(p, upper, [0.0042 + face.lips, 0.0040 + face.lips, 0.0015], 0.004))
    return join(0.007, d, chain(p, lower, [0.0052 + face.lips, 0.0047 + face.lips, 0.0015], 0.004))


def _with_ear(d: Distance, p: Points) -> Distance:
    lean = (p[:, 2:] - 1.655) * np.array([0.12, -0.22, 0], np.float32)
    ear = ellipsoid(p - lean, (0.0825, -0.010, 1.655), (0.0085, 0.0185, 0.0315))
    return join(0.008, d, without(0.005, ear, ellipsoid(p, (0.0940, -0.008, 1.659), (0.0105, 0.0110, 0.0195))))


def hairline(points: NDArray, face: Face) -> NDArray:
    """Negative where short hair grows: behind the ears, at the temples and over the forehead."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    back = np.maximum(y + 0.016 - 0.10 * np.clip(1.675 - z, 0, 1), 1.606 + 0.30 * np.clip(-0.06 - y, 0, 1) - z)
    sideburn = np.maximum(np.maximum(y - 0.030, 1.652 - z), 0.050 - x)
    top = face.hair_forehead - 0.45 * np.clip(x - 0.030, 0, 1) - z + 0.9 * np.clip(y - 0.055, 0, 0.02)
    return np.minimum(np.minimum(back, sideburn), top)


def _mouth_line(x: NDArray) -> NDArray:
    """Height of the closed mouth's line: level, its corners a touch lower, as in a calm face."""
    return MOUTH_Z - 0.0007 * np.exp(-((x / 0.006) ** 2)) - 0.0011 * np.clip((x - 0.012) / 0.018, 0, 2) ** 2


def _mouth_half(x: NDArray) -> NDArray:
    return 0.0009 * np.clip(1.12 - x / 0.030, 0.2, 1)


def _upper_lip(x: NDArray, face: Face) -> NDArray:
    bow = 0.0064 + face.lips - 0.0056 * np.clip(x / 0.028, 0, 2) ** 2 - 0.0012 * np.exp(-((x / 0.0045) ** 2))
    return _mouth_line(x) + bow


def _lower_lip(x: NDArray, face: Face) -> NDArray:
    return _mouth_line(x) - (0.0088 + face.lips) + 0.0084 * np.clip(x / 0.0255, 0, 2) ** 2


def _brow_line(x: NDArray, face: Face) -> NDArray:
    """Height of the eyebrow's middle, seen from the front."""
    t = np.clip((x - BROW_FROM) / (BROW_TO - BROW_FROM), 0, 1)
    arch = 0.0016 * np.sin(t * np.pi * 0.85) - 0.0030 * np.clip((t - 0.70) / 0.30, 0, 1) ** 1.5
    return 1.6995 + face.brow_height + arch


def _brow_half(x: NDArray, face: Face) -> NDArray:
    return (0.0034 + face.brow_thick) * np.clip((0.0590 - x) / 0.018, 0.2, 1) * np.clip((x - 0.0095) / 0.013, 0.3, 1)


def _lash_line(x: NDArray, face: Face) -> NDArray:
    """Height of the upper border of the dark lid margin; thicker towards the outer corner."""
    upper, _ = _lid_edges(x - EYE[0], face)
    t = np.clip((x - EYE[0]) / EYE_HALF_WIDTH, -1, 1)
    return EYE[2] + upper + (0.0015 + 0.0005 * t) * np.clip((1.02 - np.abs(t)) / 0.35, 0, 1)


def _around_mouth(v: NDArray) -> NDArray:
    return (v[:, 1] > 0.045) & (np.abs(v[:, 0]) < 0.060) & (np.abs(v[:, 2] - MOUTH_Z) < 0.045)


def _around_brow(v: NDArray) -> NDArray:
    return (v[:, 1] > 0.03) & (np.abs(v[:, 2] - 1.700) < 0.045)


def _around_lid(v: NDArray) -> NDArray:
    q = np.abs(v) * [1, 0, 0] + v * [0, 1, 1] - EYE
    return (length(q) < 0.040) & (q[:, 1] > -0.004)


def _seams(face: Face, cropped: bool) -> tuple[Seam, ...]:
    """One seam for each border line: a line that turns a corner would slip between the vertices."""

    def height(mask: Mask, curve: Curve, snap: float) -> Seam:
        return Seam(where(mask, lambda v: v[:, 2] - curve(np.abs(v[:, 0]))), snap)

    def side(mask: Mask, x: float, snap: float) -> Seam:
        return Seam(where(mask, lambda v: np.abs(v[:, 0]) - x), snap)

    return (
        height(_around_mouth, lambda x: _mouth_line(x) + _mouth_half(x), 0.0003),
        height(_around_mouth, lambda x: _mouth_line(x) - _mouth_half(x), 0.0003),
        height(_around_mouth, lambda x: _upper_lip(x, face), 0.0005),
        height(_around_mouth, lambda x: _lower_lip(x, face), 0.0005),
        side(_around_mouth, MOUTH_END, 0.0004),
        height(_around_brow, lambda x: _brow_line(x, face) + _brow_half(x, face), 0.0006),
        height(_around_brow, lambda x: _brow_line(x, face) - _brow_half(x, face), 0.0006),
        side(_around_brow, BROW_FROM, 0.0006),
        side(_around_brow, BROW_TO, 0.0006),
        height(_around_lid, lambda x: _lash_line(x, face), 0.0003),
        side(_around_lid, EYE[0] - LASH_REACH, 0.0003),
        side(_around_lid, EYE[0] + LASH_REACH, 0.0003),
        *((Seam(lambda v: hairline(v, face) * 0.8, 0.0010),) if cropped else ()),
    )


def _regions(centres: NDArray, face: Face, cropped: bool) -> NDArray[np.str_]:
    x, z = np.abs(centres[:, 0]), centres[:, 2]
    names = np.full(len(centres), "skin", "<U8")
    mouth = _around_mouth(centres) & (x < MOUTH_END)
    names[mouth & (z < _upper_lip(x, face)) & (z > _lower_lip(x, face))] = "lips"
    names[mouth & (np.abs(z - _mouth_line(x)) < _mouth_half(x))] = "mouth"
    brow = _around_brow(centres) & (x > BROW_FROM) & (x < BROW_TO)
    names[brow & (np.abs(z - _brow_line(x, face)) < _brow_half(x, face))] = "brow"
    middle = EYE[2] + LID_TILT * (x - EYE[0])
    lash = _around_lid(centres) & (np.abs(x - EYE[0]) < LASH_REACH) & (z > middle)
    names[lash & (z < _lash_line(x, face))] = "lash"
    if cropped:
        names[(hairline(centres, face) < 0) & (x < 0.0800)] = "hair"
    return names


def head_shell(face: Face, *, cropped: bool) -> Shell:
    """The head; ``cropped`` paints on it the short hair that shows under a helmet."""

    def field(points: Points) -> Distance:
        skin = bare_head(points, face)
        if not cropped:
            return skin
        scalp = meet(0.003, hairline(points, face).astype(np.float32), np.abs(points[:, 0]) - 0.0785)
        return join(0.003, skin, meet(0.004, skin - 0.0040, scalp))

    return Shell(
        name="head",
        field=field,
        box=((0, -0.125, 1.47), (0.106, 0.130, 1.795)),
        cell=0.0028,
        triangles=2200,
        lod_triangles=620,
        binding="head",
        regions=lambda centres: _regions(centres, face, cropped),
        seams=_seams(face, cropped),
        normal_step=1.6e-3,
        line_weight=400.0,
    )


def eyes(sides: int = 14) -> Patch:
    """Both eyeballs, seen through the lids: pupil, dark iris, white, and a glint."""
    axis = np.array([-0.02, 1.0, -0.02])
    axis /= np.linalg.norm(axis)
    across = np.cross(axis, [0, 0, 1])
    across /= np.linalg.norm(across)
    over = np.cross(across, axis)
    turn = 2 * np.pi * np.arange(sides) / sides
    rim = np.cos(turn)[:, None] * across + np.sin(turn)[:, None] * over
    angles = (0.20, 0.41, 0.9, 1.45)
    points = [EYE + axis * EYE_RADIUS]
    faces, regions = [], []
    for k, angle in enumerate(angles):
        points += list(EYE + EYE_RADIUS * (np.cos(angle) * axis + np.sin(angle) * rim))
        for i in range(sides):
            a, b = 1 + k * sides + i, 1 + k * sides + (i + 1) % sides
            new = [[0, a, b]] if k == 0 else [[a - sides, a, b], [a - sides, b, b - sides]]
            faces += new
            regions += [("pupil", "iris", "white", "white")[k]] * len(new)
    glint = axis + 0.20 * over + 0.17 * across
    glint /= np.linalg.norm(glint)
    g0 = np.cross(glint, [0, 0, 1])
    g0 /= np.linalg.norm(g0)
    g1 = np.cross(g0, glint)
    start = len(points)
    points += [
        EYE + EYE_RADIUS * 1.012 * (glint + 0.075 * (np.cos(t) * g0 + np.sin(t) * g1)) for t in np.arange(6) * np.pi / 3
    ]
    faces += [[start, start + k, start + k + 1] for k in range(1, 5)]
    regions += ["glint"] * 4
    position, index = np.array(points), np.array(faces)
    corners = position[index]
    inward = np.einsum(
        "ij,ij->i", np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), corners[:, 0] - EYE
    )
    index[inward < 0] = index[inward < 0][:, ::-1]
    return both_sides(shaded(position, index, np.array(regions), crease=80))
