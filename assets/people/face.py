"""What a face does by itself: it blinks, and its eyes look about or at somebody. Closed formulas of time."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import lru_cache

from numpy.typing import NDArray

from assets.people.skeleton import EYE, TO_METRES

EYES_MIDDLE = EYE * (0, 1, 1) * TO_METRES
LID_CLOSED = 36.0
"""Degrees that an upper lid turns down to meet the lower one."""
BLINK_EVERY, BLINK_SECONDS = 3.6, 0.24
"""One blink falls into each span of so many seconds, and takes so long."""
CLOSING = 0.35
"""Share of a blink in which the lids go down; they rise more slowly."""
ATTENTION_EVERY, ATTENTION = 2.6, 0.65
"""Seconds for which somebody looks at whoever is there, or does not, and in which share of those spans they do."""
GLANCE_EVERY = 1.7
GLANCE_SECONDS = 0.06
GLANCE = (9.0, 4.0)
"""How far the eyes wander off straight ahead, degrees sideways and up or down."""
FARTHEST_TURN = (32.0, 20.0)
"""How far the eyes turn towards something, degrees sideways and up or down; beyond, they do not follow it."""


@lru_cache(maxsize=4096)
def chance(seed: int, slot: int, purpose: str) -> float:
    """A number 0..1 that depends on nothing but its arguments."""
    digest = hashlib.blake2b(f"{seed}/{slot}/{purpose}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 2**32


def blink(time: float, seed: int) -> float:
    """How far the lids are closed, 0..1, at ``time`` seconds: once in every ``BLINK_EVERY`` seconds or so."""
    slot = int(time // BLINK_EVERY)
    begin = chance(seed, slot, "blink") * (BLINK_EVERY - BLINK_SECONDS)
    t = (time - slot * BLINK_EVERY - begin) / BLINK_SECONDS
    if not 0 < t < 1:
        return 0.0
    closed = t / CLOSING if t < CLOSING else (1 - t) / (1 - CLOSING)
    return float(min(1.0, 1.25 * closed * closed * (3 - 2 * closed)))


def wandering(time: float, seed: int) -> tuple[float, float]:
    """Where eyes look that look at nothing in particular: degrees left and up, in quick moves and rests."""
    slot = int(time // GLANCE_EVERY)
    now, before = _glance(slot, seed), _glance(slot - 1, seed)
    share = min(1.0, (time - slot * GLANCE_EVERY) / GLANCE_SECONDS)
    return tuple(a + (b - a) * share for a, b in zip(before, now, strict=True))


def _glance(slot: int, seed: int) -> tuple[float, float]:
    return tuple(
        size * (2 * chance(seed, slot, purpose) - 1) ** 3
        for size, purpose in zip(GLANCE, ("side", "rise"), strict=True)
    )


def towards(direction: NDArray) -> tuple[float, float] | None:
    """Degrees left and up of a direction (3,) in the head's own frame; None where eyes do not follow.

    A little beyond what they can reach they stay at their limit.
    """
    x, ahead, up = (float(part) for part in direction)
    side = math.degrees(math.atan2(-x, ahead))
    rise = math.degrees(math.atan2(up, math.hypot(x, ahead)))
    limit_side, limit_rise = FARTHEST_TURN
    if abs(side) > 2 * limit_side or abs(rise) > 2 * limit_rise:
        return None
    return max(-limit_side, min(limit_side, side)), max(-limit_rise, min(limit_rise, rise))


@dataclass(frozen=True)
class Regard:
    """What makes a face live at a moment: ``time`` in seconds, the person's own ``seed``, and where somebody
    is that it may look at, in the person's own frame (metres, before its scale)."""

    time: float
    seed: int
    target: NDArray | None = None

    @property
    def closed(self) -> float:
        """How far the lids are closed by a blink, 0..1."""
        return blink(self.time, self.seed)

    def gaze(self, head: NDArray) -> tuple[float, float]:
        """Degrees left and up that the eyes look off straight ahead; ``head`` (4, 4) is its joint's matrix."""
        attentive = chance(self.seed, int(self.time // ATTENTION_EVERY), "attention") < ATTENTION
        if self.target is not None and attentive:
            turn = head[:3, :3]
            seen = towards((self.target - head[:3, 3]) @ turn - EYES_MIDDLE)
            if seen is not None:
                return seen
        return wandering(self.time, self.seed)
