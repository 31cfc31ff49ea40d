"""What the trainee's own hands do: held before him they lie flat, grip or point.

The fingers relative to the hand are what matters; where the hand is, a controller says.
"""

from __future__ import annotations

from assets.people.motion import Motion, both
from assets.people.movements.calm import STANDING

_AHEAD = STANDING | both(
    wrist=(0.145, 0.350, 1.215), elbow=(0.55, -0.9, -0.8), hand=(-34, 4, 0), roll=(-20,), reach=(8,)
)


def _still(**fingers: tuple[float, ...]) -> Motion:
    return Motion([{}], [0], 1.0, base=_AHEAD | both(**fingers))


MOTIONS: dict[str, Motion] = {
    "hands_flat": _still(curl=(3,), thumb=(-4,)),
    "hands_grip": _still(curl=(62,), thumb=(12,)),
    "hands_point": _still(curl=(58,), index=(-54,), thumb=(10,)),
}
