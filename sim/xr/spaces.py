"""The tracking space: where it begins, how large it is, and what is where in it."""

from __future__ import annotations

import ctypes

from sim.xr.binding import xr
from sim.xr.coordinates import pose_at
from sim.xr.instance import LOCAL_FLOOR
from sim.xr.session import Session
from sim.xr.tracked import Pose

_WITH_FLOOR = (xr.ReferenceSpaceType.STAGE, xr.ReferenceSpaceType.LOCAL_FLOOR)
_VALID = xr.SpaceLocationFlags.POSITION_VALID_BIT.value | xr.SpaceLocationFlags.ORIENTATION_VALID_BIT.value
UPRIGHT = xr.Posef()
"""No turn, no shift."""


class Locator:
    """Asks where a space is in another. Its structures are kept from frame to frame."""

    def __init__(self, session: Session) -> None:
        self._ask = session.function("xrLocateSpace")
        self._answer = xr.SpaceLocation()
        self._at_answer = ctypes.byref(self._answer)
        self._pose = xr.SpaceLocation.pose.offset

    def pose(self, space: xr.Space, base: xr.Space, time: int) -> Pose | None:
        """None where the runtime does not know."""
        self._ask(space, base, time, self._at_answer)
        if self._answer._location_flags & _VALID != _VALID:
            return None
        return pose_at(self._answer, self._pose)


class TrackingSpace:
    """Begins at the middle of the free area on the floor where the runtime knows it, else below or at the eyes.

    Its handles go with the session.
    """

    def __init__(self, session: Session) -> None:
        self._session = session.handle
        offered = list(xr.enumerate_reference_spaces(session.handle))
        known = [kind for kind in _WITH_FLOOR if kind.value in offered]
        if LOCAL_FLOOR not in session.instance.extensions:
            known = [kind for kind in known if kind is not xr.ReferenceSpaceType.LOCAL_FLOOR]
        self.kind = known[0] if known else xr.ReferenceSpaceType.LOCAL
        self.floor = bool(known)
        """Whether z = 0 is the floor."""
        self.base = _reference(session.handle, self.kind)
        self._head = _reference(session.handle, xr.ReferenceSpaceType.VIEW)
        self._locator = Locator(session)
        self._ask_bounds = session.function("xrGetReferenceSpaceBoundsRect")
        self.bounds = self._asked_bounds()
        """Width and depth of the free area in metres, where the runtime knows it."""
        self.moved = 0
        """Goes up by one when the runtime has moved the space."""
        self._moves: list[int] = []

    def head(self, time: int) -> Pose | None:
        """Where the head will be."""
        return self._locator.pose(self._head, self.base, time)

    def pose(self, space: xr.Space, time: int) -> Pose | None:
        """Where ``space`` will be."""
        return self._locator.pose(space, self.base, time)

    def will_move(self, kind: int, time: int) -> None:
        """The runtime moves spaces of the XrReferenceSpaceType ``kind`` at ``time``."""
        if kind == self.kind.value:
            self._moves.append(time)

    def reach(self, time: int) -> None:
        """The frame that is seen at ``time`` is at hand."""
        if self._moves and self._moves[0] <= time:
            due = [move for move in self._moves if move <= time]
            self._moves = [move for move in self._moves if move > time]
            self.moved += len(due)
            self.bounds = self._asked_bounds()

    def _asked_bounds(self) -> tuple[float, float] | None:
        if self.kind is not xr.ReferenceSpaceType.STAGE:
            return None
        area = xr.Extent2Df()
        result = self._ask_bounds(self._session, self.kind.value, ctypes.byref(area))
        return (area.width, area.height) if result == 0 and area.width > 0 and area.height > 0 else None


def _reference(session: xr.Session, kind: xr.ReferenceSpaceType) -> xr.Space:
    told = xr.ReferenceSpaceCreateInfo(reference_space_type=kind, pose_in_reference_space=UPRIGHT)
    return xr.create_reference_space(session, told)
