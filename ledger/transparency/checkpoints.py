"""Signed checkpoints of the log, made as it grows, and the cosignatures of those who watch it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, func, insert, select

from common.clock import Clock
from common.moments import to_us
from ledger.database import LedgerDatabase
from ledger.driver import insert_missing
from ledger.transparency import tables
from ledger.transparency.leaves import head, read_nodes
from ledger.transparency.log_keys import LogKeys, log_key
from ledger.transparency.merkle import complete_nodes, root_of
from ledger.transparency.notes import COSIGNATURE, Checkpoint, NoteKey, NoteWrong, read_key, sign

_CLOCK_APART_S = 600
"""How far a witness's clock may be from the ledger's."""


@dataclass(frozen=True)
class Kept:
    """A checkpoint with everything that was signed on it."""

    size: int
    root: bytes
    signed_us: int
    note: str
    """With the ledger's signature and the witnesses'."""
    accounts: tuple[str, ...]
    """Whose witnesses cosigned it, in the order in which they did."""


class Checkpoints:
    """All checkpoints of one ledger."""

    def __init__(
        self, database: LedgerDatabase, clock: Clock, seed: bytes, every_s: float, keys: LogKeys | None = None
    ) -> None:
        """``seed`` is the log's private key; a checkpoint is due ``every_s`` after the last, if the log has grown.

        ``keys`` are all that ever signed, where that is not the first.
        """
        self.keys = keys or LogKeys(log_key(seed))
        self.key = self.keys.current
        self._database = database
        self._clock = clock
        self._seed = seed
        self._every_us = round(every_s * 1e6)
        self._signed_us = 0
        """When a checkpoint was last signed, as far as is known here: another process may have signed since."""

    def sign_if_due(self, connection: Connection) -> None:
        """Sign the log as it stands, within a writer's transaction, if that is due."""
        now_us = to_us(self._clock.now())
        if self._due(connection, now_us):
            self._sign(connection, now_us)

    def sign_now(self) -> Kept:
        """The checkpoint of the log as it stands, made where there is none of it yet."""
        with self._database.writing() as connection:
            self._sign(connection, to_us(self._clock.now()))
        return self.latest()

    def latest(self) -> Kept:
        """The last checkpoint, made anew if that is due."""
        with self._database.reading() as connection:
            due = self._due(connection, to_us(self._clock.now()))
        if due:
            with self._database.writing() as connection:
                self.sign_if_due(connection)
        return self.page(0, 1)[0][0]

    def logged(self) -> int:
        """How many statements are in the log now, signed for or not."""
        with self._database.reading() as connection:
            return head(connection).size

    def page(self, offset: int, limit: int) -> tuple[list[Kept], int]:
        """Checkpoints, the latest first, and how many there are."""
        columns = tables.log_checkpoints.c
        some = select(tables.log_checkpoints).order_by(columns.size.desc()).offset(offset).limit(limit)
        with self._database.reading() as connection:
            found = connection.execute(some).all()
            total = connection.scalar(select(func.count()).select_from(tables.log_checkpoints))
            return _kept(connection, found), total or 0

    def covering(self, position: int) -> Kept | None:
        """The first checkpoint of a log that has a leaf at ``position``."""
        columns = tables.log_checkpoints.c
        covers = select(tables.log_checkpoints).where(columns.size > position).order_by(columns.size).limit(1)
        with self._database.reading() as connection:
            return next(iter(_kept(connection, connection.execute(covers).all())), None)

    def cosign(self, size: int, shown_key: str, line: str, account: str) -> bool:
        """Keep a witness's signature on the checkpoint of ``size``, sent by ``account``; False if it was kept before.

        Raises:
            NoteWrong: no such checkpoint or key, a signature that does not hold, one from another
                time, or a witness that belongs to another account.
        """
        witness = read_key(shown_key)
        if witness.kind != COSIGNATURE or not witness.name.startswith(self.key.name):
            raise NoteWrong("transparency.note.no_key")
        line = line.rstrip("\n") + "\n"
        now_us = to_us(self._clock.now())
        columns = tables.log_checkpoints.c
        with self._database.writing() as connection:
            row = connection.execute(select(columns.root).where(columns.size == size)).first()
            if row is None:
                raise NoteWrong("transparency.note.no_such_size", size=size)
            signed_s = witness.signed_s(Checkpoint(self.key.name, size, row.root).body(), line)
            if abs(signed_s - now_us / 1e6) > _CLOCK_APART_S:
                raise NoteWrong("transparency.note.other_time")
            self._know(connection, witness, account, now_us)
            kept = select(tables.log_cosignatures.c.size).filter_by(size=size, witness=witness.name)
            if connection.scalar(kept) is not None:
                return False
            row = {"size": size, "witness": witness.name, "signed_us": signed_s * 1_000_000, "line": line}
            connection.execute(insert(tables.log_cosignatures).values(row))
            return True

    def _due(self, connection: Connection, now_us: int) -> bool:
        if not self._waited(self._signed_us, now_us):
            return False
        columns = tables.log_checkpoints.c
        newest = select(columns.size, columns.signed_us).order_by(columns.size.desc()).limit(1)
        last = connection.execute(newest).first()
        if last is None:
            return True
        self._signed_us = last.signed_us
        return self._waited(last.signed_us, now_us) and last.size < head(connection).size

    def _waited(self, signed_us: int, now_us: int) -> bool:
        return not 0 <= now_us - signed_us < self._every_us  # below 0 where the clock was set back

    def _know(self, connection: Connection, witness: NoteKey, account: str, now_us: int) -> None:
        row = {"name": witness.name, "public_key": witness.public, "account": account, "added_us": now_us}
        insert_missing(connection, tables.log_witnesses, [row])
        known = connection.execute(select(tables.log_witnesses).filter_by(name=witness.name)).one()
        if known.public_key != witness.public or known.account != account:
            raise NoteWrong("transparency.note.other_witness", name=witness.name)

    def _sign(self, connection: Connection, now_us: int) -> None:
        size = head(connection).size
        span = (0, size)
        root = root_of(span, read_nodes(connection, complete_nodes(span)))
        note = sign(Checkpoint(self.key.name, size, root), self._seed)
        row = {"size": size, "root": root, "signed_us": now_us, "note": note}
        insert_missing(connection, tables.log_checkpoints, [row])


def _kept(connection: Connection, rows: Sequence[Row[tuple[int, bytes, int, str]]]) -> list[Kept]:
    signatures, witnesses = tables.log_cosignatures, tables.log_witnesses
    query = (
        select(signatures.c.size, signatures.c.line, witnesses.c.account)
        .join(witnesses, witnesses.c.name == signatures.c.witness)
        .where(signatures.c.size.in_([row.size for row in rows]))
        .order_by(signatures.c.signed_us, signatures.c.witness)
    )
    by_size: dict[int, list[tuple[str, str]]] = {}
    for signature in connection.execute(query):
        by_size.setdefault(signature.size, []).append((signature.line, signature.account))
    kept = []
    for row in rows:
        signed = by_size.get(row.size, [])
        note = row.note + "".join(line for line, _ in signed)
        accounts = tuple(dict.fromkeys(account for _, account in signed))
        kept.append(Kept(row.size, row.root, row.signed_us, note, accounts))
    return kept
