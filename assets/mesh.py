"""Triangles with the attributes our renderer draws, free of any engine."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Pass = Literal["opaque", "sign", "veil", "glow", "glass"]
"""How a mesh is drawn: ``opaque`` with the texture layers; ``sign`` with a sign (u, v from 0 to 1
over it, its number instead of a layer); ``veil`` see-through cloth such as nets; ``glow`` emits its
colour (lamps); ``glass`` thin and reflecting."""
PASSES: tuple[Pass, ...] = ("opaque", "sign", "veil", "glow", "glass")


@dataclass(frozen=True)
class Mesh:
    """Triangles of one pass.

    ``faces`` (m, 3) int32, counter-clockwise from outside; ``position`` (n, 3) metres;
    ``normal`` (n, 3) unit; ``uvl`` (n, 3): texture u, v in tiles of a metre, and the layer;
    ``colour`` (n, 3) linear 0..1, multiplied with the texture; ``surface`` (n, 4): roughness,
    metalness, bump, wear, each 0..1.
    """

    faces: NDArray[np.int32]
    position: Array
    normal: Array
    uvl: Array
    colour: Array
    surface: Array

    @property
    def triangles(self) -> int:
        return len(self.faces)

    def placed(
        self, x: float = 0, y: float = 0, z: float = 0, *, h: float = 0, p: float = 0, r: float = 0, scale: float = 1
    ) -> Mesh:
        """A copy scaled, turned (Panda3D's heading, pitch, roll in degrees), then moved."""
        turn = rotation(h, p, r)
        position = (self.position * scale) @ turn.T + np.array([x, y, z], np.float32)
        return replace(self, position=position.astype(np.float32), normal=(self.normal @ turn.T).astype(np.float32))


def rotation(h: float, p: float = 0, r: float = 0) -> Array:
    """The 3x3 matrix of Panda3D's heading (about z), pitch (about x) and roll (about y), degrees."""
    h, p, r = np.radians((h, p, r))
    ch, sh, cp, sp, cr, sr = np.cos(h), np.sin(h), np.cos(p), np.sin(p), np.cos(r), np.sin(r)
    about_z = np.array([[ch, -sh, 0], [sh, ch, 0], [0, 0, 1]])
    about_x = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    about_y = np.array([[cr, 0, sr], [0, 1, 0], [-sr, 0, cr]])
    return (about_z @ about_x @ about_y).astype(np.float32)


def joined(meshes: list[Mesh]) -> Mesh:
    """One mesh of several of the same pass."""
    offsets = np.cumsum([0] + [len(mesh.position) for mesh in meshes])
    return Mesh(
        faces=np.concatenate([mesh.faces + k for mesh, k in zip(meshes, offsets, strict=False)]).astype(np.int32),
        **{
            name: np.concatenate([getattr(mesh, name) for mesh in meshes])
            for name in ("position", "normal", "uvl", "colour", "surface")
        },
    )


@dataclass(frozen=True)
class Model:
    """A prop in one state: its meshes by pass, and the lamps it carries.

    Its frame: x its width, +y its front, z up, the origin in the middle of its footprint.
    """

    meshes: dict[Pass, Mesh] = field(default_factory=dict)
    lamps: tuple[Lamp, ...] = ()

    def placed(self, x: float = 0, y: float = 0, z: float = 0, *, h: float = 0) -> Model:
        turn = rotation(h)
        return Model(
            {name: mesh.placed(x, y, z, h=h) for name, mesh in self.meshes.items()},
            tuple(
                replace(lamp, position=tuple(turn @ np.array(lamp.position) + (x, y, z)),
                        direction=tuple(turn @ np.array(lamp.direction)))
                for lamp in self.lamps
            ),
        )  # fmt: skip

    @property
    def triangles(self) -> int:
        return sum(mesh.triangles for mesh in self.meshes.values())


@dataclass(frozen=True)
class Lamp:
    """A light that a prop carries, for halo and local light."""

    position: tuple[float, float, float]
    direction: tuple[float, float, float] = (0.0, 0.0, -1.0)
    colour: tuple[float, float, float] = (1.0, 0.9, 0.7)
    power: float = 1.0
    """Radiance scale: 1 is a hand lamp, 5 a site flood light."""
    cone: float = 180.0
    """Full opening angle in degrees; 180 and more shines all round."""
    baked: bool = False
    """Its light, with shadows, is part of the place for the whole session: ceiling lights, furnaces, windows."""
    size: float = 0.1
    """Radius in metres of what shines, for how soft the shadows of a baked lamp are."""


def model_of(*parts: tuple[Pass, Mesh], lamps: tuple[Lamp, ...] = ()) -> Model:
    """A model from meshes, each with its pass."""
    meshes: dict[Pass, Mesh] = {}
    for name in PASSES:
        found = [mesh for each, mesh in parts if each == name]
        if found:
            meshes[name] = joined(found)
    return Model(meshes, lamps)


def merged(models: list[Model]) -> Model:
    """Several placed models as one."""
    parts = [(name, mesh) for model in models for name, mesh in model.meshes.items()]
    return model_of(*parts, lamps=tuple(lamp for model in models for lamp in model.lamps))
