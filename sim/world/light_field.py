"""The light that arrives at any point of a world: from its sky, its lamps, and from face to face."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array, Mesh
from sim.world.compose import World
from sim.world.hemisphere import directions_over
from sim.world.lamplight import lamp_light
from sim.world.rays import RayTarget
from sim.world.refine import refined
from sim.world.skylight import sky_radiance

RAYS_PER_CHUNK = 1_500_000
BOUNCES = 4
PATCH = 0.5
"""Metres: triangles within such a cube that face alike share the light that comes to them from other faces."""
PATCH_RAYS = 28
GROUND_EDGE = 1.0
"""Metres: the ground hands on light in triangles no larger."""
ABOVE = 0.004
"""Metres over a face from which rays start."""
BURIED_SHARE = 0.7
"""A point of which more rays than this meet faces from behind lies inside something."""
CLOSE = 0.9
"""Metres: what is nearer counts as close by."""
CONTACT = 0.5
"""The share of its light that a point loses when all it sees is close by: more than nature has it, but many
bounces between bright walls leave corners and feet without any hold for the eye."""
BRIGHTEST = 4.0
"""Faces hand on at most so many times what all but a hundredth of them do: tiny bright spots only make noise."""
Progress = Callable[[float], None]
Spread = Callable[[slice, int], Array]


@dataclass(frozen=True)
class Gathered:
    """What rays from points found: ``light`` (n, 3) irradiance over pi without the lamps' direct light;
    ``noise`` (n,) how uncertain its luminance is; ``clearance`` (n,) the harmonic mean distance to what
    was met, metres; ``near`` (n,) 0..1 how much of what it sees is close by; ``buried`` (n,) whether the
    point lies inside something."""

    light: Array
    noise: Array
    clearance: Array
    near: Array
    buried: NDArray[np.bool_]


class LightField:
    """Rays against everything that keeps its place, and the light that each of its triangles hands on."""

    def __init__(self, world: World, progress: Progress | None = None) -> None:
        self.light = world.place.light
        self.lamps = [lamp for lamp in world.static_model.lamps if lamp.baked]
        tints = _layer_tints(world.library.layers()[1])
        lasting = [refined(world.place.ground.mesh, world.place.extent, GROUND_EDGE)]
        lasting += [mesh for name, mesh in world.static_model.meshes.items() if name == "opaque"]
        meshes = [*lasting, *world.still_occluders]
        self._lasting = sum(len(mesh.faces) for mesh in lasting)
        self.target = RayTarget(np.concatenate([mesh.position[mesh.faces] for mesh in meshes]))
        self._normals = _face_normals(self.target.triangles)
        self._leaving = self._settled(np.concatenate([_albedo(mesh, tints) for mesh in meshes]))
        if progress:
            progress(1.0)

    def without_changing(self) -> LightField:
        """The same light, with nothing in its way that can change: such props must not darken themselves."""
        if self._lasting == len(self.target.triangles):
            return self
        bare = object.__new__(LightField)
        bare.light, bare.lamps, bare._lasting = self.light, self.lamps, self._lasting
        bare.target = RayTarget(self.target.triangles[: self._lasting])
        bare._normals, bare._leaving = self._normals[: self._lasting], self._leaving[: self._lasting]
        return bare

    # --- what faces hand on -------------------------------------------------------------------------

    def _settled(self, albedo: Array) -> Array:
        """Radiance (m, 3) that leaves each triangle after some bounces."""
        centres = self.target.triangles.mean(1) + self._normals * ABOVE
        direct = self._sun(centres, self._normals) + lamp_light(self.target, self.lamps, centres, self._normals)
        patch, chosen = _patches(self.target.triangles, self._normals)
        directions = directions_over(self._normals[chosen], PATCH_RAYS, 3).reshape(-1, 3)
        met = self.target.nearest(np.repeat(centres[chosen], PATCH_RAYS, axis=0), directions)
        beyond = self._open(directions)
        leaving = albedo * direct
        for _ in range(BOUNCES):
            capped = np.minimum(leaving, BRIGHTEST * np.quantile(leaving, 0.99, axis=0) + 1e-6)
            arriving = np.where((met < 0)[:, None], beyond, capped[met])
            leaving = albedo * (direct + arriving.reshape(-1, PATCH_RAYS, 3).mean(1)[patch])
        return np.minimum(leaving, BRIGHTEST * np.quantile(leaving, 0.99, axis=0) + 1e-6).astype(np.float32)

    def _sun(self, points: Array, normals: Array) -> Array:
        sun = np.asarray(self.light.sun_direction, np.float32)
        facing = np.clip(normals @ sun, 0, 1)
        asked = np.flatnonzero(facing > 0.01) if max(self.light.sun) > 0 else np.zeros(0, int)
        lit = np.zeros(len(points), np.float32)
        lit[asked] = self.target.nearest(points[asked], np.tile(sun, (len(asked), 1))) < 0
        return np.asarray(self.light.sun, np.float32) * (facing * lit)[:, None]

    def _open(self, directions: Array) -> Array:
        """Radiance where a ray leaves the world: the sky, or the ground beyond it."""
        below = directions[:, 2:3] < -0.02
        return np.where(below, 0.5 * np.asarray(self.light.bounce, np.float32), sky_radiance(self.light, directions))

    # --- what arrives -------------------------------------------------------------------------------

    def irradiance(self, points: Array, normals: Array, rays: int, offset: float = ABOVE) -> Array:
        """Irradiance over pi (n, 3), the sun's own left out, at points (n, 3) with unit normals (n, 3)."""
        return self.gathered(points, normals, rays, offset).light + self.from_lamps(points, normals, offset)

    @staticmethod
    def contact(near: Array) -> Array:
        """What light (n, 1) is multiplied with where ``near`` (n,) of what is seen is close by."""
        return (1 - CONTACT * near)[:, None]

    def from_lamps(self, points: Array, normals: Array, offset: float = ABOVE) -> Array:
        """The baked lamps' direct part of ``irradiance`` (n, 3)."""
        return lamp_light(self.target, self.lamps, (points + normals * offset).astype(np.float32), normals)

    def gathered(
        self,
        points: Array | Spread,
        normals: Array,
        rays: int,
        offset: float = ABOVE,
        seed: int = 0,
        progress: Progress | None = None,
    ) -> Gathered:
        """What so many rays over each unit normal (n, 3) find, from points (n, 3), or from places that a function
        of a slice of them and a seed spreads, (k, rays, 3)."""
        count = len(normals)
        chunk = max(1, RAYS_PER_CHUNK // rays)
        parts = []
        for start in range(0, count, chunk):
            part = slice(start, min(start + chunk, count))
            places = points(part, seed + start) if callable(points) else np.repeat(points[part, None], rays, axis=1)
            parts.append(self._gather(places, normals[part], offset, seed + start))
            if progress:
                progress(part.stop / count)
        if not parts:
            empty = np.zeros(0, np.float32)
            return Gathered(np.zeros((0, 3), np.float32), empty, empty, empty, empty.astype(bool))
        names = ("light", "noise", "clearance", "near", "buried")
        return Gathered(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))

    def _gather(self, places: Array, normals: Array, offset: float, seed: int) -> Gathered:
        """What one ray from each place (n, rays, 3) finds."""
        count, rays = places.shape[:2]
        directions = directions_over(normals, rays, seed).reshape(-1, 3)
        hits = self.target.hits((places + normals[:, None] * offset).reshape(-1, 3), directions)
        met = hits.triangle
        radiance = np.where((met < 0)[:, None], self._open(directions), self._leaving[met]).reshape(count, rays, 3)
        # A face met from behind, close by: this place lies inside something and knows nothing.
        behind = (np.einsum("ij,ij->i", self._normals[met], directions) > 0) & (met >= 0) & (hits.distance < 0.5)
        told = ~behind.reshape(count, rays)
        telling = np.maximum(told.sum(1), 1)
        light = (radiance * told[..., None]).sum(1) / telling[:, None]
        apart = (radiance.mean(2) - light.mean(1)[:, None]) * told
        distance = hits.distance.reshape(count, rays)

        def mean(values: Array) -> Array:
            return ((values * told).sum(1) / telling).astype(np.float32)

        return Gathered(
            light.astype(np.float32),
            (np.sqrt((apart**2).sum(1)) / telling).astype(np.float32),
            1 / np.maximum(mean(1 / np.clip(distance, 0.02, 50)), 1e-3),
            mean(1 - np.clip(distance / CLOSE, 0, 1)),
            told.mean(1) < 1 - BURIED_SHARE,
        )


def _face_normals(triangles: Array) -> Array:
    normals = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    return (normals / (np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12)).astype(np.float32)


def _patches(triangles: Array, normals: Array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each triangle its patch (m,), and for each patch its largest triangle."""
    cell = np.floor(triangles.mean(1) / PATCH).astype(np.int64)
    axis = np.abs(normals).argmax(1)
    side = axis * 2 + (np.take_along_axis(normals, axis[:, None], 1)[:, 0] > 0)
    area = np.linalg.norm(np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]), axis=1)
    _, patch = np.unique(np.column_stack([cell, side]), axis=0, return_inverse=True)
    patch = patch.reshape(-1)
    order = np.lexsort((-area, patch))
    _, first = np.unique(patch[order], return_index=True)
    return patch, order[first]


def _layer_tints(layers: NDArray[np.uint8]) -> Array:
    """The mean colour (k, 3) of each texture layer, linear, as the shaders take it."""
    return np.array([((layer[::4, ::4, :3] / 255.0) ** 2).reshape(-1, 3).mean(0) * 2 for layer in layers])


def _albedo(mesh: Mesh, tints: Array) -> Array:
    layer = np.clip(mesh.uvl[mesh.faces[:, 0], 2].astype(int), 0, len(tints) - 1)
    return np.clip(mesh.colour[mesh.faces].mean(1) * tints[layer], 0, 0.9)
