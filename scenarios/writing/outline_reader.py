"""A text read with tolerance into its outline.

Suggestions are wanted exactly while a line is unfinished, when a parser of YAML has nothing to say. This
reader goes by indentation and brackets, never fails, and lets a broken line harm no other: a bracket that
is never closed ends where a line stands as far to the left as the key it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from scenarios.faults import Loc
from scenarios.source import MAX_BYTES, MAX_DEPTH
from scenarios.writing.outline import COMMENT, Block, Outline, Part, Region, Waiting

_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s#"'\[\]{},&*!|>%@`][^:#]*?)\s*:(?=\s|$)""")


def outline(text: str) -> Outline:
    """Read a text of any kind; one that is longer than a scenario may be seems to say nothing."""
    found = Outline(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    if len(text) <= MAX_BYTES:
        reader = _Reader(found)
        for number, line in enumerate(found.lines, 1):
            reader.take(number, line)
    return found


@dataclass
class _Frame:
    """A mapping or list in brackets that is open."""

    loc: Loc
    listed: bool
    count: int = 0
    key: str | None = None

    @property
    def next_loc(self) -> Loc:
        return (*self.loc, self.count if self.listed else self.key or "")


class _Reader:
    """One reading of one text, line by line."""

    def __init__(self, found: Outline) -> None:
        self.found = found
        self.number = 0
        self.blocks: list[Block] = []
        self.waiting: Waiting | None = None
        self.text_of: Waiting | None = None
        """The key of a text in lines (``|`` or ``>``) that goes on."""
        self.frames: list[_Frame] = []
        self.flow_indent = 0

    def take(self, number: int, line: str) -> None:
        self.number = number
        content = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if self.text_of is not None and (not content or indent > self.text_of.indent):
            self.mark(0, self.text_of.loc, "text")
            return
        self.text_of = None
        if self.frames and (not content or indent > self.flow_indent or content[0] in "]}"):
            self.mark(0, *self.expected())
            self.flow(line, indent)
            return
        self.frames.clear()
        if not content:
            self.found.blanks[number] = (list(self.blocks), self.waiting)
        elif content.startswith("#"):
            self.mark(0, (), "text")
        else:
            self.block(line, indent)

    def mark(self, column: int, loc: Loc, part: Part) -> None:
        self.found.regions.setdefault(self.number, []).append(Region(column, loc, part))

    def put(self, loc: Loc, value: Any) -> None:
        """Enter a value; what is in the way of it gives way."""
        if not loc:
            self.found.data = value
            return
        parent = self.found.value(loc[:-1])
        key = loc[-1]
        if isinstance(parent, list) and isinstance(key, int):
            if key < len(parent):
                parent[key] = value
            else:
                parent.append(value)
        elif isinstance(parent, dict):
            parent[key] = value

    # --- lines -----------------------------------------------------------------------------------

    def block(self, line: str, column: int) -> None:
        """A line that begins an entry at ``column``."""
        listed = _is_item(line, column)
        block = self.settled(column, listed)
        if listed and block.listed:
            loc = (*block.loc, block.count)
            block.count += 1
            self.mark(column, loc, "item")
            self.item(line, column, loc)
        elif key := _KEY.match(line, column):
            self.key(line, key, block.loc, column)
        else:
            self.mark(column, block.loc, "key")

    def settled(self, column: int, listed: bool) -> Block:
        """The block that an entry at ``column`` belongs to."""
        waiting, self.waiting = self.waiting, None
        if waiting and (column > waiting.indent or (listed and column == waiting.indent)):
            return self.opened(column, waiting.loc, listed)
        while self.blocks and (
            self.blocks[-1].indent > column
            or (self.blocks[-1].indent == column and self.blocks[-1].listed and not listed)
        ):
            self.blocks.pop()
        return self.blocks[-1] if self.blocks else self.opened(column, (), listed)

    def opened(self, column: int, loc: Loc, listed: bool) -> Block:
        block = Block(column, loc, listed)
        if len(self.blocks) < MAX_DEPTH:
            self.blocks.append(block)
        self.put(loc, [] if listed else {})
        return block

    def item(self, line: str, dash: int, loc: Loc) -> None:
        """What follows the dash of a list."""
        self.put(loc, None)
        column = dash + 1
        while column < len(line) and line[column] == " ":
            column += 1
        if _is_item(line, column) and len(loc) < MAX_DEPTH:
            inner = self.opened(column, loc, True)
            inner.count = 1
            self.mark(column, (*loc, 0), "item")
            self.item(line, column, (*loc, 0))
        elif key := _KEY.match(line, column):
            self.opened(column, loc, False)
            self.key(line, key, loc, column)
        else:
            self.value(line, column, loc, dash)

    def key(self, line: str, key: re.Match[str], loc: Loc, indent: int) -> None:
        name = key[1].strip("\"'")
        value_loc = (*loc, name)
        self.put(value_loc, None)
        self.mark(key.start(), loc, "key")
        self.mark(key.end(), value_loc, "value")
        self.value(line, key.end(), value_loc, indent)

    def value(self, line: str, column: int, loc: Loc, indent: int) -> None:
        """What stands at ``column`` after a colon or a dash; ``indent`` is the column of its key or dash."""
        rest = line[column:].strip()
        if not rest or rest.startswith("#"):
            self.waiting = Waiting(indent, loc)
        elif rest[0] in "[{":
            self.flow_indent = indent
            self.flow(line, column, loc)
        elif rest[0] in "|>":
            self.text_of = Waiting(indent, loc)
        else:
            self.put(loc, _unquoted(rest))
        if not self.frames and (comment := COMMENT.search(line, _after_word(line, column))):
            self.mark(comment.start(), (), "text")

    # --- brackets --------------------------------------------------------------------------------

    def expected(self) -> tuple[Loc, Part]:
        """What comes next in the brackets that are open."""
        frame = self.frames[-1]
        if frame.listed:
            return frame.next_loc, "item"
        return (frame.loc, "key") if frame.key is None else (frame.next_loc, "value")

    def flow(self, line: str, column: int, opening: Loc | None = None) -> None:
        """Go on in brackets from ``column``; the first one opens the value at ``opening``."""
        begun = column
        while column < len(line):
            sign = line[column]
            if sign in "\"'" and not line[begun:column].strip():
                column = _after_quote(line, column)
                continue
            if sign == "#" and line[column - 1].isspace():
                self.mark(column, (), "text")
                line = line[:column]
                break
            if sign in "[{":
                loc = self.frames[-1].next_loc if self.frames else opening or ()
                if len(loc) >= MAX_DEPTH:
                    break
                self.frames.append(_Frame(loc, sign == "["))
                self.put(loc, [] if sign == "[" else {})
            elif sign == ":" and self.is_colon(line, column):
                self.frames[-1].key = _unquoted(line[begun:column])
                self.put(self.frames[-1].next_loc, None)
            elif sign in ",]}":
                self.word(line[begun:column])
                if self.stepped(sign):
                    self.mark(column + 1, (), "text")
                    return
            else:
                column += 1
                continue
            column += 1
            begun = column
            self.mark(column, *self.expected())
        self.word(line[begun:])

    def is_colon(self, line: str, column: int) -> bool:
        """Whether a colon ends a key."""
        frame = self.frames[-1]
        return not frame.listed and frame.key is None and line[column + 1 : column + 2] in ("", " ", ",", "]", "}")

    def word(self, written: str) -> None:
        """A scalar in brackets has come to its end."""
        word, frame = _unquoted(written), self.frames[-1] if self.frames else None
        if word and frame and (frame.listed or frame.key is not None):
            self.put(frame.next_loc, word)

    def stepped(self, sign: str) -> bool:
        """After a comma or a closing bracket; whether that was the last one."""
        if sign != ",":
            self.frames.pop()
            return not self.frames
        self.frames[-1].count += 1
        self.frames[-1].key = None
        return False


def _is_item(line: str, column: int) -> bool:
    return line[column : column + 1] == "-" and line[column + 1 : column + 2] in ("", " ")


def _unquoted(written: str) -> str:
    word = written.strip()
    if word[:1] in ("'", '"'):
        return word[1 : _after_quote(word, 0) - 1] if len(word) > 1 else ""
    comment = COMMENT.search(word)
    return word[: comment.start()].strip() if comment else word


def _after_word(line: str, column: int) -> int:
    """Where a comment may begin behind a value at ``column``: not within its quotation marks."""
    begin = column + len(line[column:]) - len(line[column:].lstrip())
    return _after_quote(line, begin) if line[begin : begin + 1] in ("'", '"') else column


def _after_quote(line: str, start: int) -> int:
    """The column after the quotation that begins at ``start``, or the line's end when it is not closed."""
    mark, column = line[start], start + 1
    while column < len(line):
        if mark == '"' and line[column] == "\\":
            column += 1
        elif line[column] == mark:
            return column + 1
        column += 1
    return len(line)
