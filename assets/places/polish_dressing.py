"""What stands in the factory hall as a wheel-polishing shop: stacked wheels, ducts, grey dust."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, lathe, rod, tube
from assets.modelling.materials import BLUE_PAINT, GREY_PAINT, SAFETY_YELLOW, STEEL
from assets.places.factory_dressing import W, corner, posters, services, stand
from assets.places.hall_fittings import cable_tray, floor_box, floor_line, waste_bin
from assets.props.ducts import DUCT, SILVER_DUST
from assets.props.palletised import pallet, pallet_goods
from assets.props.parts.blots import drift
from assets.props.parts.pipework import route
from assets.props.storage_rack import rack_bay


def polish(parts: Assembly) -> None:
    """Polishing wheels: the beam with its tray and silver dust, ducts to the collector, racks of wheels, drums."""
    services(parts, ((BLUE_PAINT, 0.045),))
    posters(parts, "poster_dust")
    corner(parts)
    for y in (3.4, 6.6):
        parts.add(floor_line(0.9, y, 19.6, y))
    parts.add(floor_box(4.6, 8.6, 13.6, 11.0))
    beam = [box(19.4, 0.22, 0.03, GREY_PAINT, bevel=0.005, grid=0.8).placed(W / 2, 13.05, z) for z in (3.60, 3.93)]
    parts.add(*beam, box(19.4, 0.02, 0.32, GREY_PAINT, bevel=0.003, grid=0.8).placed(W / 2, 13.05, 3.62))
    cable_tray(parts, (0.5, 12.72), (19.5, 12.72), 3.92, hung_to=8.0)
    parts.add(
        *(
            box(18.6, 0.20, 0.006, SILVER_DUST, bevel=0.002, grid=0.6).placed(W / 2, 13.05, 3.96),
            box(18.8, 0.26, 0.008, SILVER_DUST, bevel=0.002, grid=0.6).placed(W / 2, 12.72, 3.975),
        )
    )
    for x in (2.6, 17.4):
        parts.add(box(0.2, 0.2, 3.6, GREY_PAINT, bevel=0.01, grid=0.9).placed(x, 13.05))
    _polish_ducts(parts)
    for k, x in enumerate((5.0, 7.9, 10.8)):
        parts.include(rack_bay((1.5, 2.9)), x, 15.1, h=180)
        for level, z in enumerate((0.0, 1.5)):
            for dx in (-0.64, 0.64):
                parts.add(_wheel_stack(k + level).placed(x + dx, 15.1, z))
    for k in range(6):
        parts.add(drift(0.9, 0.12, 0.025, SILVER_DUST, k).placed(4.6 + 1.7 * k, 11.2 + 0.1 * (k % 2)))
    stand(parts, pallet_goods(PropRequest("ok", "wheels")), 15.2, 8.2, h=20)
    parts.include(waste_bin(SAFETY_YELLOW.shade(0.8)), 14.6, 15.3, h=180)
    parts.add(pallet().placed(2.2, 13.9, 0.0, h=80), pallet().placed(2.2, 13.9, 0.142, h=84))


def _wheel_stack(seed: int) -> Mesh:
    """A pallet of cast wheels as seen from some metres away."""
    rng = np.random.default_rng(seed)
    metal = Material((0.74, 0.75, 0.76), "galvanised", 0.35, 0.7, 0.2)
    wheel = lathe(
        [
            (0.0, 0.05),
            (0.19, 0.04),
            (0.235, 0.0),
            (0.235, 0.02),
            (0.20, 0.06),
            (0.20, 0.14),
            (0.235, 0.2),
            (0.20, 0.19),
            (0.0, 0.16),
        ],
        metal,
        sides=14,
    )
    spots = [
        (x, y, layer)
        for layer in range(3)
        for x in (-0.3, 0.3)
        for y in (-0.24, 0.24)
        if layer < 2 or rng.random() < 0.6
    ]
    return joined([pallet(fine=False), *(wheel.placed(x, y, 0.14 + 0.205 * layer) for x, y, layer in spots)])


def _polish_ducts(parts: Assembly) -> None:
    """The duct's ends: a cap at x 7, the run from (11, 11.5, 3.2) to the collector's inlet at (17.5, 13.0, 2.1)."""
    run = route(
        [
            (11.0, 11.5, 3.2),
            (15.0, 11.5, 3.2),
            (17.5, 11.9, 3.2),
            (17.5, 13.6, 3.0),
            (17.5, 13.4, 2.1),
            (17.5, 13.05, 2.1),
        ],
        0.6,
        6,
    )
    parts.add(tube(run, 0.2, DUCT, sides=18), tube([(6.4, 11.5, 3.2), (7.0, 11.5, 3.2)], 0.2, DUCT, sides=18))
    parts.add(*(rod((x, 11.5, 3.4), (x, 11.5, 8.0), 0.008, STEEL, sides=5) for x in (12.2, 14.6)))
    for x in (6.0, 9.0, 12.0):
        parts.add(tube([(x, 11.45, 3.2), (x, 11.56, 3.2)], 0.115, DUCT, sides=16))
