"""From a scenario's name to its first picture with everything in the cache on the disk, beside the budget.

Each run is a process of its own, so that nothing of any place is in memory yet. Starting Python, importing, opening
the graphics and reading what every place needs (names, movements, textures) are not counted: a station's process has
done that when the van is on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter, process_time

from benchmarks.figures import Effort, Figure, Spread, Tell, limit

BUDGET_S = 2.0
SIZE = (960, 540)
READY, SHOWN, WORK = "ready", "shown", "work"
"""Seconds until the scene is ready and until its first picture, and processor seconds until that: what a machine
would take that does nothing else."""
MOST_RUNS = 5


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Three figures for each scenario, see ``READY``."""
    runs = min(effort.repeats, MOST_RUNS)
    steps, done = len(effort.scenarios) * (runs + 1), 0
    for scenario in effort.scenarios:
        said = []
        for run in range(runs + 1):
            tell(done / steps, scenario)
            said.append(_in_a_new_process(scenario, paint=run == 0))
            done += 1
        counted = said[1:]  # the first filled the caches
        for name in (READY, SHOWN, WORK):
            values = Spread(tuple(each[name] for each in counted))
            beside = limit("load_budget", BUDGET_S)
            yield Figure(f"warm_load.{name}", scenario, "s", values, beside, counted[0]["renderer"])


def _in_a_new_process(scenario: str, *, paint: bool) -> dict[str, float | str]:
    command = [sys.executable, "-m", "benchmarks.warm_load", scenario, *(["--paint"] if paint else [])]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout)


def load_once(scenario_id: str, *, paint: bool) -> dict[str, float | str]:
    """Load and draw a scenario; ``paint`` first fills the caches with the faces of its standpoints."""
    import scenarios
    from sim.display.scenery import Scenery
    from sim.render.graphics import Graphics
    from sim.session import Session
    from sim.world.compose import compose
    from sim.world.library import CachedLibrary

    graphics, library = Graphics(), CachedLibrary().open()
    began, worked = perf_counter(), process_time()
    loaded = scenarios.load(scenario_id)
    scenery = Scenery(graphics, compose(loaded.scenario, library), SIZE)
    ready = perf_counter() - began
    scenery.picture(Session(loaded.scenario).state())
    shown, work = perf_counter() - began, process_time() - worked
    if paint:
        for _ in scenery.prepare():
            pass
    renderer = graphics.gsg.getDriverRenderer()
    scenery.close()
    graphics.close()
    return {READY: ready, SHOWN: shown, WORK: work, "renderer": renderer}


if __name__ == "__main__":
    print(json.dumps(load_once(sys.argv[1], paint="--paint" in sys.argv)))
