"""A foundation pit 4.5 m deep under soldier piles and boards, in an overcast afternoon after rain."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Mesh, joined, merged, model_of
from assets.modelling import Assembly, box, cable, rock, rod, sign_quad, tube, varied
from assets.modelling.materials import (
    BRICK_SOLID,
    CONCRETE,
    DARK_STEEL,
    RUSTY_STEEL,
    SAFETY_YELLOW,
    STONE,
    WOOD,
    Material,
)
from assets.place import Light, Place
from assets.places.greenery import grove, tufts
from assets.places.pit_ground import DEPTH, PIT, ground_height, pit_ground
from assets.places.pit_walls import pit_walls
from assets.places.surroundings import city, container_office, hoarding
from assets.props.parts.guard_rails import guard_line

EXTENT = (0.0, 0.0, 18.0, 14.0)
_SUN = np.array([0.62, -0.50, 0.62])
AFTERNOON = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.0, 2.35, 1.65),
    horizon=(0.98, 0.84, 0.70),
    middle=(0.74, 0.79, 0.86),
    zenith=(0.24, 0.42, 0.70),
    haze=(1.0, 0.72, 0.42),
    bounce=(0.34, 0.28, 0.20),
    clouds=0.6,
    fog_start=16.0,
    fog_density=0.0062,
    exposure=1.2,
    wetness=0.35,
)


@place("construction-pit")
def construction_pit() -> Place:
    """Pit x 3..15, y 3..11, floor z -4.5; sump about (5, 5). The kit has no rails on the west crest and at x 7..9
    of the south; the boards of the west wall at y 7.05..9.0 are left to the scenario's strut."""
    rng = np.random.default_rng(85)
    parts = Assembly()
    pit_walls(parts, rng)
    _rails(parts)
    _floor_work(parts, rng)
    _crest(parts, rng)
    _site(parts)
    _litter(parts, rng)
    far = model_of(("opaque", _green(rng)), ("opaque", city((9, 7), (-180, 175), (95, 190), 20, 87)))
    return Place("construction-pit", merged([parts.model(), far]), pit_ground(), AFTERNOON, EXTENT, ground_height)


def _rails(parts: Assembly) -> None:
    """Panels along the crest on three sides, with the gap of the ladder head on the east."""
    x0, x1, y0, y1 = PIT
    south = [(x, y0 - 0.1, 0.0, 0.0) for x in (4.0, 6.0, 10.0, 12.0, 14.0)]
    north = [(x, y1 + 0.1, 0.0, 180.0) for x in (6.0, 8.0, 10.0, 12.0, 14.0)]
    east = [(x1 + 0.1, y, 0.0, 90.0) for y in (4.0, 6.0, 8.0)]
    guard_line(parts, south + north + east)


def _floor_work(parts: Assembly, rng: np.random.Generator) -> None:
    """Blinding concrete in the east half with a footing's bars on it, spacers, a stack of formwork."""
    z = -DEPTH
    parts.add(box(5.4, 6.6, 0.10, CONCRETE, bevel=0.01, grid=0.5).placed(11.6, 6.6, z - 0.02))
    for k in range(15):
        parts.add(rod((9.4 + 0.25 * k, 4.2, z + 0.12), (9.4 + 0.25 * k, 7.6, z + 0.12), 0.009, RUSTY_STEEL, sides=5))
    for k in range(14):
        parts.add(rod((9.3, 4.3 + 0.25 * k, z + 0.138), (13.0, 4.3 + 0.25 * k, z + 0.138), 0.009, RUSTY_STEEL, sides=5))
    for x, y in ((10.2, 5.2), (12.2, 5.2), (10.2, 6.9), (12.2, 6.9)):
        for dx, dy in ((-0.2, -0.2), (0.2, -0.2), (0.2, 0.2), (-0.2, 0.2)):
            parts.add(
                rod(
                    (x + dx, y + dy, z + 0.1),
                    (x + dx + rng.uniform(-0.02, 0.02), y + dy, z + 1.25),
                    0.010,
                    RUSTY_STEEL,
                    sides=5,
                )
            )
        for level in (0.35, 0.65, 0.95):
            ring = [
                (x - 0.21, y - 0.21),
                (x + 0.21, y - 0.21),
                (x + 0.21, y + 0.21),
                (x - 0.21, y + 0.21),
                (x - 0.21, y - 0.21),
            ]
            parts.add(tube([(px, py, z + level) for px, py in ring], 0.006, RUSTY_STEEL, sides=4))
    for k in range(8):
        panel = varied(box(1.83, 0.915, 0.018, Material((0.62, 0.40, 0.26), "plywood", 0.75), bevel=0.003, grid=1), rng)
        parts.add(panel.placed(13.4 + rng.uniform(-0.03, 0.03), 9.2, z + 0.08 + 0.02 * k, h=rng.uniform(-2, 2)))
    parts.add(*(box(0.09, 0.9, 0.08, WOOD, bevel=0.006).placed(x, 9.2, z) for x in (12.8, 14.0)))
    boards = [(7.2, 9.4, 78), (7.4, 8.2, 84), (7.9, 9.9, 12)]
    for x, y, h in boards:
        parts.add(varied(box(2.6, 0.22, 0.045, WOOD, bevel=0.006, grid=0.8), rng).placed(x, y, z - 0.005, h=h))


def _crest(parts: Assembly, rng: np.random.Generator) -> None:
    """What stands round the pit: boards with their words, a hose to the settling tank, settlement marks, lamps."""
    parts.add(*(rod((x, 1.05, 0), (x, 1.05, 2.2), 0.03, DARK_STEEL, sides=8) for x in (11.1, 12.9)))
    parts.add(box(1.96, 0.03, 1.3, CONCRETE.but(colour=(0.8, 0.8, 0.8)), bevel=0.005).placed(12.0, 1.07, 0.95))
    parts.sign("pit_board", 1.92, 1.26, 12.0, 1.09, 0.97)
    parts.sign("pit_board", 1.92, 1.26, 12.0, 1.05, 0.97, turn=180)
    _notice_stand(parts, 9.0, 1.0)
    for x, y, turn in ((5.0, 2.84, 180.0), (12.0, 11.16, 0.0), (15.16, 6.0, -90.0)):
        parts.sign("load_limit", 0.45, 0.30, x, y, 0.72, turn=turn)
        parts.sign("pit_warning", 1.2, 0.165, x + 0.9 * (turn in (180.0, 0.0)), y, 0.78, turn=turn)
    parts.sign("escape_ladder", 0.60, 0.26, 14.86, 9.2, 0.95, turn=90)
    tank = Material((0.10, 0.24, 0.40), "corrugated", 0.5, 0.2, 0.5)
    parts.add(box(2.4, 1.3, 1.1, tank, bevel=0.02, grid=0.6).placed(16.8, 12.6, 0.0))
    hose = [
        (5.3, 5.0, -DEPTH + 0.3),
        (5.4, 3.6, -DEPTH + 0.1),
        (5.5, 3.15, -3.4),
        (5.5, 3.1, -1.0),
        (5.6, 2.9, 0.25),
        (6.4, 2.2, 0.05),
    ]
    hose += [
        (9.0, 2.0, 0.05),
        (13.5, 2.1, 0.05),
        (16.0, 3.5, 0.05),
        (16.4, 8.0, 0.05),
        (16.5, 11.6, 0.1),
        (16.6, 12.1, 1.2),
        (16.7, 12.5, 1.15),
    ]
    parts.add(cable(hose, 0.035, Material((0.03, 0.10, 0.34), "fabric", 0.62, 0.0, 0.5, scale=6.0), steps=5))
    for x, y in ((2.4, 5.0), (2.4, 9.0), (8.0, 2.2), (15.8, 7.0)):
        parts.add(
            rod((x, y, -0.1), (x, y, 0.12), 0.012, SAFETY_YELLOW, sides=6),
            box(0.12, 0.12, 0.02, SAFETY_YELLOW, bevel=0.004).placed(x, y, 0),
        )
    for x in (4.2, 13.6):
        parts.add(rod((x, 11.5, 0), (x, 11.5, 3.2), 0.03, DARK_STEEL, sides=8, grid=1))
        parts.add(box(0.42, 0.12, 0.3, DARK_STEEL, bevel=0.02).placed(x, 11.42, 3.05, p=-30))
    for k in range(16):
        pile = rod(
            (16.6, 1.2 + 0.06 * (k % 4), 0.06 + 0.06 * (k // 4)),
            (17.9, 0.2 + 0.06 * (k % 4), 0.06 + 0.06 * (k // 4)),
            0.03,
            RUSTY_STEEL,
            sides=6,
        )
        parts.add(pile)
    for k in range(18):
        beam = varied(box(2.4, 0.2, 0.05, WOOD, bevel=0.006, grid=1), rng)
        parts.add(beam.placed(16.7, 9.6 + 0.21 * (k % 3), 0.02 + 0.052 * (k // 3), h=88))


def _notice_stand(parts: Assembly, x: float, y: float) -> None:
    """Posts, back plate and roof on which the scenario's notice hangs from z 1.1, facing the pit."""
    blue = Material((0.06, 0.20, 0.52), "paint", 0.42)
    parts.add(
        *(rod((x + dx, y - 0.05, -0.1), (x + dx, y - 0.05, 2.1), 0.024, DARK_STEEL, sides=8) for dx in (-0.46, 0.46))
    )
    parts.add(box(1.0, 0.015, 0.95, blue, bevel=0.004).placed(x, y - 0.035, 1.03))
    parts.add(box(1.16, 0.30, 0.015, blue, bevel=0.004).placed(x, y, 2.06, p=-10))


def _site(parts: Assembly) -> None:
    """Hoarding, offices, the tower crane on the next plot."""
    for start, end in (
        ((22.0, -5.0), (22.0, 21.0)),
        ((22.0, 21.0), (-8.5, 21.0)),
        ((-8.5, 21.0), (-8.5, -5.0)),
        ((-8.5, -5.0), (22.0, -5.0)),
    ):
        parts.add(hoarding(start, end))
    for name, mesh in container_office(2):
        parts.add(mesh.placed(13.5, 18.2, 0.0, h=180), to=name)
    parts.add(sign_quad("hoarding_slogan", 5.0, 0.615).placed(4.0, 20.9, 1.2, h=180), to="sign")
    parts.add(sign_quad("hoarding_builder", 4.6, 0.63).placed(21.9, 7.0, 1.2, h=90), to="sign")
    parts.add(sign_quad("hoarding_slogan", 5.0, 0.615).placed(-8.4, 8.0, 1.2, h=-90), to="sign")


def _litter(parts: Assembly, rng: np.random.Generator) -> None:
    """Stones, broken bricks and lumps of earth on the crest and the floor."""
    stones = [rock(1.0, 90 + k, STONE.shade(rng.uniform(0.75, 1.1))) for k in range(8)]
    clods = [rock(1.0, 98 + k, Material((0.72, 0.60, 0.48), "soil", 0.95)) for k in range(4)]
    for k in range(190):
        if k < 90:
            x, y = rng.uniform(3.4, 14.6), rng.uniform(3.4, 10.6)
        else:
            x, y = rng.uniform(-1, 19), rng.uniform(-1.5, 14)
        size = rng.uniform(0.012, 0.04) if k % 7 else rng.uniform(0.05, 0.1)
        shapes = clods if k % 3 == 0 else stones
        parts.add(
            shapes[k % len(shapes)].placed(scale=size).placed(x, y, _foot(x, y) + size * 0.2, h=rng.uniform(0, 360))
        )
    for _ in range(18):
        x, y = rng.uniform(3.2, 4.2), rng.uniform(6.4, 9.4)
        size = rng.uniform(0.04, 0.13)
        parts.add(clods[0].placed(scale=size).placed(x, y, _foot(x, y) + size * 0.2, h=rng.uniform(0, 360)))
    for _ in range(10):
        x, y = rng.uniform(5, 15), rng.uniform(0.5, 2.2)
        brick = varied(box(0.2, 0.11, 0.053, BRICK_SOLID, bevel=0.005), rng)
        parts.add(brick.placed(x, y, _foot(x, y), h=rng.uniform(0, 180)))


def _foot(x: float, y: float) -> float:
    return float(ground_height(np.array([x]), np.array([y]))[0])


def _green(rng: np.random.Generator) -> Mesh:
    ring = [(x, 26 + rng.uniform(-1, 2)) for x in np.arange(-16, 34, 6.0)] + [
        (-13 + rng.uniform(-1, 1), y) for y in np.arange(-8, 24, 6.5)
    ]
    ring += [(27 + rng.uniform(-1, 1), y) for y in np.arange(-8, 24, 6.5)] + [
        (x, -10.0) for x in np.arange(-12, 30, 6.5)
    ]
    edge = np.vstack(
        [
            np.column_stack([rng.uniform(-8.2, -6.5, 40), rng.uniform(-4, 20, 40)]),
            np.column_stack([rng.uniform(-6, 21, 60), rng.uniform(18.5, 20.6, 60)]),
            np.column_stack([rng.uniform(16.0, 18.5, 26), rng.uniform(-1, 13, 26)]),
        ]
    )
    return joined(
        [
            grove(ring, ground_height, 88, tall=(6, 10), slender=0.8, leaves=110),
            tufts(edge, ground_height, 89, blades=6, tall=0.22),
        ]
    )
