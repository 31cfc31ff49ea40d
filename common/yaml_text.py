"""Our own YAML files, and the words of a scalar: the quick way from libyaml's events to plain values.

The values are those of the core schema of YAML 1.2, in which ``on``, ``off``, ``yes`` and ``no`` are words.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Makes events of a text; a PyYAML without libyaml has none in C."""
NUMBER_STARTS = frozenset("+-.0123456789")
INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def read_yaml(content: str) -> Any:
    """The value of a YAML document of ours: mappings of words, lists and scalars; None where there is none.

    Raises:
        yaml.YAMLError: it is no YAML, or has a tag, an anchor, a key that is no word or one that is written twice.
    """
    parser = Parser(content)
    try:
        return _built(parser)
    finally:
        parser.dispose()


def _built(parser: Any) -> Any:
    """PyYAML's own builder makes a tree of nodes first, and asks Python about the tag of each of them."""
    top: list[Any] = []
    parent: Any = top
    key: str | None = None
    around: list[Any] = []
    for event in iter(parser.get_event, None):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if key is None and type(parent) is dict:
                key = value
                continue
            if event.implicit[0] and (value in WORDS or value[0] in NUMBER_STARTS):
                value = _resolved(value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            value = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            parent = around.pop()
            continue
        else:
            _refuse(kind is yaml.AliasEvent, event)
            continue
        _refuse(event.anchor is not None or event.tag is not None, event)
        if type(parent) is dict:
            _refuse(key is None or key in parent, event)
            parent[key], key = value, None
        else:
            parent.append(value)
        if kind is not yaml.ScalarEvent:
            around.append(parent)
            parent = value
    return top[0] if top else None


def _resolved(word: str) -> str | int | float | bool | None:
    """The value of a plain scalar."""
    if word in WORDS:
        return WORDS[word]
    if INTEGER.fullmatch(word):
        return int(word)
    return float(word) if FLOAT.fullmatch(word) else word


def _refuse(holds: bool, event: yaml.Event) -> None:
    if holds:
        raise yaml.MarkedYAMLError(problem="our files do without this", problem_mark=event.start_mark)
