"""Letters for panels in the picture: the font, and lines broken to a width."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from PIL import ImageFont

_PIECES = re.compile(r"[ -~]+?(?:\s+|$|(?=[^ -~]))|.", re.DOTALL)
"""Words of Latin letters with the space behind them, and every other character alone."""
NOT_FIRST = "，。：；？！）”、》…"
"""Punctuation that does not begin a line."""


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Noto Sans SC, ``size`` pixels high."""
    stored = resources.files("pylopdf_fonts_zh_cn").joinpath("NotoSansSC-Regular.otf")
    with resources.as_file(stored) as path:
        return ImageFont.truetype(str(path), size)


FULL_WIDTH = "\u2e80"
"""From this character on all are as wide as they are high."""


@lru_cache(maxsize=8192)
def _length(piece: str, size: int) -> float:
    """How many pixels wide a word or a character is. Asking the font takes long where there are many."""
    return float(size) if len(piece) == 1 and piece >= FULL_WIDTH else font(size).getlength(piece)


def width_of(line: str, size: int) -> float:
    """How many pixels wide a line is."""
    return sum(_length(piece, size) for piece in _PIECES.findall(line))


def broken(text: str, size: int, width: float) -> list[str]:
    """``text`` in lines not wider than ``width`` pixels (a longer word stands alone)."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, long = "", 0.0
        for piece in _PIECES.findall(paragraph):
            if line and long + _length(piece.rstrip(), size) > width and piece[0] not in NOT_FIRST:
                lines.append(line.rstrip())
                line, long = "", 0.0
            line += piece
            long += _length(piece, size)
        lines.append(line.rstrip())
    return lines
