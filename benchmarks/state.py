"""The state of the scene at any moment, as a replay and a picture need it, beside the time of one picture."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import scenarios
import scoring
from benchmarks.figures import Effort, Figure, Spread, Tell, limit, timed
from scenarios import LoadedScenario
from sim.log import Log, read_log
from sim.play import play_headless
from sim.play_live import replayed
from sim.trainees import scripted

FRAME_US = 1e6 / 60
SEED = 2026


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Microseconds for the state of a session that stands at a moment, and for going there from the start."""
    for done, scenario in enumerate(effort.scenarios):
        tell(done / len(effort.scenarios), scenario)
        loaded = scenarios.load(scenario)
        log = _played(loaded, effort.folder)
        chosen = random.Random(SEED)
        moments = [chosen.uniform(0, log.last_time) for _ in range(effort.burst)]
        sessions = [replayed(log, loaded.scenario, moment) for moment in moments]

        def states(sessions=sessions) -> None:
            for session in sessions:
                session.state()

        def scrubs(moments=moments, log=log, loaded=loaded) -> None:
            for moment in moments:
                replayed(log, loaded.scenario, moment).state()

        for name, work in (("state", states), ("scrub", scrubs)):
            values = Spread(tuple(timed(work, "us") / effort.burst for _ in range(effort.repeats)))
            yield Figure(f"state.{name}", scenario, "us", values, limit("frame", FRAME_US))


def _played(loaded: LoadedScenario, within: Path) -> Log:
    """The log of a session that runs through everything: accident, debrief and redo."""
    with TemporaryDirectory(dir=within) as folder:
        path = Path(folder) / "session.jsonl"
        play_headless(loaded, scripted("absent", loaded.scenario), path, scorer=scoring.score)
        return read_log(path)
