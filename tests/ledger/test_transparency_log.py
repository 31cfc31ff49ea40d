"""The log of a ledger: leaves in the order of statements, signed checkpoints, proofs, cosignatures, erasure."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.exc import IntegrityError

from common.clock import ManualClock
from common.moments import to_us
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.statement_search import Query
from ledger.transparency import merkle
from ledger.transparency.erasure import erase
from ledger.transparency.notes import COSIGNATURE, NoteKey, NoteWrong, cosigned_text, read_checkpoint, read_key
from ledger.transparency.proofs import NotLogged, NotSignedYet, read_inclusion
from ledger.transparency.verification import verify
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import completion, statement
from tests.ledger.van import Van

CLIENT = Client("key", "van-1", "all")
FIRST = Path(__file__).with_name("layout_0001.sql")


def stored(services: LedgerServices, count: int) -> list[str]:
    """The ids of new statements, sent one by one."""
    return [services.statements.take([statement()], CLIENT, "1.0.3")[0] for _ in range(count)]


def test_each_statement_is_proved_by_what_is_answered_and_its_salt(services: LedgerServices) -> None:
    ids = stored(services, 5) + services.statements.take(completion(), CLIENT, "1.0.3")
    key = read_key(services.checkpoints.key.shown())
    for position, each in enumerate(ids):
        text = services.proofs.inclusion(each).text(extra=b"with it")
        opening = services.proofs.opening(each)
        assert opening.raw == services.statements.find(each, voided=False).raw
        proof, extra = read_inclusion(text, opening.leaf())
        assert (proof.position, extra) == (position, b"with it")
        assert proof.holds(key)
        other, _ = read_inclusion(text, services.proofs.opening(ids[position - 1]).leaf())
        assert not other.holds(key)


def test_what_is_sent_again_is_logged_once(services: LedgerServices) -> None:
    batch = completion()
    for _ in range(3):
        services.statements.take(batch, CLIENT, "1.0.3")
    assert services.checkpoints.sign_now().size == 3


def test_checkpoints_are_signed_as_time_goes_and_each_continues_the_last(
    services: LedgerServices, clock: ManualClock
) -> None:
    stored(services, 2)
    assert services.checkpoints.latest().size == 1, "the first statement; the next came within the interval"
    for count in (1, 4, 9):
        clock.wind(301)
        stored(services, count)
    clock.wind(301)
    assert services.checkpoints.latest().size == 16
    clock.wind(301)
    assert services.checkpoints.latest().size == 16, "nothing came since"
    kept, total = services.checkpoints.page(0, 10)
    assert [each.size for each in kept] == [16, 8, 4, 3, 1]
    assert total == 5
    signed = [read_checkpoint(each.note, services.checkpoints.key) for each in reversed(kept)]
    for first, second in zip(signed, signed[1:], strict=False):
        path = services.proofs.consistency(first.size, second.size)
        assert merkle.continues(first.size, first.root, second.size, second.root, path)


def test_a_checkpoint_is_a_note_that_other_tools_read(services: LedgerServices) -> None:
    """Signed-note and tlog-checkpoint of the C2SP, taken apart by hand."""
    stored(services, 3)
    note = services.checkpoints.sign_now().note
    origin, size, root, blank, line = note.splitlines()
    assert (size, blank) == ("3", "")
    dash, name, content = line.split(" ")
    assert (dash, name) == ("—", origin)
    shown_name, key_id, material = services.checkpoints.key.shown().split("+", 2)
    public = base64.b64decode(material)
    assert (shown_name, public[0]) == (origin, 1)
    signature = base64.b64decode(content)
    assert signature[:4].hex() == key_id == hashlib.sha256(origin.encode() + b"\n" + public).hexdigest()[:8]
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(services.settings.log_key.read_text("ascii")))
    private.public_key().verify(signature[4:], f"{origin}\n3\n{root}\n".encode())
    for wrong in (note.replace("\n3\n", "\n4\n"), note.replace(root, root[::-1]), note[:-3], origin, ""):
        with pytest.raises(NoteWrong):
            read_checkpoint(wrong, services.checkpoints.key)


class Witness:
    """Someone who cosigns, as the C2SP says."""

    def __init__(self, services: LedgerServices, mark: str = "abc") -> None:
        self.private = Ed25519PrivateKey.generate()
        name = f"{services.checkpoints.key.name}/witness/{mark}"
        self.key = NoteKey(name, self.private.public_key().public_bytes_raw(), COSIGNATURE)

    def line(self, note: str, at_s: int) -> str:
        body = note.partition("\n\n")[0] + "\n"
        signature = self.private.sign(cosigned_text(body, at_s).encode())
        return self.key.line(at_s.to_bytes(8, "big") + signature)


def test_cosignatures_are_kept_with_their_checkpoint(services: LedgerServices, clock: ManualClock) -> None:
    stored(services, 3)
    note, now_s = services.checkpoints.sign_now().note, int(clock.now().timestamp())
    witness = Witness(services)
    line = witness.line(note, now_s)
    assert services.checkpoints.cosign(3, witness.key.shown(), line, "局长")
    assert not services.checkpoints.cosign(3, witness.key.shown(), witness.line(note, now_s + 5), "局长")
    latest = services.checkpoints.latest()
    assert latest.note == note + line
    assert latest.accounts == ("局长",)
    assert read_checkpoint(latest.note, services.checkpoints.key).size == 3
    assert witness.key.signed_s(note.partition("\n\n")[0] + "\n", line) == now_s


def test_cosignatures_that_do_not_hold_are_refused(services: LedgerServices, clock: ManualClock) -> None:
    stored(services, 3)
    note, now_s = services.checkpoints.sign_now().note, int(clock.now().timestamp())
    witness, impostor = Witness(services), Witness(services)
    line = witness.line(note, now_s)
    assert services.checkpoints.cosign(3, witness.key.shown(), line, "局长")
    for size, key, wrong, account in (
        (2, witness.key, line, "局长"),
        (3, witness.key, impostor.line(note, now_s), "局长"),
        (3, witness.key, witness.line(note.replace("\n3\n", "\n4\n"), now_s), "局长"),
        (3, witness.key, witness.line(note, now_s - 3600), "局长"),
        (3, witness.key, line, "someone else"),
        (3, impostor.key, impostor.line(note, now_s), "局长"),
        (3, services.checkpoints.key, note.splitlines()[-1], "局长"),
        (3, witness.key, "— nothing", "局长"),
    ):
        with pytest.raises(NoteWrong):
            services.checkpoints.cosign(size, key.shown(), wrong, account)
    assert len(services.checkpoints.latest().accounts) == 1


def test_the_log_answers_everyone_without_a_persons_data(
    van: Van, services: LedgerServices, clock: ManualClock
) -> None:
    first = stored(services, 1)[0]
    later = stored(services, 4)[-1]
    van.auth = None
    key = read_key(van.get("/ledger/api/log/key").text)
    checkpoint = read_checkpoint(van.get("/ledger/api/log/checkpoint").text, key)
    assert checkpoint.size == 1
    answer = van.get(f"/ledger/api/log/proofs/{first.upper()}").json()
    assert read_inclusion(answer["proof"], base64.b64decode(answer["leaf"]))[0].holds(key)
    assert "qc-" not in json.dumps(answer)
    assert van.get(f"/ledger/api/log/proofs/{later}").status_code == 409, "logged, not signed yet"
    clock.wind(301)
    assert van.get(f"/ledger/api/log/proofs/{later}").status_code == 200
    path = van.get("/ledger/api/log/consistency", params={"first": 1, "second": 5}).json()["path"]
    grown = read_checkpoint(van.get("/ledger/api/log/checkpoint").text, key)
    assert merkle.continues(1, checkpoint.root, 5, grown.root, [base64.b64decode(each) for each in path])
    assert van.get("/ledger/api/log/proofs/none").status_code == 404
    assert van.get("/ledger/api/log/consistency", params={"first": 2, "second": 9}).status_code == 404
    assert van.get("/ledger/api/log/consistency", params={"first": -1, "second": 9}).status_code == 422


def test_proofs_say_what_they_lack(services: LedgerServices) -> None:
    stored(services, 1)
    late = stored(services, 1)[0]
    with pytest.raises(NotSignedYet):
        services.proofs.inclusion(late, at_once=False)
    with pytest.raises(NotLogged):
        services.proofs.inclusion("00000000-0000-4000-8000-000000000000")
    with pytest.raises(NotLogged):
        services.proofs.consistency(2, 1)
    for wrong in ("", "c2sp.org/tlog-proof@v1\nindex x\n\nnote", "c2sp.org/tlog-proof@v2\nindex 0\n\nnote"):
        with pytest.raises(NotLogged):
            read_inclusion(wrong, bytes(32))


def test_an_erased_statement_is_gone_and_the_log_still_stands(services: LedgerServices, clock: ManualClock) -> None:
    kept = stored(services, 3)
    person = {"account": {"homePage": "https://qianche.invalid/learners", "name": "qc-gone"}}
    sent = statement(actor=person)
    services.statements.take([sent], CLIENT, "1.0.3")
    leaf = services.proofs.opening(sent["id"]).leaf()
    before = services.checkpoints.sign_now()
    with services.database.writing() as connection:
        assert erase(connection, [sent["id"].upper(), "unknown"], to_us(clock.now())) == 1
        assert erase(connection, [sent["id"]], to_us(clock.now())) == 0
    for voided in (False, True):
        assert services.statements.find(sent["id"], voided=voided) is None
    assert len(services.statements.search(Query(), 10)[0]) == 3
    assert services.statements.search(Query(agent=f"account {person['account']['homePage']} qc-gone"), 10)[0] == []
    with pytest.raises(NotLogged):
        services.proofs.opening(sent["id"])
    proof = services.proofs.inclusion(sent["id"])
    assert (proof.leaf, proof.note) == (leaf, before.note)
    assert proof.holds(services.checkpoints.key)
    # The van may send it again, even changed: it is answered, and does not come back.
    assert services.statements.take([sent], CLIENT, "1.0.3") == [sent["id"]]
    services.statements.take([statement("failed", id=sent["id"])], CLIENT, "1.0.3")
    stored(services, 2)
    result = verify(services.database, services.checkpoints.key)
    assert (result.good, result.size, result.erased) == (True, 6, 1)
    assert services.statements.find(kept[0], voided=False) is not None


@pytest.mark.usefixtures("clock")
def test_an_erased_person_cannot_be_read_out_of_the_file(tmp_path: Path, clock: ManualClock) -> None:
    services = LedgerServices(LedgerSettings(data=tmp_path), clock, CHEAP)
    sent = statement(actor={"account": {"homePage": "https://qianche.invalid/learners", "name": "qc-gone-for-good"}})
    services.statements.take([sent], CLIENT, "1.0.3")
    with services.database.writing() as connection:
        erase(connection, [sent["id"]], to_us(clock.now()))
    services.close()
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert all(b"qc-gone-for-good" not in each.read_bytes() for each in tmp_path.glob("ledger.sqlite*"))


def test_an_older_ledger_gets_the_tree_over_what_it_holds(tmp_path: Path, clock: ManualClock) -> None:
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        connection.executescript(FIRST.read_text("utf-8"))
        count = connection.execute("SELECT count(*) FROM statements").fetchone()[0]
    connection.close()
    services = LedgerServices(LedgerSettings(data=tmp_path), clock, CHEAP)
    stored(services, 2)
    signed = services.checkpoints.sign_now()
    assert signed.size == count + 2
    result = verify(services.database, services.checkpoints.key)
    assert [each.message("en") for each in result.findings] == []
    assert result.root == signed.root
    services.close()


def test_two_stores_and_a_write_that_fails_leave_one_tree(tmp_path: Path, clock: ManualClock) -> None:
    """Each store remembers the log's edge; neither is misled by what the other wrote, or by what came to nothing."""
    stores = [LedgerServices(LedgerSettings(data=tmp_path), clock, CHEAP) for _ in range(2)]
    full = "CREATE TRIGGER full BEFORE INSERT ON completions BEGIN SELECT RAISE(FAIL, 'full'); END"
    for turn in range(4):
        stored(stores[turn % 2], 3)
        with stores[0].database.writing() as connection:
            connection.exec_driver_sql(full)
        with pytest.raises(IntegrityError, match="full"):
            stores[0].statements.take(completion(), CLIENT, "1.0.3")
        with stores[0].database.writing() as connection:
            connection.exec_driver_sql("DROP TRIGGER full")
        stored(stores[0], 1)
    stored(stores[1], 1)
    result = verify(stores[0].database, stores[0].checkpoints.key)
    assert (result.good, result.size) == (True, 17)
    for each in stores:
        each.close()
