"""What the storyboard's conditions can ask about the present moment of a session."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.session.clock import Micros, Times
from sim.session.decisions import Desk
from sim.session.deeds import Deeds
from sim.session.exercises import Exercises
from sim.session.gaze import Gaze
from sim.session.judge import Judge
from sim.session.paths import Path
from sim.session.stage import Stage
from sim.session.stance import Stance


@dataclass(slots=True)
class SceneFacts:
    """The parts of a session, as ``conditions.Facts``."""

    times: Times
    judge: Judge
    desk: Desk
    deeds: Deeds
    exercises: Exercises
    stage: Stage
    stance: Stance
    gaze: Gaze
    moments: dict[str, Micros] = field(default_factory=dict)
    """Scene times at which steps with an id ran and the ending began."""

    def now(self) -> Micros:
        return self.times.scene

    def moment_of(self, what: str) -> Micros | None:
        if what in self.moments:
            return self.moments[what]
        if what in self.deeds.done:
            return self.deeds.done[what]
        settled = self.desk.answers.get(what) or self.exercises.results.get(what)
        return settled.scene if settled else None

    def found(self, hazard: str) -> bool:
        return hazard in self.judge.found

    def window_closed(self, hazard: str) -> bool:
        return self.judge.window_closed(hazard)

    def window_end(self, hazard: str) -> Micros | None:
        return self.judge.window_end(hazard)

    def chosen(self, decision: str) -> str | None:
        answer = self.desk.answers.get(decision)
        return answer.option if answer else None

    def done(self, deed: str) -> bool:
        return deed in self.deeds.done

    def kept(self, exercise: str) -> bool:
        return self.exercises.kept(exercise)

    def path_of(self, who: str) -> Path | None:
        if who == "trainee":
            return self.stance.path
        thing = self.stage.thing(who)
        return thing.path if thing else None
