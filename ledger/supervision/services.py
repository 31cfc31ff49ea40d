"""What the pages and files of supervision ask, over one database."""

from __future__ import annotations

from common.clock import Clock
from common.database import Transactions
from ledger.supervision.company_counts import CompanyCounts
from ledger.supervision.figures import Figures
from ledger.supervision.hazards import Hazards
from ledger.supervision.records import Records


class SupervisionServices:
    """The figures of one ledger, and the way down from them."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self.figures = Figures(database)
        self.hazards = Hazards(database)
        self.records = Records(database)
        self.counts = CompanyCounts(database, clock)
