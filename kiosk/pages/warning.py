"""What will be seen, how it is played, and the consent to begin."""

from __future__ import annotations

from nicegui import ui

from kiosk.pages.view import View, block, button, middle, top_bar

_GESTURES = (("look", "swipe"), ("point", "touch_app"), ("walk", "directions_walk"), ("decide", "rule"))


def warning(view: View) -> None:
    offer = view.van.shelf.offers[view.visit.scenario or ""]
    scenario = offer.loaded.scenario
    top_bar(view)
    with middle(view):
        ui.label(view.of(scenario.title)).classes("title")
        with block("warning"):
            with block("plate"):
                with block("heading"):
                    ui.icon("info")
                    ui.label(view.say("warning.title"))
                ui.label(view.of(scenario.content_warning)).classes("text")
                ui.label(view.of(scenario.objective)).classes("text")
                ui.label(view.say("warning.right")).classes("right")
            with block("plate").style("justify-content: space-evenly"):
                for name, icon in _GESTURES:
                    with block("gesture"):
                        ui.icon(icon)
                        with block(""):
                            ui.label(view.say(f"warning.{name}")).classes("name")
                            ui.label(view.say(f"warning.{name}_how")).classes("how")
        with block("across end"):
            button(view.say("warning.other"), "big quiet", view.station.back, icon="arrow_back", mark="back")
            button(view.say("warning.agree"), "big go", view.player.begin, icon="play_arrow", mark="agree")
