"""Letters for panels in the picture: the font, and lines broken to a width."""

from __future__ import annotations

import re
from functools import cache
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


def broken(text: str, size: int, width: float) -> list[str]:
    """``text`` in lines not wider than ``width`` pixels (a longer word stands alone)."""
    letters = font(size)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _PIECES.findall(paragraph):
            if line and letters.getlength((line + piece).rstrip()) > width and piece[0] not in NOT_FIRST:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return lines
