"""The gas area beside a blast furnace, on the chemical yard's plan."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import merged
from assets.modelling import Assembly, Material, box, painted, sheet
from assets.modelling.materials import CONCRETE, DARK_STEEL, RUSTY_STEEL
from assets.place import Ground, Light, Place
from assets.places.chemical_yard import EXTENT, FAR_GROUND
from assets.places.chemical_yard_surroundings import lamp_posts, yard_fence
from assets.places.floors import FloorMap, flat_ground, floor_mesh, floor_stripe
from assets.places.furnace_backdrop import furnace_backdrop
from assets.places.greenery import tufts
from assets.props.parts.oil_drum import oil_drum
from assets.props.parts.pipework import FRAME_GREY, LAGGED, PIPE_SILVER, pipe
from assets.props.parts.railings import railing

_LOW = np.array([-0.72, -0.34, 0.34])
HAZY_DUSK = Light(
    sun_direction=tuple(_LOW / np.linalg.norm(_LOW)),
    sun=(3.0, 1.9, 1.05),
    horizon=(1.0, 0.72, 0.46),
    middle=(0.66, 0.64, 0.66),
    zenith=(0.24, 0.34, 0.56),
    haze=(1.0, 0.55, 0.25),
    bounce=(0.30, 0.24, 0.18),
    clouds=0.6,
    fog_start=22.0,
    fog_density=0.008,
)


@place("chemical-yard/bfg")
def blast_furnace_gas_area() -> Place:
    """24 x 20 m beside the furnace; gate S (6, 0); the gas main's place is y 13, the furnace stands beyond y 20."""
    parts = Assembly()
    yard_fence(parts)
    _gas_area(parts)
    model = merged([parts.model(), furnace_backdrop()])
    return Place("chemical-yard/bfg", model, _gas_area_ground(), HAZY_DUSK, EXTENT, flat_ground)


def _gas_area(parts: Assembly) -> None:
    """A railing with yellow boards round the gas area, lagged lines on sleepers, drums, rusty sheets, lamps."""
    parts.add(railing((9.9, 8.1, 0), (23.0, 8.1, 0), toe=False), railing((23.0, 8.1, 0), (23.0, 18.5, 0), toe=False))
    for x in (11.5, 18.0):
        parts.sign("gas_area_band", 1.5, 0.288, x, 8.06, 0.62, turn=180)
        parts.add(box(1.54, 0.02, 0.31, DARK_STEEL, bevel=0.004).placed(x, 8.08, 0.61))
    for k, (y, r, material) in enumerate(((17.6, 0.11, LAGGED), (17.95, 0.07, PIPE_SILVER), (18.3, 0.16, RUSTY_STEEL))):
        parts.add(pipe([(-4.0, y, 0.55), (23.5, y, 0.55), (23.5, y, 3.0 + k), (30.0, y, 3.0 + k)], r, material))
    for x in np.arange(-2.0, 23.0, 3.4):
        parts.add(
            box(0.18, 1.3, 0.34, CONCRETE, bevel=0.015).placed(x, 17.95, 0),
            box(0.10, 1.2, 0.06, FRAME_GREY, bevel=0.008).placed(x, 17.95, 0.34),
        )
    drum = oil_drum(painted(0.07, 0.16, 0.30, 0.6, 0.5))
    parts.add(*(drum.placed(x, y) for x, y in ((20.2, 15.6), (21.0, 15.9))))
    lamp_posts(parts, 1.0, 20.5)
    sheet_line = [(k * 0.1, 0.02 * (k % 2)) for k in range(20)]
    parts.add(sheet(sheet_line, 0.004, 0.9, RUSTY_STEEL).placed(p=-84).placed(22.0, 6.2, 0.05, h=20))
    for a, b in (((-2.0, 4.95), (23.0, 4.95)), ((9.6, 8.3), (9.6, 17.0)), ((9.6, 17.0), (22.8, 17.0))):
        parts.add(floor_stripe(a, b, 0.10, Material((0.80, 0.56, 0.06), "epoxy", 0.6, 0.0, 0.1)))
    rng = np.random.default_rng(29)
    spots = np.column_stack([rng.uniform(-2.0, 24, 60), rng.uniform(18.6, 20.0, 60)])
    parts.add(tufts(spots, flat_ground, 25, blades=5, tall=0.16))


def _gas_area_ground() -> Ground:
    """Concrete black with ore dust, gravel towards the furnace, condensate stains and rust about the main's line."""
    floor = FloorMap((-5.0, -6.0), 34.0, 1024)
    broad = floor.noise(51) - 0.5
    gravel = np.clip((floor.y - 18.6 + 0.6 * broad) * 2, 0, 1)
    slab = np.maximum(floor.inside(-2.0, 5.0, 24.0, 17.2, 0.06), floor.inside(2.2, 4.2, 8.0, 9.4, 0.05))
    floor.second, floor.third = np.maximum(gravel, 0.85 * np.clip((floor.noise(52) - 0.6) * 4, 0, 1)) * (1 - slab), slab
    joints = [[(x, 5.0), (x, 17.2)] for x in (3.0, 6.5, 10.0, 13.5, 17.0, 20.5)] + [
        [(-2.0, y), (24.0, y)] for y in (9.0, 13.0)
    ]
    soot = np.clip((floor.noise(53) - 0.42) * 2.2, 0, 1)
    stains = np.maximum.reduce(
        [floor.blot(12.0, 11.2, 1.1, 54), floor.blot(16.6, 12.8, 0.9, 55), floor.blot(10.8, 12.4, 0.5, 56)]
    )
    floor.relief = 0.5 * floor.lines(joints, 0.025) - 0.22 * soot - 0.4 * stains
    floor.water = 1.04 * np.maximum(floor.blot(17.6, 10.2, 0.8, 57), floor.blot(12.2, 10.6, 0.5, 58))
    tint = Material((0.30, 0.28, 0.265), "asphalt", 0.9, 0.0, 0.7)
    return floor.ground(
        ("asphalt", "gravel", "concrete"),
        floor_mesh((-3.0, -2.0, 26.0, 22.0), tint, FAR_GROUND.shade(0.8), 260.0),
        -0.01,
    )
