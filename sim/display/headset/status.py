"""What a station tells of its headset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from common.errors import QiancheError
from common.text import Lang

Doing = Literal["waiting", "loading", "playing", "leaving"]


@dataclass(frozen=True)
class HeadsetStatus:
    """One moment of a headset and of what is shown in it."""

    doing: Doing = "waiting"
    name: str = ""
    """Empty while no headset is connected."""
    runtime: str = ""
    refresh_hz: float = 0.0
    worn: bool = False
    controllers: tuple[str, ...] = ()
    """Interaction profiles of what is in the hands."""
    fps: float = 0.0
    """Frames over the last second."""
    dropped: int = 0
    """Frames that came too late since the headset was opened."""
    trouble: QiancheError | None = None
    """Why nothing is shown in the headset, or what has just gone wrong."""

    @property
    def connected(self) -> bool:
        return bool(self.name)

    def trouble_text(self, lang: Lang) -> str | None:
        """The trouble as a sentence."""
        return None if self.trouble is None else self.trouble.message(lang)
