"""Round the chemical yards: the fence with its gate, the roadside's lamp posts, the refinery beyond."""

from __future__ import annotations

import numpy as np

from assets.mesh import Model
from assets.modelling import Assembly, Material, box, lathe, lattice, painted, rod, rounded_box, wire_panel
from assets.modelling.materials import GREY_PAINT, WHITE_PAINT
from assets.places.floors import flat_ground
from assets.places.greenery import grove, hedge, tufts
from assets.places.plant_backdrop import column, cooling_tower, far_pipe_rack, far_tank, flare, shed, sphere_tank, stack

GATE = (3.9, 8.1)
KERB = Material((0.46, 0.45, 0.43), "concrete", 0.9, 0.0, 0.5)
COPING = Material((0.62, 0.44, 0.06), "concrete", 0.85, 0.0, 0.3)
FENCE_GREEN = painted(0.05, 0.19, 0.10, 0.5, 0.2)


def yard_fence(parts: Assembly) -> None:
    """Steel fence to the road in the south and to the west, the gate open, a guard's box beside it."""
    for a, b in (((-2.2, -0.6), (GATE[0], -0.6)), ((GATE[1], -0.6), (27.0, -0.6)), ((-2.2, 21.0), (-2.2, -0.6))):
        parts.include(
            _fence_run(float(np.hypot(b[0] - a[0], b[1] - a[1]))),
            *a,
            h=float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0]))),
        )
    for x in GATE:
        parts.add(
            box(0.5, 0.5, 2.5, KERB, bevel=0.02, grid=0.7).placed(x, -0.6),
            box(0.6, 0.6, 0.12, COPING, bevel=0.02).placed(x, -0.6, 2.5),
        )
    leaf = Assembly()
    leaf.add(*(box(2.0, 0.05, 0.06, FENCE_GREEN, bevel=0.008).placed(1.0, 0, z) for z in (0.1, 1.0, 1.9)))
    leaf.add(*(rod((x, 0, 0.12), (x, 0, 1.92), 0.013, FENCE_GREEN, sides=6) for x in np.linspace(0.05, 1.95, 15)))
    parts.include(leaf, GATE[0] + 0.25, -0.6, 0.03, h=-96)
    parts.include(leaf, GATE[1] - 0.25, -0.6, 0.03, h=-84)
    parts.sign("tank_limits", 1.1, 0.6875, 9.6, -0.50, 0.95)
    parts.add(box(1.14, 0.03, 0.73, GREY_PAINT, bevel=0.006).placed(9.6, -0.53, 0.93))


def _fence_run(length: float) -> Assembly:
    """Welded mesh panels on posts over a kerb, along x from the origin."""
    run = Assembly()
    run.add(box(length, 0.22, 0.3, KERB, bevel=0.02, grid=1.2).placed(length / 2))
    for x in np.arange(0, length + 0.1, 2.5):
        run.add(box(0.07, 0.07, 2.1, FENCE_GREEN, bevel=0.008, grid=1.2).placed(min(x, length), 0, 0.25))
    for z in (0.4, 2.25):
        run.add(box(length, 0.04, 0.04, FENCE_GREEN, bevel=0.005, grid=1.5).placed(length / 2, 0, z))
    run.add(
        wire_panel(length, 1.85, Material((0.10, 0.34, 0.18), "wire", 0.5, 0.0, 0.0, scale=3.0)).placed(
            length / 2, 0, 0.4
        ),
        to="veil",
    )
    return run


def weeds(parts: Assembly) -> None:
    """Grass along the fence, the bund wall and the gravel."""
    rng = np.random.default_rng(23)
    spots = np.vstack(
        [
            np.column_stack([rng.uniform(-2.0, 27, 60), rng.uniform(-0.45, -0.2, 60)]),
            np.column_stack([rng.uniform(-2.05, -1.8, 40), rng.uniform(0, 20, 40)]),
            np.column_stack([rng.uniform(0, 24, 50), rng.uniform(18.0, 21.0, 50)]),
            np.column_stack([rng.uniform(12.0, 22.0, 14), rng.uniform(5.55, 5.72, 14)]),
        ]
    )
    parts.add(tufts(spots, flat_ground, 24, blades=5, tall=0.18))


def refinery() -> Model:
    """The plant beyond: columns, spheres, tanks, towers, sheds, trees along the road."""
    parts = Assembly()
    for x, y, r, h in (
        (3.0, 34.0, 1.4, 26.0),
        (8.0, 37.0, 1.0, 20.0),
        (12.5, 34.5, 1.7, 32.0),
        (18.0, 38.0, 1.1, 17.0),
    ):
        parts.add(column(r, h).placed(x, y, h=30 * x))
    parts.add(far_pipe_rack(-6.0, 30.0, 29.0, 7.0, pipes=5, step=7.0))
    for x, y in ((40.0, 6.0), (41.0, 16.5)):
        parts.add(far_tank(4.6, 9.0).placed(x, y, h=100))
    parts.add(
        far_tank(3.4, 7.5).placed(33.5, 20.5), sphere_tank(5.0).placed(34.0, 36.0), sphere_tank(5.0).placed(46.0, 37.0)
    )
    parts.add(cooling_tower(17.0, 62.0).placed(-52.0, 92.0), cooling_tower(17.0, 62.0).placed(-12.0, 112.0))
    parts.add(stack(2.2, 70.0).placed(38.0, 84.0), flare(46.0).placed(64.0, 58.0))
    parts.include(shed(30.0, 14.0, 9.0), -26.0, 12.0, h=90)
    parts.include(shed(36.0, 14.0, 8.0), 14.0, -30.0)
    parts.include(shed(30.0, 16.0, 11.0), -18.0, 44.0, h=10)
    trees = [(x, -12.0 - (k % 3)) for k, x in enumerate(np.arange(-16, 40, 5.5))]
    trees += [(-14.0 - (k % 2) * 3, y) for k, y in enumerate((-4.0, 24.0, 31.0))] + [
        (52.0, 2.0),
        (55.0, 12.0),
        (53.0, 24.0),
    ]
    parts.add(grove(trees, flat_ground, 5, tall=(6.0, 9.0), slender=0.8, leaves=80))
    parts.add(
        hedge((-3.4, -2.6), (3.0, -2.6), 0.8, 0.7, 3, flat_ground),
        hedge((9.0, -2.6), (27.0, -2.6), 0.8, 0.7, 4, flat_ground),
    )
    parts.include(_name_arch(), 6.0, -0.6)
    return parts.model()


def _name_arch() -> Assembly:
    """The lattice arch over the gate with the works' name."""
    arch = Assembly()
    arch.add(lattice((-2.1, 0, 2.7), (2.1, 0, 2.7), 0.3, 0.5, WHITE_PAINT, chord=0.025, brace=0.014))
    arch.add(box(4.2, 0.06, 0.62, WHITE_PAINT, bevel=0.01, grid=0.8).placed(0, 0, 2.92))
    arch.sign("plant_name", 4.0, 0.52, 0, 0.034, 2.97)
    arch.sign("plant_name", 4.0, 0.52, 0, -0.034, 2.97, turn=180)
    arch.add(*(box(0.1, 0.1, 0.5, WHITE_PAINT, bevel=0.01).placed(x, 0, 2.55) for x in (-2.05, 2.05)))
    return arch


def lamp_posts(parts: Assembly, *along: float) -> None:
    """Grey posts 6.2 m high at some x beside the road, their arms reaching into the yard."""
    for x in along:
        parts.add(
            lathe([(0, 0), (0.13, 0), (0.12, 0.25), (0.07, 0.3), (0.055, 6.2), (0, 6.2)], GREY_PAINT, sides=12).placed(
                x, 1.0
            ),
            rod((x, 1.0, 6.15), (x, 2.0, 6.45), 0.03, GREY_PAINT, sides=8),
            rounded_box(0.24, 0.6, 0.10, GREY_PAINT, radius=0.04, segments=8).placed(x, 2.2, 6.40),
        )
