"""A draft played by whoever writes it, as a trainee would: quickly drawn, and nothing of it is kept."""

from __future__ import annotations

import asyncio
import logging
import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

from common.clock import Clock
from common.errors import EnvironmentLacks
from common.text import Lang
from kiosk.play import Play, ScreenGone
from kiosk.player import report_failure
from kiosk.screen import Screen
from scenarios import LoadedScenario
from scoring import score
from sim.audio.library import build_sounds
from sim.audio.script import sounds_of
from sim.audio.voices import FOLDER as RECORDED
from sim.audio.voices import Voices
from sim.play import PlayResult, header_of, result_of

log = logging.getLogger(__name__)
STATION = "bench"


class Trial:
    """One session of one draft, from when its page is opened until that is closed."""

    def __init__(self, loaded: LoadedScenario, screen: Screen, lang: Lang, clock: Clock) -> None:
        self.scenario, self.lang = loaded.scenario, lang
        self.result: PlayResult | None = None
        """How it went, once it is over."""
        self.trouble: EnvironmentLacks | None = None
        """Why it cannot be drawn."""
        self._loaded, self._screen = loaded, screen
        self._header = header_of(
            loaded, station=STATION, learner="anonymous", lang=lang, seed=secrets.randbelow(2**31), kind="touch",
            started=clock.now(),
        )  # fmt: skip
        voices = Voices(lang, loaded.path.parent / RECORDED, None)
        self.play = Play(self._header.session, loaded.scenario, screen, voices)
        self.ready = asyncio.Event()
        """When the session can be seen."""
        self._run = asyncio.create_task(self._through())
        self._run.add_done_callback(report_failure)

    async def _through(self) -> None:
        with TemporaryDirectory(prefix="qianche-trial-") as folder:
            log_path = Path(folder) / "trial.jsonl"
            try:
                await asyncio.to_thread(build_sounds, sounds_of(self.scenario))
                await self._screen.start()
                await self._screen.begin(self._loaded.path, self._header, log_path)
                self.ready.set()
                await self.play.run()
            except (EnvironmentLacks, ScreenGone) as gone:
                log.error("the trial of %s is gone: %s", self.scenario.id, gone)
                self.trouble = EnvironmentLacks("bench.fault.no_picture")
            else:
                self.result = await asyncio.to_thread(result_of, log_path, self.scenario, score)

    async def close(self) -> None:
        """End it, wherever it stands."""
        self._run.cancel()
        await asyncio.gather(self._run, return_exceptions=True)
        await self._screen.close()
