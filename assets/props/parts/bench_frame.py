"""The steel bench that workshop tables are built on."""

from __future__ import annotations

from assets.modelling import Assembly, Material, box, painted
from assets.modelling.materials import DARK_STEEL

HIGH = 0.80
BENCH_GREEN = painted(0.07, 0.26, 0.20, 0.45, 0.05)
BENCH_GREY = painted(0.46, 0.50, 0.52, 0.45, 0.05)


def steel_bench_frame(parts: Assembly, top: Material, frame: Material, *, drawers: bool = True) -> None:
    """A square-tube frame with a thick top, a shelf below, and a block of drawers at the right."""
    parts.add(box(1.6, 0.7, 0.04, top, bevel=0.006, grid=0.4).placed(0, 0, HIGH - 0.04))
    for x in (-0.74, 0.74):
        parts.add(
            *(box(0.05, 0.05, HIGH - 0.04, frame, bevel=0.005, grid=0.5).placed(x, y) for y in (-0.29, 0.29)),
            box(0.04, 0.54, 0.04, frame, bevel=0.004).placed(x, 0, 0.14),
        )
    parts.add(
        *(box(1.44, 0.04, 0.05, frame, bevel=0.004, grid=0.6).placed(0, y, HIGH - 0.10) for y in (-0.29, 0.29)),
        box(1.44, 0.5, 0.02, frame, bevel=0.004, grid=0.5).placed(0, -0.02, 0.17),
    )
    if drawers:
        parts.add(box(0.42, 0.55, 0.42, frame, bevel=0.008, grid=0.5).placed(0.48, 0, HIGH - 0.47))
        for z in (HIGH - 0.45, HIGH - 0.25):
            parts.add(
                box(0.38, 0.014, 0.18, frame.shade(1.15), bevel=0.004).placed(0.48, 0.28, z),
                box(0.14, 0.022, 0.014, DARK_STEEL.but(bump=0.04), bevel=0.003).placed(0.48, 0.293, z + 0.11),
            )
