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
            both(wrist=(0.252, 0.035, 0.872 + 0.004 * c), roll=(35,), shrug=(-6 + c,), curl=(16,))
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
                0.865 + 0.075 * arms * np.maximum(0, -ahead),
            ],
            -1,
        )
    bob = -0.026 - 0.020 * np.cos(2 * turn - 0.75)
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


def _talk() -> Motion:
    """One hand explains, the head nods."""
    hanging = {"wristL": (-0.252, 0.035, 0.872), "rollL": (35,)}
    keys = [
        {"wristR": (0.20, 0.30, 1.12), "handR": (-40, 6, 0), "head": (2, 6, 0), "chest": (-2, 3, 0)},
        {"wristR": (0.27, 0.34, 1.20), "handR": (-65, -8, 0), "head": (-6, -4, 2), "chest": (-3, -2, 0)},
        {"wristR": (0.19, 0.36, 1.14), "handR": (-30, 10, 0), "head": (5, 3, 0), "chest": (-1, 2, 0)},
        {"wristR": (0.28, 0.31, 1.16), "handR": (-70, -4, 0), "head": (-3, 8, -2), "chest": (-2, -1, 0)},
        {"wristR": (0.21, 0.27, 1.06), "handR": (-35, 4, 0), "head": (3, -2, 0), "chest": (-2, 1, 0)},
    ]
    base = STANDING | hanging | {"elbowR": (0.5, -0.6, -0.6), "hips": (0.008, -0.01, -0.014)}
    seconds = 4.0
    t = np.arange(round(seconds * FPS)) / round(seconds * FPS)
    syllables = np.clip(np.sin(2 * np.pi * 17 * t) * 0.6 + np.sin(2 * np.pi * 11 * t + 1) * 0.5, 0, 1)
    phrases = np.clip(1.4 * np.sin(2 * np.pi * 2 * t - 0.4) + 0.9, 0, 1)
    times = list(np.arange(len(keys)) * seconds / len(keys))
    return Motion(keys, times, seconds, flowing=True, base=base, extra={"jaw": (7.5 * syllables * phrases)[:, None]})


def _wave() -> Motion:
    """An arm high above the head, swung from side to side."""
    base = STANDING | {
        "elbowR": (1.0, 0.2, -0.3), "shrugR": (16,), "wristL": (-0.256, 0.03, 0.872), "rollL": (35,), "rollR": (0,),
        "hips": (-0.012, -0.01, -0.014), "chest": (-4, 0, -4), "curlR": (4,),
    }  # fmt: skip
    keys = []
    for k in range(4):
        s = np.sin(k * np.pi / 2)
        keys.append(
            {"wristR": (0.30 + 0.13 * s, 0.10, 1.82 - 0.03 * abs(s)), "handR": (0, 0, 16 * s), "head": (-6, 2 * s, 0)}
        )
    return evenly(keys, 1.1, base)


def _phone() -> Motion:
    """Speaking into a telephone held to the right ear."""
    base = STANDING | {
        "wristR": (0.128, 0.085, 1.545), "elbowR": (0.55, 0.55, -1.0), "handR": (35, -4, 8), "curlR": (46,),
        "thumbR": (-6,),
        "rollR": (0,),
        "wristL": (-0.252, 0.035, 0.872), "rollL": (35,),
    }  # fmt: skip
    keys = []
    for k in range(4):
        s, c = np.sin(k * np.pi / 2), np.cos(k * np.pi / 2)
        keys.append(
            {
                "hips": (0.012 * s, -0.01, -0.014),
                "hips_turn": (2, 2 * s, s),
                "head": (3 + 2 * c, 0, 4),
                "chest": (-2 + c, -1.5 * s, -0.5 * s),
            }
        )
    return evenly(keys, 4.0, base, held="phone")


def _point() -> Motion:
    """An arm stretched out ahead, the eyes along it."""
    base = STANDING | {
        "elbowR": (0.7, 0, -1.0), "wristL": (-0.252, 0.035, 0.872), "rollL": (35,), "rollR": (0,), "shrugR": (4,),
        "reachR": (14,),
        "handR": (-30, 2, 0), "curlR": (62,), "indexR": (-60,), "chest": (-2, 8, 0), "hips": (0, -0.005, -0.014),
    }  # fmt: skip
    keys = [
        {"wristR": (0.175, 0.530, 1.420), "head": (-2, -5, 0)},
        {"wristR": (0.190, 0.520, 1.435), "head": (-1, 2, 0)},
        {"wristR": (0.165, 0.535, 1.405), "head": (-3, -4, 0)},
    ]
    return evenly(keys, 3.0, base)


def _yawn() -> Motion:
    """A hand comes up before a yawn, the head goes back, and all sinks down again."""
    rest: Pose = {
        "wristR": (0.252, 0.035, 0.872),
        "rollR": (35,),
        "head": (6, 0, 0),
        "spine": (4, 0, 0),
        "chest": (4, 0, 0),
        "shrugR": (-8,),
        "shrugL": (-8,),
    }
    rising: Pose = {
        "wristR": (0.15, 0.26, 1.40),
        "jaw": (5,),
        "lids": (0.3,),
        "rollR": (10,),
        "head": (-4, 0, 0),
        "chest": (-4, 0, 0),
        "shrugR": (2,),
        "shrugL": (2,),
    }
    wide: Pose = {
        "wristR": (0.075, 0.205, 1.535),
        "rollR": (0,),
        "handR": (-10, 12, 30),
        "jaw": (15,),
        "lids": (0.85,),
        "head": (-13, 2, 2),
        "spine": (-3, 0, 0),
        "chest": (-7, 0, 0),
        "shrugR": (8,),
        "shrugL": (8,),
    }
    base = STANDING | {
        "elbowR": (0.8, -0.1, -0.9),
        "wristL": (-0.252, 0.035, 0.872),
        "rollL": (35,),
        "hips": (0, -0.01, -0.014),
        "curlR": (18,),
    }
    return Motion(
        [rest, rising, wide, wide | {"head": (-15, -2, 1)}, rising, rest], [0, 0.9, 1.5, 2.8, 3.6, 4.3], 6.0, base=base
    )


def _relieved() -> Motion:
    """A long breath out, a hand on the chest, a nod."""
    base = STANDING | {
        "wristL": (-0.252, 0.035, 0.872), "rollL": (35,), "elbowR": (0.9, -0.3, -0.8), "curlR": (10,), "rollR": (0,),
        "hips": (0, -0.01, -0.014),
    }  # fmt: skip
    breath: Pose = {
        "wristR": (0.070, 0.185, 1.335),
        "handR": (-20, 8, 24),
        "chest": (-6, 0, 0),
        "head": (-6, 0, 0),
        "shrugR": (4,),
        "shrugL": (4,),
    }
    out: Pose = {
        "wristR": (0.070, 0.180, 1.305),
        "handR": (-20, 8, 24),
        "spine": (4, 0, 0),
        "chest": (3, 0, 0),
        "head": (9, 0, 0),
        "shrugR": (-9,),
        "shrugL": (-9,),
    }
    return Motion([breath, out, out | {"head": (3, 4, 0)}, breath], [0, 1.4, 2.4, 3.4], 4.0, base=base)


MOTIONS: dict[str, Motion] = {
    "idle": _idle(),
    "walk": _walk(),
    "talk": _talk(),
    "wave": _wave(),
    "phone": _phone(),
    "point": _point(),
    "yawn": _yawn(),
    "relieved": _relieved(),
}
