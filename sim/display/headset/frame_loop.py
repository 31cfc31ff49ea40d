"""Frames of a headset: it is opened, also again when it was lost, and each frame shows what is on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from common.clock import Clock, SystemClock
from common.errors import QiancheError
from sim.display.headset.desk.haptics import Pulse
from sim.display.headset.desk.rig import Rig
from sim.display.headset.drawn.shown_nodes import ShownNodes
from sim.display.headset.mirror import Mirror
from sim.display.headset.pace import Pace
from sim.display.headset.poses import eyes_in_head, matrix_of
from sim.display.headset.shown import Shown
from sim.render.camera import FAR, NEAR, view_along
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.render.stereo import StereoPicture
from sim.state import SceneState
from sim.xr.errors import HeadsetLost, NoHeadset
from sim.xr.headset import Headset, Wish
from sim.xr.tracked import Tracked

AGAIN_SECONDS = 3.0
"""After so long it is tried again to open a headset that is not there."""
REST_SECONDS = 0.02
"""While no frame is asked for, it is asked so often whether one is."""
SAMPLES = 4


@dataclass(frozen=True)
class Place:
    """Somewhere to be shown: its stage, and what stands in it beside the scene."""

    stage: Stage
    nodes: ShownNodes

    def close(self) -> None:
        self.nodes.close()
        self.stage.close()


@dataclass(frozen=True)
class Moment:
    """What one frame shows, and how the room of the trainee lies in it."""

    place: Place
    state: SceneState
    shown: Shown
    rig: Rig


class Content(Protocol):
    """What the frames are filled with."""

    def frame(self, tracked: Tracked) -> Moment:
        """What the frame shows that is seen at ``tracked.time``."""

    def pulses(self) -> tuple[Pulse, ...]:
        """What hands are to feel now."""

    def away(self) -> None:
        """No frame is asked for: the headset sleeps, or there is none."""


class FrameLoop:
    """Keeps a headset open and gives it frames. ``step`` in the thread of the graphics, for ever."""

    def __init__(
        self,
        graphics: Graphics,
        first: Place,
        *,
        wish: Wish | None = None,
        clock: Clock | None = None,
        rest: Callable[[float], None] = time.sleep,
        open_headset: Callable[[Graphics, Wish], Headset] = Headset.open,
    ) -> None:
        """``first`` is what is looked into before anything else; it outlives the loop."""
        self._graphics, self._first = graphics, first
        self._wish = wish or Wish(near=NEAR, far=FAR)
        self._clock, self._rest, self._open_headset = clock or SystemClock(), rest, open_headset
        self._picture: StereoPicture | None = None
        self._mirror: Mirror | None = None
        self._place: Place | None = None
        self._tried_at = float("-inf")
        self.headset: Headset | None = None
        self.pace = Pace()
        self.trouble: QiancheError | None = None
        """Why there is no headset; None while there is one."""
        self.mirror_wanted = False

    # --- the headset --------------------------------------------------------------------------------

    def open(self) -> None:
        """Open the headset now.

        Raises:
            NoHeadset: there is none, or it cannot be used.
        """
        self._tried_at = self._clock.monotonic()
        headset = self._open_headset(self._graphics, self._wish)
        samples = 0 if self._graphics.in_software else SAMPLES
        self._picture = StereoPicture(
            self._first.stage, headset.size, samples,
            near=self._wish.near, far=self._wish.far, depth=headset.depth_bits,
        )  # fmt: skip
        self._mirror = Mirror(self._graphics, self._picture)
        self.headset, self._place = headset, self._first
        self.pace = Pace()
        self.trouble = None

    def _opened(self) -> bool:
        """Whether there is a headset; from time to time it is tried again."""
        if self.headset is not None:
            return True
        if self._clock.monotonic() - self._tried_at < AGAIN_SECONDS:
            return False
        try:
            self.open()
        except NoHeadset as lacking:
            self.trouble = lacking
            return False
        return True

    def _let_go(self) -> None:
        if self.headset is not None:
            self.headset.close()
            self.headset = None
        if self._mirror is not None:
            self._mirror.close()
            self._picture.remove()
            self._mirror = self._picture = None

    # --- frames -------------------------------------------------------------------------------------

    def step(self, content: Content) -> bool:
        """One frame; False when none was drawn, and after a little rest when none was asked for."""
        try:
            if self._opened() and self.headset.wait():
                return self._frame(content)
        except HeadsetLost as lost:
            self.trouble = lost
            self._tried_at = self._clock.monotonic()
            self._let_go()
        self.pace.rest()
        content.away()
        self._rest(REST_SECONDS)
        return False

    def _frame(self, content: Content) -> bool:
        tracked = self.headset.locate()
        self.pace.frame(tracked.time, tracked.period)
        moment = content.frame(tracked)
        drawn = tracked.head is not None and tracked.eyes is not None and tracked.seen
        if drawn:
            self._draw(moment, tracked)
        else:
            self.headset.submit(None)
        for pulse in content.pulses():
            self.headset.pulse(pulse.side, pulse.strength, pulse.seconds)
        return drawn

    def _draw(self, moment: Moment, tracked: Tracked) -> None:
        picture, place = self._picture, moment.place
        if place is not self._place:
            self._place = place
            picture.enter(place.stage)
        head = matrix_of(moment.rig.pose(tracked.head))
        view = view_along(head)
        picture.show(moment.state, view)
        place.nodes.show(moment.shown, view.eye)
        picture.aim(head, eyes_in_head(matrix_of(tracked.head), tracked.eyes))
        if self.mirror_wanted:
            self._mirror.before_frame(tracked.time)
        picture.render()
        self.headset.submit(picture)
        self._mirror.after_frame()

    def mirror(self) -> bytes | None:
        """What the left eye sees as JPEG, while ``mirror_wanted``; None when there is nothing new."""
        return self._mirror.take() if self._mirror is not None else None

    def leave(self, place: Place) -> None:
        """``place`` is about to be closed: look into the first one until there is another."""
        if self._place is place and self._picture is not None:
            self._place = self._first
            self._picture.enter(self._first.stage)

    def close(self) -> None:
        self._let_go()
