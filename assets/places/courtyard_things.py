"""What stands in the courtyard of a housing estate. Fronts look to +y, feet stand at z = 0."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, ball, box, cable, cloth, lathe, rod, rounded_box, row, smooth, torus, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    CONCRETE,
    DARK_STEEL,
    GREEN_PAINT,
    RUBBER,
    STEEL,
    WHITE_PLASTIC,
    WOOD,
    Material,
    painted,
    plastic,
)
from assets.modelling.sweeps import ring_mesh
from assets.places.housing import WASHING, slab

SHED_ROOF = Material((0.16, 0.34, 0.46), "corrugated", 0.45, 0.0, 0.5)
GREEN_STEEL = painted(0.06, 0.26, 0.16, 0.45)
ENTRY_DOOR = painted(0.10, 0.16, 0.14, 0.4, 0.06)


def entrance() -> Assembly:
    """The stairwell's entrance in a façade at y = 0 behind it, its door to -y: steps, canopy, letter boxes."""
    parts = Assembly()
    parts.add(
        box(2.6, 1.5, 0.15, CONCRETE, bevel=0.015, grid=0.6).placed(0, -0.75),
        box(1.9, 0.32, 0.075, CONCRETE, bevel=0.012).placed(0, -1.62),
    )
    parts.add(box(2.8, 1.6, 0.16, painted(0.70, 0.66, 0.58, 0.8, 0.2), bevel=0.02, grid=0.8).placed(0, -0.72, 2.55))
    for x in (-1.15, 1.15):
        parts.add(
            box(0.24, 0.24, 2.42, painted(0.70, 0.66, 0.58, 0.8, 0.3), bevel=0.02, grid=0.8).placed(x, -1.30, 0.14)
        )
    parts.add(slab(1.7, 0.06, 2.36, painted(0.62, 0.58, 0.50, 0.8, 0.2), 0, -0.05, 0.15))
    for side in (-1, 1):
        leaf = Assembly()
        leaf.add(box(0.66, 0.05, 2.05, ENTRY_DOOR, bevel=0.008))
        leaf.add(box(0.46, 0.02, 0.75, ENTRY_DOOR.shade(1.5), bevel=0.01).placed(0, -0.03, 0.12))
        leaf.add(
            box(0.46, 0.012, 0.90, Material((0.04, 0.05, 0.055), roughness=0.1), bevel=0.003).placed(0, -0.028, 1.0)
        )
        leaf.add(
            *(
                rod((x, -0.045, 1.02), (x, -0.045, 1.88), 0.008, DARK_STEEL, sides=5)
                for x in np.linspace(-0.18, 0.18, 5)
            )
        )
        parts.include(leaf, side * 0.345, -0.10, 0.16)
    parts.add(rounded_box(0.12, 0.03, 0.22, STEEL, radius=0.01, segments=8).placed(0.80, -0.10, 1.30))
    parts.sign("estate_entrance", 0.72, 0.24, 0, -1.535, 2.50, turn=180)
    boxes = [
        box(0.30, 0.14, 0.13, painted(0.10, 0.28, 0.20, 0.45), bevel=0.008).placed(-1.42 - 0.0, -0.10, 0.72 + 0.14 * k)
        for k in range(6)
    ]
    parts.add(
        *boxes,
        *(box(0.20, 0.008, 0.012, DARK_STEEL, bevel=0.002).placed(-1.42, -0.172, 0.80 + 0.14 * k) for k in range(6)),
    )
    return parts


def bicycle() -> Mesh:
    """A city bicycle on its stand, its front wheel to +y, 1.7 m long."""
    paint, grip = painted(0.10, 0.14, 0.18, 0.35), BLACK_PLASTIC
    wheels = []
    for y in (-0.52, 0.53):
        wheels.append(torus(0.315, 0.018, RUBBER, sides=22, section=5).placed(0, y, 0.335, r=90))
        wheels.append(torus(0.295, 0.008, STEEL, sides=22, section=4).placed(0, y, 0.335, r=90))
        for k in range(7):
            a = np.radians(180 * k / 7)
            d = np.array([0, np.cos(a), np.sin(a)]) * 0.29
            wheels.append(
                rod(np.array([0, y, 0.335]) - d, np.array([0, y, 0.335]) + d, 0.0022, STEEL, sides=3, caps=False)
            )
    bars = [
        ((0, -0.52, 0.335), (0, -0.06, 0.29)),
        ((0, -0.06, 0.29), (0, -0.17, 0.80)),
        ((0, -0.52, 0.335), (0, -0.15, 0.74)),
        ((0, -0.06, 0.29), (0, 0.36, 0.72)),
        ((0, -0.15, 0.74), (0, 0.34, 0.80)),
        ((0, 0.53, 0.335), (0, 0.34, 0.86)),
        ((0, 0.34, 0.86), (0, 0.30, 1.0)),
    ]
    frame = [rod(a, b, 0.015, paint, sides=6) for a, b in bars]
    handle = tube(
        smooth([(-0.28, 0.16, 1.0), (-0.16, 0.28, 1.02), (0, 0.31, 1.0), (0.16, 0.28, 1.02), (0.28, 0.16, 1.0)], 3),
        0.012,
        STEEL,
        sides=6,
    )
    saddle = rounded_box(0.18, 0.26, 0.06, grip, radius=0.03, segments=8).placed(0, -0.18, 0.84)
    basket = [
        torus(r, 0.006, STEEL, sides=14, section=4).placed(0, 0.52, z)
        for r, z in ((0.15, 0.96), (0.13, 0.84), (0.11, 0.74))
    ]
    crank = [
        torus(0.08, 0.008, DARK_STEEL, sides=14, section=4).placed(0.03, -0.06, 0.29, r=90),
        rod((0.05, -0.06, 0.29), (0.06, 0.05, 0.20), 0.009, STEEL, sides=5),
    ]
    guard = tube(
        smooth([(0, -0.85, 0.40), (0, -0.72, 0.62), (0, -0.5, 0.70), (0, -0.3, 0.62)], 3),
        0.025,
        paint,
        sides=5,
        squash=(1, 0.2),
    )
    stand = rod((0.02, -0.40, 0.30), (0.14, -0.46, 0.01), 0.009, STEEL, sides=5)
    return joined([*wheels, *frame, handle, saddle, *basket, *crank, guard, stand])


def bicycle_shed() -> Assembly:
    """A shed 7 m long under blue corrugated sheet with a row of bicycles and charging sockets on its back wall."""
    shed = Assembly()
    long, deep = 7.0, 2.1
    for x in np.linspace(-long / 2 + 0.1, long / 2 - 0.1, 4):
        shed.add(
            rod((x, 0.85, 0), (x, 0.85, 2.25), 0.035, GREEN_STEEL),
            rod((x, -0.85, 0), (x, -0.85, 2.55), 0.035, GREEN_STEEL),
        )
        shed.add(rod((x, 1.15, 2.22), (x, -1.05, 2.58), 0.03, GREEN_STEEL, sides=6))
    shed.add(box(long + 0.3, deep + 0.35, 0.035, SHED_ROOF, bevel=0.004, grid=0.8).placed(0, 0.03, 2.41, p=-9))
    shed.add(
        slab(long, 0.06, 1.2, CONCRETE.shade(0.9), 0, -0.98, 0),
        rod((-long / 2, 0.85, 2.2), (long / 2, 0.85, 2.2), 0.025, GREEN_STEEL),
    )
    one = bicycle()
    tints = ((1, 1, 1), (3.0, 0.8, 0.5), (0.8, 1.2, 2.4), (1.6, 1.8, 0.6), (0.7, 0.7, 0.7))
    rng = np.random.default_rng(12)
    for k, x in enumerate(np.linspace(-3.0, 2.9, 7)):
        tint = np.asarray(tints[k % len(tints)], np.float32)
        shown = Mesh(
            one.faces,
            one.position,
            one.normal,
            one.uvl,
            np.clip(one.colour * tint, 0, 1).astype(np.float32),
            one.surface,
        )
        shed.add(shown.placed(x, -0.05 + rng.uniform(-0.12, 0.12), 0, h=180 + rng.uniform(-9, 9)))
    for x in (-2.2, 0.2, 2.4):
        shed.add(
            rounded_box(0.22, 0.10, 0.30, WHITE_PLASTIC, radius=0.015, segments=8).placed(x, -0.90, 1.25),
            box(0.12, 0.01, 0.10, plastic(0.1, 0.42, 0.2), bevel=0.003).placed(x, -0.845, 1.38),
        )
    shed.sign("estate_charging", 1.8, 0.42, 0, 1.19, 1.98)
    return shed


def drying_rack() -> Assembly:
    """Two steel posts with lines: a quilt and shirts in the sun."""
    rack = Assembly()
    for x in (-1.5, 1.5):
        rack.add(
            rod((x, 0, 0), (x, 0, 1.85), 0.025, STEEL),
            rod((x, -0.45, 1.82), (x, 0.45, 1.82), 0.018, STEEL),
            rounded_box(0.3, 0.3, 0.06, CONCRETE, radius=0.02, segments=8).placed(x, 0),
        )
    for y in (-0.4, 0.0, 0.4):
        rack.add(cable([(-1.5, y, 1.82), (0, y, 1.79), (1.5, y, 1.82)], 0.004, STEEL, sides=4))
    quilt = Material((0.62, 0.22, 0.28), "fabric", 0.95, 0, 0.2, scale=2.5)
    u, rows = np.linspace(1, -1, 13), []
    for k, (y, z) in enumerate(((0.47, 0.72), (0.44, 1.30), (0.41, 1.78), (0.39, 1.78), (0.36, 1.35), (0.33, 0.85))):
        rows.append(
            np.column_stack(
                [u * 0.78 - 0.45, np.full(13, y) + 0.015 * np.sin(u * 7 + k), np.full(13, z) + 0.012 * np.cos(u * 5)]
            )
        )
    rack.add(cloth(np.stack(rows[::-1]), quilt, two_sided=True))
    for k, x in enumerate((-0.9, -0.2, 0.5, 1.1)):
        tint = WASHING[k]
        shirt = [
            np.column_stack(
                [
                    x + np.linspace(1, -1, 7) * half,
                    np.full(7, -0.4) + 0.02 * np.sin(np.arange(7) * 1.7 + k),
                    np.full(7, z),
                ]
            )
            for half, z in ((0.10, 1.78), (0.25, 1.70), (0.22, 1.35), (0.24, 1.08))
        ]
        rack.add(cloth(np.stack(shirt[::-1]), Material(tint, "fabric", 0.95, 0, 0.2, scale=3), two_sided=True))
    return rack


def bench() -> Assembly:
    """A park bench of planks on cast legs."""
    parts = Assembly()
    plank = box(1.5, 0.09, 0.03, WOOD.coloured(0.62, 0.42, 0.26), bevel=0.008)
    parts.add(row(plank, 4, (0, 0.105, 0)).placed(0, -0.14, 0.42))
    parts.add(
        *(
            box(1.5, 0.03, 0.09, WOOD.coloured(0.62, 0.42, 0.26), bevel=0.008).placed(
                0, -0.24 - 0.03 * k, 0.55 + 0.13 * k, p=-12
            )
            for k in range(3)
        )
    )
    for x in (-0.6, 0.6):
        parts.add(
            tube(
                smooth([(x, 0.22, 0), (x, 0.20, 0.40), (x, -0.2, 0.41), (x, -0.24, 0.55), (x, -0.33, 0.92)], 3),
                0.022,
                GREEN_PAINT,
                sides=6,
            ),
            rod((x, -0.2, 0.41), (x, -0.26, 0), 0.022, GREEN_PAINT, sides=6),
        )
    return parts


def bins() -> Assembly:
    """Four wheeled bins for sorted rubbish under a little roof with their names."""
    parts = Assembly()
    kinds = (
        ("bin_kitchen", (0.05, 0.26, 0.12)),
        ("bin_recycle", (0.04, 0.16, 0.42)),
        ("bin_harmful", (0.52, 0.05, 0.05)),
        ("bin_other", (0.11, 0.11, 0.12)),
    )
    for k, (name, tint) in enumerate(kinds):
        x, body = -1.14 + 0.76 * k, plastic(*tint, 0.45)
        shape = [(-0.24, -0.22), (0.24, -0.22), (0.24, 0.22), (-0.24, 0.22)]
        rings = np.array([[(px * s, py * s, z) for px, py in shape] for z, s in ((0.10, 0.92), (0.95, 1.12))])
        parts.add(
            ring_mesh(rings, body, split=30).placed(x),
            rounded_box(0.60, 0.58, 0.07, body.shade(0.8), radius=0.03, segments=8).placed(x, 0, 0.95),
        )
        parts.add(
            *(
                lathe([(0, -0.03), (0.09, -0.03), (0.09, 0.03), (0, 0.03)], RUBBER, sides=12).placed(
                    x + s * 0.2, -0.24, 0.09, r=90
                )
                for s in (-1, 1)
            )
        )
        parts.sign(name, 0.34, 0.34, x, 0.262, 0.42, lean=-3)
    parts.add(
        slab(3.3, 0.9, 0.05, painted(0.30, 0.32, 0.33), 0, -0.1, 2.15),
        *(rod((x, -0.45, 0), (x, -0.45, 2.15), 0.03, DARK_STEEL) for x in (-1.55, 1.55)),
    )
    parts.sign("bin_sorting", 3.2, 0.32, 0, 0.36, 1.82)
    return parts


def fitness_walker() -> Assembly:
    """The estate's exercise machine: two swinging footplates on a yellow frame."""
    parts = Assembly()
    paint, blue = painted(0.80, 0.50, 0.04, 0.4), painted(0.05, 0.22, 0.50, 0.4)
    for x in (-0.42, 0.42):
        parts.add(rod((x, 0, 0), (x, 0, 1.25), 0.05, blue, sides=10), ball(0.055, paint, sides=10).placed(x, 0, 1.25))
    parts.add(
        rod((-0.42, 0, 1.15), (0.42, 0, 1.15), 0.035, paint),
        tube(
            smooth([(-0.42, 0, 1.0), (-0.42, 0.35, 1.2), (0, 0.42, 1.22), (0.42, 0.35, 1.2), (0.42, 0, 1.0)], 4),
            0.02,
            paint,
            sides=8,
        ),
    )
    for x, swing in ((-0.16, 0.22), (0.16, -0.22)):
        parts.add(
            rod((x, 0, 1.15), (x, swing, 0.25), 0.022, paint),
            box(0.15, 0.40, 0.03, BLACK_PLASTIC, bevel=0.008).placed(x, swing, 0.22, p=swing * 60),
        )
    return parts


def wall_fence(length: float) -> Assembly:
    """The estate's wall towards the street: a brick plinth, piers, and iron bars between, along x."""
    parts = Assembly()
    brick = Material((0.74, 0.60, 0.50), "brick", 0.9, 0.0, 0.7)
    parts.add(
        box(length, 0.24, 0.55, brick, bevel=0.01, grid=2).placed(0, 0),
        box(length, 0.30, 0.06, CONCRETE, bevel=0.012, grid=2).placed(0, 0, 0.55),
    )
    for x in np.arange(-length / 2, length / 2 + 0.1, 3.4):
        parts.add(
            box(0.40, 0.40, 2.1, brick, bevel=0.012, grid=2).placed(x, 0),
            box(0.48, 0.48, 0.08, CONCRETE, bevel=0.02).placed(x, 0, 2.1),
        )
    parts.add(*(rod((-length / 2, 0, z), (length / 2, 0, z), 0.016, DARK_STEEL, sides=4) for z in (0.75, 1.75)))
    bar = rod((0, 0, 0.6), (0, 0, 1.92), 0.009, DARK_STEEL, sides=4, caps=False)
    parts.add(row(bar, int(length / 0.17), (0.17, 0, 0)).placed(-length / 2 + 0.1))
    return parts
