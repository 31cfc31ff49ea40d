"""A ring that spreads round a hazard at the moment it is found, and tells nothing of those that are not."""

from __future__ import annotations

from sim.display.headset.shown import Pulse
from sim.state import SceneState
from sim.world.compose import World

SPREAD_SECONDS = 1.0


class Findings:
    """Watches what the trainee has found."""

    def __init__(self, world: World, state: SceneState) -> None:
        """``state``: nothing is told of what was found by then."""
        self._world = world
        self._known = frozenset(state.flagged)
        self._since: dict[str, float] = {}

    def pulses(self, state: SceneState, now: float) -> tuple[Pulse, ...]:
        """The rings of a moment, ``now`` in seconds on a clock that runs on while the session is held."""
        for hazard in state.flagged:
            if hazard not in self._known:
                self._since[hazard] = now
        self._known = frozenset(state.flagged)
        self._since = {hazard: since for hazard, since in self._since.items() if now - since < SPREAD_SECONDS}
        return tuple(
            Pulse(self._aim_point(state, hazard), (now - since) / SPREAD_SECONDS)
            for hazard, since in self._since.items()
        )

    def _aim_point(self, state: SceneState, hazard: str) -> tuple[float, float, float]:
        return self._world.aim_point(state, self._world.scenario.hazards[hazard].target)
