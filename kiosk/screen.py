"""What plays a session for a station: draws it, or does not, and takes intents."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Protocol

from sim.log.events import Header

Message = dict[str, Any]
"""What a display says, ``type`` first: ``hud`` what the page shows over the picture; ``pointed`` the
thing under the finger and the choices; ``ended``; ``fault``."""


class Screen(Protocol):
    """A display of ``sim`` as the kiosk uses it: one session at a time."""

    async def start(self) -> None:
        """Bring it up; again after a crash.

        Raises:
            EnvironmentLacks: the machine cannot draw.
        """

    def prepare(self, scenario_path: Path, pictures: Path | None = None) -> AsyncIterator[float]:
        """Build what the scenario needs, ahead of time, and its still pictures into a folder if one is
        named; yields how much is done, 1.0 last. Waits while a session is played.

        Raises:
            DataError: the scenario is wrong.
            EnvironmentLacks: the screen is gone.
        """

    async def begin(self, scenario_path: Path, header: Header, log_path: Path) -> None:
        """Play a new session, or go on with the one in an unfinished log.

        Raises:
            DataError: the scenario or the log is wrong.
            EnvironmentLacks: the screen is gone.
        """

    def send(self, intent: dict[str, Any]) -> None:
        """Do what the trainee asks."""

    async def next_frame(self, after: int) -> tuple[int, bytes]:
        """The next picture (its number, JPEG) after number ``after``; waits for it."""

    def messages(self) -> AsyncIterator[Message]:
        """What it says, until it is closed or gone."""

    async def close(self) -> None:
        """End it; its session's log stays unfinished."""
