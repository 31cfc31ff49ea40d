"""Verifying a whole ledger against its log: every row, every node, every signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from common.errors import DataError
from common.moments import iso
from common.text import Lang, text
from ledger import tables as ledger_tables
from ledger.database import LedgerDatabase
from ledger.transparency import tables
from ledger.transparency.leaves import head, read_nodes
from ledger.transparency.log_keys import LogKeys
from ledger.transparency.merkle import Growth
from ledger.transparency.notes import COSIGNATURE, Checkpoint, NoteKey, NoteWrong
from ledger.transparency.rows import Rows
from ledger.xapi.attachments import is_of
from ledger.xapi.statement import VOIDED

MOST_FINDINGS = 100
"""So many are named; the rest are counted."""
_AT_ONCE = 2000
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was when it was stored or signed."""

    kind: str
    """What it is; ``transparency.found.<kind>`` says it."""
    places: dict[str, object]

    def message(self, lang: Lang) -> str:
        return text(f"transparency.found.{self.kind}", lang, **self.places)


@dataclass
class Verification:
    """What was looked at, and what was found."""

    size: int
    root: bytes | None = None
    """None where leaves are missing."""
    erased: int = 0
    checkpoints: int = 0
    cosignatures: int = 0
    findings: list[Finding] = field(default_factory=list)
    found: int = 0

    @property
    def good(self) -> bool:
        return self.found == 0

    def add(self, kind: str, **places: object) -> None:
        """Note a finding."""
        self.found += 1
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(kind, places))


def verify(
    database: LedgerDatabase,
    key: LogKeys | NoteKey,
    kept_elsewhere: Sequence[str] = (),
    progress: Progress = lambda _done: None,
) -> Verification:
    """Compute the whole log again from the statements, and hold it against all that was ever signed.

    Args:
        key: All keys that ever signed for the log, or its key where that is the first.
        kept_elsewhere: Checkpoints from outside the ledger, which nobody who changes it can change.
        progress: Called now and then with the part that is done, 0 to 1.

    Raises:
        NoteWrong: one of ``kept_elsewhere`` is not a checkpoint of this log.
    """
    keys = key if isinstance(key, LogKeys) else LogKeys(key)
    others = [*keys.handovers, *(keys.read_checkpoint(note) for note in kept_elsewhere)]
    with database.reading() as connection:
        result = Verification(head(connection).size)
        signed = _Signed(connection, keys, others, result)
        rows = Rows(connection, result)
        _verify_leaves(connection, rows, result, signed, progress)
        _find_inserted(connection, result)
        _compare_voided(connection, result)
        _compare_attachments(connection, result)
        signed.compare_cosignatures()
        if result.good:
            rows.compare_link_counts()
    progress(1.0)
    return result


def _verify_leaves(
    connection: Connection, rows: Rows, result: Verification, signed: _Signed, progress: Progress
) -> None:
    growth: Growth | None = Growth()
    nodes = _Nodes(connection, result)
    signed.compare(0, Growth().root())
    while page := rows.next(_AT_ONCE):
        for row in page:
            if growth is not None and row.position != growth.size:
                growth = None
            if growth is not None:
                growth.add(row.hash)
                if growth.size in signed:
                    signed.compare(growth.size, growth.root())
        if growth is not None:
            nodes.compare(growth)
        progress(min(0.99, (page[-1].position + 1) / result.size))
    if growth is None:
        return
    result.root = growth.root()
    nodes.compare_count(growth.size)
    signed.compare_length(growth.size)


class _Nodes:
    """The kept nodes of the tree, held against those computed again."""

    def __init__(self, connection: Connection, result: Verification) -> None:
        self._connection = connection
        self._result = result
        self._wrong: set[tuple[int, int]] = set()

    def compare(self, growth: Growth) -> None:
        """Compare the new nodes of ``growth``, and let it forget them. Names those lowest in the tree only."""
        kept = read_nodes(self._connection, list(growth.nodes))
        for level, index in sorted(growth.nodes):
            if kept.get((level, index)) != growth.nodes[level, index]:
                self._note(level, index)
        growth.nodes.clear()

    def compare_count(self, size: int) -> None:
        """There are no more nodes than the tree has."""
        kept = self._connection.scalar(select(func.count()).select_from(tables.log_nodes))
        wanted = size - size.bit_count()
        if kept > wanted:
            self._result.add("nodes_added", count=kept - wanted)

    def _note(self, level: int, index: int) -> None:
        below = {(level - 1, 2 * index), (level - 1, 2 * index + 1)}
        if self._wrong.isdisjoint(below):
            self._result.add("node", level=level, first=index << level, last=((index + 1) << level) - 1)
        self._wrong.add((level, index))


class _Signed:
    """What was signed: the ledger's own checkpoints, those from outside, and cosignatures."""

    def __init__(
        self, connection: Connection, keys: LogKeys, others: Sequence[Checkpoint], result: Verification
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._result = result
        self._roots: dict[int, set[bytes]] = {}
        self._last_good = 0
        self._broken = False
        self._read_own()
        for each in others:
            self._roots.setdefault(each.size, set()).add(each.root)

    def __contains__(self, size: int) -> bool:
        return size in self._roots

    def compare(self, size: int, root: bytes) -> None:
        """Hold the tree of ``size`` leaves, as it is now, against what was signed; later ones follow from the first."""
        if self._roots.get(size, {root}) == {root}:
            self._last_good = size
        elif not self._broken:
            self._broken = True
            self._result.add("checkpoint", size=size, first=self._last_good, last=size - 1)

    def compare_length(self, size: int) -> None:
        """No checkpoint is of a longer log than there is."""
        longest = max(self._roots, default=0)
        if longest > size:
            self._result.add("cut_off", size=size, signed=longest)

    def compare_cosignatures(self) -> None:
        """Check every witness's signature."""
        signatures, witnesses = tables.log_cosignatures, tables.log_witnesses
        query = (
            select(signatures, witnesses.c.public_key, tables.log_checkpoints.c.root)
            .join(witnesses, witnesses.c.name == signatures.c.witness)
            .join(tables.log_checkpoints, tables.log_checkpoints.c.size == signatures.c.size)
        )
        for row in self._connection.execute(query.order_by(signatures.c.size)):
            self._result.cosignatures += 1
            witness = NoteKey(row.witness, row.public_key, COSIGNATURE)
            try:
                witness.signed_s(Checkpoint(self._keys.name, row.size, row.root).body(), row.line)
            except NoteWrong:
                self._result.add("cosignature", size=row.size, name=row.witness)

    def _read_own(self) -> None:
        columns = tables.log_checkpoints.c
        for row in self._connection.execute(select(tables.log_checkpoints).order_by(columns.size)):
            self._result.checkpoints += 1
            try:
                signed = self._keys.read_checkpoint(row.note)
            except DataError:
                self._result.add("checkpoint_signature", size=row.size, signed=iso(row.signed_us))
                continue
            if (signed.size, signed.root) != (row.size, row.root):
                self._result.add("checkpoint_row", size=row.size, signed=iso(row.signed_us))
            self._roots.setdefault(signed.size, set()).add(signed.root)


def _find_inserted(connection: Connection, result: Verification) -> None:
    """Statements that were never logged."""
    statements, leaves = ledger_tables.statements, tables.log_leaves
    unlogged = select(statements.c.id, statements.c.stored_us).outerjoin(
        leaves, leaves.c.stored_us == statements.c.stored_us
    )
    for row in connection.execute(unlogged.where(leaves.c.position.is_(None)).order_by(statements.c.stored_us)):
        result.add("inserted", id=row.id, stored=iso(row.stored_us))


def _compare_voided(connection: Connection, result: Verification) -> None:
    """Taken back are those that another statement took back, and no others."""
    target, voiding = ledger_tables.statements.alias("target"), ledger_tables.statements.alias("voiding")
    standing = target.c.raw != ""
    voids = select(target.c.id).join(voiding, voiding.c.refers_to == target.c.id).where(voiding.c.verb == VOIDED)
    wanted = set(connection.scalars(voids.where(target.c.verb != VOIDED, standing)))
    found = set(connection.scalars(select(target.c.id).where(target.c.voided, standing)))
    for statement_id in sorted(wanted ^ found):
        result.add("voided" if statement_id in found else "not_voided", id=statement_id)


def _compare_attachments(connection: Connection, result: Verification) -> None:
    """What statements brought with them is there, and is what their hash says; one at a time, for they may be large."""
    kept, links = ledger_tables.attachments, ledger_tables.statement_attachments
    lacking = select(links.c.sha2).outerjoin(kept, kept.c.sha2 == links.c.sha2).where(kept.c.sha2.is_(None)).distinct()
    for sha2 in connection.scalars(lacking.order_by(links.c.sha2)):
        result.add("attachment_removed", sha2=sha2)
    for sha2 in connection.scalars(select(kept.c.sha2).order_by(kept.c.sha2)).all():
        if not is_of(sha2, connection.scalar(select(kept.c.content).where(kept.c.sha2 == sha2))):
            result.add("attachment", sha2=sha2)
