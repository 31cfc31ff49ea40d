"""Reads a log, and believes nothing: limits, order and digest are checked before anything is used."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from sim.log.events import LINE, AnyLine, End, Event, Header
from sim.log.faults import LogDamaged, LogUnreadable
from sim.log.lines import MAX_BYTES, MAX_LINE_BYTES, MAX_LINES, end_line

_END_HEAD = b'{"type":"end"'


@dataclass(frozen=True)
class Log:
    """A log as read. ``end`` is None while the session has not ended; ``torn`` says that the last
    line was broken off by a crash and left out."""

    header: Header
    events: tuple[Event, ...]
    end: End | None
    torn: bool

    @property
    def last_time(self) -> float:
        """Session time, in seconds, of the last thing known."""
        if self.end is not None:
            return self.end.t
        return self.events[-1].t if self.events else 0.0


def read_log(path: Path) -> Log:
    """Read and verify the log at ``path``.

    A last line without its line feed was torn by a crash and is left out. Anything else that does not
    fit is damage.

    Raises:
        LogDamaged: a byte was changed, a line is unreadable or out of order, a limit is exceeded.
        LogUnreadable: there is no such file, or it may not be read.
    """
    return _read(path)[0]


def recover(path: Path) -> Log:
    """Cut the torn last line off the log at ``path``, if it has one, so that the session can go on.

    Raises:
        LogDamaged, LogUnreadable: as ``read_log``.
    """
    log, sound_bytes = _read(path)
    if log.torn:
        with path.open("r+b") as file:
            file.truncate(sound_bytes)
            file.flush()
            os.fsync(file.fileno())
    return log


def _read(path: Path) -> tuple[Log, int]:
    """The log, and how many of its bytes are whole lines."""
    whole = _lines(path)
    if len(whole) > MAX_LINES:
        raise LogDamaged(path, "too_many", MAX_LINES + 1)
    reading = _Reading(path)
    for number, content in enumerate(whole, start=1):
        if not reading.take(number, content, last=number == len(whole)):
            return reading.log(torn=True), reading.size
    return reading.log(torn=False), reading.size


def _lines(path: Path) -> list[bytes]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LogDamaged(path, "too_large", 0)
        with path.open("rb") as file:
            return file.readlines()
    except OSError as error:
        raise LogUnreadable(path, error) from error


class _Reading:
    """What has been read so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._digest = hashlib.sha256()
        self._header: Header | None = None
        self._events: list[Event] = []
        self._end: End | None = None

    def take(self, number: int, content: bytes, *, last: bool) -> bool:
        """Take one line; False when it is the last one and torn."""
        if self._end is not None:
            raise LogDamaged(self.path, "after_end", number)
        if last and self._header is not None and _torn(content):
            return False
        line = self._parse(number, content)
        if isinstance(line, End):
            self._check_end(number, line, content)
        elif isinstance(line, Header):
            self._check_first(number)
            self._header = line
        else:
            self._check_event(number, line)
            self._events.append(line)
        self._digest.update(content)
        self.size += len(content)
        return True

    def _parse(self, number: int, content: bytes) -> AnyLine:
        if len(content) > MAX_LINE_BYTES:
            raise LogDamaged(self.path, "too_long", number)
        if not content.endswith(b"\n"):
            raise LogDamaged(self.path, "line", number)
        try:
            return LINE.validate_json(content)
        except ValidationError:
            raise LogDamaged(self.path, "line", number) from None

    def _check_first(self, number: int) -> None:
        if self._header is not None:
            raise LogDamaged(self.path, "second_header", number)

    def _check_event(self, number: int, event: Event) -> None:
        if self._header is None:
            raise LogDamaged(self.path, "header", number)
        if self._events and event.t < self._events[-1].t:
            raise LogDamaged(self.path, "order", number)

    def _check_end(self, number: int, end: End, content: bytes) -> None:
        if self._header is None:
            raise LogDamaged(self.path, "header", number)
        if self._events and end.t < self._events[-1].t:
            raise LogDamaged(self.path, "order", number)
        if content != end_line(end.t, self._digest)[1]:
            raise LogDamaged(self.path, "digest", number)
        self._end = end

    def log(self, *, torn: bool) -> Log:
        if self._header is None:
            raise LogDamaged(self.path, "header", 1)
        return Log(self._header, tuple(self._events), self._end, torn)


def _torn(content: bytes) -> bool:
    """Whether a last line was cut short, rather than changed: an end line with something after its
    closing brace was never written like that."""
    changed = content.startswith(_END_HEAD) and b"}" in content[:-1]
    return not content.endswith(b"\n") and not changed
