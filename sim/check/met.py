"""Sessions of scripted trainees in which something was met: a decision answered, a deed done, an exercise over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.model import Scenario, Text
from sim.log.events import Event
from sim.play import play
from sim.session import Happening, HappeningKind, Session
from sim.state import SceneState
from sim.trainees import Trainee


@dataclass(frozen=True)
class Met:
    """A session, its events, and the moment in it."""

    session: Session
    events: list[Event]
    moment: Happening

    def is_told(self, scenario: Scenario, text: Text) -> bool:
        """Whether, right at that moment, a caption says so."""
        return any(caption.text == text for caption in self._until(scenario, including=True).captions)

    def before(self, scenario: Scenario) -> SceneState:
        """The scene right before the trainee did what was done at that moment."""
        return self._until(scenario, including=False)

    def _until(self, scenario: Scenario, *, including: bool) -> SceneState:
        session = Session(scenario)
        for event in self.events:
            if event.t < self.moment.session_time or (including and event.t == self.moment.session_time):
                session.apply(event)
        if not session.ended:
            session.advance(self.moment.session_time)
        return session.state()


def first_met(
    scenario: Scenario,
    trainees: Iterable[Trainee],
    kinds: tuple[HappeningKind, ...],
    subject: str,
    detail: str | None = None,
) -> Met | None:
    """The first session, of one trainee after the other, in which something of these kinds happened to
    ``subject`` (with this ``detail``); None when it happens to none of them."""
    for trainee in trainees:
        session, events = play(scenario, trainee)
        for it in session.happenings:
            if it.kind in kinds and it.subject == subject and detail in (None, it.detail):
                return Met(session, events, it)
    return None


def any_wrong(scenario: Scenario) -> dict[str, str]:
    """A wrong option of every decision."""
    return {
        name: next(letter for letter, option in decision.options.items() if not option.right)
        for name, decision in scenario.decisions.items()
    }
