"""The page of a running session: the picture's frame. Everything in it is drawn by ``play.js``."""

from __future__ import annotations

import json
from urllib.parse import quote

from nicegui import ui

from common.text import Lang, text
from kiosk.pages.view import View, block
from kiosk.sounds import lines_address, sounds_address
from kiosk.van import STATIC_PATH
from sim.audio.script import sounds_of

STREAM_PATH = "/kiosk/stream"
ELEMENT = "play"
WORDS = (
    "pause", "mute", "captions", "leave", "preparing", "reconnecting", "scoring", "fault", "found", "not_a_hazard",
    "paused", "stop", "resume", "nothing_there", "what_is_wrong", "do", "never_mind", "beat",
)  # fmt: skip


def play_page(view: View) -> None:
    play = view.player.play
    play_element(
        view.lang,
        stream=f"{STREAM_PATH}/{quote(view.station.name)}",
        lines=lines_address(view.station.name),
        heard=sounds_of(play.scenario) if play else [],
        sound_captions=view.van.settings.sound_captions,
    )


def play_element(lang: Lang, *, stream: str, lines: str, heard: list[str], sound_captions: bool) -> None:
    """The frame of the picture: ``stream`` is the address of its line, ``lines`` of what is said, ``heard`` the
    sounds to have ready."""
    words = {name: text(f"kiosk.play.{name}", lang) for name in WORDS}
    data = {
        "stream": stream,
        "sounds": sounds_address(),
        "lines": lines,
        "heard": json.dumps(heard),
        "sound-captions": json.dumps(sound_captions),
    }
    element = block("play").props(f'id="{ELEMENT}"')
    for name, value in data.items():
        element.props[f"data-{name}"] = value
    ui.run_javascript(f'import("{STATIC_PATH}/play.js").then((page) => page.play("{ELEMENT}", {json.dumps(words)}))')
