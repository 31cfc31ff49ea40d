"""The yard of the building site, after rain, in low warm light."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Mesh, Model, joined, merged, model_of
from assets.modelling import Assembly, box, cable, lattice, rock, rod, smooth, tube, varied
from assets.modelling.materials import (
    BRICK_SOLID,
    CONCRETE,
    DARK_STEEL,
    GREEN_PAINT,
    ORANGE_PAINT,
    RUSTY_STEEL,
    SAFETY_YELLOW,
    STEEL,
    STONE,
    WHITE_PAINT,
    WOOD,
)
from assets.place import Light, Place
from assets.places.construction_stock import brick_pallet, cable_drum, mixer
from assets.places.greenery import grove, tufts
from assets.places.surroundings import city, container_office, gate, hoarding
from assets.places.yard_building import building, scaffold
from assets.places.yard_ground import ground_height, maps, yard_ground
from assets.props.cable_run import CABLE_GREY
from assets.props.parts.oil_drum import oil_drum
from assets.props.site_things import fence_panel

EXTENT = (0.0, 0.0, 16.0, 14.0)
_SUN = np.array([-0.86, -0.33, 0.41])
AFTER_RAIN = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.5, 2.25, 1.2),
    horizon=(1.05, 0.74, 0.46),
    middle=(0.70, 0.72, 0.76),
    zenith=(0.17, 0.36, 0.72),
    haze=(1.0, 0.55, 0.25),
    bounce=(0.34, 0.26, 0.18),
    clouds=0.55,
    fog_start=12.0,
    fog_density=0.0075,
    wetness=1.0,
)


@place("construction-floor/yard")
def construction_yard() -> Place:
    """Building face at y 12, cart track x 3..5, the pump's puddle about (7.4, 4.0), excavation x 10.1..13.4, y 4..7.4.

    The scenario's own things (boxes, cables, pump, lights, fences) are not in it, but the flood light's
    cable is, since it is the tail of what hangs at the switch.
    """
    rng = np.random.default_rng(7)
    parts = Assembly()
    parts.include(building(rng))
    parts.include(scaffold(rng))
    _enclosure(parts)
    _safety_signs(parts)
    _excavation(parts)
    _stock(parts, rng)
    _flood_cable(parts)
    _litter(parts, rng)
    model = merged([parts.model(), _beyond(rng)])
    return Place("construction-floor/yard", model, yard_ground(), AFTER_RAIN, EXTENT, maps()[1])


def _foot(x: float, y: float) -> float:
    return float(ground_height(np.array([x]), np.array([y]))[0])


def _enclosure(parts: Assembly) -> None:
    """Hoarding on the sides, the gate where the cart track comes in, the site office outside the ways."""
    for start, end in (
        ((16.9, -4.4), (16.9, 11.8)),
        ((-3.7, 12.0), (-3.7, -4.4)),
        ((-3.7, -4.4), (2.1, -4.4)),
        ((6.0, -4.4), (16.9, -4.4)),
        ((17.3, 23.0), (32.0, 23.0)),
        ((-14.0, 17.0), (-3.7, 17.0)),
    ):
        parts.add(hoarding(start, end))
    for kind, mesh in gate(2.3, 5.8, -4.4):
        parts.add(mesh, to=kind)
    for kind, mesh in container_office(1):
        parts.add(mesh.placed(-1.9, -1.6, 0.0, h=-90), to=kind)
    for y in (1.6, 9.5):
        parts.sign("hoarding_slogan", 4.6, 0.566, 16.78, y, 1.2, turn=90)
    parts.sign("hoarding_builder", 4.4, 0.6, -3.58, 5.4, 1.2, turn=-90)
    parts.sign("hoarding_slogan", 4.6, 0.566, 11.4, -4.28, 1.2)


SAFETY_SIGNS = ("必须戴安全帽", "必须系安全带", "必须戴防护手套", "禁止停留", "当心吊物")


def _safety_signs(parts: Assembly) -> None:
    """A row of signs on the east hoarding, as sites hang them, and one at the excavation."""
    for k, name in enumerate(SAFETY_SIGNS):
        parts.sign(name, 0.48, 0.60, 16.77, 6.62 - 0.56 * k, 1.25, turn=90)
    parts.sign("当心坑洞", 0.32, 0.40, 13.92, 4.7, 0.52, turn=90)


def _excavation(parts: Assembly) -> None:
    """What belongs to the excavation: the fence on its east side, its warning, edge boards, a ladder."""
    for y in (4.7, 6.7):
        panel = Assembly()
        fence_panel(panel)
        parts.include(panel, 13.95, y, _foot(13.95, y), h=90)
    for x, z in ((10.0, 0), (13.52, 0)):
        parts.add(box(0.05, 3.5, 0.16, WOOD, bevel=0.006, grid=1.2).placed(x, 5.7, z - 0.01))
    parts.sign("pit_warning", 1.2, 0.165, 13.92, 6.7, 0.72, turn=90)
    for x in (12.0, 12.42):
        parts.add(rod((x, 7.05, -1.25), (x, 7.62, 0.95), 0.02, SAFETY_YELLOW, sides=7, grid=0.5))
    for k in range(8):
        t = (k + 0.6) / 8.4
        y, z = 7.05 + 0.57 * t, -1.25 + 2.2 * t
        parts.add(rod((12.0, y, z), (12.42, y, z), 0.013, SAFETY_YELLOW, sides=6))


def _flood_cable(parts: Assembly) -> None:
    """The grey cable from the switch box's foot round the puddle to the flood light."""
    way = [
        (5.62, 7.13),
        (6.2, 7.0),
        (7.0, 6.75),
        (8.1, 6.45),
        (8.85, 5.9),
        (9.05, 4.8),
        (9.0, 3.6),
        (9.35, 2.75),
        (10.05, 2.55),
        (10.40, 2.58),
    ]
    parts.add(cable([(x, y, 0.0) for x, y in way], 0.0125, CABLE_GREY, on_ground=True, ground=ground_height))


def _stock(parts: Assembly, rng: np.random.Generator) -> None:
    """Materials and small machines along the edges: bricks, mixer, cable drum, drums, formwork."""
    parts.include(brick_pallet(rng), 0.3, 10.1, _foot(0.3, 10.1), h=-7)
    parts.include(mixer(), 14.7, 10.5, 0.0, h=152)
    parts.include(cable_drum(), 7.4, 11.5, 0.0, h=20)
    for x, y, material in ((14.3, 11.5, ORANGE_PAINT.shade(0.7)), (13.6, 11.55, GREEN_PAINT)):
        parts.add(oil_drum(material).placed(x, y))
    for k in range(9):
        panel = varied(box(1.5, 0.06, 1.0, STEEL.but(texture="rust", metal=0.2), bevel=0.005, grid=0.6), rng, 0.15)
        parts.add(panel.placed(-2.7 + 0.085 * k, 5.6, 0.02, h=90, r=0, p=6))


def _litter(parts: Assembly, rng: np.random.Generator) -> None:
    """Stones, offcuts, broken bricks, bits of steel, tufts of grass."""
    for k in range(240):
        x, y = (rng.uniform(5.4, 9.3), rng.uniform(1.8, 7.0)) if k < 140 else (rng.uniform(0, 10), rng.uniform(-1, 10))
        size = rng.uniform(0.008, 0.026) if k % 9 else rng.uniform(0.03, 0.06)
        if np.hypot((x - 7.35) / 1.3, (y - 4.0) / 1.0) < 1 and k % 5:
            continue
        parts.add(
            rock(size, k, STONE.shade(rng.uniform(0.75, 1.15))).placed(
                x, y, _foot(x, y) + size * 0.2, h=rng.uniform(0, 360)
            )
        )
    for k in range(15):
        x, y = (
            (rng.uniform(0.6, 2.6), rng.uniform(3.0, 7.0)) if k < 5 else (rng.uniform(5.6, 9.0), rng.uniform(-0.6, 1.4))
        )
        plank = varied(
            box(rng.uniform(0.5, 1.5), rng.uniform(0.08, 0.14), 0.025, WOOD, bevel=0.004, grid=0.5), rng, 0.2
        )
        parts.add(plank.placed(x, y, _foot(x, y) + 0.008, h=rng.uniform(0, 180), r=rng.uniform(-1.5, 1.5)))
    for _ in range(9):
        x, y = rng.uniform(0.5, 9), rng.uniform(0, 9.5)
        bar = tube(
            smooth([(-0.5, 0, 0), (-0.1, rng.uniform(-0.02, 0.02), 0.01), (0.5, rng.uniform(-0.05, 0.05), 0)], 3),
            0.009,
            RUSTY_STEEL,
            sides=5,
        )
        parts.add(bar.placed(x, y, _foot(x, y) + 0.012, h=rng.uniform(0, 180)))
    for _ in range(16):
        x, y = rng.uniform(6.3, 8.4), rng.uniform(8.6, 9.5)
        brick = varied(box(rng.uniform(0.1, 0.235), 0.112, 0.055, BRICK_SOLID, bevel=0.006), rng, 0.2)
        parts.add(brick.placed(x, y, _foot(x, y) + 0.002, h=rng.uniform(0, 180), r=rng.uniform(-6, 6)))
    spots = [
        (15.6, 16.6, -3, 11, 60),
        (-3.4, -2.7, 0, 10, 40),
        (0.2, 2.2, 1.5, 7.5, 22),
        (5.6, 6.4, -2, 3.0, 12),
        (8.6, 9.4, -1.0, 1.2, 16),
        (6, 16, -4.2, -3.2, 60),
    ]
    places = np.vstack(
        [np.column_stack([rng.uniform(x0, x1, n), rng.uniform(y0, y1, n)]) for x0, x1, y0, y1, n in spots]
    )
    parts.add(tufts(places, ground_height, 17, blades=6, tall=0.2))


def _beyond(rng: np.random.Generator) -> Model:
    """Trees behind the hoarding, the city, a tower crane in the haze."""
    ring = []
    for angle in np.arange(-170, 190, 7.5):
        reach = rng.uniform(33, 50)
        x, y = 7 + reach * np.sin(np.radians(angle)), 5 + reach * np.cos(np.radians(angle))
        if not (11 < y < 30 and -4 < x < 18):
            ring.append((float(x), float(y)))
    trees = grove(ring, ground_height, 21, tall=(7.5, 12.5), slender=0.85, leaves=150)
    far = city((7, 5), (-170, 175), (110, 200), 20, 9)
    return model_of(("opaque", trees), ("opaque", far), ("opaque", _far_crane()))


def _far_crane() -> Mesh:
    """A tower crane on the next site, as a silhouette with its lattice."""
    x, y, top = 38.0, 40.0, 30.0
    jib_end, counter = (x - 26, y - 7, top + 0.8), (x + 9.5, y + 2.5, top + 0.8)
    paint = SAFETY_YELLOW
    tip = (x, y, top + 5.5)
    pieces = [
        lattice((x, y, 0), (x, y, top), 1.6, 1.7, paint),
        lattice((x, y, top + 0.8), jib_end, 1.1, 1.7, paint, triangular=True),
        lattice((x, y, top + 0.8), counter, 1.1, 1.7, paint),
        lattice((x, y, top), tip, 0.8, 1.2, paint),
        rod(tip, (x - 17, y - 4.6, top + 1.6), 0.035, DARK_STEEL, sides=4),
        rod(tip, (x + 8.5, y + 2.2, top + 1.2), 0.035, DARK_STEEL, sides=4),
        box(2.2, 1.5, 1.9, CONCRETE, bevel=0.05, grid=3).placed(x + 8.8, y + 2.3, top - 1.2),
        box(1.3, 1.3, 2.0, WHITE_PAINT, bevel=0.08, grid=3).placed(x - 1.3, y - 1.1, top - 2.0),
        rod((x - 15, y - 4.1, top + 0.6), (x - 15, y - 4.1, top - 11), 0.035, DARK_STEEL, sides=3),
    ]
    return joined(pieces)
