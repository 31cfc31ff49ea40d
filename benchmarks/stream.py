"""Pictures a second that a station gets while its trainee looks about, beside the limit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from math import sin
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import scenarios
from benchmarks.figures import Effort, Figure, Spread, Tell, limit
from scenarios import LoadedScenario
from sim.display.stream import StreamDisplay
from sim.play import header_of

LIMIT_PER_S = 30.0
SIZE = (960, 540)
SETTLE_S = 3.0
SWEEP, PACE = 60.0, 0.9
"""Degrees to either side, and how fast: the view turns at up to their product of degrees a second."""
STARTED = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Pictures a second as JPEG in the process that asked for them; each value is that of one second."""
    for done, scenario in enumerate(effort.scenarios):

        def prepared(share: float, done: int = done, scenario: str = scenario) -> None:
            tell((done + share) / len(effort.scenarios), scenario)

        rates, renderer = asyncio.run(_watched(scenarios.load(scenario), effort, prepared))
        beside = limit("picture_rate", LIMIT_PER_S)
        yield Figure("stream.rate", scenario, "per_s", Spread(tuple(rates)), beside, renderer)


async def _watched(loaded: LoadedScenario, effort: Effort, prepared) -> tuple[list[float], str]:
    display = StreamDisplay(*SIZE)
    await display.start()
    try:
        async for share in display.prepare(loaded.path):
            prepared(share * 0.9)
        with TemporaryDirectory(dir=effort.folder) as folder:
            header = header_of(loaded, station="bench", kind="touch", started=STARTED)
            await display.begin(loaded.path, header, Path(folder) / "log.jsonl")
            arrivals = await _look_about(display, loaded, SETTLE_S + effort.stream_seconds)
            display.send({"kind": "stop", "by": "crew"})
            await display.leave()
            await display.close()
        return _each_second([at - SETTLE_S for at in arrivals if at >= SETTLE_S]), display.renderer
    finally:
        await display.close()


async def _look_about(display: StreamDisplay, loaded: LoadedScenario, seconds: float) -> list[float]:
    """Turn the view with every picture; when each arrived, in seconds."""
    first, number, arrivals, began = loaded.scenario.standpoints[0].heading, 0, [], perf_counter()
    while (now := perf_counter() - began) < seconds:
        display.send({"kind": "look", "h": first + SWEEP * sin(PACE * now), "p": -4.0})
        number, _ = await display.next_frame(number)
        arrivals.append(perf_counter() - began)
    return arrivals


def _each_second(arrivals: list[float]) -> list[float]:
    """The rate over every whole second: the pictures' number by the time from the first to the last of them."""
    rates = []
    for second in range(int(arrivals[-1])):
        within = [at for at in arrivals if second <= at <= second + 1]
        rates.append((len(within) - 1) / (within[-1] - within[0]) if len(within) > 1 else float(len(within)))
    return rates
