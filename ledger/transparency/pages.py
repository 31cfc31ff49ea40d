"""The page of the log: its checkpoints, and where the bureau cosigns the latest."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from nicegui import run, ui

from common.moments import from_us, shown_moment
from common.web.figures import figure_strip
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable, Rows
from ledger.services import LedgerServices
from ledger.transparency.checkpoints import Kept
from ledger.transparency.notes import encoded
from ledger.ways import Watcher, show_ways

_COLUMNS = [
    Column("size", "transparency.column.size", align="right"),
    Column("signed", "transparency.column.signed"),
    Column("root", "transparency.column.root"),
    Column("witnesses", "transparency.column.witnesses"),
    Column("state", "transparency.column.state", cell="tag"),
]
_WAIT_S = 30.0
_GOOD = ("done", "already")


def register_pages(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/log")
    async def log(user: Watcher) -> None:
        latest = await run.io_bound(services.checkpoints.latest)
        with page_frame("transparency.title") as frame:
            script = resources.files(__package__).joinpath("witness.js").read_text("utf-8")
            ui.add_body_html(f"<script>{script}</script>")
            show_ways(frame, "/ledger/log")
            figures = figure_strip(_figures(frame, services.checkpoints.logged(), latest))

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                kept, total = services.checkpoints.page(offset, limit)
                return [_cells(frame, each) for each in kept], total

            async def cosign() -> None:
                button.disable()
                signed = await run.io_bound(services.checkpoints.sign_now)
                call = f"return await qiancheWitness.cosign({json.dumps(user.name)})"
                try:
                    _answer(frame, said, await ui.run_javascript(call, timeout=_WAIT_S))
                except TimeoutError:
                    _answer(frame, said, {"said": "no_answer"})
                finally:
                    button.enable()
                latest = await run.io_bound(services.checkpoints.latest)
                for name, value in _figures(frame, signed.size, latest).items():
                    figures[name].text = value
                table.reload()

            with ui.card().classes("card"):
                ui.label(frame.say("transparency.cosign.why")).classes("soft")
                with ui.row().classes("tools"):
                    if user.may("bureau"):
                        button = ui.button(frame.say("transparency.cosign.do"), icon="draw", on_click=cosign)
                        button.props("unelevated no-caps")
                    ui.link(frame.say("transparency.cosign.download"), "/ledger/api/log/checkpoint", new_tab=True)
                    ui.link(frame.say("transparency.cosign.key"), "/ledger/api/log/key", new_tab=True)
                said = ui.label().classes("notice").props("role=status")
                said.set_visibility(False)
            table = PagedTable(frame, _COLUMNS, fetch)


def _figures(frame: Frame, logged: int, latest: Kept) -> dict[str, str]:
    figures = {
        "logged": f"{logged:,}",
        "size": f"{latest.size:,}",
        "signed": shown_moment(from_us(latest.signed_us)),
        "witnesses": str(len(latest.accounts)),
    }
    return {frame.say(f"transparency.figure.{name}"): value for name, value in figures.items()}


def _cells(frame: Frame, kept: Kept) -> dict[str, Any]:
    state = ("good", "cosigned") if kept.accounts else ("wait", "alone")
    return {
        "id": kept.size,
        "size": f"{kept.size:,}",
        "signed": shown_moment(from_us(kept.signed_us)),
        "root": encoded(kept.root)[:16] + "…",
        "witnesses": "、".join(kept.accounts) if frame.lang == "zh" else ", ".join(kept.accounts),
        "state": {"kind": state[0], "text": frame.say(f"transparency.state.{state[1]}")},
    }


def _answer(frame: Frame, label: ui.label, answer: dict[str, Any]) -> None:
    """Say what became of the cosignature."""
    why = answer.get("why", {}).get(frame.lang, "")
    label.text = frame.say(f"transparency.cosign.{answer['said']}", size=answer.get("size", ""), why=why)
    label.classes(replace=f"notice notice-{'good' if answer['said'] in _GOOD else 'bad'}")
    label.set_visibility(True)
