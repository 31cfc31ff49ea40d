"""What vans report to monitoring: taken once, checked, and only from those who hold the token."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from common.clock import ManualClock
from monitoring import api
from monitoring.records import Records
from monitoring.settings import MonitoringSettings
from monitoring.tables import open_monitoring

COMPLETIONS, HEARTBEATS = "/monitoring/api/completions", "/monitoring/api/heartbeats"


def completion(**changed: Any) -> dict[str, Any]:
    return {
        "version": 1,
        "id": str(uuid.uuid4()),
        "van": "van-1",
        "station": "station-1",
        "order": 1,
        "scenario": "electrocution-temporary-power",
        "scenario_hash": "sha256:0",
        "title": {"zh": "临时用电触电", "en": "Electrocution from temporary power"},
        "learner": "qc-" + "a" * 32,
        "started": "2026-11-22T00:50:00.000+00:00",
        "duration_s": 180.0,
        "outcome": "averted",
        "passed": True,
        "score": {"formula": "1", "total": 96.5, "hazards_found": 7, "hazards_total": 7, "false_alarms": 0},
        **changed,
    }


def heartbeat(**changed: Any) -> dict[str, Any]:
    return {
        "station": "station-1",
        "van": "van-1",
        "at": "2026-11-22T01:00:00.000+00:00",
        "state": "play",
        "queue": 2,
        "pending_uploads": 3,
        **changed,
    }


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def settings(tmp_path: Path) -> MonitoringSettings:
    return MonitoringSettings(data=tmp_path)


@pytest.fixture
def records(settings: MonitoringSettings, clock: ManualClock) -> Iterator[Records]:
    database = open_monitoring(settings.data)
    yield Records(database, clock, settings.silent_after_s)
    database.close()


@pytest.fixture
def van(records: Records, settings: MonitoringSettings) -> TestClient:
    app = FastAPI()
    app.include_router(api.create_router(records, settings))
    return TestClient(app, headers={"Authorization": f"Bearer {settings.token()}"})


def test_a_completion_sent_again_counts_once(van: TestClient, records: Records) -> None:
    sent = completion()
    assert [van.post(COMPLETIONS, json=sent).status_code for _ in range(3)] == [201, 200, 200]
    (arrival,) = records.latest(10)
    assert (arrival.total, arrival.outcome, arrival.title["zh"]) == (96.5, "averted", "临时用电触电")
    assert records.today().completions == records.today().passed == records.changes == 1


def test_another_completion_under_the_same_id_is_a_conflict(van: TestClient, records: Records) -> None:
    sent = completion()
    van.post(COMPLETIONS, json=sent)
    answer = van.post(COMPLETIONS, json=sent | {"passed": False})
    assert answer.status_code == 409
    assert sent["id"] in answer.json()["zh"]
    assert records.latest(10)[0].passed


def test_a_later_vans_additions_are_let_pass(van: TestClient) -> None:
    assert van.post(COMPLETIONS, json=completion(weather="rain")).status_code == 201
    assert van.post(HEARTBEATS, json=heartbeat(battery=80)).status_code == 204


@pytest.mark.parametrize(
    "change",
    [
        {"id": "1"},
        {"version": 2},
        {"van": ""},
        {"started": "2026-11-22T00:50:00"},
        {"outcome": "won"},
        {"score": {"total": 101, "hazards_found": 0, "hazards_total": 0, "false_alarms": 0}},
        {"duration_s": -1},
        {"title": "临时用电触电"},
    ],
)
def test_a_wrong_completion_is_refused_and_said_where(
    van: TestClient, records: Records, change: dict[str, Any]
) -> None:
    answer = van.post(COMPLETIONS, json=completion() | change)
    assert answer.status_code == 400
    assert answer.json()["where"].startswith("/" + next(iter(change)))
    assert records.latest(10) == []


def test_what_is_not_json_or_too_large_is_refused(van: TestClient) -> None:
    assert van.post(HEARTBEATS, content=b"{").status_code == 400
    assert van.post(HEARTBEATS, content=b" " * 300_000).status_code == 413


def test_without_the_token_nothing_is_let_in(van: TestClient, records: Records, settings: MonitoringSettings) -> None:
    token = settings.token()
    for header in ("", "Bearer", "Bearer x", f"Basic {token}", f"Bearer {token}x", f"Bearer {token[:-1]}"):
        for path, sent in ((COMPLETIONS, completion()), (HEARTBEATS, heartbeat())):
            assert van.post(path, json=sent, headers={"Authorization": header}).status_code == 401
    assert records.latest(10) == [] == records.stations()


def test_a_station_is_silent_after_ninety_seconds_and_live_again_with_the_next_beat(
    van: TestClient, records: Records, clock: ManualClock
) -> None:
    van.post(HEARTBEATS, json=heartbeat())
    clock.wind(90)
    assert not records.stations()[0].silent
    clock.wind(0.001)
    (station,) = records.stations()
    assert station.silent
    assert station.seen == ManualClock().now()
    van.post(HEARTBEATS, json=heartbeat(state="welcome"))
    (station,) = records.stations()
    assert (station.silent, station.state) == (False, "welcome")


def test_a_vans_wrong_clock_neither_hides_nor_feigns_silence(
    van: TestClient, records: Records, clock: ManualClock
) -> None:
    van.post(HEARTBEATS, json=heartbeat(at="2099-01-01T00:00:00Z"))
    clock.wind(200)
    assert records.stations()[0].silent
    van.post(HEARTBEATS, json=heartbeat(at="1999-01-01T00:00:00Z"))
    assert not records.stations()[0].silent


def test_silent_stations_come_first(van: TestClient, records: Records, clock: ManualClock) -> None:
    van.post(HEARTBEATS, json=heartbeat(van="van-2"))
    clock.wind(100)
    van.post(HEARTBEATS, json=heartbeat(van="van-1"))
    assert [each.van for each in records.stations()] == ["van-2", "van-1"]


def test_a_completion_that_did_not_arrive_is_noticed(van: TestClient, records: Records) -> None:
    van.post(HEARTBEATS, json=heartbeat())
    for order in (1, 4, 2):
        van.post(COMPLETIONS, json=completion(order=order))
    assert records.stations()[0].missing == 1
    van.post(COMPLETIONS, json=completion(order=3))
    assert records.stations()[0].missing == 0


def test_today_is_beijings(van: TestClient, records: Records, clock: ManualClock) -> None:
    van.post(COMPLETIONS, json=completion(started="2026-11-21T15:50:00Z"))  # 23:53 in Beijing
    van.post(COMPLETIONS, json=completion(started="2026-11-21T15:58:00Z", passed=False))  # 00:01
    assert (records.today().completions, records.today().passed) == (1, 0)


def test_records_outlive_the_process(van: TestClient, records: Records, settings: MonitoringSettings) -> None:
    van.post(COMPLETIONS, json=completion())
    van.post(HEARTBEATS, json=heartbeat())
    again = Records(open_monitoring(settings.data), ManualClock(), 90)
    assert again.latest(10) == records.latest(10)
    assert again.stations() == records.stations()
    assert MonitoringSettings(data=settings.data).token() == settings.token()
