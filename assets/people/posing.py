"""A person at a moment of a clip: joints with its own bearing, blink and gaze, and the triangles they move."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, Model, joined
from assets.people.clips import Clip, clips
from assets.people.face import LID_CLOSED, Regard
from assets.people.held import HeldMesh, held_mesh
from assets.people.mesh import PersonMesh, person
from assets.people.poses import about
from assets.people.skeleton import INDEX, PARENTS, REST, SIDES, TO_METRES
from assets.textures.names import layer_index

Matrices = NDArray[np.float32]
STANDING = "idle"
REST_METRES = REST * TO_METRES


def _carried_by(top: str) -> NDArray[np.int64]:
    """The joint ``top`` and all that hang from it."""
    found = [INDEX[top]]
    for joint, parent in enumerate(PARENTS):
        if parent in found:
            found.append(joint)
    return np.array(found)


ABOVE = {top: _carried_by(top) for top in ("spine", "chest", "head")}
EYES = REST_METRES[[INDEX[f"eye{side}"] for side, _ in SIDES]].astype(np.float32)
"""What the right and the left eyeball turn about, and their lids with them; the last four joints are these."""
HEAD = INDEX["head"]
LID_FOLLOWS = 0.018
"""How far the upper lids close, of 1, for every degree that the eyes look down."""
BOWED = (("spine", 0.45), ("chest", 0.55), ("head", -0.65))
"""How a bowed back is spread over the joints; the head is lifted again, to look ahead."""


def frame_at(clip: Clip, time: float) -> tuple[Matrices, float]:
    """Joint matrices (36, 4, 4) between the frames around ``time`` seconds, and how far the lids are closed."""
    count = len(clip.frames)
    at = max(0.0, time) * clip.fps
    at = at % count if clip.loop else min(at, count - 1)
    low = min(int(at), count - 1)
    high = (low + 1) % count if clip.loop else min(low + 1, count - 1)
    share = np.float32(at - low)
    now, closed = clip.frames[low], float(clip.lids[low])
    return now + (clip.frames[high] - now) * share, closed + (float(clip.lids[high]) - closed) * float(share)


def posed(
    mesh: PersonMesh, known: Mapping[str, Clip], clip: str | None, time: float, regard: Regard | None = None
) -> Matrices:
    """Skinning matrices (36, 4, 4) of a person ``time`` seconds into a clip; standing, when it has no such clip."""
    found = clip_of(mesh, known, clip)
    matrices, closed = frame_at(found, time)
    if mesh.stoop:
        matrices = _bowed(matrices, mesh.stoop)
    gaze = (0.0, 0.0)
    if regard is not None:
        closed, gaze = max(closed, regard.closed), regard.gaze(matrices[HEAD])
    return _with_face(matrices, closed, gaze, mesh.lid_travel)


def clip_of(mesh: PersonMesh, known: Mapping[str, Clip], clip: str | None) -> Clip:
    """What this person plays for ``clip``."""
    name = clip if clip in known else STANDING
    return known[mesh.manner.get(name, name)]


def held_in(mesh: PersonMesh, known: Mapping[str, Clip], clip: str | None) -> str | None:
    """What this person holds in ``clip``, of ``held.THINGS``."""
    name = clip if clip in known else STANDING
    return mesh.held[name] if name in mesh.held else clip_of(mesh, known, name).held


def _bowed(matrices: Matrices, degrees: float) -> Matrices:
    matrices = matrices.copy()
    for top, share in BOWED:
        k = INDEX[top]
        pivot = matrices[k, :3, :3] @ REST_METRES[k] + matrices[k, :3, 3]
        across = matrices[INDEX["hips"], :3, 0].astype(float)
        turn = about(across, np.array([-degrees * share]))[0]
        carried = ABOVE[top]
        matrices[carried, :3, :3] = turn @ matrices[carried, :3, :3]
        matrices[carried, :3, 3] = (matrices[carried, :3, 3] - pivot) @ turn.T + pivot
    return matrices


def _with_face(matrices: Matrices, closed: float, gaze: tuple[float, float], travel: float) -> Matrices:
    """Eyes turned and lids lowered; the upper lids follow the eyes up and down."""
    left, up = gaze
    down = min(1.0, max(-0.25, closed - LID_FOLLOWS * up * (1 - closed))) * travel
    turns = np.array([_turned(left, up), _turned(0.0, -LID_CLOSED * down)], np.float32)
    head, at = matrices[HEAD, :3, :3], matrices[HEAD, :3, 3]
    turned = head @ turns
    eyes_and_lids = matrices[-4:].reshape(2, 2, 4, 4)
    eyes_and_lids[..., :3, :3] = turned[:, None]
    eyes_and_lids[..., :3, 3] = EYES @ head.T + at - EYES @ turned.transpose(0, 2, 1)
    return matrices


def _turned(left: float, up: float) -> list[list[float]]:
    """The rotation (3, 3) by so many degrees up and then left."""
    a, b = math.radians(left), math.radians(up)
    ca, sa, cb, sb = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
    return [[ca, -sa * cb, sa * sb], [sa, ca * cb, -ca * sb], [0.0, sb, cb]]


def skinned(mesh: PersonMesh | HeldMesh, matrices: Matrices) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Positions (metres, before the person's ``scale``) and unit normals (n, 3), moved by ``matrices``."""
    points, normals = np.zeros_like(mesh.position), np.zeros_like(mesh.normal)
    for slot in range(4):
        matrix = matrices[mesh.joints[:, slot]]
        share = mesh.weights[:, slot, None]
        points += share * (np.einsum("nij,nj->ni", matrix[:, :3, :3], mesh.position) + matrix[:, :3, 3])
        normals += share * np.einsum("nij,nj->ni", matrix[:, :3, :3], mesh.normal)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    return points, normals


def posed_model(
    character: str, variant: str | None, clip: str = STANDING, time: float = 0.0, regard: Regard | None = None
) -> Model:
    """A person, and what it holds, as a still model, for portraits. Raises UnknownPerson."""
    mesh, known = person(character, variant), clips()
    matrices = posed(mesh, known, clip, time, regard)
    parts = [_still(mesh, matrices, mesh.scale)]
    if thing := held_in(mesh, known, clip):
        parts.append(_still(held_mesh(thing, clip_of(mesh, known, clip)), matrices, mesh.scale))
    return Model({"opaque": joined(parts)})


def _still(mesh: PersonMesh | HeldMesh, matrices: Matrices, scale: float) -> Mesh:
    position, normal = skinned(mesh, matrices)
    position *= np.float32(scale)
    count = len(position)
    shade = 0.4 + 0.6 * mesh.ambient_occlusion[:, None]
    surface = np.zeros((count, 4), np.float32)
    surface[:, 0], surface[:, 1] = mesh.roughness, mesh.metalness
    return Mesh(
        mesh.faces,
        position.astype(np.float32),
        normal.astype(np.float32),
        np.tile(np.array([0, 0, layer_index("paint")], np.float32), (count, 1)),
        (mesh.colour**2.2 * shade).astype(np.float32),
        surface,
    )
