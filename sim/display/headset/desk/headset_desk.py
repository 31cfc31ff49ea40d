"""A visit in a headset, from what it tells of head and hands to what stands in the scene. Needs no headset."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from common.comfort import Comfort
from common.text import Lang
from sim.display.headset.desk.act import Act, Said
from sim.display.headset.desk.aiming import Aiming
from sim.display.headset.desk.before_and_after import Ask, Ready, consent, rest
from sim.display.headset.desk.board import Board, Touch
from sim.display.headset.desk.feeling import Feeling, answers_beside
from sim.display.headset.desk.findings import Findings
from sim.display.headset.desk.frame_clock import FrameClock
from sim.display.headset.desk.haptics import Haptics, Pulse
from sim.display.headset.desk.holding import NOT_HELD, Held, Holding
from sim.display.headset.desk.induction import Induction
from sim.display.headset.desk.leaping import NOWHERE, Aimed, Leaping
from sim.display.headset.desk.moving import Moving
from sim.display.headset.desk.notice import Notice, notice
from sim.display.headset.desk.person import Person
from sim.display.headset.desk.play import Play
from sim.display.headset.desk.rig import Rig
from sim.display.headset.desk.rotation import along, towards
from sim.display.headset.desk.shades import Shades, corners, wall
from sim.display.headset.desk.wearing import Wearing
from sim.display.headset.shown import Ray, Shown
from sim.play_live import LiveSession
from sim.state import SceneState
from sim.world.compose import World
from sim.world.picking import Pick, Picker
from sim.xr.tracked import Pose, Tracked

PAUSED_DARK = 0.55
"""How dark the scene is while it is held."""
ROOM_METRES = 3.0
"""How long a ray is outside the scene that meets no panel."""


class HeadsetDesk:
    """One person's visit: ready, the practice for who wears it for the first time, how one feels, the warning and
    the consent, the session, how one feels.

    Call ``frame`` once for every picture, then ask for ``state`` and ``pulses``. Until ``in_scene`` nothing of the
    scene may be seen or heard: the trainee stands at the origin of another place, if there is one, else in the dark.
    The session's clock stands still meanwhile.
    """

    def __init__(
        self,
        world: World,
        picker: Picker,
        live: LiveSession,
        clock: FrameClock,
        comfort: Comfort,
        lang: Lang,
        *,
        log: Path,
        first_time: bool = False,
        worn_before: float = 0.0,
        room: bool = False,
    ) -> None:
        """``clock`` is the live session's, ``log`` its log's path. ``worn_before``: seconds that this person has
        worn a headset already without a break. ``room``: the display shows another place outside the scene."""
        self._live, self._clock, self._comfort, self._room = live, clock, comfort, room
        self._said = Said(lang)
        self._log, self._first_time = log, first_time
        self._play = Play(world, picker, live, comfort, self._said)
        self._findings = Findings(world, self._play.state)
        self._warning = getattr(world.scenario.content_warning, lang)
        self._again = live.session.time > 0
        self.rig = Rig(seated=comfort.seated)
        self.head: Pose | None = None
        """The head in the world, where it was seen last; None before it was."""
        self._now = 0.0
        self._aiming, self._wearing = Aiming(comfort), Wearing(worn_before)
        self._board, self._holding, self._leaping = Board(comfort.panel_metres), Holding(), Leaping()
        self._shades, self._haptics = Shades(vignette=comfort.vignette), Haptics()
        self._moving = Moving(self.rig, self._shades, turn=comfort.turn)
        self._stopped_by: Literal["trainee", "crew"] | None = None
        self._reminded = self._rested = False
        self._acts = self._visit()
        self._act: Act | None = next(self._acts)
        clock.held = True

    # --- what a display asks for ------------------------------------------------------------------------

    @property
    def in_scene(self) -> bool:
        """Whether the scene is to be seen and heard."""
        return self._act is self._play

    @property
    def ended(self) -> bool:
        """The visit is over; nothing is shown any more."""
        return self._act is None or self._shades.left

    @property
    def worn_seconds(self) -> float:
        """How long this person has worn a headset by now, without a break."""
        return self._wearing.worn_seconds

    def state(self) -> SceneState:
        """The scene at the last frame."""
        return self._play.state

    def pulses(self) -> tuple[Pulse, ...]:
        """What hands are to feel, since the last call."""
        return self._haptics.taken()

    def stop(self, by: Literal["trainee", "crew"]) -> None:
        """End the visit at once: the session's log is finished now, the picture fades."""
        if self._stopped_by is None:
            self._stopped_by = by
            self._live.stop(by)
            self._shades.leave()

    # --- the parts of a visit -----------------------------------------------------------------------------

    def _visit(self) -> Iterator[Act]:
        """One part after the other; each is settled when the next is asked for."""
        ready = Ready(self._said, seated=self._comfort.seated, again=self._again)
        yield ready
        self._moving.straighten()
        if not self._again:
            if self._first_time:
                yield Induction(self._said)
            for asked in self._asked_before():
                yield asked
                if asked.declined:
                    self.stop("trainee")
                    return
        yield self._play
        if self._comfort.questionnaire:
            yield Feeling(self._said, "after", answers_beside(self._log))
        if self._worn_minutes >= self._comfort.reminder_minutes:
            yield rest(self._said, self._worn_minutes)

    def _asked_before(self) -> Iterator[Ask | Feeling]:
        if self._comfort.questionnaire:
            yield Feeling(self._said, "before", answers_beside(self._log))
        yield consent(self._said, self._warning)

    @property
    def _worn_minutes(self) -> float:
        return self._wearing.worn_seconds / 60

    def _go_on(self) -> None:
        """From one part to the next; between the room and the scene the trainee is moved."""
        before = self.in_scene
        self._act = next(self._acts, None)
        self._clock.held = not self.in_scene
        if self._act is not None and before != self.in_scene:
            left_off = self._play.state.trainee.heading if self.in_scene and self._again else None
            self._moving.straighten(left_off)
        self._holding.let_go()
        self._leaping.forget()

    # --- one frame ----------------------------------------------------------------------------------------

    def frame(self, tracked: Tracked) -> Shown:
        """What stands in the scene for this frame, after everything that head and hands have done in it."""
        step = self._clock.show(tracked.time)
        self._now += step
        self._shades.pass_by(step)
        if self._act is not None and self._act.over and self._stopped_by is None:
            self._go_on()
        if self._act is None:
            return Shown(dark=1.0)
        trouble = self._wearing.follow(tracked, step, controllers_gone=self._aiming.controllers_gone)
        person = self._person(tracked, step)
        if person is None:
            return Shown(dark=1.0)
        if self._stopped_by is not None:
            return self._fading(person)
        if self.in_scene:
            self._live.tick()
            self._play.follow(person, trouble)
            self._watch_the_time(person)
        touch, held, aimed = self._do(person)
        if self.in_scene:
            self._haptics.shake(0.0 if self._play.state.paused else self._play.state.haptic, step)
        return self._shown(tracked, person, touch, held, aimed)

    def _person(self, tracked: Tracked, step: float) -> Person | None:
        """The trainee of this frame, once they are moved as was asked for in the last."""
        act = self._act
        moved = self._moving.settle(tracked, act.places[act.here], self._front)
        if tracked.head is not None:
            self.head = self.rig.pose(tracked.head)
        if self.head is None:
            return None
        hands = self._aiming.hands(tracked, self.rig, step)
        eyes = self._aiming.eyes(tracked, self.rig, step)
        pointer = self._aiming.pointer(hands, self.head, eyes, step) if tracked.head is not None else None
        self._moving.flicks(hands)
        person = Person(self._now, self.head, pointer, hands, eyes)
        if moved:
            self._board.come_along(person)
        return person

    @property
    def _front(self) -> float:
        """The heading that lies ahead of somebody who is set straight."""
        return self._play.headings[self._play.here] if self.in_scene else 0.0

    def _do(self, person: Person) -> tuple[Touch, Held, Aimed]:
        """Let pointer and fingers have their effect on panels, on things, on the way to another place."""
        act = self._act
        touch = self._board.show(person, act.notices(person))
        side = person.pointer.side if person.pointer is not None else None
        aimed, held = NOWHERE, NOT_HELD
        if touch.chosen is not None:
            self._haptics.button(side)
            act.take(touch.chosen)
        if act.leaps:
            aimed = self._leaping.follow(person, act.places, act.here, looks=not touch.key)
        else:
            self._leaping.forget()
        if aimed.to is not None:
            act.go(aimed.to)
            self._moving.leap()
        elif act.holds and not aimed.share and (not touch.key or touch.thing):
            practised = Pick(touch.thing, touch.metres) if touch.thing else None
            held = self._holding.follow(person, lambda pointer: practised or act.find(pointer))
            if held.meant is not None:
                self._haptics.meant(side)
                point = along(person.pointer.start, person.pointer.direction, held.meant.distance)
                act.mean(held.meant.name, towards(person.head.position, point), person)
            elif held.advice is not None:
                act.advise(held.advice, person)
        else:
            self._holding.let_go()
        self._take_up_asked()
        return touch, held, aimed

    def _take_up_asked(self) -> None:
        """What the session's panels ask for beside the session."""
        for intent in self._play.asked:
            match intent["kind"]:
                case "turn":
                    self._moving.turn(intent["way"])
                case "recentre":
                    self._moving.straighten()
                case "without controllers":
                    self._aiming.do_without()
        self._play.asked.clear()

    def _watch_the_time(self, person: Person) -> None:
        """A reminder, and later a break that is asked for, each once, and never in the middle of a question or of what
        follows."""
        state, minutes = self._play.state, self._worn_minutes
        busy = state.paused or state.decision is not None or state.exercise is not None
        if busy or state.phase not in ("scene", "redo"):
            return
        if minutes >= self._comfort.limit_minutes and not self._rested:
            self._rested = self._reminded = True
            self._play.ask_to_rest(minutes)
        elif minutes >= self._comfort.reminder_minutes and not self._reminded:
            self._reminded = True
            self._play.remind(minutes, person.now)

    # --- what is shown --------------------------------------------------------------------------------------

    def _fading(self, person: Person) -> Shown:
        """After the visit was stopped."""
        notices: list[Notice] = [notice("stopped", self._said("stopped"))] if self._stopped_by == "crew" else []
        self._board.show(person, notices)
        return Shown(panels=self._board.panels, dark=self._shades.dark)

    def _shown(self, tracked: Tracked, person: Person, touch: Touch, held: Held, aimed: Aimed) -> Shown:
        dark = self._shades.dark
        if self.in_scene and self._play.state.paused:
            dark = max(dark, PAUSED_DARK)
        if not (self.in_scene or self._room) or not tracked.worn:
            dark = 1.0
        ray = self._ray(person, touch, held, aimed)
        return Shown(
            panels=self._board.panels,
            rays=(ray,) if ray is not None else (),
            hands=tuple(
                (side, hand.grip.position, hand.grip.turned, hand.kind)
                for side, hand in person.hands.items()
                if hand.grip is not None
            ),
            leap=aimed.leap,
            places=aimed.marks,
            vignette=self._shades.vignette,
            dark=dark,
            wall=wall(tracked),
            pulses=self._findings.pulses(self._play.state, person.now),
            bounds=corners(tracked, self.rig),
        )

    def _ray(self, person: Person, touch: Touch, held: Held, aimed: Aimed) -> Ray | None:
        pointer = person.pointer
        if pointer is None or (aimed.side is not None and aimed.side == pointer.side):
            return None
        share = touch.share or held.share or aimed.share
        if touch.key:
            on = "button" if touch.button else "thing" if touch.thing else "nothing"
            return Ray(pointer.side, pointer.start, along(pointer.start, pointer.direction, touch.metres), on, share)
        metres, thing = ROOM_METRES, False
        if self.in_scene:
            metres, thing = self._play.sight.met(self._play.state, pointer, person.now)
        on = "place" if aimed.share else "thing" if thing or held.share else "nothing"
        return Ray(pointer.side, pointer.start, along(pointer.start, pointer.direction, metres), on, share)
