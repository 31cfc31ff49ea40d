"""The book of exercises: which was started, which is under way, how each came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import Exercise, Outcome
from scenarios.registry import registry
from sim.session.clock import Micros, seconds
from sim.session.rhythm import rate, well_kept
from sim.session.turns import Turns
from sim.state import ExerciseState


def metronome(exercise: Exercise) -> str | None:
    """The sound that clicks at the middle of an exercise's rates, where the library has one."""
    sound = f"metronome_{sum(exercise.beats_per_minute) / 2:g}"
    return sound if sound in registry().sounds else None


@dataclass(frozen=True, slots=True)
class Result:
    """How an exercise came out, at which scene time."""

    good: bool
    scene: Micros


class Exercises(Turns[Exercise]):
    """The exercises of a scenario, the beats of the open one, in running time, and how each came out."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        super().__init__(exercises)
        self.results: dict[str, Result] = {}
        self._beats: list[Micros] = []

    def resume(self, name: str, running: Micros) -> None:
        """Open this one, done before or not; its beats are counted from none."""
        super().resume(name, running)
        self._beats.clear()

    def beat(self, running: Micros, scene: Micros) -> bool:
        """Take a beat; whether it was the last one of the open exercise, which is settled by it."""
        if self.open is None:
            return False
        self._beats.append(running)
        if len(self._beats) < self.written[self.open].beats:
            return False
        self._settle(scene)
        return True

    def time_out(self, scene: Micros) -> str:
        """Settle the open exercise with the beats that were made; returns it."""
        return self._settle(scene)

    def _settle(self, scene: Micros) -> str:
        exercise = self.close()
        good = well_kept(self.written[exercise], [seconds(beat) for beat in self._beats])
        self.results[exercise] = Result(good, scene)
        return exercise

    def outcome(self, exercise: str) -> Outcome:
        """What a settled exercise leads to."""
        written = self.written[exercise]
        return written.good if self.results[exercise].good else written.poor

    def kept(self, exercise: str) -> bool:
        """Whether it was done well."""
        return exercise in self.results and self.results[exercise].good

    def not_kept(self) -> list[str]:
        """Exercises not done well, in the order of the file."""
        return [name for name in self.written if not self.kept(name)]

    def state(self, running: Micros, *, timed: bool) -> ExerciseState | None:
        """The open one as a display shows it; with its full limit left where it is not ``timed``."""
        if self.open is None:
            return None
        left = seconds(self.deadline - running) if timed else self.written[self.open].limit
        return ExerciseState(self.open, len(self._beats), rate([seconds(beat) for beat in self._beats]), left)
