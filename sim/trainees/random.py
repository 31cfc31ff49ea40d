"""The trainee who does anything at all: what a score must not reward."""

from __future__ import annotations

from random import Random

from scenarios.model import Scenario
from sim.log.events import Beat, Choose, Do, Event, Flag, Go, Look, Pause, Resume, Step
from sim.session import Session
from sim.session.wheel import choices
from sim.trainees.trainee import moment

REDO_PATIENCE = 12
"""Things tried in the redo before walking off."""


class RandomTrainee:
    """Points at anything, names any problem the wheel offers, does any deed, answers anything. Seeded."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self._scenario = scenario
        self._random = Random(seed)
        self._things = [*scenario.props, *scenario.actors, *scenario.carried, ""]
        self._tried = 0

    def next_event(self, session: Session) -> Event | None:
        at = moment(session, self._random.uniform(0.8, 5.0))
        if session.state().paused:
            return Resume(t=at)
        if session.phase == "debrief":
            return Go(t=at)
        if session.phase == "redo":
            self._tried += 1
            if self._tried > REDO_PATIENCE:
                return None
        if session.open_decision is not None:
            return self._answer(session, session.open_decision)
        if session.open_exercise is not None:
            return self._beat(session)
        return self._anything(session, at)

    def _answer(self, session: Session, decision: str) -> Event | None:
        """Any option after a while; sometimes none, so that the time runs out."""
        options = self._scenario.decisions[decision].options
        if self._random.random() < 0.15:
            return None
        at = moment(session, self._random.uniform(1.0, 12.0))
        return Choose(t=at, decision=decision, option=self._random.choice(sorted(options)))

    def _beat(self, session: Session) -> Event | None:
        """A beat at about any rate; now and then it is given up."""
        if self._random.random() < 0.02:
            return None
        return Beat(t=moment(session, self._random.uniform(0.3, 1.2)))

    def _anything(self, session: Session, at: float) -> Event:
        kind = self._random.choices(("flag", "look", "step", "go", "pause"), weights=(50, 25, 18, 4, 3))[0]
        offered = session.offered_deeds
        if offered and self._random.random() < 0.15:
            return Do(t=at, deed=self._random.choice(offered))
        if kind == "flag":
            target = self._random.choice(self._things)
            problem = self._random.choice(choices(self._scenario, target, session.seed))
            return Flag(t=at, target=target, problem=problem)
        if kind == "look":
            return Look(t=at, h=round(self._random.uniform(-180, 180), 2), p=round(self._random.uniform(-40, 60), 2))
        if kind == "step":
            return Step(t=at, to=self._random.randrange(len(self._scenario.standpoints)))
        return Go(t=at) if kind == "go" else Pause(t=at)
