"""An index by which certificates are listed and counted by what they are worth."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the index."""
    columns = ["revoked_us", "expires_us", "learner", "number", "id"]
    op.create_index("certificates_by_state", "certificates", columns)
