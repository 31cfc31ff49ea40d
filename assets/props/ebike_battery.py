"""The lithium battery of an electric bicycle, sound or in trouble, and its charger."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import Assembly, ball, box, cable, lathe, rounded_box, smooth, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, CABLE_BLACK, Material, plastic
from assets.modelling.surfaces import sign_quad
from assets.props.home_furniture import CUSHION

CASE = plastic(0.035, 0.040, 0.048, 0.4)
CASE_SIDE = plastic(0.04, 0.16, 0.34, 0.35)
BURNT = Material((0.030, 0.027, 0.025), "grease", 0.9, 0.0, 0.06)
MELTED = Material((0.10, 0.075, 0.055), "grease", 0.7, 0.0, 0.06)
EMBER = plastic(1.0, 0.26, 0.03)
LED_RED, LED_GREEN = plastic(1.0, 0.06, 0.03), plastic(0.1, 1.0, 0.2)
LONG, DEEP, HIGH = 0.35, 0.165, 0.185


@prop("ebike_battery")
def ebike_battery(request: PropRequest) -> Model:
    """A battery 0.35 x 0.18 x 0.2 m with handle, charging lead and label to +y; variant ``charger`` is its charger."""
    if request.variant == "charger":
        return _charger()
    parts = Assembly()
    swollen = request.state != "ok"
    case = _case(request.state)
    parts.add(_swelled(case) if swollen else case)
    label = sign_quad("battery_label_cracked" if swollen else "battery_label", 0.23, 0.115).placed(
        -0.02, DEEP / 2 + 0.0065, 0.035
    )
    if request.state != "fire":
        parts.add(_swelled(_divided_label(label)) if swollen else label, to="sign")
    parts.add(
        cable(
            [
                (LONG / 2, 0.02, 0.06),
                (LONG / 2 + 0.06, 0.03, 0.03),
                (LONG / 2 + 0.14, -0.02, 0.008),
                (LONG / 2 + 0.24, 0.03, 0.006),
            ],
            0.005,
            CABLE_BLACK,
            on_ground=True,
            sides=7,
        )
    )
    if swollen:
        _cracks(parts, request.state)
    if request.variant == "under_cushion":
        parts.add(
            rounded_box(0.46, 0.36, 0.14, CUSHION, radius=0.065, segments=12).placed(-0.21, -0.06, 0.125, r=-24, p=6)
        )
    return parts.model()


def _case(state: str) -> Mesh:
    """Two shells with a seam between them, ribs, handle, lock and charging socket."""
    body, side = (BURNT, BURNT.shade(1.4)) if state == "fire" else (CASE, CASE_SIDE)
    halves = [
        _divided(LONG, DEEP, HIGH * 0.52 - 0.002, body),
        _divided(LONG, DEEP, HIGH * 0.48, side).placed(0, 0, HIGH * 0.52 + 0.002),
    ]
    seam = box(LONG - 0.010, DEEP - 0.010, 0.006, BLACK_PLASTIC, bevel=0.001).placed(0, 0, HIGH * 0.52 - 0.003)
    ribs = [
        box(0.006, 0.004, HIGH * 0.36, side.shade(1.4), bevel=0.001).placed(x, -DEEP / 2 - 0.001, HIGH * 0.58)
        for x in np.linspace(-0.14, 0.14, 9)
    ]
    handle = tube(
        smooth(
            [
                (-0.09, 0, HIGH - 0.004),
                (-0.08, 0, HIGH + 0.022),
                (0, 0, HIGH + 0.030),
                (0.08, 0, HIGH + 0.022),
                (0.09, 0, HIGH - 0.004),
            ],
            4,
        ),
        0.009,
        body.shade(1.5),
        sides=8,
    )
    lock = lathe(
        [(0, 0), (0.011, 0), (0.010, 0.006), (0, 0.006)], Material((0.5, 0.5, 0.5), metal=0.8, roughness=0.3), sides=14
    ).placed(LONG / 2, -0.045, 0.13, r=90)
    socket = lathe(
        [(0, 0), (0.014, 0), (0.014, 0.012), (0.010, 0.012), (0.009, 0.004), (0, 0.004)], BLACK_PLASTIC, sides=16
    ).placed(LONG / 2 - 0.002, 0.02, 0.06, r=90)
    return joined([*halves, seam, *ribs, handle, lock, socket])


def _divided(w: float, d: float, h: float, material: Material) -> Mesh:
    """A bevelled block with faces fine enough to be bent."""
    return box(w, d, h, material, bevel=0.012, grid=0.04, wear=0.3)


def _divided_label(label: Mesh) -> Mesh:
    """The label as a finer grid of the same picture, so that it bends with the case."""
    count = 9
    t = np.linspace(0, 1, count)
    corner = label.position[:4]
    uv = label.uvl[:4]
    u, v = np.meshgrid(t, t)
    mix = [(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v]
    position = sum(m[..., None] * c for m, c in zip(mix, corner, strict=True)).reshape(-1, 3)
    uvl = sum(m[..., None] * c for m, c in zip(mix, uv, strict=True)).reshape(-1, 3)
    row, column = np.meshgrid(np.arange(count - 1), np.arange(count - 1), indexing="ij")
    a = (row * count + column).ravel()
    faces = np.concatenate([np.stack([a, a + 1, a + count + 1], 1), np.stack([a, a + count + 1, a + count], 1)])
    n = count * count
    return Mesh(
        faces.astype(np.int32), position.astype(np.float32), np.tile(label.normal[:1], (n, 1)), uvl.astype(np.float32),
        np.tile(label.colour[:1], (n, 1)), np.tile(label.surface[:1], (n, 1)),
    )  # fmt: skip


def _swelled(mesh: Mesh) -> Mesh:
    """The mesh blown up: its long faces bulge 3 cm, the lid lifts and leans."""
    x, y, z = mesh.position.T
    along = np.clip(1 - (x / (LONG / 2)) ** 2, 0, 1)
    high = np.clip(1 - ((z - HIGH * 0.5) / (HIGH * 0.62)) ** 2, 0, 1)
    wide = np.clip(1 - (y / (DEEP / 2)) ** 2, 0, 1)
    moved = mesh.position.copy()
    moved[:, 1] += (
        np.sign(y) * np.minimum(np.abs(y) / (DEEP / 2), 1) * 0.034 * along * high * (1 + 0.25 * np.sin(x * 31))
    )
    moved[:, 2] += np.where(z > HIGH * 0.5, 0.016 * along * (0.4 + 0.6 * wide) + 0.012 * (x / LONG + 0.5), 0)
    slope = 0.034 * -2 * x / (LONG / 2) ** 2 * high * np.sign(y)
    normal = mesh.normal.copy()
    normal[:, 0] -= slope * normal[:, 1]
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    return replace(mesh, position=moved.astype(np.float32), normal=normal.astype(np.float32))


def _cracks(parts: Assembly, state: str) -> None:
    """The burst seam; smoking it is melted at one corner, on fire the cells glow through."""
    seam = [
        (x, DEEP / 2 + 0.010 + 0.028 * (1 - (x / 0.175) ** 2), HIGH * 0.53 + 0.006 * np.sin(x * 60))
        for x in np.linspace(-0.13, 0.16, 14)
    ]
    glow = state == "fire"
    parts.add(
        tube(
            seam,
            [0.003 + 0.0035 * (k % 3) for k in range(14)],
            EMBER if glow else plastic(0.006, 0.006, 0.007),
            sides=5,
            squash=(1, 0.6),
        ),
        to="glow" if glow else "opaque",
    )
    if state == "swollen":
        return
    rng = np.random.default_rng(110)
    for _ in range(16):
        x, y = rng.uniform(0.02, 0.17), rng.uniform(-0.06, 0.075)
        parts.add(
            ball(rng.uniform(0.010, 0.026), MELTED if rng.random() < 0.6 else BURNT, sides=8).placed(
                x, y, HIGH + 0.012 + rng.uniform(-0.012, 0.008)
            )
        )
    parts.add(
        torus(0.030, 0.010, BURNT, sides=16, section=7).placed(0.10, 0.02, HIGH + 0.022),
        lathe(
            [(0, 0), (0.026, 0), (0.02, 0.003), (0, 0.004)], EMBER if glow else plastic(0.16, 0.03, 0.01), sides=14
        ).placed(0.10, 0.02, HIGH + 0.018),
        to="opaque",
    )
    stain = lathe([(0, 0), (0.34, 0), (0.22, 0.001), (0, 0.0015)], BURNT.shade(1.6), sides=22)
    parts.add(replace(stain, position=stain.position * np.array([1.0, 0.72, 1.0], np.float32)))
    if glow:
        for _ in range(9):
            parts.add(
                ball(rng.uniform(0.006, 0.013), EMBER, sides=7).placed(
                    rng.uniform(-0.10, 0.16), rng.choice([-1, 1]) * (DEEP / 2 + 0.018), rng.uniform(0.07, 0.15)
                ),
                to="glow",
            )
        parts.lamp(Lamp((0.05, 0.05, HIGH + 0.2), (0, 0, 1), (1.0, 0.45, 0.12), 3.0))


def _charger() -> Model:
    """A charger brick with fins, its red lamp burning, the lead to the battery and the mains lead with its plug."""
    parts = Assembly()
    parts.add(rounded_box(0.19, 0.095, 0.058, BLACK_PLASTIC, radius=0.010, segments=10))
    parts.add(
        *(
            box(0.15, 0.004, 0.004, CASE.shade(2.0), bevel=0.001).placed(0, y, 0.058)
            for y in np.linspace(-0.032, 0.032, 7)
        )
    )
    parts.sign("charger_label", 0.10, 0.0533, 0.01, 0.0482, 0.002)
    parts.add(
        ball(0.0045, LED_RED, sides=8).placed(-0.078, 0.0475, 0.042),
        ball(0.0045, plastic(0.05, 0.10, 0.06), sides=8).placed(-0.062, 0.0475, 0.042),
        to="glow",
    )
    parts.lamp(Lamp((-0.078, 0.06, 0.042), (0, 1, 0), (1.0, 0.1, 0.05), 0.006))
    parts.add(
        cable(
            [(-0.095, 0, 0.03), (-0.16, 0.02, 0.02), (-0.24, -0.05, 0.006), (-0.34, 0.02, 0.006)],
            0.0048,
            CABLE_BLACK,
            on_ground=True,
            sides=7,
        )
    )
    parts.add(
        cable(
            [(0.095, 0, 0.03), (0.16, -0.03, 0.015), (0.26, -0.02, 0.006), (0.34, -0.10, 0.006), (0.46, -0.12, 0.006)],
            0.0042,
            CABLE_BLACK,
            on_ground=True,
            sides=7,
        )
    )
    return parts.model()
