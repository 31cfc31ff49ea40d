"""What has reached the ledger and monitoring, what waits, and what was refused and why."""

from __future__ import annotations

from datetime import UTC, datetime

from nicegui import ui

from common.moments import shown_moment
from common.web.frame import Frame
from kiosk.outbox import Tally
from kiosk.van import DESTINATIONS, Van


class UploadCard:
    """A line per destination, and the refused."""

    def __init__(self, frame: Frame, van: Van) -> None:
        self._frame = frame
        self._van = van
        self._shown: object = None

    def build(self) -> None:
        with ui.card().classes("card"):
            ui.label(self._frame.say("kiosk.crew.upload")).classes("crew-heading")
            self._body()

    def follow(self) -> None:
        if self._state() != self._shown:
            self._body.refresh()

    def _state(self) -> object:
        van = self._van
        tallies = [van.outbox.tally(name) for name in DESTINATIONS]
        return (tallies, len(van.outbox.refused()), [heart.failing for heart in van.hearts])

    @ui.refreshable_method
    def _body(self) -> None:
        say = self._frame.say
        self._shown = self._state()
        connected = {courier.name for courier in self._van.couriers}
        for name in DESTINATIONS:
            self._destination(name, self._van.outbox.tally(name), connected=name in connected)
        for heart in self._van.hearts:
            if heart.failing:
                ui.label(say("kiosk.crew.heartbeat_fails", why=heart.failing)).classes("crew-error")
        refused = self._van.outbox.refused()
        for parked in refused[:10]:
            with ui.column().classes("crew-refused"):
                ui.label(
                    say(
                        "kiosk.crew.refused_one",
                        order=parked.completion.order,
                        item=say(f"kiosk.crew.item.{parked.item}"),
                        destination=say(f"kiosk.crew.destination.{parked.destination}"),
                    )
                )
                ui.label(parked.reason).classes("soft")
        with ui.row().classes("crew-line"):
            ui.button(say("kiosk.crew.send_now"), on_click=self._van.send_now).props("outline no-caps")
            if refused:
                ui.button(say("kiosk.crew.retry"), on_click=self._van.retry_refused).props("outline no-caps")

    def _destination(self, name: str, tally: Tally, *, connected: bool) -> None:
        say = self._frame.say
        with ui.row().classes("crew-line"):
            ui.label(say(f"kiosk.crew.destination.{name}")).classes("crew-name")
            if not connected:
                ui.label(say("kiosk.crew.not_connected")).classes("tag tag-wait")
            elif tally.pending:
                ui.label(say("kiosk.crew.items_wait", count=tally.pending)).classes("tag tag-wait")
            else:
                ui.label(say("kiosk.crew.all_sent")).classes("tag tag-good")
            ui.space()
            if tally.last_sent is not None:
                moment = shown_moment(datetime.fromtimestamp(tally.last_sent, UTC))
                ui.label(say("kiosk.crew.last_sent", moment=moment)).classes("soft numbers")
        if tally.last_error:
            ui.label(say("kiosk.crew.last_error", why=tally.last_error)).classes("crew-error")
