"""How statements become leaves, in the transaction that stores them.

A leaf holds a salted commitment to the statement exactly as it is answered. Without the salt it tells
nothing about the statement, not even to those who guess; so the log stands when both are erased.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from ledger.database import in_pieces
from ledger.driver import insert_tuples
from ledger.transparency import tables
from ledger.transparency.merkle import Growth, Node, complete_nodes, leaf_hash, place_of

SALT_BYTES = 32
_columns = tables.log_leaves.c
_LAST = select(_columns.position, _columns.stored_us, _columns.hash).order_by(_columns.position.desc()).limit(1)


@dataclass(frozen=True)
class Head:
    """Where the log ends."""

    size: int
    """How many leaves it has."""
    last_us: int
    """When the last of them was stored; 0 for none. Erased ones count: their moment is not given twice."""
    last_hash: bytes = b""
    """Of the last of them."""


def statement_leaf(salt: bytes, raw: str) -> bytes:
    """The hash of the leaf for a statement as it is answered."""
    return leaf_hash(hmac.digest(salt, raw.encode("utf-8"), "sha256"))


def head(connection: Connection) -> Head:
    """Where the log ends now."""
    row = connection.execute(_LAST).first()
    return Head(row.position + 1, row.stored_us, row.hash) if row else Head(0, 0)


class LeafWriter:
    """Adds leaves, one writer at a time, and remembers the log's right edge from one transaction to the next."""

    def __init__(self) -> None:
        self._end = Head(0, 0)
        self._edge: list[bytes] = []

    def append(self, connection: Connection, begin: Head, statements: Sequence[tuple[int, str]]) -> None:
        """Add statements, each with when it was stored and what it says as JSON, behind ``begin``.

        What is remembered serves while the log ends where it ended: another process may have written,
        or the transaction may not have come to its end. The salted hash at the end tells either.
        """
        growth = Growth(begin.size, self._edge if begin == self._end else _edge(connection, begin))
        salts = secrets.token_bytes(SALT_BYTES * len(statements))
        leaves = []
        for number, (stored_us, raw) in enumerate(statements):
            position, salt = begin.size + number, salts[number * SALT_BYTES : (number + 1) * SALT_BYTES]
            leaf = statement_leaf(salt, raw)
            leaves.append((position, stored_us, salt, leaf))
            growth.add(leaf)
        insert_tuples(connection, tables.log_leaves, leaves)
        insert_tuples(connection, tables.log_nodes, [(place_of(node), each) for node, each in growth.nodes.items()])
        _, last_us, _, last_hash = leaves[-1]
        self._end = Head(growth.size, last_us, last_hash)
        self._edge = growth.edge()


def read_nodes(connection: Connection, nodes: Sequence[Node]) -> dict[Node, bytes]:
    """The hashes of complete subtrees, those that are there; level 0 are the leaves."""
    leaf, inner = tables.log_leaves.c, tables.log_nodes.c
    found: dict[Node, bytes] = {}
    for some in in_pieces(index for level, index in nodes if level == 0):
        rows = connection.execute(select(leaf.position, leaf.hash).where(leaf.position.in_(some)))
        found.update(((0, row.position), row.hash) for row in rows)
    places = {place_of(node): node for node in nodes if node[0] > 0}
    for some in in_pieces(places):
        rows = connection.execute(select(inner.place, inner.hash).where(inner.place.in_(some)))
        found.update((places[row.place], row.hash) for row in rows)
    return found


def _edge(connection: Connection, end: Head) -> list[bytes]:
    """The hashes of the complete subtrees that make up the log."""
    nodes = complete_nodes((0, end.size))
    found = read_nodes(connection, [node for node in nodes if node[0] > 0])
    return [found[node] if node[0] > 0 else end.last_hash for node in nodes]
