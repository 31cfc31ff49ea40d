"""The three times of a session, counted in whole microseconds so that nothing drifts.

``session`` is real time since the scene was first shown. ``running`` is that without the pauses.
``scene`` is the time of the scene, which also stands still while a decision is open. Whole numbers
make a session that is advanced in a thousand pieces end exactly like one advanced in a single leap.
"""

from __future__ import annotations

from dataclasses import dataclass

Micros = int
PER_SECOND = 1_000_000


def micros(seconds: float) -> Micros:
    """Seconds as whole microseconds."""
    return round(seconds * PER_SECOND)


def seconds(time: Micros) -> float:
    """Microseconds as seconds."""
    return time / PER_SECOND


@dataclass(slots=True)
class Times:
    """Where the three times stand."""

    session: Micros = 0
    running: Micros = 0
    scene: Micros = 0

    def pass_by(self, span: Micros, *, paused: bool, scene_runs: bool) -> None:
        """Let ``span`` of real time pass."""
        self.session += span
        if not paused:
            self.running += span
            if scene_runs:
                self.scene += span
