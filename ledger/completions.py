"""What was completed, read out of the statements.

A completion is all statements of one registration that say completed, passed or failed. It is read
anew from them whenever one arrives or is taken back, so their order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select, union

from common.database import Transactions
from common.text import Lang
from ledger import tables
from ledger.database import in_pieces
from ledger.people.sight import Sight
from ledger.supervision.tables import training_sums

_ADL = "http://adlnet.gov/expapi/verbs/"
COMPLETED, PASSED, FAILED = _ADL + "completed", _ADL + "passed", _ADL + "failed"
LEARNERS = "https://qianche.invalid/learners"
MINUTES_PER_HOUR_OF_TRAINING = 45
"""学时: an hour of training has 45 minutes."""


@dataclass(frozen=True)
class Completion:
    """One finished session as the ledger shows it."""

    id: str
    learner: str
    scenario: str
    title: dict[Lang, str]
    van: str
    ended_us: int
    duration_s: float | None
    score: float | None
    passed: bool | None
    outcome: str
    log_digest: str | None

    @property
    def hours(self) -> float:
        """Hours of training (学时)."""
        return hours_of_training(self.duration_s or 0)


@dataclass(frozen=True)
class LearnerSum:
    """What one learner completed so far. ``last_us`` is None for someone enrolled who completed nothing yet."""

    learner: str
    completions: int
    passed: int
    duration_s: float
    last_us: int | None

    @property
    def hours(self) -> float:
        """Hours of training (学时)."""
        return hours_of_training(self.duration_s)


def hours_of_training(seconds: float) -> float:
    """Hours of training (学时) in a time."""
    return seconds / 60 / MINUTES_PER_HOUR_OF_TRAINING


class Completions:
    """Finds completions for pages."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def page(
        self,
        *,
        learners: set[str] | None = None,
        text: str = "",
        passed: bool | None = None,
        sight: Sight,
        offset: int,
        limit: int,
    ) -> tuple[list[Completion], int]:
        """The latest completions that may be seen and how many there are in all.

        ``text`` is looked for in titles, vans and pseudonyms; ``learners`` are found besides.
        """
        columns = tables.completions.c
        wanted = select(tables.completions).where(sight.people(columns.learner))
        if text or learners is not None:
            matches = [columns.learner.in_(learners)] if learners is not None else []
            if text:
                searched = (columns.title_zh, columns.title_en, columns.van, columns.learner)
                matches += [column.icontains(text, autoescape=True) for column in searched]
            wanted = wanted.where(or_(*matches))
        if passed is not None:
            wanted = wanted.where(columns.passed.is_(passed))
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(wanted.subquery())) or 0
            rows = connection.execute(wanted.order_by(columns.ended_us.desc()).offset(offset).limit(limit)).all()
        return [read_completion(row) for row in rows], total

    def by_learner(
        self, wanted: set[str] | None, offset: int, limit: int, sight: Sight
    ) -> tuple[list[LearnerSum], int]:
        """Everyone enrolled or with a completion who may be seen, the last active first, and how many they are.

        ``wanted`` restricts them to these pseudonyms.
        """
        done, people = tables.completions.c, tables.learners.c
        everyone = union(select(done.learner), select(people.pseudonym)).subquery()
        listed = select(everyone).where(sight.people(everyone.c.learner))
        if wanted is not None:
            listed = listed.where(everyone.c.learner.in_(wanted))
        listed = listed.subquery()
        # One look into an index for each of them, and the sums for those alone that are shown.
        last = select(func.max(done.ended_us)).where(done.learner == listed.c.learner).scalar_subquery()
        shown = select(listed.c.learner, last.label("last_us"))
        shown = shown.order_by(last.desc().nulls_last(), listed.c.learner).offset(offset).limit(limit)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(listed)) or 0
            rows = connection.execute(shown).all()
            sums = _sums(connection, [row.learner for row in rows])
        return [LearnerSum(row.learner, *sums.get(row.learner, (0, 0, 0.0)), row.last_us) for row in rows], total

    def of_learner(self, learner: str, sight: Sight) -> list[Completion]:
        """All completions of one learner, if they may be seen, the latest first."""
        columns = tables.completions.c
        with self._database.reading() as connection:
            theirs = select(tables.completions).where(columns.learner == learner, sight.people(columns.learner))
            rows = connection.execute(theirs.order_by(columns.ended_us.desc())).all()
        return [read_completion(row) for row in rows]

    def of_learners(self, learners: Iterable[str], sight: Sight) -> dict[str, list[Completion]]:
        """All completions of each of ``learners`` that may be seen, the latest first."""
        columns = tables.completions.c
        found: dict[str, list[Completion]] = {learner: [] for learner in learners}
        with self._database.reading() as connection:
            for some in in_pieces(found):
                theirs = select(tables.completions).where(columns.learner.in_(some), sight.people(columns.learner))
                for row in connection.execute(theirs.order_by(columns.ended_us.desc())):
                    found[row.learner].append(read_completion(row))
        return found

    def may_see(self, completion_id: str, sight: Sight) -> bool:
        """Whether a completion's learner may be seen; of one that is not known, whether everything may."""
        query = select(tables.completions.c.learner).filter_by(id=completion_id.lower())
        with self._database.reading() as connection:
            known = connection.execute(query).first() is not None
            seen = connection.execute(query.where(sight.people(tables.completions.c.learner))).first() is not None
        return seen if known else sight.everything

    def titles(self) -> dict[str, dict[Lang, str]]:
        """Titles by activity id of everything that was ever completed, as they were last called."""
        columns, sums = tables.completions.c, training_sums.c
        known = select(sums.scenario).where(sums.period == "", sums.scenario != "").distinct()
        last = select(columns.title_zh, columns.title_en).order_by(columns.ended_us.desc()).limit(1)
        titles: dict[str, dict[Lang, str]] = {}
        with self._database.reading() as connection:
            for scenario in connection.scalars(known).all():
                for row in connection.execute(last.where(columns.scenario == scenario)):
                    titles[scenario] = {"zh": row.title_zh, "en": row.title_en}
        return titles

    def count(self, sight: Sight, since_us: int | None = None) -> tuple[int, int]:
        """How many completions may be seen, since a moment or in all, and how many of them passed."""
        columns, sums = tables.completions.c, training_sums.c
        if since_us is None:
            counted = select(func.sum(sums.completions), func.sum(sums.passed))
            counted = counted.where(sums.period == "", sums.scenario == "", sight.employer(sums.employer))
        else:
            counted = select(func.count(), func.count().filter(columns.passed.is_(True)))
            counted = counted.where(sight.people(columns.learner), columns.ended_us >= since_us)
        with self._database.reading() as connection:
            total, passed = connection.execute(counted).one()
        return int(total or 0), int(passed or 0)


def _sums(connection: Connection, learners: Sequence[str]) -> dict[str, tuple[int, int, float]]:
    """Completions, those that passed, and the seconds they took, of each of ``learners`` who has any."""
    done = tables.completions.c
    passed = func.count().filter(done.passed.is_(True))
    query = select(done.learner, func.count(), passed, func.coalesce(func.sum(done.duration_s), 0.0))
    rows = connection.execute(query.where(done.learner.in_(learners)).group_by(done.learner))
    return {learner: (completions, passed, seconds) for learner, completions, passed, seconds in rows}


def read_completion(row: Row[Any]) -> Completion:
    """A completion from a row of its table."""
    return Completion(
        id=row.id,
        learner=row.learner,
        scenario=row.scenario,
        title={"zh": row.title_zh, "en": row.title_en},
        van=row.van,
        ended_us=row.ended_us,
        duration_s=row.duration_s,
        score=row.score,
        passed=row.passed,
        outcome=row.outcome,
        log_digest=row.log_digest,
    )
