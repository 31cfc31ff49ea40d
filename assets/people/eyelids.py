"""Where the lids' edges run over the eyeball."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EYE_HALF_WIDTH = 0.0160
UPPER_LID, LOWER_LID, TILT = 0.0059, 0.0047, 0.070


def lid_edges(x: NDArray) -> tuple[NDArray, NDArray]:
    """Heights of the upper and lower lid's edge over the eye's middle, ``x`` metres outward from it.

    The upper edge is highest a little inward and hangs low at the nose, as a lid with an inner fold does.
    """
    t = np.clip(x / EYE_HALF_WIDTH, -1.2, 1.2)
    almond = np.sqrt(np.maximum(1 - t * t, 0))
    tilt = TILT * x
    closing = 0.010 * np.maximum(np.abs(t) - 1, 0)
    upper = UPPER_LID * almond * (1 - 0.08 * t) + tilt - closing
    lower = -LOWER_LID * almond**1.4 * (1 + 0.12 * t) + tilt + closing
    return upper, lower
