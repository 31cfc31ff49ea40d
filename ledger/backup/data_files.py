"""What lies beside a ledger's database in its data folder: keys, small databases, and all other files."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath

from ledger.backup.sealing import BackupBroken

DATABASE = "ledger.sqlite"
REPLACED = "replaced-"
"""Before the names of folders that hold what a restore put aside."""
_SECRET = (".key", ".token")
_PASSING = {"sessions.key", "metrics.token"}
"""Made anew where they are missing, and nobody misses the old ones."""
_SQLITE = ".sqlite"
_LEFTOVERS = ("-wal", "-shm", "-journal")


def secret_files(folder: Path) -> list[str]:
    """Names of the key files, without those that are made anew at any start."""
    return [name for name in _names(folder) if _is_secret(name) and PurePosixPath(name).name not in _PASSING]


def ordinary_files(folder: Path) -> list[str]:
    """Names of all other files; the ledger's own database is not among them."""
    return [name for name in _names(folder) if not _is_secret(name) and name != DATABASE]


def mark(path: Path) -> str:
    """What tells a key file from another without telling the key: a digest of its 32 random bytes."""
    return hashlib.sha256(b"qianche key file\n" + path.read_bytes().strip()).hexdigest()


def is_database(name: str) -> bool:
    """Whether a file is a SQLite database, which is not simply copied while others write to it."""
    return name.endswith(_SQLITE)


def copy_database(source: Path, target: Path) -> None:
    """Copy a SQLite database as it is at one moment, whoever writes to it meanwhile."""
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)


def inside(folder: Path, name: str) -> Path:
    """The path of a backup's file ``name`` in ``folder``. Raises BackupBroken for a name that leads elsewhere."""
    parts = PurePosixPath(name).parts
    if not parts or any(part in ("..", "/") or "\\" in part or ":" in part for part in parts):
        raise BackupBroken("backup.no_backup")
    return folder.joinpath(*parts)


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        passing = any(part.startswith((".", REPLACED)) for part in PurePosixPath(name).parts)
        if path.is_file() and not passing and not name.endswith(_LEFTOVERS):
            yield name


def _is_secret(name: str) -> bool:
    return name.endswith(_SECRET)
