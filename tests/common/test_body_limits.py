"""Bodies are counted as they come, whatever was announced, and waited for so long only."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from fastapi import FastAPI, Request, UploadFile
from fastapi.testclient import TestClient
from starlette.types import Message

from common.web.limits import MOST_BYTES, BodyLimits, allow_bodies


def site(patience_s: float = 30.0) -> FastAPI:
    app = FastAPI()
    app.add_middleware(BodyLimits, site=app, patience_s=patience_s)
    allow_bodies(app, "/small", 10)
    allow_bodies(app, "/small/but", 2048)

    @app.post("/{path:path}")
    async def take(path: str, request: Request) -> int:
        return len(await request.body())

    @app.put("/small/file")
    async def upload(file: UploadFile) -> int:
        return len(await file.read())

    @app.put("/small/careless")
    async def careless(request: Request) -> str:
        try:
            await request.body()
        except Exception:
            return "never mind"
        return "all here"

    return app


def chunks(count: int, size: int) -> Any:
    yield from (b"x" * size for _ in range(count))


@pytest.mark.parametrize(
    ("path", "most", "said"), [("/small", 10, "10 B"), ("/small/other", 10, "10 B"), ("/small/but/this", 2048, "2 KB")]
)
def test_each_path_has_its_limit(path: str, most: int, said: str) -> None:
    with TestClient(site()) as client:
        assert client.post(path, content=b"x" * most).json() == most
        refused = client.post(path, content=b"x" * (most + 1))
        assert (refused.status_code, refused.json()["error"]) == (413, "web.body_too_large")
        assert refused.headers["connection"] == "close"
        assert refused.json()["zh"] == f"一次最多接收 {said}。"
        assert refused.json()["en"] == f"At most {said} is taken at once."


def test_a_person_is_told_on_a_page_that_leads_back() -> None:
    with TestClient(site()) as client:
        refused = client.post("/small/form", content=b"x" * 11, headers={"Accept": "text/html,*/*;q=0.8"})
        assert (refused.status_code, refused.headers["connection"]) == (413, "close")
        assert refused.headers["content-type"].startswith("text/html")
        assert "一次最多接收 10 B。" in refused.text and 'href="/small/form"' in refused.text
        english = client.post(
            "/small/form", content=b"x" * 11, headers={"Accept": "text/html", "Cookie": "qianche_lang=en"}
        )
        assert "At most 10 B is taken at once." in english.text


def test_what_is_announced_as_too_much_is_not_waited_for() -> None:
    with TestClient(site()) as client:
        announced = {"Content-Length": str(MOST_BYTES + 1)}
        refused = client.post("/else", content=iter([b"x"]), headers=announced)
        assert (refused.status_code, refused.json()["zh"]) == (413, "一次最多接收 64 MB。")


def test_what_is_not_announced_is_counted_too() -> None:
    with TestClient(site()) as client:
        assert client.post("/small", content=chunks(5, 2)).json() == 10
        for method, path in (("POST", "/small"), ("PUT", "/small/careless")):
            refused = client.request(method, path, content=chunks(6, 2))
            assert (refused.status_code, refused.json()["error"]) == (413, "web.body_too_large"), path
        refused = client.put("/small/file", files={"file": b"x" * 5000})
        assert refused.status_code == 413


def asked(app: FastAPI, messages: list[Message], path: str = "/small") -> list[Message]:
    """The answer to a request that arrives in ``messages`` and then stops coming."""
    sent: list[Message] = []

    async def receive() -> Message:
        if messages:
            return messages.pop(0)
        return await asyncio.Future()

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b""}
    whole = {**scope, "headers": [], "http_version": "1.1", "scheme": "http", "root_path": "", "server": ("here", 80)}
    run: Callable[..., Awaitable[None]] = app
    asyncio.run(run({**whole, "asgi": {"version": "3.0"}, "client": ("127.0.0.1", 1)}, receive, send))
    return sent


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    start, body = asked(site(patience_s=0.02), [{"type": "http.request", "body": b"x", "more_body": True}])[:2]
    assert start["status"] == 408
    assert json.loads(body["body"])["error"] == "web.body_too_slow"
