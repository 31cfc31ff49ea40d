"""Portraits of models by ray casting on the processor: for contact sheets, without any graphics context."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import ArrayLike, NDArray

from assets.embree import new_scene
from assets.mesh import PASSES, Mesh, Model
from assets.textures.atlas import atlas_of, numbers_on
from assets.textures.layers import layer_stack

Image = NDArray[np.uint8]
Field = NDArray[np.float32]

SUN = np.array([-0.52, 0.55, 0.65], np.float32) / np.float32(np.linalg.norm([-0.52, 0.55, 0.65]))
SUN_COLOUR = np.array([2.7, 2.45, 2.1], np.float32)
SKY = np.array([0.62, 0.70, 0.82], np.float32)
BOUNCE = np.array([0.34, 0.31, 0.27], np.float32)
BACKDROP = np.array([0.86, 0.87, 0.88], np.float32)
THROUGH = 8
"""How many see-through surfaces one ray may pass."""
OCCLUSION_RAYS = 8
OCCLUSION_REACH = 0.6
GLASS_OPACITY = 0.45


@dataclass(frozen=True)
class Shot:
    """Where a portrait is taken from; ``field`` is the horizontal field of view in degrees."""

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    field: float = 30.0


def framing(model: Model, turn: float = 25.0, rise: float = 18.0, field: float = 28.0, aspect: float = 4 / 3) -> Shot:
    """A shot that holds the whole model, from the front and ``turn`` degrees to its left, ``rise`` degrees above."""
    points = np.concatenate([mesh.position for mesh in model.meshes.values()]).astype(np.float64)
    low, high = points.min(0), points.max(0)
    middle = (low + high) / 2
    a, b = np.radians(turn), np.radians(rise)
    away = np.array([np.sin(a) * np.cos(b), np.cos(a) * np.cos(b), np.sin(b)])
    right = np.array([-away[1], away[0], 0]) / np.hypot(away[0], away[1])
    up = np.cross(away, right) * -1
    half = np.tan(np.radians(field / 2))
    corners = points - middle
    reach = np.abs(corners @ right) / half, np.abs(corners @ up) / (half / aspect)
    distance = float(np.max(np.maximum(*reach) + corners @ away)) * 1.06
    return Shot(tuple(middle + away * distance), tuple(middle), field)


class _Scene:
    """All triangles of a model with what is needed to shade them."""

    def __init__(self, model: Model, floor: bool) -> None:
        meshes = [(name, model.meshes[name]) for name in PASSES if name in model.meshes]
        if floor:
            meshes.append(("opaque", _floor(model)))
        atlas = atlas_of(numbers_on([model]))
        self.signs = _smaller_and_smaller(atlas.picture)
        meshes = [(name, atlas.laid(mesh) if name == "sign" else mesh) for name, mesh in meshes]
        self.corner = np.concatenate([mesh.position[mesh.faces] for _, mesh in meshes]).astype(np.float32)
        self.normal, self.uvl, self.colour = (
            np.concatenate([getattr(mesh, name)[mesh.faces] for _, mesh in meshes])
            for name in ("normal", "uvl", "colour")
        )
        self.kind = np.concatenate([np.full(mesh.triangles, PASSES.index(name)) for name, mesh in meshes])
        self._all = _target(self.corner)
        solid = np.flatnonzero(self.kind == PASSES.index("opaque"))
        self._solid = _target(self.corner[solid])

    def nearest(self, origin: Field, direction: Field) -> dict[str, NDArray]:
        return self._all.run(np.ascontiguousarray(origin), np.ascontiguousarray(direction), output=True)

    def open(self, origin: Field, direction: Field, reach: float) -> Field:
        """1 where nothing solid lies within ``reach`` metres, else 0."""
        far = np.full(len(origin), reach, np.float32)
        hit = self._solid.run(
            np.ascontiguousarray(origin), np.ascontiguousarray(direction), dists=far, query="OCCLUDED"
        )
        return (np.asarray(hit) < 0).astype(np.float32)


def _target(corner: Field) -> EmbreeScene:
    scene = new_scene()
    TriangleMesh(scene, np.ascontiguousarray(corner))
    return scene


def _floor(model: Model) -> Mesh:
    """A pale floor under the model, as far as its shadow."""
    points = np.concatenate([mesh.position for mesh in model.meshes.values()])
    low, high = points.min(0), points.max(0)
    reach = float((high - low).max()) * 8 + 1
    x, y = (low[:2] + high[:2]) / 2
    z = min(0.0, float(low[2])) - 0.002
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float32) * reach
    position = np.column_stack([corners + (x, y), np.full(4, z)]).astype(np.float32)
    return Mesh(
        np.array([[0, 1, 2], [0, 2, 3]], np.int32),
        position,
        np.tile(np.array([0, 0, 1], np.float32), (4, 1)),
        np.zeros((4, 3), np.float32),
        np.full((4, 3), 0.62, np.float32),
        np.zeros((4, 4), np.float32),
    )


def portrait(model: Model, shot: Shot, size: tuple[int, int], *, oversize: int = 2, floor: bool = True) -> Image:
    """A picture (h, w, 3) of the model from ``shot``, ``size`` = (width, height)."""
    w, h = size[0] * oversize, size[1] * oversize
    origin, direction = _camera_rays(shot, w, h)
    scene = _Scene(model, floor)
    pixel_angle = 2 * np.tan(np.radians(shot.field / 2)) / w
    colour = np.zeros((w * h, 3), np.float32)
    left = np.ones(w * h, np.float32)
    alive = np.arange(w * h)
    travelled = np.zeros(w * h, np.float32)
    for _ in range(THROUGH):
        hit = scene.nearest(origin[alive], direction[alive])
        met = hit["primID"] >= 0
        ray = alive[met]
        if not len(ray):
            break
        t = hit["tfar"][met]
        shade, opacity = _shaded(scene, hit, met, origin[ray], direction[ray], t, (travelled[ray] + t) * pixel_angle)
        colour[ray] += shade * (opacity * left[ray])[:, None]
        left[ray] *= 1 - opacity
        travelled[ray] += t
        origin[ray] += direction[ray] * (t + 2e-4)[:, None]
        alive = ray[left[ray] > 0.02]
    colour += BACKDROP * left[:, None] * 0.9
    return _developed(colour.reshape(size[1], oversize, size[0], oversize, 3).mean(axis=(1, 3)))


def _camera_rays(shot: Shot, w: int, h: int) -> tuple[Field, Field]:
    eye = np.asarray(shot.eye, np.float64)
    ahead = np.asarray(shot.target) - eye
    ahead /= np.linalg.norm(ahead)
    right = np.cross(ahead, (0, 0, 1))
    right /= np.linalg.norm(right)
    up = np.cross(right, ahead)
    half = np.tan(np.radians(shot.field / 2))
    x = (np.arange(w) + 0.5) / w * 2 - 1
    y = (1 - (np.arange(h) + 0.5) / h * 2) * h / w
    gx, gy = np.meshgrid(x * half, y * half)
    direction = ahead + gx[..., None] * right + gy[..., None] * up
    direction /= np.linalg.norm(direction, axis=-1, keepdims=True)
    flat = direction.reshape(-1, 3).astype(np.float32)
    return np.tile(eye.astype(np.float32), (len(flat), 1)), flat


def _shaded(
    scene: _Scene, hit: dict[str, NDArray], met: NDArray, origin: Field, direction: Field, t: Field, footprint: Field
) -> tuple[Field, Field]:
    """Colour (n, 3) and opacity (n,) where rays met triangles; ``footprint`` is a pixel's width there in metres."""
    triangle = hit["primID"][met]
    u, v = hit["u"][met][:, None], hit["v"][met][:, None]

    def between(values: NDArray) -> NDArray:
        a, b, c = (values[triangle, k] for k in range(3))
        return a * (1 - u - v) + b * u + c * v

    kind = scene.kind[triangle]
    normal = between(scene.normal)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6)
    normal = np.where((normal * direction).sum(1, keepdims=True) > 0, -normal, normal)
    point = origin + direction * t[:, None]
    uvl = between(scene.uvl)
    albedo, opacity = _surface(scene, kind, uvl, between(scene.colour), footprint)
    start = point + normal * 1e-3
    sunny = np.maximum(normal @ SUN, 0) * scene.open(start, np.tile(SUN, (len(point), 1)), 60.0)
    around = SKY * (normal[:, 2:] * 0.5 + 0.5) + BOUNCE * (0.5 - normal[:, 2:] * 0.5)
    light = SUN_COLOUR * sunny[:, None] + around * _openness(scene, start, normal)[:, None]
    shine = np.maximum((normal * _unit(SUN - direction)).sum(1), 0) ** 60 * 0.5 * (sunny > 0)
    shade = albedo * light + shine[:, None]
    glowing = kind == PASSES.index("glow")
    return np.where(glowing[:, None], albedo * 2.6, shade).astype(np.float32), opacity.astype(np.float32)


def _unit(vectors: Field) -> Field:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _openness(scene: _Scene, start: Field, normal: Field) -> Field:
    """The share of the half space around that is free nearby, by a few rays with one fixed pattern."""
    rng = np.random.default_rng(1)
    total = np.zeros(len(start), np.float32)
    for _ in range(OCCLUSION_RAYS):
        scattered = rng.standard_normal((len(start), 3)).astype(np.float32)
        total += scene.open(start, _unit(normal * 1.05 + _unit(scattered)), OCCLUSION_REACH)
    return 0.15 + 0.85 * total / OCCLUSION_RAYS


def _surface(scene: _Scene, kind: NDArray, uvl: Field, tint: Field, footprint: Field) -> tuple[Field, Field]:
    """Albedo and opacity of what each ray met."""
    texel = _layer_texels(uvl, footprint)
    albedo = tint * texel[:, :3] ** 2 * 2
    opacity = np.ones(len(kind), np.float32)
    veil = kind == PASSES.index("veil")
    opacity[veil] = texel[veil, 3]
    signs = kind == PASSES.index("sign")
    if signs.any():
        printed = _sign_texels(scene.signs, uvl[signs], footprint[signs])
        albedo[signs] = printed[:, :3] ** 2.2 * tint[signs]
        opacity[signs] = printed[:, 3]
    glass = kind == PASSES.index("glass")
    albedo[glass], opacity[glass] = tint[glass] + 0.08, GLASS_OPACITY
    glow = kind == PASSES.index("glow")
    albedo[glow] = tint[glow]
    return albedo, opacity


@cache
def _layer_levels() -> tuple[Field, ...]:
    """The texture layers, and each level a quarter of the one before."""
    levels = [layer_stack()[1].astype(np.float32) / 255]
    while levels[-1].shape[1] > 8:
        k, n = levels[-1].shape[:2]
        levels.append(levels[-1].reshape(k, n // 4, 4, n // 4, 4, 4).mean(axis=(2, 4)))
    return tuple(levels)


def _layer_texels(uvl: Field, footprint: Field) -> Field:
    levels = _layer_levels()
    level = np.clip(np.log2(np.maximum(footprint * 512, 1)) / 2, 0, len(levels) - 1).round().astype(int)
    layer = np.clip(uvl[:, 2].round().astype(int), 0, len(levels[0]) - 1)
    found = np.empty((len(uvl), 4), np.float32)
    for number, images in enumerate(levels):
        here = level == number
        n = images.shape[1]
        row, column = (np.floor(uvl[here, k] % 1 * n).astype(int) % n for k in (1, 0))
        found[here] = images[layer[here], row, column]
    return found


def _smaller_and_smaller(picture: Image) -> tuple[Field, ...]:
    """A picture, and each level half of the one before."""
    levels = [picture.astype(np.float32) / 255]
    for _ in range(3):
        h, w = levels[-1].shape[:2]
        levels.append(levels[-1].reshape(h // 2, 2, w // 2, 2, 4).mean(axis=(1, 3)))
    return tuple(levels)


def _sign_texels(levels: tuple[Field, ...], uvl: Field, footprint: Field) -> Field:
    """Signs carry about 900 texels to the metre."""
    level = np.clip(np.log2(np.maximum(footprint * 900, 1)), 0, len(levels) - 1).round().astype(int)
    found = np.empty((len(uvl), 4), np.float32)
    for number, image in enumerate(levels):
        here = level == number
        h, w = image.shape[:2]
        row = np.clip((1 - uvl[here, 1]) * h, 0, h - 1).astype(int)
        found[here] = image[row, np.clip(uvl[here, 0] * w, 0, w - 1).astype(int)]
    return found


def _developed(light: ArrayLike) -> Image:
    """From light to sRGB with a soft shoulder."""
    x = np.asarray(light) * 0.62
    x = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14)
    return (np.clip(x, 0, 1) ** (1 / 2.2) * 255).round().astype(np.uint8)
