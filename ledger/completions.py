"""What was completed, read out of the statements.

A completion is all statements of one registration that say completed, passed or failed. It is read
anew from them whenever one arrives or is taken back, so their order does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, union

from common.database import Transactions
from common.moments import to_us
from common.text import Lang
from ledger import tables
from ledger.database import in_pieces
from ledger.people.aliases import owner
from ledger.people.sight import Sight
from ledger.supervision.counting import counted, employer_of
from ledger.supervision.hazard_outcomes import note_names, outcomes_in, packed
from ledger.xapi.sameness import agent_key, lookup_key
from ledger.xapi.values import moment, seconds

_ADL = "http://adlnet.gov/expapi/verbs/"
COMPLETED, PASSED, FAILED = _ADL + "completed", _ADL + "passed", _ADL + "failed"
LEARNERS = "https://qianche.invalid/learners"
_EXTENSION = "urn:qianche:ext:"
_LONGEST_SAID = 80
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


def note_completions(connection: Connection, changed: Iterable[dict[str, Any]]) -> None:
    """Read again every completion that the changed statements belong to."""
    registrations = {
        statement["context"]["registration"].lower()
        for statement in changed
        if statement["verb"]["id"] in (COMPLETED, PASSED, FAILED) and "registration" in statement.get("context", {})
    }
    rows = {registration: _read(connection, registration) for registration in sorted(registrations)}
    columns = tables.completions.c
    learners = [row["learner"] for row in rows.values() if row is not None]
    for some in in_pieces(rows):
        learners += connection.scalars(select(columns.learner).where(columns.id.in_(some)))
    with counted(connection, learners):
        for registration, row in rows.items():
            connection.execute(delete(tables.completions).filter_by(id=registration))
            if row is not None:
                connection.execute(insert(tables.completions).values(row))


def _read(connection: Connection, registration: str) -> dict[str, Any] | None:
    """The row of a completion, from all its statements that still stand; None where they make none."""
    columns = tables.statements.c
    rows = connection.execute(
        select(columns.raw)
        .filter_by(registration=registration, voided=False)
        .where(columns.verb.in_((COMPLETED, PASSED, FAILED)))
        .order_by(columns.stored_us)
    )
    statements = [json.loads(each.raw) for each in rows]
    row = _completion_row(registration, statements)
    if row is not None:
        row["learner"] = owner(connection, row["learner"])
        row["employer"] = employer_of(connection, row["learner"])
        outcomes = outcomes_in(statements)
        row["hazards"] = packed(outcomes)
        note_names(connection, row["scenario"], outcomes)
    return row


def _completion_row(registration: str, statements: list[dict[str, Any]]) -> dict[str, Any] | None:
    about = [each for each in statements if each["object"].get("objectType", "Activity") == "Activity"]
    if not about:
        return None
    last = about[-1]
    results = [each.get("result", {}) for each in about]
    extensions = {key: value for each in about for key, value in each["context"].get("extensions", {}).items()}
    verdicts = [each["verb"]["id"] == PASSED for each in about if each["verb"]["id"] != COMPLETED]
    names = last["object"].get("definition", {}).get("name", {})
    fallback = next(iter(names.values()), last["object"]["id"])
    return {
        "id": registration,
        "learner": _learner(last["actor"]),
        "scenario": last["object"]["id"],
        "title_zh": _shown(names.get("zh-CN", names.get("zh", fallback))),
        "title_en": _shown(names.get("en", names.get("en-US", fallback))),
        "van": _said(extensions, "van") or "",
        "ended_us": to_us(moment(last["timestamp"])),
        "duration_s": next((seconds(each["duration"]) for each in results if "duration" in each), None),
        "score": next((_score(each["score"]) for each in reversed(results) if "score" in each), None),
        "passed": verdicts[-1] if verdicts else None,
        "outcome": _said(extensions, "outcome") or "",
        "log_digest": _said(extensions, "log-digest"),
    }


def _learner(actor: dict[str, Any]) -> str:
    """A pseudonym of ours, else the key of whoever it is."""
    account = actor.get("account", {})
    return lookup_key(account["name"]) if account.get("homePage") == LEARNERS else agent_key(actor) or ""


def _score(score: dict[str, float]) -> float | None:
    """Of 100."""
    if "raw" in score and score.get("max", 100) == 100 and score.get("min", 0) == 0:
        return float(score["raw"])
    return score["scaled"] * 100 if "scaled" in score else None


def _said(extensions: dict[str, Any], name: str) -> str | None:
    value = extensions.get(_EXTENSION + name)
    return _shown(value)[:_LONGEST_SAID] if isinstance(value, str) else None


def _shown(said: str) -> str:
    """A text as every database takes it."""
    return said.replace("\0", "")


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
        return [_completion(row) for row in rows], total

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
        sums = (
            select(
                listed.c.learner,
                func.count(done.id).label("completions"),
                func.count().filter(done.passed.is_(True)).label("passed"),
                func.coalesce(func.sum(done.duration_s), 0.0).label("duration_s"),
                func.max(done.ended_us).label("last_us"),
            )
            .outerjoin(tables.completions, done.learner == listed.c.learner)
            .group_by(listed.c.learner)
            .order_by(func.max(done.ended_us).desc().nulls_last(), listed.c.learner)
        )
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(listed)) or 0
            rows = connection.execute(sums.offset(offset).limit(limit)).all()
        return [LearnerSum(*row) for row in rows], total

    def of_learner(self, learner: str, sight: Sight) -> list[Completion]:
        """All completions of one learner, if they may be seen, the latest first."""
        columns = tables.completions.c
        with self._database.reading() as connection:
            theirs = select(tables.completions).where(columns.learner == learner, sight.people(columns.learner))
            rows = connection.execute(theirs.order_by(columns.ended_us.desc())).all()
        return [_completion(row) for row in rows]

    def of_learners(self, learners: Iterable[str], sight: Sight) -> dict[str, list[Completion]]:
        """All completions of each of ``learners`` that may be seen, the latest first."""
        columns = tables.completions.c
        found: dict[str, list[Completion]] = {learner: [] for learner in learners}
        with self._database.reading() as connection:
            for some in in_pieces(found):
                theirs = select(tables.completions).where(columns.learner.in_(some), sight.people(columns.learner))
                for row in connection.execute(theirs.order_by(columns.ended_us.desc())):
                    found[row.learner].append(_completion(row))
        return found

    def may_see(self, completion_id: str, sight: Sight) -> bool:
        """Whether a completion's learner may be seen; of one that is not known, whether everything may."""
        query = select(tables.completions.c.learner).filter_by(id=completion_id.lower())
        with self._database.reading() as connection:
            known = connection.execute(query).first() is not None
            seen = connection.execute(query.where(sight.people(tables.completions.c.learner))).first() is not None
        return seen if known else sight.everything

    def titles(self) -> dict[str, dict[Lang, str]]:
        """Titles by activity id of everything that was ever completed."""
        columns = tables.completions.c
        query = select(columns.scenario, func.max(columns.title_zh), func.max(columns.title_en))
        with self._database.reading() as connection:
            rows = connection.execute(query.group_by(columns.scenario)).all()
        return {scenario: {"zh": zh, "en": en} for scenario, zh, en in rows}

    def count(self, sight: Sight, since_us: int | None = None) -> tuple[int, int]:
        """How many completions may be seen, since a moment or in all, and how many of them passed."""
        columns = tables.completions.c
        counted = select(func.count(), func.count().filter(columns.passed.is_(True)))
        counted = counted.where(sight.people(columns.learner))
        if since_us is not None:
            counted = counted.where(columns.ended_us >= since_us)
        with self._database.reading() as connection:
            total, passed = connection.execute(counted).one()
        return total, passed


def _completion(row: Row[Any]) -> Completion:
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
