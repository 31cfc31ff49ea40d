"""What training gains: right answers before and after it, by those who took both tests."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from common.database import Transactions
from ledger.classroom.tables import test_gains
from ledger.people.sight import Sight
from ledger.people.tables import orders
from ledger.supervision.asked import Asked


@dataclass(frozen=True)
class Gain:
    """Shares of right answers, of 1, of everybody together."""

    people: int
    before: float
    after: float


class Gains:
    """Answers from the tests of one ledger."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def total(self, asked: Asked, sight: Sight) -> Gain | None:
        """The gain of those tested after an order's training in the period; None where nobody was."""
        said = test_gains.c
        sums = [func.sum(said[name]) for name in ("before_right", "before_asked", "after_right", "after_asked")]
        query = select(func.count(said.learner.distinct()), *sums)
        query = query.select_from(test_gains.join(orders, orders.c.id == said.order_id))
        query = query.where(sight.employer(orders.c.employer), *asked.companies(orders.c.employer))
        span = asked.span_us()
        if span is not None:
            query = query.where(said.ended_us.between(*span))
        with self._database.reading() as connection:
            people, before_right, before_asked, after_right, after_asked = connection.execute(query).one()
        if not before_asked or not after_asked:
            return None
        return Gain(people, before_right / before_asked, after_right / after_asked)
