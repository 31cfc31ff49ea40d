"""Suggestions and explanations at a cursor, for a text that may be broken at that very place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from scenarios.faults import Loc
from scenarios.model import OneOf
from scenarios.names import RESERVED
from scenarios.registry import Label, registry
from scenarios.schema import choice_labels
from scenarios.schema.allowed import Node, allowed_at
from scenarios.writing.meanings import Meanings
from scenarios.writing.outline import Outline, Spot
from scenarios.writing.outline_reader import outline
from scenarios.writing.plain import written
from scenarios.writing.words import both, joined, key_words, limits_words, model_words

MOST = 200
_LOOKS = ("state", "variant")
_ONE_KEY = {each.__name__ for each in OneOf.__subclasses__()}

Kind = Literal["key", "name", "choice"]
"""A key of the language; a name of the registry or of the file; a value that the language lists."""


@dataclass(frozen=True)
class Suggestion:
    label: str
    """What is shown, and what is typed to get it; a name is found by its Chinese and English too."""
    insert: str
    """What takes the place of what was typed, from ``Completion.from_column`` to the cursor."""
    detail_zh: str
    detail_en: str
    kind: Kind


@dataclass(frozen=True)
class Completion:
    from_column: int
    """Column, from 1, where the word begins that is being typed."""
    suggestions: list[Suggestion]
    """The likeliest first, at most ``MOST``."""


def complete(text: str, line: int, column: int) -> Completion:
    """What may stand where the cursor is: before the character ``column`` of ``line``, both from 1."""
    read = outline(text)
    spot = read.at(line, column)
    if spot is None or spot.part == "text":
        return Completion(column, [])
    offered = _offered(spot, read, Meanings(read))
    written_line = read.lines[line - 1]
    typed = written_line[spot.start - 1 : column - 1].lstrip("\"'")
    found = _likeliest(typed, offered)
    if written_line[spot.start - 2 : spot.start - 1] == ":" and spot.part == "value":
        found = [replace(each, insert=f" {each.insert}") for each in found]
    return Completion(spot.start, found)


def explain(text: str, line: int, column: int) -> Label | None:
    """What the key or name under the cursor means, in both languages; None where there is nothing to say."""
    read = outline(text)
    spot = read.at(line, column)
    if spot is None or spot.part == "text" or not spot.word:
        return None
    meanings = Meanings(read)
    if spot.part == "key":
        return _key_explained(spot.loc, spot.word, meanings)
    return _value_explained(spot, read, meanings) or _field_explained(spot.loc)


# --- what is offered -----------------------------------------------------------------------------


def _offered(spot: Spot, read: Outline, meanings: Meanings) -> Iterator[Suggestion]:
    if spot.part in ("key", "item"):
        yield from _keys(spot, read)
    if spot.part in ("value", "item"):
        yield from _values(spot.loc, read, meanings)


def _keys(spot: Spot, read: Outline) -> Iterator[Suggestion]:
    """The keys that the mapping does not have yet, those that it needs first."""
    there = read.value(spot.loc)
    taken = set(there) - {spot.word} if isinstance(there, dict) else set()
    for allowed in allowed_at(spot.loc):
        if allowed.model in _ONE_KEY and taken:
            continue
        needed = allowed.node.get("required", ())
        for key in sorted(set(allowed.keys) - taken, key=lambda key: (key not in needed, allowed.keys.index(key))):
            words = key_words(allowed.model, key)
            yield Suggestion(key, f"{key}: {_skeleton((*spot.loc, key))}", words.zh, words.en, "key")


def _skeleton(loc: Loc) -> str:
    """The brackets of a value that can have one shape only: so many numbers, or a mapping of words; else nothing."""
    kinds = [each for each in allowed_at(loc) if each.node.get("type") != "null"]
    if len(kinds) != 1:
        return ""
    (kind,) = kinds
    if kind.node.get("items", {}).get("type") == "number":
        return written([0] * kind.node.get("minItems", 0))
    parts = kind.node.get("properties", {})
    if parts and all(key in kind.node.get("required", ()) and _is_word(part) for key, part in parts.items()):
        return f"{{{', '.join(f'{key}: ' for key in parts)}}}"
    return ""


def _is_word(node: Node) -> bool:
    return "enum" in node or node.get("type") in ("string", "number")


def _values(loc: Loc, read: Outline, meanings: Meanings) -> Iterator[Suggestion]:
    for name, label in _looks_at(loc, read, meanings).items():
        yield _named(name, label)
    for allowed in allowed_at(loc):
        if allowed.refers is not None:
            for name in meanings.known(allowed.refers):
                yield _named(name, _meaning(meanings, allowed.refers, name))
        elif allowed.node.get("type") == "boolean":
            yield from (_named(word, None, "choice") for word in ("true", "false"))
        else:
            labels = _choice_labels_at(loc)
            for choice in allowed.choices:
                label = labels.get(choice)
                yield Suggestion(
                    choice, written(choice), label.zh if label else "", label.en if label else "", "choice"
                )


def _named(name: str, label: Label | None, kind: Kind = "name") -> Suggestion:
    return Suggestion(name, written(name), label.zh if label else "", label.en if label else "", kind)


def _meaning(meanings: Meanings, kind: str, name: str) -> Label | None:
    """What a name is called; those that mean something by themselves have their own words."""
    own = name in RESERVED or (kind == "moment" and name in ("accident", "averted"))
    return both(f"scenarios.writing.{name}") if own else meanings.short(kind, name)


def _looks_at(loc: Loc, read: Outline, meanings: Meanings) -> dict[str, Label]:
    """The states or variants of the very thing that a ``state`` or ``variant`` is written for."""
    if not loc or loc[-1] not in _LOOKS:
        return {}
    thing: Loc | None = loc[:-1]
    if "State" in {each.model for each in allowed_at(loc[:-1])}:
        thing = meanings.place_of(str(read.value((*loc[:-1], "prop"))))
    return dict(meanings.looks(thing, str(loc[-1]))) if thing else {}


def _choice_labels_at(loc: Loc) -> dict[str, Label]:
    """What the choices of a place mean, where they are told apart by more than their name."""
    known = choice_labels(registry())
    found: dict[str, Label] = {}
    for mapping in allowed_at(loc[:-1]):
        found |= known.get((mapping.model, str(loc[-1])), {})
    return found


def _likeliest(typed: str, offered: Iterable[Suggestion]) -> list[Suggestion]:
    """Those that begin with what was typed, then those that hold it; without any, those whose meaning does."""
    wanted = typed.casefold().strip()
    each_once = {each.label: each for each in offered}.values()
    beginning = [each for each in each_once if each.label.casefold().startswith(wanted)]
    holding = [each for each in each_once if wanted in each.label.casefold() and each not in beginning]
    meaning = [each for each in each_once if wanted in f"{each.detail_zh} {each.detail_en}".casefold()]
    return ((beginning + holding) or meaning)[:MOST]


# --- what is explained ---------------------------------------------------------------------------


def _key_explained(loc: Loc, key: str, meanings: Meanings) -> Label | None:
    """A key of the language by what it is for; a name that the file gives, by what it names."""
    for allowed in allowed_at(loc):
        if key in allowed.keys:
            return joined(key_words(allowed.model, key), limits_words(allowed, key))
    kinds = {"props": "thing", "actors": "thing", "carried": "thing", "hazards": "hazard", "decisions": "decision"}
    if len(loc) == 1 and loc[0] in kinds:
        return meanings.long(kinds[str(loc[0])], key)
    below = [allowed for allowed in allowed_at((*loc, key)) if allowed.model]
    return model_words(below[0].model) if below else None


def _value_explained(spot: Spot, read: Outline, meanings: Meanings) -> Label | None:
    if label := _looks_at(spot.loc, read, meanings).get(spot.word):
        return label
    for allowed in allowed_at(spot.loc):
        if allowed.refers is not None and spot.word in meanings.known(allowed.refers):
            own = spot.word in RESERVED or allowed.refers == "moment"
            kind = allowed.refers
            return _meaning(meanings, kind, spot.word) if own else _long(meanings, kind, spot.word)
    return _choice_labels_at(spot.loc).get(spot.word) if spot.loc else None


def _long(meanings: Meanings, kind: str, name: str) -> Label | None:
    return meanings.long("thing" if meanings.place_of(name) and kind != "prop" else kind, name)


def _field_explained(loc: Loc) -> Label | None:
    """The key that a value stands under, for a value that says nothing by itself (a number in a list too)."""
    while loc and isinstance(loc[-1], int):
        loc = loc[:-1]
    for mapping in allowed_at(loc[:-1]) if loc else []:
        if loc[-1] in mapping.keys:
            key = str(loc[-1])
            return joined(key_words(mapping.model, key), limits_words(mapping, key))
    return None
