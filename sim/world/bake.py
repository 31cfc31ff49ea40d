"""Light baked once: sky, baked lamps and their bounces, by rays, for every vertex and a map of the ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assets.cache import cached, source_key
from assets.mesh import Array, Mesh, Pass
from sim.world.compose import World
from sim.world.ground_map import ground_light
from sim.world.hemisphere import directions_over
from sim.world.light_field import LightField
from sim.world.probes import AXES, ProbeGrid, grid_planes, grid_points, unburied
from sim.world.smoothing import smoothed
from sim.world.vertex_area import VertexAreas

BAKED_PASSES: tuple[Pass, ...] = ("opaque", "sign", "veil")
VERTICES = "vertices-"
_BAKED_BY = tuple(
    f"sim.world.{name}"
    for name in (
        "bake",
        "ground_map",
        "hemisphere",
        "lamplight",
        "light_field",
        "probes",
        "skylight",
        "smoothing",
        "vertex_area",
    )
)
RAYS = 32
MORE_RAYS = 96
"""Rays besides where the first ones leave the light uncertain."""
UNCERTAIN = 0.07
"""Noise, as a share of the light, from which more rays are sent."""
DARKEST = 0.02
PROBE_RAYS = 64
PLACES, SKY_RAYS, EYES = 32, 16, 1.6
"""Places along an edge of the extent from which sky and sun are looked for, rays up from each, and how high over
the ground they start, in metres."""
LAMP_PLACES = 3
"""Places of a vertex's piece of surface at which the lamps are looked for."""
FIELD_SHARE, VERTEX_SHARE = 0.2, 0.5
Progress = Callable[[float], None]


@dataclass(frozen=True)
class BakedLight:
    """``vertices``: irradiance (n, 3) per pass of the static batch; ``ground`` (m, m, 3) over the
    ground's square, row 0 at the lowest y. A white wall under an open sky of radiance 1 has 1.
    ``probes`` light what moves. ``mean`` is the mean over the ground, (3,). ``sky_share`` 0..1: how much
    of what is above people is open sky; ``sun_share`` 0..1: of how many places there the sun is seen."""

    vertices: dict[Pass, Array]
    ground: Array
    probes: ProbeGrid
    sky_share: float
    sun_share: float

    @cached_property
    def room(self) -> Array:
        """The mean light (3,) round people."""
        return self.probes.colours[:2].reshape(-1, 3).mean(0)

    @property
    def mean(self) -> Array:
        return self.ground.reshape(-1, 3).mean(0)

    @cached_property
    def largest(self) -> float:
        """What hardly any irradiance is over: bytes need to tell no more."""
        every = np.concatenate([self.ground.reshape(-1, 3)[::7], *(light[::5] for light in self.vertices.values())])
        return float(np.clip(np.quantile(every.max(1), 0.998) * 1.15, 0.02, 12.0))


def bake(world: World, rays: int = RAYS, progress: Progress | None = None) -> BakedLight:
    """Bake the light of the static batch and of the ground of ``world``."""
    tell = progress or (lambda share: None)
    field = LightField(world, lambda share: tell(FIELD_SHARE * share))
    meshes = {name: world.static_model.meshes[name] for name in BAKED_PASSES if name in world.static_model.meshes}
    vertices: dict[Pass, Array] = {}
    for done, (name, mesh) in enumerate(meshes.items()):
        start = FIELD_SHARE + VERTEX_SHARE * done / len(meshes)
        vertices[name] = _at_vertices(
            field, mesh, rays, lambda part, start=start: tell(start + VERTEX_SHARE / len(meshes) * part)
        )
    begun = FIELD_SHARE + VERTEX_SHARE
    ground = ground_light(field, world.place, rays, lambda part: tell(begun + (1 - begun) * part))
    bare = field.without_changing()
    return BakedLight(vertices, ground, _probes(bare, world), *_open_shares(bare, world))


def _at_vertices(field: LightField, mesh: Mesh, rays: int, progress: Progress) -> Array:
    """Irradiance (n, 3) at the vertices of a mesh."""
    areas = VertexAreas(mesh)
    every = np.arange(len(areas))
    found = field.gathered(
        lambda part, seed: areas.points(every[part], rays, seed), mesh.normal, rays, progress=progress
    )
    light, brightness = found.light, found.light.mean(1)
    grainy = np.flatnonzero(found.noise > UNCERTAIN * np.maximum(brightness, DARKEST))
    if len(grainy):
        more = field.gathered(
            lambda part, seed: areas.points(grainy[part], MORE_RAYS, seed), mesh.normal[grainy], MORE_RAYS, seed=101
        )
        light[grainy] = (light[grainy] * rays + more.light * MORE_RAYS) / (rays + MORE_RAYS)
    even = smoothed(light * field.contact(found.near), mesh.position, mesh.normal, found.clearance, found.buried)
    if not field.lamps:
        return even
    places = areas.points(every, LAMP_PLACES, 7)
    return even + np.mean([field.from_lamps(places[:, k], mesh.normal) for k in range(LAMP_PLACES)], axis=0)


def _probes(field: LightField, world: World) -> ProbeGrid:
    """A grid of probes over the extent in which people can be."""
    x, y, z = grid_planes(world.place.extent, world.place.ground_height)
    points = np.repeat(grid_points(x, y, z), len(AXES), axis=0)
    axes = np.tile(AXES, (len(points) // len(AXES), 1))
    colours = field.irradiance(points, axes, PROBE_RAYS).reshape(len(z), len(y), len(x), len(AXES), 3)
    return ProbeGrid(unburied(colours), x, y, z)


def _open_shares(field: LightField, world: World) -> tuple[float, float]:
    """How much of the upper hemisphere is open, and from how many places the sun is seen, where people can be."""
    x0, y0, x1, y1 = world.place.extent
    gx, gy = (plane.reshape(-1) for plane in np.meshgrid(np.linspace(x0, x1, PLACES), np.linspace(y0, y1, PLACES)))
    floor = world.place.ground_height(gx, gy)
    eyes = np.column_stack([gx, gy, floor + EYES]).astype(np.float32)
    up = np.tile(np.array([0, 0, 1], np.float32), (len(eyes), 1))
    directions = directions_over(up, SKY_RAYS, 5).reshape(-1, 3)
    sky = float((field.target.nearest(np.repeat(eyes, SKY_RAYS, axis=0), directions) < 0).mean())
    if max(world.place.light.sun) <= 0:
        return sky, 0.0
    bodies = np.concatenate([np.column_stack([gx, gy, floor + height]) for height in (0.05, 0.8, EYES)])
    sun = np.tile(np.asarray(world.place.light.sun_direction, np.float32), (len(bodies), 1))
    return sky, float((field.target.nearest(bodies.astype(np.float32), sun) < 0).mean())


def baked_light(world: World, rays: int = RAYS, progress: Progress | None = None) -> BakedLight:
    """The baked light of ``world`` from the cache, baked now when it is not there."""

    def build() -> dict[str, Array]:
        light = bake(world, rays, progress)
        probes = {f"probes-{name}": value for name, value in vars(light.probes).items()}
        return {
            "ground": light.ground,
            "shares": np.array([light.sky_share, light.sun_share]),
            **probes,
            **{f"{VERTICES}{name}": v for name, v in light.vertices.items()},
        }

    arrays = cached("light", (world.key, rays, source_key(*_BAKED_BY)), build)
    vertices = {name: arrays[VERTICES + name] for name in BAKED_PASSES if VERTICES + name in arrays}
    probes = ProbeGrid(*(arrays[f"probes-{name}"] for name in ("colours", "x", "y", "z")))
    return BakedLight(vertices, arrays["ground"], probes, *arrays["shares"].tolist())
