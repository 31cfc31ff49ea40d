"""Everything that makes up the courses of one ledger."""

from __future__ import annotations

from dataclasses import dataclass

from common.clock import Clock
from common.database import Transactions
from common.text import Lang
from ledger.access import Unknown
from ledger.classroom.cmi5.courses import Course, Courses, NoSuchCourse
from ledger.classroom.cmi5.launching import Launching
from ledger.classroom.cmi5.registrations import Registration, Registrations
from ledger.classroom.cmi5.sessions import Session, Sessions
from ledger.classroom.cmi5.structure import said
from ledger.documents import DocumentStore
from ledger.settings import LedgerSettings
from ledger.statements import StatementStore

LEARNER_PATH = "/classroom/courses"
"""Where learners find courses; below the path that their cookie is for."""


@dataclass(frozen=True)
class Card:
    """A course as a list of the classroom shows it to one learner."""

    href: str
    title: str
    summary: str
    units: int
    met: int
    satisfied: bool


class Cmi5Services:
    """Imported courses, who takes them, and their sessions; over the ledger's database."""

    def __init__(
        self,
        settings: LedgerSettings,
        database: Transactions,
        clock: Clock,
        statements: StatementStore,
        documents: DocumentStore,
    ) -> None:
        self.courses = Courses(database, clock, settings.courses, settings.most_course_bytes)
        self.sessions = Sessions(database, clock)
        self.registrations = Registrations(database, clock, self.courses, self.sessions, statements)
        self.launching = Launching(clock, self.courses, self.registrations, self.sessions, documents)

    def session(self, session_id: str) -> Session:
        """The session whose unit asks. Raises Unknown if there is none."""
        session = self.sessions.find(session_id)
        if session is None:
            raise Unknown("cmi5.session.unknown")
        return session

    def follow_up(self, session: Session, *, ended: bool) -> None:
        """After a unit's statements were stored: end its session if it said so, and say what is satisfied now."""
        if ended:
            self.sessions.end(session.id)
        registration = self.registrations.find(session.registration)
        if registration is not None:  # else the learner was erased meanwhile
            self.registrations.reckon(registration, self.courses.find(session.course), session.id)

    def of_learner(self, learner: str) -> list[tuple[Course, Registration | None]]:
        """The courses that a learner can take or goes on with, those begun first: of each the latest registration.

        Of a course in several versions there is the one they began, else the one on offer.
        """
        begun: dict[str, Registration] = {}
        for registration in self.registrations.of_learner(learner):
            begun.setdefault(registration.course, registration)
        known: dict[str, tuple[Course, Registration | None]] = {}
        for course in self.courses.several(begun):
            known.setdefault(course.structure.activity, (course, begun[course.id]))
        for course in self.courses.offered():
            known.setdefault(course.structure.activity, (course, None))
        return [each for each in known.values() if each[0].state != "withdrawn"]

    def begin_again(self, learner: str, course_id: str) -> Course:
        """Register a learner anew for a course, as for a training that is repeated; the version they take now.

        Raises:
            NoSuchCourse: the course is not offered any more.
        """
        activity = self.courses.find(course_id).structure.activity
        for course in self.courses.offered():
            if course.structure.activity == activity:
                self.registrations.begin(course, learner)
                return course
        raise NoSuchCourse("cmi5.course.not_offered")

    def cards(self, learner: str, lang: Lang) -> list[Card]:
        """What :meth:`of_learner` finds, to be shown."""
        return [
            Card(
                href=f"{LEARNER_PATH}/{course.id}",
                title=said(course.structure.title, lang),
                summary=said(course.structure.description, lang),
                units=sum(1 for _ in course.structure.units()),
                met=registration.met if registration else 0,
                satisfied=registration is not None and registration.satisfied_us is not None,
            )
            for course, registration in self.of_learner(learner)
        ]
