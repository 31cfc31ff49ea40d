"""A small service van of a property company, its right sliding door open on tools and boxes."""

from __future__ import annotations

from functools import cache

import numpy as np
from manifold3d import Manifold, OpType

from assets.mesh import Mesh, Model, Pass, joined, model_of
from assets.modelling import block, both_sides, box, lathe, rounded_box, smooth, solid, torus, tube
from assets.modelling.loft import Skin, across, along, loft, rounded_rectangle
from assets.modelling.materials import BLACK_PLASTIC, CHROME, DARK_STEEL, ORANGE_PAINT, WINDOW, painted, plastic
from assets.modelling.surfaces import sign_quad
from assets.props.parts.wheels import CAR_RADIUS, car_wheel

Part = tuple[Pass, Mesh]
PAINT = painted(0.74, 0.75, 0.74, 0.2, 0.03)
TRIM = plastic(0.035, 0.036, 0.039, 0.6)
SEAT = plastic(0.10, 0.10, 0.11, 0.85)
AXLES = (1.28, -1.28)
WHEEL_SCALE = 0.92

# along y: half width at the waist, lower edge, upper edge, corner radius above
STATIONS = (
    (2.02, 0.60, 0.38, 0.92, 0.10), (1.98, 0.70, 0.30, 1.02, 0.14), (1.88, 0.76, 0.24, 1.10, 0.16),
    (1.60, 0.80, 0.22, 1.24, 0.20), (1.34, 0.81, 0.22, 1.52, 0.24), (1.08, 0.815, 0.22, 1.80, 0.26),
    (0.80, 0.82, 0.22, 1.89, 0.24), (-0.2, 0.82, 0.22, 1.92, 0.22), (-1.4, 0.82, 0.23, 1.91, 0.22),
    (-1.88, 0.80, 0.26, 1.87, 0.22), (-1.98, 0.77, 0.30, 1.82, 0.20), (-2.02, 0.70, 0.38, 1.72, 0.18),
)  # fmt: skip
SIDE_DOOR = [(-0.90, 0.34), (0.12, 0.34), (0.12, 1.66), (-0.90, 1.70)]
FRONT_WINDOW = [(0.24, 1.02), (1.32, 1.00), (1.06, 1.58), (0.24, 1.62)]
REAR_WINDOW = [(-1.76, 1.05), (-0.98, 1.05), (-0.98, 1.63), (-1.72, 1.60)]
LEFT_MIDDLE = [(-0.86, 1.05), (0.12, 1.05), (0.12, 1.63), (-0.86, 1.63)]
WINDSCREEN = [(-0.68, 1.16), (0.68, 1.16), (0.60, 1.74), (-0.60, 1.74)]
REAR_SCREEN = [(-0.60, 1.10), (0.60, 1.10), (0.54, 1.62), (-0.54, 1.62)]


def _body(offset: float) -> Manifold:
    rings = []
    for k, (y, half, low, high, radius) in enumerate(STATIONS):
        end = offset if k == 0 else -offset if k == len(STATIONS) - 1 else 0.0
        ring = rounded_rectangle((-half - offset, half + offset), (low - offset, high + offset), (radius, 0.08), 5)
        taper = 1 - 0.10 * np.clip((ring[:, 1] - 1.0) / 0.9, 0, 1)
        rings.append(np.column_stack([ring[:, 0] * taper, np.full(len(ring), y + end), ring[:, 1]]))
    return loft(rings)


@cache
def _skin() -> Skin:
    return Skin(_body)


def _regions() -> list[Manifold]:
    both = [across(outline, x0, x1) for outline in (FRONT_WINDOW, REAR_WINDOW) for x0, x1 in ((-1, -0.4), (0.4, 1))]
    return [*both, across(LEFT_MIDDLE, -1, -0.4), along(WINDSCREEN, 0.9, 2.0), along(REAR_SCREEN, -2.2, -1.8)]


def _shell() -> Mesh:
    skin = _skin()
    gap = 0.009
    grooves = (
        block(2.2, gap, 1.5, 0, 0.16, 0.30) + block(2.2, gap, 1.3, 0, 1.36, 0.30) + block(2.2, gap, 1.4, 0, -0.94, 0.30)
    )
    grooves += (
        block(2.0, 2.3, gap, 0, 0.2, 0.31) + block(2.0, 0.3, gap, 0, -1.95, 0.60) + block(2.0, 0.4, gap, 0, 1.95, 0.62)
    )
    arches = Manifold()
    for axle in AXLES:
        wheel = Manifold.cylinder(0.5, 0.355, 0.355, 30).rotate([0, 90, 0])
        arches += wheel.translate([0.52, axle, 0.29]) + wheel.translate([-1.02, axle, 0.29])
    inside = skin.body(-0.05) ^ block(1.7, 3.3, 1.7, 0, -0.3, 0.52)
    body = skin.nominal - inside - arches - (skin.layer(0.02, -0.012) ^ grooves)
    body -= Manifold.batch_boolean(_regions(), OpType.Add) ^ skin.body(0.05)
    return solid(body - across(SIDE_DOOR, 0.4, 1.2), PAINT, split=34)


def _sliding_door() -> tuple[Mesh, Mesh]:
    """The right door slid back outside the body, with its window."""
    skin = _skin()
    leaf = skin.layer(0.0, -0.04) ^ across(SIDE_DOOR, 0.4, 1.2)
    pane = across([(-0.82, 1.05), (0.04, 1.05), (0.04, 1.60), (-0.82, 1.62)], 0.4, 1.2)
    rail = box(0.02, 1.5, 0.04, TRIM, bevel=0.006).placed(0.825, -1.2, 0.98)
    handle = rounded_box(0.03, 0.16, 0.035, BLACK_PLASTIC, radius=0.012, segments=8).placed(0.90, -1.02, 0.98)
    door = solid(leaf - pane, PAINT, split=34).placed(0.055, -1.00, 0.0)
    return joined([door, rail, handle]), solid((skin.layer(-0.010, -0.016)) ^ pane, WINDOW, split=60).placed(
        0.055, -1.00, 0.0
    )


def _inside() -> Mesh:
    """Two seats, dashboard, wheel, the load floor with boxes, a rope and a coil of hose."""
    seats = [
        joined(
            [
                rounded_box(0.46, 0.46, 0.16, SEAT, radius=0.06, segments=8).placed(x, 0.62, 0.62),
                rounded_box(0.44, 0.13, 0.58, SEAT, radius=0.05, segments=8).placed(x, 0.38, 0.72, p=-8),
                rounded_box(0.24, 0.09, 0.16, SEAT, radius=0.04, segments=8).placed(x, 0.30, 1.30),
            ]
        )
        for x in (-0.38, 0.38)
    ]
    dash = rounded_box(1.40, 0.34, 0.28, TRIM, radius=0.07, segments=8).placed(0, 1.22, 0.86)
    wheel = torus(0.18, 0.013, BLACK_PLASTIC, sides=20, section=6).placed(-0.38, 0.98, 1.06, p=50)
    floor = box(1.44, 2.1, 0.03, plastic(0.13, 0.13, 0.135, 0.8), bevel=0.005, grid=0.6).placed(0, -0.85, 0.52)
    crates = [
        box(0.42, 0.36, 0.28, ORANGE_PAINT.shade(0.7), bevel=0.015).placed(-0.36, -0.5, 0.55),
        box(0.5, 0.5, 0.36, painted(0.10, 0.22, 0.38), bevel=0.02).placed(-0.4, -1.2, 0.55),
        box(0.5, 0.30, 0.22, DARK_STEEL, bevel=0.01).placed(0.2, -1.5, 0.55),
    ]
    hose = [
        torus(0.20 - 0.01 * k, 0.022, plastic(0.40, 0.06, 0.05, 0.5), sides=22, section=6).placed(
            0.34, -1.0, 0.575 + 0.04 * k
        )
        for k in range(3)
    ]
    return joined([*seats, dash, wheel, floor, *crates, *hose])


def _fittings() -> list[Part]:
    skin = _skin()
    lens = skin.patch(along([(0.40, 0.74), (0.74, 0.78), (0.74, 0.92), (0.46, 0.90)], 1.6, 2.2), 0.005, -0.008)
    tail = skin.patch(along([(0.58, 0.86), (0.82, 0.86), (0.82, 1.16), (0.62, 1.16)], -2.2, -1.8), 0.005, -0.008)
    grille = solid(skin.patch(block(0.76, 1, 0.12, 0, 2.0, 0.70), 0.006, -0.01), TRIM)
    bumper = [solid(skin.patch(block(1.7, 0.6, 0.20, 0, y, 0.34), 0.022, -0.01), TRIM) for y in (1.95, -1.95)]
    mirror = both_sides(
        joined(
            [
                rounded_box(0.17, 0.09, 0.20, TRIM, radius=0.04, segments=8).placed(0.94, 1.22, 1.10),
                tube([(0.80, 1.24, 1.12), (0.88, 1.23, 1.16)], 0.016, TRIM, sides=6),
            ]
        )
    )
    handle = both_sides(
        rounded_box(0.022, 0.14, 0.03, BLACK_PLASTIC, radius=0.01, segments=8).placed(0.822, 0.34, 0.92)
    )
    wiper = [
        tube(smooth([(x, 1.60, 1.20), (x + 0.2, 1.50, 1.34), (x + 0.42, 1.42, 1.44)], 3), 0.008, BLACK_PLASTIC, sides=5)
        for x in (-0.5, 0.0)
    ]
    rack = [
        both_sides(tube([(0.60, 0.5, 1.97), (0.60, -1.6, 1.96)], 0.015, DARK_STEEL, sides=6)),
        *(tube([(-0.66, y, 1.96), (0.66, y, 1.96)], 0.014, DARK_STEEL, sides=6) for y in (0.3, -0.6, -1.4)),
    ]
    badge = lathe([(0, 0), (0.05, 0), (0.042, 0.012), (0, 0.014)], CHROME, sides=14).placed(0, 2.03, 0.82, p=-90)
    parts: list[Part] = [
        (
            "opaque",
            joined(
                [
                    both_sides(solid(lens, plastic(0.7, 0.72, 0.74, 0.06), split=60)),
                    both_sides(solid(tail, plastic(0.34, 0.012, 0.012, 0.12), split=60)),
                    grille,
                    *bumper,
                    mirror,
                    handle,
                    *wiper,
                    *rack,
                    badge,
                ]
            ),
        )
    ]
    parts += [
        ("sign", sign_quad("plate_car", 0.44, 0.14).placed(0, y, 0.42, h=turn))
        for y, turn in ((2.045, 0), (-2.045, 180))
    ]
    parts.append(("sign", sign_quad("van_lettering", 1.15, 0.30).placed(-0.8235, -0.35, 0.60, h=90)))
    parts.append(("sign", sign_quad("van_lettering", 1.0, 0.26).placed(0.883, -1.42, 0.62, h=-90)))
    return parts


@cache
def service_van() -> Model:
    """The van, 1.64 x 4.05 x 1.93 m, its right sliding door open."""
    wheel = car_wheel()
    wheels = [
        wheel.placed(side * 0.70, axle, CAR_RADIUS * WHEEL_SCALE, h=0 if side > 0 else 180, scale=WHEEL_SCALE)
        for side in (1, -1)
        for axle in AXLES
    ]
    door, door_pane = _sliding_door()
    pane = _skin().layer(-0.010, -0.016)
    panes = joined([*(solid(pane ^ region, WINDOW, split=60) for region in _regions()), door_pane])
    return model_of(("opaque", joined([_shell(), _inside(), door, *wheels])), ("glass", panes), *_fittings())
