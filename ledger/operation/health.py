"""Whether the ledger can do its work: its database answers, and its disk has room."""

from __future__ import annotations

import logging
import shutil
from typing import Literal

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from ledger.database import LedgerDatabase
from ledger.settings import LedgerSettings

_log = logging.getLogger(__name__)
LEAST_FREE_BYTES = 256 * 1024 * 1024
"""Below this a disk is as good as full: SQLite needs room for its journal, a backup for itself."""
State = Literal["good", "no_answer", "full"]


def checks(database: LedgerDatabase, settings: LedgerSettings) -> dict[str, State]:
    """How the database and the disk of the data folder are."""
    return {"database": _database(database), "disk": _disk(settings)}


def _database(database: LedgerDatabase) -> State:
    try:
        with database.reading() as connection:
            connection.execute(text("SELECT version_num FROM alembic_version")).one()
    except SQLAlchemyError:
        _log.exception("the ledger's database does not answer")
        return "no_answer"
    return "good"


def _disk(settings: LedgerSettings) -> State:
    return "good" if shutil.disk_usage(settings.data).free >= LEAST_FREE_BYTES else "full"
