"""The car: a family saloon, driving with its lamps lit, parked, its left door opening, or with its front damaged."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from manifold3d import Manifold, OpType

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, Pass, joined, model_of
from assets.modelling import ball, block, both_sides, lathe, mirrored, rounded_box, smooth, solid, torus, tube
from assets.modelling.loft import Skin, across, along, loft, rounded_rectangle, superellipse
from assets.modelling.materials import BLACK_PLASTIC, CHROME, DARK_STEEL, WINDOW, painted, plastic
from assets.modelling.surfaces import sign_quad
from assets.props.parts.wheels import CAR_RADIUS, car_wheel
from assets.props.van import service_van

Part = tuple[Pass, Mesh]
PAINT = painted(0.30, 0.32, 0.35, 0.14, 0.02)
SEAT = plastic(0.085, 0.08, 0.075, 0.85)
TRIM = plastic(0.03, 0.031, 0.034, 0.6)
RED_LENS = plastic(0.34, 0.012, 0.012, 0.12)
CLEAR_LENS = plastic(0.72, 0.74, 0.76, 0.08)
WHITE_LIGHT = plastic(1.0, 0.96, 0.86, 0.1)
RED_LIGHT = plastic(1.0, 0.05, 0.03, 0.1)
AXLES = (1.36, -1.33)

# along y: half width, lower edge, upper edge
BODY_STATIONS = (
    (2.30, 0.62, 0.32, 0.64), (2.27, 0.70, 0.26, 0.68), (2.18, 0.78, 0.21, 0.735), (1.95, 0.855, 0.19, 0.80),
    (1.55, 0.885, 0.18, 0.865), (1.05, 0.895, 0.18, 0.925), (0.5, 0.90, 0.18, 0.945), (-0.5, 0.90, 0.18, 0.96),
    (-1.2, 0.895, 0.18, 0.985), (-1.7, 0.88, 0.19, 1.00), (-2.05, 0.845, 0.22, 0.99), (-2.20, 0.80, 0.25, 0.96),
    (-2.27, 0.74, 0.30, 0.90), (-2.30, 0.66, 0.38, 0.82),
)  # fmt: skip
# height, half width, rear, front, corner radius
CABIN_RINGS = (
    (0.86, 0.80, -1.86, 1.12, 0.30), (0.98, 0.785, -1.70, 0.88, 0.28), (1.12, 0.742, -1.46, 0.62, 0.26),
    (1.26, 0.693, -1.20, 0.37, 0.25), (1.37, 0.648, -0.98, 0.16, 0.24), (1.43, 0.606, -0.82, 0.0, 0.24),
    (1.47, 0.53, -0.66, -0.14, 0.22), (1.487, 0.43, -0.55, -0.25, 0.14),
)  # fmt: skip
FRONT_WINDOW = [(-0.24, 1.0), (0.58, 0.985), (0.50, 1.05), (0.10, 1.325), (-0.24, 1.375)]
REAR_WINDOW = [(-0.32, 1.0), (-0.32, 1.375), (-0.62, 1.36), (-0.95, 1.27), (-1.22, 1.08), (-1.20, 1.015)]
WINDSCREEN = [(-0.66, 0.985), (0.66, 0.985), (0.545, 1.36), (0.40, 1.40), (-0.40, 1.40), (-0.545, 1.36)]
REAR_SCREEN = [(-0.60, 1.06), (0.60, 1.06), (0.50, 1.34), (0.38, 1.375), (-0.38, 1.375), (-0.50, 1.34)]


def _lower_body(offset: float) -> Manifold:
    rings = []
    for k, (y, half, low, high) in enumerate(BODY_STATIONS):
        end = offset if k == 0 else -offset if k == len(BODY_STATIONS) - 1 else 0.0
        outline = superellipse(half + offset, low - offset, high + offset, 4.4, 28)
        rings.append(np.column_stack([outline[:, 0], np.full(len(outline), y + end), outline[:, 1]]))
    return loft(rings)


def _cabin(offset: float) -> Manifold:
    rings = []
    for k, (z, half, rear, front, radius) in enumerate(CABIN_RINGS):
        end = -offset if k == 0 else offset if k == len(CABIN_RINGS) - 1 else 0.0
        outline = rounded_rectangle(
            (-half - offset, half + offset), (rear - offset, front + offset), (radius, radius), 4
        )
        rings.append(np.column_stack([outline, np.full(len(outline), z + end)]))
    return loft(rings)


@cache
def _skin() -> Skin:
    return Skin(lambda offset: _lower_body(offset) + _cabin(offset))


@cache
def _cabin_skin() -> Skin:
    return Skin(_cabin)


def _window_regions() -> list[Manifold]:
    sides = [across(outline, x0, x1) for outline in (FRONT_WINDOW, REAR_WINDOW) for x0, x1 in ((-1, -0.3), (0.3, 1))]
    return [*sides, along(WINDSCREEN, 0.02, 1.2), along(REAR_SCREEN, -1.9, -0.72)]


def _arches() -> Manifold:
    arches = Manifold()
    for axle in AXLES:
        wheel = Manifold.cylinder(0.5, 0.385, 0.385, 32).rotate([0, 90, 0])
        arches += wheel.translate([0.60, axle, CAR_RADIUS]) + wheel.translate([-1.10, axle, CAR_RADIUS])
    return arches


def _grooves() -> Manifold:
    """Where doors, bonnet, boot lid and bumpers meet: gaps 8 mm wide."""
    gap = 0.009
    cuts = Manifold()
    for y in (0.98, -0.28, -1.16):
        cuts += block(2.2, gap, 0.66, 0, y, 0.32)
    cuts += block(2.2, 2.14, gap, 0, -0.09, 0.315)
    for x in (-0.70, 0.70):
        cuts += block(gap, 1.1, 0.4, x, 1.62, 0.70) + block(gap, 0.5, 0.4, x, -2.0, 0.72)
    cuts += block(1.40, gap, 0.4, 0, 1.10, 0.80) + block(1.40, gap, 0.30, 0, -1.80, 0.86)
    cuts += block(2.0, 0.22, gap, 0, 2.25, 0.56) + block(2.0, 0.26, gap, 0, -2.24, 0.62)
    return cuts


DOOR_HINGE = (-0.885, 0.98)
OPEN_DOOR = -56.0
"""Where the left front door is hinged (x, y), and the degrees it stands open."""


def _door_region() -> Manifold:
    """Everything of the skin that belongs to the left front door."""
    return across([(-0.28, 0.32), (0.98, 0.32), (0.98, 0.97), (0.44, 1.12), (0.10, 1.385), (-0.28, 1.44)], -1.2, -0.45)


def _swung(mesh: Mesh) -> Mesh:
    """A part of the left front door where the door stands open."""
    x, y = DOOR_HINGE
    return mesh.placed(-x, -y).placed(x, y, h=OPEN_DOOR)


def _shell() -> Manifold:
    """The body's sheet metal, hollow, with windows, arches and grooves cut out."""
    skin = _skin()
    inside = _skin().body(-0.07) ^ (block(1.9, 2.7, 2.0, 0, -0.36, 0.34))
    shell = skin.nominal - inside - _arches() - (skin.layer(0.02, -0.012) ^ _grooves())
    return shell - (Manifold.batch_boolean(_window_regions(), OpType.Add) ^ _cabin_skin().body(0.05))


def _metal(state: str) -> Mesh:
    """The sheet metal; finely divided in front where it is to be crushed, its left door turned out when that opens."""
    shell = _shell()
    if state == "door_opening":
        door = shell ^ _door_region()
        lining = _skin().layer(-0.03, -0.06) ^ block(0.8, 1.2, 0.56, -0.8, 0.35, 0.38)
        return joined(
            [
                solid(shell - _door_region(), PAINT, split=34),
                _swung(joined([solid(door, PAINT, split=34), solid(lining, TRIM)])),
            ]
        )
    if state != "crashed":
        return solid(shell, PAINT, split=34)
    front = block(3, 2, 2, 0, 1.95, 0)
    return joined([solid(shell - front, PAINT, split=34), _crushed(solid(shell ^ front, PAINT, split=34, grid=0.13))])


def _glass(door_open: bool) -> Mesh:
    pane = _cabin_skin().layer(-0.008, -0.013)
    panes = [solid(pane ^ region, WINDOW, split=60) for region in _window_regions()]
    return joined([_swung(panes[0]), *panes[1:]] if door_open else panes)


def _seat(x: float, y: float) -> Mesh:
    cushion = rounded_box(0.50, 0.52, 0.18, SEAT, radius=0.07, segments=8).placed(x, y, 0.36)
    back = rounded_box(0.48, 0.15, 0.62, SEAT, radius=0.06, segments=8).placed(x, y - 0.26, 0.46, p=-14)
    head = rounded_box(0.26, 0.10, 0.17, SEAT, radius=0.045, segments=8).placed(x, y - 0.42, 1.06, p=-8)
    return joined([cushion, back, head])


def _interior() -> Mesh:
    dash = rounded_box(1.36, 0.46, 0.30, TRIM, radius=0.08, segments=8).placed(0, 0.72, 0.62)
    wheel = torus(0.18, 0.014, BLACK_PLASTIC, sides=20, section=6).placed(-0.36, 0.40, 0.86, p=66)
    bench = rounded_box(1.26, 0.5, 0.18, SEAT, radius=0.07, segments=8).placed(0, -0.82, 0.36)
    rear = rounded_box(1.26, 0.16, 0.56, SEAT, radius=0.06, segments=8).placed(0, -1.08, 0.46, p=-18)
    shelf = rounded_box(1.24, 0.5, 0.03, TRIM, radius=0.012, segments=8).placed(0, -1.42, 0.96)
    return joined([dash, wheel, bench, rear, shelf, _seat(-0.36, 0.06), _seat(0.36, 0.06)])


def _lens_regions() -> tuple[Manifold, Manifold]:
    """The right headlamp and the right tail lamp."""
    front = along([(0.42, 0.605), (0.86, 0.65), (0.86, 0.735), (0.52, 0.715)], 1.86, 2.4)
    rear = along([(0.44, 0.73), (0.88, 0.72), (0.88, 0.86), (0.50, 0.87)], -2.4, -1.98)
    return front, rear


def _details(door_open: bool) -> list[Part]:
    """Grille, plates, mirrors, handles, sills, wipers, lower bumpers; what sits on the open door goes with it."""
    skin = _skin()
    grille = solid(
        skin.patch(along([(-0.40, 0.44), (0.40, 0.44), (0.48, 0.60), (-0.48, 0.60)], 2.0, 2.5), 0.006, -0.01), TRIM
    )
    bars = [solid(skin.patch(block(0.86, 0.6, 0.012, 0, 2.3, z), 0.012, 0.0), CHROME) for z in (0.475, 0.52, 0.565)]
    intake = solid(
        skin.patch(along([(-0.62, 0.27), (0.62, 0.27), (0.58, 0.37), (-0.58, 0.37)], 2.0, 2.5), 0.005, -0.01), TRIM
    )
    sill = solid(skin.patch(block(0.3, 1.9, 0.10, 0.87, 0.02, 0.20), 0.012, -0.01), TRIM)
    diffuser = solid(skin.patch(block(1.3, 0.4, 0.13, 0, -2.25, 0.25), 0.006, -0.01), TRIM)
    mirror = rounded_box(0.20, 0.11, 0.13, PAINT, radius=0.045, segments=8).placed(0.96, 0.52, 0.98)
    foot = tube([(0.80, 0.56, 0.96), (0.90, 0.55, 1.0)], 0.02, BLACK_PLASTIC, sides=6)
    handles = [
        rounded_box(0.025, 0.20, 0.03, CHROME, radius=0.01, segments=8).placed(0.897, y, 0.80) for y in (-0.14, -1.02)
    ]
    wipers = [
        tube(
            smooth([(x, 0.93, 0.955), (x + 0.22, 0.86, 1.0), (x + 0.48, 0.80, 1.035)], 3), 0.008, BLACK_PLASTIC, sides=5
        )
        for x in (-0.52, 0.02)
    ]
    badge = lathe([(0, 0), (0.045, 0), (0.038, 0.012), (0, 0.014)], CHROME, sides=14).placed(0, 2.305, 0.60, p=-90)
    of_door = joined([mirror, foot, handles[0]])
    fittings = joined(
        [both_sides(joined([sill, handles[1]])), of_door, _swung(mirrored(of_door)) if door_open else mirrored(of_door)]
    )
    return [
        ("opaque", joined([grille, *bars, intake, diffuser, fittings, *wipers, badge])),
        ("sign", sign_quad("plate_car", 0.44, 0.14).placed(0, 2.318, 0.37)),
        ("sign", sign_quad("plate_car", 0.44, 0.14).placed(0, -2.312, 0.60, h=180)),
    ]


def _lamps(lit: bool) -> tuple[list[Part], tuple[Lamp, ...]]:
    front, rear = (_skin().patch(region, 0.004, -0.006) for region in _lens_regions())
    head = both_sides(solid(front, WHITE_LIGHT if lit else CLEAR_LENS, split=60))
    back = both_sides(solid(rear, RED_LIGHT if lit else RED_LENS, split=60))
    if not lit:
        return [("opaque", joined([head, back]))], ()
    lamps = [Lamp((x, 2.32, 0.67), (0.0, 1.0, -0.06), (1.0, 0.94, 0.80), 6.0, 50.0) for x in (-0.65, 0.65)]
    lamps += [Lamp((x, -2.3, 0.79), (0.0, -1.0, 0.0), (1.0, 0.06, 0.03), 0.6) for x in (-0.66, 0.66)]
    return [("glow", joined([head, back]))], tuple(lamps)


def _wheels() -> Mesh:
    wheel = car_wheel()
    return joined(
        [wheel.placed(side * 0.79, axle, CAR_RADIUS, h=0 if side > 0 else 180) for side in (1, -1) for axle in AXLES]
    )


def _driver() -> Mesh:
    """Somebody at the wheel, turned a little to the opening door: head, hair, shoulders, as seen through the panes."""
    skin, hair = plastic(0.50, 0.33, 0.24, 0.7), plastic(0.03, 0.027, 0.025, 0.8)
    coat = plastic(0.10, 0.13, 0.20, 0.9)
    head = ball(0.105, skin, sides=14).placed(-0.40, 0.02, 1.16)
    cap = ball(0.113, hair, sides=14).placed(-0.39, -0.012, 1.185)
    trunk = rounded_box(0.42, 0.24, 0.50, coat, radius=0.10, segments=12).placed(-0.38, -0.03, 0.55)
    arm = tube(smooth([(-0.56, -0.02, 0.96), (-0.66, 0.16, 0.78), (-0.80, 0.36, 0.80)], 4), 0.05, coat, sides=8)
    return joined([head, cap, trunk, arm])


@cache
def _body(state: str) -> tuple[Part, ...]:
    opened = state == "door_opening"
    details = [(name, _crushed(mesh) if state == "crashed" else mesh) for name, mesh in _details(opened)]
    inside = joined([_interior(), _driver()]) if opened else _interior()
    return (("opaque", joined([_metal(state), inside])), ("glass", _glass(opened)), *details)


def _crushed(mesh: Mesh) -> Mesh:
    """The mesh after a blow on its right front: pushed back, folded and raised there."""
    x, y, z = mesh.position.T
    depth = np.clip((y - 0.95) / 1.35, 0, 1) ** 1.5 * (0.55 + 0.45 * np.clip((x + 0.9) / 1.8, 0, 1))
    fold = np.sin(y * 12 + x * 3) * 0.7 + np.sin(y * 29 - x * 9) * 0.35
    high = np.clip((z - 0.55) / 0.3, 0, 1)
    moved = np.stack(
        [
            x * (1 - 0.06 * depth) + 0.02 * depth * fold,
            y - 0.52 * depth,
            z + depth * (0.17 * high + 0.075 * fold * high),
        ],
        axis=1,
    )
    position = moved.astype(np.float32)
    return replace(mesh, position=position, normal=_normals(position, mesh))


def _normals(position: np.ndarray, mesh: Mesh) -> np.ndarray:
    """Normals of moved points, still split where the mesh was."""
    a, b, c = (position[mesh.faces[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    total = np.zeros_like(position)
    for k in range(3):
        np.add.at(total, mesh.faces[:, k], face)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    return np.where(length > 1e-9, total / np.maximum(length, 1e-9), mesh.normal).astype(np.float32)


def _debris() -> Mesh:
    """Splinters and a hanging bumper corner in front of a damaged car."""
    rng = np.random.default_rng(22)
    bits = []
    for k in range(14):
        bit = rounded_box(
            rng.uniform(0.03, 0.14),
            rng.uniform(0.02, 0.07),
            0.012,
            (TRIM, PAINT, CLEAR_LENS)[k % 3],
            radius=0.005,
            segments=8,
        )
        bits.append(bit.placed(rng.uniform(-0.5, 0.9), rng.uniform(1.7, 2.2), 0.001, h=rng.uniform(0, 360)))
    rod_end = tube(
        smooth([(0.86, 1.5, 0.42), (0.93, 1.8, 0.34), (0.88, 2.0, 0.20)], 4), 0.03, TRIM, sides=6, squash=(1, 0.3)
    )
    radiator = rounded_box(0.9, 0.05, 0.34, DARK_STEEL, radius=0.015, segments=8).placed(0.1, 1.66, 0.38, p=6)
    return joined([*bits, rod_end, radiator])


@prop("car_sedan")
def car_sedan(request: PropRequest) -> Model:
    """A saloon, 1.8 x 4.6 x 1.5 m, or with variant ``van`` a property company's small van."""
    if request.variant == "van":
        return service_van()
    lit = request.state == "driving"
    lamp_parts, lamps = _lamps(lit)
    crushed = request.state == "crashed"
    parts = list(_body(request.state if request.state in ("crashed", "door_opening") else "parked"))
    if crushed:
        parts += [(name, _crushed(mesh)) for name, mesh in lamp_parts] + [("opaque", _debris())]
    else:
        parts += lamp_parts
    return model_of(*parts, ("opaque", _wheels()), lamps=lamps)
