"""Tables of workshops, kitchens, boiler rooms and homes, each with what lies on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, Material, box, lathe, painted, plastic, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, GREY_PLASTIC, STEEL, WHITE_PLASTIC
from assets.props.parts.bench_frame import BENCH_GREEN, BENCH_GREY, HIGH, steel_bench_frame
from assets.props.parts.kitchen_parts import HANDLE, KITCHEN_STEEL, crockery, pot, steel_bench, wok_lid
from assets.props.parts.laid_tables import DARK_WOOD, PALE_WOOD, dining_table, lunch_bench
from assets.props.parts.pipework import SATIN

ESD_MAT = plastic(0.04, 0.24, 0.19, 0.7)
PCB_GREEN = plastic(0.02, 0.20, 0.09, 0.3)
PAPER_WHITE = Material((0.86, 0.86, 0.84), "paint", 0.9, 0.0, 0.0)
SCREEN_GLOW = plastic(0.35, 0.60, 0.95)


@prop("workbench")
def workbench(request: PropRequest) -> Model:
    """A table 1.6 x 0.7 m, its worker's side +y, dressed by variant."""
    parts = Assembly()
    _DRESSED[request.variant or "bench"](parts)
    return parts.model()


def _bench(parts: Assembly) -> None:
    """A fitter's bench: vice, tool board behind, rag, tins."""
    steel_bench_frame(parts, PALE_WOOD, BENCH_GREEN)
    vice = joined(
        [
            box(0.14, 0.16, 0.05, BENCH_GREEN.shade(0.6), bevel=0.01),
            box(0.10, 0.07, 0.12, BENCH_GREEN.shade(0.6), bevel=0.012).placed(0, -0.04, 0.05),
            box(0.12, 0.05, 0.13, BENCH_GREEN.shade(0.6), bevel=0.012).placed(0, 0.09, 0.04),
            rod((0, 0.06, 0.09), (0, 0.22, 0.09), 0.014, STEEL, sides=8),
            rod((-0.08, 0.21, 0.09), (0.08, 0.21, 0.09), 0.007, STEEL, sides=6),
        ]
    )
    parts.add(vice.placed(-0.5, 0.18, HIGH))
    parts.add(box(1.5, 0.02, 0.55, BENCH_GREY, bevel=0.004, grid=0.5).placed(0, -0.34, HIGH + 0.05))
    rng = np.random.default_rng(4)
    for k in range(7):
        x = -0.6 + 0.2 * k
        length = rng.uniform(0.16, 0.28)
        parts.add(
            box(0.022, 0.012, length, STEEL, bevel=0.004).placed(x, -0.322, HIGH + 0.50 - length),
            rod(
                (x, -0.32, HIGH + 0.52 - length),
                (x, -0.32, HIGH + 0.40 - length),
                0.014,
                (plastic(0.6, 0.05, 0.03), plastic(0.05, 0.1, 0.4))[k % 2],
                sides=7,
            ),
        )
    parts.add(
        *(
            lathe([(0, 0), (0.045, 0), (0.045, 0.11), (0, 0.115)], tone, sides=14).placed(x, -0.2, HIGH)
            for x, tone in ((0.35, plastic(0.6, 0.4, 0.05)), (0.47, plastic(0.2, 0.22, 0.25)))
        )
    )


def _cleaning(parts: Assembly) -> None:
    """The board-washing bench: antistatic mat, boards in a rack and one in work, wipes, tray, lamp, wrist strap."""
    steel_bench_frame(parts, WHITE_PLASTIC.but(bump=0.04), BENCH_GREY)
    parts.add(box(1.3, 0.52, 0.004, ESD_MAT, bevel=0.001, grid=0.5).placed(-0.1, 0.05, HIGH))
    parts.add(_board(0.20, 0.14).placed(-0.12, 0.14, HIGH + 0.006, h=8))
    for k in range(8):
        parts.add(_board(0.18, 0.12).placed(r=0).placed(p=82).placed(-0.56, -0.22 + 0.025 * k, HIGH + 0.012))
    parts.add(box(0.22, 0.26, 0.012, ESD_MAT.shade(0.4), bevel=0.003).placed(-0.56, -0.12, HIGH))
    tray = joined(
        [
            box(0.32, 0.22, 0.006, KITCHEN_STEEL, bevel=0.002),
            *(box(0.32, 0.006, 0.045, KITCHEN_STEEL, bevel=0.002).placed(0, y) for y in (-0.11, 0.11)),
            *(box(0.006, 0.22, 0.045, KITCHEN_STEEL, bevel=0.002).placed(x) for x in (-0.16, 0.16)),
        ]
    )
    parts.add(tray.placed(0.34, 0.10, HIGH + 0.005))
    parts.add(
        box(0.14, 0.14, 0.07, PAPER_WHITE, bevel=0.01).placed(0.62, -0.1, HIGH),
        rounded_box(0.10, 0.06, 0.02, PAPER_WHITE.shade(0.85), radius=0.008, segments=6).placed(
            0.34, 0.12, HIGH + 0.012, h=30
        ),
    )
    parts.add(
        rod((-0.16, 0.10, HIGH + 0.02), (-0.02, 0.04, HIGH + 0.035), 0.006, HANDLE, sides=6),
        box(0.035, 0.012, 0.03, plastic(0.7, 0.65, 0.5), bevel=0.004).placed(-0.18, 0.11, HIGH + 0.006),
    )
    parts.add(
        tube(
            [(0.70, -0.28, HIGH), (0.70, -0.28, HIGH + 0.35), (0.45, -0.15, HIGH + 0.55), (0.2, 0.0, HIGH + 0.48)],
            0.010,
            DARK_STEEL,
            sides=7,
        )
    )
    parts.add(torus(0.09, 0.016, WHITE_PLASTIC, sides=20, section=7).placed(0.16, 0.02, HIGH + 0.47))
    coil = [
        (0.1 + 0.012 * np.cos(t), 0.32 + 0.012 * np.sin(t), HIGH - 0.03 - 0.006 * t)
        for t in np.linspace(0, 8 * np.pi, 50)
    ]
    parts.add(tube(coil, 0.003, plastic(0.04, 0.16, 0.5), sides=4))


def _board(w: float, d: float) -> Mesh:
    """A printed circuit board lying on z = 0."""
    chips = [
        box(0.03, 0.03, 0.004, BLACK_PLASTIC, bevel=0.0008).placed(x * w, y * d, 0.0016)
        for x, y in ((-0.25, 0.2), (0.22, -0.15), (0.1, 0.28))
    ]
    return joined(
        [
            box(w, d, 0.0018, PCB_GREEN, bevel=0.0004),
            *chips,
            box(0.06, 0.012, 0.01, GREY_PLASTIC, bevel=0.001).placed(0.2 * w, -0.4 * d, 0.0016),
        ]
    )


def _kitchen(parts: Assembly) -> None:
    """A stainless preparation table: wok lid, chopping board with knife, bowls, pots below."""
    parts.add(steel_bench(1.6, 0.7, HIGH))
    parts.add(wok_lid(0.26).placed(-0.42, 0.05, HIGH + 0.002))
    parts.add(
        lathe([(0, 0), (0.20, 0), (0.21, 0.012), (0.21, 0.085), (0.20, 0.095), (0, 0.095)], PALE_WOOD, sides=26).placed(
            0.22, 0.06, HIGH
        )
    )
    parts.add(
        box(0.20, 0.003, 0.09, STEEL, bevel=0.001).placed(p=88).placed(0.22, 0.0, HIGH + 0.10),
        rounded_box(0.12, 0.022, 0.026, HANDLE, radius=0.008, segments=6).placed(0.37, 0.045, HIGH + 0.097),
    )
    green = Material((0.10, 0.30, 0.04), "leaves", 0.8, 0.0, 0.05)
    rng = np.random.default_rng(2)
    for _ in range(16):
        parts.add(
            box(0.03, 0.012, 0.008, green.shade(rng.uniform(0.7, 1.3)), bevel=0.002).placed(
                0.16 + rng.uniform(-0.09, 0.06), 0.13 + rng.uniform(-0.05, 0.05), HIGH + 0.096, h=rng.uniform(0, 180)
            )
        )
    parts.add(
        crockery(6).placed(0.62, -0.12, HIGH),
        *(
            lathe(
                [(0, 0), (0.035, 0), (0.07, 0.05), (0.066, 0.05), (0.03, 0.006), (0, 0.006)],
                WHITE_PLASTIC,
                sides=16,
                split=50,
            ).placed(x, 0.2, HIGH)
            for x in (0.55, 0.70)
        ),
    )
    parts.add(
        pot(0.15, 0.18).placed(-0.5, 0, 0.245),
        pot(0.12, 0.14).placed(-0.12, 0.02, 0.245),
        pot(0.16, 0.22).placed(0.4, 0, 0.245),
    )


def _desk(parts: Assembly) -> None:
    """The boiler operator's desk: a lit telephone, thermos, log book shut, a television, an empty card holder."""
    steel_bench_frame(parts, DARK_WOOD, BENCH_GREY)
    parts.add(rounded_box(0.08, 0.16, 0.009, BLACK_PLASTIC, radius=0.004, segments=6).placed(-0.12, 0.18, HIGH, h=12))
    parts.add(box(0.068, 0.14, 0.0012, SCREEN_GLOW, bevel=0.0004).placed(-0.12, 0.18, HIGH + 0.009, h=12), to="glow")
    flask = [(0, 0), (0.06, 0), (0.062, 0.02), (0.062, 0.24), (0.04, 0.28), (0.045, 0.33), (0, 0.34)]
    parts.add(
        lathe(flask, plastic(0.55, 0.06, 0.05), sides=18, split=45).placed(0.52, -0.12, HIGH),
        torus(0.05, 0.008, DARK_STEEL, sides=14, section=5).placed(p=90).placed(0.585, -0.12, HIGH + 0.2),
    )
    parts.add(
        lathe(
            [(0, 0), (0.035, 0), (0.04, 0.09), (0.036, 0.09), (0.032, 0.01), (0, 0.01)], WHITE_PLASTIC, sides=16
        ).placed(0.36, 0.1, HIGH)
    )
    parts.add(
        box(0.30, 0.22, 0.02, plastic(0.08, 0.20, 0.42), bevel=0.003).placed(0.10, 0.12, HIGH, h=-5),
        rod((0.02, 0.1, HIGH + 0.025), (0.14, 0.18, HIGH + 0.025), 0.004, BLACK_PLASTIC, sides=6),
    )
    parts.add(
        rounded_box(0.46, 0.34, 0.36, BLACK_PLASTIC, radius=0.03, segments=8).placed(-0.52, -0.12, HIGH + 0.03),
        box(0.38, 0.004, 0.28, plastic(0.10, 0.16, 0.20, 0.08), bevel=0.001).placed(-0.52, 0.052, HIGH + 0.07),
        box(0.2, 0.2, 0.03, BLACK_PLASTIC, bevel=0.006).placed(-0.52, -0.12, HIGH),
    )
    parts.add(
        *(
            rod((-0.55, -0.15, HIGH + 0.38), (-0.55 + dx, -0.2, HIGH + 0.72), 0.003, STEEL, sides=4)
            for dx in (-0.2, 0.24)
        )
    )
    holder = plastic(0.75, 0.76, 0.76, 0.15)
    parts.add(
        box(0.13, 0.02, 0.16, holder, bevel=0.003).placed(p=-12).placed(0.18, -0.24, HIGH),
        box(0.10, 0.004, 0.12, plastic(0.36, 0.38, 0.38), bevel=0.001).placed(p=-12).placed(0.18, -0.228, HIGH + 0.02),
    )


def _blanks(parts: Assembly) -> None:
    """A press shop's table: stacked steel blanks, a bin of stampings, tongs."""
    steel_bench_frame(parts, Material((0.30, 0.31, 0.32), "galvanised", 0.5, 0.6, 0.2), BENCH_GREEN)
    for k in range(14):
        parts.add(
            box(0.30, 0.20, 0.006, SATIN.shade(0.8 + 0.03 * (k % 4)), bevel=0.001).placed(
                -0.42, 0.02, HIGH + 0.0065 * k, h=1.5 * ((k * 7) % 5 - 2)
            )
        )
    tub = joined(
        [
            box(0.44, 0.34, 0.01, painted(0.05, 0.14, 0.36), bevel=0.003),
            *(box(0.44, 0.012, 0.18, painted(0.05, 0.14, 0.36), bevel=0.003).placed(0, y) for y in (-0.17, 0.17)),
            *(box(0.012, 0.34, 0.18, painted(0.05, 0.14, 0.36), bevel=0.003).placed(x) for x in (-0.22, 0.22)),
        ]
    )
    parts.add(tub.placed(0.22, 0, HIGH))
    rng = np.random.default_rng(8)
    cup = lathe([(0, 0), (0.05, 0), (0.055, 0.03), (0.052, 0.03), (0.046, 0.004), (0, 0.004)], SATIN, sides=12)
    parts.add(
        *(
            cup.placed(p=rng.uniform(-60, 60), h=rng.uniform(0, 360)).placed(
                0.22 + rng.uniform(-0.15, 0.15), rng.uniform(-0.11, 0.11), HIGH + rng.uniform(0.05, 0.15)
            )
            for _ in range(16)
        )
    )
    parts.add(
        *(
            tube(
                [
                    (0.60 + s * 0.02, 0.28, HIGH + 0.012),
                    (0.60 + s * 0.005, 0.08, HIGH + 0.012),
                    (0.60 - s * 0.02, -0.15, HIGH + 0.012),
                ],
                0.007,
                DARK_STEEL,
                sides=6,
            )
            for s in (-1, 1)
        )
    )


_DRESSED: dict[str, Callable[[Assembly], None]] = {
    "bench": _bench,
    "cleaning": _cleaning,
    "kitchen": _kitchen,
    "desk": _desk,
    "dining": dining_table,
    "lunch": lunch_bench,
    "blanks": _blanks,
}
