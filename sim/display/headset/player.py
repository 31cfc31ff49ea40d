"""A station's headset: a waiting room, and between two waits the visits of those who play in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from assets.workers import process_pool
from common.clock import Clock, SystemClock
from common.comfort import Comfort
from common.errors import DataError, QiancheError
from common.text import Lang
from scenarios import LoadedScenario
from sim.display.headset.desk.haptics import Pulse
from sim.display.headset.frame_loop import FrameLoop, Moment
from sim.display.headset.loading import Loading
from sim.display.headset.status import Doing, HeadsetStatus
from sim.display.headset.stillness import Stillness
from sim.display.headset.visit import Order, Visit
from sim.display.headset.waiting_room import WaitingRoom
from sim.log.events import Header
from sim.render.graphics import Graphics
from sim.render.tiers import chosen_tier
from sim.world.library import CachedLibrary, Library
from sim.xr.drawing import headset_graphics
from sim.xr.headset import Headset, Wish
from sim.xr.tracked import Tracked

Message = dict[str, Any]
FADE_SECONDS = 0.3
"""So long the waiting room takes to come up after a visit."""
TIDY_SECONDS = 300.0
"""While nobody plays, garbage is collected so often; it takes some frames."""
LINGERING_FRAMES = 3
"""So long after a visit the graphics have given up its textures, whose memory goes back then; it is dark yet."""
BREAK_SECONDS = 600.0
"""After so long without a headset its wearer has had a break."""


class Busy(DataError):
    """Something is played already."""

    def __init__(self) -> None:
        super().__init__("vr.errors.busy")


class HeadsetPlayer:
    """Every method is called from the thread that made it, which owns the graphics; ``step`` all the time."""

    def __init__(
        self,
        graphics: Graphics | None = None,
        *,
        lang: Lang = "zh",
        comfort: Comfort | None = None,
        wish: Wish | None = None,
        library: Library | None = None,
        builder: Executor | None = None,
        clock: Clock | None = None,
        rest: Callable[[float], None] = time.sleep,
        open_headset: Callable[[Graphics, Wish], Headset] = Headset.open,
    ) -> None:
        """``lang`` is that of the waiting room; a visit has its learner's. ``builder`` runs what fills the cache, by
        default a process of its own."""
        self._graphics = graphics or headset_graphics()
        self._own_graphics = graphics is None
        self._comfort, self._library = comfort or Comfort(), library or CachedLibrary()
        self._clock = clock or SystemClock()
        self._own_builder = builder is None
        self._builder = builder or process_pool(1)
        self._tier = chosen_tier(self._graphics)
        self._room = WaitingRoom(self._graphics, lang)
        self._loop = FrameLoop(
            self._graphics, self._room.place, wish=wish, clock=self._clock, rest=rest, open_headset=open_headset
        )
        self._stillness = Stillness()
        self._tidied_at = self._clock.monotonic()
        self._lingering = 0
        """Frames until nothing is left of the last visit."""
        self._visit: Visit | None = None
        self._says = "crew"
        self._dark = 1.0
        self._frame_at: float | None = None
        self._worn = False
        self._wearer: tuple[str, float, float] | None = None
        """Who wore it last, for how many seconds, and until when."""
        self._messages: list[Message] = []
        self._told: tuple[str, dict[str, object]] | None = None
        """The trouble that was said last; the same is not said again."""

    # --- for the station ----------------------------------------------------------------------------

    @property
    def status(self) -> HeadsetStatus:
        headset, pace = self._loop.headset, self._loop.pace
        if headset is None:
            return HeadsetStatus(self._doing, trouble=self._loop.trouble)
        return HeadsetStatus(
            doing=self._doing, name=headset.name, runtime=headset.runtime, refresh_hz=headset.refresh_hz,
            worn=headset.worn, controllers=headset.controllers, fps=pace.fps, dropped=pace.dropped,
        )  # fmt: skip

    @property
    def _doing(self) -> Doing:
        if self._visit is None:
            return "waiting"
        if self._visit.leaving:
            return "leaving"
        return "loading" if self._visit.waiting else "playing"

    @property
    def visit(self) -> Visit | None:
        """The visit under way, from its order to its end; None while nobody plays."""
        return self._visit

    @property
    def mirror_wanted(self) -> bool:
        return self._loop.mirror_wanted

    @mirror_wanted.setter
    def mirror_wanted(self, wanted: bool) -> None:
        self._loop.mirror_wanted = wanted

    def mirror(self) -> bytes | None:
        """What the left eye sees, as JPEG, while ``mirror_wanted``; None while there is nothing new."""
        return self._loop.mirror()

    def messages(self) -> list[Message]:
        """What there is to say since the last call: the newest ``hud``, ``ended`` when a log is whole, ``failed``
        with its ``error`` when a session cannot be played, ``trouble`` with its ``error`` when the headset went."""
        said, self._messages = self._messages, []
        return said

    def open(self) -> None:
        """Open the headset now, rather than with the first step.

        Raises:
            NoHeadset: there is none, or it cannot be used.
        """
        self._loop.open()

    def begin(self, loaded: LoadedScenario, header: Header, log_path: Path, *, first_time: bool = False) -> None:
        """Play a new session, or go on with the one in an unfinished log.

        Raises:
            Busy: something is played.
            DataError: there is a log that cannot be gone on with.
        """
        if self._visit is not None:
            raise Busy
        loading = Loading(
            self._graphics, loaded, library=self._library, tier=self._tier, lang=header.lang, builder=self._builder
        )
        order = Order(loaded, header, log_path, first_time, self._worn_before(header.learner))
        try:
            self._visit = Visit(order, loading, self._room.pictures, self._comfort, self._clock)
        except QiancheError:
            loading.close()
            raise

    def stop(self, by: Literal["trainee", "crew"]) -> None:
        """End the session that is played, if there is one; its log is finished, the picture fades."""
        if self._visit is not None:
            self._visit.stop(by)

    def step(self) -> None:
        """One frame: of the visit, or of the waiting room."""
        self._advance()
        if not self._loop.step(self) and self._visit is not None and self._visit.waiting:
            self._graphics.draw()  # what a scene brings into the memory of the graphics is drawn with the frames
        self._tell()
        if self._visit is not None and self._visit.over:
            self._end("ended")
            self._messages.append({"type": "ended"})

    def close(self) -> None:
        """Leave the session where it is and give everything back."""
        if self._visit is not None:
            self._leave_visit()
        self._loop.close()
        self._room.close()
        if self._own_builder:
            self._builder.shutdown(cancel_futures=True)
        self._stillness.close()
        if self._own_graphics:
            self._graphics.close()

    # --- frames -------------------------------------------------------------------------------------

    def frame(self, tracked: Tracked) -> Moment:
        """What is shown in the frame that is seen at ``tracked.time``."""
        visit = self._visit
        if not tracked.worn and self._worn and visit is None:
            self._says = "crew"  # the next one knows nothing of who wore it before
        self._worn = tracked.worn
        moment = visit.frame(tracked, self._room) if visit is not None else None
        return moment if moment is not None else self._risen(tracked, self._waiting(tracked))

    def _waiting(self, tracked: Tracked) -> Moment:
        visit = self._visit
        if visit is None:
            return self._room.frame(tracked, self._says)
        if visit.building:
            return self._room.frame(tracked, "building")
        return self._room.frame(tracked, "loading", visit.share)

    def _risen(self, tracked: Tracked, room: Moment) -> Moment:
        """The waiting room, which comes up from the dark."""
        passed = 0.0 if self._frame_at is None else max(0.0, tracked.time - self._frame_at)
        self._frame_at = tracked.time
        self._dark = max(0.0, self._dark - passed / FADE_SECONDS) if tracked.worn else 1.0
        return replace(room, shown=replace(room.shown, dark=self._dark))

    def pulses(self) -> tuple[Pulse, ...]:
        return self._visit.pulses() if self._visit is not None else ()

    def away(self) -> None:
        """No frame is asked for."""
        if self._visit is not None:
            self._visit.away()

    # --- from wait to visit and back ----------------------------------------------------------------

    def _advance(self) -> None:
        """Get a scenario a little further on its way."""
        visit = self._visit
        if self._lingering:
            self._lingering -= 1
            if not self._lingering:
                self._tidy()
        if visit is None:
            if self._clock.monotonic() - self._tidied_at >= TIDY_SECONDS:
                self._tidy()
            return
        was_waiting = visit.place is None
        try:
            visit.advance()
        except QiancheError as error:
            self._end("failed")
            self._messages.append({"type": "failed", "error": error})
            return
        if was_waiting and visit.place is not None:
            self._stillness.put_aside()

    def _tell(self) -> None:
        trouble = self._loop.trouble
        what = None if trouble is None else (trouble.key, trouble.places)
        if what != self._told:
            self._told = what
            if trouble is not None:
                self._messages.append({"type": "trouble", "error": trouble})
        if self._visit is not None:
            said = self._visit.hud(self._clock.monotonic())
            if said is not None:
                unread = [message for message in self._messages if message["type"] != "hud"]
                self._messages = [*unread, said]

    def _end(self, says: str) -> None:
        """From a visit back to the waiting room."""
        learner = self._visit.order.header.learner
        self._wearer = (learner, self._visit.worn_seconds, self._clock.monotonic())
        self._leave_visit()
        self._says, self._dark, self._frame_at = says, 1.0, None
        self._lingering = LINGERING_FRAMES

    def _tidy(self) -> None:
        self._tidied_at = self._clock.monotonic()
        self._stillness.tidy()

    def _leave_visit(self) -> None:
        visit, self._visit = self._visit, None
        if visit.place is not None:
            self._loop.leave(visit.place)
        visit.close()

    def _worn_before(self, learner: str) -> float:
        if self._wearer is None or self._wearer[0] != learner:
            return 0.0
        _, worn, until = self._wearer
        return worn if self._clock.monotonic() - until < BREAK_SECONDS else 0.0
