"""What a world is known by in the cache: hashes of everything that its shapes, light and pictures depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np

from assets.mesh import Mesh, Model

if TYPE_CHECKING:
    from sim.world.compose import World


def batch_key(world: World) -> str:
    """A hash of what the static batch is made of; see ``World.static_model``."""
    digest = hashlib.sha256()
    _feed_model(digest, world.place.model)
    _feed_props(digest, world, world.static_props)
    spots = [(standpoint.at, standpoint.heading) for standpoint in world.scenario.standpoints]
    digest.update(repr((world.place.extent, spots)).encode())
    return digest.hexdigest()


def world_key(world: World) -> str:
    """A hash of everything that the baked light and the drawn static world depend on; see ``World.key``."""
    digest = hashlib.sha256(world.batch_key.encode())
    _feed_props(digest, world, [name for name in world.scenario.props if name in world.changing])
    ground = world.place.ground
    _feed(digest, ground.mesh)
    digest.update(np.ascontiguousarray(ground.splat))
    digest.update(repr((ground.origin, ground.size, ground.layers, ground.water_level)).encode())
    digest.update(repr(sorted(vars(world.place.light).items())).encode())
    return digest.hexdigest()


def _feed_props(digest: hashlib._Hash, world: World, names: Iterable[str]) -> None:
    """The props of these names as they first stand."""
    for name in names:
        thing = world.first_state(name)
        digest.update(repr((world.base(thing.position), thing.heading)).encode())
        _feed_model(digest, world.model(name, thing.state))


def _feed_model(digest: hashlib._Hash, model: Model) -> None:
    for name, mesh in sorted(model.meshes.items()):
        digest.update(name.encode())
        _feed(digest, mesh)
    digest.update(repr(model.lamps).encode())


def _feed(digest: hashlib._Hash, mesh: Mesh) -> None:
    for column in fields(mesh):
        digest.update(np.ascontiguousarray(getattr(mesh, column.name)))
