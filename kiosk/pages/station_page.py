"""A station's page: one screen per step of the visit, drawn anew at every step."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from nicegui import app as nicegui_app
from nicegui import ui

from common.text import LANGS, Lang, text
from common.web.theme import apply_theme
from kiosk.pages.check_in import CheckIn
from kiosk.pages.choose import Choose
from kiosk.pages.play_page import play_page
from kiosk.pages.result import result
from kiosk.pages.view import View, block, top_bar
from kiosk.pages.warning import warning
from kiosk.pages.welcome import welcome
from kiosk.station import Stage
from kiosk.van import STATIC_PATH, Van

STEPS: dict[Stage, Callable[[View], Awaitable[None] | None]] = {
    "welcome": welcome,
    "check_in": lambda view: CheckIn(view).build(),
    "choose": lambda view: Choose(view).build(),
    "warning": warning,
    "play": play_page,
    "result": result,
}


def register_station_pages(van: Van) -> None:
    """``/`` leads to the one station or offers them; ``/station/{name}`` is a station's page."""

    @ui.page("/")
    def front() -> None:
        names = list(van.players)
        if len(names) == 1:
            ui.navigate.to(_address(names[0]))
            return
        _style("zh")
        with block("kiosk"), block("calm"), block("stations"):
            for name in names:
                ui.link(name, _address(name))

    @ui.page("/station/{name}")
    async def station(name: str) -> None:
        if name not in van.players:
            ui.navigate.to("/")
            return
        await StationPage(View(van, van.players[name], nicegui_app.storage.browser["id"])).build()


class StationPage:
    """What one browser shows of a station."""

    def __init__(self, view: View) -> None:
        self._view = view

    async def build(self) -> None:
        station = self._view.station
        _style(self._view.lang)
        await self._body()
        ui.on("touched", station.touched)
        ui.add_body_html(_watch_silence(self._view))
        ui.context.client.on_delete(station.listen(self._body.refresh))

    @ui.refreshable_method
    async def _body(self) -> None:
        view = self._view
        with block("kiosk").props(f'lang="{view.lang}" data-stage="{view.visit.stage}"'):
            if view.station.held_by(view.browser):
                drawn = STEPS[view.visit.stage](view)
                if drawn is not None:
                    await drawn
            else:
                self._taken()

    def _taken(self) -> None:
        top_bar(self._view, steps=False)
        with block("calm"):
            ui.icon("hourglass_top")
            ui.label(self._view.say("taken.title")).classes("title")
            ui.label(self._view.say("taken.what_now")).classes("lead")


def _address(name: str) -> str:
    return f"/station/{quote(name)}"


def _style(lang: Lang) -> None:
    apply_theme(lang)
    for sheet in ("kiosk", "play"):
        ui.add_head_html(f'<link rel="stylesheet" href="{STATIC_PATH}/{sheet}.css">')
    ui.add_head_html('<meta name="viewport" content="width=device-width, initial-scale=1, user-scalable=no">')


def _watch_silence(view: View) -> str:
    """The script that tells of touches and asks a silent trainee whether they are still there."""
    words = json.dumps({lang: text("kiosk.still_there", lang) for lang in LANGS})
    seconds = view.van.settings.idle_seconds
    return (
        f'<script type="module">import {{ watchSilence }} from "{STATIC_PATH}/silence.js"; '
        f"watchSilence({seconds}, {words});</script>"
    )
