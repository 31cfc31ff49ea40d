"""The recordings that a station's page plays: the registry's sounds, and the lines of the session at a station."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request, Response

from kiosk.van import Van
from sim.audio.library import recording, sounds_version
from sim.audio.recording import Recording

SOUNDS_PATH = "/kiosk/sounds"
LINES_PATH = "/kiosk/lines"
FOR_EVER = "public, max-age=31536000, immutable"
"""A sound that changes has another address."""


def sounds_address() -> str:
    """Before a sound's name and ``.wav``."""
    return f"{SOUNDS_PATH}/{sounds_version()}/"


def lines_address(station: str) -> str:
    """Before a spoken line's id and ``.wav``."""
    return f"{LINES_PATH}/{quote(station)}/"


def sounds_router(van: Van) -> APIRouter:
    """``/kiosk/sounds/{version}/{name}.wav`` for everyone, ``/kiosk/lines/{station}/{line}.wav`` for the browser
    that holds the station."""
    router = APIRouter()

    @router.get(SOUNDS_PATH + "/{version}/{name}.wav")
    def sound(version: str, name: str) -> Response:
        try:
            found = recording(name)
        except KeyError:
            raise HTTPException(404) from None
        return _wav(found, FOR_EVER if version == sounds_version() else "no-cache")

    @router.get(LINES_PATH + "/{station}/{line}.wav")
    def line(station: str, line: str, request: Request) -> Response:
        player = van.players.get(station)
        if player is None or player.play is None or not player.station.held_by(request.session.get("id", "")):
            raise HTTPException(404)
        try:
            found = player.play.voices.recording(line)
        except KeyError:
            raise HTTPException(404) from None
        return _wav(found, "private, no-cache")

    return router


def _wav(sound: Recording, keep: str) -> Response:
    return Response(sound.wav(), media_type="audio/wav", headers={"Cache-Control": keep})
