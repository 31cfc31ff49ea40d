"""Electronics: the assembly line with its boards, stools and lights, and the test jig with its open cover."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model, joined
from assets.modelling import Assembly, Material, box, lathe, pitched, plastic, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, BRASS, DARK_STEEL, GREY_PLASTIC, RED_PAINT, STEEL, WHITE_PLASTIC
from assets.props.parts.controls import mushroom

ALUMINIUM = Material((0.70, 0.71, 0.72), "galvanised", 0.32, 0.75, 0.05)
BELT_GREEN = plastic(0.03, 0.20, 0.14, 0.6)
ESD_MAT = plastic(0.04, 0.24, 0.19, 0.7)
PANEL = plastic(0.74, 0.76, 0.77, 0.4)
PCB = plastic(0.02, 0.20, 0.09, 0.3)
TUBE_LIT, TUBE_DARK = plastic(0.95, 0.98, 1.0), plastic(0.55, 0.57, 0.58)
GREEN_LIT, RED_LIT, DARK = plastic(0.1, 0.95, 0.25), plastic(1.0, 0.1, 0.05), plastic(0.08, 0.09, 0.08)
HIGH = 0.78


@prop("assembly_line")
def assembly_line(request: PropRequest) -> Model:
    """6 x 1.2 m along x: a belt between two work shelves, tools on balancers and lights over it."""
    running = request.state == "running"
    parts = Assembly()
    _frame(parts)
    _belt(parts, running)
    _stations(parts)
    _overhead(parts, running)
    return parts.model()


def _frame(parts: Assembly) -> None:
    for x in (-2.9, -1.45, 0.0, 1.45, 2.9):
        for y in (-0.52, 0.52):
            parts.add(
                box(0.045, 0.045, HIGH - 0.06, ALUMINIUM, bevel=0.004, grid=0.8).placed(x, y, 0.03),
                lathe(
                    [(0, 0), (0.03, 0), (0.03, 0.01), (0.01, 0.02), (0.01, 0.04), (0, 0.04)], DARK_STEEL, sides=10
                ).placed(x, y),
            )
        parts.add(
            box(0.04, 1.0, 0.04, ALUMINIUM, bevel=0.004).placed(x, 0, 0.16),
            box(0.04, 1.1, 0.04, ALUMINIUM, bevel=0.004).placed(x, 0, HIGH - 0.09),
        )
    for y in (-0.24, 0.24):
        parts.add(box(6.0, 0.035, 0.10, ALUMINIUM, bevel=0.004, grid=0.8).placed(0, y, HIGH - 0.07))
    for y in (-0.43, 0.43):
        parts.add(
            box(5.9, 0.34, 0.025, PANEL, bevel=0.005, grid=0.5).placed(0, y, HIGH - 0.025),
            box(5.8, 0.28, 0.003, ESD_MAT, bevel=0.001, grid=0.6).placed(0, y, HIGH),
        )
    parts.add(box(5.9, 0.02, 0.30, PANEL.shade(0.9), bevel=0.004, grid=0.6).placed(0, 0, 0.32))


def _belt(parts: Assembly, running: bool) -> None:
    """The belt with boards on their carriers; a drive box, its emergency stop, lamp green or red."""
    parts.add(box(5.86, 0.42, 0.012, BELT_GREEN, bevel=0.003, grid=0.6).placed(0, 0, HIGH - 0.005))
    for x in (-2.93, 2.93):
        parts.add(rod((x, -0.21, HIGH - 0.035), (x, 0.21, HIGH - 0.035), 0.036, DARK_STEEL, sides=12))
    carrier = joined(
        [
            box(0.34, 0.28, 0.012, BLACK_PLASTIC, bevel=0.002),
            box(0.28, 0.20, 0.003, PCB, bevel=0.0006).placed(0, 0, 0.013),
            *(
                box(0.04, 0.04, 0.006, plastic(0.02, 0.02, 0.022), bevel=0.001).placed(x, y, 0.016)
                for x, y in ((-0.07, 0.03), (0.05, -0.04), (0.09, 0.05))
            ),
            box(0.03, 0.10, 0.02, GREY_PLASTIC, bevel=0.002).placed(-0.12, 0, 0.016),
        ]
    )
    shift = 0.0 if running else 0.22
    parts.add(
        *(
            carrier.placed(x + shift, 0.01 * ((k * 3) % 3 - 1), HIGH + 0.007, h=2 * ((k * 5) % 3 - 1))
            for k, x in enumerate(np.arange(-2.6, 2.5, 0.62))
        )
    )
    parts.add(rounded_box(0.34, 0.16, 0.36, PANEL, radius=0.02, segments=8).placed(2.55, 0.62, 0.30))
    mushroom(parts, 2.62, 0.702, 0.56, radius=0.022)
    for x, ink, lit in ((2.46, GREEN_LIT, running), (2.52, RED_LIT, not running)):
        lamp = pitched(
            lathe([(0, 0), (0.014, 0), (0.012, 0.012), (0, 0.014)], ink if lit else DARK, sides=12), (0, 1, 0)
        )
        parts.add(lamp.placed(x, 0.70, 0.56), to="glow" if lit else "opaque")


def _stations(parts: Assembly) -> None:
    """Four places on each side: parts bins, a soldering iron, a stool, a mat edge with its wrist strap."""
    bin_ = joined(
        [
            box(0.11, 0.16, 0.006, BLACK_PLASTIC, bevel=0.002),
            *(box(0.006, 0.16, 0.06, BLACK_PLASTIC, bevel=0.002).placed(x) for x in (-0.052, 0.052)),
            box(0.11, 0.006, 0.06, BLACK_PLASTIC, bevel=0.002).placed(0, -0.077),
            box(0.11, 0.006, 0.03, BLACK_PLASTIC, bevel=0.002).placed(0, 0.077),
            box(0.09, 0.13, 0.02, BRASS.but(bump=0.04), bevel=0.006).placed(0, 0, 0.006),
        ]
    )
    iron = joined(
        [
            box(0.10, 0.08, 0.07, plastic(0.05, 0.14, 0.34), bevel=0.01),
            tube([(0.09, 0.0, 0.05), (0.12, 0.02, 0.10), (0.14, 0.06, 0.16)], 0.009, BLACK_PLASTIC, sides=7),
            torus(0.02, 0.003, STEEL, sides=10, section=4).placed(0.10, 0, 0.06),
        ]
    )
    stool = joined(
        [
            lathe(
                [(0, 0.50), (0.16, 0.50), (0.165, 0.52), (0.16, 0.55), (0, 0.56)],
                plastic(0.05, 0.12, 0.26, 0.5),
                sides=18,
            ),
            rod((0, 0, 0.06), (0, 0, 0.5), 0.022, DARK_STEEL, sides=8),
            *(
                rod((0, 0, 0.09), (0.20 * np.cos(a), 0.20 * np.sin(a), 0.02), 0.014, DARK_STEEL, sides=6)
                for a in np.linspace(0, 2 * np.pi, 6)[:5]
            ),
        ]
    )
    for side in (-1, 1):
        for k, x in enumerate((-2.2, -0.75, 0.75, 2.2)):
            if side == 1 and k == 3:
                continue
            parts.add(
                *(
                    bin_.placed(x + 0.12 * j - 0.3, side * 0.49, HIGH + 0.003, h=0 if side > 0 else 180)
                    for j in range(3)
                )
            )
            parts.add(iron.placed(x + 0.28, side * 0.46, HIGH + 0.003, h=0 if side > 0 else 180))
            if (k + (side > 0)) % 2:
                parts.add(stool.placed(x + 0.1, side * 0.92))


def _overhead(parts: Assembly, running: bool) -> None:
    """Posts with a rail, tube lamps, tools on balancers, air hoses, hanging work sheets."""
    top = 2.05
    for x in (-2.9, 0.0, 2.9):
        parts.add(
            box(0.045, 0.045, top - HIGH, ALUMINIUM, bevel=0.004, grid=0.7).placed(x, -0.24, HIGH),
            box(0.04, 0.8, 0.04, ALUMINIUM, bevel=0.004).placed(x, 0, top - 0.04),
        )
    parts.add(*(box(5.84, 0.04, 0.04, ALUMINIUM, bevel=0.004, grid=0.8).placed(0, y, top) for y in (-0.3, 0.3)))
    for x in (-1.5, 1.5):
        parts.add(
            box(1.3, 0.16, 0.05, WHITE_PLASTIC.but(bump=0.04), bevel=0.008, grid=0.6).placed(x, 0, top - 0.09),
            box(1.22, 0.10, 0.012, TUBE_LIT if running else TUBE_DARK, bevel=0.004, grid=0.6).placed(x, 0, top - 0.105),
        )
    for k, x in enumerate((-2.2, -0.75, 0.75, 2.2)):
        y = 0.3 if k % 2 else -0.3
        parts.add(
            rounded_box(0.09, 0.06, 0.12, RED_PAINT.but(bump=0.04), radius=0.015, segments=8).placed(x, y, top - 0.13),
            rod((x, y, top - 0.13), (x, y, 1.42), 0.002, STEEL, sides=4),
        )
        parts.add(
            lathe(
                [(0, 0), (0.008, 0.02), (0.016, 0.05), (0.018, 0.15), (0.012, 0.17), (0, 0.17)],
                plastic(0.02, 0.15, 0.30),
                sides=10,
            ).placed(x, y, 1.25)
        )
        coil = [(x + 0.02 * np.cos(t), y + 0.02 * np.sin(t), 1.43 + 0.0095 * t) for t in np.linspace(0, 16 * np.pi, 72)]
        parts.add(tube(coil, 0.004, plastic(0.03, 0.12, 0.45), sides=4))
    for x in (-1.45, 1.45):
        parts.add(
            box(0.32, 0.006, 0.23, WHITE_PLASTIC.but(bump=0.0), bevel=0.001).placed(x, -0.33, top - 0.30),
            *(rod((x + dx, -0.33, top - 0.07), (x + dx, -0.33, top), 0.002, STEEL, sides=4) for dx in (-0.12, 0.12)),
        )
        parts.sign("work_instruction", 0.30, 0.213, x, -0.3345, top - 0.292, turn=180)


@prop("test_jig")
def test_jig(request: PropRequest) -> Model:
    """A mains test jig: ``live`` with its cover up, terminals bare, lamp and meter lit; else shut and dark."""
    live = request.state == "live"
    parts = Assembly()
    parts.add(
        rounded_box(0.60, 0.46, 0.14, PANEL, radius=0.015, segments=8),
        box(0.60, 0.012, 0.13, BLACK_PLASTIC, bevel=0.003).placed(0, 0.232, 0.005),
    )
    parts.sign("jig_face" if live else "jig_face_off", 0.30, 0.1375 * 0.8, -0.12, 0.2395, 0.016)
    lamp = pitched(
        lathe([(0, 0), (0.018, 0), (0.015, 0.014), (0, 0.017)], RED_LIT if live else DARK, sides=14), (0, 1, 0)
    )
    parts.add(lamp.placed(0.13, 0.238, 0.085), to="glow" if live else "opaque")
    mushroom(parts, 0.225, 0.238, 0.07, radius=0.018)
    parts.add(box(0.46, 0.34, 0.01, plastic(0.10, 0.11, 0.12), bevel=0.002).placed(0, -0.01, 0.14))
    if live:
        _bare_terminals(parts)
        parts.include(_cover(), 0, -0.20, 0.15, p=100)
    else:
        parts.include(_cover(), 0, -0.20, 0.15)
    parts.add(tube([(-0.2, -0.22, 0.05), (-0.24, -0.36, 0.02), (-0.2, -0.5, 0.012)], 0.008, BLACK_PLASTIC, sides=7))
    return parts.model()


def _bare_terminals(parts: Assembly) -> None:
    """A board under test and two rows of brass terminals with red and black clips, nothing over them."""
    parts.add(
        box(0.24, 0.18, 0.003, PCB, bevel=0.0006).placed(0.02, 0.0, 0.165),
        *(rod((x, y, 0.15), (x, y, 0.166), 0.004, BRASS, sides=6) for x in (-0.08, 0.12) for y in (-0.07, 0.07)),
    )
    for k in range(6):
        x = -0.19 + 0.076 * k
        parts.add(
            lathe(
                [
                    (0, 0),
                    (0.012, 0),
                    (0.012, 0.010),
                    (0.006, 0.014),
                    (0.006, 0.034),
                    (0.009, 0.036),
                    (0.009, 0.044),
                    (0, 0.046),
                ],
                BRASS,
                sides=12,
            ).placed(x, 0.13, 0.15)
        )
        ink = plastic(0.62, 0.03, 0.03) if k % 2 else plastic(0.02, 0.02, 0.022)
        parts.add(
            tube(
                [(x, 0.13, 0.19), (x, 0.10, 0.225), (x * 0.7 + 0.01, 0.05, 0.20), (x * 0.5 + 0.02, 0.02, 0.172)],
                0.0035,
                ink,
                sides=6,
            ),
            box(0.012, 0.03, 0.012, ink, bevel=0.002).placed(x, 0.13, 0.192),
        )
    parts.add(box(0.10, 0.003, 0.05, plastic(0.90, 0.62, 0.03), bevel=0.001).placed(p=-70).placed(-0.17, -0.10, 0.155))


def _cover() -> Assembly:
    """The clear cover hinged at y = 0, lying forward."""
    cover = Assembly()
    clear = Material((0.72, 0.78, 0.80), "paint", 0.06, 0.0, 0.0)
    cover.add(
        box(0.52, 0.36, 0.005, clear, bevel=0.001).placed(0, 0.18, 0.105),
        *(box(0.005, 0.36, 0.10, clear, bevel=0.001).placed(x, 0.18, 0.005) for x in (-0.258, 0.258)),
        box(0.52, 0.005, 0.10, clear, bevel=0.001).placed(0, 0.358, 0.005),
        to="glass",
    )
    cover.add(
        *(rod((x - 0.03, 0, 0.0), (x + 0.03, 0, 0.0), 0.007, STEEL, sides=8) for x in (-0.18, 0.18)),
        *(box(0.018, 0.012, 0.10, ALUMINIUM, bevel=0.002).placed(x, 0.355, 0.006) for x in (-0.255, 0.255)),
        box(0.12, 0.016, 0.02, BLACK_PLASTIC, bevel=0.003).placed(0, 0.368, 0.05),
    )
    return cover
