"""Telling the store of statements what was done in the classroom, once, whatever happens in between.

What ended is marked in the classroom's tables first, and as told only when the store has it; what
a power cut left in between is told at the next start.
"""

from __future__ import annotations

from collections.abc import Callable

from common.text import LANGS, text
from ledger.classroom.attempts import Attempt, Attempts, doing_of
from ledger.classroom.library import Library
from ledger.classroom.order_tests import PASS_SHARE, OrderTests, Test
from ledger.classroom.statements import CLASSROOM, TEST, Doing, statements_of
from ledger.statements import StatementStore
from ledger.xapi.faults import StatementConflict

_VERSION = "1.0.3"


class Telling:
    """Tells of attempts at lessons and of tests."""

    def __init__(
        self, statements: StatementStore, attempts: Attempts, tests: OrderTests, library: Callable[[], Library]
    ) -> None:
        self._statements = statements
        self._attempts = attempts
        self._tests = tests
        self._library = library

    def tell(self, attempt: Attempt) -> None:
        """Tell of an attempt as it stands."""
        self._take(doing_of(attempt, self._library().lessons.get(attempt.lesson)))

    def tell_what_ended(self, learner: str | None = None) -> None:
        """Tell of everything, of a learner or of all, that ended and was not told yet."""
        for attempt in self._attempts.untold(learner):
            self.tell(attempt)
            self._attempts.note_told([attempt.id])
        for test in self._tests.untold(learner):
            self._take(_doing(test))
            self._tests.note_told([test.id])

    def _take(self, doing: Doing) -> None:
        kept = self._statements.take_good(statements_of(doing), CLASSROOM, _VERSION)
        for refused in kept.refused.values():
            # Told before a lesson's title or a learner's pseudonym changed: the store keeps what it has.
            if not isinstance(refused, StatementConflict):
                raise refused


def _doing(test: Test) -> Doing:
    share = test.right / test.asked if test.asked else 0.0
    return Doing(
        registration=test.id,
        learner=test.learner,
        activity=TEST + test.phase,
        title={lang: text(f"classroom.test.{test.phase}", lang) for lang in LANGS},
        lang=test.lang,
        began_us=test.began_us,
        ended_us=test.ended_us,
        spent_s=((test.ended_us or test.began_us) - test.began_us) / 1e6,
        finished=True,
        asked=test.asked,
        right=test.right,
        # What somebody knew before is no verdict on them.
        passed=None if test.phase == "before" else share >= PASS_SHARE,
        extensions={"order": test.order},
    )
