"""How the trainee feels, asked before and after: four symptoms in plain words. Kept beside the log, never scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from sim.display.headset.desk.act import Act, Said
from sim.display.headset.desk.before_and_after import GO, LEAVE
from sim.display.headset.desk.notice import Notice, notice
from sim.display.headset.desk.person import Person
from sim.display.headset.shown import Style
from sim.display.intents import Intent
from sim.display.offers import Option

Moment = Literal["before", "after"]
Symptom = Literal["stomach", "dizzy", "eyes", "head"]
SYMPTOMS: tuple[Symptom, ...] = ("stomach", "dizzy", "eyes", "head")
DEGREES = ("none", "slight", "moderate", "severe")
UNWELL = 2
"""From this degree of any symptom on a rest is advised."""
SUFFIX = ".feeling.json"


class Feeling(Act):
    """The questions of one moment, one after the other; whoever does not feel well is advised to rest."""

    def __init__(self, said: Said, moment: Moment, kept: Path) -> None:
        """``kept``: the file of the answers, see ``answers_beside``."""
        self._said, self._moment, self._kept = said, moment, kept
        self._answers: dict[Symptom, int] = {}
        self._advising = False
        self.declined = False

    def notices(self, person: Person) -> list[Notice]:
        if self._advising:
            return [self._advice()]
        symptom = SYMPTOMS[len(self._answers)]
        degrees: list[tuple[Option, Style]] = [
            (Option(self._said(f"feeling.{name}"), {"kind": "feel", "degree": degree}), "choice")
            for degree, name in enumerate(DEGREES)
        ]
        title, words = self._said(f"feeling.title_{self._moment}"), self._said(f"feeling.{symptom}")
        share = len(self._answers) / len(SYMPTOMS)
        return [notice(f"feeling.{symptom}", title, (words,), degrees, share=share)]

    def _advice(self) -> Notice:
        options: list[tuple[Option, Style]] = [(Option(self._said("rest.understood"), GO), "good")]
        if self._moment == "before":
            leave, stay = self._said("feeling.leave"), self._said("feeling.go_on")
            options = [(Option(leave, LEAVE), "good"), (Option(stay, GO), "plain")]
        lines = (self._said(f"feeling.unwell_{self._moment}"),)
        return notice("feeling.advice", self._said("feeling.unwell"), lines, options)

    def take(self, intent: Intent) -> None:
        if self._advising:
            self.over, self.declined = True, intent == LEAVE
            return
        self._answers[SYMPTOMS[len(self._answers)]] = intent["degree"]
        if len(self._answers) == len(SYMPTOMS):
            keep(self._kept, self._moment, self._answers)
            self._advising = max(self._answers.values()) >= UNWELL
            self.over = not self._advising


def answers_beside(log: Path) -> Path:
    """Where the answers are kept that belong to the log at ``log``."""
    return log.with_name(log.name.removesuffix(".jsonl") + SUFFIX)


def keep(path: Path, moment: Moment, answers: dict[Symptom, int]) -> None:
    """Put the answers of one moment, degrees from 0 to 3, to those that are in the file; it is never half written."""
    written = path.with_name(path.name + ".new")
    written.write_text(json.dumps({**_kept(path), moment: answers}), "utf-8")
    written.replace(path)


def _kept(path: Path) -> dict[str, dict[Symptom, int]]:
    """What is in the file; nothing where a power cut has left no answers in it."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
