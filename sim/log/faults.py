"""What can be wrong with a log, as errors a person can act on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from common.errors import DataError

Reason = Literal["digest", "header", "line", "order", "after_end", "second_header", "too_large", "too_many", "too_long"]


class LogDamaged(DataError):
    """The log is not what was written: a byte changed, a line is missing, out of order or unreadable."""

    def __init__(self, path: Path, reason: Reason, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(f"engine.log.damaged.{reason}", path=path, line=line)


class LogUnreadable(DataError):
    """There is no such log, or it may not be read."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__("engine.log.unreadable", path=path, why=error.strerror or error)


class LogExists(DataError):
    """A new log would have been written over one that is there."""

    def __init__(self, path: Path) -> None:
        super().__init__("engine.log.exists", path=path)


class LogEnded(DataError):
    """A session that has ended was to be gone on with."""

    def __init__(self, path: Path) -> None:
        super().__init__("engine.log.ended", path=path)


class LogTooLarge(DataError):
    """A session wrote more than a log may hold."""

    def __init__(self, path: Path) -> None:
        super().__init__("engine.log.full", path=path)
