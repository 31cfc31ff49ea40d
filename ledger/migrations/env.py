"""How Alembic reaches the ledger: through the connection it is handed."""

from __future__ import annotations

from alembic import context

from ledger.tables import tables

context.configure(connection=context.config.attributes["connection"], target_metadata=tables)
with context.begin_transaction():
    context.run_migrations()
