"""The van's own couriers against the real services: what a van sends is what ledger and monitoring show."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from common.clock import ManualClock
from common.enrolment import Person, seal_enrolment
from common.identity import parse
from common.sealing import read_key
from kiosk.destinations import Ledger, LedgerAddress, Monitoring, Refused
from kiosk.outbox import Item, Owed
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from monitoring import api as monitoring_api
from monitoring.records import Records
from monitoring.settings import MonitoringSettings
from monitoring.tables import open_monitoring
from sim.log.events import Header, Look
from sim.log.writer import LogWriter
from tests.kiosk.made_up import completion_of, session_id
from tests.ledger.sent import packed

SESSION = str(session_id(1))


def played(folder: Path) -> tuple[bytes, str]:
    """A log as the engine writes it, and its digest."""
    header = Header(
        session=SESSION,
        scenario="electrocution-temporary-power",
        scenario_hash="sha256:" + "a" * 64,
        engine="1",
        seed=1,
        input="touch",
        station="station-1",
        learner="qc-x",
        lang="zh",
        started="2026-11-22T01:00:00+00:00",
    )
    path = folder / "session.jsonl"
    writer = LogWriter(path, header)
    for t in range(1, 20):
        writer.append(Look(t=t, h=t / 2, p=0))
    end = writer.finish(30)
    return path.read_bytes(), end.digest


def send(destination: Ledger | Monitoring, completion: object, log: bytes, enrolment: str | None) -> None:
    async def every_item_twice() -> None:
        for item in destination.items * 2:
            await destination.send(_owed(destination, completion, item, log, enrolment))
        await destination.aclose()

    asyncio.run(every_item_twice())


def _owed(destination: Ledger | Monitoring, completion: object, item: Item, log: bytes, enrolment: str | None) -> Owed:
    return Owed(completion, item, destination.name, 0, log, enrolment)


def ledger_of(app: FastAPI, services: LedgerServices) -> Ledger:
    key, secret = services.credentials.add("van-1", "write")
    address = LedgerAddress("http://ledger/xapi", key, secret, api="http://ledger/ledger/api")
    return Ledger(address, httpx.ASGITransport(app))


def test_what_a_van_sends_twice_is_in_the_ledger_once(app: FastAPI, services: LedgerServices, tmp_path: Path) -> None:
    keys = (read_key(services.settings.pseudonym_key), read_key(services.settings.sealing_public_key))
    enrolment = seal_enrolment(Person("王小明", parse("11010519491231002X")), *keys)
    log, digest = played(tmp_path)
    completion = completion_of(SESSION, learner=enrolment["pseudonym"], log_digest=digest)
    send(ledger_of(app, services), completion, packed(log), json.dumps(enrolment))

    ((done,), total) = services.completions.page(offset=0, limit=10, sight=EVERYTHING)
    assert total == 1
    assert (done.id, done.score, done.passed, done.outcome) == (SESSION, 87.5, True, "averted")
    assert (done.duration_s, done.van, done.log_digest) == (185.5, "van-1", digest)
    assert done.title == completion.title.model_dump()
    assert services.learners.find(done.learner, EVERYTHING).name == "王小明"
    assert services.logs.find(SESSION) == log


def test_a_session_that_was_stopped_is_stored_but_not_completed(
    app: FastAPI, services: LedgerServices, tmp_path: Path
) -> None:
    log, digest = played(tmp_path)
    keys = (read_key(services.settings.pseudonym_key), read_key(services.settings.sealing_public_key))
    enrolment = seal_enrolment(Person("王小明", parse("11010519491231002X")), *keys)
    completion = completion_of(SESSION, outcome="stopped", passed=False, log_digest=digest)
    send(ledger_of(app, services), completion, packed(log), json.dumps(enrolment))
    assert services.completions.count(EVERYTHING) == (0, 0)


@pytest.mark.parametrize("place", [0.3, 0.8, -2, -20])
def test_a_log_with_one_changed_byte_is_refused_for_good(
    app: FastAPI, services: LedgerServices, tmp_path: Path, place: float
) -> None:
    destination = ledger_of(app, services)
    log = bytearray(played(tmp_path)[0])
    log[int(place * len(log)) if place > 0 else int(place)] ^= 1
    with pytest.raises(Refused):
        asyncio.run(destination.send(_owed(destination, completion_of(SESSION), "log", packed(bytes(log)), None)))
    assert services.logs.find(SESSION) is None


def test_what_a_van_sends_twice_is_in_monitoring_once(tmp_path: Path) -> None:
    settings = MonitoringSettings(data=tmp_path)
    records = Records(open_monitoring(tmp_path), ManualClock(), settings.silent_after_s)
    app = FastAPI()
    app.include_router(monitoring_api.create_router(records, settings))
    transport = httpx.ASGITransport(app)
    send(Monitoring("http://m/monitoring/api", settings.token(), transport), completion_of(SESSION), b"", None)
    (arrival,) = records.latest(10)
    assert (arrival.id, arrival.total, arrival.hazards_found) == (SESSION, 87.5, 6)
