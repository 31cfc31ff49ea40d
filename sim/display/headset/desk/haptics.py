"""What hands feel: a tap for a button, a knock for a thing that was meant, and what the scene shakes."""

from __future__ import annotations

from dataclasses import dataclass

from sim.xr.tracked import SIDES, Side

BUTTON, MEANT = (0.2, 0.02), (0.5, 0.06)
"""Strength, 0..1, and seconds."""
SHAKE_SECONDS = 0.05
"""A shake that goes on is asked for anew so often, each time for a little longer than that."""


@dataclass(frozen=True, slots=True)
class Pulse:
    side: Side
    strength: float
    """0..1."""
    seconds: float


class Haptics:
    """Collects the pulses of a frame until they are taken."""

    def __init__(self) -> None:
        self._pulses: list[Pulse] = []
        self._shake_left = 0.0

    def button(self, side: Side | None) -> None:
        """The hand has chosen a button; head and eyes feel nothing."""
        if side is not None:
            self._pulses.append(Pulse(side, *BUTTON))

    def meant(self, side: Side | None) -> None:
        """The hand has held on a thing until it was meant."""
        if side is not None:
            self._pulses.append(Pulse(side, *MEANT))

    def shake(self, strength: float, step: float) -> None:
        """The scene shakes both hands so strongly for the next ``step`` seconds."""
        self._shake_left -= step
        if strength <= 0:
            self._shake_left = 0.0
        elif self._shake_left <= 0:
            self._shake_left = SHAKE_SECONDS
            self._pulses += [Pulse(side, strength, SHAKE_SECONDS + step) for side in SIDES]

    def taken(self) -> tuple[Pulse, ...]:
        """What has come since the last call."""
        pulses, self._pulses = tuple(self._pulses), []
        return pulses
