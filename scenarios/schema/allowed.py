"""What the language allows at a place of a file: the keys, the choices, the model that a value has to be.

A place is a location as in ``faults.Loc``; it may be one that the file does not have (yet). Where the
language leaves a choice between kinds of values, there are several answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from scenarios.faults import Loc, shown
from scenarios.model import Scenario
from scenarios.names import SCHEMA_MARK

Node = dict[str, Any]


@dataclass(frozen=True)
class Allowed:
    """One kind of value that may stand at a place, as a part of the model's JSON Schema."""

    model: str
    """The model of a mapping, ``Prop`` and so on; empty for other values."""
    node: Node

    @property
    def keys(self) -> list[str]:
        return list(self.node.get("properties", ()))

    @property
    def choices(self) -> list[str]:
        """The values of a closed choice, as they are written."""
        return [shown(each) for each in self.node.get("enum", [self.node["const"]] if "const" in self.node else [])]

    @property
    def refers(self) -> str | None:
        """The kind of name it has to be (``names.Refers``)."""
        return self.node.get(SCHEMA_MARK)


def allowed_at(loc: Loc, top: type[BaseModel] = Scenario) -> list[Allowed]:
    """The kinds of values that may stand at ``loc`` in a file that is a ``top``; nothing where it has no such place."""
    schema = _schema(top)
    found = list(_branches(schema, schema, top.__name__))
    for part in loc:
        found = [
            branch for each in found for child in _children(each.node, part) for branch in _branches(schema, child)
        ]
    return found


def keys_at(loc: Loc, top: type[BaseModel] = Scenario) -> list[str]:
    """The keys that the mapping at ``loc`` may have, in the order of the model."""
    return [key for each in allowed_at(loc, top) for key in each.keys]


def choices_at(loc: Loc, top: type[BaseModel] = Scenario) -> list[str]:
    """The values that the language lists for ``loc``, as they are written."""
    return [choice for each in allowed_at(loc, top) for choice in each.choices]


@cache
def _schema(top: type[BaseModel]) -> Node:
    return top.model_json_schema()


def _branches(schema: Node, node: Node, model: str = "") -> Iterator[Allowed]:
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        yield from _branches(schema, schema["$defs"][name], name)
    elif "anyOf" in node:
        for each in node["anyOf"]:
            yield from _branches(schema, each)
    else:
        yield Allowed(model, node)


def _children(node: Node, part: str | int) -> Iterator[Node]:
    if isinstance(part, int):
        if "items" in node:
            yield node["items"]
    elif part in node.get("properties", {}):
        yield node["properties"][part]
    else:
        yield from node.get("patternProperties", {}).values()
        if isinstance(node.get("additionalProperties"), dict):
            yield node["additionalProperties"]
