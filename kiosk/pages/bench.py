"""The bench's list: own scenarios and their state, templates to begin with, the bank to copy from."""

from __future__ import annotations

import asyncio
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends
from nicegui import ui

from common.errors import QiancheError
from common.web.accounts import User
from common.web.frame import Frame, page_frame
from common.web.login import require_role
from kiosk.bench.beginnings import Beginning, begun, copy_beginnings, template_beginnings
from kiosk.bench.bench import Bench
from kiosk.bench.library import WRITERS
from kiosk.bench.shown import DraftShown, drafts_shown
from kiosk.pages.view import block, button
from kiosk.van import STATIC_PATH

Writer = Annotated[User, Depends(require_role(*WRITERS))]
REFRESH_S = 5.0
TAGS = {"draft": "tag", "faults": "tag tag-bad", "published": "tag tag-good", "changed": "tag tag-wait"}


def register_bench_page(bench: Bench) -> None:
    """``/bench``, behind the log-in."""

    @ui.page("/bench")
    async def page(_user: Writer) -> None:
        with page_frame("bench.title") as frame:
            ui.add_head_html(f'<link rel="stylesheet" href="{STATIC_PATH}/bench.css">')
            await BenchPage(frame, bench).build()


class BenchPage:
    """One visitor's list."""

    def __init__(self, frame: Frame, bench: Bench) -> None:
        self._frame, self._bench = frame, bench
        self._shown: list[DraftShown] = []

    async def build(self) -> None:
        say = self._frame.say
        ui.label(say("bench.list.what")).classes("soft")
        self._broken()
        self._shown = await asyncio.to_thread(drafts_shown, self._bench, self._frame.lang)
        with ui.card().classes("card"):
            ui.label(say("bench.list.own")).classes("section-title")
            self._own()
        ui.timer(REFRESH_S, self._follow)
        ui.label(say("bench.list.templates")).classes("section-title")
        self._cards(await asyncio.to_thread(template_beginnings))
        ui.label(say("bench.list.bank")).classes("section-title")
        ui.label(say("bench.list.bank_what")).classes("soft")
        self._cards(await asyncio.to_thread(copy_beginnings, self._bench.van))

    async def _follow(self) -> None:
        shown = await asyncio.to_thread(drafts_shown, self._bench, self._frame.lang)
        if shown != self._shown:
            self._shown = shown
            self._own.refresh()

    def _broken(self) -> None:
        """Files of the van's own folders that are not offered, and why."""
        broken = self._bench.van.shelf.bad_files
        if not broken:
            return
        with ui.card().classes("card"):
            ui.label(self._frame.say("bench.list.broken")).classes("section-title")
            ui.label(self._frame.say("bench.list.broken_what")).classes("soft")
            for each in broken:
                ui.label(each.error.message(self._frame.lang)).classes("bench-broken")

    # --- own scenarios --------------------------------------------------------------------------------

    @ui.refreshable_method
    def _own(self) -> None:
        if not self._shown:
            ui.label(self._frame.say("bench.list.none_yet")).classes("soft")
        with block("bench-own"):
            for draft in self._shown:
                self._draft(draft)

    def _draft(self, draft: DraftShown) -> None:
        say = self._frame.say
        with block("bench-draft").props(f'data-draft="{draft.id}"'):
            with block("bench-draft-names"):
                ui.label(draft.title).classes("bench-draft-title")
                facts = [f"{draft.id}.yaml", say("bench.list.changed", moment=draft.changed)]
                facts += [say("bench.list.edited_by", by=draft.held_by)] if draft.held_by else []
                ui.label(" · ".join(facts)).classes("soft numbers")
            state = say(f"bench.list.state.{draft.state}", count=draft.faults, version=draft.version)
            ui.label(state).classes(TAGS[draft.state])
            ui.link(say("bench.list.open"), f"/bench/{quote(draft.id)}").classes("bench-do bench-open")
            button(
                say("bench.list.delete"), "bench-choice", lambda: self._ask_to_delete(draft), mark=f"delete-{draft.id}"
            )

    def _ask_to_delete(self, draft: DraftShown) -> None:
        say = self._frame.say

        def delete() -> None:
            dialog.close()
            self._bench.drafts.remove(draft.id)
            self._shown = [each for each in self._shown if each.id != draft.id]
            self._own.refresh()

        with ui.dialog() as dialog, ui.card().classes("card"):
            ui.label(say("bench.list.delete_sure", title=draft.title))
            with ui.row():
                button(say("bench.list.delete"), "bench-do", delete, mark="delete-sure")
                button(say("bench.list.keep"), "bench-choice", dialog.close)
        dialog.on("hide", dialog.delete)
        dialog.open()

    # --- beginnings -----------------------------------------------------------------------------------

    def _cards(self, beginnings: list[Beginning]) -> None:
        with block("bench-templates"):
            for beginning in beginnings:
                with block("bench-template", "button").props(f'type="button" data-mark="begin-{beginning.id}"') as card:
                    address = beginning.picture(self._bench.van)
                    if address is not None:
                        ui.element("img").props(f'src="{address}" loading="lazy" alt=""')
                    else:
                        ui.icon("landscape").classes("bench-template-icon")
                    ui.label(getattr(beginning.title, self._frame.lang)).classes("bench-template-name")
                    ui.label(getattr(beginning.place_label, self._frame.lang)).classes("bench-template-place")
                card.on("click", lambda _, chosen=beginning: self._ask_for_names(chosen))

    def _ask_for_names(self, beginning: Beginning) -> None:
        say = self._frame.say
        with ui.dialog() as dialog, ui.card().classes("card bench-new"):
            ui.label(say("bench.new.title")).classes("section-title")
            what = getattr(beginning.title, self._frame.lang)
            ui.label(say("bench.new.from", what=what)).classes("soft")
            fields = {
                name: ui.input(say(f"bench.new.{name}")).props(f'outlined data-mark="new-{name}" maxlength="60"')
                for name in ("zh", "en", "id")
            }
            trouble = ui.label().classes("notice notice-bad")
            trouble.set_visibility(False)

            async def begin() -> None:
                given = {name: (field.value or "").strip() for name, field in fields.items()}
                try:
                    text = await asyncio.to_thread(begun, beginning, given["id"], given["zh"], given["en"])
                    await asyncio.to_thread(self._bench.drafts.create, given["id"], text)
                except QiancheError as refused:
                    trouble.set_text(refused.message(self._frame.lang))
                    trouble.set_visibility(True)
                    return
                ui.navigate.to(f"/bench/{quote(given['id'])}")

            with ui.row():
                button(say("bench.new.do"), "bench-do", begin, mark="new-do")
                button(say("bench.new.cancel"), "bench-choice", dialog.close)
        dialog.on("hide", dialog.delete)
        dialog.open()
