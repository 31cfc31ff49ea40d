"""With what a trainee points: a hand of the two, or head or eyes where there are none."""

from __future__ import annotations

import math

from common.comfort import Comfort
from sim.display.headset.desk.hand_keys import KeyReader
from sim.display.headset.desk.person import HandNow, Pointer
from sim.display.headset.desk.rig import Rig
from sim.display.headset.desk.rotation import ahead
from sim.state import Vec3
from sim.xr.tracked import SIDES, Pose, Side, Tracked

GONE_SECONDS = 1.5
"""A controller that has not been seen for so long is off."""
STEADY_SECONDS = {"hand": 0.08, "eyes": 0.12}
"""Over so long a direction is smoothed: bare hands tremble, and eyes leap."""


class Aiming:
    """Follows both hands. A pull of the other hand's trigger takes the ray over and chooses nothing yet."""

    def __init__(self, comfort: Comfort) -> None:
        self._comfort = comfort
        self._readers = {side: KeyReader() for side in SIDES}
        self._active: Side = "left" if comfort.hand == "left" else "right"
        self._used_controller = False
        self._used_hands = False
        self._unseen = 0.0
        self._steady: dict[str, Vec3] = {}

    @property
    def controllers_gone(self) -> bool:
        """Whoever used a controller has none any more."""
        return self._used_controller and self._unseen >= GONE_SECONDS

    def do_without(self) -> None:
        """Go on with head or eyes until a trigger is pulled again."""
        self._used_controller = self._used_hands = False

    def hands(self, tracked: Tracked, rig: Rig, step: float) -> dict[Side, HandNow]:
        """The hands that are there, in the world."""
        found: dict[Side, HandNow] = {}
        for side, hand in (("left", tracked.left), ("right", tracked.right)):
            keys = self._readers[side].read(hand)
            if hand is None:
                self._steady.pop(side, None)
                continue
            aim = rig.pose(hand.aim) if hand.aim is not None else None
            grip = rig.pose(hand.grip) if hand.grip is not None else None
            found[side] = HandNow(hand.kind, aim, grip, keys)
            if keys.pulled:
                self._used_hands = True
                self._used_controller = self._used_controller or hand.kind == "controller"
        controller = any(hand.kind == "controller" for hand in found.values())
        self._unseen = 0.0 if controller or (found and not self._used_controller) else self._unseen + step
        return found

    def eyes(self, tracked: Tracked, rig: Rig, step: float) -> Vec3 | None:
        """Where the eyes look, in the world, where they are followed."""
        if tracked.gaze is None or not self._comfort.eyes:
            self._steady.pop("eyes", None)
            return None
        return self._smooth("eyes", "eyes", ahead(rig.pose(tracked.gaze).turned), step)

    def pointer(self, hands: dict[Side, HandNow], head: Pose, eyes: Vec3 | None, step: float) -> Pointer | None:
        """What is pointed with in this frame; None while a hand that is used cannot be seen."""
        if self._comfort.input == "auto":
            pulling = self._take_turns(hands)
            hand = hands.get(self._active)
            if hand is not None and hand.aim is not None:
                direction = ahead(hand.aim.turned)
                if hand.kind == "hand":
                    direction = self._smooth(self._active, "hand", direction, step)
                return Pointer(self._active, hand.aim.position, direction, hand.keys.trigger, pulling)
            if hands or (self._used_hands and not self.controllers_gone):
                return None
        return Pointer(None, head.position, eyes or ahead(head.turned))

    def _take_turns(self, hands: dict[Side, HandNow]) -> bool:
        """Settle which hand points; whether its trigger was pulled just now."""
        if not hands:
            return False
        wanted = self._comfort.hand
        if wanted != "either" and wanted in hands:
            self._active = wanted
        elif self._active not in hands:
            self._active = next(iter(hands))
        elif wanted == "either" and not hands[self._active].keys.pulled:
            other = next((side for side in hands if side != self._active and hands[side].keys.pulled), None)
            if other is not None and hands[other].aim is not None:
                self._active = other
                return False
        return hands[self._active].keys.pulled

    def _smooth(self, name: str, kind: str, direction: Vec3, step: float) -> Vec3:
        before = self._steady.get(name)
        if before is not None:
            share = 1 - math.exp(-step / STEADY_SECONDS[kind])
            mixed = tuple(old + (new - old) * share for old, new in zip(before, direction, strict=True))
            length = math.sqrt(sum(part * part for part in mixed))
            direction = tuple(part / length for part in mixed) if length > 1e-6 else direction
        self._steady[name] = direction
        return direction
