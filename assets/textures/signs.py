"""Signs, boards, labels and plates: the table of what draws them.

A sign is a function that draws with a ``Pen``, entered by ``@sign(name, w, h)`` with its size in
pixels. Every module of this package may hold signs. A mesh tells its sign by a number that depends
on the name alone, so models are built without drawing anything and outlive changes of other signs;
``assets.textures.atlas`` brings the signs that are seen together into one picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from zlib import crc32

from PIL import Image

from assets.sources import maker_of
from assets.textures.pen import Pen

Draw = Callable[[Pen], None]

WIDEST = 2048
"""Pixels: no sign is wider or higher."""


@dataclass(frozen=True)
class Sign:
    name: str
    w: int
    h: int
    draw: Draw

    @property
    def number(self) -> int:
        return number_of(self.name)


SIGNS: dict[str, Sign] = {}


def number_of(name: str) -> int:
    """The number of a name: 24 bits, which a 32-bit float holds exactly."""
    return crc32(name.encode()) & 0xFFFFFF


def sign(name: str, w: int, h: int) -> Callable[[Draw], Draw]:
    """Enter the decorated function as the drawing of sign ``name``, ``w`` x ``h`` pixels."""

    def enter(draw: Draw) -> Draw:
        if name in SIGNS:
            raise ValueError(f"sign {name!r} is drawn twice")
        if max(w, h) > WIDEST:
            raise ValueError(f"sign {name!r} is larger than {WIDEST} pixels")
        SIGNS[name] = Sign(name, w, h, draw)
        return draw

    return enter


@cache
def all_signs() -> dict[int, Sign]:
    """All signs by number, once every module of this package is imported."""
    package = import_module("assets.textures")
    for module in iter_modules(package.__path__):
        import_module(f"assets.textures.{module.name}")
    by_number: dict[int, Sign] = {}
    for each in SIGNS.values():
        twin = by_number.setdefault(each.number, each)
        if twin is not each:
            raise ValueError(f"signs {each.name!r} and {twin.name!r} have one number: rename one")
    return by_number


def sign_names() -> tuple[str, ...]:
    return tuple(sorted(each.name for each in all_signs().values()))


def sign_named(name: str) -> Sign:
    """Raises KeyError for an unknown sign."""
    module = maker_of("textures", "sign", name)
    if module is None:
        all_signs()
    else:
        import_module(module)
    return SIGNS[name]


def sign_aspect(name: str) -> float:
    """Width by height of a sign. Raises KeyError for an unknown sign.

    A prop that uses it is not built anew when the sign's shape changes, unless it is the sign that the
    prop was asked for.
    """
    found = sign_named(name)
    return found.w / found.h


def draw_sign(name: str) -> Image.Image:
    """One sign alone, RGBA. Raises KeyError for an unknown sign."""
    found = sign_named(name)
    pen = Pen(found.w, found.h)
    found.draw(pen)
    return pen.picture()
