"""What is drawn where a hand is: a gloved hand round a controller, or one that points."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from assets.mesh import Mesh
from assets.people import HeldMesh, PersonMesh, clips, person
from assets.people.held import GRIP
from assets.people.posing import posed, skinned
from assets.people.skeleton import HAND_FRAME, INDEX, TO_METRES, in_hand
from sim.display.headset.drawn.controller_model import controller
from sim.display.headset.shown import HandKind
from sim.xr.tracked import Side

GLOVES, POINTING, GRIPPING = "work_gloves", "hands_point", "hands_grip"
ELBOW = 0.16
"""Metres up from the fist. What reaches farther is the sleeve, and left out: nobody knows where the elbow is."""
WRIST, ARM = 0.078, (0.028, -0.002)
"""Where up from the fist the cuff begins, and the middle of the arm there."""
SHORTER, NARROWER = 0.40, 0.34
"""How much of the cuff's length is left, and how much its end is drawn in round the missing arm."""


@cache
def hand_model(kind: HandKind, side: Side) -> HeldMesh:
    """Stiff geometry in the frame of the grip, all of it on the joint 0."""
    if kind == "hand":
        return _glove(side, POINTING)
    held, glove = _stiff(controller(side)), _glove(side, GRIPPING)
    parts = {field.name: (getattr(held, field.name), getattr(glove, field.name)) for field in fields(HeldMesh)}
    parts["faces"] = (held.faces, glove.faces + len(held.position))
    return HeldMesh(**{name: np.concatenate(both) for name, both in parts.items()})


def _stiff(mesh: Mesh) -> HeldMesh:
    count = len(mesh.position)
    return HeldMesh(
        position=mesh.position, normal=mesh.normal, colour=np.clip(mesh.colour, 0, 1) ** (1 / 2.2),
        ambient_occlusion=np.ones(count, np.float32), roughness=mesh.surface[:, 0], metalness=mesh.surface[:, 1],
        faces=mesh.faces, **_on_one_joint(count),
    )  # fmt: skip


def _glove(side: Side, clip: str) -> HeldMesh:
    mesh: PersonMesh = person("trainee", GLOVES)
    matrices = posed(mesh, clips(), clip, 0.0)
    position, normal = skinned(mesh, matrices)
    ours = position[:, 0] > 0 if side == "right" else position[:, 0] < 0
    at, turn = _in_grip(position, normal, matrices[INDEX["handR" if side == "right" else "handL"]], side)
    kept = ours & ~_sleeve(at, mesh.faces)
    at = _drawn_in(at, side)
    faces = mesh.faces[kept[mesh.faces].all(1)]
    used, faces = np.unique(faces, return_inverse=True)
    return HeldMesh(
        position=at[used], normal=turn[used], colour=mesh.colour[used], faces=faces.reshape(-1, 3).astype(np.int32),
        ambient_occlusion=mesh.ambient_occlusion[used], roughness=mesh.roughness[used],
        metalness=mesh.metalness[used], **_on_one_joint(len(used)),
    )  # fmt: skip


def _sleeve(at: NDArray[np.float32], faces: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which points (n,) belong to a piece that reaches up to the elbow."""
    _, place = np.unique(np.round(at, 5), axis=0, return_inverse=True)
    corners = place.ravel()[faces]
    edges = np.concatenate([corners[:, :2], corners[:, 1:]])
    count = int(place.max()) + 1
    _, piece_of = connected_components(coo_array((np.ones(len(edges)), edges.T), (count, count)), directed=False)
    piece = piece_of[place.ravel()]
    reach = np.full(piece.max() + 1, -np.inf)
    np.maximum.at(reach, piece, at[:, 2])
    return reach[piece] > ELBOW


def _drawn_in(at: NDArray[np.float32], side: Side) -> NDArray[np.float32]:
    """The points (n, 3) with a short cuff that lies close, as nothing comes out of it."""
    up = np.maximum(at[:, 2] - WRIST, 0)
    middle = np.array([ARM[0] if side == "right" else -ARM[0], ARM[1]], np.float32)
    narrow = 1 - NARROWER * np.minimum(up / (ELBOW - WRIST), 1)[:, None]
    across = middle + (at[:, :2] - middle) * narrow
    return np.column_stack([across, at[:, 2] - up * (1 - SHORTER)]).astype(np.float32)


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
