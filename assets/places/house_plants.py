"""Plants in pots: on window sills, cabinets and in courtyards."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, cloth, lathe
from assets.modelling.materials import SOIL, Material, painted

CLAY_POT = painted(0.45, 0.20, 0.12, 0.7, 0.05)
GLAZED_POT = painted(0.10, 0.22, 0.34, 0.18, 0.02)
STRAP_LEAF = Material((0.15, 0.30, 0.075), "leaves", 0.6, 0.0, 0.05, scale=2.0)
BROAD_LEAF = Material((0.07, 0.20, 0.06), "leaves", 0.45, 0.0, 0.05, scale=2.0)


def pot(radius: float, h: float, material: Material = CLAY_POT) -> Mesh:
    """A plant pot with its rim and saucer, soil a little below the rim."""
    shape = [
        (0, 0.012),
        (radius * 0.70, 0.012),
        (radius * 0.96, h * 0.80),
        (radius * 1.06, h * 0.80),
        (radius * 1.06, h),
        (radius * 0.94, h),
        (radius * 0.92, h * 0.88),
        (0, h * 0.88),
    ]
    saucer = [
        (0, 0),
        (radius * 0.95, 0),
        (radius * 1.1, 0.02),
        (radius * 1.04, 0.02),
        (radius * 0.9, 0.012),
        (0, 0.012),
    ]
    body = lathe(shape[:-1], material, sides=18)
    earth = lathe([(radius * 0.93, h * 0.885), (0, h * 0.90)], SOIL, sides=12)
    return joined([body, lathe(saucer, material, sides=18), earth])


def _leaf(length: float, width: float, rise: float, droop: float, material: Material) -> Mesh:
    """One leaf from the origin along +y: rising, then bending down; folded a little along its middle."""
    t = np.linspace(0, 1, 6)
    y = length * t * (1 - 0.25 * droop * t)
    z = length * (rise * t - droop * t * t)
    half = width * np.sin(np.pi * np.clip(t * 0.92 + 0.06, 0, 1)) ** 0.8
    rows = [np.column_stack([side * half, y, z + abs(side) * half * 0.35]) for side in (-1, 0, 1)]
    return cloth(np.stack(rows, axis=1)[::-1], material, split=80, two_sided=True)


def rosette(size: float, count: int, seed: int, material: Material = STRAP_LEAF, width: float = 0.045) -> Mesh:
    """Strap leaves arching out of one point, ``size`` metres long."""
    rng = np.random.default_rng(seed)
    leaves = []
    for k in range(count):
        inner = k / count
        leaf = _leaf(
            size * rng.uniform(0.75, 1.1),
            size * width * rng.uniform(0.8, 1.2),
            0.5 + 1.0 * inner,
            rng.uniform(0.55, 0.95),
            material.shade(rng.uniform(0.8, 1.2)),
        )
        leaves.append(leaf.placed(h=k * 137.5 + rng.uniform(-12, 12)))
    return joined(leaves)


def _bush(size: float, seed: int) -> Mesh:
    """Broad leaves on short stems all round, ``size`` metres high."""
    rng = np.random.default_rng(seed)
    leaves = []
    for k in range(22):
        z = size * rng.uniform(0.05, 0.75)
        leaf = _leaf(
            size * rng.uniform(0.28, 0.42),
            size * 0.10,
            rng.uniform(0.3, 1.0),
            rng.uniform(0.3, 0.8),
            BROAD_LEAF.shade(rng.uniform(0.75, 1.3)),
        )
        leaves.append(leaf.placed(0, 0, z, h=k * 137.5 + rng.uniform(-20, 20)))
    return joined(leaves)


def house_plant(size: float, seed: int, *, pot_material: Material = CLAY_POT) -> Assembly:
    """A potted plant about ``size`` metres high with its pot: strap leaves for odd seeds, broad ones for even."""
    plant = Assembly()
    h = size * 0.36
    plant.add(pot(size * 0.26, h, pot_material))
    if seed % 2:
        plant.add(rosette(size * 0.62, 16, seed).placed(0, 0, h * 0.88))
    else:
        plant.add(_bush(size * 0.66, seed).placed(0, 0, h * 0.88))
    return plant
