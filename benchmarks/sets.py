"""Every set of the library: what its first view costs, how soon it is loaded, how many pictures a second it gives.

Each set is loaded and drawn in a process of its own, as a station's is when the van is on: nothing of any place is
in memory yet. Pictures are those of the
stream, JPEG included, while the view turns and the people move.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import sin
from time import perf_counter

import numpy as np
import simplejpeg

from assets.sets import place_set, set_names
from benchmarks.figures import Effort, Figure, Spread, Tell, limit

LIMIT_PER_S, LOAD_S = 30.0, 2.0
SIZE = (960, 540)
SWEEP, PACE = 60.0, 0.9
SECONDS = 4.0
JPEG_QUALITY = 82


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Four figures for each set."""
    from sim.render.cost import MOST_GEOMS, MOST_TRIANGLES

    names = set_names()
    for done, name in enumerate(names):
        tell(done / len(names), name)
        _in_a_new_process(name, paint=True)
        said = _in_a_new_process(name, paint=False)
        drawn_by = said["renderer"]
        yield Figure("sets.geoms", name, "count", Spread((said["geoms"],)), limit("geom_budget", MOST_GEOMS))
        yield Figure(
            "sets.triangles", name, "count", Spread((said["triangles"],)), limit("triangle_budget", MOST_TRIANGLES)
        )
        yield Figure("sets.load", name, "s", Spread((said["load"],)), limit("load_budget", LOAD_S), drawn_by)
        yield Figure(
            "sets.rate", name, "per_s", Spread(tuple(said["rates"])), limit("picture_rate", LIMIT_PER_S), drawn_by
        )


def _in_a_new_process(name: str, *, paint: bool) -> dict:
    command = [sys.executable, "-m", "benchmarks.sets", name, *(["--paint"] if paint else [])]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout)


def shown_once(name: str, *, paint: bool) -> dict:
    """Load a set and look about in it for some seconds; ``paint`` only fills the caches with its faces."""
    from sim.display.scenery import Scenery
    from sim.display.set_stills import set_state, set_view
    from sim.render.cost import view_cost
    from sim.render.graphics import Graphics
    from sim.state import TraineeState
    from sim.world.compose import compose_set
    from sim.world.library import CachedLibrary

    graphics, library = Graphics(), CachedLibrary().open()
    began = perf_counter()
    shown = place_set(name)
    world = compose_set(shown, library)
    scenery = Scenery(graphics, world, SIZE)
    view = replace(set_view(world, shown.views[0]), eye=world.eye(0))

    def jpeg(seconds: float) -> bytes:
        heading = view.heading + SWEEP * sin(PACE * seconds)
        state = set_state(shown, view, shown.moment + seconds)
        state = replace(state, trainee=TraineeState(0, view.eye, heading, view.pitch))
        image = np.ascontiguousarray(scenery.picture(state))
        return simplejpeg.encode_jpeg(image, JPEG_QUALITY, "BGRA", "420", fastdct=True)

    jpeg(0.0)
    said = {"load": perf_counter() - began, "renderer": graphics.gsg.getDriverRenderer()}
    if paint:
        for _ in scenery.prepare():
            pass
    else:
        cost = view_cost(world, view)
        said |= {"geoms": cost.geoms, "triangles": cost.triangles, "rates": _rates(jpeg)}
    scenery.close()
    graphics.close()
    return said


def _rates(jpeg: Callable[[float], bytes]) -> list[float]:
    """Pictures in each of some seconds, after one that loads the faces beside the first view."""
    rates, began = [], perf_counter()
    for second in range(int(SECONDS) + 1):
        count, start = 0, perf_counter()
        while perf_counter() - start < 1.0:
            jpeg(perf_counter() - began)
            count += 1
        if second:
            rates.append(count / (perf_counter() - start))
    return rates


if __name__ == "__main__":
    print(json.dumps(shown_once(sys.argv[1], paint="--paint" in sys.argv)))
