"""Where the migrations begin: what the first releases made, without Alembic."""

from __future__ import annotations

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: databases without a step are taken to stand here."""
