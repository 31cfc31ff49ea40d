"""Counts all sums anew from the completions, says whether they differed, and puts them right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, Table, select, true

from common.database import Transactions
from ledger.supervision.counting import (
    HAZARD,
    TRAINING,
    Figures,
    Sums,
    change,
    difference,
    read_for_sums,
    settle_employers,
)
from ledger.supervision.tables import hazard_sums, training_sums

_AT_ONCE = 2000


@dataclass(frozen=True)
class Recount:
    """What a recount found."""

    completions: int
    """How many were counted."""
    other_employer: int
    """Completions that stood under another company than their learner's."""
    differing: int
    """Rows of sums that said something else."""

    @property
    def good(self) -> bool:
        return not self.other_employer and not self.differing


def recount(database: Transactions) -> Recount:
    """Count everything anew in one transaction; what differed is put right."""
    with database.writing() as connection:
        moved = settle_employers(connection, true())
        sums, completions = _all_sums(connection)
        differing = 0
        for table, figures, counted in (
            (training_sums, TRAINING, sums.training),
            (hazard_sums, HAZARD, sums.hazards),
        ):
            by = difference(_kept(connection, table, figures), counted)
            change(connection, table, figures, by)
            differing += len(by)
    return Recount(completions, moved, differing)


def _all_sums(connection: Connection) -> tuple[Sums, int]:
    sums, completions = Sums(), 0
    rows: Iterable[Row[Any]] = connection.execute(read_for_sums().execution_options(yield_per=_AT_ONCE))
    for learner, own in groupby(rows, attrgetter("learner")):
        together = list(own)
        sums.add_learner(learner, together)
        completions += len(together)
    return sums, completions


def _kept(connection: Connection, table: Table, figures: Sequence[str]) -> Figures:
    width = len(table.primary_key.columns)
    key = [column.name for column in table.primary_key.columns]
    rows = connection.execute(select(*(table.c[name] for name in (*key, *figures))))
    return {tuple(row[:width]): list(row[width:]) for row in rows}
