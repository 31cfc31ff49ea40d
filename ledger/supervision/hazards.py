"""Which hazards are missed, out of the sums over what vans reported."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, func, select

from common.database import Transactions
from common.text import Lang
from ledger.people.sight import Sight
from ledger.supervision.asked import Asked
from ledger.supervision.tables import hazard_names, hazard_sums

FEW = 10
"""Shown less often than this, a hazard's rate says little: such hazards stand last."""


@dataclass(frozen=True)
class HazardFigure:
    """How often a hazard could have been found, was missed, and was found but taken for something else."""

    scenario: str
    hazard: str
    name: dict[Lang, str]
    shown: int
    missed: int
    misjudged: int

    @property
    def missed_rate(self) -> float:
        return self.missed / self.shown

    @property
    def says_much(self) -> bool:
        return self.shown >= FEW


class Hazards:
    """Answers from the sums of one ledger."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def missed(self, asked: Asked, sight: Sight) -> list[HazardFigure]:
        """Every hazard of the scenarios asked for, the most missed first; those rarely shown last."""
        sums, names = hazard_sums.c, hazard_names.c
        figures = [func.sum(sums[name]).label(name) for name in ("shown", "missed", "misjudged")]
        named = and_(names.scenario == sums.scenario, names.hazard == sums.hazard)
        query = select(sums.scenario, sums.hazard, names.name_zh, names.name_en, *figures)
        query = query.join_from(hazard_sums, hazard_names, named)
        query = query.where(sums.period == asked.period, sight.employer(sums.employer))
        query = query.where(*asked.companies(sums.employer))
        if asked.scenario:
            query = query.where(sums.scenario == asked.scenario)
        query = query.group_by(sums.scenario, sums.hazard, names.name_zh, names.name_en)
        with self._database.reading() as connection:
            found = [
                HazardFigure(
                    row.scenario,
                    row.hazard,
                    {"zh": row.name_zh, "en": row.name_en},
                    int(row.shown),
                    int(row.missed),
                    int(row.misjudged),
                )
                for row in connection.execute(query)
            ]
        return sorted(found, key=lambda each: (not each.says_much, -each.missed_rate, -each.shown, each.hazard))

    def name(self, scenario: str, hazard: str) -> dict[Lang, str] | None:
        """What a hazard is called, if any van reported it."""
        query = select(hazard_names).filter_by(scenario=scenario, hazard=hazard)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return {"zh": row.name_zh, "en": row.name_en} if row else None
