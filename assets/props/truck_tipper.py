"""The tipper's body behind the cab: skip with ribs and tarpaulin, load of gravel, ram, side guards, warning boards."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import joined
from assets.modelling import block, both_sides, box, cloth, lathe, rod, rounded_box, sign_quad, solid, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, CHROME, DARK_STEEL, RUBBER, STEEL, WHITE_PAINT, Material, painted
from assets.props.truck_cab import Part

TIPPER_PAINT = painted(0.60, 0.20, 0.025, 0.26, 0.05)
SKIP_PAINT = painted(0.50, 0.17, 0.025, 0.4, 0.4)
GRAVEL = Material((0.52, 0.49, 0.45), "gravel", 0.95, 0.0, 0.8)
TARPAULIN = Material((0.05, 0.13, 0.10), "fabric", 0.85, 0.0, 0.4, scale=3.0)
REAR, FRONT, FLOOR, TOP, HALF = -4.98, 2.90, 1.22, 2.72, 1.235
"""The skip: its ends along y, the heights of floor and rim, half its width."""


@cache
def tipper_body() -> tuple[Part, ...]:
    """Everything between cab and tail lamps."""
    parts: list[Part] = [("opaque", joined([_skip(), *_ribs(), *_hydraulics(), *_guards(), *_load()]))]
    for side in (-1, 1):
        turn = -90 * side
        parts.append(
            ("sign", sign_quad("blind_zone_warning", 1.5, 0.60).placed(side * (HALF + 0.055), 1.1, 1.62, h=turn))
        )
        parts += [
            ("sign", sign_quad("reflective_tape", 1.05, 0.05).placed(side * (HALF + 0.018), y, FLOOR + 0.10, h=turn))
            for y in (-4.2, -2.6, -1.0, 2.3)
        ]
    parts.append(("sign", sign_quad("tipper_number", 1.5, 0.42).placed(0, REAR - 0.062, 1.95, h=180)))
    return tuple(parts)


def _skip():
    """The open box of 10 mm plate, its front wall raised to shield the cab."""
    length, middle = FRONT - REAR, (FRONT + REAR) / 2
    outer = block(2 * HALF, length, TOP - FLOOR, 0, middle, FLOOR)
    inner = block(2 * HALF - 0.10, length - 0.12, TOP - FLOOR, 0, middle, FLOOR + 0.09)
    shield = block(2 * HALF - 0.1, 0.09, 0.42, 0, FRONT - 0.045, TOP) + block(
        1.9, 0.62, 0.05, 0, FRONT + 0.26, TOP + 0.37
    )
    return solid(outer - inner + shield, SKIP_PAINT, grid=0.9, wear=0.3)


def _ribs():
    """Rims, upright ribs on the sides, the hinged tailboard with its locks."""
    length, middle = FRONT - REAR, (FRONT + REAR) / 2
    side = [
        box(0.09, length, 0.12, SKIP_PAINT, bevel=0.02, grid=1.5).placed(HALF, middle, z)
        for z in (TOP - 0.08, FLOOR - 0.02)
    ]
    side += [
        box(0.07, 0.11, TOP - FLOOR - 0.1, SKIP_PAINT, bevel=0.02, grid=1.0).placed(HALF + 0.015, y, FLOOR + 0.06)
        for y in np.linspace(REAR + 0.35, FRONT - 0.25, 9)
    ]
    board = [
        box(2 * HALF, 0.07, TOP - FLOOR - 0.06, SKIP_PAINT, bevel=0.015, grid=1.0).placed(0, REAR - 0.01, FLOOR + 0.02)
    ]
    board += [
        box(2 * HALF + 0.02, 0.06, 0.10, SKIP_PAINT.shade(0.9), bevel=0.015, grid=1.5).placed(0, REAR - 0.05, z)
        for z in (FLOOR + 0.06, FLOOR + 0.55, TOP - 0.14)
    ]
    hooks = [box(0.06, 0.16, 0.12, DARK_STEEL, bevel=0.012).placed(x, REAR - 0.08, FLOOR - 0.03) for x in (-0.9, 0.9)]
    hooks += [
        rod((x, REAR - 0.02, TOP - 0.02), (x + 0.14, REAR - 0.02, TOP - 0.02), 0.035, STEEL) for x in (-1.16, 1.02)
    ]
    return [both_sides(joined(side)), *board, *hooks]


def _hydraulics():
    """The ram behind the cab, the tank, the frame under the skip, mudguards over the front of the twin axles."""
    ram = [
        rod((0, 2.95, 1.0), (0, 2.98, 2.5), 0.10, DARK_STEEL, sides=12),
        rod((0, 2.98, 2.4), (0, 2.96, 2.86), 0.07, CHROME, sides=12),
    ]
    bearers = [
        box(0.12, 7.4, 0.16, DARK_STEEL, bevel=0.015, grid=2).placed(x, -1.0, FLOOR - 0.2) for x in (-0.42, 0.42)
    ]
    wing = both_sides(
        tube(
            [(0.94, -2.04 + 0.62 * np.cos(a), 0.55 + 0.62 * np.sin(a)) for a in np.radians(np.linspace(30, 150, 9))],
            0.30,
            BLACK_PLASTIC,
            outline=np.array([(-1, -0.03), (1, -0.03), (1, 0.03), (-1, 0.03)]),
        )
    )
    exhaust = [
        rod((-1.02, 3.02, 1.0), (-1.02, 3.02, 2.95), 0.07, CHROME, sides=12),
        lathe([(0.05, 0), (0.10, 0), (0.10, 0.7), (0.05, 0.7), (0.05, 0)], STEEL, sides=14).placed(-1.02, 3.02, 1.6),
    ]
    return [*ram, *bearers, wing, *exhaust]


def _guards():
    """Side guards between the axles, a spare wheel, the blind-zone mirror on the cab's right."""
    rails = both_sides(
        joined(
            [
                box(0.035, 3.3, 0.05, WHITE_PAINT, bevel=0.01, grid=2).placed(1.18, 0.72, z)
                for z in (0.62, 0.70, 0.86, 0.94)
            ]
        )
    )
    spare = [torus(0.36, 0.13, RUBBER, sides=24, section=9).placed(0.30, 2.2, 0.85, p=90)]
    mirror = [
        tube([(1.10, 4.86, 2.62), (1.26, 5.02, 2.66), (1.30, 5.06, 2.50)], 0.014, BLACK_PLASTIC, sides=6),
        rounded_box(0.26, 0.10, 0.20, BLACK_PLASTIC, radius=0.05, segments=8).placed(1.30, 5.06, 2.32, p=-20),
    ]
    return [rails, *spare, *mirror]


def _load():
    """A heap of gravel rising above the rim and the rolled tarpaulin at the front."""
    x, y = np.meshgrid(np.linspace(-HALF + 0.06, HALF - 0.06, 13), np.linspace(REAR + 0.1, FRONT - 0.12, 26))
    rng = np.random.default_rng(23)
    heap = 0.42 * (1 - (x / HALF) ** 2) * (0.75 + 0.25 * np.sin(y * 1.3)) + rng.normal(0, 0.018, x.shape)
    surface = cloth(np.stack([x, y, TOP - 0.16 + heap], -1), GRAVEL, split=70)
    roll = tube([(-1.15, FRONT - 0.12, TOP + 0.14), (1.15, FRONT - 0.12, TOP + 0.14)], 0.12, TARPAULIN, sides=12)
    return [surface, roll]
