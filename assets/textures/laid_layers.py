"""Layers of what is laid or spread on floors and walls: tiles, paving, parquet, plaster, epoxy."""

from __future__ import annotations

import numpy as np

from assets.textures.noise import Field, cells, coordinates, fractal, ramp, step
from assets.textures.packing import DrawLayer, Layer, grey, packed


def _squares(across: int) -> tuple[Field, Field, Field, Field]:
    """Squares laid edge to edge: x and y within each, 0..1, and its column and row."""
    x, y = coordinates()
    column, row = (x * across).astype(int), (y * across).astype(int)
    return x * across % 1, y * across % 1, column, row


def _inside(fx: Field, fy: Field, w: float, h: float) -> Field:
    """How many metres from the nearest edge of a rectangle of ``w`` x ``h`` metres."""
    return np.minimum(np.minimum(fx, 1 - fx) * w, np.minimum(fy, 1 - fy) * h)


def _by_number(seed: int, rows: int, columns: int, row: Field, column: Field) -> Field:
    """A random number 0..1 for each tile or plank."""
    return np.random.default_rng(seed).random((rows, columns))[row, column]


def tile() -> Layer:
    """Glazed wall tiles, five to the metre: a cushioned face, grey grout that has darkened in places."""
    fx, fy, column, row = _squares(5)
    edge = _inside(fx, fy, 0.2, 0.2)
    face = step(0.0020, 0.0042, edge)
    cushion = step(0.0, 0.014, edge)
    number = _by_number(201, 5, 5, row, column)
    grime = step(0.45, 0.75, fractal(1.3, 202))
    glaze = 0.735 + 0.022 * (number - 0.5) + 0.02 * (fractal(1.4, 203) - 0.5) - 0.05 * (1 - cushion)
    grout = 0.56 - 0.16 * grime + 0.06 * (fractal(0.4, 204, low=16) - 0.5)
    value = glaze * face + grout * (1 - face)
    tint = np.array([1.0, 1.0, 0.99]) * face[..., None] + np.array([1.0, 0.97, 0.92]) * (1 - face[..., None])
    return packed(value[..., None] * tint, 0.15 + 0.45 * face + 0.30 * cushion)


def floor_tile() -> Layer:
    """Polished stoneware, two to the metre: fine speckle, veils of tone, tight joints, walked dull."""
    fx, fy, column, row = _squares(2)
    face = step(0.0012, 0.0030, _inside(fx, fy, 0.5, 0.5))
    speck = cells(190, 211).per_cell(212)
    dots = 0.10 * (speck > 0.93) - 0.14 * (speck < 0.09)
    veil = fractal(1.5, 213, low=2) - 0.5
    number = _by_number(214, 2, 2, row, column)
    dull = step(0.45, 0.72, fractal(1.2, 215))
    value = 0.70 + dots + 0.07 * veil + 0.018 * (number - 0.5) - 0.025 * dull
    joint = 0.47 - 0.08 * fractal(1.0, 216)
    value = value * face + joint * (1 - face)
    return packed(value[..., None] * np.array([1.0, 0.992, 0.975]), 0.30 + 0.5 * face - 0.04 * dull)


def paving() -> Layer:
    """Concrete paving blocks of 20 by 10 cm in running bond, with sand and some moss in the joints."""
    x, y = coordinates()
    rows, columns = 10, 5
    row = (y * rows).astype(int)
    along = (x * columns + 0.5 * (row % 2)) % columns
    column = along.astype(int)
    wobble = 0.0016 * (fractal(0.9, 221, low=8) - 0.5)
    edge = _inside(along % 1, y * rows % 1, 0.2, 0.1) + wobble
    face, chamfer = step(0.0022, 0.0050, edge), step(0.003, 0.010, edge)
    number = _by_number(222, rows, columns, row, column)
    sunk = _by_number(223, rows, columns, row, column)
    grain = fractal(0.25, 224, low=16) - 0.5
    pores = step(0.24, 0.10, cells(70, 225).nearest) * (fractal(0.6, 226, low=8) > 0.54)
    worn = fractal(1.2, 227) - 0.5
    value = 0.66 + 0.13 * (number - 0.5) + 0.20 * grain + 0.14 * worn - 0.16 * pores - 0.09 * (1 - chamfer)
    block = value[..., None] * (1 + (sunk[..., None] - 0.5) * np.array([0.05, 0.0, -0.05]))
    sand = np.array([0.50, 0.46, 0.39]) * (0.8 + 0.4 * fractal(0.5, 228)[..., None])
    moss = step(0.56, 0.70, fractal(1.2, 229))[..., None]
    joint = sand * (1 - moss) + np.array([0.36, 0.40, 0.24]) * moss
    rgb = block * face[..., None] + joint * (1 - face[..., None])
    return packed(rgb, 0.12 + 0.46 * face + 0.16 * chamfer + 0.10 * sunk * face + 0.18 * grain - 0.2 * pores)


def parquet() -> Layer:
    """Oak planks along u, ten to the metre, their ends staggered; each with its own tone and grain."""
    x, y = coordinates()
    rows = 10
    row = (y * rows).astype(int)
    start = np.random.default_rng(231).permutation(rows)[row] / rows + 0.04 * np.sin(row * 9.0)
    within = (x - start) % 1
    halves = (within > 0.5).astype(int)
    edge = np.minimum(_inside(y * rows % 1, within * 2 % 1, 0.1, 0.5), 0.05)
    face = step(0.0006, 0.0022, edge)
    number = _by_number(232, rows, 2, row, halves)
    # Each plank shows another stretch of the grain, so that it breaks at every joint.
    shift = (number * 511).astype(int)
    grain = fractal(0.8, 233, stretch=(10, 1), low=2)
    pores = fractal(0.3, 234, stretch=(24, 1), low=24)
    here = np.arange(512)
    rows_of = (here[:, None] + shift * 7) % 512
    columns_of = (here[None, :] + shift) % 512
    grain, pores = grain[rows_of, columns_of], pores[rows_of, columns_of]
    t = 0.18 + 0.36 * grain + 0.42 * number + 0.12 * (pores - 0.5)
    rgb = ramp(t, (0.47, 0.335, 0.20), (0.60, 0.445, 0.285), (0.70, 0.555, 0.385)) * (
        1 - 0.16 * (pores < 0.36)[..., None]
    )
    rgb = rgb * (0.34 + 0.66 * face[..., None])
    return packed(rgb, 0.15 + 0.55 * face + 0.14 * (grain - 0.5) + 0.1 * (pores - 0.5))


def plaster() -> Layer:
    """Painted plaster: trowel marks, roller stipple, hairline cracks, old stains with a faint rim."""
    trowel = fractal(1.1, 241, stretch=(2.4, 1), low=2) - 0.5
    stipple = fractal(0.2, 242, low=40) - 0.5
    crack_line = step(0.030, 0.006, cells(3, 243).edge + 0.05 * (fractal(1.0, 244) - 0.5))
    crack = crack_line * step(0.64, 0.74, fractal(1.0, 245, low=3))
    damp = fractal(1.3, 246, low=3)
    stain, rim = step(0.63, 0.70, damp), np.exp(-(((damp - 0.655) / 0.018) ** 2))
    scuff = step(0.70, 0.78, fractal(0.8, 247, stretch=(5, 1), low=3))
    value = 0.715 + 0.045 * trowel + 0.02 * stipple - 0.015 * stain - 0.03 * scuff - 0.15 * crack
    tint = 1 - (0.012 * stain + 0.02 * rim)[..., None] * np.array([0.35, 0.8, 1.5])
    return packed(value[..., None] * tint, 0.5 + 0.30 * trowel + 0.26 * stipple - 0.45 * crack)


def epoxy() -> Layer:
    """A coated hall floor: smooth, softly mottled, with tyre scuffs, fine scratches and dust."""
    flow = fractal(1.7, 251, low=2) - 0.5
    tyre = step(0.62, 0.84, fractal(0.8, 252, stretch=(7, 1), low=3)) * step(0.45, 0.6, fractal(1.3, 253))
    scratch = step(0.80, 0.88, fractal(0.5, 254, stretch=(1, 22), low=6))
    dust = step(0.52, 0.80, fractal(1.2, 255))
    worn = step(0.66, 0.72, fractal(1.0, 256, low=3))
    value = 0.70 + 0.03 * flow - 0.035 * tyre + 0.05 * scratch + 0.015 * dust + 0.02 * worn
    return packed(grey(value) * (1 - 0.02 * dust[..., None] * np.array([0, 0.4, 1.2])), 0.5 + 0.2 * flow - 0.1 * worn)


LAYERS: dict[str, DrawLayer] = {
    "tile": tile,
    "floor_tile": floor_tile,
    "paving": paving,
    "parquet": parquet,
    "plaster": plaster,
    "epoxy": epoxy,
}
