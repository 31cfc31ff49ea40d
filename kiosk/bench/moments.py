"""What a text under the hands shows at each second: played by a script where it can be, else by its paths alone."""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.model import Scenario
from sim.log.events import Event
from sim.play import play
from sim.play_cursor import PlayCursor
from sim.session.clock import micros
from sim.session.stance import EYE_HEIGHT
from sim.session.things import things_of
from sim.state import SceneState, TraineeState
from sim.trainees import ScriptedName, scripted
from sim.world.setting import Setting


class Moments:
    """The states of one text. Nothing is played before a second after the first is asked for."""

    def __init__(self, setting: Setting, scenario: Scenario | None, trainee: ScriptedName, seed: int) -> None:
        """``scenario`` is None while the text has faults: then only its paths are followed."""
        self._scenario, self._trainee, self._seed = scenario, trainee, seed
        self._things = things_of(setting)
        self._cursor: PlayCursor | None = None

    def at(self, seconds: float) -> SceneState:
        """The state at a second of the session, or of the scene while nothing can be played."""
        if self._scenario is None:
            return self._on_paths(seconds)
        if self._cursor is None:
            events = self._events() if seconds > 0 else []
            cursor = PlayCursor(self._scenario, self._seed, events)
            if seconds <= 0:
                return cursor.at(0.0)
            self._cursor = cursor
        return self._cursor.at(seconds)

    def _events(self) -> Sequence[Event]:
        return play(self._scenario, scripted(self._trainee, self._scenario, self._seed), self._seed)[1]

    def _on_paths(self, seconds: float) -> SceneState:
        things = {name: thing.at(micros(seconds)) for name, thing in self._things.items()}
        trainee = TraineeState(0, (0.0, 0.0, EYE_HEIGHT), 0.0, 0.0)
        return SceneState(seconds, seconds, "scene", False, trainee, things)
