"""Merkle trees against the RFC's own definitions, written down as plainly as they stand there."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.transparency import merkle

# The test vectors published with Certificate Transparency (RFC 6962).
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PATH_OF_FIRST = [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
]


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def split(count: int) -> int:
    """The largest power of two smaller than ``count``."""
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def mth(data: list[bytes]) -> bytes:
    """RFC 6962, 2.1: the Merkle Tree Hash."""
    if not data:
        return sha256(b"")
    if len(data) == 1:
        return sha256(b"\x00" + data[0])
    k = split(len(data))
    return sha256(b"\x01" + mth(data[:k]) + mth(data[k:]))


def path(m: int, data: list[bytes]) -> list[bytes]:
    """RFC 6962, 2.1.1: the audit path of leaf ``m``."""
    if len(data) == 1:
        return []
    k = split(len(data))
    return [*path(m, data[:k]), mth(data[k:])] if m < k else [*path(m - k, data[k:]), mth(data[:k])]


def subproof(m: int, data: list[bytes], whole: bool) -> list[bytes]:
    """RFC 6962, 2.1.2: the consistency proof from the first ``m`` leaves."""
    if m == len(data):
        return [] if whole else [mth(data)]
    k = split(len(data))
    if m <= k:
        return [*subproof(m, data[:k], whole), mth(data[k:])]
    return [*subproof(m - k, data[k:], False), mth(data[:k])]


class Tree:
    """A tree grown leaf by leaf, with all its nodes at hand."""

    def __init__(self, data: list[bytes]) -> None:
        self.growth = merkle.Growth()
        self.leaves = [merkle.leaf_hash(each) for each in data]
        for leaf in self.leaves:
            self.growth.add(leaf)
        self.nodes = self.growth.nodes | {(0, position): leaf for position, leaf in enumerate(self.leaves)}

    def roots(self, spans: list[merkle.Span]) -> list[bytes]:
        return [merkle.root_of(span, self.nodes) for span in spans]


def some_data(size: int) -> list[bytes]:
    return [f"leaf {number}".encode() for number in range(size)]


def test_the_published_vectors() -> None:
    data = [bytes.fromhex(each) for each in LEAVES]
    for size, root in enumerate(ROOTS):
        assert Tree(data[:size]).growth.root().hex() == root
    assert [each.hex() for each in Tree(data).roots(merkle.inclusion_spans(0, 8))] == PATH_OF_FIRST


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 33])
def test_every_leaf_is_proved_and_no_other_passes_for_it(size: int) -> None:
    data = some_data(size)
    tree, root = Tree(data), mth(data)
    assert tree.growth.root() == root == merkle.root_of((0, size), tree.nodes)
    for position, leaf in enumerate(tree.leaves):
        proof = tree.roots(merkle.inclusion_spans(position, size))
        assert proof == path(position, data)
        assert merkle.includes(leaf, position, size, proof, root)
        assert not merkle.includes(merkle.leaf_hash(b"another"), position, size, proof, root)
        assert not merkle.includes(leaf, position + 1, size, proof, root)
        assert not merkle.includes(leaf, position, size, [*proof, bytes(32)], root)
        assert not proof or not merkle.includes(leaf, position, size, proof[:-1], root)


@given(st.integers(0, 70), st.integers(0, 70))
def test_a_tree_continues_every_earlier_one(one: int, other: int) -> None:
    first, second = sorted((one, other))
    data = some_data(second)
    proof = Tree(data).roots(merkle.consistency_spans(first, second))
    assert proof == (subproof(first, data, True) if first else [])
    assert merkle.continues(first, mth(data[:first]), second, mth(data), proof)


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_a_tree_with_one_leaf_changed_continues_nothing(first: int, more: int, chosen: st.DataObject) -> None:
    data = some_data(first + more)
    changed = chosen.draw(st.integers(0, first - 1))
    root = mth(data[:first])
    data[changed] = b"changed"
    proof = Tree(data).roots(merkle.consistency_spans(first, len(data)))
    assert not merkle.continues(first, root, len(data), mth(data), proof)
    assert not merkle.continues(first, root, len(data), mth(data), proof[:-1])
    assert not merkle.continues(len(data), mth(data), first, root, proof)


@given(st.integers(0, 300), st.integers(0, 300))
def test_growth_goes_on_from_the_right_edge(before: int, more: int) -> None:
    data = some_data(before + more)
    tree = Tree(data[:before])
    edge = [tree.nodes[node] for node in merkle.complete_nodes((0, before))]
    growth = merkle.Growth(before, edge)
    for each in data[before:]:
        growth.add(merkle.leaf_hash(each))
    whole = Tree(data)
    assert growth.root() == whole.growth.root()
    assert growth.nodes.keys() == whole.growth.nodes.keys() - tree.growth.nodes.keys()
