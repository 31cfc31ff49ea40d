"""Layers of the ground and of what grows: gravel, mud, soil, grass, asphalt, bark, leaves."""

from __future__ import annotations

import numpy as np

from assets.textures.noise import Field, cells, fractal, ramp, step
from assets.textures.packing import DrawLayer, Layer, packed


def _stones(across: int, seed: int, *, stretch: float = 1.0) -> tuple[Field, Field]:
    """Rounded stones: their height 0..1 (0 in the gaps), and a random number for each."""
    field = cells(across, seed, stretch=stretch, jitter=0.92)
    rough = fractal(0.9, seed + 50, low=6) - 0.5
    body = np.clip(1.02 - field.nearest * 1.12 + 0.22 * rough, 0, 1) ** 0.55
    return body * step(0.02, 0.26, field.edge), field.per_cell(seed + 1)


_STONE_TINTS = ((0.48, 0.44, 0.39), (0.62, 0.585, 0.53), (0.72, 0.695, 0.65), (0.55, 0.49, 0.43), (0.66, 0.64, 0.62))


def gravel() -> Layer:
    """Crushed stone of three sizes with fines between, so that no grid shows."""
    height = np.zeros_like(fractal(1, 1))
    tint = np.full_like(height, 0.2)
    for across, seed, sparse, lift in ((58, 11, 0.0, 0.42), (30, 12, 0.42, 0.7), (15, 13, 0.74, 1.0)):
        body, number = _stones(across, seed, stretch=1.25)
        body = body * lift * (number > sparse)
        above = body > height + 0.02
        tint = np.where(above, (number - sparse) / (1 - sparse), tint)
        height = np.maximum(height, body)
    fines = fractal(0.7, 14)
    sand = np.clip(0.16 + 0.35 * (fines - 0.5) + 0.25 * (fractal(1.4, 15) - 0.35), 0, 1)
    covered = step(-0.04, 0.05, height - sand)
    grain = fractal(0.2, 16, low=20)[..., None]
    stone = ramp(tint, *_STONE_TINTS) * (0.60 + 0.45 * height[..., None] ** 0.6)
    dust = ramp(fines, (0.42, 0.37, 0.31), (0.60, 0.54, 0.46))
    rgb = (dust * (1 - covered[..., None]) + stone * covered[..., None]) * (0.90 + 0.22 * grain)
    return packed(rgb, np.maximum(height, sand))


def mud() -> Layer:
    """Wet trodden clay: ridges, clods and a few pebbles."""
    blotch = fractal(1.2, 1)
    ridge = 1 - np.abs(fractal(1.3, 21) * 2 - 1)
    clod = fractal(0.9, 24, low=6)
    stones, number = _stones(26, 22)
    pebble = stones * (number > 0.86)
    grain = fractal(0.2, 4, low=20)[..., None]
    rgb = ramp(0.2 + 0.5 * blotch + 0.25 * (ridge - 0.5) + 0.3 * (clod - 0.5),
               (0.30, 0.22, 0.15), (0.45, 0.345, 0.25), (0.57, 0.455, 0.34))  # fmt: skip
    rgb = rgb * (0.86 + 0.28 * grain) * (1 + 0.35 * pebble[..., None])
    height = 0.22 + 0.4 * fractal(1.0, 23) + 0.25 * (ridge - 0.5) + 0.2 * (clod - 0.5) + 0.3 * pebble
    return packed(rgb, height)


def soil() -> Layer:
    """Dug earth: crumbs and clods in a loose mass."""
    crumbs = np.zeros((512, 512))
    for across, seed, sparse, lift in ((64, 25, 0.2, 0.30), (34, 26, 0.55, 0.55), (16, 27, 0.82, 0.85)):
        body, number = _stones(across, seed)
        crumbs = np.maximum(crumbs, body * lift * (number > sparse) * (0.5 + 0.5 * number))
    loose = fractal(0.8, 28)
    height = np.clip(0.1 + 0.55 * loose + 0.7 * crumbs - 0.2 * step(0.5, 0.3, fractal(1.1, 30)), 0, 1)
    rgb = ramp(height, (0.30, 0.22, 0.15), (0.49, 0.375, 0.27), (0.64, 0.52, 0.39))
    return packed(rgb * (0.88 + 0.24 * fractal(0.2, 29, low=20)[..., None]), height)


def asphalt() -> Layer:
    """Worn asphalt: fine aggregate, some polished bright."""
    field = cells(110, 71)
    number = field.per_cell(72)
    stone = step(0.75, 0.35, field.nearest) * step(0.0, 0.25, field.edge)
    worn = fractal(1.2, 73)
    value = 0.50 + 0.13 * (worn - 0.5) + stone * (0.06 + 0.30 * (number > 0.8) * worn)
    rgb = value[..., None] * np.array([1.0, 0.995, 0.985]) * (0.92 + 0.16 * fractal(0.2, 74, low=30)[..., None])
    return packed(rgb, 0.3 + 0.5 * stone + 0.2 * (worn - 0.5))


def grass() -> Layer:
    """A mown slope from above: blades in tufts over earth."""
    blades = np.maximum(fractal(0.55, 81, stretch=(1, 0.16), low=4), fractal(0.55, 82, stretch=(0.16, 1), low=4))
    tuft = fractal(1.2, 83)
    t = 0.25 + 0.55 * (blades - 0.45) + 0.55 * (tuft - 0.4)
    rgb = ramp(t, (0.40, 0.36, 0.26), (0.48, 0.53, 0.28), (0.66, 0.71, 0.37), (0.80, 0.78, 0.50))
    return packed(rgb * (0.72 + 0.5 * blades[..., None]), 0.1 + 0.9 * blades * (0.5 + tuft * 0.5))


def bark() -> Layer:
    """Bark, furrowed along v."""
    furrow = fractal(1.0, 85, stretch=(1, 6), low=3)
    rgb = ramp(furrow, (0.28, 0.23, 0.18), (0.55, 0.47, 0.39), (0.72, 0.65, 0.56))
    return packed(rgb * (0.85 + 0.3 * fractal(0.3, 86, low=16)[..., None]), furrow)


def leaves() -> Layer:
    """Foliage from some distance: overlapping leaves with dark gaps."""
    height = np.zeros((512, 512))
    tint = np.zeros_like(height)
    for across, seed, lift in ((22, 87, 0.55), (27, 88, 0.8), (19, 89, 1.0)):
        field = cells(across, seed, stretch=1.6)
        number = field.per_cell(seed + 3)
        leaf = step(0.62, 0.25, field.nearest) * (number > 0.25) * lift
        above = leaf > height
        tint = np.where(above, number, tint)
        height = np.maximum(height, leaf)
    rgb = ramp(tint, (0.50, 0.58, 0.38), (0.70, 0.75, 0.47), (0.86, 0.86, 0.58)) * (0.30 + 0.75 * height[..., None])
    return packed(rgb, height)


LAYERS: dict[str, DrawLayer] = {
    "gravel": gravel,
    "mud": mud,
    "soil": soil,
    "asphalt": asphalt,
    "grass": grass,
    "bark": bark,
    "leaves": leaves,
}
