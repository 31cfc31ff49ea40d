"""What the pages and files of supervision ask, over one database."""

from __future__ import annotations

from common.clock import Clock
from ledger.database import LedgerDatabase
from ledger.supervision.company_counts import CompanyCounts
from ledger.supervision.evidence import Evidence
from ledger.supervision.figures import Figures
from ledger.supervision.gains import Gains
from ledger.supervision.hazards import Hazards
from ledger.supervision.records import Records
from ledger.transparency.checkpoints import Checkpoints
from ledger.transparency.proofs import Proofs


class SupervisionServices:
    """The figures of one ledger, and the way down from them."""

    def __init__(self, database: LedgerDatabase, clock: Clock, proofs: Proofs, checkpoints: Checkpoints) -> None:
        self.figures = Figures(database)
        self.hazards = Hazards(database)
        self.records = Records(database)
        self.counts = CompanyCounts(database, clock)
        self.gains = Gains(database)
        self.evidence = Evidence(database, proofs, checkpoints)
