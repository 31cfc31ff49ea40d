"""What is in a backup: read into an empty database, and looked at there."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, inspect, text

from common.database import DatabaseTooNew, Transactions
from common.errors import UsageError
from ledger.backup.archive import Member, Progress, read_archive
from ledger.backup.data_files import inside
from ledger.backup.layout import rebuilt
from ledger.backup.rows import insert_rows
from ledger.backup.sealing import BackupBroken, Lock
from ledger.database import LATEST, engine_of, open_ledger
from ledger.transparency.log_keys import LogKeys, log_keys_shown
from ledger.transparency.notes import NoteWrong
from ledger.transparency.verification import Verification, verify

FORM = 1
"""Of the file; a release that does not know it leaves the file alone."""
LAYOUT = "layout.json"
"""The first member: the form, and the tables that the rows belong to."""
_LOADING = 0.7
"""The part of the work that is loading; the other is verifying."""


@dataclass(frozen=True)
class Contents:
    """What a backup holds."""

    made: str
    """When, ISO 8601."""
    rows: dict[str, int]
    """How many each table has."""
    key_marks: dict[str, str]
    """What tells its key files, whether they are in it or not."""
    brings_keys: bool
    verification: Verification
    """Of its log."""


def load(
    path: Path, lock: Lock | None, folder: Path, url: str | None, files: Path, progress: Progress = lambda _done: None
) -> dict[str, Any]:
    """Load a backup's tables into the empty database in ``folder`` or at ``url``, all or nothing.

    Its other files are written below ``files``: ``files/``, and ``keys/`` if it brings any.

    Returns:
        The manifest.

    Raises:
        UsageError: the database is not empty, or there is no such file.
        DatabaseTooNew: a later release wrote the backup.
        BackupLocked, BackupBroken: see :func:`ledger.backup.archive.read_archive`.
    """
    with closing(Transactions(engine_of(folder, url))) as database, database.writing() as connection:
        if inspect(connection).get_table_names():
            raise UsageError("backup.not_empty")
        loader = _Loader(connection, files)
        manifest = read_archive(path, lock, loader.take, progress)
        loader.compare(manifest)
        return manifest


def looked_into(path: Path, lock: Lock | None, near: Path, progress: Progress = lambda _done: None) -> Contents:
    """Restore a backup into a folder that is gone afterwards, and verify the ledger there.

    ``near`` is a folder on a disk with room for it. Raises as :func:`load`.
    """
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=near) as folder:
        manifest = load(
            path, lock, Path(folder), None, Path(folder) / "brought", lambda done: progress(done * _LOADING)
        )
        return examined(manifest, Path(folder), lambda done: progress(_LOADING + done * (1 - _LOADING)))


def examined(manifest: Mapping[str, Any], folder: Path, progress: Progress = lambda _done: None) -> Contents:
    """Verify the ledger that was loaded into ``folder``, brought to this release."""
    try:
        keys: LogKeys = log_keys_shown(manifest["log"])
        told = str(manifest["made"]), dict(manifest["tables"]), dict(manifest["keys"])
    except (LookupError, TypeError, ValueError, AttributeError, NoteWrong) as error:
        raise BackupBroken("backup.no_backup") from error
    with closing(open_ledger(folder)) as database:
        verification = verify(database, keys, progress=progress)
    brings = any(name.startswith("keys/") for name in manifest["members"])
    return Contents(*told, brings, verification)


class _Loader:
    """Takes the members of a backup in their order."""

    def __init__(self, connection: Connection, files: Path) -> None:
        self._connection = connection
        self._files = files
        self._tables: dict[str, Table] = {}
        self._rows: dict[str, int] = {}

    def take(self, member: Member) -> None:
        kind, _, rest = member.name.partition("/")
        if not self._tables:
            self._lay_out(member)
        elif kind == "tables":
            name = rest.partition("/")[0]
            if name not in self._tables:
                raise BackupBroken("backup.no_backup")
            self._rows[name] += insert_rows(self._connection, self._tables[name], member.content())
        elif kind in ("files", "keys"):
            path = inside(self._files / kind, rest)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            with path.open("wb") as file:
                file.writelines(member.pieces())

    def compare(self, manifest: Mapping[str, Any]) -> None:
        """All rows are here. Raises BackupBroken."""
        if manifest.get("tables") != self._rows:
            raise BackupBroken("backup.incomplete")

    def _lay_out(self, member: Member) -> None:
        """Make the tables that the rows belong to; :mod:`ledger.migrations` takes them on from there."""
        if member.name != LAYOUT:
            raise BackupBroken("backup.no_backup")
        try:
            said = json.loads(member.content())
            form, layout, described = said["form"], said["layout"], said["tables"]
        except (ValueError, LookupError, TypeError) as error:
            raise BackupBroken("backup.no_backup") from error
        if form != FORM or not isinstance(layout, str) or layout > LATEST:
            raise DatabaseTooNew("backup.too_new", found=f"{form}/{layout}", known=f"{FORM}/{LATEST}")
        tables = rebuilt(described)
        tables.create_all(self._connection)
        self._connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"))
        self._connection.execute(text("INSERT INTO alembic_version VALUES (:layout)"), {"layout": layout})
        self._tables, self._rows = dict(tables.tables), dict.fromkeys(tables.tables, 0)
