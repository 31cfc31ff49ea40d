"""Monitoring hears from every station, and a beat that is lost is only the last one."""

from __future__ import annotations

import asyncio
import json

import httpx

from common.clock import ManualClock
from kiosk.destinations import Monitoring
from kiosk.heartbeat import Heart, Pulse

PULSES = [Pulse("A", "play", 2, 5), Pulse("B", "welcome", 2, 5)]


def test_every_station_tells_how_it_is() -> None:
    got: list[dict[str, object]] = []

    def take(request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/monitoring/api/heartbeats"
        assert request.headers["Authorization"] == "Bearer token"
        got.append(json.loads(request.content))
        return httpx.Response(200)

    monitoring = Monitoring("http://van/monitoring/api", "token", httpx.MockTransport(take))
    asyncio.run(Heart("van-1", monitoring, ManualClock(), lambda: PULSES).beat())
    assert [message["station"] for message in got] == ["A", "B"]
    assert got[0] == {
        "station": "A",
        "van": "van-1",
        "at": "2026-11-22T01:00:00.000+00:00",
        "state": "play",
        "queue": 2,
        "pending_uploads": 5,
    }


def test_a_lost_beat_is_told_until_one_arrives() -> None:
    answers = [503, 200, 200]
    transport = httpx.MockTransport(lambda request: httpx.Response(answers.pop(0), text="busy"))
    heart = Heart("van-1", Monitoring("http://van", "token", transport), ManualClock(), lambda: PULSES)

    async def two_beats() -> None:
        await heart.beat()
        assert heart.failing == "HTTP 503: busy"
        await heart.beat()

    asyncio.run(two_beats())
    assert heart.failing is None
