"""Completions made safe in a second, beside raw SQLite commits of as many bytes in the same folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import zstandard

from benchmarks.completions import Finished, finished, many
from benchmarks.figures import Effort, Figure, Tell, peer, side_by_side, timed
from benchmarks.raw_sqlite import RawSqlite
from common.clock import SystemClock
from common.enrolment import Person, seal_enrolment
from common.identity import check_character, parse
from common.sealing import new_sealing_key, public_of
from kiosk.outbox import Item, Outbox
from kiosk.store import Store

OWES: tuple[tuple[Item, str], ...] = (
    ("enrolment", "ledger"), ("statements", "ledger"), ("log", "ledger"), ("completion", "monitoring"),
)  # fmt: skip
NUMBER = "51010719900307001"


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Completions a second, each with its log, its learner's enrolment and its deliveries."""
    of = finished(effort.scenarios[0])
    enrolment = _enrolment()
    with TemporaryDirectory(dir=effort.folder) as folder:
        tell(0.0, effort.scenarios[0])
        store, raw = Store(Path(folder) / "van.db"), RawSqlite(Path(folder) / "raw.db")
        outbox = Outbox(store, SystemClock(), OWES)
        completions, rows = many(of), _rows(of, enrolment)

        def put() -> None:
            completion = next(completions)
            outbox.put(completion.id, of.log, enrolment, lambda place: completion.model_copy(update={"order": place}))

        ours, theirs = side_by_side(
            lambda: 1 / timed(put, "s", effort.burst),
            lambda: 1 / timed(lambda: raw.put([next(rows)]), "s", effort.burst),
            effort.repeats,
        )
        store.close()
        raw.close()
    yield Figure("outbox.put", "", "per_s", ours, peer("raw_commit", theirs))


def _enrolment() -> str:
    person = Person("王小明", parse(NUMBER + check_character(NUMBER)))
    return json.dumps(seal_enrolment(person, b"p" * 32, public_of(new_sealing_key()[0])))


def _rows(of: Finished, enrolment: str) -> Iterator[tuple[str, bytes]]:
    """Rows of as many bytes as the outbox keeps of each completion."""
    body = zstandard.compress(of.log) + enrolment.encode()
    return ((completion.id, completion.model_dump_json().encode() + body) for completion in many(of))
