"""Looking at a log again: any second of it, forwards and back. Needs no window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from common.clock import Clock, SystemClock
from common.text import Lang
from sim.display.brush import put
from sim.display.controls import Control, controls
from sim.display.desk import Eyes
from sim.log import Log
from sim.play_cursor import PlayCursor

if TYPE_CHECKING:
    from sim.display.session_sound import SessionSound

STEP_SECONDS = 5.0
BAR_HEIGHT, BAR_MARGIN = 14, 24


class ReplayDesk:
    """Click or drag on the bar to go to a second; Space holds, arrows leap, Escape ends."""

    def __init__(
        self,
        eyes: Eyes,
        log: Log,
        size: tuple[int, int],
        lang: Lang,
        clock: Clock | None = None,
        sound: SessionSound | None = None,
    ) -> None:
        """``sound`` plays what was heard."""
        self._eyes, self._size, self._lang, self._sound = eyes, size, lang, sound
        self._clock = clock or SystemClock()
        self._cursor = PlayCursor(eyes.world.scenario, log.header.seed, log.events)
        self._length = log.last_time
        self._seed = log.header.seed
        self._dragging = False
        self._held = False
        self._seconds = 0.0
        self._ticked = self._clock.monotonic()
        self.ended = False

    @property
    def seconds(self) -> float:
        """The session time that is shown."""
        return self._seconds

    def tick(self) -> None:
        """Let the replay go on."""
        now = self._clock.monotonic()
        if not self._held and not self._dragging:
            self._go_to(self._seconds + now - self._ticked)
        self._ticked = now

    def _go_to(self, seconds: float) -> None:
        self._seconds = min(max(0.0, seconds), self._length)

    def _leap_to(self, seconds: float) -> None:
        self._go_to(seconds)
        if self._sound is not None:
            self._sound.leap()

    def picture(self) -> NDArray[np.uint8]:
        """The picture of the second that is shown, with what the trainee saw over it, (h, w, 4) BGRA."""
        state = self._cursor.at(self._seconds)
        if self._sound is not None:
            over = self._seconds >= self._length
            self._sound.play(state, self._eyes.view(state), held=self._held or self._dragging or over)
        image = np.array(self._eyes.picture(state))
        for control in controls(self._eyes.world, state, self._eyes.view(state), self._size, self._lang, self._seed):
            put(image, control)
        left, top, right, bottom = self._bar
        put(image, Control((left, top, right, bottom), (), "panel"))
        done = left + max(BAR_HEIGHT, int((right - left) * self._seconds / max(self._length, 0.001)))
        put(image, Control((left, top, done, bottom), (), "good"))
        return image

    @property
    def _bar(self) -> tuple[int, int, int, int]:
        width, height = self._size
        return BAR_MARGIN, height - BAR_HEIGHT - 4, width - BAR_MARGIN, height - 4

    def press(self, x: float, y: float) -> None:
        """The button goes down at a pixel."""
        self._dragging = y > self._bar[1] - BAR_HEIGHT
        self.move(x, y)

    def move(self, x: float, _y: float) -> None:
        """The mouse is at a pixel."""
        if self._dragging:
            left, _, right, _ = self._bar
            self._leap_to((x - left) / (right - left) * self._length)

    def release(self, _x: float, _y: float) -> None:
        """The button goes up."""
        self._dragging = False

    def key(self, name: str) -> None:
        """A key goes down, by Panda3D's name for it."""
        if name == "space":
            self._held = not self._held
        elif name == "escape":
            self.ended = True
        elif name in ("arrow_left", "arrow_right"):
            self._leap_to(self._seconds + (STEP_SECONDS if name == "arrow_right" else -STEP_SECONDS))
