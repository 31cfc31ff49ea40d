"""What stands in the factory hall where there is dust: conveyor gallery, stone cutting, wheel polishing."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, cloth, lathe, painted, rock, rod, tube
from assets.modelling.materials import (
    BLUE_PAINT,
    CONCRETE,
    DARK_STEEL,
    GREEN_PAINT,
    GREY_PAINT,
    RUSTY_STEEL,
    SAFETY_YELLOW,
    STEEL,
    STONE,
    WOOD,
)
from assets.places.factory_dressing import W, corner, posters, services, stand
from assets.places.hall_fittings import (
    broom_and_shovel,
    cable_tray,
    floor_box,
    floor_line,
    waste_bin,
)
from assets.props.conveyor import conveyor
from assets.props.ducts import DUCT, SILVER_DUST
from assets.props.machine_parts import drift, railing
from assets.props.palletised import pallet, pallet_goods
from assets.props.pipe_parts import pipe, rounded_corners
from assets.props.stone_work import QUARTZ, STONE_DUST
from assets.props.storage_rack import rack_bay

CLAY_DUST = Material((0.50, 0.46, 0.40), "sand", 0.95, 0.0, 0.6, scale=3.0)


def gallery(parts: Assembly) -> None:
    """Aggregate: hopper and chute over the tail, the next belt, a second line, piers, heaps of spill, dust."""
    services(parts, ((GREY_PAINT, 0.05),), tray_z=5.0)
    posters(parts, "poster_belt")
    _hopper(parts, 6.3, 7.0)
    parts.include(conveyor(6.2, loaded=True, seed=5, idler_step=1.3), 17.0, 7.0, -0.12)
    _transfer(parts, 13.62, 7.0)
    parts.include(conveyor(16.0, loaded=True, seed=9, idler_step=1.6), 10.4, 12.6)
    _switch_wall(parts)
    for x in (0.6, 11.7, 17.0):
        parts.add(box(0.5, 0.5, 8.0, CONCRETE, bevel=0.03, grid=0.9).placed(x, 3.9))
    parts.add(box(W, 0.4, 0.6, CONCRETE, bevel=0.03, grid=1.5).placed(W / 2, 3.9, 6.2))
    parts.add(
        box(1.8, 0.30, 1.15, CONCRETE, bevel=0.03, grid=0.5, wear=0.6).placed(5.5, 3.95),
        box(1.9, 0.36, 0.06, CONCRETE.shade(0.85), bevel=0.015, grid=0.6).placed(5.5, 3.95, 1.15),
    )
    parts.add(railing((12.1, 3.9, 0), (16.6, 3.9, 0)))
    duct = rounded_corners([(1.2, 10.4, 5.6), (12.0, 10.4, 5.6), (15.0, 10.4, 5.6), (15.0, 10.4, 8.4)], 1.0, 6)
    parts.add(tube(duct, 0.34, DUCT.shade(0.7), sides=18))
    for k, (x, y, a, b, high) in enumerate(
        (
            (7.6, 7.9, 0.8, 0.35, 0.10),
            (10.8, 7.9, 1.2, 0.3, 0.07),
            (9.4, 6.2, 1.6, 0.22, 0.05),
            (13.4, 8.0, 0.7, 0.5, 0.16),
            (6.6, 13.5, 1.8, 0.4, 0.12),
            (12.0, 13.4, 2.2, 0.4, 0.14),
            (4.7, 3.9, 0.6, 0.5, 0.05),
            (17.4, 7.9, 1.4, 0.4, 0.1),
            (2.0, 14.6, 1.5, 1.0, 0.35),
        )
    ):
        parts.add(drift(a, b, high, CLAY_DUST, k).placed(x, y, 0.0))
    rng = np.random.default_rng(6)
    for k in range(60):
        x, y = rng.uniform(4.6, 16), rng.choice([6.1, 7.95, 13.5]) + rng.normal() * 0.2
        parts.add(rock(rng.uniform(0.015, 0.045), k, STONE.shade(rng.uniform(0.8, 1.1))).placed(x, y, 0.01))
    parts.add(broom_and_shovel().placed(2.98, 8.9, h=-90))


def _hopper(parts: Assembly, x: float, y: float) -> None:
    """A bin under the roof with a chute down to the belt's loading point."""
    bin_paint = painted(0.30, 0.33, 0.34, 0.6, 0.5)
    levels = ((1.15, 8.0), (1.15, 5.9), (0.36, 4.2), (0.34, 1.42))
    corners = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    for (a, z0), (b, z1) in zip(levels, levels[1:], strict=False):
        for (px, py), (qx, qy) in zip(corners, (*corners[1:], corners[0]), strict=False):
            quad = np.array(
                [[(px * a, py * a, z0), (qx * a, qy * a, z0)], [(px * b, py * b, z1), (qx * b, qy * b, z1)]]
            )
            parts.add(cloth(quad, bin_paint, two_sided=True).placed(x, y))
    for z, half in ((7.0, 1.17), (5.9, 1.17), (4.2, 0.40), (2.8, 0.38), (1.42, 0.38)):
        for turn in (0, 90):
            parts.add(
                *(
                    box(2 * half, 0.06, 0.10, bin_paint.shade(0.8), bevel=0.006, grid=1)
                    .placed(0, s * half)
                    .placed(h=turn)
                    .placed(x, y, z)
                    for s in (-1, 1)
                )
            )
    parts.add(
        *(
            rod((x + s * 1.1, y + t * 1.1, 5.9), (x + s * 1.1, y + t * 1.1, 8.6), 0.06, DARK_STEEL, sides=6)
            for s in (-1, 1)
            for t in (-1, 1)
        )
    )
    parts.sign("hazard_stripes", 0.70, 0.07, x, y - 0.385, 1.44, turn=180)


def _transfer(parts: Assembly, x: float, y: float) -> None:
    """The box in which one belt drops on the next."""
    housing = painted(0.26, 0.30, 0.33, 0.6, 0.5)
    parts.add(
        box(0.55, 1.25, 0.75, housing, bevel=0.01, grid=0.5, wear=0.7).placed(x, y, 1.22),
        box(0.75, 1.3, 0.35, housing, bevel=0.01, grid=0.5, wear=0.7).placed(x + 0.1, y, 0.60),
    )
    parts.add(
        *(
            box(0.07, 0.07, 1.25, DARK_STEEL, bevel=0.006).placed(x + dx, y + dy)
            for dx in (-0.2, 0.45)
            for dy in (-0.62, 0.62)
        )
    )
    parts.sign("当心机械伤人", 0.32, 0.40, x, y - 0.629, 1.38, turn=180)


def _switch_wall(parts: Assembly) -> None:
    """A free-standing wall with conduits, for the isolator and the panel on its east face (x 3.0)."""
    parts.add(box(0.36, 2.9, 3.2, CONCRETE, bevel=0.02, grid=0.7).placed(2.80, 10.0))
    for k in range(4):
        y = 9.35 + 0.10 * k
        parts.add(
            pipe([(3.02, y, 1.9 if k < 2 else 2.1), (3.02, y, 3.25), (3.02, y + 0.0, 5.0)], 0.018, GREY_PAINT, sides=6)
        )
    parts.add(
        box(0.04, 0.5, 0.04, STEEL, bevel=0.004).placed(3.0, 9.5, 2.5),
        box(0.04, 0.5, 0.04, STEEL, bevel=0.004).placed(3.0, 9.5, 3.0),
    )


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


def polish(parts: Assembly) -> None:
    """Polishing wheels: the beam with its tray and silver dust, ducts to the collector, racks of wheels, drums."""
    services(parts, ((BLUE_PAINT, 0.045),))
    posters(parts, "poster_dust")
    corner(parts)
    for y in (3.4, 6.6):
        parts.add(floor_line(0.9, y, 19.6, y))
    parts.add(floor_box(4.6, 8.6, 13.6, 11.0))
    beam = [box(19.4, 0.22, 0.03, GREY_PAINT, bevel=0.005, grid=0.8).placed(W / 2, 13.05, z) for z in (3.60, 3.93)]
    parts.add(*beam, box(19.4, 0.02, 0.32, GREY_PAINT, bevel=0.003, grid=0.8).placed(W / 2, 13.05, 3.62))
    cable_tray(parts, (0.5, 12.72), (19.5, 12.72), 3.92, hung_to=8.0)
    parts.add(
        *(
            box(18.6, 0.20, 0.006, SILVER_DUST, bevel=0.002, grid=0.6).placed(W / 2, 13.05, 3.96),
            box(18.8, 0.26, 0.008, SILVER_DUST, bevel=0.002, grid=0.6).placed(W / 2, 12.72, 3.975),
        )
    )
    for x in (2.6, 17.4):
        parts.add(box(0.2, 0.2, 3.6, GREY_PAINT, bevel=0.01, grid=0.9).placed(x, 13.05))
    _polish_ducts(parts)
    for k, x in enumerate((5.0, 7.9, 10.8)):
        parts.include(rack_bay((1.5, 2.9)), x, 15.1, h=180)
        for level, z in enumerate((0.0, 1.5)):
            for dx in (-0.64, 0.64):
                parts.add(_wheel_stack(k + level).placed(x + dx, 15.1, z))
    for k in range(6):
        parts.add(drift(0.9, 0.12, 0.025, SILVER_DUST, k).placed(4.6 + 1.7 * k, 11.2 + 0.1 * (k % 2)))
    stand(parts, pallet_goods(PropRequest("ok", "wheels")), 15.2, 8.2, h=20)
    parts.include(waste_bin(SAFETY_YELLOW.shade(0.8)), 14.6, 15.3, h=180)
    parts.add(pallet().placed(2.2, 13.9, 0.0, h=80), pallet().placed(2.2, 13.9, 0.142, h=84))


def _wheel_stack(seed: int) -> Mesh:
    """A pallet of cast wheels as seen from some metres away."""
    rng = np.random.default_rng(seed)
    metal = Material((0.74, 0.75, 0.76), "galvanised", 0.35, 0.7, 0.2)
    wheel = lathe(
        [
            (0.0, 0.05),
            (0.19, 0.04),
            (0.235, 0.0),
            (0.235, 0.02),
            (0.20, 0.06),
            (0.20, 0.14),
            (0.235, 0.2),
            (0.20, 0.19),
            (0.0, 0.16),
        ],
        metal,
        sides=14,
    )
    spots = [
        (x, y, layer)
        for layer in range(3)
        for x in (-0.3, 0.3)
        for y in (-0.24, 0.24)
        if layer < 2 or rng.random() < 0.6
    ]
    return joined([pallet(fine=False), *(wheel.placed(x, y, 0.14 + 0.205 * layer) for x, y, layer in spots)])


def _polish_ducts(parts: Assembly) -> None:
    """The duct's ends: a cap at x 7, the run from (11, 11.5, 3.2) to the collector's inlet at (17.5, 13.0, 2.1)."""
    run = rounded_corners(
        [
            (11.0, 11.5, 3.2),
            (15.0, 11.5, 3.2),
            (17.5, 11.9, 3.2),
            (17.5, 13.6, 3.0),
            (17.5, 13.4, 2.1),
            (17.5, 13.05, 2.1),
        ],
        0.6,
        6,
    )
    parts.add(tube(run, 0.2, DUCT, sides=18), tube([(6.4, 11.5, 3.2), (7.0, 11.5, 3.2)], 0.2, DUCT, sides=18))
    parts.add(*(rod((x, 11.5, 3.4), (x, 11.5, 8.0), 0.008, STEEL, sides=5) for x in (12.2, 14.6)))
    for x in (6.0, 9.0, 12.0):
        parts.add(tube([(x, 11.45, 3.2), (x, 11.56, 3.2)], 0.115, DUCT, sides=16))
