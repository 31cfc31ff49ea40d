"""The names of the registry for the reference: props with their looks and sizes, people, places, signs, sounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from common.markdown import table
from common.text import text
from scenarios.registry import Label, PropEntry, prop_groups, registry
from scenarios.writing.words import both


def names_part() -> Iterator[str]:
    """The second half of the page, section by section."""
    known = registry()
    yield f"## {_words('names')}"
    yield f"### {_words('props')}"
    yield f"{text('scenarios.reference.props_about', 'zh')}\n\n*{text('scenarios.reference.props_about', 'en')}*"
    for group, names in prop_groups().items():
        label = both(f"assets.groups.{group}")
        yield f"#### {label.zh} {label.en}"
        yield _table(
            ("name", "called", "size", "variants", "states"), (_prop(name, known.props[name]) for name in names)
        )
    yield from _section("characters", ("name", "called", "variants"), (
        [f"`{name}`", _both(entry), _looks(entry.variant_labels)] for name, entry in known.people.items()
    ))  # fmt: skip
    yield from _section("places", ("name", "called", "extent"), (
        [f"`{name}`", _both(entry), _extent(entry.extent)] for name, entry in known.places.items()
    ))  # fmt: skip
    yield from _section("signs", ("name", "called", "kind"), (
        [f"`{name}`", _both(entry), _both(both(f"assets.sheet.kinds.{entry.kind}"))]
        for name, entry in known.signs.items()
    ))  # fmt: skip
    yield from _section("sounds", ("name", "called", "caption", "loops"), (
        [f"`{name}`", _both(entry), _both(entry.caption), _words("yes") if entry.loop else ""]
        for name, entry in known.sounds.items()
    ))  # fmt: skip
    for part in ("poses", "effects", "problems", "hazard_classes"):
        yield from _plain(part, getattr(known, part))
    for part in ("industries", "accident_types_2025", "accident_types_1986"):
        yield from _plain(part, getattr(known, part))
    yield from _section("standards", ("name", "called", "edition"), (
        [f"`{name}`", _both(entry), entry.edition] for name, entry in known.standards.items()
    ))  # fmt: skip


def _prop(name: str, entry: PropEntry) -> list[str]:
    variants = {each: variant.label for each, variant in entry.variant_entries.items()}
    sizes = {entry.size_of(variant): None for variant in (*variants, None)}
    needs_sign = f"<br>{_words('needs_sign')}" if entry.sign else ""
    return [
        f"`{name}`",
        _both(entry) + needs_sign,
        "<br>".join(" × ".join(f"{side:g}" for side in size) for size in sizes),
        _looks(variants),
        _looks(entry.state_labels),
    ]


def _looks(labels: Mapping[str, Label]) -> str:
    return "<br>".join(f"`{name}` {label.zh} {label.en}" for name, label in labels.items())


def _extent(extent: tuple[float, float, float, float]) -> str:
    x0, y0, x1, y1 = (f"{edge:g}" for edge in extent)
    return f"x {x0} … {x1}, y {y0} … {y1}"


def _plain(part: str, labels: Mapping[str, Any]) -> Iterator[str]:
    """Names that have a label and nothing else."""
    rows = ([f"`{name}`", f"{label.zh} {label.en}" if label.zh != name else label.en] for name, label in labels.items())
    yield from _section(part, ("name", "called"), rows)


def _section(part: str, heads: tuple[str, ...], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"### {_words(part)}"
    yield _table(heads, rows)


def _table(heads: tuple[str, ...], rows: Iterable[list[str]]) -> str:
    return table([_words(head) for head in heads], rows)


def _both(label: Any) -> str:
    return f"{label.zh}<br>{label.en}"


def _words(key: str) -> str:
    label = both(f"scenarios.reference.{key}")
    return f"{label.zh} {label.en}"
