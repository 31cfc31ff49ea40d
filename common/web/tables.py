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
KeyedFetch = Callable[[Any, int], tuple[Rows, Any]]
"""From the place where the last page ended, None before the first, and a limit, to rows and where they end."""

_CELLS = {
    "link": '<q-td :props="props"><a v-if="props.row.href" :href="props.row.href">{{ props.value }}</a>'
    "<span v-else>{{ props.value }}</span></q-td>",
    "tag": '<q-td :props="props"><span v-if="props.value" :class="\'tag tag-\' + props.value.kind">'
    "{{ props.value.text }}</span></q-td>",
    "action": '<q-td :props="props"><q-btn v-if="props.value" flat dense no-caps color="primary" :label="props.value" '
    "@click=\"$parent.$emit('act', props.row.id)\" /></q-td>",
}


@dataclass(frozen=True)
class Column:
    """A column: the rows' field, its title's key, and how its cells look.

    A ``link`` leads to the row's ``href``; a ``tag`` is a mapping of ``text`` and ``kind`` (good, bad, wait);
    an ``action`` is the label of a button that hands the row's ``id`` to the table's ``act``.
    """

    field: str
    title_key: str
    cell: Literal["text", "link", "tag", "action"] = "text"
    align: Literal["left", "right"] = "left"


class _Pager:
    """A table's sheet and, below it, the ways back and on."""

    def __init__(self, frame: Frame, columns: list[Column], turn: Callable[[int], None]) -> None:
        described = [
            {"name": each.field, "field": each.field, "label": frame.say(each.title_key), "align": each.align}
            for each in columns
        ]
        self.sheet = ui.table(columns=described, rows=[], row_key="id").classes("sheet").props("flat hide-bottom")
        for each in columns:
            if each.cell != "text":
                self.sheet.add_slot(f"body-cell-{each.field}", _CELLS[each.cell])
        with ui.row().classes("pager"):
            self.back = ui.button(icon="chevron_left", on_click=lambda: turn(-1)).props("flat round")
            self.position = ui.label().classes("soft numbers")
            self.on = ui.button(icon="chevron_right", on_click=lambda: turn(1)).props("flat round")
        self.back.props(f'aria-label="{frame.say("web.table.back")}"')
        self.on.props(f'aria-label="{frame.say("web.table.on")}"')


class KeyedTable:
    """Shows a table of any length: each page begins after the place where the one before it ended.

    ``fetch`` takes such a place, None for the first page, and how many rows may come; it returns the
    rows and where they end, None when nothing can follow. ``empty_key`` says why nothing is there.
    """

    def __init__(
        self, frame: Frame, columns: list[Column], fetch: KeyedFetch, empty_key: str, page_size: int = 20
    ) -> None:
        self._frame = frame
        self._fetch = fetch
        self._empty_key = empty_key
        self._page_size = page_size
        self._before: list[Any] = []
        """Where the pages before this one began."""
        self._here: Any = None
        self._next: Any = None
        self._pager = _Pager(frame, columns, self._turn)
        self._show()

    def reload(self) -> None:
        """Fetch again, from the first page."""
        self._before.clear()
        self._here = None
        self._show()

    def _turn(self, pages: int) -> None:
        if pages > 0:
            self._before.append(self._here)
            self._here = self._next
        else:
            self._here = self._before.pop()
        self._show()

    def _show(self) -> None:
        rows, self._next = self._fetch(self._here, self._page_size)
        first = len(self._before) * self._page_size
        self._pager.sheet.rows = rows
        self._pager.back.set_enabled(bool(self._before))
        self._pager.on.set_enabled(self._next is not None)
        if rows:
            position = {"first": first + 1, "last": first + len(rows)}
            self._pager.position.text = self._frame.say("web.table.range", **position)
        else:
            self._pager.position.text = self._frame.say("web.table.empty" if first else self._empty_key)


class PagedTable:
    """Shows ``page_size`` rows; ``reload`` fetches again, from the first page, ``refresh`` the page shown."""

    def __init__(
        self,
        frame: Frame,
        columns: list[Column],
        fetch: Fetch,
        page_size: int = 20,
        act: Callable[[str], None] | None = None,
    ) -> None:
        self._frame = frame
        self._fetch = fetch
        self._page_size = page_size
        self._offset = 0
        self._pager = _Pager(frame, columns, lambda pages: self._turn(pages * page_size))
        if act is not None:
            self._pager.sheet.on("act", lambda event: act(event.args) if self._shows(event.args) else None)
        self._show()

    def reload(self) -> None:
        """Fetch again, from the first page."""
        self._offset = 0
        self._show()

    def refresh(self) -> None:
        """Fetch the page that is shown again."""
        self._show()

    def _shows(self, row: object) -> bool:
        return any(each["id"] == row for each in self._pager.sheet.rows)

    def _turn(self, by: int) -> None:
        self._offset = max(0, self._offset + by)
        self._show()

    def _show(self) -> None:
        rows, total = self._fetch(self._offset, self._page_size)
        self._pager.sheet.rows = rows
        self._pager.back.set_enabled(self._offset > 0)
        self._pager.on.set_enabled(self._offset + len(rows) < total)
        if total:
            position = {"first": self._offset + 1, "last": self._offset + len(rows), "total": total}
            self._pager.position.text = self._frame.say("web.table.position", **position)
        else:
            self._pager.position.text = self._frame.say("web.table.empty")
