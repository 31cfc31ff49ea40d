"""What staff pages are filled in with: search fields, dialogs, facts, and faults said."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from nicegui import ui

from common.errors import QiancheError
from common.web.frame import Frame


def search_field(frame: Frame, key: str) -> ui.input:
    """A field to search with; ``key`` names what may be typed."""
    field = ui.input(placeholder=frame.say(key)).props("outlined dense clearable debounce=300")
    with field.add_slot("prepend"):
        ui.icon("search")
    return field


@contextmanager
def telling(frame: Frame) -> Iterator[None]:
    """Tell the visitor what is wrong with what they asked for."""
    try:
        yield
    except QiancheError as fault:
        ui.notify(fault.message(frame.lang), type="negative", multi_line=True, timeout=8000)


@contextmanager
def form_dialog(
    frame: Frame, title: str, save: Callable[[], Awaitable[None] | None], do_key: str = "web.form.save"
) -> Iterator[ui.dialog]:
    """A dialog around fields; its button calls ``save``, waits for it, and closes it unless that raises."""
    # Escape closes an open list of choices; the form with what is typed into it stays.
    with ui.dialog().props("persistent") as dialog, ui.card().classes("card form-dialog"):
        ui.label(title).classes("section-title")
        yield dialog

        async def done() -> None:
            button.props("loading")
            with telling(frame):
                if inspect.isawaitable(saving := save()):
                    await saving
                dialog.close()
            button.props(remove="loading")

        with ui.row().classes("tools"):
            button = ui.button(frame.say(do_key), on_click=done).props("unelevated no-caps")
            ui.button(frame.say("web.form.cancel"), on_click=dialog.close).props("flat no-caps")


def field(frame: Frame, key: str, value: str = "", hint_key: str | None = None) -> ui.input:
    """A line to fill in."""
    line = ui.input(frame.say(key), value=value).props("outlined dense").classes("w-full")
    if hint_key is not None:
        line.props["hint"] = frame.say(hint_key)
    return line


def whole_number(frame: Frame, key: str, value: int) -> ui.number:
    """A whole number to fill in."""
    return (
        ui.number(frame.say(key), value=value, min=0, precision=0, format="%d")
        .props("outlined dense")
        .classes("w-full")
    )


def number_in(line: ui.number) -> int:
    """What stands in a number's line; -1, which nothing takes, for nothing."""
    return -1 if line.value is None else int(line.value)


def facts(frame: Frame, shown: dict[str, str]) -> None:
    """Names, by their keys, above their values."""
    with ui.row().classes("person"):
        for key, value in shown.items():
            with ui.column().classes("gap-0"):
                ui.label(frame.say(key)).classes("soft")
                ui.label(value or "–").classes("numbers")
