"""Trees, hedges and grass, light enough to stand in dozens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import finish, smooth, tube
from assets.modelling.curves import Height
from assets.modelling.materials import BARK, FOLIAGE, GRASS
from assets.places.foliage import UP, leaf_mass, sphere_points
from assets.places.foliage import leaves as leaves_of


def tree(height: float, seed: int, *, slender: float = 0.5, leaves: int = 130, bare: float = 0.28) -> Mesh:
    """A tree ``height`` metres tall about the origin.

    ``slender`` is the crown's width by its height (a poplar 0.35, a camphor 0.9), ``bare`` the share
    of the height below the crown.
    """
    rng = np.random.default_rng(seed)
    crown = height * (1 - bare)
    middle = height * bare + crown * 0.5
    bend = rng.normal(0, 0.02 * height, 2)
    spine = smooth([(0, 0, 0), (bend[0] * 0.3, bend[1] * 0.3, height * 0.35), (*bend, height * 0.8)], 3)
    girth = 0.022 * height
    wood = [tube(spine, np.linspace(girth, girth * 0.25, len(spine)), BARK, sides=6, caps=False)]
    for _ in range(6):
        angle, z = rng.uniform(0, 6.28), height * rng.uniform(bare, 0.62)
        reach = crown * slender * 0.36
        end = (reach * np.cos(angle), reach * np.sin(angle), z + crown * 0.22)
        wood.append(
            tube(
                [(0, 0, z), (end[0] * 0.5, end[1] * 0.5, z + crown * 0.08), end],
                [girth * 0.4, girth * 0.3, girth * 0.1],
                BARK,
                sides=4,
                caps=False,
            )
        )
    radii = np.array([crown * slender * 0.5, crown * slender * 0.5, crown * 0.5])
    at, lobes = _lobes(leaves, radii, rng)
    at += (bend[0] * 0.6, bend[1] * 0.6, middle)
    mass = leaf_mass(at, lobes, int(np.clip(leaves // 8, 12, 60)), FOLIAGE, rng)
    chosen = rng.integers(0, len(at), leaves)
    outward = rng.normal(size=(leaves, 3)) + 0.9 * (at[chosen] - at.mean(0)) / radii
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    centres = at[chosen] + outward * lobes[chosen, None] * (1, 1, 0.85) * rng.uniform(1.0, 1.2, (leaves, 1))
    size = crown * rng.uniform(0.6, 1.2, leaves) * (0.5 + 0.5 * slender) * min(1.35 / np.sqrt(leaves), 0.11)
    return joined([*wood, mass, leaves_of(centres, outward, size, FOLIAGE, rng)])


def _lobes(leaves: int, radii: NDArray, rng: np.random.Generator) -> tuple[NDArray, NDArray]:
    """Where the lumps of a crown of ``radii`` (3,) lie about its middle, (n, 3), and how large they are, (n,)."""
    count = int(np.clip(leaves // 20, 4, 14) * (1.3 if radii[2] > 1.6 * radii[0] else 1.0))
    out = sphere_points(count, rng.uniform(0, 6.28)) + rng.normal(0, 0.12, (count, 3))
    taper = np.where(out[:, 2] > 0, 1 - 0.30 * out[:, 2], 1.0)
    at = out * radii * 0.58
    at[:, :2] *= taper[:, None]
    lobes = radii[0] * rng.uniform(0.46, 0.68, count) * (1.0 if count > 6 else 1.2)
    return np.concatenate([at, [[0, 0, 0]]]), np.append(lobes, radii[0] * 0.72)


def grove(
    places: list[tuple[float, float]],
    ground: Height,
    seed: int,
    *,
    tall: tuple[float, float] = (6, 11),
    slender: float = 0.5,
    leaves: int = 130,
) -> Mesh:
    """Trees at places, each different; four shapes turned and scaled."""
    rng = np.random.default_rng(seed)
    shapes = [tree(1.0, seed * 10 + k, slender=slender * (0.85 + 0.1 * k), leaves=leaves) for k in range(4)]
    trees = []
    for k, (x, y) in enumerate(places):
        z = float(np.asarray(ground(np.array([x]), np.array([y])))[0])
        size = rng.uniform(*tall)
        mesh = shapes[k % 4].placed(x, y, z - 0.1, h=rng.uniform(0, 360), scale=size)
        tint = np.float32(rng.uniform(0.8, 1.15))
        trees.append(
            replace(mesh, colour=np.clip(mesh.colour * tint, 0, 1), uvl=mesh.uvl * np.float32([size, size, 1]))
        )
    return joined(trees)


def hedge(start: tuple[float, float], end: tuple[float, float], w: float, h: float, seed: int, ground: Height) -> Mesh:
    """A clipped hedge on the ground between two points."""
    rng = np.random.default_rng(seed)
    a, b = np.array(start), np.array(end)
    length = float(np.linalg.norm(b - a))
    count = int(length * 42)
    ahead = (b - a) / length
    aside = np.array([-ahead[1], ahead[0]])
    t, across, up = rng.uniform(0, length, count), rng.uniform(-1, 1, count), rng.uniform(0.05, 1, count)
    skin = rng.random(count) < 0.55
    across = np.where(skin, np.sign(across), across)
    up = np.where(skin, up, 1.0)
    flat = a + ahead * t[:, None] + aside * (across * w / 2)[:, None]
    outward = np.column_stack([aside * (across * 0.8)[:, None], up * 0.9])
    outward += rng.normal(0, 0.25, outward.shape)
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    size = rng.uniform(0.08, 0.15, count) * (h / 0.8)
    foot = np.asarray(ground(flat[:, 0], flat[:, 1]))
    return leaves_of(np.column_stack([flat, foot + up * h * 0.9]), outward, size, FOLIAGE.shade(0.8), rng)


def tufts(places: NDArray, ground: Height, seed: int, *, blades: int = 6, tall: float = 0.22) -> Mesh:
    """Tufts of grass at ``places`` (n, 2): bent blades, seen from both sides, lit like the ground."""
    rng = np.random.default_rng(seed)
    count = len(places) * blades
    x, y = (np.repeat(places[:, k], blades) + rng.normal(0, 0.05, count) for k in range(2))
    foot = np.column_stack([x, y, np.asarray(ground(x, y)) - 0.01])
    angle = rng.uniform(0, 2 * np.pi, count)
    lean = np.column_stack([np.cos(angle), np.sin(angle), np.zeros(count)])
    side = np.column_stack([-lean[:, 1], lean[:, 0], np.zeros(count)]) * rng.uniform(0.004, 0.009, (count, 1))
    h = tall * rng.uniform(0.35, 1.0, (count, 1)) * np.repeat(rng.uniform(0.5, 1.2, len(places)), blades)[:, None]
    reach = h * rng.uniform(0.2, 0.7, (count, 1))
    knee = foot + lean * reach * 0.35 + UP * h * 0.62
    tip = foot + lean * reach + UP * h
    points = np.stack([foot - side, foot + side, knee + side * 0.7, knee - side * 0.7, tip], axis=1).reshape(-1, 3)
    first = np.arange(count)[:, None] * 5
    front = np.concatenate([first + (0, 1, 2), first + (0, 2, 3), first + (3, 2, 4)], axis=1).reshape(-1, 3)
    dry = np.array([0.16, 0.08, 0.0]) * rng.uniform(0, 1, (count, 1))
    colour = np.repeat(
        np.clip((np.asarray(GRASS.colour) * 0.8 + dry) * rng.uniform(0.6, 1.2, (count, 1)), 0, 1), 5, axis=0
    )
    normal = np.repeat(lean * 0.3 + UP * 0.95, 5, axis=0)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    layer = finish(points[:3], [(0, 1, 2)], GRASS).uvl[0, 2]
    n = len(points)
    both = np.concatenate([front, front[:, ::-1] + n])
    return Mesh(
        faces=both.astype(np.int32),
        position=np.tile(points, (2, 1)).astype(np.float32),
        normal=np.tile(normal, (2, 1)).astype(np.float32),
        uvl=np.column_stack([np.tile(points[:, :2], (2, 1)), np.full(2 * n, layer)]).astype(np.float32),
        colour=np.tile(colour, (2, 1)).astype(np.float32),
        surface=np.tile(np.array([0.85, 0, 0, 0], np.float32), (2 * n, 1)),
    )
