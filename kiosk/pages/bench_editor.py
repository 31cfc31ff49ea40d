"""The bench's editor: the text of one draft, its place beside it. What is in it is drawn by ``bench.js``."""

from __future__ import annotations

import json
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends
from nicegui import ui

from common.text import catalogue
from common.web.accounts import User
from common.web.frame import Frame, page_frame
from common.web.login import require_role
from kiosk.bench.bench import Bench
from kiosk.bench.drafts import DraftUnknown
from kiosk.bench.library import BENCH_PATH, WRITERS
from kiosk.bench.line import DESK_PATH
from kiosk.pages.view import block
from kiosk.van import STATIC_PATH

Writer = Annotated[User, Depends(require_role(*WRITERS))]
WORDS = "bench.editor."
ELEMENT = "bench"


def register_editor_page(bench: Bench) -> None:
    """``/bench/{draft}``, behind the log-in."""

    @ui.page("/bench/{draft}")
    def page(draft: str, user: Writer) -> None:
        with page_frame("bench.title") as frame:
            ui.query(".page-content").classes("bench-page")
            try:
                text = bench.drafts.read(draft)
            except DraftUnknown as unknown:
                ui.query(".page-content").classes(remove="bench-page")
                ui.label(unknown.message(frame.lang)).classes("notice notice-bad")
                ui.link(frame.say("bench.editor.back"), "/bench")
                return
            ui.add_head_html(f'<link rel="stylesheet" href="{STATIC_PATH}/bench.css">')
            _editor(frame, draft, text, user)


def _editor(frame: Frame, draft: str, text: str, user: User) -> None:
    with block("bench").props(f'id="{ELEMENT}"'):
        with block("bench-left"):
            with block("bench-head"):
                with ui.link(target="/bench"):
                    ui.icon("arrow_back")
                    ui.label(frame.say("bench.editor.back"))
                ui.label(f"{draft}.yaml").classes("bench-file")
            editor = ui.codemirror(text, language="YAML", theme="basicLight", indent="  ", line_wrapping=True)
        block("bench-right")
    settings = {
        "words": _words(frame),
        "lang": frame.lang,
        "line": f"{DESK_PATH}/{quote(draft)}",
        "props": f"{BENCH_PATH}/props.json",
        "links": {
            "user": user.name,
            "file": f"{BENCH_PATH}/drafts/{quote(draft)}/yaml",
            "trial": f"/bench/{quote(draft)}/play",
            "archive": f"{BENCH_PATH}/drafts/{quote(draft)}/export",
        },
    }
    given = json.dumps(settings, ensure_ascii=False)
    ui.run_javascript(f'import("{STATIC_PATH}/bench.js").then((page) => page.open("{ELEMENT}", {editor.id}, {given}))')


def _words(frame: Frame) -> dict[str, str]:
    """Every text of the editor in the visitor's language, by the last part of its key."""
    return {key.removeprefix(WORDS): said[frame.lang] for key, said in catalogue().items() if key.startswith(WORDS)}
