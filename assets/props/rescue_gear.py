"""Breathing apparatus, eyewash with shower, windsock."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import (
    Assembly,
    Material,
    bolt,
    box,
    cloth,
    lathe,
    painted,
    pitched,
    plastic,
    ring,
    rod,
    rounded_box,
    smooth,
    torus,
    tube,
)
from assets.modelling.materials import BLACK_PLASTIC, BRASS, DARK_STEEL, RUBBER, SAFETY_YELLOW, STEEL, WINDOW
from assets.props.emergency_cabinets import carton_stack
from assets.props.parts.pipework import STAINLESS, pipe

SAFETY_GREEN = plastic(0.02, 0.30, 0.13, 0.35)


SOCK_RED = Material((0.78, 0.10, 0.03), "fabric", 0.8, 0.0, 0.3, scale=4.0)


SOCK_WHITE = Material((0.82, 0.82, 0.80), "fabric", 0.8, 0.0, 0.3, scale=4.0)


CYLINDER_YELLOW = painted(0.80, 0.50, 0.02, 0.3, 0.05)


@prop("scba_set")
def scba_set(request: PropRequest) -> Model:
    """A breathing apparatus hanging on its hook (wall at y -0.15): cylinder, harness, mask, the gauge turned to see."""
    parts = Assembly()
    low = request.state == "low_pressure"
    parts.add(rounded_box(0.28, 0.05, 0.56, BLACK_PLASTIC, radius=0.02, segments=10).placed(0, -0.09, 0.06))
    bottle = [
        (0, 0.02),
        (0.05, 0.025),
        (0.078, 0.06),
        (0.078, 0.44),
        (0.06, 0.50),
        (0.02, 0.525),
        (0.02, 0.55),
        (0, 0.55),
    ]
    parts.add(
        lathe(bottle, CYLINDER_YELLOW, sides=22, split=50).placed(p=180).placed(0, 0.02, 0.66),
        lathe([(0, 0), (0.022, 0), (0.026, 0.03), (0.022, 0.06), (0, 0.06)], BRASS, sides=12).placed(0, 0.02, 0.06),
        pitched(lathe([(0, 0), (0.024, 0), (0.024, 0.025), (0, 0.025)], BLACK_PLASTIC, sides=14), (1, 0, 0)).placed(
            0.02, 0.02, 0.09
        ),
    )
    parts.add(
        *(
            lathe(
                [(0.0785, 0), (0.083, 0), (0.083, 0.03), (0.0785, 0.03), (0.0785, 0)], BLACK_PLASTIC, sides=22
            ).placed(0, 0.02, z)
            for z in (0.26, 0.50)
        )
    )
    web = Material((0.06, 0.06, 0.065), "fabric", 0.9, 0.0, 0.3, scale=8.0)
    for x in (-0.09, 0.09):
        strap = smooth(
            [(x, -0.06, 0.60), (x * 1.6, 0.05, 0.50), (x * 2.0, 0.09, 0.32), (x * 1.5, 0.05, 0.12), (x, -0.05, 0.10)], 5
        )
        parts.add(tube(strap, 0.024, web, sides=6, squash=(1.0, 0.25)))
    parts.add(
        tube(
            smooth([(0.02, 0.03, 0.10), (0.13, 0.09, 0.2), (0.14, 0.11, 0.34), (0.10, 0.115, 0.40)], 6),
            0.007,
            RUBBER,
            sides=7,
        )
    )
    case = pitched(
        lathe([(0, 0), (0.046, 0), (0.05, 0.008), (0.05, 0.022), (0.042, 0.026), (0, 0.026)], RUBBER, sides=20),
        (0, 1, 0),
    )
    parts.add(case.placed(0.08, 0.105, 0.43))
    parts.sign("scba_dial_low" if low else "scba_dial_ok", 0.078, 0.078, 0.08, 0.1315, 0.391)
    _mask(parts)
    parts.add(
        tube([(0, -0.14, 0.68), (0, -0.09, 0.66), (0, -0.08, 0.63), (0, -0.10, 0.60)], 0.008, STEEL, sides=7),
        box(0.10, 0.015, 0.08, STEEL, bevel=0.003).placed(0, -0.145, 0.64),
    )
    if low:
        parts.add(
            box(0.05, 0.004, 0.03, Material((0.5, 0.48, 0.42), "sand", 0.95, 0, 0.2), bevel=0.001).placed(
                -0.06, 0.1, 0.3
            )
        )
    return parts.model()


def _mask(parts: Assembly) -> None:
    """The full-face mask hanging at the left."""
    visor = lathe(
        [(0.0, -0.03), (0.05, -0.02), (0.082, 0.02), (0.09, 0.06)],
        WINDOW.coloured(0.55, 0.62, 0.65),
        sides=18,
        split=80,
    )
    one = Assembly()
    one.add(pitched(visor.placed(p=180), (0, 1, 0)), to="glass")
    one.add(
        pitched(torus(0.088, 0.013, RUBBER, sides=22, section=7), (0, 1, 0)).placed(0, -0.055, 0),
        pitched(
            lathe([(0, 0), (0.034, 0), (0.034, 0.03), (0.02, 0.045), (0, 0.045)], BLACK_PLASTIC, sides=14), (0, 1, -0.5)
        ).placed(0, 0.0, -0.05),
    )
    one.add(
        *(
            tube(
                [
                    (0.08 * np.cos(a), -0.06, 0.08 * np.sin(a)),
                    (0.06 * np.cos(a), -0.12, 0.07 * np.sin(a)),
                    (0, -0.135, 0.01),
                ],
                0.006,
                RUBBER,
                sides=5,
            )
            for a in (0.6, 2.5, 1.57, -0.4, 3.5)
        )
    )
    parts.include(one, -0.12, 0.10, 0.30)


@prop("eyewash_shower")
def eyewash_shower(request: PropRequest) -> Model:
    """A combined shower and eyewash on one pipe, green; ``blocked``: a pallet box and pails before the push plate."""
    parts = Assembly()
    tube_green = painted(0.03, 0.34, 0.15, 0.35, 0.1)
    parts.add(
        lathe([(0, 0), (0.13, 0), (0.13, 0.014), (0.05, 0.02), (0.05, 0.05), (0, 0.05)], tube_green, sides=20).placed(
            0, -0.15
        ),
        ring(bolt(0.010, 0.012, STEEL).placed(0.105, 0, 0.014), 4, start=45).placed(0, -0.15),
    )
    parts.add(
        pipe([(0, -0.15, 0.03), (0, -0.15, 2.18), (0, 0.18, 2.18), (0, 0.18, 2.08)], 0.024, tube_green, bend=0.08)
    )
    parts.add(
        lathe(
            [(0, -0.012), (0.12, -0.012), (0.125, -0.008), (0.12, 0.0), (0.03, 0.05), (0, 0.06)],
            SAFETY_GREEN,
            sides=22,
            split=50,
        ).placed(0, 0.18, 2.03)
    )
    parts.add(
        rod((0.0, 0.02, 2.16), (0.16, 0.04, 2.13), 0.006, STEEL, sides=6),
        rod((0.16, 0.04, 2.13), (0.16, 0.06, 1.42), 0.005, STEEL, sides=6),
        tube([(0.16, 0.06, 1.42), (0.10, 0.06, 1.34), (0.22, 0.06, 1.34), (0.16, 0.06, 1.42)], 0.005, STEEL, sides=6),
    )
    parts.add(pipe([(0, -0.15, 0.92), (0, 0.06, 0.92)], 0.02, tube_green))
    bowl = [
        (0, 0.86),
        (0.05, 0.86),
        (0.14, 0.91),
        (0.155, 0.94),
        (0.15, 0.945),
        (0.13, 0.915),
        (0.05, 0.875),
        (0, 0.872),
    ]
    parts.add(lathe(bowl, STAINLESS.but(bump=0.05), sides=26, split=50).placed(0, 0.14))
    for x in (-0.045, 0.045):
        parts.add(
            rod((x * 0.5, 0.14, 0.88), (x, 0.14, 0.955), 0.008, STAINLESS, sides=7),
            lathe(
                [(0, 0), (0.022, 0.006), (0.026, 0.02), (0.022, 0.028), (0, 0.03)], plastic(0.85, 0.50, 0.02), sides=14
            ).placed(x, 0.14, 0.955),
        )
    plate = box(0.13, 0.006, 0.09, SAFETY_YELLOW.but(bump=0.05), bevel=0.002)
    parts.add(
        plate.placed(p=-14).placed(0.20, 0.20, 0.96), rod((0.04, 0.03, 0.92), (0.20, 0.18, 0.98), 0.006, STEEL, sides=6)
    )
    parts.add(
        rod((0, 0.12, 0.86), (0, 0.02, 0.75), 0.018, tube_green, sides=9),
        rod((0, 0.02, 0.75), (0, -0.14, 0.70), 0.018, tube_green, sides=9),
    )
    parts.add(box(0.29, 0.008, 0.29, SAFETY_GREEN, bevel=0.003).placed(0, -0.118, 1.36))
    parts.sign("eyewash_sign", 0.28, 0.28, 0, -0.1125, 1.365)
    if request.state == "blocked":
        carton_stack(parts, ((-0.16, 0.52, 0.0, 0.5, 0.40, 5),))
        pail = lathe(
            [(0, 0), (0.12, 0), (0.145, 0.32), (0.15, 0.32), (0.15, 0.335), (0, 0.34)],
            plastic(0.05, 0.10, 0.30, 0.45),
            sides=20,
        )
        parts.add(pail.placed(0.28, 0.46), pail.placed(-0.12, 0.50, 0.40), pail.placed(0.50, 0.62))
    return parts.model()


@prop("windsock")
def windsock(request: PropRequest) -> Model:
    """A windsock on a 5 m mast, blown towards +y (downwind) and hanging a little."""
    parts = Assembly()
    parts.add(
        lathe(
            [(0, 0), (0.16, 0), (0.16, 0.015), (0.05, 0.02), (0.045, 0.2), (0.03, 4.95), (0, 4.96)],
            painted(0.74, 0.75, 0.75, 0.4),
            sides=14,
        )
    )
    parts.add(
        ring(bolt(0.014, 0.016, STEEL).placed(0.13, 0, 0.015), 4),
        lathe([(0, 4.90), (0.05, 4.90), (0.05, 4.98), (0, 5.0)], DARK_STEEL, sides=12),
    )
    hoop_at = np.array([0, 0.16, 4.78])
    parts.add(
        pitched(torus(0.16, 0.009, DARK_STEEL, sides=22, section=6), (0, 1, -0.1)).placed(*hoop_at),
        *(
            rod((0, 0.02, 4.9 - 0.24 * k), tuple(hoop_at + (0, -0.005, 0.16 - 0.32 * k)), 0.007, STEEL, sides=5)
            for k in (0, 1)
        ),
    )
    rng = np.random.default_rng(2)
    count = 16
    for part in range(5):
        rings = []
        for t in np.linspace(part / 5, (part + 1) / 5, 5):
            radius = 0.155 - 0.07 * t
            middle = hoop_at + np.array([0.03 * np.sin(5 * t), 1.15 * t, -0.30 * t**1.6])
            angle = np.arange(count) / count * 2 * np.pi
            wave = 1 + (0.05 * np.sin(3 * angle + 9 * t) + 0.02 * rng.normal(size=count)) * t
            rings.append(
                middle
                + np.column_stack(
                    [radius * wave * np.cos(angle), -0.10 * radius * np.sin(angle), radius * wave * np.sin(angle)]
                )
            )
        grid = np.array(rings)
        closed = np.concatenate([grid, grid[:, :1]], axis=1)
        parts.add(cloth(closed, SOCK_RED if part % 2 == 0 else SOCK_WHITE, two_sided=True))
    return parts.model()
