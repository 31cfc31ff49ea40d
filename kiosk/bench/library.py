"""What a page of the bench fetches besides its line: the props to choose from, a draft as a file to take along."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from fastapi.responses import JSONResponse

from assets.exhibits import Exhibit
from common.web.accounts import Role, User
from common.web.login import require_role
from common.web.requests import FaultRoute
from kiosk.bench.bench import Bench
from kiosk.gallery import Gallery
from kiosk.own_scenarios import export
from scenarios.registry import registry

BENCH_PATH = "/kiosk/bench"
WRITERS: tuple[Role, ...] = ("crew", "trainer")
Writer = Annotated[User, Depends(require_role(*WRITERS))]


def library_router(bench: Bench, gallery: Gallery) -> APIRouter:
    """``/kiosk/bench/props.json``, and ``/kiosk/bench/drafts/{draft}/yaml`` and ``/export``, for who may write."""
    router = APIRouter(prefix=BENCH_PATH, route_class=FaultRoute)

    @router.get("/props.json")
    async def props(_: Writer) -> JSONResponse:
        return JSONResponse(await asyncio.to_thread(_props, gallery))

    @router.get("/drafts/{draft}/yaml")
    def text(draft: str, _: Writer) -> Response:
        return _file(f"{draft}.yaml", bench.drafts.read(draft).encode("utf-8"))

    @router.get("/drafts/{draft}/export")
    async def packed(draft: str, _: Writer) -> Response:
        made = await asyncio.to_thread(export, bench.drafts.read(draft), bench.drafts.folder)
        return _file(made.name, made.content)

    return router


def _props(gallery: Gallery) -> list[dict[str, Any]]:
    """Every prop with its picture's address and the words that it is found by."""
    shown: dict[str, tuple[str, int, Exhibit]] = {}
    for group, exhibits in gallery.groups.items():
        for number, exhibit in enumerate(exhibits):
            if exhibit.name in registry().props and exhibit.name not in shown:
                shown[exhibit.name] = (group, number, exhibit)
    return [
        {
            "name": name,
            "label": {"zh": registry().props[name].label.zh, "en": registry().props[name].label.en},
            "picture": gallery.address(group, number),
            "words": " ".join((name, exhibit.title("zh"), exhibit.title("en"))).casefold(),
        }
        for name, (group, number, exhibit) in shown.items()
    ]


def _file(name: str, content: bytes) -> Response:
    kind = "application/zip" if name.endswith(".zip") else "text/yaml; charset=utf-8"
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
