"""The course of the day: the crew chooses which session plan the trainees follow."""

from __future__ import annotations

from nicegui import ui

from common.web.frame import Frame
from kiosk.van import Van
from scenarios.plans import Plan


class CourseCard:
    """One choice, and what it means."""

    def __init__(self, frame: Frame, van: Van) -> None:
        self._frame = frame
        self._van = van

    def build(self) -> None:
        say, courses = self._frame.say, self._van.courses
        titles = {"": say("kiosk.crew.course_none")}
        titles |= {name: getattr(plan.title, self._frame.lang) for name, plan in courses.plans.items()}
        with ui.card().classes("card"):
            ui.label(say("kiosk.crew.course")).classes("crew-heading")
            ui.label(say("kiosk.crew.course_what")).classes("soft")
            followed = courses.followed
            choice = ui.select(titles, value=followed.id if followed else "").classes("crew-wide")
            choice.props('outlined dense data-mark="course"')
            choice.on_value_change(lambda event: self._follow(event.value))
            self._facts()

    def _follow(self, plan: str) -> None:
        self._van.courses.follow(plan or None)
        self._facts.refresh()

    @ui.refreshable_method
    def _facts(self) -> None:
        plan = self._van.courses.followed
        if plan is not None:
            ui.label(getattr(plan.about, self._frame.lang))
            ui.label(self._said(plan)).classes("soft")

    def _said(self, plan: Plan) -> str:
        lang, offers = self._frame.lang, self._van.shelf.offers
        titles = [getattr(offers[name].loaded.scenario.title, lang) for name in plan.scenarios]
        return self._frame.say(
            "kiosk.crew.course_facts",
            scenarios=self._frame.say("kiosk.comma").join(titles),
            minutes=f"{plan.minutes:g}",
            needed=plan.passed.scenarios,
        )
