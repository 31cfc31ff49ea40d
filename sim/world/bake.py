"""Light baked once: sky and one bounce of the sun, by rays, for every vertex and a map of the ground."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from assets.mesh import Array, Mesh, Pass
from assets.place import Light
from sim.world.compose import World
from sim.world.probes import AXES, ProbeGrid, grid_planes, grid_points, unburied
from sim.world.rays import RayTarget
from sim.world.skylight import sky_radiance

BAKED_PASSES: tuple[Pass, ...] = ("opaque", "sign", "veil")
GROUND_MAP = 384
RAYS = 40
"""Rays of a point in the light that is kept."""
RAYS_PER_CHUNK = 1_500_000
VERTICES = "vertices-"
Progress = Callable[[float], None]


@dataclass(frozen=True)
class BakedLight:
    """``vertices``: irradiance (n, 3) per pass of the static batch; ``ground`` (m, m, 3) over the
    ground's square, row 0 at the lowest y. A white wall under an open sky of radiance 1 has 1.
    ``probes`` light what moves. ``mean`` is the mean over the ground, (3,)."""

    vertices: dict[Pass, Array]
    ground: Array
    probes: ProbeGrid

    @property
    def mean(self) -> Array:
        return self.ground.reshape(-1, 3).mean(0)


class LightField:
    """The light that arrives at any point of a world, from its sky and from its sunlit faces."""

    def __init__(self, world: World, occluders: bool = True) -> None:
        """``occluders``: with the changing props as they first stand."""
        self.light = world.place.light
        tint = _layer_tints(world.library.layers()[1])
        meshes = [world.place.ground.mesh, *(world.still_occluders if occluders else ())]
        static = world.static_model.meshes.get("opaque")
        meshes += [static] if static is not None else []
        self._target = RayTarget(np.concatenate([mesh.position[mesh.faces] for mesh in meshes]))
        albedo = np.concatenate([_albedo(mesh, tint) for mesh in meshes])
        self._leaving = self._sunlit(albedo)

    def _sunlit(self, albedo: Array) -> Array:
        """Radiance (m, 3) that leaves each triangle by the sun and a little of the sky."""
        triangles = self._target.triangles
        normals = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
        sun = np.asarray(self.light.sun_direction, np.float32)
        towards = np.clip(normals @ sun, 0, 1)
        shadowed = self._target.nearest(triangles.mean(1) + normals * 0.004, np.tile(sun, (len(triangles), 1))) >= 0
        direct = np.asarray(self.light.sun) * (towards * ~shadowed)[:, None] * 0.9
        ambient = 0.2 * np.asarray(self.light.middle) * (0.6 + 0.4 * normals[:, 2:3])
        return (albedo * (direct + ambient)).astype(np.float32)

    def irradiance(
        self, points: Array, normals: Array, rays: int, offset: float = 0.004, progress: Progress | None = None
    ) -> Array:
        """Irradiance over pi (n, 3) at points (n, 3) with unit normals (n, 3), by so many rays each."""
        found = np.zeros((len(points), 3), np.float32)
        chunk = max(1, RAYS_PER_CHUNK // rays)
        for start in range(0, len(points), chunk):
            part = slice(start, start + chunk)
            found[part] = self._gather(points[part], normals[part], rays, offset, start)
            if progress:
                progress(min(1.0, (start + chunk) / len(points)))
        return found

    def _gather(self, points: Array, normals: Array, rays: int, offset: float, seed: int) -> Array:
        turn = np.random.default_rng(seed).random(len(points)) * 2 * np.pi
        cos, sin = np.cos(turn)[:, None], np.sin(turn)[:, None]
        x, y, z = cosine_directions(rays, seed).T
        along, across = tangents(normals)
        directions = (
            along[:, None] * (x * cos - y * sin)[..., None]
            + across[:, None] * (x * sin + y * cos)[..., None]
            + normals[:, None] * z[None, :, None]
        ).reshape(-1, 3).astype(np.float32)  # fmt: skip
        origins = np.repeat(points + normals * offset, rays, axis=0).astype(np.float32)
        met = self._target.nearest(origins, directions)
        radiance = np.where((met < 0)[:, None], self._open(directions), self._leaving[met])
        return radiance.reshape(len(points), rays, 3).mean(1)

    def _open(self, directions: Array) -> Array:
        """Radiance where a ray leaves the world: the sky, or the ground beyond it."""
        below = directions[:, 2:3] < -0.02
        return np.where(below, 0.5 * np.asarray(self.light.bounce, np.float32), sky_radiance(self.light, directions))

    def probes(self, extent: tuple[float, float, float, float], floor: float, rays: int = 64) -> ProbeGrid:
        """A grid of probes over an extent (x0, y0, x1, y1)."""
        x, y, z = grid_planes(extent, floor)
        points = np.repeat(grid_points(x, y, z), len(AXES), axis=0)
        axes = np.tile(AXES, (len(points) // len(AXES), 1))
        colours = self.irradiance(points, axes, rays).reshape(len(z), len(y), len(x), len(AXES), 3)
        return ProbeGrid(unburied(colours), x, y, z)


def openness(mesh: Mesh, rays: int = 32, reach: float = 0.6) -> Array:
    """How much (n,) each vertex of a mesh in its own frame sees past the mesh itself and the ground, 0..1."""
    target = RayTarget(mesh.position[mesh.faces])
    turned = cosine_directions(rays, 7)
    along, across = tangents(mesh.normal)
    x, y, z = turned.T
    directions = (
        along[:, None] * x[:, None] + across[:, None] * y[:, None] + mesh.normal[:, None] * z[:, None]
    ).reshape(-1, 3).astype(np.float32)  # fmt: skip
    origins = np.repeat(mesh.position + mesh.normal * 0.004, rays, axis=0).astype(np.float32)
    distance = target.hits(origins, directions).distance
    seen = np.clip(distance / reach, 0, 1)
    height = origins[:, 2] - mesh.position[:, 2].min()
    falling = directions[:, 2] < -0.05
    to_ground = np.where(falling, height / np.maximum(-directions[:, 2], 0.05), np.inf)
    seen = np.minimum(seen, np.clip(0.45 + to_ground / (2 * reach), 0, 1))
    return seen.reshape(-1, rays).mean(1).astype(np.float32)


def cosine_directions(count: int, seed: int) -> Array:
    """So many directions (count, 3) over the hemisphere of +z, denser where the cosine is."""
    rng = np.random.default_rng(seed)
    u = (np.arange(count) + rng.random()) / count
    turn = 2 * np.pi * ((np.arange(count) * 0.61803399 + rng.random()) % 1)
    radius = np.sqrt(u)
    return np.stack([radius * np.cos(turn), radius * np.sin(turn), np.sqrt(1 - u)], 1)


def tangents(normals: Array) -> tuple[Array, Array]:
    """Two unit vectors (n, 3) across each unit normal (n, 3)."""
    sign = np.where(normals[:, 2] >= 0, 1.0, -1.0)
    a = -1 / (sign + normals[:, 2])
    b = normals[:, 0] * normals[:, 1] * a
    along = np.stack([1 + sign * normals[:, 0] ** 2 * a, sign * b, -sign * normals[:, 0]], 1)
    return along, np.stack([b, sign + normals[:, 1] ** 2 * a, -normals[:, 1]], 1)


def _layer_tints(layers: NDArray[np.uint8]) -> Array:
    return np.array([(layer[..., :3] / 255.0).reshape(-1, 3).mean(0) ** 2 * 2 for layer in layers])


def _albedo(mesh: Mesh, tints: Array) -> Array:
    layer = np.clip(mesh.uvl[mesh.faces[:, 0], 2].astype(int), 0, len(tints) - 1)
    return np.clip(mesh.colour[mesh.faces].mean(1) * tints[layer], 0, 0.9)


def bake(world: World, rays: int = RAYS, progress: Progress | None = None) -> BakedLight:
    """Bake the light of the static batch and of the ground of ``world``."""
    field = LightField(world)
    meshes = {name: world.static_model.meshes[name] for name in BAKED_PASSES if name in world.static_model.meshes}
    total = sum(len(mesh.position) for mesh in meshes.values()) + GROUND_MAP**2
    done = 0

    def share(part: float, size: int) -> None:
        if progress:
            progress((done + part * size) / total)

    vertices: dict[Pass, Array] = {}
    for name, mesh in meshes.items():
        size = len(mesh.position)
        vertices[name] = field.irradiance(
            mesh.position, mesh.normal, rays, progress=lambda part, size=size: share(part, size)
        )
        done += size
    points, normals = _ground_points(world)
    lit = field.irradiance(points, normals, rays, 0.03, progress=lambda part: share(part, GROUND_MAP**2))
    ground = lit.reshape(GROUND_MAP, GROUND_MAP, 3)
    smoothed = np.stack([gaussian_filter(ground[..., i], 0.6) for i in range(3)], -1)
    x0, y0, x1, y1 = world.place.extent
    # A large prop that changes would darken the probes inside it, and so itself.
    probes = LightField(world, occluders=False).probes(world.place.extent, world.ground((x0 + x1) / 2, (y0 + y1) / 2))
    return BakedLight(vertices, smoothed.astype(np.float32), probes)


def _ground_points(world: World) -> tuple[Array, Array]:
    """Points and normals (m * m, 3) of the ground map, water surface included."""
    ground = world.place.ground
    step = ground.size / GROUND_MAP
    y, x = (np.mgrid[0:GROUND_MAP, 0:GROUND_MAP] + 0.5) * step
    x, y = x + ground.origin[0], y + ground.origin[1]
    z = np.maximum(world.place.ground_height(x, y), ground.water_level)
    normals = np.stack([-np.gradient(z, step, axis=1), -np.gradient(z, step, axis=0), np.ones_like(z)], -1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    points = np.stack([x, y, z], -1)
    return points.reshape(-1, 3).astype(np.float32), normals.reshape(-1, 3).astype(np.float32)


def world_key(world: World) -> str:
    """A hash of everything that the baked light and the drawn static world depend on."""
    digest = hashlib.sha256()
    for name, mesh in sorted(world.static_model.meshes.items()):
        digest.update(name.encode())
        _feed(digest, mesh)
    for mesh in [world.place.ground.mesh, *world.still_occluders]:
        _feed(digest, mesh)
    digest.update(np.ascontiguousarray(world.place.ground.splat).tobytes())
    digest.update(repr(_light_row(world.place.light)).encode())
    digest.update(repr((world.place.ground.origin, world.place.ground.size, world.place.ground.layers)).encode())
    return digest.hexdigest()


def _feed(digest: hashlib._Hash, mesh: Mesh) -> None:
    for array in (mesh.faces, mesh.position, mesh.normal, mesh.uvl, mesh.colour, mesh.surface):
        digest.update(np.ascontiguousarray(array).tobytes())


def _light_row(light: Light) -> list[tuple[str, str]]:
    return [(name, repr(value)) for name, value in sorted(vars(light).items())]


def baked_light(world: World, rays: int = RAYS, progress: Progress | None = None) -> BakedLight:
    """The baked light of ``world`` from the cache, baked now when it is not there."""
    from assets.cache import cached

    def build() -> dict[str, Array]:
        light = bake(world, rays, progress)
        probes = {f"probes-{name}": value for name, value in vars(light.probes).items()}
        return {"ground": light.ground, **probes, **{f"{VERTICES}{name}": v for name, v in light.vertices.items()}}

    arrays = cached("light", (world_key(world), rays, GROUND_MAP), build)
    vertices = {name: arrays[VERTICES + name] for name in BAKED_PASSES if VERTICES + name in arrays}
    probes = ProbeGrid(*(arrays[f"probes-{name}"] for name in ("colours", "x", "y", "z")))
    return BakedLight(vertices, arrays["ground"], probes)


def openness_of(mesh: Mesh) -> Array:
    """The openness of a prop's mesh from the cache, found now when it is not there."""
    from assets.cache import cached

    digest = hashlib.sha256()
    _feed(digest, mesh)
    return cached("openness", (digest.hexdigest(),), lambda: {"openness": openness(mesh)})["openness"]
