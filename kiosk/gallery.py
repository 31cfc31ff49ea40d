"""The pictures of the library for the gallery page, drawn one at a time in a process of their own when asked for."""

from __future__ import annotations

import asyncio
from concurrent.futures import ProcessPoolExecutor
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


class Gallery:
    """Everything that can be shown, by group, and its pictures.

    A picture that is in no cache yet takes from half a second to half a minute and all of a processor, so a
    process of its own draws it while the van goes on; another one draws the slow ones, for which nothing else waits.
    """

    def __init__(self, groups: Groups | None = None) -> None:
        self._given = groups
        self._painters: dict[bool, ProcessPoolExecutor] = {}

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
        painter = self._painters.get(exhibit.slow)
        if painter is None:
            painter = self._painters[exhibit.slow] = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        return await asyncio.get_running_loop().run_in_executor(painter, _picture_of, exhibit)

    def close(self) -> None:
        """Let the painters finish what they have begun, and go."""
        for painter in self._painters.values():
            painter.shutdown(wait=False, cancel_futures=True)
        self._painters.clear()


def _picture_of(exhibit: Exhibit) -> bytes:
    return exhibit.picture()


def gallery_router(gallery: Gallery) -> APIRouter:
    """``/kiosk/gallery/{group}/{number}/{version}.jpg`` for the crew."""
    router = APIRouter(prefix=GALLERY_PATH)

    @router.get("/{group}/{number}/{version}.jpg")
    async def picture(group: str, number: int, version: str, _: Crew) -> Response:
        try:
            found = await gallery.picture(group, number)
            keep = FOR_EVER if version == gallery.groups[group][number].version else "no-cache"
        except (KeyError, IndexError):
            raise HTTPException(404) from None
        return Response(found, media_type="image/jpeg", headers={"Cache-Control": keep})

    return router
