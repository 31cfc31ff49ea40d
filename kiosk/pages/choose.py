"""Choosing a scenario: a card each, with its picture, and honest about what is not ready yet."""

from __future__ import annotations

from nicegui import ui

from kiosk.pages.view import View, block, button, middle, top_bar
from kiosk.shelf import Offer
from scenarios.registry import registry


class Choose:
    """The cards; they follow the preparation of what is still being built."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._shown: tuple[tuple[float, int], ...] = ()

    def build(self) -> None:
        top_bar(self._view)
        with middle(self._view):
            ui.label(self._view.say("choose.title")).classes("title")
            with block("shelf"):
                self._cards()
            with block("across"):
                button(self._view.say("leave"), "big quiet", self._view.station.back, icon="logout", mark="back")
        ui.timer(1.0, self._follow)

    def _follow(self) -> None:
        if self._state() != self._shown:
            self._cards.refresh()

    def _state(self) -> tuple[tuple[float, int], ...]:
        return tuple((round(offer.progress, 2), len(offer.pictures)) for offer in self._view.van.shelf.offers.values())

    @ui.refreshable_method
    def _cards(self) -> None:
        self._shown = self._state()
        for offer in self._view.van.shelf.offers.values():
            self._card(offer)

    def _card(self, offer: Offer) -> None:
        view, scenario = self._view, offer.loaded.scenario
        other = scenario.title.en if view.lang == "zh" else scenario.title.zh
        industry = registry().industries[scenario.industry]
        with button("", "scenario", lambda: view.station.choose(scenario.id), mark=f"scenario-{scenario.id}") as card:
            with block("picture"):
                if picture := view.van.picture_url(scenario.id, "start"):
                    ui.element("img").props(f'src="{picture}" alt=""')
                else:
                    ui.icon("engineering")
                ui.label(getattr(industry, view.lang)).classes("industry")
            with block("words"):
                ui.label(view.of(scenario.title)).classes("title")
                ui.label(other).classes("other")
                with block("facts"):
                    self._facts(offer)
        if not offer.ready:
            card.props("disabled")

    def _facts(self, offer: Offer) -> None:
        say, scenario = self._view.say, offer.loaded.scenario
        if offer.trouble:
            ui.icon("report")
            ui.label(say("choose.unavailable"))
        elif offer.ready:
            ui.icon("schedule")
            ui.label(say("choose.minutes", minutes=max(1, round(scenario.minutes))))
            ui.icon("search").style("margin-left: 1.2rem")
            ui.label(say("choose.hazards", count=len(scenario.hazards)))
        else:
            ui.label(say("choose.preparing"))
            with block("readying"):
                ui.element("i").style(f"width: {max(3, round(offer.progress * 100))}%")
