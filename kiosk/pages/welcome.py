"""The first thing a person sees: what this is, who is next, and one touch to begin."""

from __future__ import annotations

from nicegui import ui

from common.text import Lang, text
from kiosk.pages.view import View, block, button, top_bar

PICTURES = 3


def welcome(view: View) -> None:
    top_bar(view, steps=False)
    with block("welcome"):
        with block("say"):
            ui.label(view.say("welcome.motto")).classes("motto").style("white-space: pre-line")
            ui.label(view.say("welcome.sub")).classes("sub")
            with block("starts"):
                _start(view, "zh", "go" if view.lang == "zh" else "quiet")
                _start(view, "en", "quiet" if view.lang == "zh" else "go")
            _queue(view)
        _scene(view)


def _start(view: View, lang: Lang, kind: str) -> None:
    button(
        text("kiosk.welcome.start", lang),
        f"big {kind}",
        lambda: view.station.begin(lang, view.browser),
        icon="touch_app",
        mark=f"start-{lang}",
    )


def _queue(view: View) -> None:
    """Who is next may go straight on to the scenarios."""
    waiting = view.van.people.waiting()
    if not waiting:
        return
    first, *others = waiting
    with block("next"):
        with block("who"):
            ui.label(view.say("welcome.next")).classes("calling")
            ui.label(first.shown_name).classes("name")
        button(
            view.say("welcome.here"),
            "big here",
            lambda: view.van.take_turn(view.player, first.pseudonym, view.lang, view.browser),
            icon="how_to_reg",
            mark="take-turn",
        )
    if others:
        names = view.say("comma").join(learner.shown_name for learner in others[:5])
        ui.label(view.say("welcome.then", names=names)).classes("others")


def _scene(view: View) -> None:
    """The places one can step into, one after the other."""
    pictures = (view.van.picture_url(scenario, "start") for scenario in view.van.shelf.offers)
    shown = [picture for picture in pictures if picture is not None][:PICTURES]
    with block("scene").style(f"--count: {len(shown)}"):
        for k, address in enumerate(shown):
            ui.element("img").props(f'src="{address}" alt=""').style(f"--k: {k}")
