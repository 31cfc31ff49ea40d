"""Edits of a scenario's text that leave everything else as it is: comments, order, quotes, line breaks.

Every edit is read back before it is handed out, so what comes out says what was asked for and differs
from what went in nowhere else. A text that cannot be read cannot be edited by a program.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

from common.errors import DataError
from scenarios.errors import ScenarioInvalid
from scenarios.faults import Loc
from scenarios.schema.allowed import keys_at
from scenarios.source import read_source
from scenarios.writing.layout import BOM, Layout
from scenarios.writing.plain import rounded, written

Change = tuple[int, int, str]
"""From where to where (indices into the text), and what comes there instead."""


class EditRefused(DataError):
    """A text cannot be edited in the way that was asked for."""


def line_of(text: str, loc: Loc) -> int:
    """The line, from 1, in which the value at ``loc`` begins (its key, if it has one), or the nearest around it.

    Raises:
        ScenarioInvalid: the text cannot be read.
    """
    source = read_source(text.encode("utf-8", "surrogatepass"), "")
    places = (loc[:length] for length in range(len(loc), 0, -1))
    return next((source.locate_key(each)[0] for each in places if each in source.values), 1)


def set_value(text: str, loc: Loc, value: Any) -> str:
    """The text with ``value`` (a scalar, a list or a mapping of such) at ``loc``.

    Metres, seconds and other numbers are written with two decimals at most, headings in whole degrees.
    What is equal already stays as it is written, to the character. A key that is missing is added to its
    mapping, in the order of the language. Comments are lost only within a collection that has to be
    written anew because its length or its keys change.

    Raises:
        ScenarioInvalid: the text cannot be read.
        EditRefused: there is nothing that the value could belong to.
    """
    value = rounded(value, loc)

    def changes(layout: Layout) -> Iterator[Change]:
        node = layout.node(loc)
        if node is not None:
            yield from _replaced(layout, node, loc, _at(layout.source.data, loc), value)
        elif loc and isinstance(parent := layout.node(loc[:-1]), yaml.MappingNode) and isinstance(loc[-1], str):
            yield _added(layout, parent, loc, value, keys_at(loc[:-1]))
        else:
            raise EditRefused("scenarios.edit.no_such_place", place=_dotted(loc))

    return _edited(text, changes, loc, value)


def insert_prop(text: str, name: str, prop: str, at: Sequence[float], heading: float) -> str:
    """The text with one more prop, called ``name``, at the end of its props; ``at`` in metres.

    Raises:
        ScenarioInvalid: the text cannot be read.
        EditRefused: it has no props, or a thing of that name.
    """
    loc = ("props", name)
    value = rounded({"prop": prop, "at": list(at), "heading": heading}, loc)

    def changes(layout: Layout) -> Iterator[Change]:
        parent = layout.node(("props",))
        if not isinstance(parent, yaml.MappingNode):
            raise EditRefused("scenarios.edit.no_such_place", place="props")
        if any(layout.node((part, name)) is not None for part in ("props", "actors")):
            raise EditRefused("scenarios.edit.name_taken", name=name)
        yield _added(layout, parent, loc, value, [])

    return _edited(text, changes, loc, value)


def _edited(text: str, changes: Callable[[Layout], Iterator[Change]], loc: Loc, value: Any) -> str:
    """The text with the changes made, once it is seen that they mean what they should."""
    head = BOM if text.startswith(BOM) else ""
    layout = Layout(text.removeprefix(BOM))
    edited = layout.text
    for start, end, new in sorted(changes(layout), reverse=True):
        edited = edited[:start] + new + edited[end:]
    try:
        found = read_source(edited.encode("utf-8", "surrogatepass"), "").data
    except ScenarioInvalid as wrong:
        raise EditRefused("scenarios.edit.not_writable", place=_dotted(loc)) from wrong
    if found != _with(layout.source.data, loc, value):
        raise EditRefused("scenarios.edit.not_writable", place=_dotted(loc))
    return head + edited


# --- replacing -----------------------------------------------------------------------------------


def _replaced(layout: Layout, node: yaml.Node, loc: Loc, old: Any, new: Any) -> Iterator[Change]:
    """What has to change for ``old``, written at ``node``, to become ``new``: as little as can be."""
    if _same(old, new):
        return
    if isinstance(node, yaml.SequenceNode) and isinstance(new, list) and len(old) == len(new):
        for index, item in enumerate(node.value):
            yield from _replaced(layout, item, (*loc, index), old[index], new[index])
    elif isinstance(node, yaml.MappingNode) and isinstance(new, dict) and old.keys() == new.keys():
        for key, item in node.value:
            yield from _replaced(layout, item, (*loc, key.value), old[key.value], new[key.value])
    elif isinstance(node, yaml.ScalarNode):
        yield _scalar(layout, node, new)
    else:
        yield _collection(layout, node, loc, new)


def _same(old: Any, new: Any) -> bool:
    return old == new and isinstance(old, bool) == isinstance(new, bool)


def _scalar(layout: Layout, node: yaml.ScalarNode, new: Any) -> Change:
    start, end = layout.start(node), layout.end(node)
    was = layout.text[start:end]
    if not was:
        return start, end, f" {written(new)}"  # nothing was written after the colon
    if node.style in ("|", ">") and isinstance(new, str):
        return start, end, _block(was, new, layout.line_break)
    return start, end, written(new, node.style if node.style in ("'", '"') else None)


def _block(was: str, new: str, line_break: str) -> str:
    """A text in the block style of the one that it replaces, if it can be."""
    header, _, lines = was.partition("\n")
    header = header.rstrip("\r")
    if header not in ("|-", ">-") or new != new.strip() or not new.isprintable() or not new:
        return written(new)
    indent = lines[: len(lines) - len(lines.lstrip(" "))]
    return f"{header}{line_break}{indent}{new}"


def _collection(layout: Layout, node: yaml.Node, loc: Loc, new: Any) -> Change:
    """A collection written anew on one line; one that stood in lines of its own moves up to its key."""
    start, end = layout.start(node), layout.end(node)
    if not node.flow_style and loc and isinstance(loc[-1], str):
        start = layout.text.index(":", layout.key(loc).end_mark.index) + 1
        return start, end, f" {written(new)}"
    return start, end, written(new)


# --- adding --------------------------------------------------------------------------------------


def _added(layout: Layout, parent: yaml.MappingNode, loc: Loc, value: Any, order: list[str]) -> Change:
    """One more entry of a mapping, after the last of those that come before it in ``order`` (without one: last)."""
    entry = f"{written(loc[-1])}: {written(value)}"
    if not parent.value:
        inside = layout.start(parent) + 1
        return inside, inside, entry
    before = [item for key, item in parent.value if _comes_before(key.value, loc[-1], order)]
    if not before:
        first = layout.start(parent.value[0][0])
        return first, first, f"{entry}, " if parent.flow_style else f"{entry}{_new_line(layout, parent)}"
    end = layout.end(before[-1])
    if parent.flow_style:
        return end, end, f", {entry}"
    end = layout.line_end(end)
    return end, end, f"{_new_line(layout, parent)}{entry}"


def _comes_before(key: str, new: str | int, order: list[str]) -> bool:
    return new not in order or key not in order or order.index(key) < order.index(str(new))


def _new_line(layout: Layout, block: yaml.MappingNode) -> str:
    """A line break and the indentation of a block mapping's entries."""
    return layout.line_break + " " * block.value[0][0].start_mark.column


# --- the data ------------------------------------------------------------------------------------


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def _with(data: Any, loc: Loc, value: Any) -> Any:
    """A copy of plain data with ``value`` at ``loc``."""
    if not loc:
        return value
    changed = copy.deepcopy(data)
    _at(changed, loc[:-1])[loc[-1]] = value
    return changed


def _dotted(loc: Loc) -> str:
    return ".".join(map(str, loc))
