"""At machines and on seats: sitting, driving, levers, drills, torches, signals to a crane."""

from __future__ import annotations

import numpy as np

from assets.people.motion import FPS, Motion, Pose, both, evenly
from assets.people.movements.calm import STANDING

SEATED: Pose = both(
    ankle=(0.035, 0.395, 0), foot=(0, 10), knee=(0.16, 1, 0.5), elbow=(0.5, -1, -0.2), curl=(16,), roll=(30,)
) | {"hips": (0, -0.03, -0.405), "hips_turn": (-8, 0, 0), "spine": (6, 0, 0), "chest": (4, 0, 0), "neck": (4, 0, 0)}
"""On a seat 0.45 m high, its middle under the person's origin, hands free."""


def _swing(k: int, count: int = 4) -> tuple[float, float]:
    return float(np.sin(2 * np.pi * k / count)), float(np.cos(2 * np.pi * k / count))


def _sit() -> Motion:
    """Hands in the lap, breathing, a look about."""
    keys = []
    for k in range(4):
        s, c = _swing(k)
        keys.append(
            both(wrist=(0.125, 0.250, 0.668 + 0.003 * c), hand=(16, 12, 0), shrug=(-6 + c,))
            | {"chest": (4 + 1.2 * c, s, 0), "head": (2 + c, 8 * s, 0), "spine": (6 + 0.5 * c, 0, 0)}
        )
    return evenly(keys, 4.4, SEATED)


def _seated_drive() -> Motion:
    """Left hand on the wheel's knob, right hand on the wheel, small corrections; a wheel at 0.95 m, 0.4 m ahead."""
    base = (
        SEATED
        | both(elbow=(0.8, -0.8, -0.5), curl=(58,), reach=(10,), roll=(0,), hand=(-10, -12, 0))
        | {"hips_turn": (-10, 0, 0), "head": (2, 0, 0)}
    )
    keys = []
    for k in range(4):
        s, c = _swing(k)
        keys.append(
            {
                "wristR": (0.165, 0.345 + 0.01 * c, 0.985 - 0.030 * s),
                "wristL": (-0.165, 0.345 - 0.01 * c, 0.985 + 0.030 * s),
                "chest": (4 + 0.6 * c, 2 * s, 0),
                "head": (1 + c, 9 * s + 2, 0),
            }
        )
    return evenly(keys, 3.6, base)


def _pull_lever() -> Motion:
    """Right hand on a lever 1.1 m high, pushed and pulled through 0.16 m; the left one rests."""
    base = STANDING | {
        "ankleR": (0.03, -0.08, 0), "ankleL": (-0.03, 0.10, 0), "elbowR": (0.9, -0.8, -0.5), "curlR": (62,),
        "rollR": (0,), "handR": (-12, -10, 0), "wristL": (-0.252, 0.035, 0.872), "rollL": (35,), "reachR": (8,),
    }  # fmt: skip
    out: Pose = {"wristR": (0.165, 0.420, 1.130), "hips": (0, 0.01, -0.016), "chest": (4, 6, 0), "head": (6, -4, 0)}
    near: Pose = {
        "wristR": (0.175, 0.270, 1.080), "hips": (0, -0.03, -0.018), "chest": (0, -8, 0), "head": (8, 2, 0),
        "hips_turn": (2, -4, 0),
    }  # fmt: skip
    return Motion([out, near, near, out, out], [0, 0.7, 1.3, 2.0, 3.0], 3.2, base=base)


def _hold_drill() -> Motion:
    """Both hands on a rock drill at the height of the belt, leaning into it, shaken at about 12 Hz."""
    seconds = 2.0
    frames = round(seconds * FPS)
    t = 2 * np.pi * np.arange(frames) / frames
    base = both(elbow=(0.9, -0.8, -0.3), curl=(64,), reach=(12,), shrug=(2,), roll=(0,)) | {
        "ankleR": (0.05, -0.22, 0), "ankleL": (-0.05, 0.20, 0), "footR": (0, 22), "footL": (0, 6),
        "hips": (0, -0.03, -0.075), "hips_turn": (12, 0, 0), "spine": (8, 0, 0), "chest": (6, 0, 0),
        "head": (-10, 0, 0),
        "wristR": (0.150, 0.300, 1.085), "wristL": (-0.090, 0.430, 1.105), "handR": (-28, 4, 0), "handL": (20, 10, 0),
    }  # fmt: skip

    def shaken(name: str, size: float, turn: float) -> np.ndarray:
        quick = np.sin(24 * t + turn) + 0.5 * np.sin(17 * t + 2 * turn)
        slow = np.sin(t + turn)
        value = np.array(base[name], float)
        return value + np.stack([0.3 * size * quick, size * quick + 0.006 * slow, 0.5 * size * quick], -1)

    extra = {
        "wristR": shaken("wristR", 0.0030, 0.0),
        "wristL": shaken("wristL", 0.0030, 0.4),
        "chest": np.array(base["chest"], float) + np.stack([0.5 * np.sin(24 * t), 0.4 * np.sin(t), 0 * t], -1),
        "head": np.array(base["head"], float) + np.stack([0.5 * np.sin(24 * t + 1), 2 * np.sin(t), 0 * t], -1),
    }
    return Motion([base], [0], seconds, base=base, extra=extra, held="drill")


def _weld() -> Motion:
    """A torch led along a seam at the height of the belt, the other hand steadying it; the head bent over."""
    base = STANDING | {
        "ankleR": (0.04, -0.14, 0), "ankleL": (-0.04, 0.12, 0), "elbowR": (1.0, -0.5, -0.2),
        "elbowL": (-1.0, -0.5, -0.3),
        "curlR": (60,), "curlL": (48,), "rollR": (0,), "rollL": (10,), "hips": (0, -0.10, -0.050),
        "hips_turn": (20, 0, 0),
        "spine": (12, 0, 0), "neck": (10, 0, 0), "reachR": (12,), "reachL": (12,), "handL": (10, 14, 0),
    }  # fmt: skip
    keys = []
    for k in range(6):
        s, c = _swing(k, 6)
        keys.append(
            {
                "wristR": (0.110 + 0.045 * s, 0.390, 1.040 + 0.008 * c),
                "handR": (132, 4, 6 * s),
                "wristL": (-0.090 + 0.030 * s, 0.370, 1.000),
                "chest": (10 + 0.5 * c, 2 * s, 0),
                "head": (16, 4 * s, 2),
            }
        )
    return evenly(keys, 5.0, base, held="torch")


def _signal_arm() -> Motion:
    """To a crane driver: the right arm up, its flag in small circles, the left one held out."""
    base = STANDING | {
        "elbowR": (1.0, -0.2, -0.4), "shrugR": (14,), "curlR": (62,), "rollR": (0,), "elbowL": (-0.6, -0.6, -0.8),
        "curlL": (60,), "rollL": (0,), "hips": (0, -0.01, -0.014), "chest": (-5, 0, -2), "reachL": (6,),
    }  # fmt: skip
    keys = []
    for k in range(4):
        s, c = _swing(k)
        keys.append(
            {
                "wristR": (0.265 + 0.055 * s, 0.130 + 0.055 * c, 1.800),
                "handR": (0, 0, 8 * s),
                "wristL": (-0.500 - 0.01 * s, 0.220, 1.230 + 0.01 * c),
                "head": (-16, 3 * s, 0),
            }
        )
    return evenly(keys, 1.6, base, held="flags")


MOTIONS: dict[str, Motion] = {
    "sit": _sit(),
    "seated_drive": _seated_drive(),
    "pull_lever": _pull_lever(),
    "hold_drill": _hold_drill(),
    "weld": _weld(),
    "signal_arm": _signal_arm(),
}
