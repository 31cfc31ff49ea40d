"""One session of one scenario, as a function of the trainee's events and of time."""

from __future__ import annotations

from typing import Literal

from scenarios.model import Scenario
from sim.log.events import Beat, Choose, Do, Event, Flag, Go, Look, Pause, Resume, Step, Stop
from sim.session.clock import micros, seconds
from sim.session.course import LIVE, Course
from sim.session.happenings import FALSE_ALARM_KINDS, FOUND_KINDS, Happening
from sim.session.redo import Redo
from sim.state import DecisionState, Phase, SceneState, Vec3

FALSE_ALARM_SOUND = "tap_bad"


class Session:
    """Feed it the events of a log in the order of their time; ask it for the state of the scene.

    It knows no clock and no graphics. The same scenario, seed and events give the same session on any
    machine, however finely ``advance`` is called. An event that has no meaning at its moment (a flag
    in the debrief, an answer to what was not asked) is passed over, so that any log can be played.
    """

    def __init__(self, scenario: Scenario, seed: int = 0) -> None:
        self.scenario = scenario
        self.seed = seed
        self._course = Course(scenario, seed)
        self._redo: Redo | None = None

    # --- time and events ---

    def advance(self, session_time: float) -> None:
        """Let time pass until ``session_time``, in seconds.

        Raises:
            ValueError: that moment has passed.
        """
        target = micros(session_time)
        if target < self._course.times.session:
            raise ValueError(f"the session stands at {self.time} s and does not go back to {session_time} s")
        self._course.pass_until(target)

    def apply(self, event: Event) -> None:
        """Let time pass until the event, and let it happen.

        Raises:
            ValueError: its moment has passed.
        """
        if self.ended:
            return
        self.advance(event.t)
        if self.ended:
            return
        self._course.last_intent = self._course.times.running
        if self._take(event):
            self._course.settle()

    def _take(self, event: Event) -> bool:
        """Take an event in; whether it may have consequences at this moment."""
        course = self._course
        match event:
            case Look():
                return self._turn(event)
            case Stop():
                course.note("stopped", detail=event.by)
                course.finish()
            case Pause():
                course.paused = True
            case Resume():
                course.paused = False
            case _ if course.paused:
                return False
            case Step():
                self._step(event)
            case Flag():
                self._flag(event)
            case Choose():
                self._choose(event)
            case Do():
                self._do(event)
            case Beat():
                self._beat()
            case Go():
                self._go()
        return True

    def _turn(self, event: Look) -> bool:
        course = self._course
        course.gaze.settle(course.times.scene)
        course.stance.look(event.h, event.p)
        course.gaze.turn(*(event.gaze or (course.stance.heading, course.stance.pitch)))
        return course.gaze.watches

    def _step(self, event: Step) -> None:
        course = self._course
        course.gaze.settle(course.times.scene)
        course.stance.step(event.to)
        course.stage.carry_to(course.stance.standpoint)
        course.gaze.stand(course.stance.eye)

    def _flag(self, event: Flag) -> None:
        course = self._course
        if course.phase == "redo":
            self._redo.flag(event.target)
        elif course.phase == "scene" and not course.occupied:
            kind, subject = course.judge.flag(event.target, event.problem, course.times.scene)
            course.note(kind, subject, event.problem)
            if kind in FOUND_KINDS:
                course.put_right(subject)
            elif kind in FALSE_ALARM_KINDS:
                course.stage.show.sound(course.times.running, FALSE_ALARM_SOUND)

    def _choose(self, event: Choose) -> None:
        course = self._course
        if course.phase == "redo":
            self._redo.choose(event.decision, event.option)
            return
        option = course.desk.answer(event.decision, event.option, course.times.scene)
        if option is None:
            return
        course.note("answered", event.decision, event.option)
        course.tell(option.then)
        course.carry_out(option.do, course.cause)
        chosen = f"{event.decision}.{event.option}"
        if course.phase == "scene" and chosen in self.scenario.accident.at_once:
            course.begin_ending("accident", chosen)

    def _do(self, event: Do) -> None:
        course = self._course
        if course.phase == "redo":
            self._redo.do(event.deed)
            return
        deed = course.deeds.do(event.deed, course.facts) if event.deed in self.offered_deeds else None
        if deed is None:
            return
        course.note("did", event.deed, "right" if deed.right else "wrong")
        if deed.then is not None:
            course.tell(deed.then)
        course.carry_out(deed.do, course.cause, by=event.deed)

    def _beat(self) -> None:
        course = self._course
        exercise = course.exercises.open
        if exercise is None or not course.exercises.beat(course.times.running, course.times.scene):
            return
        if course.phase == "redo":
            self._redo.exercised()
        else:
            course.exercise_is_over(exercise)

    def _go(self) -> None:
        course = self._course
        if course.phase == "redo":
            self._redo.go()
        elif course.phase == "debrief" and course.outcome == "accident":
            self._redo = Redo(course)
        elif course.phase == "debrief":
            course.finish()

    # --- what can be asked ---

    @property
    def time(self) -> float:
        """Session time, in seconds. It stops when the session ends."""
        return seconds(self._course.times.session)

    @property
    def scene_time(self) -> float:
        """Scene time, in seconds."""
        return seconds(self._course.times.scene)

    @property
    def ended(self) -> bool:
        return self._course.phase == "done"

    @property
    def phase(self) -> Phase:
        return self._course.phase

    @property
    def outcome(self) -> Literal["accident", "averted"] | None:
        return self._course.outcome

    @property
    def happenings(self) -> list[Happening]:
        """Everything that came of the events so far, in order."""
        return self._course.happenings

    @property
    def found(self) -> tuple[str, ...]:
        """Hazards found, in order."""
        return tuple(self._course.judge.found)

    @property
    def open_decision(self) -> str | None:
        """The decision the trainee is asked now, in the scene or in the redo."""
        return self._redo.decision if self.phase == "redo" else self._course.desk.open

    @property
    def open_exercise(self) -> str | None:
        """The exercise that is under way, in the scene or in the redo."""
        return self._course.exercises.open

    @property
    def offered_deeds(self) -> tuple[str, ...]:
        """What hands could do now, in the order of the file."""
        course = self._course
        if course.phase == "redo":
            return self._redo.deeds
        return course.deeds.offered(course.facts) if course.phase in LIVE and not course.occupied else ()

    def next_moment(self) -> float | None:
        """Session time of the next thing that happens without the trainee; None: nothing will."""
        span = self._course.span_to_next()
        return None if span is None else seconds(self._course.times.session + span)

    def position(self, name: str) -> Vec3 | None:
        """Where a thing is now."""
        return self._course.stage.position(name, self._course.stage_time)

    def state(self) -> SceneState:
        """Everything a display shows at this moment."""
        course = self._course
        times, show, stage_time = course.times, course.stage.show, course.stage_time
        things = course.stage.things(stage_time)
        return SceneState(
            session_time=self.time,
            scene_time=self.scene_time,
            phase=course.phase,
            paused=course.paused,
            trainee=course.stance.state(),
            things=things,
            effects=show.effects_at(stage_time),
            lights=show.lights_at(stage_time),
            fade=show.fade_at(stage_time),
            captions=show.captions_at(times.running),
            sounds=show.sounds_at(times.running, things),
            haptic=show.haptic_at(times.running),
            decision=self._decision_state(),
            exercise=course.exercises.state(times.running, timed=course.phase != "redo"),
            deeds=self.offered_deeds,
            redo=self._redo.state() if course.phase == "redo" else None,
            flagged=self.found,
            false_alarms=course.judge.false_alarms,
            outcome=course.outcome,
            time_left=max(0.0, self.scenario.accident.at - self.scene_time) if course.phase == "scene" else 0.0,
        )

    def _decision_state(self) -> DecisionState | None:
        name = self.open_decision
        if name is None:
            return None
        course = self._course
        if course.phase == "redo":
            return DecisionState(name, self.scenario.decisions[name].limit)
        return DecisionState(name, seconds(course.desk.deadline - course.times.running))
