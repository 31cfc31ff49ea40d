"""The page of a running session: the picture's frame. Everything in it is drawn by ``play.js``."""

from __future__ import annotations

import json
from urllib.parse import quote

from nicegui import ui

from kiosk.pages.view import View, block
from kiosk.van import STATIC_PATH

STREAM_PATH = "/kiosk/stream"
ELEMENT = "play"
WORDS = (
    "pause", "mute", "leave", "preparing", "reconnecting", "scoring", "fault", "found", "not_a_hazard", "paused",
    "stop", "resume", "nothing_there", "what_is_wrong", "never_mind",
)  # fmt: skip


def play_page(view: View) -> None:
    words = {name: view.say(f"play.{name}") for name in WORDS}
    address = f"{STREAM_PATH}/{quote(view.station.name)}"
    block("play").props(f'id="{ELEMENT}" data-stream="{address}"')
    ui.run_javascript(f'import("{STATIC_PATH}/play.js").then((page) => page.play("{ELEMENT}", {json.dumps(words)}))')
