"""Pointing at a thing and holding: the trigger for a moment, or head or eyes resting on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sim.display.headset.desk.person import Person, Pointer
from sim.display.headset.desk.rotation import degrees_between
from sim.state import Vec3
from sim.world.picking import Pick

HOLD_SECONDS = 0.4
HOLD_DEGREES = 4.0
"""A hand that holds may tremble so far."""
REST_SECONDS, REST_DEGREES = 1.3, 2.5
"""Head or eyes rest on a thing so long, so still;"""
SEEN_SECONDS = 0.5
"""after so long it is looked up what they rest on."""

Find = Callable[[Pointer], Pick | None]
"""The thing that is pointed at."""
Advice = Literal["hold", "nothing_there"]


@dataclass(frozen=True, slots=True)
class Held:
    share: float = 0.0
    """How far holding has come."""
    meant: Pick | None = None
    """The thing that is meant, in the frame in which that is settled."""
    advice: Advice | None = None
    """What somebody should be told who does it otherwise."""


NOT_HELD = Held()


@dataclass(slots=True)
class _Grip:
    """A hold that is under way."""

    since: float
    direction: Vec3
    thing: Pick | None = None
    looked_up: bool = False
    over: bool = False
    """Settled or in vain: it begins again elsewhere."""


class Holding:
    def __init__(self) -> None:
        self._grip: _Grip | None = None

    def let_go(self) -> None:
        """Whatever is held is not meant."""
        self._grip = None

    def follow(self, person: Person, find: Find) -> Held:
        """One frame of it. ``find`` is asked once for each hold."""
        pointer = person.pointer
        if pointer is None:
            self._grip = None
            return NOT_HELD
        return self._rest(person.now, pointer, find) if pointer.dwells else self._hold(person.now, pointer, find)

    def _hold(self, now: float, pointer: Pointer, find: Find) -> Held:
        if pointer.pressed:
            thing = find(pointer)
            self._grip = _Grip(now, pointer.direction, thing, looked_up=True, over=thing is None)
            return Held(advice="nothing_there") if thing is None else NOT_HELD
        grip = self._grip
        if grip is None:
            return NOT_HELD
        if not pointer.held:
            self._grip = None
            return NOT_HELD if grip.over else Held(advice="hold")
        if grip.over or degrees_between(grip.direction, pointer.direction) > HOLD_DEGREES:
            grip.over = True
            return NOT_HELD
        return self._come_to(grip, now, HOLD_SECONDS)

    def _rest(self, now: float, pointer: Pointer, find: Find) -> Held:
        grip = self._grip
        if grip is None or degrees_between(grip.direction, pointer.direction) > REST_DEGREES:
            self._grip = _Grip(now, pointer.direction)
            return NOT_HELD
        if not grip.looked_up and now - grip.since >= SEEN_SECONDS:
            grip.thing, grip.looked_up = find(pointer), True
        if grip.thing is None or grip.over:
            return NOT_HELD
        return self._come_to(grip, now, REST_SECONDS)

    @staticmethod
    def _come_to(grip: _Grip, now: float, wanted: float) -> Held:
        share = min(1.0, (now - grip.since) / wanted)
        if share < 1.0:
            return Held(share)
        grip.over = True
        return Held(1.0, meant=grip.thing)
