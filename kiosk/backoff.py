"""How long to wait before the next attempt at what has failed."""

from __future__ import annotations

from random import Random


def backoff(failures: int, first: float, longest: float, dice: Random) -> float:
    """Seconds after so many failures: exponential, with jitter so that not all who lost a network come back at once."""
    return min(first * 2 ** min(failures, 16), longest) * dice.uniform(0.5, 1.0)
