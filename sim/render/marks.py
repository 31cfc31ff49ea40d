"""Marks over things: a tick where a hazard was found, a ring round what the redo asks for."""

from __future__ import annotations

import math

from panda3d import core

from sim.render import layers as see
from sim.render.programs import program
from sim.render.surfaces import add_light, card
from sim.state import SceneState, ThingState, Vec3
from sim.world.compose import World

GREEN = (0.30, 0.85, 0.52)
AMBER = (1.0, 0.72, 0.20)
TICK_SIZE = 0.022
"""Half the width of a tick, per metre of distance."""
RING_SIZE = 0.075
PULSE_SECONDS = 1.6


class Marks:
    """Cards that turn to the eye; they keep their size on the picture and are never hidden."""

    def __init__(self, root: core.NodePath) -> None:
        self._root = root
        self._nodes: dict[str, core.NodePath] = {}
        self._aims: dict[str, tuple[ThingState | None, Vec3]] = {}
        """Where each thing's middle was found to be, and the state that it was in then."""

    def show(self, state: SceneState, world: World, eye: Vec3) -> None:
        wanted: dict[str, tuple[str, bool]] = {}
        for hazard in state.flagged:
            wanted[f"found {hazard}"] = (world.scenario.hazards[hazard].target, False)
        if state.redo is not None and state.redo.kind == "flag" and state.redo.target:
            wanted["redo"] = (state.redo.target, True)
        for key in list(self._nodes):
            if key not in wanted:
                self._nodes.pop(key).removeNode()
        for key, (target, ring) in wanted.items():
            self._place(key, self._aim(state, world, target), ring, eye, state.session_time)

    def _aim(self, state: SceneState, world: World, target: str) -> Vec3:
        """The middle of a thing, looked for anew only when it has changed."""
        thing = state.things.get(target)
        known = self._aims.get(target)
        if known is None or known[0] != thing:
            known = self._aims[target] = thing, world.aim_point(state, target)
        return known[1]

    def _place(self, key: str, at: Vec3, ring: bool, eye: Vec3, now: float) -> None:
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = _mark_node(self._root, ring)
        node.setPos(*at)
        pulse = 1.0 + 0.12 * math.sin(2 * math.pi * now / PULSE_SECONDS) if ring else 1.0
        node.setScale(math.dist(at, eye) * (RING_SIZE if ring else TICK_SIZE) * pulse)


def _mark_node(root: core.NodePath, ring: bool) -> core.NodePath:
    node = root.attachNewNode(card())
    node.setShader(program("halo.vert", "mark.frag", RING=ring))
    add_light(node)
    node.setTransparency(core.TransparencyAttrib.MAlpha)
    node.clearAttrib(core.ColorBlendAttrib.getClassType())
    node.setDepthTest(False)
    node.setBin("fixed", 30)
    node.setShaderInput("ink", core.Vec3(*(AMBER if ring else GREEN)))
    node.node().setBounds(core.OmniBoundingVolume())
    node.node().setFinal(True)
    node.hide(see.union(see.STATIC, see.SUN, see.MOVER_SUN, see.MIRROR, see.STATIC_MIRROR))
    return node
