"""From a cmi5.xml to a course: the rules of the specification's schema (CourseStructure.xsd) and of its sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import get_args
from urllib.parse import parse_qsl, unquote, urlsplit

from ledger.classroom.cmi5.structure import Block, LaunchMethod, MoveOn, Objective, Structure, Texts, Unit
from ledger.classroom.cmi5.vocabulary import NAMESPACE
from ledger.classroom.cmi5.xml_tree import Node, read_xml
from ledger.xapi import values

OWN_PARAMETERS = frozenset({"endpoint", "fetch", "actor", "registration", "activityId"})
"""Of a launch: a unit's own query must not use these names (cmi5 8.1)."""
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_NOT_IN_URL = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f]")
_NO_PLACE = frozenset({"javascript", "vbscript", "data", "file", "blob", "about", "view-source"})
"""Schemes that lead nowhere or into the browser itself."""
_LONGEST_ID, _LONGEST_TEXT = 2000, 20_000
_ANY = 1_000_000


@dataclass(frozen=True)
class _Part:
    """A place in an element's content: which elements stand there and how often."""

    names: tuple[str, ...]
    least: int = 1
    most: int = 1


def read_structure(content: bytes, files: Collection[str] | None = None) -> Structure:
    """The course that a cmi5.xml describes.

    Args:
        files: the paths in the package it came in; None for an XML file by itself.

    Raises:
        CourseWrong: a rule is broken, with line and column.
    """
    root = read_xml(content)
    if (root.namespace, root.name) != (NAMESPACE, "courseStructure"):
        raise root.wrong("no_course", namespace=NAMESPACE)
    _attributes(root)
    parts = _Part(("au", "block"), 1, _ANY)
    course, *rest = _content(root, _Part(("course",)), _Part(("objectives",), 0), parts)
    _attributes(course, "id", required=("id",))
    reader = _Reader(files)
    title, description = (_texts(each) for each in _content(course, _Part(("title",)), _Part(("description",))))
    declared = [each for node in rest if node.name == "objectives" for each in reader.objectives(node)]
    return Structure(
        id=_id(course),
        title=title,
        description=description,
        objectives=declared,
        parts=[reader.part(node) for node in rest if node.name != "objectives"],
    )


class _Reader:
    """Reads blocks and units; remembers the ids, each of which may stand there once."""

    def __init__(self, files: Collection[str] | None) -> None:
        self._files = files
        self._seen: set[tuple[str, str]] = set()

    def objectives(self, node: Node) -> Iterator[Objective]:
        _attributes(node)
        for each in _content(node, _Part(("objective",), 1, _ANY)):
            _attributes(each, "id", required=("id",), closed=True)
            inside = {child.name: child for child in each.children if child.namespace == NAMESPACE}
            if set(inside) != {"title", "description"} or len(each.children) != 2:
                raise each.wrong("content", name="objective", expected="title, description")
            yield Objective(
                id=self._new(each), title=_texts(inside["title"]), description=_texts(inside["description"])
            )

    def part(self, node: Node) -> Unit | Block:
        return self._unit(node) if node.name == "au" else self._block(node)

    def _block(self, node: Node) -> Block:
        _attributes(node, "id", required=("id",))
        title, description, *rest = _content(
            node,
            _Part(("title",)),
            _Part(("description",)),
            _Part(("objectives",), 0),
            _Part(("au", "block"), 1, _ANY),
        )
        return Block(
            id=self._new(node),
            title=_texts(title),
            description=_texts(description),
            objectives=_references(rest),
            parts=[self.part(each) for each in rest if each.name != "objectives"],
        )

    def _unit(self, node: Node) -> Unit:
        own = ("id", "moveOn", "masteryScore", "launchMethod", "activityType")
        _attributes(node, *own, required=("id",))
        title, description, *rest = _content(
            node,
            _Part(("title",)),
            _Part(("description",)),
            _Part(("objectives",), 0),
            _Part(("url",)),
            _Part(("launchParameters",), 0),
            _Part(("entitlementKey",), 0),
        )
        inside = {each.name: each for each in rest}
        return Unit(
            id=self._new(node),
            title=_texts(title),
            description=_texts(description),
            objectives=_references(rest),
            url=_url(inside["url"], self._files),
            launch_method=_one_of(node, "launchMethod", get_args(LaunchMethod), "AnyWindow"),
            move_on=_one_of(node, "moveOn", get_args(MoveOn), "NotApplicable"),
            mastery_score=_mastery_score(node),
            activity_type=_id(node, "activityType") if "activityType" in node.attributes else None,
            launch_parameters=_text_of(inside.get("launchParameters")),
            entitlement_key=_text_of(inside.get("entitlementKey")),
        )

    def _new(self, node: Node) -> str:
        found = _id(node)
        if (node.name, found) in self._seen:
            raise node.wrong("id_twice", name=node.name, id=found[:200])
        self._seen.add((node.name, found))
        return found


def _content(node: Node, *parts: _Part) -> list[Node]:
    """The elements of cmi5 in an element, which must be ``parts`` in this order; those of others may follow."""
    if node.text:
        raise node.wrong("stray_text", name=node.name, found=node.text[:60])
    children, place = node.children, 0
    for part in parts:
        count = 0
        while place < len(children) and count < part.most and _is(children[place], part.names):
            place, count = place + 1, count + 1
        if count < part.least:
            at = children[place] if place < len(children) else node
            raise at.wrong("content", name=node.name, expected=" / ".join(part.names))
    for stray in children[place:]:
        if stray.namespace in ("", NAMESPACE):
            raise stray.wrong("stray_element", name=node.name, found=stray.name[:60])
    return children[:place]


def _is(node: Node, names: Collection[str]) -> bool:
    return node.namespace == NAMESPACE and node.name in names


def _attributes(node: Node, *known: str, required: Collection[str] = (), closed: bool = False) -> None:
    """An element's attributes are ``known``; those of other namespaces may stand beside them unless ``closed``."""
    for name in node.attributes:
        if name not in known and (closed or not name.startswith("{")):
            raise node.wrong("stray_attribute", name=node.name, found=name[:60])
    for name in required:
        if not node.attributes.get(name, "").strip():
            raise node.wrong("attribute_missing", name=node.name, attribute=name)


def _id(node: Node, attribute: str = "id") -> str:
    found = node.attributes[attribute].strip()
    if not values.is_iri(found) or len(found) > _LONGEST_ID:
        raise node.wrong("not_iri", name=node.name, attribute=attribute, found=found[:100])
    return found


def _references(nodes: list[Node]) -> list[str]:
    found = []
    for node in nodes:
        if node.name == "objectives":
            _attributes(node)
            for each in _content(node, _Part(("objective",), 1, _ANY)):
                _attributes(each, "idref", closed=True)
                if "idref" in each.attributes:
                    found.append(_id(each, "idref"))
    return found


def _texts(node: Node) -> Texts:
    _attributes(node)
    found: Texts = {}
    for each in _content(node, _Part(("langstring",), 1, _ANY)):
        _attributes(each, "lang")
        tag = each.attributes.get("lang", "und").strip()
        if not values.is_language(tag):
            raise each.wrong("not_language", found=tag[:40])
        if each.children:
            raise each.children[0].wrong("stray_element", name=each.name, found=each.children[0].name[:60])
        found.setdefault(tag, _limited(each))
    return found


def _text_of(node: Node | None) -> str | None:
    return None if node is None else _limited(node)


def _limited(node: Node) -> str:
    if len(node.text) > _LONGEST_TEXT:
        raise node.wrong("text_too_long", name=node.name, limit=_LONGEST_TEXT)
    return node.text


def _one_of(node: Node, attribute: str, known: tuple[str, ...], default: str) -> str:
    found = node.attributes.get(attribute, default)
    if found not in known:
        raise node.wrong("not_one_of", attribute=attribute, found=found[:60], known=", ".join(known))
    return found


def _mastery_score(node: Node) -> float | None:
    found = node.attributes.get("masteryScore")
    if found is None:
        return None
    if not _DECIMAL.fullmatch(found.strip()) or not 0 <= float(found) <= 1:
        raise node.wrong("mastery_score", found=found[:40])
    return float(found)


def _url(node: Node, files: Collection[str] | None) -> str:
    """Where a unit starts (cmi5 13.1.4, 14.1, 14.2), checked against what the package holds."""
    _attributes(node)
    url = node.text
    if not url or len(url) > _LONGEST_ID or _NOT_IN_URL.search(url):
        raise node.wrong("not_url", found=url[:100])
    try:
        split = urlsplit(url)
        names = {name for name, _ in parse_qsl(split.query, keep_blank_values=True)}
    except ValueError as error:
        raise node.wrong("not_url", found=url[:100]) from error
    if taken := OWN_PARAMETERS & names:
        raise node.wrong("own_parameter", found=", ".join(sorted(taken)))
    if "://" in url.partition("?")[0] or split.scheme:
        if split.scheme.lower() in _NO_PLACE or not split.netloc:
            raise node.wrong("not_url", found=url[:100])
    elif files is None:
        raise node.wrong("relative_alone", found=url[:100])
    elif unquote(split.path) not in files:
        raise node.wrong("not_in_package", found=unquote(split.path)[:100])
    return url
