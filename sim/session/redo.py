"""The right way after an accident: point out what was missed, do what was not done, answer what was wrong, keep
the rhythm that was not kept, then watch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sim.session.clock import Micros, micros
from sim.session.course import Course
from sim.state import RedoState


@dataclass(frozen=True, slots=True)
class RedoStep:
    """``subject`` is a hazard, a deed, a decision, an exercise, or the number of a line of the right way."""

    kind: Literal["flag", "do", "choose", "exercise", "watch"]
    subject: str


class Redo:
    """Walks the trainee through the steps. Nothing in it is against the clock, and nothing is scored."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._scenario = course.scenario
        self.steps = (
            *(RedoStep("flag", name) for name in course.judge.unfound()),
            *(RedoStep("do", name) for name in course.deeds.left()),
            *(RedoStep("choose", name) for name in course.desk.not_right()),
            *(RedoStep("exercise", name) for name in course.exercises.not_kept()),
            *(RedoStep("watch", str(line)) for line in range(len(self._scenario.debrief.right_way))),
        )
        self.index = 0
        self._shown: Micros | None = None
        course.phase = "redo"
        course.rewound = True
        course.note("redo")
        self._show()

    @property
    def step(self) -> RedoStep:
        """The step the trainee stands at."""
        return self.steps[self.index]

    def flag(self, target: str) -> None:
        """Pointing at the missed hazard completes its step."""
        step = self.step
        if step.kind == "flag" and self._scenario.hazards[step.subject].target == target:
            self._course.put_right(step.subject)
            self._next()

    def do(self, deed: str) -> None:
        """Doing it completes its step."""
        step = self.step
        if step.kind != "do" or step.subject != deed:
            return
        written = self._scenario.deeds[deed]
        if written.then is not None:
            self._course.tell(written.then)
        self._course.carry_out(written.do, "corrected")
        self._next()

    def exercised(self) -> None:
        """Having made all beats completes the step; what follows from keeping their rhythm, or not, is told."""
        outcome = self._course.exercises.outcome(self.step.subject)
        self._course.end_the_pace(self.step.subject)
        self._course.tell(outcome.then)
        if self._course.exercises.kept(self.step.subject):
            self._course.carry_out(outcome.do, "corrected")
        self._next()

    def choose(self, decision: str, option: str) -> None:
        """The right option completes the step; a wrong one shows what would follow from it."""
        step = self.step
        if step.kind != "choose" or step.subject != decision:
            return
        chosen = self._scenario.decisions[decision].options.get(option)
        if chosen is None:
            return
        self._course.tell(chosen.then)
        if chosen.right:
            self._course.carry_out(chosen.do, "corrected")
            self._next()

    def go(self) -> None:
        """On to the next line of the right way."""
        if self.step.kind == "watch":
            self._next()

    def _next(self) -> None:
        self._course.note("redo_step", self.step.subject, self.step.kind)
        self.index += 1
        if self.index == len(self.steps):
            self._course.note("redo_finished")
            self._course.finish()
        else:
            self._show()

    def _show(self) -> None:
        step = self.step
        moment = self._moment()
        if moment != self._shown:
            self._shown = moment
            self._course.stage.rewind(moment)
        if step.kind == "exercise":
            self._course.exercises.resume(step.subject, self._course.times.running)
            self._course.give_the_pace(step.subject)
        if step.kind == "watch":
            self._course.tell(self._scenario.debrief.right_way[int(step.subject)])

    def _moment(self) -> Micros:
        """The scene time at which to show the step: the one shown already if the hazard can be seen
        then, or else the middle of its window; at first the moment the accident began."""
        shown = self._course.facts.moments["accident"] if self._shown is None else self._shown
        if self.step.kind != "flag":
            return shown
        opens, closes = (micros(edge) for edge in self._scenario.hazards[self.step.subject].window)
        return shown if opens <= shown < closes else (opens + closes) // 2

    @property
    def decision(self) -> str | None:
        """The decision to be answered at this step."""
        return self.step.subject if self.step.kind == "choose" else None

    @property
    def deeds(self) -> tuple[str, ...]:
        """The deed to be done at this step."""
        return (self.step.subject,) if self.step.kind == "do" else ()

    def state(self) -> RedoState:
        """The present step as a display shows it."""
        step = self.step
        hazard = step.subject if step.kind == "flag" else ""
        deed = step.subject if step.kind == "do" else ""
        return RedoState(self.index, len(self.steps), step.kind, self._target(), hazard, deed)

    def _target(self) -> str:
        subject = self.step.subject
        match self.step.kind:
            case "flag":
                return self._scenario.hazards[subject].target
            case "do":
                return self._scenario.deeds[subject].target
            case "watch":
                return ""
        return subject
