"""What lies over the picture of a window: where it is, what it says, what touching it asks for."""

from __future__ import annotations

import math
from dataclasses import dataclass

from common.text import Lang, text
from scenarios.model import Scenario
from scenarios.model import Text as Words
from scenarios.registry import registry
from sim.audio.captions import sound_captions
from sim.display.intents import Intent
from sim.display.lettering import broken, font
from sim.render.camera import View
from sim.session.rhythm import SECONDS_PER_MINUTE, pace_of
from sim.session.stance import EYE_HEIGHT
from sim.session.wheel import option_order
from sim.state import Phase, SceneState
from sim.world.compose import World

Rect = tuple[int, int, int, int]
FEET = 0.15
TEXT, SMALL = 24, 20
LEADING = 1.4
BEAT: Intent = {"kind": "beat"}
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
    """The question what is wrong with a thing, and what can be done to it, open at a point of the picture in
    pixels."""

    x: int
    y: int
    target: str
    problems: tuple[str, ...]
    deeds: tuple[str, ...] = ()
    phase: Phase = "scene"
    """The phase it was opened in; it closes with it."""


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
        self.world, self.state, self.view, self.lang, self.seed = world, state, view, lang, seed
        self.scenario: Scenario = world.scenario
        self.width, self.height = size

    def say(self, key: str, **places: object) -> str:
        return text(f"display.window.{key}", self.lang, **places)

    def words(self, words: Words) -> str:
        return getattr(words, self.lang)

    def status(self) -> Control:
        words = self.say("found", found=len(self.state.flagged), total=len(self.scenario.hazards))
        return Control((16, 14, 16 + 190, 14 + 44), (words,), size=SMALL)

    def captions(self) -> list[Control]:
        lines: list[str] = []
        for caption in self.state.captions[-2:]:
            who = f"{self.words(caption.speaker)}：" if caption.speaker and self.lang == "zh" else ""
            who = f"{self.words(caption.speaker)}: " if caption.speaker and self.lang == "en" else who
            lines += broken(who + self.words(caption.text), TEXT, self.width * 0.7)
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
        asked = self.state.decision
        decision = self.scenario.decisions[asked.id]
        head = broken(self.words(decision.ask), TEXT, self.width * 0.6)
        if self.state.phase != "redo":
            head.append(self.say("seconds_left", seconds=math.ceil(asked.left)))
        options = [
            (self.words(decision.options[option].text), self._choice(asked.id, option), str(number))
            for number, option in enumerate(option_order(decision, asked.id, self.seed), 1)
        ]
        return self._stack(head, options)

    @staticmethod
    def _choice(decision: str, option: str) -> Intent:
        return {"kind": "choose", "decision": decision, "option": option}

    def wheel(self, wheel: Wheel) -> list[Control]:
        problems = registry().problems
        rows: list[tuple[str, Intent | None, str]] = []
        if wheel.problems:
            rows.append((self.say("what_is_wrong"), None, ""))
        for number, problem in enumerate(wheel.problems, 1):
            flag = {"kind": "flag", "target": wheel.target, "problem": problem}
            rows.append((getattr(problems[problem], self.lang), flag, str(number)))
        if wheel.deeds:
            rows.append((self.say("do"), None, ""))
        for number, deed in enumerate(wheel.deeds, len(wheel.problems) + 1):
            rows.append((self.words(self.scenario.deeds[deed].text), {"kind": "do", "deed": deed}, str(number)))
        rows.append((self.say("never_mind"), {"kind": "never mind"}, "escape"))
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
        under_way = self.state.exercise
        exercise = self.scenario.exercises[under_way.id]
        lines = broken(self.words(exercise.ask), TEXT, self.width * 0.6)
        how = [f"{under_way.beats} / {exercise.beats}", self.say(f"pace.{pace_of(exercise, under_way.rate)}")]
        if under_way.rate is not None:
            how.insert(1, self.say("rate", rate=round(under_way.rate)))
        if self.state.phase != "redo":
            how.append(self.say("seconds_left", seconds=math.ceil(under_way.left)))
        lines.append("　".join(how))
        middle = self.width // 2
        panel = self._block(lines, middle, int(self.height * 0.45), "caption")
        beats = self.state.session_time * sum(exercise.beats_per_minute) / 2 / SECONDS_PER_MINUTE
        half = (DISC + round(SWELL * (1 - beats % 1) ** 2)) // 2
        y = panel.rect[3] + 20 + (DISC + SWELL) // 2
        disc = (middle - half, y - half, middle + half, y + half)
        return [panel, Control(disc, (self.say("beat"),), "round", BEAT, "space")]

    def standpoints(self) -> list[Control]:
        found = []
        for index, standpoint in enumerate(self.scenario.standpoints):
            if index == self.state.trainee.standpoint:
                continue
            x, y, z = self.world.eye(index)
            point = self.view.picture_point((x, y, z - EYE_HEIGHT + FEET), self.width / self.height)
            if point is None or not (0.05 < point[0] < 0.95 and 0.1 < point[1] < 0.96):
                continue
            name = self.words(standpoint.name) if standpoint.name else self.say("place", number=index + 1)
            half = int(font_width(name, SMALL) / 2 + 30)
            px, py = int(point[0] * self.width), int(point[1] * self.height)
            rect = (px - half, py - 20, px + half, py + 20)
            found.append(Control(rect, (f"↑ {name}",), "button", {"kind": "step", "to": index}, size=SMALL))
        return found

    def redo(self) -> list[Control]:
        redo = self.state.redo
        label = self.words(self.scenario.hazards[redo.hazard].label) if redo.kind == "flag" else ""
        label = self.words(self.scenario.deeds[redo.deed].text) if redo.kind == "do" else label
        said = self.say(f"redo_{redo.kind}", label=label)
        lines = broken(f"{redo.index + 1} / {redo.count}  {said}", TEXT, self.width * 0.6)
        panel = self._block(lines, self.width // 2, 20 + int(len(lines) * TEXT * LEADING + 24), "panel")
        if redo.kind != "watch":
            return [panel]
        left, _, right, bottom = panel.rect
        go = Control(
            (right - 140, bottom + 8, right, bottom + 56), (self.say("go_on"),), "good", {"kind": "go"}, "enter"
        )
        return [panel, go]

    def debrief(self) -> list[Control]:
        said, averted = self.scenario.debrief, self.state.outcome == "averted"
        wide = min(self.width * 0.72, 860) - 60
        head = [self.say("averted" if averted else "accident"), ""]
        if not averted:
            head += [*broken(self.words(self.scenario.accident.chain), TEXT, wide), ""]
        head += broken(self.words(said.text), TEXT, wide)
        go = self.say("to_end" if averted else "to_redo")
        return self._stack(head, [(go, {"kind": "go"}, "enter")], "good")

    def pause(self) -> list[Control]:
        rows = [
            (self.say("resume"), {"kind": "resume"}, "space"),
            (self.say("stop"), {"kind": "stop", "by": "trainee"}, "escape"),
        ]
        return self._stack([self.say("paused")], rows)


def font_width(line: str, size: int) -> float:
    """How many pixels wide a line is."""
    return font(size).getlength(line)
