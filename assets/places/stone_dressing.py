"""What stands in the factory hall as a stone-cutting shop: slabs, blocks, jib crane, slurry tank, dust."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, lathe, rod
from assets.modelling.materials import (
    BLUE_PAINT,
    DARK_STEEL,
    GREEN_PAINT,
    GREY_PAINT,
    RUSTY_STEEL,
    SAFETY_YELLOW,
    STEEL,
    WOOD,
)
from assets.places.factory_dressing import corner, posters, services, stand
from assets.places.hall_fittings import waste_bin
from assets.props.palletised import pallet_goods
from assets.props.parts.blots import drift
from assets.props.parts.pipework import pipe
from assets.props.stone_work import QUARTZ, STONE_DUST


def stone(parts: Assembly) -> None:
    """Stone cutting: slabs on A-frames, blocks, a jib crane, drain channels, sacks, dust over everything."""
    services(parts, ((GREEN_PAINT, 0.05), (GREY_PAINT, 0.03)))
    posters(parts, "poster_stone")
    for x, y, turn, seed in ((2.2, 13.6, 6, 1), (4.8, 13.8, -4, 2), (17.6, 6.2, 92, 3), (1.3, 9.6, 90, 4)):
        parts.include(_slab_frame(seed), x, y, h=turn)
    for k, (x, y, w, d, h) in enumerate(
        ((18.2, 10.0, 1.5, 1.0, 0.9), (12.4, 14.2, 1.8, 1.2, 1.0), (14.6, 14.4, 1.4, 1.0, 0.8))
    ):
        parts.add(
            box(w, d, h, QUARTZ.but(bump=0.5).shade(0.9 - 0.05 * k), bevel=0.03, grid=0.5).placed(x, y, 0.12, h=5 * k)
        )
        parts.add(
            *(box(0.14, d + 0.2, 0.12, WOOD, bevel=0.01).placed(x + dx, y, h=5 * k) for dx in (-w * 0.3, w * 0.3))
        )
    _jib(parts, 8.0, 12.8)
    for x0, x1, y in ((10.6, 15.6, 6.25), (3.6, 8.2, 6.25)):
        parts.add(
            box(x1 - x0, 0.30, 0.012, DARK_STEEL.shade(0.5), bevel=0.003, grid=1).placed((x0 + x1) / 2, y, -0.006)
        )
        parts.add(
            *(
                box(0.025, 0.30, 0.016, STEEL.shade(0.7), bevel=0.002).placed(x, y, -0.006)
                for x in np.arange(x0 + 0.05, x1, 0.07)
            )
        )
    for k, (x, y, a, b, high) in enumerate(
        (
            (6.0, 9.6, 1.6, 0.5, 0.06),
            (4.2, 7.4, 0.7, 0.9, 0.05),
            (7.9, 7.4, 0.6, 0.8, 0.05),
            (10.0, 12.2, 1.0, 0.4, 0.04),
            (2.4, 15.3, 2.0, 0.4, 0.10),
            (11.6, 15.3, 2.4, 0.4, 0.12),
            (19.3, 13.8, 0.5, 1.4, 0.1),
            (0.5, 12.0, 0.4, 1.6, 0.1),
            (0.5, 6.4, 0.4, 1.4, 0.07),
        )
    ):
        parts.add(drift(a, b, high, STONE_DUST, k).placed(x, y))
    corner(parts)
    stand(parts, pallet_goods(PropRequest("ok", "cartons")), 18.4, 1.4, h=90)
    parts.include(waste_bin(GREY_PAINT), 16.6, 0.5)
    parts.add(_slurry_tank().placed(16.6, 9.0))


def _slab_frame(seed: int) -> Assembly:
    """An A-frame 2.2 m long with stone slabs leaning on both sides."""
    rng = np.random.default_rng(seed)
    frame = Assembly()
    rust = RUSTY_STEEL.shade(0.8)
    for x in (-0.9, 0.9):
        frame.add(
            box(0.10, 1.3, 0.10, rust, bevel=0.01).placed(x),
            *(rod((x, s * 0.45, 0.08), (x, s * 0.08, 1.5), 0.04, rust, sides=4) for s in (-1, 1)),
        )
    frame.add(box(1.9, 0.10, 0.10, rust, bevel=0.01, grid=0.8).placed(0, 0, 1.46))
    tones = ((0.72, 0.70, 0.66), (0.30, 0.29, 0.28), (0.58, 0.50, 0.42), (0.80, 0.80, 0.79))
    for side in (-1, 1):
        for k in range(int(rng.integers(3, 6))):
            w, h = rng.uniform(1.6, 2.2), rng.uniform(1.2, 1.6)
            slab = box(w, 0.028, h, QUARTZ.coloured(*tones[int(rng.integers(4))]), bevel=0.003, grid=0.7)
            frame.add(slab.placed(p=side * 13).placed(rng.uniform(-0.1, 0.1), side * (0.50 + 0.035 * k), 0.10))
    return frame


def _jib(parts: Assembly, x: float, y: float) -> None:
    """A pillar jib crane 4 m high, its arm to the south-east, a vacuum lifter hanging from it."""
    post = lathe(
        [(0.32, 0), (0.32, 0.03), (0.15, 0.04), (0.15, 4.0), (0.20, 4.02), (0.20, 4.2), (0, 4.2)],
        SAFETY_YELLOW,
        sides=20,
    )
    parts.add(
        post.placed(x, y),
        *(
            box(0.012, 0.14, 0.35, SAFETY_YELLOW, bevel=0.003).placed(0, 0.22, 0.03).placed(h=60 * k).placed(x, y)
            for k in range(6)
        ),
    )
    arm = Assembly()
    arm.add(
        box(0.14, 3.4, 0.26, SAFETY_YELLOW, bevel=0.012, grid=0.8).placed(0, 1.6, 3.86),
        rod((0, 0.0, 4.9), (0, 2.4, 4.12), 0.025, STEEL, sides=6),
        rod((0, 0, 4.1), (0, 0, 4.95), 0.07, SAFETY_YELLOW, sides=10),
    )
    arm.add(
        box(0.24, 0.34, 0.26, BLUE_PAINT, bevel=0.02).placed(0, 2.6, 3.58),
        rod((0, 2.6, 3.6), (0, 2.6, 2.5), 0.008, STEEL, sides=5),
    )
    arm.add(
        box(1.1, 0.10, 0.10, BLUE_PAINT, bevel=0.01).placed(0, 2.6, 2.4),
        *(
            lathe(
                [(0.09, 0), (0.07, 0.05), (0.02, 0.07), (0.02, 0.14), (0, 0.14)],
                Material((0.03, 0.03, 0.03), "rubber"),
                sides=14,
            ).placed(dx, 2.6, 2.27)
            for dx in (-0.45, 0.45)
        ),
    )
    arm.sign("hazard_stripes", 1.6, 0.135, 0.072, 2.0, 3.92, turn=-90)
    parts.include(arm, x, y, 0, h=-128)


def _slurry_tank() -> Mesh:
    """A steel settling tank 1.6 x 1.1 x 0.9 m, its slurry white."""
    walls = [box(1.6, 0.05, 0.9, GREEN_PAINT, bevel=0.008, grid=0.5, wear=0.6).placed(0, y) for y in (-0.53, 0.53)]
    walls += [box(0.05, 1.06, 0.9, GREEN_PAINT, bevel=0.008, grid=0.5, wear=0.6).placed(x, 0) for x in (-0.78, 0.78)]
    return joined(
        [
            *walls,
            box(1.52, 1.02, 0.72, STONE_DUST.but(roughness=0.25), bevel=0.004, grid=0.4),
            pipe([(0.5, -0.3, 0.7), (0.5, -0.3, 1.4), (0.5, 0.8, 1.4), (0.5, 0.8, 0.1)], 0.04, GREY_PAINT),
        ]
    )
