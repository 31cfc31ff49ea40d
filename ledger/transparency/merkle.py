"""Merkle trees of RFC 9162 (section 2.1; the same trees as RFC 6962): hashes, growth, proofs.

Nothing here knows of statements or databases. A *span* ``(begin, end)`` is the leaves from ``begin``
up to but not including ``end``. A *node* ``(level, index)`` is the root of the complete subtree over
the ``2**level`` leaves from ``index * 2**level``; nodes never change once they are complete.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

HASH_BYTES = 32
Span = tuple[int, int]
Node = tuple[int, int]
_LEAF, _INNER = b"\0", b"\1"


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf that holds ``data``."""
    return hashlib.sha256(_LEAF + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of the node above two others."""
    return hashlib.sha256(_INNER + left + right).digest()


def empty_root() -> bytes:
    """The root of a tree without leaves."""
    return hashlib.sha256(b"").digest()


def complete_nodes(span: Span) -> list[Node]:
    """The fewest complete subtrees that make up ``span``, from left to right.

    ``span`` begins where a subtree of at least its length begins, as all spans of proofs do.
    """
    begin, end = span
    nodes = []
    while begin < end:
        level = (end - begin).bit_length() - 1
        nodes.append((level, begin >> level))
        begin += 1 << level
    return nodes


def place_of(node: Node) -> int:
    """One number for a node: its place from the left when each node stands between the two halves below it."""
    level, index = node
    return ((2 * index + 1) << level) - 1


def root_of(span: Span, nodes: Mapping[Node, bytes]) -> bytes:
    """The root over ``span``, from its :func:`complete_nodes`."""
    return _folded([nodes[node] for node in complete_nodes(span)])


def inclusion_spans(position: int, size: int) -> list[Span]:
    """The spans whose roots prove that a leaf stands at ``position`` among ``size``, from the leaf upwards."""
    begin, end = 0, size
    spans = []
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if position < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((begin, middle))
            begin = middle
    return spans[::-1]


def consistency_spans(first: int, second: int) -> list[Span]:
    """The spans whose roots prove that the tree of ``first`` leaves is the beginning of that of ``second``."""
    if first == 0:
        return []
    begin, end = 0, second
    spans = []
    while first < end:
        middle = begin + _split(end - begin)
        if first <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((begin, middle))
            begin = middle
    if begin > 0:  # else this part is the first tree itself, whose root the verifier has
        spans.append((begin, end))
    return spans[::-1]


def includes(leaf: bytes, position: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether ``proof`` shows ``leaf`` at ``position`` of the tree with ``size`` and ``root`` (RFC 9162, 2.1.3.2)."""
    if not 0 <= position < size:
        return False
    place, last, found = position, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(step, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def continues(first: int, first_root: bytes, second: int, second_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that the second tree only added leaves to the first (RFC 9162, 2.1.4.2)."""
    if first == second:
        return not proof and first_root == second_root
    if first == 0:
        return not proof and first_root == empty_root()
    if not 0 < first < second:
        return False
    steps = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    if not steps:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, step)
        place, last = place >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


class Growth:
    """A tree to which leaves are added. It keeps its right edge only; new nodes gather in ``nodes``."""

    def __init__(self, size: int = 0, edge: Iterable[bytes] = ()) -> None:
        """``edge`` holds the hashes of ``complete_nodes((0, size))``."""
        self.size = size
        self.nodes: dict[Node, bytes] = {}
        """Complete subtrees above the leaves since the beginning, or since whoever reads them emptied it."""
        self._edge = list(edge)

    def add(self, leaf: bytes) -> None:
        """Add a leaf by its hash."""
        level, index, reached = 0, self.size, leaf
        while index & 1:
            reached = node_hash(self._edge.pop(), reached)
            level, index = level + 1, index >> 1
            self.nodes[level, index] = reached
        self._edge.append(reached)
        self.size += 1

    def edge(self) -> list[bytes]:
        """The hashes of the complete subtrees that make up all of it."""
        return list(self._edge)

    def root(self) -> bytes:
        """The root over all leaves so far."""
        return _folded(self._edge)


def _split(length: int) -> int:
    """The largest power of two smaller than ``length`` (at least 2)."""
    return 1 << (length - 1).bit_length() - 1


def _folded(hashes: Sequence[bytes]) -> bytes:
    if not hashes:
        return empty_root()
    *left, reached = hashes
    for each in reversed(left):
        reached = node_hash(each, reached)
    return reached
