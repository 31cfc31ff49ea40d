"""What every layer of an effect has: a node, where it lies, and how it is brought to an age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from panda3d import core

from assets.mesh import Array
from sim.render import layers as see
from sim.render.surfaces import add_light
from sim.state import EffectState, Vec3

Colour = tuple[float, float, float]
COLOURS: dict[str, Colour] = {
    "white": (0.86, 0.87, 0.88), "grey": (0.30, 0.30, 0.31), "black": (0.035, 0.035, 0.04), "brown": (0.34, 0.24, 0.15),
    "yellow": (0.80, 0.62, 0.16), "orange": (0.85, 0.34, 0.06), "green": (0.20, 0.55, 0.22), "blue": (0.14, 0.36, 0.72),
}  # fmt: skip
"""The colours of the scenario language, linear."""


class Layer(Protocol):
    """A part of an effect."""

    node: core.NodePath

    def show(self, effect: EffectState, eye: Vec3) -> None:
        """Bring it to the effect's age."""


@dataclass(frozen=True)
class Spot:
    """Where an effect begins: the node it hangs on, the layer of noises, and the light there, (3,)."""

    parent: core.NodePath
    noise: int
    light: Array


def anchor(effect: EffectState) -> Vec3:
    """Where the effect is, or begins."""
    if effect.at is not None:
        return effect.at
    return effect.along[0] if effect.along else (0.0, 0.0, 0.0)


def aim(effect: EffectState) -> tuple[Vec3, float]:
    """The unit direction of a jet and how far it reaches in metres; upward and 0 without one."""
    if len(effect.along) < 2:
        return (0.0, 0.0, 1.0), 0.0
    way = np.subtract(effect.along[-1], effect.along[0])
    reach = float(np.linalg.norm(way))
    x, y, z = (way / max(reach, 1e-6)).tolist()
    return (x, y, z), reach


def tint(effect: EffectState, own: Colour) -> Colour:
    """The colour that the scenario asks for, or the effect's own."""
    return COLOURS[effect.colour] if effect.colour else own


def finish(node: core.NodePath, *, glowing: bool = False, solid: bool = False) -> None:
    """Blending and order of a layer's node; it is never left out, since it is larger than its vertices say."""
    if glowing:
        add_light(node)
    elif not solid:
        node.setTransparency(core.TransparencyAttrib.MAlpha)
        node.setDepthWrite(False)
        node.setTwoSided(True)
    node.setBin("fixed", 16 if glowing else 15)
    node.node().setBounds(core.OmniBoundingVolume())
    node.node().setFinal(True)
    node.hide(see.MOVER_SUN)
