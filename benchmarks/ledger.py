"""Completions that the ledger takes in a second over its own interface, beside raw SQLite inserts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from fastapi import FastAPI

from benchmarks.completions import finished, many
from benchmarks.figures import Effort, Figure, Tell, peer, side_by_side, timed
from benchmarks.raw_sqlite import RawSqlite
from common.clock import SystemClock
from kiosk.statements import statements
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.xapi import routes


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Batches a second: one POST with the statements of one completion, authenticated, checked and stored."""
    of = finished(effort.scenarios[0])
    with TemporaryDirectory(dir=effort.folder) as folder:
        tell(0.0, effort.scenarios[0])
        services = LedgerServices(LedgerSettings(data=Path(folder) / "ledger"), SystemClock())
        raw = RawSqlite(Path(folder) / "raw.db")
        sent, kept = map(statements, many(of)), map(statements, many(of))

        def insert() -> None:
            raw.put([(each["id"], json.dumps(each, ensure_ascii=False).encode()) for each in next(kept)])

        with asyncio.Runner() as runner, _Van(services, runner) as van:
            ours, theirs = side_by_side(
                lambda: 1 / timed(lambda: van.post(next(sent)), "s", effort.burst),
                lambda: 1 / timed(insert, "s", effort.burst),
                effort.repeats,
            )
        services.close()
        raw.close()
    yield Figure("ledger.post", "", "per_s", ours, peer("raw_insert", theirs))


class _Van:
    """A van with a credential, in the ledger's own process: no socket, all else as over the network."""

    def __init__(self, services: LedgerServices, runner: asyncio.Runner) -> None:
        app = FastAPI()
        app.include_router(routes.create_router(services))
        self._runner = runner
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app),
            base_url="http://ledger",
            auth=services.credentials.add("van-1", "all"),
            headers={"X-Experience-API-Version": "1.0.3"},
        )

    def post(self, batch: list[dict]) -> None:
        self._runner.run(self._client.post("/xapi/statements", json=batch)).raise_for_status()

    def __enter__(self) -> _Van:
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.run(self._client.aclose())
