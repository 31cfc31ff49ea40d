"""Soft shade on the ground under what moves: its contact, which neither the sun's maps nor the probes know."""

from __future__ import annotations

from panda3d import core

from sim.render import layers as see
from sim.render.movers import Mover
from sim.render.programs import program
from sim.render.surfaces import card

SPREAD = 0.16
"""Metres that the shade reaches beyond a thing's footprint."""
LIFT = 0.015
"""Metres over the ground, so that the two do not flicker through each other."""
FADES = 0.6
"""Metres over the ground at which a thing no longer shades it."""
DARKEST = 0.5
FLATTEST, WIDEST = 0.12, 40.0
"""Metres and square metres: what is no higher (puddles, holes) or wider (a spoil heap) belongs to the ground."""


class ContactShade:
    """One card under one thing."""

    def __init__(self, parent: core.NodePath) -> None:
        self._node = parent.attachNewNode(card())
        self._node.setShader(program("contact.vert", "contact.frag"))
        self._cast = core.Vec4(0, 0, 0, 0)
        self._node.setShaderInput("shade", self._cast)
        self._node.setTransparency(core.TransparencyAttrib.MAlpha)
        self._node.setDepthWrite(False)
        self._node.setDepthOffset(2)
        self._node.setBin("fixed", 5)
        self._node.hide(see.union(see.STATIC, see.SUN, see.MOVER_SUN, see.MIRROR, see.STATIC_MIRROR))
        self._node.hide()
        self._box: object = None
        self._matrix = core.LMatrix4f()

    def lies_under(self, mover: Mover) -> bool:
        """Whether it lies already where the mover is now."""
        return mover.box() is self._box and mover.node.getMat() == self._matrix

    def lie_under(self, mover: Mover, ground: float) -> None:
        """Under a mover, on ground of that height."""
        low, high = self._box = mover.box()
        self._matrix = core.LMatrix4f(mover.node.getMat())
        foot = self._matrix.xformPoint(core.Point3(*((low + high)[:2] / 2).tolist(), float(low[2])))
        strength = DARKEST * max(0.0, 1.0 - max(foot.z - ground, 0.0) / FADES)
        width, depth, height = (high - low).tolist()
        if strength <= 0.01 or foot.z + height < ground + FLATTEST or width * depth > WIDEST:
            self._node.hide()
            return
        half_width, half_depth = width / 2, depth / 2
        wide, deep = half_width + SPREAD, half_depth + SPREAD
        self._node.show()
        self._node.setPosHpr(foot.x, foot.y, ground + LIFT, mover.node.getH(), 0, 0)
        self._node.setScale(wide, deep, 1)
        cast = core.Vec4(half_width / wide, half_depth / deep, strength, 0)
        if cast != self._cast:
            self._cast = cast
            self._node.setShaderInput("shade", cast)

    def hide(self) -> None:
        if self._box is not None:
            self._box = None
            self._node.hide()

    def remove(self) -> None:
        self._node.removeNode()
