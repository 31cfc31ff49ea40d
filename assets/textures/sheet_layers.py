"""Layers of sheet metal, wrappings and what clings to them: checker plate, lagging, cardboard, rope, grease."""

from __future__ import annotations

import numpy as np

from assets.textures.noise import Field, cells, coordinates, fractal, ramp, step
from assets.textures.packing import DrawLayer, Layer, grey, packed


def _lit(height: Field, depth: float) -> Field:
    """How much brighter a relief is where it leans to the upper left, darker to the lower right."""
    slope = (np.roll(height, 1, 1) - np.roll(height, -1, 1)) - (np.roll(height, 1, 0) - np.roll(height, -1, 0))
    return np.clip(slope * depth, -0.25, 0.25)


def _drops(across: int, odd: bool) -> Field:
    """Tear drops of a checker plate, ``across`` to the metre in each direction, leaning one way or the other."""
    x, y = coordinates()
    shift = 0.5 if odd else 0.0
    u, v = ((axis * across + shift) % 1 - 0.5 for axis in (x, y))
    along, over = (u + v, u - v) if odd else (u - v, u + v)
    along, over = along / np.sqrt(2), over / np.sqrt(2)
    body = 1 - np.abs(over) / 0.085 - (along / 0.36) ** 2
    return np.clip(body * 1.6, 0, 1)


def checker_plate() -> Layer:
    """Steel checker plate with crossed tear drops, rubbed bright on top and grimy between."""
    drop = np.maximum(_drops(16, odd=False), _drops(16, odd=True))
    grime = step(0.30, 0.75, fractal(0.9, 301, low=3))
    grain = fractal(0.3, 302, stretch=(4, 1), low=16) - 0.5
    rub = step(0.55, 1.0, drop) * (0.6 + 0.4 * fractal(1.0, 303))
    foot = np.exp(-(((drop - 0.06) / 0.07) ** 2))
    value = 0.63 + 0.07 * grain - 0.05 * grime * (1 - drop) + 0.12 * rub - 0.08 * foot + _lit(drop, 0.20)
    return packed(value[..., None] * np.array([1.0, 0.995, 0.985]), 0.22 + 0.68 * drop + 0.1 * grain)


def lagging() -> Layer:
    """Aluminium sheets round insulation: one lapped, beaded and riveted seam per metre, gentle dents."""
    x, y = coordinates()
    lap = (x - 0.5) * 1.0
    bead = np.exp(-(((lap - 0.025) / 0.006) ** 2)) + np.exp(-(((lap + 0.025) / 0.006) ** 2))
    shadow = np.exp(-(((lap - 0.040) / 0.004) ** 2))
    seam = np.exp(-(((y - 0.5) / 0.003) ** 2))
    rivet = np.clip(1 - np.hypot(lap, (y * 10 % 1 - 0.5) / 10) / 0.006, 0, 1)
    dents = fractal(1.7, 311, low=2, high=12) - 0.5
    brushed = fractal(0.4, 312, stretch=(1, 16), low=12) - 0.5
    film = fractal(1.2, 313) - 0.5
    value = 0.69 + 0.05 * brushed + 0.06 * film - 0.22 * shadow - 0.18 * seam + 0.12 * bead - 0.16 * rivet
    height = np.clip(0.45 + 0.35 * dents + 0.30 * bead + 0.20 * rivet - 0.25 * seam, 0, 1)
    return packed(grey(value + _lit(dents, 0.8)), height)


def corrugated() -> Layer:
    """Corrugated sheet, its waves along v, twelve to the metre; a lap every metre, streaks of rain."""
    x, y = coordinates()
    wave = 0.5 + 0.5 * np.cos(x * 12 * 2 * np.pi)
    streak = fractal(0.8, 321, stretch=(1, 10), low=5) - 0.5
    stain = step(0.60, 0.78, fractal(1.2, 322, stretch=(1, 4), low=2))
    screw = np.clip(1 - np.hypot((x * 4 % 1) / 4 - 0.125, y - 0.5) / 0.010, 0, 1)
    lap = np.exp(-(((x - 0.25) / 0.004) ** 2))
    value = (
        0.60 + 0.13 * wave + 0.09 * streak * (1.4 - wave) - 0.035 * stain - 0.20 * step(0.2, 0.8, screw) - 0.12 * lap
    )
    return packed(grey(value + _lit(wave, 0.5)), np.clip(0.08 + 0.84 * wave + 0.2 * screw, 0, 1))


def cardboard() -> Layer:
    """Kraft board: flutes showing faintly along u, fibres, rubbed places."""
    _, y = coordinates()
    flute = np.cos(y * 120 * 2 * np.pi)
    fibre = fractal(0.5, 331, stretch=(5, 1), low=10) - 0.5
    cloud = fractal(1.4, 332) - 0.5
    rubbed = step(0.62, 0.78, fractal(1.0, 333, stretch=(3, 1)))
    specks = (cells(80, 334).per_cell(335) > 0.985) * step(0.5, 0.2, cells(80, 334).nearest)
    t = 0.5 + 0.5 * fibre + 0.45 * cloud + 0.04 * flute
    rgb = ramp(t, (0.48, 0.385, 0.275), (0.565, 0.465, 0.345), (0.63, 0.53, 0.41))
    rgb = rgb * (1 + 0.07 * rubbed - 0.22 * specks)[..., None]
    return packed(rgb, 0.5 + 0.10 * flute + 0.30 * fibre)


def grease() -> Layer:
    """Old grease and oil: wiped smears, runs along v, thick edges, dust stuck in it."""
    smear = fractal(1.0, 341, stretch=(2.2, 1), low=2)
    runs = fractal(1.1, 342, stretch=(1, 6), low=4)
    thick = step(0.40, 0.68, 0.72 * smear + 0.28 * runs)
    rim = np.exp(-(((thick - 0.30) / 0.14) ** 2))
    dust = step(0.50, 0.74, fractal(0.8, 343, low=4))
    value = 0.66 - 0.26 * thick - 0.07 * rim + 0.12 * dust * thick + 0.05 * (fractal(0.4, 344, low=20) - 0.5)
    tint = 1 - thick[..., None] * np.array([0.0, 0.07, 0.18])
    return packed(value[..., None] * tint, np.clip(0.22 + 0.5 * thick + 0.2 * (smear - 0.5) + 0.12 * rim, 0, 1))


def rope() -> Layer:
    """Laid rope along u: eight strands to the tile aslant, each of fine yarns, with stray fibres."""
    x, y = coordinates()
    turn = (x * 8 + y * 4) % 1
    strand = np.sqrt(np.clip(1 - (turn * 2 - 1) ** 2, 0, 1))
    yarn = np.cos((x * 16 - y * 64 + 1.2 * (fractal(1.2, 351, high=20) - 0.5)) * 2 * np.pi)
    fuzz = fractal(0.3, 352, low=24) - 0.5
    grime = fractal(1.2, 353) - 0.5
    value = 0.40 + 0.30 * strand + 0.06 * yarn * strand + 0.12 * fuzz + 0.10 * grime
    return packed(value[..., None] * np.array([1.0, 0.985, 0.95]), np.clip(0.06 + 0.80 * strand + 0.08 * yarn, 0, 1))


LAYERS: dict[str, DrawLayer] = {
    "checker_plate": checker_plate,
    "lagging": lagging,
    "corrugated": corrugated,
    "cardboard": cardboard,
    "grease": grease,
    "rope": rope,
}
