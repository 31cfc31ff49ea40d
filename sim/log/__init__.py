"""The log of a session: what the trainee did, and when. Score and replay are computed from it alone."""

from sim.log.faults import LogDamaged, LogEnded, LogExists, LogTooLarge, LogUnreadable
from sim.log.reader import Log, read_log, recover
from sim.log.writer import LogWriter

__all__ = [
    "Log",
    "LogDamaged",
    "LogEnded",
    "LogExists",
    "LogTooLarge",
    "LogUnreadable",
    "LogWriter",
    "read_log",
    "recover",
]
