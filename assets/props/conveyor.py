"""The belt conveyor: troughed belt on idlers, tail and head pulleys, drive; loaded and running, or stopped."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, Material, box, cloth, lathe, painted, rock, rod, row
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, GREY_PAINT, STEEL, STONE
from assets.props.parts.controls import LIT_GREEN, UNLIT, push_button
from assets.props.parts.drives import BELT_RUBBER, motor
from assets.props.parts.machine_paints import BRIGHT_STEEL

FRAME_BLUE = painted(0.06, 0.15, 0.28, 0.5, 0.4)
AGGREGATE = Material((0.52, 0.50, 0.46), "gravel", 0.9, 0.0, 0.9, scale=1.6)
BELT_TOP = 0.98
PULLEY = 0.20
HALF_WIDTH = 0.40


@prop("belt_conveyor")
def belt_conveyor(request: PropRequest) -> Model:
    """8 m along x, tail at -x with its pulley open, head and drive at +x; people walk along its -y side."""
    running = request.state == "running"
    parts = conveyor(8.0, loaded=running, seed=4)
    _drive(parts, 3.72, running)
    _scraper(parts, 3.9)
    _spill_plates(parts)
    return parts.model()


def conveyor(length: float, *, loaded: bool, seed: int, idler_step: float = 1.0) -> Assembly:
    """A conveyor along x, centred: belt, idlers, pulleys, frame with legs."""
    parts = Assembly()
    half = length / 2
    parts.add(_belt(half), *_pulleys(half), _frame(half))
    count = int((length - 1.6) / idler_step) + 1
    first = -(count - 1) * idler_step / 2
    parts.add(row(_idler().placed(first), count, (idler_step, 0, 0)))
    lower = lathe([(0, -0.46), (0.045, -0.46), (0.045, 0.46), (0, 0.46)], STEEL, sides=10).placed(p=90)
    parts.add(row(lower.placed(first, 0, BELT_TOP - 2 * PULLEY - 0.02), max(2, count // 2), (idler_step * 2, 0, 0)))
    if loaded:
        parts.add(_load(half, seed))
    return parts


def _belt(half: float) -> Mesh:
    """The belt as one loop: troughed above, flat below and round the pulleys."""
    across = np.array([-1.0, -0.44, 0.44, 1.0]) * HALF_WIDTH
    end = half - 0.10 - PULLEY
    loop: list[tuple[float, float, float]] = [(-end - 0.0, BELT_TOP, 0.0)]
    loop += [(x, BELT_TOP, 1.0) for x in np.arange(-end + 0.7, end - 0.6, 0.8)]
    loop += [(end, BELT_TOP, 0.0)]
    middle = BELT_TOP - PULLEY
    loop += [(end + PULLEY * np.sin(t), middle + PULLEY * np.cos(t), 0.0) for t in np.linspace(0.4, np.pi - 0.4, 6)]
    loop += [(x, middle - PULLEY, 0.0) for x in np.linspace(end, -end, 6)]
    loop += [(-end - PULLEY * np.sin(t), middle - PULLEY * np.cos(t), 0.0) for t in np.linspace(0.4, np.pi - 0.4, 6)]
    loop.append(loop[0])
    rise = np.array([0.13, 0.0, 0.0, 0.13])
    points = np.array([[(x, y, z + up * trough) for y, up in zip(across, rise, strict=True)] for x, z, trough in loop])
    return cloth(points, BELT_RUBBER, two_sided=True, split=35)


def _pulleys(half: float) -> list[Mesh]:
    outline = [
        (0, -0.46),
        (PULLEY * 0.9, -0.46),
        (PULLEY - 0.006, -0.44),
        (PULLEY - 0.006, 0.44),
        (PULLEY * 0.9, 0.46),
        (0, 0.46),
    ]
    found = []
    for x in (-half + 0.10 + PULLEY, half - 0.10 - PULLEY):
        z = BELT_TOP - PULLEY
        found.append(lathe(outline, STEEL, sides=24, split=30).placed(p=90).placed(x, 0, z))
        found.append(rod((x, -0.62, z), (x, 0.62, z), 0.035, BRIGHT_STEEL, sides=12))
        for y in (-0.55, 0.55):
            found.append(box(0.20, 0.08, 0.14, GREY_PAINT, bevel=0.02, wear=0.5).placed(x, y, z - 0.07))
            found += [
                rod((x + dx, y, z - 0.09), (x + dx, y, z + 0.02), 0.014, DARK_STEEL, sides=6) for dx in (-0.075, 0.075)
            ]
    return found


def _frame(half: float) -> Mesh:
    """Channel stringers on braced legs, a tail take-up screw."""
    z = BELT_TOP - 0.32
    parts = [
        box(2 * half - 0.1, 0.06, 0.14, FRAME_BLUE, bevel=0.008, grid=0.8, wear=0.6).placed(0, y, z)
        for y in (-0.54, 0.54)
    ]
    for x in np.linspace(-half + 0.5, half - 0.5, max(3, int(half) + 1)):
        parts += [box(0.08, 0.07, z, FRAME_BLUE, bevel=0.008, grid=0.5, wear=0.5).placed(x, y) for y in (-0.54, 0.54)]
        parts += [box(0.18, 0.18, 0.016, DARK_STEEL, bevel=0.004).placed(x, y) for y in (-0.54, 0.54)]
        parts += [box(0.05, 1.02, 0.05, FRAME_BLUE, bevel=0.006).placed(x, 0, 0.22)]
    parts += [
        rod((-half + 0.10, y, z + 0.12), (-half + 0.75, y, z + 0.12), 0.015, BRIGHT_STEEL, sides=6)
        for y in (-0.55, 0.55)
    ]
    return joined(parts)


def _idler() -> Mesh:
    """A set of three troughing rollers on its bracket."""
    roller = lathe(
        [(0, -0.165), (0.05, -0.165), (0.054, -0.155), (0.054, 0.155), (0.05, 0.165), (0, 0.165)], DARK_STEEL, sides=10
    ).placed(p=90)
    top = BELT_TOP - 0.062
    parts = [roller.placed(0, 0, top)]
    for side in (-1, 1):
        parts.append(roller.placed(p=side * 29).placed(0, side * 0.325, top + 0.085))
        parts.append(box(0.05, 0.02, 0.30, GREY_PAINT, bevel=0.004).placed(0, side * 0.50, BELT_TOP - 0.20))
    parts.append(box(0.06, 1.06, 0.05, GREY_PAINT, bevel=0.006).placed(0, 0, BELT_TOP - 0.20))
    return joined(parts)


def _load(half: float, seed: int) -> Mesh:
    """A stream of aggregate on the belt with stones on it."""
    rng = np.random.default_rng(seed)
    end = half - 0.5
    x, v = np.meshgrid(np.linspace(-end + 0.6, end, int(end * 8)), np.linspace(1, -1, 7), indexing="ij")
    height = 0.012 + (0.10 + 0.025 * np.sin(x * 5.3 + 1) + 0.02 * np.sin(x * 11.7)) * (1 - v**2) + np.abs(v) ** 2 * 0.03
    z = BELT_TOP + height + rng.uniform(-0.008, 0.008, x.shape) * (1 - v**4)
    heap = cloth(np.stack([x, v * 0.27, z], axis=-1), AGGREGATE, split=50)
    stones = [
        rock(rng.uniform(0.015, 0.034), k, STONE.shade(rng.uniform(0.8, 1.15))).placed(
            rng.uniform(-end + 0.7, end - 0.1), rng.normal(0, 0.09), BELT_TOP + 0.125, h=rng.uniform(0, 360)
        )
        for k in range(int(half * 12))
    ]
    return joined([heap, *stones])


def _drive(parts: Assembly, x: float, running: bool) -> None:
    """Gearbox, coupling and motor on a bracket at the walkway's side, and the drive's start box."""
    z = BELT_TOP - PULLEY
    parts.add(box(1.15, 0.42, 0.05, FRAME_BLUE, bevel=0.008).placed(x - 0.42, -0.86, z - 0.26))
    parts.add(*(box(0.07, 0.07, z - 0.26, FRAME_BLUE, bevel=0.008).placed(x + dx, -1.0) for dx in (-0.9, 0.05)))
    parts.add(
        box(0.30, 0.30, 0.40, GREY_PAINT, bevel=0.02, wear=0.5).placed(x, -0.82, z - 0.20),
        rod((x, -0.7, z), (x, -0.55, z), 0.04, BRIGHT_STEEL, sides=12),
    )
    parts.add(motor(0.52, 0.14).placed(x - 0.62, -0.86, z - 0.21))
    parts.add(
        lathe([(0, -0.05), (0.08, -0.05), (0.08, 0.05), (0, 0.05)], painted(0.6, 0.2, 0.02), sides=16)
        .placed(r=90)
        .placed(x - 0.24, -0.86, z - 0.05)
    )
    parts.add(box(0.14, 0.09, 0.22, GREY_PAINT, bevel=0.01).placed(x - 0.95, -0.62, z + 0.0))
    push_button(parts, x - 0.95, -0.575, z + 0.15, LIT_GREEN if running else UNLIT, lit=running)


def _scraper(parts: Assembly, x: float) -> None:
    """The head's belt scraper and its discharge chute."""
    parts.add(
        rod((x - 0.05, -0.6, 0.62), (x - 0.05, 0.6, 0.62), 0.03, DARK_STEEL, sides=8),
        box(0.02, 0.86, 0.16, BLACK_PLASTIC, bevel=0.004).placed(x - 0.05, 0, 0.60, r=14),
    )


def _spill_plates(parts: Assembly) -> None:
    """Skirt boards at the loading point near the tail."""
    for y in (-0.40, 0.40):
        parts.add(box(1.9, 0.02, 0.24, GREY_PAINT, bevel=0.004, grid=0.6, wear=1).placed(-2.2, y, BELT_TOP + 0.10))
        parts.add(
            *(
                box(0.05, 0.05, 0.44, GREY_PAINT, bevel=0.004).placed(x, y * 1.3, BELT_TOP - 0.18)
                for x in (-3.0, -2.2, -1.4)
            )
        )
