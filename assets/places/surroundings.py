"""What stands round a building site: corrugated hoarding, gate, container offices, the city beyond."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold, OpType

from assets.mesh import Mesh, Pass, joined
from assets.modelling import block, box, rod, sheet, sign_quad, solid
from assets.modelling.materials import DARK_STEEL, WHITE_PAINT, WINDOW, Material, painted

Part = tuple[Pass, Mesh]
SHEET_WHITE = painted(0.80, 0.82, 0.84, 0.45, 0.2)
SHEET_BLUE = painted(0.05, 0.20, 0.48, 0.42, 0.2)
CONTAINER_WHITE = painted(0.78, 0.79, 0.78, 0.5, 0.3)
GLAZING = Material((0.10, 0.13, 0.16), "paint", 0.10, 0.0, 0.0)


def hoarding(start: tuple[float, float], end: tuple[float, float], *, h: float = 2.4) -> Mesh:
    """Corrugated steel sheet between two points, its ribbed face to the left of the way from start to end."""
    length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
    heading = float(np.degrees(np.arctan2(end[1] - start[1], end[0] - start[0])))
    pitch = 0.5
    line: list[tuple[float, float]] = []
    for k in range(max(1, round(length / pitch))):
        at = k * pitch
        line += [(at, 0), (at + 0.19, 0), (at + 0.25, 0.04), (at + 0.44, 0.04)]
    upper = sheet(line, 0.004, h - 0.5, SHEET_WHITE, split=25).placed(p=-90).placed(z=0.5 + (h - 0.5) / 2)
    lower = sheet(line, 0.004, 0.5, SHEET_BLUE, split=25).placed(p=-90).placed(z=0.25)
    rails = [
        box(length, 0.06, 0.07, SHEET_BLUE, bevel=0.01, grid=3).placed(length / 2, -0.01, z) for z in (0.47, h - 0.02)
    ]
    posts = [
        box(0.09, 0.09, h + 0.12, SHEET_BLUE, bevel=0.01, grid=1.5).placed(x, 0.06, 0)
        for x in np.arange(0, length + 0.1, 3.0)
    ]
    return joined([upper, lower, *rails, *posts]).placed(*start, h=heading)


def gate(x0: float, x1: float, y: float) -> list[Part]:
    """A site gate along x, its leaves standing open inward, the project's board beside it."""
    pillars = [box(0.5, 0.5, 3.6, SHEET_BLUE, bevel=0.02, grid=1).placed(x, y) for x in (x0, x1)]
    lintel = box(x1 - x0 + 0.9, 0.32, 0.62, SHEET_BLUE, bevel=0.02, grid=1).placed((x0 + x1) / 2, y, 3.6)
    leaves = []
    for x, turn in ((x0 + 0.28, 96), (x1 - 0.28, 84)):
        leaf = [box(1.9, 0.04, 0.06, DARK_STEEL, bevel=0.008).placed(0.95, 0, z) for z in (0.12, 1.1, 2.2)]
        leaf += [box(0.05, 0.04, 2.15, DARK_STEEL, bevel=0.008).placed(at, 0, 0.1) for at in (0.03, 1.87)]
        leaf += [rod((at, 0, 0.16), (at, 0, 2.2), 0.011, DARK_STEEL, sides=5) for at in np.arange(0.15, 1.8, 0.14)]
        leaves.append(joined(leaf).placed(x, y, h=turn))
    panel = box(x1 - x0 + 0.7, 0.34, 0.54, WHITE_PAINT, bevel=0.015, grid=1).placed((x0 + x1) / 2, y, 3.64)
    head = sign_quad("hoarding_slogan", x1 - x0 + 0.6, 0.5)
    return [
        ("opaque", joined([*pillars, lintel, panel, *leaves])),
        ("sign", head.placed((x0 + x1) / 2, y + 0.174, 3.66)),
        ("sign", head.placed((x0 + x1) / 2, y - 0.174, 3.66, h=180)),
    ]


def container_office(storeys: int = 2) -> list[Part]:
    """White site containers 6 x 2.4 m one on another, doors and windows to +y, a stair at the side."""
    parts: list[Part] = []
    for k in range(storeys):
        z = 0.15 + k * 2.75
        holes = block(1.3, 1, 1.1, -1.6, 1.2, z + 0.95) + block(1.3, 1, 1.1, 1.9, 1.2, z + 0.95)
        shell = block(5.9, 2.34, 2.55, 0, 0, z + 0.05) - block(5.75, 2.2, 2.4, 0, 0, z + 0.12) - holes
        parts.append(("opaque", solid(shell, CONTAINER_WHITE, grid=1.2)))
        frame = [
            box(6.06, 0.14, 0.16, SHEET_BLUE, bevel=0.015, grid=2).placed(0, y, z + dz)
            for y in (-1.15, 1.15)
            for dz in (0, 2.55)
        ]
        frame += [
            box(0.15, 0.15, 2.7, SHEET_BLUE, bevel=0.015, grid=2).placed(x, y, z)
            for x in (-2.95, 2.95)
            for y in (-1.15, 1.15)
        ]
        ribs = [
            box(0.03, 0.03, 2.4, CONTAINER_WHITE, bevel=0.006, grid=2).placed(x, 1.18, z + 0.12)
            for x in (-2.6, -0.75, 0.95, 2.75)
        ]
        door = box(0.86, 0.05, 2.05, painted(0.42, 0.45, 0.48), bevel=0.01, grid=1).placed(0.1, 1.18, z + 0.14)
        handle = rod((0.42, 1.22, z + 1.1), (0.42, 1.22, z + 1.25), 0.012, DARK_STEEL)
        casings = [_window_frame(x, z) for x in (-1.6, 1.9)]
        parts.append(("opaque", joined([*frame, *ribs, door, handle, *casings])))
        panes = [box(1.24, 0.012, 1.04, WINDOW, bevel=0.002).placed(x, 1.16, z + 0.98) for x in (-1.6, 1.9)]
        parts.append(("glass", joined(panes)))
    if storeys > 1:
        parts.append(("opaque", _outside_stair(0.15 + 2.75)))
    parts.append(("sign", sign_quad("office_sign", 1.4, 0.31).placed(0.1, 1.225, 2.42)))
    return parts


def _window_frame(x: float, z: float) -> Mesh:
    bars = [box(1.36, 0.06, 0.06, WHITE_PAINT, bevel=0.01).placed(x, 1.18, z + dz) for dz in (0.92, 2.02)]
    bars += [box(0.05, 0.06, 1.1, WHITE_PAINT, bevel=0.01).placed(x + dx, 1.18, z + 0.95) for dx in (-0.65, 0.0, 0.65)]
    return joined(bars)


def _outside_stair(top: float) -> Mesh:
    """A steel stair along the +y face up to the gallery of the upper container."""
    steps = [
        box(0.26, 0.85, 0.04, DARK_STEEL, bevel=0.006).placed(-5.6 + k * 0.24, 1.75, k * top / 12) for k in range(1, 12)
    ]
    stringers = [rod((-5.7, y, 0.05), (-2.95, y, top), 0.045, SHEET_BLUE, sides=6) for y in (1.35, 2.15)]
    gallery = box(6.0, 0.9, 0.08, DARK_STEEL, bevel=0.01, grid=2).placed(0, 1.72, top - 0.04)
    legs = [rod((x, 2.12, 0), (x, 2.12, top), 0.04, SHEET_BLUE, sides=6) for x in (-2.9, 0.0, 2.9)]
    rails = [rod((-2.95, 2.15, top + z), (2.95, 2.15, top + z), 0.02, WHITE_PAINT, sides=6) for z in (0.55, 1.05)]
    rails += [rod((-5.7, 2.15, 1.05), (-2.95, 2.15, top + 1.05), 0.02, WHITE_PAINT, sides=6)]
    posts = [
        rod((x, 2.15, top), (x, 2.15, top + 1.05), 0.02, WHITE_PAINT, sides=6) for x in np.arange(-2.95, 3.0, 1.18)
    ]
    return joined([*steps, *stringers, gallery, *legs, *rails, *posts])


def city(
    centre: tuple[float, float], angles: tuple[float, float], distance: tuple[float, float], count: int, seed: int
) -> Mesh:
    """Blocks of flats far away, in a sector about ``centre`` (degrees clockwise from north); six kinds of them."""
    rng = np.random.default_rng(seed)
    tones = ((0.50, 0.47, 0.42), (0.44, 0.44, 0.44), (0.54, 0.44, 0.36), (0.38, 0.41, 0.46))
    kinds = [
        _flats(rng.uniform(14, 24), rng.uniform(11, 14), int(rng.integers(6, 17)), painted(*tones[k % 4], 0.85, 0.2))
        for k in range(6)
    ]
    blocks = []
    for k, angle in enumerate(np.linspace(*angles, count)):
        turn = np.radians(angle + rng.uniform(-2, 2))
        far = rng.uniform(*distance)
        x, y = centre[0] + far * np.sin(turn), centre[1] + far * np.cos(turn)
        flats = kinds[int(rng.integers(6))] if k % 7 else kinds[k % 6]
        blocks.append(flats.placed(x, y, h=float(-angle + rng.uniform(-25, 25))))
    return joined(blocks)


def _flats(w: float, d: float, storeys: int, wall: Material) -> Mesh:
    """A block of flats: bands of windows between piers, a roof house."""
    h = storeys * 3.0
    walls = block(w, d, h) + block(w * 0.25, d * 0.5, 3.0, w * 0.2, 0, h) + block(w + 0.5, d + 0.5, 0.7, 0, 0, h)
    columns = max(2, round(w / 4.5))
    walls += Manifold.batch_boolean(
        [block(1.3, d + 0.5, h, x) for x in np.linspace(-w * 0.42, w * 0.42, columns)], OpType.Add
    )
    bands = [solid(block(w * 0.92, d + 0.14, 1.4, 0, 0, k * 3.0 + 1.0), GLAZING) for k in range(storeys)]
    bands += [solid(block(w + 0.14, d * 0.5, 1.4, 0, 0, k * 3.0 + 1.0), GLAZING) for k in range(0, storeys, 2)]
    return joined([solid(walls, wall), *bands])
