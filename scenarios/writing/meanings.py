"""What a name in a scenario stands for: a prop and its size, a person, a hazard by its label.

Names of the registry are looked up there; names that the file itself gives, in its outline, which may be
of a text that is broken or half written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenarios.names import Names
from scenarios.registry import Label, PropEntry, registry
from scenarios.schema import registry_labels
from scenarios.writing.outline import Outline
from scenarios.writing.words import both, joined

_SAYS = {"hazards": "label", "decisions": "ask", "deeds": "text", "exercises": "ask", "actors": "name"}
"""Under which key the entries of a part of the file say what they are."""


class Meanings:
    """The names that a text may use, and what each means."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._registry = registry()
        self._names = Names(self._registry, outline.data)

    def known(self, kind: str) -> list[str]:
        """Every name of a kind (``names.Refers``), in order."""
        return self._names.known[kind]

    def short(self, kind: str, name: str) -> Label | None:
        """What a name of a kind is called, on one line."""
        if kind == "prop":
            entry = self._registry.props.get(name)
            return size_words(entry) if entry else None
        if kind in ("thing", "stateful", "lamp", "actor", "person", "walker", "speaker"):
            return self._thing(name)
        if kind == "option":
            decision, _, letter = name.partition(".")
            return self._said(("decisions", decision, "options", letter, "text"))
        if kind == "moment":
            said = (self._entry(part, name) for part in ("decisions", "deeds", "exercises"))
            return next((each for each in said if each), None)
        if kind in ("hazard", "decision", "deed", "exercise"):
            return self._entry(f"{kind}s", name)
        return self._called(kind, name)

    def long(self, kind: str, name: str) -> Label | None:
        """Everything that is known of a name of a kind."""
        if kind == "prop":
            entry = self._registry.props.get(name)
            return looks_words(entry) if entry else None
        if kind == "thing":
            return self._thing(name, whole=True)
        return self.short(kind, name)

    def looks(self, thing: tuple[str | int, ...], key: str) -> Mapping[str, Label]:
        """What the ``state``, ``variant`` or ``sign`` of the thing at a place of the file may be."""
        entry = self._registry.props.get(str(self._outline.value((*thing, "prop"))))
        character = self._registry.people.get(str(self._outline.value((*thing, "character"))))
        if key == "variant":
            if character is not None:
                return character.variant_labels
            return {name: each.label for name, each in entry.variant_entries.items()} if entry else {}
        if entry is None or key != "state":
            return {}
        variant = self._outline.value((*thing, "variant"))
        allowed = entry.states_of(variant if variant in entry.variants else None)
        return {name: entry.state_labels[name] for name in allowed}

    def place_of(self, thing: str) -> tuple[str | int, ...] | None:
        """Where in the file a thing of that name is."""
        parts = ("props", "actors", "carried")
        return next(((part, thing) for part in parts if self._outline.value((part, thing)) is not None), None)

    def _thing(self, name: str, whole: bool = False) -> Label | None:
        place = self.place_of(name)
        if place is None:
            return None
        said = self._entry(str(place[0]), name)
        kind = "character" if self._outline.value((*place, "character")) is not None else "prop"
        used = str(self._outline.value((*place, kind)))
        meant = self.long(kind, used) if whole else self._called(kind, used)
        if said is None or meant is None:
            return said or meant
        return Label(zh=f"{said.zh}：{meant.zh}", en=f"{said.en}: {meant.en}")

    def _called(self, kind: str, name: str) -> Label | None:
        found: Any = registry_labels(self._registry, kind).get(name)
        return Label(zh=found.zh, en=found.en) if found else None

    def _entry(self, part: str, name: str) -> Label | None:
        return self._said((part, name, _SAYS[part])) if part in _SAYS else None

    def _said(self, loc: tuple[str | int, ...]) -> Label | None:
        """A text of the file in both languages, if both are there already."""
        said = self._outline.value(loc)
        if not isinstance(said, dict) or not all(isinstance(said.get(lang), str) for lang in ("zh", "en")):
            return None
        return Label(zh=said["zh"], en=said["en"])


def size_words(entry: PropEntry) -> Label:
    """A prop's label with its size."""
    w, d, h = (f"{side:g}" for side in entry.size)
    size = both("scenarios.writing.size", w=w, d=d, h=h)
    return Label(zh=f"{entry.zh}，{size.zh}", en=f"{entry.en}, {size.en}")


def looks_words(entry: PropEntry) -> Label:
    """A prop's label, its size, its variants and states."""
    named = size_words(entry)
    said = [Label(zh=f"{named.zh}。", en=f"{named.en}.")]
    if entry.variant_entries:
        said.append(listed_words("scenarios.writing.variants", {k: v.label for k, v in entry.variant_entries.items()}))
    if len(entry.state_labels) > 1:
        said.append(listed_words("scenarios.writing.states", entry.state_labels))
    if entry.sign:
        said.append(both("scenarios.writing.carries_sign"))
    return joined(*said)


def listed_words(key: str, labels: Mapping[str, Label]) -> Label:
    """A row of names with what they mean, put into the text ``key``."""
    zh = "、".join(f"{name}（{label.zh}）" for name, label in labels.items())
    en = ", ".join(f"{name} ({label.en})" for name, label in labels.items())
    return Label(zh=both(key, names=zh).zh, en=both(key, names=en).en)
