"""The trainee who knows the scenario: sees everything, names it rightly, decides rightly, does what is to be done."""

from __future__ import annotations

import math

from scenarios.model import Hazard, Scenario
from sim.log.events import Beat, Choose, Do, Event, Flag, Go, Look, Step
from sim.session import Session
from sim.session.aim import middle_height
from sim.session.gaze import view_towards
from sim.session.rhythm import SECONDS_PER_MINUTE
from sim.session.stance import eye_at
from sim.state import Phase, Vec3
from sim.trainees.trainee import moment, to_millisecond

AFTER_WINDOW_OPENS = 1.0
STEP_SECONDS = 0.6
TURN_SECONDS = 0.5
FLAG_SECONDS = 0.6
DO_SECONDS = 0.8
DECIDE_SECONDS = 3.0
READ_SECONDS = 2.0


class Perfect:
    """Walks up to each hazard, turns to it and flags it soon after its window opens. When no hazard is left
    open, does each right deed that is offered, in the endings too. Keeps the middle of an exercise's rhythm.

    ``wrongly`` maps decisions to the option to choose instead of the right one: a trainee who is
    perfect but for that. ``tempted_by`` is a wrong deed, done before anything else once it is offered. One who
    does not ``flag`` lets every hazard go; one who does not ``decide`` lets the time of every decision run out;
    one who does not ``act`` does no deed, and who makes no ``beats`` lets an exercise run out. In the redo every
    step is done rightly.
    """

    def __init__(
        self,
        scenario: Scenario,
        wrongly: dict[str, str] | None = None,
        *,
        tempted_by: str | None = None,
        flag: bool = True,
        decide: bool = True,
        act: bool = True,
        beats: bool = True,
    ) -> None:
        self._scenario = scenario
        self._flags = flag
        self._decides = decide
        self._acts = act
        self._beats = beats
        self._tempted_by = tempted_by
        self._exercised: tuple[str, Phase, float] | None = None
        """The exercise under way, and when it was come upon in which phase."""
        self._wrongly = wrongly or {}
        self._asked: tuple[str, float] | None = None
        self._turned: tuple[str, float] | None = None
        """The thing last turned to, and when."""

    def next_event(self, session: Session) -> Event | None:
        if session.phase in ("debrief", "redo"):
            return self._go_the_right_way(session)
        if session.open_decision is not None:
            return self._decide(session, session.open_decision) if self._decides else None
        if session.open_exercise is not None:
            return self._beat(session, session.open_exercise) if self._beats else None
        return self._in_the_scene(session)

    def _in_the_scene(self, session: Session) -> Event | None:
        if self._tempted_by in session.offered_deeds:
            return self._do(session, self._tempted_by)
        hazard = self._next_hazard(session) if self._flags and session.phase == "scene" else None
        if hazard is None or not self._is_ready(hazard, session):
            deed = self._next_deed(session)
            if deed is not None:
                return self._do(session, deed)
        return self._flag(session, self._scenario.hazards[hazard]) if hazard else None

    def _next_deed(self, session: Session) -> str | None:
        if not self._acts:
            return None
        return next((name for name in session.offered_deeds if self._scenario.deeds[name].right), None)

    def _do(self, session: Session, deed: str) -> Event:
        """The next of: step near its thing, turn to it, do it."""
        going = self._towards(session, self._scenario.deeds[deed].target)
        return going or Do(t=moment(session, DO_SECONDS), deed=deed)

    def _beat(self, session: Session, exercise: str) -> Event:
        """The next beat, as far from the last as the middle of the wanted rates says."""
        if self._exercised is None or self._exercised[:2] != (exercise, session.phase):
            self._exercised = (exercise, session.phase, session.time)
        written = self._scenario.exercises[exercise]
        apart = SECONDS_PER_MINUTE / (sum(written.beats_per_minute) / 2)
        made = session.state().exercise.beats
        return Beat(t=to_millisecond(self._exercised[2] + DECIDE_SECONDS + made * apart))

    def _decide(self, session: Session, decision: str) -> Event:
        if self._asked is None or self._asked[0] != decision:
            self._asked = (decision, session.time)
        option = self._wrongly.get(decision) or self._right_option(decision)
        return Choose(t=to_millisecond(self._asked[1] + DECIDE_SECONDS), decision=decision, option=option)

    def _right_option(self, decision: str) -> str:
        return next(name for name, option in self._scenario.decisions[decision].options.items() if option.right)

    def _next_hazard(self, session: Session) -> str | None:
        """Of the hazards that are open, the one that closes first; else the one that opens next."""
        left = [name for name, hazard in self._scenario.hazards.items() if self._is_left(name, hazard, session)]
        windows = {name: self._scenario.hazards[name].window for name in left}
        ready = [name for name in left if self._is_ready(name, session)]
        if ready:
            return min(ready, key=lambda name: windows[name][1])
        return min(left, key=lambda name: windows[name][0], default=None)

    def _is_ready(self, name: str, session: Session) -> bool:
        return self._scenario.hazards[name].window[0] + AFTER_WINDOW_OPENS <= session.scene_time

    def _is_left(self, name: str, hazard: Hazard, session: Session) -> bool:
        return name not in session.found and hazard.window[1] > session.scene_time

    def _flag(self, session: Session, hazard: Hazard) -> Event:
        """The next of: step near it, turn to it, flag it."""
        wait = hazard.window[0] + AFTER_WINDOW_OPENS - session.scene_time
        flag = Flag(t=moment(session, max(FLAG_SECONDS, wait)), target=hazard.target, problem=hazard.problem)
        return self._towards(session, hazard.target) or flag

    def _towards(self, session: Session, target: str) -> Event | None:
        """The next of: step near a thing, turn to it; None when that is done."""
        place = self._middle(session, target)
        standpoint = self._nearest_standpoint(place)
        trainee = session.state().trainee
        if trainee.standpoint != standpoint:
            self._turned = None
            return Step(t=moment(session, STEP_SECONDS), to=standpoint)
        if self._turned is None or self._turned[0] != target or self._turned[1] > session.time:
            return self._turn(session, target, trainee.eye, place)
        return None

    def _turn(self, session: Session, target: str, eye: Vec3, place: Vec3) -> Event:
        heading, pitch = view_towards(eye, place)
        look = Look(t=moment(session, TURN_SECONDS), h=round(heading, 2), p=round(pitch, 2))
        self._turned = (target, look.t)
        return look

    def _middle(self, session: Session, target: str) -> Vec3:
        x, y, z = session.position(target)
        return (x, y, z + middle_height(self._scenario, target))

    def _nearest_standpoint(self, place: Vec3) -> int:
        indices = range(len(self._scenario.standpoints))
        return min(indices, key=lambda index: math.dist(eye_at(self._scenario, index), place))

    def _go_the_right_way(self, session: Session) -> Event:
        redo = session.state().redo
        at = moment(session, READ_SECONDS)
        if redo is not None and redo.kind == "flag":
            hazard = self._scenario.hazards[redo.hazard]
            return Flag(t=at, target=hazard.target, problem=hazard.problem)
        if redo is not None and redo.kind == "do":
            return Do(t=at, deed=session.offered_deeds[0])
        if redo is not None and redo.kind == "exercise":
            return self._beat(session, redo.target)
        if redo is not None and redo.kind == "choose":
            return Choose(t=at, decision=redo.target, option=self._right_option(redo.target))
        return Go(t=at)
