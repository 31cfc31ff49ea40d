"""Writes a log so that a crash, or a power cut, loses at most the last fraction of a second."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from common.clock import Clock, SystemClock
from sim.log.events import End, Event, Header
from sim.log.faults import LogExists, LogTooLarge
from sim.log.lines import MAX_BYTES, MAX_LINE_BYTES, MAX_LINES, end_line, line_bytes

SYNC_SECONDS = 0.2
"""Every line reaches the operating system at once, and the disk at most this often."""


class LogWriter:
    """Appends the events of one session to its log.

    A killed process loses nothing that was appended; a power cut loses at most ``SYNC_SECONDS``,
    if ``sync_if_due`` is called meanwhile. Usable as a context manager; ``close`` without
    ``finish`` leaves an unfinished log that can be gone on with.

    Raises:
        LogExists: there is a file at ``path`` already.
        LogTooLarge: the log would grow beyond its limits.
    """

    def __init__(self, path: Path, header: Header, clock: Clock | None = None) -> None:
        if path.exists():
            raise LogExists(path)
        _put_in_place(path, line_bytes(header))
        self._go_on(path, clock)

    @classmethod
    def reopen(cls, path: Path, clock: Clock | None = None) -> LogWriter:
        """Go on with an unfinished log. Its torn last line, if any, must have been cut (``recover``)."""
        writer = cls.__new__(cls)
        writer._go_on(path, clock)
        return writer

    def _go_on(self, path: Path, clock: Clock | None) -> None:
        content = path.read_bytes()
        self.path = path
        self._file = path.open("ab")
        self._digest = hashlib.sha256(content)
        self._size = len(content)
        self._lines = content.count(b"\n")
        self._clock = clock or SystemClock()
        self._synced_at = self._clock.monotonic()
        self._unsynced = False

    def append(self, event: Event) -> None:
        """Write one event."""
        self._write(line_bytes(event))
        self.sync_if_due()

    def sync_if_due(self) -> None:
        """Force what was written onto the disk, when the last time is ``SYNC_SECONDS`` ago."""
        if self._unsynced and self._clock.monotonic() - self._synced_at >= SYNC_SECONDS:
            self._sync()

    def finish(self, t: float) -> End:
        """Write the end line at session time ``t`` and close. Returns that line, with the log's digest."""
        end, content = end_line(t, self._digest)
        self._write(content)
        self.close()
        return end

    def close(self) -> None:
        """Put everything on the disk and let go of the file. Closing twice is allowed."""
        if not self._file.closed:
            self._sync()
            self._file.close()

    def __enter__(self) -> LogWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, content: bytes) -> None:
        too_large = self._size + len(content) > MAX_BYTES or self._lines + 1 > MAX_LINES
        if too_large or len(content) > MAX_LINE_BYTES:
            raise LogTooLarge(self.path)
        self._file.write(content)
        self._file.flush()
        self._digest.update(content)
        self._size += len(content)
        self._lines += 1
        self._unsynced = True

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._synced_at = self._clock.monotonic()
        self._unsynced = False


def _put_in_place(path: Path, content: bytes) -> None:
    """Make a new file that is whole from the first moment it can be seen, and durable."""
    beginning = path.with_name(path.name + ".new")
    with beginning.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beginning.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new file's name durable. Windows does that itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
