"""Layers of what people make: paint, concrete, brick, wood, metal, cloth, rubber, nets."""

from __future__ import annotations

import numpy as np

from assets.textures.noise import Field, cells, coordinates, fractal, ramp, step
from assets.textures.packing import DrawLayer, Layer, grey, packed


def paint() -> Layer:
    """Sprayed paint: nearly flat, faintly mottled, streaked downwards by rain."""
    mottle, streak, grain = fractal(1.2, 1), fractal(1.0, 5, stretch=(1, 9), low=2), fractal(0.6, 2)
    value = 0.70 + 0.07 * (mottle - 0.5) + 0.08 * (streak - 0.5)
    return packed(grey(value), 0.5 + 0.14 * (grain - 0.5))


def concrete() -> Layer:
    """Cast concrete: blotches, pores, the joints of form boards every half metre."""
    x, y = coordinates()
    blotch, grain, fine = fractal(1.2, 1), fractal(0.6, 2), fractal(0.2, 4, low=20)
    streak = fractal(1.0, 5, stretch=(0.4, 5))
    pores = step(0.20, 0.06, cells(30, 7).nearest) * (fractal(0.5, 8, high=20) > 0.52)
    joint = 0.8 * np.exp(-(((y * 2 % 1 - 0.5) / 0.006) ** 2)) + 0.5 * np.exp(-(((x % 1 - 0.5) / 0.004) ** 2))
    value = 0.66 + 0.32 * (blotch - 0.5) + 0.13 * (fine - 0.5) + 0.20 * (streak - 0.5) - 0.25 * pores - 0.10 * joint
    rgb = value[..., None] * np.array([1.02, 1.0, 0.965])
    return packed(rgb, 0.6 + 0.25 * (grain - 0.5) - 0.5 * pores - 0.35 * joint)


def brick() -> Layer:
    """Brickwork in stretcher bond: ten courses and four bricks to the metre, joints struck."""
    x, y = coordinates()
    courses, bricks = 14, 4
    row = (y * courses).astype(int)
    along = (x * bricks + 0.5 * (row % 2)) % bricks
    column = along.astype(int)
    fx, fy = along % 1, y * courses % 1
    rough = fractal(0.6, 2) - 0.5
    inside = np.minimum(np.minimum(fy, 1 - fy) / courses, np.minimum(fx, 1 - fx) / bricks) + 0.004 * rough
    face = step(0.0035, 0.0095, inside)
    number = np.random.default_rng(33).random((courses, bricks))[row, column]
    fine = fractal(0.2, 4, low=20)[..., None]
    clay = ramp(number, (0.53, 0.26, 0.19), (0.64, 0.34, 0.24), (0.71, 0.42, 0.30), (0.60, 0.33, 0.26))
    clay = clay * (0.80 + 0.36 * fractal(1.2, 1)[..., None] + 0.16 * (fine - 0.5))
    smear = step(0.60, 0.78, fractal(1.3, 34))[..., None] * 0.35
    mortar = np.array([0.64, 0.61, 0.565]) * (0.85 + 0.3 * fractal(1.2, 35)[..., None])
    rgb = (clay * (1 - smear) + mortar * smear) * face[..., None] + mortar * (1 - face[..., None])
    return packed(rgb, 0.2 + 0.62 * face + 0.16 * (fine[..., 0] - 0.5) + 0.06 * (number - 0.5))


def rust() -> Layer:
    """Bare steel that has rusted in patches."""
    patch = step(0.42, 0.62, fractal(1.1, 31))
    fine = fractal(0.2, 4, low=20)
    red = ramp(fractal(0.6, 2), (0.36, 0.17, 0.09), (0.58, 0.29, 0.13), (0.70, 0.42, 0.22))
    bare = np.array([0.50, 0.45, 0.42]) * (0.8 + 0.4 * fractal(1.2, 1)[..., None])
    return packed(red * patch[..., None] + bare * (1 - patch[..., None]), 0.5 + 0.3 * patch * (fine - 0.3))


def galvanised() -> Layer:
    """Zinc-coated or brushed steel: faint spangle and scratches."""
    spangle = cells(40, 36).per_cell(37)
    scratch = fractal(0.5, 38, stretch=(12, 1), low=8)
    value = 0.69 + 0.07 * (spangle - 0.5) + 0.07 * (scratch - 0.5) + 0.08 * (fractal(1.3, 39) - 0.5)
    return packed(grey(value), 0.5 + 0.12 * (scratch - 0.5))


def copper() -> Layer:
    """Stranded copper: fine wires running along u, bright on top and dark between."""
    _, y = coordinates()
    wires = np.abs(np.sin((y * 12 + 0.06 * (fractal(1.6, 95) - 0.5)) * np.pi))
    patina = fractal(1.1, 96)
    value = 0.34 + 0.46 * wires**0.7 + 0.10 * (patina - 0.5)
    return packed(value[..., None] * np.array([1.0, 0.97, 0.94]), wires)


def wood() -> Layer:
    """Sawn timber, its grain along u, with a few knots."""
    _, y = coordinates()
    grain = fractal(0.9, 41, stretch=(9, 1), low=2)
    bend = fractal(1.6, 42, high=6)
    ring = 0.5 + 0.5 * np.sin((y * 6 + 2.2 * (bend - 0.5)) * 2 * np.pi)
    knots = step(0.10, 0.03, cells(2, 43, stretch=0.5).nearest)
    rgb = ramp(
        0.5 * grain + 0.28 * ring + 0.15 * fractal(1.2, 1), (0.40, 0.28, 0.17), (0.61, 0.455, 0.29), (0.75, 0.60, 0.41)
    )
    return packed(rgb * (1 - 0.55 * knots[..., None]), 0.4 + 0.3 * ring * grain - 0.2 * knots)


def plywood() -> Layer:
    """Red-brown faced form plywood with scuffs and cement film."""
    grain = fractal(0.9, 44, stretch=(6, 1), low=2)
    film = step(0.48, 0.75, fractal(1.3, 45))
    scuff = step(0.62, 0.7, fractal(0.7, 46, stretch=(4, 1)))
    face = ramp(grain, (0.50, 0.30, 0.20), (0.64, 0.41, 0.27))
    value = face * (1 - 0.45 * film[..., None]) + np.array([0.66, 0.63, 0.59]) * 0.45 * film[..., None]
    return packed(value * (1 + 0.16 * scuff[..., None]), 0.5 + 0.15 * (grain - 0.5) + 0.1 * film)


def fabric() -> Layer:
    """Plain weave, 64 threads to a tile."""
    x, y = coordinates()
    over = np.sin(x * 64 * np.pi) * np.sin(y * 64 * np.pi)
    warp, weft = np.abs(np.sin(x * 64 * np.pi)), np.abs(np.sin(y * 64 * np.pi))
    thread = np.where(over > 0, warp, weft)
    value = 0.58 + 0.16 * thread + 0.12 * (fractal(1.3, 47) - 0.5)
    return packed(grey(value), 0.3 + 0.5 * thread + 0.2 * (fractal(1.2, 48) - 0.5))


def rubber() -> Layer:
    """Rubber and cable sheath: matt, dusty in the hollows, scuffed."""
    dust, scuff = fractal(1.2, 49), step(0.60, 0.72, fractal(0.6, 50, stretch=(6, 1)))
    value = 0.66 + 0.22 * (dust - 0.5) + 0.22 * scuff
    return packed(value[..., None] * np.array([1.02, 1.0, 0.97]), 0.5 + 0.2 * (fractal(0.5, 52) - 0.5) - 0.1 * scuff)


def _weave(count: int, sharpness: float) -> Field:
    x, y = coordinates()
    return np.maximum(np.abs(np.sin(x * np.pi * count)) ** sharpness, np.abs(np.sin(y * np.pi * count)) ** sharpness)


def net() -> Layer:
    """Dense green safety net: two weaves, stretched unevenly, lashed at eyelets; A is opacity."""
    weave = _weave(64, 4)
    fold, stain = fractal(1.5, 51, high=14), fractal(1.2, 53, stretch=(1, 4))
    x, y = coordinates()
    hem = np.exp(-(((x - 0.5) / 0.012) ** 2)) + np.exp(-(((y - 0.5) / 0.012) ** 2))
    value = 0.60 + 0.32 * (fold - 0.5) + 0.14 * weave + 0.22 * (stain - 0.5) - 0.10 * hem
    opacity = np.clip(0.42 + 0.36 * weave + 0.22 * (fold - 0.5) + 0.35 * hem, 0, 1)
    return packed(value[..., None] * np.array([1.0, 1.0, 0.97]), opacity)


def wire() -> Layer:
    """Welded wire: four meshes to a tile, crosswise wires round and lit; A is opacity."""
    x, y = coordinates()
    upright, level = (np.abs((axis * 4) % 1 - 0.5) * 2 for axis in (x, y))
    thickness = 0.085
    near = np.minimum(upright, level)
    roundness = np.sqrt(np.clip(1 - (near / thickness) ** 2, 0, 1))
    value = 0.42 + 0.36 * roundness + 0.08 * (fractal(1.0, 54) - 0.5)
    return packed(grey(value), step(thickness * 1.25, thickness * 0.75, near))


def noise() -> Layer:
    """Four independent noises for wear, dirt, wetness and clouds."""
    channels = np.dstack([fractal(1.0, 61), fractal(1.5, 62, high=64), fractal(0.5, 63)])
    return packed(channels, fractal(1.2, 64, high=100))


LAYERS: dict[str, DrawLayer] = {
    "paint": paint,
    "concrete": concrete,
    "brick": brick,
    "rust": rust,
    "galvanised": galvanised,
    "copper": copper,
    "wood": wood,
    "plywood": plywood,
    "fabric": fabric,
    "rubber": rubber,
    "net": net,
    "wire": wire,
    "noise": noise,
}
