"""Who waits for a turn, and how people get onto the list."""

from __future__ import annotations

from nicegui import events, run, ui

from common.errors import DataError
from common.web.frame import Frame
from kiosk.people import Learner
from kiosk.roster import MAX_BYTES, enrol_roster
from kiosk.van import Van


class QueueCard:
    """The queue, and below it the roster."""

    def __init__(self, frame: Frame, van: Van) -> None:
        self._frame = frame
        self._van = van
        self._shown: list[Learner] = []

    def build(self) -> None:
        say = self._frame.say
        with ui.card().classes("card"):
            ui.label(say("kiosk.crew.queue")).classes("crew-heading")
            self._waiting()
            ui.separator()
            with ui.row().classes("crew-line"):
                self._name = ui.input(say("kiosk.crew.name")).props("outlined dense").classes("crew-grow")
                self._number = (
                    ui.input(say("kiosk.crew.number")).props("outlined dense maxlength=18").classes("crew-grow")
                )
                ui.button(say("kiosk.crew.add"), on_click=self._add).props("unelevated no-caps")
            self._known_people()
            with ui.row().classes("crew-line"):
                ui.upload(
                    label=say("kiosk.crew.roster"),
                    on_upload=self._take_roster,
                    auto_upload=True,
                    max_file_size=MAX_BYTES,
                ).props('accept=".csv" flat bordered').classes("crew-grow")
                ui.button(say("kiosk.crew.forget"), on_click=self._forget).props("flat no-caps color=negative")

    def follow(self) -> None:
        if self._van.people.waiting() != self._shown:
            self._waiting.refresh()

    @ui.refreshable_method
    def _waiting(self) -> None:
        self._shown = self._van.people.waiting()
        if not self._shown:
            ui.label(self._frame.say("kiosk.crew.nobody_waits")).classes("soft")
        for place, learner in enumerate(self._shown, start=1):
            self._line(place, learner)

    def _line(self, place: int, learner: Learner) -> None:
        people, say = self._van.people, self._frame.say
        with ui.row().classes("crew-line crew-waiting"):
            ui.label(str(place)).classes("crew-place")
            ui.label(learner.name).classes("crew-name")
            ui.label(learner.masked_number).classes("soft numbers")
            ui.space()
            for key, do in (("pass", people.let_pass), ("remove", people.step_out)):
                button = ui.button(say(f"kiosk.crew.{key}"), on_click=lambda do=do: do(learner.pseudonym))
                button.props("flat dense no-caps")

    @ui.refreshable_method
    def _known_people(self) -> None:
        everyone = {
            learner.pseudonym: f"{learner.name} {learner.masked_number}" for learner in self._van.people.everyone()
        }
        if everyone:
            choice = ui.select(everyone, label=self._frame.say("kiosk.crew.from_roster"), with_input=True)
            choice.props("outlined dense").classes("crew-wide")
            choice.on_value_change(lambda event: self._line_up(event.value, choice))

    def _line_up(self, learner: str | None, choice: ui.select) -> None:
        if learner:
            self._van.people.line_up(learner)
            choice.set_value(None)

    def _add(self) -> None:
        try:
            learner = self._van.people.enrol(self._name.value or "", self._number.value or "")
        except DataError as fault:
            ui.notify(fault.message(self._frame.lang), type="negative")
            return
        self._van.people.line_up(learner.pseudonym)
        self._name.set_value("")
        self._number.set_value("")
        self._known_people.refresh()

    async def _take_roster(self, upload: events.UploadEventArguments) -> None:
        content = await upload.file.read()
        upload.sender.reset()
        try:
            enrolled = await run.io_bound(enrol_roster, content, self._van.people)
        except DataError as fault:
            ui.notify(fault.message(self._frame.lang), type="negative", multi_line=True, timeout=10_000)
            return
        ui.notify(self._frame.say("kiosk.crew.enrolled", count=len(enrolled)), type="positive")
        self._known_people.refresh()

    def _forget(self) -> None:
        count = self._van.people.forget_all()
        ui.notify(self._frame.say("kiosk.crew.forgotten", count=count))
        self._known_people.refresh()
