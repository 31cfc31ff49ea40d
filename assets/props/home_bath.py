"""Bathroom things: toilet with a shower stool beside it, grab bar, bath mat."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold, OpType

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, ball, block, box, lathe, rod, rounded_box, smooth, solid, tube
from assets.modelling.loft import loft, rounded_rectangle
from assets.modelling.materials import CERAMIC, CHROME, STEEL, WHITE_PLASTIC, Material, plastic
from assets.modelling.sweeps import ring_mesh

SEAT = plastic(0.78, 0.78, 0.75, 0.3)
MAT_GOOD = Material((0.16, 0.40, 0.44), "rubber", 0.75, 0.0, 0.06, scale=4.0)
MAT_WORN = Material((0.52, 0.44, 0.36), "fabric", 0.9, 0.0, 0.06, scale=6.0)
STOOL = plastic(0.58, 0.60, 0.60, 0.45)
DOWEL = plastic(0.50, 0.46, 0.40, 0.7)


@prop("toilet_stool")
def toilet_stool(_request: PropRequest) -> Model:
    """A low toilet (seat 0.38 m), its cistern at -y, and a plastic shower stool to its left (x +0.62)."""
    parts = Assembly()
    rings = []
    for z, half, back, front, radius in (
        (0.0, 0.115, -0.20, 0.17, 0.09),
        (0.06, 0.11, -0.20, 0.17, 0.09),
        (0.18, 0.12, -0.20, 0.20, 0.10),
        (0.29, 0.165, -0.20, 0.30, 0.15),
        (0.345, 0.185, -0.20, 0.345, 0.17),
        (0.36, 0.185, -0.20, 0.345, 0.17),
    ):
        rings.append(
            np.column_stack([rounded_rectangle((-half, half), (back, front), (radius, 0.05), 6), np.full(28, z)])
        )
    bowl = loft(rings) - Manifold.cylinder(0.4, 0.09, 0.13, 28).scale([1, 1.25, 1]).translate([0, 0.11, 0.16])
    parts.add(solid(bowl, CERAMIC, split=40))
    parts.add(
        lathe(
            [(0, 0), (0.12, 0.0), (0.13, 0.02), (0, 0.018)], Material((0.55, 0.62, 0.64), roughness=0.05), sides=20
        ).placed(0, 0.11, 0.20)
    )
    seat = loft(
        [
            np.column_stack([rounded_rectangle((-0.19, 0.19), (-0.16, 0.355), (0.175, 0.06), 6), np.full(28, z)])
            for z in (0.362, 0.385)
        ]
    )
    hole = Manifold.cylinder(0.2, 0.105, 0.105, 28).scale([1, 1.3, 1]).translate([0, 0.115, 0.3])
    parts.add(solid(seat - hole, SEAT, split=40))
    lid = loft(
        [
            np.column_stack([rounded_rectangle((-0.19, 0.19), (0.0, 0.44), (0.175, 0.06), 6), np.full(28, z)])
            for z in (0.0, 0.018)
        ]
    )
    parts.add(solid(lid, SEAT, split=40).placed(0, -0.155, 0.405, p=97))
    parts.add(
        rounded_box(0.39, 0.165, 0.34, CERAMIC, radius=0.035, segments=12).placed(0, -0.265, 0.36),
        rounded_box(0.41, 0.18, 0.035, CERAMIC, radius=0.015, segments=10).placed(0, -0.265, 0.70),
    )
    parts.add(lathe([(0, 0), (0.024, 0), (0.022, 0.010), (0, 0.012)], CHROME, sides=18).placed(0, -0.265, 0.735))
    parts.add(
        tube(smooth([(0.14, -0.30, 0.36), (0.17, -0.31, 0.28), (0.18, -0.335, 0.20)], 4), 0.007, STEEL, sides=7),
        *(ball(0.012, SEAT, sides=8).placed(s * 0.11, -0.19, 0.02) for s in (-1, 1)),
    )
    parts.add(_paper().placed(-0.27, -0.30, 0.62))
    parts.add(_stool().placed(0.60, 0.05))
    return parts.model()


def _paper() -> Mesh:
    """A roll on its holder."""
    roll = lathe(
        [(0.018, 0), (0.052, 0), (0.052, 0.10), (0.018, 0.10), (0.018, 0)],
        Material((0.84, 0.83, 0.80), "fabric", 0.95, 0, 0.05),
        sides=18,
    ).placed(-0.05, 0, 0, r=90)
    return joined(
        [
            roll,
            rod((-0.06, 0, 0), (0.065, 0, 0), 0.006, CHROME, sides=7),
            box(0.02, 0.09, 0.03, CHROME, bevel=0.004).placed(0.07, -0.02, -0.015),
        ]
    )


def _stool() -> Mesh:
    """A shower stool 0.4 m high: slotted seat, four splayed legs with rubber feet."""
    top = rounded_box(0.36, 0.30, 0.035, STOOL, radius=0.016, segments=10).placed(0, 0, 0.37)
    slots = [
        box(0.20, 0.012, 0.004, plastic(0.2, 0.21, 0.21), bevel=0.001).placed(0, y, 0.4035)
        for y in (-0.08, -0.04, 0.0, 0.04, 0.08)
    ]
    legs = [
        rod((sx * 0.17, sy * 0.14, 0.012), (sx * 0.145, sy * 0.115, 0.375), 0.013, STEEL, sides=9)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    feet = [
        lathe([(0, 0), (0.022, 0), (0.018, 0.03), (0, 0.03)], plastic(0.06, 0.06, 0.065, 0.8), sides=10).placed(
            sx * 0.17, sy * 0.14
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    return joined([top, *slots, *legs, *feet])


@prop("grab_bar")
def grab_bar(request: PropRequest) -> Model:
    """A bar 0.6 m long on the wall at y -0.04; ``missing``: plugged holes and the ghost of the flanges."""
    parts = Assembly()
    if request.state == "fitted":
        line = smooth(
            [
                (-0.28, -0.036, 0.025),
                (-0.28, 0.012, 0.025),
                (-0.25, 0.034, 0.025),
                (0, 0.036, 0.025),
                (0.25, 0.034, 0.025),
                (0.28, 0.012, 0.025),
                (0.28, -0.036, 0.025),
            ],
            5,
        )
        parts.add(tube(line, 0.016, CHROME.but(roughness=0.22), sides=14))
        grip = [(x, 0.036, 0.025) for x in np.linspace(-0.19, 0.19, 20)]
        parts.add(tube(grip, [0.0185 + 0.0009 * (k % 2) for k in range(20)], WHITE_PLASTIC, sides=14))
        parts.add(
            *(
                lathe([(0, 0), (0.036, 0), (0.034, 0.008), (0.018, 0.012), (0, 0.012)], CHROME, sides=22).placed(
                    x, -0.04, 0.025, p=-90
                )
                for x in (-0.28, 0.28)
            )
        )
        return parts.model()
    ghost = Material((0.60, 0.58, 0.52), "paint", 0.45, 0.0, 0.03)
    for x in (-0.28, 0.28):
        parts.add(
            lathe([(0, 0), (0.037, 0), (0.036, 0.0015), (0, 0.0015)], ghost, sides=22).placed(x, -0.04, 0.025, p=-90)
        )
        for angle in (90, 210, 330):
            a = np.radians(angle)
            hx, hz = x + 0.024 * np.cos(a), 0.025 + 0.024 * np.sin(a)
            parts.add(
                lathe(
                    [(0, 0), (0.0062, 0), (0.0062, 0.0035), (0.004, 0.0035), (0.003, 0.001), (0, 0.001)],
                    DOWEL,
                    sides=12,
                ).placed(hx, -0.0385, hz, p=-90)
            )
        rust = tube(
            smooth([(x - 0.008, -0.0375, 0.0), (x - 0.006, -0.0375, -0.04), (x - 0.010, -0.0375, -0.085)], 3),
            [0.006] * 6 + [0.002],
            Material((0.42, 0.20, 0.09), "rust", 0.8, 0, 0.03),
            sides=6,
            squash=(1, 0.15),
        )
        parts.add(rust)
    return parts.model()


@prop("bath_mat")
def bath_mat(request: PropRequest) -> Model:
    """A mat 0.6 x 0.4 m: a perforated suction mat lying flat, or a worn cloth mat whose corner curls up 3 to 5 cm."""
    if request.state == "flat_suction":
        sheet = block(0.60, 0.40, 0.006, 0, 0, 0.002)
        holes = [
            Manifold.cylinder(0.1, 0.012, 0.012, 10).translate([x, y, -0.05])
            for x in np.linspace(-0.245, 0.245, 8)
            for y in np.linspace(-0.15, 0.15, 5)
        ]
        body = solid(sheet - Manifold.batch_boolean(holes, OpType.Add), MAT_GOOD)
        bumps = [
            lathe([(0, 0), (0.010, 0), (0.007, 0.004), (0, 0.005)], MAT_GOOD.shade(1.25), sides=8).placed(x, y, 0.008)
            for x in np.linspace(-0.21, 0.21, 7)
            for y in np.linspace(-0.1125, 0.1125, 4)
        ]
        return _of(body, *bumps)
    u, v = np.meshgrid(np.linspace(-0.30, 0.30, 25), np.linspace(-0.20, 0.20, 17))
    corner = np.clip((u / 0.30 + v / 0.20 - 0.75) / 1.25, 0, 1)
    edge = np.clip((v - 0.11) / 0.09, 0, 1)
    z = 0.010 + 0.050 * corner**1.6 + 0.020 * edge**2 * (0.5 + 0.5 * np.sin(u * 16))
    x, y = u - 0.05 * corner**2, v - 0.045 * corner**2
    top = np.stack([x, y, z], -1)
    shape = _thick(top, 0.008)
    fringe = [
        rod(
            top[k, 0], top[k, 0] + np.array([-0.018, 0.002 * (k % 3 - 1), -0.007]), 0.0022, MAT_WORN.shade(1.3), sides=5
        )
        for k in range(17)
    ]
    return _of(shape, *fringe)


def _of(*meshes: Mesh) -> Model:
    parts = Assembly()
    parts.add(*meshes)
    return parts.model()


def _thick(top: np.ndarray, thickness: float) -> Mesh:
    """A sheet through a grid of points with an underside and edges."""
    below = top - (0, 0, thickness)
    rings = np.concatenate([top, below[:, ::-1]], axis=1)
    return ring_mesh(rings, MAT_WORN, caps=True, split=50)
