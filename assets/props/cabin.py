"""Small cabins: a rest or duty room of sheet panels with its door, and a blast shelter of heavy plate."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model
from assets.modelling import Assembly, block, bolt, box, cable, lathe, rod, rounded_box, solid, torus
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    CABLE_BLACK,
    CONCRETE,
    DARK_STEEL,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PAINT,
    WHITE_PLASTIC,
    WINDOW,
    Material,
    painted,
)

W, D, H = 3.0, 2.2, 2.5
PANEL = Material((0.72, 0.74, 0.74), "corrugated", 0.5, 0.1, 0.35)
INSIDE = painted(0.62, 0.63, 0.60, 0.7)
PLATE = painted(0.20, 0.24, 0.19, 0.6, 0.5)
DOOR_X = 0.85
"""The middle of the door in the front wall."""


@prop("cabin")
def cabin(request: PropRequest) -> Model:
    """3.0 x 2.2 x 2.5 m, door and window to +y; variants ``rest`` and ``shelter`` (its opening away from the blast)."""
    parts = Assembly()
    if request.variant == "shelter":
        _shelter(parts, opened=request.state == "open")
    else:
        _rest(parts, opened=request.state == "open")
    return parts.model()


def _rest(parts: Assembly, *, opened: bool) -> None:
    """Steel frame, sheet panels, window, air conditioner; inside a bench, a table with mugs, a lamp."""
    shell = block(W - 0.06, D - 0.06, H - 0.28, 0, 0, 0.15) - block(W - 0.2, D - 0.2, H - 0.36, 0, 0, 0.19)
    shell -= block(0.86, 1.0, 2.02, DOOR_X, D / 2, 0.19) + block(1.1, 1.0, 0.95, -0.55, D / 2, 1.05)
    shell -= block(1.0, 1.0, 0.8, 0, -D / 2, 1.2)
    parts.add(solid(shell, PANEL, grid=0.45))
    parts.add(
        *(
            box(0.10, 0.10, H - 0.06, BLUE_PAINT, bevel=0.012, grid=0.8).placed(x, y, 0.03)
            for x in (-W / 2 + 0.05, W / 2 - 0.05)
            for y in (-D / 2 + 0.05, D / 2 - 0.05)
        )
    )
    for z in (0.03, H - 0.15):
        parts.add(
            *(
                box(W, 0.10, 0.13, BLUE_PAINT, bevel=0.012, grid=0.8).placed(0, y, z)
                for y in (-D / 2 + 0.05, D / 2 - 0.05)
            )
        )
        parts.add(
            *(
                box(0.10, D, 0.13, BLUE_PAINT, bevel=0.012, grid=0.8).placed(x, 0, z)
                for x in (-W / 2 + 0.05, W / 2 - 0.05)
            )
        )
    parts.add(box(W + 0.1, D + 0.1, 0.05, PANEL.shade(0.8), bevel=0.01, grid=0.7).placed(0, 0, H - 0.04))
    parts.add(
        *(box(1.2, 0.05, 0.05, WHITE_PAINT, bevel=0.008).placed(-0.55, D / 2 - 0.02, z) for z in (1.01, 1.98)),
        *(box(0.05, 0.05, 1.0, WHITE_PAINT, bevel=0.008).placed(x, D / 2 - 0.02, 1.02) for x in (-1.13, -0.55, 0.03)),
    )
    parts.add(box(1.08, 0.008, 0.93, WINDOW, bevel=0.001).placed(-0.55, D / 2 - 0.04, 1.06), to="glass")
    parts.add(box(0.98, 0.008, 0.78, WINDOW, bevel=0.001).placed(0, -D / 2 + 0.04, 1.21), to="glass")
    _door(parts, opened)
    parts.add(box(0.9, 0.3, 0.16, DARK_STEEL, bevel=0.01).placed(DOOR_X, D / 2 + 0.15))
    parts.add(
        box(1.7, 0.42, 0.06, Material((0.5, 0.36, 0.22), "wood", 0.7), bevel=0.01, grid=0.5).placed(-0.45, -0.78, 0.62),
        *(box(0.06, 0.38, 0.43, DARK_STEEL, bevel=0.008).placed(x, -0.78, 0.19) for x in (-1.2, 0.3)),
    )
    parts.add(
        box(0.8, 0.5, 0.04, WHITE_PAINT, bevel=0.008).placed(-0.75, 0.35, 0.90),
        *(rod((x, y, 0.19), (x, y, 0.9), 0.018, DARK_STEEL, sides=6) for x in (-1.1, -0.4) for y in (0.15, 0.55)),
    )
    for k, tone in enumerate(((0.75, 0.75, 0.72), (0.5, 0.06, 0.05), (0.1, 0.3, 0.16))):
        parts.add(
            lathe(
                [(0, 0), (0.036, 0), (0.038, 0.09), (0.033, 0.09), (0.031, 0.012), (0, 0.012)],
                painted(*tone, 0.3),
                sides=12,
            ).placed(-1.0 + 0.22 * k, 0.35 + 0.07 * (k % 2), 0.94)
        )
    parts.add(
        rounded_box(0.85, 0.22, 0.28, WHITE_PLASTIC, radius=0.04).placed(-0.2, -D / 2 + 0.22, 1.98),
        box(0.7, 0.3, 0.5, WHITE_PLASTIC, bevel=0.02).placed(W / 2 + 0.16, -0.4, 0.5),
    )
    parts.add(
        torus(0.19, 0.01, BLACK_PLASTIC, sides=20, section=5).placed(r=90).placed(W / 2 + 0.315, -0.4, 0.75),
        cable([(W / 2 + 0.05, -0.15, 1.9), (W / 2 + 0.08, -0.15, 1.2), (W / 2 + 0.12, -0.2, 0.7)], 0.02, CABLE_BLACK),
    )
    parts.add(
        box(0.9, 0.10, 0.05, Material((1.0, 0.96, 0.86), "paint", 0.3), bevel=0.01).placed(0, 0, H - 0.24), to="glow"
    )
    parts.lamp(Lamp((0.0, 0.0, H - 0.3), (0, 0, -1), (1.0, 0.95, 0.85), 2.0, 180.0, baked=True, size=0.3))
    parts.sign("rest_room", 0.7, 0.21, -0.55, D / 2 + 0.012, 2.06)


def _door(parts: Assembly, opened: bool) -> None:
    """A steel door with a small pane, hinged at its right edge (from outside)."""
    leaf = Assembly()
    leaf.add(box(0.84, 0.04, 2.0, BLUE_PAINT.shade(1.3), bevel=0.008, grid=0.5).placed(-0.42))
    leaf.add(
        box(0.30, 0.046, 0.45, BLACK_PLASTIC, bevel=0.004).placed(-0.42, 0, 1.3),
        rod((-0.74, 0.05, 0.95), (-0.74, 0.05, 1.12), 0.011, STEEL, sides=8),
    )
    leaf.add(*(rod((-0.74, 0.0, z), (-0.74, 0.05, z), 0.009, STEEL, sides=6) for z in (0.96, 1.11)))
    parts.include(leaf, DOOR_X + 0.43, D / 2 - 0.03, 0.18, h=-105 if opened else 0)


def _shelter(parts: Assembly, *, opened: bool) -> None:
    """A blast shelter of ribbed plate on skids: a slit with thick glass, a heavy door, sand bags behind."""
    wall = block(W, D, H - 0.12, 0, 0, 0.12) - block(W - 0.16, D - 0.16, H - 0.28, 0, 0, 0.2)
    wall -= (
        block(0.9, 1.0, 1.95, DOOR_X, D / 2, 0.2)
        + block(0.9, 1.0, 0.16, -0.6, D / 2, 1.5)
        + block(0.9, 1.0, 0.16, 0, -D / 2, 1.5)
    )
    parts.add(solid(wall, PLATE, grid=0.5, wear=0.1))
    for x in np.linspace(-W / 2 + 0.1, W / 2 - 0.1, 5):
        parts.add(
            box(0.08, 0.07, H - 0.2, PLATE.shade(0.85), bevel=0.012, grid=0.8).placed(x, -D / 2 - 0.03, 0.14),
            box(0.08, D + 0.1, 0.08, PLATE.shade(0.85), bevel=0.012, grid=0.8).placed(x, 0, H),
        )
    for side in (-1, 1):
        parts.add(
            *(
                box(0.07, 0.08, H - 0.2, PLATE.shade(0.85), bevel=0.012, grid=0.8).placed(
                    side * (W / 2 + 0.03), y, 0.14
                )
                for y in (-0.8, 0.0, 0.8)
            )
        )
        parts.add(box(W + 0.3, 0.16, 0.14, DARK_STEEL, bevel=0.02, grid=0.8).placed(0, side * 0.8, 0.0))
        parts.add(
            torus(0.06, 0.016, STEEL.shade(0.6), sides=14, section=6).placed(r=90).placed(side * 1.0, 0.0, H + 0.10)
        )
    parts.add(box(0.92, 0.03, 0.2, WINDOW, bevel=0.004).placed(-0.6, D / 2 - 0.05, 1.48), to="glass")
    leaf = Assembly()
    leaf.add(
        box(0.92, 0.06, 1.96, PLATE.shade(1.2), bevel=0.01, grid=0.5).placed(-0.46),
        *(box(0.84, 0.04, 0.08, PLATE, bevel=0.01).placed(-0.46, 0.045, z) for z in (0.3, 1.0, 1.65)),
    )
    leaf.add(
        torus(0.10, 0.012, DARK_STEEL, sides=18, section=5).placed(p=90).placed(-0.70, 0.09, 1.1),
        *(bolt(0.018, 0.02).placed(p=-90).placed(x, 0.03, z) for x in (-0.06, -0.86) for z in (0.15, 1.8)),
    )
    parts.include(leaf, DOOR_X + 0.46, D / 2 + 0.0, 0.19, h=-112 if opened else 0)
    bag = rounded_box(
        0.62, 0.34, 0.16, Material((0.58, 0.52, 0.40), "fabric", 0.95, 0.0, 0.8, scale=3.0), radius=0.07, segments=10
    )
    for level in range(4):
        for k in range(5):
            parts.add(bag.placed(-1.25 + 0.60 * k + 0.28 * (level % 2), -D / 2 - 0.28, 0.145 * level, h=4 * (-1) ** k))
    parts.add(
        box(2.4, 0.34, 0.05, Material((0.5, 0.36, 0.22), "wood", 0.7), bevel=0.01).placed(0, -0.75, 0.62),
        *(box(0.05, 0.3, 0.42, DARK_STEEL, bevel=0.008).placed(x, -0.75, 0.2) for x in (-0.9, 0.9)),
    )
    parts.add(
        box(0.10, 0.02, 1.7, SAFETY_YELLOW, bevel=0.003).placed(DOOR_X - 0.56, D / 2 + 0.01, 0.4),
        box(0.5, 0.5, 0.10, CONCRETE, bevel=0.02).placed(DOOR_X, D / 2 + 0.35, 0),
    )
    parts.sign("blast_shelter", 1.1, 0.33, -0.6, D / 2 + 0.004, 1.78)
    parts.sign("blast_shelter", 1.1, 0.33, 0, -D / 2 - 0.068, 1.85, turn=180)
