"""A scripted trainee in the mock headset: what it means to do becomes head, hands, trigger and stick.

It sees what a person sees, the panels that stand in the scene and the things themselves, and knows the session
only as far as its trainee does. Every move takes frames: ``before_frame`` is called before each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scenarios.model import Text
from scenarios.registry import registry
from sim.display.headset.desk.rotation import about_up, add, degrees_between, heading_and_pitch, less, looking, turned
from sim.log.events import Beat, Choose, Do, Event, Flag, Go, Look, Step
from sim.session.gaze import direction_of
from sim.state import Vec3
from sim.trainees import Trainee
from sim.xr.tracked import SIDES, Pose, Side
from tests.xr.mock_runtime import MockRuntime
from tests.xr.seeing import Seeing, Visit

Moves = Iterator[None]
"""One step for each frame."""
EYE: Vec3 = (0.0, 0.0, 1.65)
HELD: tuple[Vec3, ...] = ((0.25, 0.3, -0.4), (-0.25, 0.3, -0.4), (0.35, 0.1, 0.1), (0.02, 0.12, -0.04))
"""Where a hand is held, from the head and turned with it: the first where nothing stands before what is meant."""
HANGING: dict[Side, Vec3] = {"left": (-0.3, -0.05, -0.8), "right": (0.3, -0.05, -0.8)}
SETTLED_SECONDS = 0.15
"""A hand that has turned is steady after so long."""
READY_SECONDS = 0.4
"""A panel that has just come takes answers after so long."""
HOLD_SECONDS = 0.5
PATIENCE = 20
"""Frames; after so many the trainee goes where it sees better."""
GLANCE_DEGREES = 60.0
LEAD_SECONDS = 1.6
"""So long before something is to happen the hand begins to move."""
QUICK_HZ, IDLE_HZ = 40.0, 5.0
"""Frames while something is done, and while nothing is: the mock's time goes as fast as frames are asked for."""


class ScriptedHands:
    """``side`` is the hand that does everything; the other one holds its controller and hangs down."""

    def __init__(self, runtime: MockRuntime, visit: Visit, trainee: Trainee, side: Side = "right") -> None:
        self._runtime, self._visit, self._trainee, self._side = runtime, visit, trainee, side
        self._seeing = Seeing(visit)
        self._view = (0.0, 0.0)
        self.presses: list[str] = []
        """The texts of the buttons that were chosen."""
        for each in SIDES:
            runtime.device(each, "touch")
        self._look(0.0, 0.0)
        self._moves = self._play()

    def before_frame(self) -> None:
        """Move as far as one frame goes."""
        next(self._moves, None)

    @property
    def waits_for_ever(self) -> bool:
        """The accident is over, and the trainee does not press on."""
        session = self._visit.live.session
        return session.phase == "debrief" and self._trainee.next_event(session) is None

    # --- what it does ---------------------------------------------------------------------------------

    def _play(self) -> Moves:
        while not self._visit.live.ended:
            if not self._visit.in_scene or self._visit.state().paused:
                yield from self._go_on()
            else:
                event, before = self._trainee.next_event(self._visit.live.session), self._signature()
                yield from self._until_changed(before, self._at_leisure(event))

    def _go_on(self) -> Moves:
        """Through the panels before the scene, and out of a pause."""
        self._pace(QUICK_HZ)
        yield from self._wait(READY_SECONDS)
        if self._seeing.good_button() is not None:
            yield from self._press(*self._seeing.good_button())
        yield from self._frames(2)

    def _signature(self) -> tuple[object, ...]:
        """What a trainee decides by: when it changes, it is asked again."""
        session, state = self._visit.live.session, self._visit.state()
        redo = state.redo.index if state.redo is not None else None
        return (
            session.phase, session.open_decision, session.open_exercise, tuple(session.offered_deeds),
            len(session.found), redo, state.paused,
        )  # fmt: skip

    def _until_changed(self, before: tuple[object, ...], moves: Moves) -> Moves:
        for _ in moves:
            yield
            if self._signature() != before:
                break
        self._let_go()
        yield

    def _at_leisure(self, event: Event | None) -> Moves:
        """Wait until it is time for the event, then carry it out."""
        session = self._visit.live.session
        while event is None or session.time < event.t - LEAD_SECONDS:
            left = 1.0 if event is None else event.t - LEAD_SECONDS - session.time
            self._pace(IDLE_HZ if left > 2 / IDLE_HZ else QUICK_HZ)
            yield
        self._pace(QUICK_HZ)
        yield from self._carry_out(event)

    def _carry_out(self, event: Event) -> Moves:
        scenario = self._visit.live.session.scenario
        match event:
            case Look():
                yield from self._until(event.t)
                self._look(event.h, event.p)
                yield
            case Step():
                yield from self._until(event.t)
                yield from self._leap(event.to)
            case Flag():
                words = registry().problems[event.problem]
                yield from self._mean(event.target, words, event.t)
            case Do():
                deed = scenario.deeds[event.deed]
                yield from self._mean(deed.target, deed.text, event.t)
            case Choose():
                option = scenario.decisions[event.decision].options[event.option]
                yield from self._answer(self._words(option.text), event.t)
            case Beat():
                yield from self._until(event.t)
                yield from self._pull()
            case Go():
                yield from self._until(event.t)
                if self._seeing.good_button() is not None:
                    yield from self._press(*self._seeing.good_button())

    def _mean(self, target: str, words: Text, at: float) -> Moves:
        """Point at a thing and hold; where it asks something, answer."""
        line = None
        while line is None:
            for _ in range(PATIENCE):  # something said hangs before it, or somebody stands there
                self._look_at(self._seeing.middle_of(target))
                yield
                if line := self._clear_line(target):
                    break
            else:
                yield from self._leap(self._seeing.better_place(target))
        self._hold_at(line[0])
        yield from self._point(lambda: (self._clear_line(target, line[:1]) or line)[1])
        asks = self._visit.state().redo is None
        if not asks:
            yield from self._until(at - HOLD_SECONDS)
        self._trigger(1.0)
        yield from self._wait(HOLD_SECONDS)
        self._trigger(0.0)
        yield
        if asks:
            yield from self._answer(self._words(words), at)

    def _answer(self, words: str, at: float) -> Moves:
        found = self._seeing.button(words)
        if found is None:
            return
        yield from self._wait(READY_SECONDS)
        yield from self._press(*found, at=at)

    def _press(self, key: str, button: str, at: float = 0.0) -> Moves:
        """Look and point at a button, and pull the trigger then."""
        self._glance_at(self._seeing.middle_of_button(key, button), keeps=key.startswith("wheel"))
        yield
        yield from self._point(lambda: self._seeing.middle_of_button(key, button))
        yield from self._until(at)
        placed = self._seeing.panel(key)
        if placed is not None:
            self.presses += [each.text for each in placed.panel.buttons if each.id == button]
            yield from self._pull()

    def _leap(self, to: int) -> Moves:
        self._runtime.input(self._side, "thumbstick", 0.0, 1.0)
        yield from self._frames(2)
        places = dict(self._visit.shown.places)
        if to in places:
            yield from self._point(lambda: places[to])
        self._runtime.input(self._side, "thumbstick", 0.0, 0.0)
        yield from self._frames(3)

    def _pull(self) -> Moves:
        self._trigger(1.0)
        yield
        self._trigger(0.0)
        yield

    def _point(self, where: Callable[[], Vec3]) -> Moves:
        """Turn the hand there and hold it still; what has moved meanwhile is followed."""
        self._aim(where())
        yield from self._wait(SETTLED_SECONDS)
        self._aim(where())
        yield from self._frames(3)

    def _let_go(self) -> None:
        self._trigger(0.0)
        self._runtime.input(self._side, "thumbstick", 0.0, 0.0)

    # --- time -----------------------------------------------------------------------------------------

    def _pace(self, hertz: float) -> None:
        if self._runtime.refresh_rate != hertz:
            self._runtime.change_refresh_rate(hertz)

    def _frames(self, count: int) -> Moves:
        for _ in range(count):
            yield

    def _wait(self, seconds: float) -> Moves:
        yield from self._frames(max(1, round(seconds * self._runtime.refresh_rate) + 1))

    def _until(self, session_time: float) -> Moves:
        while self._visit.live.session.time < session_time:
            yield

    def _words(self, words: Text) -> str:
        return getattr(words, self._visit.lang)

    # --- head and hand ----------------------------------------------------------------------------------

    def _look(self, heading: float, pitch: float) -> None:
        """Turn the head in the world; the hand comes along, at rest."""
        self._view = (heading - self._visit.rig.heading, pitch)
        self._runtime.head(Pose(EYE, looking(*self._view)))
        self._hold_at(HELD[0])

    def _look_at(self, point: Vec3) -> None:
        self._look(*heading_and_pitch(less(point, self._visit.rig.point(EYE))))

    def _glance_at(self, point: Vec3, *, keeps: bool) -> None:
        """Turn the head to a point; who ``keeps`` a question does so only where that is not far from the thing that
        it is about: whoever turns away from it has left it."""
        heading, pitch = heading_and_pitch(less(point, self._visit.rig.point(EYE)))
        view = direction_of(self._view[0] + self._visit.rig.heading, self._view[1])
        if not keeps or degrees_between(direction_of(heading, pitch), view) < GLANCE_DEGREES:
            self._look(heading, pitch)

    def _hold_at(self, held: Vec3) -> None:
        other = SIDES[1 - SIDES.index(self._side)]
        self._runtime.hand(other, Pose(self._grip(HANGING[other]), about_up(self._view[0])))
        self._held = held
        self._runtime.hand(self._side, Pose(self._grip(held), about_up(self._view[0])))

    def _grip(self, held: Vec3) -> Vec3:
        """Where a hand that is held so is in the room."""
        return add(EYE, turned(about_up(self._view[0]), held))

    def _start(self, held: Vec3) -> Vec3:
        """The same in the world."""
        return self._visit.rig.point(self._grip(held))

    def _aim(self, point: Vec3) -> None:
        """Turn the hand to a point of the world."""
        heading, pitch = heading_and_pitch(less(point, self._start(self._held)))
        aim = looking(heading - self._visit.rig.heading, pitch)
        self._runtime.hand(self._side, Pose(self._grip(self._held), aim))

    def _trigger(self, pulled: float) -> None:
        self._runtime.input(self._side, "trigger/value", pulled)

    def _clear_line(self, target: str, held: tuple[Vec3, ...] = HELD) -> tuple[Vec3, Vec3] | None:
        """How to hold the hand, and a point of the thing that nothing then stands before."""
        for each in held:
            point = self._seeing.free_point(target, self._start(each))
            if point is not None:
                return each, point
        return None
