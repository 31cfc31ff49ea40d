"""Fixed detectors: flameproof heads for CO, methane and combustible gas, the household one, the noise display."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model, joined
from assets.modelling import Assembly, Material, box, lathe, painted, pitched, plastic, rod, rounded_box, smooth, tube
from assets.modelling.loft import loft
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, SAFETY_YELLOW, STEEL, WHITE_PLASTIC, WINDOW
from assets.modelling.solids import solid

CAST = painted(0.50, 0.53, 0.54, 0.4, 0.1)
LIT_GREEN, LIT_RED, DARK = plastic(0.1, 1.0, 0.3), plastic(1.0, 0.08, 0.04), plastic(0.10, 0.10, 0.10)
FILM = WINDOW.coloured(0.80, 0.84, 0.86)
TAPE = plastic(0.70, 0.55, 0.28, 0.4)
READINGS = {
    "co": {"ok": "reading_co_ok", "alarm": "reading_co_alarm", "bagged": "reading_co_ok"},
    "ch4": {
        "ok": "reading_ch4_ok",
        "warning": "reading_ch4_warning",
        "alarm": "reading_ch4_alarm",
        "bagged": "reading_ch4_ok",
    },
    "lel": {"ok": "reading_lel_ok", "alarm": "reading_lel_alarm", "bagged": "reading_lel_ok"},
}


POSTS = {"co": 1.6, "lel_post": 0.6}
"""The variants that stand on a post, and how high their origin is over the ground."""


@prop("gas_detector_fixed")
def gas_detector_fixed(request: PropRequest) -> Model:
    """By variant ``co``, ``ch4``, ``lel`` (cast heads), ``home`` (with its plug) or ``noise`` (a display)."""
    parts = Assembly()
    variant = request.variant or "lel"
    if variant == "home":
        _home(parts, request.state)
    elif variant == "noise":
        _noise(parts, request.state)
    else:
        _head(parts, variant.removesuffix("_post"), request.state)
    if variant in POSTS:
        _post(parts, POSTS[variant])
    return parts.model()


def _post(parts: Assembly, high: float) -> None:
    """The post on which a head stands whose origin is ``high`` metres over the ground."""
    parts.add(rod((0, -0.095, -high), (0, -0.095, 0.32), 0.022, SAFETY_YELLOW, sides=10, grid=0.4))
    parts.add(
        box(0.16, 0.16, 0.012, DARK_STEEL, bevel=0.003).placed(0, -0.095, -high),
        box(0.05, 0.05, 0.10, CAST, bevel=0.006).placed(0, -0.085, 0.10),
    )
    parts.add(
        tube(
            smooth(
                [(0, 0, 0.29), (0, -0.03, 0.34), (0.03, -0.09, 0.28), (0.03, -0.10, 0.0), (0.03, -0.10, -high + 0.02)],
                5,
            ),
            0.008,
            BLACK_PLASTIC,
            sides=6,
        )
    )


def _head(parts: Assembly, variant: str, state: str) -> None:
    """A round cast housing with its display, sensor below, conduit above, lamp on the side; bagged in film if so."""
    face = pitched(
        lathe(
            [(0, -0.05), (0.055, -0.05), (0.072, -0.035), (0.072, 0.02), (0.066, 0.032), (0, 0.032)],
            CAST,
            sides=28,
            split=35,
        ),
        (0, 1, 0),
    )
    parts.add(face.placed(0, 0, 0.15), box(0.11, 0.02, 0.15, CAST.shade(0.85), bevel=0.006).placed(0, -0.058, 0.075))
    parts.sign(READINGS[variant][state], 0.094, 0.0395, 0, 0.0335, 0.142)
    parts.add(box(0.098, 0.001, 0.044, BLACK_PLASTIC, bevel=0.0003).placed(0, 0.0325, 0.140))
    parts.sign(f"plate_{variant}", 0.078, 0.0351, 0, 0.0335, 0.100)
    parts.add(
        lathe(
            [(0, 0), (0.022, 0), (0.024, 0.01), (0.024, 0.04), (0.016, 0.05), (0.016, 0.085), (0, 0.085)],
            STEEL,
            sides=16,
        ),
        *(
            rod(
                (0.021 * np.cos(a), 0.021 * np.sin(a), 0.004),
                (0.021 * np.cos(a), 0.021 * np.sin(a), 0.03),
                0.003,
                DARK_STEEL,
                sides=4,
            )
            for a in np.linspace(0, 5.5, 8)
        ),
    )
    parts.add(
        lathe([(0, 0.215), (0.02, 0.215), (0.02, 0.235), (0.013, 0.24), (0.013, 0.30), (0, 0.30)], CAST, sides=12)
    )
    alarm = state in ("alarm", "warning")
    lamp = lathe(
        [(0, 0), (0.024, 0), (0.024, 0.02), (0.016, 0.034), (0, 0.038)], (LIT_RED if alarm else LIT_GREEN), sides=16
    )
    parts.add(pitched(lamp, (1, 0, 0)).placed(0.07, 0.0, 0.15), to="glow")
    if state == "bagged":
        _bag(parts)


def _bag(parts: Assembly) -> None:
    """Film drawn over sensor and head, creased, tied round the neck with tape."""
    rng = np.random.default_rng(5)
    count = 18
    angle = np.arange(count) / count * 2 * np.pi
    rings = []
    for z, reach in (
        (-0.05, 0.02),
        (-0.02, 0.055),
        (0.03, 0.072),
        (0.10, 0.092),
        (0.17, 0.094),
        (0.21, 0.06),
        (0.23, 0.030),
        (0.25, 0.030),
        (0.275, 0.055),
    ):
        crease = 1 + 0.10 * np.sin(5 * angle + 30 * z) * rng.uniform(0.4, 1) + 0.03 * rng.normal(size=count)
        rings.append(
            np.column_stack(
                [reach * crease * np.cos(angle), reach * 0.75 * crease * np.sin(angle) - 0.005, np.full(count, z)]
            )
        )
    parts.add(solid(loft(rings), FILM, split=25), to="glass")
    parts.add(
        lathe(
            [(0.031, 0.228), (0.036, 0.228), (0.036, 0.252), (0.031, 0.252), (0.031, 0.228)], TAPE, sides=16, split=30
        ).placed(0, -0.004),
        box(0.02, 0.002, 0.05, TAPE, bevel=0.0005).placed(r=25).placed(0.03, 0.03, 0.20),
    )
    folds = [
        tube(
            smooth(
                [
                    (0.05 * np.cos(a), 0.06 * np.sin(a) * 0.8, -0.01),
                    (0.088 * np.cos(a + 0.1), 0.07 * np.sin(a + 0.1), 0.11),
                    (0.034 * np.cos(a), 0.03 * np.sin(a), 0.235),
                ],
                4,
            ),
            0.0022,
            plastic(0.86, 0.88, 0.9, 0.1),
            sides=4,
        )
        for a in (0.5, 1.1, 1.7, 2.4, 2.9)
    ]
    parts.add(*folds)


def _home(parts: Assembly, state: str) -> None:
    """A white ceiling-height detector on the wall (at y -0.035); unplugged: dark, its plug hanging below."""
    parts.add(
        rounded_box(0.12, 0.045, 0.12, WHITE_PLASTIC.but(bump=0.03), radius=0.018, segments=12).placed(0, -0.01, 0.10)
    )
    parts.add(
        *(box(0.07, 0.004, 0.004, BLACK_PLASTIC, bevel=0.001).placed(0, 0.0125, 0.118 + 0.009 * k) for k in range(5))
    )
    parts.sign("plate_home", 0.08, 0.036, 0, 0.0135, 0.172)
    lit = {"ok": LIT_GREEN, "alarm": LIT_RED}.get(state)
    lamp = pitched(lathe([(0, 0), (0.006, 0), (0.005, 0.004), (0, 0.005)], lit or DARK, sides=10), (0, 1, 0))
    parts.add(lamp.placed(0.042, 0.0125, 0.13), to="glow" if lit else "opaque")
    plug = joined(
        [
            rounded_box(0.034, 0.028, 0.045, WHITE_PLASTIC.but(bump=0.03), radius=0.008, segments=8),
            *(
                box(0.003, 0.008, 0.018, STEEL, bevel=0.0006).placed(r=s * 18).placed(s * 0.009, 0, -0.016)
                for s in (-1, 1)
            ),
        ]
    )
    parts.add(
        box(0.086, 0.010, 0.086, WHITE_PLASTIC.but(bump=0.03), bevel=0.004).placed(0.14, -0.029, -0.10),
        *(
            box(0.004, 0.004, 0.014, BLACK_PLASTIC, bevel=0.0006)
            .placed(r=s * 25)
            .placed(0.14 + s * 0.012, -0.0245, -0.066)
            for s in (-1, 1)
        ),
    )
    if state == "unplugged":
        parts.add(
            tube(
                smooth([(0, -0.01, 0.10), (0.01, -0.012, 0.02), (-0.02, -0.008, -0.10), (0.015, -0.005, -0.22)], 6),
                0.003,
                WHITE_PLASTIC,
                sides=6,
            ),
            plug.placed(p=0).placed(0.016, -0.005, -0.265),
        )
    else:
        parts.add(
            tube(
                smooth([(0, -0.01, 0.10), (0.03, -0.012, 0.03), (0.11, 0.0, -0.02), (0.14, 0.015, -0.045)], 6),
                0.003,
                WHITE_PLASTIC,
                sides=6,
            ),
            plug.placed(p=-90).placed(0.14, 0.02, -0.055),
        )
    if state == "bagged":
        parts.add(rounded_box(0.145, 0.06, 0.15, FILM, radius=0.02, segments=8).placed(0, -0.005, 0.085), to="glass")
        parts.add(box(0.15, 0.003, 0.02, TAPE, bevel=0.001).placed(0, 0.026, 0.226))


def _noise(parts: Assembly, state: str) -> None:
    """A sound level display 0.9 m wide: blue head line, red or green figures, microphone on a stalk."""
    parts.add(
        rounded_box(0.90, 0.07, 0.56, BLACK_PLASTIC, radius=0.02, segments=8),
        box(0.86, 0.006, 0.52, Material((0.02, 0.022, 0.026), "paint", 0.3), bevel=0.002).placed(0, 0.033, 0.02),
    )
    parts.sign("noise_panel", 0.84, 0.24, 0, 0.0375, 0.29)
    parts.sign("reading_sound_alarm" if state == "alarm" else "reading_sound_ok", 0.56, 0.235, 0, 0.0375, 0.035)
    parts.add(
        rod((0.40, 0, 0.56), (0.40, 0, 0.70), 0.008, STEEL, sides=7),
        lathe(
            [(0, 0), (0.022, 0.006), (0.026, 0.03), (0.022, 0.052), (0, 0.058)], BLACK_PLASTIC, sides=14, split=70
        ).placed(0.40, 0, 0.69),
    )
    lamp = pitched(
        lathe([(0, 0), (0.022, 0), (0.02, 0.014), (0, 0.018)], LIT_RED if state == "alarm" else LIT_GREEN, sides=14),
        (0, 1, 0),
    )
    parts.add(lamp.placed(-0.38, 0.036, 0.15), to="glow")
