"""Certificates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "certificates",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("number", sa.String(24), nullable=False, unique=True),
        sa.Column("learner", sa.String(80), nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("name_zh", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("issued_us", sa.BigInteger, nullable=False),
        sa.Column("expires_us", sa.BigInteger, nullable=False),
        sa.Column("issued_by", sa.String(80), nullable=False),
        sa.Column("jwt", sa.LargeBinary),
        sa.Column("revoked_us", sa.BigInteger),
        sa.Column("revoked_by", sa.String(80)),
        sa.Column("revoked_why", sa.Text),
    )
    op.create_index("certificates_by_learner", "certificates", ["learner", "issued_us"])
