"""Session logs, as the vans send them: packed with zstd, checked, kept, never changed."""

from __future__ import annotations

import hashlib
import json

import zstandard
from sqlalchemy import insert, select

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.moments import to_us
from common.sizes import shown_size
from ledger import tables


class LogWrong(DataError):
    """What was sent is not a whole, unchanged log of this completion."""


class LogTooLarge(DataError):
    """Unpacked, the log is longer than the ledger takes."""

    status = 413


class LogDiffers(DataError):
    """Another log of this completion is kept already."""

    status = 409


class Logs:
    """The logs of one ledger."""

    def __init__(self, database: Transactions, clock: Clock, most_bytes: int) -> None:
        self._database = database
        self._clock = clock
        self._most_bytes = most_bytes

    def take(self, completion_id: str, packed: bytes, digest: str | None = None) -> bool:
        """Keep a log; True if it is new. ``digest`` is what the completion says of it, if known.

        Raises:
            LogWrong, LogTooLarge, LogDiffers
        """
        unpacked = self._unpack(packed)
        found = _checked_digest(completion_id, unpacked)
        if digest is not None and digest != found:
            raise LogWrong("ledger.log.other_digest")
        with self._database.writing() as connection:
            there = connection.scalar(select(tables.logs.c.digest).filter_by(completion=completion_id))
            if there is not None and there != found:
                raise LogDiffers("ledger.log.differs")
            if there is None:
                connection.execute(
                    insert(tables.logs).values(
                        completion=completion_id,
                        digest=found,
                        unpacked_bytes=len(unpacked),
                        packed=packed,
                        received_us=to_us(self._clock.now()),
                    )
                )
        return there is None

    def find(self, completion_id: str) -> bytes | None:
        """The log of a completion, unpacked."""
        with self._database.reading() as connection:
            packed = connection.scalar(select(tables.logs.c.packed).filter_by(completion=completion_id))
        return self._unpack(packed) if packed is not None else None

    def kept(self, completion_ids: set[str]) -> set[str]:
        """Those of ``completion_ids`` whose log is here."""
        columns = tables.logs.c
        with self._database.reading() as connection:
            return set(connection.scalars(select(columns.completion).where(columns.completion.in_(completion_ids))))

    def _unpack(self, packed: bytes) -> bytes:
        try:
            with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(packed) as reader:
                unpacked = reader.read(self._most_bytes + 1)
        except zstandard.ZstdError as error:
            raise LogWrong("ledger.log.not_zstd") from error
        if len(unpacked) > self._most_bytes:
            raise LogTooLarge("ledger.log.too_large", limit=shown_size(self._most_bytes))
        return unpacked


def _checked_digest(completion_id: str, log: bytes) -> str:
    """The digest that ends the log's last line, which must be that of all bytes before the digest itself."""
    start_of_end = log.rfind(b"\n", 0, max(0, len(log) - 1)) + 1
    try:
        header = json.loads(log[: log.index(b"\n")])
        end = json.loads(log[start_of_end:])
        session, digest, kind = header["session"], end["digest"], end["type"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise LogWrong("ledger.log.not_a_log") from error
    if kind != "end":
        raise LogWrong("ledger.log.not_a_log")
    if session != completion_id:
        raise LogWrong("ledger.log.other_session")
    before = log[: log.rfind(b"sha256:")]
    if log != before + f'sha256:{hashlib.sha256(before).hexdigest()}"}}\n'.encode():
        raise LogWrong("ledger.log.damaged")
    return digest
