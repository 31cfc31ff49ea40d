"""The line between a running session and a browser: pictures and words out, touches in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from common.text import Lang
from common.web.login import current_user
from kiosk.face import Face
from kiosk.intents import read_intent
from kiosk.play import Play
from kiosk.player import Player
from kiosk.van import Van

NextFrame = Callable[[int], Awaitable[tuple[int, bytes]]]
"""Waits for the picture after one's number; gives its number, JPEG."""
NOT_YOURS = 4403
NOTHING_PLAYS = 4404


def stream_router(van: Van) -> APIRouter:
    """``/kiosk/stream/{station}`` for the browser that holds the station, ``/kiosk/mirror/{station}`` for the crew."""
    router = APIRouter()

    @router.websocket("/kiosk/stream/{station}")
    async def stream(socket: WebSocket, station: str) -> None:
        player = van.players.get(station)
        await socket.accept()
        if player is None or not player.station.held_by(socket.session.get("id", "")):
            await socket.close(NOT_YOURS)
            return
        await _serve(player, socket, player.station.touched)

    @router.websocket("/kiosk/mirror/{station}")
    async def mirror(socket: WebSocket, station: str) -> None:
        user, player = current_user(socket), van.players.get(station)
        await socket.accept()
        if player is None or user is None or not user.may("crew"):
            await socket.close(NOT_YOURS)
            return
        await _serve(player, socket, None)

    return router


async def _serve(player: Player, socket: WebSocket, touched: Callable[[], None] | None) -> None:
    if player.play is None:
        await socket.close(NOTHING_PLAYS)
        return
    await serve_play(player.play, player.station.visit.lang, socket, touched)


async def serve_play(play: Play, lang: Lang, socket: WebSocket, touched: Callable[[], None] | None) -> None:
    """A page's line to a session, until either ends. ``touched`` is called with every touch; a page without it only
    looks on."""
    face = Face(play.scenario, lang, play.session, play.voices)

    def touch(intent: dict[str, Any]) -> None:
        touched()
        play.send({**intent, "by": "trainee"} if intent["kind"] == "stop" else intent)

    shown = asyncio.Event()
    await _serve_all(
        socket,
        _tell(play, face, socket),
        _draw(play.screen.next_frame, socket, shown),
        _hear(socket, shown, touch if touched is not None else None),
    )


async def serve_pictures(next_frame: NextFrame, socket: WebSocket) -> None:
    """A page's line to pictures alone, until the page is gone."""
    shown = asyncio.Event()
    await _serve_all(socket, _draw(next_frame, socket, shown), _hear(socket, shown, None))


async def _serve_all(socket: WebSocket, *runs: Coroutine[Any, Any, None]) -> None:
    """Until one of them ends."""
    with suppress(WebSocketDisconnect, RuntimeError):  # RuntimeError: sending on a line that has just closed
        tasks = [asyncio.create_task(run) for run in runs]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
            await socket.close()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _tell(play: Play, face: Face, socket: WebSocket) -> None:
    """Words, until the session has ended."""
    with play.page() as said:
        while True:
            message = await said.get()
            await socket.send_text(json.dumps(face.message(message), ensure_ascii=False))
            if message["type"] == "ended":
                return


async def _draw(next_frame: NextFrame, socket: WebSocket, shown: asyncio.Event) -> None:
    """Pictures, one at a time: the next is sent when the browser has shown the last."""
    seq = 0
    while True:
        seq, picture = await next_frame(seq)
        shown.clear()
        await socket.send_bytes(seq.to_bytes(4, "big") + picture)
        await shown.wait()


async def _hear(socket: WebSocket, shown: asyncio.Event, touch: Callable[[dict[str, Any]], None] | None) -> None:
    """Touches, and the browser's word that a picture is shown."""
    while True:
        message = await socket.receive_text()
        if message.startswith('{"kind":"shown"'):
            shown.set()
            continue
        intent = read_intent(message) if touch is not None else None
        if intent is not None:
            touch(intent)
