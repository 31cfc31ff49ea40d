"""Parts of rooms people live in: wall linings with openings, ceilings, skirting, doors, curtains, ceiling lamps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from manifold3d import Manifold

from assets.mesh import Lamp, Mesh, joined
from assets.modelling import Assembly, block, box, cloth, lathe, rod, rounded_box, solid
from assets.modelling.materials import BRASS, STEEL, Material, plastic
from assets.places.openings import Opening

SIDES = ("west", "east", "south", "north")
LEAF = 0.06
"""Half a partition wall: every room lines its own side of it."""

PLASTER = Material((0.86, 0.83, 0.77), "plaster", 0.85, 0.0, 0.05)
CEILING = Material((0.86, 0.85, 0.82), "plaster", 0.9, 0.0, 0.04)
WALL_TILE = Material((0.84, 0.85, 0.84), "tile", 0.16, 0.0, 0.05, scale=0.667)
DOOR_WOOD = Material((0.50, 0.30, 0.165), "wood", 0.45, 0.0, 0.05, turned=True)
RED_WOOD = Material((0.37, 0.18, 0.10), "wood", 0.34, 0.0, 0.05)
WHITE_LACQUER = Material((0.82, 0.81, 0.78), "paint", 0.30, 0.0, 0.03)
LAMP_GLASS = Material((1.0, 0.95, 0.84), "paint", 0.3)


@dataclass(frozen=True)
class Room:
    """A rectangular room between the middle lines of its walls, floor at z = 0.

    ``openings`` by side (see ``SIDES``); they lie along the place's own x or y.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    height: float = 2.7
    openings: Mapping[str, Sequence[Opening]] | None = None

    def of(self, side: str) -> Sequence[Opening]:
        return (self.openings or {}).get(side, ())


def _leaf(room: Room, side: str, low: float, top: float, inset: float, thick: float) -> Manifold:
    """A slab on one side of a room, its outer face ``inset`` metres inside the wall's middle line."""
    half = thick / 2 + inset
    if side in ("west", "east"):
        x = room.x0 + half if side == "west" else room.x1 - half
        body = block(thick, room.y1 - room.y0, top - low, x, (room.y0 + room.y1) / 2, low)
        for a, b, z0, z1 in room.of(side):
            body -= block(thick * 3, b - a, z1 - z0, x, (a + b) / 2, z0)
        return body
    y = room.y0 + half if side == "south" else room.y1 - half
    body = block(room.x1 - room.x0 - 2 * LEAF, thick, top - low, (room.x0 + room.x1) / 2, y, low)
    for a, b, z0, z1 in room.of(side):
        body -= block(b - a, thick * 3, z1 - z0, (a + b) / 2, y, z0)
    return body


def lining(
    room: Room, material: Material, *, low: float = 0.0, top: float | None = None, sides: Sequence[str] = SIDES
) -> Mesh:
    """The inner half of a room's walls between two heights, with its openings cut out."""
    upper = room.height if top is None else top
    return joined([solid(_leaf(room, side, low, upper, 0.0, LEAF), material, grid=0.7) for side in sides])


def outer_wall(room: Room, material: Material, sides: Sequence[str], thick: float = 0.16, up: float = 0.4) -> Mesh:
    """What lies outside the middle line of outer walls, ``up`` metres higher than the room."""
    walls = [solid(_leaf(room, side, -0.4, room.height + up, -thick, thick), material, grid=1.5) for side in sides]
    return joined(walls)


def skirting(room: Room, material: Material, *, high: float = 0.09, sides: Sequence[str] = SIDES) -> Mesh:
    """A skirting board along the walls, left out at doors."""
    boards = []
    for side in sides:
        along = (room.y0, room.y1) if side in ("west", "east") else (room.x0, room.x1)
        start = along[0] + LEAF
        doors = sorted((a, b) for a, b, low, _ in room.of(side) if low < 0.05)
        for a, b in [*doors, (along[1] - LEAF, along[1])]:
            if a - start > 0.05:
                boards.append(_board(room, side, start, a, high, material))
            start = b
    return joined(boards)


def _board(room: Room, side: str, a: float, b: float, high: float, material: Material) -> Mesh:
    board = box(b - a, 0.014, high, material, bevel=0.004, grid=1.0)
    middle = (a + b) / 2
    at = {
        "west": (room.x0 + LEAF + 0.006, middle, 90),
        "east": (room.x1 - LEAF - 0.006, middle, 90),
        "south": (middle, room.y0 + LEAF + 0.006, 0),
        "north": (middle, room.y1 - LEAF - 0.006, 0),
    }[side]
    return board.placed(at[0], at[1], 0, h=at[2])


def ceiling(room: Room, material: Material = CEILING) -> Mesh:
    """A slab over a room, its lower side at the room's height."""
    w, d = room.x1 - room.x0, room.y1 - room.y0
    return box(w, d, 0.1, material, bevel=0.002, grid=0.8).placed(
        (room.x0 + room.x1) / 2, (room.y0 + room.y1) / 2, room.height
    )


def door_frame(width: float, high: float, deep: float, material: Material) -> Mesh:
    """Casing of a door opening along x, centred on x and y."""
    parts = []
    for side in (-1, 1):
        parts.append(box(0.03, deep, high, material, bevel=0.004).placed(side * (width / 2 - 0.015)))
        for face in (-1, 1):
            y = face * (deep / 2 + 0.006)
            parts.append(box(0.06, 0.014, high + 0.05, material, bevel=0.004).placed(side * (width / 2 + 0.02), y))
    parts.append(box(width, deep, 0.03, material, bevel=0.004).placed(0, 0, high - 0.03))
    for face in (-1, 1):
        parts.append(
            box(width + 0.1, 0.014, 0.06, material, bevel=0.004).placed(0, face * (deep / 2 + 0.006), high - 0.01)
        )
    return joined(parts)


def panel_door(width: float, high: float, material: Material, *, glazed: bool = False) -> Assembly:
    """A door leaf hinged at x = 0, reaching to +x, with two panels (or a pane above) and lever handles."""
    door = Assembly()
    middle = width / 2
    if glazed:
        frame = block(width, 0.038, high, middle) - block(width - 0.22, 0.2, 0.95, middle, 0, high - 1.07)
        door.add(solid(frame, material))
        door.add(
            box(width - 0.2, 0.006, 0.97, Material((0.55, 0.60, 0.58)), bevel=0.001).placed(middle, 0, high - 1.08),
            to="glass",
        )
        panels: tuple[tuple[float, float], ...] = ((0.14, 0.62),)
    else:
        door.add(box(width, 0.038, high, material, bevel=0.004).placed(middle))
        panels = ((0.16, 0.70), (1.0, high - 1.16))
    for low, tall in panels:
        for face in (-1, 1):
            y = face * 0.020
            door.add(box(width - 0.24, 0.008, tall, material.shade(0.82), bevel=0.004).placed(middle, y, low))
            door.add(box(width - 0.34, 0.014, tall - 0.10, material, bevel=0.006).placed(middle, y, low + 0.05))
    for face in (-1, 1):
        y = face * 0.024
        door.add(rounded_box(0.035, 0.01, 0.16, BRASS, radius=0.004, segments=8).placed(width - 0.07, y, 0.94))
        door.add(rod((width - 0.07, y, 1.04), (width - 0.07, y * 2.6, 1.04), 0.008, BRASS, sides=8))
        door.add(rod((width - 0.06, y * 2.6, 1.04), (width - 0.18, y * 2.6, 1.035), 0.008, BRASS, sides=8))
    return door


def curtain(w: float, h: float, material: Material, *, folds: float = 9.0, depth: float = 0.035, seed: int = 1) -> Mesh:
    """A hanging curtain, its middle at x = 0, its hem at z = 0, folds a little uneven; seen from both sides."""
    rng = np.random.default_rng(seed)
    columns = max(12, int(folds * 6))
    u = np.linspace(1, -1, columns)
    phase = rng.uniform(0, 0.8) + np.cumsum(rng.normal(0, 0.06, columns))
    rows = []
    for share in np.linspace(0, 1, 5):
        wave = np.sin(u * np.pi * folds + phase) * depth * (1.15 - 0.4 * share)
        rows.append(
            np.column_stack([u * w / 2 * (1 - 0.03 * np.sin(share * np.pi)), wave, np.full(columns, share * h)])
        )
    return cloth(np.stack(rows), material, split=70, two_sided=True)


def curtain_pole(w: float) -> Mesh:
    """A pole with end knobs along x at z = 0."""
    knob = lathe([(0, 0), (0.022, 0.008), (0.028, 0.03), (0.018, 0.05), (0, 0.055)], BRASS, sides=10)
    return joined(
        [
            rod((-w / 2, 0, 0), (w / 2, 0, 0), 0.012, BRASS, sides=8),
            knob.placed(w / 2, 0, 0, r=90),
            knob.placed(-w / 2, 0, 0, r=-90),
            *(rod((x, 0, 0), (x, -0.08, 0.0), 0.008, STEEL, sides=6) for x in (-w * 0.44, w * 0.44)),
        ]
    )


def ceiling_lamp(parts: Assembly, x: float, y: float, z: float, *, radius: float, power: float, on: bool) -> None:
    """A round flush lamp under a ceiling at height ``z``; lit, it lights the room for the whole session."""
    rim = lathe(
        [(0, 0), (radius, 0), (radius, -0.02), (radius * 0.94, -0.035), (0, -0.035)][::-1], WHITE_LACQUER, sides=28
    )
    shade = [(0, -0.085), (radius * 0.55, -0.08), (radius * 0.85, -0.06), (radius * 0.93, -0.034), (0, -0.034)]
    material = LAMP_GLASS if on else plastic(0.80, 0.79, 0.75, 0.3)
    parts.add(rim.placed(x, y, z))
    parts.add(lathe(shade, material, sides=28).placed(x, y, z), to="glow" if on else "opaque")
    if on:
        parts.lamp(Lamp((x, y, z - 0.11), (0, 0, -1), (1.0, 0.86, 0.66), power, 180.0, baked=True, size=radius * 0.8))
