"""A scripted trainee plays a scenario through the whole line: to show it, to train the crew, to test."""

from __future__ import annotations

import secrets
from pathlib import Path

from common.clock import Clock
from kiosk.completion import Completion
from kiosk.finish import Finisher
from kiosk.sittings import Sitting, Sittings
from scenarios import LoadedScenario
from sim.log import LogWriter
from sim.play import header_of, play
from sim.trainees import ScriptedName, scripted

STATION = "demo"


def play_demo(
    loaded: LoadedScenario,
    trainee: ScriptedName,
    learner: str,
    logs: Path,
    sittings: Sittings,
    finisher: Finisher,
    clock: Clock,
) -> Completion:
    """Play without pictures, as fast as the machine can; the completion is safe when this returns."""
    seed = secrets.randbelow(2**31)
    header = header_of(loaded, station=STATION, learner=learner, seed=seed, started=clock.now())
    sitting = Sitting(header.session, STATION, str(loaded.path), learner, logs / f"{header.session}.jsonl")
    sittings.open(sitting)
    session, events = play(loaded.scenario, scripted(trainee, loaded.scenario, seed), seed)
    with LogWriter(sitting.log, header, clock) as log:
        for event in events:
            log.append(event)
        log.finish(session.time)
    return finisher.finish(sitting)
