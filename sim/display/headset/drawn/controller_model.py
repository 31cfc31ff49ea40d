"""A controller as it lies in a hand: a handle, a head with stick and buttons for the thumb, a trigger.

Frame of the grip: the origin in the fist, y along the handle towards the thumb, x out of the back of the right hand
(into the palm of the left one), z against the way the fingers point.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import arc, lathe, mirrored, plastic, rounded_box, tube
from sim.xr.tracked import Side

SHELL, DARK, LIGHT, WARM = (
    plastic(0.055, 0.053, 0.050, 0.45), plastic(0.018, 0.018, 0.019, 0.30), plastic(0.55, 0.53, 0.50, 0.40),
    plastic(0.72, 0.33, 0.05, 0.40),
)  # fmt: skip
LEAN = -38.0
"""Degrees that the head's face leans from upright towards whoever holds it."""
HEAD = (-0.004, 0.052, -0.006)
"""The middle of the head's face."""


@cache
def controller(side: Side) -> Mesh:
    """The controller for that hand, metres."""
    whole = joined([*_handle(), *(_on_head(part) for part in _head()), *_triggers()])
    return whole if side == "right" else mirrored(whole)


def _handle() -> list[Mesh]:
    """An oval handle that swells to the palm and ends round."""
    spine = [(0, -0.072, 0.020), (0, -0.064, 0.018), (0, -0.030, 0.008), (0, 0.010, 0.001), (0, 0.046, -0.006)]
    radii = [0.009, 0.0165, 0.0185, 0.0175, 0.0190]
    stations = np.linspace(0, 4, 17)
    points = np.column_stack([np.interp(stations, range(5), np.array(spine)[:, axis]) for axis in range(3)])
    thick = np.interp(stations, range(5), radii)
    handle = tube(points, thick, SHELL, sides=20, squash=(0.92, 1.12), split=50)
    band = tube(points[9:11], thick[9:11] * 1.015, WARM, sides=20, squash=(0.92, 1.12), caps=False)
    return [handle, band]


def _head() -> list[Mesh]:
    """Seen from above its face: z out of the face, y ahead; stick and buttons on it."""
    body = lathe(
        [(0, -0.026), (0.016, -0.025), (0.027, -0.017), (0.0305, -0.006), (0.0295, 0.001), (0.026, 0.004), (0, 0.005)],
        SHELL, sides=36,
    )  # fmt: skip
    face = lathe([(0.0245, 0.0042), (0.0245, 0.0056), (0.0235, 0.0062), (0, 0.0064)], DARK, sides=36)
    stick = [
        lathe([(0.0115, 0.005), (0.0105, 0.0085), (0.0060, 0.0100), (0, 0.0100)], SHELL, sides=24),
        lathe([(0.0042, 0.009), (0.0050, 0.0130), (0, 0.0135)], DARK, sides=16),
        lathe([(0.0050, 0.0130), (0.0092, 0.0145), (0.0098, 0.0162), (0.0088, 0.0172), (0, 0.0162)], DARK, sides=24),
    ]
    button = [(0.0056, 0.0055), (0.0056, 0.0076), (0.0048, 0.0084), (0, 0.0086)]
    buttons = [
        lathe(button, LIGHT, sides=18).placed(0.0125, 0.0075, 0),
        lathe(button, LIGHT, sides=18).placed(0.0145, -0.0070, 0),
        lathe([(0.0030, 0.0055), (0.0030, 0.0070), (0, 0.0074)], LIGHT, sides=12).placed(-0.0005, -0.0175, 0),
    ]
    return [body, face, *(part.placed(-0.0075, 0.0035, 0) for part in stick), *buttons]


def _on_head(part: Mesh) -> Mesh:
    return part.placed(*HEAD, p=LEAN)


def _triggers() -> list[Mesh]:
    """The lever before the forefinger, and the one under the middle finger."""
    curve = arc(0.020, 100, 215, 9)
    lever = tube(
        np.column_stack([np.zeros(9), 0.044 + curve[:, 1] * 0.9, -0.030 + curve[:, 0] * 0.75]),
        np.linspace(0.0075, 0.0055, 9), DARK, sides=12, squash=(1.25, 0.75),
    )  # fmt: skip
    squeeze = rounded_box(0.010, 0.032, 0.012, DARK, radius=0.005).placed(-0.013, 0.004, -0.013)
    return [lever, squeeze]
