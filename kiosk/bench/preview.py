"""The bench's picture for asyncio: a process of its own draws the place of the text that is being written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sim.display.drawing_process import DrawingProcess


class Preview(DrawingProcess):
    """Draws one text. ``messages`` gives, besides ``fault``: ``building`` (a place is built, which takes seconds),
    ``map`` and ``plan`` (the view from above), ``shown`` and ``kept`` (a text is shown, or too broken for it),
    ``moment`` (where everything is at the second that is shown), ``marked``, ``pointed``."""

    def __init__(self, cache: Path | None = None, library: str | None = None) -> None:
        """``cache`` and ``library`` as ``StreamDisplay`` takes them."""
        super().__init__("kiosk.bench.preview_process", ["--library", library] if library else [], cache)

    def show(self, text: str, seq: int, folder: Path) -> None:
        """Show a text, the ``seq``-th; the trainer's own models lie in ``folder``."""
        self._tell({"do": "show", "text": text, "seq": seq, "folder": str(folder)})

    def send(self, command: dict[str, Any]) -> None:
        """``look`` (at, height, h, p), ``time`` (seconds), ``play`` (trainee, seed), ``mark`` (name) or ``point``
        (x, y), as ``do``."""
        self._tell(command)
