"""Completions, learners and logs: what the ledger reads out of what it is sent, and how it keeps it."""

from __future__ import annotations

import base64
import random
import threading
import uuid
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from common.clock import ManualClock
from common.enrolment import Person, seal_enrolment
from common.identity import parse
from common.sealing import new_sealing_key, read_key
from ledger import tables
from ledger.credentials import Client, CredentialWrong, add
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.statements import Query
from tests.ledger.sent import ADL, LEARNER, completion, packed, session_log, statement
from tests.ledger.van import Van

NUMBER = "11010519491231002X"
PERSON = Person("王小明", parse(NUMBER))
CLIENT = Client("key", "van-1", "all")


def enrolment(services: LedgerServices, person: Person = PERSON) -> dict[str, str]:
    settings = services.settings
    return seal_enrolment(person, read_key(settings.pseudonym_key), read_key(settings.sealing_public_key))


def latest(services: LedgerServices, **query: Any) -> list[Any]:
    return services.completions.page(offset=0, limit=50, sight=EVERYTHING, **query)[0]


# --- completions ------------------------------------------------------------------------------


def test_a_completion_is_read_out_of_its_statements(services: LedgerServices) -> None:
    services.statements.take(completion(), CLIENT, "1.0.0")
    (done,) = latest(services)
    assert (done.learner, done.score, done.passed, done.outcome, done.van) == (LEARNER, 96.0, True, "averted", "van-1")
    assert done.title == {"zh": "临时用电触电", "en": "Electrocution from temporary power"}
    assert done.duration_s == 185.5
    assert done.hours == pytest.approx(185.5 / 60 / 45)


@given(st.permutations(range(3)), st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_neither_order_nor_repeats_nor_batches_matter(
    services: LedgerServices, order: list[int], data: st.DataObject
) -> None:
    batch = completion()
    sent = [batch[place] for place in order]
    for each in sent + data.draw(st.lists(st.sampled_from(sent), max_size=3)):
        services.statements.take([each], CLIENT, "1.0.0")
    registration = batch[0]["context"]["registration"]
    (done,) = [each for each in latest(services) if each.id == registration]
    assert (done.score, done.passed, done.duration_s) == (96.0, True, 185.5)


def test_what_is_taken_back_is_no_longer_completed(services: LedgerServices) -> None:
    batch = completion()
    services.statements.take(batch, CLIENT, "1.0.0")
    for taken_back in batch[1:]:
        target = {"objectType": "StatementRef", "id": taken_back["id"]}
        services.statements.take([statement("voided", object=target)], CLIENT, "1.0.0")
    assert latest(services) == []
    assert services.completions.count(EVERYTHING) == (0, 0)


def test_another_programs_statements_make_a_completion_too(services: LedgerServices) -> None:
    registration = str(uuid.uuid4())
    services.statements.take(
        [
            statement(
                "failed",
                actor={"mbox": "mailto:wang@example.com"},
                object={"id": "https://example.com/course", "definition": {"name": {"fr": "Cours"}}},
                context={"registration": registration},
                result={"score": {"scaled": 0.4}},
            )
        ],
        CLIENT,
        "1.0.0",
    )
    (done,) = latest(services)
    assert (done.learner, done.title["en"], done.score, done.passed) == (
        "mbox mailto:wang@example.com",
        "Cours",
        40,
        False,
    )


def test_completions_are_found_by_words_learner_and_verdict(services: LedgerServices) -> None:
    for learner, passed in (("qc-b", True), ("qc-b", False), ("qc-c", True)):
        services.statements.take(completion(learner=learner, passed=passed), CLIENT, "1.0.0")
    assert len(latest(services, text="触电")) == len(latest(services, text="electrocution")) == 3
    assert len(latest(services, text="%")) == 0, "no wildcards"
    assert len(latest(services, learners={"qc-b"})) == 2
    assert len(latest(services, learners={"qc-b"}, passed=False)) == 1
    sums, total = services.completions.by_learner(None, 0, 10, EVERYTHING)
    assert total == 2
    assert {each.learner: (each.completions, each.passed) for each in sums} == {"qc-b": (2, 1), "qc-c": (1, 1)}


# --- who the pseudonyms are -------------------------------------------------------------------


def test_a_sealed_letter_makes_a_learner_once(van: Van, services: LedgerServices) -> None:
    message = enrolment(services)
    assert [van.post("/ledger/api/enrolments", json=message).status_code for _ in range(2)] == [201, 200]
    assert services.learners.count(EVERYTHING) == 1
    person = services.learners.find(message["pseudonym"], EVERYTHING)
    assert (person.name, person.masked_number) == ("王小明", "110105********002X")


def test_a_name_written_anew_replaces_the_old(van: Van, services: LedgerServices) -> None:
    first = enrolment(services)
    again = enrolment(services, Person("王晓明", PERSON.identity_number))
    for message in (first, again):
        van.post("/ledger/api/enrolments", json=message)
    assert services.learners.find(first["pseudonym"], EVERYTHING).name == "王晓明"


def test_learners_are_found_by_part_of_the_name_or_the_whole_number(van: Van, services: LedgerServices) -> None:
    message = enrolment(services)
    van.post("/ledger/api/enrolments", json=message)
    everyone = {message["pseudonym"]}
    assert (
        services.learners.search("小明", EVERYTHING)
        == services.learners.search(" 11010519491231002x", EVERYTHING)
        == everyone
    )
    assert services.learners.search("110105", EVERYTHING) == services.learners.search("李", EVERYTHING) == set()


@pytest.mark.parametrize("change", ["pseudonym", "sealed", "nothing", "other ledger", "list", "number"])
def test_a_wrong_letter_is_refused_with_a_reason(van: Van, services: LedgerServices, change: str) -> None:
    message: Any = enrolment(services)
    if change == "pseudonym":
        message["pseudonym"] = "qc-" + "b" * 32
    elif change == "sealed":
        letter = bytearray(base64.b64decode(message["sealed"]))
        letter[-1] ^= 1
        message["sealed"] = base64.b64encode(letter).decode()
    elif change == "nothing":
        del message["sealed"]
    elif change == "other ledger":
        _, public = new_sealing_key()
        message = seal_enrolment(PERSON, read_key(services.settings.pseudonym_key), public)
    elif change == "list":
        message = [message]
    else:
        message["sealed"] = 5
    answer = van.post("/ledger/api/enrolments", json=message)
    assert answer.status_code == 400
    assert answer.json()["zh"] and NUMBER not in answer.text
    assert services.learners.count(EVERYTHING) == 0


def test_only_writers_may_enrol(app: FastAPI, services: LedgerServices) -> None:
    reader = Van(app, services.credentials.add("reader", "read"))
    assert reader.post("/ledger/api/enrolments", json=enrolment(services)).status_code == 403
    assert Van(app, None).post("/ledger/api/enrolments", json=enrolment(services)).status_code == 401


def stored(services: LedgerServices) -> bytes:
    """All that lies on the disk: every row of every table and, where they are ours, the files themselves."""
    with services.database.reading() as connection:
        rows = [row for table in tables.tables.sorted_tables for row in connection.execute(select(table))]
    cells = [cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row]
    files = [file.read_bytes() for file in services.settings.data.iterdir() if "sqlite" in file.name]
    return b"\n".join(cells + files)


def test_neither_name_nor_number_nor_secret_lies_open_on_the_disk(van: Van, services: LedgerServices) -> None:
    van.post("/ledger/api/enrolments", json=enrolment(services))
    van.post("/xapi/statements", json=completion(learner=enrolment(services)["pseudonym"]))
    _, secret = services.credentials.add("other", "read")
    content = stored(services)
    assert LEARNER[:3].encode() in content, "what may lie there does"
    for hidden in (NUMBER, NUMBER[6:14], "王小明", secret):
        assert hidden.encode("utf-8") not in content
        assert hidden.encode("utf-16-le") not in content


def test_another_key_opens_nothing(van: Van, services: LedgerServices, clock: ManualClock) -> None:
    message = enrolment(services)
    van.post("/ledger/api/enrolments", json=message)
    (services.settings.data / "at-rest.key").write_text("00" * 32)
    again = LedgerServices(services.settings, clock)
    with pytest.raises(Exception, match="key or purpose"):
        again.learners.find(message["pseudonym"], EVERYTHING)
    again.close()


# --- logs -------------------------------------------------------------------------------------


def test_a_log_is_kept_once_and_given_back_whole(van: Van, services: LedgerServices) -> None:
    session = str(uuid.uuid4())
    log = session_log(session, 200)
    digest = log.splitlines()[-1].decode().split('"digest": "')[1].split('"')[0]
    answers = [
        van.post(f"/ledger/api/logs/{session}", content=packed(log), headers={"X-Log-Digest": digest}).status_code
        for _ in range(2)
    ]
    assert answers == [201, 200]
    assert services.logs.find(session) == log
    assert services.logs.kept({session, "other"}) == {session}


@pytest.mark.parametrize(
    ("log", "status"),
    [
        (lambda session: packed(session_log(session).replace(b'"h": 0', b'"h": 1', 1)), 400),
        (lambda session: packed(session_log(str(uuid.uuid4()))), 400),
        (lambda session: packed(session_log(session).rsplit(b"\n", 2)[0] + b"\n"), 400),
        (lambda session: packed(session_log(session)[:-20]), 400),
        (lambda session: packed(b"")[:], 400),
        (lambda session: packed(b"not a log")[:], 400),
        (lambda session: session_log(session), 400),
        (lambda session: packed(session_log(session))[:-5], 400),
        (lambda session: packed(bytes(100_000_000)), 413),
        (lambda session: b" " * 5_000_000, 413),
    ],
)
def test_what_is_not_this_sessions_whole_log_is_refused(
    van: Van, services: LedgerServices, log: Any, status: int
) -> None:
    session = str(uuid.uuid4())
    answer = van.post(f"/ledger/api/logs/{session}", content=log(session))
    assert answer.status_code == status
    assert answer.json()["zh"]
    assert services.logs.find(session) is None


def test_a_log_that_its_completion_does_not_name_is_refused(van: Van) -> None:
    session = str(uuid.uuid4())
    headers = {"X-Log-Digest": "sha256:" + "0" * 64}
    assert (
        van.post(f"/ledger/api/logs/{session}", content=packed(session_log(session)), headers=headers).status_code
        == 400
    )
    assert van.post("/ledger/api/logs/x", content=packed(session_log("x"))).status_code == 400


def test_another_log_of_the_same_session_is_a_conflict(van: Van, services: LedgerServices) -> None:
    session = str(uuid.uuid4())
    van.post(f"/ledger/api/logs/{session}", content=packed(session_log(session, 1)))
    assert van.post(f"/ledger/api/logs/{session}", content=packed(session_log(session, 2))).status_code == 409
    assert services.logs.find(session) == session_log(session, 1)


# --- credentials and many at once -------------------------------------------------------------


def test_a_credential_made_on_the_command_line_is_good_for_the_running_ledger(services: LedgerServices) -> None:
    key, secret = add(services.settings.data, "van-2", "write", services.settings.database)
    assert services.credentials.verify(key, secret) == Client(key, "van-2", "write")
    assert services.credentials.verify(key, secret + "x") is None
    assert services.credentials.verify(key, secret) is not None, "a wrong try spoils nothing"
    with pytest.raises(CredentialWrong):
        add(services.settings.data, "van-2", "everything", services.settings.database)


def test_a_secret_is_hashed_slowly_only_once(services: LedgerServices, monkeypatch: pytest.MonkeyPatch) -> None:
    key, secret = services.credentials.add("van", "all")
    services.credentials.verify(key, secret)
    monkeypatch.setattr(services.credentials, "_hasher", None)
    assert services.credentials.verify(key, secret)


def test_many_senders_at_once_lose_nothing(services: LedgerServices) -> None:
    batches = [[statement() for _ in range(5)] for _ in range(24)]
    repeated = batches + random.Random(1).sample(batches, 12)

    def send(share: list[Any]) -> None:
        for batch in share:
            services.statements.take(batch, CLIENT, "1.0.0")

    threads = [threading.Thread(target=send, args=(repeated[number::4],)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found, more = services.statements.search(Query(ascending=True), 1000)
    assert len(found) == 120 and not more
    assert len({each.stored_us for each in found}) == 120


def test_the_verb_is_not_enough_to_be_completed(services: LedgerServices) -> None:
    services.statements.take([statement("passed"), statement(object={"id": "urn:x:y"})], CLIENT, "1.0.0")
    assert latest(services) == []


def test_the_ledger_opens_again_where_it_was(services: LedgerServices, tmp_path: Path, clock: ManualClock) -> None:
    services.statements.take(completion(), CLIENT, "1.0.0")
    again = LedgerServices(services.settings, clock)
    assert again.completions.count(EVERYTHING) == (1, 1)
    assert again.statements.search(Query(verb=ADL + "passed"), 10)[0]
    again.close()
