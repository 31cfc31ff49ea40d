"""A scripted trainee at work: shows the whole line from scenario to ledger without anybody playing."""

from __future__ import annotations

from nicegui import ui

from common.errors import DataError
from common.web.frame import Frame
from kiosk.van import Van
from sim.trainees import SCRIPTED


class DemoCard:
    """Choose, run, and see what came of it."""

    def __init__(self, frame: Frame, van: Van) -> None:
        self._frame = frame
        self._van = van

    def build(self) -> None:
        say, lang = self._frame.say, self._frame.lang
        titles = {name: getattr(offer.loaded.scenario.title, lang) for name, offer in self._van.shelf.offers.items()}
        trainees = {name: say(f"kiosk.crew.trainee.{name}") for name in SCRIPTED}
        with ui.card().classes("card"):
            ui.label(say("kiosk.crew.demo")).classes("crew-heading")
            ui.label(say("kiosk.crew.demo_what")).classes("soft")
            with ui.row().classes("crew-line"):
                self._scenario = (
                    ui.select(titles, value=next(iter(titles), None)).props("outlined dense").classes("crew-grow")
                )
                self._trainee = ui.select(trainees, value="perfect").props("outlined dense")
                self._run = ui.button(say("kiosk.crew.demo_run"), on_click=self._play).props("unelevated no-caps")
            self._result = ui.label().classes("crew-result")

    async def _play(self) -> None:
        self._run.disable()
        try:
            completion = await self._van.demo(self._scenario.value, self._trainee.value, "anonymous")
        except DataError as fault:
            ui.notify(fault.message(self._frame.lang), type="negative")
            return
        finally:
            self._run.enable()
        score = completion.score
        self._result.set_text(
            self._frame.say(
                "kiosk.crew.demo_result",
                total=f"{score.total:g}",
                outcome=self._frame.say(f"kiosk.outcome.{completion.outcome}"),
                found=score.hazards_found,
                hazards=score.hazards_total,
            )
        )
