"""What the lines of a text seem to say, however broken it is, and where in it a cursor is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from scenarios.faults import Loc

Part = Literal["key", "value", "item", "text"]
"""What stands at a place: a key of the mapping ``loc``; the value at ``loc``; an item of a list at ``loc``, of
which it is not known yet whether it is a word or a mapping; or free text and comments, about which there is
nothing to say."""

COMMENT = re.compile(r"(^|\s)#")
"""The beginning of a comment."""


@dataclass(frozen=True)
class Spot:
    """Where a cursor is. ``start`` and ``end`` are the columns of the word under it, from 1, ``end`` after it."""

    loc: Loc
    part: Part
    word: str
    start: int
    end: int


@dataclass
class Region:
    """From a column (from 0) of a line on, until the next region begins."""

    column: int
    loc: Loc
    part: Part


@dataclass
class Block:
    """A mapping or list whose entries begin at the column ``indent``."""

    indent: int
    loc: Loc
    listed: bool
    count: int = 0


@dataclass
class Waiting:
    """A key or dash at the column ``indent`` whose value is expected in the lines below."""

    indent: int
    loc: Loc


@dataclass
class Outline:
    """What a text seems to say. ``data`` holds every scalar as it is written, without quotes."""

    lines: list[str]
    data: Any = field(default_factory=dict)
    regions: dict[int, list[Region]] = field(default_factory=dict)
    blanks: dict[int, tuple[list[Block], Waiting | None]] = field(default_factory=dict)
    """What was open before each blank line."""

    def at(self, line: int, column: int) -> Spot | None:
        """The place of a cursor before the character ``column`` of ``line``, both from 1."""
        written = self.lines[line - 1] if 0 < line <= len(self.lines) else None
        if written is None:
            return None
        cursor = min(column - 1, len(written))
        if line in self.blanks and not written.strip():
            return _spot_on_blank(*self.blanks[line], cursor)
        regions = self.regions.get(line, [])
        held = [index for index, region in enumerate(regions) if region.column <= cursor]
        if not held:
            return None
        region = regions[held[-1]]
        following = regions[held[-1] + 1 :]
        end = following[0].column if following else len(written)
        return _spot(region, written[:end], cursor)

    def value(self, loc: Loc) -> Any:
        """What is written at ``loc``, None where nothing is."""
        value = self.data
        for part in loc:
            known = isinstance(value, dict) and part in value
            known = known or (isinstance(value, list) and isinstance(part, int) and part < len(value))
            if not known:
                return None
            value = value[part]
        return value


def _spot(region: Region, written: str, cursor: int) -> Spot:
    """The word of a region that ends with ``written``, as far as it goes without punctuation round it."""
    start = region.column
    while start < cursor and (written[start].isspace() or (written[start] == "-" and region.part == "item")):
        start += 1
    end = max(len(written.rstrip(" ,]}:")), cursor, start)
    word = written[start:end]
    if region.part != "text" and (comment := COMMENT.search(word)):
        end = start + comment.start()
        word = word[: comment.start()]
    return Spot(region.loc, region.part, word.strip().strip("\"'"), start + 1, end + 1)


def _spot_on_blank(blocks: list[Block], waiting: Waiting | None, cursor: int) -> Spot:
    """On a blank line, the column says what a word there would belong to."""
    if waiting is not None and cursor > waiting.indent:
        return Spot(waiting.loc, "item", "", cursor + 1, cursor + 1)
    holding = [block for block in blocks if block.indent <= cursor and not (block.listed and block.indent == cursor)]
    return Spot(holding[-1].loc if holding else (), "key", "", cursor + 1, cursor + 1)
