"""A span of pipe rack, the gas main on its saddles, and the water seal below it."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import (
    Assembly,
    Material,
    ball,
    bolt,
    box,
    lathe,
    painted,
    pitched,
    plastic,
    ring,
    rod,
    torus,
    tube,
)
from assets.modelling.materials import CONCRETE, DARK_STEEL, RUSTY_STEEL, SAFETY_YELLOW, STEEL, WINDOW
from assets.props.parts.pipework import (
    ACID_PURPLE,
    FRAME_GREY,
    HANDWHEEL_RED,
    LAGGED,
    PIPE_GREY,
    PIPE_SILVER,
    SOLVENT_BROWN,
    STEAM_RED,
    WATER_GREEN,
    colour_ring,
    flange,
    handwheel,
    pipe,
    pipe_label,
    u_clamp,
)

MAIN_GREY = painted(0.40, 0.41, 0.40, 0.5, 0.35)
SEAL_GREY = painted(0.36, 0.38, 0.38, 0.5, 0.35)
BENTS = (-2.6, 0.0, 2.6)
MAIN_RADIUS = 0.6
PIPES = (
    (-0.36, 0.085, LAGGED, STEAM_RED),
    (-0.13, 0.057, PIPE_SILVER, WATER_GREEN),
    (0.08, 0.07, PIPE_GREY, SOLVENT_BROWN),
    (0.32, 0.05, PIPE_SILVER, ACID_PURPLE),
)
"""Across, radius, material, colour ring of the pipes of the lower deck."""


@prop("pipe_rack")
def pipe_rack(request: PropRequest) -> Model:
    """``rack``: 6 x 1 m, 4 m high, two decks, a steam trap at its left end; ``gas_main``: 1.2 m grey main on legs."""
    return _gas_main() if request.variant == "gas_main" else _rack()


def _rack() -> Model:
    parts = Assembly()
    for x in BENTS:
        parts.add(*_bent(x))
    for y in (-0.44, 0.44):
        parts.add(box(6.0, 0.09, 0.14, FRAME_GREY, bevel=0.008, grid=0.7).placed(0, y, 3.86))
    for y, radius, material, mark in PIPES:
        z = 3.0 + radius
        down = 1 if y > 0 else -1
        parts.add(
            pipe(
                [
                    (-2.95 + 0.12 * (y > 0), y, 0.0),
                    (-2.95 + 0.12 * (y > 0), y, z),
                    (2.95 - 0.1 * down, y, z),
                    (2.95 - 0.1 * down, y + 1.4, z),
                ],
                radius,
                material,
            )
        )
        parts.add(
            *(colour_ring(radius + 0.001, 0.10, mark).placed(dx, y, z) for dx in (-1.2, 1.35)),
            *(u_clamp(radius).placed(x, y, z) for x in BENTS),
        )
    for y, radius, material in ((-0.25, 0.11, LAGGED), (0.1, 0.08, PIPE_GREY), (0.36, 0.045, PIPE_SILVER)):
        z = 4.0 + radius
        parts.add(
            pipe([(-2.9, y + 1.4, z), (-2.9, y, z), (2.9, y, z), (2.9, y + 1.4, z)], radius, material),
            flange(radius, material).placed(0.9 + y, y, z),
        )
    steam_y, radius = PIPES[0][0], PIPES[0][1]
    parts.add(pipe_label("steam_label", radius, 0.5, 0.11).placed(h=180).placed(0.3, steam_y, 3.0 + radius), to="sign")
    parts.add(*_steam_trap())
    for z in (3.0, 3.86):
        parts.add(box(6.0, 0.05, 0.08, FRAME_GREY, bevel=0.006, grid=0.8).placed(0, 0.5, z))
    return parts.model()


def _bent(x: float) -> list[Mesh]:
    """One frame of the rack on its concrete footings."""
    found = []
    for y in (-0.44, 0.44):
        found.append(box(0.16, 0.018, 3.8, FRAME_GREY, bevel=0.003, grid=0.7).placed(x, y - 0.06, 0.2))
        found.append(box(0.16, 0.018, 3.8, FRAME_GREY, bevel=0.003, grid=0.7).placed(x, y + 0.06, 0.2))
        found.append(box(0.014, 0.11, 3.8, FRAME_GREY, bevel=0.002, grid=0.9).placed(x, y, 0.2))
        found.append(box(0.42, 0.34, 0.2, CONCRETE.shade(0.8), bevel=0.015).placed(x, y))
        found += [bolt(0.016, 0.02, STEEL).placed(x + dx, y + dy, 0.2) for dx in (-0.13, 0.13) for dy in (-0.1, 0.1)]
    found += [box(0.12, 0.96, 0.14, FRAME_GREY, bevel=0.006, grid=0.5).placed(x, 0, z) for z in (2.86, 3.86)]
    found += [
        rod((x, -0.44, 2.2), (x, 0.44, 2.86), 0.02, FRAME_GREY, sides=6),
        rod((x, 0.44, 2.2), (x, -0.44, 2.86), 0.02, FRAME_GREY, sides=6),
    ]
    return found


def _steam_trap() -> list[Mesh]:
    """The trap station at the left end: a drip leg, strainer, trap and a discharge to the ground at (-2.6, -0.6)."""
    leg = pipe(
        [(-2.6, -0.36, 3.0), (-2.6, -0.50, 2.6), (-2.6, -0.50, 1.1), (-2.6, -0.62, 0.9), (-2.6, -0.62, 0.12)],
        0.02,
        LAGGED,
        bend=0.07,
    )
    body = lathe(
        [(0, -0.06), (0.05, -0.06), (0.06, -0.02), (0.06, 0.03), (0.035, 0.06), (0, 0.065)], RUSTY_STEEL, sides=14
    ).placed(-2.6, -0.50, 1.35)
    wheel = pitched(handwheel(0.05, HANDWHEEL_RED), (0, -1, 0)).placed(-2.6, -0.60, 1.75)
    stem = rod((-2.6, -0.50, 1.75), (-2.6, -0.60, 1.75), 0.008, STEEL, sides=6)
    return [leg, body, wheel, stem, flange(0.02, PIPE_GREY).placed(r=90).placed(-2.6, -0.5, 1.55)]


def _gas_main() -> Model:
    """A length of blast-furnace gas main, its axis 3.4 m high, on two saddles; label and arrow to the back (-y)."""
    parts = Assembly()
    z = 3.4
    parts.add(rod((-3.0, 0, z), (3.0, 0, z), MAIN_RADIUS, MAIN_GREY, sides=32, grid=0.5))
    for x in (-2.95, -1.0, 1.0, 2.95):
        band = lathe(
            [(MAIN_RADIUS, -0.03), (MAIN_RADIUS + 0.05, -0.03), (MAIN_RADIUS + 0.05, 0.03), (MAIN_RADIUS, 0.03)],
            MAIN_GREY.shade(0.8),
            sides=32,
            split=30,
        )
        parts.add(pitched(band, (1, 0, 0)).placed(x, 0, z))
    for x in (-2.0, 2.0):
        for y in (-0.5, 0.5):
            parts.add(
                rod((x, y * 1.5, 0.25), (x, y, z - 0.42), 0.09, MAIN_GREY, sides=12, grid=0.6),
                box(0.5, 0.5, 0.25, CONCRETE.shade(0.7), bevel=0.02).placed(x, y * 1.5),
            )
        parts.add(
            box(0.25, 1.2, 0.16, MAIN_GREY, bevel=0.01).placed(x, 0, z - 0.74),
            rod((x, -0.64, 1.2), (x, 0.64, 1.2), 0.04, MAIN_GREY, sides=8),
        )
        saddle = [(MAIN_RADIUS * np.sin(a), -MAIN_RADIUS * np.cos(a)) for a in np.linspace(-0.7, 0.7, 9)]
        parts.add(tube([(x, p[0] * 1.03, z + p[1] * 1.03) for p in saddle], 0.05, MAIN_GREY, sides=6))
    parts.add(
        *(pipe_label("gas_main_label", MAIN_RADIUS, 2.1, 0.6).placed(h=turn).placed(0, 0, z) for turn in (0, 180)),
        to="sign",
    )
    parts.add(*(colour_ring(MAIN_RADIUS, 0.12, SAFETY_YELLOW).placed(x, 0, z) for x in (-1.45, 1.45)))
    parts.add(
        pipe([(0.0, -0.5, z), (0.0, -1.5, z), (0.0, -1.5, 3.0)], 0.10, MAIN_GREY, bend=0.2),
        pipe([(-1.9, 0, 2.9), (-1.9, 0, 1.61), (-1.9, -1, 1.61), (-0.4, -1, 1.61), (-0.4, -1, 0)], 0.045, PIPE_GREY),
        flange(0.045, PIPE_GREY).placed(r=90).placed(-1.9, 0, 2.5),
    )
    for k in range(7):
        parts.add(rod((2.45, -0.62, 0.9 + 0.3 * k), (2.85, -0.62, 0.9 + 0.3 * k), 0.012, STEEL, sides=6))
    parts.add(*(rod((x, -0.62, 0.6), (x, -0.62, 3.4), 0.018, STEEL, sides=6, grid=0.8) for x in (2.45, 2.85)))
    parts.add(
        torus(0.12, 0.02, MAIN_GREY, sides=16, section=6).placed(-2.6, 0, z + MAIN_RADIUS + 0.1),
        rod((-2.6, 0, z + 0.5), (-2.6, 0, z + 1.5), 0.05, MAIN_GREY, sides=10),
    )
    return parts.model()


@prop("water_seal")
def water_seal(request: PropRequest) -> Model:
    """A gas main's condensate seal 3 m high: ``full`` overflows clear water, ``drained`` has a dry sight cock."""
    full = request.state == "full"
    parts = Assembly()
    body = [
        (0, 0.12),
        (0.40, 0.12),
        (0.42, 0.14),
        (0.42, 1.20),
        (0.36, 1.34),
        (0.20, 1.42),
        (0.20, 2.55),
        (0.28, 2.6),
        (0.28, 2.66),
        (0, 2.68),
    ]
    parts.add(lathe(body, SEAL_GREY, sides=28, split=38), ring(bolt(0.014, 0.016, STEEL).placed(0.245, 0, 2.665), 8))
    parts.add(lathe([(0, 0), (0.5, 0), (0.48, 0.12), (0, 0.12)], CONCRETE.shade(0.75), sides=24))
    parts.add(
        rod((0, 0, 2.66), (0, 0, 3.0), 0.10, SEAL_GREY, sides=16),
        flange(0.10, SEAL_GREY).placed(r=90).placed(0, 0, 2.88),
    )
    overflow = pipe([(0.38, 0, 1.02), (0.62, 0, 1.02), (0.62, 0, 0.42)], 0.04, SEAL_GREY, bend=0.09)
    funnel = lathe(
        [(0.05, 0), (0.055, 0), (0.055, 0.19), (0.125, 0.36), (0.12, 0.36), (0.05, 0.20), (0.05, 0)],
        SEAL_GREY,
        sides=18,
    ).placed(0.62, 0)
    parts.add(overflow, funnel)
    _sight_cocks(parts, full)
    parts.add(
        rod((-0.40, 0, 0.30), (-0.62, 0, 0.30), 0.035, SEAL_GREY, sides=12),
        pitched(handwheel(0.09, HANDWHEEL_RED), (0, 0, 1)).placed(-0.56, 0, 0.47),
        rod((-0.56, 0, 0.30), (-0.56, 0, 0.47), 0.012, STEEL, sides=8),
        flange(0.035, SEAL_GREY).placed(-0.48, 0, 0.30),
    )
    parts.add(box(0.22, 0.02, 0.16, STEEL, bevel=0.003).placed(0, 0.415, 0.62))
    parts.sign("seal_plate", 0.20, 0.14, 0, 0.427, 0.63)
    parts.add(pipe([(0.0, -0.2, 2.3), (0.0, -0.42, 2.3), (0.0, -0.42, 0.0)], 0.025, PIPE_GREY))
    if full:
        water = WINDOW.coloured(0.55, 0.68, 0.72)
        parts.add(rod((0.62, 0, 0.45), (0.62, 0, 0.21), 0.025, water, sides=10), to="glass")
        puddle = lathe(
            [(0, 0.121), (0.47, 0.121), (0.44, 0.124), (0, 0.125)],
            Material((0.10, 0.12, 0.13), "paint", 0.04, 0.0, 0.0),
            sides=24,
        )
        parts.add(puddle)
    else:
        dry = Material((0.50, 0.30, 0.16), "rust", 0.9, 0.0, 0.5)
        parts.add(
            lathe([(0.05, 0.20), (0.118, 0.352)], dry, sides=18).placed(0.62, 0),
            *(
                ball(0.012, dry, sides=6).placed(0.62 + dx, dy, 0.015)
                for dx, dy in ((0.1, 0.03), (-0.06, 0.1), (0.04, -0.12))
            ),
        )
    return parts.model()


def _sight_cocks(parts: Assembly, full: bool) -> None:
    """The sight pipe at the front with its three cocks and, when full, water in the glass and at the upper spout."""
    y = 0.46
    water, dry = plastic(0.08, 0.26, 0.34, 0.05), plastic(0.70, 0.62, 0.50, 0.8)
    for z in (0.34, 0.98):
        parts.add(
            rod((-0.14, 0.36, z), (-0.14, y, z), 0.016, SEAL_GREY, sides=8),
            bolt(0.022, 0.03, STEEL).placed(-0.14, y, z - 0.015),
        )
    parts.add(
        rod(
            (-0.14, y, 0.36), (-0.14, y, 0.96), 0.011 if not full else 0.013, water if full else dry, sides=10, grid=0.2
        )
    )
    parts.add(rod((-0.14, y, 0.36), (-0.14, y, 0.96), 0.018, WINDOW.coloured(0.65, 0.75, 0.75), sides=10), to="glass")
    parts.add(
        *(
            rod(
                (-0.14 + 0.028 * np.cos(a), y + 0.028 * np.sin(a), 0.35),
                (-0.14 + 0.028 * np.cos(a), y + 0.028 * np.sin(a), 0.97),
                0.004,
                STEEL,
                sides=5,
            )
            for a in (0.6, 2.5, 4.7)
        )
    )
    for k, z in enumerate((0.55, 0.92)):
        x = 0.18
        parts.add(
            rod((x, 0.36, z), (x, y + 0.03, z), 0.014, DARK_STEEL, sides=8),
            tube([(x, y + 0.02, z), (x, y + 0.06, z - 0.01), (x, y + 0.065, z - 0.06)], 0.010, DARK_STEEL, sides=8),
        )
        parts.add(box(0.09, 0.012, 0.014, HANDWHEEL_RED, bevel=0.003).placed(x, y + 0.01, z + 0.018))
        if full:
            parts.add(
                rod(
                    (x, y + 0.065, z - 0.06),
                    (x + 0.002, y + 0.07, z - (0.30 if k else 0.2)),
                    0.005,
                    WINDOW.coloured(0.6, 0.72, 0.76),
                    sides=6,
                ),
                to="glass",
            )
