"""Digests of what statements say are no longer kept: they are made when a statement comes again, from itself."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Nothing else read them."""
    op.drop_column("statements", "fingerprint")
