"""What people carry, signal with and throw: cartons, timber, flags, a line."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import Material, ball, box, finish, rod, smooth, torus, tube
from assets.modelling.materials import GREEN_PAINT, RED_PAINT, WOOD
from assets.people.patch import grid_faces
from assets.people.things.thing import Thing, in_place

CARDBOARD = Material((0.50, 0.34, 0.19), "paint", 0.9)
TIMBER = Material((0.58, 0.42, 0.25), "paint", 0.85)
ROPE = Material((0.62, 0.55, 0.38), "rope", 0.95)
ORANGE_ROPE = Material((0.85, 0.34, 0.06), "rope", 0.9)


def _carton() -> list[Mesh]:
    body = box(0.42, 0.32, 0.30, CARDBOARD, bevel=0.006)
    tape = box(0.424, 0.055, 0.002, Material((0.66, 0.52, 0.32), "paint", 0.5), bevel=0.0005).placed(0, 0, 0.2995)
    return [mesh.placed(0, 0.345, 0.940) for mesh in (body, tape)]


def _timber() -> list[Mesh]:
    return [box(0.09, 2.4, 0.06, TIMBER, bevel=0.006).placed(0.168, 0.20, 1.448, p=3)]


def _flag(paint: Material) -> Callable[[], list[Mesh]]:
    def make() -> list[Mesh]:
        stick = rod((0, -0.08, 0), (0, 0.46, 0), 0.008, WOOD, sides=7)
        across = np.linspace(0, 0.30, 8)
        rows = [np.stack([across, np.full(8, y), 0.018 * np.sin(across * 22 + y * 5)], -1) for y in (0.22, 0.33, 0.44)]
        return [stick, _cloth(np.array(rows), paint)]

    return make


def _cloth(points: NDArray, paint: Material) -> Mesh:
    """A thin sheet with two sides through a grid of points (rows, columns, 3)."""
    rows, columns = points.shape[:2]
    faces = grid_faces(rows, columns, around=False)
    flat = points.reshape(-1, 3)
    front = finish(flat, faces, paint, split=60)
    back = finish(flat - (0, 0, 0.0015), faces[:, ::-1], paint, split=60)
    return joined([front, back])


def _coil() -> list[Mesh]:
    """A hank of heaving line in the left hand, its turns unequal as they are taken up, whipped at the top."""
    rng = np.random.default_rng(8)
    turns = [
        torus(0.120 + rng.uniform(-0.012, 0.018), 0.0065, ORANGE_ROPE, sides=22, section=6)
        .placed(h=rng.uniform(-7, 7), p=84 + rng.uniform(-7, 7))
        .placed(0.092 + rng.uniform(-0.010, 0.012), rng.uniform(-0.008, 0.008), 0.009 * k - 0.030)
        for k in range(7)
    ]
    whipping = [
        torus(0.034, 0.0065, ORANGE_ROPE, sides=14, section=6).placed(r=90).placed(0.200, 0.013 * k - 0.013, -0.004)
        for k in range(3)
    ]
    return [*turns, *whipping]


def _line_end() -> list[Mesh]:
    """The end to be thrown in the right hand: the line through the fist, weighted with a monkey's fist."""
    line = smooth([(0.0, 0.120, 0.006), (0, 0.04, 0), (0, -0.06, 0), (0.01, -0.15, -0.01), (0.0, -0.230, -0.02)], 4)
    knot = np.array([0.0, -0.262, -0.022])
    bands = [
        torus(0.024, 0.0085, ORANGE_ROPE, sides=14, section=6).placed(h=h, p=p, r=r).placed(*knot)
        for h, p, r in ((0, 0, 0), (0, 90, 0), (0, 0, 90))
    ]
    return [tube(line, 0.0062, ORANGE_ROPE, sides=7), ball(0.027, ROPE, sides=12).placed(*knot), *bands]


THINGS: dict[str, Thing] = {
    "carton": in_place("chest", _carton),
    "timber": in_place("chest", _timber),
    "flags": Thing((("handR", True, _flag(RED_PAINT)), ("handL", True, _flag(GREEN_PAINT)))),
    "line": Thing((("handL", True, _coil), ("handR", True, _line_end))),
}
