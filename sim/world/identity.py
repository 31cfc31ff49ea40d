"""What a world is known by in the cache: a hash of everything that its light and its pictures depend on."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np

from assets.mesh import Mesh
from assets.place import Light

if TYPE_CHECKING:
    from sim.world.compose import World


def world_key(world: World) -> str:
    """A hash of everything that the baked light and the drawn static world depend on; see ``World.key``."""
    digest = hashlib.sha256()
    for name, mesh in sorted(world.static_model.meshes.items()):
        digest.update(name.encode())
        _feed(digest, mesh)
    for mesh in [world.place.ground.mesh, *world.still_occluders]:
        _feed(digest, mesh)
    digest.update(np.ascontiguousarray(world.place.ground.splat))
    digest.update(repr(_light_row(world.place.light)).encode())
    digest.update(repr([lamp for lamp in world.static_model.lamps if lamp.baked]).encode())
    digest.update(repr((world.place.ground.origin, world.place.ground.size, world.place.ground.layers)).encode())
    return digest.hexdigest()


def _feed(digest: hashlib._Hash, mesh: Mesh) -> None:
    for column in fields(mesh):
        digest.update(np.ascontiguousarray(getattr(mesh, column.name)))


def _light_row(light: Light) -> list[tuple[str, str]]:
    return [(name, repr(value)) for name, value in sorted(vars(light).items())]
