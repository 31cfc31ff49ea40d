"""The boom of a roadheader: yoke and slewing ring, lifting cylinders, boom body, sprays, cutter with its picks."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined, rotation
from assets.modelling import Assembly, block, box, cable, lathe, pitched, ring, rod, solid, torus
from assets.modelling.loft import across, loft, superellipse
from assets.modelling.materials import BRASS, DARK_STEEL, RUBBER, STEEL
from assets.modelling.sweeps import ring_mesh
from assets.props.parts.bolt_heads import bolt_head
from assets.props.parts.hydraulics import hydraulic_cylinder
from assets.props.parts.roadheader_paints import GREASE, GREY, POLISHED, SCOURED, YELLOW

PIVOT = (0.0, 1.35, 1.15)
"""Where the boom turns."""
LIFT_LUG = (0.30, 1.18, -0.27)
"""Where a lifting cylinder takes hold, in the boom's frame."""
HEAD = [(0.30, 0), (0.42, 0.05), (0.42, 0.17), (0.37, 0.33), (0.28, 0.50), (0.17, 0.64), (0.10, 0.70)]
"""The cutter's bare body: radius and distance from its foot."""
VANES, PICKS = 3, 10
TURN = 300.0
"""How far a vane winds round the cutter, degrees."""


def add_boom(parts: Assembly, pitch: float) -> None:
    """The boom on its yoke, raised by ``pitch`` degrees."""
    _yoke(parts)
    parts.include(_boom(), *PIVOT, p=pitch)
    lug = np.array(LIFT_LUG) @ rotation(0, pitch).T + PIVOT
    for side in (-1, 1):
        end = (side * LIFT_LUG[0] * 1.5, float(lug[1]), float(lug[2]))
        parts.add(hydraulic_cylinder((side * 0.47, 1.42, 0.70), end, 0.075, YELLOW.shade(0.85), GREY))
        parts.add(_pin(side * 0.36, side * 0.56, 1.42, 0.70, 0.05), _pin(side * 0.30, side * 0.54, *end[1:], 0.045))


def _pin(x0: float, x1: float, y: float, z: float, radius: float) -> Mesh:
    """A pin along x, its grease nipple at the outer end."""
    out = np.sign(x1 - x0)
    return joined(
        [
            rod((x0, y, z), (x1, y, z), radius, DARK_STEEL, sides=8),
            rod((x1, y, z), (x1 + out * 0.014, y, z), radius * 0.2, BRASS, sides=4),
        ]
    )


def _yoke(parts: Assembly) -> None:
    """The slewing ring with grease at its edge, the fork that holds the boom, the slewing cylinders."""
    y, z = 0.95, 0.93
    base = [(0, 0), (0.60, 0), (0.60, 0.05), (0.56, 0.06), (0.56, 0.11), (0.52, 0.14), (0, 0.14)]
    parts.add(lathe(base, GREY, sides=20, split=35).placed(0, y, z))
    parts.add(torus(0.575, 0.012, GREASE, sides=20, section=3).placed(0, y, z + 0.06))
    parts.add(ring(bolt_head(0.018, 0.02).placed(0.48), 10).placed(0, y, z + 0.14))
    cheek = [(0.50, 1.02), (0.62, 0.96), (1.48, 0.62), (1.56, 0.66), (1.58, 1.02), (1.55, 1.26), (1.45, 1.37),
             (1.32, 1.41), (1.20, 1.38), (0.90, 1.24), (0.62, 1.20)]  # fmt: skip
    for x in (-0.44, 0.44):
        parts.add(solid(across(cheek, x - 0.055, x + 0.055), YELLOW, grid=0.9, wear=0.3))
        side = np.sign(x)
        boss = [(0.17, 0), (0.17, 0.03), (0.15, 0.045), (0, 0.045)]
        parts.add(lathe(boss, YELLOW.shade(0.9), sides=14).placed(r=90 * side).placed(side * 0.49, *PIVOT[1:]))
        cap = joined([lathe([(0.10, 0), (0.09, 0.025), (0, 0.025)], DARK_STEEL, sides=12),
                      ring(bolt_head(0.014, 0.015).placed(0.06, 0, 0.025), 6)])  # fmt: skip
        parts.add(cap.placed(r=90 * side).placed(side * 0.535, *PIVOT[1:]))
        parts.add(box(0.10, 0.16, 0.13, GREY, bevel=0.02).placed(side * 0.52, 0.02, 0.93))
        parts.add(
            hydraulic_cylinder((side * 0.53, 0.02, 1.0), (side * 0.54, 0.86, 1.0), 0.065, YELLOW.shade(0.85), GREY)
        )
    parts.add(rod((-0.40, *PIVOT[1:]), (0.40, *PIVOT[1:]), 0.085, DARK_STEEL, sides=12))


def _boom() -> Assembly:
    """In the frame of its pivot, along +y: boxy behind, a round motor with bolted flanges, the neck, the cutter."""
    boom = Assembly()
    stations = [(-0.16, 0.30, -0.17, 0.19), (0.10, 0.365, -0.26, 0.27), (0.80, 0.35, -0.30, 0.31),
                (1.20, 0.31, -0.29, 0.30), (1.38, 0.27, -0.26, 0.27)]  # fmt: skip
    rings = []
    for y, half, low, high in stations:
        x, z = superellipse(half, low, high, power=7.0, sides=20).T
        rings.append(np.column_stack([x, np.full(len(x), y), z]))
    boom.add(solid(loft(rings), YELLOW, split=38, wear=0.3))
    motor = [(0, 0), (0.315, 0), (0.315, 0.05), (0.27, 0.055), (0.27, 0.50), (0.30, 0.505), (0.30, 0.55), (0.24, 0.56),
             (0.21, 0.80), (0.21, 1.20), (0.255, 1.22), (0.255, 1.30), (0.23, 1.36), (0, 1.36)]  # fmt: skip
    boom.add(lathe(motor, YELLOW.shade(0.93), sides=16, split=35, wear=0.4).placed(p=-90).placed(0, 1.36, 0))
    for y, radius in ((1.41, 0.29), (1.915, 0.28)):
        boom.add(ring(bolt_head(0.017, 0.018).placed(radius), 10).placed(p=-90).placed(0, y, 0))
    fin = solid(block(0.34, 0.012, 0.045), YELLOW.shade(0.8)).placed(0, 0, 0.262)
    boom.add(*(fin.placed(r=turn).placed(0, 1.50 + 0.07 * k, 0) for k in range(4) for turn in (-62, 0, 62)))
    boom.add(box(0.30, 0.40, 0.07, GREY, bevel=0.015).placed(0, 0.62, 0.30))
    boom.add(*(bolt_head(0.014, 0.015).placed(x, y, 0.37) for x in (-0.12, 0.12) for y in (0.47, 0.77)))
    boom.add(*(box(0.07, 0.22, 0.16, YELLOW.shade(0.85), bevel=0.02).placed(x, 1.16, -0.38) for x in (-0.3, 0.3)))
    for side in (-1, 1):
        boom.sign("当心机械伤人", 0.20, 0.25, side * 0.366, 0.62, -0.11, turn=-90 * side)
    _sprays(boom)
    boom.add(_cutter().placed(p=-90).placed(0, 2.75, 0))
    return boom


def _sprays(boom: Assembly) -> None:
    """The ring of dust sprays behind the cutter, its water hose and the motor's cable along the boom."""
    boom.add(torus(0.245, 0.02, STEEL.shade(0.6), sides=16, section=4).placed(p=-90).placed(0, 2.52, 0))
    nozzle = lathe([(0.020, 0), (0.018, 0.03), (0, 0.05)], BRASS, sides=5)
    boom.add(ring(nozzle.placed(0.265), 8, 22.5).placed(p=-90).placed(0, 2.53, 0))
    for x, radius in ((-0.2, 0.022), (0.2, 0.026)):
        line = [(x, -0.1, 0.25), (x, 0.35, 0.34), (x * 0.95, 1.0, 0.36), (x * 0.8, 1.5, 0.32), (x * 0.7, 2.1, 0.27),
                (x * 0.6, 2.5, 0.24)]  # fmt: skip
        boom.add(cable(line, radius, RUBBER, steps=3, sides=6))
    boom.add(*(box(0.5, 0.035, 0.02, GREY, bevel=0.004).placed(0, y, 0.345) for y in (0.28, 0.98)))


def _cutter() -> Mesh:
    """The conical head about z, its picks in their boxes along three winding vanes."""
    body = lathe([(0, 0), *HEAD, (0, 0.70)], SCOURED, sides=16, split=40, wear=0.5)
    return joined([body, *(_vane(start) for start in np.arange(VANES) * 360 / VANES)])


def _vane(start: float) -> Mesh:
    """One vane from the foot to the tip of the cutter, with its picks."""
    up = np.linspace(0.05, 0.68, 13)
    angle = np.radians(start + TURN * (up - up[0]) / (up[-1] - up[0]))
    foot, edge = _radius(up) - 0.03, _radius(up) + 0.05
    section = [(foot, 0.028), (edge, 0.020), (edge, -0.020), (foot, -0.028)]
    rings = np.stack([_round(angle, r, up + dz) for r, dz in section], axis=1)
    parts = [ring_mesh(rings, POLISHED, split=35, wear=0.6)]
    for z in np.linspace(0.07, 0.66, PICKS):
        at = float(np.radians(start + TURN * (z - up[0]) / (up[-1] - up[0])))
        outward, ahead = np.array([np.cos(at), np.sin(at), 0]), np.array([-np.sin(at), np.cos(at), 0])
        lean = outward + 0.65 * ahead + np.array([0, 0, 0.15 + 0.85 * z])
        foot_of_pick = _round(np.array([at]), np.array([_radius(z) + 0.02]), np.array([z]))[0]
        parts.append(pitched(_pick(), tuple(lean)).placed(*foot_of_pick))
    return joined(parts)


def _radius(z: np.ndarray | float) -> np.ndarray | float:
    return np.interp(z, [point[1] for point in HEAD], [point[0] for point in HEAD])


def _round(angle: np.ndarray, radius: np.ndarray, z: np.ndarray) -> np.ndarray:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), z], axis=-1)


def _pick() -> Mesh:
    """A pick along z in its box: collar, body, hard tip."""
    holder = lathe([(0.048, -0.05), (0.044, 0.02), (0.026, 0.035)], SCOURED, sides=5, split=35)
    body = lathe([(0.027, 0.03), (0.015, 0.10), (0, 0.135)], POLISHED.shade(1.25), sides=5)
    return joined([holder, body])
