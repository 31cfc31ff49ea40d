"""What was said in a registration so far, read from its statements: nothing of it is kept a second time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import Connection, select

from ledger import tables
from ledger.classroom.cmi5.structure import Block, Structure, Unit
from ledger.classroom.cmi5.vocabulary import ALL_VERBS, SATISFIED, SESSION_ID, WAIVED, Statement, is_defined
from ledger.completions import COMPLETED, PASSED
from ledger.xapi.values import moment


@dataclass(frozen=True)
class Said:
    """One "cmi5 defined" statement."""

    id: str
    verb: str
    activity: str
    session: str
    at: datetime


@dataclass(frozen=True)
class History:
    """All of a registration, in the order in which it was stored."""

    said: tuple[Said, ...]

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """A course may have a thousand units, each of which is asked for."""
        return frozenset((each.verb, each.activity) for each in self.said)

    def in_session(self, session: str) -> list[Said]:
        """What was said in one session, by either side."""
        return [each for each in self.said if each.session == session]

    def has(self, verb: str, activity: str) -> bool:
        """Whether a verb was said of an activity in any session."""
        return (verb, activity) in self._pairs

    def met(self, structure: Structure, unit: Unit) -> bool:
        """Whether a unit met its criterion, or was waived (cmi5 13.1.4 moveOn, 9.3.9)."""
        activity = structure.unit_activity(unit)
        completed, passed = self.has(COMPLETED, activity), self.has(PASSED, activity)
        by_criterion = {
            "NotApplicable": True,
            "Completed": completed,
            "Passed": passed,
            "CompletedAndPassed": completed and passed,
            "CompletedOrPassed": completed or passed,
        }
        return by_criterion[unit.move_on] or self.has(WAIVED, activity)

    def done(self, structure: Structure, unit: Unit) -> bool:
        """Whether there is nothing left to do in a unit: it met its criterion, and by doing something."""
        activity = structure.unit_activity(unit)
        touched = any(self.has(verb, activity) for verb in (COMPLETED, PASSED, WAIVED))
        return touched and self.met(structure, unit)

    def newly_satisfied(self, structure: Structure) -> list[Block | Structure]:
        """Blocks, the innermost first, and the course, all of whose units met their criteria, not yet told of."""
        met = {unit.id for unit in structure.units() if self.met(structure, unit)}
        groups: list[tuple[str, Block | Structure]] = [
            (structure.block_activity(block), block) for block in structure.blocks()
        ]
        groups.append((structure.activity, structure))
        return [
            group
            for activity, group in groups
            if not self.has(SATISFIED, activity) and all(unit.id in met for unit in group.units())
        ]


def read_history(connection: Connection, registration: str) -> History:
    """The history of a registration."""
    columns = tables.statements.c
    rows = connection.scalars(
        select(columns.raw)
        .filter_by(registration=registration, voided=False)
        .where(columns.verb.in_(ALL_VERBS), columns.raw != "")
        .order_by(columns.stored_us)
    )
    return History(tuple(said_in(json.loads(raw) for raw in rows)))


def last_of_session(connection: Connection, session: str) -> datetime | None:
    """When the unit of a session says that the last thing happened which it told of."""
    columns = tables.statements.c
    theirs = select(columns.raw).filter_by(credential=session).where(columns.raw != "")
    raw = connection.scalar(theirs.order_by(columns.stored_us.desc()).limit(1))
    return None if raw is None else moment(json.loads(raw)["timestamp"])


def said_in(statements: Iterable[Statement]) -> Iterable[Said]:
    """The "cmi5 defined" among checked statements."""
    for each in statements:
        if is_defined(each) and "id" in each["object"]:
            session = each["context"].get("extensions", {}).get(SESSION_ID, "")
            at = moment(each["timestamp"])
            assert at is not None  # the statement was checked
            yield Said(each["id"], each["verb"]["id"], each["object"]["id"], session, at)
