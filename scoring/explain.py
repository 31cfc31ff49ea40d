"""Says in both languages how each row of a score came about."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from common.text import Lang, text
from scenarios.model import Scenario, Text
from scenarios.own_models import prop_entry
from scenarios.registry import registry
from scoring.decisions import DecisionResult
from scoring.deeds import DeedResult, ExerciseResult
from scoring.false_alarms import FalseAlarm
from scoring.formula import FALSE_ALARM_COSTS, INPUT_LAG, PASS_TOTAL
from scoring.hazard_points import HazardPoints
from scoring.misses import Misses
from scoring.played import Outcome
from scoring.total import Total
from sim.log.events import InputKind


def in_both(say: Callable[[Lang], str]) -> Text:
    """A text made in each language."""
    return Text(zh=say("zh"), en=say("en"))


def figure(value: Fraction | float) -> str:
    """A figure for reading: at most one decimal place."""
    return f"{float(value):.1f}".removesuffix(".0")


def hazard_text(result: HazardPoints, scenario: Scenario, kind: InputKind, said: str) -> Text:
    """How a hazard's points came about; ``said`` is the problem that was named."""
    hazard = scenario.hazards[result.id]
    opens, closes = (figure(edge) for edge in hazard.window)

    def say(lang: Lang) -> str:
        if not result.found:
            return text(
                f"scoring.hazard.{result.status}", lang, opens=opens, closes=closes, cue=getattr(hazard.cue, lang)
            )
        key = "found_latent" if hazard.latent and result.status == "found" else result.status
        found = text(
            f"scoring.hazard.{key}",
            lang,
            at=figure(result.flagged_at),
            opens=opens,
            closes=closes,
            response=figure(result.response),
            fifth=result.fifth,
            points=figure(result.points),
            said=problem_label(said, lang),
            right=problem_label(hazard.problem, lang),
        )
        return found + (_lag(kind, lang) if not hazard.latent else "")

    return in_both(say)


def _lag(kind: InputKind, lang: Lang) -> str:
    lag = INPUT_LAG[kind]
    return text("scoring.hazard.lag", lang, kind=text(f"scoring.kind.{kind}", lang), lag=figure(lag)) if lag else ""


def problem_label(problem: str, lang: Lang) -> str:
    """What a problem is called; one that the language does not know stands for itself."""
    label = registry().problems.get(problem)
    return getattr(label, lang) if label else problem


def alarm_label(target: str, scenario: Scenario) -> Text:
    """What a trainee calls the thing that was flagged."""
    for lure in scenario.lures:
        if lure.target == target:
            return lure.label
    if target in scenario.actors:
        return scenario.actors[target].name
    prop = scenario.props.get(target) or scenario.carried.get(target)
    entry = prop_entry(prop.prop) if prop else None
    if entry is None:
        return in_both(lambda lang: text("scoring.alarm.nothing_there", lang))
    return Text(zh=entry.zh, en=entry.en)


def alarm_text(alarm: FalseAlarm, label: Text, scenario: Scenario, *, first: bool) -> Text:
    """Why it was false, and what it costs."""
    whys = {lure.target: lure.why for lure in scenario.lures}

    def say(lang: Lang) -> str:
        why = getattr(whys[alarm.target], lang) if alarm.kind == "lure" else ""
        said = text(f"scoring.alarm.{alarm.kind}", lang, at=figure(alarm.at), label=getattr(label, lang), why=why)
        if first:
            return said + text("scoring.alarm.free", lang)
        key = "cost" if alarm.cost == FALSE_ALARM_COSTS else "capped"
        return said + text(f"scoring.alarm.{key}", lang, cost=figure(alarm.cost))

    return in_both(say)


def decision_text(result: DecisionResult, scenario: Scenario) -> Text:
    """What was chosen and what would have been right."""
    options = scenario.decisions[result.id].options

    def say(lang: Lang) -> str:
        chosen = getattr(options[result.option].text, lang) if result.option else ""
        right = getattr(options[result.right_option].text, lang)
        return text(f"scoring.decision.{result.status}", lang, chosen=chosen, right=right)

    return in_both(say)


def deed_text(result: DeedResult, scenario: Scenario) -> Text:
    """What was done and what followed, or what was to be done."""
    then = scenario.deeds[result.id].then

    def say(lang: Lang) -> str:
        at = "" if result.at is None else figure(result.at)
        said = text(f"scoring.deed.{result.status}", lang, at=at)
        if then is None or result.status == "not_done":
            return said
        return said + text("scoring.deed.then", lang, then=getattr(then, lang))

    return in_both(say)


def exercise_text(result: ExerciseResult, scenario: Scenario) -> Text:
    """How an exercise came out, with its right rhythm."""
    slowest, fastest = scenario.exercises[result.id].beats_per_minute
    return in_both(
        lambda lang: text(f"scoring.exercise.{result.status}", lang, slowest=figure(slowest), fastest=figure(fastest))
    )


def total_text(result: Total, missed: Misses, outcome: Outcome) -> Text:
    """The score in a sentence: passed, or what stood against it."""
    if result.passed:
        key = "passed"
    elif outcome != "averted":
        key = outcome
    else:
        key = "below" if result.total < PASS_TOTAL else "chain"
    return in_both(
        lambda lang: text(
            f"scoring.total.{key}",
            lang,
            total=figure(result.total),
            hazards=figure(result.hazards),
            decisions=figure(result.decisions),
            penalty=figure(result.penalty),
            needed=figure(PASS_TOTAL),
            chain=missed.chain,
            named=missed.chain_named,
        )
    )
