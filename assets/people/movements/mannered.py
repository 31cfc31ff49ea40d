"""Clips that no scenario names: what a person's own manner puts in place of standing and walking, and what
somebody who goes on with a thing in hand does instead of standing with it."""

from __future__ import annotations

import numpy as np

from assets.people.motion import Motion, Pose, evenly
from assets.people.movements.calm import STANDING
from assets.people.movements.travel import walking_with

TABLET: Pose = {
    "wristR": (0.135, 0.250, 1.130), "wristL": (-0.135, 0.250, 1.130), "elbowR": (0.6, -0.9, -0.6),
    "elbowL": (-0.6, -0.9, -0.6), "handR": (58, 4, 6), "handL": (58, 4, 6), "curlR": (34,), "curlL": (34,),
    "thumbR": (-4,), "thumbL": (-4,), "rollR": (40,), "rollL": (40,),
}  # fmt: skip
"""Both hands hold a tablet before the chest."""
SCREEN: Pose = {
    "wristR": (0.105, 0.260, 1.215), "elbowR": (0.5, -0.9, -0.8), "handR": (52, 6, 10), "curlR": (40,), "thumbR": (-6,),
    "rollR": (40,), "neck": (12, 0, 0),
}  # fmt: skip
"""The right hand holds a telephone where it is read."""
ON_CANE: Pose = {
    "wristR": (0.275, 0.190, 0.895), "elbowR": (0.5, -1, 0), "handR": (0, -34, 0), "curlR": (62,), "rollR": (0,),
}  # fmt: skip
WITH_BAG: Pose = {"wristR": (0.285, 0.025, 0.860), "curlR": (66,), "rollR": (20,), "shrugR": (-10,)}
WITH_SHOVEL: Pose = {
    "wristR": (0.300, 0.180, 1.130), "elbowR": (0.6, -0.9, -0.4), "handR": (0, -16, 0), "curlR": (62,), "rollR": (0,),
}  # fmt: skip


def _standing_with(arms: Pose, *, head: float = 0.0, held: str | None = None) -> Motion:
    """At ease, breathing, the arms as given; ``head`` bent down by so many degrees."""
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            {
                "hips": (0.012 * s, -0.01, -0.014 - 0.002 * c),
                "hips_turn": (2, 1.5 * s, s),
                "spine": (1 + 0.4 * c, 0, -0.8 * s),
                "chest": (-2 + c, s, -0.5 * s),
                "head": (head + c, 4 * s, 0),
            }
        )
    hanging = {"wristR": (0.252, 0.035, 0.872), "wristL": (-0.252, 0.035, 0.872), "rollR": (35,), "rollL": (35,)}
    return evenly(keys, 4.0, STANDING | hanging | dict(arms), held=held)


_CARTON: Pose = {
    "wristR": (0.185, 0.310, 1.085), "wristL": (-0.185, 0.310, 1.085), "elbowR": (0.25, -1.0, -0.7),
    "elbowL": (-0.25, -1.0, -0.7), "handR": (45, 6, 0), "handL": (45, 6, 0), "curlR": (16,), "curlL": (16,),
    "rollR": (40,), "rollL": (40,), "reachR": (6,), "reachL": (6,),
}  # fmt: skip
_TIMBER: Pose = {
    "wristR": (0.205, 0.235, 1.500), "elbowR": (0.8, 0.5, -1.0), "handR": (-20, -10, 0), "curlR": (50,), "rollR": (0,),
    "shrugR": (6,),
}  # fmt: skip
_PHONE: Pose = {
    "wristR": (0.128, 0.085, 1.545), "elbowR": (0.55, 0.55, -1.0), "handR": (35, -4, 8), "curlR": (46,),
    "thumbR": (-6,), "rollR": (0,),
}  # fmt: skip

MOTIONS: dict[str, Motion] = {
    "carry_box_walk": walking_with(_CARTON, lean=-4, held="carton"),
    "carry_long_walk": walking_with(_TIMBER, held="timber"),
    "phone_walk": walking_with(_PHONE, held="phone"),
    "idle_tablet": _standing_with(TABLET, head=22, held="tablet"),
    "walk_tablet": walking_with(TABLET, held="tablet"),
    "idle_screen": _standing_with(SCREEN, head=16, held="smartphone"),
    "walk_screen": walking_with(SCREEN, lean=4, held="smartphone"),
    "idle_cane": _standing_with(ON_CANE, head=4, held="cane"),
    "walk_cane": walking_with(ON_CANE, lean=4, held="cane"),
    "idle_bag": _standing_with(WITH_BAG, held="bag"),
    "walk_bag": walking_with(WITH_BAG, held="bag"),
    "idle_shovel": _standing_with(WITH_SHOVEL, held="shovel_upright"),
}
