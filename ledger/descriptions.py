"""What statements said of activities and people besides: definitions, merged, and names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from sqlalchemy import Connection, bindparam, select

from common.database import Transactions
from ledger import tables
from ledger.driver import insert_missing, insert_or_change, rows_of
from ledger.xapi.body import write_json
from ledger.xapi.sameness import agent_key, lookup_key

_MOST_NAMES = 100
_MERGED = ("name", "description", "extensions")
"""Parts of a definition to which another adds; of the other parts the latest stands."""
_KNOWN = select(tables.activities).where(tables.activities.c.activity.in_(bindparam("some", expanding=True)))


def note_descriptions(
    connection: Connection, activities: Iterable[dict[str, Any]], people: Iterable[dict[str, Any]]
) -> None:
    """Take down how statements describe the activities and people in them."""
    defined: dict[str, list[dict[str, Any]]] = {}
    for activity in activities:
        if definition := activity.get("definition"):
            given = defined.setdefault(lookup_key(activity["id"]), [])
            if not given or given[-1] != definition:  # all statements of a batch may well say the same
                given.append(definition)
    names: set[tuple[str, str]] = set()
    for person in people:
        name = person.get("name")
        if name and lookup_key(name) == name and (key := agent_key(person)) is not None:
            names.add((key, name))
    _merge_definitions(connection, defined)
    insert_missing(connection, tables.agent_names, [{"agent": key, "name": name} for key, name in sorted(names)])


def _merge_definitions(connection: Connection, defined: Mapping[str, list[dict[str, Any]]]) -> None:
    there = _definitions(connection, defined)
    changed = []
    for key, given in defined.items():
        merged = reduce(merged_definition, given, there.get(key, {}))
        if merged != there.get(key):
            changed.append({"activity": key, "definition": write_json(merged)})
    insert_or_change(connection, tables.activities, changed, replace=["definition"])


def merged_definition(known: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """An activity's definition after another statement described it."""
    added = {part: {**known.get(part, {}), **given[part]} for part in _MERGED if part in given}
    return {**known, **given, **added}


def _definitions(connection: Connection, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
    return {row.activity: json.loads(row.definition) for row in rows_of(connection, _KNOWN, keys)}


class Descriptions:
    """Finds what is known of activities and people."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def definitions(self, activities: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The merged definitions of those of ``activities`` that were ever described, by their ids."""
        keys = {lookup_key(activity): activity for activity in activities}
        with self._database.reading() as connection:
            found = _definitions(connection, keys)
        return {keys[key]: definition for key, definition in found.items()}

    def names(self, agent: str) -> list[str]:
        """The names under which statements mention the agent with this key."""
        columns = tables.agent_names.c
        wanted = select(columns.name).filter_by(agent=agent).order_by(columns.name).limit(_MOST_NAMES)
        with self._database.reading() as connection:
            return list(connection.scalars(wanted))
