"""What hangs ready against fire and cardiac arrest: hydrant box, fire blanket, AED cabinet."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import (
    Assembly,
    Material,
    block,
    bolt,
    box,
    cloth,
    lathe,
    painted,
    pitched,
    plastic,
    rod,
    rounded_box,
    shell,
    smooth,
    torus,
    tube,
)
from assets.modelling.materials import BLACK_PLASTIC, BRASS, DARK_STEEL, RED_PAINT, STEEL, WHITE_PLASTIC, WINDOW
from assets.props.parts.pipework import pipe

CARTON = Material((0.72, 0.55, 0.36), "cardboard", 0.9, 0.0, 0.2)


HOSE_CLOTH = Material((0.74, 0.72, 0.66), "fabric", 0.85, 0.0, 0.5, scale=8.0)


SACK = Material((0.80, 0.78, 0.70), "fabric", 0.85, 0.0, 0.4, scale=5.0)


CABINET_RED = painted(0.62, 0.03, 0.025, 0.35, 0.05)


AED_GREEN = painted(0.02, 0.36, 0.16, 0.3, 0.05)


LIT_GREEN = plastic(0.1, 1.0, 0.3)


def carton_stack(parts: Assembly, places: tuple[tuple[float, float, float, float, float, float], ...]) -> None:
    """Cartons by x, y, z, width, height, turn."""
    tape = plastic(0.66, 0.50, 0.26, 0.3)
    for x, y, z, w, h, turn in places:
        parts.add(
            box(w, 0.36, h, CARTON, bevel=0.005, grid=0.3).placed(x, y, z, h=turn),
            box(0.05, 0.364, h + 0.002, tape, bevel=0.001).placed(x, y, z, h=turn),
        )


@prop("hydrant_box")
def hydrant_box(request: PropRequest) -> Model:
    """A cabinet with valve, hose and nozzle behind its glass; ``hose_out``: open, the charged hose on the ground."""
    parts = Assembly()
    is_out = request.state == "hose_out"
    parts.add(shell(block(0.70, 0.24, 1.0, 0, 0, 0.2), block(0.66, 0.24, 0.96, 0, 0.02, 0.22), CABINET_RED, wear=0.0))
    parts.add(*(box(0.06, 0.2, 0.2, DARK_STEEL, bevel=0.006).placed(x, 0, 0) for x in (-0.28, 0.28)))
    parts.add(
        pipe([(-0.2, -0.06, 0.0), (-0.2, -0.06, 0.62), (-0.2, 0.04, 0.62)], 0.035, RED_PAINT),
        lathe([(0, -0.05), (0.05, -0.05), (0.06, 0), (0.05, 0.05), (0, 0.05)], BRASS, sides=14).placed(
            -0.2, 0.02, 0.62
        ),
        pitched(torus(0.055, 0.008, RED_PAINT, sides=16, section=6), (0, 0, 1)).placed(-0.2, 0.02, 0.74),
        rod((-0.2, 0.02, 0.62), (-0.2, 0.02, 0.74), 0.008, STEEL, sides=6),
    )
    if not is_out:
        coil = [
            pitched(torus(0.05 + 0.014 * k, 0.012, HOSE_CLOTH, sides=20, section=5), (0, 1, 0)).placed(0.12, 0.02, 0.72)
            for k in range(9)
        ]
        parts.add(
            *coil,
            lathe([(0.012, 0), (0.03, 0.0), (0.02, 0.2), (0.026, 0.3), (0.012, 0.3)], BRASS, sides=12).placed(
                0.28, 0.02, 0.28
            ),
        )
    frame = Assembly()
    for x, z, w, h in ((0, 0, 0.70, 0.09), (0, 0.66, 0.70, 0.34), (-0.32, 0.09, 0.06, 0.57), (0.32, 0.09, 0.06, 0.57)):
        frame.add(box(w, 0.018, h, CABINET_RED, bevel=0.004, grid=0.5).placed(x, 0, z))
    frame.add(box(0.59, 0.006, 0.58, WINDOW.coloured(0.65, 0.72, 0.74), bevel=0.001).placed(0, 0, 0.085), to="glass")
    frame.sign("hydrant_door", 0.32, 0.32, 0, 0.0105, 0.67)
    frame.add(box(0.02, 0.03, 0.12, STEEL, bevel=0.004).placed(0.31, 0.02, 0.34))
    if is_out:
        swung = Assembly()
        swung.include(frame, 0.35)
        parts.include(swung, -0.35, 0.125, 0.2, h=105)
        way = [
            (-0.2, 0.06, 0.62),
            (-0.2, 0.22, 0.52),
            (-0.18, 0.40, 0.2),
            (-0.1, 0.65, 0.036),
            (0.4, 1.2, 0.036),
            (1.2, 1.5, 0.036),
            (1.7, 2.2, 0.036),
            (1.3, 2.9, 0.036),
            (1.5, 3.6, 0.036),
        ]
        parts.add(
            tube(smooth(way, 7), 0.034, HOSE_CLOTH, sides=11),
            rod((1.5, 3.6, 0.036), (1.6, 3.9, 0.045), 0.026, BRASS, sides=12),
        )
    else:
        parts.include(frame, 0, 0.125, 0.2)
    if request.state == "blocked":
        for k, (x, y, z) in enumerate(
            (
                (-0.22, 0.42, 0.0),
                (0.26, 0.44, 0.0),
                (0.0, 0.42, 0.15),
                (-0.2, 0.43, 0.30),
                (0.22, 0.42, 0.30),
                (0.02, 0.42, 0.45),
            )
        ):
            parts.add(
                rounded_box(0.46, 0.34, 0.16, SACK.shade(0.9 + 0.04 * (k % 3)), radius=0.06, segments=10).placed(
                    x, y, z, h=7 * (k % 3) - 7
                )
            )
        parts.sign("rice_sack", 0.16, 0.14, 0.26, 0.617, 0.01)
        parts.sign("rice_sack", 0.16, 0.14, 0.02, 0.597, 0.46)
    return parts.model()


@prop("fire_blanket")
def fire_blanket(request: PropRequest) -> Model:
    """A red pack on the wall (at y -0.04) with its two pull tabs; ``missing``: only the board and its hook."""
    parts = Assembly()
    if request.state == "missing":
        parts.add(
            box(0.30, 0.008, 0.24, CABINET_RED, bevel=0.003).placed(0, -0.034, 0.14),
            tube([(0, -0.03, 0.36), (0, 0.0, 0.365), (0, 0.01, 0.385)], 0.004, STEEL, sides=6),
        )
        parts.sign("blanket_place", 0.28, 0.224, 0, -0.0288, 0.148)
        parts.add(*(bolt(0.006, 0.006, STEEL).placed(p=-90).placed(x, -0.03, 0.36) for x in (-0.1, 0.1)))
        return parts.model()
    parts.add(
        rounded_box(0.29, 0.065, 0.36, plastic(0.58, 0.03, 0.025, 0.4), radius=0.02, segments=10).placed(
            0, -0.005, 0.04
        )
    )
    parts.sign("blanket_pack", 0.22, 0.264, 0, 0.0288, 0.09)
    for x in (-0.075, 0.075):
        strap = cloth(
            np.stack(
                [
                    np.column_stack(
                        [np.full(5, x + dx), 0.012 + 0.008 * np.sin(np.linspace(0, 3, 5)), np.linspace(0.05, -0.06, 5)]
                    )
                    for dx in (0.018, -0.018)
                ],
                1,
            ),
            Material((0.88, 0.88, 0.85), "fabric", 0.8, 0.0, 0.3, scale=8.0),
            two_sided=True,
        )
        parts.add(strap)
    parts.add(torus(0.014, 0.003, STEEL, sides=12, section=5).placed(p=90).placed(0, -0.01, 0.408))
    return parts.model()


@prop("aed_cabinet")
def aed_cabinet(request: PropRequest) -> Model:
    """A green-and-white AED cabinet with its alarm lamp lit green; ``blocked``: cartons to the handle."""
    parts = Assembly()
    parts.add(
        shell(block(0.40, 0.18, 0.52), block(0.37, 0.18, 0.49, 0, 0.02, 0.015), WHITE_PLASTIC.but(bump=0.04), wear=0.0)
    )
    parts.add(
        rounded_box(0.26, 0.09, 0.24, plastic(0.80, 0.52, 0.03), radius=0.03, segments=10).placed(0, -0.01, 0.03),
        box(0.10, 0.02, 0.05, BLACK_PLASTIC, bevel=0.008).placed(0, -0.01, 0.265),
        lathe([(0, 0), (0.02, 0), (0.02, 0.006), (0, 0.008)], LIT_GREEN, sides=14)
        .placed(p=-90)
        .placed(0.07, 0.036, 0.20),
    )
    for x, z, w, h in ((0, 0, 0.40, 0.05), (0, 0.33, 0.40, 0.19), (-0.18, 0.05, 0.04, 0.28), (0.18, 0.05, 0.04, 0.28)):
        parts.add(box(w, 0.016, h, AED_GREEN, bevel=0.004).placed(x, 0.096, z))
    parts.add(box(0.33, 0.005, 0.29, WINDOW.coloured(0.7, 0.78, 0.78), bevel=0.001).placed(0, 0.096, 0.045), to="glass")
    parts.sign("aed_face", 0.15, 0.19, 0, 0.1055, 0.33)
    parts.add(box(0.016, 0.03, 0.10, STEEL, bevel=0.004).placed(0.172, 0.115, 0.14))
    parts.add(
        lathe([(0, 0), (0.03, 0), (0.028, 0.03), (0.018, 0.045), (0, 0.05)], LIT_GREEN, sides=16).placed(0, 0.0, 0.52),
        to="glow",
    )
    if request.state == "blocked":
        carton_stack(
            parts,
            (
                (-0.20, 0.34, -1.1, 0.5, 0.42, 4),
                (0.22, 0.36, -1.1, 0.44, 0.42, -6),
                (0.0, 0.34, -0.68, 0.52, 0.40, -3),
                (0.02, 0.35, -0.28, 0.46, 0.44, 7),
            ),
        )
    return parts.model()
