"""What lies over the picture of a window: where it is, what it says, what touching it asks for."""

from __future__ import annotations

import math
from dataclasses import dataclass

from common.text import Lang
from scenarios.model import Scenario
from sim.audio.captions import sound_captions
from sim.display.intents import Intent
from sim.display.lettering import broken, font
from sim.display.offers import Asked, Offers, Question
from sim.render.camera import View
from sim.session.stance import EYE_HEIGHT
from sim.state import SceneState
from sim.world.compose import World

Rect = tuple[int, int, int, int]
FEET = 0.15
TEXT, SMALL = 24, 20
LEADING = 1.4
DISC = 190
"""Pixels across the button of an exercise, which grows by ``SWELL`` on the beat."""
SWELL = 28


@dataclass(frozen=True)
class Control:
    """A panel or a button: ``rect`` in pixels (left, top, right, bottom), its lines, how it is drawn, what
    it asks for when it is clicked, and the key that does the same."""

    rect: Rect
    lines: tuple[str, ...]
    look: str = "panel"
    """``panel``, ``button``, ``good``, ``caption``, or ``round`` for a disc."""
    intent: Intent | None = None
    key: str = ""
    size: int = TEXT

    def holds(self, x: float, y: float) -> bool:
        left, top, right, bottom = self.rect
        return left <= x < right and top <= y < bottom


@dataclass(frozen=True)
class Wheel:
    """The question about a thing, open at a point of the picture in pixels."""

    x: int
    y: int
    question: Question


def controls(
    world: World,
    state: SceneState,
    view: View,
    size: tuple[int, int],
    lang: Lang,
    seed: int,
    wheel: Wheel | None = None,
    *,
    captioned: bool = True,
) -> list[Control]:
    """Everything over the picture of the session with this seed, the topmost last. ``captioned``: sounds are put
    into words too."""
    page = _Page(world, state, view, size, lang, seed)
    if state.paused:
        return [page.status(), *page.pause()]
    found = [page.status(), *page.captions()]
    if captioned:
        found += page.heard(above=found[-1].rect[1] if len(found) > 1 else size[1] - 16)
    if state.phase == "debrief":
        return [*found, *page.debrief()]
    if state.redo is not None:
        found += page.redo()
    if state.decision is not None:
        return [*found, *page.decision()]
    if state.exercise is not None:
        return [*found, *page.exercise()]
    # What is said lies over the arrows, never under them.
    return [*page.standpoints(), *found] if wheel is None else [*found, *page.wheel(wheel)]


class _Page:
    """Lays out one moment."""

    def __init__(
        self, world: World, state: SceneState, view: View, size: tuple[int, int], lang: Lang, seed: int
    ) -> None:
        self.world, self.state, self.view, self.lang = world, state, view, lang
        self.scenario: Scenario = world.scenario
        self.offers = Offers(self.scenario, lang, seed, "window")
        self.width, self.height = size

    def status(self) -> Control:
        return Control((16, 14, 16 + 190, 14 + 44), (self.offers.found(self.state),), size=SMALL)

    def captions(self) -> list[Control]:
        lines: list[str] = []
        colon = "：" if self.lang == "zh" else ": "
        for who, words in self.offers.said(self.state):
            lines += broken(f"{who}{colon}{words}" if who else words, TEXT, self.width * 0.7)
        if not lines:
            return []
        return [self._block(lines, self.width // 2, self.height - 24, "caption")]

    def heard(self, above: int) -> list[Control]:
        """Captions of sounds in a row that ends ``above`` this line, so that they never cover what is said."""
        told = sound_captions(self.state.sounds, self.view.eye, self.view.heading)
        if not told:
            return []
        words = "　".join(each.words(self.lang) for each in told)
        return [self._block([words], self.width // 2, above - 8, "caption", SMALL)]

    def _block(self, lines: list[str], middle: int, bottom: int, look: str, size: int = TEXT) -> Control:
        """A panel of lines that stands on ``bottom``, round ``middle``."""
        wide = int(min(self.width * 0.78, max(font_width(line, size) for line in lines) + 48))
        high = int(len(lines) * size * LEADING + 24)
        return Control((middle - wide // 2, bottom - high, middle + wide // 2, bottom), tuple(lines), look, size=size)

    def _stack(self, head: list[str], options: list[tuple[str, Intent, str]], look: str = "button") -> list[Control]:
        """A panel with a text and buttons under it, in the middle of the picture."""
        wide = int(min(self.width * 0.72, 860))
        left = (self.width - wide) // 2
        rows = [(broken(words, TEXT, wide - 120), intent, key) for words, intent, key in options]
        heights = [int(len(lines) * TEXT * LEADING + 26) for lines, _, _ in rows]
        top_high = int(len(head) * TEXT * LEADING + 34)
        high = top_high + sum(heights) + 12 * len(rows) + 10
        top = max(20, (self.height - high) // 2)
        found = [Control((left, top, left + wide, top + high), tuple(head))]
        y = top + top_high
        for (lines, intent, key), row_high in zip(rows, heights, strict=True):
            shown = (f"{key}  {lines[0]}", *lines[1:]) if key.isdigit() else tuple(lines)
            found.append(Control((left + 20, y, left + wide - 20, y + row_high), shown, look, intent, key))
            y += row_high + 12
        return found

    def decision(self) -> list[Control]:
        asked = self.offers.decision(self.state)
        head = broken(asked.heading, TEXT, self.width * 0.6)
        if self.state.phase != "redo":
            head.append(self.offers.say("seconds_left", seconds=math.ceil(self.state.decision.left)))
        rows = [(option.text, option.intent, str(number)) for number, option in enumerate(asked.options, 1)]
        return self._stack(head, rows)

    def wheel(self, wheel: Wheel) -> list[Control]:
        rows: list[tuple[str, Intent | None, str]] = []
        number = 0
        for asked in (self.offers.problems(wheel.question), self.offers.deeds(wheel.question)):
            if asked.options:
                rows.append((asked.heading, None, ""))
            for option in asked.options:
                number += 1
                rows.append((option.text, option.intent, str(number)))
        rows.append((self.offers.say("never_mind"), {"kind": "never mind"}, "escape"))
        return self._column(rows, wheel.x, wheel.y)

    def _column(self, rows: list[tuple[str, Intent | None, str]], x: int, y: int) -> list[Control]:
        """Headings and buttons one under the other, beside a point of the picture."""
        wide, gap = 360, 8
        lines = [broken(f"{key}  {words}" if key.isdigit() else words, SMALL, wide - 30) for words, _, key in rows]
        heights = [int((len(each) - 1) * SMALL * LEADING) + 50 for each in lines]
        left = min(max(16, x + 28), self.width - wide - 16)
        top = max(16, min(max(16, y - 120), self.height - sum(heights) - gap * len(rows) - 16))
        found = []
        for (_, intent, key), each, high in zip(rows, lines, heights, strict=True):
            look, size = ("panel", TEXT) if intent is None else ("button", SMALL)
            found.append(Control((left, top, left + wide, top + high), tuple(each), look, intent, key, size))
            top += high + gap
        return found

    def exercise(self) -> list[Control]:
        """What to do, how it goes, and a disc to press that swells on the beat."""
        under_way, asked = self.state.exercise, self.offers.exercise(self.state)
        lines = broken(asked.heading, TEXT, self.width * 0.6)
        how = [f"{under_way.beats} / {self.scenario.exercises[under_way.id].beats}", self.offers.pace(self.state)]
        if under_way.rate is not None:
            how.insert(1, self.offers.say("rate", rate=round(under_way.rate)))
        if self.state.phase != "redo":
            how.append(self.offers.say("seconds_left", seconds=math.ceil(under_way.left)))
        lines.append("　".join(how))
        middle = self.width // 2
        panel = self._block(lines, middle, int(self.height * 0.45), "caption")
        half = (DISC + round(SWELL * self.offers.swell(self.state))) // 2
        y = panel.rect[3] + 20 + (DISC + SWELL) // 2
        disc = (middle - half, y - half, middle + half, y + half)
        [beat] = asked.options
        return [panel, Control(disc, (beat.text,), "round", beat.intent, "space")]

    def standpoints(self) -> list[Control]:
        found = []
        for index, standpoint in enumerate(self.scenario.standpoints):
            if index == self.state.trainee.standpoint:
                continue
            x, y, z = self.world.eye(index)
            point = self.view.picture_point((x, y, z - EYE_HEIGHT + FEET), self.width / self.height)
            if point is None or not (0.05 < point[0] < 0.95 and 0.1 < point[1] < 0.96):
                continue
            own = standpoint.name
            name = self.offers.words(own) if own else self.offers.say("place", number=index + 1)
            half = int(font_width(name, SMALL) / 2 + 30)
            px, py = int(point[0] * self.width), int(point[1] * self.height)
            rect = (px - half, py - 20, px + half, py + 20)
            found.append(Control(rect, (f"↑ {name}",), "button", {"kind": "step", "to": index}, size=SMALL))
        return found

    def redo(self) -> list[Control]:
        asked = self.offers.redo(self.state)
        lines = broken(asked.heading, TEXT, self.width * 0.6)
        panel = self._block(lines, self.width // 2, 20 + int(len(lines) * TEXT * LEADING + 24), "panel")
        _, _, right, bottom = panel.rect
        rect = (right - 140, bottom + 8, right, bottom + 56)
        return [panel, *(Control(rect, (go.text,), "good", go.intent, "enter") for go in asked.options)]

    def debrief(self) -> list[Control]:
        asked = self.offers.debrief(self.state)
        wide = min(self.width * 0.72, 860) - 60
        head = [asked.heading, ""]
        for paragraph in asked.paragraphs:
            head += broken(paragraph, TEXT, wide) if paragraph else [""]
        return self._stack(head, _keyed(asked, "enter"), "good")

    def pause(self) -> list[Control]:
        asked = self.offers.paused()
        return self._stack([asked.heading], _keyed(asked, "space", "escape"))


def _keyed(asked: Asked, *keys: str) -> list[tuple[str, Intent, str]]:
    """The options with the keys that choose them."""
    return [(option.text, option.intent, key) for option, key in zip(asked.options, keys, strict=True)]


def font_width(line: str, size: int) -> float:
    """How many pixels wide a line is."""
    return font(size).getlength(line)
