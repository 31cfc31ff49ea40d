"""Reduced flashes, for whom they may harm: a scene without what flashes or flickers."""

from __future__ import annotations

from dataclasses import replace

from sim.state import EffectState, LightState, SceneState

SLOWEST_FLASH = 0.8
"""Seconds that a lamp takes at least from dark to its full light or back."""
STEADY_AGE = 0.25
"""An arc looks all the time as it does so many seconds after it began."""


class Calm:
    """Takes the flashes out of one session's moments; they are given in the order of their time."""

    def __init__(self) -> None:
        self._levels: dict[str, float] = {}
        self._at: float | None = None

    def __call__(self, state: SceneState) -> SceneState:
        """The moment without flashes: lamps change slowly, arcs are steady, white fades are black."""
        fade = ("black", state.fade[1]) if state.fade is not None else None
        effects = tuple(_steady(effect) for effect in state.effects if effect.name != "flash")
        return replace(state, lights=self._eased(state), effects=effects, fade=fade)

    def _eased(self, state: SceneState) -> dict[str, LightState]:
        most = 1.0 if self._at is None else max(0.0, state.session_time - self._at) / SLOWEST_FLASH
        self._at = state.session_time
        levels = {name: light.level for name, light in state.lights.items()}
        for name in self._levels.keys() - levels.keys():
            levels[name] = 1.0  # back to its own light
        for name, wanted in levels.items():
            now = self._levels.get(name, 1.0)
            self._levels[name] = now + max(-most, min(most, wanted - now))
        self._levels = {name: level for name, level in self._levels.items() if name in state.lights or level != 1.0}
        return {name: LightState(level) for name, level in self._levels.items()}


def _steady(effect: EffectState) -> EffectState:
    return replace(effect, age=min(effect.age, STEADY_AGE)) if effect.name == "arc" else effect
