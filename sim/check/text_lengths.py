"""Proof: every text fits where it is shown, and can be read while it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scenarios.model import Action, Text
from sim.check.proof import CheckContext, CheckResult, Where

CHECK = "text_lengths"
BUDGETS = {
    "title": (18, 60),
    "label": (24, 64),
    "cue": (60, 150),
    "why": (120, 330),
    "ask": (40, 110),
    "option": (60, 170),
    "then": (90, 240),
    "deed": (24, 64),
    "say": (52, 150),
    "right_way": (60, 170),
    "content_warning": (140, 380),
}
"""Most characters, Chinese and English, by kind of text."""


def text_lengths(context: CheckContext) -> CheckResult:
    findings = []
    longest = 0.0
    for kind, where, written in _texts(context):
        for lang, most in zip(("zh", "en"), BUDGETS[kind], strict=True):
            length = len(getattr(written, lang))
            longest = max(longest, length / most)
            if length > most:
                findings.append(context.finding((*where, lang), f"{CHECK}.too_long", length=length, most=most))
    return context.result(CHECK, findings, fullest=round(longest, 2))


def _texts(context: CheckContext) -> Iterator[tuple[str, Where, Text]]:
    """Every text with its kind and place."""
    scenario = context.scenario
    yield "title", ("title",), scenario.title
    yield "content_warning", ("content_warning",), scenario.content_warning
    for name, hazard in scenario.hazards.items():
        for kind in ("label", "cue", "why"):
            yield kind, ("hazards", name, kind), getattr(hazard, kind)
        yield from _said(("hazards", name, "corrected"), hazard.corrected)
    for number, lure in enumerate(scenario.lures):
        yield "label", ("lures", number, "label"), lure.label
        yield "why", ("lures", number, "why"), lure.why
    for name, decision in scenario.decisions.items():
        yield "ask", ("decisions", name, "ask"), decision.ask
        for letter, option in decision.options.items():
            where = ("decisions", name, "options", letter)
            yield "option", (*where, "text"), option.text
            yield "then", (*where, "then"), option.then
            yield from _said((*where, "do"), option.do)
    for name, deed in scenario.deeds.items():
        yield "deed", ("deeds", name, "text"), deed.text
        if deed.then is not None:
            yield "then", ("deeds", name, "then"), deed.then
        yield from _said(("deeds", name, "do"), deed.do)
    for name, exercise in scenario.exercises.items():
        yield "ask", ("exercises", name, "ask"), exercise.ask
        for key, outcome in (("good", exercise.good), ("poor", exercise.poor)):
            yield "then", ("exercises", name, key, "then"), outcome.then
            yield from _said(("exercises", name, key, "do"), outcome.do)
    for number, step in enumerate(scenario.storyboard):
        yield from _said(("storyboard", number, "do"), step.do)
    for ending in ("accident", "averted"):
        for number, timed in enumerate(getattr(scenario, ending).steps):
            yield from _said((ending, "steps", number, "do"), timed.do)
    for number, line in enumerate(scenario.debrief.right_way):
        yield "right_way", ("debrief", "right_way", number), line


def _said(where: Where, actions: Iterable[Action]) -> Iterator[tuple[str, Where, Text]]:
    for number, action in enumerate(actions):
        if action.say is not None:
            yield "say", (*where, number, "say", "text"), action.say.text
