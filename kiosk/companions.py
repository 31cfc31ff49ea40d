"""What lies beside a scenario's file and belongs to it: its own models and its recorded lines."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from scenarios.model import Scenario
from scenarios.own_models import placed_models
from sim.audio.voices import FOLDER as RECORDED
from sim.audio.voices import recorded_lines


def companions(scenario: Scenario, folder: Path) -> dict[str, Path]:
    """The files that belong to a loaded scenario that lies in ``folder``, by their name as seen from there."""
    folder = folder.resolve()
    files = (*(path for _, path in placed_models(scenario)), *recorded_lines(scenario, folder / RECORDED))
    return {path.relative_to(folder).as_posix(): path for path in files}


def copy_companions(scenario: Scenario, folder: Path, target: Path) -> None:
    """Copy what belongs to a scenario that lies in ``folder`` to that of its copy; each file whole or not at all."""
    for name, path in companions(scenario, folder).items():
        copy_whole(path, target / name)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file over another, which until then stays as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    with source.open("rb") as content, part.open("wb") as file:
        shutil.copyfileobj(content, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)
