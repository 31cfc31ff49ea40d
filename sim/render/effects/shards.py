"""Debris: pieces thrown by a seeded physics run beforehand, shown by age.

The run decorates a consequence and decides nothing. Bullet's steps are fixed and the pieces are thrown by a
generator of the effect's own seed, so the same debris falls in every replay.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from panda3d import core
from panda3d.bullet import BulletBoxShape, BulletPlaneShape, BulletRigidBodyNode, BulletWorld

from assets.mesh import Array, Mesh
from sim.render.effects.layer import Colour, Spot, aim, anchor, finish, tint
from sim.render.programs import program
from sim.render.upload import mesh_node
from sim.state import EffectState, Vec3

PIECES = 24
"""As many as ``shard.vert`` has matrices for."""
RATE = 60
SECONDS = 3.0
FADES = 0.6


@dataclass(frozen=True)
class Debris:
    """How pieces are thrown: their size for an effect of size 1, speed, and how much upwards."""

    size: float = 0.07
    speed: float = 2.6
    upward: float = 0.5
    colour: Colour = (0.42, 0.26, 0.18)


class ShardLayer:
    """The pieces of one effect, each a small block with a matrix of its own."""

    def __init__(self, debris: Debris, effect: EffectState, spot: Spot) -> None:
        direction, reach = aim(effect)
        self._origin = anchor(effect)
        lean = direction if reach else (0.0, 0.0, debris.upward)
        speed = debris.speed * effect.size**0.5
        self._sizes, self._frames = thrown(effect.seed, debris.size * effect.size**0.6, speed, lean, self._origin[2])
        mesh = _blocks(self._sizes, tint(effect, debris.colour), effect.seed)
        self.node = spot.parent.attachNewNode(mesh_node("shards", mesh, np.ones((len(mesh.position), 3))))
        self.node.setShader(program("shard.vert", "shard.frag"))
        self._pieces = core.PTA_LMatrix4f.emptyArray(PIECES)
        self.node.setShaderInput("pieces", self._pieces)
        self.node.setShaderInput("ambient", core.Vec3(*spot.light.tolist()))
        finish(self.node, solid=True)

    def show(self, effect: EffectState, eye: Vec3) -> None:
        frame = min(int(effect.age * RATE), len(self._frames) - 1)
        matrices = self._frames[frame].copy()
        matrices[:, 3, :3] += self._origin
        left = np.clip((effect.seconds - effect.age) / FADES, 0.0, 1.0)
        matrices[:, :3, :3] *= left
        self._pieces.setData(np.ascontiguousarray(matrices, np.float32).tobytes())


@lru_cache(maxsize=16)
def thrown(seed: int, size: float, speed: float, lean: Vec3, height: float) -> tuple[Array, Array]:
    """Sizes (k, 3) of the pieces, and their matrices (frames, k, 4, 4), rows as Panda3D has them.

    They start ``height`` metres over the ground, at the origin; ``lean`` adds to every piece's direction.
    """
    rng = np.random.default_rng(seed)
    sizes = size * rng.uniform(0.4, 1.5, (PIECES, 3))
    world = BulletWorld()
    world.setGravity(core.Vec3(0, 0, -9.81))
    floor = BulletRigidBodyNode("floor")
    floor.addShape(BulletPlaneShape(core.Vec3(0, 0, 1), -max(height, 0.02)))
    floor.setFriction(0.8)
    world.attachRigidBody(floor)
    bodies = [_piece(world, extents, rng, speed, lean) for extents in sizes]
    frames = np.empty((int(SECONDS * RATE), PIECES, 4, 4), np.float32)
    for frame in frames:
        world.doPhysics(1 / RATE, 4, 1 / (2 * RATE))
        for number, body in enumerate(bodies):
            frame[number] = np.array(body.getMat()).reshape(4, 4)
    return sizes, frames


def _piece(world: BulletWorld, extents: Array, rng: np.random.Generator, speed: float, lean: Vec3) -> core.NodePath:
    body = BulletRigidBodyNode("piece")
    body.addShape(BulletBoxShape(core.Vec3(*(extents / 2).tolist())))
    body.setMass(1.0)
    body.setFriction(0.7)
    body.setRestitution(0.25)
    body.setAngularDamping(0.3)
    way = rng.normal(0, 0.5, 3) + lean
    body.setLinearVelocity(core.Vec3(*(way * speed * rng.uniform(0.4, 1.1)).tolist()))
    body.setAngularVelocity(core.Vec3(*rng.normal(0, 6, 3).tolist()))
    node = core.NodePath(body)
    node.setPos(*rng.normal(0, extents.max(), 3).tolist())
    node.setHpr(*rng.uniform(0, 360, 3).tolist())
    world.attachRigidBody(body)
    return node


def _blocks(sizes: Array, colour: Colour, seed: int) -> Mesh:
    """All pieces as rough blocks; the layer number of a vertex says whose it is."""
    rng = np.random.default_rng(seed)
    cube = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float32) / 2
    sides = np.array([(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)], np.int64)
    position, normal, faces, colours, whose = [], [], [], [], []
    for number, extents in enumerate(sizes):
        corners = cube * extents * rng.uniform(0.65, 1.2, (8, 3))
        shade = np.clip(np.array(colour) * rng.uniform(0.7, 1.25), 0, 1)
        for side in sides:
            quad = corners[side]
            flat = np.cross(quad[1] - quad[0], quad[2] - quad[0])
            first = 4 * len(normal)
            faces += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
            position.append(quad)
            normal.append(np.tile(flat / (np.linalg.norm(flat) + 1e-12), (4, 1)))
            colours.append(np.tile(shade, (4, 1)))
            whose.append(np.tile((0.0, 0.0, float(number)), (4, 1)))
    stacked = [np.concatenate(rows).astype(np.float32) for rows in (position, normal, whose, colours)]
    return Mesh(np.array(faces, np.int32), *stacked, np.zeros((len(stacked[0]), 4), np.float32))
