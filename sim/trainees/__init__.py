"""Scripted trainees: they prove scenarios, try scores and show the van without anybody in it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from scenarios.model import Scenario
from sim.log import read_log
from sim.trainees.absent import Absent
from sim.trainees.perfect import Perfect
from sim.trainees.random import RandomTrainee
from sim.trainees.replaying import Replaying
from sim.trainees.trainee import Trainee

ScriptedName = Literal["perfect", "absent", "random"]
SCRIPTED: tuple[ScriptedName, ...] = ("perfect", "absent", "random")


def scripted(name: ScriptedName, scenario: Scenario, seed: int = 0) -> Trainee:
    """The scripted trainee of that name. Only the random one uses the seed.

    Raises:
        KeyError: there is none of that name.
    """
    makers = {
        "perfect": lambda: Perfect(scenario),
        "absent": Absent,
        "random": lambda: RandomTrainee(scenario, seed),
    }
    return makers[name]()


def from_log(path: Path) -> Trainee:
    """The trainee who does again what the log at ``path`` tells.

    Raises:
        LogDamaged: the log is not what was written.
    """
    return Replaying(read_log(path))


__all__ = [
    "SCRIPTED",
    "Absent",
    "Perfect",
    "RandomTrainee",
    "Replaying",
    "ScriptedName",
    "Trainee",
    "from_log",
    "scripted",
]
