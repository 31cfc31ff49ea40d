"""What a visitor asked to see: a period, and which companies, scenario, verdict or hazard.

It stands in the address of every page of supervision and of every file downloaded there, so that
both can be come back to and passed on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal
from urllib.parse import urlencode

from sqlalchemy import ColumnElement, select

from common.errors import DataError
from ledger.people.employers import INDUSTRIES
from ledger.people.periods import period_span_us
from ledger.people.tables import employers

ALL_TIME = "all"
"""How an address names the period that has no end."""
NO_EMPLOYER = "none"
"""How an address names people without a company."""
Verdict = Literal["", "passed", "failed"]
_PERIOD = re.compile(r"20\d\d(-(0[1-9]|1[0-2]))?")
_LONGEST = 2000


class AskedWrong(DataError):
    """The address asks for something that cannot be."""


@dataclass(frozen=True)
class Asked:
    """What was asked for; empty where everything is meant."""

    period: str = ""
    """A year, a month or empty for all time; as in :mod:`ledger.supervision.tables`."""
    industry: str = ""
    district: str = ""
    employer: str = ""
    """An id, or :data:`NO_EMPLOYER`."""
    scenario: str = ""
    verdict: Verdict = ""
    hazard: str = ""
    """Of ``scenario``: only completions that missed it."""
    learner: str = ""
    """A pseudonym: only this person's."""

    @property
    def year(self) -> str:
        """The year of the period; empty for all time."""
        return self.period[:4]

    def but(self, **changed: str) -> Asked:
        """The same with some fields changed."""
        return replace(self, **changed)

    def query(self, **changed: str) -> str:
        """As the query of an address, ``period=2026&district=…``; read back by :func:`read_asked`."""
        wanted = self.but(**changed)
        said = {each.name: getattr(wanted, each.name) for each in fields(wanted)}
        said["period"] = said["period"] or ALL_TIME
        return urlencode({name: value for name, value in said.items() if value})

    def span_us(self) -> tuple[int, int] | None:
        """The first and the last microsecond of the period; None for all time."""
        return period_span_us(self.period)

    def months(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """The rows whose month, in ``column``, lies in the period."""
        return column.startswith(self.period, autoescape=True)

    def companies(self, column: ColumnElement[str]) -> list[ColumnElement[bool]]:
        """What rows must meet whose employer, by its id in ``column``, is one of those asked for."""
        wanted: list[ColumnElement[bool]] = []
        if self.employer:
            wanted.append(column == ("" if self.employer == NO_EMPLOYER else self.employer))
        facts = {"industry": self.industry, "district": self.district}
        meets = [employers.c[name] == value for name, value in facts.items() if value]
        if meets:
            wanted.append(column.in_(select(employers.c.id).where(*meets)))
        return wanted


def read_asked(said: Mapping[str, Any], this_year: int) -> Asked:
    """What the query of an address asks for; this year where it names no period.

    Raises:
        AskedWrong: a period, industry or verdict that there is not.
    """
    known = {each.name: str(said.get(each.name, ""))[:_LONGEST] for each in fields(Asked)}
    known["period"] = known["period"] or str(this_year)
    if known["period"] == ALL_TIME:
        known["period"] = ""
    elif not _PERIOD.fullmatch(known["period"]):
        raise AskedWrong("supervision.asked.period", found=known["period"][:20])
    if known["industry"] and known["industry"] not in INDUSTRIES:
        raise AskedWrong("supervision.asked.industry", found=known["industry"][:20])
    if known["verdict"] not in ("", "passed", "failed"):
        raise AskedWrong("supervision.asked.verdict", found=known["verdict"][:20])
    return Asked(**known)
