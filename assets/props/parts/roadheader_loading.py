"""How a roadheader carries coal off: the loading apron with its gathering arms, the chain conveyor to the tail."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, block, both_sides, extrude, lathe, ring, rock, rod, sheet, solid
from assets.modelling.loft import across
from assets.modelling.materials import DARK_STEEL, RUBBER, STEEL
from assets.props.parts.blots import drift
from assets.props.parts.bolt_heads import bolt_head
from assets.props.parts.hydraulics import hydraulic_cylinder
from assets.props.parts.roadheader_paints import COAL, GREY, POLISHED, SCOURED, YELLOW

FRONT, BEND, TAIL = 1.6, -2.1, -4.0
"""Where the conveyor begins, steepens and throws off, along y."""
HALF = 0.30
LIP, HEEL = (3.18, 0.04), (1.5, 0.60)
"""The apron's front edge and its back, y and z of its upper face."""
ARM_X, ARM_Y = 0.62, 2.38


def conveyor_floor(y: float) -> float:
    """Height of the conveyor's floor above the ground at ``y``."""
    return float(np.interp(y, [TAIL, BEND, FRONT], [1.32, 1.0, 0.64]))


def _apron_top(y: float) -> float:
    return float(np.interp(y, [HEEL[0], LIP[0]], [HEEL[1], LIP[1]]))


def add_apron(parts: Assembly) -> None:
    """A steel shovel with raised wings; two stars of five bent arms sweep the coal to the middle."""
    plate = [(HEEL[0], HEEL[1]), LIP, (LIP[0] + 0.05, 0.02), (LIP[0] - 0.02, 0.0), (2.3, 0.14), (HEEL[0], 0.44)]
    parts.add(solid(across(plate, -1.15, 1.15), POLISHED, grid=0.8, wear=0.4))
    wing = [(1.45, 0.44), (3.08, 0.02), (3.14, 0.10), (2.9, 0.28), (1.75, 0.86), (1.45, 0.88)]
    parts.add(both_sides(solid(across(wing, 1.15, 1.20), YELLOW, grid=1.4, wear=0.4)))
    guide = [(1.5, 0.60), (2.1, 0.40), (2.0, 0.52), (1.5, 0.82)]
    parts.add(both_sides(solid(across(guide, HALF, HALF + 0.05), SCOURED)))
    lean = -float(np.degrees(np.arctan2(HEEL[1] - LIP[1], LIP[0] - HEEL[0])))
    for x, turn in ((-ARM_X, 8), (ARM_X, 44)):
        star = _star().placed(h=turn) if x < 0 else _star().placed(r=180, z=0.09).placed(h=turn)
        parts.add(star.placed(p=lean).placed(x, ARM_Y, _apron_top(ARM_Y)))
    for x, y, a, b, high, seed in ((0.05, 2.35, 0.42, 0.55, 0.20, 4), (-0.65, 2.78, 0.40, 0.24, 0.12, 11)):
        parts.add(drift(a, b, high, COAL, seed).placed(p=lean).placed(x, y, _apron_top(y) + 0.004))
    _lumps(parts, 9, (-0.95, 0.95), (1.95, 3.0), _apron_top, 3)
    for side in (-1, 1):
        motor = lathe([(0.13, 0), (0.13, 0.26), (0.10, 0.30), (0, 0.30)], YELLOW.shade(0.85), sides=11)
        parts.add(motor.placed(p=90 + lean).placed(side * 0.92, 1.72, 0.66))
        parts.add(
            ring(bolt_head(0.014, 0.02).placed(0.105, 0, 0.30), 6).placed(p=90 + lean).placed(side * 0.92, 1.72, 0.66)
        )
        start, end = (side * 0.48, 1.20, 0.40), (side * 0.48, 1.98, 0.28)
        parts.add(hydraulic_cylinder(start, end, 0.06, YELLOW.shade(0.85), GREY))


def _star() -> Mesh:
    """A gathering star about z: hub with its bolted cap, five arms bent against the way they turn."""
    hub = lathe([(0.21, 0), (0.20, 0.06), (0.13, 0.085), (0, 0.085)], SCOURED, sides=16)
    cap = ring(bolt_head(0.016, 0.016).placed(0.085, 0, 0.08), 6)
    angle = np.radians(np.linspace(0, 42, 5))
    reach = np.linspace(0.16, 0.47, 5)
    half = np.linspace(0.065, 0.035, 5)
    middle = np.stack([reach * np.cos(angle), reach * np.sin(angle)], axis=1)
    aside = np.stack([-np.sin(angle), np.cos(angle)], axis=1) * half[:, None]
    outline = np.concatenate([middle - aside, (middle + aside)[::-1]])
    arm = extrude([tuple(point) for point in outline], 0.075, POLISHED, wear=0.5).placed(0, 0, 0.008)
    return joined([hub, cap, ring(arm, 5)])


def _lumps(
    parts: Assembly,
    count: int,
    xs: tuple[float, float],
    ys: tuple[float, float],
    floor: Callable[[float], float],
    seed: int,
) -> None:
    rng = np.random.default_rng(seed)
    for _ in range(count):
        x, y = rng.uniform(*xs), rng.uniform(*ys)
        parts.add(rock(rng.uniform(0.03, 0.09), int(rng.integers(99)), COAL).placed(x, y, floor(y) + 0.05))


def add_conveyor(parts: Assembly) -> None:
    """A trough through the machine and up to the discharge at its tail; two chains, flights, coal."""
    line = [(y, conveyor_floor(y)) for y in (FRONT, BEND, TAIL)]
    bed = [*line, *((y, z - 0.03) for y, z in reversed(line))]
    parts.add(solid(across(bed, -HALF, HALF), POLISHED, grid=1.4))
    wall = [*((y, z - 0.14) for y, z in line), *((y, z + 0.25) for y, z in reversed(line))]
    parts.add(both_sides(solid(across(wall, HALF, HALF + 0.025), YELLOW.shade(0.92), grid=1.4, wear=0.4)))
    rim = [*((y, z + 0.25) for y, z in line), *((y, z + 0.275) for y, z in reversed(line))]
    parts.add(both_sides(solid(across(rim, HALF - 0.005, HALF + 0.07), YELLOW.shade(0.85), grid=1.4, wear=0.6)))
    for y in (-2.2, -2.65, -3.1, -3.55):
        rib = solid(block(0.045, 0.035, 0.36), YELLOW.shade(0.85), wear=0.6).placed(
            HALF + 0.045, y, conveyor_floor(y) - 0.12
        )
        parts.add(both_sides(rib))
    for y in np.arange(1.35, TAIL, -0.34):
        slope = 9.5 if y < BEND else 5.6
        flight = solid(block(0.50, 0.055, 0.05), SCOURED, wear=0.6)
        parts.add(flight.placed(p=-slope).placed(0, y, conveyor_floor(y)))
    for x in (-0.14, 0.14):
        parts.add(*(rod((x, a[0], a[1] + 0.03), (x, b[0], b[1] + 0.03), 0.013, SCOURED.shade(0.7), sides=4)
                    for a, b in zip(line, line[1:], strict=False)))  # fmt: skip
    _lumps(parts, 12, (-0.2, 0.2), (-3.8, 0.2), conveyor_floor, 5)
    parts.add(drift(0.22, 0.75, 0.11, COAL, 2).placed(p=-7).placed(0, -1.9, conveyor_floor(-1.9) + 0.01))
    _discharge(parts)


def _discharge(parts: Assembly) -> None:
    """The end of the conveyor: sprocket shaft, drives on both sides, chain tighteners, a rubber apron."""
    z = conveyor_floor(TAIL) - 0.01
    parts.add(rod((-HALF, TAIL + 0.04, z), (HALF, TAIL + 0.04, z), 0.075, SCOURED, sides=12))
    tooth = ring(solid(block(0.05, 0.035, 0.03), POLISHED).placed(0.085, 0, -0.015), 8)
    parts.add(*(tooth.placed(r=90).placed(x, TAIL + 0.04, z) for x in (-0.14, 0.14)))
    drive = joined(
        [
            lathe([(0.15, 0), (0.15, 0.03), (0.12, 0.04), (0.12, 0.16), (0.09, 0.19), (0, 0.19)], GREY, sides=12),
            ring(bolt_head(0.014, 0.016).placed(0.133, 0, 0.03), 8),
            lathe([(0.065, 0.19), (0.065, 0.30), (0.05, 0.33), (0, 0.33)], DARK_STEEL, sides=8),
        ]
    )
    for side in (-1, 1):
        parts.add(drive.placed(r=90 * side).placed(side * (HALF + 0.025), TAIL + 0.10, z + 0.02))
        x = side * (HALF + 0.06)
        parts.add(rod((x, TAIL + 0.30, z + 0.02), (x, TAIL + 0.62, z - 0.03), 0.022, STEEL, sides=6))
        parts.add(rod((side * 0.40, -2.15, 0.62), (side * 0.36, -2.95, 1.02), 0.05, YELLOW.shade(0.8), sides=10))
    flap = [(-0.27, 0.0), (0.27, 0.0)]
    parts.add(sheet(flap, 0.012, 0.26, RUBBER).placed(p=78).placed(0, TAIL - 0.03, z - 0.17))
