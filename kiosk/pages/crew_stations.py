"""Each station as the crew sees it: how far its visit is, the same picture, and what can be done."""

from __future__ import annotations

from urllib.parse import quote

from nicegui import ui

from common.web.frame import Frame
from kiosk.player import Player
from kiosk.van import STATIC_PATH, Van

_TAGS = {"welcome": "", "play": "tag-wait", "result": "tag-good"}


class StationCards:
    """All stations, drawn anew when one of them changes."""

    def __init__(self, frame: Frame, van: Van) -> None:
        self._frame = frame
        self._van = van
        self._shown: object = None

    def follow(self) -> None:
        if self._state() != self._shown:
            self.build.refresh()

    def _state(self) -> list[object]:
        return [
            (player.station.visit, player.play is not None, player.trouble) for player in self._van.players.values()
        ]

    @ui.refreshable_method
    def build(self) -> None:
        self._shown = self._state()
        with ui.element("div").classes("crew-stations"):
            for name, player in self._van.players.items():
                self._card(name, player)

    def _card(self, name: str, player: Player) -> None:
        say, visit = self._frame.say, player.station.visit
        learner = self._van.people.find(visit.learner) if visit.learner else None
        with ui.card().classes("card crew-station").props(f'data-station="{name}"'):
            with ui.row().classes("crew-line"):
                ui.label(name).classes("crew-name")
                tag = _TAGS.get(visit.stage, "")
                ui.label(say(f"kiosk.crew.stage.{visit.stage}")).classes(f"tag {tag}")
                ui.space()
                ui.label(learner.name if learner else "").classes("soft")
            self._mirror(name, player)
            if visit.scenario:
                title = self._van.shelf.offers[visit.scenario].loaded.scenario.title
                ui.label(getattr(title, self._frame.lang))
            if player.trouble:
                ui.label(say("kiosk.crew.screen_gone", why=player.trouble)).classes("notice notice-bad")
            with ui.row().classes("crew-line"):
                ui.link(say("kiosk.crew.open_station"), f"/station/{quote(name)}", new_tab=True)
                ui.space()
                if visit.stage == "play":
                    ui.button(say("kiosk.crew.stop"), on_click=player.stop_by_crew).props(
                        "outline no-caps color=negative"
                    )
                elif visit.stage != "welcome":
                    ui.button(say("kiosk.crew.release"), on_click=player.station.release).props("outline no-caps")

    def _mirror(self, name: str, player: Player) -> None:
        """The same pictures the trainee sees, without a way to touch them."""
        with ui.element("div").classes("crew-mirror"):
            if player.play is None:
                ui.icon("tv_off")
                return
            picture = ui.element("canvas").props(f'data-stream="/kiosk/mirror/{quote(name)}"')
            ui.run_javascript(f'import("{STATIC_PATH}/mirror.js").then((page) => page.mirror("c{picture.id}"))')
