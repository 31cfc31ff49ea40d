"""YAML that people write, read safely, with the line and column of every value and every key in it.

A small part of YAML 1.2: mappings, lists and scalars of the core schema, in which ``on``, ``off``, ``yes`` and ``no``
are words. Tags, anchors and aliases are refused, so is a key written twice. Values are built from the parser's events
without recursion, and every limit is checked while they come, so that a hostile file costs no more than its own size.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from common.errors import DataError
from common.text import Lang

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_SCALAR = 4_000
MAX_NUMBER = 1e9
MAX_DIGITS = 30

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

Loc = tuple[str | int, ...]
"""The way from the top of a file to a value, for example ``("pages", 0, "quiz")``."""
Position = tuple[int, int]
"""Line and column, both from 1."""


class YamlWrong(DataError):
    """The file is not YAML of this kind; says where the first fault stands. What follows is not looked at.

    ``kind`` is ``syntax`` for what is not YAML, ``limit`` for what is too much; ``loc`` is what the fault lies in.
    """

    def __init__(
        self, code: str, kind: Literal["syntax", "limit"], file: str, position: Position, loc: Loc = (),
        *, expected: object = "", found: object = "",
    ) -> None:  # fmt: skip
        self.code, self.kind, self.file, self.position, self.loc = code, kind, file, position, loc
        self.expected, self.found = str(expected), str(found)
        super().__init__(f"scenarios.fault.{code}", expected=self.expected, found=self.found)

    def message(self, lang: Lang) -> str:
        return f"{self.file}:{self.position[0]}:{self.position[1]}: {super().message(lang)}"


@dataclass
class LocatedYaml:
    """The data of a file and the position of each value and each key in it."""

    file: str
    data: Any = None
    values: dict[Loc, Position] = field(default_factory=dict)
    keys: dict[Loc, Position] = field(default_factory=dict)

    def locate(self, loc: Loc) -> Position:
        """Where the value at ``loc`` stands, or the nearest thing around it that exists."""
        for length in range(len(loc), -1, -1):
            if found := self.values.get(loc[:length]):
                return found
        return (1, 1)

    def locate_key(self, loc: Loc) -> Position:
        """Where the key of ``loc`` stands; the value's place for items of a list."""
        return self.keys.get(loc) or self.locate(loc)


@dataclass
class _Open:
    """A mapping or list being filled. ``key`` is the mapping's key that waits for its value."""

    loc: Loc
    data: dict[Any, Any] | list[Any]
    key: str | None = None


def read_located(raw: bytes, file: str) -> LocatedYaml:
    """Read the bytes of a file named ``file`` in messages. One that holds nothing has no data and no values.

    Raises:
        YamlWrong: the bytes are not the YAML we read, or break a limit.
    """
    return _Reader(file).read(raw)


def decoded(raw: bytes, file: str) -> str:
    """The text of a file in UTF-8 without control characters. Raises YamlWrong."""
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        position = _after(raw[: wrong.start].decode("utf-8-sig", "replace"))
        raise YamlWrong("encoding", "syntax", file, position, found=f"0x{raw[wrong.start]:02X}") from wrong
    if control := _CONTROL.search(content):
        raise YamlWrong("character", "syntax", file, _after(content[: control.start()]))
    return content


class _Reader:
    """One reading of one file; the first fault ends it, since what follows cannot be trusted."""

    def __init__(self, file: str) -> None:
        self.source = LocatedYaml(file)
        self.stack: list[_Open] = []
        self.nodes = 0
        self.documents = 0

    def read(self, raw: bytes) -> LocatedYaml:
        if len(raw) > MAX_BYTES:
            raise self.fault("too_large", "limit", (1, 1), expected=f"{MAX_BYTES // 1024} kB", found=len(raw))
        for event in self.events(decoded(raw, self.source.file)):
            self.take(event)
        return self.source

    def events(self, content: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(content, Loader=_Loader)
        except yaml.MarkedYAMLError as wrong:
            mark = wrong.problem_mark or wrong.context_mark
            position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            code = "tab" if _is_tab(content, position) else "not_yaml"
            raise self.fault(code, "syntax", position, found=wrong.problem or "") from wrong

    def take(self, event: yaml.Event) -> None:
        position = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self.fault("two_documents", "syntax", position)
        elif isinstance(event, yaml.NodeEvent):
            self.take_node(event, position)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()

    def take_node(self, event: yaml.NodeEvent, position: Position) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.fault("too_many_nodes", "limit", position, expected=MAX_NODES)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self.fault("alias", "limit", position, found=event.anchor)
        if event.tag is not None and not (event.tag == "!" and isinstance(event, yaml.ScalarEvent)):
            raise self.fault("tag", "syntax", position, found=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            self.take_scalar(event, position)
        else:
            self.take_collection(event, position)

    def take_scalar(self, event: yaml.ScalarEvent, position: Position) -> None:
        if len(event.value) > MAX_SCALAR:
            raise self.fault("too_long", "limit", position, expected=MAX_SCALAR, found=len(event.value))
        parent = self.stack[-1] if self.stack else None
        if parent and isinstance(parent.data, dict) and parent.key is None:
            self.take_key(parent, event.value, position)
        else:
            self.place(self.resolved(event, position), position)

    def take_key(self, parent: _Open, key: str, position: Position) -> None:
        if key in parent.data:
            first = self.source.keys[(*parent.loc, key)]
            raise self.fault("duplicate_key", "syntax", position, (*parent.loc, key), found=key, expected=first[0])
        parent.key = key
        self.source.keys[(*parent.loc, key)] = position

    def take_collection(self, event: yaml.NodeEvent, position: Position) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise self.fault("too_deep", "limit", position, expected=MAX_DEPTH)
        if self.stack and isinstance(self.stack[-1].data, dict) and self.stack[-1].key is None:
            raise self.fault("key_not_a_word", "syntax", position)
        data: dict[Any, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Open(self.place(data, position), data))

    def place(self, value: Any, position: Position) -> Loc:
        """Put a value where the parent waits for it; return its location."""
        loc: Loc = ()
        if not self.stack:
            self.source.data = value
        else:
            parent = self.stack[-1]
            if isinstance(parent.data, dict):
                loc = (*parent.loc, parent.key or "")
                parent.data[parent.key] = value
                parent.key = None
            else:
                loc = (*parent.loc, len(parent.data))
                parent.data.append(value)
        self.source.values[loc] = position
        return loc

    def resolved(self, event: yaml.ScalarEvent, position: Position) -> str | int | float | bool | None:
        """The value of a scalar by the core schema of YAML 1.2; quoted ones are text."""
        word = event.value
        if not event.implicit[0]:
            return word
        if word in _WORDS:
            return _WORDS[word]
        if _NOT_FINITE.fullmatch(word):
            raise self.fault("number", "limit", position, found=word)
        whole = _INTEGER.fullmatch(word)
        if not whole and not _FLOAT.fullmatch(word):
            return word
        value = float(word) if len(word) <= MAX_DIGITS else math.inf
        if not abs(value) <= MAX_NUMBER:
            raise self.fault("number", "limit", position, found=word)
        return int(word) if whole else value

    def fault(
        self, code: str, kind: Literal["syntax", "limit"], position: Position, loc: Loc = (),
        *, expected: object = "", found: object = "",
    ) -> YamlWrong:  # fmt: skip
        loc = loc or (self.stack[-1].loc if self.stack else ())
        return YamlWrong(code, kind, self.source.file, position, loc, expected=expected, found=found)


def _after(before: str) -> Position:
    """The position that follows the text ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _is_tab(content: str, position: Position) -> bool:
    lines = content.splitlines()
    line = lines[position[0] - 1] if position[0] <= len(lines) else ""
    return "\t" in line[: position[1]]
