"""What is drawn where a hand is: a controller, or a gloved hand that points."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh
from assets.people import HeldMesh, PersonMesh, clips, person
from assets.people.held import GRIP
from assets.people.posing import posed, skinned
from assets.people.skeleton import HAND_FRAME, INDEX, TO_METRES, in_hand
from sim.display.headset.controller_model import controller
from sim.display.headset.shown import HandKind
from sim.xr.tracked import Side

GLOVES, POINTING = "work_gloves", "hands_point"
CUFF = 0.115
"""Metres up the arm from the wrist; what lies farther is left out, since nobody knows where the elbow is."""


@cache
def hand_model(kind: HandKind, side: Side) -> HeldMesh:
    """Stiff geometry in the frame of the grip, all of it on the joint 0."""
    return _stiff(controller(side)) if kind == "controller" else _glove(side)


def _stiff(mesh: Mesh) -> HeldMesh:
    count = len(mesh.position)
    return HeldMesh(
        position=mesh.position, normal=mesh.normal, colour=np.clip(mesh.colour, 0, 1) ** (1 / 2.2),
        ambient_occlusion=np.ones(count, np.float32), roughness=mesh.surface[:, 0], metalness=mesh.surface[:, 1],
        faces=mesh.faces, **_on_one_joint(count),
    )  # fmt: skip


def _glove(side: Side) -> HeldMesh:
    mesh: PersonMesh = person("trainee", GLOVES)
    matrices = posed(mesh, clips(), POINTING, 0.0)
    position, normal = skinned(mesh, matrices)
    ours = position[:, 0] > 0 if side == "right" else position[:, 0] < 0
    at, turn = _in_grip(position, normal, matrices[INDEX["handR" if side == "right" else "handL"]], side)
    kept = ours & (at[:, 2] < CUFF)
    faces = mesh.faces[kept[mesh.faces].all(1)]
    used, faces = np.unique(faces, return_inverse=True)
    return HeldMesh(
        position=at[used], normal=turn[used], colour=mesh.colour[used], faces=faces.reshape(-1, 3).astype(np.int32),
        ambient_occlusion=mesh.ambient_occlusion[used], roughness=mesh.roughness[used],
        metalness=mesh.metalness[used], **_on_one_joint(len(used)),
    )  # fmt: skip


def _in_grip(
    position: NDArray, normal: NDArray, joint: NDArray, side: Side
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Points and normals (n, 3) of the posed person in the frame of the grip.

    The hand's own frame has x along the hand, y towards the thumb, z out of the back of a right hand. In the grip's
    these are -z, y and x; a left hand is a right one in a mirror.
    """
    turn, at = joint[:3, :3].astype(float), joint[:3, 3].astype(float)
    mirror = np.array([1.0 if side == "right" else -1.0, 1.0, 1.0])
    rest = ((position - at) @ turn) * mirror
    fist = (in_hand(rest / TO_METRES) - GRIP) * TO_METRES
    away = ((normal @ turn) * mirror) @ HAND_FRAME
    return tuple((own[:, [2, 1, 0]] * (1, 1, -1) * mirror).astype(np.float32) for own in (fist, away))


def _on_one_joint(count: int) -> dict[str, NDArray]:
    weights = np.zeros((count, 4), np.float32)
    weights[:, 0] = 1
    return {"weights": weights, "joints": np.zeros((count, 4), np.int32)}
