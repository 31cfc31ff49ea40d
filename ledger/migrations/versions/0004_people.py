"""People and for whom they are trained: documents of several kinds, employers, orders, visits, looks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Everyone who is enrolled showed a resident's card; the rest begins empty."""
    _widen_learners()
    _make_employers()
    _make_records()
    _make_orders()
    _make_visits()


def _widen_learners() -> None:
    op.add_column("learners", sa.Column("document", sa.String(20), nullable=False, server_default="resident_id"))
    op.add_column("learners", sa.Column("employer", sa.String(36)))
    op.add_column("learners", sa.Column("trade", sa.String(40), nullable=False, server_default=""))
    op.add_column("learners", sa.Column("phone", sa.LargeBinary))
    op.create_index("learners_by_employer", "learners", ["employer"])


def _make_employers() -> None:
    op.create_table(
        "employers",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("credit_code", sa.String(18), nullable=False, unique=True),
        sa.Column("industry", sa.String(1), nullable=False),
        sa.Column("district", sa.String(40), nullable=False),
        sa.Column("insured", sa.Integer, nullable=False),
        sa.Column("changed_us", sa.BigInteger, nullable=False),
    )
    op.create_index("employers_by_district", "employers", ["district"])
    op.create_table(
        "employer_officers",
        sa.Column("account", sa.String(40), primary_key=True),
        sa.Column("employer", sa.String(36), sa.ForeignKey("employers.id"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _make_records() -> None:
    op.create_table(
        "learner_aliases",
        sa.Column("alias", sa.String(80), primary_key=True),
        sa.Column("learner", sa.String(80), nullable=False),
        sa.Column("identity", sa.LargeBinary, nullable=False),
        sa.Column("made_us", sa.BigInteger, nullable=False),
        sa.Column("made_by", sa.String(40), nullable=False),
    )
    op.create_index("learner_aliases_by_learner", "learner_aliases", ["learner"])
    op.create_table(
        "consents",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("learner", sa.String(80), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("given_us", sa.BigInteger, nullable=False),
        sa.Column("recorded_by", sa.String(40), nullable=False),
        sa.Column("withdrawn_us", sa.BigInteger),
    )
    op.create_index("consents_by_learner", "consents", ["learner"])
    op.create_table(
        "looks",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("account", sa.String(40), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("learner", sa.String(80)),
        sa.Column("found", sa.Integer),
        sa.Column("asked", sa.LargeBinary),
    )
    op.create_index("looks_by_time", "looks", ["at_us"])
    op.create_index("looks_by_learner", "looks", ["learner", "at_us"])


def _make_orders() -> None:
    op.create_table(
        "orders",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("number", sa.String(20), nullable=False, unique=True),
        sa.Column("employer", sa.String(36), sa.ForeignKey("employers.id"), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("place", sa.String(120), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("made_by", sa.String(40), nullable=False),
        sa.Column("made_us", sa.BigInteger, nullable=False),
    )
    op.create_index("orders_by_day", "orders", ["day"])
    op.create_table(
        "order_scenarios",
        sa.Column("order_id", sa.String(36), sa.ForeignKey("orders.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_people",
        sa.Column("order_id", sa.String(36), sa.ForeignKey("orders.id"), primary_key=True),
        sa.Column("learner", sa.String(80), primary_key=True),
        sa.Column("added_us", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("order_people_by_learner", "order_people", ["learner"])


def _make_visits() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("place", sa.String(120), nullable=False),
        sa.Column("district", sa.String(40), nullable=False),
        sa.Column("attended", sa.Integer, nullable=False),
        sa.Column("made_by", sa.String(40), nullable=False),
        sa.Column("made_us", sa.BigInteger, nullable=False),
    )
    op.create_index("visits_by_day", "visits", ["day"])
    op.create_table(
        "year_plans",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("visits", sa.Integer, nullable=False),
        sa.Column("companies", sa.Integer, nullable=False),
    )
