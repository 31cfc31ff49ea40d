"""A session played with mouse and keys: input becomes intents, moments become pictures. Needs no window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from common.text import Lang
from sim.display.brush import put
from sim.display.controls import Control, Wheel, controls
from sim.display.intents import Intent, carry_out
from sim.display.offers import BEAT, Offers, Question
from sim.log.events import Beat, Choose, Do, Event, Flag, Go, Look, Pause, Resume, Step, Stop
from sim.play_live import LiveSession
from sim.render.camera import View
from sim.session import Session
from sim.state import SceneState
from sim.trainees import Trainee
from sim.world.compose import World
from sim.world.picking import Picker

if TYPE_CHECKING:
    from sim.display.session_sound import SessionSound

CLICK_PIXELS = 6
TURN_DEGREES = 4.0
STEEPEST = 70.0
CAPTIONS_KEY = "c"
TURNS = {"arrow_left": (1, 0), "arrow_right": (-1, 0), "arrow_up": (0, 1), "arrow_down": (0, -1)}


class Eyes(Protocol):
    """What draws the trainee's picture."""

    world: World
    picker: Picker

    def view(self, state: SceneState) -> View: ...

    def picture(self, state: SceneState) -> NDArray[np.uint8]:
        """(h, w, 4) BGRA, the top row first."""


@dataclass
class _Drag:
    x: float
    y: float
    heading: float
    pitch: float
    turning: bool = False


@dataclass(frozen=True)
class _Plan:
    """What a script wants to do next, as things stand until a session time (None: for good)."""

    event: Event | None
    until: float | None


class Desk:
    """Mouse: drag to look, click a thing and say what is wrong. Keys: arrows to look, digits for what is
    numbered, Space to pause (or for a beat of an exercise), Enter to go on, Escape to leave, C for captions of
    sounds."""

    def __init__(
        self,
        eyes: Eyes,
        live: LiveSession,
        size: tuple[int, int],
        lang: Lang,
        script: Trainee | None = None,
        sound: SessionSound | None = None,
        *,
        sound_captions: bool = True,
    ) -> None:
        """``sound`` plays what is heard at each picture."""
        self._eyes, self._live, self._size, self._lang, self._script = eyes, live, size, lang, script
        self._sound, self._captioning = sound, sound_captions
        self._wheel: Wheel | None = None
        self._drag: _Drag | None = None
        self._plan: _Plan | None = None

    @property
    def ended(self) -> bool:
        return self._live.ended

    # --- time and pictures --------------------------------------------------------------------------

    def tick(self) -> None:
        """Let the session come up to now, and the scripted trainee do what is due."""
        self._live.tick()
        while self._script is not None and not self._live.ended:
            event = self._planned(self._live.session)
            if event is None or event.t > self._live.session.time:
                return
            self._plan = None
            carry_out(self._live, intent_of(event))
            self._live.tick()

    def _planned(self, session: Session) -> Event | None:
        """What the script will do next; it may change its mind when something has happened by itself."""
        if self._plan is None or (self._plan.until is not None and session.time >= self._plan.until):
            self._plan = _Plan(self._script.next_event(session), session.next_moment())
        return self._plan.event

    def picture(self) -> NDArray[np.uint8]:
        """The picture of this moment with everything that lies over it, (h, w, 4) BGRA."""
        state = self._live.state()
        if self._sound is not None:
            self._sound.play(state, self._eyes.view(state))
        image = np.array(self._eyes.picture(state))
        for control in self._controls(state):
            put(image, control)
        return image

    def _controls(self, state: SceneState) -> list[Control]:
        return controls(
            self._eyes.world,
            state,
            self._eyes.view(state),
            self._size,
            self._lang,
            self._live.session.seed,
            self._wheel if self._wheel is not None and self._wheel.question.phase == state.phase else None,
            captioned=self._captioning,
        )

    # --- the mouse ------------------------------------------------------------------------------------

    def press(self, x: float, y: float) -> None:
        """The button goes down at a pixel. A beat is made by pressing: letting go keeps no rhythm."""
        state = self._live.state()
        if any(control.intent == BEAT and control.holds(x, y) for control in self._controls(state)):
            self._do(BEAT)
            return
        trainee = state.trainee
        self._drag = _Drag(x, y, trainee.heading, trainee.pitch)

    def move(self, x: float, y: float) -> None:
        """The mouse is at a pixel; with the button down it turns the view as if pulling the picture."""
        drag, state = self._drag, self._live.state()
        if drag is None or state.paused:
            return
        drag.turning = drag.turning or abs(x - drag.x) + abs(y - drag.y) > CLICK_PIXELS
        if drag.turning:
            degrees = self._eyes.view(state).field / self._size[0]
            self._look(drag.heading + (x - drag.x) * degrees, drag.pitch + (y - drag.y) * degrees)

    def release(self, x: float, y: float) -> None:
        """The button goes up: a click when the mouse did not move."""
        drag, self._drag = self._drag, None
        if drag is not None and not drag.turning:
            self._click(x, y)

    def _click(self, x: float, y: float) -> None:
        state = self._live.state()
        for control in reversed(self._controls(state)):
            if control.holds(x, y):
                if control.intent is not None:
                    self._do(control.intent)
                return
        asked = state.decision is not None or state.exercise is not None
        if not asked and not state.paused:
            self._point(state, x, y)

    def _point(self, state: SceneState, x: float, y: float) -> None:
        view, (width, height) = self._eyes.view(state), self._size
        direction = view.direction(x / width, y / height, width / height)
        pick = self._eyes.picker.pick(state, view.eye, direction)
        offers = Offers(self._eyes.world.scenario, self._lang, self._live.session.seed, "window")
        follows = offers.pointed_at(state, pick.name if pick else "")
        if isinstance(follows, Question):
            self._wheel = Wheel(int(x), int(y), follows)
        elif follows is not None:
            self._do(follows)

    # --- keys -----------------------------------------------------------------------------------------

    def key(self, name: str) -> None:
        """A key goes down, by Panda3D's name for it."""
        state = self._live.state()
        for control in reversed(self._controls(state)):
            if control.intent is not None and control.key == name:
                self._do(control.intent)
                return
        if name in TURNS and not state.paused:
            right, up = TURNS[name]
            trainee = state.trainee
            self._look(trainee.heading + right * TURN_DEGREES, trainee.pitch + up * TURN_DEGREES)
        elif name == CAPTIONS_KEY:
            self._captioning = not self._captioning
        elif name in ("space", "escape") and not state.paused:
            self._do({"kind": "pause"})

    def _look(self, heading: float, pitch: float) -> None:
        self._do({"kind": "look", "h": heading, "p": max(-STEEPEST, min(STEEPEST, pitch))})

    def _do(self, intent: Intent) -> None:
        if intent["kind"] != "look":
            self._wheel = None
        carry_out(self._live, intent)


def intent_of(event: Event) -> Intent:
    """The intent that would be logged as ``event``."""
    kinds = {Look: "look", Step: "step", Flag: "flag", Choose: "choose", Do: "do", Beat: "beat", Pause: "pause",
             Resume: "resume", Go: "go", Stop: "stop"}  # fmt: skip
    return {"kind": kinds[type(event)], **event.model_dump(exclude={"type", "t"})}
