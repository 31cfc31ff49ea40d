"""Ragged patches on floors and walls: the shape of puddles, stains, heaps of dust."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh
from assets.modelling import Material, cloth


def blot(
    a: float, b: float, ragged: float, thickness: float, material: Material, seed: int = 3, around: int = 72
) -> Mesh:
    """A flat ragged patch of half axes ``a`` and ``b`` that rises to ``thickness`` from its edge."""
    rng = np.random.default_rng(seed)
    rings = 7 if around > 40 else 4
    angle = np.arange(around + 1) / around * 2 * np.pi
    waves = sum(rng.uniform(-1, 1) / k * np.sin(k * angle + rng.uniform(0, 6.3)) for k in range(2, 10))
    edge = np.clip(1 - ragged * 0.5 + ragged * waves * 0.6, 0.5, 1)
    share = np.linspace(1, 0, rings)[:, None]
    x, y = a * share * edge * np.cos(angle), b * share * edge * np.sin(angle)
    z = np.broadcast_to(thickness * np.minimum(1, (1 - share) * 6), x.shape)
    return cloth(np.stack([x, y, z], axis=-1), material, split=80)


def wall_blot(w: float, h: float, material: Material, seed: int, bulge: float = 0.02) -> Mesh:
    """A ragged patch on a wall, ``w`` x ``h``, in the plane y = 0, seen from +y."""
    return blot(w / 2, h / 2, 0.4, bulge, material, seed).placed(p=-90)


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
