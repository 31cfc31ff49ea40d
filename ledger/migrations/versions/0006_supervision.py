"""Supervision: whose company each completion belongs to, sums over completions, counts of companies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_BEIJING = timezone(timedelta(hours=8))
_ANONYMOUS = "anonymous"
_FIGURES = ("people", "newcomers", "passers", "completions", "judged", "passed", "duration_ms")
_AT_ONCE = 2000


def upgrade() -> None:
    """Add what is new, then count what was completed so far; no van has said yet what became of its hazards."""
    _widen_completions()
    _make_sums()
    _make_company_counts()
    _count()


def _widen_completions() -> None:
    op.add_column("completions", sa.Column("employer", sa.String(36), nullable=False, server_default=""))
    op.add_column("completions", sa.Column("hazards", sa.Text))
    op.create_index("completions_by_employer", "completions", ["employer", "ended_us"])
    op.create_index("completions_by_scenario", "completions", ["scenario", "ended_us"])
    op.execute(
        "UPDATE completions SET employer = coalesce("
        "(SELECT employer FROM learners WHERE learners.pseudonym = completions.learner), '')"
    )


def _make_sums() -> None:
    op.create_table(
        "training_sums",
        sa.Column("period", sa.String(7), nullable=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("employer", sa.String(36), nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("newcomers", sa.Integer, nullable=False),
        sa.Column("passers", sa.Integer, nullable=False),
        sa.Column("completions", sa.Integer, nullable=False),
        sa.Column("judged", sa.Integer, nullable=False),
        sa.Column("passed", sa.Integer, nullable=False),
        sa.Column("duration_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("period", "scenario", "employer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hazard_sums",
        sa.Column("period", sa.String(7), nullable=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("hazard", sa.String(60), nullable=False),
        sa.Column("employer", sa.String(36), nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.Column("missed", sa.Integer, nullable=False),
        sa.Column("misjudged", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("period", "scenario", "hazard", "employer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hazard_names",
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("hazard", sa.String(60), nullable=False),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scenario", "hazard"),
        sqlite_with_rowid=False,
    )


def _make_company_counts() -> None:
    op.create_table(
        "company_counts",
        sa.Column("employer", sa.String(36), sa.ForeignKey("employers.id"), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("changed_us", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("employer", "month", "kind"),
        sqlite_with_rowid=False,
    )


def _count() -> None:
    sums: dict[tuple[str, str, str], dict[str, int]] = defaultdict(lambda: dict.fromkeys(_FIGURES, 0))
    for learner, rows in groupby(_completions(), lambda row: row.learner):
        seen: set[tuple[str, str, str]] = set()
        for row in rows:
            for scenario in ("", row.scenario):
                _add(sums, seen, row, scenario, known=learner != _ANONYMOUS)
    table = sa.table("training_sums", *map(sa.column, ("period", "scenario", "employer", *_FIGURES)))
    rows = [
        {"period": period, "scenario": scenario, "employer": employer, **figures}
        for (period, scenario, employer), figures in sums.items()
    ]
    for start in range(0, len(rows), _AT_ONCE):
        op.bulk_insert(table, rows[start : start + _AT_ONCE])


def _completions() -> Iterator[Any]:
    """Each learner's together, in the order of their ends."""
    read = sa.text(
        "SELECT learner, scenario, employer, ended_us, duration_s, passed FROM completions"
        " ORDER BY learner, ended_us, id"
    )
    return iter(op.get_bind().execute(read).all())


def _add(
    sums: dict[tuple[str, str, str], dict[str, int]],
    seen: set[tuple[str, str, str]],
    row: Any,
    scenario: str,
    *,
    known: bool,
) -> None:
    ended = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=row.ended_us)
    month = ended.astimezone(_BEIJING).strftime("%Y-%m")
    if known and (month[:4], scenario, "people") not in seen:
        sums[month, scenario, row.employer]["newcomers"] += 1
    for period in ("", month[:4], month):
        figures = sums[period, scenario, row.employer]
        figures["completions"] += 1
        figures["judged"] += row.passed is not None
        figures["passed"] += bool(row.passed)
        figures["duration_ms"] += round((row.duration_s or 0) * 1000)
        for figure, holds in (("people", known), ("passers", known and bool(row.passed))):
            if holds and (period, scenario, figure) not in seen:
                seen.add((period, scenario, figure))
                figures[figure] += 1
