"""The session itself, as one part of a visit: what the trainee does becomes intents, what befalls it is held."""

from __future__ import annotations

import math

from common.comfort import Comfort
from sim.display.headset.desk.act import Act, Said, manner_of
from sim.display.headset.desk.holding import Advice
from sim.display.headset.desk.nods import Nods
from sim.display.headset.desk.notice import Notice
from sim.display.headset.desk.person import Person, Pointer
from sim.display.headset.desk.play_panels import CAPTIONS, FINISH, NEVER_MIND, WITHOUT, OpenQuestion, PlayPanels
from sim.display.headset.desk.rotation import ahead, degrees_between
from sim.display.headset.desk.sight import Sight
from sim.display.headset.desk.tidings import Tidings
from sim.display.headset.desk.wearing import Trouble
from sim.display.intents import Intent, carry_out
from sim.display.offers import BEAT, Offers, Question
from sim.play_live import LiveSession
from sim.session.gaze import direction_of
from sim.session.stance import EYE_HEIGHT
from sim.state import SceneState, Vec3
from sim.world.compose import World
from sim.world.picking import Pick, Picker

LOOK_DEGREES, STILL_SECONDS = 0.3, 1.0
"""A look that has changed less is not told anew, but for once in a while: where the log ends a session that is broken
off goes on."""
LEFT_DEGREES = 75.0
"""Whoever turns so far away from a question about a thing has left it."""
REMINDER_SECONDS = 6.0
BY_ITSELF: tuple[Trouble, ...] = ("menu", "lost", "controllers")
"""After these it goes on by itself; after others the trainee says when."""


class Play(Act):
    """``asked`` holds what buttons ask for beside the session: a recentring, a turn, going on without controllers."""

    def __init__(self, world: World, picker: Picker, live: LiveSession, comfort: Comfort, said: Said) -> None:
        scenario = world.scenario
        self._live, self._said, self._comfort = live, said, comfort
        self._offers = Offers(scenario, said.lang, live.session.seed, "headset")
        self._panels = PlayPanels(self._offers, scenario, said, turns=bool(comfort.turn))
        self._panels.captioned = comfort.captions
        self._tidings = Tidings(said, scenario, live.session)
        self._nods = Nods()
        self._question: OpenQuestion | None = None
        self._looked: tuple[Vec3, float] = ((0.0, 0.0, 0.0), -math.inf)
        self._held_for: Trouble | None = None
        self._rest_minutes: float | None = None
        self.asked: list[Intent] = []
        self.places = tuple((x, y, z - EYE_HEIGHT) for x, y, z in map(world.eye, range(len(scenario.standpoints))))
        self.headings = tuple(standpoint.heading for standpoint in scenario.standpoints)
        self.state: SceneState = live.state()
        self.here = self.state.trainee.standpoint
        self.sight = Sight(picker)
        picker.prepare(self.state)

    # --- one frame --------------------------------------------------------------------------------------

    def follow(self, person: Person, trouble: Trouble | None) -> None:
        """Take in what head and fingers do in this frame, beside panels and things."""
        self._hold_for(trouble)
        if not self.state.paused:
            self._look(person)
            self._press(person)
        self._refresh()

    def _refresh(self) -> None:
        """Take the session's state of this moment."""
        self.state = state = self._live.state()
        self.here, self.over = state.trainee.standpoint, self._live.ended
        busy = state.paused or state.decision is not None or state.exercise is not None
        wanted = state.redo is not None and state.redo.kind in ("flag", "do")
        self.holds = not busy and (state.phase == "scene" or bool(state.deeds) or wanted)
        self.leaps = not busy and state.phase != "debrief"
        question = self._question
        if question is not None and (busy or question.question.phase != state.phase):
            self._question = None

    def _look(self, person: Person) -> None:
        """Tell the session where the head points, and the eyes."""
        direction = person.eyes or ahead(person.head.turned)
        told, at = self._looked
        if person.now - at < STILL_SECONDS and degrees_between(told, direction) < LOOK_DEGREES:
            return
        self._looked = (direction, person.now)
        self._live.look(*person.view, person.gaze)

    def _press(self, person: Person) -> None:
        """Fingers that need no aim: the menu key pauses, and any trigger, or a nod without hands, is a beat."""
        keys = [hand.keys for hand in person.hands.values()]
        nodded = self._nods.follow(person.view[1])
        pressed = any(each.pulled for each in keys) or (nodded and manner_of(person) == "gaze")
        if any(each.menu for each in keys):
            self._live.pause()
        elif pressed and self._live.session.open_exercise is not None:
            carry_out(self._live, BEAT)

    def _hold_for(self, trouble: Trouble | None) -> None:
        if trouble is not None and not self.state.paused:
            self._live.pause()
            self._held_for = trouble
        elif trouble is not None and self._held_for in BY_ITSELF:
            self._held_for = trouble
        elif trouble is None and self._held_for in BY_ITSELF:
            self._held_for = None
            self._live.resume_play()

    # --- what is seen -----------------------------------------------------------------------------------

    def notices(self, person: Person) -> list[Notice]:
        question = self._question
        if question is not None and degrees_between(question.towards, direction_of(*person.view)) > LEFT_DEGREES:
            self._question = None
        if self.state.paused:
            if self._rest_minutes is not None:
                return [self._panels.rest(self._rest_minutes)]
            return [self._panels.pause(self._held_for)]
        words = self._tidings.words(person.now)
        return self._panels.notices(self.state, person, self._question, words)

    # --- what is done -----------------------------------------------------------------------------------

    def take(self, intent: Intent) -> None:
        self._question = None
        if intent == CAPTIONS:
            self._panels.captioned = not self._panels.captioned
        elif intent == FINISH:
            self._rest_minutes = None
            self._live.resume_play()
        elif intent["kind"] in ("recentre", "turn", WITHOUT["kind"]):
            self.asked.append(intent)
        elif intent != NEVER_MIND:
            if intent["kind"] == "resume":
                self._held_for = None
            carry_out(self._live, intent)
        self._refresh()

    def find(self, pointer: Pointer) -> Pick | None:
        return self.sight.thing(self.state, pointer)

    def mean(self, thing: str, towards: Vec3, person: Person) -> None:
        follows = self._offers.pointed_at(self.state, thing)
        if isinstance(follows, Question):
            number = self._question.number + 1 if self._question is not None else 1
            self._question = OpenQuestion(follows, towards, number)
        elif follows is not None:
            carry_out(self._live, follows)
            self._refresh()

    def advise(self, advice: Advice, person: Person) -> None:
        key = f"hold.{manner_of(person)}" if advice == "hold" else "nothing_there"
        self._tidings.tell(self._said(key), person.now)

    def go(self, to: int) -> None:
        self._question = None
        carry_out(self._live, {"kind": "step", "to": to})
        self._refresh()

    # --- wearing it for long ------------------------------------------------------------------------------

    def remind(self, minutes: float, now: float) -> None:
        """Recommend a break after this scene."""
        self._tidings.tell(self._said("reminder", minutes=round(minutes)), now, REMINDER_SECONDS)

    def ask_to_rest(self, minutes: float) -> None:
        """Hold the session, and ask for a break."""
        self._rest_minutes = minutes
        self._live.pause()
        self._refresh()
