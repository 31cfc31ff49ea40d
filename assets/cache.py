"""The cache of everything that is built: arrays in files named by the hash of what they are made from."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from zlib import error as InflateError  # noqa: N812  (zlib's own name is no class name)

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from common.errors import EnvironmentLacks

Arrays = dict[str, NDArray]
Build = Callable[[], Mapping[str, NDArray]]
DAMAGED = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, InflateError)


def cache_dir() -> Path:
    """The folder of the cache: ``QIANCHE_CACHE``, or the user's cache folder. It may not exist yet."""
    named = os.environ.get("QIANCHE_CACHE")
    return Path(named) if named else user_cache_path("qianche", appauthor=False)


@cache
def source_key(*packages: str) -> str:
    """A hash over the source text of packages or modules (dotted names), data files included."""
    digest = hashlib.sha256()
    for name in packages:
        for entry_name, text in sorted(_sources(name)):
            digest.update(f"{name}/{entry_name}\0".encode())
            digest.update(text)
    return digest.hexdigest()


def _sources(name: str) -> Iterable[tuple[str, bytes]]:
    package, _, module = name.rpartition(".")
    single = resources.files(package or name).joinpath(f"{module}.py") if package else None
    if single is not None and single.is_file():
        yield f"{module}.py", single.read_bytes()
        return
    for entry in resources.files(name).iterdir():
        if entry.is_file() and not entry.name.endswith(".pyc"):
            yield entry.name, entry.read_bytes()


def entry_path(kind: str, key_parts: Sequence[object]) -> Path:
    """The file that holds, or will hold, what ``key_parts`` name."""
    key = hashlib.sha256(repr(tuple(key_parts)).encode()).hexdigest()[:40]
    return cache_dir() / kind / f"{key}.npz"


def is_cached(kind: str, key_parts: Sequence[object]) -> bool:
    """Whether there is an entry that was written to its end; what was damaged later is found when it is read."""
    return zipfile.is_zipfile(entry_path(kind, key_parts))


def cached(kind: str, key_parts: Sequence[object], build: Build) -> Arrays:
    """The arrays that ``build`` makes, from the cache when they are there and whole.

    ``key_parts`` must say everything that the result depends on (their ``repr`` is hashed), the
    source included: see ``source_key``. A damaged file is built anew.

    Raises:
        EnvironmentLacks: the cache folder cannot be written.
    """
    found = read_entry(kind, key_parts)
    if found is not None:
        return found
    arrays = {name: np.asarray(array) for name, array in build().items()}
    _write(entry_path(kind, key_parts), arrays)
    return arrays


def read_entry(kind: str, key_parts: Sequence[object]) -> Arrays | None:
    """The arrays of an entry; None when it is not there or damaged."""
    return _read(entry_path(kind, key_parts))


def _read(path: Path) -> Arrays | None:
    """The arrays of a file; None when it is not there or damaged."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        os.utime(path)
    except DAMAGED:
        return None
    return arrays


def _write(path: Path, arrays: Arrays) -> None:
    """Write beside and then rename, so that no reader ever sees half a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                np.savez(stream, **arrays)
            _put_in_place(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as fault:
        raise EnvironmentLacks("assets.cache.unwritable", path=path.parent, why=fault) from fault


def _put_in_place(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except PermissionError:
        # Windows refuses while another process reads the file: then that process has the same content.
        if not path.is_file():
            raise


def forget_unused(now: datetime, unused_for: timedelta) -> int:
    """Remove entries that nobody has read or written for a while; how many were removed."""
    limit = (now - unused_for).timestamp()
    removed = 0
    for path in cache_dir().glob("*/*.npz"):
        try:
            if path.stat().st_mtime < limit:
                path.unlink()
                removed += 1
        except (FileNotFoundError, PermissionError):
            # Another process removed it first, or reads it just now: then it is in use after all.
            continue
    return removed
