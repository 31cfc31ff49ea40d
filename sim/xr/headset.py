"""A headset that has an OpenXR runtime: where its wearer is and looks, and pictures for both eyes.

One frame is ``wait`` (then the session is computed for ``display_time``), ``locate`` (just before drawing, so that
the picture is drawn for where the head then is), drawing, ``submit``. It is used from the thread that draws.
"""

from __future__ import annotations

import ctypes
import functools
import logging
from collections.abc import Callable
from contextlib import ExitStack
from typing import Concatenate, Literal, ParamSpec, TypeVar

from sim.render.graphics import Graphics
from sim.xr.actions import Actions
from sim.xr.binding import xr
from sim.xr.calls import asking
from sim.xr.coordinates import seconds
from sim.xr.drawing import Drawing
from sim.xr.errors import HeadsetLost
from sim.xr.frames import Frames
from sim.xr.instance import Instance, offered_extensions
from sim.xr.lifecycle import HeadsetState
from sim.xr.opening import blend_of, check_pictures
from sim.xr.pictures import Pictures
from sim.xr.refresh_rate import RefreshRate
from sim.xr.session import Events, Session
from sim.xr.spaces import TrackingSpace
from sim.xr.swapchains import StereoTexture
from sim.xr.tracked import Side, Tracked
from sim.xr.views import Views
from sim.xr.wish import Wish

log = logging.getLogger(__name__)
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def _notes_loss(
    method: Callable[Concatenate[Headset, _Given], _Result],
) -> Callable[Concatenate[Headset, _Given], _Result]:
    """A headset that is lost stays lost."""

    @functools.wraps(method)
    def noting(self: Headset, *given: _Given.args, **named: _Given.kwargs) -> _Result:
        if self._loss is not None:
            raise self._loss
        try:
            return method(self, *given, **named)
        except HeadsetLost as loss:
            self._lose(loss)
            raise

    return noting


class Headset:
    """Open it after the graphics, and ``close`` it before them.

    Any method but ``close`` raises HeadsetLost when the runtime has gone or fails.
    """

    name: str
    runtime: str
    size: tuple[int, int]
    """Width and height of one eye's picture in pixels."""
    depth_bits: Literal[24, 32] | None
    """Of depths that may come with a picture, 32 for floats; None: they are of no use."""

    def __init__(self, instance: Instance, drawing: Drawing, wish: Wish, closing: ExitStack) -> None:
        """``closing`` is what ``close`` does; whoever calls this does it where this fails."""
        self._instance, self._closing = instance, closing
        self._context, self._gl = drawing.context, drawing.gl
        self._loss: HeadsetLost | None = None
        self._closed = False
        system = instance.system()
        self.name, self.runtime = system.name, instance.runtime
        self._present: bool | None = True if system.tells_presence else None
        self._session = Session(instance, system, drawing)
        closing.callback(self._session.close)
        self._events = Events(instance.handle)
        self._frames = Frames(self._session, blend_of(instance, system))
        self._space = TrackingSpace(self._session)
        self._views = Views(self._session, self._space.base)
        self._rate = RefreshRate(self._session)
        if wish.refresh_hz is not None:
            self._rate.wish(wish.refresh_hz)
        self._actions = Actions(self._session)
        closing.callback(self._actions.close)
        self._pictures = Pictures(self._session, self._views, self._space.base, drawing, wish, closing.callback)
        self.size, self.depth_bits = self._pictures.size, self._pictures.depth_bits

    @classmethod
    def open(cls, graphics: Graphics, wish: Wish | None = None) -> Headset:
        """Find the headset, and draw for it in the context of ``graphics``.

        Raises:
            NoHeadset: there is none, or it cannot be used; the text says what to do.
        """
        drawing = Drawing.of(graphics)
        offered = offered_extensions()
        check_pictures(offered, drawing.context)
        closing = ExitStack()
        closing.callback(drawing.context.restore)
        try:
            instance = Instance.open(offered)
            closing.callback(instance.close)
            with asking(instance.runtime):
                headset = cls(instance, drawing, wish or Wish(), closing)
        except BaseException:
            closing.close()
            raise
        drawing.context.restore()
        drawing.gl.clear_errors()
        return headset

    @property
    def state(self) -> HeadsetState:
        return "lost" if self._loss is not None else self._session.lifecycle.state

    @property
    def refresh_hz(self) -> float:
        """Pictures a second; 0 before the first frame where the runtime does not tell."""
        return self._rate.hz(self._frames.period)

    @property
    def controllers(self) -> tuple[str, ...]:
        """What is in the hands: names of texts below xr.controllers, e.g. ("touch",)."""
        return self._actions.controllers

    @property
    def worn(self) -> bool:
        """Whether someone wears it; where the runtime does not tell, whether it shows anything."""
        if self._present is None:
            return self.state in ("running", "focused")
        return self._present and self._session.lifecycle.begun

    @property
    def display_time(self) -> float:
        """When the picture of the frame at hand will be seen: seconds on the runtime's clock."""
        return seconds(self._frames.time)

    @_notes_loss
    def wait(self) -> bool:
        """Hear what the runtime tells, and wait until it is time for a frame.

        False, at once, while it wants no frames (``state`` is "asleep"): then rest a little, and ask again.
        """
        self._context.keep()
        try:
            self._frames.settle()
            for event in self._events:
                self._hear(event)
            if not self._session.lifecycle.begun:
                return False
            self._frames.wait()
            self._space.reach(self._frames.time)
            return True
        finally:
            self._context.restore()

    @_notes_loss
    def locate(self) -> Tracked:
        """Begin the frame that was waited for: where head, eyes and hands will be when its picture is seen."""
        self._context.keep()
        try:
            self._frames.begin()
            time, space, actions = self._frames.time, self._space, self._actions
            actions.sync()
            return Tracked(
                time=seconds(time),
                period=seconds(self._frames.period),
                head=space.head(time),
                eyes=self._views.locate(time),
                left=actions.hand("left", time, space),
                right=actions.hand("right", time, space),
                gaze=actions.gaze(time, space),
                worn=self.worn,
                focused=self.state == "focused",
                seen=self._frames.shown,
                floor=space.floor,
                bounds=space.bounds,
                moved=space.moved,
            )
        finally:
            self._context.restore()

    @_notes_loss
    def submit(self, picture: StereoTexture | None) -> None:
        """End the frame with what was drawn for where the eyes were said to be; None: with nothing to be seen.

        Nothing is shown either while nothing would be seen or the eyes are not tracked.

        Raises:
            ValueError: the picture has another size than ``size``; the frame is ended without it.
        """
        self._context.keep()
        layer = None
        try:
            if picture is not None and self._frames.shown and self._views.valid:
                layer = self._pictures.layer(picture)
        finally:
            try:
                self._frames.end(layer)
            finally:
                self._context.restore()
                self._gl.clear_errors()

    @_notes_loss
    def pulse(self, side: Side, strength: float, seconds: float) -> None:
        """Shake the controller of one hand: ``strength`` 0..1."""
        self._context.keep()
        try:
            self._actions.pulse(side, strength, seconds)
        finally:
            self._context.restore()

    def _hear(self, event: ctypes.Structure) -> None:
        session = getattr(event, "session", None)
        if session is not None and session != self._session.handle:
            return  # of a session before this one, on an instance that was kept
        match event:
            case xr.EventDataSessionStateChanged():
                self._session.enter(event._state)
                self._actions.look_at_profiles()  # not every runtime tells of those that were there before
            case xr.EventDataInstanceLossPending():
                raise HeadsetLost("restarting")
            case xr.EventDataReferenceSpaceChangePending():
                self._space.will_move(event._reference_space_type, event.change_time)
            case xr.EventDataInteractionProfileChanged():
                self._actions.look_at_profiles()
            case xr.EventDataUserPresenceChangedEXT():
                self._present = bool(event.is_user_present)
            case xr.EventDataDisplayRefreshRateChangedFB():
                self._rate.look()

    def close(self) -> None:
        """Leave the headset in good order, whatever state it is in; never fails, also not a second time."""
        if self._closed:
            return
        self._closed = True
        self._context.keep()
        with self._closing:
            if self._loss is None and self._session.lifecycle.begun:
                self._part()

    def _part(self) -> None:
        try:
            self._frames.settle()
            for _ in self._session.part():
                self._frames.wait()
                self._frames.settle()
                for event in self._events:
                    self._hear(event)
        except HeadsetLost as loss:
            if loss.loss != "ended":  # which is what was asked for
                self._lose(loss)

    def _lose(self, loss: HeadsetLost) -> None:
        self._loss = loss
        self._instance.lose()
        log.warning("%s", loss)
