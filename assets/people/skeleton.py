"""The one skeleton of every person: 36 joints in their rest pose, arms held 38 degrees off the body.

Frame: the person faces +y, its right hand is at +x, z is up, the ground is z = 0. Everything here and
in the shapes around it is measured in metres on a figure of ``MODELLED_STATURE``; the finished mesh
and the clips are scaled to ``STATURE``, a man of 1.70 m in work boots. Other statures scale the whole
person (``PersonMesh.scale``), so that all share the clips.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

MODELLED_STATURE = 1.787
STATURE = 1.73
TO_METRES = STATURE / MODELLED_STATURE

SIDES = (("R", 1.0), ("L", -1.0))
ARM_ANGLE = np.radians(38)
ARM_DIRECTION = np.array([np.sin(ARM_ANGLE), 0.0, -np.cos(ARM_ANGLE)])
SHOULDER = np.array([0.178, -0.010, 1.425])
ELBOW = SHOULDER + ARM_DIRECTION * 0.285 + (0, -0.012, 0)
WRIST = ELBOW + ARM_DIRECTION * 0.255 + (0, 0.030, 0)
HIP = np.array([0.095, 0.000, 0.925])
KNEE = np.array([0.105, 0.012, 0.500])
ANKLE = np.array([0.112, -0.025, 0.095])
TOE = np.array([0.122, 0.110, 0.030])
EYE = np.array([0.0325, 0.0655, 1.6640])
"""The middle of the right eyeball."""
JAW = np.array([0.0, 0.000, 1.632])
"""Where the lower jaw hinges, between the ears."""


def unit(vector: Vector) -> Vector:
    return vector / np.linalg.norm(vector)


def _hand_frame() -> Vector:
    """Columns: along the hand, towards the thumb, out of the back of the hand."""
    along = unit(WRIST - ELBOW)
    thumb = unit(np.array([0.0, 1.0, 0.0]) - along * along[1])
    return np.stack([along, thumb, np.cross(along, thumb)], axis=1)


HAND_FRAME = _hand_frame()
FOREARM_DIRECTION = HAND_FRAME[:, 0]
HAND_PIVOTS = {
    "fingers": (0.086, 0.0, 0.0),
    "tips": (0.128, 0.0, -0.004),
    "index": (0.086, 0.030, 0.0),
    "index_tip": (0.128, 0.033, -0.004),
    "thumb": (0.022, 0.030, -0.010),
}
"""Hinges of the hand in its own frame. Middle, ring and little finger share theirs: they lie nearly in line."""


def in_hand(points: Vector) -> Vector:
    """Points (n, 3) seen from the right wrist, in the hand's frame."""
    return (points - WRIST) @ HAND_FRAME


def from_hand(points: Vector) -> Vector:
    """Points (n, 3) of the right hand's frame in the person's frame."""
    return points @ HAND_FRAME.T + WRIST


def _hand_joints(side: str, mirror: Vector) -> list[tuple[str, str | None, Vector]]:
    parents = {"tips": "fingers", "index_tip": "index"}
    return [
        (f"{name}{side}", f"{parents.get(name, 'hand')}{side}", from_hand(np.array(pivot)) * mirror)
        for name, pivot in HAND_PIVOTS.items()
    ]


def _joints() -> tuple[tuple[str, ...], tuple[int, ...], Vector]:
    rows: list[tuple[str, str | None, Vector]] = [
        ("hips", None, np.array([0, 0, 0.96])),
        ("spine", "hips", np.array([0, -0.005, 1.08])),
        ("chest", "spine", np.array([0, -0.010, 1.24])),
        ("neck", "chest", np.array([0, -0.015, 1.49])),
        ("head", "neck", np.array([0, 0.000, 1.575])),
    ]
    for side, sign in SIDES:
        mirror = np.array([sign, 1, 1])
        rows += [
            (f"clavicle{side}", "chest", np.array([0.03, -0.010, 1.44]) * mirror),
            (f"upper_arm{side}", f"clavicle{side}", SHOULDER * mirror),
            (f"forearm{side}", f"upper_arm{side}", ELBOW * mirror),
            (f"hand{side}", f"forearm{side}", WRIST * mirror),
            *_hand_joints(side, mirror),
            (f"thigh{side}", "hips", HIP * mirror),
            (f"shin{side}", f"thigh{side}", KNEE * mirror),
            (f"foot{side}", f"shin{side}", ANKLE * mirror),
            (f"toes{side}", f"foot{side}", TOE * mirror),
        ]
    rows.append(("jaw", "head", JAW))
    for part in ("eye", "lid"):
        rows += [(f"{part}{side}", "head", EYE * (sign, 1, 1)) for side, sign in SIDES]
    names = tuple(name for name, _, _ in rows)
    parents = tuple(-1 if parent is None else names.index(parent) for _, parent, _ in rows)
    return names, parents, np.array([position for _, _, position in rows])


JOINTS, PARENTS, REST = _joints()
"""Names (parents before children), the parents' indices (-1 for the hips) and rest positions (36, 3)."""
INDEX = {name: k for k, name in enumerate(JOINTS)}
FACE_JOINTS = ("jaw", "eyeR", "eyeL", "lidR", "lidL")
"""The last ones; they move by themselves, beside what the body does."""
