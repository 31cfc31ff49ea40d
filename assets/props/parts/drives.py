"""What drives machines: motors, pulleys, belts."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Material, box, lathe, ring, rounded_box, tube
from assets.modelling.materials import CAST_IRON, STEEL
from assets.props.parts.machine_paints import MACHINE_GREY

BELT_RUBBER = Material((0.055, 0.053, 0.052), "rubber", 0.80, 0.0, 0.4, scale=1.5)


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
