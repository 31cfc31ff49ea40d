"""How words and buttons lie on a panel: pure geometry, the same wherever the panel hangs.

A panel is laid out in pixels of its picture, from the upper left corner, and told to others in metres of its own
frame: x to the right, z up, the origin in its middle. Letters always have the same size; more words make a panel
higher, and a panel that gets too high wider.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from sim.display.headset.shown import Button, Panel, PanelKind
from sim.display.lettering import broken, width_of

Ink = Literal["title", "text", "speaker", "button"]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the picture."""

BODY, TITLE = 42, 48
"""Pixels of the font. A capital is 0.73 of it high, a Chinese character 0.92."""
EM: dict[PanelKind, float] = {"panel": 0.042, "caption": 0.042, "wheel": 0.042, "hint": 0.042, "wrist": 0.0135}
"""Metres of the font: at 1.6 m, and at 0.5 m from the wrist, a capital is 1.1 degrees high."""
LEADING = 1.42
PAD, PAD_ABOVE = 40, 32
GAP = 18
PARAGRAPH = 14
"""More between two paragraphs than between two lines."""
TARGET = 146
"""The least height of a button: more than 5 degrees at 1.6 m."""
IN_BUTTON = 22
ICON = 60
"""What a mark before a button's words takes."""
DISC, SWELL = 230, 0.14
"""Pixels across a round button, and how much of that it swells."""
BAR = 14
DIAL = 150
"""Pixels across the ring of a wrist panel."""
TALLEST, WIDER = 900, (1.0, 1.2, 1.4, 1.7)
"""A panel higher than so many pixels becomes so much wider."""


class Rect(NamedTuple):
    """A rectangle in the panel's frame, metres."""

    left: float
    low: float
    right: float
    high: float

    def holds(self, x: float, z: float) -> bool:
        return self.left <= x <= self.right and self.low <= z <= self.high


@dataclass(frozen=True, slots=True)
class Words:
    """One line of letters. ``x`` is its left end, or its middle where it is ``centred``; ``y`` is its middle."""

    text: str
    x: float
    y: float
    size: int
    ink: Ink
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A button with its words."""

    button: Button
    box: Box
    words: tuple[Words, ...]
    icon: tuple[float, float] | None
    """The middle of the mark before the words, where its style has one."""


@dataclass(frozen=True)
class PanelLayout:
    size: tuple[float, float]
    """Width and height in metres."""
    buttons: dict[str, Rect]
    """What is hit for each button, by its id."""
    pixels: tuple[int, int]
    words: tuple[Words, ...]
    fields: tuple[Field, ...]
    gauge: Box | None
    """Where the share is shown: a bar, on the wrist a ring."""

    def button_at(self, x: float, z: float) -> str:
        """The id of the button at a point of the panel in metres; empty beside all."""
        return next((name for name, rect in self.buttons.items() if rect.holds(x, z)), "")

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.button.id == name), None)


def at_rest(panel: Panel) -> Panel:
    """The panel as it is painted: what moves from frame to frame is drawn over it."""
    if panel.share is None and not any(button.swell for button in panel.buttons):
        return panel
    buttons = tuple(replace(button, swell=0.0) if button.swell else button for button in panel.buttons)
    return replace(panel, buttons=buttons, share=None if panel.share is None else 0.0)


def layout(panel: Panel) -> PanelLayout:
    """Where everything of ``panel`` lies. Quick: panels that are equal are laid out once."""
    return _layout(at_rest(panel))


@lru_cache(maxsize=256)
def _layout(panel: Panel) -> PanelLayout:
    metre = EM[panel.kind] / BODY
    wide = round(panel.width / metre)
    fill = {"wrist": _on_wrist, "wheel": _answers}.get(panel.kind, _grown)
    return fill(panel, wide).finished(metre)


def _grown(panel: Panel, wide: int) -> _Sheet:
    """As wide as is asked for, or so wide that it does not get too high."""
    for factor in WIDER:
        sheet = _filled(panel, round(wide * factor))
        if sheet.y <= TALLEST:
            break
    return sheet


def _answers(panel: Panel, wide: int) -> _Sheet:
    """A wheel, a little wider where that keeps more answers on one line."""
    narrow, wider = (_filled(panel, round(wide * factor)) for factor in WIDER[:2])
    return wider if wider.broken_answers < narrow.broken_answers else narrow


def _filled(panel: Panel, wide: int) -> _Sheet:
    narrow = panel.kind in ("caption", "hint") and not panel.buttons and panel.share is None
    if narrow:
        wide = min(wide, _needed(panel, wide - 2 * PAD) + 2 * PAD)
    sheet = _Sheet(wide, compact=panel.kind == "wheel")
    sheet.say(panel, centred=narrow)
    if panel.share is not None:
        sheet.bar()
    sheet.press(panel.buttons)
    return sheet


def _on_wrist(panel: Panel, wide: int) -> _Sheet:
    """A ring with the words beside it, and buttons under both."""
    sheet = _Sheet(wide, compact=False)
    if panel.share is not None:
        sheet.gauge = (PAD, PAD_ABOVE, PAD + DIAL, PAD_ABOVE + DIAL)
        sheet.left = PAD + DIAL + GAP * 2
    sheet.say(panel)
    if sheet.gauge:
        spare = (sheet.gauge[3] + GAP - sheet.y) / 2
        if spare > 0:
            sheet.words = [replace(line, y=line.y + spare) for line in sheet.words]
            sheet.y = sheet.gauge[3] + GAP
        sheet.left = PAD
    sheet.press(panel.buttons)
    return sheet


def _needed(panel: Panel, inner: int) -> int:
    """How wide the lines of a panel are when they are broken to ``inner`` pixels."""
    lines = [(line, TITLE) for line in balanced(panel.title, TITLE, inner)] if panel.title else []
    lines += [(line, BODY) for words in panel.lines for line in balanced(words, BODY, inner)]
    return min(inner, max((int(width_of(line, size)) + 2 for line, size in lines), default=0))


class _Sheet:
    """Fills a panel from its top downwards."""

    def __init__(self, wide: int, *, compact: bool) -> None:
        """``compact``: short buttons stand in two columns."""
        self.wide, self.compact, self.left = wide, compact, PAD
        self.y: float = PAD_ABOVE
        self.words: list[Words] = []
        self.fields: list[Field] = []
        self.gauge: Box | None = None

    @property
    def inner(self) -> int:
        return self.wide - self.left - PAD

    @property
    def broken_answers(self) -> int:
        return sum(len(field.words) > 1 for field in self.fields)

    def say(self, panel: Panel, *, centred: bool = False) -> None:
        if panel.title:
            self._paragraph(panel.title, TITLE, "speaker" if panel.kind == "caption" else "title", centred)
        for line in panel.lines:
            self._paragraph(line, BODY, "text", centred)
        if self.words:
            self.y += GAP - PARAGRAPH

    def _paragraph(self, text: str, size: int, ink: Ink, centred: bool) -> None:
        x = self.left + self.inner / 2 if centred else self.left
        for line in (balanced if centred else broken)(text, size, self.inner):
            self.words.append(Words(line, x, self.y + size * LEADING / 2, size, ink, centred))
            self.y += size * LEADING
        self.y += PARAGRAPH

    def bar(self) -> None:
        top = round(self.y + 4)
        self.gauge = (self.left, top, self.left + self.inner, top + BAR)
        self.y = top + BAR + GAP

    def press(self, buttons: tuple[Button, ...]) -> None:
        for row in _rows(buttons, self.inner, self.compact):
            self._disc(row[0]) if row[0].style == "round" else self._row(row)

    def _disc(self, button: Button) -> None:
        swollen = round(DISC * (1 + SWELL))
        left, top = round(self.left + (self.inner - DISC) / 2), round(self.y + (swollen - DISC) / 2)
        box = (left, top, left + DISC, top + DISC)
        self.fields.append(_field(button, box, balanced(button.text, TITLE, DISC - 2 * IN_BUTTON), TITLE))
        self.y += swollen + GAP

    def _row(self, row: list[Button]) -> None:
        wide = _shared(self.inner, len(row))
        lines = [balanced(button.text, BODY, _room(button, wide)) for button in row]
        high = max(TARGET, round(max(map(len, lines)) * BODY * LEADING) + 2 * IN_BUTTON)
        for column, (button, words) in enumerate(zip(row, lines, strict=True)):
            left, top = self.left + column * (wide + GAP), round(self.y)
            self.fields.append(_field(button, (left, top, left + wide, top + high), words))
        self.y += high + GAP

    def finished(self, metre: float) -> PanelLayout:
        wide, high = self.wide, round(self.y + PAD_ABOVE - GAP)
        rects = {}
        for field in self.fields:
            left, top, right, bottom = field.box
            rects[field.button.id] = Rect(
                (left - wide / 2) * metre, (high / 2 - bottom) * metre,
                (right - wide / 2) * metre, (high / 2 - top) * metre,
            )  # fmt: skip
        size = (wide * metre, high * metre)
        return PanelLayout(size, rects, (wide, high), tuple(self.words), tuple(self.fields), self.gauge)


def balanced(text: str, size: int, width: float) -> list[str]:
    """``text`` in as few lines as ``width`` pixels allow, all of about one length."""
    lines = broken(text, size, width)
    if len(lines) < 2:
        return lines
    even = sum(width_of(line, size) for line in lines) / len(lines)
    tried = (broken(text, size, even + (width - even) * step / 6) for step in range(6))
    return next((found for found in tried if len(found) == len(lines)), lines)


def _field(button: Button, box: Box, lines: list[str], size: int = BODY) -> Field:
    """The lines of a button round its middle; its mark stands before the longest."""
    left, top, right, bottom = box
    marked = button.style in ("good", "warning")
    x, y = (left + right) / 2 + (ICON / 2 if marked else 0), (top + bottom) / 2
    first = y - (len(lines) - 1) * size * LEADING / 2
    words = tuple(
        Words(line, x, first + k * size * LEADING, size, "button", centred=True) for k, line in enumerate(lines)
    )
    widest = max(width_of(line, size) for line in lines)
    return Field(button, box, words, (x - widest / 2 - ICON / 2, y) if marked else None)


def _shared(inner: int, count: int) -> int:
    """The width of each of ``count`` buttons side by side."""
    return (inner - GAP * (count - 1)) // count


def _room(button: Button, wide: int) -> int:
    """How wide a button's words may be."""
    return wide - 2 * IN_BUTTON - (ICON if button.style in ("good", "warning") else 0)


def _rows(buttons: tuple[Button, ...], inner: int, compact: bool) -> list[list[Button]]:
    """Buttons that stand side by side: neighbours of the same use, where their words have room."""
    rows: list[list[Button]] = []
    for button in buttons:
        last = rows[-1] if rows else None
        if last and _beside(last, button, compact) and _fit([*last, button], inner, 2 if compact else 1):
            last.append(button)
        else:
            rows.append([button])
    return rows


def _beside(row: list[Button], button: Button, compact: bool) -> bool:
    if "round" in (row[0].style, button.style):
        return False
    if compact:
        return len(row) == 1 and row[0].style == button.style
    return len(row) < 3 and "choice" not in (row[0].style, button.style)


def _fit(row: list[Button], inner: int, lines: int) -> bool:
    wide = _shared(inner, len(row))
    return all(len(broken(button.text, BODY, _room(button, wide))) <= lines for button in row)
