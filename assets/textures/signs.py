"""The sign atlas: every sign, board, label and plate in one picture.

A sign is a function that draws with a ``Pen``, entered by ``@sign(name, w, h)`` with its size in
pixels of the atlas. Every module of this package may hold signs. Where a sign lies in the atlas
depends on the sizes alone, so models can be built without drawing anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from assets.cache import cached, source_key
from assets.textures.pen import Pen

Rect = tuple[float, float, float, float]
Draw = Callable[[Pen], None]

ATLAS_WIDTH = 2048
GAP = 6
"""Pixels round each sign that repeat its edge, so that smaller mip levels do not bleed."""


@dataclass(frozen=True)
class Sign:
    name: str
    w: int
    h: int
    draw: Draw


SIGNS: dict[str, Sign] = {}


def sign(name: str, w: int, h: int) -> Callable[[Draw], Draw]:
    """Enter the decorated function as the drawing of sign ``name``, ``w`` x ``h`` pixels of the atlas."""

    def enter(draw: Draw) -> Draw:
        if name in SIGNS:
            raise ValueError(f"sign {name!r} is drawn twice")
        if w + 2 * GAP > ATLAS_WIDTH:
            raise ValueError(f"sign {name!r} is wider than the atlas")
        SIGNS[name] = Sign(name, w, h, draw)
        return draw

    return enter


@cache
def _table() -> tuple[Sign, ...]:
    """All signs, tallest first."""
    package = import_module("assets.textures")
    for module in iter_modules(package.__path__):
        import_module(f"assets.textures.{module.name}")
    return tuple(sorted(SIGNS.values(), key=lambda each: (-each.h, -each.w, each.name)))


@cache
def _layout() -> tuple[dict[str, tuple[int, int]], int]:
    """The upper left pixel of each sign, and the height of the atlas."""
    places: dict[str, tuple[int, int]] = {}
    x = y = shelf = 0
    for each in _table():
        if x + each.w + 2 * GAP > ATLAS_WIDTH:
            x, y, shelf = 0, y + shelf, 0
        places[each.name] = (x + GAP, y + GAP)
        x += each.w + 2 * GAP
        shelf = max(shelf, each.h + 2 * GAP)
    return places, -(-(y + shelf) // 256) * 256


def sign_names() -> tuple[str, ...]:
    return tuple(sorted(each.name for each in _table()))


def sign_rect(name: str) -> Rect:
    """Where a sign lies in the atlas: (u0, v0, u1, v1), v upward. Raises KeyError for an unknown sign."""
    places, height = _layout()
    x, y = places[name]
    each = SIGNS[name]
    return x / ATLAS_WIDTH, 1 - (y + each.h) / height, (x + each.w) / ATLAS_WIDTH, 1 - y / height


def sign_aspect(name: str) -> float:
    """Width by height of a sign. Raises KeyError for an unknown sign."""
    sign_rect(name)
    return SIGNS[name].w / SIGNS[name].h


def draw_sign(name: str) -> Image.Image:
    """One sign alone, RGBA. Raises KeyError for an unknown sign."""
    sign_rect(name)
    each = SIGNS[name]
    pen = Pen(each.w, each.h)
    each.draw(pen)
    return pen.picture()


def atlas_key() -> tuple[object, ...]:
    """All that the atlas depends on."""
    return (source_key("assets.textures"),)


@cache
def sign_atlas() -> tuple[dict[str, Rect], NDArray[np.uint8]]:
    """Where each sign lies, and the picture (height, 2048, 4) uint8, through the cache.

    The picture is sRGB and opacity, its row 0 at v = 1.
    """
    rects = {name: sign_rect(name) for name in sign_names()}
    return rects, cached("signs", atlas_key(), lambda: {"atlas": _drawn_atlas()})["atlas"]


def _drawn_atlas() -> NDArray[np.uint8]:
    places, height = _layout()
    atlas = np.zeros((height, ATLAS_WIDTH, 4), np.uint8)
    for name, (x, y) in places.items():
        picture = np.pad(np.asarray(draw_sign(name)), ((GAP, GAP), (GAP, GAP), (0, 0)), mode="edge")
        atlas[y - GAP : y - GAP + picture.shape[0], x - GAP : x - GAP + picture.shape[1]] = picture
    return atlas
