"""What every step of a trainee's page is built from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nicegui import ui

from common.text import Lang, text
from kiosk.player import Player
from kiosk.station import Station, Visit
from kiosk.van import Van
from scenarios.model import Text

STEPS = ("check_in", "choose", "play", "result")
_STEP_OF_STAGE = {"check_in": 0, "choose": 1, "warning": 1, "play": 2, "result": 3}


@dataclass(frozen=True)
class View:
    """One browser's page at one station."""

    van: Van
    player: Player
    browser: str

    @property
    def station(self) -> Station:
        return self.player.station

    @property
    def visit(self) -> Visit:
        return self.player.station.visit

    @property
    def lang(self) -> Lang:
        return self.visit.lang

    def say(self, key: str, **places: object) -> str:
        """A text of the kiosk in the trainee's language."""
        return text(f"kiosk.{key}", self.lang, **places)

    def of(self, words: Text) -> str:
        """A scenario's text in the trainee's language."""
        return getattr(words, self.lang)


def block(classes: str, tag: str = "div") -> ui.element:
    """A plain element with classes of ours."""
    return ui.element(tag).classes(classes)


def button(label: str, classes: str, do: Callable[[], object], *, icon: str = "", mark: str = "") -> ui.element:
    """Something to touch. ``mark`` names it for tests."""
    with ui.element("button").classes(classes).props('type="button"') as element:
        if icon:
            ui.icon(icon)
        if label:
            ui.label(label)
    element.on("click", lambda: do())
    if mark:
        element.props(f'data-mark="{mark}"')
    return element


def top_bar(view: View, *, steps: bool = True) -> None:
    """Who we are, how far along this visit is, and the other language."""
    with block("top"):
        with block("brand"):
            ui.label(text("web.product", view.lang))
            ui.label(view.say("station", name=view.station.name)).classes("where")
        with block("steps"):
            if steps:
                _steps(view)
        other: Lang = "en" if view.lang == "zh" else "zh"
        button(text("web.language_name", other), "speak", lambda: view.station.speak(other), mark="speak")


def _steps(view: View) -> None:
    here = _STEP_OF_STAGE[view.visit.stage]
    for index, step in enumerate(STEPS):
        if index:
            block("bar")
        state = "done" if index < here else "here" if index == here else ""
        with block(f"step {state}"):
            with block("dot"):
                ui.label("✓" if index < here else str(index + 1))
            ui.label(view.say(f"steps.{step}"))


@contextmanager
def middle(view: View) -> Iterator[None]:
    """The part between top bar and foot."""
    with block("middle"):
        yield
    with block("foot"):
        ui.icon("back_hand")
        ui.label(view.say("foot"))
