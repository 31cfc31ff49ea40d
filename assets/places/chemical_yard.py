"""The tank yard of a chemical plant: bund, pump pad, fence, the plant beyond."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Mesh, merged
from assets.modelling import Assembly, Material, box, lathe, painted, rod, torus
from assets.modelling.materials import CONCRETE, DARK_STEEL, RUSTY_STEEL, SAFETY_YELLOW, STEEL
from assets.place import Ground, Light, Place
from assets.places.chemical_yard_surroundings import COPING, KERB, lamp_posts, refinery, weeds, yard_fence
from assets.places.floors import FloorMap, flat_ground, floor_mesh, floor_stripe
from assets.places.plant_backdrop import far_pipe_rack
from assets.props.parts.pipework import FRAME_GREY, PIPE_SILVER, STAINLESS, flange, pipe, stand

EXTENT = (0.0, 0.0, 24.0, 20.0)
BUND = (12.0, 6.0, 22.0, 15.0)


"""The inside of the bund wall: x0, y0, x1, y1."""
BUND_HIGH, BUND_THICK = 0.6, 0.25
YARD_GROUND = Material((0.40, 0.395, 0.385), "asphalt", 0.9, 0.0, 0.7)
FAR_GROUND = Material((0.33, 0.33, 0.25), "asphalt", 0.95, 0.0, 0.5)
PAD = Material((0.46, 0.45, 0.43), "concrete", 0.9, 0.0, 0.06)
MORNING_SUN = np.array([0.42, -0.62, 0.66])
FORENOON = Light(
    sun_direction=tuple(MORNING_SUN / np.linalg.norm(MORNING_SUN)),
    sun=(3.1, 2.8, 2.35),
    horizon=(0.86, 0.87, 0.88),
    middle=(0.58, 0.72, 0.92),
    zenith=(0.16, 0.36, 0.78),
    haze=(0.9, 0.75, 0.55),
    bounce=(0.32, 0.31, 0.28),
    clouds=0.5,
    fog_start=35.0,
    fog_density=0.0045,
)


@place("chemical-yard")
def chemical_yard() -> Place:
    """24 x 20 m; bund wall round x 12..22, y 6..15; gate S (6, 0); the plant's main pipe bridge behind y 18.5."""
    parts = Assembly()
    yard_fence(parts)
    _bund(parts)
    _pump_pad(parts)
    _roadside(parts)
    parts.add(far_pipe_rack(-12.0, 40.0, 19.6, 5.2, pipes=6))
    _fire_main(parts)
    weeds(parts)
    model = merged([parts.model(), refinery()])
    return Place("chemical-yard", model, _tank_yard_ground(), FORENOON, EXTENT, flat_ground)


def _bund(parts: Assembly) -> None:
    """The bund wall with its yellow coping, steps over it, a sump with its valve outside."""
    x0, y0, x1, y1 = BUND
    t = BUND_THICK
    lengths = (
        (x1 - x0 + 2 * t, (x0 + x1) / 2, y0 - t / 2, 0),
        (x1 - x0 + 2 * t, (x0 + x1) / 2, y1 + t / 2, 0),
        (y1 - y0, x0 - t / 2, (y0 + y1) / 2, 90),
        (y1 - y0, x1 + t / 2, (y0 + y1) / 2, 90),
    )
    for length, x, y, turn in lengths:
        parts.add(box(length, t, BUND_HIGH - 0.07, CONCRETE, bevel=0.012, grid=0.7).placed(x, y, 0, h=turn))
        parts.add(box(length, t + 0.04, 0.07, COPING, bevel=0.012, grid=0.7).placed(x, y, BUND_HIGH - 0.07, h=turn))
    for x, y, turn in ((19.6, y0 - t / 2, 0), (x0 - t / 2, 13.6, 90)):
        parts.add(*(piece.placed(x, y, 0, h=turn) for piece in _stile()))
    parts.add(rod((20.8, y0 - 0.7, 0.16), (20.8, y0 + 0.2, 0.16), 0.06, DARK_STEEL, sides=12))
    parts.add(
        flange(0.06).placed(20.8, y0 - 0.7, 0.16, h=90),
        rod((20.8, y0 - 0.55, 0.16), (20.8, y0 - 0.55, 0.62), 0.014, STEEL),
    )
    parts.add(torus(0.11, 0.012, painted(0.50, 0.035, 0.03), sides=20, section=6).placed(20.8, y0 - 0.55, 0.62))


def _stile() -> list[Mesh]:
    """Steel steps over the wall along y, with rails; about the wall's middle."""
    found = [
        box(0.7, 0.24, 0.03, Material((0.46, 0.48, 0.49), "checker_plate", 0.5, 0.5, 0.4), bevel=0.005).placed(0, y, z)
        for y, z in ((-0.75, 0.22), (-0.48, 0.44), (0.0, 0.66), (0.48, 0.44), (0.75, 0.22))
    ]
    found.append(
        box(0.7, 0.7, 0.03, Material((0.46, 0.48, 0.49), "checker_plate", 0.5, 0.5, 0.4), bevel=0.005).placed(
            0, 0, 0.66
        )
    )
    for x in (-0.36, 0.36):
        found += [rod((x, s * 0.9, 0.0), (x, s * 0.34, 0.67), 0.022, SAFETY_YELLOW, sides=7) for s in (-1, 1)]
        found += [rod((x, s * 0.34, 0.67), (x, s * 0.34, 1.6), 0.021, SAFETY_YELLOW, sides=7) for s in (-1, 1)]
        found += [rod((x, s * 0.9, 0.0), (x, s * 0.9, 0.9), 0.021, SAFETY_YELLOW, sides=7) for s in (-1, 1)]
        found += [rod((x, s * 0.9, 0.9), (x, s * 0.34, 1.6), 0.021, SAFETY_YELLOW, sides=7) for s in (-1, 1)]
        found.append(rod((x, -0.34, 1.6), (x, 0.34, 1.6), 0.021, SAFETY_YELLOW, sides=7))
    return found


def _pump_pad(parts: Assembly) -> None:
    """A raised concrete pad with its kerb and gutter for the pumps west of the bund, drain covers."""
    parts.add(box(5.9, 2.3, 0.012, PAD, bevel=0.004, grid=0.7).placed(8.5, 9.0, -0.004))
    for y in (7.8, 10.2):
        parts.add(box(6.0, 0.12, 0.05, KERB, bevel=0.012, grid=0.8).placed(8.5, y, -0.002))
    for x, y in ((2.2, 6.3), (9.0, 14.4)):
        parts.add(box(0.62, 0.62, 0.012, DARK_STEEL, bevel=0.003).placed(x, y, -0.002))


def _roadside(parts: Assembly) -> None:
    """Lamp posts, kerb, bollards, a tool box on wheels, spare pipe on trestles."""
    lamp_posts(parts, 1.0, 20.0)
    for x in (10.6, 11.6):
        parts.add(
            lathe([(0, 0), (0.09, 0), (0.09, 0.9), (0.05, 0.97), (0, 0.98)], SAFETY_YELLOW, sides=14).placed(
                x, 4.2 if x < 11 else 4.2
            )
        )
        parts.add(lathe([(0.091, 0.5), (0.092, 0.5), (0.092, 0.7), (0.091, 0.7)], DARK_STEEL, sides=14).placed(x, 4.2))
    for k, (y, z) in enumerate(((1.9, 0.55), (2.15, 0.55), (2.02, 0.76))):
        parts.add(rod((17.5, y, z), (22.5, y, z), 0.11, (PIPE_SILVER, RUSTY_STEEL, STAINLESS)[k], sides=14, grid=0.9))
    for x in (18.3, 21.6):
        parts.add(
            box(0.10, 0.9, 0.08, FRAME_GREY, bevel=0.01).placed(x, 2.05, 0.36),
            *(rod((x, 2.05 + s * 0.3, 0.38), (x, 2.05 + s * 0.5, 0.0), 0.03, FRAME_GREY, sides=7) for s in (-1, 1)),
        )
    for a, b in (((-2.0, 4.95), (11.4, 4.95)), ((2.0, 0.2), (2.0, 4.9))):
        parts.add(floor_stripe(a, b, 0.10, Material((0.80, 0.56, 0.06), "epoxy", 0.6, 0.0, 0.1)))


def _fire_main(parts: Assembly) -> None:
    """A red hydrant main along the west fence with a monitor at its end."""
    red = painted(0.55, 0.03, 0.025)
    parts.add(pipe([(-1.2, 18.0, 0.0), (-1.2, 18.0, 0.5), (-1.2, 14.2, 0.5), (-1.2, 14.2, 1.3)], 0.07, red))
    parts.add(flange(0.07, red).placed(r=90).placed(-1.2, 14.2, 1.0))
    parts.add(
        rod((-1.2, 14.2, 1.3), (-0.3, 13.7, 1.75), 0.05, red, sides=12),
        lathe([(0.05, 0), (0.075, 0), (0.06, 0.25), (0.05, 0.25)], STEEL, sides=14)
        .placed(p=62)
        .placed(h=-120)
        .placed(-0.3, 13.7, 1.75),
    )
    for y in (15.0, 17.0):
        parts.add(stand(0, 0, 0.5, 0.07).placed(-1.2, y, 0, h=90))


def _tank_yard_ground() -> Ground:
    """Asphalt, a concrete bund floor and pads, gravel under the pipe bridge; oil stains, damp spots, joints."""
    floor = FloorMap((-5.0, -6.0), 34.0, 1024)
    broad = floor.noise(41) - 0.5
    gravel = np.maximum(
        np.clip((floor.y - 17.6 + 0.5 * broad) * 2, 0, 1) * (floor.y < 22.5),
        np.clip((floor.x - 23.4 + 0.5 * broad) * 2, 0, 1),
    )
    x0, y0, x1, y1 = BUND
    slab = np.maximum(floor.inside(x0, y0, x1, y1, 0.04), floor.inside(5.5, 7.8, 11.5, 10.2, 0.04))
    slab = np.maximum(slab, floor.inside(2.2, 4.2, 5.2, 13.4, 0.04))
    floor.second, floor.third = gravel * (1 - slab), slab
    joints = [[(x, y0), (x, y1)] for x in (14.5, 17.0, 19.5)] + [[(x0, y), (x1, y)] for y in (9.0, 12.0)]
    cracks = floor.lines(joints, 0.025) + 0.7 * floor.lines(
        [[(8.2, 5.2), (9.0, 6.3), (8.7, 7.4)], [(1.0, 8.0), (1.6, 9.4), (1.2, 11.0), (1.8, 12.6)]], 0.02
    )
    oil = np.maximum.reduce(
        [
            floor.blot(16.5, 6.9, 0.8, 42),
            floor.blot(7.8, 9.3, 0.6, 43),
            floor.blot(4.4, 2.2, 0.9, 44),
            floor.blot(10.4, 3.4, 0.5, 45),
        ]
    )
    tyres = sum(np.exp(-(((floor.y - y - 0.12 * np.sin(floor.x * 0.5)) / 0.16) ** 2)) for y in (2.1, 3.7)) * (
        floor.x < 24
    )
    floor.relief = 0.5 * np.clip(cracks, 0, 1) - 0.45 * oil - 0.16 * tyres * (1 - slab)
    wet = np.maximum.reduce(
        [floor.blot(13.4, 13.8, 0.9, 46), floor.blot(20.6, 14.2, 0.7, 47), floor.blot(9.6, 15.6, 0.9, 48)]
    )
    floor.water = 1.02 * wet
    return floor.ground(
        ("asphalt", "gravel", "concrete"), floor_mesh((-3.0, -2.0, 26.0, 22.0), YARD_GROUND, FAR_GROUND, 260.0), -0.01
    )
