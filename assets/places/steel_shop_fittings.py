"""What stands along the walls of the casting bay, and the furnace to be seen beyond its west end."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, cable, cloth, lathe, painted, plastic, rock, rod, tube, varied
from assets.modelling.materials import DARK_STEEL, GREY_PAINT, RUSTY_STEEL, SAFETY_YELLOW, STEEL, WINDOW
from assets.props.parts.blots import drift
from assets.props.parts.pipework import pipe
from assets.props.parts.railings import railing

W = 30.0
"""Length of the bay in metres."""
SOOT = Material((0.20, 0.19, 0.18), "concrete", 0.95, 0.0, 0.9)
FRAME = painted(0.16, 0.18, 0.19, 0.6, 0.5)
SLAG_DUST = Material((0.20, 0.18, 0.165), "sand", 0.95, 0.0, 0.7, scale=2.0)
EMBER = plastic(1.0, 0.36, 0.06)


def furnace(parts: Assembly) -> None:
    """West of the bay the next one: a converter's dark pear, its mouth and the taphole glowing, hoods and pipes."""
    shell = Material((0.10, 0.09, 0.085), "rust", 0.8, 0.2, 0.7)
    pear = [(0, 0), (1.9, 0.4), (2.7, 1.6), (2.8, 4.2), (1.7, 6.0), (1.5, 6.1), (1.4, 5.9), (0, 5.6)]
    parts.add(
        lathe(pear, shell, sides=28).placed(-8.5, 10.0, 2.5, r=14),
        lathe([(0, 0), (1.38, 0), (0, 0.02)], EMBER, sides=22).placed(-8.5, 10.0, 2.5),
        box(1.0, 8.0, 1.4, shell, bevel=0.05, grid=2).placed(-8.5, 10.0, 4.6),
    )
    parts.add(
        lathe([(0, 5.70), (1.36, 5.92), (0, 5.95)], plastic(1.0, 0.55, 0.14), sides=22).placed(-8.5, 10.0, 2.5, r=14),
        to="glow",
    )
    parts.add(*(box(1.6, 1.2, 7.0, SOOT, bevel=0.05, grid=1.8).placed(-8.5, 10.0 + s * 4.4) for s in (-1, 1)))
    parts.add(tube([(-7.0, 10.0, 9.2), (-7.0, 10.0, 13.0), (-9.0, 10.0, 16.0)], 1.7, shell.shade(1.4), sides=16))
    parts.add(
        box(6.0, 16.0, 0.3, FRAME, bevel=0.03, grid=2.5).placed(-11.0, 10.0, 6.4),
        railing((-8.0, 2.0, 6.7), (-8.0, 18.0, 6.7), every=2.5),
    )
    pool = np.array(
        [[(r * np.cos(t), r * 0.6 * np.sin(t), 0.02) for t in np.linspace(0, 2 * np.pi, 17)] for r in (1.2, 0.0)]
    )
    parts.add(cloth(pool, plastic(0.9, 0.18, 0.03)).placed(-6.0, 10.0), to="glow")


def south_side(parts: Assembly) -> None:
    """Between the path and the wall: heat shield, sand boxes, shovels, hoses, lockers, boards, pipes on the wall."""
    for z, radius, colour in (
        (3.6, 0.16, painted(0.06, 0.20, 0.12)),
        (4.1, 0.11, painted(0.05, 0.14, 0.36)),
        (4.5, 0.08, painted(0.55, 0.40, 0.03)),
        (5.0, 0.22, RUSTY_STEEL.shade(0.6)),
    ):
        parts.add(pipe([(-6.0, 0.35, z), (W - 4.5, 0.35, z)], radius, colour, sides=10, flanged=(0.3, 0.5, 0.8)))
    parts.add(*(box(0.10, 0.6, 0.10, FRAME, bevel=0.01).placed(x, 0.3, 3.3) for x in np.arange(1.5, W - 4, 3.0)))
    for k, x in enumerate((1.6, 7.8)):
        parts.add(
            *(box(0.9, 0.05, 0.6, SAFETY_YELLOW, bevel=0.008, wear=0.7).placed(x, 1.5 + s * 0.35, 0) for s in (-1, 1)),
            *(box(0.05, 0.7, 0.6, SAFETY_YELLOW, bevel=0.008, wear=0.7).placed(x + s * 0.43, 1.5) for s in (-1, 1)),
        )
        parts.add(drift(0.42, 0.34, 0.22, Material((0.62, 0.52, 0.36), "sand", 0.95, 0, 0.6), k).placed(x, 1.5, 0.48))
        parts.add(
            rod((x + 0.2, 1.6, 0.5), (x + 0.5, 1.1, 1.5), 0.016, Material((0.8, 0.66, 0.44), "wood", 0.7), sides=6)
        )
    shield = Assembly()
    shield.add(
        box(4.2, 0.10, 2.2, FRAME, bevel=0.015, grid=0.7),
        *(box(0.10, 0.5, 2.3, FRAME, bevel=0.01).placed(x, -0.2) for x in (-2.0, 0, 2.0)),
    )
    shield.add(
        *(
            box(1.0, 0.05, 0.65, Material((0.46, 0.34, 0.26), "brick", 0.9, 0, 0.8), bevel=0.01).placed(
                -1.5 + k, 0.07, 0.2 + 0.7 * row
            )
            for k in range(4)
            for row in range(3)
        )
    )
    parts.include(shield, 22.4, 6.4)
    wall = Assembly()
    wall.sign("banner_workshop", 9.0, 0.736, 9.0, 0.005, 6.0)
    wall.sign("steel_shop_plate", 3.0, 0.395, 5.6, 0.006, 2.5)
    for k, name in enumerate(("poster_molten", "poster_crane")):
        wall.sign(name, 0.8, 1.05, 2.6 + 1.0 * k, 0.16, 1.5)
        wall.add(box(0.84, 0.012, 1.09, DARK_STEEL, bevel=0.003).placed(2.6 + 1.0 * k, 0.15, 1.48))
    parts.include(wall)
    reel = [
        (0, -0.12),
        (0.32, -0.12),
        (0.32, -0.10),
        (0.14, -0.09),
        (0.14, 0.09),
        (0.32, 0.10),
        (0.32, 0.12),
        (0, 0.12),
    ]
    parts.add(
        lathe(reel, painted(0.5, 0.04, 0.03), sides=20).placed(p=90).placed(12.6, 2.6, 1.5),
        cable(
            [(12.6, 2.7, 1.25), (12.8, 3.2, 0.3), (13.4, 5.4, 0.03), (15.6, 6.5, 0.03), (17.4, 7.0, 0.04)],
            0.028,
            painted(0.45, 0.04, 0.03),
        ),
    )


def north_side(parts: Assembly) -> None:
    """Scrap boxes and heaps, billets, slag, a ladle lid, a bell furnace, drifts along the columns."""
    rng = np.random.default_rng(8)
    rust = RUSTY_STEEL.shade(0.75)
    for x in (21.6, 24.0):
        parts.add(
            *(box(2.2, 0.08, 1.1, rust, bevel=0.01, grid=0.6).placed(x, 17.0 + s * 0.75) for s in (-1, 1)),
            *(box(0.08, 1.5, 1.1, rust, bevel=0.01, grid=0.6).placed(x + s * 1.06, 17.0) for s in (-1, 1)),
        )
        parts.add(drift(1.0, 0.7, 0.25, rust.but(texture="rust"), int(x)).placed(x, 17.0, 0.85))
        for k in range(26):
            piece = (
                box(rng.uniform(0.2, 0.7), rng.uniform(0.1, 0.3), 0.02, rust, bevel=0.002)
                if k % 3
                else rod((-0.3, 0, 0), (0.3, 0, 0), rng.uniform(0.02, 0.05), rust, sides=6)
            )
            parts.add(
                varied(piece, rng, 0.3).placed(
                    x + rng.uniform(-0.8, 0.8),
                    17.0 + rng.uniform(-0.5, 0.5),
                    1.05 + rng.uniform(0, 0.12),
                    h=rng.uniform(0, 360),
                    p=rng.uniform(-30, 30),
                    r=rng.uniform(-30, 30),
                )
            )
    for k in range(20):
        at = (10.2 + 0.0 * k, 15.2 + 0.19 * (k % 7), 0.10 + 0.17 * (k // 7))
        parts.add(
            box(5.0, 0.15, 0.15, rust.shade(rng.uniform(0.7, 1.1)), bevel=0.012, grid=1.2).placed(
                at[0] + rng.uniform(-0.1, 0.1), at[1], at[2]
            )
        )
    parts.add(*(box(0.2, 1.6, 0.10, DARK_STEEL, bevel=0.01).placed(x, 15.8) for x in (8.6, 11.8)))
    lid = lathe(
        [(0, 0.35), (0.9, 0.30), (1.4, 0.12), (1.45, 0.0), (1.3, 0.0), (0.8, 0.15), (0, 0.2)][::-1],
        Material((0.30, 0.25, 0.22), "rust", 0.8, 0.2, 0.8),
        sides=28,
    )
    parts.add(
        lid.placed(4.6, 16.2, 0.05),
        tube(
            [(4.6 + 0.3 * np.cos(t), 16.2, 0.38 + 0.3 * np.sin(t)) for t in np.linspace(0, np.pi, 9)],
            0.05,
            STEEL,
            sides=7,
        ),
    )
    for k, (x, y, a, b, high) in enumerate(
        (
            (2.0, 18.4, 2.2, 0.6, 0.25),
            (9.5, 17.6, 3.0, 0.7, 0.15),
            (19.0, 15.2, 1.4, 0.8, 0.12),
            (13.5, 12.6, 1.6, 0.6, 0.04),
            (7.0, 1.4, 1.5, 0.5, 0.10),
            (21.5, 8.0, 0.9, 0.7, 0.05),
        )
    ):
        parts.add(drift(a, b, high, SLAG_DUST, k).placed(x, y))
    for k in range(50):
        x, y = rng.uniform(1, 25), rng.choice([7.6, 12.6, 14.6]) + rng.normal() * 0.5
        parts.add(rock(rng.uniform(0.02, 0.06), k, Material((0.15, 0.13, 0.12), "rock", 0.9)).placed(x, y, 0.01))
    parts.add(
        box(1.6, 1.2, 1.9, GREY_PAINT, bevel=0.03, grid=0.7).placed(14.5, 18.0),
        box(1.3, 0.02, 0.7, WINDOW.coloured(0.08, 0.1, 0.1), bevel=0.003).placed(14.5, 17.39, 1.0),
    )
    parts.add(_fan().placed(6.0, 13.6, 0, h=200))


def _fan() -> Mesh:
    """A drum fan on wheels that cools people."""
    drum = lathe([(0.50, -0.2), (0.55, -0.2), (0.55, 0.2), (0.50, 0.2), (0.50, -0.2)], SAFETY_YELLOW, sides=26).placed(
        p=90
    )
    blades = [
        box(0.40, 0.16, 0.012, DARK_STEEL, bevel=0.003).placed(0.26, 0, 0, p=28).placed(p=0).placed(r=0)
        for _ in range(1)
    ]
    rotor = joined([blade.placed(h=72 * k) for k in range(5) for blade in blades]).placed(p=90)
    wires = [
        tube(np.column_stack([r * np.cos(t), np.full(25, 0.2), r * np.sin(t)]), 0.006, STEEL, sides=4, caps=False)
        for r in (0.15, 0.3, 0.45)
        for t in (np.linspace(0, 2 * np.pi, 25),)
    ]
    legs = [rod((x, -0.3, 0.06), (x * 0.9, 0, 0.8), 0.02, DARK_STEEL, sides=6) for x in (-0.5, 0.5)] + [
        rod((x, 0.3, 0.06), (x * 0.9, 0, 0.8), 0.02, DARK_STEEL, sides=6) for x in (-0.5, 0.5)
    ]
    return joined([joined([drum, rotor, *wires]).placed(z=0.95), *legs])
