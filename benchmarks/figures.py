"""A figure: what was measured, several times, and the peer or the limit that it stands beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Literal

Unit = Literal["us", "ms", "s", "per_s", "count", "percent", "mib"]
Tell = Callable[[float, str], None]
"""Takes the share that is done, 0..1, and what is being measured."""
LESS_IS_BETTER: frozenset[Unit] = frozenset({"us", "ms", "s", "count", "percent", "mib"})
_SECONDS: dict[Unit, float] = {"us": 1e-6, "ms": 1e-3, "s": 1.0}


@dataclass(frozen=True)
class Effort:
    """How much is measured: ``repeats`` of every figure, each of a burst as long as ``burst`` says."""

    folder: Path
    """For what is written; on the disk that is to be measured."""
    scenarios: tuple[str, ...]
    repeats: int = 9
    burst: int = 50
    """Operations behind one value of a rate."""
    stream_seconds: float = 10.0
    headset_minutes: float = 30.0


@dataclass(frozen=True)
class Spread:
    """The values of several runs."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.values)

    def as_json(self) -> dict[str, float | int]:
        return {
            "median": self.median, "min": min(self.values), "max": max(self.values), "runs": len(self.values),
        }  # fmt: skip


@dataclass(frozen=True)
class Beside:
    """What a figure is held against, in the figure's unit. A limit is a spread of one value."""

    kind: Literal["peer", "limit"]
    name: str
    """Last part of its key in the catalogue, under ``benchmarks.beside``."""
    spread: Spread


@dataclass(frozen=True)
class Figure:
    """One measure of one thing."""

    measure: str
    """Key in the catalogue under ``benchmarks.measure``: the benchmark's name, a dot, and what of it."""
    of: str
    """The scenario it is about, or empty."""
    unit: Unit
    measured: Spread
    beside: Beside
    drawn_by: str = ""
    """The renderer, where pictures were drawn."""

    @property
    def ratio(self) -> float:
        """How many times better than what it stands beside; under 1 it is worse."""
        ours, theirs = self.measured.median, self.beside.spread.median
        return theirs / ours if self.unit in LESS_IS_BETTER else ours / theirs

    def as_json(self) -> dict[str, Any]:
        beside = {"kind": self.beside.kind, "name": self.beside.name, **self.beside.spread.as_json()}
        return {
            "measure": self.measure, "of": self.of, "unit": self.unit, **self.measured.as_json(),
            "beside": beside, "ratio": self.ratio, "drawn_by": self.drawn_by,
        }  # fmt: skip


def limit(name: str, value: float) -> Beside:
    return Beside("limit", name, Spread((value,)))


def peer(name: str, values: list[float]) -> Beside:
    return Beside("peer", name, Spread(tuple(values)))


def timed(work: Callable[[], object], unit: Unit, times: int = 1) -> float:
    """How long ``work`` takes, in ``unit``; the mean of ``times`` in a row."""
    began = perf_counter()
    for _ in range(times):
        work()
    return (perf_counter() - began) / times / _SECONDS[unit]


def side_by_side(first: Callable[[], float], second: Callable[[], float], repeats: int) -> tuple[Spread, list[float]]:
    """Values of two measurements taken in turns, so that what else the machine does meets both; one of each is
    thrown away first."""
    first(), second()
    pairs = [(first(), second()) for _ in range(repeats)]
    return Spread(tuple(pair[0] for pair in pairs)), [pair[1] for pair in pairs]
