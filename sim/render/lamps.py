"""Lamps: their halos, their glowing faces and the light that they throw around them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from panda3d import core

from assets.mesh import Lamp
from sim.render import layers as see
from sim.render.camera import View
from sim.render.effects import lamps_of
from sim.render.movers import Mover, PropFigure
from sim.render.programs import program
from sim.render.surfaces import add_light, card
from sim.state import SceneState, Vec3
from sim.world.compose import World
from sim.world.lamplight import RADIANCE

MOST = 8
COUNTS = (0, 1, 4, MOST)
"""Programs are made for so many lamps: a loop with a known end takes software half the time of one without."""
BELOW_ALL = -1000.0
FAINTEST = 0.3
"""Radiance below which a lamp is only a halo; every lamp that throws light slows software drawing."""
FARTHEST = 70.0
"""Lamps farther from the eye than so many metres light nothing that one would notice."""
EVERYTHING = "everything"
HELMET_UP, HELMET_CONE, HELMET_COLOUR = 0.14, 74.0, (1.0, 0.95, 0.86)
"""The trainee's helmet lamp: metres over the eye, its cone in degrees, its colour."""


@dataclass(frozen=True)
class Placed:
    """A lamp in the world, of which thing (None: of the kit)."""

    lamp: Lamp
    thing: str | None


@dataclass(frozen=True)
class Shining:
    """A lamp that throws light now, and how much: irradiance over pi at a metre."""

    lamp: Lamp
    radiance: float


class Lamps:
    """All lamps of a world that are not baked. The shaders take the strongest ones near the eye."""

    def __init__(self, world: World, root: core.NodePath) -> None:
        self._world, self._root = world, root
        self._night, self._helmet = world.place.light.night, world.place.light.helmet_lamp
        self._still = [Placed(lamp, None) for lamp in world.place.model.lamps if not lamp.baked]
        for name in world.static_props:
            model = world.placed(name, world.first_state(name))
            self._still += [Placed(lamp, name) for lamp in model.lamps if not lamp.baked]
        self._halos: list[core.NodePath] = []
        self.count = 0
        """The number of ``COUNTS`` that the shaders need now. While any lamp shines it does not fall: making
        programs again takes longer than a dark lamp."""
        self._position, self._direction = core.PTA_LVecBase4f.emptyArray(MOST), core.PTA_LVecBase4f.emptyArray(MOST)
        self._colour = core.PTA_LVecBase3f.emptyArray(MOST)
        root.setShaderInput("lamp_position", self._position)
        root.setShaderInput("lamp_direction", self._direction)
        root.setShaderInput("lamp_colour", self._colour)
        self.select_still((0.0, 0.0, 0.0))

    def _select(self, shining: list[Shining], eye: Vec3) -> None:
        """Let the shaders use these lamps, the strongest near ``eye`` if there are too many."""
        lit = [each for each in shining if each.radiance > FAINTEST]
        lit = [each for each in lit if math.dist(each.lamp.position, eye) < FARTHEST]

        def weight(each: Shining) -> float:
            away = np.subtract(each.lamp.position, eye)
            return -each.radiance / (4.0 + float(away @ away))

        lit = sorted(lit, key=weight)[:MOST]
        position, direction, colour = np.zeros((MOST, 4)), np.zeros((MOST, 4)), np.zeros((MOST, 3))
        position[:, 2] = BELOW_ALL  # a dark lamp is nowhere that is drawn
        for row, each in enumerate(lit):
            lamp = each.lamp
            position[row] = (*lamp.position, each.radiance)
            edge = -1.0 if lamp.cone >= 180 else float(np.cos(np.radians(lamp.cone / 2)))
            direction[row] = (*lamp.direction, edge)
            colour[row] = lamp.colour
        for array, rows in ((self._position, position), (self._direction, direction), (self._colour, colour)):
            array.setData(rows.astype(np.float32).tobytes())
        needed = next(count for count in COUNTS if count >= len(lit))
        self.count = max(needed, self.count) if needed else 0
        self._root.setShaderInput("lamp_count", len(lit))

    def _shining(self, lamps: list[Placed], levels: dict[str | None, float]) -> list[Shining]:
        """The light of lamps of the place and its things: by day only their halo is seen."""
        share = RADIANCE * self._night
        return [Shining(each.lamp, share * each.lamp.power * levels.get(each.thing, 1.0)) for each in lamps]

    def select_still(self, eye: Vec3) -> None:
        """Only the lamps of what never changes, for the faces of a standpoint."""
        self._select(self._shining(self._still, {}), eye)

    def show(self, state: SceneState, movers: dict[str, Mover], view: View, *, still_drawn: bool = False) -> None:
        """Bring all lamps to ``state``; with ``still_drawn`` the faces of a standpoint hold the still ones."""
        levels: dict[str | None, float] = {name: light.level for name, light in state.lights.items()}
        overall = levels.pop(EVERYTHING, 1.0)
        moving = self._carried(movers, levels)
        everything = self._still + moving
        scaled = {each.thing: overall * levels.get(each.thing, 1.0) for each in everything}
        shining = self._shining(moving if still_drawn else everything, scaled)
        shining += [Shining(lamp, RADIANCE * lamp.power) for lamp in lamps_of(state)]
        if self._helmet:
            shining.append(Shining(helmet_lamp(view), RADIANCE * self._helmet))
        self._select(shining, view.eye)
        self._show_halos(everything, scaled)

    def _carried(self, movers: dict[str, Mover], levels: dict[str | None, float]) -> list[Placed]:
        found = []
        for name, mover in movers.items():
            if isinstance(mover, PropFigure):
                mover.set_level(levels.get(name, 1.0))
                matrix = mover.node.getMat()
                for lamp in mover.model.lamps:
                    at = matrix.xformPoint(core.Point3(*lamp.position))
                    towards = matrix.xformVec(core.Vec3(*lamp.direction))
                    placed = replace(lamp, position=(at.x, at.y, at.z), direction=(towards.x, towards.y, towards.z))
                    found.append(Placed(placed, name))
        return found

    def _show_halos(self, lamps: list[Placed], levels: dict[str | None, float]) -> None:
        while len(self._halos) < len(lamps):
            self._halos.append(_halo_node(self._root))
        for node, each in zip(self._halos, lamps, strict=False):
            level = levels.get(each.thing, 1.0) * (0.55 + 0.45 * self._night)
            node.setPos(*each.lamp.position)
            node.setScale(0.28 + 0.16 * float(np.sqrt(each.lamp.power)))
            node.setShaderInput("halo", core.Vec4(*each.lamp.colour, 0.7 * level))
            node.show() if level > 0.01 else node.hide()
        for node in self._halos[len(lamps) :]:
            node.hide()


def helmet_lamp(view: View) -> Lamp:
    """The lamp on the head of whoever looks."""
    x, y, z = view.eye
    return Lamp((x, y, z + HELMET_UP), view.direction(0.5, 0.5, 1.0), HELMET_COLOUR, cone=HELMET_CONE)


def _halo_node(root: core.NodePath) -> core.NodePath:
    node = root.attachNewNode(card())
    node.setShader(program("halo.vert", "halo.frag"))
    add_light(node)
    node.setBin("fixed", 10)
    node.node().setBounds(core.BoundingSphere(core.Point3(0, 0, 0), 2.5))
    node.node().setFinal(True)
    node.hide(see.union(see.STATIC, see.SUN, see.MOVER_SUN, see.STATIC_MIRROR))
    return node
