"""Mooring gear of a quay: bollard, ropes in their states, the gangway with and without its net."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, ball, bolt, box, cloth, lathe, ring, rod, sagging, smooth, torus, tube
from assets.modelling.materials import ALUMINIUM, CAST_IRON, DARK_STEEL, RUBBER, STEEL, Material, painted

ROPE = Material((0.56, 0.46, 0.28), "rope", 0.92, 0.0, 0.8, scale=7.0)
ROPE_NEW = Material((0.30, 0.42, 0.52), "rope", 0.85, 0.0, 0.8, scale=7.0)
FIBRE = Material((0.68, 0.58, 0.38), "fabric", 0.95, 0.0, 0.3, scale=6.0)
BOLLARD_PAINT = painted(0.62, 0.40, 0.03, 0.5, 0.5)
NET = Material((0.10, 0.26, 0.42), "wire", 0.85, 0.0, 0.2, scale=2.0)
RADIUS = 0.036
LENGTH = 10.95
"""From the bollard to the ship's bitts, along +y."""
RISE = 0.42
"""The ship's bitts are that much higher than where the rope leaves the bollard."""


@prop("bollard")
def bollard(_request: PropRequest) -> Model:
    """A mooring bollard 0.5 m across and 0.6 m high: flared head, waist rubbed bright by ropes, bolted base."""
    parts = Assembly()
    shape = [
        (0, 0),
        (0.25, 0),
        (0.25, 0.045),
        (0.235, 0.06),
        (0.19, 0.07),
        (0.165, 0.10),
        (0.150, 0.22),
        (0.150, 0.34),
        (0.165, 0.42),
        (0.215, 0.475),
        (0.225, 0.52),
        (0.205, 0.565),
        (0.13, 0.595),
        (0, 0.60),
    ]
    parts.add(
        lathe(shape, BOLLARD_PAINT, sides=28, wear=0.8),
        lathe([(0.1515, 0.20), (0.1525, 0.27), (0.1515, 0.35)], STEEL.shade(0.6), sides=28),
    )
    parts.add(ring(bolt(0.022, 0.028, DARK_STEEL).placed(0.208, 0, 0.052), 6, 30))
    parts.sign("bollard_number", 0.12, 0.12, 0, 0.1545, 0.22)
    return parts.model()


def twisted(line: NDArray, radius: float, material: Material, *, pitch: float = 0.22, sides: int = 5) -> Mesh:
    """A three-strand rope along a line of points about 6 cm apart: strands wound about each other."""
    tangent = np.gradient(line, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1)[:, None]
    up = np.array([0.0, 0.0, 1.0])
    right = np.cross(tangent, up)
    right /= np.maximum(np.linalg.norm(right, axis=1), 1e-9)[:, None]
    over = np.cross(right, tangent)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    strands = []
    for k in range(3):
        angle = along / pitch * 2 * np.pi + k * 2 * np.pi / 3
        centre = line + (right * np.cos(angle)[:, None] + over * np.sin(angle)[:, None]) * radius * 0.52
        strands.append(tube(centre, radius * 0.56, material.shade(0.92 + 0.08 * k), sides=sides))
    return joined(strands)


def _resampled(points: list, spacing: float = 0.055) -> NDArray:
    line = smooth(points, 24)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    wanted = np.linspace(0, along[-1], max(8, int(along[-1] / spacing)))
    return np.stack([np.interp(wanted, along, line[:, k]) for k in range(3)], 1)


@prop("mooring_rope")
def mooring_rope(request: PropRequest) -> Model:
    """A rope from its eye round a bollard at the origin to bitts 11 m ahead; ``bight_on_deck`` is a loop on deck."""
    parts = Assembly()
    if request.state == "bight_on_deck":
        _bight(parts)
        return parts.model()
    material = ROPE_NEW if request.state == "ok" else ROPE
    if request.state == "parts":
        _parted(parts)
        return parts.model()
    parts.add(_eye(material))
    line = sagging((0.0, 0.55, -0.02), (0.0, LENGTH, RISE), 0.12, 150)
    if request.state == "worn":
        _worn(parts, line)
    else:
        parts.add(twisted(line, RADIUS, material, sides=4))
    parts.add(_ship_end(material))
    return parts.model()


def _eye(material: Material) -> Mesh:
    """The spliced eye lying round the bollard's waist (radius 0.15) and closing 0.55 m ahead."""
    left = [
        (0.0, -0.195, -0.13),
        (-0.14, -0.14, -0.13),
        (-0.195, 0.0, -0.12),
        (-0.15, 0.17, -0.09),
        (-0.05, 0.38, -0.04),
        (-0.012, 0.58, -0.02),
    ]
    right = [(-x, y, z) for x, y, z in left]
    halves = [twisted(_resampled(side), RADIUS, material, sides=4) for side in (left, right)]
    splice = [tube([(0, 0.50, -0.025), (0, 0.70, -0.018), (0, 1.0, -0.016)], [0.062, 0.058, 0.040], material, sides=9)]
    splice += [
        torus(0.058 - 0.004 * k, 0.008, FIBRE, sides=14, section=5).placed(0, 0.56 + 0.10 * k, -0.02, p=90)
        for k in range(4)
    ]
    return joined([*halves, *splice])


def _ship_end(material: Material) -> Mesh:
    """Turns in a figure of eight round a pair of bitts 0.56 m apart at the far end."""
    turns = []
    for level in range(3):
        t = np.linspace(0, 2 * np.pi, 40)
        x, y = 0.44 * np.sin(t), 0.19 * np.sin(2 * t)
        turns.append(np.column_stack([y, LENGTH + 0.1 + x, RISE - 0.14 + 0.075 * level + 0.012 * np.cos(t)]))
    return joined([twisted(turn, RADIUS, material, sides=4) for turn in turns])


def _worn(parts: Assembly, line: NDArray) -> None:
    """Two strands parted 2.2 m from the bollard: their ends spring out, fuzz over 0.35 m, one strand carries all."""
    rng = np.random.default_rng(16)
    along = line[:, 1]
    parts.add(twisted(line[along < 2.02], RADIUS, ROPE, sides=4), twisted(line[along > 2.40], RADIUS, ROPE, sides=4))
    gap = line[(along > 1.9) & (along < 2.5)]
    parts.add(tube(gap, 0.0175, ROPE.shade(1.15), sides=7))
    for sign, at in ((1, 2.04), (-1, 2.38)):
        z = float(np.interp(at, along, line[:, 2]))
        for side in (-1, 1):
            curl = [
                (side * 0.016, at - sign * 0.10, z + 0.01),
                (side * 0.05, at, z + 0.03),
                (side * 0.11, at + sign * 0.09, z + 0.075),
                (side * 0.15, at + sign * 0.07, z + 0.03),
            ]
            parts.add(
                tube(smooth(curl, 5), [0.019] * 11 + [0.017, 0.015, 0.012, 0.008, 0.005], ROPE.shade(1.2), sides=6)
            )
            tip = np.array([side * 0.15, at + sign * 0.07, z + 0.03])
            for _ in range(14):
                end = tip + rng.normal(0, 0.045, 3) + (side * 0.05, sign * 0.03, -0.01)
                parts.add(
                    tube(
                        [tip + rng.normal(0, 0.006, 3), (tip + end) / 2 + rng.normal(0, 0.012, 3), end],
                        [0.0028, 0.0022, 0.001],
                        FIBRE,
                        sides=3,
                    )
                )
    for _ in range(170):
        at = rng.normal(2.2, 0.16)
        base = np.array([0, at, float(np.interp(at, along, line[:, 2]))])
        a = rng.uniform(0, 2 * np.pi)
        out = np.array([np.cos(a), rng.uniform(-0.6, 0.6), np.sin(a)]) * rng.uniform(0.03, 0.085)
        parts.add(
            tube(
                [base + out * 0.2, base + out * 0.7 + rng.normal(0, 0.008, 3), base + out],
                [0.002, 0.0016, 0.0008],
                FIBRE,
                sides=3,
            )
        )
    chafe = line[(along > 5.1) & (along < 6.0)]
    parts.add(tube(chafe, [0.041] * len(chafe), FIBRE.shade(0.9), sides=8))


def _bight(parts: Assembly) -> None:
    """A loop 0.8 m wide on the deck; one part runs to a bollard at (-1.4, 0.75), the other to the ship."""
    t = np.radians(np.linspace(-60, 285, 40))
    loop = np.column_stack([0.42 * np.cos(t), 0.40 * np.sin(t), np.full(40, RADIUS * 0.9)])
    loop[-6:, 2] += np.linspace(0, 0.055, 6)
    inward = [(-0.95, 0.66, 0.16), (-0.62, 0.42, 0.06), (-0.30, 0.0, 0.034), (-0.10, -0.33, 0.034), tuple(loop[0])]
    parts.add(
        twisted(_resampled([(-1.22, 0.74, 0.27), *inward]), RADIUS, ROPE, sides=4),
        twisted(_resampled([tuple(p) for p in loop[::3]]), RADIUS, ROPE, sides=4),
    )
    out = [
        tuple(loop[-1]),
        (0.42, -0.10, 0.085),
        (0.75, 0.35, 0.05),
        (1.0, 0.95, 0.05),
        (1.08, 1.32, 0.10),
        (1.12, 1.46, 0.22),
        (1.25, 2.3, 0.44),
    ]
    parts.add(twisted(_resampled(out), RADIUS, ROPE, sides=4))


def _parted(parts: Assembly) -> None:
    """The rope has parted: the eye with a recoiled stump across the deck, ends burst like a brush."""
    rng = np.random.default_rng(17)
    parts.add(_eye(ROPE))
    stump = [
        (0, 0.55, -0.02),
        (0.15, 0.95, -0.26),
        (0.55, 1.0, -0.36),
        (1.0, 0.55, -0.36),
        (1.15, -0.15, -0.36),
        (0.75, -0.75, -0.36),
        (0.10, -0.9, -0.36),
        (-0.40, -0.55, -0.33),
    ]
    parts.add(twisted(_resampled(stump), RADIUS, ROPE, sides=4))
    tip = np.array(stump[-1])
    for _ in range(70):
        end = tip + np.array([-0.20, 0.20, 0.02]) * rng.uniform(0.3, 1.0) + rng.normal(0, 0.045, 3)
        end[2] = max(end[2], -0.385)
        parts.add(
            tube(
                [tip + rng.normal(0, 0.014, 3), (tip + end) / 2 + rng.normal(0, 0.015, 3), end],
                [0.004, 0.003, 0.001],
                FIBRE,
                sides=3,
            )
        )


@prop("gangway")
def gangway(request: PropRequest) -> Model:
    """6 x 0.8 m along x: treads, stanchions, side ropes; ``no_net``: the -y ropes are gone and no net hangs below."""
    parts = Assembly()
    start, end = np.array([-3.0, 0, 0.10]), np.array([3.0, 0, 0.52])
    slope = float(np.degrees(np.arctan2(end[2] - start[2], 6.0)))
    frame = [box(6.0, 0.06, 0.13, ALUMINIUM, bevel=0.012, grid=1.0).placed(0, y, 0.24, r=-slope) for y in (-0.36, 0.36)]
    tread = box(0.045, 0.70, 0.022, ALUMINIUM.shade(0.8), bevel=0.005)
    frame += [tread.placed(x, 0, 0.355 + x * 0.07) for x in np.arange(-2.85, 2.9, 0.30)]
    frame += [
        box(
            5.9, 0.66, 0.012, Material((0.45, 0.46, 0.47), "checker_plate", 0.5, 0.6, 0.4), bevel=0.003, grid=0.8
        ).placed(0, 0, 0.338, r=-slope)
    ]
    roller = lathe([(0, -0.34), (0.09, -0.34), (0.09, 0.34), (0, 0.34)], RUBBER, sides=16).placed(-2.95, 0, 0.10, p=90)
    parts.add(joined([*frame, roller]))
    bare = request.state == "no_net"
    for side in (-1, 1):
        stripped = bare and side < 0
        for k, x in enumerate(np.linspace(-2.7, 2.7, 5)):
            foot = np.array([x, side * 0.38, 0.27 + x * 0.07])
            if stripped and k in (1, 3):
                parts.add(rod(foot, foot + (0, 0, 0.07), 0.022, STEEL))
                continue
            parts.add(
                rod(foot, foot + (0, 0, 1.0), 0.017, STEEL), ball(0.024, STEEL, sides=10).placed(*(foot + (0, 0, 1.0)))
            )
        for level in (0.52, 0.98):
            if stripped:
                continue
            posts = [(x, side * 0.38, 0.27 + x * 0.07 + level) for x in np.linspace(-2.7, 2.7, 5)]
            parts.add(
                *(tube(sagging(a, b, 0.035, 9), 0.010, ROPE, sides=6) for a, b in zip(posts, posts[1:], strict=False))
            )
    if bare:
        parts.add(
            tube(
                smooth(
                    [
                        (-2.7, -0.38, 1.02),
                        (-2.68, -0.42, 0.6),
                        (-2.6, -0.46, 0.2),
                        (-2.3, -0.55, 0.03),
                        (-1.9, -0.5, 0.02),
                    ],
                    5,
                ),
                0.010,
                ROPE,
                sides=6,
            )
        )
    else:
        _net(parts)
    return parts.model()


def _net(parts: Assembly) -> None:
    """The safety net slung from both sides under the gangway."""
    u, v = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(-2.9, 2.9, 21))
    y = u * 1.25
    z = 0.27 + v * 0.07 - 0.75 * (1 - u**2) ** 0.8 + 0.55 * np.abs(u) ** 3 + 0.03 * np.sin(v * 5 + u * 3)
    parts.add(cloth(np.stack([v, y, z], -1)[:, ::-1], NET), to="veil")
    for side in (-1, 1):
        edge = [(v, side * 1.25, 0.82 + v * 0.07) for v in np.linspace(-2.9, 2.9, 7)]
        parts.add(
            tube(edge, 0.010, ROPE, sides=6),
            *(
                tube([(v, side * 1.25, 0.82 + v * 0.07), (v, side * 0.39, 1.22 + v * 0.07)], 0.006, ROPE, sides=5)
                for v in (-2.7, -1.35, 0.0, 1.35, 2.7)
            ),
        )
    parts.add(joined([rod((-2.9, s * 0.36, 0.06), (-2.9, s * 0.36, 0.2), 0.01, CAST_IRON) for s in (-1, 1)]))
