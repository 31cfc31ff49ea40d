"""The pictures of the library for the gallery page, drawn one at a time in a process of their own when asked for."""

from __future__ import annotations

import asyncio
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response

from assets.exhibits import Exhibit, Groups
from assets.workers import process_pool
from common.web.accounts import User
from common.web.login import require_role
from sim.exhibits import all_groups

GALLERY_PATH = "/kiosk/gallery"
FOR_EVER = "private, max-age=31536000, immutable"
"""A picture that changes has another address."""
PATIENCE_S = 1.5
"""A page that still shows a picture asks again after that."""

Crew = Annotated[User, Depends(require_role("crew", "trainer"))]


class Painter:
    """Draws pictures in a process of its own, one at a time, what was asked for last first: it is being looked at."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._asked: dict[int, Exhibit] = {}
        self._ready: dict[int, asyncio.Future[bytes]] = {}
        self._drawing: int | None = None
        self._work: asyncio.Task[None] | None = None

    async def picture(self, exhibit: Exhibit) -> bytes:
        """The JPEG of an exhibit. Who asks again for what waits is served sooner. Raises what drawing it raises."""
        key = id(exhibit)
        if key not in self._ready:
            self._ready[key] = asyncio.get_running_loop().create_future()
        if key != self._drawing:
            self._asked.pop(key, None)
            self._asked[key] = exhibit
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._work_off())
        return await asyncio.shield(self._ready[key])

    async def _work_off(self) -> None:
        while self._asked:
            self._drawing, exhibit = self._asked.popitem()
            self._pool = self._pool or process_pool(1)
            drawing = asyncio.wrap_future(self._pool.submit(_picture_of, exhibit))
            (drawn,) = await asyncio.gather(drawing, return_exceptions=True)
            if isinstance(drawn, BrokenProcessPool):
                self._pool = None
            ready = self._ready.pop(self._drawing)
            self._drawing = None
            if isinstance(drawn, BaseException):
                ready.set_exception(drawn)
                # Nobody may wait for it any more; then it is told to whoever asks next.
                ready.exception()
            else:
                ready.set_result(drawn)

    def close(self) -> None:
        """Let the process finish what it has begun, and go."""
        self._asked.clear()
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
        try:
            found = await asyncio.wait_for(gallery.picture(group, number), PATIENCE_S)
        except TimeoutError:
            # A browser has few connections: none of them waits for a picture that nobody may look at any more.
            raise HTTPException(503, headers={"Retry-After": "1", "Cache-Control": "no-store"}) from None
        keep = FOR_EVER if version == gallery.groups[group][number].version else "no-cache"
        return Response(found, media_type="image/jpeg", headers={"Cache-Control": keep})

    return router
