"""Visible effects: flash, fire, smoke, water, debris and guide lines, all functions of their age.

An effect is made of layers (``recipes``): clouds of cards, strokes along a line, a rising surface, shards
that fall. Each layer is one node whose look follows from the effect's age alone, so a replay may show any
second in any order.
"""

from __future__ import annotations

from panda3d import core

from assets.mesh import Lamp
from sim.render.effects.layer import Layer, Spot, anchor
from sim.render.effects.recipes import layers_of
from sim.render.effects.shine import shine_of
from sim.state import EffectState, SceneState, Vec3
from sim.world.probes import ProbeGrid


class Effects:
    """The layers of the effects that run now."""

    def __init__(self, parent: core.NodePath, noise: int, probes: ProbeGrid) -> None:
        self._parent, self._noise, self._probes = parent, noise, probes
        self._running: dict[tuple[object, ...], list[Layer]] = {}

    def show(self, state: SceneState, eye: Vec3) -> None:
        """Bring the effects to a moment, seen from ``eye``."""
        shown = {_key(effect): effect for effect in state.effects if effect.name != "flash" or effect.at is not None}
        for key in [key for key in self._running if key not in shown]:
            for layer in self._running.pop(key):
                layer.node.removeNode()
        for key, effect in shown.items():
            if key not in self._running:
                spot = Spot(self._parent, self._noise, self._probes.at(anchor(effect)).mean(0))
                self._running[key] = layers_of(effect, spot)
            for layer in self._running[key]:
                layer.show(effect, eye)


def lamps_of(state: SceneState) -> list[Lamp]:
    """The light that the effects of a moment throw around them: fires, blasts, arcs, molten metal."""
    return [lamp for effect in state.effects for lamp in shine_of(effect)]


def _key(effect: EffectState) -> tuple[object, ...]:
    return (effect.name, effect.at, effect.along, effect.seed, effect.size, effect.colour)


__all__ = ["Effects", "lamps_of"]
