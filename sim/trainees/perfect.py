"""The trainee who knows the scenario: sees everything, names it rightly, decides rightly."""

from __future__ import annotations

import math

from scenarios.model import Hazard, Scenario
from sim.log.events import Choose, Event, Flag, Go, Look, Step
from sim.session import Session
from sim.session.aim import middle_height
from sim.session.gaze import view_towards
from sim.session.stance import eye_at
from sim.state import Vec3
from sim.trainees.trainee import moment, to_millisecond

AFTER_WINDOW_OPENS = 1.0
STEP_SECONDS = 0.6
TURN_SECONDS = 0.5
FLAG_SECONDS = 0.6
DECIDE_SECONDS = 3.0
READ_SECONDS = 2.0


class Perfect:
    """Walks up to each hazard, turns to it and flags it soon after its window opens.

    ``wrongly`` maps decisions to the option to choose instead of the right one: a trainee who is
    perfect but for that. One who does not ``flag`` lets every hazard go; one who does not ``decide``
    lets the time of every decision run out. In the redo every step is done rightly.
    """

    def __init__(
        self,
        scenario: Scenario,
        wrongly: dict[str, str] | None = None,
        *,
        flag: bool = True,
        decide: bool = True,
    ) -> None:
        self._scenario = scenario
        self._flags = flag
        self._decides = decide
        self._wrongly = wrongly or {}
        self._asked: tuple[str, float] | None = None
        self._turned: tuple[str, float] | None = None
        """The thing last turned to, and when."""

    def next_event(self, session: Session) -> Event | None:
        if session.phase in ("debrief", "redo"):
            return self._go_the_right_way(session)
        if session.open_decision is not None:
            return self._decide(session, session.open_decision) if self._decides else None
        if session.phase != "scene" or not self._flags:
            return None
        name = self._next_hazard(session)
        return self._towards(session, self._scenario.hazards[name]) if name else None

    def _decide(self, session: Session, decision: str) -> Event:
        if self._asked is None or self._asked[0] != decision:
            self._asked = (decision, session.time)
        option = self._wrongly.get(decision) or self._right_option(decision)
        return Choose(t=to_millisecond(self._asked[1] + DECIDE_SECONDS), decision=decision, option=option)

    def _right_option(self, decision: str) -> str:
        return next(name for name, option in self._scenario.decisions[decision].options.items() if option.right)

    def _next_hazard(self, session: Session) -> str | None:
        """Of the hazards that are open, the one that closes first; else the one that opens next."""
        now = session.scene_time
        left = [name for name, hazard in self._scenario.hazards.items() if self._is_left(name, hazard, session)]
        windows = {name: self._scenario.hazards[name].window for name in left}
        ready = [name for name in left if windows[name][0] + AFTER_WINDOW_OPENS <= now]
        if ready:
            return min(ready, key=lambda name: windows[name][1])
        return min(left, key=lambda name: windows[name][0], default=None)

    def _is_left(self, name: str, hazard: Hazard, session: Session) -> bool:
        return name not in session.found and hazard.window[1] > session.scene_time

    def _towards(self, session: Session, hazard: Hazard) -> Event:
        """The next of: step near it, turn to it, flag it."""
        place = self._middle(session, hazard.target)
        standpoint = self._nearest_standpoint(place)
        trainee = session.state().trainee
        if trainee.standpoint != standpoint:
            self._turned = None
            return Step(t=moment(session, STEP_SECONDS), to=standpoint)
        if self._turned is None or self._turned[0] != hazard.target or self._turned[1] > session.time:
            return self._turn(session, hazard.target, trainee.eye, place)
        wait = hazard.window[0] + AFTER_WINDOW_OPENS - session.scene_time
        return Flag(t=moment(session, max(FLAG_SECONDS, wait)), target=hazard.target, problem=hazard.problem)

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
        if redo is not None and redo.kind == "choose":
            return Choose(t=at, decision=redo.target, option=self._right_option(redo.target))
        return Go(t=at)
