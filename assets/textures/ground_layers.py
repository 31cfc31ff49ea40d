"""Layers of the ground and of what grows: gravel, mud, soil, sand, rock, coal, grass, asphalt, bark, leaves."""

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


def _crushed(across: int, seed: int) -> tuple[Field, Field]:
    """Broken stones, each of its own size within its cell: their height 0..1, and a random number for each."""
    field = cells(across, seed, stretch=1.0 + 0.35 * (seed % 3), jitter=1.0)
    size = 0.45 + 0.65 * field.per_cell(seed + 7) ** 0.8
    rough = fractal(0.9, seed + 50, low=8) - 0.5
    body = np.clip(1.02 - field.nearest * 1.12 / size + 0.34 * rough, 0, 1) ** 0.5
    return body * size * step(0.0, 0.16, field.edge), field.per_cell(seed + 1)


def gravel() -> Layer:
    """Crushed stone from grit to fist size, lying over each other in fines, so that no grid shows."""
    height = np.zeros_like(fractal(1, 1))
    tint = np.full_like(height, 0.2)
    sizes = (
        (74, 11, 0.10, 0.40),
        (46, 16, 0.38, 0.56),
        (31, 12, 0.55, 0.74),
        (21, 17, 0.70, 0.90),
        (14, 13, 0.80, 1.0),
    )
    for across, seed, sparse, lift in sizes:
        body, number = _crushed(across, seed)
        body = body * lift * (number > sparse)
        above = body > height + 0.02
        tint = np.where(above, (number - sparse) / (1 - sparse), tint)
        height = np.maximum(height, body)
    fines = fractal(0.7, 14, low=3)
    sand = np.clip(0.16 + 0.35 * (fines - 0.5) + 0.25 * (fractal(1.2, 15, low=4) - 0.35), 0, 1)
    covered = step(-0.04, 0.05, height - sand)
    grain = fractal(0.2, 16, low=20)[..., None]
    stone = ramp(0.12 + 0.76 * tint, *_STONE_TINTS) * (0.60 + 0.43 * height[..., None] ** 0.6)
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
    tuft, dry = fractal(0.9, 83, low=7), fractal(0.8, 84, low=10)
    t = 0.27 + 0.62 * (blades - 0.45) + 0.42 * (tuft - 0.4) + 0.10 * (dry - 0.5)
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


def sand() -> Layer:
    """Heaped sand: fine grain, soft ripples, some coarse bits, damp patches."""
    ripple = fractal(1.5, 101, stretch=(1.8, 1), low=4, high=26) - 0.5
    grain = fractal(0.1, 102, low=50) - 0.5
    bits, number = _stones(60, 103)
    coarse = bits * (number > 0.93)
    damp = step(0.5, 0.8, fractal(1.1, 104, low=3))
    t = 0.5 + 0.55 * ripple + 0.42 * grain
    rgb = ramp(t, (0.54, 0.465, 0.365), (0.655, 0.58, 0.475), (0.74, 0.675, 0.575))
    rgb = rgb * (1 - 0.05 * damp - 0.10 * coarse * (number > 0.965) + 0.08 * coarse)[..., None]
    return packed(rgb, 0.45 + 0.42 * ripple + 0.22 * grain + 0.25 * coarse)


def rock() -> Layer:
    """Blasted rock in beds: warped strata along u, broken faces at different depths, open joints."""
    y = np.mgrid[0:512, 0:512][0] / 512
    warp = fractal(1.9, 111, stretch=(1.5, 1), high=7) - 0.5
    bed = y * 7 + 1.6 * warp
    beds = np.random.default_rng(112).random(7)[np.floor(bed).astype(int) % 7]
    line = np.exp(-((((bed + 0.5) % 1 - 0.5) / 0.055) ** 2)) * step(0.38, 0.58, fractal(1.1, 113, stretch=(3, 1)))
    broken = cells(9, 174, stretch=1.9)
    depth = broken.per_cell(115)
    joint = step(0.050, 0.010, broken.edge + 0.06 * (fractal(0.9, 116, low=6) - 0.5)) * step(
        0.35, 0.6, fractal(1.2, 117)
    )
    chips = cells(34, 118, stretch=1.4).per_cell(119) - 0.5
    grain = fractal(0.5, 120, low=12) - 0.5
    height = 0.30 + 0.34 * depth + 0.08 * beds + 0.14 * chips + 0.24 * grain - 0.30 * joint - 0.22 * line
    t = 0.27 + 0.14 * beds + 0.30 * depth + 0.22 * chips + 0.35 * grain
    rgb = ramp(t, (0.44, 0.42, 0.40), (0.59, 0.57, 0.545), (0.72, 0.705, 0.68))
    iron = step(0.60, 0.90, fractal(0.9, 121, stretch=(1, 1.6), low=4))[..., None]
    rgb = rgb * (1 - iron * np.array([0.0, 0.06, 0.15])) * (1 - 0.42 * joint - 0.26 * line)[..., None]
    return packed(rgb, height)


def coal() -> Layer:
    """Lump coal: dull breaks, bright bands and facets that glint, fines between the lumps."""
    lumps, number = np.zeros((512, 512)), np.zeros((512, 512))
    for across, seed, sparse, lift in ((44, 131, 0.0, 0.45), (22, 134, 0.35, 0.8), (11, 137, 0.70, 1.0)):
        body, each = _stones(across, seed, stretch=1.15)
        body = body * lift * (each > sparse)
        above = body > lumps + 0.02
        number = np.where(above, (each * 7.3) % 1, number)
        lumps = np.maximum(lumps, body)
    facets = cells(64, 140)
    facet = facets.per_cell(141)
    band = step(0.50, 0.62, fractal(0.7, 142, stretch=(5, 1), low=6))
    glint = (facet > 0.935) * step(0.30, 0.62, lumps) * step(0.0, 0.2, facets.edge)
    value = 0.26 + 0.14 * lumps + 0.10 * (number - 0.5) + 0.12 * (facet - 0.5) + 0.07 * band * lumps + 0.38 * glint
    return packed(
        value[..., None] * np.array([0.985, 0.99, 1.01]), np.clip(0.08 + 0.72 * lumps + 0.2 * facet * lumps, 0, 1)
    )


LAYERS: dict[str, DrawLayer] = {
    "gravel": gravel,
    "mud": mud,
    "soil": soil,
    "sand": sand,
    "rock": rock,
    "coal": coal,
    "asphalt": asphalt,
    "grass": grass,
    "bark": bark,
    "leaves": leaves,
}
