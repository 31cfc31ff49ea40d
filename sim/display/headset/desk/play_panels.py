"""The panels of a session: its questions, what is said, what was found, the pause."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scenarios.model import Scenario
from sim.audio.captions import sound_captions
from sim.display.headset.desk.act import Said, manner_of
from sim.display.headset.desk.belt import Belt
from sim.display.headset.desk.notice import Notice, notice
from sim.display.headset.desk.person import Person
from sim.display.headset.desk.wearing import Trouble
from sim.display.headset.shown import Style
from sim.display.intents import Intent
from sim.display.offers import Asked, Offers, Option, Question
from sim.state import SceneState, Vec3

WIDE, WHEEL_WIDE = 1.0, 0.72
"""Metres."""
NEVER_MIND: Intent = {"kind": "never mind"}
RECENTRE: Intent = {"kind": "recentre"}
CAPTIONS: Intent = {"kind": "captions"}
WITHOUT: Intent = {"kind": "without controllers"}
FINISH: Intent = {"kind": "finish first"}
PAUSE: Intent = {"kind": "pause"}
BELTED = ("scene", "accident", "averted", "redo")
"""Phases in which there is a panel at the wrist."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question about a thing, with the direction in which that is seen."""

    question: Question
    towards: Vec3
    number: int
    """Another number is another question, also about the same thing."""


class PlayPanels:
    """``turns``: whether one can be turned by other than the own feet."""

    def __init__(self, offers: Offers, scenario: Scenario, said: Said, *, turns: bool) -> None:
        self._offers, self._scenario, self._said, self._turns = offers, scenario, said, turns
        self._belt = Belt()
        self.captioned = True

    def notices(self, state: SceneState, person: Person, question: OpenQuestion | None, words: str) -> list[Notice]:
        """All panels of a moment that is not paused; ``words`` are told beside them for now."""
        found = self._question_of(state, person)
        if not found and question is not None:
            found = self._wheel(question)
        if (hint := self._hint(state, words)) is not None:
            found.append(hint)
        if self.captioned and (caption := self._caption(state, person)) is not None:
            found.append(caption)
        if state.phase in BELTED:
            found += self._at_belt(state, person)
        return found

    def _question_of(self, state: SceneState, person: Person) -> list[Notice]:
        """What the session asks by itself."""
        if state.phase == "debrief":
            return [self._plain("debrief", self._offers.debrief(state), "good")]
        if state.decision is not None:
            return [self._decision(state)]
        if state.exercise is not None:
            return [self._exercise(state, person)]
        if state.redo is not None and state.redo.kind == "watch":
            return [self._plain(f"redo.{state.redo.index}", self._offers.redo(state), "good")]
        return []

    def _plain(self, key: str, asked: Asked, style: Style) -> Notice:
        lines = [line for line in asked.paragraphs if line]
        return notice(key, asked.heading, lines, [(option, style) for option in asked.options], width=WIDE)

    def _in_redo(self, state: SceneState) -> tuple[str, ...]:
        return () if state.redo is None else (self._offers.redo(state).heading,)

    def _decision(self, state: SceneState) -> Notice:
        asked, limit = self._offers.decision(state), self._scenario.decisions[state.decision.id].limit
        share = None if state.phase == "redo" else state.decision.left / limit
        options: list[tuple[Option, Style]] = [(option, "choice") for option in asked.options]
        key = f"decision.{state.decision.id}.{state.phase}"
        return notice(key, asked.heading, self._in_redo(state), options, share=share, width=WIDE)

    def _exercise(self, state: SceneState, person: Person) -> Notice:
        """Its button shows the rhythm; it is pressed by any trigger, wherever that points."""
        asked, beats = self._offers.exercise(state), self._scenario.exercises[state.exercise.id].beats
        lines = (*self._in_redo(state), self._said(f"press.{manner_of(person)}"), self._offers.pace(state))
        shown = notice(
            f"exercise.{state.exercise.id}.{state.phase}", asked.heading, lines,
            [(option, "round") for option in asked.options], share=state.exercise.beats / beats, width=WIDE,
        )  # fmt: skip
        buttons = tuple(replace(button, swell=self._offers.swell(state)) for button in shown.panel.buttons)
        return replace(shown, panel=replace(shown.panel, buttons=buttons), intents={})

    def _wheel(self, question: OpenQuestion) -> list[Notice]:
        """What may be wrong on the right of the thing, what can be done on its left, and the way out."""
        problems, deeds = self._offers.problems(question.question), self._offers.deeds(question.question)
        asked = [each for each in (problems, deeds) if each.options]
        never_mind: tuple[Option, Style] = (Option(self._offers.say("never_mind"), NEVER_MIND), "plain")
        found = []
        for index, each in enumerate(asked):
            options: list[tuple[Option, Style]] = [(option, "choice") for option in each.options]
            options += [never_mind] if index == 0 else []
            found.append(
                notice(
                    f"wheel.{question.number}.{index}",
                    each.heading,
                    (),
                    options,
                    kind="wheel",
                    where="beside",
                    width=WHEEL_WIDE,
                    towards=question.towards,
                    left=index == 1,
                )  # fmt: skip
            )
        return found

    def _hint(self, state: SceneState, words: str) -> Notice | None:
        wanted = state.redo is not None and state.redo.kind in ("flag", "do")
        lines = [*(self._in_redo(state) if wanted else ()), *([words] if words else [])]
        return notice("hint", "", lines, kind="hint", where="hint") if lines else None

    def _caption(self, state: SceneState, person: Person) -> Notice | None:
        """What is said, by whom, and what is heard, from where."""
        lines = [self._said("spoken", who=who, words=it) if who else it for who, it in self._offers.said(state)]
        heard = sound_captions(state.sounds, person.head.position, person.heading)
        if heard:
            lines.append("　".join(each.words(self._said.lang) for each in heard))
        return notice("caption", "", lines, kind="caption", where="caption", width=WIDE) if lines else None

    def _at_belt(self, state: SceneState, person: Person) -> list[Notice]:
        options: list[tuple[Option, Style]] = [(Option(self._said("pause"), PAUSE), "plain")]
        if self._turns and manner_of(person) == "gaze":
            ways = (("left", -1), ("right", 1))
            options += [
                (Option(self._said(f"turn_{name}"), {"kind": "turn", "way": way}), "plain") for name, way in ways
            ]
        length = self._scenario.accident.at
        share = state.time_left / length if state.phase == "scene" and length else None
        return self._belt.notices(person, self._offers.found(state), options, share)

    # --- paused -----------------------------------------------------------------------------------------

    def pause(self, trouble: Trouble | None) -> Notice:
        """The pause: by the trainee's own wish, or for a trouble, which is told."""
        asked = self._offers.paused()
        lines = (self._said(f"trouble.{trouble}"),) if trouble else ()
        key = f"pause.{trouble or 'own'}"
        if trouble in ("menu", "lost"):
            return notice(key, asked.heading, lines)
        if trouble == "controllers":
            without: tuple[Option, Style] = (Option(self._said("without_controllers"), WITHOUT), "good")
            return notice(key, asked.heading, lines, [without])
        resume, stop = asked.options
        captions = Option(self._said("captions_off" if self.captioned else "captions_on"), CAPTIONS)
        recentre = Option(self._said("recentre"), RECENTRE)
        return notice(
            key, asked.heading, lines, [(resume, "good"), (recentre, "plain"), (captions, "plain"), (stop, "plain")]
        )

    def rest(self, minutes: float) -> Notice:
        """A break is due."""
        stop = self._offers.paused().options[1]
        finish = Option(self._said("rest.finish"), FINISH)
        lines = (self._said("rest.text", minutes=round(minutes)),)
        return notice("rest", self._said("rest.title"), lines, [(stop, "good"), (finish, "plain")])
