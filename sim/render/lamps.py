"""Lamps: their halos, their glowing faces and the light that they throw around them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from panda3d import core

from assets.mesh import Lamp, Model
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
        self._carried: dict[str, _Carried] = {}
        self._halos: list[_Halo] = []
        self._lit: int | None = None
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
            return -each.radiance / (4.0 + math.dist(each.lamp.position, eye) ** 2)

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
        if len(lit) != self._lit:
            self._lit = len(lit)
            self._root.setShaderInput("lamp_count", self._lit)

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
        moving = self._on_movers(movers, levels)
        everything = self._still + moving
        scaled = {each.thing: overall * levels.get(each.thing, 1.0) for each in everything}
        shining = self._shining(moving if still_drawn else everything, scaled)
        shining += [Shining(lamp, RADIANCE * lamp.power) for lamp in lamps_of(state)]
        if self._helmet:
            shining.append(Shining(helmet_lamp(view), RADIANCE * self._helmet))
        self._select(shining, view.eye)
        self._show_halos(everything, scaled)

    def _on_movers(self, movers: dict[str, Mover], levels: dict[str | None, float]) -> list[Placed]:
        found = []
        for name, mover in movers.items():
            if not isinstance(mover, PropFigure):
                continue
            mover.set_level(levels.get(name, 1.0))
            if mover.model.lamps:
                carried = self._carried.get(name)
                if carried is None or carried.figure is not mover:
                    carried = self._carried[name] = _Carried(name, mover)
                found += carried.placed()
        return found

    def _show_halos(self, lamps: list[Placed], levels: dict[str | None, float]) -> None:
        while len(self._halos) < len(lamps):
            self._halos.append(_Halo(self._root))
        for halo, each in zip(self._halos, lamps, strict=False):
            halo.show(each.lamp, levels.get(each.thing, 1.0) * (0.55 + 0.45 * self._night))
        for halo in self._halos[len(lamps) :]:
            halo.hide()


class _Carried:
    """The lamps of one thing, placed anew when it has moved or is in another state."""

    def __init__(self, name: str, figure: PropFigure) -> None:
        self.figure = figure
        self._name = name
        self._matrix: core.LMatrix4f | None = None
        self._model: Model | None = None
        self._placed: list[Placed] = []

    def placed(self) -> list[Placed]:
        matrix, model = self.figure.node.getMat(), self.figure.model
        if model is not self._model or matrix != self._matrix:
            self._matrix, self._model = core.LMatrix4f(matrix), model
            self._placed = [Placed(_moved(lamp, matrix), self._name) for lamp in model.lamps]
        return self._placed


def _moved(lamp: Lamp, matrix: core.LMatrix4f) -> Lamp:
    at = matrix.xformPoint(core.Point3(*lamp.position))
    towards = matrix.xformVec(core.Vec3(*lamp.direction))
    return replace(lamp, position=(at.x, at.y, at.z), direction=(towards.x, towards.y, towards.z))


def helmet_lamp(view: View) -> Lamp:
    """The lamp on the head of whoever looks."""
    x, y, z = view.eye
    return Lamp((x, y, z + HELMET_UP), view.direction(0.5, 0.5, 1.0), HELMET_COLOUR, cone=HELMET_CONE)


class _Halo:
    """The glow of one lamp."""

    def __init__(self, root: core.NodePath) -> None:
        self._node = root.attachNewNode(card())
        self._node.setShader(program("halo.vert", "halo.frag"))
        add_light(self._node)
        self._node.setBin("fixed", 10)
        self._node.node().setBounds(core.BoundingSphere(core.Point3(0, 0, 0), 2.5))
        self._node.node().setFinal(True)
        self._node.hide(see.union(see.STATIC, see.SUN, see.MOVER_SUN, see.STATIC_MIRROR))
        self._shown: tuple[Lamp, float] | None = None

    def show(self, lamp: Lamp, level: float) -> None:
        """Glow round a lamp; ``level`` 1 is its full light by night."""
        if self._shown == (lamp, level):
            return
        self._shown = (lamp, level)
        self._node.setPos(*lamp.position)
        self._node.setScale(0.28 + 0.16 * math.sqrt(lamp.power))
        self._node.setShaderInput("halo", core.Vec4(*lamp.colour, 0.7 * level))
        self._node.show() if level > 0.01 else self._node.hide()

    def hide(self) -> None:
        if self._shown is not None:
            self._shown = None
            self._node.hide()
