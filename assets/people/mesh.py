"""A whole person: the pieces of an outfit, from the cache, bent to a build and a face, and coloured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.cache import Arrays, cached, source_key
from assets.people import skeleton, skin
from assets.people.complexion import complexion
from assets.people.occlusion import ambient_occlusion, carried_over
from assets.people.outfit import Outfit, Piece, pieces
from assets.people.patch import Patch
from assets.people.physique import EYELID_HALF, bent
from assets.people.wardrobe import WARDROBE, Look

LEVELS = ("", "lod.", "far.")
"""Levels of detail, as their arrays are called in the cache."""
_SHAPED_BY = (
    "assets.modelling",
    *(f"assets.people.{name}" for name in (
        "skeleton", "distance", "surface", "simplify", "patch", "shell", "body", "head", "eyelids", "features", "eyes",
        "hair", "headgear", "hands", "gloves", "forearms", "workwear", "streetwear", "skin", "face", "occlusion",
        "outfit", "fitting", "faceware", "hats", "kit", "gear", "poses",
    )),
)  # fmt: skip


class UnknownPerson(LookupError):
    """The wardrobe has no such character or variant: the registry and the wardrobe disagree."""


@dataclass(frozen=True)
class PersonMesh:
    """One person as one piece of geometry, in its rest pose.

    ``position`` (n, 3) metres, standing on z = 0, facing +y; ``normal`` (n, 3) unit; ``colour`` (n, 3) sRGB 0..1;
    ``ambient_occlusion`` (n,) 0 dark to 1 open; ``roughness`` and ``metalness`` (n,) 0..1; ``weights`` (n, 4) sum to 1;
    ``joints`` (n, 4) indices into ``joint_names``; ``faces`` (m, 3) counter-clockwise from outside. All float32,
    indices int32. The skinned person must be scaled by ``scale`` about its origin, and so must the speed of its
    walk. ``lod`` is the same person with about a third of the triangles, and has one in its turn.
    """

    position: NDArray[np.float32]
    normal: NDArray[np.float32]
    colour: NDArray[np.float32]
    ambient_occlusion: NDArray[np.float32]
    roughness: NDArray[np.float32]
    metalness: NDArray[np.float32]
    weights: NDArray[np.float32]
    joints: NDArray[np.int32]
    faces: NDArray[np.int32]
    scale: float
    joint_names: tuple[str, ...]
    parents: tuple[int, ...]
    rest: NDArray[np.float32]
    stoop: float = 0.0
    """Degrees that the back is bowed in whatever the person does."""
    lid_travel: float = 1.0
    """How far the lids turn to close, over those of the modelled face."""
    manner: Mapping[str, str] = field(default_factory=dict)
    """Clips that this person plays in place of others: an old man walks with his stick."""
    held: Mapping[str, str | None] = field(default_factory=dict)
    """What this person holds in a clip, where that is not what the clip itself says."""
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
    mesh = None
    for level in reversed(LEVELS):
        mesh = _individual(arrays, level, look, mesh)
    return mesh


def shape_key(outfit: Outfit, coarseness: float) -> tuple[object, ...]:
    """All that a person's shape depends on."""
    return outfit, coarseness, source_key(*_SHAPED_BY)


def _shape(outfit: Outfit, coarseness: float) -> Arrays:
    """The bound mesh in all levels of detail, of a middling build and without colours."""

    def build() -> Arrays:
        found = [(piece, _piece(piece, coarseness)) for piece in pieces(outfit)]
        result: Arrays = {}
        for number, level in enumerate(LEVELS):
            bound = _bound([(piece, levels[number]) for piece, levels in found])
            place = bound["position"], bound["normal"]
            if number == 0:
                finest, shade = place, ambient_occlusion(*place, bound["faces"])
                bound["ambient_occlusion"] = shade
            else:
                bound["ambient_occlusion"] = carried_over(shade, *finest, *place)
            result |= {f"{level}{name}": array for name, array in bound.items()}
        return result

    return cached("people", shape_key(outfit, coarseness), build)


def _piece(piece: Piece, coarseness: float) -> tuple[Patch, ...]:
    """A piece in all levels of detail, from the cache: outfits share most of theirs."""
    parts = ("position", "normal", "faces", "regions")

    def build() -> Arrays:
        return {
            f"{level}{name}": getattr(patch, name)
            for level, patch in zip(LEVELS, piece.build(coarseness), strict=True)
            for name in parts
        }

    arrays = cached("people-pieces", (*piece.key, coarseness, source_key(*_SHAPED_BY)), build)
    return tuple(Patch(*(arrays[f"{level}{name}"] for name in parts)) for level in LEVELS)


def _bound(found: list[tuple[Piece, Patch]]) -> Arrays:
    """The pieces as one mesh: vertices split where the colour changes, and weighted."""
    parts = [_split_by_region(patch) for _, patch in found]
    all_weights = np.concatenate(
        [piece.weights(position) for (piece, _), (position, *_) in zip(found, parts, strict=True)]
    )
    position, normal, region = (np.concatenate([part[k] for part in parts]) for k in range(3))
    offsets = np.cumsum([0] + [len(part[0]) for part in parts[:-1]])
    faces = np.concatenate([part[3] + offset for part, offset in zip(parts, offsets, strict=True)])
    weights, joints = skin.strongest(all_weights)
    return {
        "position": (position * skeleton.TO_METRES).astype(np.float32),
        "normal": normal.astype(np.float32),
        "region": region,
        "weights": weights,
        "joints": joints.astype(np.int32),
        "faces": faces.astype(np.int32),
    }


def _split_by_region(patch: Patch) -> tuple[NDArray, NDArray, NDArray, NDArray]:
    """Positions, normals and regions by vertex, and faces: a vertex between two regions becomes two."""
    names, region = np.unique(patch.regions, return_inverse=True)
    corner = patch.faces * len(names) + region[:, None]
    used, inverse = np.unique(corner, return_inverse=True)
    vertex = used // len(names)
    return patch.position[vertex], patch.normal[vertex], names[used % len(names)], inverse.reshape(-1, 3)


def _individual(arrays: Mapping[str, NDArray], prefix: str, look: Look, lod: PersonMesh | None) -> PersonMesh:
    names, index = np.unique(arrays[f"{prefix}region"], return_inverse=True)
    colour = np.array([look.palette[name] for name in names])[index]
    roughness, metalness = np.array([look.surface_of(str(name)) for name in names], np.float32)[index].T
    modelled = arrays[f"{prefix}position"].astype(np.float64) / skeleton.TO_METRES
    colour = np.where(
        (names[index] == "skin")[:, None], colour * complexion(modelled, look.weathered, look.age), colour
    )
    position, normal = bent(modelled, arrays[f"{prefix}normal"].astype(np.float64), look.figure, look.face)
    return PersonMesh(
        position=(position * skeleton.TO_METRES).astype(np.float32),
        normal=normal.astype(np.float32),
        colour=np.clip(colour, 0, 1).astype(np.float32),
        ambient_occlusion=arrays[f"{prefix}ambient_occlusion"],
        roughness=roughness,
        metalness=metalness,
        weights=arrays[f"{prefix}weights"],
        joints=arrays[f"{prefix}joints"],
        faces=arrays[f"{prefix}faces"],
        scale=look.scale,
        joint_names=skeleton.JOINTS,
        parents=skeleton.PARENTS,
        rest=(skeleton.REST * skeleton.TO_METRES).astype(np.float32),
        stoop=look.stoop,
        lid_travel=1 + look.face.eye_open / EYELID_HALF,
        manner=dict(look.manner),
        held=dict(look.held),
        lod=lod,
    )
