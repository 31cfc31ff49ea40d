"""The stamping die as a load: on its rack, on the floor, or hung in slings over bare or padded edges."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, Material, bolt, box, lathe, painted, rod, rounded_box, smooth, tube
from assets.modelling.materials import DARK_STEEL, ORANGE_PAINT, RUBBER, SAFETY_YELLOW, STEEL, WOOD
from assets.props.parts.machine_paints import BRIGHT_STEEL

DIE_BLUE = painted(0.07, 0.13, 0.22, 0.5, 0.4)
ROPE = Material((0.30, 0.29, 0.27), "rope", 0.5, 0.5, 0.6, scale=10.0)
APEX = 2.0
"""Height over the die's foot where the hung slings meet."""


@prop("load_die")
def load_die(request: PropRequest) -> Model:
    """``ok`` on timbers or its rack; ``no_edge_pad`` slings bend over a bright edge; ``padded`` they lie on pads.
    The slings of the last two meet at (0, 0, 2.0), where the hook is."""
    parts = Assembly()
    foot = 0.32 if request.variant == "rack" else 0.06 if request.state == "ok" else 0.0
    _die(parts, foot)
    if request.variant == "rack":
        _rack(parts)
    elif request.state == "ok":
        parts.add(*(box(0.12, 1.1, 0.06, WOOD, bevel=0.008, grid=0.6).placed(x) for x in (-0.5, 0.5)))
    else:
        _slings(parts, padded=request.state == "padded")
    return parts.model()


def _die(parts: Assembly, z: float) -> None:
    """Lower and upper shoe 1.5 x 1.0 m, guide posts, blocks, eye bolts, stencil."""
    parts.add(box(1.50, 1.0, 0.20, DIE_BLUE, bevel=0.006, grid=0.4, wear=1).placed(0, 0, z))
    parts.add(box(1.50, 1.0, 0.18, DIE_BLUE, bevel=0.006, grid=0.4, wear=1).placed(0, 0, z + 0.62))
    for y in (-0.501, 0.501):
        parts.add(
            *(box(1.46, 0.010, 0.03, BRIGHT_STEEL, bevel=0.003, grid=0.5).placed(0, y, z + dz) for dz in (0.165, 0.62))
        )
    parts.add(
        box(0.95, 0.62, 0.20, BRIGHT_STEEL.shade(0.7), bevel=0.012, grid=0.4).placed(0, 0, z + 0.20),
        box(0.85, 0.55, 0.22, BRIGHT_STEEL.shade(0.85), bevel=0.012, grid=0.4).placed(0, 0, z + 0.40),
    )
    for x in (-0.62, 0.62):
        for y in (-0.36, 0.36):
            parts.add(
                rod((x, y, z + 0.2), (x, y, z + 0.62), 0.055, BRIGHT_STEEL, sides=16),
                lathe([(0.06, 0), (0.085, 0), (0.085, 0.10), (0.06, 0.10), (0.06, 0)], STEEL, sides=16).placed(
                    x, y, z + 0.2
                ),
            )
            parts.add(bolt(0.035, 0.03, DARK_STEEL).placed(x, y, z + 0.80))
    for x in (-0.36, 0.36):
        parts.add(
            *(
                rounded_box(0.10, 0.16, 0.06, SAFETY_YELLOW, radius=0.012, segments=8).placed(x, side * 0.57, z + 0.06)
                for side in (-1, 1)
            )
        )
    for y, turn in ((0.5015, 0), (-0.5015, 180)):
        parts.sign(
            "die_stencil",
            0.46,
            0.172,
            0.42 if turn == 0 else -0.42,
            y + (0.0005 if turn == 0 else -0.0005),
            z + 0.005 + 0.01,
            turn=turn,
        )
    parts.add(*(box(0.05, 0.012, 0.36, ORANGE_PAINT, bevel=0.004).placed(x, 0.507, z + 0.23) for x in (-0.70, 0.70)))


def _rack(parts: Assembly) -> None:
    """A low welded rack with end stops."""
    for x in (-0.7, 0.7):
        parts.add(*(box(0.10, 0.10, 0.24, SAFETY_YELLOW, bevel=0.01, wear=0.6).placed(x, y) for y in (-0.42, 0.42)))
    parts.add(
        *(box(1.7, 0.12, 0.08, SAFETY_YELLOW, bevel=0.01, grid=0.5, wear=0.6).placed(0, y, 0.24) for y in (-0.42, 0.42))
    )
    parts.add(*(box(0.06, 0.98, 0.10, SAFETY_YELLOW, bevel=0.01, grid=0.5).placed(x, 0, 0.20) for x in (-0.7, 0.7)))
    parts.add(
        *(
            box(0.05, 0.12, 0.20, SAFETY_YELLOW, bevel=0.008, wear=0.8).placed(x, y, 0.32)
            for x in (-0.82, 0.82)
            for y in (-0.42, 0.42)
        )
    )


def _slings(parts: Assembly, *, padded: bool) -> None:
    """Two basket slings round the die at x -0.45 and 0.45, up to the apex."""
    for x in (-0.45, 0.45):
        loop = [
            (0, 0.0, APEX),
            (x * 0.6, 0.32, 1.25),
            (x, 0.503, 0.815),
            (x, 0.512, 0.5),
            (x, 0.506, 0.03),
            (x, 0.46, -0.012),
            (x, -0.46, -0.012),
            (x, -0.506, 0.03),
            (x, -0.512, 0.5),
            (x, -0.503, 0.815),
            (x * 0.6, -0.32, 1.25),
            (0, 0.0, APEX),
        ]
        parts.add(tube(np.asarray(loop), 0.014, ROPE, sides=7))
        for side in (-1, 1):
            if padded:
                bend = [(x, side * 0.44, 0.816), (x, side * 0.522, 0.820), (x, side * 0.530, 0.72)]
                flat = [(-0.07, -0.008), (0.07, -0.008), (0.07, 0.008), (-0.07, 0.008)]
                parts.add(tube(smooth(bend, 5), 1.0, RUBBER.shade(2.0), outline=flat))
            else:
                parts.add(box(0.10, 0.03, 0.03, BRIGHT_STEEL, bevel=0.002).placed(x, side * 0.488, 0.772))
    parts.add(
        tube(
            smooth(
                [
                    (0, -0.05, APEX - 0.12),
                    (0, -0.07, APEX),
                    (0, 0, APEX + 0.06),
                    (0, 0.07, APEX),
                    (0, 0.05, APEX - 0.12),
                ],
                5,
            ),
            0.018,
            STEEL,
            sides=8,
        )
    )
