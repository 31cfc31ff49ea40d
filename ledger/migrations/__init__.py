"""The steps from one layout of the ledger's tables to the next, run by Alembic; each keeps the data."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

_FOLDER = Path(__file__).parent


def migrate(connection: Connection, found: str, wanted: str) -> None:
    """Bring the ledger behind ``connection`` from one step to another, within its transaction."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.stamp(config, found)
    command.upgrade(config, wanted)
