"""The signs that are seen together, in one picture; each is drawn once and kept in the cache."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.cache import cached, is_cached
from assets.mesh import Mesh, Model
from assets.sources import asset_sources, maker_of
from assets.textures.signs import all_signs, draw_sign, number_of

Rect = tuple[float, float, float, float]
Picture = NDArray[np.uint8]

GAP = 6
"""Pixels round each sign that repeat its edge, so that smaller mip levels do not bleed."""
NARROWEST = 256
HEIGHT_STEP = 64


@dataclass(frozen=True)
class SignAtlas:
    """``rects``: where each sign lies, by number, as (u0, v0, u1, v1), v upward. ``picture`` is (h, w, 4)
    uint8, sRGB and opacity, its row 0 at v = 1."""

    rects: dict[int, Rect]
    picture: Picture

    def laid(self, mesh: Mesh) -> Mesh:
        """A mesh of the pass ``sign`` with u and v in this picture instead of in its own signs.

        Raises KeyError for a sign that is not in the picture.
        """
        numbers, which = np.unique(mesh.uvl[:, 2].astype(np.int64), return_inverse=True)
        u0, v0, u1, v1 = np.array([self.rects[int(number)] for number in numbers], np.float32)[which.ravel()].T
        u, v = mesh.uvl[:, 0], mesh.uvl[:, 1]
        placed = np.column_stack([u0 + (u1 - u0) * u, v0 + (v1 - v0) * v, np.zeros_like(u)])
        return replace(mesh, uvl=placed.astype(np.float32))


def numbers_on(models: Iterable[Model]) -> frozenset[int]:
    """The numbers of all signs on some models."""
    faces = [model.meshes["sign"].uvl[:, 2] for model in models if "sign" in model.meshes]
    return frozenset(np.unique(np.concatenate(faces)).astype(int).tolist()) if faces else frozenset()


def picture_key(name: str) -> tuple[object, ...]:
    """All that the picture of a sign depends on."""
    module = maker_of("textures", "sign", name)
    if module is None:
        named = {each.name: each.draw.__module__ for each in all_signs().values()}
        module = named[name]
    return name, asset_sources().key(module)


def is_drawn(name: str) -> bool:
    return is_cached("signs", picture_key(name))


def sign_picture(name: str) -> Picture:
    """One sign as (h, w, 4) uint8, the top row first, through the cache. Raises KeyError for an unknown sign."""
    return cached("signs", picture_key(name), lambda: {"picture": np.asarray(draw_sign(name))})["picture"]


@cache
def _names() -> dict[int, str]:
    """Signs by number as far as the source text tells them: importing what draws them takes longer."""
    return {number_of(name): name for name in asset_sources().decorated("textures", "sign")}


def _name_of(number: int) -> str:
    return _names().get(number) or all_signs()[number].name


def atlas_of(numbers: Iterable[int]) -> SignAtlas:
    """The signs of these numbers in one picture. Raises KeyError for a number that no sign has."""
    pictures = {number: sign_picture(_name_of(number)) for number in numbers}
    places, width, height = _shelves({number: picture.shape[:2] for number, picture in pictures.items()})
    whole = np.zeros((height, width, 4), np.uint8)
    rects: dict[int, Rect] = {}
    for number, (x, y) in places.items():
        picture = pictures[number]
        h, w = picture.shape[:2]
        padded = np.pad(picture, ((GAP, GAP), (GAP, GAP), (0, 0)), mode="edge")
        whole[y : y + h + 2 * GAP, x : x + w + 2 * GAP] = padded
        left, top = x + GAP, y + GAP
        rects[number] = (left / width, 1 - (top + h) / height, (left + w) / width, 1 - top / height)
    return SignAtlas(rects, whole)


def _shelves(sizes: dict[int, tuple[int, int]]) -> tuple[dict[int, tuple[int, int]], int, int]:
    """The upper left pixel for each of the sizes (height, width) with its gap, tallest first; width and height."""
    padded = {number: (h + 2 * GAP, w + 2 * GAP) for number, (h, w) in sizes.items()}
    needed = max([NARROWEST, *(w for _, w in padded.values())])
    about = max(needed, int(np.sqrt(sum(h * w for h, w in padded.values()))))
    width = 1 << (about - 1).bit_length()
    places: dict[int, tuple[int, int]] = {}
    x = y = shelf = 0
    for number, (h, w) in sorted(padded.items(), key=lambda each: (-each[1][0], -each[1][1], each[0])):
        if x + w > width:
            x, y, shelf = 0, y + shelf, 0
        places[number] = (x, y)
        x += w
        shelf = max(shelf, h)
    return places, width, max(HEIGHT_STEP, -(-(y + shelf) // HEIGHT_STEP) * HEIGHT_STEP)
