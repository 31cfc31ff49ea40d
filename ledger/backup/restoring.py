"""Restoring a ledger from a backup: everything is looked at first, and nothing that is there is lost."""

from __future__ import annotations

import filecmp
import secrets
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import inspect

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError, UsageError
from ledger.backup.archive import Progress
from ledger.backup.contents import Contents, examined, load
from ledger.backup.data_files import DATABASE, REPLACED, mark
from ledger.backup.sealing import Lock
from ledger.database import engine_of
from ledger.settings import LedgerSettings

_LOOKING = 0.8
"""The part of the work that comes before anything is changed."""


class KeysLacking(DataError):
    """Key files that the backup's ledger needs are neither in it nor in the data folder."""


class LogDoesNotVerify(DataError):
    """The log in the backup does not verify."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        super().__init__("backup.does_not_verify", count=contents.verification.found)


class Running(UsageError):
    """The ledger that is to be replaced is open in a program."""


def restore(
    settings: LedgerSettings,
    clock: Clock,
    source: Path,
    lock: Lock | None = None,
    *,
    replace: bool = False,
    damaged: bool = False,
    progress: Progress = lambda _done: None,
) -> Contents:
    """Make the ledger of ``settings`` the one in a backup, after it was loaded and verified beside it.

    Args:
        replace: What is there is put into a folder ``replaced-...`` of the data folder; without, nothing may be
            there. A PostgreSQL database must be empty either way.
        damaged: Restore a ledger whose log does not verify, too.

    Raises:
        UsageError: something is there already, or the ledger is running.
        KeysLacking, LogDoesNotVerify, DatabaseTooNew, BackupLocked, BackupBroken: nothing was changed.
    """
    folder = settings.data
    folder.mkdir(parents=True, exist_ok=True)
    _check_free(settings, replace)
    staged = folder / f".restoring-{secrets.token_hex(4)}"
    staged.mkdir(mode=0o700)
    try:
        brought = staged / "brought"
        manifest = load(source, lock, staged, None, brought, lambda done: progress(done * _LOOKING / 2))
        contents = examined(manifest, staged, lambda done: progress((1 + done) * _LOOKING / 2))
        if not (contents.verification.good or damaged):
            raise LogDoesNotVerify(contents)
        files = _placed(brought)
        _check_keys(contents.key_marks, folder, files)
        if settings.database is None:
            _close_wal(staged / DATABASE)
            files[DATABASE] = staged / DATABASE
        in_the_way = [name for name, path in files.items() if _differs(folder / name, path)]
        if in_the_way and not replace:
            raise UsageError("backup.in_the_way", names=", ".join(in_the_way[:5]))
        _put_aside(folder, in_the_way, clock)
        if settings.database is not None:
            load(source, lock, folder, settings.database, staged / "again", lambda done: progress(0.8 + done * 0.2))
        for name, path in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            path.replace(folder / name)
    finally:
        shutil.rmtree(staged)
    progress(1.0)
    return contents


def _check_free(settings: LedgerSettings, replace: bool) -> None:
    """There is no ledger where the restored one goes, or one that may go and that no program has open."""
    path = settings.data / DATABASE
    if settings.database is not None:
        there = Transactions(engine_of(settings.data, settings.database))
        with closing(there), there.reading() as connection:
            if inspect(connection).get_table_names():
                raise UsageError("backup.not_empty")
    elif path.exists():
        if not replace:
            raise UsageError("backup.ledger_there", path=path)
        _close_wal(path)


def _close_wal(path: Path) -> None:
    """Write everything into the one file, which SQLite does only while no program has it open."""
    with closing(sqlite3.connect(path, timeout=1.0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            raise Running("backup.running") from error


def _placed(brought: Path) -> dict[str, Path]:
    """The files that a backup brought, by where they belong in the data folder."""
    found: dict[str, Path] = {}
    for kind in ("files", "keys"):
        paths = (path for path in sorted((brought / kind).rglob("*")) if path.is_file())
        found.update((path.relative_to(brought / kind).as_posix(), path) for path in paths)
    return found


def _check_keys(marks: Mapping[str, str], folder: Path, files: Mapping[str, Path]) -> None:
    """Every key that the ledger needs comes with the backup or lies in the folder."""
    there = {name: files.get(name, folder / name) for name in marks}
    lacking = [name for name, path in there.items() if not path.exists() or mark(path) != marks[name]]
    if lacking:
        raise KeysLacking("backup.keys_lacking", names=", ".join(lacking), folder=folder)


def _differs(there: Path, brought: Path) -> bool:
    return there.exists() and not filecmp.cmp(there, brought, shallow=False)


def _put_aside(folder: Path, names: list[str], clock: Clock) -> None:
    aside = folder / f"{REPLACED}{clock.now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    for name in names:
        (aside / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).replace(aside / name)
