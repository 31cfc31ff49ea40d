"""Choosing a scenario: the course of the day in its order, or every card, by industry."""

from __future__ import annotations

from nicegui import ui

from kiosk.courses import Mark, Progress
from kiosk.pages.view import View, block, button, middle, top_bar
from kiosk.shelf import Offer
from scenarios.registry import registry

MARK_ICONS: dict[Mark, str] = {"passed": "check_circle", "failed": "replay", "open": ""}


class Choose:
    """The cards; they follow the preparation of what is still being built, and are honest about it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._shown: tuple[tuple[float, int], ...] = ()
        self._progress = view.van.courses.progress(view.visit.learner)
        self._in_course = self._progress is not None
        self._industry = ""

    def build(self) -> None:
        top_bar(self._view)
        with middle(self._view):
            self._body()
        ui.timer(1.0, self._follow)

    def _follow(self) -> None:
        if self._state() != self._shown:
            self._cards.refresh()

    def _state(self) -> tuple[tuple[float, int], ...]:
        return tuple((round(offer.progress, 2), len(offer.pictures)) for offer in self._view.van.shelf.offers.values())

    @ui.refreshable_method
    def _body(self) -> None:
        view = self._view
        if self._in_course:
            self._course_head(self._progress)
        else:
            with block("across end"):
                ui.label(view.say("choose.title")).classes("title")
                self._industries()
        with block("shelf course" if self._in_course else "shelf"):
            self._cards()
        with block("across"):
            button(view.say("leave"), "big quiet", view.station.back, icon="logout", mark="back")
            if self._progress is not None:
                key = "others" if self._in_course else "to_course"
                button(view.say(f"choose.{key}"), "big quiet", self._switch, icon="apps", mark="switch")

    # --- the course of the day ---

    def _course_head(self, progress: Progress) -> None:
        view, plan = self._view, progress.plan
        with block("across end"):
            with block("course-title"):
                ui.label(view.of(plan.title)).classes("title")
                rule = view.say("choose.course_rule", count=len(plan.scenarios), needed=plan.passed.scenarios)
                ui.label(rule).classes("lead soft")
            with block("course-done" + (" fulfilled" if progress.fulfilled else "")).props('data-mark="course"'):
                done = view.say("choose.course_done", done=progress.passed, count=len(plan.scenarios))
                ui.label(view.say("choose.course_passed") if progress.fulfilled else done)

    def _switch(self) -> None:
        self._in_course = not self._in_course
        self._body.refresh()

    # --- everything, by industry ---

    def _industries(self) -> None:
        offered = {offer.loaded.scenario.industry for offer in self._view.van.shelf.offers.values()}
        if len(offered) < 2:
            return
        labels = {"": self._view.say("choose.industry_all")}
        labels |= {
            name: getattr(label, self._view.lang) for name, label in registry().industries.items() if name in offered
        }
        with block("chips"):
            for name, label in labels.items():
                on = " on" if name == self._industry else ""
                button(label, f"chip{on}", lambda name=name: self._only(name), mark=f"industry-{name or 'all'}")

    def _only(self, industry: str) -> None:
        self._industry = industry
        self._body.refresh()

    # --- the cards ---

    @ui.refreshable_method
    def _cards(self) -> None:
        self._shown = self._state()
        offers = self._view.van.shelf.offers
        if self._in_course:
            for number, (name, mark) in enumerate(self._progress.marks.items(), start=1):
                self._card(offers[name], number, mark)
            return
        for offer in offers.values():
            if self._industry in ("", offer.loaded.scenario.industry):
                self._card(offer)

    def _card(self, offer: Offer, number: int | None = None, mark: Mark = "open") -> None:
        view, scenario = self._view, offer.loaded.scenario
        other = scenario.title.en if view.lang == "zh" else scenario.title.zh
        chosen = number is not None and self._progress.next == scenario.id
        classes = "scenario" + (" next" if chosen else "") + (f" {mark}" if number is not None else "")
        with button("", classes, lambda: view.station.choose(scenario.id), mark=f"scenario-{scenario.id}") as card:
            with block("picture"):
                if picture := view.van.picture_url(scenario.id, "start"):
                    ui.element("img").props(f'src="{picture}" alt="" loading="lazy"')
                else:
                    ui.icon("engineering")
                if number is None:
                    ui.label(getattr(registry().industries[scenario.industry], view.lang)).classes("industry")
                else:
                    self._place_in_course(scenario.id, number, mark, chosen=chosen)
            with block("words"):
                ui.label(view.of(scenario.title)).classes("title")
                ui.label(other).classes("other")
                with block("facts"):
                    self._facts(offer)
        if not offer.ready:
            card.props("disabled")

    def _place_in_course(self, scenario: str, number: int, mark: Mark, *, chosen: bool) -> None:
        say = self._view.say
        star = " ★" if scenario in self._progress.plan.passed.must else ""
        ui.label(f"{number}{star}").classes("industry place")
        if mark != "open":
            with block(f"mark {mark}"):
                ui.icon(MARK_ICONS[mark])
                ui.label(say(f"choose.{mark}"))
        elif chosen:
            ui.label(say("choose.next")).classes("mark here")

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
