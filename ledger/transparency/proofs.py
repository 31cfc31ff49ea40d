"""Proofs out of the log: that a statement is in it, and that it only ever grew."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from common.errors import DataError
from ledger import tables as ledger_tables
from ledger.database import LedgerDatabase
from ledger.transparency import tables
from ledger.transparency.checkpoints import Checkpoints, Kept
from ledger.transparency.leaves import head, read_nodes, statement_leaf
from ledger.transparency.merkle import Span, complete_nodes, consistency_spans, includes, inclusion_spans, root_of
from ledger.transparency.notes import NoteKey, decoded, encoded, read_checkpoint

_FORM = "c2sp.org/tlog-proof@v1"


class NotLogged(DataError):
    """The log has no such statement, or no such size."""

    status = 404


class NotSignedYet(DataError):
    """The statement is in the log, but no checkpoint covers it so far."""

    status = 409


@dataclass(frozen=True)
class Inclusion:
    """That a leaf is in the log, under a signed checkpoint."""

    position: int
    leaf: bytes
    """Its hash."""
    path: tuple[bytes, ...]
    """From the leaf upwards."""
    note: str
    """The checkpoint with its signatures."""

    def holds(self, key: NoteKey) -> bool:
        """Whether the leaf is in the log that ``key`` signs for.

        Raises:
            NoteWrong: the note is not one of that log.
        """
        signed = read_checkpoint(self.note, key)
        return includes(self.leaf, self.position, signed.size, self.path, signed.root)

    def text(self, extra: bytes = b"") -> str:
        """The proof as one text (C2SP tlog-proof); ``extra`` is carried along for whoever reads it."""
        lines = [_FORM, *([f"extra {encoded(extra)}"] if extra else []), f"index {self.position}"]
        return "\n".join([*lines, *map(encoded, self.path), "", self.note])


@dataclass(frozen=True)
class Opening:
    """What shows that a leaf is of a certain statement. As confidential as the statement itself."""

    salt: bytes
    raw: str
    """The statement as it is answered, JSON."""

    def leaf(self) -> bytes:
        """The hash of the leaf they make."""
        return statement_leaf(self.salt, self.raw)


def read_inclusion(text: str, leaf: bytes) -> tuple[Inclusion, bytes]:
    """A proof from its text, for a leaf with this hash, and what it carries along.

    Raises:
        NotLogged: it is no such text.
        NoteWrong: something in it is not base64.
    """
    top, _, note = text.partition("\n\n")
    form, *lines = top.split("\n")
    extra = decoded(lines.pop(0).removeprefix("extra ")) if lines and lines[0].startswith("extra ") else b""
    index = lines.pop(0).removeprefix("index ") if lines else ""
    if form != _FORM or not index.isdecimal() or not note:
        raise NotLogged("transparency.proof.no_text")
    return Inclusion(int(index), leaf, tuple(map(decoded, lines)), note), extra


class Proofs:
    """Proofs of one ledger."""

    def __init__(self, database: LedgerDatabase, checkpoints: Checkpoints) -> None:
        self._database = database
        self._checkpoints = checkpoints

    def inclusion(self, statement_id: str, *, at_once: bool = True) -> Inclusion:
        """The proof of a statement, erased or not, under the first checkpoint that covers it.

        ``at_once`` makes one where none does yet.

        Raises:
            NotLogged: there is no such statement.
            NotSignedYet: no checkpoint covers it, and none is due.
        """
        with self._database.reading() as connection:
            position, leaf = _leaf_of(connection, statement_id)
        signed = self._covering(position, at_once)
        with self._database.reading() as connection:
            path = _roots(connection, inclusion_spans(position, signed.size))
        return Inclusion(position, leaf, tuple(path), signed.note)

    def opening(self, statement_id: str) -> Opening:
        """What opens the leaf of a statement, for those who may read it and their certificates.

        Raises:
            NotLogged: there is no such statement, or it was erased.
        """
        statements, leaves = ledger_tables.statements, tables.log_leaves
        both = select(leaves.c.salt, statements.c.raw).join(statements, statements.c.stored_us == leaves.c.stored_us)
        with self._database.reading() as connection:
            row = connection.execute(both.where(statements.c.id == statement_id.lower())).first()
        if row is None or row.salt is None:
            raise NotLogged("transparency.proof.no_statement")
        return Opening(row.salt, row.raw)

    def consistency(self, first: int, second: int) -> list[bytes]:
        """The proof that the log of ``first`` leaves is the beginning of that of ``second``.

        Raises:
            NotLogged: the log is not that long, or the sizes are the wrong way round.
        """
        with self._database.reading() as connection:
            size = head(connection).size
            if not 0 <= first <= second <= size:
                raise NotLogged("transparency.proof.no_sizes", size=size)
            return _roots(connection, consistency_spans(first, second))

    def _covering(self, position: int, at_once: bool) -> Kept:
        signed = self._checkpoints.covering(position)
        if signed is None:
            self._checkpoints.sign_now() if at_once else self._checkpoints.latest()
            signed = self._checkpoints.covering(position)
        if signed is None:
            raise NotSignedYet("transparency.proof.not_signed_yet")
        return signed


def _leaf_of(connection: Connection, statement_id: str) -> tuple[int, bytes]:
    """Position and hash of a statement's leaf."""
    leaves, statements = tables.log_leaves, ledger_tables.statements
    both = select(leaves.c.position, leaves.c.hash).join(statements, statements.c.stored_us == leaves.c.stored_us)
    row = connection.execute(both.where(statements.c.id == statement_id.lower())).first()
    if row is None:
        raise NotLogged("transparency.proof.no_statement")
    return row.position, row.hash


def _roots(connection: Connection, spans: list[Span]) -> list[bytes]:
    """The roots over ``spans``, with two questions to the database."""
    nodes = read_nodes(connection, [node for span in spans for node in complete_nodes(span)])
    return [root_of(span, nodes) for span in spans]
