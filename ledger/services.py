"""Everything that makes up one running ledger."""

from __future__ import annotations

from argon2 import PasswordHasher

from common.clock import Clock
from common.text import Lang
from ledger.access import Gate
from ledger.certificates.certificates import Certificates
from ledger.certificates.keys import CertificateKeys
from ledger.classroom.cmi5.services import Cmi5Services
from ledger.classroom.services import ClassroomServices
from ledger.completions import Completions
from ledger.credentials import Credentials
from ledger.database import open_ledger
from ledger.descriptions import Descriptions
from ledger.documents import DocumentStore
from ledger.hours.rules import load_rules
from ledger.logs import Logs
from ledger.operation.metrics import Metrics
from ledger.people.services import PeopleServices
from ledger.settings import Keys, LedgerSettings
from ledger.statements import StatementStore
from ledger.supervision.services import SupervisionServices
from ledger.transparency.checkpoints import Checkpoints
from ledger.transparency.log_keys import read_log_keys
from ledger.transparency.proofs import Proofs


class LedgerServices:
    """The stores of a ledger, over one database."""

    def __init__(self, settings: LedgerSettings, clock: Clock, hasher: PasswordHasher | None = None) -> None:
        """Open the database and read the keys; both are made on the first start."""
        self.settings = settings
        self.clock = clock
        self.database = open_ledger(settings.data, settings.database)
        keys = Keys(settings)
        self.credentials = Credentials(self.database, hasher, clock)
        self.gate = Gate(self.credentials, clock, settings.requests_per_s)
        log_keys = read_log_keys(settings.log_key)
        self.checkpoints = Checkpoints(self.database, clock, keys.log, settings.checkpoint_every_s, log_keys)
        self.proofs = Proofs(self.database, self.checkpoints)
        self.statements = StatementStore(self.database, clock, self.checkpoints)
        self.documents = DocumentStore(self.database, clock)
        self.descriptions = Descriptions(self.database)
        self.completions = Completions(self.database)
        self.people = PeopleServices(self.database, keys, clock)
        self.learners = self.people.learners
        self.certificates = Certificates(
            self.database,
            clock,
            CertificateKeys(settings.certificate_keys),
            keys.at_rest,
            load_rules(settings.data),
            self.learners,
            self.completions,
            self.proofs,
        )
        self.metrics = Metrics()
        self.metrics.watch(self)
        self.logs = Logs(self.database, clock, settings.most_log_bytes)
        self.supervision = SupervisionServices(self.database, clock, self.proofs, self.checkpoints)
        self.classroom = ClassroomServices(settings, self.database, clock, keys, self.people, self.statements)
        self.cmi5 = Cmi5Services(settings, self.database, clock, self.statements, self.documents)

    def plannable(self) -> dict[str, dict[Lang, str]]:
        """Titles by activity id of the scenarios that an order can plan: those offered, and those done before."""
        done = self.completions.titles()
        rules = self.certificates.rules
        return {each: done[each] for each in done if rules.kind(each) == "scenario"} | self.settings.scenarios

    def close(self) -> None:
        """Give back the database's file."""
        self.database.close()
