"""What stands in the factory hall as an aggregate plant's conveyor gallery: hopper, chute, belts, spill."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, Material, box, cloth, painted, rock, rod, tube
from assets.modelling.materials import CONCRETE, DARK_STEEL, GREY_PAINT, STEEL, STONE
from assets.places.factory_dressing import W, posters, services
from assets.places.hall_fittings import broom_and_shovel
from assets.props.conveyor import conveyor
from assets.props.ducts import DUCT
from assets.props.parts.blots import drift
from assets.props.parts.pipework import pipe, route
from assets.props.parts.railings import railing

CLAY_DUST = Material((0.50, 0.46, 0.40), "sand", 0.95, 0.0, 0.6, scale=3.0)


def gallery(parts: Assembly) -> None:
    """Aggregate: hopper and chute over the tail, the next belt, a second line, piers, heaps of spill, dust."""
    services(parts, ((GREY_PAINT, 0.05),), tray_z=5.0)
    posters(parts, "poster_belt")
    _hopper(parts, 6.3, 7.0)
    parts.include(conveyor(6.2, loaded=True, seed=5, idler_step=1.3), 17.0, 7.0, -0.12)
    _transfer(parts, 13.62, 7.0)
    parts.include(conveyor(16.0, loaded=True, seed=9, idler_step=1.6), 10.4, 12.6)
    _switch_wall(parts)
    for x in (0.6, 11.7, 17.0):
        parts.add(box(0.5, 0.5, 8.0, CONCRETE, bevel=0.03, grid=0.9).placed(x, 3.9))
    parts.add(box(W, 0.4, 0.6, CONCRETE, bevel=0.03, grid=1.5).placed(W / 2, 3.9, 6.2))
    parts.add(
        box(1.8, 0.30, 1.15, CONCRETE, bevel=0.03, grid=0.5, wear=0.6).placed(5.5, 3.95),
        box(1.9, 0.36, 0.06, CONCRETE.shade(0.85), bevel=0.015, grid=0.6).placed(5.5, 3.95, 1.15),
    )
    parts.add(railing((12.1, 3.9, 0), (16.6, 3.9, 0)))
    duct = route([(1.2, 10.4, 5.6), (12.0, 10.4, 5.6), (15.0, 10.4, 5.6), (15.0, 10.4, 8.4)], 1.0, 6)
    parts.add(tube(duct, 0.34, DUCT.shade(0.7), sides=18))
    for k, (x, y, a, b, high) in enumerate(
        (
            (7.6, 7.9, 0.8, 0.35, 0.10),
            (10.8, 7.9, 1.2, 0.3, 0.07),
            (9.4, 6.2, 1.6, 0.22, 0.05),
            (13.4, 8.0, 0.7, 0.5, 0.16),
            (6.6, 13.5, 1.8, 0.4, 0.12),
            (12.0, 13.4, 2.2, 0.4, 0.14),
            (4.7, 3.9, 0.6, 0.5, 0.05),
            (17.4, 7.9, 1.4, 0.4, 0.1),
            (2.0, 14.6, 1.5, 1.0, 0.35),
        )
    ):
        parts.add(drift(a, b, high, CLAY_DUST, k).placed(x, y, 0.0))
    rng = np.random.default_rng(6)
    for k in range(60):
        x, y = rng.uniform(4.6, 16), rng.choice([6.1, 7.95, 13.5]) + rng.normal() * 0.2
        parts.add(rock(rng.uniform(0.015, 0.045), k, STONE.shade(rng.uniform(0.8, 1.1))).placed(x, y, 0.01))
    parts.add(broom_and_shovel().placed(2.98, 8.9, h=-90))


def _hopper(parts: Assembly, x: float, y: float) -> None:
    """A bin under the roof with a chute down to the belt's loading point."""
    bin_paint = painted(0.30, 0.33, 0.34, 0.6, 0.5)
    levels = ((1.15, 8.0), (1.15, 5.9), (0.36, 4.2), (0.34, 1.42))
    corners = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    for (a, z0), (b, z1) in zip(levels, levels[1:], strict=False):
        for (px, py), (qx, qy) in zip(corners, (*corners[1:], corners[0]), strict=False):
            quad = np.array(
                [[(px * a, py * a, z0), (qx * a, qy * a, z0)], [(px * b, py * b, z1), (qx * b, qy * b, z1)]]
            )
            parts.add(cloth(quad, bin_paint, two_sided=True).placed(x, y))
    for z, half in ((7.0, 1.17), (5.9, 1.17), (4.2, 0.40), (2.8, 0.38), (1.42, 0.38)):
        for turn in (0, 90):
            parts.add(
                *(
                    box(2 * half, 0.06, 0.10, bin_paint.shade(0.8), bevel=0.006, grid=1)
                    .placed(0, s * half)
                    .placed(h=turn)
                    .placed(x, y, z)
                    for s in (-1, 1)
                )
            )
    parts.add(
        *(
            rod((x + s * 1.1, y + t * 1.1, 5.9), (x + s * 1.1, y + t * 1.1, 8.6), 0.06, DARK_STEEL, sides=6)
            for s in (-1, 1)
            for t in (-1, 1)
        )
    )
    parts.sign("hazard_stripes", 0.70, 0.07, x, y - 0.385, 1.44, turn=180)


def _transfer(parts: Assembly, x: float, y: float) -> None:
    """The box in which one belt drops on the next."""
    housing = painted(0.26, 0.30, 0.33, 0.6, 0.5)
    parts.add(
        box(0.55, 1.25, 0.75, housing, bevel=0.01, grid=0.5, wear=0.7).placed(x, y, 1.22),
        box(0.75, 1.3, 0.35, housing, bevel=0.01, grid=0.5, wear=0.7).placed(x + 0.1, y, 0.60),
    )
    parts.add(
        *(
            box(0.07, 0.07, 1.25, DARK_STEEL, bevel=0.006).placed(x + dx, y + dy)
            for dx in (-0.2, 0.45)
            for dy in (-0.62, 0.62)
        )
    )
    parts.sign("当心机械伤人", 0.32, 0.40, x, y - 0.629, 1.38, turn=180)


def _switch_wall(parts: Assembly) -> None:
    """A free-standing wall with conduits, for the isolator and the panel on its east face (x 3.0)."""
    parts.add(box(0.36, 2.9, 3.2, CONCRETE, bevel=0.02, grid=0.7).placed(2.80, 10.0))
    for k in range(4):
        y = 9.35 + 0.10 * k
        parts.add(
            pipe([(3.02, y, 1.9 if k < 2 else 2.1), (3.02, y, 3.25), (3.02, y + 0.0, 5.0)], 0.018, GREY_PAINT, sides=6)
        )
    parts.add(
        box(0.04, 0.5, 0.04, STEEL, bevel=0.004).placed(3.0, 9.5, 2.5),
        box(0.04, 0.5, 0.04, STEEL, bevel=0.004).placed(3.0, 9.5, 3.0),
    )
