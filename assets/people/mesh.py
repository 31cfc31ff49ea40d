"""A whole person, from the cache: the pieces of an outfit bound to the skeleton and coloured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.cache import Arrays, cached, source_key
from assets.people import skeleton, skin
from assets.people.occlusion import ambient_occlusion
from assets.people.outfit import Outfit, Piece, pieces
from assets.people.patch import Patch
from assets.people.wardrobe import CLOTH_ROUGHNESS, ROUGHNESS, WARDROBE, Look

_SHAPED_BY = tuple(
    f"assets.people.{name}"
    for name in (
        "skeleton", "distance", "surface", "simplify", "patch", "shell", "body", "head", "hair", "headgear", "hands",
        "workwear", "streetwear", "skin", "occlusion", "outfit",
    )
)  # fmt: skip


class UnknownPerson(LookupError):
    """The wardrobe has no such character or variant: the registry and the wardrobe disagree."""


@dataclass(frozen=True)
class PersonMesh:
    """One person as one piece of geometry, in its rest pose.

    ``position`` (n, 3) metres, standing on z = 0, facing +y; ``normal`` (n, 3) unit; ``colour`` (n, 3) sRGB 0..1;
    ``ambient_occlusion`` (n,) 0 dark to 1 open; ``roughness`` (n,) 0..1; ``weights`` (n, 4) sum to 1;
    ``joints`` (n, 4) indices into ``joint_names``; ``faces`` (m, 3) counter-clockwise from outside. All float32,
    indices int32. The skinned person must be scaled by ``scale`` about its origin, and so must the speed of its
    walk. ``lod`` is the same person with about a third of the triangles.
    """

    position: NDArray[np.float32]
    normal: NDArray[np.float32]
    colour: NDArray[np.float32]
    ambient_occlusion: NDArray[np.float32]
    roughness: NDArray[np.float32]
    weights: NDArray[np.float32]
    joints: NDArray[np.int32]
    faces: NDArray[np.int32]
    scale: float
    joint_names: tuple[str, ...]
    parents: tuple[int, ...]
    rest: NDArray[np.float32]
    lod: PersonMesh | None = None

    @property
    def triangles(self) -> int:
        return len(self.faces)


@cache
def person(character: str, variant: str | None = None) -> PersonMesh:
    """The person of that name; without a variant the character's first. Raises UnknownPerson."""
    try:
        variants = WARDROBE[character]
        look = variants[variant] if variant else next(iter(variants.values()))
    except KeyError:
        raise UnknownPerson(f"no person {character!r}, variant {variant!r}") from None
    return dressed(look)


def dressed(look: Look, coarseness: float = 1.0) -> PersonMesh:
    """A person of that look; ``coarseness`` above 1 builds faster with less shape."""
    arrays = _shape(look.outfit, coarseness)
    lod = _coloured(arrays, "lod.", look, None)
    return _coloured(arrays, "", look, lod)


def shape_key(outfit: Outfit, coarseness: float) -> tuple[object, ...]:
    """All that a person's shape depends on."""
    return outfit, coarseness, source_key(*_SHAPED_BY)


def _shape(outfit: Outfit, coarseness: float) -> Arrays:
    """The bound mesh of both levels of detail without its colours."""

    def build() -> Arrays:
        found = [(piece, _piece(piece, coarseness)) for piece in pieces(outfit)]
        return {
            **_bound([(piece, full) for piece, (full, _) in found], ""),
            **_bound([(piece, coarse) for piece, (_, coarse) in found], "lod."),
        }

    return cached("people", shape_key(outfit, coarseness), build)


def _piece(piece: Piece, coarseness: float) -> tuple[Patch, Patch]:
    """A piece in both levels of detail, from the cache: outfits share most of theirs."""

    def build() -> Arrays:
        return {
            f"{level}.{name}": getattr(patch, name)
            for level, patch in zip(("full", "lod"), piece.build(coarseness), strict=True)
            for name in ("position", "normal", "faces", "regions")
        }

    arrays = cached("people-pieces", (*piece.key, coarseness, source_key(*_SHAPED_BY)), build)
    full, lod = (
        Patch(*(arrays[f"{level}.{name}"] for name in ("position", "normal", "faces", "regions")))
        for level in ("full", "lod")
    )
    return full, lod


def _bound(found: list[tuple[Piece, Patch]], prefix: str) -> Arrays:
    """The pieces as one mesh: vertices split where the colour changes, weighted, with their occlusion."""
    parts = [_split_by_region(patch) for _, patch in found]
    all_weights = np.concatenate(
        [piece.weights(position) for (piece, _), (position, *_) in zip(found, parts, strict=True)]
    )
    position, normal, region = (np.concatenate([part[k] for part in parts]) for k in range(3))
    offsets = np.cumsum([0] + [len(part[0]) for part in parts[:-1]])
    faces = np.concatenate([part[3] + offset for part, offset in zip(parts, offsets, strict=True)])
    weights, joints = skin.strongest(all_weights)
    return {
        f"{prefix}position": (position * skeleton.TO_METRES).astype(np.float32),
        f"{prefix}normal": normal.astype(np.float32),
        f"{prefix}region": region,
        f"{prefix}ambient_occlusion": ambient_occlusion(position, normal, faces),
        f"{prefix}weights": weights,
        f"{prefix}joints": joints.astype(np.int32),
        f"{prefix}faces": faces.astype(np.int32),
    }


def _split_by_region(patch: Patch) -> tuple[NDArray, NDArray, NDArray, NDArray]:
    """Positions, normals and regions by vertex, and faces: a vertex between two regions becomes two."""
    names, region = np.unique(patch.regions, return_inverse=True)
    corner = patch.faces * len(names) + region[:, None]
    used, inverse = np.unique(corner, return_inverse=True)
    vertex = used // len(names)
    return patch.position[vertex], patch.normal[vertex], names[used % len(names)], inverse.reshape(-1, 3)


def _coloured(arrays: Mapping[str, NDArray], prefix: str, look: Look, lod: PersonMesh | None) -> PersonMesh:
    names, index = np.unique(arrays[f"{prefix}region"], return_inverse=True)
    colour = np.array([look.palette[name] for name in names])[index]
    roughness = np.array([ROUGHNESS.get(name, CLOTH_ROUGHNESS) for name in names])[index]
    position = arrays[f"{prefix}position"]
    skin_tint = _complexion(position / skeleton.TO_METRES, look)
    colour = np.where((names[index] == "skin")[:, None], colour * skin_tint, colour)
    return PersonMesh(
        position=position,
        normal=arrays[f"{prefix}normal"],
        colour=np.clip(colour, 0, 1).astype(np.float32),
        ambient_occlusion=arrays[f"{prefix}ambient_occlusion"],
        roughness=roughness.astype(np.float32),
        weights=arrays[f"{prefix}weights"],
        joints=arrays[f"{prefix}joints"],
        faces=arrays[f"{prefix}faces"],
        scale=look.scale,
        joint_names=skeleton.JOINTS,
        parents=skeleton.PARENTS,
        rest=(skeleton.REST * skeleton.TO_METRES).astype(np.float32),
        lod=lod,
    )


def _complexion(p: NDArray, look: Look) -> NDArray:
    """Factors (n, 3) on the skin: red on cheeks, nose and ears, the grey of a shaved beard."""
    x, y, z = np.abs(p[:, 0]), p[:, 1], p[:, 2]

    def spot(centre: tuple[float, float, float], size: tuple[float, float, float]) -> NDArray:
        return np.exp(
            -(((x - centre[0]) / size[0]) ** 2 + ((y - centre[1]) / size[1]) ** 2 + ((z - centre[2]) / size[2]) ** 2)
        )

    red = 0.55 * spot((0.043, 0.070, 1.637), (0.021, 0.04, 0.021))
    red += 0.60 * spot((0, 0.105, 1.643), (0.017, 0.02, 0.016)) + 0.5 * spot((0.088, -0.01, 1.655), (0.012, 0.03, 0.04))
    beard = np.clip((1.628 - z) / 0.025, 0, 1) * np.clip((z - 1.540) / 0.02, 0, 1) * np.clip((y + 0.01) / 0.05, 0, 1)
    factor = 1 + red[:, None] * np.array([0.03, -0.15, -0.17]) * (0.6 + 0.6 * look.weathered)
    factor *= 1 + beard[:, None] * np.array([-0.13, -0.10, -0.07]) * look.weathered
    tanned = np.array([-0.05, -0.08, -0.10]) * look.weathered
    return factor * (1 + tanned)
