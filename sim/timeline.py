"""What happens when in a session: everything that came of a trainee's doings, and every line that was said.

It is what a trainer looks at after letting a script play: a table of moments, each in words.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from scenarios.loader import scenario_hash
from scenarios.model import Scenario, Text
from scenarios.registry import registry
from sim import ENGINE
from sim.log import Log
from sim.log.events import End, Event, Header
from sim.play import moments
from sim.session import FLAG_KINDS, Happening, Session
from sim.state import CaptionState
from sim.trainees import ScriptedName, scripted
from sim.verdict import Scorer, Verdict
from sim.words import both

SAID = "said"
"""The kind of a row that is a line on the screen; the other kinds are those of happenings."""


@dataclass(frozen=True)
class Row:
    """One moment. ``time`` is session time, ``scene_time`` stands still while something is asked; in seconds."""

    time: float
    scene_time: float
    kind: str
    subject: str
    """The hazard, decision, deed, exercise, step or thing concerned; who speaks, of a line."""
    text: Text
    """The whole of it in words."""


@dataclass(frozen=True)
class Timeline:
    """A session played to its end."""

    rows: list[Row]
    seconds: float
    outcome: str | None
    """``accident`` or ``averted``; None when it came to neither."""
    verdict: Verdict

    def as_json(self) -> dict[str, Any]:
        """Plain values, as ``qianche play --timeline --json`` prints them."""
        return {
            "seconds": self.seconds,
            "outcome": self.outcome,
            "score": self.verdict.total,
            "passed": self.verdict.passed,
            "rows": [asdict(row) | {"text": row.text.model_dump()} for row in self.rows],
        }


def timeline(scenario: Scenario, trainee: ScriptedName, seed: int = 0) -> list[Row]:
    """What happens in a session that a scripted trainee plays, in the order of time."""
    return _played(scenario, trainee, seed)[1]


def scored_timeline(scenario: Scenario, trainee: ScriptedName, scorer: Scorer, seed: int = 0) -> Timeline:
    """The same with its score; ``scorer`` is ``scoring.score``."""
    session, rows, events = _played(scenario, trainee, seed)
    header = Header(
        session="timeline",
        scenario=scenario.id,
        scenario_hash=scenario_hash(scenario),
        engine=ENGINE,
        seed=seed,
        input="script",
        station="timeline",
        learner="anonymous",
        lang="zh",
        started="",
    )
    verdict = scorer(Log(header, tuple(events), End(t=session.time, digest=""), False), scenario)
    return Timeline(rows, session.time, session.outcome, verdict)


def _played(scenario: Scenario, trainee: ScriptedName, seed: int) -> tuple[Session, list[Row], list[Event]]:
    session = Session(scenario, seed)
    rows = [_line(session, caption) for caption in session.state().captions]
    events, told, said = [], 0, {caption.key for caption in session.state().captions}
    for event in moments(session, scripted(trainee, scenario, seed)):
        events += [event] if event is not None else []
        rows += [_moment(scenario, happening) for happening in session.happenings[told:]]
        told = len(session.happenings)
        lines = [caption for caption in session.state().captions if caption.key not in said]
        said |= {caption.key for caption in lines}
        rows += [_line(session, caption) for caption in lines]
    return session, rows, events


def _line(session: Session, caption: CaptionState) -> Row:
    speaker = caption.speaker or both("engine.timeline.narrator")
    line = both("engine.timeline.said", who=speaker, line=caption.text)
    return Row(round(session.time - caption.age, 3), session.scene_time, SAID, caption.who, line)


def _moment(scenario: Scenario, happening: Happening) -> Row:
    words = both(
        f"engine.timeline.{happening.kind}",
        subject=_subject(scenario, happening),
        detail=_detail(scenario, happening),
    )
    return Row(happening.session_time, happening.scene_time, happening.kind, happening.subject, words)


def _subject(scenario: Scenario, happening: Happening) -> Text:
    """What a happening concerns, as the scenario calls it."""
    name = happening.subject
    if name in scenario.hazards and happening.kind not in ("lure", "nothing"):
        return scenario.hazards[name].label
    if name in scenario.decisions:
        return scenario.decisions[name].ask
    if name in scenario.deeds:
        return scenario.deeds[name].text
    if name in scenario.exercises:
        return scenario.exercises[name].ask
    lures = {lure.target: lure.label for lure in scenario.lures}
    if name in lures:
        return lures[name]
    return _plain(name) if name else both("engine.timeline.nothing_there")


def _detail(scenario: Scenario, happening: Happening) -> Text:
    """The option, the problem, or what brought it about."""
    detail = happening.detail
    if happening.kind in FLAG_KINDS and detail in registry().problems:
        label = registry().problems[detail]
        return Text(zh=label.zh, en=label.en)
    if happening.kind == "answered":
        return scenario.decisions[happening.subject].options[detail].text
    if happening.kind in ("accident", "averted"):
        return _cause(scenario, detail)
    return _plain(detail or "-")


def _cause(scenario: Scenario, cause: str) -> Text:
    """What brought an ending about: its time, the storyboard, that nothing was left, an option or a deed."""
    if cause in scenario.deeds:
        return scenario.deeds[cause].text
    decision, _, option = cause.partition(".")
    if option and decision in scenario.decisions:
        return scenario.decisions[decision].options[option].text
    return both(f"engine.timeline.cause.{cause}")


def _plain(name: str) -> Text:
    return Text(zh=name, en=name)
