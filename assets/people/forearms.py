"""The trainee's own forearms, seen in first person: the sleeves of a work jacket from the elbow to its cuffs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.people.body import sleeve
from assets.people.distance import Distance, Points, meet, right_half
from assets.people.gloves import GLOVES, Glove, GloveShape
from assets.people.shell import Shell
from assets.people.skeleton import ELBOW, FOREARM_DIRECTION, WRIST
from assets.people.surface import Seam

CUFF = 0.070
"""From the wrist up the sleeve, where the cuff ends."""
FOLD_EVERY = 0.034
"""Metres between the soft folds that cloth throws along the forearm."""


def up_the_arm(points: NDArray) -> NDArray:
    """Metres from the wrist towards the elbow, for points (n, 3) of either arm."""
    return (WRIST - np.abs(points) * [1, 0, 0] - points * [0, 1, 1]) @ FOREARM_DIRECTION


UNDER_GLOVE = 0.011
"""How much closer cloth lies to the arm where a glove holds it."""


def _sleeve(points: Points, glove: GloveShape | None) -> Distance:
    """A little loose, gathered into the cuff or into the glove over it; it ends at the elbow."""
    up = up_the_arm(points)
    gathered = np.clip((up - CUFF + 0.012) / 0.02, 0, 1)
    across = points[:, 1] * 22 + np.abs(points[:, 0]) * 9
    folds = 0.0016 * np.sin(up * 2 * np.pi / FOLD_EVERY + across) * gathered
    held = np.clip((-glove.end - 0.004 - up) / 0.016, 0, 1) if glove else 0.0
    cloth = sleeve(points, -0.001) - ((0.0065 * gathered + folds) * (1 - held) - UNDER_GLOVE * held).astype(np.float32)
    elbow = (ELBOW.astype(np.float32) - right_half(points)) @ FOREARM_DIRECTION.astype(np.float32)
    return meet(0.006, cloth, elbow - np.float32(0.010))


def _regions(centres: NDArray) -> NDArray[np.str_]:
    return np.where(up_the_arm(centres) < CUFF, "jacket_trim", "jacket")


def forearm_shell(glove: Glove | None) -> Shell:
    """Both sleeves, as they look with that glove drawn over them."""
    worn = GLOVES[glove] if glove else None
    return Shell(
        name="forearm",
        field=lambda points: _sleeve(points, worn),
        box=((0.27, -0.11, 0.93), (0.58, 0.13, 1.28)),
        cell=0.0042,
        triangles=1500,
        coarser=(420, 140),
        binding="hand",
        regions=_regions,
        seams=(Seam(lambda v: up_the_arm(v) - CUFF, 0.002),),
        normal_step=3.2e-3,
        halves="apart",
    )
