"""Everything that makes up the classroom of one ledger."""

from __future__ import annotations

from functools import cached_property

from common.clock import Clock
from common.database import Transactions
from common.sealing import key_from
from ledger.classroom.attempts import Attempts
from ledger.classroom.classes import Classes
from ledger.classroom.gains import Gains
from ledger.classroom.learner_sessions import LearnerSessions
from ledger.classroom.library import Library, load_library
from ledger.classroom.order_tests import OrderTests
from ledger.classroom.sign_up import SignUp
from ledger.classroom.telling import Telling
from ledger.people.services import PeopleServices
from ledger.settings import Keys, LedgerSettings
from ledger.statements import StatementStore


class ClassroomServices:
    """Lessons and questions, classes and who is in them, and what was done; over the ledger's database."""

    def __init__(
        self,
        settings: LedgerSettings,
        database: Transactions,
        clock: Clock,
        keys: Keys,
        people: PeopleServices,
        statements: StatementStore,
    ) -> None:
        """Tell the store what a former run could not tell any more; the lessons are read when they are asked for."""
        self._lesson_folders = settings.lesson_folders
        self.sessions = LearnerSessions(database, clock, key_from(settings.data / "classroom.key"))
        self.classes = Classes(database, clock)
        self.sign_up = SignUp(
            database, people.learners, people.consents, self.classes, self.sessions, clock, keys.pseudonym
        )
        self.attempts = Attempts(database, clock)
        self.tests = OrderTests(database, clock, lambda: self.library.questions)
        self.gains = Gains(database)
        self.telling = Telling(statements, self.attempts, self.tests, lambda: self.library)
        self.telling.tell_what_ended()

    @cached_property
    def library(self) -> Library:
        """The lessons and questions on offer."""
        return load_library(self._lesson_folders)
