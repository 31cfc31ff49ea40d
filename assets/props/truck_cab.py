"""The cab of a cab-over lorry of 18 t: sheet metal, interior, right door open or shut, front lamps, mirrors."""

from __future__ import annotations

from functools import cache

import numpy as np
from manifold3d import Manifold, OpType

from assets.mesh import Lamp, Mesh, Pass, joined
from assets.modelling import block, both_sides, box, lathe, rod, rounded_box, smooth, solid, tube
from assets.modelling.loft import Skin, across, along, loft, rounded_rectangle
from assets.modelling.materials import (
    ALUMINIUM,
    BLACK_PLASTIC,
    CHROME,
    DARK_STEEL,
    GREY_PLASTIC,
    ORANGE_PAINT,
    RUBBER,
    STEEL,
    WINDOW,
    plastic,
)
from assets.modelling.surfaces import sign_bent, sign_quad
from assets.props.parts.truck_cab_fittings import CAB_PAINT, TRIM, cab_interior, cab_mirror, roof_deflector
from assets.props.parts.wheels import LORRY_RADIUS

Part = tuple[Pass, Mesh]
CAB_REAR, DOOR_FRONT, DOOR_SILL, DOOR_TOP = 3.2, 4.2, 1.12, 2.72
FRONT_AXLE, REAR_AXLE = 3.72, -3.4
OPEN_DOOR = 72.0
"""Degrees that the right door stands open."""
AMBER = (1.0, 0.42, 0.03)
# height, half width, front, corner radius at the front
CAB_RINGS = (
    (0.80, 1.16, 4.90, 0.20),
    (0.92, 1.20, 4.95, 0.22),
    (1.30, 1.22, 4.98, 0.24),
    (1.62, 1.225, 4.985, 0.26),
    (1.80, 1.22, 4.96, 0.26),
    (2.20, 1.205, 4.89, 0.27),
    (2.60, 1.175, 4.79, 0.28),
    (2.78, 1.145, 4.72, 0.29),
    (2.88, 1.09, 4.62, 0.30),
    (2.94, 1.00, 4.48, 0.32),
    (2.965, 0.86, 4.30, 0.34),
)


def _cab_body(offset: float) -> Manifold:
    rings = []
    for k, (z, half, front, radius) in enumerate(CAB_RINGS):
        end = -offset if k == 0 else offset if k == len(CAB_RINGS) - 1 else 0.0
        outline = rounded_rectangle(
            (-half - offset, half + offset), (CAB_REAR - offset, front + offset), (radius, 0.08)
        )
        rings.append(np.column_stack([outline, np.full(len(outline), z + end)]))
    return loft(rings)


@cache
def _skin() -> Skin:
    return Skin(_cab_body)


WINDSCREEN = [(-1.03, 1.74), (1.03, 1.74), (1.02, 2.60), (0.94, 2.68), (-0.94, 2.68), (-1.02, 2.60)]
SIDE_WINDOW = [(3.32, 1.76), (4.10, 1.66), (4.12, 2.40), (4.02, 2.56), (3.36, 2.60), (3.32, 2.54)]
DOOR = [
    (CAB_REAR + 0.02, DOOR_SILL),
    (DOOR_FRONT, DOOR_SILL),
    (DOOR_FRONT, 2.58),
    (4.08, DOOR_TOP),
    (3.26, DOOR_TOP),
    (CAB_REAR + 0.02, 2.66),
]
QUARTER_LIGHT = [(4.27, 1.66), (4.62, 1.70), (4.50, 2.28), (4.27, 2.36)]


def _openings() -> Manifold:
    both = [across(outline, x0, x1) for outline in (SIDE_WINDOW, QUARTER_LIGHT) for x0, x1 in ((-2, -0.9), (0.9, 2))]
    return Manifold.batch_boolean([*both, along(WINDSCREEN, 4.4, 5.4)], OpType.Add)


def _hollow() -> Manifold:
    """The inside of the cab: from its floor to below its roof, wheel boxes left standing."""
    return (_cab_body(-0.07) ^ block(4, 4, 1.84, 0, 4.1, 1.04)) - _wheel_arches(0.68)


def _wheel_arches(radius: float = 0.64) -> Manifold:
    wheel = Manifold.cylinder(0.9, radius, radius, 36).rotate([0, 90, 0]).translate([0, FRONT_AXLE, LORRY_RADIUS])
    return wheel.translate([0.66, 0, 0]) + wheel.translate([-1.56, 0, 0])


def _shell(door_open: bool) -> Mesh:
    """Sheet metal of the cab, without its right door where that stands open; grooves where panels meet."""
    skin = _skin()
    grooves = skin.layer(0.02, -0.022)
    inner = [(y + _inward(y), z + _upward(z)) for y, z in DOOR]
    doors = across(DOOR, -2, -0.9) - across(inner, -2.1, -0.8)
    if not door_open:
        doors += across(DOOR, 0.9, 2) - across(inner, 0.8, 2.1)
    hood = along([(-1.0, 1.06), (1.0, 1.06), (1.0, 1.075), (-1.0, 1.075)], 4.6, 5.4)
    hood += along([(-1.06, 1.585), (1.06, 1.585), (1.06, 1.60), (-1.06, 1.60)], 4.6, 5.4)
    for x in (-1.0, 1.0):
        hood += block(0.014, 1.0, 0.52, x, 5.1, 1.07)
    body = skin.nominal - _hollow() - _openings() - _wheel_arches() - (grooves ^ (doors + hood))
    if door_open:
        body -= across(DOOR, 1.0, 2.0)
    return solid(body, CAB_PAINT, split=38)


def _inward(y: float) -> float:
    return 0.012 if y < 3.7 else -0.012


def _upward(z: float) -> float:
    return 0.012 if z < 1.9 else -0.012


def _panes(door_open: bool) -> Mesh:
    """All glass but the open door's."""
    skin = _skin()
    regions = [along(WINDSCREEN, 4.4, 5.4), across(SIDE_WINDOW, -2, -0.9)]
    regions += [] if door_open else [across(SIDE_WINDOW, 0.9, 2)]
    regions += [across(QUARTER_LIGHT, x0, x1) for x0, x1 in ((-2, -0.9), (0.9, 2))]
    pane = skin.layer(-0.016, -0.022)
    return joined([solid(pane ^ region, WINDOW, split=60) for region in regions])


def _swung(mesh: Mesh) -> Mesh:
    """The right door's parts turned open about its front edge."""
    hinge = (1.20, DOOR_FRONT)
    return mesh.placed(-hinge[0], -hinge[1]).placed(*hinge, h=OPEN_DOOR)


def _open_door() -> tuple[Mesh, Mesh]:
    """The right door standing open: its sheet metal and lining, and its pane."""
    skin = _skin()
    outline = across(DOOR, 1.0, 2.0)
    window = across(SIDE_WINDOW, 0.9, 2.0)
    metal = solid(skin.patch(outline, 0.0, -0.045) - window, CAB_PAINT, split=38)
    lining = solid(skin.patch(outline, -0.045, -0.075) - window - block(1, 0.12, 2, 1.2, DOOR_FRONT), GREY_PLASTIC)
    pocket = box(0.09, 0.6, 0.16, BLACK_PLASTIC, bevel=0.02).placed(1.10, 3.7, 1.2)
    grip = rod((1.07, 3.45, 1.58), (1.07, 3.85, 1.60), 0.018, BLACK_PLASTIC)
    handle = box(0.03, 0.16, 0.035, BLACK_PLASTIC, bevel=0.01).placed(1.235, 3.36, 1.5)
    pane = solid(skin.layer(-0.016, -0.022) ^ window, WINDOW, split=60)
    return _swung(joined([metal, lining, pocket, grip, handle])), _swung(pane)


def _front() -> Mesh:
    """Grille, bumper, steps, wipers, mirrors, sun visor, lamp boxes on the roof."""
    skin = _skin()
    grille = solid(
        skin.patch(along([(-0.86, 1.12), (0.86, 1.12), (0.80, 1.54), (-0.80, 1.54)], 4.6, 5.4), 0.012, -0.03),
        TRIM,
        split=40,
    )
    bars = [
        solid(
            skin.patch(along([(-0.80, z), (0.80, z), (0.80, z + 0.028), (-0.80, z + 0.028)], 4.6, 5.4), 0.03, 0),
            CHROME,
            split=40,
        )
        for z in (1.19, 1.28, 1.37, 1.46)
    ]
    badge = lathe([(0, 0), (0.085, 0), (0.075, 0.025), (0, 0.03)], CHROME).placed(0, 5.005, 1.33, p=-90)
    bumper_rings = [
        np.column_stack([rounded_rectangle((-w, w), (4.42, f), (0.22, 0.05)), np.full(24, z)])
        for z, w, f in ((0.36, 1.14, 4.94), (0.42, 1.20, 5.0), (0.78, 1.22, 5.0), (0.84, 1.20, 4.97))
    ]
    recess = block(0.5, 0.2, 0.2, 0.86, 5.02, 0.54) + block(0.5, 0.2, 0.2, -0.86, 5.02, 0.54)
    recess += block(0.56, 0.1, 0.17, 0, 5.02, 0.5)
    bumper = solid(loft(bumper_rings) - _wheel_arches() - recess, TRIM, split=38)
    visor = solid(skin.patch(block(2.06, 1.2, 0.15, 0, 4.9, 2.68), 0.12, 0.10), TRIM, split=38)
    wipers = [
        tube(
            smooth([(x, 4.99, 1.68), (x + 0.2, 4.965, 1.82), (x + 0.62, 4.93, 1.98)], 4), 0.011, BLACK_PLASTIC, sides=6
        )
        for x in (-0.85, -0.2, 0.35)
    ]
    steps = both_sides(
        joined([box(0.20, 0.42, 0.04, DARK_STEEL, bevel=0.008).placed(1.12, 4.46, z) for z in (0.44, 0.78)])
    )
    return joined([grille, *bars, badge, bumper, visor, *wipers, steps])


def front_lamps(lit: tuple[int, ...]) -> tuple[list[Part], tuple[Lamp, ...]]:
    """Headlamps and turn lamps; the turn lamps glow on the sides ``lit``: -1 left, 1 right."""
    parts: list[Part] = []
    lamps: list[Lamp] = []
    for side in (-1, 1):
        on = side in lit
        amber = plastic(*AMBER, 0.2) if on else plastic(0.42, 0.15, 0.02, 0.15)
        turn: Pass = "glow" if on else "opaque"
        parts.append(("sign", sign_quad("headlamp", 0.34, 0.17).placed(side * 0.82, 4.93, 0.56)))
        parts.append(
            ("glass", rounded_box(0.36, 0.03, 0.19, WINDOW, radius=0.014, segments=8).placed(side * 0.82, 4.965, 0.55))
        )
        lens = _skin().patch(block(0.16, 0.5, 0.12, side * 1.10, 4.95, 1.12), 0.012, -0.01)
        parts.append((turn, solid(lens, amber, split=60)))
        parts.append(
            (turn, rounded_box(0.03, 0.11, 0.05, amber, radius=0.012, segments=8).placed(side * 1.235, 4.40, 1.14))
        )
        if on:
            lamps.append(Lamp((side * 1.14, 5.06, 1.18), (side * 0.3, 1, 0), AMBER, 1.2))
    return parts, tuple(lamps)


@cache
def cab(door_open: bool, deflector: bool) -> tuple[Part, ...]:
    """Everything of the cab but its lamps; the right door stands open or is shut; with or without wind deflector."""
    door, door_pane = _open_door() if door_open else (None, None)
    mirror, mirror_face = cab_mirror()
    opaque = [_shell(door_open), cab_interior(), _front(), both_sides(joined([mirror, mirror_face]))]
    opaque += [roof_deflector()] if deflector else []
    handle = box(0.03, 0.16, 0.035, BLACK_PLASTIC, bevel=0.01).placed(-1.235, 3.36, 1.5)
    opaque += [both_sides(handle)] if door is None else [handle, door]
    panes = [_panes(door_open)] + ([] if door_pane is None else [door_pane])
    beacon = [
        rounded_box(0.12, 0.06, 0.04, ORANGE_PAINT, radius=0.012, segments=8).placed(x, 4.28, 2.955)
        for x in (-0.7, 0, 0.7)
    ]
    cab_rail = both_sides(rod((1.235, 4.24, 1.3), (1.235, 4.24, 1.95), 0.014, STEEL))
    mud = both_sides(box(0.36, 0.02, 0.34, RUBBER, bevel=0.005).placed(1.0, 3.04, 0.52))
    tank = lathe([(0, 0), (0.27, 0), (0.29, 0.02), (0.29, 1.08), (0.27, 1.10), (0, 1.10)], ALUMINIUM, sides=24)
    tank = tank.placed(-0.86, 2.72, 0.70, p=90)
    return (
        ("opaque", joined([*opaque, *beacon, cab_rail, mud, tank])),
        ("glass", joined(panes)),
        ("sign", sign_quad("plate_lorry", 0.44, 0.14).placed(0, 4.995, 0.52)),
        ("sign", sign_bent("lorry_door", [(-1.2345, 4.08), (-1.2345, 3.42)], 0.36).placed(z=1.22)),
    )
