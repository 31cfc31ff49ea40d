"""The six digits on the crew's page that let a headset's computer in, once."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from common.clock import Clock
from common.errors import DataError

VALID_S = 300.0
MOST_TRIES = 5


class PairingRefused(DataError):
    """The code is not the one that is shown, or none is."""

    status = 403

    def __init__(self) -> None:
        super().__init__("headsets.pairing_refused")


@dataclass
class _Code:
    digits: str
    until: float
    tries: int = 0


class Pairing:
    """At most one code at a time. It dies of age, of its use, and of guesses."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._code: _Code | None = None

    def offer(self) -> str:
        """A new code, in place of the one before."""
        self._code = _Code(f"{secrets.randbelow(1_000_000):06d}", self._clock.monotonic() + VALID_S)
        return self._code.digits

    def withdraw(self) -> None:
        """Nobody is let in any more."""
        self._code = None

    @property
    def shown(self) -> tuple[str, float] | None:
        """The code that is valid, and for how many seconds yet."""
        if self._code is None or self._code.until <= self._clock.monotonic():
            return None
        return self._code.digits, self._code.until - self._clock.monotonic()

    def redeem(self, digits: str) -> None:
        """Use the code up.

        Raises:
            PairingRefused: it is another, or none is valid.
        """
        if self.shown is None or self._code is None:
            raise PairingRefused
        self._code.tries += 1
        right = hmac.compare_digest(self._code.digits.encode(), digits.encode())
        if right or self._code.tries >= MOST_TRIES:
            self._code = None
        if not right:
            raise PairingRefused
