"""A headset that nobody wears: a script plays in it, as fast as it is let."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.plain_screen import hud
from scenarios import LoadedScenario
from sim.display.headset.status import HeadsetStatus
from sim.log import LogWriter, recover
from sim.log.events import Event, Header, Stop
from sim.play import moments
from sim.play_live import replayed
from sim.trainees import ScriptedName, scripted

FRAME_S = 0.002
PICTURE = b"\xff\xd8 a picture of what the trainee sees \xff\xd9"


class FakeHeadset:
    """Does what a headset's player does, without graphics. ``going`` says whether the trainee may do one thing more;
    it is given how many they have done in this session, here."""

    def __init__(
        self,
        trainee: ScriptedName = "perfect",
        going: Callable[[int], bool] = lambda done: True,
        picture: bytes = PICTURE,
    ) -> None:
        self.status = HeadsetStatus(
            name="Scripted headset", runtime="No runtime", refresh_hz=90.0, worn=True, fps=89.6,
            controllers=("touch",),
        )  # fmt: skip
        self.mirror_wanted = False
        self.begun: list[tuple[str, bool]] = []
        """Session and ``first_time`` of everything that was begun here."""
        self.looks = 0
        """How many pictures were asked for."""
        self._trainee, self._going, self._picture = trainee, going, picture
        self._said: list[dict[str, Any]] = []
        self._moments: Iterator[Event | None] | None = None

    def begin(self, loaded: LoadedScenario, header: Header, log_path: Path, *, first_time: bool) -> None:
        self.begun.append((header.session, first_time))
        self._scenario = loaded.scenario
        if log_path.exists():
            self._session = replayed(recover(log_path), loaded.scenario)
            self._log = LogWriter.reopen(log_path)
        else:
            self._log = LogWriter(log_path, header)
            self._session = replayed(recover(log_path), loaded.scenario)
        self._moments = moments(self._session, scripted(self._trainee, loaded.scenario, header.seed))
        self._done = 0
        self.status = replace(self.status, doing="playing")
        self._tell()

    def step(self) -> None:
        if self._moments is None or not self._going(self._done):
            time.sleep(FRAME_S)
            return
        event = next(self._moments)
        self._done += 1
        if event is not None:
            self._log.append(event)
        self._tell()
        if self._session.ended:
            self._end()

    def _tell(self) -> None:
        self._said.append(hud(self._scenario, self._session.state()))

    def _end(self) -> None:
        self._log.finish(self._session.time)
        self._moments = None
        self.status = replace(self.status, doing="waiting")
        self._said.append({"type": "ended"})

    def stop(self, by: str) -> None:
        if self._moments is not None:
            stop = Stop(t=max(self._session.time, recover(self._log.path).last_time), by=by)
            self._session.apply(stop)
            self._log.append(stop)
            self._end()

    def messages(self) -> list[dict[str, Any]]:
        said, self._said = self._said, []
        return said

    def mirror(self) -> bytes | None:
        self.looks += 1
        return self._picture

    def close(self) -> None:
        if self._moments is not None:
            self._log.close()
