"""Which characters of a name the fonts on this machine can draw, and from where the rare ones come.

Names have characters that few fonts hold. The sheet is set in our own fonts; what they lack is looked
for in the machine's, and what no font has cannot be drawn.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal

import numpy as np
import typst

_OWN = "pylopdf_fonts_zh_cn"
_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}
"""Platform and encoding of the tables that map code points to glyphs."""
_COLLECTION = b"ttcf"
_CODE_POINTS = 0x110000
_MOST_TABLE_BYTES = 4 * 1024 * 1024
Source = Literal["ours", "machine", "none"]


@dataclass(frozen=True)
class Rare:
    """A character that our own fonts lack, and who draws it instead."""

    character: str
    source: Source

    @property
    def code(self) -> str:
        """The code point as people write it: ``U+20BB7``."""
        return f"U+{ord(self.character):04X}"


def rare_in(text: str) -> list[Rare]:
    """The characters of ``text`` that our fonts lack, each once, in their order."""
    lacking = [each for each in dict.fromkeys(text) if not each.isspace() and not _has(_own(), each)]
    return [Rare(each, "machine" if _has(_machine(), each) else "none") for each in lacking]


def undrawable(text: str) -> str:
    """The characters of ``text`` that no font on this machine has, each once, in their order."""
    return "".join(each.character for each in rare_in(text) if each.source == "none")


def fonts_folder() -> Path:
    """The folder of the fonts that come with the program."""
    return Path(str(resources.files(_OWN)))


@cache
def typesetter_fonts() -> typst.Fonts:
    """Our fonts and those of the machine, looked for once."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[str(fonts_folder())])


def _has(drawn: np.ndarray, character: str) -> bool:
    return bool(drawn[ord(character)])


@cache
def _own() -> np.ndarray:
    return _drawn((path, 0) for path in sorted(fonts_folder().glob("*.otf")))


@cache
def _machine() -> np.ndarray:
    files = {(Path(each.path), each.index) for each in typesetter_fonts().fonts() if each.path}
    return _drawn(sorted(files))


def _drawn(fonts: Iterable[tuple[Path, int]]) -> np.ndarray:
    """Whether one of ``fonts`` has a glyph, for every code point (boolean, by code point)."""
    steps = np.zeros(_CODE_POINTS + 1, np.int32)
    for path, index in fonts:
        for runs in _runs(path, index):
            np.add.at(steps, runs[:, 0], 1)
            np.add.at(steps, runs[:, 1] + 1, -1)
    return np.cumsum(steps[:-1]) > 0


def _runs(path: Path, index: int) -> list[np.ndarray]:
    """First and last code points of the runs that a font has glyphs for; nothing for a file that is no such font."""
    try:
        table = _character_map(path, index)
        runs = [each for offset in _unicode_subtables(table) for each in _read_subtable(table[offset:])]
        return [each for each in runs if each.size and 0 <= each.min() <= each.max() < _CODE_POINTS]
    except (OSError, struct.error, ValueError):  # the typesetter passes over what it cannot read, too
        return []


def _character_map(path: Path, index: int) -> bytes:
    """The table ``cmap`` of the font number ``index`` in a file (OpenType; collections too)."""
    with path.open("rb") as file:
        start = 0
        if file.read(4) == _COLLECTION:
            file.seek(12 + 4 * index)
            (start,) = struct.unpack(">L", file.read(4))
        file.seek(start + 4)
        (count,) = struct.unpack(">H", file.read(2))
        file.seek(start + 12)
        for _ in range(count):
            tag, _checksum, offset, length = struct.unpack(">4sLLL", file.read(16))
            if tag == b"cmap":
                file.seek(offset)
                return file.read(min(length, _MOST_TABLE_BYTES))
    raise ValueError("no cmap")


def _unicode_subtables(table: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", table, 2)
    for place in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * place)
        if (platform, encoding) in _UNICODE:
            yield offset


def _read_subtable(table: bytes) -> Iterator[np.ndarray]:
    """The runs of a subtable, one row each, of the two formats that fonts of Chinese use."""
    (form,) = struct.unpack_from(">H", table, 0)
    if form == 12:
        (groups,) = struct.unpack_from(">L", table, 12)
        yield np.frombuffer(table, ">u4", groups * 3, 16).reshape(-1, 3)[:, :2].astype(np.int64)
    elif form == 4:
        (doubled,) = struct.unpack_from(">H", table, 6)
        last = np.frombuffer(table, ">u2", doubled // 2, 14).astype(np.int64)
        first = np.frombuffer(table, ">u2", doubled // 2, 16 + doubled).astype(np.int64)
        runs = np.stack([first, last], axis=1)
        yield runs[runs[:, 0] != 0xFFFF]  # the run that ends every such table
