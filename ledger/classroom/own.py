"""What learners see of themselves, and of nobody else: the questions here are about one pseudonym each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.certificates.certificate import Certificate, masked_name
from ledger.classroom.classes import Class
from ledger.classroom.gains import Gain
from ledger.classroom.order_tests import Phase, State
from ledger.classroom.statements import LESSON
from ledger.hours.reckoning import Reckoning
from ledger.people.orders import Order
from ledger.people.sight import EVERYTHING

if TYPE_CHECKING:
    from ledger.services import LedgerServices


@dataclass(frozen=True)
class Training:
    """A class that a learner joined, and what there is to do in it."""

    of: Class
    tests: dict[Phase, State]
    """Empty for a class without an order."""
    gain: Gain | None


class Own:
    """The learner behind one phone."""

    def __init__(self, services: LedgerServices, learner: str) -> None:
        self._services = services
        self.learner = learner

    @property
    def name(self) -> str:
        """The name, masked: whoever looks over the shoulder need not read it."""
        person = self._services.learners.find(self.learner, EVERYTHING)
        return masked_name(person.name) if person else ""

    def reckoning(self) -> Reckoning:
        """Hours, with the reason for each."""
        return self._services.certificates.reckoning(self.learner, EVERYTHING)

    def certificates(self) -> list[Certificate]:
        """Certificates, the latest first."""
        return self._services.certificates.of_learner(self.learner, EVERYTHING)

    def trainings(self) -> list[Training]:
        """The classes joined, the latest first."""
        classroom = self._services.classroom
        found = []
        for each in classroom.classes.of_learner(self.learner):
            order = self.order(each.order) if each.order else None
            tests = classroom.tests.states(order, self.learner) if order else {}
            found.append(Training(each, tests, classroom.gains.of(order.id, self.learner) if order else None))
        return found

    def order(self, order: str) -> Order | None:
        """An order on whose roster the learner stands."""
        return next((each for each in self._services.people.orders.of_learner(self.learner) if each.id == order), None)

    def suggested(self) -> list[str]:
        """The lessons that belong to the learner's trainings, by id in the order of the library."""
        named: set[str] = set()
        planned: set[str] = set()
        for each in self._services.classroom.classes.of_learner(self.learner):
            named.update(each.lessons)
            order = self.order(each.order) if each.order else None
            planned.update(order.scenarios if order else ())
        plan = {scenario.rpartition(":")[2] for scenario in planned}
        lessons = self._services.classroom.library.lessons
        return [
            name for name, loaded in lessons.items() if name in named or not plan.isdisjoint(loaded.lesson.scenarios)
        ]

    def credit_of(self, lesson: str) -> float:
        """The hours that a lesson is worth by the rules."""
        return self._services.certificates.rules.hours(LESSON + lesson)
