"""Parts of tube scaffolds: couplers, decks of planks, frames and guard rails."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, Pass, joined
from assets.modelling import bolt, box, rod, sign_quad, varied
from assets.modelling.materials import DARK_STEEL, PLYWOOD, STEEL, WOOD, painted

Part = tuple[Pass, Mesh]
SCAFFOLD = painted(0.62, 0.40, 0.05, 0.5, 0.45)
RAIL_RED = painted(0.62, 0.07, 0.04, 0.45)
PIPE = 0.0242
"""Radius of a scaffold tube, metres."""
LIFT, PLANK = 2.0, 0.045


def coupler(x: float, y: float, z: float, *, h: float = 0) -> Mesh:
    """A right-angle coupler round a standard at (x, y, z): two clamps and their bolts."""
    return _coupler().placed(x, y, z, h=h)


@cache
def _coupler() -> Mesh:
    iron = DARK_STEEL.shade(0.9)
    clamp = box(0.072, 0.082, 0.058, iron, bevel=0.016).placed(z=-0.029)
    second = box(0.082, 0.062, 0.066, iron, bevel=0.016).placed(0, -0.05, -0.033)
    bolts = [bolt(0.011, 0.05, STEEL).placed(x=0.045, y=dy, z=0.012) for dy in (0.012, -0.05)]
    return joined([clamp, second, *bolts])


def planks(x: tuple[float, float], y: tuple[float, float], z: float, rng: np.random.Generator) -> Mesh:
    """A deck of boards along x, their upper side at ``z``; each board a little different."""
    count = max(1, round((y[1] - y[0]) / 0.205))
    width = (y[1] - y[0]) / count
    boards = []
    for k in range(count):
        length = x[1] - x[0] + rng.uniform(-0.05, 0.03)
        board = box(length, width - 0.012, PLANK, WOOD, bevel=0.006, grid=0.9)
        middle = ((x[0] + x[1]) / 2 + rng.uniform(-0.03, 0.03), y[0] + (k + 0.5) * width)
        boards.append(varied(board, rng, 0.2).placed(*middle, z - PLANK, h=rng.uniform(-0.4, 0.4)))
    return joined(boards)


@cache
def scaffold_frame(width: float = 1.8, brace: bool = True) -> Mesh:
    """Standards, ledgers, transoms, couplers and one brace of a lift 2 m high and 1 m deep."""
    half, deep = width / 2, 0.47
    parts = []
    for x in (-half + PIPE, half - PIPE):
        for y in (-deep, deep):
            parts.append(rod((x, y, 0), (x, y, LIFT), PIPE, SCAFFOLD, grid=0.7))
            parts.append(coupler(x, y, LIFT - 0.14, h=0 if y < 0 else 180))
        parts.append(rod((x + 0.05, -deep - 0.14, LIFT - 0.075), (x + 0.05, deep + 0.14, LIFT - 0.075), PIPE, SCAFFOLD))
    for y in (-deep - 0.05, deep + 0.05):
        parts.append(rod((-half - 0.04, y, LIFT - 0.13), (half + 0.04, y, LIFT - 0.13), PIPE, SCAFFOLD, grid=0.9))
    if brace:
        parts.append(rod((-half, deep + 0.10, 0.05), (half, deep + 0.10, LIFT - 0.1), PIPE, SCAFFOLD, grid=0.8))
    return joined(parts)


def guard_rails(width: float = 1.8, *, toe_board: bool) -> list[Part]:
    """Rail posts, two rails and the toe board along the outer edge of the deck, from z = 2.0 up to 3.2."""
    half, y = width / 2, 0.47
    parts: list[Mesh] = [rod((x, y, LIFT), (x, y, LIFT + 1.2), PIPE, SCAFFOLD) for x in (-half + PIPE, half - PIPE)]
    for z in (0.6, 1.15):
        parts.append(
            rod((-half - 0.06, y - 0.05, LIFT + z), (half + 0.06, y - 0.05, LIFT + z), PIPE, RAIL_RED, grid=0.9)
        )
        parts += [coupler(x, y, LIFT + z) for x in (-half + PIPE, half - PIPE)]
    signs: list[Part] = []
    if toe_board:
        parts.append(box(width, 0.022, 0.18, PLYWOOD, bevel=0.004).placed(0, y - 0.045, LIFT + 0.005))
        signs = [
            ("sign", sign_quad("hazard_stripes", width - 0.02, 0.15).placed(0, y - 0.0325, LIFT + 0.02)),
            ("sign", sign_quad("hazard_stripes", width - 0.02, 0.15).placed(0, y - 0.0575, LIFT + 0.02, h=180)),
        ]
    return [("opaque", joined(parts)), *signs]
