"""Machine tools that fill workshops: lathe, milling machine, pillar drill, marking-off table, decoiler, saw horse."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, extrude, lathe, painted, ring, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, CAST_IRON, DARK_STEEL, RED_PAINT, STEEL, WOOD
from assets.props.parts.controls import LIT_GREEN, mushroom, push_button
from assets.props.parts.drives import motor
from assets.props.parts.machine_paints import BRIGHT_STEEL, GREASY_STEEL, MACHINE_CREAM, MACHINE_GREEN
from assets.props.parts.pipework import handwheel

BRASS_CHIPS = Material((0.45, 0.42, 0.38), "gravel", 0.5, 0.5, 0.8, scale=3.0)


def _extruded_side(outline: list[tuple[float, float]], depth: float, material: Material) -> Mesh:
    """A casting with its outline in x, z and ``depth`` along y, centred."""
    return extrude(outline, depth, material, grid=0.6, wear=0.2).placed(p=90).placed(0, depth / 2, 0)


@cache
def lathe_machine(paint: Material = MACHINE_GREEN) -> Assembly:
    """A centre lathe 3.0 x 1.1 x 1.4 m, worked from +y, its headstock at -x."""
    m = Assembly()
    bed = [(-1.5, 0), (-0.75, 0), (-0.65, 0.42), (0.75, 0.42), (0.85, 0), (1.45, 0), (1.45, 0.72), (-1.5, 0.72)]
    m.add(_extruded_side(bed, 0.52, paint))
    m.add(
        *(
            box(2.2, 0.05, 0.06, BRIGHT_STEEL, bevel=0.01, grid=0.6).placed(0.38, y, 0.72)
            for y in (-0.20, -0.08, 0.08, 0.20)
        )
    )
    m.add(rounded_box(0.86, 0.62, 0.62, paint, radius=0.05, segments=12).placed(-1.10, 0, 0.70))
    m.add(box(0.5, 0.012, 0.26, MACHINE_CREAM, bevel=0.004).placed(-1.12, 0.315, 0.98))
    for k, x in enumerate((-1.30, -1.12, -0.94)):
        m.add(
            lathe([(0, 0), (0.05, 0), (0.04, 0.03), (0, 0.03)], BLACK_PLASTIC, sides=14)
            .placed(p=-90)
            .placed(x, 0.32, 1.12)
        )
        m.add(rod((x, 0.36, 1.12), (x + 0.05 * (k - 1), 0.36, 1.26), 0.012, STEEL, sides=6))
    chuck = lathe(
        [(0, 0), (0.20, 0), (0.20, 0.12), (0.18, 0.14), (0.04, 0.14), (0.04, 0.10), (0, 0.10)], GREASY_STEEL, sides=24
    )
    jaw = ring(box(0.10, 0.05, 0.08, DARK_STEEL, bevel=0.006).placed(0.10, 0, 0.12), 3)
    m.add(joined([chuck, jaw]).placed(r=90).placed(-0.67, 0, 1.05))
    m.add(rod((-0.55, 0, 1.05), (0.62, 0, 1.05), 0.055, BRIGHT_STEEL, sides=16, grid=0.3))
    m.add(
        box(0.55, 0.62, 0.10, paint, bevel=0.012).placed(-0.05, 0, 0.78),
        box(0.55, 0.08, 0.36, paint, bevel=0.012).placed(-0.05, 0.32, 0.46),
    )
    m.add(
        box(0.16, 0.34, 0.10, GREASY_STEEL, bevel=0.01).placed(-0.05, 0.08, 0.88),
        box(0.10, 0.12, 0.10, STEEL, bevel=0.008).placed(-0.05, 0.14, 0.98),
    )
    m.add(
        handwheel(0.11, STEEL).placed(p=-90).placed(-0.20, 0.40, 0.62),
        handwheel(0.06, STEEL).placed(p=-90).placed(0.06, 0.40, 0.70),
    )
    m.add(_extruded_side([(0.75, 0.78), (1.15, 0.78), (1.05, 1.16), (0.85, 1.16)], 0.30, paint))
    m.add(
        rod((0.62, 0, 1.05), (1.3, 0, 1.05), 0.06, STEEL, sides=12),
        handwheel(0.10, STEEL).placed(r=90).placed(1.36, 0, 1.05),
    )
    m.add(*(rod((-0.7, 0.33, z), (1.4, 0.33, z), 0.014, BRIGHT_STEEL, sides=6) for z in (0.50, 0.58)))
    m.add(box(2.0, 0.75, 0.03, paint.shade(0.8), bevel=0.006, grid=0.7).placed(0.3, 0, 0.40))
    shield = [(-0.85, -0.30, 0.95), (-0.85, -0.34, 1.55), (0.9, -0.34, 1.55), (0.9, -0.30, 0.95)]
    m.add(
        tube(shield, 0.015, paint, sides=6),
        box(1.75, 0.012, 0.55, paint.shade(0.9), bevel=0.003, grid=0.6).placed(0.02, -0.33, 0.98),
    )
    push_button(m, -0.80, 0.312, 1.10, LIT_GREEN, lit=True)
    mushroom(m, -0.80, 0.312, 0.92, radius=0.022)
    return m


@cache
def milling_machine(paint: Material = MACHINE_CREAM) -> Assembly:
    """A vertical milling machine 1.6 x 1.6 x 2.2 m, worked from +y."""
    m = Assembly()
    m.add(box(0.72, 1.35, 0.16, paint, bevel=0.02))
    m.add(rounded_box(0.60, 0.62, 1.95, paint, radius=0.05, segments=12).placed(0, -0.38, 0.1))
    m.add(rounded_box(0.46, 0.80, 0.42, paint, radius=0.05, segments=12).placed(0, 0.05, 1.62))
    m.add(rounded_box(0.34, 0.34, 0.66, paint.shade(0.92), radius=0.05, segments=12).placed(0, 0.36, 1.34))
    m.add(
        lathe([(0, 0), (0.03, 0), (0.035, 0.12), (0.07, 0.14), (0.07, 0.24), (0, 0.24)], STEEL, sides=14).placed(
            0, 0.36, 1.12
        )
    )
    m.add(motor(0.36, 0.12, paint).placed(r=-90).placed(-0.13, 0.30, 2.02, h=0))
    m.add(
        box(0.40, 0.55, 0.34, paint, bevel=0.02).placed(0, 0.22, 0.46),
        box(0.16, 0.16, 0.42, GREASY_STEEL, bevel=0.01).placed(0, 0.22, 0.14),
    )
    m.add(
        box(1.45, 0.34, 0.10, GREASY_STEEL, bevel=0.008, grid=0.5).placed(0, 0.30, 0.86),
        box(0.55, 0.36, 0.08, paint, bevel=0.01).placed(0, 0.28, 0.79),
    )
    m.add(*(box(1.45, 0.02, 0.005, DARK_STEEL, bevel=0.001).placed(0, y, 0.958) for y in (0.20, 0.30, 0.40)))
    m.add(
        box(0.28, 0.22, 0.10, DARK_STEEL, bevel=0.012).placed(0.1, 0.30, 0.96),
        box(0.14, 0.10, 0.07, BRIGHT_STEEL, bevel=0.006).placed(0.1, 0.30, 1.05),
    )
    m.add(
        handwheel(0.12, STEEL).placed(p=-90).placed(0.0, 0.55, 0.70),
        *(handwheel(0.11, STEEL).placed(r=90).placed(x, 0.30, 0.90) for x in (-0.78, 0.78)),
    )
    arm = [(0.30, -0.1, 1.75), (0.62, 0.2, 1.80), (0.62, 0.35, 1.62)]
    m.add(
        tube(arm, 0.022, paint, sides=8),
        rounded_box(0.30, 0.12, 0.40, paint.shade(0.85), radius=0.02, segments=8).placed(0.62, 0.38, 1.22),
    )
    for k, lit in enumerate((True, False, False)):
        push_button(m, 0.54 + 0.08 * k, 0.442, 1.50, LIT_GREEN if lit else RED_PAINT, lit=lit)
    mushroom(m, 0.62, 0.442, 1.34, radius=0.026)
    return m


@cache
def pillar_drill(paint: Material = MACHINE_GREEN) -> Assembly:
    """A pillar drill 0.6 x 0.9 x 1.9 m, worked from +y."""
    m = Assembly()
    m.add(
        box(0.50, 0.75, 0.12, CAST_IRON, bevel=0.02),
        rod((0, -0.22, 0.1), (0, -0.22, 1.75), 0.07, BRIGHT_STEEL, sides=16, grid=0.5),
    )
    m.add(rounded_box(0.30, 0.72, 0.34, paint, radius=0.05, segments=12).placed(0, -0.02, 1.40))
    m.add(rounded_box(0.34, 0.66, 0.16, paint.shade(0.9), radius=0.06, segments=12).placed(0, -0.02, 1.75))
    m.add(
        lathe(
            [(0, 0), (0.012, 0), (0.014, 0.14), (0.035, 0.16), (0.04, 0.24), (0.03, 0.40), (0, 0.40)], STEEL, sides=12
        ).placed(0, 0.22, 1.02)
    )
    m.add(
        *(
            rod(
                (0.16, 0.20, 1.52),
                (0.16 + 0.02, 0.20 + 0.20 * np.cos(t), 1.52 + 0.20 * np.sin(t)),
                0.009,
                STEEL,
                sides=5,
            )
            for t in (0.4, 2.5, 4.6)
        )
    )
    m.add(
        box(0.42, 0.42, 0.05, CAST_IRON, bevel=0.012).placed(0, 0.16, 0.82),
        box(0.14, 0.34, 0.12, CAST_IRON, bevel=0.02).placed(0, -0.08, 0.74),
    )
    m.add(motor(0.30, 0.10, paint).placed(r=90).placed(-0.10, -0.42, 1.48))
    return m


@cache
def marking_table() -> Assembly:
    """A cast-iron marking-off table 1.6 x 1.0 x 0.8 m with a casting and a height gauge on it."""
    m = Assembly()
    m.add(box(1.6, 1.0, 0.12, GREASY_STEEL, bevel=0.01, grid=0.5).placed(0, 0, 0.72))
    m.add(*(box(0.10, 0.10, 0.72, CAST_IRON, bevel=0.012).placed(x, y) for x in (-0.66, 0.66) for y in (-0.36, 0.36)))
    m.add(box(1.3, 0.06, 0.10, CAST_IRON, bevel=0.008).placed(0, 0, 0.25))
    body = lathe(
        [
            (0, 0),
            (0.22, 0),
            (0.22, 0.05),
            (0.13, 0.07),
            (0.12, 0.26),
            (0.18, 0.28),
            (0.18, 0.33),
            (0.08, 0.33),
            (0.08, 0.05),
            (0, 0.05),
        ],
        painted(0.30, 0.12, 0.07, 0.7, 0.5),
        sides=22,
    )
    m.add(body.placed(-0.3, 0.05, 0.84), box(0.12, 0.10, 0.05, STEEL, bevel=0.008).placed(0.35, 0.1, 0.84))
    m.add(
        box(0.022, 0.012, 0.42, BRIGHT_STEEL, bevel=0.002).placed(0.35, 0.1, 0.88),
        box(0.10, 0.02, 0.04, STEEL, bevel=0.004).placed(0.31, 0.1, 1.02),
    )
    m.add(box(0.25, 0.16, 0.03, WOOD, bevel=0.004).placed(0.55, -0.25, 0.84, h=20))
    return m


@cache
def decoiler() -> Assembly:
    """A decoiler with a coil of steel strip 1.1 m high, the strip running off to +x."""
    m = Assembly()
    turns = [
        (0.28, -0.16),
        *((r, -0.16 + 0.006 * (k % 2)) for k, r in enumerate(np.linspace(0.28, 0.60, 18))),
        (0.60, 0.16),
        (0.28, 0.16),
        (0.28, -0.16),
    ]
    m.add(lathe(turns, BRIGHT_STEEL, sides=36, split=30).placed(p=90).placed(0, 0, 0.78))
    m.add(torus(0.48, 0.012, DARK_STEEL, sides=30, section=5).placed(p=90).placed(0, 0.19, 0.78))
    m.add(ring(rod((0, 0, 0), (0.30, 0, 0), 0.035, DARK_STEEL, sides=6), 4).placed(p=90).placed(0, 0.10, 0.78))
    stand = [
        (-0.42, 0),
        (0.42, 0),
        (0.42, 0.08),
        (0.12, 0.16),
        (0.10, 0.86),
        (-0.10, 0.86),
        (-0.12, 0.16),
        (-0.42, 0.08),
    ]
    m.add(_extruded_side(stand, 0.20, MACHINE_GREEN).placed(0, -0.34))
    m.add(rod((0, -0.42, 0.78), (0, 0.2, 0.78), 0.06, DARK_STEEL, sides=12))
    strip = [(0.0, 0, 0.18), (0.4, 0, 0.22), (0.9, 0, 0.55), (1.5, 0, 0.78)]
    flat = [(-0.15, -0.001), (0.15, -0.001), (0.15, 0.001), (-0.15, 0.001)]
    m.add(tube(strip, 1.0, BRIGHT_STEEL, outline=flat))
    return m


def chip_heap(seed: int) -> Mesh:
    """A low heap of swarf about 0.8 m across."""
    rng = np.random.default_rng(seed)
    curls = []
    for _ in range(40):
        t = np.linspace(0, rng.uniform(6, 14), 14)
        r = rng.uniform(0.008, 0.02)
        curl = np.column_stack([r * np.cos(t), r * np.sin(t), t * 0.004])
        reach = abs(rng.normal(0, 0.22))
        turn = rng.uniform(0, 6.3)
        mesh = tube(curl, 0.003, STEEL.shade(0.8), sides=3)
        curls.append(
            mesh.placed(
                reach * np.cos(turn),
                reach * np.sin(turn),
                max(0.01, 0.10 - 0.25 * reach),
                h=rng.uniform(0, 360),
                p=rng.uniform(-90, 90),
            )
        )
    return joined(curls)
