"""The Chinese wok range of a hotel kitchen, its wok cold, smoking, on fire or covered; and gas hoses."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model, joined
from assets.modelling import Assembly, Material, ball, box, lathe, pitched, plastic, ring, rod, smooth, torus, tube
from assets.modelling.materials import BRASS, DARK_STEEL, RED_PAINT, STEEL
from assets.props.parts.kitchen_parts import IRON, KITCHEN_STEEL, wok, wok_lid
from assets.props.parts.pipework import GAS_YELLOW, SATIN, STAINLESS, pipe

TOP = 0.80
BURNERS = (-0.45, 0.45)
WORK = BURNERS[1]
"""Which burner the oil stands on."""
OIL = Material((0.36, 0.20, 0.03), "paint", 0.04, 0.0, 0.0)
OIL_HOT = Material((0.16, 0.08, 0.012), "paint", 0.03, 0.0, 0.0)
SOOT = Material((0.05, 0.045, 0.04), "grease", 0.5, 0.1, 0.2)
GAS_FLAME, GAS_CORE = plastic(0.12, 0.30, 1.0), plastic(0.55, 0.75, 1.0)
FLAME, FLAME_HOT = plastic(0.95, 0.17, 0.012), plastic(1.0, 0.48, 0.06)
HOSE_RUBBER = Material((0.30, 0.10, 0.035), "rubber", 0.75, 0.0, 0.4, scale=3.0)
CRACK = plastic(0.012, 0.010, 0.008, 0.95)
TAPE = plastic(0.018, 0.018, 0.02, 0.35)


@prop("stove_range")
def stove_range(request: PropRequest) -> Model:
    """Two burners, 1.8 x 0.9 x 0.8 m to the top, front +y; the wok with oil stands on the burner at x 0.45."""
    parts = Assembly()
    _body(parts)
    for x in BURNERS:
        _burner(parts, x)
    _taps_and_knobs(parts)
    state = request.state
    burning = state in ("oil_smoking", "oil_fire")
    parts.add(wok(0.26).placed(WORK, 0.05, TOP + 0.07, h=180))
    if state == "covered":
        parts.add(wok_lid(0.265).placed(WORK, 0.05, TOP + 0.07 + 0.157))
    else:
        parts.add(
            lathe([(0.205, 0.105), (0, 0.106)], OIL_HOT if burning else OIL, sides=24).placed(WORK, 0.05, TOP + 0.07)
        )
    if state == "off":
        parts.add(wok_lid(0.25).placed(p=-62).placed(-0.10, -0.32, TOP + 0.27))
    if burning:
        _gas_flames(parts)
    if state == "oil_smoking":
        _shimmering(parts)
    if state == "oil_fire":
        _fire(parts)
    parts.add(wok(0.24, handle=False).placed(BURNERS[0], 0.05, TOP + 0.07))
    return parts.model()


def _body(parts: Assembly) -> None:
    """Stainless carcass with its splash-back, front panels, adjustable feet, drain gutter."""
    parts.add(
        box(1.80, 0.84, 0.66, KITCHEN_STEEL, bevel=0.008, grid=0.45).placed(0, -0.02, 0.12),
        box(1.80, 0.90, 0.05, KITCHEN_STEEL, bevel=0.012, grid=0.4).placed(0, 0, TOP - 0.05),
    )
    parts.add(box(1.80, 0.06, 0.45, KITCHEN_STEEL, bevel=0.008, grid=0.4).placed(0, -0.42, TOP))
    for x in (-0.6, 0.0, 0.6):
        parts.add(
            box(0.56, 0.012, 0.44, SATIN.but(bump=0.05), bevel=0.006, grid=0.5).placed(x, 0.405, 0.17),
            box(0.16, 0.022, 0.016, DARK_STEEL.but(bump=0.05), bevel=0.004).placed(x, 0.42, 0.56),
        )
    foot = lathe([(0, 0), (0.035, 0), (0.035, 0.015), (0.018, 0.025), (0.018, 0.12), (0, 0.12)], DARK_STEEL, sides=12)
    parts.add(*(foot.placed(x, y) for x in (-0.82, 0.82) for y in (-0.36, 0.34)))
    parts.add(box(1.72, 0.07, 0.006, SATIN.shade(0.6), bevel=0.001, grid=0.5).placed(0, 0.36, TOP - 0.001))
    stain = box(0.30, 0.002, 0.16, SOOT, bevel=0.0005)
    parts.add(stain.placed(WORK + 0.02, -0.389, TOP + 0.02), stain.placed(BURNERS[0], -0.389, TOP + 0.01))


def _burner(parts: Assembly, x: float) -> None:
    """A raised fire ring with its cast burner inside, blackened."""
    rim = [
        (0.19, 0),
        (0.27, 0),
        (0.265, 0.05),
        (0.235, 0.075),
        (0.20, 0.07),
        (0.185, 0.03),
        (0.16, -0.03),
        (0.16, -0.035),
        (0.19, 0),
    ]
    parts.add(lathe(rim, IRON, sides=26, split=40).placed(x, 0.05, TOP))
    parts.add(
        lathe([(0, -0.03), (0.165, -0.03), (0.165, -0.02), (0, -0.02)], SOOT, sides=20).placed(x, 0.05, TOP),
        ring(lathe([(0, -0.02), (0.011, -0.02), (0.009, 0.01), (0, 0.012)], BRASS, sides=7).placed(0.07), 9).placed(
            x, 0.05, TOP
        ),
    )
    parts.add(
        *(
            box(0.05, 0.03, 0.03, IRON, bevel=0.006).placed(0.225, 0, 0.065).placed(h=a).placed(x, 0.05, TOP)
            for a in (45, 135, 225, 315)
        )
    )


def _taps_and_knobs(parts: Assembly) -> None:
    """Swing taps over the splash-back, gas and water knobs and the yellow gas rail on the front."""
    for x in BURNERS:
        parts.add(
            pipe(
                [
                    (x - 0.22, -0.42, TOP + 0.30),
                    (x - 0.22, -0.30, TOP + 0.34),
                    (x - 0.12, -0.12, TOP + 0.34),
                    (x - 0.12, -0.12, TOP + 0.24),
                ],
                0.012,
                STAINLESS,
                bend=0.04,
                sides=9,
            )
        )
        parts.add(
            pitched(lathe([(0, 0), (0.025, 0), (0.025, 0.02), (0, 0.02)], STAINLESS, sides=14), (0, 1, 0)).placed(
                x - 0.22, -0.39, TOP + 0.30
            )
        )
        for dx, ink in ((-0.12, RED_PAINT), (0.02, RED_PAINT), (0.16, plastic(0.04, 0.16, 0.5))):
            knob = joined(
                [
                    lathe([(0, 0), (0.026, 0), (0.024, 0.026), (0, 0.03)], ink, sides=14),
                    box(0.008, 0.042, 0.012, ink, bevel=0.002).placed(0, 0, 0.024),
                ]
            )
            parts.add(
                pitched(knob, (0, 1, 0)).placed(x + dx, 0.418, 0.705),
                rod((x + dx, 0.40, 0.705), (x + dx, 0.42, 0.705), 0.012, STEEL, sides=8),
            )
    parts.add(
        pipe([(-0.86, 0.43, 0.64), (0.86, 0.43, 0.64)], 0.012, GAS_YELLOW, sides=9),
        pipe([(0.86, -0.30, 0.50), (0.96, -0.30, 0.50), (0.96, -0.55, 0.42)], 0.013, GAS_YELLOW, bend=0.05, sides=9),
    )


def _tongue(high: float, wide: float, lean: float, material: Material) -> object:
    """One tongue of flame from z = 0, leaning by ``lean`` metres at its tip."""
    line = [(lean * t**2, 0.02 * np.sin(t * 5), high * t) for t in np.linspace(0, 1, 6)]
    return tube(line, [wide * 0.6, wide, wide * 0.86, wide * 0.6, wide * 0.3, 0.002], material, sides=7, split=80)


def _gas_flames(parts: Assembly) -> None:
    """A full blue ring whose tips lick round the wok's bottom up to its rim."""
    for k in range(14):
        angle = 360 / 14 * k
        parts.add(
            _tongue(0.13 + 0.03 * (k % 3), 0.014, 0.05, GAS_FLAME)
            .placed(0.17, 0, 0.03)
            .placed(h=angle)
            .placed(WORK, 0.05, TOP + 0.02),
            to="glow",
        )
        parts.add(
            _tongue(0.06, 0.009, 0.01, GAS_CORE).placed(0.10, 0, 0.0).placed(h=angle + 8).placed(WORK, 0.05, TOP),
            to="glow",
        )
    for k in range(5):
        parts.add(
            _tongue(0.12, 0.016, 0.03, FLAME)
            .placed(0.245, 0, 0.10)
            .placed(h=20 + 71 * k)
            .placed(WORK, 0.05, TOP + 0.05),
            to="glow",
        )
    parts.lamp(Lamp((WORK, 0.25, TOP + 0.1), (0, 0.4, 1), (0.4, 0.55, 1.0), 0.5, cone=180))


def _shimmering(parts: Assembly) -> None:
    """Bubbles and a broken sheen on oil that is about to catch."""
    rng = np.random.default_rng(3)
    sheen = Material((0.60, 0.42, 0.14), "paint", 0.02, 0.2, 0.0)
    for _ in range(24):
        angle, reach = rng.uniform(0, 6.3), 0.19 * np.sqrt(rng.random())
        parts.add(
            ball(rng.uniform(0.003, 0.008), sheen, sides=6).placed(
                WORK + reach * np.cos(angle), 0.05 + reach * np.sin(angle), TOP + 0.176
            )
        )


def _fire(parts: Assembly) -> None:
    """Tall flames out of the oil."""
    rng = np.random.default_rng(5)
    for k in range(22):
        angle, reach = rng.uniform(0, 360), 0.18 * np.sqrt(rng.random())
        high = rng.uniform(0.35, 0.85) * (1.25 - reach / 0.3)
        parts.add(
            _tongue(high, rng.uniform(0.035, 0.07), rng.uniform(-0.12, 0.12), FLAME if k % 3 else FLAME_HOT)
            .placed(reach)
            .placed(h=angle)
            .placed(WORK, 0.05, TOP + 0.17),
            to="glow",
        )
    parts.lamp(Lamp((WORK, 0.1, TOP + 0.6), (0, 0, 1), (1.0, 0.50, 0.16), 3.0, cone=180))


@prop("gas_hose")
def gas_hose(request: PropRequest) -> Model:
    """A gas hose from a wall cock (at -x) to an appliance (at +x); cracked rubber bound with tape, or metal-clad.

    ``kitchen``: 1.5 m along x. ``home``: shorter, under a hob; cracked it is pushed on without a clamp.
    """
    parts = Assembly()
    reach = 0.35 if request.variant == "home" else 0.62
    sag = -0.16 if request.variant == "home" else -0.20
    line = smooth(
        [
            (-reach, 0, 0.05),
            (-reach + 0.10, 0.02, 0.04),
            (-reach * 0.4, 0.06, sag),
            (0.1, 0.03, sag - 0.02),
            (reach * 0.6, 0.02, sag * 0.5),
            (reach - 0.08, 0, 0.04),
            (reach, 0, 0.05),
        ],
        8,
    )
    if request.state == "ok":
        ridges = 0.0105 + 0.0014 * (np.arange(len(line) * 3) % 2)
        fine = np.column_stack(
            [
                np.interp(np.linspace(0, len(line) - 1, len(line) * 3), np.arange(len(line)), line[:, k])
                for k in range(3)
            ]
        )
        parts.add(tube(fine, ridges, STAINLESS, sides=9, split=30))
        parts.add(
            *(
                lathe([(0, 0), (0.017, 0), (0.017, 0.03), (0, 0.03)], BRASS, sides=6, split=30)
                .placed(r=s * 90)
                .placed(s * (reach - 0.035), 0, 0.048)
                for s in (-1, 1)
            )
        )
    else:
        parts.add(tube(line, 0.0115, HOSE_RUBBER, sides=10))
        _cracks(parts, line)
        if request.variant != "home":
            parts.add(
                *(
                    pitched(torus(0.0128, 0.0022, STEEL, sides=14, section=4), (1, 0, 0)).placed(
                        s * (reach - 0.03), 0, 0.048
                    )
                    for s in (-1, 1)
                )
            )
    cock = joined(
        [
            lathe(
                [(0, -0.06), (0.012, -0.06), (0.018, -0.03), (0.018, 0.02), (0.009, 0.03), (0.010, 0.05), (0, 0.05)],
                BRASS,
                sides=12,
            ),
            box(0.05, 0.012, 0.012, GAS_YELLOW, bevel=0.003).placed(0, 0.024, -0.01),
        ]
    )
    parts.add(
        pitched(cock, (1, 0, 0)).placed(-reach - 0.02, 0, 0.05),
        pitched(
            lathe([(0, -0.05), (0.008, -0.05), (0.010, 0), (0.010, 0.05), (0, 0.05)], BRASS, sides=10), (1, 0, 0)
        ).placed(reach + 0.02, 0, 0.05),
    )
    return parts.model()


def _cracks(parts: Assembly, line: np.ndarray) -> None:
    """Dark splits across and along the outside of the bends, and a winding of old tape."""
    rng = np.random.default_rng(9)
    for k in range(46):
        i = int(rng.integers(4, len(line) - 5))
        a, b = line[i], line[i + 1]
        at = a + (b - a) * rng.random()
        ahead = (b - a) / np.linalg.norm(b - a)
        side = np.cross(ahead, (0, 1, 0))
        angles = rng.uniform(-0.9, 0.9) + np.linspace(-0.35, 0.35, 4) * rng.uniform(0.5, 1.6)
        across = [
            at + 0.0117 * (np.cos(t) * np.array([0, 1, 0]) + np.sin(t) * side) + ahead * rng.uniform(-0.002, 0.002)
            for t in angles
        ]
        parts.add(tube(across, 0.0011 if k % 3 else 0.0017, CRACK, sides=4))
    middle = len(line) // 2
    part = line[middle - 3 : middle + 5]
    parts.add(tube(part, 0.0142 + 0.0008 * (np.arange(len(part)) % 2), TAPE, sides=10, split=30))
    tail = part[-1] + np.array([[0, 0.012, 0], [0.008, 0.02, -0.012], [0.01, 0.022, -0.03]])
    parts.add(tube(tail, 0.006, TAPE, sides=5, squash=(1.6, 0.3)))
