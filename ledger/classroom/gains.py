"""What was gained between the tests before and after a training: kept when the one after is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from common.database import Transactions
from ledger.classroom.tables import test_gains
from ledger.people.sight import Sight


@dataclass(frozen=True)
class Gain:
    """What somebody knew before and after, on the same scenarios."""

    order: str
    learner: str
    before_asked: int
    before_right: int
    after_asked: int
    after_right: int

    @property
    def points(self) -> float:
        """The difference of the shares, in points of a hundred."""
        return 100 * (self.after_right / self.after_asked - self.before_right / self.before_asked)


class Gains:
    """All gains of one ledger."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def of(self, order: str, learner: str) -> Gain | None:
        """What a learner gained by an order's training, once both tests are in."""
        with self._database.reading() as connection:
            row = connection.execute(select(test_gains).filter_by(order_id=order, learner=learner)).first()
        return _gain(row) if row else None

    def mean(self, sight: Sight, order: str | None = None) -> tuple[float | None, int]:
        """The mean gain in points of those who may be seen, of one order or of all, and of how many people."""
        columns = test_gains.c
        gain = 1.0 * columns.after_right / columns.after_asked - 1.0 * columns.before_right / columns.before_asked
        query = select(func.avg(gain), func.count()).where(sight.people(columns.learner))
        if order is not None:
            query = query.where(columns.order_id == order)
        with self._database.reading() as connection:
            mean, count = connection.execute(query).one()
        return (None if mean is None else 100 * float(mean)), count


def _gain(row: Row[Any]) -> Gain:
    counts = (row.before_asked, row.before_right, row.after_asked, row.after_right)
    return Gain(row.order_id, row.learner, *counts)
