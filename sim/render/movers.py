"""What changes in a session: props in each of their states, and people."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from panda3d import core

from assets.mesh import Array, Model
from sim.render.people import PersonFigure
from sim.render.programs import Look
from sim.render.surfaces import dress
from sim.render.textures import Textures
from sim.render.upload import mesh_node
from sim.state import ThingState, Vec3
from sim.world.compose import World, bounds
from sim.world.openness import openness_of
from sim.world.probes import ProbeGrid

FULL_LEVEL = 1.0
"""The light of what glows, until somebody dims it."""


class Mover(Protocol):
    """A thing that is drawn anew in every picture."""

    node: core.NodePath

    def show(self, thing: ThingState, base: Vec3, probes: ProbeGrid) -> None:
        """Bring it to a moment; ``base`` is where it stands in the world."""

    def box(self) -> tuple[Array, Array]:
        """Lowest and highest corner (3,) of what is shown now, in its own frame."""


class PropFigure:
    """A prop with a node for every state that the scenario puts it into."""

    def __init__(
        self, parent: core.NodePath, name: str, models: dict[str, Model], look: Look, textures: Textures
    ) -> None:
        self.node = parent.attachNewNode(name)
        self.models = models
        self._states = {state: _model_node(model, look, textures) for state, model in models.items()}
        for node in self._states.values():
            node.reparentTo(self.node)
            node.stash()
        self._boxes = {state: bounds(model) for state, model in models.items()}
        self._shown = next(iter(models))
        self._states[self._shown].unstash()
        self._probes = _probe_array(self.node)
        self._lit_at: Vec3 | None = None
        self._level = FULL_LEVEL

    @property
    def model(self) -> Model:
        """The model that is shown now."""
        return self.models[self._shown]

    def show(self, thing: ThingState, base: Vec3, probes: ProbeGrid) -> None:
        if thing.state and thing.state != self._shown:
            self._states[self._shown].stash()
            self._states[thing.state].unstash()
            self._shown = thing.state
        self.node.setPosHpr(*base, thing.heading, 0, 0)
        if base != self._lit_at:
            self._lit_at = base
            _set_probes(self._probes, probes.at((base[0], base[1], base[2] + 0.6)))

    def set_level(self, level: float) -> None:
        """How bright the glowing parts are."""
        if level != self._level:
            self._level = level
            self.node.setShaderInput("level", level)

    def box(self) -> tuple[Array, Array]:
        return self._boxes[self._shown]


def corners_in_world(mover: Mover, margin: float) -> Array:
    """The corners (8, 3) of the box round a mover, ``margin`` metres wider to all sides, in the world."""
    low, high = mover.box()
    low, high = low - margin, high + margin
    points = np.array([(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
    matrix = mover.node.getMat()
    turn = np.array([matrix.getRow3(row) for row in range(3)])
    return points @ turn + np.array(matrix.getRow3(3))


def _model_node(model: Model, look: Look, textures: Textures) -> core.NodePath:
    parent = core.NodePath("state")
    for name, mesh in model.meshes.items():
        openness = np.repeat(openness_of(mesh)[:, None], 3, axis=1)
        node = parent.attachNewNode(mesh_node(name, textures.laid(name, mesh), openness))
        dress(node, name, look, probed=True)
        node.setTag("shadow", "rigid")
        if name == "glow":
            node.clearShaderInput("level")
    return parent


def _probe_array(node: core.NodePath) -> core.PTA_LVecBase3f:
    array = core.PTA_LVecBase3f.emptyArray(6)
    node.setShaderInput("probes", array)
    node.setShaderInput("level", FULL_LEVEL)
    return array


def _set_probes(array: core.PTA_LVecBase3f, colours: np.ndarray) -> None:
    array.setData(np.ascontiguousarray(colours, np.float32).tobytes())


def build_movers(world: World, parent: core.NodePath, look: Look, textures: Textures) -> dict[str, Mover]:
    """A figure for every changing thing of ``world``, by name."""
    return {name: new_mover(world, name, parent, look, textures) for name in sorted(world.changing)}


def new_mover(world: World, name: str, parent: core.NodePath, look: Look, textures: Textures) -> Mover:
    """A figure for one changing thing.

    Raises:
        UnknownSign: it carries a sign that the textures do not hold.
    """
    if world.is_person(name):
        return PersonFigure(parent, name, world.person(name), world.library.clips(), look)
    models = {state: world.model(name, state) for state in world.states(name)}
    return PropFigure(parent, name, models, look, textures)


def regard(movers: dict[str, Mover], time: float, eye: Vec3) -> None:
    """Tell the people among ``movers`` the moment, in seconds, and where the trainee's eye is."""
    for mover in movers.values():
        if isinstance(mover, PersonFigure):
            mover.regard(time, eye)
