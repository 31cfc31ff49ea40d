"""The ways by which headsets reach their van: the line, pairing, scenarios out, logs in; and the crew's view."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request, Response, WebSocket, WebSocketDisconnect
from pydantic import BaseModel, ValidationError

from common.errors import DataError
from common.web.login import current_user
from common.web.requests import FaultRoute, limited_body
from kiosk.headsets.handshake import new_nonce, proof, same
from kiosk.headsets.headsets import Headsets
from kiosk.headsets.messages import (
    FROM_HEADSET,
    LARGEST_MESSAGE,
    LARGEST_PICTURE,
    LINE_PATH,
    OTHER_PROTOCOL,
    PAIR_PATH,
    PROTOCOL,
    SILENCE_S,
    UNKNOWN,
    Challenge,
    Hello,
    Lost,
    Membership,
    PairingRequest,
    Status,
    Welcome,
    log_path,
    scenario_path,
)
from kiosk.headsets.place import HeadsetPlace, Line
from kiosk.own_scenarios import export
from kiosk.stream import NOT_YOURS, serve_pictures
from scenarios.loader import scenario_bytes
from sim.log.lines import MAX_BYTES as LARGEST_LOG

VIEW_PATH = "/kiosk/headset-view"


class PairingWrong(DataError):
    """What came is no request to be paired."""

    def __init__(self) -> None:
        super().__init__("headsets.pairing_wrong")


def headset_router(headsets: Headsets) -> APIRouter:
    """``/headset/...`` for the headsets' computers, ``/kiosk/headset-view/{name}`` for the crew's pages."""
    router = APIRouter(route_class=FaultRoute)

    @router.websocket(LINE_PATH)
    async def line(socket: WebSocket) -> None:
        await socket.accept()
        with suppress(WebSocketDisconnect, RuntimeError):  # RuntimeError: the line has just closed
            await _serve(socket, headsets)

    @router.post(PAIR_PATH)
    async def pair(request: Request) -> Membership:
        try:
            asked = PairingRequest.model_validate_json(await limited_body(request, LARGEST_MESSAGE))
        except ValidationError:
            raise PairingWrong from None
        return headsets.pair(asked)

    @router.get(scenario_path("{session}"))
    async def scenario(session: str, request: Request) -> Response:
        path = headsets.scenario_of(_asking(headsets, request), session)
        packed = await asyncio.to_thread(_packed, path)
        return Response(packed, media_type="application/octet-stream")

    @router.put(log_path("{session}"), status_code=204)
    async def log(session: str, request: Request) -> None:
        place = _asking(headsets, request)
        await headsets.take_log(place, session, await limited_body(request, LARGEST_LOG))

    @router.websocket(VIEW_PATH + "/{name}")
    async def view(socket: WebSocket, name: str) -> None:
        user, place = current_user(socket), headsets.places.get(name)
        await socket.accept()
        if place is None or user is None or not user.may("crew"):
            await socket.close(NOT_YOURS)
            return
        with place.view.looked_at():
            await serve_pictures(place.view.next_frame, socket)

    return router


def _asking(headsets: Headsets, request: Request) -> HeadsetPlace:
    """Which headset sends a request."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    place = headsets.of_token(token) if scheme == "Bearer" else None
    if place is None:
        raise HTTPException(401)
    return place


def _packed(path: Path) -> bytes:
    """A scenario's file, or an archive of it and what belongs to it."""
    return export(scenario_bytes(path).decode("utf-8"), path.parent).content


async def _serve(socket: WebSocket, headsets: Headsets) -> None:
    """A headset's line, from the challenge to its end."""
    nonce = new_nonce()
    await _say(socket, Challenge(nonce=nonce))
    hello = await _hear(socket)
    if not isinstance(hello, Hello) or hello.protocol != PROTOCOL:
        await socket.close(OTHER_PROTOCOL)
        return
    place = headsets.known(hello.headset)
    paired = place.paired if place is not None else headsets.former(hello.headset)
    if paired is None or not same(hello.proof, proof(paired.secret, "headset", nonce, hello.nonce)):
        await socket.close(UNKNOWN)
        return
    await _say(socket, Welcome(proof=proof(paired.secret, "van", nonce, hello.nonce)))
    if place is None:
        await socket.close(UNKNOWN)
        return
    line = Line(proof(paired.secret, "requests", nonce, hello.nonce), hello.engine)
    headsets.connected(place, line)
    tasks = [asyncio.create_task(_listen(socket, headsets, place)), asyncio.create_task(_speak(socket, line))]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        headsets.gone(place, line)
    await socket.close(line.closed_for or 1000)


async def _listen(socket: WebSocket, headsets: Headsets, place: HeadsetPlace) -> None:
    """Take in what a headset tells, until it says something that is none of the protocol's."""
    while True:
        said = await _hear(socket)
        match said:
            case bytes():
                place.view.show(said)
            case Status():
                headsets.told(place, said)
            case Lost():
                headsets.lost(place, said)
            case _:
                return


async def _speak(socket: WebSocket, line: Line) -> None:
    """Send what is to be said, until the line is to be closed."""
    while (message := await line.to_say.get()) is not None:
        await _say(socket, message)


async def _hear(socket: WebSocket) -> Hello | Status | Lost | bytes | None:
    """The next message, or picture; None when it is neither, or nothing has come for too long."""
    try:
        async with asyncio.timeout(SILENCE_S):
            received = await socket.receive()
    except TimeoutError:
        return None
    if received["type"] != "websocket.receive":
        raise WebSocketDisconnect
    text, picture = received.get("text"), received.get("bytes")
    if picture is not None:
        return picture if len(picture) <= LARGEST_PICTURE else None
    if text is None or len(text) > LARGEST_MESSAGE:
        return None
    try:
        return FROM_HEADSET.validate_json(text)
    except ValidationError:
        return None


async def _say(socket: WebSocket, message: BaseModel) -> None:
    await socket.send_text(message.model_dump_json())
