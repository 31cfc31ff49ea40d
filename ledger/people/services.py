"""Everything around the learners of one ledger."""

from __future__ import annotations

from common.clock import Clock
from common.database import Transactions
from ledger.people.consents import Consents
from ledger.people.employers import Employers
from ledger.people.erasing import Erasing
from ledger.people.learners import Learners
from ledger.people.looks import Looks
from ledger.people.merging import Merging
from ledger.people.orders import Orders
from ledger.people.own_data import OwnData
from ledger.people.parting import Parting
from ledger.people.visits import Visits
from ledger.settings import Keys


class PeopleServices:
    """The stores of learners, employers, orders and visits, over one database."""

    def __init__(self, database: Transactions, keys: Keys, clock: Clock) -> None:
        self.learners = Learners(database, keys, clock)
        self.consents = Consents(database, clock)
        self.looks = Looks(database, keys.at_rest, clock)
        self.merging = Merging(database, self.learners, keys, clock)
        self.parting = Parting(database, self.learners, keys)
        self.erasing = Erasing(database, self.learners, keys.at_rest, clock)
        self.own_data = OwnData(database, keys.at_rest, self.learners, clock)
        self.employers = Employers(database, clock)
        self.orders = Orders(database, self.learners, self.consents, clock)
        self.visits = Visits(database, clock)
