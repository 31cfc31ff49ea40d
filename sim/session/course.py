"""The course of a session: what happens by itself as time passes, from one moment to the next.

Between two moments nothing happens that is not a closed formula of time, so the course leaps from
one to the next. At one moment the order is: a decision or an exercise runs out, windows close, steps
of the storyboard in file order, a decision or an exercise opens, the gate of the accident, a step of
the ending.
"""

from __future__ import annotations

from collections.abc import Iterable

from scenarios.model import Action, Scenario, Text
from scenarios.model import Say as SayAction
from sim.session.aim import middle_height
from sim.session.clock import Micros, Times, micros, seconds
from sim.session.conditions import compiled, earliest, lasts
from sim.session.decisions import Desk
from sim.session.deeds import Deeds
from sim.session.exercises import Exercises, metronome
from sim.session.facts import SceneFacts
from sim.session.following import EndingKind, Following, asked_in_scene
from sim.session.gaze import Gaze, raised
from sim.session.happenings import Happening, HappeningKind
from sim.session.judge import Judge
from sim.session.paths import Path
from sim.session.stage import Cause, Stage
from sim.session.stance import Stance
from sim.session.storyboard import Ending, Storyboard
from sim.state import Phase

LIVE: tuple[Phase, ...] = ("scene", "accident", "averted")
FOUND_SOUND = "tap_ok"
METRONOME_VOLUME = 0.5
CALM_DELAY = micros(3)
"""From the moment nothing is left to find, decide or do until the scene is averted early."""
DEBRIEF_WAIT = micros(60)
REDO_WAIT = micros(120)
"""A trainee who does nothing for so long, running time, has left."""


class Course:
    """The parts of a session and how they move on. ``sim.session.Session`` is its public face."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario = scenario
        self.times = Times()
        self.phase: Phase = "scene"
        self.paused = False
        self.outcome: str | None = None
        self.happenings: list[Happening] = []
        self.stage = Stage(scenario, seed)
        self.judge = Judge(scenario)
        self.desk = Desk(scenario.decisions)
        following = Following(scenario)
        self.deeds = Deeds(scenario, following)
        self.exercises = Exercises(scenario.exercises)
        self.stance = Stance(scenario)
        self.board = Storyboard(scenario, following)
        self._aims: dict[str, tuple[Path, Path]] = {}
        watched = self.board.watched() | self.deeds.watched()
        self.gaze = Gaze(watched, self._aim, self.stance.eye, self.stance.heading)
        self.facts = SceneFacts(
            self.times, self.judge, self.desk, self.deeds, self.exercises, self.stage, self.stance, self.gaze
        )
        self.rewound = False
        """In the redo: the stage is held at a moment of the past, and moves by the running time."""
        self.last_intent: Micros = 0
        self._gate = micros(scenario.accident.at)
        self._unless = compiled(scenario.accident.unless)
        self._may_end_early = lasts(self._unless)
        self._asked_in_scene = asked_in_scene(scenario)
        self._calm_at: Micros | None = None
        self._ending: Ending | None = None
        self._next_scene: Micros | None = None
        self._next_known = False
        self.settle()

    # --- time ---

    def pass_until(self, target: Micros) -> None:
        """Let real time pass until ``target``, moment by moment, or until the session is over."""
        while self.phase != "done" and self.times.session < target:
            span = self.span_to_next()
            left = target - self.times.session
            step = left if span is None else min(left, span)
            self.times.pass_by(step, paused=self.paused, scene_runs=self._scene_runs)
            if step == span:
                self.settle()

    @property
    def _scene_runs(self) -> bool:
        return self.phase in LIVE and not self.occupied

    @property
    def occupied(self) -> bool:
        """Whether a decision or an exercise is open, for which the scene stands still."""
        return self.desk.open is not None or self.exercises.open is not None

    @property
    def stage_time(self) -> Micros:
        """The time by which the things on the stage move."""
        return self.times.scene if not self.rewound else self.times.running

    def span_to_next(self) -> Micros | None:
        """Real time until something happens by itself; None: nothing will."""
        if self.paused or self.phase == "done":
            return None
        if self.phase in LIVE and self.occupied:
            return (self.desk.deadline or self.exercises.deadline) - self.times.running
        if self.phase in LIVE:
            return self._next_scene_moment() - self.times.scene
        wait = DEBRIEF_WAIT if self.phase == "debrief" else REDO_WAIT
        return self.last_intent + wait - self.times.running

    def _next_scene_moment(self) -> Micros:
        if not self._next_known:
            own = (self._gate, self.judge.next_close(), self._calm_at) if self._ending is None else ()
            ending = (self._ending.next_moment(),) if self._ending else ()
            waited_for = self.board.next_change(self.facts), self.deeds.next_change(self.facts)
            self._next_scene = earliest((*waited_for, *own, *ending))
            self._next_known = True
        return self._next_scene

    # --- moments ---

    def settle(self) -> None:
        """Let everything happen that is due at this moment."""
        while not self.paused and self.phase != "done" and self._one_thing_happens():
            pass
        self._next_known = False

    def _one_thing_happens(self) -> bool:
        if self.phase not in LIVE:
            return self._trainee_has_left()
        if self.desk.open is not None and self.times.running >= self.desk.deadline:
            self.note("timed_out", self.desk.time_out(self.times.scene))
            return True
        if self.exercises.open is not None and self.times.running >= self.exercises.deadline:
            self.exercise_is_over(self.exercises.time_out(self.times.scene))
            return True
        if self.phase == "scene":
            for hazard in self.judge.close(self.times.scene):
                self.note("missed", hazard)
        if self._storyboard_goes_on() or self._question_opens():
            return True
        if self.occupied:
            return False
        return self._scene_ends() if self._ending is None else self._ending_goes_on(self._ending)

    def _trainee_has_left(self) -> bool:
        if self.times.running < self.last_intent + (DEBRIEF_WAIT if self.phase == "debrief" else REDO_WAIT):
            return False
        self.finish()
        return True

    def _storyboard_goes_on(self) -> bool:
        step = self.board.take_due(self.facts, scene_over=self._ending is not None)
        if step is None:
            return False
        if step.id is not None:
            self.facts.moments[step.id] = self.times.scene
            self.note("step", step.id)
        self.carry_out(step.do, self.cause)
        return True

    def _question_opens(self) -> bool:
        """A decision that waits, or else an exercise, opens if nothing is open."""
        if self.occupied:
            return False
        if decision := self.desk.open_next(self.times.running):
            self.note("asked", decision)
        elif exercise := self.exercises.open_next(self.times.running):
            self.note("exercise", exercise)
            self.give_the_pace(exercise)
        return self.occupied

    def _scene_ends(self) -> bool:
        if self.times.scene >= self._gate:
            self.begin_ending("averted" if self._unless.holds(self.facts) else "accident", "time")
            return True
        if self._calm_at is None and self._nothing_left_to_do():
            self._calm_at = self.times.scene + CALM_DELAY
        if self._calm_at is not None and self.times.scene >= self._calm_at:
            self.begin_ending("averted", "nothing_left")
            return True
        return False

    def _nothing_left_to_do(self) -> bool:
        """The accident cannot happen any more, and there is nothing to find, to decide or to do."""
        answered = self._asked_in_scene <= self.desk.answers.keys() | self.exercises.results.keys()
        all_done = self.judge.all_found and answered and not self.deeds.left()
        return self._may_end_early and all_done and self._unless.holds(self.facts)

    def begin_ending(self, kind: EndingKind, cause: str) -> None:
        """The accident, or the averted ending, begins now."""
        self.phase = self.outcome = self.deeds.ending = kind
        self.facts.moments[kind] = self.times.scene
        self._close_down()
        steps = self.scenario.accident.steps if kind == "accident" else self.scenario.averted.steps
        self._ending = Ending(steps, self.times.scene)
        self.note(kind, detail=cause)

    def _ending_goes_on(self, ending: Ending) -> bool:
        timed = ending.take_due(self.facts)
        if timed is not None:
            self.carry_out(timed.do, "ending")
            return True
        if self.times.scene < ending.debrief_at:
            return False
        self.phase = "debrief"
        self.last_intent = self.times.running
        self.stage.show.end_scene()
        self.note("debrief")
        return True

    def finish(self) -> None:
        """The session is over."""
        self.phase = "done"
        self._close_down()
        self.note("done")

    def _close_down(self) -> None:
        self.desk.close_down()
        self.exercises.close_down()

    # --- what is done ---

    def carry_out(self, actions: Iterable[Action], cause: Cause, by: str = "storyboard") -> None:
        """Carry out actions one after the other, at this moment. ``by`` is what an ending is put down to."""
        for action in actions:
            if action.ask is not None or action.exercise is not None:
                self._ask(action)
            elif action.accident or action.avert:
                if self.phase == "scene":
                    self.begin_ending("accident" if action.accident else "averted", by)
            else:
                self.gaze.settle(self.times.scene)
                self.stage.act(action, self.stage_time, self.times.running, cause)

    def _ask(self, action: Action) -> None:
        if self.phase not in LIVE:
            return
        if action.ask is not None:
            self.desk.ask(action.ask)
        else:
            self.exercises.ask(action.exercise)

    @property
    def cause(self) -> Cause:
        """What is done now belongs to the scene, or to its ending."""
        return "scene" if self._ending is None else "ending"

    def exercise_is_over(self, exercise: str) -> None:
        """An exercise was settled: it is said what follows, and that happens."""
        outcome = self.exercises.outcome(exercise)
        self.end_the_pace(exercise)
        self.note("kept" if self.exercises.kept(exercise) else "not_kept", exercise)
        self.tell(outcome.then)
        self.carry_out(outcome.do, self.cause)

    def give_the_pace(self, exercise: str) -> None:
        """Let the right rhythm of an exercise be heard."""
        if sound := metronome(self.scenario.exercises[exercise]):
            self.stage.show.sound(self.times.running, sound, volume=METRONOME_VOLUME, loop=True)

    def end_the_pace(self, exercise: str) -> None:
        if sound := metronome(self.scenario.exercises[exercise]):
            self.stage.show.hush(sound)

    def put_right(self, hazard: str) -> None:
        """A hazard was found: it is heard, and what can be is put right in the scene."""
        self.stage.show.sound(self.times.running, FOUND_SOUND)
        self.carry_out(self.scenario.hazards[hazard].corrected, "corrected")

    def tell(self, text: Text) -> None:
        """The narrator says something."""
        self.stage.show.say(self.times.running, SayAction(text=text), None)

    def note(self, kind: HappeningKind, subject: str = "", detail: str = "") -> None:
        """Enter something into the happenings."""
        happening = Happening(kind, seconds(self.times.session), seconds(self.times.scene), subject, detail)
        self.happenings.append(happening)

    def _aim(self, name: str) -> Path | None:
        """The path of a thing's middle, made anew only when the thing took another path."""
        thing = self.stage.thing(name)
        if thing is None:
            return None
        base, middle = self._aims.get(name, (None, None))
        if base is not thing.path:
            middle = raised(thing.path, middle_height(self.scenario, name))
            self._aims[name] = (thing.path, middle)
        return middle
