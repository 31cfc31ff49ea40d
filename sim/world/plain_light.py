"""Light without rays: sky from above, bounce from below, lamps as if nothing stood between.

It takes a moment where baking takes half a minute, so a place can be looked at while it is being written, and
what is drawn can be compared with kept pictures. Nothing in it is shaded.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.mesh import Array, Lamp
from assets.place import Light
from sim.world.bake import BAKED_PASSES, BakedLight
from sim.world.compose import World
from sim.world.ground_map import ground_points, map_size
from sim.world.hemisphere import directions_over
from sim.world.lamplight import unshadowed
from sim.world.probes import AXES, ProbeGrid, grid_planes, grid_points
from sim.world.rays import RayTarget
from sim.world.skylight import sky_radiance

SKY_RAYS = 256
PLACES, RAYS_UP, EYES, LEAST = 8, 32, 1.6, 0.03
"""Places along an edge of the extent from which the sky is looked for, rays up from each, how high they start in
metres, and the least share of it that comes in anywhere."""


def plain_light(world: World) -> BakedLight:
    """The light of ``world`` without any shadow."""
    light = world.place.light
    lamps = [lamp for lamp in world.place.model.lamps if lamp.baked]
    share = _open_share(world)
    sky = _mean_sky(light) * share

    def at(points: Array, normals: Array) -> Array:
        return _ambient(sky, light, normals, share) + _from(lamps, points, normals)

    vertices = {
        name: at(mesh.position, mesh.normal) for name, mesh in world.static_model.meshes.items() if name in BAKED_PASSES
    }
    size = map_size(world.place.ground)
    points, normals = (part.reshape(-1, 3) for part in ground_points(world.place, size))
    ground = at(points, normals).reshape(size, size, 3)
    return BakedLight(vertices, ground, _probes(world, at), share, share)


def _open_share(world: World) -> float:
    """How much of what is above people is open sky, 0..1."""
    solid = world.static_model.meshes.get("opaque")
    if solid is None:
        return 1.0
    x0, y0, x1, y1 = world.place.extent
    gx, gy = (plane.reshape(-1) for plane in np.meshgrid(np.linspace(x0, x1, PLACES), np.linspace(y0, y1, PLACES)))
    eyes = np.column_stack([gx, gy, world.place.ground_height(gx, gy) + EYES]).astype(np.float32)
    up = np.tile(np.array([0, 0, 1], np.float32), (len(eyes), 1))
    directions = directions_over(up, RAYS_UP, 5).reshape(-1, 3)
    met = RayTarget(solid.position[solid.faces]).nearest(np.repeat(eyes, RAYS_UP, axis=0), directions)
    return max(LEAST, float((met < 0).mean()))


def _mean_sky(light: Light) -> Array:
    """Irradiance over pi (3,) under the open sky."""
    up = np.array([[0.0, 0.0, 1.0]], np.float32)
    return sky_radiance(light, directions_over(up, SKY_RAYS, 5).reshape(-1, 3)).mean(0)


def _ambient(sky: Array, light: Light, normals: Array, share: float) -> Array:
    """Irradiance over pi (n, 3): the sky over a face that looks up, the bounce under one that looks down."""
    above = (0.5 + 0.5 * normals[:, 2:3]).astype(np.float32)
    return (sky * above + np.asarray(light.bounce, np.float32) * share * (1 - above)).astype(np.float32)


def _from(lamps: list[Lamp], points: Array, normals: Array) -> Array:
    found = np.zeros((len(points), 3), np.float32)
    for lamp in lamps:
        found += unshadowed(lamp, points, normals)[:, None] * np.asarray(lamp.colour, np.float32)
    return found


def _probes(world: World, at: Callable[[Array, Array], Array]) -> ProbeGrid:
    x, y, z = grid_planes(world.place.extent, world.place.ground_height)
    points = np.repeat(grid_points(x, y, z), len(AXES), axis=0)
    axes = np.tile(AXES, (len(points) // len(AXES), 1))
    return ProbeGrid(at(points, axes).reshape(len(z), len(y), len(x), len(AXES), 3), x, y, z)
