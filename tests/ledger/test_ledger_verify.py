"""Whoever changes a ledger behind its back is found out, and what they changed is named."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from common.clock import ManualClock
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.transparency.leaves import statement_leaf
from ledger.transparency.merkle import node_hash, place_of
from ledger.transparency.notes import NoteWrong
from ledger.transparency.verification import Verification, verify
from ledger.xapi.attachments import Attachment
from ledger.xapi.statement import VOIDED
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import statement

CLIENT = Client("key", "van-1", "all")
COUNT = 21
MOMENT = "(SELECT stored_us FROM log_leaves WHERE position = 9)"
Change = Callable[[sqlite3.Connection], object]


@pytest.fixture
def ledger(tmp_path: Path, clock: ManualClock) -> Iterator[LedgerServices]:
    """21 statements in SQLite, signed at 8 and at 21; the fourth is taken back by the fifth."""
    services = LedgerServices(LedgerSettings(data=tmp_path, checkpoint_every_s=1e9), clock, CHEAP)
    sent = [statement(id=f"00000000-0000-4000-8000-{number:012}") for number in range(COUNT)]
    sent[4] |= {"verb": {"id": VOIDED}, "object": {"objectType": "StatementRef", "id": sent[3]["id"]}}
    services.statements.take(sent[:8], CLIENT, "1.0.3")
    services.checkpoints.sign_now()
    sha2 = hashlib.sha256(b"photo").hexdigest()
    said = {"usageType": "urn:photo", "display": {"en": "photo"}, "contentType": "image/png", "length": 5, "sha2": sha2}
    sent[9]["attachments"] = [said]
    services.statements.take(sent[8:], CLIENT, "1.0.3", {sha2: Attachment("image/png", b"photo")})
    services.checkpoints.sign_now()
    yield services
    services.close()


def after(services: LedgerServices, change: Change, kept: tuple[str, ...] = ()) -> Verification:
    """What is found after someone changed the file itself, heeding no rule."""
    with sqlite3.connect(services.settings.data / "ledger.sqlite") as connection:
        change(connection)
    connection.close()
    return verify(services.database, services.checkpoints.key, kept)


def kinds(result: Verification) -> list[str]:
    assert result.good == (not result.findings)
    for finding in result.findings:
        assert finding.message("zh") and finding.message("en")
    return [each.kind for each in result.findings]


def sql(*commands: str) -> Change:
    return lambda connection: [connection.execute(command) for command in commands]


def where(number: int) -> str:
    return f"WHERE id = '00000000-0000-4000-8000-{number:012}'"


def test_a_ledger_left_alone_verifies(ledger: LedgerServices) -> None:
    done: list[float] = []
    result = verify(ledger.database, ledger.checkpoints.key, progress=done.append)
    assert kinds(result) == []
    assert (result.size, result.erased, result.checkpoints, result.cosignatures) == (COUNT, 0, 2, 0)
    assert done == sorted(done)
    assert done[-1] == 1.0


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (f"UPDATE statements SET raw = replace(raw, '完成', '通过') {where(9)}", ["changed"]),
        (f"UPDATE statements SET raw = '{{' {where(9)}", ["changed"]),
        (f"DELETE FROM statements {where(9)}", ["removed"]),
        (f"UPDATE statements SET raw = '' {where(9)}", ["removed"]),
        (f"UPDATE statements SET registration = 'other' {where(9)}", ["column"]),
        (f"UPDATE statements SET voided = 1 {where(9)}", ["voided"]),
        (f"UPDATE statements SET voided = 0 {where(3)}", ["not_voided"]),
        (f"DELETE FROM statement_agents WHERE stored_us = {MOMENT}", ["links"]),
        (f"INSERT INTO statement_activities VALUES ('urn:other', 1, {MOMENT})", ["links_added"]),
        ("DELETE FROM log_leaves WHERE position = 9", ["leaves_removed", "inserted"]),
        ("DELETE FROM log_leaves WHERE position > 17", ["nodes_added", "cut_off", "inserted", "inserted", "inserted"]),
        ("UPDATE log_nodes SET hash = zeroblob(32) WHERE place = 11", ["node"]),
        ("UPDATE log_checkpoints SET root = zeroblob(32) WHERE size = 8", ["checkpoint_row"]),
        ("UPDATE log_checkpoints SET note = replace(note, '8', '9') WHERE size = 8", ["checkpoint_signature"]),
        ("INSERT INTO log_erasures VALUES (9, 1)", ["came_back"]),
        ("UPDATE attachments SET content = x'00'", ["attachment"]),
        ("DELETE FROM attachments", ["attachment_removed"]),
    ],
)  # fmt: skip
def test_each_change_is_found(ledger: LedgerServices, command: str, found: list[str]) -> None:
    result = after(ledger, sql("PRAGMA foreign_keys = OFF", command))
    assert kinds(result) == found
    places = result.findings[0].places
    if "position" in places:
        assert places["position"] == 9
    if "id" in places:
        assert str(places["id"])[-2:] in ("09", "03", "18")


def test_rows_that_changed_places_are_both_named(ledger: LedgerServices) -> None:
    def swap(connection: sqlite3.Connection) -> None:
        texts = [connection.execute(f"SELECT raw FROM statements {where(number)}").fetchone() for number in (9, 14)]
        for number, text in zip((14, 9), texts, strict=True):
            connection.execute(f"UPDATE statements SET raw = ? {where(number)}", text)

    result = after(ledger, swap)
    assert [(each.kind, each.places["position"]) for each in result.findings] == [("reordered", 9), ("reordered", 14)]


def test_a_statement_from_nowhere_is_named(ledger: LedgerServices) -> None:
    copy = (
        "INSERT INTO statements SELECT '11111111-0000-4000-8000-000000000000', stored_us + 100000, verb, registration, "
        f"credential, refers_to, voided, raw FROM statements {where(9)}"
    )
    result = after(ledger, sql(copy))
    assert kinds(result) == ["inserted"]
    assert result.findings[0].places["id"] == "11111111-0000-4000-8000-000000000000"


def forge(connection: sqlite3.Connection, position: int, *, nodes: bool) -> None:
    """Change a statement and its leaf, and ``nodes`` above it, so that they fit."""
    stored_us, salt = connection.execute(
        "SELECT stored_us, salt FROM log_leaves WHERE position = ?", [position]
    ).fetchone()
    raw = connection.execute("SELECT raw FROM statements WHERE stored_us = ?", [stored_us]).fetchone()[0]
    raw = raw.replace("完成", "通过")
    leaf = statement_leaf(salt, raw)
    connection.execute("UPDATE statements SET raw = ? WHERE stored_us = ?", [raw, stored_us])
    connection.execute("UPDATE log_leaves SET hash = ? WHERE position = ?", [leaf, position])
    below = dict(connection.execute("SELECT position, hash FROM log_leaves").fetchall())
    for level in range(1, COUNT.bit_length() if nodes else 1):
        below = {number: node_hash(below[2 * number], below[2 * number + 1]) for number in range(COUNT >> level)}
        rows = [(each, place_of((level, number))) for number, each in below.items()]
        connection.executemany("UPDATE log_nodes SET hash = ? WHERE place = ?", rows)


def test_a_forged_leaf_is_not_what_the_tree_was_made_of(ledger: LedgerServices) -> None:
    result = after(ledger, lambda connection: forge(connection, 9, nodes=False))
    assert kinds(result) == ["checkpoint", "node"]
    assert result.findings[1].places == {"level": 1, "first": 8, "last": 9}


def test_a_forged_tree_is_not_the_one_that_was_signed(ledger: LedgerServices) -> None:
    result = after(ledger, lambda connection: forge(connection, 9, nodes=True))
    assert kinds(result) == ["checkpoint"]
    assert result.findings[0].places == {"size": COUNT, "first": 8, "last": 20}


def test_checkpoints_kept_elsewhere_tell_when_the_ledgers_own_are_gone(ledger: LedgerServices) -> None:
    kept = ledger.checkpoints.latest().note

    def forge_all(connection: sqlite3.Connection) -> None:
        forge(connection, 9, nodes=True)
        connection.execute("DELETE FROM log_checkpoints")

    assert kinds(after(ledger, forge_all)) == [], "whoever may write everything leaves no trace in the file itself"
    assert kinds(after(ledger, lambda _: None, (kept,))) == ["checkpoint"]
    with pytest.raises(NoteWrong):
        after(ledger, lambda _: None, (kept.replace(str(COUNT), "20"),))
