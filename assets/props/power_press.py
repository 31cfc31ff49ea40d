"""The mechanical power press: an open-front frame of 1600 kN with its drive, die, light curtain."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, box, extrude, lathe, plastic, rod, rounded_box, smooth, tube
from assets.modelling.materials import BLACK_PLASTIC, CAST_IRON, DARK_STEEL, RED_PAINT, SAFETY_YELLOW, STEEL
from assets.props.parts.controls import LIT_AMBER, LIT_GREEN, LIT_RED, UNLIT, mushroom, push_button
from assets.props.parts.drives import belt_loop, motor, pulley
from assets.props.parts.machine_paints import BRIGHT_STEEL, GREASY_STEEL, MACHINE_CREAM, MACHINE_GREEN

FLYWHEEL = (-0.72, -0.36, 2.02)
"""The flywheel's middle, at the press's -x side."""
FLYWHEEL_RADIUS = 0.50
BED = 0.82
OPEN_DAYLIGHT, CLOSED_DAYLIGHT = 0.34, 0.24
JUMPER = plastic(0.03, 0.16, 0.80)


@prop("power_press")
def power_press(request: PropRequest) -> Model:
    """``running`` with a live light curtain; ``curtain_bypassed`` runs too, its curtain dark and a blue
    jumper in the open terminal box; ``stopped`` stands with the slide up and a safety block under it;
    ``jammed`` is dark, a crumpled blank sticking out of the die."""
    state = request.state
    stopped = state in ("stopped", "jammed")
    parts = Assembly()
    parts.add(_frame())
    _drive(parts)
    _slide(parts, 0.16 if stopped else 0.05)
    _die(parts)
    _front(parts, running=not stopped)
    _curtain(parts, lit=state == "running", bypassed=state == "curtain_bypassed")
    if state == "stopped":
        _safety_block(parts)
    if state == "jammed":
        _jam(parts)
    return parts.model()


@cache
def _frame() -> Mesh:
    """Two C-shaped cheeks, bed, bolster, crown cover, feet."""
    cheek = [
        (-0.66, 0.06),
        (0.60, 0.06),
        (0.62, 0.74),
        (0.55, BED - 0.02),
        (0.02, BED - 0.02),
        (-0.06, 0.92),
        (-0.06, 1.46),
        (0.02, 1.58),
        (0.50, 1.64),
        (0.56, 1.74),
        (0.56, 2.44),
        (0.42, 2.66),
        (-0.50, 2.66),
        (-0.66, 2.5),
    ]
    side = extrude(cheek, 0.10, MACHINE_GREEN, grid=0.5, wear=0.5).placed(p=90, h=90)
    parts = [side.placed(x) for x in (-0.60, 0.50)]
    parts += [
        box(1.0, 1.16, 0.60, MACHINE_GREEN, bevel=0.02, grid=0.5).placed(0, -0.02, 0.10),
        box(1.06, 0.46, 1.9, MACHINE_GREEN, bevel=0.02, grid=0.5).placed(0, -0.38, 0.66),
        box(1.0, 0.94, 0.10, MACHINE_GREEN.shade(0.9), bevel=0.02, grid=0.5).placed(0, 0.02, 2.60),
        rounded_box(1.0, 0.14, 0.72, MACHINE_CREAM, radius=0.03, segments=12).placed(0, 0.54, 1.86),
        box(1.06, 0.66, 0.13, GREASY_STEEL, bevel=0.008, grid=0.4, wear=1).placed(0, 0.24, BED - 0.03),
    ]
    parts += [box(0.26, 0.22, 0.08, CAST_IRON, bevel=0.012).placed(x, y) for x in (-0.55, 0.55) for y in (-0.56, 0.52)]
    parts += [rod((x, y, 0.06), (x, y, 0.14), 0.022, STEEL, sides=6) for x in (-0.63, 0.63) for y in (-0.56, 0.52)]
    slots = [box(0.030, 0.66, 0.010, BLACK_PLASTIC, bevel=0.001).placed(x, 0.24, BED + 0.095) for x in (-0.34, 0.34)]
    return joined([*parts, *slots])


def _drive(parts: Assembly) -> None:
    """Flywheel with its belts, motor on top, clutch air vessel, lubricator."""
    x, y, z = FLYWHEEL
    wheel = lathe(
        [(0.36, -0.07), (FLYWHEEL_RADIUS, -0.07), (FLYWHEEL_RADIUS, 0.07), (0.36, 0.07), (0.36, -0.07)],
        CAST_IRON,
        sides=40,
        split=30,
    )
    web = lathe([(0, -0.035), (0.37, -0.03), (0.37, 0.03), (0, 0.035)], CAST_IRON.shade(1.3), sides=32)
    hub = lathe([(0, -0.10), (0.12, -0.10), (0.12, 0.10), (0, 0.10)], GREASY_STEEL, sides=20)
    holes = [
        lathe([(0, 0), (0.055, 0), (0, 0.002)], BLACK_PLASTIC, sides=14).placed(
            0.24 * np.cos(t), 0.24 * np.sin(t), -0.038, p=0
        )
        for t in np.arange(6) * np.pi / 3
    ]
    back = [hole.placed(p=180) for hole in holes]
    parts.add(joined([wheel, web, hub, *holes, *back]).placed(r=90).placed(x, y, z))
    parts.add(rod((x, y, z), (0.6, y, z), 0.06, STEEL, sides=14))
    motor_y, motor_z = -0.40, 2.76
    parts.add(motor(0.46, 0.14).placed(h=180).placed(-0.28, motor_y, motor_z - 0.02))
    parts.add(pulley(0.10, 0.11, grooves=3).placed(x + 0.0, motor_y, motor_z + 0.137))
    for dx in (-0.035, 0.0, 0.035):
        parts.add(belt_loop((y, z), FLYWHEEL_RADIUS + 0.004, (motor_y, motor_z + 0.137), 0.10, 0.022).placed(x + dx))
    vessel = lathe([(0, 0), (0.10, 0.03), (0.14, 0.09), (0.14, 0.62), (0.10, 0.68), (0, 0.71)], MACHINE_CREAM, sides=18)
    parts.add(
        vessel.placed(0.74, -0.42, 1.25),
        *(box(0.10, 0.05, 0.05, DARK_STEEL, bevel=0.006).placed(0.63, -0.42, z0) for z0 in (1.4, 1.8)),
    )
    parts.add(
        tube(
            smooth([(0.74, -0.42, 1.96), (0.74, -0.42, 2.1), (0.62, -0.2, 2.24), (0.5, 0.0, 2.3)], 5),
            0.012,
            BLACK_PLASTIC,
            sides=6,
        )
    )
    parts.add(rounded_box(0.12, 0.12, 0.2, RED_PAINT, radius=0.02, segments=8).placed(0.68, 0.1, 1.05))


def _slide(parts: Assembly, raised: float) -> None:
    """The slide between its guides, ``raised`` metres over its lowest position, the pitman above it."""
    foot = BED + 0.10 + 0.30 + raised
    parts.add(
        box(0.72, 0.40, 0.46, MACHINE_GREEN.shade(1.15), bevel=0.015, grid=0.4, wear=0.6).placed(0, 0.26, foot + 0.05)
    )
    parts.add(box(0.78, 0.44, 0.06, GREASY_STEEL, bevel=0.008, grid=0.4).placed(0, 0.26, foot))
    parts.add(*(box(0.07, 0.12, 0.62, GREASY_STEEL, bevel=0.006).placed(x, 0.30, 1.30) for x in (-0.43, 0.43)))
    parts.add(lathe([(0, 0), (0.09, 0), (0.09, 0.3), (0, 0.3)], BRIGHT_STEEL, sides=18).placed(0, 0.26, foot + 0.5))
    parts.sign("hazard_stripes", 0.70, 0.059, 0, 0.4625, foot + 0.06)
    _upper_die(parts, foot)


def _upper_die(parts: Assembly, foot: float) -> None:
    parts.add(box(0.50, 0.36, 0.07, GREASY_STEEL, bevel=0.006).placed(0, 0.24, foot - 0.07))
    parts.add(box(0.30, 0.22, 0.07, BRIGHT_STEEL, bevel=0.008).placed(0, 0.24, foot - 0.14))


def _die(parts: Assembly) -> None:
    """The lower die with guide posts, clamps, and a cup just drawn; a tray of parts at its left."""
    z = BED + 0.10
    parts.add(
        box(0.56, 0.42, 0.07, GREASY_STEEL, bevel=0.006).placed(0, 0.24, z),
        box(0.34, 0.26, 0.06, BRIGHT_STEEL, bevel=0.008).placed(0, 0.24, z + 0.07),
    )
    parts.add(
        *(
            rod((x, y, z + 0.07), (x, y, z + 0.30), 0.020, BRIGHT_STEEL, sides=10)
            for x in (-0.22, 0.22)
            for y in (0.10, 0.38)
        )
    )
    for x in (-0.34, 0.34):
        parts.add(
            box(0.14, 0.05, 0.035, DARK_STEEL, bevel=0.006).placed(x, 0.24, z + 0.06),
            rod((x + 0.02, 0.24, z), (x + 0.02, 0.24, z + 0.13), 0.012, STEEL, sides=6),
        )
    parts.add(
        lathe(
            [(0, 0), (0.06, 0), (0.07, 0.03), (0.095, 0.032), (0.07, 0.034), (0.055, 0.005), (0, 0.005)],
            BRIGHT_STEEL,
            sides=20,
        ).placed(0, 0.24, z + 0.131)
    )


def _front(parts: Assembly, *, running: bool) -> None:
    """Plates, the stack lamp, the crown's counters, an air gauge."""
    parts.sign("press_plate", 0.60, 0.24, -0.12, 0.6125, 2.26)
    parts.sign("press_rule", 0.34, 0.222, 0.27, 0.6125, 1.94)
    parts.add(
        lathe([(0, 0), (0.05, 0), (0.05, 0.03), (0, 0.03)], STEEL, sides=18).placed(p=-90).placed(-0.32, 0.61, 2.06)
    )
    parts.sign("pressure_dial", 0.085, 0.085, -0.32, 0.6415, 2.0175)
    for k, lit in enumerate((running, False, not running)):
        push_button(
            parts,
            -0.14 + 0.07 * k,
            0.61,
            2.06,
            (LIT_GREEN, LIT_AMBER, LIT_RED)[k] if lit else UNLIT,
            radius=0.018,
            lit=lit,
        )
    mushroom(parts, 0.40, 0.61, 2.36, radius=0.028)
    for k, (colour, lit) in enumerate(((LIT_GREEN, running), (LIT_AMBER, False), (LIT_RED, not running))):
        lens = lathe([(0, 0), (0.032, 0), (0.032, 0.06), (0, 0.06)], colour if lit else colour.shade(0.22), sides=14)
        parts.add(lens.placed(0.42, 0.30, 2.76 + 0.062 * k), to="glow" if lit else "opaque")
    parts.add(rod((0.42, 0.30, 2.60), (0.42, 0.30, 2.76), 0.012, STEEL, sides=8))


def _curtain(parts: Assembly, *, lit: bool, bypassed: bool) -> None:
    """Sender and receiver on brackets before the die; the terminal box on the right cheek."""
    for x in (-0.66, 0.66):
        parts.add(box(0.055, 0.05, 0.84, SAFETY_YELLOW, bevel=0.008, grid=0.5).placed(x, 0.64, BED + 0.06))
        parts.add(
            box(0.020, 0.006, 0.76, BLACK_PLASTIC, bevel=0.002).placed(x - np.sign(x) * 0.026, 0.64, BED + 0.10, h=90)
        )
        parts.add(
            *(box(0.05, 0.12, 0.03, DARK_STEEL, bevel=0.005).placed(x, 0.58, z) for z in (BED + 0.12, BED + 0.80))
        )
        for k in range(2):
            lens = lathe([(0, 0), (0.011, 0), (0.011, 0.008), (0, 0.008)], (LIT_GREEN if lit else UNLIT), sides=10)
            parts.add(lens.placed(p=-90).placed(x, 0.664, BED + 0.82 + 0.035 * k), to="glow" if lit else "opaque")
    x, z = 0.655, 1.10
    parts.add(rounded_box(0.09, 0.20, 0.24, MACHINE_CREAM, radius=0.01, segments=8).placed(x, 0.34, z))
    cable = [(x, 0.44, z + 0.05), (x + 0.02, 0.53, z - 0.02), (0.66, 0.60, BED + 0.10)]
    parts.add(tube(smooth(cable, 5), 0.009, BLACK_PLASTIC, sides=6))
    if not bypassed:
        parts.sign("terminal_box", 0.15, 0.09, x + 0.0465, 0.34, z + 0.08, turn=-90)
        return
    face = x + 0.047
    parts.add(box(0.006, 0.15, 0.19, BLACK_PLASTIC, bevel=0.001).placed(face, 0.34, z + 0.025))
    for k in range(6):
        parts.add(
            box(0.016, 0.020, 0.05, MACHINE_CREAM.shade(1.2), bevel=0.002).placed(
                face + 0.008, 0.275 + 0.026 * k, z + 0.10
            )
        )
    lid = Assembly()
    lid.add(box(0.20, 0.012, 0.24, MACHINE_CREAM, bevel=0.004))
    lid.sign("terminal_box", 0.15, 0.09, 0, 0.0065, 0.09)
    parts.include(lid, face + 0.07, 0.235, z - 0.19, h=-70, r=12)
    for k, (a, b) in enumerate(((0.288, 0.392), (0.314, 0.366))):
        bow = [
            (face + 0.02, a, z + 0.10),
            (face + 0.05, a - 0.02, z + 0.05 - 0.03 * k),
            (face + 0.085, (a + b) / 2, z - 0.07),
            (face + 0.05, b + 0.02, z + 0.04),
            (face + 0.02, b, z + 0.10),
        ]
        parts.add(tube(smooth(bow, 6), 0.0055, JUMPER, sides=7))


def _safety_block(parts: Assembly) -> None:
    """A red block with a chain stands between the bolster and the slide."""
    block = box(0.13, 0.13, 0.455, RED_PAINT, bevel=0.012, wear=0.6)
    parts.add(block.placed(-0.36, 0.44, BED + 0.10))
    parts.add(
        tube(
            smooth([(-0.36, 0.51, BED + 0.4), (-0.45, 0.58, BED + 0.2), (-0.58, 0.6, BED + 0.35)], 6),
            0.008,
            SAFETY_YELLOW,
            sides=5,
        )
    )
    parts.sign("hazard_stripes", 0.12, 0.05, -0.36, 0.5065, BED + 0.30)


def _jam(parts: Assembly) -> None:
    """A blank that went in askew stands bent out of the die."""
    t = np.linspace(0, 1, 8)
    sheet_line = np.column_stack([np.zeros(8), 0.18 + 0.42 * t, BED + 0.235 + 0.10 * t**2 - 0.05 * np.sin(6 * t)])
    flat = [(-0.11, -0.0015), (0.11, -0.0015), (0.11, 0.0015), (-0.11, 0.0015)]
    parts.add(tube(sheet_line, 1.0, BRIGHT_STEEL, outline=flat).placed(0.05, 0, 0.0, r=7))
