"""Proof: every wrong option has the consequence that the scenario states.

Each is chosen by a trainee who is perfect but for it. One that starts the accident at once must do
so; any other must be told what follows from it, be counted as wrong and cost points. A decision that
the perfect trainee never meets, since it belongs to the accident, is met by one who flags nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Option
from sim.check.proof import CheckContext, CheckResult, Finding
from sim.log.events import Event
from sim.play import play
from sim.session import Happening, Session
from sim.trainees import Perfect, scripted

CHECK = "wrong_options"


def wrong_options(context: CheckContext) -> CheckResult:
    scenario = context.scenario
    best = context.verdict(*play(scenario, scripted("perfect", scenario))).total
    findings: list[Finding] = []
    played = 0
    for decision, written in scenario.decisions.items():
        for letter, option in written.options.items():
            if not option.right:
                findings += _consequence_is_missing(context, decision, letter, best)
                played += 1
    return context.result(CHECK, findings, options=played)


def _consequence_is_missing(context: CheckContext, decision: str, letter: str, best: float) -> Iterator[Finding]:
    where = ("decisions", decision, "options", letter)
    option = context.scenario.decisions[decision].options[letter]
    met = _played_to(context, decision, letter)
    if met is None:
        yield context.finding(("decisions", decision), f"{CHECK}.never_asked", decision=decision)
        return
    session, events, answer = met
    accident = next((it for it in session.happenings if it.kind == "accident"), None)
    if f"{decision}.{letter}" in context.scenario.accident.at_once:
        if accident is None or accident.scene_time != answer.scene_time:
            yield context.finding(where, f"{CHECK}.no_accident", option=option.text)
    elif accident is not None and accident.detail == f"{decision}.{letter}":
        yield context.finding(where, f"{CHECK}.sudden_accident", option=option.text)
    if not _is_told(context, events, answer, option):
        yield context.finding((*where, "then"), f"{CHECK}.not_told", option=option.text)
    if context.verdict(session, events).total >= best:
        yield context.finding(where, f"{CHECK}.costs_nothing", option=option.text)


def _played_to(context: CheckContext, decision: str, letter: str) -> tuple[Session, list[Event], Happening] | None:
    """A session in which the option was chosen: by who flags everything, or by who flags and decides
    nothing else."""
    scenario, wrongly = context.scenario, {decision: letter}
    others_wrong = {name: _any_wrong(context, name) for name in scenario.decisions} | wrongly
    for trainee in (
        Perfect(scenario, wrongly),
        Perfect(scenario, wrongly, flag=False),
        Perfect(scenario, others_wrong, flag=False),
    ):
        session, events = play(scenario, trainee)
        for happening in session.happenings:
            if happening.kind == "answered" and (happening.subject, happening.detail) == (decision, letter):
                return session, events, happening
    return None


def _any_wrong(context: CheckContext, decision: str) -> str:
    options = context.scenario.decisions[decision].options
    return next(letter for letter, option in options.items() if not option.right)


def _is_told(context: CheckContext, events: list[Event], answer: Happening, option: Option) -> bool:
    """Whether, right after the answer, a caption says what follows from the option."""
    session = Session(context.scenario)
    for event in events:
        if event.t <= answer.session_time:
            session.apply(event)
    return any(caption.text == option.then for caption in session.state().captions)
