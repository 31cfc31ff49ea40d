"""How statements become leaves, in the transaction that stores them.

A leaf holds a salted commitment to the statement exactly as it is answered. Without the salt it tells
nothing about the statement, not even to those who guess; so the log stands when both are erased.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, tuple_

from ledger.transparency import tables
from ledger.transparency.merkle import Growth, Node, complete_nodes, leaf_hash

SALT_BYTES = 32


@dataclass(frozen=True)
class Head:
    """Where the log ends."""

    size: int
    """How many leaves it has."""
    last_us: int
    """When the last of them was stored; 0 for none. Erased ones count: their moment is not given twice."""


def statement_leaf(salt: bytes, raw: str) -> bytes:
    """The hash of the leaf for a statement as it is answered."""
    return leaf_hash(hmac.digest(salt, raw.encode("utf-8"), "sha256"))


def head(connection: Connection) -> Head:
    """Where the log ends now."""
    columns = tables.log_leaves.c
    row = connection.execute(select(columns.position, columns.stored_us).order_by(columns.position.desc())).first()
    return Head(row.position + 1, row.stored_us) if row else Head(0, 0)


def append(connection: Connection, begin: Head, statements: Sequence[tuple[int, str]]) -> None:
    """Add statements, each with when it was stored and what it says as JSON, behind ``begin``."""
    edge = complete_nodes((0, begin.size))
    hashes = read_nodes(connection, edge)
    growth = Growth(begin.size, (hashes[node] for node in edge))
    leaves = []
    for position, (stored_us, raw) in enumerate(statements, start=begin.size):
        salt = secrets.token_bytes(SALT_BYTES)
        leaf = statement_leaf(salt, raw)
        leaves.append({"position": position, "stored_us": stored_us, "salt": salt, "hash": leaf})
        growth.add(leaf)
    connection.execute(insert(tables.log_leaves), leaves)
    if growth.nodes:
        nodes = [{"level": level, "number": index, "hash": each} for (level, index), each in growth.nodes.items()]
        connection.execute(insert(tables.log_nodes), nodes)


def read_nodes(connection: Connection, nodes: Sequence[Node]) -> dict[Node, bytes]:
    """The hashes of complete subtrees; level 0 are the leaves. Raises KeyError where one is missing."""
    leaf, inner = tables.log_leaves.c, tables.log_nodes.c
    found: dict[Node, bytes] = {}
    if positions := [index for level, index in nodes if level == 0]:
        rows = connection.execute(select(leaf.position, leaf.hash).where(leaf.position.in_(positions)))
        found.update(((0, row.position), row.hash) for row in rows)
    if above := [node for node in nodes if node[0] > 0]:
        rows = connection.execute(select(tables.log_nodes).where(tuple_(inner.level, inner.number).in_(above)))
        found.update(((row.level, row.number), row.hash) for row in rows)
    return {node: found[node] for node in nodes}
