"""YAML that people write, read safely, with the line and column of every value and every key in it.

A small part of YAML 1.2: mappings, lists and scalars of the core schema, in which ``on``, ``off``, ``yes`` and ``no``
are words. Tags, anchors and aliases are refused, so is a key written twice. Values are built from the parser's events
without recursion, and every limit is checked while they come, so that a hostile file costs no more than its own size.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, Literal

import yaml

from common.errors import DataError
from common.text import Lang
from common.yaml_text import FLOAT, INTEGER, NUMBER_STARTS, WORDS, Parser

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_SCALAR = 4_000
MAX_NUMBER = 1e9
MAX_DIGITS = 30
_WIDEST = MAX_BYTES + 1

_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODES = frozenset({yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})

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
    """The data of a file and the position of each value and each key in it.

    Most files are in order and nobody asks where anything in them stands, so positions are kept as they came, in the
    order of the file, and put beside their places when the first one is asked for: ``data`` must be as it was read.
    Whole numbers (``_position``) are nothing that the collector of garbage would go through again and again.
    """

    file: str
    data: Any = None
    value_marks: list[int] = field(default_factory=list, repr=False)
    key_marks: list[int] = field(default_factory=list, repr=False)

    @property
    def empty(self) -> bool:
        """Whether the file holds nothing, not even a null."""
        return not self.value_marks

    @cached_property
    def values(self) -> dict[Loc, Position]:
        """The position of every value."""
        locs = chain([()], (loc for loc, _ in _inner(self.data)))
        return dict(zip(locs, map(_position, self.value_marks), strict=False))  # none where nothing was read

    @cached_property
    def keys(self) -> dict[Loc, Position]:
        """The position of every key of a mapping."""
        locs = (loc for loc, parent in _inner(self.data) if isinstance(parent, dict))
        return dict(zip(locs, map(_position, self.key_marks), strict=False))

    def locate(self, loc: Loc) -> Position:
        """Where the value at ``loc`` stands, or the nearest thing around it that exists."""
        for length in range(len(loc), -1, -1):
            if found := self.values.get(loc[:length]):
                return found
        return (1, 1)

    def locate_key(self, loc: Loc) -> Position:
        """Where the key of ``loc`` stands; the value's place for items of a list."""
        return self.keys.get(loc) or self.locate(loc)


def _inner(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """The place of everything within ``data`` and what it lies in, in the order of the file."""
    items: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    for key, value in items:
        within = (*loc, key)
        yield within, data
        if isinstance(value, dict | list):
            yield from _inner(value, within)


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
        self.parent: dict[str, Any] | list[Any] | None = None
        """What is being filled."""
        self.key: str | None = None
        """The key of the parent that waits for its value, where that is a mapping."""
        self.around: list[Any] = []
        """What lies around the parent, from the outside: nothing, the top, and so on."""
        self.documents = 0

    def read(self, raw: bytes) -> LocatedYaml:
        if len(raw) > MAX_BYTES:
            raise self.fault("too_large", "limit", (1, 1), expected=f"{MAX_BYTES // 1024} kB", found=len(raw))
        content = decoded(raw, self.source.file)
        try:
            self.take_all(content)
        except yaml.MarkedYAMLError as wrong:
            mark = wrong.problem_mark or wrong.context_mark
            position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            code = "tab" if _is_tab(content, position) else "not_yaml"
            raise self.fault(code, "syntax", position, found=wrong.problem or "") from wrong
        return self.source

    def take_all(self, content: str) -> None:
        """Build the data from the parser's events: one loop, since a van reads tens of thousands as it starts."""
        parser = Parser(content)
        nodes = 0
        try:
            for event in iter(parser.get_event, None):
                kind = type(event)
                if kind in _ENDS:
                    self.parent = self.around.pop()
                elif kind in _NODES:
                    start = event.start_mark
                    mark = start.line * _WIDEST + start.column
                    nodes += 1
                    if nodes > MAX_NODES:
                        raise self.fault("too_many_nodes", "limit", _position(mark), expected=MAX_NODES)
                    if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
                        self.refuse_extras(event, mark)
                    if kind is yaml.ScalarEvent:
                        self.take_scalar(event, mark)
                    else:
                        self.take_collection({} if kind is yaml.MappingStartEvent else [], mark)
                elif kind is yaml.DocumentStartEvent:
                    self.take_document(event)
        finally:
            parser.dispose()

    def take_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            start = event.start_mark
            raise self.fault("two_documents", "syntax", (start.line + 1, start.column + 1))

    def refuse_extras(self, event: yaml.NodeEvent, mark: int) -> None:
        """Anchors, aliases and tags; ``!`` alone only says that a scalar is text."""
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self.fault("alias", "limit", _position(mark), found=event.anchor)
        if not (event.tag == "!" and isinstance(event, yaml.ScalarEvent)):
            raise self.fault("tag", "syntax", _position(mark), found=event.tag)

    def take_scalar(self, event: yaml.ScalarEvent, mark: int) -> None:
        word = event.value
        if len(word) > MAX_SCALAR:
            raise self.fault("too_long", "limit", _position(mark), expected=MAX_SCALAR, found=len(word))
        if self.key is None and type(self.parent) is dict:
            self.take_key(word, mark)
        elif event.implicit[0] and (word in WORDS or word[0] in NUMBER_STARTS):
            self.place(self.resolved(word, mark), mark)
        else:
            self.place(word, mark)

    def take_key(self, key: str, mark: int) -> None:
        if key in self.parent:
            loc = (*self.loc(), key)
            first = self.source.keys[loc]
            raise self.fault("duplicate_key", "syntax", _position(mark), loc, found=key, expected=first[0])
        self.key = key
        self.source.key_marks.append(mark)

    def take_collection(self, data: dict[str, Any] | list[Any], mark: int) -> None:
        if len(self.around) >= MAX_DEPTH:
            raise self.fault("too_deep", "limit", _position(mark), expected=MAX_DEPTH)
        if self.key is None and type(self.parent) is dict:
            raise self.fault("key_not_a_word", "syntax", _position(mark))
        self.place(data, mark)
        self.around.append(self.parent)
        self.parent = data

    def place(self, value: Any, mark: int) -> None:
        """Put a value where the parent waits for it."""
        parent = self.parent
        if type(parent) is dict:
            parent[self.key] = value
            self.key = None
        elif parent is None:
            self.source.data = value
        else:
            parent.append(value)
        self.source.value_marks.append(mark)

    def resolved(self, word: str, mark: int) -> str | int | float | bool | None:
        """The value of a plain scalar by the core schema of YAML 1.2."""
        if word in WORDS:
            return WORDS[word]
        if _NOT_FINITE.fullmatch(word):
            raise self.fault("number", "limit", _position(mark), found=word)
        whole = INTEGER.fullmatch(word)
        if not whole and not FLOAT.fullmatch(word):
            return word
        value = float(word) if len(word) <= MAX_DIGITS else math.inf
        if not abs(value) <= MAX_NUMBER:
            raise self.fault("number", "limit", _position(mark), found=word)
        return int(word) if whole else value

    def loc(self) -> Loc:
        """The place of what is being filled: the last thing in each of those around it."""
        return tuple(next(reversed(each)) if isinstance(each, dict) else len(each) - 1 for each in self.around[1:])

    def fault(
        self, code: str, kind: Literal["syntax", "limit"], position: Position, loc: Loc = (),
        *, expected: object = "", found: object = "",
    ) -> YamlWrong:  # fmt: skip
        return YamlWrong(code, kind, self.source.file, position, loc or self.loc(), expected=expected, found=found)


def _position(mark: int) -> Position:
    """Line and column of what was kept as one number: the line times the widest that a line may be, and the column."""
    line, column = divmod(mark, _WIDEST)
    return line + 1, column + 1


def _after(before: str) -> Position:
    """The position that follows the text ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _is_tab(content: str, position: Position) -> bool:
    lines = content.splitlines()
    line = lines[position[0] - 1] if position[0] <= len(lines) else ""
    return "\t" in line[: position[1]]
