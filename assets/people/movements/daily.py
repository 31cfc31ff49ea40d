"""What people do beside their work, and cleaning up after it: drink, smoke, mop, blow dust off, rinse."""

from __future__ import annotations

import numpy as np

from assets.people.motion import FPS, Motion, Pose
from assets.people.movements.calm import STANDING
from assets.people.skeleton import REST

_HANGING: Pose = {"wristL": (-0.252, 0.035, 0.872), "rollL": (35,), "rollR": (20,)}


def _drink() -> Motion:
    """A cup held before the belly, lifted for a long sip, and lowered again."""
    base = STANDING | _HANGING | {"curlR": (33,), "thumbR": (14,), "elbowR": (0.7, -0.4, -0.9)}
    low: Pose = {"wristR": (0.190, 0.245, 1.165), "handR": (-6, 0, 12), "hips": (0.008, -0.01, -0.014)}
    tipped: Pose = {
        "wristR": (0.100, 0.178, 1.630), "handR": (20, 0, -12), "elbowR": (1.05, 0.0, -0.65), "shrugR": (6,),
        "head": (-16, 4, 0), "neck": (-3, 0, 0), "hips": (0.006, -0.01, -0.014), "rollR": (20,),
    }  # fmt: skip
    lips = tipped | {"wristR": (0.115, 0.195, 1.590), "handR": (12, 0, -6), "head": (-8, 4, 0)}
    keys = [low, low, lips, tipped, tipped, lips, low]
    return Motion(keys, [0, 0.9, 1.7, 2.1, 3.0, 3.4, 4.2], 5.5, base=base, held="drink_cup")


def _smoke() -> Motion:
    """Draws on a cigarette, lowers it, breathes out."""
    base = STANDING | _HANGING | {
        "curlR": (20,), "indexR": (-10,), "thumbR": (0,), "elbowR": (0.7, -0.1, -1.0), "head": (0, 0, 0),
    }  # fmt: skip
    lips: Pose = {
        "wristR": (0.140, 0.205, 1.500), "handR": (46, 2, 12), "shrugR": (4,), "rollR": (20,), "head": (2, 2, 0),
    }  # fmt: skip
    low: Pose = {"wristR": (0.245, 0.170, 1.055), "handR": (10, 0, 0), "elbowR": (0.6, -0.9, -0.4), "head": (-4, -6, 0)}
    breath = low | {"jaw": (5,), "head": (-8, -8, 0)}
    return Motion([lips, lips, low, breath, low, low], [0, 1.2, 2.2, 2.7, 3.6, 5.0], 6.0, base=base, held="cigarette")


def _swept(base: Pose, hips: tuple[float, float, float], bend: float, turns: np.ndarray) -> dict[str, np.ndarray]:
    """The whole upper body turned left by ``turns`` (f,) degrees above feet that stand, both hands with it.

    ``bend`` degrees forward at the hips, which are ``hips`` off their rest. What is held by the chest moves along.
    """
    pivot = REST[0] + hips
    angle, zero = np.radians(turns), np.zeros(len(turns))
    frames = {
        "hips_turn": np.stack([zero + bend, turns, zero], -1),
        "hips": np.stack([zero + each for each in hips], -1),
        "head": np.stack([zero + 12, -0.3 * turns, zero], -1),
    }
    for side in "RL":
        x, y, z = np.array(base[f"wrist{side}"]) - pivot
        around = np.stack([x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle), zero + z], -1)
        frames[f"wrist{side}"] = pivot + around
        pole = base[f"elbow{side}"]
        frames[f"elbow{side}"] = np.stack(
            [pole[0] * np.cos(angle) - pole[1] * np.sin(angle), pole[0] * np.sin(angle) + pole[1] * np.cos(angle),
             zero + pole[2]], -1,
        )  # fmt: skip
    return frames


_APART: Pose = {"ankleR": (0.06, -0.12, 0), "ankleL": (-0.06, 0.12, 0), "footR": (0, 16), "footL": (0, 8)}


def _sweeping(base: Pose, hips: tuple[float, float, float], bend: float, *, width: float, seconds: float,
              held: str) -> Motion:  # fmt: skip
    """Sweeps ``width`` degrees to both sides; the first frame looks ahead, where the thing held is modelled."""
    frames = round(seconds * FPS)
    turns = width * np.sin(2 * np.pi * np.arange(frames) / frames)
    return Motion([base], [0], seconds, base=base, extra=_swept(base, hips, bend, turns), held=held)


def _mop() -> Motion:
    """Both hands on a pole, the wet strands drawn from side to side."""
    base = _APART | {
        "wristR": (0.085, 0.420, 0.830), "wristL": (-0.135, 0.175, 1.200), "elbowR": (0.9, -0.8, -0.2),
        "elbowL": (-0.9, -0.7, -0.3), "handR": (10, 4, 10), "handL": (36, 6, 10), "curlR": (62,), "curlL": (62,),
        "rollR": (10,), "rollL": (0,), "reachR": (12,), "spine": (8, 0, 0), "chest": (6, 0, 0), "thumbR": (8,),
        "thumbL": (8,), "neck": (10, 0, 0),
    }  # fmt: skip
    return _sweeping(base, (0, -0.06, -0.03), 12, width=19, seconds=2.4, held="mop")


def _blow_off() -> Motion:
    """An air gun led to and fro over a bench."""
    base = _APART | _HANGING | {
        "wristR": (0.195, 0.405, 1.050), "elbowR": (0.3, -1.0, -0.34), "handR": (15, 0, -4), "curlR": (62,),
        "thumbR": (6,), "rollR": (0,), "spine": (8, 0, 0), "chest": (6, 0, 0), "neck": (8, 0, 0),
        "wristL": (-0.200, 0.240, 0.960), "elbowL": (-0.7, -0.8, 0.0),
    }  # fmt: skip
    return _sweeping(base, (0, -0.04, -0.03), 10, width=14, seconds=2.0, held="air_gun")


def _rinse() -> Motion:
    """A hose's nozzle pointed at the ground ahead, swept to and fro."""
    base = _APART | {
        "wristR": (0.225, 0.320, 0.930), "elbowR": (0.7, -1.0, 0.0), "handR": (4, 0, 0), "curlR": (62,),
        "thumbR": (8,), "rollR": (30,), "spine": (5, 0, 0), "chest": (4, 0, 0), "neck": (10, 0, 0),
        "wristL": (-0.235, 0.120, 0.900), "elbowL": (-0.6, -0.9, 0.0), "rollL": (35,),
    }  # fmt: skip
    return _sweeping(base, (0, -0.03, -0.025), 7, width=17, seconds=3.0, held="rinse_hose")


MOTIONS: dict[str, Motion] = {
    "drink": _drink(),
    "smoke": _smoke(),
    "mop": _mop(),
    "blow_off": _blow_off(),
    "rinse": _rinse(),
}
