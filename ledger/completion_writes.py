"""Keeps the rows of completions true to the statements, in the transaction that stores or takes back these.

However many statements a transaction brings, the questions asked here are as many as the kinds of
things asked for: what is looked up is looked up for all of them together.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from common.moments import to_us
from ledger import tables
from ledger.classroom.cmi5.credit import COURSE_VERBS, course_done, is_course
from ledger.classroom.cmi5.vocabulary import SATISFIED
from ledger.completions import COMPLETED, FAILED, LEARNERS, PASSED
from ledger.database import in_pieces
from ledger.driver import insert_all, rows_of
from ledger.people.aliases import owners
from ledger.supervision.counting import counted, employers_of
from ledger.supervision.hazard_outcomes import HazardOutcome, note_names, outcomes_in, packed
from ledger.xapi.sameness import agent_key, lookup_key
from ledger.xapi.values import moment, seconds

Statement = dict[str, Any]
"""As it is answered."""
_EXTENSION = "urn:qianche:ext:"
_LONGEST_SAID = 80
_VERBS = (COMPLETED, PASSED, FAILED)
_TELLING = frozenset({*_VERBS, SATISFIED})
"""Verbs after which a completion is not what it was."""
_READ = (*_VERBS, *COURSE_VERBS)
"""Verbs that it is made of."""
_said, _known = tables.statements.c, tables.completions.c
_some = bindparam("some", expanding=True)
_STANDING = (
    select(_said.raw)
    .where(_said.registration.in_(_some), _said.stored_us < bindparam("first_us"), _said.voided.is_(False))
    # Not the bare column, or SQLite goes through all statements with these verbs, not those with these registrations.
    .where(_said.verb.concat("").in_(_READ))
    .order_by(_said.stored_us)
)
_LEARNERS_BEFORE = select(_known.id, _known.learner).where(_known.id.in_(_some))
_REMOVE = delete(tables.completions).where(_known.id.in_(_some))


def note_completions(
    connection: Connection, new: Sequence[Statement], taken_back: Sequence[Statement], first_us: int
) -> None:
    """Read again every completion that statements belong to which were stored, since ``first_us``, or taken back."""
    ids = sorted({_registration(each) for each in (*new, *taken_back) if _is_one_of(_TELLING, each)})
    if not ids:
        return
    gone = {each["id"] for each in taken_back}
    rows = _read(connection, ids, [each for each in new if each["id"] not in gone], first_us)
    learners = [row["learner"] for row in rows]
    before = rows_of(connection, _LEARNERS_BEFORE, ids)
    with counted(connection, [*learners, *(row.learner for row in before)], ids):
        for some in in_pieces(row.id for row in before):
            connection.execute(_REMOVE, {"some": some})
        insert_all(connection, tables.completions, rows)


def _is_one_of(verbs: Collection[str], statement: Statement) -> bool:
    return statement["verb"]["id"] in verbs and "registration" in statement.get("context", {})


def _registration(statement: Statement) -> str:
    return statement["context"]["registration"].lower()


def _read(
    connection: Connection, ids: Collection[str], new: Iterable[Statement], first_us: int
) -> list[dict[str, Any]]:
    """The rows of these completions, from all their statements that still stand; none where they make none."""
    statements: dict[str, list[Statement]] = {registration: [] for registration in ids}
    for row in rows_of(connection, _STANDING, ids, first_us=first_us):
        earlier = json.loads(row.raw)
        statements[_registration(earlier)].append(earlier)
    for each in new:
        if _is_one_of(_READ, each) and (registration := _registration(each)) in statements:
            statements[registration].append(each)
    rows: list[dict[str, Any]] = []
    named: list[tuple[str, HazardOutcome]] = []
    for registration, said in statements.items():
        row = _row(registration, said)
        if row is not None:
            outcomes = outcomes_in(said)
            rows.append({**row, "hazards": packed(outcomes)})
            named += [(row["scenario"], outcome) for outcome in outcomes]
    belong = owners(connection, [row["learner"] for row in rows])
    for row in rows:
        row["learner"] = belong.get(row["learner"], row["learner"])
    employers = employers_of(connection, [row["learner"] for row in rows])
    for row in rows:
        row["employer"] = employers.get(row["learner"], "")
    note_names(connection, named)
    return rows


def _row(registration: str, statements: list[Statement]) -> dict[str, Any] | None:
    """What the statements of a completion say; None where they are about no activity.

    Of a course (:mod:`ledger.classroom.cmi5`) the whole is one, once it is satisfied.
    """
    if is_course(statements):
        return _course_row(registration, statements)
    about = [each for each in statements if each["verb"]["id"] in _VERBS and _of_activity(each)]
    if not about:
        return None
    last = about[-1]
    results = [each.get("result", {}) for each in about]
    extensions = {key: value for each in about for key, value in each["context"].get("extensions", {}).items()}
    verdicts = [each["verb"]["id"] == PASSED for each in about if each["verb"]["id"] != COMPLETED]
    return {
        **_of_what(registration, last),
        "van": _text(extensions, "van") or "",
        "ended_us": to_us(moment(last["timestamp"])),
        "duration_s": next((seconds(each["duration"]) for each in results if "duration" in each), None),
        "score": next((_score(each["score"]) for each in reversed(results) if "score" in each), None),
        "passed": verdicts[-1] if verdicts else None,
        "outcome": _text(extensions, "outcome") or "",
        "log_digest": _text(extensions, "log-digest"),
    }


def _course_row(registration: str, statements: list[dict[str, Any]]) -> dict[str, Any] | None:
    course = course_done(statements)
    if course is None:
        return None
    return {
        **_of_what(registration, course.satisfied),
        "van": "",
        "ended_us": to_us(course.ended),
        "duration_s": course.duration_s,
        "score": None if course.scaled is None else course.scaled * 100,
        "passed": course.passed,
        "outcome": "",
        "log_digest": None,
    }


def _of_what(registration: str, statement: dict[str, Any]) -> dict[str, Any]:
    """The columns that say who completed what."""
    names = statement["object"].get("definition", {}).get("name", {})
    fallback = next(iter(names.values()), statement["object"]["id"])
    return {
        "id": registration,
        "learner": _learner(statement["actor"]),
        "scenario": statement["object"]["id"],
        "title_zh": _shown(names.get("zh-CN", names.get("zh", fallback))),
        "title_en": _shown(names.get("en", names.get("en-US", fallback))),
    }


def _of_activity(statement: dict[str, Any]) -> bool:
    return statement["object"].get("objectType", "Activity") == "Activity"


def _learner(actor: dict[str, Any]) -> str:
    """A pseudonym of ours, else the key of whoever it is."""
    account = actor.get("account", {})
    return lookup_key(account["name"]) if account.get("homePage") == LEARNERS else agent_key(actor) or ""


def _score(score: dict[str, float]) -> float | None:
    """Of 100."""
    if "raw" in score and score.get("max", 100) == 100 and score.get("min", 0) == 0:
        return float(score["raw"])
    return score["scaled"] * 100 if "scaled" in score else None


def _text(extensions: dict[str, Any], name: str) -> str | None:
    value = extensions.get(_EXTENSION + name)
    return _shown(value)[:_LONGEST_SAID] if isinstance(value, str) else None


def _shown(said: str) -> str:
    """A text as every database takes it."""
    return said.replace("\0", "")
