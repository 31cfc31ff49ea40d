"""What a course is worth: one completion for each registration, once the whole course is satisfied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ledger.classroom.cmi5.vocabulary import COURSES, LAUNCHED, PARTS, SATISFIED, Statement, is_defined
from ledger.completions import COMPLETED, PASSED
from ledger.xapi.values import moment, seconds

COURSE_VERBS = (LAUNCHED, SATISFIED)
"""Verbs by which the registration of a course is known, beside those of any completion."""
_OURS = (COURSES, PARTS)


def is_course(statements: Sequence[Statement]) -> bool:
    """Whether these statements of one registration are those of a course taken here."""
    return any(
        each["verb"]["id"] in COURSE_VERBS and is_defined(each) and each["object"].get("id", "").startswith(_OURS)
        for each in statements
    )


class CourseDone:
    """A course that was satisfied, by a learner who did something in it.

    What was waived or had no criterion satisfies a course, but earns no hours by itself.
    """

    def __init__(self, satisfied: Statement, done: Sequence[Statement]) -> None:
        self.satisfied = satisfied
        self._done = done

    @property
    def passed(self) -> bool | None:
        """True where a unit was passed; None where there was nothing to pass."""
        return True if any(each["verb"]["id"] == PASSED for each in self._done) else None

    @property
    def scaled(self) -> float | None:
        """The mean of the units' scores, 0 to 1."""
        scores = [each["result"].get("score", {}) for each in self._done]
        scaled = [score["scaled"] for score in scores if "scaled" in score]
        return sum(scaled) / len(scaled) if scaled else None

    @property
    def duration_s(self) -> float:
        """The sum over the units of the time to completing or passing them, whichever took longer."""
        longest: dict[str, float] = {}
        for each in self._done:
            unit, lasted = each["object"]["id"], seconds(each["result"]["duration"]) or 0.0
            longest[unit] = max(longest.get(unit, 0.0), lasted)
        return sum(longest.values())

    @property
    def ended(self) -> datetime:
        """When it was satisfied; later, if only then something was done in it."""
        moments = [_moment(self.satisfied), min(map(_moment, self._done))]
        return max(moments)


def course_done(statements: Sequence[Statement]) -> CourseDone | None:
    """The completion in the statements of a course's registration, if there is one."""
    said = [each for each in statements if is_defined(each)]
    satisfied = [each for each in said if each["verb"]["id"] == SATISFIED and each["object"]["id"].startswith(COURSES)]
    done = [each for each in said if each["verb"]["id"] in (COMPLETED, PASSED)]
    return CourseDone(satisfied[0], done) if satisfied and done else None


def _moment(statement: Statement) -> datetime:
    said = moment(statement["timestamp"])
    assert said is not None  # the statement was checked
    return said
