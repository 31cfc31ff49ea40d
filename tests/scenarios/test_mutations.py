"""A thousand damaged copies of the bank: each loads or says where it is wrong, never anything else."""

from __future__ import annotations

import copy
import random
import re

import pytest

import scenarios
from scenarios.errors import ScenarioInvalid
from scenarios.loader import BANK, examined
from scenarios.registry import registry
from scenarios.source import Source, read_source

COPIES = 34
"""Of each scenario: a thousand of the thirty."""
UNFILLED = re.compile(r"\{(found|expected|path|hint|file)\}")
WORDS = ["", "null", "true", "-1", "1e9", "1e400", ".nan", "9" * 50, "[]", "{}", "[[1, 2], {a: b}]", "*x", "&x y"]
WORDS += ["!!python/name:os.system", "d1.a", "accident", "trainee", "'", '"', ": ", "- ", "\t", "\x00", "on", "文字"]


def cut(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text))
    return text[:start] + text[start + dice.randrange(1, 400) :]


def truncated(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text))]


def lines_swapped(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


def line_doubled(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return "".join([*lines[:at], lines[at], *lines[at:]])


def value_replaced(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = dice.choice([i for i, line in enumerate(lines) if ": " in line])
    key, _ = lines[at].split(": ", 1)
    lines[at] = f"{key}: {dice.choice(WORDS)}\n"
    return "".join(lines)


def word_inserted(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + dice.choice(WORDS) + text[at:]


def reindented(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    lines[at] = " " * dice.randrange(8) + lines[at].lstrip()
    return "".join(lines)


DAMAGES = [cut, truncated, lines_swapped, line_doubled, value_replaced, word_inserted, reindented]


def judged(raw: bytes) -> list[object]:
    try:
        _, faults = examined(read_source(raw, "damaged.yaml"), registry())
    except ScenarioInvalid as wrong:
        faults = wrong.faults
    return faults


@pytest.mark.parametrize("name", scenarios.bank())
def test_damaged_copies_are_judged(name: str) -> None:
    text = (BANK / f"{name}.yaml").read_text("utf-8")
    lines = text.count("\n") + 1
    faulty = 0
    for seed in range(COPIES):
        dice = random.Random(seed)
        damaged = dice.choice(DAMAGES)(text, dice)
        faults = judged(damaged.encode("utf-8", "surrogatepass"))
        faulty += bool(faults)
        for fault in faults:
            assert 1 <= fault.line <= lines + 2 and fault.column >= 1
            for lang in ("zh", "en"):
                assert fault.message(lang).startswith(f"damaged.yaml:{fault.line}:{fault.column}: ")
                assert not UNFILLED.search(fault.message(lang))
    assert faulty > COPIES / 2, "the damage shows"


ODD_VALUES = [None, True, 7, -0.5, "x", "d1.a", [], {}, [None], [[1, 2]], {"a": 1}, {"": []}, {"zh": "文"}, [{"t": 1}]]


def ways(data: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value in plain data."""
    within = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [way, *(deeper for key, each in within for deeper in ways(each, (*way, key)))]


@pytest.mark.parametrize("name", scenarios.bank())
def test_retyped_values_are_judged(name: str) -> None:
    """Any value of any other type in any place, which line-wise damage seldom makes."""
    pristine = scenarios.load(name).source.data
    places = ways(pristine)
    for seed in range(COPIES):
        dice = random.Random(seed)
        data = copy.deepcopy(pristine)
        for way in dice.sample(places[1:], k=dice.randrange(1, 4)):
            parent = data
            for key in way[:-1]:
                parent = parent[key] if isinstance(parent, dict | list) and holds(parent, key) else {}
            odd = dice.choice(ODD_VALUES)
            if isinstance(parent, dict | list) and holds(parent, way[-1]):
                parent[way[-1]] = odd
        _, faults = examined(Source("retyped.yaml", data), registry())
        assert all(fault.message("zh") and fault.message("en") for fault in faults)


def holds(parent: dict | list, key: str | int) -> bool:
    return key in parent if isinstance(parent, dict) else isinstance(key, int) and key < len(parent)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-32", "utf-7"])
@pytest.mark.parametrize("name", scenarios.bank())
def test_wrong_encodings_are_refused(name: str, encoding: str) -> None:
    assert judged((BANK / f"{name}.yaml").read_text("utf-8").encode(encoding))


def test_damaged_bytes_are_judged() -> None:
    raw = bytearray((BANK / "falling-object-struck.yaml").read_bytes())
    for seed in range(100):
        dice = random.Random(seed)
        damaged = bytearray(raw)
        for _ in range(dice.randrange(1, 20)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        assert all(fault.line >= 1 for fault in judged(bytes(damaged)))
