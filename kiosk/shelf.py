"""The scenarios a van offers: loaded, and how far each is prepared for playing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import scenarios
from common.errors import DataError, EnvironmentLacks
from kiosk.screen import Screen
from scenarios import LoadedScenario
from sim.audio.library import build_sounds
from sim.audio.script import sounds_of
from sim.audio.voices import FOLDER as RECORDED
from sim.audio.voices import copy_recorded
from sim.log.events import Header

log = logging.getLogger(__name__)
MOST_CRASHES = 2


@dataclass
class Offer:
    """One scenario on the shelf."""

    loaded: LoadedScenario
    progress: float = 0.0
    """0..1: how much of what it needs is built; at 1 it can be played."""
    crashes: int = 0
    """How often the screen was lost while it was prepared."""
    trouble: str = ""
    """Why it cannot be played here, if it cannot."""
    pictures: dict[str, Path] = field(default_factory=dict)
    """``start``, ``replay`` and one per hazard, as they become ready."""

    @property
    def ready(self) -> bool:
        return self.progress >= 1.0


class Shelf:
    """Every scenario of the bank, by id, as it was when the van started.

    Scenarios are played and scored from copies kept by their hash: a session that a cut of power or an
    update of the bank interrupts is gone on with, and scored, exactly as it began.
    """

    def __init__(self, keep_in: Path, ids: list[str] | None = None) -> None:
        """Load the bank, or the given scenarios, and keep a copy of each.

        Raises:
            ScenarioInvalid: a file has faults.
        """
        self._keep_in = keep_in
        kept = [_kept(each, keep_in) for each in (scenarios.bank() if ids is None else ids)]
        self.offers = {each.scenario.id: Offer(each) for each in kept}

    def played(self, header: Header) -> LoadedScenario:
        """The scenario of a log, as it was played.

        Raises:
            DataError: this van has no copy of it, or cannot read it any more.
        """
        offer = self.offers.get(header.scenario)
        if offer is not None and offer.loaded.hash == header.scenario_hash:
            return offer.loaded
        return scenarios.load(_copy_of(header.scenario, header.scenario_hash, self._keep_in))

    async def prepare(self, screen: Screen, pictures: Path | None, first: Sequence[str] = ()) -> None:
        """Let a screen build what each scenario needs, first so that it can be played, then its pictures.

        The scenarios named ``first`` come before the others.

        Raises:
            EnvironmentLacks: the screen is gone. What is prepared stays so, and what crashes a screen
                twice is left out the next time.
        """
        names = dict.fromkeys((*(name for name in first if name in self.offers), *self.offers))
        order = [self.offers[name] for name in names]
        for offer in order:
            if not offer.ready and not offer.trouble:
                await _guarded(offer, _make_playable(offer, screen))
        if pictures is None:
            return
        for offer in order:
            if offer.crashes < MOST_CRASHES and not offer.trouble:
                await _guarded(offer, _draw_pictures(offer, screen, pictures))

    def unavailable(self, why: str) -> None:
        """What is not ready will not become so."""
        for offer in self.offers.values():
            if not offer.ready:
                offer.trouble = why


def _kept(scenario: str, folder: Path) -> LoadedScenario:
    """The scenario from its copy; the copy is made whole or not at all."""
    while True:
        loaded = scenarios.load(scenario)
        copy = _copy_of(loaded.scenario.id, loaded.hash, folder)
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            draft = copy.with_suffix(".draft")
            draft.write_bytes(loaded.path.read_bytes())
            draft.replace(copy)
        copy_recorded(loaded.scenario, loaded.path.parent / RECORDED, copy.parent / RECORDED)
        kept = scenarios.load(copy)
        if kept.hash == loaded.hash:
            return kept
        copy.unlink()  # the file was changed between loading and copying it


def _copy_of(scenario: str, scenario_hash: str, folder: Path) -> Path:
    return folder / _short(scenario_hash) / f"{scenario}.yaml"


def _short(scenario_hash: str) -> str:
    return scenario_hash.removeprefix("sha256:")[:24]


async def _guarded(offer: Offer, work: Coroutine[None, None, None]) -> None:
    """Count the crashes that a scenario brings about; too many, and it is offered no more."""
    try:
        await work
    except EnvironmentLacks as error:
        offer.crashes += 1
        if offer.crashes >= MOST_CRASHES and not offer.ready:
            offer.trouble = str(error)
        raise


async def _make_playable(offer: Offer, screen: Screen) -> None:
    await asyncio.to_thread(build_sounds, sounds_of(offer.loaded.scenario))
    try:
        async for share in screen.prepare(offer.loaded.path):
            offer.progress = max(offer.progress, share)
    except DataError as error:
        log.error("%s cannot be prepared: %s", offer.loaded.scenario.id, error)
        offer.trouble = str(error)


async def _draw_pictures(offer: Offer, screen: Screen, pictures: Path) -> None:
    """Another content of a scenario has another folder, so old pictures never explain a new scene."""
    folder = pictures / _short(offer.loaded.hash)
    offer.pictures = _found(folder)
    async for _ in screen.prepare(offer.loaded.path, folder):
        offer.pictures = _found(folder)


def _found(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.jpg")}
