"""The surface of the junction: asphalt with its patches and wheel paths, markings, kerbs and paved footways."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import block, grid, sign_flat, solid
from assets.modelling.materials import CONCRETE, Material
from assets.place import Ground
from assets.places.housing import slab
from assets.places.road_parts import ROAD_PAINT, Part
from assets.textures.noise import fractal, step

LANE, CYCLE = 3.25, 2.5
ROAD, EDGE = 3 * LANE, 3 * LANE + CYCLE
"""Half widths: of the motor lanes, and to the kerb."""
FOOTWAY, KERB_HEIGHT = 4.8, 0.13
CORNER = 4.0
"""Radius of the kerb at the four corners."""
ZEBRA = (10.0, 14.0)
STOP = 15.0
REACH = (60.0, 30.0)
"""How far the arms are modelled in detail."""
FAR = 190.0
ORIGIN, SIZE, PIXELS = (-64.0, -36.0), 80.0, 1024
YELLOW_PAINT = ROAD_PAINT.coloured(0.80, 0.50, 0.06)
RED_SURFACE = Material((0.42, 0.12, 0.08), "asphalt", 0.8, 0.0, 0.5)
PAINT_Z = 0.006
PAVERS = Material((0.58, 0.54, 0.50), "paving", 0.85, 0.0, 0.6, scale=0.9)
TACTILE = Material((0.80, 0.55, 0.12), "paving", 0.8, 0.0, 0.5, scale=2.0)


def ground_height(x: NDArray, y: NDArray) -> NDArray:
    """The roads are level at 0, footways lie 13 cm higher."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    inner_x, inner_y = np.abs(x) - EDGE, np.abs(y) - EDGE
    at_corner = (inner_x > 0) & (inner_y > 0)
    cut = np.hypot(CORNER - inner_x, CORNER - inner_y) > CORNER
    cut &= (inner_x < CORNER) & (inner_y < CORNER)
    return np.where(at_corner & ~cut, KERB_HEIGHT, 0.0)


def _flat(x: NDArray, _y: NDArray) -> NDArray:
    return np.zeros_like(np.asarray(x, float))


def ground() -> Ground:
    """Asphalt: worn paths of wheels, concrete patches, cracks, a damp gutter; fine in the western arm."""
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    broad, fine = fractal(1.3, 601, size=PIXELS) - 0.5, fractal(0.8, 602, size=PIXELS) - 0.5
    patch = np.zeros_like(x)
    for px, py, w, d in (
        (-33, -5.0, 5.5, 2.6),
        (-24, 2.2, 3.0, 3.2),
        (-47, -8.3, 7.0, 1.4),
        (-40, 6.0, 9, 1.2),
        (-19, -11.2, 2.2, 1.2),
    ):
        inside = step(0, 0.06, w / 2 - np.abs(x - px)) * step(0, 0.06, d / 2 - np.abs(y - py))
        patch = np.maximum(patch, inside * 0.62)
    gutter = np.exp(-(((np.abs(y) - EDGE + 0.16) / 0.16) ** 2)) * (np.abs(x) > EDGE) * step(-0.1, 0.25, broad)
    gutter += np.exp(-(np.hypot((x + 52.5) / 1.6, (y + 11.9) / 0.28) ** 2)) * 1.15
    crack = step(0.010, 0.003, np.abs(fine + 0.35 * broad)) * step(0.05, 0.25, broad) * 0.55
    seam = step(0.035, 0.015, np.abs(np.abs(y) - 2 * LANE - 0.7)) * step(EDGE, EDGE + 0.1, np.abs(x)) * 0.4
    relief = 0.502 + 0.35 * np.clip(crack + seam, 0, 1) - 0.10 * step(0.1, 0.35, broad)
    splat = np.stack([patch, np.zeros_like(x), np.clip(gutter * 0.5, 0, 0.62), relief], -1)
    asphalt = Material((0.36, 0.36, 0.37), "asphalt", 0.82, 0.0, 0.55)
    tiles = [_polished(grid((-62, 16), (-14, 14), 0.75, _flat, asphalt))]
    tiles += [grid((16, 62), (-14, 14), 1.5, _flat, asphalt)]
    tiles += [grid((-16, 16), span, 1.5, _flat, asphalt) for span in ((14, 34), (-34, -14))]
    tiles += [
        grid(a, b, 12.0, _flat, asphalt)
        for a, b in (((-FAR, -62), (-14, 14)), ((62, FAR), (-14, 14)), ((-16, 16), (34, FAR)), ((-16, 16), (-FAR, -34)))
    ]
    for sx in (-1, 1):
        for sy in (-1, 1):
            tiles.append(
                grid(tuple(sorted((sx * 16.0, sx * FAR))), tuple(sorted((sy * 14.0, sy * FAR))), 20.0, _flat, asphalt)
            )
    return Ground(
        joined(tiles),
        ORIGIN,
        SIZE,
        (np.clip(splat, 0, 1) * 255).round().astype(np.uint8),
        ("asphalt", "concrete", "soil"),
        water_level=-0.03,
    )


def _polished(mesh: Mesh) -> Mesh:
    """Darker where wheels run along the western arm."""
    x, y = mesh.position[:, 0], mesh.position[:, 1]
    paths = np.array([s * (k * LANE + LANE / 2 + d) for s in (-1, 1) for k in range(3) for d in (-0.85, 0.85)])
    polish = np.exp(-(((y[:, None] - paths[None]) / 0.40) ** 2)).sum(1) * np.clip((-x - 8) / 6, 0, 1)
    factor = (1 - 0.20 * np.minimum(polish, 1)).astype(np.float32)
    return replace(mesh, colour=mesh.colour * factor[:, None])


def footways() -> Mesh:
    """Four paved corners with kerbs, lowered at the crossings by ramps, and a line of tactile slabs."""
    pieces = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            for h, inset, material, step_length in (
                (KERB_HEIGHT, 0.0, CONCRETE.shade(0.85), 2.0),
                (KERB_HEIGHT + 0.004, 0.16, PAVERS, 0.9),
            ):
                shape = _corner(sx, sy, h, inset)
                pieces.append(solid(shape, material, grid=step_length))
            y = sy * (EDGE + 1.5)
            pieces.append(slab(40, 0.4, 0.01, TACTILE, sx * (EDGE + CORNER + 20), y, KERB_HEIGHT))
            x = sx * (EDGE + 1.5)
            pieces.append(slab(0.4, 12, 0.01, TACTILE, x, sy * (EDGE + CORNER + 6), KERB_HEIGHT))
    return joined(pieces)


def _corner(sx: int, sy: int, h: float, inset: float):
    """An L of footway round one corner of the junction, rounded towards it."""
    start = EDGE + inset
    arm_x = block(
        REACH[0] - start + 8, FOOTWAY + 30, h, sx * (start + REACH[0] + 8) / 2, sy * (start + (FOOTWAY + 30) / 2), 0
    )
    radius = CORNER - inset
    corner = block(radius, radius, 1, sx * (start + radius / 2), sy * (start + radius / 2), -0.5)
    arc = corner.cylinder(1, radius, radius, 40).translate([sx * (start + radius), sy * (start + radius), -0.5])
    return arm_x - (corner - arc)


def markings() -> Mesh:
    """Lane lines, stop lines, zebras, cycle lane edges, on all four arms."""
    painted: list[Mesh] = []
    for turn in (0, 90, 180, 270):
        reach = REACH[0] if turn % 180 == 0 else REACH[1]
        painted.append(_arm(reach).placed(0, 0, PAINT_Z, h=turn))
    return joined(painted)


def _line(x0: float, x1: float, y: float, w: float, material: Material = ROAD_PAINT) -> Mesh:
    """A painted line along x, its middle at ``y``."""
    count = max(1, int((x1 - x0) / 4))
    return grid((x0, x1), (y - w / 2, y + w / 2), (x1 - x0) / count, _flat, material)


def _arm(reach: float) -> Mesh:
    """Markings of the arm that leads west (-x); traffic towards the junction runs on its south side."""
    far = -reach - 30
    parts = [_line(far, -STOP, s * 0.14, 0.12, YELLOW_PAINT) for s in (-1, 1)]
    for k in (1, 2):
        parts.append(_line(-STOP - 18, -STOP, -k * LANE, 0.12))
        parts += [_line(x, x + 2.0, -k * LANE, 0.12) for x in np.arange(far, -STOP - 20, 6.0)]
        parts += [_line(x, x + 2.0, k * LANE, 0.12) for x in np.arange(far, -STOP, 6.0)]
    parts += [_line(far, -STOP, s * ROAD, 0.14) for s in (-1, 1)]
    stop = [(-ROAD + 0.1, -0.25), (-EDGE + 0.1, -ROAD - 0.15)]
    parts += [grid((-STOP - 0.4, -STOP), (a, b), 2.0, _flat, ROAD_PAINT) for a, b in stop]
    parts += [grid((-ZEBRA[1], -ZEBRA[0]), (y, y + 0.45), 2.0, _flat, ROAD_PAINT) for y in np.arange(-9.45, 9.2, 1.05)]
    return joined(parts)


def painted_signs() -> list[Part]:
    """Arrows, bicycles and words on the road of the western and eastern arms."""
    parts: list[Part] = []
    for turn in (0, 180):
        for name, y in (("arrow_left", -LANE / 2), ("arrow_ahead", -1.5 * LANE), ("arrow_ahead_right", -2.5 * LANE)):
            for x in (-23.0, -44.0):
                parts.append(("sign", sign_flat(name, 1.3, 4.2).placed(x, y, PAINT_Z, h=-90).placed(h=turn)))
        for x in (-26.0, -42.0, -55.0):
            parts.append(
                ("sign", sign_flat("cycle_mark", 1.1, 1.8).placed(x, -ROAD - CYCLE / 2, PAINT_Z, h=-90).placed(h=turn))
            )
    return parts


def cycle_surface() -> Mesh:
    """The red surface of the cycle lanes before the stop lines."""
    lanes = [
        grid((-34, -STOP), (-EDGE + 0.35, -ROAD - 0.12), 1.0, _flat, RED_SURFACE).placed(0, 0, 0.003, h=turn)
        for turn in (0, 180)
    ]
    return joined(lanes)
