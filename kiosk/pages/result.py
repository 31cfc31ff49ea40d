"""The result: the score in plain words, each hazard with its picture and why, the decisions, the replay."""

from __future__ import annotations

from typing import Literal

from nicegui import ui

from kiosk.pages.view import View, block, button, top_bar
from scenarios.model import Option, Scenario
from scenarios.registry import registry
from scoring import Score
from scoring.rows import DecisionRow, DeedRow, ExerciseRow

Tab = Literal["hazards", "decisions", "replay"]
_MARKS = {"found": "good", "wrong_reason": "half", "missed": "bad", "not_shown": "none", "taken_away": "none"}
_DONE = {"right": "good", "kept": "good", "not_done": "none", "unfinished": "none"}
_REPLAY = ("replay", "replay-2", "replay-3")
_SIGNS = {"good": "check_circle", "half": "error", "bad": "cancel", "none": "remove_circle_outline"}


async def result(view: View) -> None:
    session = view.visit.session
    found = await view.van.result_of(session) if session else None
    if found is None:
        with block("calm"):
            ui.label(view.say("result.lost")).classes("title")
            button(view.say("result.done"), "big go", view.station.release, mark="done")
        return
    ResultPage(view, found.score, found.scenario).build()


class ResultPage:
    """Three tabs beside the verdict; a touch on a hazard opens it."""

    def __init__(self, view: View, score: Score, scenario: Scenario) -> None:
        self._view = view
        self._score = score
        self._scenario = scenario
        self._tab: Tab = "hazards"
        self._open: str | None = None

    def build(self) -> None:
        top_bar(self._view)
        with block("result"):
            self._verdict()
            self._right()

    def _verdict(self) -> None:
        view, score = self._view, self._score
        kind = "passed" if score.passed else "failed"
        with block(f"verdict plate {kind}").props(f'data-mark="verdict" data-passed="{str(score.passed).lower()}"'):
            with block("points").style(f"--score: {score.total}"), block("inside"):
                ui.label(f"{score.total:g}").classes("total")
                ui.label(view.say("result.of_100")).classes("of")
            ui.label(view.say(f"result.{kind}")).classes("word")
            ui.label(view.say(f"result.outcome.{score.outcome}")).classes("outcome")
            ui.label(view.of(score.explanation)).classes("why")
            ui.space()
            self._what_next()

    def _what_next(self) -> None:
        """On to the next scenario of the course, or the next person's turn."""
        view = self._view
        progress = view.van.courses.progress(view.visit.learner)
        if progress is None:
            button(view.say("result.done"), "big go", view.station.release, icon="arrow_forward", mark="done")
            return
        plan = progress.plan
        with block("course-line" + (" fulfilled" if progress.fulfilled else "")).props('data-mark="course"'):
            key = "course_passed" if progress.fulfilled else "course"
            title = view.of(plan.title)
            ui.label(view.say(f"result.{key}", title=title, done=progress.passed, count=len(plan.scenarios)))
        if progress.next is not None and not progress.fulfilled:
            title = view.of(view.van.shelf.offers[progress.next].loaded.scenario.title)
            on = view.say("result.go_on", title=title)
            button(on, "big go", view.station.go_on, icon="arrow_forward", mark="go-on")
            button(view.say("result.done"), "big quiet", view.station.release, mark="done")
        else:
            button(view.say("result.done"), "big go", view.station.release, icon="arrow_forward", mark="done")
            button(view.say("result.again"), "big quiet", view.station.go_on, mark="go-on")

    @ui.refreshable_method
    def _right(self) -> None:
        view = self._view
        with block("right"):
            with block("tabs"):
                for tab in self._tabs():
                    on = "on" if tab == self._tab else ""
                    button(view.say(f"result.tab.{tab}"), on, lambda tab=tab: self._show(tab), mark=f"tab-{tab}")
            match self._tab:
                case "hazards":
                    self._hazards()
                case "decisions":
                    self._decisions()
                case "replay":
                    self._replay()
        if self._open is not None:
            self._detail(self._open)

    def _tabs(self) -> list[Tab]:
        tabs: list[Tab] = ["hazards"]
        if self._score.decisions or self._score.deeds or self._score.exercises:
            tabs.append("decisions")
        tabs.append("replay")
        return tabs

    def _hazards(self) -> None:
        view = self._view
        with block("hazards"):
            for row in self._score.hazards:
                mark = _MARKS[row.status]
                with button("", f"hazard {mark}", lambda row=row: self._look_at(row.id), mark=f"hazard-{row.id}"):
                    self._picture(row.id)
                    with block("line"):
                        ui.icon(_SIGNS[mark])
                        ui.label(view.of(row.label))
                    ui.label(view.say(f"result.status.{row.status}")).classes("status")
            for alarm in self._score.alarms[:2]:
                with block("hazard alarm"):
                    with block("line"):
                        ui.icon("report_off")
                        ui.label(view.of(alarm.label))
                    ui.label(view.of(alarm.explanation)).classes("status")

    def _detail(self, name: str) -> None:
        view, hazard = self._view, self._scenario.hazards[name]
        row = next(each for each in self._score.hazards if each.id == name)
        names = [getattr(registry().standards[each], view.lang) for each in hazard.standards]
        with block("detail").props('data-mark="detail"') as curtain, block("plate"):
            self._picture(name)
            with block("words"):
                ui.label(view.of(hazard.label)).classes("title")
                ui.label(view.of(hazard.cue)).classes("lead")
                ui.label(view.of(hazard.why))
                ui.label(view.of(row.explanation)).classes("earned")
                if names:
                    ui.label(view.say("result.standard", names=view.say("comma").join(names))).classes("standard")
                ui.space()
                button(view.say("result.close"), "big quiet", self._close, icon="close", mark="close-detail")
        curtain.on("click", self._close)

    def _picture(self, name: str) -> None:
        with block("picture"):
            if picture := self._view.van.picture_url(self._scenario.id, name):
                ui.element("img").props(f'src="{picture}" alt=""')
            else:
                ui.icon("photo_camera")

    def _decisions(self) -> None:
        with block("decisions"):
            for row in self._score.decisions:
                self._decision(row)
            for row in (*self._score.deeds, *self._score.exercises):
                self._done(row)

    def _done(self, row: DeedRow | ExerciseRow) -> None:
        """A deed or an exercise: what it was, and what came of it."""
        view = self._view
        kind = _DONE.get(row.status, "bad")
        with block(f"decision plate {kind}").props(f'data-mark="done-{row.id}"'):
            with block(f"answer {kind}"):
                ui.icon(_SIGNS[kind])
                ui.label(view.of(row.label)).classes("ask")
            ui.label(view.of(row.explanation)).classes("then")

    def _decision(self, row: DecisionRow) -> None:
        view, options = self._view, self._scenario.decisions[row.id].options
        kind = {"right": "good", "not_asked": "none"}.get(row.status, "bad")
        with block(f"decision plate {kind}"):
            ui.label(view.of(row.ask)).classes("ask")
            if row.status == "wrong" and row.option is not None:
                self._answer("bad", "you_chose", options[row.option])
            elif row.status in ("timed_out", "not_asked"):
                ui.label(view.say(f"result.{row.status}")).classes("then")
            self._answer("good", "you_chose" if row.status == "right" else "right_is", options[row.right_option])

    def _answer(self, kind: str, key: str, option: Option) -> None:
        view = self._view
        with block(f"answer {kind}"):
            ui.icon(_SIGNS[kind])
            ui.label(view.say(f"result.{key}", text=view.of(option.text)))
        ui.label(view.of(option.then)).classes("then")

    def _replay(self) -> None:
        view, told = self._view, self._scenario.accident
        with block("replay"):
            with block("strip"):
                for name in _REPLAY:
                    self._picture(name)
            ui.label(view.of(told.replay.caption)).classes("title")
            ui.label(view.of(told.chain)).classes("lead")
            ui.label(view.of(told.prevention))

    def _show(self, tab: Tab) -> None:
        self._tab = tab
        self._open = None
        self._right.refresh()

    def _look_at(self, name: str) -> None:
        self._open = name
        self._right.refresh()

    def _close(self) -> None:
        self._open = None
        self._right.refresh()
