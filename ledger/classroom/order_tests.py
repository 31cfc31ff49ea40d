"""The tests before and after an order's training in the van, each once, and what was gained between them.

Before: as long as nothing of the order's plan was completed. After: once something was, on those
scenarios alone. Questions that a later bank has no more are left out of the count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from common.text import Lang
from ledger.classroom.attempts import AnswerWrong
from ledger.classroom.draw import Item, draw_after, draw_before
from ledger.classroom.model import Question
from ledger.classroom.steps import is_right, read_chosen, written
from ledger.classroom.tables import test_gains, test_items, tests
from ledger.driver import insert_missing
from ledger.people.days import span_us
from ledger.people.orders import Order
from ledger.tables import completions

Phase = Literal["before", "after"]
State = Literal["offered", "going_on", "done", "not_yet", "missed", "none"]
"""``not_yet``: after the training only. ``missed``: the training has begun. ``none``: no questions to ask."""
Bank = Mapping[str, Sequence[Question]]
SCENARIO = "urn:qianche:scenario:"
PASS_SHARE = 0.8


class NoTest(DataError):
    """This test cannot be taken now."""

    status = 409


@dataclass(frozen=True)
class Answered:
    """A question of a test. ``chosen`` is empty until it is answered."""

    place: int
    scenario: str
    question: Question
    chosen: frozenset[int]

    @property
    def right(self) -> bool:
        return bool(self.chosen) and is_right(self.question, self.chosen)


@dataclass(frozen=True)
class Test:
    """A test that somebody takes or took. ``ended_us`` is None while it goes on."""

    id: str
    order: str
    learner: str
    phase: Phase
    lang: Lang
    began_us: int
    ended_us: int | None
    asked: int
    right: int


class OrderTests:
    """All tests of one ledger."""

    def __init__(self, database: Transactions, clock: Clock, bank: Callable[[], Bank]) -> None:
        """``bank`` gives the questions by scenario id; it is asked when they are needed."""
        self._database = database
        self._clock = clock
        self._bank = bank

    def states(self, order: Order, learner: str) -> dict[Phase, State]:
        """What a learner on an order's roster may do with each of its tests."""
        with self._database.reading() as connection:
            done = self._done(connection, order, learner)
            own = {phase: self._find(connection, order.id, learner, phase) for phase in ("before", "after")}
        taken: dict[Phase, State | None] = {
            phase: None if test is None else "going_on" if test.ended_us is None else "done"
            for phase, test in own.items()
        }
        plan = self._asked_of(order.scenarios)
        before: State = "none" if not plan else "missed" if done or order.state == "cancelled" else "offered"
        after: State = "none" if not plan else "offered" if self._asked_of(done) else "not_yet"
        if taken["before"] == "going_on" and done:
            taken["before"] = "missed"
        return {"before": taken["before"] or before, "after": taken["after"] or after}

    def begin(self, order: Order, learner: str, phase: Phase, lang: Lang) -> Test:
        """The test, which is drawn the first time.

        Raises:
            NoTest: it is not its time.
        """
        if self.states(order, learner)[phase] not in ("offered", "going_on"):
            raise NoTest(f"classroom.test.no_{phase}")
        with self._database.writing() as connection:
            if there := self._find(connection, order.id, learner, phase):
                return there
            items = self._drawn(connection, order, learner, phase)
            if not items:  # the bank lost questions since those before were asked
                raise NoTest(f"classroom.test.no_{phase}")
            row = {
                "id": str(uuid7(self._clock.now())),
                "order_id": order.id,
                "learner": learner,
                "phase": phase,
                "lang": lang,
                "began_us": to_us(self._clock.now()),
                "asked": len(items),
                "right": 0,
                "told": False,
            }
            connection.execute(insert(tests).values(row))
            rows = [
                {"test": row["id"], "place": k, "scenario": SCENARIO + item.scenario, "question": item.question}
                for k, item in enumerate(items)
            ]
            connection.execute(insert(test_items), rows)
            return self._find(connection, order.id, learner, phase)

    def preview(self, order: Order, learner: str, phase: Phase) -> list[Item]:
        """The questions that :meth:`begin` would draw."""
        with self._database.reading() as connection:
            return self._drawn(connection, order, learner, phase)

    def find(self, order: str, learner: str, phase: Phase) -> Test | None:
        """A learner's test of an order, if it was begun."""
        with self._database.reading() as connection:
            return self._find(connection, order, learner, phase)

    def items(self, test: Test) -> list[Answered]:
        """The questions of a test in their order; those that the bank has no more are left out."""
        query = select(test_items).filter_by(test=test.id).order_by(test_items.c.place)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        found = ((row, self._question(row.scenario, row.question)) for row in rows)
        return [
            Answered(row.place, row.scenario, question, read_chosen(row.chosen))
            for row, question in found
            if question is not None
        ]

    def answer(self, test: Test, place: int, chosen: frozenset[int]) -> None:
        """Take the answer at a place; the first one counts. With the last of them the test is handed in.

        Raises:
            NoTest: the test is over, or there is no such question.
            AnswerWrong: nothing was chosen, more than is asked for, or what there is not.
        """
        items = {each.place: each for each in self.items(test)}
        if place not in items or test.ended_us is not None:
            raise NoTest("classroom.test.over")
        question = items[place].question
        if not chosen or not chosen <= set(range(len(question.answers))):
            raise AnswerWrong("classroom.answer.choose")
        if question.kind == "one" and len(chosen) > 1:
            raise AnswerWrong("classroom.answer.choose_one")
        news = {"chosen": written(chosen), "right": is_right(question, chosen)}
        with self._database.writing() as connection:
            connection.execute(update(test_items).filter_by(test=test.id, place=place, chosen=None).values(news))
        self.settle(test)

    def settle(self, test: Test) -> None:
        """Hand a test in if nothing in it is left to answer."""
        answered = self.items(test)  # asked anew: of two last answers at the same moment, one must see the other
        if test.ended_us is None and all(each.chosen for each in answered):
            self._hand_in(test, answered)

    def untold(self, learner: str | None = None) -> list[Test]:
        """Tests, of a learner or of all, that were handed in and of which the store has not heard."""
        query = select(tests).filter_by(told=False).where(tests.c.ended_us.is_not(None))
        if learner is not None:
            query = query.filter_by(learner=learner)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [_test(row) for row in rows]

    def note_told(self, told: Iterable[str]) -> None:
        """Write down that the store has heard of these."""
        with self._database.writing() as connection:
            connection.execute(update(tests).where(tests.c.id.in_(told)).values(told=True))

    def _drawn(self, connection: Connection, order: Order, learner: str, phase: Phase) -> list[Item]:
        seed = f"{order.id} {learner} {phase}"
        if phase == "before":
            return draw_before(self._bank(), self._asked_of(order.scenarios), seed)
        before = self._find(connection, order.id, learner, "before")
        query = select(test_items.c.scenario, test_items.c.question).filter_by(test=before.id if before else "")
        asked = {Item(scenario.removeprefix(SCENARIO), question) for scenario, question in connection.execute(query)}
        return draw_after(self._bank(), self._asked_of(self._done(connection, order, learner)), asked, seed)

    def _asked_of(self, scenarios: Iterable[str]) -> list[str]:
        """The ids in the bank of the activities that there are questions on."""
        bank = self._bank()
        return [each for each in (scenario.removeprefix(SCENARIO) for scenario in scenarios) if each in bank]

    def _done(self, connection: Connection, order: Order, learner: str) -> list[str]:
        """What of the plan the learner completed, from the order's day on, in the plan's order."""
        columns = completions.c
        since = columns.ended_us >= span_us(order.day, order.day)[0]
        there = select(columns.scenario).where(columns.learner == learner, columns.scenario.in_(order.scenarios), since)
        found = set(connection.scalars(there))
        return [each for each in order.scenarios if each in found]

    def _question(self, scenario: str, question: str) -> Question | None:
        there = self._bank().get(scenario.removeprefix(SCENARIO), ())
        return next((each for each in there if each.id == question), None)

    def _hand_in(self, test: Test, after: list[Answered]) -> None:
        """Count, once; after the training with the gain since before it."""
        now = to_us(self._clock.now())
        with self._database.writing() as connection:
            right = sum(each.right for each in after)
            news = {"ended_us": now, "asked": len(after), "right": right}
            handed_in = connection.execute(update(tests).filter_by(id=test.id, ended_us=None).values(news))
            before = self._find(connection, test.order, test.learner, "before")
            if not handed_in.rowcount or test.phase == "before" or before is None or before.ended_us is None:
                return
            again = {each.scenario for each in after}
            rows = connection.execute(select(test_items).filter_by(test=before.id)).all()
            same = [row for row in rows if row.scenario in again and row.right is not None]
            if same and after:
                gain = {
                    "order_id": test.order,
                    "learner": test.learner,
                    "before_asked": len(same),
                    "before_right": sum(row.right for row in same),
                    "after_asked": len(after),
                    "after_right": right,
                    "ended_us": now,
                }
                insert_missing(connection, test_gains, [gain])

    def _find(self, connection: Connection, order: str, learner: str, phase: Phase) -> Test | None:
        row = connection.execute(select(tests).filter_by(order_id=order, learner=learner, phase=phase)).first()
        return _test(row) if row else None


def _test(row: Row[Any]) -> Test:
    return Test(
        row.id, row.order_id, row.learner, row.phase, row.lang, row.began_us, row.ended_us, row.asked, row.right
    )
