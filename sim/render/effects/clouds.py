"""Clouds of cards: smoke, flames, dust, drops. Where each card is follows from its lot and the age."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from panda3d import core

from assets.mesh import Mesh
from sim.render.effects.layer import Colour, Spot, aim, anchor, finish, tint
from sim.render.programs import program
from sim.render.upload import mesh_node
from sim.state import EffectState, Vec3


@dataclass(frozen=True)
class Cloud:
    """How a cloud looks and flies; lengths for an effect of size 1, see ``sprite.vert``.

    ``look``: soft (puffs lit by the place), flame, spark (a streak of light), drop (a streak of liquid) or
    glow. ``spread`` 0 flies along the effect's line, 1 to all sides; ``burst``: all cards begin at once
    instead of one after another; ``reaching``: flies as fast as its line is long; ``source`` half the
    extents of where cards begin.
    """

    look: str
    count: int
    size: float
    life: float
    growth: float = 0.0
    speed: float = 0.0
    rise: float = 0.0
    gravity: float = 0.0
    drag: float = 0.0
    spread: float = 1.0
    burst: bool = False
    reaching: bool = False
    source: Vec3 = (0.0, 0.0, 0.0)
    colour: Colour = (0.5, 0.5, 0.5)
    opacity: float = 0.4
    coloured: bool = True
    """Whether the scenario's colour is for this cloud."""


class CloudLayer:
    """One cloud of a running effect."""

    def __init__(self, cloud: Cloud, effect: EffectState, spot: Spot, number: int) -> None:
        glowing = cloud.look in ("flame", "spark", "glow")
        look = {cloud.look.upper(): True}
        self.node = spot.parent.attachNewNode(_cards(cloud.count, effect.seed + number))
        self.node.setShader(program("sprite.vert", "sprite.frag", NOISE=spot.noise, BURST=cloud.burst, **look))
        self.node.setPos(*anchor(effect))
        size = effect.size
        (x, y, z), reach = aim(effect)
        if cloud.reaching and reach:
            cloud = replace(cloud, speed=_speed(cloud, reach) / size**0.5, spread=cloud.spread / (1 + 0.15 * reach))
        colour = tint(effect, cloud.colour) if cloud.coloured else cloud.colour
        # Larger fires and clouds turn over more slowly: speeds grow with the root of the size.
        pace = size**0.5
        inputs = {
            "form": core.Vec4(cloud.size * size, cloud.growth * pace, cloud.life * pace, cloud.speed * pace),
            "fall": core.Vec4(cloud.rise * pace, cloud.gravity, cloud.drag / pace, anchor(effect)[2]),
            "aim": core.Vec4(x, y, z, cloud.spread),
            "source": core.Vec3(*(extent * size for extent in cloud.source)),
            "tint": core.Vec4(*colour, cloud.opacity),
            "ambient": core.Vec3(*spot.light.tolist()),
        }
        for name, value in inputs.items():
            self.node.setShaderInput(name, value)
        finish(self.node, glowing=glowing)

    def show(self, effect: EffectState, eye: Vec3) -> None:
        self.node.setShaderInput("moment", core.Vec3(effect.age, effect.seconds, effect.strength))


def _speed(cloud: Cloud, reach: float) -> float:
    """The speed with which a card gets about as far as its line within its life."""
    if cloud.drag:
        return reach * cloud.drag / (1 - np.exp(-cloud.drag * cloud.life))
    return reach / (0.8 * cloud.life)


def _cards(count: int, seed: int) -> core.GeomNode:
    """So many cards in one node; each vertex carries its corner, and the four numbers of its card."""
    rng = np.random.default_rng(seed)
    corners = np.tile(np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], np.float32), (count, 1))
    lot = rng.random((count, 4)).astype(np.float32)
    lot[:, 3] = (np.arange(count) + 0.5) / count  # births evenly spread
    lot = np.repeat(lot, 4, axis=0)
    first = np.arange(count)[:, None] * 4
    faces = np.concatenate([first + (0, 1, 2), first + (0, 2, 3)]).astype(np.int32)
    mesh = Mesh(faces, lot[:, :3], np.zeros_like(corners), corners, np.ones((count * 4, 3), np.float32), lot)
    return mesh_node("cards", mesh, np.ones((count * 4, 3), np.float32))
