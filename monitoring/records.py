"""What monitoring knows: the stations and when each was last heard, and the completions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from common.clock import Clock
from common.database import Database
from common.errors import DataError
from common.moments import from_us, start_of_day, to_us
from common.text import Lang
from monitoring import tables
from monitoring.messages import Completion, Heartbeat


class CompletionConflict(DataError):
    """Another completion has this id already."""

    status = 409


@dataclass(frozen=True)
class Station:
    """A station as last heard of. ``missing`` counts completions of its van that have not arrived."""

    van: str
    name: str
    seen: datetime
    silent: bool
    state: str
    queue: int
    pending_uploads: int
    missing: int


@dataclass(frozen=True)
class Arrival:
    """A completion as it came in."""

    id: str
    received: datetime
    van: str
    station: str
    title: dict[Lang, str]
    outcome: str
    passed: bool
    total: float
    hazards_found: int
    hazards_total: int


@dataclass(frozen=True)
class Day:
    """Today's completions."""

    completions: int
    passed: int


class Records:
    """The records of one monitoring module."""

    def __init__(self, database: Database, clock: Clock, silent_after_s: float) -> None:
        self._database = database
        self._clock = clock
        self._silent_after = timedelta(seconds=silent_after_s)
        self.changes = 0
        """Grows with every completion: a page that has seen this number has seen them all."""

    def complete(self, completion: Completion) -> bool:
        """Take down a completion; True if it is new. The same one sent again changes nothing.

        Raises:
            CompletionConflict
        """
        digest = hashlib.sha256(completion.model_dump_json().encode("utf-8")).hexdigest()
        with self._database.writing() as connection:
            there = connection.scalar(select(tables.completions.c.digest).filter_by(id=completion.id))
            if there is not None and there != digest:
                raise CompletionConflict("monitoring.conflict", id=completion.id)
            if there is None:
                row = _row(completion) | {"digest": digest, "received_us": to_us(self._clock.now())}
                connection.execute(insert(tables.completions).values(row))
        if there is None:
            self.changes += 1
        return there is None

    def heard(self, beat: Heartbeat) -> None:
        """Take down a station's heartbeat. When it was heard is this machine's time: vans' clocks may be off."""
        said = {
            "seen_us": to_us(self._clock.now()),
            "state": beat.state,
            "queue": beat.queue,
            "pending_uploads": beat.pending_uploads,
        }
        which = {"van": beat.van, "station": beat.station}
        with self._database.writing() as connection:
            if not connection.execute(update(tables.stations).filter_by(**which).values(said)).rowcount:
                connection.execute(insert(tables.stations).values(which | said))

    def stations(self) -> list[Station]:
        """Every station ever heard of, silent ones first."""
        done = tables.completions.c
        missing = select(done.van, (func.max(done.place) - func.count()).label("missing")).group_by(done.van)
        with self._database.reading() as connection:
            rows = connection.execute(select(tables.stations)).all()
            missing_of = {row.van: max(0, row.missing) for row in connection.execute(missing)}
        now = self._clock.now()
        stations = [self._station(row, now, missing_of.get(row.van, 0)) for row in rows]
        return sorted(stations, key=lambda each: (not each.silent, each.van, each.name))

    def latest(self, limit: int) -> list[Arrival]:
        """The completions that arrived last, the latest first."""
        query = select(tables.completions).order_by(tables.completions.c.received_us.desc()).limit(limit)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [_arrival(row) for row in rows]

    def today(self) -> Day:
        """What ended since midnight, Beijing time."""
        done = tables.completions.c
        counted = select(func.count(), func.count().filter(done.passed.is_(True))).where(
            done.ended_us >= to_us(start_of_day(self._clock.now()))
        )
        with self._database.reading() as connection:
            return Day(*connection.execute(counted).one())

    def now(self) -> datetime:
        """The time by which staleness is judged."""
        return self._clock.now()

    def _station(self, row: Row[Any], now: datetime, missing: int) -> Station:
        seen = from_us(row.seen_us)
        silent = now - seen > self._silent_after
        return Station(row.van, row.station, seen, silent, row.state, row.queue, row.pending_uploads, missing)


def _row(completion: Completion) -> dict[str, Any]:
    return {
        "id": completion.id,
        "van": completion.van,
        "station": completion.station,
        "place": completion.order,
        "title_zh": completion.title.zh,
        "title_en": completion.title.en,
        "learner": completion.learner,
        "ended_us": to_us(completion.started + timedelta(seconds=completion.duration_s)),
        "outcome": completion.outcome,
        "passed": completion.passed,
        "total": completion.score.total,
        "hazards_found": completion.score.hazards_found,
        "hazards_total": completion.score.hazards_total,
    }


def _arrival(row: Row[Any]) -> Arrival:
    return Arrival(
        id=row.id,
        received=from_us(row.received_us),
        van=row.van,
        station=row.station,
        title={"zh": row.title_zh, "en": row.title_en},
        outcome=row.outcome,
        passed=row.passed,
        total=row.total,
        hazards_found=row.hazards_found,
        hazards_total=row.hazards_total,
    )
