"""What hangs on and stands along the walls of halls: lamps, trays, pipes, cupboards, marks on the floor."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assets.mesh import Lamp, Mesh, joined
from assets.modelling import Assembly, Material, box, lathe, rod, rounded_box, sagging, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    DARK_STEEL,
    GREEN_PAINT,
    GREY_PAINT,
    RED_PAINT,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PAINT,
    WHITE_PLASTIC,
    WOOD,
)
from assets.props.parts.high_bay import LAMP_FACE, high_bay_bell
from assets.props.parts.machine_paints import CABINET_GREY
from assets.props.parts.pipework import pipe

LINE_YELLOW = Material((0.80, 0.52, 0.03), "epoxy", 0.6, 0.0, 0.3)
LINE_WHITE = Material((0.75, 0.75, 0.72), "epoxy", 0.6, 0.0, 0.3)
DAYLIGHT = (1.0, 0.96, 0.88)
LINE_LIFT = 0.004


def high_bay(
    parts: Assembly,
    x: float,
    y: float,
    z: float,
    *,
    power: float = 7.0,
    hung: float = 1.0,
    colour: tuple[float, float, float] = DAYLIGHT,
    lit: bool = True,
) -> None:
    """A bell-shaped hall lamp on its pipe from above; its face at ``z``."""
    high_bay_bell(parts, x, y, z, lit=lit, hung=hung)
    if lit:
        parts.lamp(Lamp((x, y, z - 0.05), (0, 0, -1), colour, power, 160.0, baked=True, size=0.22))


def tube_lamp(
    parts: Assembly, x: float, y: float, z: float, *, turn: float = 0.0, power: float = 3.0, lit: bool = True
) -> None:
    """A twin batten lamp 1.25 m long on two chains, its face at ``z``."""
    lamp = Assembly()
    lamp.add(box(1.28, 0.18, 0.05, WHITE_PLASTIC, bevel=0.008).placed(0, 0, 0.03))
    for dy in (-0.045, 0.045):
        glass = rod((-0.6, dy, 0.012), (0.6, dy, 0.012), 0.014, LAMP_FACE if lit else LAMP_FACE.shade(0.4), sides=8)
        lamp.add(glass, to="glow" if lit else "opaque")
        lamp.add(*(box(0.03, 0.04, 0.05, WHITE_PLASTIC, bevel=0.004).placed(end, dy, 0.0) for end in (-0.615, 0.615)))
    lamp.add(*(rod((end, 0, 0.08), (end, 0, 0.7), 0.004, STEEL, sides=4) for end in (-0.5, 0.5)))
    parts.include(lamp, x, y, z, h=turn)
    if lit:
        parts.lamp(Lamp((x, y, z - 0.05), (0, 0, -1), (0.95, 0.98, 1.0), power, 170.0, baked=True, size=0.5))


def cable_tray(
    parts: Assembly, start: tuple[float, float], end: tuple[float, float], z: float, *, hung_to: float
) -> None:
    """A ladder tray with cables between two points at height ``z``, on hangers up to ``hung_to``."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    length = float(np.linalg.norm(b - a))
    tray = Assembly()
    tray.add(*(box(length, 0.012, 0.08, STEEL, bevel=0.003, grid=1.5).placed(length / 2, y) for y in (-0.15, 0.15)))
    tray.add(
        *(box(0.03, 0.29, 0.012, STEEL, bevel=0.002, grid=2).placed(x, 0, 0.005) for x in np.arange(0.2, length, 0.5))
    )
    for k, y in enumerate((-0.10, -0.05, -0.01, 0.04, 0.09)):
        ends = (0, y, 0.035), (length, y, 0.035)
        cable = (BLACK_PLASTIC, BLACK_PLASTIC, GREY_PAINT)[k % 3]
        tray.add(tube(sagging(*ends, 0.012, 8), 0.017 + 0.004 * (k % 2), cable, sides=5, caps=False))
    for x in np.arange(0.6, length, 2.4):
        tray.add(*(rod((x, y, 0.0), (x, y, hung_to - z), 0.006, STEEL, sides=4) for y in (-0.16, 0.16)))
        tray.add(box(0.04, 0.36, 0.03, STEEL, bevel=0.003).placed(x, 0, -0.03))
    parts.include(tray, *a, z, h=float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0]))))


def wall_pipes(
    parts: Assembly, length: float, z: float, runs: Sequence[tuple[Material, float]], *, drop_at: float
) -> None:
    """Pipes along a wall (its frame) on brackets, the first with a drop to a valve at ``drop_at``."""
    at = z
    for k, (material, radius) in enumerate(runs):
        y = 0.14 + radius
        parts.add(pipe([(0.3, y, at), (length - 0.3, y, at)], radius, material, sides=9, flanged=(0.31, 0.62)))
        if k == 0:
            parts.add(
                pipe(
                    [(drop_at, y, at), (drop_at, y + 0.10, at - 0.15), (drop_at, y + 0.10, 1.05)],
                    radius * 0.6,
                    material,
                    sides=8,
                )
            )
            parts.add(rounded_box(0.08, 0.08, 0.10, RED_PAINT, radius=0.01, segments=8).placed(drop_at, y + 0.10, 1.0))
            parts.add(box(0.02, 0.14, 0.012, RED_PAINT, bevel=0.002).placed(drop_at, y + 0.18, 1.12))
        at += radius * 2 + 0.12
    for x in np.arange(0.9, length, 2.5):
        parts.add(box(0.05, 0.42, 0.05, DARK_STEEL, bevel=0.004).placed(x, 0.21, z - runs[0][1] - 0.05))
        parts.add(rod((x, 0.02, z - 0.38), (x, 0.38, z - runs[0][1] - 0.05), 0.012, DARK_STEEL, sides=4))


def floor_line(
    x0: float, y0: float, x1: float, y1: float, *, w: float = 0.10, material: Material = LINE_YELLOW
) -> Mesh:
    """A painted line on the floor between two points."""
    length = float(np.hypot(x1 - x0, y1 - y0)) + w
    turn = float(np.degrees(np.arctan2(y1 - y0, x1 - x0)))
    return box(length, w, 0.003, material, bevel=0.0005, grid=0.5).placed(
        (x0 + x1) / 2, (y0 + y1) / 2, LINE_LIFT - 0.003, h=turn
    )


def floor_box(x0: float, y0: float, x1: float, y1: float, *, w: float = 0.08, material: Material = LINE_YELLOW) -> Mesh:
    """A painted frame on the floor."""
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    return joined([floor_line(*a, *b, w=w, material=material) for a, b in zip(corners, corners[1:], strict=False)])


def tool_cupboard(colour: Material = BLUE_PAINT) -> Assembly:
    """A two-door steel cupboard 0.9 x 0.45 x 1.8 m, its front to +y."""
    parts = Assembly()
    parts.add(box(0.90, 0.44, 1.74, CABINET_GREY, bevel=0.008, grid=0.6, wear=0.6).placed(0, 0, 0.06))
    parts.add(box(0.86, 0.40, 0.06, BLACK_PLASTIC, bevel=0.004))
    for x in (-0.222, 0.222):
        parts.add(box(0.43, 0.016, 1.62, colour, bevel=0.006, grid=0.6, wear=0.6).placed(x, 0.226, 0.12))
        for k in range(4):
            parts.add(box(0.22, 0.006, 0.012, colour.shade(0.5), bevel=0.001).placed(x, 0.236, 1.5 + 0.035 * k))
        parts.add(box(0.018, 0.02, 0.12, STEEL, bevel=0.004).placed(x * 0.13, 0.240, 0.92))
    return parts


def workpiece_crate(seed: int, material: Material = GREEN_PAINT) -> Assembly:
    """A steel crate 1.0 x 0.8 x 0.65 m of stamped parts, its mesh sides of flat bars."""
    rng = np.random.default_rng(seed)
    crate = Assembly()
    for x in (-0.48, 0.48):
        crate.add(
            *(box(0.05, 0.05, 0.72, material, bevel=0.006, grid=0.5, wear=0.8).placed(x, y) for y in (-0.38, 0.38))
        )
    for z in (0.12, 0.36, 0.60):
        crate.add(
            *(box(0.96, 0.02, 0.07, material, bevel=0.004, grid=0.5, wear=0.8).placed(0, y, z) for y in (-0.39, 0.39))
        )
        crate.add(
            *(box(0.02, 0.76, 0.07, material, bevel=0.004, grid=0.5, wear=0.8).placed(x, 0, z) for x in (-0.49, 0.49))
        )
    crate.add(box(0.96, 0.76, 0.02, DARK_STEEL, bevel=0.003).placed(0, 0, 0.10))
    cup = lathe(
        [(0, 0), (0.07, 0), (0.085, 0.02), (0.085, 0.05), (0.06, 0.05), (0.06, 0.01), (0, 0.01)], STEEL, sides=7
    )
    for _ in range(20):
        crate.add(
            cup.placed(
                rng.uniform(-0.38, 0.38),
                rng.uniform(-0.29, 0.29),
                rng.uniform(0.42, 0.62),
                h=rng.uniform(0, 360),
                p=rng.uniform(-70, 70),
                r=rng.uniform(-40, 40),
            )
        )
    crate.add(box(0.92, 0.72, 0.36, DARK_STEEL, bevel=0.01).placed(0, 0, 0.10))
    return crate


def waste_bin(colour: Material, words: str | None = None) -> Assembly:
    """A wheeled bin 0.55 m wide, 1.0 m high, lid down."""
    parts = Assembly()
    parts.add(rounded_box(0.52, 0.50, 0.86, colour, radius=0.05, segments=12).placed(0, 0, 0.08))
    parts.add(rounded_box(0.56, 0.58, 0.09, colour.shade(0.85), radius=0.04, segments=12).placed(0, 0.01, 0.93))
    parts.add(rod((-0.2, -0.31, 0.92), (0.2, -0.31, 0.92), 0.016, BLACK_PLASTIC, sides=6))
    parts.add(
        *(
            lathe([(0, 0), (0.10, 0), (0.10, 0.04), (0, 0.04)], BLACK_PLASTIC, sides=14)
            .placed(r=90)
            .placed(x, -0.22, 0.10)
            for x in (-0.27, 0.23)
        )
    )
    if words:
        parts.sign(words, 0.30, 0.30, 0, 0.2525, 0.42)
    return parts


def broom_and_shovel() -> Mesh:
    """A broom and a shovel leaning back (towards -y) against a wall at y = 0."""
    stick = Material((0.80, 0.66, 0.44), "wood", 0.7)
    broom = [
        rod((-0.12, 0.32, 0.16), (-0.10, 0.03, 1.42), 0.014, stick, sides=6),
        box(0.34, 0.06, 0.16, Material((0.60, 0.42, 0.12), "fabric", 0.9), bevel=0.01).placed(-0.12, 0.33, 0.0, p=-8),
    ]
    blade = box(0.24, 0.012, 0.30, DARK_STEEL, bevel=0.004).placed(0.18, 0.30, 0.0, p=12)
    return joined([*broom, blade, rod((0.18, 0.25, 0.28), (0.16, 0.03, 1.30), 0.015, stick, sides=6)])


def bollard(high: float = 1.0) -> Mesh:
    """A yellow guard post with black bands."""
    post = lathe([(0, 0), (0.07, 0), (0.07, high - 0.03), (0.05, high), (0, high)], SAFETY_YELLOW, sides=14)
    band = lathe([(0.0715, 0), (0.0715, 0.12)], BLACK_PLASTIC, sides=14)
    plate = box(0.24, 0.24, 0.015, DARK_STEEL, bevel=0.003)
    return joined([post, plate, *(band.placed(z=z) for z in (0.30, 0.62))])


def wall_clock(parts: Assembly, x: float, z: float) -> None:
    """A round clock on a wall (its frame)."""
    parts.add(
        lathe([(0, 0), (0.20, 0), (0.20, 0.04), (0.185, 0.05), (0, 0.05)], BLACK_PLASTIC, sides=24)
        .placed(p=-90)
        .placed(x, 0.0, z)
    )
    parts.add(lathe([(0, 0), (0.18, 0), (0, 0.003)], WHITE_PAINT, sides=24).placed(p=-90).placed(x, 0.0515, z))
    parts.add(box(0.012, 0.004, 0.11, BLACK_PLASTIC, bevel=0.001).placed(x, 0.057, z))
    parts.add(box(0.010, 0.004, 0.15, BLACK_PLASTIC, bevel=0.001).placed(r=65).placed(x, 0.057, z))


def bench_seat() -> Mesh:
    """A wooden bench 1.6 m long on steel legs."""
    slats = [box(1.6, 0.09, 0.03, WOOD, bevel=0.006, grid=0.8).placed(0, y, 0.42) for y in (-0.11, 0.0, 0.11)]
    legs = [
        tube([(x, -0.14, 0), (x, -0.14, 0.41), (x, 0.14, 0.41), (x, 0.14, 0)], 0.018, DARK_STEEL, sides=6)
        for x in (-0.65, 0.65)
    ]
    return joined([*slats, *legs])
