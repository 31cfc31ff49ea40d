"""YAML that people write, read safely, with the line and column of every value in it.

A small part of YAML 1.2: mappings, lists and scalars of the core schema, in which ``yes`` and ``no``
are words. Tags, anchors and aliases are refused, so is a key written twice. The parser's events are
taken without recursion and counted while they come, so that a hostile file costs no more than its size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from common.errors import DataError
from common.text import Lang

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
MAX_VALUES = 10_000
MAX_TEXT = 4_000

Loc = tuple[str | int, ...]
"""The way from the top of a file to a value, for example ``("pages", 0, "quiz")``."""
Position = tuple[int, int]
"""Line and column, both from 1."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(?P<whole>[0-9]{1,15})(?P<rest>\.[0-9]{1,15})?")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class YamlWrong(DataError):
    """The file is not YAML of this kind; says where the first fault stands. What follows is not looked at."""

    def __init__(self, key: str, file: str, position: Position, **places: object) -> None:
        self.file = file
        self.position = position
        super().__init__(key, **{"found": "", "expected": "", **places})

    def message(self, lang: Lang) -> str:
        return f"{self.file}:{self.position[0]}:{self.position[1]}: {super().message(lang)}"


@dataclass
class LocatedYaml:
    """The value of a file, and where each value and each key of it stands."""

    file: str
    data: Any = None
    values: dict[Loc, Position] = field(default_factory=dict)
    keys: dict[Loc, Position] = field(default_factory=dict)

    def locate(self, loc: Loc) -> Position:
        """Where the value at ``loc`` stands, or the nearest thing around it that exists."""
        around = (self.values.get(loc[:length]) for length in range(len(loc), -1, -1))
        return next(filter(None, around), (1, 1))

    def locate_key(self, loc: Loc) -> Position:
        """Where the key of ``loc`` stands; the value's place for items of a list."""
        return self.keys.get(loc) or self.locate(loc)


@dataclass
class _Open:
    """A mapping or list that is being filled. ``key`` waits for its value."""

    loc: Loc
    data: dict[str, Any] | list[Any]
    key: str | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.data, dict) and self.key is None


def read_located(content: bytes, file: str) -> LocatedYaml:
    """Read the content of a file, called ``file`` in messages.

    Raises:
        YamlWrong
    """
    if len(content) > MAX_BYTES:
        raise YamlWrong("scenarios.fault.too_large", file, (1, 1), expected=f"{MAX_BYTES // 1024} kB")
    written = decoded(content, file)
    reader = _Reader(file)
    try:
        for event in yaml.parse(written, Loader=_Loader):
            reader.take(event)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        tab = "\t" in "".join(written.splitlines()[position[0] - 1 : position[0]])[: position[1]]
        code = "tab" if tab else "not_yaml"
        raise YamlWrong(f"scenarios.fault.{code}", file, position, found=wrong.problem or "") from wrong
    return reader.read


def decoded(content: bytes, file: str) -> str:
    """The text of a file in UTF-8 without control characters. Raises YamlWrong."""
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        position = _after(content[: wrong.start].decode("utf-8-sig", "replace"))
        found = f"0x{content[wrong.start]:02X}"
        raise YamlWrong("scenarios.fault.encoding", file, position, found=found) from wrong
    if control := _CONTROL.search(written):
        raise YamlWrong("scenarios.fault.character", file, _after(written[: control.start()]))
    return written


class _Reader:
    """One reading of one file."""

    def __init__(self, file: str) -> None:
        self.read = LocatedYaml(file)
        self._stack: list[_Open] = []
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        """Take the parser's next event. Raises YamlWrong."""
        position = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.read.values:
            raise self._fault("lessons.fault.two_documents", position)
        elif isinstance(event, yaml.NodeEvent):
            self._check(event, position)
            if isinstance(event, yaml.ScalarEvent):
                self._take_scalar(event, position)
            else:
                self._open(event, position)

    def _check(self, event: yaml.NodeEvent, position: Position) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            raise self._fault("scenarios.fault.too_many_nodes", position, expected=MAX_VALUES)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._fault("scenarios.fault.alias", position, found=event.anchor)
        if event.tag not in (None, "!"):
            raise self._fault("scenarios.fault.tag", position, found=event.tag)

    def _take_scalar(self, event: yaml.ScalarEvent, position: Position) -> None:
        if len(event.value) > MAX_TEXT:
            raise self._fault("scenarios.fault.too_long", position, found=len(event.value), expected=MAX_TEXT)
        parent = self._stack[-1] if self._stack else None
        if parent is None or not parent.wants_key:
            self._place(_resolved(event), position)
            return
        loc = (*parent.loc, event.value)
        if event.value in parent.data:
            first = self.read.keys[loc][0]
            raise self._fault("scenarios.fault.duplicate_key", position, found=event.value, expected=first)
        parent.key = event.value
        self.read.keys[loc] = position

    def _open(self, event: yaml.NodeEvent, position: Position) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise self._fault("scenarios.fault.too_deep", position, expected=MAX_DEPTH)
        if self._stack and self._stack[-1].wants_key:
            raise self._fault("scenarios.fault.key_not_a_word", position)
        data: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._stack.append(_Open(self._place(data, position), data))

    def _place(self, value: Any, position: Position) -> Loc:
        """Put a value where its parent waits for it; where that is."""
        loc: Loc = ()
        if not self._stack:
            self.read.data = value
        else:
            parent = self._stack[-1]
            if isinstance(parent.data, list):
                loc = (*parent.loc, len(parent.data))
                parent.data.append(value)
            else:
                loc = (*parent.loc, parent.key or "")
                parent.data[parent.key or ""] = value
                parent.key = None
        self.read.values[loc] = position
        return loc

    def _fault(self, key: str, position: Position, **places: object) -> YamlWrong:
        return YamlWrong(key, self.read.file, position, **places)


def _resolved(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    """A plain scalar's value; what is quoted is text, and so is what looks like nothing else."""
    word = event.value
    if not event.implicit[0]:
        return word
    if word in _WORDS:
        return _WORDS[word]
    number = _NUMBER.fullmatch(word)
    if number is None:
        return word
    return float(word) if number["rest"] else int(word)


def _after(before: str) -> Position:
    """The position that follows the text ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
