"""What changes in a session: props in each of their states, and people."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from panda3d import core

from assets.mesh import Model
from assets.textures.atlas import SignAtlas
from sim.render.people import PersonFigure
from sim.render.programs import Look
from sim.render.surfaces import dress
from sim.render.upload import mesh_node
from sim.state import ThingState, Vec3
from sim.world.compose import World, bounds
from sim.world.openness import openness_of
from sim.world.probes import ProbeGrid


class Mover(Protocol):
    """A thing that is drawn anew in every picture."""

    node: core.NodePath

    def show(self, thing: ThingState, base: Vec3, probes: ProbeGrid) -> None:
        """Bring it to a moment; ``base`` is where it stands in the world."""

    def middle(self) -> Vec3:
        """About the middle of what is shown now, in the world."""


class PropFigure:
    """A prop with a node for every state that the scenario puts it into."""

    def __init__(
        self, parent: core.NodePath, name: str, models: dict[str, Model], look: Look, live: bool, signs: SignAtlas
    ) -> None:
        self.node = parent.attachNewNode(name)
        self.models = models
        self._states = {state: _model_node(model, look, live, signs) for state, model in models.items()}
        for node in self._states.values():
            node.reparentTo(self.node)
            node.stash()
        self._shown = next(iter(models))
        self._states[self._shown].unstash()
        self._probes = _probe_array(self.node)
        self._lit_at: Vec3 | None = None

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
        self.node.setShaderInput("level", level)

    def middle(self) -> Vec3:
        low, high = bounds(self.model)
        x, y, z = self.node.getMat().xformPoint(core.Point3(*((low + high) / 2).tolist()))
        return (x, y, z)


def _model_node(model: Model, look: Look, live: bool, signs: SignAtlas) -> core.NodePath:
    parent = core.NodePath("state")
    for name, mesh in model.meshes.items():
        openness = np.repeat(openness_of(mesh)[:, None], 3, axis=1)
        node = parent.attachNewNode(mesh_node(name, signs.laid(mesh) if name == "sign" else mesh, openness))
        dress(node, name, look, probed=True, live=live)
        node.setTag("shadow", "rigid")
        if name == "glow":
            node.clearShaderInput("level")
    return parent


def _probe_array(node: core.NodePath) -> core.PTA_LVecBase3f:
    array = core.PTA_LVecBase3f.emptyArray(6)
    node.setShaderInput("probes", array)
    node.setShaderInput("level", 1.0)
    return array


def _set_probes(array: core.PTA_LVecBase3f, colours: np.ndarray) -> None:
    array.setData(np.ascontiguousarray(colours, np.float32).tobytes())


def build_movers(world: World, parent: core.NodePath, look: Look) -> dict[str, Mover]:
    """A figure for every changing thing of ``world``, by name."""
    found: dict[str, Mover] = {}
    clips = world.library.clips() if any(world.is_person(name) for name in world.changing) else {}
    for name in sorted(world.changing):
        if world.is_person(name):
            found[name] = PersonFigure(parent, name, world.person(name), clips)
        else:
            models = {state: world.model(name, state) for state in world.states(name)}
            found[name] = PropFigure(parent, name, models, look, name not in world.standing_props, world.signs)
    return found
