"""The jacketed stirred reactor: agitator drive on top, manway, sight glass, cooling and feed lines."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    bolt,
    box,
    lathe,
    painted,
    pitched,
    plastic,
    profile,
    ring,
    rod,
    rounded_box,
    tube,
)
from assets.modelling.materials import DARK_STEEL, STEEL, WINDOW
from assets.props.parts.drives import motor
from assets.props.parts.pipework import LAGGED, SATIN, SOLVENT_BROWN, STAINLESS, WATER_GREEN, colour_ring, flange, pipe

RADIUS = 0.98
DRIVE_BLUE = painted(0.05, 0.16, 0.34, 0.4, 0.15)
LAMP_LIT, LAMP_DARK = plastic(0.15, 1.0, 0.35), plastic(0.05, 0.09, 0.06)
MIXED, LOWER, UPPER = plastic(0.46, 0.30, 0.10, 0.1), plastic(0.22, 0.12, 0.04, 0.1), plastic(0.72, 0.62, 0.30, 0.1)
SIGHT = (0.0, 1.03, 1.95)
"""The middle of the sight glass at the front."""


@prop("reactor")
def reactor(request: PropRequest) -> Model:
    """A 5 m3 vessel, dia 2.0 x 3.0 m to its cover; front +y. ``agitator_stopped``: lamp dark, liquid in layers."""
    running = request.state == "normal"
    parts = Assembly()
    parts.add(*_vessel(), *_legs())
    _cover(parts)
    _agitator(parts, running)
    _sight_glass(parts, running)
    parts.add(*_cooling(), *_feed())
    parts.add(box(0.26, 0.03, 0.17, STEEL, bevel=0.003).placed(0.42, 0.955, 2.02, h=-24))
    parts.sign("reactor_plate", 0.24, 0.15, 0.426, 0.974, 2.03, turn=-24)
    return parts.model()


def _vessel() -> list[Mesh]:
    """The jacket under its cladding, the shell's upper rim, the bottom outlet with its valve."""
    jacket = [
        (0, 0.62),
        (0.35, 0.66),
        (0.70, 0.80),
        (0.92, 1.02),
        (RADIUS, 1.25),
        (RADIUS, 1.72),
        (RADIUS - 0.02, 1.74),
        (RADIUS - 0.02, 1.78),
        (RADIUS, 1.80),
        (RADIUS, 2.24),
        (0.90, 2.34),
    ]
    shell = [(0.90, 2.34), (0.90, 2.50), (1.02, 2.50), (1.02, 2.545), (0.9, 2.545)]
    bands = [
        lathe(
            [(RADIUS, z), (RADIUS + 0.008, z + 0.006), (RADIUS + 0.008, z + 0.034), (RADIUS, z + 0.04)], SATIN, sides=40
        )
        for z in (1.28, 2.16)
    ]
    outlet = [
        rod((0, 0, 0.64), (0, 0, 0.34), 0.07, STAINLESS, sides=14),
        flange(0.07, STAINLESS).placed(r=90).placed(0, 0, 0.52),
        lathe([(0, 0.22), (0.07, 0.22), (0.11, 0.30), (0.11, 0.38), (0.07, 0.44), (0, 0.44)], STAINLESS, sides=16),
        pipe([(0, 0, 0.24), (0, 0, 0.14), (0, -0.6, 0.14)], 0.05, STAINLESS),
    ]
    return [lathe(jacket, LAGGED, sides=40, split=50), lathe(shell, STAINLESS, sides=40, split=35), *bands, *outlet]


def _legs() -> list[Mesh]:
    leg = joined(
        [
            box(0.12, 0.12, 1.3, painted(0.22, 0.26, 0.29), bevel=0.008, grid=0.6).placed(0.94, 0, 0.02),
            box(0.26, 0.26, 0.02, DARK_STEEL, bevel=0.004).placed(0.94),
            box(0.2, 0.3, 0.05, STAINLESS, bevel=0.006).placed(0.92, 0, 1.30),
            *(bolt(0.014, 0.016, STEEL).placed(0.94 + dx, dy, 0.02) for dx in (-0.1, 0.1) for dy in (-0.1, 0.1)),
        ]
    )
    return [ring(leg, 4, start=45)]


def _cover(parts: Assembly) -> None:
    """The dished cover with its clamps, manway, nozzles, lamp glass."""
    dome = [(1.02, 2.55), (1.02, 2.60), (0.90, 2.60), (0.78, 2.74), (0.52, 2.88), (0.24, 2.95), (0, 2.96)]
    parts.add(lathe(dome, STAINLESS, sides=40, split=45))
    clamp = joined(
        [
            box(0.09, 0.05, 0.16, DRIVE_BLUE, bevel=0.008).placed(1.03, 0, 2.47),
            bolt(0.018, 0.02, STEEL).placed(1.02, 0, 2.63),
            rod((1.02, 0, 2.46), (1.02, 0, 2.65), 0.010, STEEL, sides=6),
        ]
    )
    parts.add(ring(clamp, 14, start=9))
    manway = joined(
        [
            lathe(
                [(0, 0), (0.24, 0), (0.24, 0.12), (0.29, 0.12), (0.29, 0.15), (0.2, 0.19), (0, 0.20)],
                STAINLESS,
                sides=24,
            ),
            ring(
                joined(
                    [
                        rod((0.27, 0, 0.09), (0.27, 0, 0.22), 0.010, STEEL, sides=6),
                        box(0.05, 0.02, 0.02, STEEL, bevel=0.003).placed(0.27, 0, 0.21),
                    ]
                ),
                6,
            ),
            tube([(-0.1, 0, 0.19), (-0.1, 0, 0.26), (0.1, 0, 0.26), (0.1, 0, 0.19)], 0.010, STEEL, sides=7),
        ]
    )
    parts.add(pitched(manway, (0.25, 0.42, 1)).placed(0.34, 0.42, 2.80))
    for x, y in ((-0.55, 0.35), (-0.2, -0.60), (0.55, -0.35), (-0.62, -0.2)):
        z = 2.95 - 0.28 * (x * x + y * y)
        parts.add(
            rod((x, y, z - 0.1), (x, y, 3.06), 0.05, STAINLESS, sides=14),
            flange(0.05, STAINLESS).placed(r=90).placed(x, y, 3.04),
        )


def _agitator(parts: Assembly, running: bool) -> None:
    """Lantern with the shaft showing in its windows, gearbox, motor, and the motor's lamp."""
    lantern = [(0, 2.94), (0.24, 2.94), (0.24, 2.98), (0.2, 2.98)]
    parts.add(lathe(lantern, DRIVE_BLUE, sides=20))
    parts.add(ring(box(0.05, 0.07, 0.36, DRIVE_BLUE, bevel=0.008).placed(0.17, 0, 2.97), 4, start=45))
    parts.add(
        lathe(
            [(0, 3.33), (0.21, 3.33), (0.21, 3.37), (0.17, 3.40), (0.17, 3.60), (0.19, 3.62), (0.19, 3.66), (0, 3.66)],
            DRIVE_BLUE,
            sides=20,
        )
    )
    parts.add(
        rod((0, 0, 2.94), (0, 0, 3.34), 0.035, STEEL, sides=12),
        lathe([(0, 3.08), (0.075, 3.08), (0.075, 3.24), (0, 3.24)], STAINLESS, sides=16),
    )
    drive = motor(0.50, 0.15, DRIVE_BLUE).placed(0, 0, -0.168).placed(r=90).placed(0, 0, 3.93)
    parts.add(drive)
    mark = plastic(0.9, 0.5, 0.02)
    for k in range(2):
        angle = (35 if running else 90) + 180 * k
        stripe = box(0.004, 0.03, 0.15, mark, bevel=0.001).placed(0.077, 0, 3.085).placed(h=angle)
        if running:
            parts.add(*(stripe.placed(h=20.0 * j) for j in range(9)))
        else:
            parts.add(stripe)
    parts.add(rounded_box(0.10, 0.06, 0.14, painted(0.40, 0.43, 0.44), radius=0.012, segments=8).placed(0, 0.20, 3.44))
    lamp = lathe(
        [(0, 0), (0.026, 0), (0.026, 0.018), (0.018, 0.03), (0, 0.033)], LAMP_LIT if running else LAMP_DARK, sides=14
    )
    parts.add(pitched(lamp, (0, 1, 0)).placed(0, 0.23, 3.52), to="glow" if running else "opaque")


def _sight_glass(parts: Assembly, running: bool) -> None:
    """A round glass at the front: one even brown when stirred, two layers when not."""
    x, y, z = SIGHT
    frame = joined(
        [
            lathe([(0.085, 0), (0.15, 0), (0.15, 0.03), (0.085, 0.03), (0.085, 0)], STAINLESS, sides=26, split=30),
            ring(bolt(0.011, 0.012, STEEL).placed(0.125, 0, 0.03), 8),
        ]
    )
    parts.add(
        pitched(lathe([(0, -0.16), (0.13, -0.16), (0.13, 0), (0, 0)], STAINLESS, sides=22), (0, 1, 0)).placed(x, y, z),
        pitched(frame, (0, 1, 0)).placed(x, y, z),
    )
    if running:
        parts.add(
            pitched(lathe([(0, 0), (0.086, 0), (0.086, 0.006), (0, 0.006)], MIXED, sides=22), (0, 1, 0)).placed(x, y, z)
        )
        for k, (dx, dz) in enumerate(((-0.03, 0.03), (0.02, -0.02), (0.045, 0.035), (-0.045, -0.035))):
            parts.add(
                pitched(
                    lathe([(0, 0.006), (0.008 + 0.003 * (k % 2), 0.006), (0, 0.009)], UPPER, sides=8), (0, 1, 0)
                ).placed(x + dx, y, z + dz)
            )
    else:
        for low, high, ink in ((-0.086, 0.005, LOWER), (0.005, 0.086, UPPER)):
            angle = np.linspace(-np.pi, np.pi, 41)
            ring_points = [
                (0.086 * np.cos(a), 0.086 * np.sin(a)) for a in angle if low - 1e-6 <= 0.086 * np.sin(a) <= high + 1e-6
            ]
            xs = [p[0] for p in ring_points]
            zs = [p[1] for p in ring_points]
            order = np.argsort(np.arctan2(np.array(zs) - np.mean(zs), np.array(xs) - np.mean(xs)))
            parts.add(_disc_part([(xs[k], zs[k]) for k in order], ink).placed(x, y, z))
        parts.add(box(0.165, 0.004, 0.006, plastic(0.9, 0.85, 0.6), bevel=0.001).placed(x, y + 0.007, z + 0.002))
    parts.add(
        pitched(
            lathe([(0, 0.012), (0.086, 0.012), (0.086, 0.014), (0, 0.014)], WINDOW.coloured(0.6, 0.7, 0.7), sides=22),
            (0, 1, 0),
        ).placed(x, y, z),
        to="glass",
    )


def _disc_part(outline: list[tuple[float, float]], material: Material) -> Mesh:
    """A plate 6 mm thick in the plane x, z with its face to +y; parted, since its rim lies in the frame's shade."""
    return profile(outline, 0.006, material, grid=0.03).placed(0, 0.003)


def _cooling() -> list[Mesh]:
    """Cooling water: in at the left of the front through (1.6, -0.4, 1.31) along y, out above; green rings."""
    inlet = pipe(
        [(RADIUS - 0.05, 0.1, 1.31), (1.6, 0.1, 1.31), (1.6, -1.05, 1.31), (1.6, -1.05, 0.0)], 0.042, STAINLESS
    )
    outlet = pipe([(0.72, -0.60, 2.15), (1.15, -0.95, 2.15), (1.15, -0.95, 3.6), (1.15, -2.0, 3.6)], 0.042, STAINLESS)
    rings = [colour_ring(0.043, 0.09, WATER_GREEN).placed(h=90).placed(1.6, y, 1.31) for y in (-0.72, -0.86)]
    return [inlet, outlet, *rings, flange(0.042, STAINLESS).placed(1.15, 0.1, 1.31)]


def _feed() -> list[Mesh]:
    """The feed: from the floor at (-1.6, 0.6) through (-1.2, 0.6, 1.51) along x and up to its nozzle."""
    line = pipe(
        [
            (-1.62, 0.6, 0.0),
            (-1.62, 0.6, 1.51),
            (-1.02, 0.6, 1.51),
            (-0.98, 0.62, 1.56),
            (-0.98, 0.62, 3.26),
            (-0.55, 0.35, 3.26),
            (-0.55, 0.35, 3.05),
        ],
        0.04,
        STAINLESS,
        bend=0.1,
    )
    return [
        line,
        flange(0.04, STAINLESS).placed(r=90).placed(-1.62, 0.6, 0.75),
        *(colour_ring(0.041, 0.09, SOLVENT_BROWN).placed(r=90).placed(-0.98, 0.62, z) for z in (2.2, 2.34)),
    ]
