"""What is being built at the first start, as a progress bar beside the running van."""

from __future__ import annotations

import threading
from collections.abc import Callable

from common.text import text
from qianche.console import lang, progress_bar, say
from scenarios.model import Text

LOOK_EVERY_S = 0.5
Readiness = Callable[[], list[tuple[Text, float]]]


def show_preparing(readiness: Readiness, stopping: threading.Event) -> threading.Thread:
    """Show how far every scene is until all are ready, or ``stopping`` is set; says when one is ready."""
    thread = threading.Thread(target=_show, args=(readiness, stopping), daemon=True)
    thread.start()
    return thread


def _show(readiness: Readiness, stopping: threading.Event) -> None:
    told: set[str] = set()
    with progress_bar("cli.progress.scenes") as progress:
        while not stopping.wait(LOOK_EVERY_S):
            scenes = readiness()
            for title, share in scenes:
                if share >= 1 and title.en not in told:
                    told.add(title.en)
                    say("cli.van_started.scene_ready", scenario=getattr(title, lang()))
            if not scenes or len(told) == len(scenes):
                return
            building = next(title for title, share in scenes if share < 1)
            done = sum(share for _, share in scenes) / len(scenes)
            progress(done, text("cli.van_started.building", lang(), scenario=getattr(building, lang())))
