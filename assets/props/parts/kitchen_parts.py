"""What kitchens hold: steel benches, woks, pots, crockery, ladles."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Material, box, lathe, plastic, rod, torus, tube
from assets.modelling.materials import DARK_STEEL
from assets.props.parts.pipework import SATIN, STAINLESS

KITCHEN_STEEL = STAINLESS.but(bump=0.05, colour=(0.57, 0.58, 0.60))
IRON = Material((0.055, 0.055, 0.058), "galvanised", 0.36, 0.55, 0.1)
PORCELAIN = plastic(0.84, 0.84, 0.82, 0.12)
HANDLE = Material((0.30, 0.17, 0.08), "wood", 0.7, 0.0, 0.05)


@cache
def steel_bench(w: float, d: float, h: float) -> Mesh:
    """A stainless bench with a lower shelf, standing on z = 0."""
    top = box(w, d, 0.04, KITCHEN_STEEL, bevel=0.008, grid=0.5).placed(0, 0, h - 0.04)
    apron = [
        box(w - 0.06, 0.012, 0.06, KITCHEN_STEEL, bevel=0.003, grid=0.6).placed(0, s * (d / 2 - 0.02), h - 0.10)
        for s in (-1, 1)
    ]
    legs = [
        rod((x, y, 0.03), (x, y, h - 0.04), 0.019, KITCHEN_STEEL, sides=8, grid=0.5)
        for x in (-w / 2 + 0.05, w / 2 - 0.05)
        for y in (-d / 2 + 0.05, d / 2 - 0.05)
    ]
    feet = [
        lathe(
            [(0, 0), (0.024, 0), (0.024, 0.012), (0.012, 0.02), (0.012, 0.05), (0, 0.05)], DARK_STEEL, sides=10
        ).placed(x, y)
        for x in (-w / 2 + 0.05, w / 2 - 0.05)
        for y in (-d / 2 + 0.05, d / 2 - 0.05)
    ]
    shelf = box(w - 0.06, d - 0.06, 0.022, SATIN.but(bump=0.05), bevel=0.005, grid=0.6).placed(0, 0, 0.22)
    return joined([top, *apron, *legs, *feet, shelf])


@cache
def wok(radius: float = 0.24, *, handle: bool = True) -> Mesh:
    """An iron wok standing on its round bottom on z = 0."""
    angle = np.linspace(0, 1, 8)
    outer = [(radius * np.sin(a * 1.22), radius * 0.92 * (1 - np.cos(a * 1.22))) for a in angle]
    inner = [(r * 0.975, z + 0.006) for r, z in reversed(outer[1:])]
    bowl = lathe([*outer, *inner, (0, 0.006)], IRON, sides=26, split=60)
    top = outer[-1][1]
    ears = [
        tube(
            [(s * radius * 0.93, -0.05, top), (s * radius * 1.12, 0, top + 0.02), (s * radius * 0.93, 0.05, top)],
            0.008,
            IRON,
            sides=6,
        )
        for s in (-1, 1)
    ]
    grip = (
        [rod((0, radius * 0.92, top - 0.01), (0, radius * 1.5, top + 0.05), 0.016, HANDLE, sides=8)] if handle else []
    )
    return joined([bowl, *ears, *grip])


@cache
def wok_lid(radius: float = 0.25) -> Mesh:
    """A domed aluminium lid, its rim on z = 0."""
    dome = [
        (radius, 0),
        (radius * 1.01, 0.006),
        (radius * 0.82, 0.045),
        (radius * 0.5, 0.075),
        (radius * 0.15, 0.088),
        (0, 0.09),
    ]
    under = [(0, 0.084), (radius * 0.5, 0.069), (radius * 0.82, 0.039), (radius, 0)]
    knob = lathe(
        [(0, 0.088), (0.012, 0.088), (0.012, 0.105), (0.028, 0.112), (0.028, 0.13), (0, 0.135)], HANDLE, sides=12
    )
    return joined(
        [
            lathe([*under[::-1], (0, 0.084)], SATIN, sides=26, split=60),
            lathe([*dome], STAINLESS.but(roughness=0.3), sides=26, split=60),
            knob,
        ]
    )


@cache
def pot(radius: float, h: float) -> Mesh:
    """A stock pot with two ears and its lid."""
    body = lathe(
        [
            (0, 0),
            (radius, 0),
            (radius, h),
            (radius * 1.04, h),
            (radius * 1.04, h + 0.008),
            (radius * 0.6, h + 0.02),
            (0, h + 0.024),
        ],
        KITCHEN_STEEL,
        sides=20,
        split=45,
    )
    ears = [
        torus(0.03, 0.006, STAINLESS, sides=10, section=5).placed(r=90).placed(s * (radius + 0.012), 0, h * 0.75)
        for s in (-1, 1)
    ]
    return joined(
        [body, *ears, lathe([(0, h + 0.02), (0.02, h + 0.02), (0.024, h + 0.045), (0, h + 0.05)], DARK_STEEL, sides=10)]
    )


@cache
def crockery(count: int) -> Mesh:
    """A stack of ``count`` plates on z = 0."""
    outline: list[tuple[float, float]] = [(0, 0), (0.06, 0)]
    for k in range(count):
        z = 0.012 * k
        outline += [(0.075, z + 0.002), (0.115, z + 0.016), (0.117, z + 0.019), (0.098, z + 0.013)]
    z = 0.012 * count
    return lathe([*outline, (0.08, z + 0.006), (0.06, z - 0.002), (0, z - 0.002)], PORCELAIN, sides=20, split=30)


def ladles(count: int) -> Mesh:
    """Ladles, skimmers and turners hanging side by side from a rail along x through the origin."""
    found = []
    for k in range(count):
        x = (k - (count - 1) / 2) * 0.2
        hook = tube([(x, 0, 0.012), (x, 0.02, 0.0), (x, 0.02, -0.06)], 0.004, STAINLESS, sides=5)
        stem = rod((x, 0.02, -0.05), (x, 0.02, -0.38), 0.006, STAINLESS, sides=6)
        grip = rod((x, 0.02, -0.05), (x, 0.02, -0.16), 0.012, HANDLE, sides=8)
        if k % 3 == 2:
            head = box(0.10, 0.004, 0.12, STAINLESS, bevel=0.001).placed(x, 0.02, -0.49)
        else:
            bowl = [(0, 0), (0.03, 0.004), (0.055, 0.025), (0.06, 0.05), (0.057, 0.05), (0.05, 0.028), (0, 0.006)]
            head = lathe(bowl, STAINLESS, sides=14, split=60).placed(p=-90).placed(x, 0.0, -0.42)
        found += [hook, stem, grip, head]
    return joined(found)
