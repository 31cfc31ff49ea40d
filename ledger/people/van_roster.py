"""An order's people as the file that a van reads: name, identity number and company, for check-in without typing."""

from __future__ import annotations

import csv
import io

from sqlalchemy import select

from common.database import Transactions
from ledger.people.learners import Learners
from ledger.people.orders import Order
from ledger.people.tables import order_people

_TITLES = ("姓名", "身份证号", "单位")


def van_roster(database: Transactions, learners: Learners, order: Order) -> tuple[str, int]:
    """The file's text and how many people it leaves out: vans check people in by resident's card only."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(_TITLES)
    left_out = 0
    with database.reading() as connection:
        on = order_people.c
        query = select(on.learner).filter_by(order_id=order.id).order_by(on.added_us, on.learner)
        for learner in connection.scalars(query).all():
            said = learners.particulars(connection, learner)
            if said is None or said.document.kind != "resident_id":
                left_out += 1
                continue
            writer.writerow((_plain(said.name), said.document.number, _plain(order.employer_name)))
    return "\ufeff" + written.getvalue(), left_out


def _plain(value: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return "'" + value if value[:1] in ("=", "+", "-", "@") else value
