"""The page around every staff page: header, ways to the parts of the site, language, who is logged in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nicegui import ui
from starlette.requests import Request

from common.text import Lang, text
from common.web.accounts import User
from common.web.areas import Area, add_area, areas_of
from common.web.language import language_of, switch_url
from common.web.login import current_user
from common.web.theme import apply_theme

__all__ = ["Area", "Frame", "add_area", "page_frame"]

SESSION_CHECKED_EVERY_S = 15.0
_TIME_TO_LEAVE_S = 1.0


@dataclass(frozen=True)
class Frame:
    """What a page knows inside its frame."""

    lang: Lang
    user: User | None

    def say(self, key: str, **places: object) -> str:
        """A text of the catalogue in this visitor's language."""
        return text(key, self.lang, **places)


@contextmanager
def page_frame(title_key: str, **places: object) -> Iterator[Frame]:
    """Everything inside is the page's content; ``title_key`` names its title, shown above it.

    Used inside a NiceGUI page function.
    """
    request = ui.context.client.request
    frame = Frame(language_of(request), current_user(request))
    title = frame.say(title_key, **places)
    apply_theme(frame.lang)
    ui.page_title(f"{title} · {frame.say('web.product')}")
    _header(frame, request)
    if frame.user is not None:
        _end_with_session(frame.user, request)
    with ui.column().classes("page-content"):
        ui.label(title).classes("page-title").props("role=heading aria-level=1")
        yield frame


def _end_with_session(user: User, request: Request) -> None:
    """Let an open page end when its user logs out elsewhere, is closed, or is given another role or scope.

    Its events come over a socket that was opened once; nothing else would ask again who they are from.
    """
    client = ui.context.client

    async def check() -> None:
        if current_user(request) != user:
            ui.navigate.reload()
            await asyncio.sleep(_TIME_TO_LEAVE_S)
            client.delete()  # whatever a browser that stays goes on sending finds nothing

    ui.timer(SESSION_CHECKED_EVERY_S, check)


def _header(frame: Frame, request: Request) -> None:
    path = request.url.path
    with ui.header().classes("frame-header"):
        with ui.row().classes("frame-brand"):
            ui.label(frame.say("web.product")).classes("frame-product")
        with ui.row().classes("frame-areas"):
            for area in areas_of(request):
                if frame.user is None or not frame.user.may(*area.roles):
                    continue
                here = path == area.path or path.startswith(area.path + "/")
                with ui.link(target=area.path).classes("frame-area" + (" frame-area-here" if here else "")):
                    ui.icon(area.icon)
                    ui.label(frame.say(area.title_key)).classes("frame-area-name")
        ui.space()
        _language_switch(frame, request)
        if frame.user is not None:
            _who(frame, frame.user)


def _language_switch(frame: Frame, request: Request) -> None:
    other: Lang = "en" if frame.lang == "zh" else "zh"
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    ui.link(text("web.language_name", other), switch_url(other, back)).classes("frame-language")


def _who(frame: Frame, user: User) -> None:
    with ui.row().classes("frame-who"):
        ui.link(f"{user.name} · {frame.say('web.role.' + user.role)}", "/account").classes("frame-account")
        with ui.element("form").props('method="post" action="/logout"'):
            ui.button(frame.say("web.log_out")).props('type="submit" flat no-caps').classes("frame-logout")
