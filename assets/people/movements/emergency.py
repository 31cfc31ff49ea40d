"""An accident and what follows: the grip of a current, a fall, chest compressions. Nothing gory."""

from __future__ import annotations

import numpy as np

from assets.people.motion import FPS, Motion, Pose, both
from assets.people.skeleton import TO_METRES

GRIPPING: Pose = both(elbow=(0.7, -0.8, 0.3), curl=(66,), thumb=(10,), hand=(10, 8, 0), shrug=(6,), reach=(14,),
roll=(10,)) | {
    "hips": (0, -0.19, -0.18), "hips_turn": (40, 0, 0), "spine": (14, 0, 0), "chest": (10, 0, 0), "neck": (-14, 0, 0),
    "head": (-18, 0, 0), "lids": (0.7,), "jaw": (6,),
    "ankleR": (0.05, -0.13, 0), "ankleL": (-0.05, 0.11, 0), "footR": (0, 12), "footL": (0, 8),
    "wristR": (0.09, 0.45, 0.57), "wristL": (-0.09, 0.46, 0.55),
}  # fmt: skip
"""Both hands locked on something low, arms straight, head thrown up."""

LYING: Pose = both(
    ankle=(0.035, 0.535, 0.008), foot=(66, 0), knee=(0.35, 0, 1), hand=(0, -4, 0), curl=(12,), roll=(0,)
) | {
    "hips": (0, -0.30, -0.813), "hips_turn": (-88, 0, 0), "spine": (-2, 0, 0), "chest": (2, 0, 0), "neck": (10, 0, 0),
    "head": (6, 14, 0), "lids": (1,), "jaw": (3,),
    "wristR": (0.47, -0.48, 0.070), "elbowR": (1, -0.3, -0.3), "wristL": (-0.44, -0.62, 0.070),
    "elbowL": (-1, -0.3, -0.3),
}  # fmt: skip
"""On the back, the head towards -y, arms beside the body."""


def _shocked() -> Motion:
    """Rigid, trembling at about 9 Hz; sums of whole cycles, so that the loop closes."""
    seconds = 1.0
    t = 2 * np.pi * np.arange(round(seconds * FPS)) / round(seconds * FPS)

    def tremble(name: str, *sizes: float) -> np.ndarray:
        columns = [
            value + size * (np.sin(9 * t + 1.7 * k) + 0.6 * np.sin(13 * t + 2.9 * k))
            for k, (value, size) in enumerate(zip(GRIPPING[name], sizes, strict=True))
        ]
        return np.stack(columns, -1)

    extra = {
        "hips": tremble("hips", 0.002, 0.003, 0.002),
        "spine": tremble("spine", 0.5, 0.3, 0.3),
        "chest": tremble("chest", 0.8, 0.6, 0.5),
        "head": tremble("head", 1.6, 1.0, 0.9),
        "wristR": tremble("wristR", 0.002, 0.002, 0.003),
        "wristL": tremble("wristL", 0.002, 0.002, 0.003),
        "shrugR": tremble("shrugR", 1.2),
        "shrugL": tremble("shrugL", 1.2),
    }
    return Motion([GRIPPING], [0], seconds, base=GRIPPING, extra=extra)


def _collapse() -> Motion:
    """The grip lets go, the knees give way, the body sits and sinks onto its back."""
    limp = both(elbow=(0.5, -1, 0), curl=(24,), roll=(30,), shrug=(-8,))
    buckling = limp | both(knee=(0.25, 1, 0)) | {
        "hips": (0, -0.16, -0.40), "hips_turn": (22, 4, 0), "spine": (18, 0, 0), "chest": (16, 0, 0),
        "neck": (16, 0, 0), "head": (14, 0, 4),
        "ankleR": (0.05, -0.02, 0), "ankleL": (-0.05, 0.10, 0), "footR": (0, 14), "footL": (0, 10),
        "wristR": (0.28, 0.26, 0.42), "wristL": (-0.28, 0.26, 0.42),
    }  # fmt: skip
    sitting = limp | both(knee=(0.3, 0.4, 1)) | {
        "hips": (0, -0.34, -0.808), "hips_turn": (-30, 2, 0), "spine": (16, 0, 0), "chest": (16, 0, 0),
        "neck": (14, 0, 0), "head": (10, 6, 4),
        "ankleR": (0.05, 0.18, 0.015), "ankleL": (-0.05, 0.26, 0.017), "footR": (12, 14), "footL": (14, 10),
        "wristR": (0.40, -0.34, 0.26), "wristL": (-0.40, -0.36, 0.26),
    }  # fmt: skip
    sinking = limp | {"lids": (0.9,), "jaw": (4,)} | both(knee=(0.3, 0, 1)) | {
        "hips": (0, -0.31, -0.808), "hips_turn": (-70, 0, 0), "spine": (6, 0, 0), "chest": (10, 0, 0),
        "neck": (16, 0, 0), "head": (10, 10, 2),
        "ankleR": (0.04, 0.42, 0.022), "ankleL": (-0.04, 0.47, 0.022), "footR": (40, 4), "footL": (44, 4),
        "wristR": (0.46, -0.44, 0.13), "wristL": (-0.44, -0.54, 0.13), "elbowR": (1, -0.3, 0), "elbowL": (-1, -0.3, 0),
    }  # fmt: skip
    return Motion(
        [GRIPPING, buckling, sitting, sinking, LYING, LYING],
        [0, 0.55, 1.15, 1.6, 1.95, 2.4],
        2.4,
        loop=False,
    )


def _lie() -> Motion:
    """Still, on the back."""
    return Motion([LYING], [0], 1.0, base=LYING)


PRESSES, PRESS_SECONDS = 11, 6.0
"""110 compressions a minute: eleven in six seconds fit a whole number of frames."""
PRESS_DEPTH = 0.055 / TO_METRES


_INTERLOCKED: Pose = {
    "handR": (-58, -54, -42), "curlR": (30,), "thumbR": (6,), "indexR": (-4,),
    "handL": (-30, -74, -26), "curlL": (-3,), "thumbL": (4,),
}  # fmt: skip
"""The heel of the right hand on the left, its fingers down between the left ones, which are lifted off the ribs."""


def _cpr_compress() -> Motion:
    """Kneeling on both knees, arms straight, pressing on a chest ahead at about 0.2 m height."""
    base = both(
        ankle=(0.02, -0.330, 0.081), foot=(-52, 0), toes=(52,), knee=(0.25, 1, -0.5), elbow=(0.8, -0.4, 0.2),
        shrug=(4,), reach=(18,),
        roll=(-24,),
    ) | {"neck": (4, 0, 0), "head": (8, 0, 0), **_INTERLOCKED}  # fmt: skip
    frames = round(PRESS_SECONDS * FPS)
    beat = 2 * np.pi * PRESSES * np.arange(frames) / frames
    down, zero = (1 - np.cos(beat)) / 2, np.zeros(frames)
    height = 0.290 - PRESS_DEPTH * down
    extra = {
        "hips": np.stack([zero, -0.03 + 0.012 * down, -0.430 - 0.010 * down], -1),
        "hips_turn": np.stack([35 + 4 * down, zero, zero], -1),
        "spine": np.stack([13 + 1.5 * down, zero, zero], -1),
        "chest": np.stack([12 + 1.5 * down, zero, zero], -1),
        "wristR": np.stack([zero + 0.010, zero + 0.388, height + 0.029], -1),
        "wristL": np.stack([zero - 0.004, zero + 0.392, height], -1),
    }
    return Motion([base], [0], PRESS_SECONDS, base=base, extra=extra)


MOTIONS: dict[str, Motion] = {
    "shocked": _shocked(),
    "collapse": _collapse(),
    "lie": _lie(),
    "cpr_compress": _cpr_compress(),
}
