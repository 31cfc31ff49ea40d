"""The line between a page of the bench and its desk: typing and dragging come in, answers and pictures go out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from common.errors import QiancheError
from common.text import text
from common.web.language import language_of
from common.web.login import current_user
from kiosk.bench import requests as ask
from kiosk.bench.bench import Bench
from kiosk.bench.course import course_of
from kiosk.bench.desk import Desk, Message, Page
from kiosk.bench.drafts import DraftUnknown
from kiosk.bench.library import WRITERS
from kiosk.bench.proving import proof_told, proofs
from kiosk.bench.publishing import published
from kiosk.bench.writing import explained_at, faults_of, moved, suggestions_at, with_prop
from kiosk.player import report_failure

DESK_PATH = "/kiosk/bench/desk"
NOT_YOURS, NO_DRAFT = 4403, 4404
LONGEST_TOKEN = 64


def bench_router(bench: Bench) -> APIRouter:
    """``/kiosk/bench/desk/{draft}`` for who may write."""
    router = APIRouter()

    @router.websocket(DESK_PATH + "/{draft}")
    async def desk(socket: WebSocket, draft: str, page: str = "") -> None:
        user = current_user(socket)
        await socket.accept()
        if user is None or not user.may(*WRITERS):
            await socket.close(NOT_YOURS)
            return
        sitting = Page(user.name, language_of(socket), page[:LONGEST_TOKEN])
        try:
            opened = bench.open(draft, sitting)
        except DraftUnknown:
            await socket.close(NO_DRAFT)
            return
        try:
            await Line(bench, opened, sitting, socket).run()
        finally:
            bench.leave(opened, sitting)

    return router


class Line:
    """One page's line, until either end closes it."""

    def __init__(self, bench: Bench, desk: Desk, page: Page, socket: WebSocket) -> None:
        self._bench, self._desk, self._page, self._socket = bench, desk, page, socket
        self._shown = asyncio.Event()
        self._long: asyncio.Task[None] | None = None
        """Proving, or publishing."""

    async def run(self) -> None:
        """Until the page is closed."""
        with suppress(WebSocketDisconnect, RuntimeError):  # RuntimeError: sending on a line that has just closed
            tasks = [asyncio.create_task(each) for each in (self._tell(), self._draw(), self._hear())]
            try:
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
            finally:
                tasks += [self._long] if self._long is not None else []
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    async def _tell(self) -> None:
        while True:
            message = await self._page.said.get()
            await self._socket.send_text(json.dumps(message, ensure_ascii=False))

    async def _draw(self) -> None:
        """Pictures, one at a time: the next is sent when the page has shown the last."""
        preview = self._desk.preview
        seq = 0
        while preview is not None:
            seq, picture = await preview.next_frame(seq)
            if self._desk.holder is self._page:
                self._shown.clear()
                await self._socket.send_bytes(seq.to_bytes(4, "big") + picture)
                await self._shown.wait()

    async def _hear(self) -> None:
        while True:
            request = ask.read_request(await self._socket.receive_text())
            if isinstance(request, ask.Plain) and request.do == "shown":
                self._shown.set()
            elif isinstance(request, ask.Plain) and request.do == "take":
                self._desk.hand_to(self._page)
            elif request is not None and self._desk.holder is self._page:
                try:
                    await self._answer(request)
                except QiancheError as fault:
                    self._page.tell(self._refused(fault))

    async def _answer(self, request: ask.Request) -> None:
        match request:
            case ask.Typed():
                await self._typed(request)
            case ask.AtCursor():
                self._page.tell(await asyncio.to_thread(self._at_cursor, request))
            case ask.Rewrite():
                values = [each.model_dump() for each in request.values]
                self._page.tell({"type": "rewritten", "text": await asyncio.to_thread(moved, self._desk.text, values)})
            case ask.Insert():
                text, name = await asyncio.to_thread(with_prop, self._desk.text, request.prop, request.at)
                self._page.tell({"type": "rewritten", "text": text, "name": name})
            case ask.PlayThrough():
                await self._play(request)
            case ask.Publish():
                self._begin(self._publish(request.author))
            case ask.Plain(do="prove"):
                self._begin(self._prove())
            case ask.Look() | ask.Time() | ask.Mark() | ask.PointAt() if self._desk.preview is not None:
                self._desk.preview.send(request.model_dump())

    # --- answers --------------------------------------------------------------------------------------

    async def _typed(self, request: ask.Typed) -> None:
        await self._desk.write(request.text, request.seq)
        folder = self._bench.drafts.folder
        faults = await asyncio.to_thread(faults_of, request.text, folder, self._page.lang)
        self._page.tell({"type": "checked", "seq": request.seq, "faults": faults})

    def _at_cursor(self, request: ask.AtCursor) -> Message:
        text, lang = self._desk.text, self._page.lang
        answer: Message = {"type": "answer", "ask": request.ask}
        if request.do == "complete":
            return answer | suggestions_at(text, request.line, request.column, lang)
        return answer | {"text": explained_at(text, request.line, request.column, lang)}

    async def _play(self, request: ask.PlayThrough) -> None:
        if self._desk.preview is not None:
            self._desk.preview.send(request.model_dump())
        path = self._bench.drafts.path(self._desk.draft)
        course = await asyncio.to_thread(course_of, path, request.trainee, request.seed, self._page.lang)
        self._page.tell({"type": "course", **course})

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin what takes seconds, unless such work is under way."""
        if self._long is None or self._long.done():
            self._long = asyncio.create_task(self._told_of_faults(work))
            self._long.add_done_callback(report_failure)
        else:
            work.close()

    async def _told_of_faults(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except QiancheError as fault:
            self._page.tell(self._refused(fault))
        except BrokenProcessPool:
            self._bench.renew_pool()
            self._page.tell({"type": "refused", "text": text("bench.fault.worker_gone", self._page.lang)})

    async def _prove(self) -> None:
        path, seq = self._bench.drafts.path(self._desk.draft), self._desk.seq
        self._page.tell({"type": "proving"})
        passed = True
        async for result, count in proofs(self._bench.pool, path):
            passed = passed and result.passed
            self._page.tell({"type": "proof", "of": count, **proof_told(result, self._page.lang)})
        self._page.tell({"type": "proved", "passed": passed, "seq": seq})

    async def _publish(self, author: str) -> None:
        self._page.tell({"type": "publishing"})
        self._page.tell({"type": "published", **await published(self._bench, self._desk, author, self._page.lang)})

    def _refused(self, fault: QiancheError) -> Message:
        return {"type": "refused", "text": fault.message(self._page.lang)}
