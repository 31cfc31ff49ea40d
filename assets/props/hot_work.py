"""Things of hot work and of static electricity: cutting torch and welding set, earth clamp, the oily drain."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model
from assets.modelling import (
    Assembly,
    Material,
    ball,
    bolt,
    box,
    cable,
    cloth,
    lathe,
    painted,
    pitched,
    plastic,
    rod,
    rounded_box,
    smooth,
    tube,
)
from assets.modelling.materials import BLACK_PLASTIC, BRASS, COPPER, DARK_STEEL, RED_PAINT, RUBBER, SAFETY_YELLOW, STEEL
from assets.props.parts.pipework import SATIN

HOSE_BLUE = Material((0.03, 0.12, 0.40), "rubber", 0.55, 0.0, 0.15, scale=3.0)
HOSE_RED = Material((0.45, 0.04, 0.03), "rubber", 0.55, 0.0, 0.15, scale=3.0)
FLAME_CORE, FLAME_EDGE = plastic(0.85, 0.95, 1.0), plastic(0.20, 0.42, 1.0)
FELT = Material((0.62, 0.62, 0.58), "fabric", 0.95, 0.0, 0.6, scale=3.0)
CLAMP_COPPER = COPPER.but(texture="galvanised", colour=(0.62, 0.32, 0.14))
EARTH_WIRE = plastic(0.36, 0.52, 0.03, 0.5)


@prop("cutting_torch")
def cutting_torch(request: PropRequest) -> Model:
    """``torch``: with its twin hose on the ground; ``welding_set``: an arc welder's holder and machine."""
    parts = Assembly()
    lit = request.state == "lit"
    if request.variant == "welding_set":
        _welding_set(parts, lit)
    else:
        _torch(parts, lit)
    return parts.model()


def _torch(parts: Assembly, lit: bool) -> None:
    """The torch leans on its hook at the origin, its head to +y; the hoses coil and run off to -y."""
    z = 0.10
    parts.add(
        rod((0, -0.22, z), (0, -0.02, z), 0.016, BLACK_PLASTIC, sides=10),
        lathe([(0, 0), (0.02, 0), (0.02, 0.06), (0, 0.06)], BRASS, sides=12).placed(p=-90).placed(0, -0.02, z),
    )
    for x, dz in ((-0.011, -0.008), (0.011, -0.008), (0, 0.012)):
        parts.add(tube([(x, 0.03, z + dz), (x, 0.17, z + dz), (0, 0.22, z + 0.01)], 0.0055, STEEL, sides=6))
    head = tube(
        [(0, 0.205, z + 0.01), (0, 0.235, z), (0, 0.25, z - 0.03), (0, 0.255, z - 0.075)],
        [0.014, 0.015, 0.013, 0.008],
        BRASS,
        sides=10,
    )
    parts.add(head, box(0.008, 0.10, 0.010, STEEL, bevel=0.002).placed(p=18).placed(0, -0.05, z + 0.03))
    for x, y in ((0.024, -0.10), (-0.024, -0.10), (0.0, 0.05)):
        parts.add(
            pitched(
                lathe([(0, 0), (0.011, 0), (0.011, 0.016), (0, 0.016)], BLACK_PLASTIC, sides=10),
                (np.sign(x) or 0.0, 0, 0.4 if x else 1),
            ).placed(x * 0.7, y, z + 0.004)
        )
    parts.add(
        tube(
            [(-0.05, 0.10, 0.0), (-0.05, 0.10, 0.06), (0, 0.10, z - 0.012), (0.05, 0.10, 0.06), (0.05, 0.10, 0.0)],
            0.005,
            DARK_STEEL,
            sides=6,
        )
    )
    for side, hose in ((-1, HOSE_BLUE), (1, HOSE_RED)):
        x = 0.014 * side
        turns = [
            (x + 0.45 * np.cos(a) - 0.45, -0.95 + (0.45 + 0.02 * side) * np.sin(a), 0.012 + 0.004 * k)
            for k, a in enumerate(np.linspace(0, 4.6 * np.pi, 28))
        ]
        way = [(x, -0.21, z), (x, -0.34, 0.05), (x, -0.6, 0.012), *turns[1:], (-1.2, -1.6, 0.012), (-1.6, -2.4, 0.012)]
        parts.add(tube(smooth(way, 3), 0.009, hose, sides=6))
    if lit:
        tip = (0, 0.256, z - 0.078)
        parts.add(
            lathe([(0, 0), (0.006, 0.008), (0.004, 0.03), (0, 0.045)], FLAME_CORE, sides=8).placed(p=146).placed(*tip),
            to="glow",
        )
        parts.add(
            lathe([(0.004, 0), (0.011, 0.02), (0.009, 0.045), (0, 0.085)], FLAME_EDGE, sides=10)
            .placed(p=146)
            .placed(*tip),
            to="glow",
        )
        parts.lamp(Lamp((0, 0.27, z - 0.06), (0, 0.3, -1), (0.5, 0.7, 1.0), 0.7, cone=180))


def _welding_set(parts: Assembly, lit: bool) -> None:
    """An inverter welder with its leads, the holder with an electrode in front."""
    parts.add(
        rounded_box(0.20, 0.40, 0.26, painted(0.72, 0.16, 0.02), radius=0.02, segments=8).placed(-0.35, -0.15, 0.04),
        box(0.19, 0.02, 0.22, BLACK_PLASTIC, bevel=0.006).placed(-0.35, 0.05, 0.06),
    )
    parts.add(
        tube(
            [(-0.35, -0.28, 0.30), (-0.35, -0.24, 0.35), (-0.35, -0.06, 0.35), (-0.35, -0.02, 0.30)],
            0.013,
            BLACK_PLASTIC,
            sides=8,
        ),
        *(box(0.04, 0.3, 0.04, RUBBER, bevel=0.008).placed(x, -0.15) for x in (-0.42, -0.28)),
    )
    parts.add(
        pitched(lathe([(0, 0), (0.025, 0), (0.022, 0.03), (0, 0.03)], BLACK_PLASTIC, sides=14), (0, 1, 0)).placed(
            -0.35, 0.06, 0.22
        )
    )
    for x, end in ((-0.40, (0.28, 0.16, 0.03)), (-0.30, (0.0, 0.0, 0.05))):
        parts.add(
            cable(
                [(x, 0.06, 0.12), (x, 0.2, 0.05), (x * 0.4, 0.5, 0.01), (0.3, 0.45, 0.01), (0.35, 0.1, 0.012), end],
                0.012,
                RUBBER,
            )
        )
    parts.add(
        rod((0, 0, 0.05), (0, 0.16, 0.06), 0.018, BLACK_PLASTIC, sides=10),
        rod((0, 0.16, 0.06), (0, 0.22, 0.065), 0.012, BRASS, sides=8),
        rod((0, 0.21, 0.065), (0.02, 0.47, 0.03), 0.003, SATIN, sides=6),
    )
    parts.add(box(0.05, 0.10, 0.03, CLAMP_COPPER, bevel=0.006).placed(0.30, 0.16, 0.01))
    if lit:
        parts.add(ball(0.014, FLAME_CORE, sides=10).placed(0.021, 0.478, 0.028), to="glow")
        parts.lamp(Lamp((0.02, 0.50, 0.06), (0, 0, 1), (0.75, 0.85, 1.0), 2.5, cone=180))


@prop("ground_clamp")
def ground_clamp(request: PropRequest) -> Model:
    """``reel``: a clamp on its reel, on a drum's rim or hanging; ``duct``: a bonding strap across a joint."""
    parts = Assembly()
    if request.variant == "duct":
        _duct_strap(parts, clamped=request.state == "clamped")
        return parts.model()
    parts.add(
        pitched(
            lathe(
                [(0, -0.035), (0.10, -0.035), (0.105, -0.025), (0.105, 0.025), (0.10, 0.035), (0, 0.035)],
                SAFETY_YELLOW,
                sides=24,
                split=35,
            ),
            (1, 0, 0),
        ).placed(0, -0.12, 0.10)
    )
    parts.add(
        pitched(lathe([(0, 0.035), (0.04, 0.035), (0.04, 0.045), (0, 0.045)], DARK_STEEL, sides=14), (1, 0, 0)).placed(
            0, -0.12, 0.10
        ),
        box(0.06, 0.02, 0.26, STEEL, bevel=0.004).placed(0, -0.225, -0.03),
    )
    parts.add(
        pitched(
            lathe([(0, -0.045), (0.04, -0.045), (0.04, -0.035), (0, -0.035)], DARK_STEEL, sides=14), (1, 0, 0)
        ).placed(0, -0.12, 0.10)
    )
    hanging = request.state == "hanging"
    way = (
        [(0, -0.03, 0.05), (0, -0.01, -0.02), (0.01, -0.005, -0.20), (0.0, 0.0, -0.36)]
        if hanging
        else [(0, -0.04, 0.06), (0, -0.01, -0.06), (0, 0.06, -0.11), (-0.06, 0.15, -0.06), (-0.13, 0.22, -0.01)]
    )
    parts.add(tube(smooth(way, 5), 0.0045, EARTH_WIRE, sides=6))
    jaw = Assembly()
    for side in (-1, 1):
        jaw.add(
            box(0.024, 0.015, 0.15, CLAMP_COPPER, bevel=0.003)
            .placed(r=0)
            .placed(p=side * 9)
            .placed(0, side * 0.020, 0),
            box(0.026, 0.018, 0.07, RED_PAINT, bevel=0.005).placed(p=side * 9).placed(0, side * 0.026, 0.075),
        )
    jaw.add(
        rod((-0.018, 0, 0.075), (0.018, 0, 0.075), 0.007, STEEL, sides=8),
        *(bolt(0.004, 0.01, STEEL).placed(p=-s * 90).placed(0, s * 0.012, 0.012) for s in (-1, 1)),
    )
    if hanging:
        parts.include(jaw, 0.0, 0.0, -0.50, p=6)
    else:
        parts.include(jaw, -0.13, 0.22, -0.12, h=-50)
    return parts.model()


def _duct_strap(parts: Assembly, *, clamped: bool) -> None:
    """A copper braid over a flange of a duct along x; loose at its right end unless ``clamped``."""
    braid = Material((0.62, 0.36, 0.18), "copper", 0.35, 0.8, 0.4, scale=14.0)
    end = (0.10, 0.0, 0.012) if clamped else (0.07, 0.05, -0.10)
    line = smooth(
        [(-0.10, 0, 0.012), (-0.05, 0.004, 0.045), (0.0, 0.006, 0.055), (0.05, 0.004, 0.045 if clamped else 0.02), end],
        5,
    )
    parts.add(tube(line, 0.014, braid, sides=8, squash=(1.0, 0.35)))
    for x, z in ((-0.10, 0.012), (0.10, 0.012)):
        parts.add(
            bolt(0.012, 0.012, STEEL).placed(x, 0, z + (0.006 if clamped or x < 0 else -0.012)),
            box(0.04, 0.03, 0.006, STEEL, bevel=0.001).placed(x, 0, z - 0.012),
        )


@prop("sewer_grate")
def sewer_grate(request: PropRequest) -> Model:
    """Sealed with a fire blanket and sand, or open with a sheen, the blanket folded unused beside it."""
    parts = Assembly()
    frame = Material((0.10, 0.105, 0.11), "rust", 0.7, 0.4, 0.6)
    for x, y, w, d in (
        (0, 0.285, 0.62, 0.05),
        (0, -0.285, 0.62, 0.05),
        (0.285, 0, 0.05, 0.52),
        (-0.285, 0, 0.05, 0.52),
    ):
        parts.add(box(w, d, 0.035, frame, bevel=0.006, grid=0.4).placed(x, y))
    if request.state == "covered":
        u, v = np.meshgrid(np.linspace(-0.42, 0.42, 9), np.linspace(-0.42, 0.42, 9))
        sag = (
            0.05
            - 0.018 * np.exp(-((u / 0.22) ** 2 + (v / 0.22) ** 2))
            - 0.035 * np.clip(np.maximum(np.abs(u), np.abs(v)) - 0.32, 0, 1) / 0.1
            + 0.004 * np.sin(11 * u) * np.cos(9 * v)
        )

        parts.add(cloth(np.stack([u, v, np.maximum(sag, 0.006)], -1), FELT))
        sand = Material((0.62, 0.50, 0.32), "sand", 0.95, 0.0, 0.7, scale=2.0)
        for k in range(12):
            a, b = np.radians(30 * k), np.radians(30 * (k + 1))
            heap = tube(
                [(0.40 * np.cos(a), 0.40 * np.sin(a), 0.012), (0.40 * np.cos(b), 0.40 * np.sin(b), 0.012)],
                0.05,
                sand,
                sides=7,
                squash=(1.1, 0.8),
            )
            parts.add(heap)
        return parts.model()
    parts.add(
        *(
            box(0.012, 0.54, 0.03, frame, bevel=0.003, grid=0.5).placed(x, 0, 0.004)
            for x in np.linspace(-0.25, 0.25, 12)
        )
    )
    parts.add(*(box(0.54, 0.012, 0.026, frame, bevel=0.003, grid=0.5).placed(0, y, 0.002) for y in (-0.13, 0.13)))
    rings = (
        (0.26, (0.03, 0.03, 0.035)),
        (0.22, (0.10, 0.05, 0.22)),
        (0.17, (0.03, 0.16, 0.22)),
        (0.12, (0.16, 0.20, 0.04)),
        (0.07, (0.26, 0.08, 0.05)),
    )
    for k, (reach, tone) in enumerate(rings):
        film = lathe(
            [(0, 0.002 + 0.0008 * k), (reach, 0.0018 + 0.0008 * k)][::-1],
            Material(tone, "paint", 0.03, 0.5, 0.0),
            sides=20,
        )
        parts.add(film.placed(0.03 * k * 0.4, -0.02 * k * 0.5))
    for dx, dy, reach, tone in (
        (0.40, -0.18, 0.16, (0.05, 0.05, 0.06)),
        (0.42, -0.16, 0.10, (0.10, 0.06, 0.22)),
        (0.43, -0.15, 0.05, (0.05, 0.18, 0.20)),
    ):
        parts.add(
            lathe(
                [(reach, 0.002 + 0.02 * (0.16 - reach)), (0, 0.003 + 0.02 * (0.16 - reach))],
                Material(tone, "paint", 0.03, 0.5, 0.0),
                sides=18,
            ).placed(dx, dy)
        )
    for k in range(4):
        parts.add(
            rounded_box(0.36 - 0.01 * k, 0.28, 0.024, FELT.shade(1 - 0.05 * (k % 2)), radius=0.010, segments=8).placed(
                -0.56, 0.1, 0.022 * k, h=3 * k
            )
        )
    return parts.model()
