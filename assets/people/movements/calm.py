"""Standing, walking, talking: what people do when nothing is the matter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.people.gait import Gait
from assets.people.motion import FPS, Motion, Pose, both, evenly, metres_per_second

STANDING: Pose = both(ankle=(0.030, 0.020, 0), foot=(0, 11), elbow=(0.22, -1, 0)) | {
    "ankleL": (-0.03, -0.02, 0),
    "hips_turn": (2, 0, 0),
    "neck": (4, 0, 0),
}
"""At ease, feet apart."""


def _idle() -> Motion:
    """Weight from one foot to the other, a breath, a look to each side."""
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            both(wrist=(0.252, 0.035, 0.893 + 0.004 * c), roll=(35,), shrug=(-6 + c,), curl=(16,))
            | {
                "hips": (0.012 * s, -0.01, -0.012 - 0.002 * c),
                "hips_turn": (2, -2 * s, s),
                "spine": (1 + 0.5 * c, 0, -0.8 * s),
                "chest": (-3 + 1.2 * c, s, -0.5 * s),
                "head": (-3, 9 * s + 4, 0),
            }
        )
    return evenly(keys, 4.0, STANDING)


WALK = Gait(seconds=1.1, speed=1.16)


def walking(gait: Gait, *, arms: float = 1.0) -> dict[str, NDArray]:
    """The channels of a walk that keys cannot give: legs, hips, counter-turning shoulders, swinging arms."""
    phase = np.arange(round(gait.seconds * FPS)) / round(gait.seconds * FPS)
    turn = 2 * np.pi * phase
    zero, one = np.zeros_like(phase), np.ones_like(phase)
    channels = {}
    for side, sign, shift in (("R", 1, 0.0), ("L", -1, 0.5)):
        ankle, pitch, toes = gait.foot(phase + shift)
        channels[f"ankle{side}"] = np.stack([-0.035 * sign * one, ankle[:, 0], ankle[:, 1]], -1)
        channels[f"foot{side}"] = np.stack([pitch, 5 * one], -1)
        channels[f"toes{side}"] = toes[:, None]
        ahead = np.cos(turn + 2 * np.pi * shift)
        channels[f"wrist{side}"] = np.stack(
            [
                sign * (0.258 - 0.02 * np.maximum(0, -ahead)),
                0.02 - 0.17 * arms * ahead,
                0.892 + 0.045 * arms * np.maximum(0, -ahead),
            ],
            -1,
        )
    bob = -0.040 - 0.018 * np.cos(2 * turn - 0.6)
    channels["hips"] = np.stack([0.020 * np.sin(turn), zero, bob], -1)
    channels["hips_turn"] = np.stack([3 * one, 5 * np.cos(turn), 2.0 * np.sin(turn)], -1)
    channels["spine"] = np.stack([2 * one, -4 * np.cos(turn), -1.2 * np.sin(turn)], -1)
    channels["chest"] = np.stack([one, -7 * arms * np.cos(turn), -np.sin(turn)], -1)
    channels["neck"] = np.stack([2 * one, 3 * np.cos(turn), zero], -1)
    channels["head"] = np.stack([-3 * one, 3 * np.cos(turn), zero], -1)
    return channels


def _walk() -> Motion:
    base = both(elbow=(0.35, -1, -0.1), curl=(22,), roll=(35,), shrug=(-5,))
    return Motion([base], [0], WALK.seconds, base=base, extra=walking(WALK), speed=metres_per_second(WALK.speed))


MOTIONS: dict[str, Motion] = {"idle": _idle(), "walk": _walk()}
