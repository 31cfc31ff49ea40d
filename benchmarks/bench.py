"""The trainer's bench: from a changed position to the new picture, beside building the place, and beside its limit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

import scenarios
from benchmarks.figures import Effort, Figure, Spread, Tell, limit, peer, timed
from kiosk.bench.preview_player import PreviewPlayer
from scenarios.writing.check import check_text
from scenarios.writing.edit import set_value
from sim.world.library import CachedLibrary

LIMIT_S = 0.5
CHECK_LIMIT_MS = 100.0
STEP_M = 0.05


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """For each scenario: a moved prop's picture beside the place built anew and beside its limit, its processor
    seconds (what a machine would take that does nothing else), and its text read and checked."""
    player = PreviewPlayer(CachedLibrary())
    try:
        for done, scenario in enumerate(effort.scenarios):
            tell(done / len(effort.scenarios), scenario)
            yield from _of(player, scenario, effort.repeats)
    finally:
        player.close()


def _of(player: PreviewPlayer, scenario: str, repeats: int) -> Iterator[Figure]:
    loaded = scenarios.load(scenario)
    text, folder = loaded.path.read_text("utf-8"), loaded.path.parent
    whole = _seconds_until_shown(player, text, folder)
    name, prop = next(iter(loaded.scenario.props.items()))
    moved, worked = [], []
    for count in range(1, repeats + 1):
        x, y, *z = prop.at
        edited = set_value(text, ("props", name, "at"), [x + count * STEP_M, y, *z])
        began = process_time()
        moved.append(_seconds_until_shown(player, edited, folder))
        worked.append(process_time() - began)
    shown = Spread(tuple(moved))
    yield Figure("bench.moved", scenario, "s", shown, peer("whole_place", [whole]), player.renderer)
    yield Figure("bench.moved", scenario, "s", shown, limit("bench_limit", LIMIT_S), player.renderer)
    yield Figure("bench.work", scenario, "s", Spread(tuple(worked)), limit("bench_limit", LIMIT_S), player.renderer)
    checked = Spread(tuple(timed(lambda: check_text(text, "", folder), "ms") for _ in range(repeats)))
    yield Figure("bench.checked", scenario, "ms", checked, limit("check_limit", CHECK_LIMIT_MS))


def _seconds_until_shown(player: PreviewPlayer, text: str, folder: Path) -> float:
    """From a text to its picture; where the place is another one, it is built."""
    began = perf_counter()
    player.obey("show", {"text": text, "seq": 0, "folder": str(folder)})
    while player.has_work:
        player.work()
    if player.picture() is None:
        raise RuntimeError("a changed text brings no picture")
    return perf_counter() - began
