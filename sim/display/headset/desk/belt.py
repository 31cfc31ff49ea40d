"""The small panel at the wrist or the belt: time left, what was found, and the pause."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sim.display.headset.desk.notice import Notice, notice
from sim.display.headset.desk.person import Person
from sim.display.headset.desk.rotation import ahead, degrees_between, towards
from sim.display.headset.shown import Style
from sim.display.offers import Option
from sim.xr.tracked import Side

SEEN_DEGREES = 38.0
"""So near to the middle of the view a hand is looked at;"""
NEAR, FAR = 0.15, 0.75
"""and so near to the eyes, in metres."""
LOOKED_DOWN, LOOKED_UP = -38.0, -28.0
"""Below the one pitch the belt is looked at, above the other no more: what lies on the ground before the feet is looked
at without it."""
WRIST_WIDTH, BELT_WIDTH = 0.24, 0.6


class Belt:
    """Shows the panel while it is looked at, and only then."""

    def __init__(self) -> None:
        self._down = False

    def notices(
        self, person: Person, title: str, options: Sequence[tuple[Option, Style]], share: float | None
    ) -> list[Notice]:
        """At the wrist of the hand that does not point, where there is one; else at the belt."""
        side = self.wrist(person)
        if side is not None:
            if not self._looked_at(person, side):
                return []
            return [
                notice("wrist", title, (), options, kind="wrist", where="wrist", share=share, width=WRIST_WIDTH,
                       side=side)
            ]  # fmt: skip
        pitch = person.view[1]
        self._down = pitch < (LOOKED_UP if self._down else LOOKED_DOWN)
        if not self._down:
            return []
        return [notice("belt", title, (), options, kind="hint", where="belt", share=share, width=BELT_WIDTH)]

    @staticmethod
    def wrist(person: Person) -> Side | None:
        """The hand that carries the panel while the other one points."""
        pointer = person.pointer
        if pointer is None or pointer.side is None:
            return None
        other: Side = "left" if pointer.side == "right" else "right"
        hand = person.hands.get(other)
        return other if hand is not None and hand.grip is not None else None

    @staticmethod
    def _looked_at(person: Person, side: Side) -> bool:
        eye, wrist = person.head.position, person.hands[side].grip.position
        if not NEAR <= math.dist(eye, wrist) <= FAR:
            return False
        return degrees_between(ahead(person.head.turned), towards(eye, wrist)) <= SEEN_DEGREES
