"""A table that asks for one page of rows at a time, with a pager in the visitor's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from nicegui import ui

from common.web.frame import Frame

Rows = list[dict[str, Any]]
Fetch = Callable[[int, int], tuple[Rows, int]]
"""From offset and limit to the rows and how many there are in all; each row has an ``id``."""

_CELLS = {
    "link": '<q-td :props="props"><a v-if="props.row.href" :href="props.row.href">{{ props.value }}</a>'
    "<span v-else>{{ props.value }}</span></q-td>",
    "tag": '<q-td :props="props"><span v-if="props.value" :class="\'tag tag-\' + props.value.kind">'
    "{{ props.value.text }}</span></q-td>",
}


@dataclass(frozen=True)
class Column:
    """A column: the rows' field, its title's key, and how its cells look.

    A ``link`` leads to the row's ``href``; a ``tag`` is a mapping of ``text`` and ``kind`` (good, bad, wait).
    """

    field: str
    title_key: str
    cell: Literal["text", "link", "tag"] = "text"
    align: Literal["left", "right"] = "left"


class PagedTable:
    """Shows ``page_size`` rows; ``reload`` fetches again, from the first page."""

    def __init__(self, frame: Frame, columns: list[Column], fetch: Fetch, page_size: int = 20) -> None:
        self._frame = frame
        self._fetch = fetch
        self._page_size = page_size
        self._offset = 0
        described = [
            {"name": each.field, "field": each.field, "label": frame.say(each.title_key), "align": each.align}
            for each in columns
        ]
        self._table = ui.table(columns=described, rows=[], row_key="id").classes("sheet").props("flat hide-bottom")
        for each in columns:
            if each.cell != "text":
                self._table.add_slot(f"body-cell-{each.field}", _CELLS[each.cell])
        with ui.row().classes("pager"):
            self._back = ui.button(icon="chevron_left", on_click=lambda: self._turn(-page_size)).props("flat round")
            self._position = ui.label().classes("soft numbers")
            self._on = ui.button(icon="chevron_right", on_click=lambda: self._turn(page_size)).props("flat round")
        self._back.props(f'aria-label="{frame.say("web.table.back")}"')
        self._on.props(f'aria-label="{frame.say("web.table.on")}"')
        self._show()

    def reload(self) -> None:
        """Fetch again, from the first page."""
        self._offset = 0
        self._show()

    def _turn(self, by: int) -> None:
        self._offset = max(0, self._offset + by)
        self._show()

    def _show(self) -> None:
        rows, total = self._fetch(self._offset, self._page_size)
        self._table.rows = rows
        self._back.set_enabled(self._offset > 0)
        self._on.set_enabled(self._offset + len(rows) < total)
        if total:
            position = {"first": self._offset + 1, "last": self._offset + len(rows), "total": total}
            self._position.text = self._frame.say("web.table.position", **position)
        else:
            self._position.text = self._frame.say("web.table.empty")
