"""What staff are told of names whose characters are not in our fonts, before and after a certificate is issued."""

from __future__ import annotations

from collections.abc import Iterable

from nicegui import ui

from common.web.frame import Frame
from ledger.certificates.glyphs import rare_in


def show_rare_names(frame: Frame, names: Iterable[str]) -> None:
    """Say of each name with rare characters how it will stand on paper; nothing where all can be drawn by us."""
    for name in names:
        for kind in ("none", "machine"):
            rare = [each for each in rare_in(name) if each.source == kind]
            if rare:
                shown = " ".join(f"{each.character}（{each.code}）" for each in rare)
                tone = "bad" if kind == "none" else "wait"
                with ui.row().classes(f"notice notice-{tone}").props("role=status"):
                    ui.label(frame.say(f"certificates.rare.{kind}", name=name, characters=shown))
