"""Things in people's hands: small stiff meshes that follow a hand, drawn only in the clips that need them.

A thing is modelled either where a closed hand holds it (frame of the right hand's grip: x along the hand, y towards
the thumb, z out of its back, the origin inside the fist) or where it is in the first frame of its clip (the person's
own frame, metres of the finished man of 1.70 m).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.people.clips import Clip
from assets.people.skeleton import HAND_FRAME, INDEX, TO_METRES, from_hand
from assets.people.things import THINGS

GRIP = (0.090, 0.002, -0.030)
"""The middle of a closed fist in the hand's frame, on the modelled figure."""


@dataclass(frozen=True)
class HeldMesh:
    """What is held, as geometry of the person's rest pose that follows its joints: the fields of ``PersonMesh``."""

    position: NDArray[np.float32]
    normal: NDArray[np.float32]
    colour: NDArray[np.float32]
    ambient_occlusion: NDArray[np.float32]
    roughness: NDArray[np.float32]
    metalness: NDArray[np.float32]
    weights: NDArray[np.float32]
    joints: NDArray[np.int32]
    faces: NDArray[np.int32]


@cache
def _made(name: str) -> tuple[Mesh, ...]:
    return tuple(joined(make()) for _, _, make in THINGS[name].parts)


def held_mesh(name: str, clip: Clip) -> HeldMesh:
    """The thing ``name`` as it is held in ``clip``."""
    meshes = _made(name)
    placed = [
        _gripped(mesh, joint) if grip else _unposed(mesh, joint, clip)
        for mesh, (joint, grip, _) in zip(meshes, THINGS[name].parts, strict=True)
    ]
    offsets = np.cumsum([0] + [len(mesh.position) for mesh in placed[:-1]])
    count = sum(len(mesh.position) for mesh in placed)
    joints = np.zeros((count, 4), np.int32)
    joints[:, 0] = np.concatenate(
        [np.full(len(mesh.position), INDEX[part[0]]) for mesh, part in zip(placed, THINGS[name].parts, strict=True)]
    )
    weights = np.zeros((count, 4), np.float32)
    weights[:, 0] = 1
    every = joined(placed)
    return HeldMesh(
        position=every.position,
        normal=every.normal,
        colour=np.clip(every.colour, 0, 1) ** (1 / 2.2),
        ambient_occlusion=np.ones(count, np.float32),
        roughness=every.surface[:, 0],
        metalness=every.surface[:, 1],
        weights=weights,
        joints=joints,
        faces=np.concatenate([mesh.faces + k for mesh, k in zip(placed, offsets, strict=True)]),
    )


def _gripped(mesh: Mesh, joint: str) -> Mesh:
    """From the grip's frame to the rest pose; in the left hand mirrored."""
    mirror = np.array([-1.0, 1, 1]) if joint.endswith("L") else np.ones(3)
    at = from_hand(np.array(GRIP)) * TO_METRES
    turned = _with(mesh, mesh.position @ HAND_FRAME.T + at, mesh.normal @ HAND_FRAME.T)
    flipped = _with(turned, turned.position * mirror, turned.normal * mirror)
    if mirror[0] > 0:
        return flipped
    return Mesh(flipped.faces[:, ::-1], flipped.position, flipped.normal, mesh.uvl, mesh.colour, mesh.surface)


def _unposed(mesh: Mesh, joint: str, clip: Clip) -> Mesh:
    """From where it is in the clip's first frame to where it is at rest."""
    matrix = clip.frames[0, INDEX[joint]].astype(float)
    turn, at = matrix[:3, :3], matrix[:3, 3]
    return _with(mesh, (mesh.position - at) @ turn, mesh.normal @ turn)


def _with(mesh: Mesh, position: NDArray, normal: NDArray) -> Mesh:
    return Mesh(mesh.faces, position.astype(np.float32), normal.astype(np.float32), mesh.uvl, mesh.colour, mesh.surface)
