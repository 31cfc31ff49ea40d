"""The scenarios a van offers: loaded, and how far each is prepared for playing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import scenarios
from common.errors import DataError, EnvironmentLacks
from kiosk.companions import companions, copy_companions, copy_whole
from kiosk.own_scenarios import OwnIdTaken, own_files
from kiosk.screen import Screen
from scenarios import LoadedScenario
from scenarios.loader import scenario_bytes
from sim.audio.library import build_sounds
from sim.audio.script import sounds_of
from sim.log.events import Header

log = logging.getLogger(__name__)
MOST_CRASHES = 2


@dataclass(eq=False)
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

    @property
    def to_build(self) -> bool:
        return not self.ready and not self.trouble

    @property
    def to_draw(self) -> bool:
        return self.crashes < MOST_CRASHES and not self.trouble


@dataclass(frozen=True)
class BadFile:
    """A scenario file that is not offered, and why; for the crew, never for a trainee."""

    path: Path
    error: DataError


class Shelf:
    """Every scenario that a van offers, by id: the bank's as they were when it started, and its own.

    Scenarios are played and scored from copies kept by their hash: a session that a cut of power or an
    update of a file interrupts is gone on with, and scored, exactly as it began.
    """

    def __init__(self, keep_in: Path, ids: list[str] | None = None, folders: Sequence[Path] = ()) -> None:
        """Load the bank, or the given scenarios, then those of the folders, and keep a copy of each.

        A file that is wrong hides no other: ``bad_files`` says what is wrong with it.
        """
        self._keep_in = keep_in
        self.offers: dict[str, Offer] = {}
        self.bad_files: list[BadFile] = []
        self._added = asyncio.Event()
        self._gone = ""
        for name in scenarios.bank() if ids is None else ids:
            self._take_in(scenarios.scenario_path(name))
        for folder in folders:
            for path in own_files(folder):
                self._take_in(path)

    def _take_in(self, path: Path) -> None:
        try:
            kept = _kept(path, self._keep_in)
            if kept.scenario.id in self.offers:
                raise OwnIdTaken(kept.scenario.id)
        except DataError as error:
            log.error("%s is not offered: %s", path, error)
            self.bad_files.append(BadFile(path, error))
        else:
            self.offers[kept.scenario.id] = Offer(kept)

    async def add(self, path: Path) -> Offer:
        """Offer a scenario that has just been published, in the place of its edition before, without a restart.

        Raises:
            DataError: the file is wrong.
        """
        offer = Offer(await asyncio.to_thread(_kept, path, self._keep_in), trouble=self._gone)
        name = offer.loaded.scenario.id
        self.offers = {name: offer} | {other: each for other, each in self.offers.items() if other != name}
        added, self._added = self._added, asyncio.Event()
        added.set()
        return offer

    async def another(self) -> None:
        """Wait until a scenario is added."""
        await self._added.wait()

    def played(self, header: Header) -> LoadedScenario:
        """The scenario of a log, as it was played.

        Raises:
            DataError: this van has no copy of it, or cannot read it any more.
        """
        offer = self.offers.get(header.scenario)
        if offer is not None and offer.loaded.hash == header.scenario_hash:
            return offer.loaded
        return scenarios.load(_copy_of(header.scenario, header.scenario_hash, self._keep_in))

    async def prepare(
        self, screen: Screen, pictures: Path | None, first: Callable[[], Sequence[str]] = lambda: ()
    ) -> None:
        """Let a screen build what each scenario needs, first so that it can be played, then its pictures.

        The scenarios that ``first`` names, asked again each time, come before the others, and what is added
        meanwhile before its turn.

        Raises:
            EnvironmentLacks: the screen is gone. What is prepared stays so, and what crashes a screen
                twice is left out the next time.
        """
        built: set[Offer] = set()
        drawn: set[Offer] = set()
        while True:
            order = self._in_order(first())
            if offer := next((each for each in order if each.to_build and each not in built), None):
                built.add(offer)
                await _guarded(offer, _make_playable(offer, screen))
            elif pictures and (offer := next((each for each in order if each.to_draw and each not in drawn), None)):
                drawn.add(offer)
                await _guarded(offer, _draw_pictures(offer, screen, pictures))
            else:
                return

    def _in_order(self, first: Sequence[str]) -> list[Offer]:
        names = dict.fromkeys((*(name for name in first if name in self.offers), *self.offers))
        return [self.offers[name] for name in names]

    def unavailable(self, why: str) -> None:
        """What is not ready will not become so."""
        self._gone = why
        for offer in self.offers.values():
            if not offer.ready:
                offer.trouble = why


def _kept(path: Path, folder: Path) -> LoadedScenario:
    """The scenario of a file, from its copy; the copy is made whole or not at all."""
    while True:
        before = scenario_bytes(path)
        loaded = scenarios.load(path)
        copy = _copy_of(loaded.scenario.id, loaded.hash, folder)
        copy_companions(loaded.scenario, path.parent, copy.parent)
        if not copy.exists():
            copy_whole(path, copy)
        if before == scenario_bytes(copy) == scenario_bytes(path) and not companions(loaded.scenario, path.parent):
            return replace(loaded, path=copy)  # the very same, and nothing beside it: it need not be read again
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
