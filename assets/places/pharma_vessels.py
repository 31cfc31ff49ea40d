"""The vessels of the pharmaceutical workshop: condensers on their deck, receivers, the centrifuge."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, lathe, painted, plastic, ring, rod
from assets.modelling.materials import DARK_STEEL
from assets.places.hall_shell import h_column
from assets.places.plant_fittings import labelled_pipe
from assets.props.parts.drives import motor
from assets.props.parts.pipework import FRAME_GREY, SATIN, SOLVENT_BROWN, STAINLESS, flange, pipe
from assets.props.parts.railings import railing


def condenser_deck(parts: Assembly) -> None:
    """A steel deck over the reactors with two condensers, and their pipes down."""
    z = 4.25
    for x in (5.6, 9.4, 13.3):
        for y in (8.3, 11.5):
            if x != 9.4 or y > 9:
                parts.add(h_column(z, FRAME_GREY, w=0.16, d=0.18).placed(x, y))
    for y in (8.3, 11.5):
        parts.add(box(7.9, 0.12, 0.2, FRAME_GREY, bevel=0.008, grid=0.7).placed(9.45, y, z - 0.2))
    for x in np.linspace(5.6, 13.3, 6):
        parts.add(box(0.1, 3.3, 0.16, FRAME_GREY, bevel=0.008, grid=0.8).placed(x, 9.9, z - 0.18))
    grating = Material((0.46, 0.48, 0.49), "checker_plate", 0.5, 0.5, 0.5)
    parts.add(box(8.0, 3.5, 0.03, grating, bevel=0.004, grid=0.7).placed(9.45, 9.9, z))
    parts.add(
        railing((5.5, 8.18, z + 0.03), (13.4, 8.18, z + 0.03)), railing((5.5, 11.6, z + 0.03), (5.5, 8.18, z + 0.03))
    )
    for x in (7.6, 11.4):
        parts.add(_condenser().placed(x, 10.2, z + 0.75))
        parts.add(
            pipe(
                [(x - 0.6, 10.2, z + 0.45), (x - 0.6, 10.2, 3.9), (x - 0.6, 9.4, 3.7), (x - 0.6, 9.4, 3.35)],
                0.05,
                STAINLESS,
            )
        )


def _condenser() -> Mesh:
    """A shell-and-tube condenser along x about the origin, on saddles."""
    shell = [
        (0, -1.25),
        (0.18, -1.22),
        (0.28, -1.12),
        (0.28, -0.82),
        (0.35, -0.82),
        (0.35, -0.76),
        (0.28, -0.76),
        (0.28, 0.76),
        (0.35, 0.76),
        (0.35, 0.82),
        (0.28, 0.82),
        (0.28, 1.12),
        (0.18, 1.22),
        (0, 1.25),
    ]
    body = lathe(shell, STAINLESS, sides=24, split=40).placed(r=90)
    saddles = [box(0.12, 0.5, 0.5, FRAME_GREY, bevel=0.008).placed(x, 0, -0.72) for x in (-0.55, 0.55)]
    nozzles = [rod((x, 0, 0.2), (x, 0, 0.48), 0.05, STAINLESS, sides=12) for x in (-0.6, 0.6)]
    rims = [flange(0.05, STAINLESS).placed(h=0, r=90).placed(x, 0, 0.46) for x in (-0.6, 0.6)]
    return joined([body, *saddles, *nozzles, *rims])


def vessels(parts: Assembly) -> None:
    """Receivers along the west wall, a centrifuge in the south-east corner."""
    for y in (8.3, 9.7):
        parts.add(_receiver().placed(0.95, y))
    parts.add(labelled_pipe([(0.95, 8.3, 2.45), (0.95, 8.3, 2.9), (0.95, 11.6, 2.9)], 0.04, STAINLESS, SOLVENT_BROWN))
    parts.add(_centrifuge().placed(12.5, 2.1, h=100))


def _receiver() -> Mesh:
    """A dished stainless receiver on three legs, 2.4 m high."""
    outline = [(0, 0.42), (0.2, 0.44), (0.42, 0.54), (0.52, 0.70), (0.52, 1.95), (0.42, 2.12), (0.2, 2.22), (0, 2.24)]
    body = lathe(outline, STAINLESS, sides=28, split=50)
    bands = [
        lathe([(0.521, z), (0.528, z + 0.01), (0.528, z + 0.03), (0.521, z + 0.04)], SATIN, sides=28)
        for z in (0.72, 1.9)
    ]
    leg = joined(
        [
            rod((0.42, 0, 0), (0.42, 0, 0.72), 0.035, STAINLESS, sides=9),
            box(0.12, 0.12, 0.012, STAINLESS, bevel=0.003).placed(0.42),
        ]
    )
    glass = joined(
        [
            rod((0.56, 0, 0.85), (0.56, 0, 1.75), 0.016, plastic(0.55, 0.65, 0.60), sides=8),
            *(rod((0.5, 0, z), (0.58, 0, z), 0.022, STAINLESS, sides=8) for z in (0.85, 1.75)),
        ]
    )
    manway = lathe(
        [(0, 2.18), (0.17, 2.18), (0.17, 2.27), (0.20, 2.27), (0.20, 2.31), (0, 2.33)], STAINLESS, sides=20
    ).placed(0.12, 0.1)
    return joined(
        [
            body,
            *bands,
            ring(leg, 3, start=20),
            glass.placed(h=35),
            manway,
            rod((-0.2, 0, 2.15), (-0.2, 0, 2.45), 0.04, STAINLESS),
        ]
    )


def _centrifuge() -> Mesh:
    """A three-column centrifuge with its hinged lid and motor."""
    casing = lathe(
        [(0, 0.28), (0.62, 0.28), (0.64, 0.32), (0.64, 0.92), (0.60, 0.96), (0.60, 1.0), (0.3, 1.06), (0, 1.08)],
        STAINLESS,
        sides=28,
        split=40,
    )
    columns = [
        joined(
            [
                lathe(
                    [(0, 0), (0.13, 0), (0.12, 0.06), (0.085, 0.10), (0.085, 0.62), (0.05, 0.70), (0, 0.71)],
                    painted(0.20, 0.36, 0.38),
                    sides=14,
                ),
                box(0.3, 0.14, 0.06, painted(0.20, 0.36, 0.38), bevel=0.01).placed(-0.14, 0, 0.5),
            ]
        )
        .placed(0.80)
        .placed(h=a)
        for a in (30, 150, 270)
    ]
    hatch = lathe([(0, 1.07), (0.2, 1.07), (0.2, 1.11), (0, 1.12)], STAINLESS, sides=20).placed(0.15, 0)
    drive = joined(
        [
            motor(0.45, 0.13).placed(r=0).placed(h=0).placed(-0.95, 0, 0.15),
            box(0.5, 0.35, 0.15, DARK_STEEL, bevel=0.01).placed(-0.95),
        ]
    )
    outlet = pipe([(0.5, -0.3, 0.4), (0.8, -0.5, 0.4), (0.8, -0.5, 0.0)], 0.06, STAINLESS)
    return joined([casing, *columns, hatch, drive, outlet])
