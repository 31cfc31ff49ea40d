"""The file of a backup: a tar of members in one zstd stream, perhaps sealed, with a manifest as its last member.

Unsealed it is an ordinary ``.tar.zst``. The manifest holds the SHA-256 of every other member, so that a file
that was cut short or changed is not taken for a whole one.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import zstandard

from common.errors import UsageError
from ledger.backup.sealing import BackupBroken, BackupLocked, Lock, SealedReader, SealingWriter, is_sealed

MANIFEST = "manifest.json"
MOST_MEMBER_BYTES = 256 * 1024 * 1024
"""Of a member that is read into memory."""
_LEVEL = 6
_PIECE_BYTES = 1024 * 1024
Progress = Callable[[float], None]


class Member:
    """Something in a backup that is being read: its name, and its content, once."""

    def __init__(self, name: str, size: int, file: BinaryIO) -> None:
        self.name = name
        self._size = size
        self._file = file
        self._digest = hashlib.sha256()

    def content(self) -> bytes:
        """All of it at once. Raises BackupBroken when that is more than a backup holds in one piece."""
        if self._size > MOST_MEMBER_BYTES:
            raise BackupBroken("backup.no_backup")
        return b"".join(self.pieces())

    def pieces(self) -> Iterator[bytes]:
        """All of it, piece after piece."""
        while piece := self._file.read(_PIECE_BYTES):
            self._digest.update(piece)
            yield piece

    def digest(self) -> str:
        """SHA-256 of all of it; what was not read yet is read now."""
        for _ in self.pieces():
            pass
        return self._digest.hexdigest()


class ArchiveWriter:
    """Writes the members of a backup."""

    def __init__(self, out: BinaryIO | SealingWriter) -> None:
        compressor = zstandard.ZstdCompressor(level=_LEVEL)
        self._compressed = compressor.stream_writer(out, closefd=False)  # type: ignore[arg-type]  # only written to
        self._tar = tarfile.TarFile.open(fileobj=self._compressed, mode="w|")
        self._digests: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> None:
        """Add a member."""
        self._digests[name] = hashlib.sha256(content).hexdigest()
        self._put(name, len(content), io.BytesIO(content))

    def add_file(self, name: str, path: Path) -> None:
        """Add what is in a file that nobody changes meanwhile."""
        with path.open("rb") as file:
            self._digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
            file.seek(0)
            self._put(name, size, file)

    def finish(self, said: dict[str, Any]) -> None:
        """Add the manifest with ``said`` and what was added, and end the file."""
        content = json.dumps({**said, "members": self._digests}, ensure_ascii=False, indent=1).encode("utf-8")
        self._put(MANIFEST, len(content), io.BytesIO(content))
        self._tar.close()
        self._compressed.flush(zstandard.FLUSH_FRAME)

    def _put(self, name: str, size: int, file: BinaryIO) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = size, 0o600
        self._tar.addfile(entry, file)


@contextmanager
def writing_archive(path: Path, lock: Lock | None) -> Iterator[ArchiveWriter]:
    """Write a backup's file, sealed where there is a lock."""
    with path.open("wb") as file:
        sealing = SealingWriter(file, lock) if lock else None
        yield ArchiveWriter(sealing or file)
        if sealing:
            sealing.finish()


def read_archive(
    path: Path, lock: Lock | None, take: Callable[[Member], None], progress: Progress = lambda _done: None
) -> dict[str, Any]:
    """Hand the members of a backup to ``take``, one after the other, and return its manifest.

    What was taken holds only when this returns: the digests stand at the end.

    Raises:
        UsageError: there is no such file.
        BackupLocked: it is sealed, and ``lock`` is none or of the other kind.
        BackupBroken: it is no backup, or not as it was written.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise UsageError("backup.no_file", path=path) from error
    with file:
        size = max(1, path.stat().st_size)
        source: BinaryIO = file
        if is_sealed(file):
            if lock is None:
                raise BackupLocked("backup.locked")
            source = SealedReader(file, lock)  # type: ignore[assignment]  # only ever read from
        try:
            return _members(source, take, lambda: progress(min(1.0, file.tell() / size)))
        except (tarfile.TarError, zstandard.ZstdError, EOFError) as error:
            raise BackupBroken("backup.no_backup") from error


def _members(source: BinaryIO, take: Callable[[Member], None], tell: Callable[[], None]) -> dict[str, Any]:
    digests: dict[str, str] = {}
    manifest: dict[str, Any] | None = None
    with (
        zstandard.ZstdDecompressor().stream_reader(source, closefd=False) as content,
        tarfile.open(fileobj=content, mode="r|") as tar,
    ):
        for entry in tar:
            file = tar.extractfile(entry)
            if file is None or manifest is not None or entry.name in digests:
                raise BackupBroken("backup.no_backup")
            member = Member(entry.name, entry.size, file)  # type: ignore[arg-type]  # of bytes
            if entry.name == MANIFEST:
                manifest = _read_manifest(member)
                continue
            take(member)
            digests[entry.name] = member.digest()
            tell()
    if manifest is None or manifest["members"] != digests:
        raise BackupBroken("backup.incomplete")
    return manifest


def _read_manifest(member: Member) -> dict[str, Any]:
    try:
        manifest = json.loads(member.content())
    except ValueError as error:
        raise BackupBroken("backup.no_backup") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("members"), dict):
        raise BackupBroken("backup.no_backup")
    return manifest
