"""A draft played from the bench: the trainee's page, and at its end how it went."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, WebSocket
from nicegui import ui

from common.errors import QiancheError
from common.text import Lang, text
from common.web.accounts import User
from common.web.language import language_of
from common.web.login import current_user, require_role
from common.web.theme import apply_theme
from kiosk.bench.bench import Bench
from kiosk.bench.library import BENCH_PATH, WRITERS
from kiosk.bench.trial import Trial
from kiosk.pages.play_page import play_element
from kiosk.pages.view import block
from kiosk.sounds import sounds_address
from kiosk.stream import NOT_YOURS, NOTHING_PLAYS, serve_play
from kiosk.van import STATIC_PATH
from sim.audio.script import sounds_of

Writer = Annotated[User, Depends(require_role(*WRITERS))]
TRIAL_PATH = f"{BENCH_PATH}/trial"
LOOK_S = 0.5


def register_trial_page(bench: Bench) -> None:
    """``/bench/{draft}/play``, behind the log-in."""

    @ui.page("/bench/{draft}/play")
    async def page(draft: str, _user: Writer) -> None:
        lang = language_of(ui.context.client.request)
        apply_theme(lang)
        for sheet in ("kiosk", "play", "bench"):
            ui.add_head_html(f'<link rel="stylesheet" href="{STATIC_PATH}/{sheet}.css">')
        try:
            trial = await bench.try_out(draft, lang)
        except QiancheError as refused:
            ui.label(refused.message(lang)).classes("notice notice-bad")
            _back(draft, lang)
            return
        _playing(bench, trial, draft)


def trial_router(bench: Bench) -> APIRouter:
    """``/kiosk/bench/trial/{draft}``: the line of the page that plays a draft."""
    router = APIRouter()

    @router.websocket(TRIAL_PATH + "/{draft}")
    async def line(socket: WebSocket, draft: str) -> None:
        user = current_user(socket)
        await socket.accept()
        if user is None or not user.may(*WRITERS):
            await socket.close(NOT_YOURS)
            return
        trial = bench.trial_of(draft)
        if trial is None:
            await socket.close(NOTHING_PLAYS)
            return
        await trial.ready.wait()
        await serve_play(trial.play, trial.lang, socket, lambda: None)

    return router


def _playing(bench: Bench, trial: Trial, draft: str) -> None:
    with block("kiosk").props(f'lang="{trial.lang}" data-stage="play"'):
        play_element(
            trial.lang,
            stream=f"{TRIAL_PATH}/{quote(draft)}",
            lines=sounds_address(),
            heard=sounds_of(trial.scenario),
            sound_captions=bench.van.settings.sound_captions,
        )
    timer = ui.timer(LOOK_S, lambda: _look(timer, trial, draft))
    ui.context.client.on_delete(lambda: bench.end_trial(trial))


def _look(timer: ui.timer, trial: Trial, draft: str) -> None:
    """Say how it went, once it is over."""
    result = trial.result
    if result is None and trial.trouble is None:
        return
    timer.deactivate()
    with ui.dialog().props("persistent") as dialog, ui.card().classes("bench-over"):
        if result is None:
            ui.label(trial.trouble.message(trial.lang)).classes("notice notice-bad")
        else:
            outcome = text(f"kiosk.outcome.{result.outcome}", trial.lang)
            ui.label(text("bench.trial.over", trial.lang, score=f"{result.score:g}", outcome=outcome)).props(
                'data-mark="trial-over"'
            )
            found = text("bench.trial.found", trial.lang, found=result.hazards_found, total=result.hazards_total)
            ui.label(found).classes("soft")
        _back(draft, trial.lang)
    dialog.open()


def _back(draft: str, lang: Lang) -> None:
    with ui.row():
        ui.link(text("bench.trial.back", lang), f"/bench/{quote(draft)}").classes("bench-do bench-open")
        ui.link(text("bench.trial.again", lang), f"/bench/{quote(draft)}/play").classes("bench-choice")
