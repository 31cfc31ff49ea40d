"""Writing a backup: everything as it is at one moment, while the ledger goes on."""

from __future__ import annotations

import json
import secrets
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from common.clock import Clock
from common.errors import UsageError
from common.moments import iso, to_us
from ledger.backup.archive import ArchiveWriter, Progress, writing_archive
from ledger.backup.contents import FORM, LAYOUT, Contents, looked_into
from ledger.backup.data_files import copy_database, is_database, mark, ordinary_files, secret_files
from ledger.backup.layout import described
from ledger.backup.rows import row_pieces
from ledger.backup.sealing import Lock
from ledger.database import LATEST, LedgerDatabase
from ledger.settings import LedgerSettings
from ledger.tables import tables
from ledger.transparency.log_keys import read_log_keys

_WRITING = 0.5
"""The part of the work that is writing; the other is reading it again."""


def write_backup(
    settings: LedgerSettings,
    database: LedgerDatabase,
    clock: Clock,
    target: Path,
    lock: Lock | None = None,
    *,
    with_keys: bool = False,
    progress: Progress = lambda _done: None,
) -> tuple[Path, Contents]:
    """Write a backup, read it again into a ledger of its own for a moment, and verify that.

    Args:
        target: A file that is not there yet, or a folder, in which it is named after the moment.
        lock: Seals the file.
        with_keys: Put the key files in; they are never written unsealed.
        progress: Called now and then with the part that is done, 0 to 1.

    Returns:
        Where it is, and what was found in it. A ledger whose log does not verify gives a backup
        that does not either; it is kept all the same.

    Raises:
        UsageError: the file is there, or keys would lie open.
        BackupBroken: what was written cannot be read; the file is removed.
    """
    if with_keys and lock is None:
        raise UsageError("backup.keys_open")
    path = target / _named(clock, lock) if target.is_dir() else target
    if path.exists():
        raise UsageError("backup.exists", path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600, exist_ok=False)
    try:
        with writing_archive(draft, lock) as archive:
            _write(archive, settings, database, clock, with_keys, lambda done: progress(done * _WRITING))
        contents = looked_into(draft, lock, path.parent, lambda done: progress(_WRITING + done * (1 - _WRITING)))
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)
    return path, contents


def _named(clock: Clock, lock: Lock | None) -> str:
    return f"ledger-{clock.now():%Y%m%d-%H%M%S}.tar.zst" + (".sealed" if lock else "")


def _write(
    archive: ArchiveWriter,
    settings: LedgerSettings,
    database: LedgerDatabase,
    clock: Clock,
    with_keys: bool,
    progress: Progress,
) -> None:
    made = iso(to_us(clock.now()))
    archive.add(LAYOUT, _json({"form": FORM, "layout": LATEST, "tables": described(tables)}))
    counts = _write_tables(archive, database, progress)
    for name in ordinary_files(settings.data):
        _write_file(archive, f"files/{name}", settings.data / name)
    keys = secret_files(settings.data)
    for name in keys if with_keys else ():
        archive.add_file(f"keys/{name}", settings.data / name)
    archive.finish(
        {
            "made": made,
            "tables": counts,
            "keys": {name: mark(settings.data / name) for name in keys},
            "log": read_log_keys(settings.log_key).shown(),
        }
    )


def _write_tables(archive: ArchiveWriter, database: LedgerDatabase, progress: Progress) -> dict[str, int]:
    """Write all rows, as they are in one transaction; returns how many each table has."""
    counts: dict[str, int] = {}
    with database.reading() as connection:
        lengths = {table: connection.scalar(select(func.count()).select_from(table)) for table in tables.sorted_tables}
        done, total = 0, max(1, sum(lengths.values()))
        for table in tables.sorted_tables:
            counts[table.name] = 0
            for number, (count, piece) in enumerate(row_pieces(connection, table), start=1):
                archive.add(f"tables/{table.name}/{number:06}.jsonl", piece)
                counts[table.name] += count
                progress((done + counts[table.name]) / total)
            done += lengths[table]
    return counts


def _write_file(archive: ArchiveWriter, name: str, path: Path) -> None:
    if not is_database(name):
        archive.add_file(name, path)
        return
    with tempfile.TemporaryDirectory(prefix="qianche-backup-") as folder:
        copy = Path(folder) / path.name
        copy_database(path, copy)
        archive.add_file(name, copy)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8")
