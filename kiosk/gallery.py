"""The pictures of the library for the gallery page, drawn one at a time in a process of their own when asked for."""

from __future__ import annotations

import asyncio
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from multiprocessing import get_context
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response

from assets.exhibits import Exhibit, Groups
from common.web.accounts import User
from common.web.login import require_role
from sim.exhibits import all_groups

GALLERY_PATH = "/kiosk/gallery"
FOR_EVER = "private, max-age=31536000, immutable"
"""A picture that changes has another address."""

Crew = Annotated[User, Depends(require_role("crew"))]


class Painter:
    """Draws pictures in a process of its own, one at a time, what was asked for last first: it is being looked at."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: list[tuple[Exhibit, asyncio.Future[bytes]]] = []
        self._work: asyncio.Task[None] | None = None

    async def picture(self, exhibit: Exhibit) -> bytes:
        """The JPEG of an exhibit, drawn now. Raises whatever drawing it raises."""
        ready: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting.append((exhibit, ready))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._work_off())
        return await ready

    async def _work_off(self) -> None:
        while self._waiting:
            exhibit, ready = self._waiting.pop()
            if ready.done():
                continue
            self._pool = self._pool or ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            drawing = asyncio.wrap_future(self._pool.submit(_picture_of, exhibit))
            (drawn,) = await asyncio.gather(drawing, return_exceptions=True)
            if isinstance(drawn, BrokenProcessPool):
                self._pool = None
            if ready.done():
                continue
            if isinstance(drawn, BaseException):
                ready.set_exception(drawn)
            else:
                ready.set_result(drawn)

    def close(self) -> None:
        """Let the process finish what it has begun, and go."""
        for _, ready in self._waiting:
            ready.cancel()
        self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


class Gallery:
    """Everything that can be shown, by group, and its pictures.

    A picture that is in no cache yet takes from half a second to half a minute and all of a processor, so
    another process draws it while the van goes on; a second one draws the slow ones, for which nothing else waits.
    """

    def __init__(self, groups: Groups | None = None) -> None:
        self._given = groups
        self._painters = {False: Painter(), True: Painter()}

    @cached_property
    def groups(self) -> Groups:
        return self._given if self._given is not None else all_groups()

    def address(self, group: str, number: int) -> str:
        """Where the picture of an exhibit is."""
        return f"{GALLERY_PATH}/{group}/{number}/{self.groups[group][number].version}.jpg"

    async def picture(self, group: str, number: int) -> bytes:
        """The JPEG of an exhibit. Raises KeyError or IndexError when there is none."""
        exhibit = self.groups[group][number]
        if await asyncio.to_thread(exhibit.is_drawn):
            return await asyncio.to_thread(exhibit.picture)
        return await self._painters[exhibit.slow].picture(exhibit)

    def close(self) -> None:
        for painter in self._painters.values():
            painter.close()


def _picture_of(exhibit: Exhibit) -> bytes:
    return exhibit.picture()


def gallery_router(gallery: Gallery) -> APIRouter:
    """``/kiosk/gallery/{group}/{number}/{version}.jpg`` for the crew."""
    router = APIRouter(prefix=GALLERY_PATH)

    @router.get("/{group}/{number}/{version}.jpg")
    async def picture(group: str, number: int, version: str, _: Crew) -> Response:
        if group not in gallery.groups or not 0 <= number < len(gallery.groups[group]):
            raise HTTPException(404)
        found = await gallery.picture(group, number)
        keep = FOR_EVER if version == gallery.groups[group][number].version else "no-cache"
        return Response(found, media_type="image/jpeg", headers={"Cache-Control": keep})

    return router
