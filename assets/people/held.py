"""Things in people's hands: small stiff meshes that follow a hand, drawn only in the clips that need them.

A thing is modelled either where a closed hand holds it (frame of the right hand's grip: x along the hand, y towards
the thumb, z out of its back, the origin inside the fist) or where it is in the first frame of its clip (the person's
own frame, metres of the finished man of 1.70 m).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import Material, box, cable, finish, lathe, plastic, rod, rounded_box, torus, tube
from assets.modelling.materials import (
    BLACK_PAINT,
    BLACK_PLASTIC,
    DARK_STEEL,
    GREEN_PAINT,
    GREY_PAINT,
    RED_PAINT,
    STEEL,
    WOOD,
    YELLOW_PAINT,
)
from assets.modelling.sweeps import ring_mesh
from assets.people.clips import Clip
from assets.people.patch import grid_faces
from assets.people.skeleton import HAND_FRAME, INDEX, TO_METRES, from_hand

GRIP = (0.090, 0.002, -0.030)
"""The middle of a closed fist in the hand's frame, on the modelled figure."""
SCREEN = plastic(0.03, 0.05, 0.08, 0.12)
LIT = plastic(0.30, 0.46, 0.62, 0.2)
CARDBOARD = Material((0.50, 0.34, 0.19), "paint", 0.9)
TIMBER = Material((0.58, 0.42, 0.25), "paint", 0.85)
ROPE = Material((0.62, 0.55, 0.38), "paint", 0.95)
SHOPPING = plastic(0.70, 0.16, 0.15, 0.5)


@dataclass(frozen=True)
class Thing:
    """``parts`` are (joint, in the grip or in the person's frame, maker)."""

    parts: tuple[tuple[str, bool, Callable[[], list[Mesh]]], ...]


def in_grip(joint: str, make: Callable[[], list[Mesh]]) -> Thing:
    return Thing(((joint, True, make),))


def in_place(joint: str, make: Callable[[], list[Mesh]]) -> Thing:
    return Thing(((joint, False, make),))


def _handset() -> list[Mesh]:
    """A telephone between fingers and thumb, along the hand."""
    body = rounded_box(0.150, 0.074, 0.010, BLACK_PLASTIC, radius=0.005)
    face = box(0.138, 0.066, 0.002, SCREEN, bevel=0.0008, centred=True).placed(0, 0, -0.001)
    return [mesh.placed(0.018, 0.010, -0.006, r=-8) for mesh in (body, face)]


def _smartphone() -> list[Mesh]:
    """The same, its lit face turned to the reader."""
    body = rounded_box(0.074, 0.150, 0.010, BLACK_PLASTIC, radius=0.005)
    face = box(0.066, 0.136, 0.002, LIT, bevel=0.0008, centred=True).placed(0, 0, -0.001)
    return [mesh.placed(0.010, 0.045, -0.002) for mesh in (body, face)]


def _tablet() -> list[Mesh]:
    """Before the chest, tilted to be read."""
    body = rounded_box(0.260, 0.185, 0.014, BLACK_PLASTIC, radius=0.006)
    face = box(0.232, 0.158, 0.003, LIT, bevel=0.001, centred=True).placed(0, 0, 0.0145)
    lines = [
        box(0.18 - 0.03 * (k % 3), 0.006, 0.001, plastic(0.75, 0.80, 0.86), bevel=0.0003).placed(
            -0.015, 0.055 - 0.022 * k, 0.0158
        )
        for k in range(6)
    ]
    return [mesh.placed(0, 0.325, 1.135, p=38) for mesh in (body, face, *lines)]


def _spanner() -> list[Mesh]:
    shaft = tube([(0, -0.08, 0), (0, 0.14, 0)], 0.0085, STEEL, sides=8, squash=(1.0, 0.5))
    jaws = [
        box(0.014, 0.030, 0.010, STEEL, bevel=0.003, centred=True).placed(x, y, 0)
        for x, y in ((-0.016, 0.162), (0.016, 0.162))
    ]
    outline = [(0, -0.0055), (0.019, -0.0055), (0.021, -0.0035), (0.021, 0.0035), (0.019, 0.0055), (0, 0.0055)]
    heads = [lathe(outline, STEEL, sides=14).placed(0, y, 0) for y in (0.142, -0.088)]
    return [shaft, *heads, *jaws]


def _shovel() -> list[Mesh]:
    """Held in the right fist, the blade down beyond the little finger."""
    handle = rod((0, 0.42, 0), (0, -0.62, 0), 0.017, TIMBER, sides=10)
    cross = rod((-0.05, 0.42, 0), (0.05, 0.42, 0), 0.015, TIMBER, sides=8)
    socket = rod((0, -0.50, 0), (0, -0.68, 0), 0.021, DARK_STEEL, sides=10)
    return [handle, cross, socket, _blade().placed(0, -0.66, 0)]


def _blade() -> Mesh:
    """A shovel's blade from its root at the origin towards -y, hollow on top."""
    rows = [(0.0, 0.06), (0.05, 0.105), (0.16, 0.112), (0.23, 0.095), (0.275, 0.045), (0.285, 0.008)]
    rings = []
    for down, half in rows:
        across = np.linspace(-half, half, 7)
        bowl = 0.035 * (1 - (across / 0.115) ** 2) * min(1.0, down / 0.05 + 0.4)
        top = np.stack([across, np.full(7, -down), -bowl], -1)
        rings.append(np.concatenate([top, top[::-1] + (0, 0, 0.004)]))
    return ring_mesh(np.array(rings)[:, ::-1], DARK_STEEL, split=50)


def _shovel_upright() -> list[Mesh]:
    """Standing on its blade beside the right foot, the hand on its shaft."""
    return [mesh.placed(0.305, 0.262, 0.965, p=90) for mesh in _shovel()]


def _cane() -> list[Mesh]:
    """A crook under the palm, its foot on the ground."""
    foot, top = np.array([0.268, 0.275, 0.012]), np.array([0.264, 0.285, 0.760])
    turn = np.linspace(0, np.pi, 10)
    crook = top + np.stack([np.zeros(10), -0.045 + 0.045 * np.cos(turn), 0.040 * np.sin(turn)], -1)
    shaft = tube(np.concatenate([[foot], [(foot + top) / 2], crook]), 0.0115, TIMBER, sides=9)
    ferrule = rod((*foot[:2], 0), (*foot[:2], 0.032), 0.016, BLACK_PLASTIC, sides=10)
    return [shaft, ferrule]


def _bag() -> list[Mesh]:
    """A shopping bag hanging from the fist, greens looking out of it."""
    body = rounded_box(0.26, 0.13, 0.27, SHOPPING, radius=0.045)
    greens = [
        rounded_box(0.05, 0.05, 0.12, GREEN_PAINT, radius=0.022).placed(x, y, 0.22, r=lean)
        for x, y, lean in ((-0.06, 0.0, 14), (0.02, 0.02, -6), (0.07, -0.01, -18))
    ]
    loops = [
        tube(
            [(-0.07, y, 0.25), (-0.035, y * 0.4, 0.36), (0.035, y * 0.4, 0.36), (0.07, y, 0.25)],
            0.006,
            SHOPPING,
            sides=6,
        )
        for y in (-0.035, 0.035)
    ]
    return [mesh.placed(0.295, 0.045, 0.365, h=90) for mesh in (body, *greens, *loops)]


def _carton() -> list[Mesh]:
    body = box(0.42, 0.32, 0.30, CARDBOARD, bevel=0.006)
    tape = box(0.424, 0.055, 0.002, Material((0.66, 0.52, 0.32), "paint", 0.5), bevel=0.0005).placed(0, 0, 0.2995)
    return [mesh.placed(0, 0.345, 0.940) for mesh in (body, tape)]


def _timber() -> list[Mesh]:
    return [box(0.09, 2.4, 0.06, TIMBER, bevel=0.006).placed(0.168, 0.20, 1.448, p=3)]


def _drill() -> list[Mesh]:
    """A rock drill: handles, body, cylinder and the steel ahead of it."""
    path = [(0.03, 0.40, 1.050), (0.03, 0.72, 1.085)]
    body = tube(path, 0.055, YELLOW_PAINT, sides=14, split=40)
    nose = tube([path[1], (0.03, 0.84, 1.098)], [0.045, 0.030], DARK_STEEL, sides=12)
    steel = rod((0.03, 0.82, 1.096), (0.03, 1.55, 1.176), 0.013, STEEL, sides=8)
    bit = tube([(0.03, 1.53, 1.174), (0.03, 1.60, 1.182)], [0.018, 0.024], DARK_STEEL, sides=10)
    bar = rod((0.155, 0.385, 1.052), (-0.06, 0.385, 1.046), 0.016, BLACK_PLASTIC, sides=10)
    front = rod((0.03, 0.525, 1.065), (-0.10, 0.520, 1.075), 0.016, BLACK_PLASTIC, sides=10)
    hose = cable([(0.03, 0.39, 1.02), (0.12, 0.25, 0.70), (0.30, -0.10, 0.25), (0.40, -0.6, 0.03)], 0.018, BLACK_PAINT)
    return [body, nose, steel, bit, bar, front, hose]


def _torch() -> list[Mesh]:
    """A cutting torch with its two hoses."""
    grip = rod((0, -0.07, 0), (0, 0.10, 0), 0.015, GREY_PAINT, sides=10)
    pipes = [tube([(x, 0.10, 0), (x, 0.26, 0), (x, 0.31, 0.03)], 0.006, STEEL, sides=7) for x in (-0.009, 0.009)]
    head = tube(
        [(0, 0.30, 0.02), (0, 0.325, 0.075)], [0.015, 0.008], Material((0.80, 0.50, 0.22), "paint", 0.3), sides=10
    )
    hoses = [
        cable([(x, -0.07, 0), (x * 3, -0.16, 0.05), (x * 6, -0.22, 0.30), (x * 12, -0.30, 0.80)], 0.007, paint)
        for x, paint in ((-0.010, RED_PAINT), (0.010, GREEN_PAINT))
    ]
    return [grip, *pipes, head, *hoses]


def _flag(paint: Material) -> Callable[[], list[Mesh]]:
    def make() -> list[Mesh]:
        stick = rod((0, -0.08, 0), (0, 0.46, 0), 0.008, WOOD, sides=7)
        across = np.linspace(0, 0.30, 8)
        rows = [np.stack([across, np.full(8, y), 0.018 * np.sin(across * 22 + y * 5)], -1) for y in (0.22, 0.33, 0.44)]
        return [stick, _cloth(np.array(rows), paint)]

    return make


def _cloth(points: NDArray, paint: Material) -> Mesh:
    """A thin sheet with two sides through a grid of points (rows, columns, 3)."""
    rows, columns = points.shape[:2]
    faces = grid_faces(rows, columns, around=False)
    flat = points.reshape(-1, 3)
    front = finish(flat, faces, paint, split=60)
    back = finish(flat - (0, 0, 0.0015), faces[:, ::-1], paint, split=60)
    return joined([front, back])


def _line() -> list[Mesh]:
    """A coil of heaving line in the left hand, from which the right one throws."""
    turns = [torus(0.13 + 0.006 * k, 0.008, ROPE, sides=20, section=6) for k in range(4)]
    return [turn.placed(0.10, 0.004 * k, 0.012 * k - 0.02, p=84) for k, turn in enumerate(turns)]


THINGS: dict[str, Thing] = {
    "phone": in_grip("handR", _handset),
    "smartphone": in_grip("handR", _smartphone),
    "tablet": in_place("chest", _tablet),
    "spanner": in_grip("handR", _spanner),
    "shovel": in_grip("handR", _shovel),
    "shovel_upright": in_place("handR", _shovel_upright),
    "cane": in_place("handR", _cane),
    "bag": in_place("handR", _bag),
    "carton": in_place("chest", _carton),
    "timber": in_place("chest", _timber),
    "drill": in_place("handR", _drill),
    "torch": in_grip("handR", _torch),
    "flags": Thing((("handR", True, _flag(RED_PAINT)), ("handL", True, _flag(GREEN_PAINT)))),
    "line": in_grip("handL", _line),
}


@dataclass(frozen=True)
class HeldMesh:
    """What is held, as geometry of the person's rest pose that follows its joints: the fields of ``PersonMesh``."""

    position: NDArray[np.float32]
    normal: NDArray[np.float32]
    colour: NDArray[np.float32]
    ambient_occlusion: NDArray[np.float32]
    roughness: NDArray[np.float32]
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
