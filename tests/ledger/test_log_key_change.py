"""The log's key is changed: both keys sign where they meet, and verifying knows which signed when."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from common.clock import ManualClock
from common.sealing import read_key
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.transparency.key_change import change_log_key
from ledger.transparency.log_keys import HISTORY, KeyHistoryWrong, read_log_keys
from ledger.transparency.notes import NoteWrong, read_checkpoint
from ledger.transparency.notes import read_key as read_note_key
from ledger.transparency.verification import verify
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import statement

CLIENT = Client("key", "van-1", "all")


def opened(folder: Path, clock: ManualClock, url: str | None = None) -> LedgerServices:
    return LedgerServices(LedgerSettings(data=folder, database=url), clock, CHEAP)


def store(services: LedgerServices, clock: ManualClock, count: int) -> None:
    for _ in range(count):
        clock.wind(301)
        services.statements.take([statement()], CLIENT, "1.0.3")


@pytest.fixture
def changed(tmp_path: Path, clock: ManualClock, database_url: str | None) -> LedgerServices:
    """A ledger whose log was signed by three keys: up to 3, up to 5, and since."""
    for count in (3, 2):
        services = opened(tmp_path, clock, database_url)
        store(services, clock, count)
        change_log_key(services.settings.log_key, services.database, clock)
        services.close()
    services = opened(tmp_path, clock, database_url)
    store(services, clock, 2)
    yield services
    services.close()


def test_the_log_keeps_its_name_and_each_key_signs_its_part(changed: LedgerServices, tmp_path: Path) -> None:
    keys = changed.checkpoints.keys
    first, second, third = keys.former[0].key, keys.former[1].key, keys.current
    assert len({key.public for key in (first, second, third)}) == 3
    assert {key.name for key in (first, second, third)} == {keys.name}
    signed_by = {
        kept.size: [place for place, key in enumerate((first, second, third)) if holds(kept.note, key)]
        for kept in changed.checkpoints.page(0, 100)[0]
    }
    assert signed_by == {1: [0], 2: [0], 3: [0, 1], 4: [1], 5: [1, 2], 6: [2], 7: [2]}
    result = verify(changed.database, keys)
    assert (result.good, result.size, result.checkpoints) == (True, 7, 7)
    assert not list(tmp_path.glob("log-next*"))


def holds(note: str, key: object) -> bool:
    try:
        return bool(read_checkpoint(note, key))
    except NoteWrong:
        return False


def test_an_old_key_signs_nothing_more(changed: LedgerServices, clock: ManualClock) -> None:
    """Neither a thief of the former private key, nor a process that was not started again."""
    path = changed.settings.log_key
    change_log_key(path, changed.database, clock)
    store(changed, clock, 2)
    result = verify(changed.database, read_log_keys(path))
    assert [(each.kind, each.places["size"]) for each in result.findings] == [
        ("checkpoint_signature", 8),
        ("checkpoint_signature", 9),
    ]


def test_a_history_that_was_tampered_with_is_refused(changed: LedgerServices, tmp_path: Path) -> None:
    history = tmp_path / HISTORY
    said = json.loads(history.read_text("utf-8"))
    other = said[1]["handover"]
    for wrong in (
        [said[0]],
        [said[1]],
        said[::-1],
        [{**said[0], "until": 2}, said[1]],
        [{**said[0], "handover": other}, said[1]],
        [{**said[0], "handover": said[0]["handover"].replace("next-key", "next")}, said[1]],
        {"not": "a list"},
    ):
        history.write_text(json.dumps(wrong), "utf-8")
        with pytest.raises(KeyHistoryWrong):
            read_log_keys(tmp_path / "log.key")


@pytest.mark.parametrize("step", ["history", "key"])
def test_a_change_that_was_cut_short_is_finished(
    tmp_path: Path, clock: ManualClock, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = opened(tmp_path, clock)
    store(services, clock, 2)
    path, replace = services.settings.log_key, Path.replace

    def fail(source: Path, target: Path) -> Path:
        if target.name == {"history": HISTORY, "key": "log.key"}[step]:
            raise OSError("the power failed")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="power"):
        change_log_key(path, services.database, clock)
    monkeypatch.undo()
    following = read_key(tmp_path / "log-next.key")
    keys = change_log_key(path, services.database, clock)
    assert read_key(path) == following, "the key that was made the first time"
    assert len(keys.former) == 1
    (kept,) = [each for each in services.checkpoints.page(0, 10)[0] if each.size == 2]
    assert len(kept.note.partition("\n\n")[2].splitlines()) == 2
    services.close()
    again = opened(tmp_path, clock)
    store(again, clock, 1)
    assert verify(again.database, again.checkpoints.keys).good
    again.close()


def test_everyone_may_ask_for_all_keys(changed: LedgerServices) -> None:
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    from ledger.transparency import api

    app = FastAPI()
    app.include_router(api.create_router(changed))
    with TestClient(app) as anyone:
        told = anyone.get("/ledger/api/log/keys").json()["keys"]
        now = anyone.get("/ledger/api/log/key").text.strip()
    assert [each["until"] for each in told] == [3, 5, None]
    assert told[-1]["key"] == now
    for former, following in zip(told, told[1:], strict=False):
        checkpoint = read_checkpoint(former["handover"], read_note_key(former["key"]))
        assert checkpoint.size == former["until"]
        assert former["handover"].splitlines()[3] == f"next-key {following['key']}"
        assert base64.b64decode(former["handover"].splitlines()[2]) == checkpoint.root
