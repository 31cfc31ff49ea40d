"""The figures: what one store takes and answers beside another, and beside SQLite where it writes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Protocol

from assets.cache import cache_dir
from benchmarks.completions import Finished, finished
from benchmarks.figures import Effort, Figure, Spread, Tell, Unit, peer, timed
from benchmarks.lrs.client import Address, milliseconds, rate
from benchmarks.lrs.qianche import Qianche
from benchmarks.lrs.ralph import Ralph
from benchmarks.lrs.sent import Statement, by_agent, by_id, sent
from benchmarks.lrs.server import Server
from benchmarks.raw_sqlite import RawSqlite

SIZES = (5_000, 200_000)
CLIENTS, A_BATCH = 8, 50
_QUESTIONS, _ANSWERS_S = 200, 10.0
_SINGLES, _BATCHES, _POSTS_S = 100, 10, 1.0
"""Requests behind one value of a rate, or as many as there is time for."""
_ENOUGH_S = 40.0
"""What took so long is not repeated."""
_Values = list[float]


class RecordStore(Protocol):
    """A store that can be filled and served."""

    name: str

    def prepare(self, of: Finished, many: int) -> None:
        """Have a store of so many statements in the cache."""

    def serve(self, many: int, folder: Path) -> Server:
        """Serve a copy of it out of ``folder``."""


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """For each number of stored statements: GET by agent and by id, POST of one, of one by eight clients at once, and
    of fifty; peak memory. The ledger stands beside Ralph, what is written also beside SQLite itself, and GET beside
    the same in the smaller store."""
    cache = cache_dir() / "benchmarks"
    yield from compare(Qianche(cache), Ralph(cache), SIZES, effort, tell)


def compare(
    ours: RecordStore, theirs: RecordStore, sizes: Sequence[int], effort: Effort, tell: Tell
) -> Iterator[Figure]:
    """The figures of two stores, see :func:`measure`."""
    of = finished(effort.scenarios[0])
    smaller: dict[str, _Values] = {}
    for place, many in enumerate(sizes):

        def told(share: float, what: str, place: int = place, many: int = many) -> None:
            tell((place + share) / len(sizes), f"{many:,} {what}")

        for store in (ours, theirs):
            told(0.0, store.name)
            store.prepare(of, many)
        with TemporaryDirectory(dir=effort.folder) as folder, ExitStack() as stack:
            both = _Both((ours, theirs), of, many, Path(folder).resolve(), stack)
            for name, answered in both.answers(told):
                yield both.figure(name, "ms", *answered)
                if name in smaller:
                    yield both.figure(name, "ms", answered[0], smaller[name], "smaller_store")
                smaller.setdefault(name, answered[0])
            yield from both.writes(effort.repeats, told)
            yield from both.memory()


class _Both:
    """Two stores that run side by side and are asked in turns, and a SQLite file that is written between them."""

    def __init__(
        self, stores: tuple[RecordStore, RecordStore], of: Finished, many: int, folder: Path, stack: ExitStack
    ) -> None:
        self._of, self._many = of, many
        self._peer = stores[1].name
        self._servers: list[Server] = []
        for number, store in enumerate(stores):
            own = folder / str(number)
            own.mkdir()
            self._servers.append(store.serve(many, own))
            stack.callback(self._servers[-1].stop)
        self._raw = RawSqlite(folder / "raw.db")
        stack.callback(self._raw.close)
        self._fresh = [sent(of, many) for _ in range(3)]
        """What each of the three has not been sent yet."""

    def figure(self, name: str, unit: Unit, first: _Values, second: _Values, beside: str = "") -> Figure:
        """Ours beside the peer's, or beside what is named."""
        return Figure(f"lrs.{name}", f"{self._many:,}", unit, Spread(tuple(first)), peer(beside or self._peer, second))

    def answers(self, tell: Tell) -> Iterator[tuple[str, tuple[_Values, _Values]]]:
        """Milliseconds of answers, ours and theirs."""
        for share, name, questions in ((0.1, "get_agent", by_agent), (0.2, "get_id", by_id)):
            tell(share, name)
            asked = questions(self._of, self._many, _QUESTIONS)
            first, second = (milliseconds(server.address, asked, _ANSWERS_S) for server in self._servers)
            yield name, (first, second)

    def writes(self, repeats: int, tell: Tell) -> Iterator[Figure]:
        """Statements a second."""
        for share, name, size, clients in (
            (0.3, "post_one", 1, 1), (0.5, "post_eight", 1, CLIENTS), (0.8, "post_batch", A_BATCH, 1),
        ):  # fmt: skip
            tell(share, name)
            most = _SINGLES if size == 1 else _BATCHES
            measures = [
                _posting(server.address, _bodies(fresh, size), size, most, clients)
                for server, fresh in zip(self._servers, self._fresh, strict=False)
            ]
            ours, theirs, raw = _in_turns([*measures, self._committing(size, most)], repeats)
            yield self.figure(name, "per_s", ours, theirs)
            yield self.figure(name, "per_s", ours, raw, "raw_commit")

    def memory(self) -> Iterator[Figure]:
        """The most that both took of it."""
        first, second = (server.peak_mib() for server in self._servers)
        if first is not None and second is not None:
            yield self.figure("memory", "mib", [first], [second])

    def _committing(self, size: int, most: int) -> Callable[[], float]:
        """Statements that SQLite commits in a second, so many together."""

        def measured() -> float:
            ready = [[(each["id"], _json(each)) for each in islice(self._fresh[-1], size)] for _ in range(most)]
            waiting = iter(ready)
            return size / timed(lambda: self._raw.put(next(waiting)), "s", most)

        return measured


def _posting(address: Address, bodies: Iterator[bytes], size: int, most: int, clients: int) -> Callable[[], float]:
    """Statements a second, in requests of ``size``."""
    return lambda: size * rate(address, bodies, most, _POSTS_S, clients)


def _bodies(fresh: Iterator[Statement], size: int) -> Iterator[bytes]:
    """Requests of so many statements each."""
    while True:
        batch = list(islice(fresh, size))
        yield _json(batch if size > 1 else batch[0])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _in_turns(measures: Sequence[Callable[[], float]], repeats: int) -> list[_Values]:
    """The values of each, taken in turns, so that what else the machine does meets all."""
    values: list[_Values] = [[] for _ in measures]
    until = perf_counter() + _ENOUGH_S
    for _ in range(repeats):
        for found, take in zip(values, measures, strict=True):
            found.append(take())
        if perf_counter() >= until:
            break
    return values
