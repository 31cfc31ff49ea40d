"""Who the pseudonyms are. Names, numbers and phones lie encrypted; pages see number and phone masked."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.enrolment import MAX_NAME, can_be_name, open_enrolment
from common.errors import DataError
from common.moments import to_us
from ledger import tables
from ledger.database import in_pieces
from ledger.keyring import Keyring
from ledger.people.aliases import owner
from ledger.people.documents import DOCUMENT_KINDS, Document, DocumentKind, check_document
from ledger.people.sight import Sight
from ledger.settings import Keys
from ledger.supervision.counting import recounted

MAX_TRADE = 40
_PHONE = re.compile(r"(\+?86)?(1[3-9]\d{9}|0\d{2,3}\d{7,8})|\+\d{7,15}", re.ASCII)


class ParticularsWrong(DataError):
    """A name, trade or phone number cannot be one."""


class OtherName(DataError):
    """The document's number is known under another name."""


@dataclass(frozen=True)
class Learner:
    """A person as staff may see them."""

    pseudonym: str
    name: str
    document: DocumentKind
    masked_number: str
    employer: str | None
    trade: str
    masked_phone: str


@dataclass(frozen=True)
class Particulars:
    """What is taken down of a person, checked. ``trade`` and ``phone`` are empty where they are not known."""

    name: str
    document: Document
    trade: str = ""
    phone: str = ""


def check_name(name: str) -> str:
    """The name with single blanks. Raises ParticularsWrong."""
    name = " ".join(name.split())
    if not can_be_name(name):
        raise ParticularsWrong("people.learner.name_wrong", limit=MAX_NAME)
    return name


def check_trade(trade: str) -> str:
    """The trade with single blanks, or empty. Raises ParticularsWrong."""
    trade = " ".join(trade.split())
    if len(trade) > MAX_TRADE or not trade.isprintable():
        raise ParticularsWrong("people.learner.trade_wrong", limit=MAX_TRADE)
    return trade


def check_phone(phone: str) -> str:
    """The phone number without blanks and dashes, or empty. Raises ParticularsWrong."""
    phone = re.sub(r"[\s\-－（）()]", "", phone)
    if phone and not _PHONE.fullmatch(phone):
        raise ParticularsWrong("people.learner.phone_wrong")
    return phone


class Learners:
    """Takes people down, from the vans' sealed letters and from rosters, and finds them again."""

    def __init__(self, database: Transactions, keys: Keys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def enrol(self, learner: str, sealed: str) -> bool:
        """Take down who a pseudonym is; True if they are new. Sent again, it changes nothing but the name.

        Raises:
            EnrolmentWrong, IdentityNumberWrong: see :func:`common.enrolment.open_enrolment`.
        """
        person = open_enrolment(learner, sealed, self._keys.pseudonym, self._keys.sealing)
        with self._database.writing() as connection:
            if owner(connection, learner) != learner:
                return False
            name = self._keys.at_rest.encrypt(person.name, place("name", learner))
            known = connection.execute(update(tables.learners).filter_by(pseudonym=learner).values(name=name))
            if known.rowcount:
                return False
            document = Document("resident_id", person.identity_number.number)
            self.insert(connection, learner, Particulars(person.name, document), None)
        return True

    def take_down(self, connection: Connection, said: Particulars, employer: str | None) -> str:
        """Take a person down in a writer's transaction, or what is new about someone known; their pseudonym.

        Raises:
            OtherName: the document is known under another name.
        """
        learner = owner(connection, said.document.pseudonym(self._keys.pseudonym))
        row = connection.execute(select(tables.learners).filter_by(pseudonym=learner)).first()
        if row is None:
            self.insert(connection, learner, said, employer)
            return learner
        if _same(self._name(row)) != _same(said.name):
            raise OtherName("people.learner.other_name")
        news: dict[str, Any] = {} if employer is None else {"employer": employer}
        if said.trade:
            news["trade"] = said.trade
        if said.phone:
            news["phone"] = self._keys.at_rest.encrypt(said.phone, place("phone", learner))
        if news:
            with recounted(connection, [learner] if employer not in (None, row.employer) else []):
                connection.execute(update(tables.learners).filter_by(pseudonym=learner).values(news))
        return learner

    def insert(self, connection: Connection, learner: str, said: Particulars, employer: str | None) -> None:
        """Write a new learner's row."""
        row = self.encrypted(learner, said) | {
            "pseudonym": learner,
            "employer": employer,
            "enrolled_us": to_us(self._clock.now()),
        }
        with recounted(connection, [learner] if employer is not None else []):
            connection.execute(insert(tables.learners).values(row))

    def encrypted(self, learner: str, said: Particulars) -> dict[str, Any]:
        """The columns of a learner's row that say who they are."""
        encrypt = self._keys.at_rest.encrypt
        return {
            "name": encrypt(said.name, place("name", learner)),
            "document": said.document.kind,
            "identity_number": encrypt(said.document.number, place("identity_number", learner)),
            "trade": said.trade,
            "phone": encrypt(said.phone, place("phone", learner)) if said.phone else None,
        }

    def find(self, learner: str, sight: Sight) -> Learner | None:
        """Who a pseudonym is, if they are enrolled and may be seen; of an alias, its owner."""
        people = tables.learners.c
        with self._database.reading() as connection:
            learner = owner(connection, learner)
            found = select(tables.learners).where(people.pseudonym == learner, sight.people(people.pseudonym))
            row = connection.execute(found).first()
        return self._learner(row) if row else None

    def named(self, pseudonyms: Iterable[str]) -> dict[str, Learner]:
        """Those of ``pseudonyms`` who are enrolled."""
        with self._database.reading() as connection:
            rows = [
                row
                for some in in_pieces(pseudonyms)
                for row in connection.execute(select(tables.learners).where(tables.learners.c.pseudonym.in_(some)))
            ]
        return {row.pseudonym: self._learner(row) for row in rows}

    def particulars(self, connection: Connection, learner: str) -> Particulars | None:
        """Everything that was taken down of a learner, unmasked."""
        row = connection.execute(select(tables.learners).filter_by(pseudonym=learner)).first()
        return particulars_of(self._keys.at_rest, row._mapping) if row else None

    def search(self, text: str, sight: Sight) -> set[str]:
        """Pseudonyms of those who may be seen and whose name holds ``text``, or whose whole document number it is.

        Names are encrypted each in its own way, so every one is opened to look.
        """
        people = tables.learners.c
        seen = select(people.pseudonym, people.name).where(sight.people(people.pseudonym))
        numbered = self.by_number(text)
        with self._database.reading() as connection:
            rows = connection.execute(seen.where(people.pseudonym.in_(numbered)) if numbered else seen).all()
        if numbered:
            return {row.pseudonym for row in rows}
        wanted = _same(text)
        return {row.pseudonym for row in rows if wanted in _same(self._name(row))}

    def by_number(self, number: str) -> set[str]:
        """Pseudonyms of those who have a document with this whole number, or had one before it was corrected."""
        numbered = self._numbered(number)
        with self._database.reading() as connection:
            return self._enrolled(connection, numbered) if numbered else set()

    def count(self, sight: Sight) -> int:
        """How many of those enrolled may be seen."""
        counted = select(func.count()).select_from(tables.learners)
        with self._database.reading() as connection:
            return connection.scalar(counted.where(sight.people(tables.learners.c.pseudonym))) or 0

    def may_see(self, learner: str, sight: Sight) -> bool:
        """Whether there is such a person, enrolled or with a completion, who may be seen."""
        people, done = tables.learners.c, tables.completions.c
        enrolled = select(people.pseudonym).where(people.pseudonym == learner, sight.people(people.pseudonym))
        active = select(done.learner).where(done.learner == learner, sight.people(done.learner))
        with self._database.reading() as connection:
            return connection.execute(enrolled.union(active)).first() is not None

    def _numbered(self, text: str) -> set[str]:
        """The pseudonyms of everyone whose document could have this number."""
        found = set()
        for kind in DOCUMENT_KINDS:
            with contextlib.suppress(DataError):  # not a number of this kind
                found.add(check_document(kind, text).pseudonym(self._keys.pseudonym))
        return found

    def _enrolled(self, connection: Connection, pseudonyms: set[str]) -> set[str]:
        owners = {owner(connection, each) for each in pseudonyms}
        columns = tables.learners.c
        return set(connection.scalars(select(columns.pseudonym).where(columns.pseudonym.in_(owners))))

    def _learner(self, row: Row[Any]) -> Learner:
        said = particulars_of(self._keys.at_rest, row._mapping)
        masked = said.phone[:3] + "*" * (len(said.phone) - 7) + said.phone[-4:] if said.phone else ""
        shown = said.document.masked()
        return Learner(row.pseudonym, said.name, said.document.kind, shown, row.employer, said.trade, masked)

    def _name(self, row: Row[Any]) -> str:
        return self._keys.at_rest.decrypt(row.name, place("name", row.pseudonym))


def particulars_of(keyring: Keyring, row: Mapping[str, Any]) -> Particulars:
    """What a learner's row says, decrypted."""
    learner = row["pseudonym"]
    number = keyring.decrypt(row["identity_number"], place("identity_number", learner))
    phone = keyring.decrypt(row["phone"], place("phone", learner)) if row["phone"] is not None else ""
    name = keyring.decrypt(row["name"], place("name", learner))
    return Particulars(name, Document(row["document"], number), row["trade"], phone)


def place(column: str, learner: str) -> str:
    """What an encrypted value of a learner's row is bound to."""
    return f"learners.{column}:{learner}"


def _same(name: str) -> str:
    """Names that differ in blanks and capitals only are the same."""
    return "".join(name.split()).casefold()
