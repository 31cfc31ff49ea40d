"""The score of a session: figures, rows that explain them, and how to get it from a log."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from scenarios import load
from scenarios.model import Scenario, Text
from scoring.decisions import DecisionResult, decisions, decisions_share
from scoring.deeds import DeedResult, ExerciseResult, deeds, exercises
from scoring.explain import (
    alarm_label,
    alarm_text,
    decision_text,
    deed_text,
    exercise_text,
    hazard_text,
    total_text,
)
from scoring.false_alarms import FalseAlarm, false_alarms
from scoring.formula import FORMULA, FULL_POINTS
from scoring.hazard_points import HazardPoints, full_share, hazard_points, hazards_share
from scoring.misses import Misses, misses
from scoring.played import Outcome, Played, played
from scoring.rows import AlarmRow, DecisionRow, DeedRow, ExerciseRow, HazardRow
from scoring.sensitivity import Sensitivity, sensitivity
from scoring.total import Parts, Total, parts, total
from sim.log import Log, read_log
from sim.session import FOUND_KINDS


class Score(BaseModel):
    """A score. It depends on the log and the scenario alone: the same log gives the same bytes of JSON."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    formula: str
    session: str
    scenario: str
    scenario_hash: str
    outcome: Outcome
    total: float
    passed: bool
    hazards_found: int
    hazards_total: int
    false_alarms: int
    redo_finished: bool
    """Whether the right way was gone to its end after an accident; not scored."""
    measures: dict[str, float]
    explanation: Text
    hazards: tuple[HazardRow, ...]
    alarms: tuple[AlarmRow, ...]
    decisions: tuple[DecisionRow, ...]
    deeds: tuple[DeedRow, ...] = ()
    exercises: tuple[ExerciseRow, ...] = ()


def score(log: Log, scenario: Scenario) -> Score:
    """Score a finished log.

    Raises:
        OtherScenario, Unfinished, DoesNotFit: the log cannot be scored with this scenario.
    """
    session = played(log, scenario)
    hazards = hazard_points(session)
    missed = misses(hazards, scenario)
    alarms = false_alarms(session)
    decided = decisions(session)
    shares = hazards_share(hazards), decisions_share(decided)
    result = total(*shares, alarms, missed, session.outcome)
    split = parts(*shares)
    return Score(
        formula=FORMULA,
        session=log.header.session,
        scenario=scenario.id,
        scenario_hash=log.header.scenario_hash,
        outcome=session.outcome,
        total=float(result.total),
        passed=result.passed,
        hazards_found=sum(hazard.found for hazard in hazards),
        hazards_total=len(hazards),
        false_alarms=len(alarms),
        redo_finished=any(session.of_kind("redo_finished")),
        measures=_measures(result, missed, sensitivity(hazards, alarms, scenario), hazards, session),
        explanation=total_text(result, missed, session.outcome),
        hazards=_hazard_rows(session, hazards, split),
        alarms=_alarm_rows(alarms, scenario),
        decisions=_decision_rows(decided, scenario, split),
        deeds=_deed_rows(deeds(session), scenario),
        exercises=_exercise_rows(exercises(session), scenario),
    )


def score_file(path: Path, scenario_path: Path | None = None) -> Score:
    """Score the log at ``path`` with the scenario it names in the bank, or with ``scenario_path``.

    Raises:
        LogDamaged: the log is not what was written.
        ScenarioUnknown, ScenarioInvalid: there is no such scenario, or it has faults.
        OtherScenario, Unfinished, DoesNotFit: the log cannot be scored with it.
    """
    log = read_log(path)
    return score(log, load(scenario_path or log.header.scenario).scenario)


def _measures(
    result: Total, missed: Misses, told: Sensitivity | None, hazards: tuple[HazardPoints, ...], session: Played
) -> dict[str, float]:
    """Every figure by name, for statistics over many sessions; what cannot be told is left out."""
    responses = [hazard.response for hazard in hazards if hazard.response is not None]
    known: dict[str, Fraction | float | None] = {
        "hazards": result.hazards,
        "decisions": result.decisions,
        "penalty": result.penalty,
        "missed": len(missed.missed),
        "recognition_rate": missed.rate,
        "chain": missed.chain,
        "chain_named": missed.chain_named,
        "response_mean": sum(responses, Fraction(0)) / len(responses) if responses else None,
        "d_prime": told.d_prime if told else None,
        "bias": told.bias if told else None,
        "duration": session.duration,
    }
    return {name: round(float(value), 3) for name, value in known.items() if value is not None}


def _hazard_rows(session: Played, hazards: tuple[HazardPoints, ...], split: Parts) -> tuple[HazardRow, ...]:
    said = {happening.subject: happening.detail for happening in session.of_kind(*FOUND_KINDS)}
    rows = []
    for result in hazards:
        hazard = session.scenario.hazards[result.id]
        worth = full_share(result, hazards, split.hazards)
        row = HazardRow(
            id=result.id,
            target=hazard.target,
            label=hazard.label,
            status=result.status,
            key=hazard.key,
            latent=hazard.latent,
            band=result.band,
            weight=result.weight,
            window=tuple(hazard.window),
            flagged_at=_shown(result.flagged_at),
            response=_shown(result.response),
            points=float(result.points),
            earned=_shown(worth * result.points / FULL_POINTS),
            worth=_shown(worth),
            standards=tuple(hazard.standards),
            explanation=hazard_text(result, session.scenario, session.header.input, said.get(result.id, "")),
        )
        rows.append(row)
    return tuple(rows)


def _alarm_rows(alarms: tuple[FalseAlarm, ...], scenario: Scenario) -> tuple[AlarmRow, ...]:
    rows = []
    for number, alarm in enumerate(alarms):
        label = alarm_label(alarm.target, scenario)
        explanation = alarm_text(alarm, label, scenario, first=number == 0)
        row = AlarmRow(
            target=alarm.target,
            label=label,
            kind=alarm.kind,
            at=_shown(alarm.at),
            cost=float(alarm.cost),
            explanation=explanation,
        )
        rows.append(row)
    return tuple(rows)


def _decision_rows(decided: tuple[DecisionResult, ...], scenario: Scenario, split: Parts) -> tuple[DecisionRow, ...]:
    counted = sum(result.counts for result in decided)
    rows = []
    for result in decided:
        worth = split.decisions / counted if result.counts else Fraction(0)
        row = DecisionRow(
            id=result.id,
            status=result.status,
            ask=scenario.decisions[result.id].ask,
            option=result.option,
            right_option=result.right_option,
            earned=_shown(worth if result.status == "right" else Fraction(0)),
            worth=_shown(worth),
            explanation=decision_text(result, scenario),
        )
        rows.append(row)
    return tuple(rows)


def _deed_rows(done: tuple[DeedResult, ...], scenario: Scenario) -> tuple[DeedRow, ...]:
    rows = []
    for result in done:
        deed = scenario.deeds[result.id]
        row = DeedRow(
            id=result.id,
            target=deed.target,
            status=result.status,
            label=deed.text,
            at=result.at,
            explanation=deed_text(result, scenario),
        )
        rows.append(row)
    return tuple(rows)


def _exercise_rows(done: tuple[ExerciseResult, ...], scenario: Scenario) -> tuple[ExerciseRow, ...]:
    return tuple(
        ExerciseRow(
            id=result.id,
            status=result.status,
            label=scenario.exercises[result.id].ask,
            explanation=exercise_text(result, scenario),
        )
        for result in done
    )


def _shown(value: Fraction | None) -> float | None:
    """A fraction as JSON holds it, to three places."""
    return None if value is None else round(float(value), 3)
