"""A dead-end mine roadway with its working face: driven in coal under steel arches, or in rock under bolts and mesh."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Mesh
from assets.modelling import Assembly, cloth, rod, varied
from assets.modelling.materials import STEEL, Material
from assets.place import Light, Place
from assets.places.mine_fittings import (
    MINE_TIMBER,
    PIPE_BLUE,
    PIPE_RED,
    cable_wall,
    ditch_covers,
    litter,
    pipe_line,
    roadway_lamp,
    sump_curb,
    timber_frame,
    track,
)
from assets.places.mine_ground import Floor, floor_height, mine_floor
from assets.places.mine_rock import CROSS_Y, FACE, OUTBY, RAISE, cross_cut, face, ladder_raise, relief_of, rubble, walls
from assets.props.parts.roadway_arch import HALF, on_section, section_line, steel_arch
from assets.props.parts.rock_bolts import bolt_row

EXTENT = (-2.1, 0.0, 2.1, 30.0)
COAL = Material((0.36, 0.36, 0.38), "coal", 0.66, 0.0, 1.0)
ROCK = Material((0.62, 0.58, 0.53), "rock", 0.92, 0.0, 1.0)
LAST_ARCH = 27
LAST_BOLTS = 18
"""y of the last support in the rock roadway: beyond it the roof is bare."""
MESH_WIRE = Material((0.42, 0.36, 0.30), "wire", 0.55, 0.4, 0.0, scale=4.0)
MINE_AIR = Light(
    sun_direction=(0.0, 0.0, 1.0),
    sun=(0.0, 0.0, 0.0),
    horizon=(0.004, 0.004, 0.005),
    middle=(0.004, 0.004, 0.005),
    zenith=(0.004, 0.004, 0.005),
    haze=(0.0, 0.0, 0.0),
    bounce=(0.0, 0.0, 0.0),
    clouds=0.0,
    fog_start=6.0,
    fog_density=0.02,
    exposure=1.25,
    night=1.0,
    helmet_lamp=3.0,
    dust=0.03,
)
COAL_FLOOR = Floor(
    ("coal", "mud", "gravel"), 19.4, 71, ((0.6, 18.2, 0.5, 0.7), (0.2, 25.5, 1.2, 1.4), (-1.4, 10.2, 0.7, 1.2))
)
ROCK_FLOOR = Floor(("gravel", "mud", "gravel"), 17.0, 72, ((0.5, 13.4, 0.5, 0.8), (-1.2, 9.8, 0.7, 1.2)))


@place("mine-roadway/coal")
def coal_roadway() -> Place:
    """A steel arch every metre up to y 27, coal face at y 30; track x -1.05 to y 19; sump x -2.1..-1.1, y 9.3..10.7;
    ladder raise in the right wall about (2.8, 6.3); fresh air comes from the cross-cut at y -12."""
    rng = np.random.default_rng(41)
    parts = Assembly()
    relief = relief_of(11, 0.26)
    parts.add(walls(OUTBY - 0.4, FACE + 0.4, COAL, relief), face(COAL, relief_of(12, 1.0)), cross_cut(COAL, relief))
    parts.add(ladder_raise(COAL, relief))
    _arches(parts, rng)
    _services(parts, rng, 19.4)
    height = floor_height(COAL_FLOOR)
    parts.add(
        rubble(
            [
                (0.9, 29.3, 0.6, 46),
                (-1.2, 29.3, 0.5, 36),
                (1.75, 27.5, 0.2, 16),
                (1.8, 16, 0.15, 10),
                (-1.5, 24, 0.3, 14),
            ],
            COAL.but(roughness=0.4),
            43,
            height,
        )
    )
    litter(parts, rng, ((1.3, 16.4), (1.5, 20.5)))
    return Place("mine-roadway/coal", parts.model(), mine_floor(COAL_FLOOR), MINE_AIR, EXTENT, height)


@place("mine-roadway/rock")
def rock_roadway() -> Place:
    """Bolts and mesh up to y 18, bare roof beyond; the blasted face at y 30 behind its muck pile; track to y 17."""
    rng = np.random.default_rng(42)
    parts = Assembly()
    relief = relief_of(21, 0.30, 11)
    parts.add(walls(OUTBY - 0.4, FACE + 0.4, ROCK, relief), face(ROCK, relief_of(22, 1.2, 11)), cross_cut(ROCK, relief))
    parts.add(ladder_raise(ROCK, relief))
    for y in range(-11, LAST_BOLTS + 1):
        parts.add(*bolt_row(rng).placed_at(y))
    parts.add(_mesh_lining(rng, OUTBY, LAST_BOLTS + 0.3), to="veil")
    _services(parts, rng, 17.0)
    height = floor_height(ROCK_FLOOR)
    parts.add(_muck(ROCK, height))
    parts.add(
        rubble(
            [
                (0.2, 25.6, 0.9, 60),
                (-1.4, 26.2, 0.5, 40),
                (1.4, 24.8, 0.5, 30),
                (-0.6, 23.6, 0.8, 26),
                (1.6, 20, 0.25, 10),
            ],
            ROCK.shade(1.05),
            53,
            height,
        )
    )
    litter(parts, rng, ((-0.2, 16.4), (1.5, 13.5)))
    return Place("mine-roadway/rock", parts.model(), mine_floor(ROCK_FLOOR), MINE_AIR, EXTENT, height)


def _arches(parts: Assembly, rng: np.random.Generator) -> None:
    """Arches, the tie rods between them, poles of timber lagging and mesh behind."""
    for y in range(int(OUTBY) + 1, LAST_ARCH + 1):
        parts.add(steel_arch(count=17 if y >= 0 else 11, plain=True).placed(0, y))
    for angle in (20, 90, 160):
        x, _, z = on_section(angle, 0.0)
        parts.add(rod((x, OUTBY + 1, z), (x, LAST_ARCH, z), 0.011, STEEL.shade(0.5), sides=5, grid=2.0))
    for y in range(int(OUTBY) + 1, LAST_ARCH):
        for angle in np.linspace(8, 172, 11):
            if rng.random() < 0.16 or (5 <= y <= 6 and angle < 40):
                continue
            a = angle + rng.uniform(-4, 4)
            start, end = on_section(a, 0.12), on_section(a + rng.uniform(-2, 2), 0.12)
            pole = rod(
                (start[0], y - 0.12, start[2]),
                (end[0], y + 1.12, end[2]),
                rng.uniform(0.024, 0.036),
                MINE_TIMBER,
                sides=6,
            )
            parts.add(varied(pole, rng, 0.25))
        for side in (-1, 1):
            for z in (0.25, 0.6, 0.95):
                if side > 0 and 5 <= y <= 6:
                    continue
                x = side * (HALF + 0.12)
                pole = rod(
                    (x, y - 0.1, z + rng.uniform(-0.06, 0.06)),
                    (x, y + 1.1, z + rng.uniform(-0.06, 0.06)),
                    rng.uniform(0.024, 0.034),
                    MINE_TIMBER,
                    sides=6,
                )
                parts.add(varied(pole, rng, 0.25))


def _mesh_lining(rng: np.random.Generator, y0: float, y1: float) -> Mesh:
    """Welded mesh held against the rock, bellied between the bolts; its texture runs along the roadway."""
    flat = section_line(0.06, 21, foot=0.6)
    y = np.arange(y0, y1 + 0.01, 0.5)
    belly = 0.05 * np.abs(np.sin(np.pi * (y - 0.0)))[:, None] + rng.normal(0, 0.008, (len(y), len(flat)))
    middle = np.array([0.0, 1.1])
    inward = middle - flat
    inward /= np.linalg.norm(inward, axis=1)[:, None]
    moved = flat[None] + inward[None] * belly[..., None]
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(flat, axis=0), axis=1))])
    points = np.stack([moved[..., 0], np.broadcast_to(y[:, None], belly.shape), moved[..., 1]], -1)
    mesh = cloth(points, MESH_WIRE)
    nearest = np.linalg.norm(mesh.position[:, None, ::2] - flat[None], axis=2).argmin(1)
    mesh.uvl[:, 0] = along[nearest] * MESH_WIRE.scale
    mesh.uvl[:, 1] = mesh.position[:, 1] * MESH_WIRE.scale
    return mesh


def _services(parts: Assembly, rng: np.random.Generator, track_end: float) -> None:
    """Track, pipes, cables, lamps, ditch, sump and the raise's timber."""
    parts.add(track(OUTBY - 0.5, track_end, rng))
    parts.add(
        pipe_line(-1.93, 0.52, 0.055, OUTBY, 24.5, PIPE_BLUE), pipe_line(-1.95, 0.80, 0.038, OUTBY, 22.5, PIPE_RED)
    )
    parts.add(
        cable_wall(-1, (1.42, 1.54, 1.66), OUTBY + 1, 23.0, rng), cable_wall(1, (2.02, 2.12), OUTBY + 1, 17.0, rng)
    )
    parts.add(ditch_covers(((-12.0, -6.0), (-0.5, 2.5), (11.0, 13.0)), rng), sump_curb())
    timber_frame(parts, RAISE[0], RAISE[2] - 0.02, RAISE[3] + 0.02, RAISE[4] - 0.1)
    for y in (-6.0, 4.0, 14.0):
        roadway_lamp(parts, 0.75, y + 0.5, 2.72)
    roadway_lamp(parts, 2.9, 6.3, 4.2, 1.5)
    for x in (-9.0, 9.0):
        roadway_lamp(parts, x, CROSS_Y, 2.85, 2.5)


def _muck(material: Material, height) -> Mesh:
    """The blasted rock lying against the face, at its natural slope."""
    x, y = np.meshgrid(np.linspace(-2.5, 2.5, 30), np.linspace(23.4, 30.4, 42))
    slope = np.clip((y - 25.2 - 0.25 * np.sin(x * 1.7)) * 0.34, -0.3, 1.5)
    z = slope + 0.22 * relief_of(23, 1.0, 26)(x * 1.0, y) * np.clip(slope + 0.3, 0, 1) - 0.1
    return cloth(np.stack([x, y, z], -1), material.but(texture="gravel"), split=28)
