"""Who and what statements are found under: one index in place of two, so that half as much is written."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Lay both tables out anew."""
    for name, key in (("statement_agents", "agent"), ("statement_activities", "activity")):
        _rebuild(name, key)


def _rebuild(name: str, key: str) -> None:
    op.rename_table(name, f"{name}_before")
    op.create_table(
        name,
        sa.Column(key, sa.Text, nullable=False),
        sa.Column("direct", sa.Boolean, nullable=False),
        sa.Column("stored_us", sa.BigInteger, sa.ForeignKey("statements.stored_us"), nullable=False),
        sa.PrimaryKeyConstraint(key, "direct", "stored_us"),
        sqlite_with_rowid=False,
    )
    columns = f"{key}, direct, stored_us"
    op.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {name}_before ORDER BY {columns}")
    op.drop_table(f"{name}_before")
