"""Pictures, clips and styles of the classroom: in parts where a player asks for that, kept by browsers for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse

from ledger.classroom.library import GUIDE
from ledger.classroom.model import Pose
from ledger.classroom.views import HOME, STATIC

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_FOR_GOOD = "public, max-age=31536000, immutable"
"""The addresses name the content's digest."""
_TYPES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".webm": "video/webm",
    ".mp4": "video/mp4",
    ".css": "text/css",
}
_QUIET = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A drawing opened by itself runs nothing, whoever drew it."""


def create_router(services: LedgerServices) -> APIRouter:
    """The routes for one ledger. What they serve is no secret; who may take a lesson is asked where it is taken."""
    router = APIRouter(prefix=HOME, include_in_schema=False)

    @router.get("/media/{lesson}/{name}")
    def lesson_file(lesson: str, name: str) -> FileResponse:
        loaded = services.classroom.library.lessons.get(lesson)
        if loaded is None or name not in loaded.media:
            raise HTTPException(404)
        return _file(loaded.folder / name)

    @router.get("/guide/{pose}.svg")
    def guide(pose: str) -> FileResponse:
        if pose not in get_args(Pose):
            raise HTTPException(404)
        return _file(GUIDE / f"{pose}.svg")

    @router.get("/static/classroom.css")
    def styles() -> FileResponse:
        return _file(STATIC / "classroom.css")

    return router


def _file(path: Path) -> FileResponse:
    headers = {"Cache-Control": _FOR_GOOD}
    if path.suffix == ".svg":
        headers["Content-Security-Policy"] = _QUIET
    return FileResponse(path, media_type=_TYPES[path.suffix], headers=headers)
