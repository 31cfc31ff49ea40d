"""What moves a trainee by other than the own feet: turns, leaps, recentrings, and nothing else."""

from __future__ import annotations

from sim.display.headset.desk.person import HandNow
from sim.display.headset.desk.rig import Rig
from sim.display.headset.desk.shades import Shades
from sim.state import Vec3
from sim.xr.tracked import Side, Tracked


class Moving:
    """All that is asked for in a frame is done at the beginning of the next one, so that whatever stands in a
    frame fits its view."""

    def __init__(self, rig: Rig, shades: Shades, *, turn: float) -> None:
        """``turn``: degrees of one turn."""
        self._rig, self._shades, self._turn = rig, shades, turn
        self._turned = 0.0
        self._leapt = self._straight = False
        self._front: float | None = None
        self._moved: int | None = None

    def turn(self, way: int) -> None:
        """One turn to the right (1) or to the left (-1)."""
        self._turned -= way * self._turn

    def flicks(self, hands: dict[Side, HandNow]) -> None:
        """Turns by the sticks."""
        for hand in hands.values():
            self.turn(hand.keys.flick)

    def leap(self) -> None:
        """To another place, through a moment of darkness."""
        self._leapt = True
        self._shades.blink()

    def straighten(self, front: float | None = None) -> None:
        """Put the trainee over the place, what is ahead of them at the heading ``front``; without one at that of
        the place."""
        self._straight, self._front = True, front
        self._shades.blink()

    def settle(self, tracked: Tracked, ground: Vec3, front: float) -> bool:
        """Do what was asked for, at the place on this ground with this heading; whether there was anything. A
        runtime that has moved its space asks for a recentring as well."""
        if tracked.head is None:
            return False
        if tracked.moved != self._moved:
            self._moved = tracked.moved
            self.straighten(self._front)
        asked = bool(self._turned) or self._leapt or self._straight
        if self._leapt or self._straight:
            self._rig.stand(ground)
        if self._straight:
            self._rig.recentre(tracked.head, front if self._front is None else self._front, floor=tracked.floor)
        elif self._turned:
            self._rig.snap(self._turned, tracked.head)
            self._shades.turned(self._turned)
        self._turned, self._leapt, self._straight, self._front = 0.0, False, False, None
        return asked
