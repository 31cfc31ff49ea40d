"""The book of exercises: which was started, which is under way, how each came out."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenarios.model import Exercise, Outcome, Scenario
from scenarios.registry import registry
from sim.session.clock import Micros, micros, seconds
from sim.session.rhythm import rate, well_kept
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


@dataclass(slots=True)
class Exercises:
    """One is under way at a time; others started meanwhile wait. Beats and deadlines are in running time."""

    scenario: Scenario
    open: str | None = None
    deadline: Micros | None = None
    results: dict[str, Result] = field(default_factory=dict)
    _beats: list[Micros] = field(default_factory=list)
    _started: set[str] = field(default_factory=set)
    _waiting: list[str] = field(default_factory=list)

    def start(self, exercise: str) -> None:
        """Start an exercise, unless it was started before."""
        if exercise in self.scenario.exercises and exercise not in self._started:
            self._started.add(exercise)
            self._waiting.append(exercise)

    def open_next(self, running: Micros) -> str | None:
        """Open the next one that waits, if none is open; returns it."""
        if self.open is not None or not self._waiting:
            return None
        self.resume(self._waiting.pop(0), running)
        return self.open

    def resume(self, exercise: str, running: Micros) -> None:
        """Open an exercise, whether or not it was done before."""
        self.open = exercise
        self.deadline = running + micros(self.scenario.exercises[exercise].limit)
        self._beats.clear()

    def beat(self, running: Micros, scene: Micros) -> bool:
        """Take a beat; whether it was the last one of the open exercise, which is settled by it."""
        if self.open is None:
            return False
        self._beats.append(running)
        if len(self._beats) < self.scenario.exercises[self.open].beats:
            return False
        self._settle(scene)
        return True

    def time_out(self, scene: Micros) -> None:
        """Settle the open exercise with the beats that were made."""
        self._settle(scene)

    def _settle(self, scene: Micros) -> None:
        exercise = self.scenario.exercises[self.open]
        self.results[self.open] = Result(well_kept(exercise, [seconds(beat) for beat in self._beats]), scene)
        self.open = self.deadline = None

    def outcome(self, exercise: str) -> Outcome:
        """What a settled exercise leads to."""
        written = self.scenario.exercises[exercise]
        return written.good if self.results[exercise].good else written.poor

    def close_down(self) -> None:
        """What is open or waits is dropped: the moment for it is gone."""
        self.open = self.deadline = None
        self._waiting.clear()

    def kept(self, exercise: str) -> bool:
        """Whether it was done well."""
        return exercise in self.results and self.results[exercise].good

    def not_kept(self) -> list[str]:
        """Exercises not done well, in the order of the file."""
        return [name for name in self.scenario.exercises if not self.kept(name)]

    def state(self, running: Micros, *, timed: bool) -> ExerciseState | None:
        """The open one as a display shows it; with its full limit left where it is not ``timed``."""
        if self.open is None:
            return None
        written = self.scenario.exercises[self.open]
        left = seconds(self.deadline - running) if timed else written.limit
        return ExerciseState(self.open, len(self._beats), rate([seconds(beat) for beat in self._beats]), left)
