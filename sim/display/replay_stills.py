"""Pictures of a log: what the trainee saw and read at given seconds, or whenever something happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

import scenarios
from scenarios.model import Scenario
from sim.display.brush import put
from sim.display.controls import controls
from sim.display.stills import Stills
from sim.log import Log, read_log
from sim.play_live import replayed
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.session.happenings import FALSE_ALARM_KINDS, FOUND_KINDS
from sim.world.compose import compose

SIZE = (1280, 720)
SHOWN = {*FOUND_KINDS, *FALSE_ALARM_KINDS, "asked", "timed_out", "accident", "averted", "debrief", "redo_step"}
START = 1.0
AFTER = 0.4
"""Seconds after a happening, when its mark or panel is there to be seen."""


def replay_stills(
    log_path: Path, out: Path, at: Sequence[float] = (), progress: Callable[[float, str], None] | None = None
) -> Iterator[Path]:
    """Draw a session from its log as the trainee saw it, with captions and questions, into the folder
    ``out`` as PNG named by session second; yields each file when it is written.

    Raises:
        LogDamaged: the log is not what was written.
        ScenarioUnknown: its scenario is not in the bank.
    """
    log = read_log(log_path)
    scenario = scenarios.load(log.header.scenario).scenario
    moments = sorted(set(at)) or moments_that_matter(log, scenario)
    out.mkdir(parents=True, exist_ok=True)
    stills = Stills(Graphics(), compose(scenario), SIZE)
    try:
        for done, moment in enumerate(moments, 1):
            path = out / f"t-{moment:08.3f}.png"
            Image.fromarray(seen_at(stills, log, moment)).save(path)
            if progress:
                progress(done / len(moments), path.name)
            yield path
    finally:
        stills.close()


def seen_at(stills: Stills, log: Log, moment: float) -> NDArray[np.uint8]:
    """What was to be seen at a session second, (h, w, 3) RGB."""
    state = replayed(log, stills.world.scenario, moment).state()
    view = View(stills.world.eye(state.trainee.standpoint), state.trainee.heading, state.trainee.pitch)
    rgb = stills.picture(state, view)
    picture = np.dstack([rgb[..., ::-1], np.full(rgb.shape[:2], 255, np.uint8)])
    for control in controls(stills.world, state, view, SIZE, log.header.lang, log.header.seed):
        put(picture, control)
    return np.ascontiguousarray(picture[..., 2::-1])


def moments_that_matter(log: Log, scenario: Scenario) -> list[float]:
    """The start, and shortly after whatever happened, in session seconds."""
    end = log.last_time
    happened = [it.session_time + AFTER for it in replayed(log, scenario).happenings if it.kind in SHOWN]
    return sorted({round(min(moment, end), 3) for moment in (START, *happened)})
