"""A backup is the whole ledger, however it lies; restoring changes nothing until all of it was looked at."""

from __future__ import annotations

import io
import json
import sqlite3
import tarfile
from pathlib import Path
from threading import Event, Thread

import pytest
import zstandard
from sqlalchemy import func, select

from common.clock import ManualClock
from common.database import DatabaseTooNew
from common.errors import UsageError
from ledger.backup import contents as contents_module
from ledger.backup.contents import looked_into
from ledger.backup.data_files import inside
from ledger.backup.layout import described, rebuilt
from ledger.backup.restoring import KeysLacking, LogDoesNotVerify, Running, restore
from ledger.backup.sealing import CHUNK_BYTES, BackupBroken, BackupLocked, Lock
from ledger.backup.writing import write_backup
from ledger.credentials import Client
from ledger.database import engine_of, open_ledger
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.tables import tables
from ledger.transparency.key_change import change_log_key
from ledger.transparency.verification import verify
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import completion, packed, session_log, statement

CLIENT = Client("key", "van-1", "all")
KEY = Lock(key=bytes(range(32)))


@pytest.fixture
def filled(services: LedgerServices, clock: ManualClock) -> LedgerServices:
    """A ledger with something in it: statements, a log of a session, a credential, own rules, a changed key."""
    for _ in range(4):
        clock.wind(301)
        batch = completion()
        services.statements.take(batch, CLIENT, "1.0.3")
    session = batch[0]["context"]["registration"]
    services.logs.take(session, packed(session_log(session)), None)
    services.credentials.add("van-1", "write")
    (services.settings.data / "courses").mkdir()
    (services.settings.data / "courses" / "课程.txt").write_text("内容", "utf-8")
    with sqlite3.connect(services.settings.data / "accounts.sqlite") as accounts:
        accounts.execute("PRAGMA journal_mode = WAL")
        accounts.execute("CREATE TABLE people (name TEXT)")
        accounts.execute("INSERT INTO people VALUES ('officer')")
    accounts.close()
    change_log_key(services.settings.log_key, services.database, clock)
    return services


def backup(services: LedgerServices, clock: ManualClock, target: Path, lock: Lock | None = None, **given: bool) -> Path:
    return write_backup(services.settings, services.database, clock, target, lock, **given)[0]


def counts(services: LedgerServices) -> dict[str, int]:
    with services.database.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) for table in tables.sorted_tables
        }


def test_a_sealed_backup_with_keys_makes_the_same_ledger_on_another_machine(
    filled: LedgerServices, clock: ManualClock, tmp_path: Path
) -> None:
    done: list[float] = []
    path, told = write_backup(
        filled.settings, filled.database, clock, tmp_path, KEY, with_keys=True, progress=done.append
    )
    assert path.name == "ledger-20261122-012004.tar.zst.sealed"
    assert done == sorted(done) and done[-1] == 1.0
    assert (told.verification.good, told.rows, told.brings_keys) == (True, counts(filled), True)
    assert told.rows["statements"] == 12
    there = LedgerSettings(data=tmp_path / "there")
    restored = restore(there, clock, path, KEY)
    assert restored.verification.root == told.verification.root
    again = LedgerServices(there, clock, CHEAP)
    assert counts(again) == counts(filled)
    assert again.checkpoints.keys.shown() != []
    assert verify(again.database, again.checkpoints.keys).good
    again.statements.take([statement()], CLIENT, "1.0.3")
    assert verify(again.database, again.checkpoints.keys).size == 13, "the log goes on where it stood"
    assert (there.data / "courses" / "课程.txt").read_text("utf-8") == "内容"
    with sqlite3.connect(there.data / "accounts.sqlite") as accounts:
        assert accounts.execute("SELECT name FROM people").fetchall() == [("officer",)]
    accounts.close()
    again.close()
    assert not list(tmp_path.rglob(".*")), "no drafts are left"


def test_a_backup_is_of_one_moment_while_statements_come_in(
    filled: LedgerServices, clock: ManualClock, tmp_path: Path
) -> None:
    stop = Event()

    def write() -> None:
        for _ in range(300):
            filled.statements.take(completion(), CLIENT, "1.0.3")
            if stop.is_set():
                return

    writer = Thread(target=write)
    writer.start()
    try:
        told = [write_backup(filled.settings, filled.database, clock, tmp_path / f"{k}.zst")[1] for k in range(2)]
    finally:
        stop.set()
        writer.join()
    for each in told:
        assert each.verification.good
        assert each.rows["statements"] == each.rows["log_leaves"] == 3 * each.rows["completions"]
    assert told[-1].rows["statements"] > 12


def test_without_its_keys_nothing_is_restored(filled: LedgerServices, clock: ManualClock, tmp_path: Path) -> None:
    path = backup(filled, clock, tmp_path / "plain.tar.zst")
    there = LedgerSettings(data=tmp_path / "there")
    with pytest.raises(KeysLacking, match=r"at-rest\.key.*sealing\.key"):
        restore(there, clock, path)
    assert list(there.data.iterdir()) == []
    name = "certificate-keys/0001.key"
    for key in filled.settings.data.rglob("*.key"):
        copy = there.data / key.relative_to(filled.settings.data)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(key.read_bytes())
    (there.data / name).write_text("00" * 32, "ascii")
    with pytest.raises(KeysLacking, match=name):
        restore(there, clock, path)
    (there.data / name).write_bytes((filled.settings.data / name).read_bytes())
    assert restore(there, clock, path).rows == counts(filled)


def test_keys_are_never_written_in_the_open(filled: LedgerServices, clock: ManualClock, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="sealed"):
        backup(filled, clock, tmp_path / "keys.tar.zst", with_keys=True)
    path = backup(filled, clock, tmp_path / "plain.tar.zst")
    secrets = [each.read_bytes().strip() for each in filled.settings.data.rglob("*.key")]
    unpacked = _unpacked(path)
    assert len(secrets) > 4
    assert not any(secret in unpacked for secret in secrets)
    assert path.stat().st_mode & 0o077 == 0


def _unpacked(path: Path) -> bytes:
    with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as content:
        return content.read()


def test_nothing_that_is_there_is_overwritten(filled: LedgerServices, clock: ManualClock, tmp_path: Path) -> None:
    path = backup(filled, clock, tmp_path / "a.sealed", KEY, with_keys=True)
    with pytest.raises(UsageError, match="overwrite"):
        backup(filled, clock, path, KEY)
    there = LedgerSettings(data=tmp_path / "there", database=filled.settings.database)
    if there.database is not None:
        with pytest.raises(UsageError, match="not empty"):
            restore(there, clock, path, KEY, replace=True)
        return
    other = LedgerServices(there, clock, CHEAP)
    other.statements.take([statement()], CLIENT, "1.0.3")
    with pytest.raises(UsageError, match="There is a ledger"):
        restore(there, clock, path, KEY)
    with pytest.raises(Running):
        restore(there, clock, path, KEY, replace=True)
    other.close()
    restore(there, clock, path, KEY, replace=True)
    (aside,) = there.data.glob("replaced-*")
    kept = LedgerServices(LedgerSettings(data=aside), clock, CHEAP)
    assert verify(kept.database, kept.checkpoints.keys).size == 1, "what was there can still be opened"
    kept.close()
    now = LedgerServices(there, clock, CHEAP)
    assert verify(now.database, now.checkpoints.keys).size == 12
    assert not any(name.startswith("files/replaced") for name in _names(backup(now, clock, tmp_path / "b.zst")))
    now.close()


def _names(path: Path) -> list[str]:
    return tarfile.open(fileobj=io.BytesIO(_unpacked(path))).getnames()


@pytest.mark.parametrize("lock", [None, KEY])
def test_a_damaged_backup_is_refused_before_anything_changes(
    filled: LedgerServices, clock: ManualClock, tmp_path: Path, lock: Lock | None
) -> None:
    whole = backup(filled, clock, tmp_path / "whole", lock).read_bytes()
    there = LedgerSettings(data=tmp_path / "there")
    broken = tmp_path / "broken"
    middle = len(whole) // 2
    for wrong in (
        b"",
        b"no backup at all",
        whole[:-1],
        whole[:middle],
        whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
    ):
        broken.write_bytes(wrong)
        with pytest.raises(BackupBroken):
            restore(there, clock, broken, lock)
        assert list(there.data.iterdir()) == []
    with pytest.raises(UsageError, match="cannot be read"):
        restore(there, clock, tmp_path / "none", lock)


def test_a_sealed_backup_opens_with_its_own_key_only(
    filled: LedgerServices, clock: ManualClock, tmp_path: Path
) -> None:
    (filled.settings.data / "courses" / "long").write_bytes(bytes(range(256)) * (CHUNK_BYTES // 100))
    path = backup(filled, clock, tmp_path / "a", Lock(passphrase="correct horse battery"))
    assert b"ledger" not in path.read_bytes()[64:]
    assert looked_into(path, Lock(passphrase="correct horse battery"), tmp_path).rows["statements"] == 12
    for wrong, why in (
        (None, BackupLocked),
        (KEY, BackupLocked),
        (Lock(passphrase="correct horse bettery"), BackupBroken),
    ):
        with pytest.raises(why):
            looked_into(path, wrong, tmp_path)
    with pytest.raises(UsageError, match="12 characters"):
        Lock(passphrase="short")


def test_a_ledger_that_was_tampered_with_is_backed_up_as_it_is(
    filled: LedgerServices, clock: ManualClock, tmp_path: Path
) -> None:
    with filled.database.writing() as connection:
        connection.execute(tables.tables["statements"].update().values(verb="urn:other"))
    path, told = write_backup(filled.settings, filled.database, clock, tmp_path / "a", KEY, with_keys=True)
    assert told.verification.found == 12
    there = LedgerSettings(data=tmp_path / "there")
    with pytest.raises(LogDoesNotVerify, match="12 things"):
        restore(there, clock, path, KEY)
    assert list(there.data.iterdir()) == []
    assert restore(there, clock, path, KEY, damaged=True).verification.found == 12


def test_a_backup_of_a_later_release_is_left_alone(
    filled: LedgerServices, clock: ManualClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backup(filled, clock, tmp_path / "a")
    monkeypatch.setattr(contents_module, "LATEST", "0001")
    with pytest.raises(DatabaseTooNew, match="later release"):
        restore(LedgerSettings(data=tmp_path / "there"), clock, path)


def test_the_layout_in_a_backup_is_the_layout_of_the_tables(tmp_path: Path) -> None:
    """So an older backup finds the tables of its release, and goes the way of every older ledger from there."""
    layout = json.loads(json.dumps(described(tables)))
    engine = engine_of(tmp_path / "rebuilt")
    rebuilt(layout).create_all(engine)
    engine.dispose()
    open_ledger(tmp_path / "made").close()
    made, again = _schema(tmp_path / "made"), _schema(tmp_path / "rebuilt")
    made.pop("alembic_version")
    assert again == made
    with pytest.raises(BackupBroken):
        rebuilt([{"name": "x"}])


def _schema(folder: Path) -> dict[str, str]:
    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return dict(rows)


@pytest.mark.parametrize("name", ["", "../out", "/etc/passwd", "a/../../b", "C:/x", "a\\b"])
def test_no_file_of_a_backup_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(BackupBroken):
        inside(tmp_path, name)


def test_a_ledger_moves_from_one_database_to_the_other(
    clock: ManualClock, tmp_path: Path, database_url: str | None
) -> None:
    """From a file to PostgreSQL and back, where there is one; else from file to file."""
    start = LedgerServices(LedgerSettings(data=tmp_path / "a"), clock, CHEAP)
    for _ in range(3):
        start.statements.take(completion(), CLIENT, "1.0.3")
    first = backup(start, clock, tmp_path / "first", KEY, with_keys=True)
    folders = [LedgerSettings(data=tmp_path / "b", database=database_url), LedgerSettings(data=tmp_path / "c")]
    for settings, name in zip(folders, ("second", "third"), strict=True):
        restore(settings, clock, first, KEY)
        moved = LedgerServices(settings, clock, CHEAP)
        moved.statements.take([statement()], CLIENT, "1.0.3")
        first = backup(moved, clock, tmp_path / name, KEY, with_keys=True)
        assert verify(moved.database, moved.checkpoints.keys).good
        moved.close()
    assert looked_into(first, KEY, tmp_path).rows["statements"] == 11
    start.close()
