"""What a moment of a session asks and offers, in words: the same for a window and for a headset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from common.text import Lang, text
from scenarios.model import Scenario
from scenarios.model import Text as Words
from scenarios.registry import registry
from sim.display.intents import Intent
from sim.session.rhythm import SECONDS_PER_MINUTE, pace_of
from sim.session.wheel import choices, deeds_on, option_order
from sim.state import Phase, SceneState

Device = Literal["window", "headset"]
"""Whose words are used where they name keys or hands."""
BEAT: Intent = {"kind": "beat"}
GO: Intent = {"kind": "go"}
SAID_LAST = 2


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, and what is asked for by it."""

    text: str
    intent: Intent


@dataclass(frozen=True, slots=True)
class Asked:
    """A heading, paragraphs under it (an empty one is a gap), and what can be chosen."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is wrong with a thing, and what can be done to it."""

    target: str
    """A thing's name, or empty for nothing."""
    problems: tuple[str, ...]
    deeds: tuple[str, ...]
    phase: Phase
    """The phase it was asked in; it is void with it."""


class Offers:
    """The offers of one session. ``seed`` is the session's: it settles every order."""

    def __init__(self, scenario: Scenario, lang: Lang, seed: int, device: Device) -> None:
        self._scenario, self._lang, self._seed, self._device = scenario, lang, seed, device

    def say(self, key: str, **places: object) -> str:
        return text(f"display.offer.{key}", self._lang, **places)

    def _by_device(self, key: str, **places: object) -> str:
        return text(f"display.{self._device}.{key}", self._lang, **places)

    def words(self, words: Words) -> str:
        return getattr(words, self._lang)

    # --- what is said -------------------------------------------------------------------------------

    def found(self, state: SceneState) -> str:
        return self.say("found", found=len(state.flagged), total=len(self._scenario.hazards))

    def said(self, state: SceneState) -> list[tuple[str, str]]:
        """The last lines that are being said: each speaker (empty: the narrator), and the words."""
        latest = state.captions[-SAID_LAST:]
        return [(self.words(it.speaker) if it.speaker else "", self.words(it.text)) for it in latest]

    def pace(self, state: SceneState) -> str:
        """How the rhythm of the exercise under way is kept."""
        exercise = self._scenario.exercises[state.exercise.id]
        return self.say(f"pace.{pace_of(exercise, state.exercise.rate)}")

    def swell(self, state: SceneState) -> float:
        """How far a button that shows the right rhythm has swollen, 1 on the beat and 0 before the next."""
        exercise = self._scenario.exercises[state.exercise.id]
        beats = state.session_time * sum(exercise.beats_per_minute) / 2 / SECONDS_PER_MINUTE
        return (1 - beats % 1) ** 2

    # --- what is asked ------------------------------------------------------------------------------

    def decision(self, state: SceneState) -> Asked:
        name = state.decision.id
        decision = self._scenario.decisions[name]
        options = (
            Option(self.words(decision.options[letter].text), {"kind": "choose", "decision": name, "option": letter})
            for letter in option_order(decision, name, self._seed)
        )
        return Asked(self.words(decision.ask), options=tuple(options))

    def exercise(self, state: SceneState) -> Asked:
        asked = self.words(self._scenario.exercises[state.exercise.id].ask)
        return Asked(asked, options=(Option(self._by_device("beat"), BEAT),))

    def redo(self, state: SceneState) -> Asked:
        redo = state.redo
        label = self.words(self._scenario.hazards[redo.hazard].label) if redo.kind == "flag" else ""
        label = self.words(self._scenario.deeds[redo.deed].text) if redo.kind == "do" else label
        wanted = redo.kind in ("flag", "do")
        said = self._by_device(f"redo_{redo.kind}", label=label) if wanted else self.say(f"redo_{redo.kind}")
        options = (Option(self.say("go_on"), GO),) if redo.kind == "watch" else ()
        return Asked(f"{redo.index + 1} / {redo.count}  {said}", options=options)

    def debrief(self, state: SceneState) -> Asked:
        averted = state.outcome == "averted"
        told = (self.words(self._scenario.debrief.text),)
        if not averted:
            told = (self.words(self._scenario.accident.chain), "", *told)
        go = Option(self.say("to_end" if averted else "to_redo"), GO)
        return Asked(self.say("averted" if averted else "accident"), told, (go,))

    def paused(self) -> Asked:
        resume = Option(self._by_device("resume"), {"kind": "resume"})
        stop = Option(self._by_device("stop"), {"kind": "stop", "by": "trainee"})
        return Asked(self.say("paused"), options=(resume, stop))

    def problems(self, question: Question) -> Asked:
        """What may be wrong with the thing."""
        known = registry().problems
        options = (
            Option(self.words(known[it]), {"kind": "flag", "target": question.target, "problem": it})
            for it in question.problems
        )
        return Asked(self.say("what_is_wrong"), options=tuple(options))

    def deeds(self, question: Question) -> Asked:
        """What can be done to the thing."""
        written = self._scenario.deeds
        options = (Option(self.words(written[it].text), {"kind": "do", "deed": it}) for it in question.deeds)
        return Asked(self.say("do"), options=tuple(options))

    def pointed_at(self, state: SceneState, target: str) -> Intent | Question | None:
        """What follows when the trainee means a thing: a question, in the redo the step itself, or nothing."""
        deeds = deeds_on(self._scenario, target, state.deeds, self._seed)
        if state.redo is not None and deeds:
            return {"kind": "do", "deed": deeds[0]}
        offered = choices(self._scenario, target, self._seed)
        if state.redo is not None:
            return {"kind": "flag", "target": target, "problem": offered[0]}
        if state.phase != "scene" and not deeds:
            return None
        # In an ending nothing is to be found any more, but something may be to be done.
        return Question(target, offered if state.phase == "scene" else (), deeds, state.phase)
