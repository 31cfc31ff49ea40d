"""What fingers do on a controller, or a bare hand that is followed: moments, not positions."""

from __future__ import annotations

from dataclasses import dataclass

from sim.xr.tracked import Hand

PULLED, LET_GO = 0.6, 0.4
"""A trigger counts as pulled above the one, as let go below the other."""
PUSHED, CENTRED = 0.7, 0.35
"""The same for a stick."""


@dataclass(frozen=True, slots=True)
class Keys:
    """One hand in one frame."""

    trigger: bool = False
    """It is pulled."""
    pulled: bool = False
    """It was pulled just now."""
    squeeze: bool = False
    menu: bool = False
    """It was pressed just now."""
    forward: bool = False
    """The stick is pushed ahead."""
    flick: int = 0
    """The stick was pushed aside just now: -1 to the left, 1 to the right."""


class KeyReader:
    """One hand from frame to frame. What is already held when a hand comes into view was not done just now."""

    def __init__(self) -> None:
        self._keys: Keys | None = None
        self._menu = False
        self._aside = False

    def read(self, hand: Hand | None) -> Keys:
        if hand is None:
            self._keys = None
            return Keys()
        before = self._keys
        trigger = _held(hand.trigger, PULLED, LET_GO, before is not None and before.trigger)
        squeeze = _held(hand.squeeze, PULLED, LET_GO, before is not None and before.squeeze)
        forward = self._forward(hand.stick, before is not None and before.forward)
        self._keys = Keys(
            trigger=trigger,
            pulled=trigger and before is not None and not before.trigger,
            squeeze=squeeze,
            menu=hand.menu and before is not None and not self._menu,
            forward=forward,
            flick=self._flick(hand.stick[0], fresh=before is None, busy=forward),
        )
        self._menu = hand.menu
        return self._keys

    @staticmethod
    def _forward(stick: tuple[float, float], before: bool) -> bool:
        """Pushed ahead rather than aside; once it is, it may lean until it is let go."""
        aside, ahead = stick
        return ahead > CENTRED if before else ahead > PUSHED and ahead > abs(aside)

    def _flick(self, aside: float, *, fresh: bool, busy: bool) -> int:
        before = self._aside
        self._aside = abs(aside) > (CENTRED if before else PUSHED)
        if not self._aside or before or fresh or busy:
            return 0
        return 1 if aside > 0 else -1


def _held(value: float, pulled: float, let_go: float, before: bool) -> bool:
    return value > (let_go if before else pulled)
