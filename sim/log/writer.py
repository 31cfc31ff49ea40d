"""Writes a log so that a crash, or a power cut, loses at most the last fraction of a second."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import Future, ThreadPoolExecutor
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

    ``aside``: a thread of its own waits for the disk meanwhile, for who has no time to; ``finish`` and ``close``
    wait themselves.

    Raises:
        LogExists: there is a file at ``path`` already.
        LogTooLarge: the log would grow beyond its limits.
    """

    def __init__(self, path: Path, header: Header, clock: Clock | None = None, *, aside: bool = False) -> None:
        if path.exists():
            raise LogExists(path)
        _put_in_place(path, line_bytes(header))
        self._go_on(path, clock, aside)

    @classmethod
    def reopen(cls, path: Path, clock: Clock | None = None, *, aside: bool = False) -> LogWriter:
        """Go on with an unfinished log. Its torn last line, if any, must have been cut (``recover``)."""
        writer = cls.__new__(cls)
        writer._go_on(path, clock, aside)
        return writer

    def _go_on(self, path: Path, clock: Clock | None, aside: bool) -> None:
        content = path.read_bytes()
        self.path = path
        self._file = path.open("ab")
        self._digest = hashlib.sha256(content)
        self._size = len(content)
        self._lines = content.count(b"\n")
        self._clock = clock or SystemClock()
        self._synced_at = self._clock.monotonic()
        self._unsynced = False
        self._aside = ThreadPoolExecutor(1, "log") if aside else None
        self._forcing: Future[None] | None = None

    def append(self, event: Event) -> None:
        """Write one event."""
        self._write(line_bytes(event))
        self.sync_if_due()

    def sync_if_due(self) -> None:
        """Force what was written onto the disk, when the last time is ``SYNC_SECONDS`` ago."""
        if not self._unsynced or self._clock.monotonic() - self._synced_at < SYNC_SECONDS:
            return
        if self._aside is None:
            self._sync()
        elif self._forcing is None or self._forcing.done():
            self._sync_aside()

    def finish(self, t: float) -> End:
        """Write the end line at session time ``t`` and close. Returns that line, with the log's digest."""
        end, content = end_line(t, self._digest)
        self._write(content)
        self.close()
        return end

    def close(self) -> None:
        """Put everything on the disk and let go of the file. Closing twice is allowed."""
        if self._file.closed:
            return
        if self._aside is not None:
            self._aside.shutdown()
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

    def _sync_aside(self) -> None:
        if self._forcing is not None:
            self._forcing.result()  # what the disk refused is told here
        self._forcing = self._aside.submit(os.fsync, self._file.fileno())
        self._synced_at = self._clock.monotonic()
        self._unsynced = False

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
