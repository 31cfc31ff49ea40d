"""Parts of process piping: bent pipes, flanges, handwheels, clamps, lagging, colour rings, dial gauges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assets.mesh import Mesh, joined
from assets.modelling import (
    Assembly,
    Material,
    bolt,
    box,
    lathe,
    painted,
    pitched,
    plastic,
    ring,
    rod,
    sign_bent,
    torus,
    tube,
)
from assets.modelling.materials import BLACK_PAINT, CHROME, DARK_STEEL, STEEL

STAINLESS = Material((0.74, 0.75, 0.76), "galvanised", 0.24, 0.85, 0.12)
SATIN = Material((0.62, 0.63, 0.64), "galvanised", 0.36, 0.75, 0.2)
PIPE_GREY = painted(0.34, 0.37, 0.39, 0.45, 0.2)
PIPE_SILVER = Material((0.44, 0.46, 0.47), "paint", 0.40, 0.25, 0.15)
FRAME_GREY = painted(0.20, 0.24, 0.27, 0.5, 0.25)
LAGGED = Material((0.62, 0.63, 0.64), "lagging", 0.34, 0.65, 0.35)
HANDWHEEL_RED = painted(0.50, 0.035, 0.03, 0.40)
HANDWHEEL_BLUE = painted(0.04, 0.13, 0.36, 0.40)
# The identification colours of GB 7231.
WATER_GREEN = painted(0.03, 0.28, 0.12)
STEAM_RED = painted(0.55, 0.05, 0.04)
ACID_PURPLE = painted(0.24, 0.07, 0.32)
SOLVENT_BROWN = painted(0.26, 0.12, 0.05)
GAS_YELLOW = painted(0.80, 0.44, 0.02)
AIR_GREY = painted(0.52, 0.54, 0.55)

X_AXIS, Y_AXIS = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)


def route(points: ArrayLike, bend: float, steps: int = 5) -> NDArray[np.float64]:
    """A line through ``points`` (n, 3) whose corners are arcs of radius ``bend`` metres, as pipe bends are."""
    p = np.asarray(points, np.float64)
    line = [p[0]]
    for before, corner, after in zip(p, p[1:], p[2:], strict=False):
        back, ahead = before - corner, after - corner
        back_length, ahead_length = np.linalg.norm(back), np.linalg.norm(ahead)
        back, ahead = back / back_length, ahead / ahead_length
        half = np.arccos(np.clip(back @ ahead, -1, 1)) / 2
        if half > 1.56:
            line.append(corner)
            continue
        cut = min(bend / np.tan(half), back_length * 0.49, ahead_length * 0.49)
        radius = cut * np.tan(half)
        middle = corner + (back + ahead) / np.linalg.norm(back + ahead) * radius / np.sin(half)
        start, end = corner + back * cut - middle, corner + ahead * cut - middle
        sweep = np.pi - 2 * half
        for t in np.linspace(0, 1, steps):
            line.append(middle + (start * np.sin((1 - t) * sweep) + end * np.sin(t * sweep)) / np.sin(sweep))
    return np.array([*line, p[-1]])


def pipe(
    points: ArrayLike,
    radius: float,
    material: Material,
    *,
    bend: float | None = None,
    sides: int = 14,
    flanged: Sequence[float] = (),
) -> Mesh:
    """A pipe of ``radius`` along ``points``, bent as long-radius elbows are (three radii) unless ``bend`` says else.

    Pairs of flanges sit at the shares ``flanged`` (0..1) of its first run, which must be level.
    """
    line = _divided(route(points, bend or 3 * radius), 0.9)
    run = tube(line, radius, material, sides=sides, split=50)
    if not flanged:
        return run
    start, end = np.asarray(points, np.float64)[:2]
    heading = float(np.degrees(np.arctan2(end[1] - start[1], end[0] - start[0])))
    pair = flange(radius, material)
    return joined([run, *(pair.placed(*(start + (end - start) * share), h=heading) for share in flanged)])


def _divided(line: NDArray, longest: float) -> NDArray[np.float64]:
    """The line with long pieces divided, since light is baked at vertices."""
    pieces = [line[:1]]
    for a, b in zip(line, line[1:], strict=False):
        count = max(1, int(np.ceil(np.linalg.norm(b - a) / longest)))
        pieces.append(a + (b - a) * (np.arange(1, count + 1) / count)[:, None])
    return np.concatenate(pieces)


@cache
def flange(radius: float, material: Material = PIPE_GREY, *, gasket: bool = True) -> Mesh:
    """A bolted pair of flanges on a pipe of ``radius`` along x, about the origin; thin pipes have four bolts."""
    bolts, sides = (8, 20) if radius > 0.052 else (4, 16)
    outer, thick = radius * 1.9 + 0.012, 0.022 + radius * 0.08
    gap = 0.004
    disc = [
        (0, 0),
        (outer, 0),
        (outer, thick * 0.86),
        (outer * 0.96, thick),
        (radius * 1.3, thick),
        (radius * 1.04, thick * 1.7),
        (0, thick * 1.7),
    ]
    one = lathe(disc, material, sides=sides, wear=0.3).placed(z=gap / 2)
    pieces = [one, one.placed(p=180)]
    if gasket:
        seal = [(0, -gap / 2), (radius * 1.45, -gap / 2), (radius * 1.45, gap / 2), (0, gap / 2)]
        pieces.append(lathe(seal, BLACK_PAINT, sides=16))
    size = 0.008 + radius * 0.09
    nut = bolt(size, size * 1.3, STEEL)
    tail = lathe([(size * 0.5, 0), (size * 0.5, size * 2.0), (0, size * 2.1)], STEEL, sides=6)
    circle = (radius + outer) / 2 * 1.06
    fastener = joined(
        [
            nut.placed(circle, 0, gap / 2 + thick),
            tail.placed(circle, 0, gap / 2 + thick),
            nut.placed(p=180).placed(circle, 0, -gap / 2 - thick),
        ]
    )
    pieces.append(ring(fastener, bolts, start=180 / bolts))
    return pitched(joined(pieces), X_AXIS)


@cache
def handwheel(radius: float, material: Material = HANDWHEEL_RED, *, spokes: int = 4) -> Mesh:
    """A handwheel about the origin, its axle along z: dished spokes, hub with nut."""
    rim = torus(radius, radius * 0.10, material, sides=22, section=7)
    spoke = tube(
        [(radius * 0.2, 0, -radius * 0.12), (radius * 0.6, 0, -radius * 0.10), (radius, 0, 0)],
        radius * 0.075,
        material,
        sides=6,
    )
    hub = lathe([(0, -0.22), (0.24, -0.22), (0.27, -0.05), (0.2, 0.04), (0, 0.04)], material, sides=12)
    nut = bolt(radius * 0.13, radius * 0.16, STEEL).placed(z=radius * 0.04)
    return joined([rim, ring(spoke, spokes), hub.placed(scale=radius), nut])


def colour_ring(radius: float, width: float, material: Material) -> Mesh:
    """A painted ring round a pipe along x, about the origin."""
    outer = radius * 1.025 + 0.0025
    line = [(radius, -width / 2), (outer, -width / 2), (outer, width / 2), (radius, width / 2)]
    return pitched(lathe(line, material, sides=16 if radius < 0.2 else 32, split=30), X_AXIS)


def pipe_label(name: str, radius: float, w: float, h: float) -> Mesh:
    """A sign bent round the front (+y) of a pipe along x, for the pass ``sign``; about the origin."""
    angle = np.linspace(-0.5, 0.5, 7) * h / radius
    face = np.column_stack([np.cos(angle), np.sin(angle)]) * (radius + 0.004)
    # Made upright round z with its words running up, then laid down along the pipe.
    upright = sign_bent(name, np.array([[w / 2, 0.0], [-w / 2, 0.0]]), h)
    bent = []
    for low, high, a, b in zip(angle, angle[1:], face, face[1:], strict=False):
        part = (low - angle[0]) / (angle[-1] - angle[0]), (high - angle[0]) / (angle[-1] - angle[0])
        bent.append(_strip(upright, part, a, b))
    return joined(bent)


def _strip(flat: Mesh, part: tuple[float, float], low: NDArray, high: NDArray) -> Mesh:
    """The share ``part`` of the height of a flat sign, between two points (y, z) of a pipe's section."""
    share = np.where(flat.position[:, 2] > flat.position[:, 2].mean(), part[1], part[0])
    v = flat.uvl[:, 1]
    v0, v1 = v.min(), v.max()
    place = np.where((share == part[1])[:, None], high, low)
    normal = place / np.linalg.norm(place, axis=1, keepdims=True)
    return Mesh(
        faces=flat.faces,
        position=np.column_stack([flat.position[:, 0], place]).astype(np.float32),
        normal=np.column_stack([np.zeros(len(v)), normal]).astype(np.float32),
        uvl=np.column_stack([flat.uvl[:, 0], v0 + (v1 - v0) * share, flat.uvl[:, 2]]).astype(np.float32),
        colour=flat.colour,
        surface=flat.surface,
    )


@cache
def u_clamp(radius: float) -> Mesh:
    """A U-bolt that holds a pipe along x on a beam below it."""
    angle = np.radians(np.linspace(0, 180, 9))
    bow = [(0, (radius + 0.008) * np.cos(a), (radius + 0.008) * np.sin(a)) for a in angle]
    line = [(0, radius + 0.008, -radius - 0.03), *bow, (0, -radius - 0.008, -radius - 0.03)]
    return tube(line, 0.006, STEEL, sides=5)


def dial(parts: Assembly, sign: str, radius: float, x: float, y: float, z: float, *, turn: float = 0.0) -> None:
    """A dial gauge, its back at (x, y, z), facing +y before ``turn``; ``sign`` is the square picture of its face."""
    deep = radius * 0.62
    case = lathe(
        [
            (0, 0),
            (radius * 0.94, 0),
            (radius, deep * 0.12),
            (radius, deep * 0.8),
            (radius * 1.05, deep * 0.82),
            (radius * 1.05, deep),
            (radius * 0.93, deep),
            (radius * 0.92, deep * 0.86),
            (0, deep * 0.86),
        ],
        CHROME.but(roughness=0.2, colour=(0.55, 0.56, 0.58)),
        sides=24,
    )
    one = Assembly()
    one.add(pitched(case, Y_AXIS))
    side = radius * 1.84
    one.sign(sign, side, side, 0, deep * 0.87, -side / 2)
    parts.include(one, x, y, z, h=turn)


@cache
def pressure_plug() -> Mesh:
    """The hexagon and thread below a gauge, standing on z = 0, 60 mm high."""
    thread = lathe([(0, 0), (0.010, 0), (0.010, 0.03), (0, 0.03)], STEEL, sides=10)
    return joined([thread, bolt(0.016, 0.03, STEEL).placed(z=0.028)])


def stand(x: float, y: float, z: float, radius: float, material: Material = FRAME_GREY) -> Mesh:
    """A post with foot plate and saddle that carries a pipe of ``radius`` along x whose axis is at height ``z``."""
    post = rod((x, y, 0.012), (x, y, z - radius), 0.03, material, sides=8, grid=0.5)
    foot = box(0.18, 0.18, 0.012, material, bevel=0.003).placed(x, y, 0)
    saddle = box(0.14, 2.2 * radius, 0.014, material, bevel=0.003).placed(x, y, z - radius - 0.014)
    studs = [
        bolt(0.011, 0.012, DARK_STEEL).placed(x + dx, y + dy, 0.012) for dx in (-0.06, 0.06) for dy in (-0.06, 0.06)
    ]
    return joined([post, foot, saddle, *studs, u_clamp(radius).placed(x, y, z)])


SEAL_LEAD = Material((0.42, 0.43, 0.45), "paint", 0.5, 0.4, 0.1)
TAG_RED = plastic(0.70, 0.04, 0.03)
