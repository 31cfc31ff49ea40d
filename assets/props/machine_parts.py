"""Parts that machines and halls share: motors, pulleys, buttons, railings, mesh guards, signal lamps, dust."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import (
    Assembly,
    Material,
    bolt,
    box,
    cloth,
    lathe,
    painted,
    plastic,
    ring,
    rod,
    rounded_box,
    tube,
    wire_panel,
)
from assets.modelling.materials import (
    BLACK_PLASTIC,
    CAST_IRON,
    RED_PAINT,
    SAFETY_YELLOW,
    STEEL,
    WIRE_MESH,
)

MACHINE_GREEN = painted(0.11, 0.25, 0.20, 0.40, 0.2)
"""The green of Chinese machine tools."""
MACHINE_CREAM = painted(0.66, 0.64, 0.54, 0.42, 0.2)
MACHINE_BLUE = painted(0.05, 0.17, 0.36, 0.40, 0.2)
MACHINE_GREY = painted(0.42, 0.45, 0.46, 0.42, 0.2)
CABINET_GREY = painted(0.62, 0.63, 0.60, 0.45, 0.15)
BRIGHT_STEEL = Material((0.80, 0.81, 0.82), "galvanised", 0.22, 0.9, 0.15)
GREASY_STEEL = Material((0.30, 0.29, 0.27), "galvanised", 0.30, 0.7, 0.3)
BELT_RUBBER = Material((0.055, 0.053, 0.052), "rubber", 0.80, 0.0, 0.4, scale=1.5)
LIT_GREEN = plastic(0.10, 0.95, 0.25)
LIT_RED = plastic(1.0, 0.10, 0.05)
LIT_AMBER = plastic(1.0, 0.55, 0.06)
LIT_BLUE = plastic(0.15, 0.45, 1.0)
UNLIT = plastic(0.10, 0.10, 0.095)


@cache
def motor(length: float, radius: float, material: Material = MACHINE_GREY) -> Mesh:
    """A finned electric motor along x, its shaft to +x, standing on z = 0 on its feet; fan cowl at -x."""
    z = radius * 1.12
    half = length / 2
    body = lathe(
        [(0, -half * 0.62), (radius * 0.90, -half * 0.62), (radius * 0.90, half * 0.72), (0, half * 0.72)],
        material,
        sides=20,
    )
    fin = box(radius * 0.13, length * 0.62, radius * 0.16, material, bevel=0.002, grid=9)
    fins = ring(fin.placed(0, 0, radius * 0.86).placed(p=90).placed(0, 0, length * 0.02), 18)
    shield = [
        (0, half * 0.70),
        (radius, half * 0.70),
        (radius, half * 0.82),
        (radius * 0.7, half * 0.92),
        (radius * 0.3, half),
        (0, half),
    ]
    cowl = [
        (0, -half),
        (radius * 0.72, -half),
        (radius * 1.0, -half * 0.90),
        (radius * 1.0, -half * 0.58),
        (0, -half * 0.58),
    ]
    shaft = lathe([(0, half), (radius * 0.17, half), (radius * 0.17, half * 1.35), (0, half * 1.35)], STEEL, sides=12)
    turned = joined([body, fins, lathe(shield, material, sides=20), lathe(cowl, material.shade(0.9), sides=20), shaft])
    feet = [
        box(length * 0.16, radius * 1.9, radius * 0.16, material, bevel=0.006).placed(x) for x in (-half / 2, half / 2)
    ]
    cheeks = [
        box(length * 0.10, radius * 1.2, radius * 0.7, material, bevel=0.006).placed(x, 0, 0.0)
        for x in (-half / 2, half / 2)
    ]
    terminal = rounded_box(length * 0.26, radius * 0.8, radius * 0.45, material.shade(0.92), radius=0.012, segments=8)
    return joined(
        [turned.placed(r=90).placed(0, 0, z), *feet, *cheeks, terminal.placed(length * 0.05, 0, z + radius * 0.86)]
    )


@cache
def pulley(radius: float, width: float, material: Material = CAST_IRON, *, grooves: int = 3, spokes: int = 0) -> Mesh:
    """A V-belt pulley about the x axis, centred on the origin; open between ``spokes`` when there are any."""
    half = width / 2
    outline: list[tuple[float, float]] = [(radius * 0.80, -half), (radius, -half)]
    for k in range(grooves):
        z = -half + width * (k + 0.5) / grooves
        cut = width / grooves * 0.36
        outline += [(radius, z - cut), (radius * 0.90, z), (radius, z + cut)]
    outline += [(radius, half), (radius * 0.80, half), (radius * 0.80, -half)]
    parts = [lathe(outline, material, sides=28, split=30)]
    parts.append(
        lathe(
            [(0, -half * 1.1), (radius * 0.24, -half * 1.1), (radius * 0.24, half * 1.1), (0, half * 1.1)],
            material,
            sides=16,
        )
    )
    if spokes:
        spoke = tube(
            [(radius * 0.2, 0, 0), (radius * 0.84, 0, 0)],
            [width * 0.42, width * 0.30],
            material,
            sides=6,
            squash=(1.0, 0.55),
        )
        parts.append(ring(spoke, spokes))
    else:
        parts.append(
            lathe(
                [(0, -half * 0.4), (radius * 0.82, -half * 0.4), (radius * 0.82, half * 0.4), (0, half * 0.4)],
                material,
                sides=24,
            )
        )
    return joined(parts).placed(r=90)


def belt_loop(
    first: tuple[float, float],
    first_radius: float,
    second: tuple[float, float],
    second_radius: float,
    width: float,
    material: Material = BELT_RUBBER,
    thickness: float = 0.012,
) -> Mesh:
    """A belt round two pulleys whose middles are given in y, z; in the plane x = 0, ``width`` wide."""
    a, b = np.asarray(first, float), np.asarray(second, float)
    way = float(np.arctan2(b[1] - a[1], b[0] - a[0]))
    lean = float(np.arcsin(np.clip((first_radius - second_radius) / np.hypot(*(b - a)), -1, 1)))
    left = way + np.pi / 2 - lean
    right = way - np.pi / 2 + lean
    near = [a + first_radius * np.array([np.cos(t), np.sin(t)]) for t in np.linspace(left, right + 2 * np.pi, 12)]
    far = [b + second_radius * np.array([np.cos(t), np.sin(t)]) for t in np.linspace(right, left, 12)]
    line = [*near, *far, near[0]]
    points = [(0.0, float(p[0]), float(p[1])) for p in line]
    square = [
        (-width / 2, -thickness / 2),
        (width / 2, -thickness / 2),
        (width / 2, thickness / 2),
        (-width / 2, thickness / 2),
    ]
    return tube(points, 1.0, material, outline=square, caps=False, split=40)


def push_button(
    parts: Assembly, x: float, y: float, z: float, colour: Material, *, radius: float = 0.014, lit: bool = False
) -> None:
    """A button in its steel ring on a face that looks to +y."""
    collar = lathe(
        [(0, 0), (radius * 1.25, 0), (radius * 1.25, 0.006), (radius * 1.05, 0.009), (0, 0.009)], STEEL, sides=14
    )
    cap = lathe([(0, 0), (radius, 0), (radius, 0.016), (radius * 0.8, 0.02), (0, 0.02)], colour, sides=14)
    parts.add(collar.placed(p=-90).placed(x, y, z))
    parts.add(cap.placed(p=-90).placed(x, y, z), to="glow" if lit else "opaque")


def mushroom(parts: Assembly, x: float, y: float, z: float, *, radius: float = 0.030) -> None:
    """A red emergency stop button on its yellow disc, on a face that looks to +y."""
    disc = lathe([(0, 0), (radius * 1.5, 0), (radius * 1.5, 0.004), (0, 0.004)], SAFETY_YELLOW, sides=22)
    neck = lathe([(0, 0), (radius * 0.6, 0), (radius * 0.6, 0.02), (0, 0.02)], BLACK_PLASTIC, sides=12)
    head = [
        (0, 0.016),
        (radius * 0.9, 0.016),
        (radius, 0.024),
        (radius * 0.96, 0.036),
        (radius * 0.6, 0.044),
        (0, 0.046),
    ]
    for piece in (disc, neck, lathe(head, RED_PAINT, sides=20, split=50)):
        parts.add(piece.placed(p=-90).placed(x, y, z))


def bolted_ring(radius: float, count: int, size: float, material: Material = STEEL) -> Mesh:
    """Bolt heads in a ring about z, standing on z = 0."""
    return ring(bolt(size, size * 0.8, material).placed(x=radius), count)


def railing(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    *,
    high: float = 1.1,
    material: Material = SAFETY_YELLOW,
    toe: bool = True,
    every: float = 1.5,
) -> Mesh:
    """A tube railing between two points of the floor: posts, top and middle rail, toe board."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    up = np.array([0, 0, high])
    count = max(2, int(np.ceil(np.linalg.norm(b - a) / every)) + 1)
    meshes = [
        rod(a + (b - a) * t, a + (b - a) * t + up, 0.021, material, sides=8, grid=0.6) for t in np.linspace(0, 1, count)
    ]
    meshes.append(rod(a + up, b + up, 0.024, material, sides=8, grid=0.8, wear=0.6))
    meshes.append(rod(a + up * 0.52, b + up * 0.52, 0.017, material, sides=6, grid=0.8))
    if toe:
        flat = float(np.hypot(*(b - a)[:2]))
        heading = float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0])))
        if abs(b[2] - a[2]) < 0.05:
            middle = (a + b) / 2
            meshes.append(box(flat, 0.006, 0.12, material, bevel=0.001, grid=1.5).placed(h=heading).placed(*middle))
    return joined(meshes)


def mesh_guard(w: float, h: float, material: Material = SAFETY_YELLOW) -> Assembly:
    """A guard of angle frame and welded wire, standing on z = 0, its outside to +y."""
    guard = Assembly()
    for x in (-w / 2 + 0.02, w / 2 - 0.02):
        guard.add(box(0.04, 0.03, h, material, bevel=0.004, grid=0.5, wear=0.7).placed(x))
    for z in (0.0, h - 0.04, h * 0.5):
        guard.add(box(w - 0.08, 0.028, 0.04, material, bevel=0.004, grid=0.6, wear=0.7).placed(0, 0, z))
    guard.add(wire_panel(w - 0.06, h - 0.06, WIRE_MESH).placed(0, 0.016, 0.03), to="veil")
    return guard


def beacon_dome(
    parts: Assembly, x: float, y: float, z: float, colour: Material, *, lit: bool, radius: float = 0.05
) -> None:
    """A round signal lamp standing at x, y, z: black foot, coloured dome."""
    foot = [(0, 0), (radius * 1.15, 0), (radius * 1.15, radius * 0.45), (radius, radius * 0.6), (0, radius * 0.6)]
    dome = [
        (0, radius * 0.6),
        (radius * 0.92, radius * 0.6),
        (radius * 0.92, radius * 1.6),
        (radius * 0.7, radius * 2.1),
        (radius * 0.3, radius * 2.35),
        (0, radius * 2.4),
    ]
    parts.add(lathe(foot, BLACK_PLASTIC, sides=18).placed(x, y, z))
    parts.add(
        lathe(dome, colour if lit else colour.shade(0.35), sides=18, split=50).placed(x, y, z),
        to="glow" if lit else "opaque",
    )


def drift(a: float, b: float, high: float, material: Material, seed: int = 1) -> Mesh:
    """A low heap of dust with a ragged round edge: half axes ``a`` and ``b``, ``high`` metres in its middle."""
    rng = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, 29)
    edge = 1 + sum(rng.uniform(-0.35, 0.35) / k * np.sin(k * angle + rng.uniform(0, 6.3)) for k in range(2, 8))
    share = np.linspace(1, 0, 6)[:, None]
    rise = np.maximum(0.001, high * (1 - share) ** 1.3 * (1 + 0.2 * np.sin(3 * angle + seed)) - 0.002)
    rise = np.where(share == 0, high * 0.98, rise)
    return cloth(
        np.stack([a * share * edge * np.cos(angle), b * share * edge * np.sin(angle), rise], axis=-1),
        material,
        split=70,
    )
