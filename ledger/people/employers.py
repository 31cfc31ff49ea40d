"""The companies whose people are trained: industry, district, how many are insured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, insert, or_, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from ledger import tables
from ledger.people import tables as people_tables
from ledger.people.credit_code import check_credit_code
from ledger.people.sight import Sight

INDUSTRIES = "ABCDEFGHIJKLMNOPQRST"
"""The sections of GB/T 4754-2017, by their letters."""
MAX_NAME, MAX_DISTRICT, MAX_INSURED = 120, 40, 10_000_000


class EmployerWrong(DataError):
    """What was said of an employer cannot be; nothing was changed."""


@dataclass(frozen=True)
class EmployerFacts:
    """What is taken down of a company."""

    name: str
    credit_code: str
    industry: str
    district: str
    insured: int

    def checked(self) -> EmployerFacts:
        """The same without stray blanks. Raises EmployerWrong, CreditCodeWrong."""
        name, district = " ".join(self.name.split()), " ".join(self.district.split())
        if not 0 < len(name) <= MAX_NAME or not name.isprintable():
            raise EmployerWrong("people.employer.name_wrong", limit=MAX_NAME)
        if not 0 < len(district) <= MAX_DISTRICT or not district.isprintable():
            raise EmployerWrong("people.employer.district_wrong", limit=MAX_DISTRICT)
        if len(self.industry) != 1 or self.industry not in INDUSTRIES:
            raise EmployerWrong("people.employer.industry_wrong")
        if not 0 <= self.insured <= MAX_INSURED:
            raise EmployerWrong("people.employer.insured_wrong", limit=MAX_INSURED)
        return EmployerFacts(name, check_credit_code(self.credit_code), self.industry, district, self.insured)


@dataclass(frozen=True)
class Employer:
    """A company as pages show it, with how many of its people are enrolled and how many were trained."""

    id: str
    facts: EmployerFacts
    enrolled: int
    trained: int


class Employers:
    """All companies of one ledger."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, facts: EmployerFacts) -> str:
        """Take down a company and return its id.

        Raises:
            EmployerWrong, CreditCodeWrong: a field is wrong, or the company is here already.
        """
        facts = facts.checked()
        now = self._clock.now()
        key = str(uuid7(now))
        with self._database.writing() as connection:
            self._not_taken(connection, facts, None)
            row = {"id": key, "changed_us": to_us(now), **_columns(facts)}
            connection.execute(insert(people_tables.employers).values(row))
        return key

    def change(self, employer: str, facts: EmployerFacts) -> EmployerFacts:
        """Put right what is known of a company, and return it as it is kept. Raises as :meth:`add`."""
        facts = facts.checked()
        with self._database.writing() as connection:
            self._not_taken(connection, facts, employer)
            row = {"changed_us": to_us(self._clock.now()), **_columns(facts)}
            connection.execute(update(people_tables.employers).filter_by(id=employer).values(row))
        return facts

    def find(self, employer: str, sight: Sight) -> Employer | None:
        """A company by its id, if it may be seen."""
        columns = people_tables.employers.c
        with self._database.reading() as connection:
            row = connection.execute(_with_sums().where(columns.id == employer, sight.employer(columns.id))).first()
        return _employer(row) if row else None

    def names(self, sight: Sight) -> dict[str, str]:
        """Names by id of all companies that may be seen, in the order of the names."""
        columns = people_tables.employers.c
        query = select(columns.id, columns.name).where(sight.employer(columns.id)).order_by(columns.name)
        with self._database.reading() as connection:
            return {row.id: row.name for row in connection.execute(query)}

    def page(
        self, text: str, offset: int, limit: int, *, industry: str = "", sight: Sight
    ) -> tuple[list[Employer], int]:
        """Companies whose name, code or district holds ``text``, by name, and how many they are."""
        columns = people_tables.employers.c
        searched = (columns.name, columns.credit_code, columns.district)
        wanted = [sight.employer(columns.id), or_(*(each.icontains(text, autoescape=True) for each in searched))]
        if industry:
            wanted.append(columns.industry == industry)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(people_tables.employers).where(*wanted)) or 0
            query = _with_sums().where(*wanted).order_by(columns.name).offset(offset).limit(limit)
            rows = connection.execute(query).all()
        return [_employer(row) for row in rows], total

    def by_code(self) -> dict[str, str]:
        """All companies by credit code, as an administrator chooses from them."""
        columns = people_tables.employers.c
        query = select(columns.credit_code, columns.name).order_by(columns.name)
        with self._database.reading() as connection:
            return {row.credit_code: f"{row.name}　{row.credit_code}" for row in connection.execute(query)}

    def districts(self) -> dict[str, str]:
        """Every district that a company lies in, as an administrator chooses from them."""
        columns = people_tables.employers.c
        with self._database.reading() as connection:
            found = connection.scalars(select(columns.district).distinct().order_by(columns.district))
            return {district: district for district in found}

    def _not_taken(self, connection: Any, facts: EmployerFacts, own: str | None) -> None:
        there = connection.scalar(select(people_tables.employers.c.id).filter_by(credit_code=facts.credit_code))
        if there not in (None, own):
            raise EmployerWrong("people.employer.taken", code=facts.credit_code)


def _columns(facts: EmployerFacts) -> dict[str, Any]:
    return {
        "name": facts.name,
        "credit_code": facts.credit_code,
        "industry": facts.industry,
        "district": facts.district,
        "insured": facts.insured,
    }


def _with_sums() -> Any:
    """Companies with the sums over their people."""
    employer, people, done = people_tables.employers, tables.learners.c, tables.completions.c
    own = people.employer == employer.c.id
    enrolled = select(func.count()).select_from(tables.learners).where(own).scalar_subquery()
    trained = select(func.count()).select_from(tables.learners).where(own)
    trained = trained.where(select(done.id).where(done.learner == people.pseudonym).exists()).scalar_subquery()
    return select(employer, enrolled.label("enrolled"), trained.label("trained"))


def _employer(row: Row[Any]) -> Employer:
    facts = EmployerFacts(row.name, row.credit_code, row.industry, row.district, row.insured)
    return Employer(row.id, facts, row.enrolled, row.trained)
