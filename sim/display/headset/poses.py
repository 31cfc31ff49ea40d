"""Poses of a headset as matrices of the renderer."""

from __future__ import annotations

from panda3d import core

from sim.render.stereo import Eye, Eyes
from sim.xr.tracked import EyeView, Pose

PLACE_STEP, TURN_STEP = 4, 5
"""Decimals that are kept of where eyes are in the head: they hardly ever change, but runtimes' last digits do, and
lenses that stay the same need not be set again."""


def matrix_of(pose: Pose) -> core.LMatrix4f:
    """From the pose's own frame to the space that it is in."""
    matrix = core.LMatrix4f()
    core.LQuaternionf(*pose.turned).extractToMatrix(matrix)
    matrix.setRow(3, core.LVecBase3f(*pose.position))
    return matrix


def eyes_in_head(head: core.LMatrix4f, eyes: tuple[EyeView, EyeView]) -> Eyes:
    """Both eyes in the frame of a head, which like them leads to the tracking space."""
    back = core.LMatrix4f()
    back.invertFrom(head)
    left, right = (_eye(matrix_of(eye.pose) * back, eye.tangents) for eye in eyes)
    return left, right


def _eye(in_head: core.LMatrix4f, tangents: tuple[float, float, float, float]) -> Eye:
    turned = core.LQuaternionf()
    turned.setFromMatrix(in_head.getUpper3())
    place = in_head.getRow3(3)
    pose = Pose(
        tuple(round(part, PLACE_STEP) for part in (place.x, place.y, place.z)),
        tuple(round(turned[k], TURN_STEP) for k in range(4)),
    )
    return Eye(tuple(round(side, TURN_STEP) for side in tangents), matrix_of(pose))
