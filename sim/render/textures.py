"""The textures of one world: only the layers and signs that something in it has, and meshes laid out in them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from panda3d import core

from assets.mesh import Mesh, Pass
from sim.render.upload import image_texture, layer_texture
from sim.world.compose import World

NOISE = "noise"
"""The layer that every program takes its irregularities from."""


class UnknownSign(LookupError):
    """A mesh carries a sign that its world did not have when the textures were made."""


class Textures:
    """Layers and signs of a world as textures of the renderer."""

    def __init__(self, world: World, anisotropy: int, lean: bool = False, *, every_layer: bool = False) -> None:
        """``lean``: only the nearest of a layer's sizes is looked into, half the work in software.
        ``every_layer``: things that are not in the world yet may have any layer."""
        self._names, images = world.library.layers()
        every = set(range(len(self._names)))
        used = sorted(every if every_layer else _used(world, len(every)) | set(map(self._names.index, _named(world))))
        self._place = np.zeros(len(self._names), np.float32)
        self._place[used] = np.arange(len(used))
        self.layers: core.Texture = layer_texture(images[used], anisotropy)
        if lean:
            self.layers.setMinfilter(core.SamplerState.FTLinearMipmapNearest)
        self._atlas = world.signs
        self.signs: core.Texture = image_texture(self._atlas.picture[::-1])
        self.signs.setAnisotropicDegree(anisotropy)

    def number(self, layer: str) -> int:
        """The number of a layer by its name, of those in the texture."""
        return int(self._place[self._names.index(layer)])

    def laid(self, name: Pass, mesh: Mesh) -> Mesh:
        """A mesh of a pass with its texture coordinates in these textures.

        Raises:
            UnknownSign: it carries a sign that is not among these.
        """
        if name == "sign":
            try:
                return self._atlas.laid(mesh)
            except KeyError as unknown:
                raise UnknownSign(f"no sign {unknown} in these textures") from unknown
        layer = np.clip(mesh.uvl[:, 2].astype(int), 0, len(self._place) - 1)
        return replace(mesh, uvl=np.column_stack([mesh.uvl[:, :2], self._place[layer]]))


def _named(world: World) -> tuple[str, ...]:
    return (NOISE, *world.place.ground.layers)


def _used(world: World, count: int) -> set[int]:
    """The numbers of the layers on everything that can be seen in a world."""
    models = [world.static_model]
    for name in world.changing:
        if not world.is_person(name):
            models += [world.model(name, state) for state in world.states(name)]
    meshes = [mesh for model in models for name, mesh in model.meshes.items() if name != "sign"]
    numbers = [np.unique(mesh.uvl[:, 2]) for mesh in [*meshes, world.place.ground.mesh]]
    return set(np.clip(np.concatenate(numbers).astype(int), 0, count - 1).tolist())
