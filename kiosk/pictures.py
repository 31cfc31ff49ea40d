"""The scenarios' pictures for cards and results: drawn once, by a process of their own, behind everything else."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from pathlib import Path

import scenarios
from kiosk.shelf import Offer

log = logging.getLogger(__name__)
DONE = "done"
"""A file of this name in a scenario's folder says that none is missing."""
LOW_PRIORITY = 10


def folder_of(pictures: Path, offer: Offer) -> Path:
    """Where a scenario's pictures lie: another content, another folder."""
    return pictures / offer.loaded.hash.removeprefix("sha256:")[:24]


async def keep_pictures(offer: Offer, pictures: Path) -> None:
    """Show the pictures that are there, and have the missing ones drawn."""
    folder = folder_of(pictures, offer)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / DONE).exists():
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kiosk.pictures", str(offer.loaded.path), str(folder),
            stdout=asyncio.subprocess.DEVNULL, env=dict(os.environ, PYTHONUTF8="1"),
        )  # fmt: skip
        try:
            while await _still_drawing(process):
                offer.pictures = _found(folder)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode:
            log.error("the pictures of %s could not be drawn (exit code %s)", offer.loaded.path, process.returncode)
    offer.pictures = _found(folder)


async def _still_drawing(process: asyncio.subprocess.Process) -> bool:
    try:
        await asyncio.wait_for(process.wait(), 1.0)
    except TimeoutError:
        return True
    return False


def _found(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.jpg")}


def draw(scenario_path: Path, folder: Path) -> None:
    """Draw every picture of a scenario that is missing in ``folder``."""
    from sim.display.stills import Stills, save_jpeg, scenario_pictures
    from sim.render.graphics import Graphics
    from sim.world.compose import compose

    graphics = Graphics()
    stills = Stills(graphics, compose(scenarios.load(scenario_path).scenario))
    for name, picture in scenario_pictures(stills):
        save_jpeg(picture, folder / f"{name}.jpg")
    stills.close()
    graphics.close()
    (folder / DONE).touch()


def main() -> None:
    parser = argparse.ArgumentParser(prog="kiosk.pictures", description=__doc__)
    parser.add_argument("scenario", type=Path)
    parser.add_argument("folder", type=Path)
    wanted = parser.parse_args()
    if hasattr(os, "nice"):
        os.nice(LOW_PRIORITY)
    draw(wanted.scenario, wanted.folder)


if __name__ == "__main__":
    main()
