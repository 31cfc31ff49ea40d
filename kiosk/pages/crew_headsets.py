"""The van's headsets on the crew's page, and how one more is paired."""

from __future__ import annotations

from nicegui import ui

from common.web.frame import Frame
from kiosk.headsets.announce import addresses
from kiosk.headsets.headsets import Headsets
from kiosk.headsets.pairing import VALID_S
from kiosk.pages.headset_card import HeadsetCard
from kiosk.van import Van


class HeadsetCards:
    """All headsets; drawn anew when one comes or goes."""

    def __init__(self, frame: Frame, van: Van) -> None:
        self._frame, self._van = frame, van
        self._cards: list[HeadsetCard] = []
        self._shown: object = None

    @property
    def _headsets(self) -> Headsets:
        return self._van.headsets

    def follow(self) -> None:
        if self._state() != self._shown:
            self.build.refresh()
            return
        for card in self._cards:
            card.follow()
        if (shown := self._headsets.pairing.shown) is not None:
            self._left.set_text(self._left_words(shown[1]))

    def _left_words(self, seconds: float) -> str:
        return self._frame.say("headsets.crew.code_left", left=_minutes(seconds))

    def _state(self) -> tuple[object, ...]:
        shown = self._headsets.pairing.shown
        return tuple(self._headsets.places), shown[0] if shown is not None else None

    @ui.refreshable_method
    def build(self) -> None:
        say, self._shown = self._frame.say, self._state()
        places = self._headsets.places.values()
        self._cards = [HeadsetCard(self._frame, self._van, place) for place in places]
        with ui.row().classes("crew-line crew-section"):
            ui.label(say("headsets.crew.title")).classes("crew-heading")
            ui.space()
            pair = ui.button(say("headsets.crew.pair"), on_click=self._headsets.pairing.offer)
            pair.props('outline no-caps data-mark="pair"')
        if self._headsets.pairing.shown is not None:
            self._code(*self._headsets.pairing.shown)
        if not self._cards and self._headsets.pairing.shown is None:
            ui.label(say("headsets.crew.none")).classes("soft")
        with ui.element("div").classes("crew-stations"):
            for card in self._cards:
                card.build()

    def _code(self, digits: str, seconds: float) -> None:
        """The code, and what is typed at the headset's computer."""
        say = self._frame.say
        with ui.card().classes("card"):
            with ui.row().classes("crew-line"):
                ui.label(f"{digits[:3]} {digits[3:]}").classes("crew-code numbers").props(
                    f'data-mark="code" data-code="{digits}"'
                )
                self._left = ui.label(self._left_words(seconds)).classes("soft numbers")
                ui.space()
                ui.button(say("headsets.crew.code_cancel"), on_click=self._headsets.pairing.withdraw).props(
                    "flat no-caps"
                )
            ui.label(say("headsets.crew.code_steps", minutes=round(VALID_S / 60)))
            ui.label(f"qianche station --code {digits}").classes("crew-command")
            self._where()

    def _where(self) -> None:
        listens = self._van.settings.listens
        if listens is None:
            return
        reached = [f"--kiosk http://{address}:{listens[1]}" for address in addresses(listens[0])]
        if reached:
            options = self._frame.say("kiosk.comma").join(reached)
            ui.label(self._frame.say("headsets.crew.address", options=options)).classes("soft")
        else:
            ui.label(self._frame.say("headsets.crew.only_here")).classes("notice notice-wait")


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
