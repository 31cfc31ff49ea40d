"""What a check is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cached_property

from scenarios import LoadedScenario
from scenarios.model import Scenario, Text
from sim import ENGINE
from sim.log import Log
from sim.log.events import End, Event, Header
from sim.session import Session
from sim.verdict import Scorer, Verdict
from sim.words import both
from sim.world.compose import World, compose
from sim.world.picking import Picker

Where = tuple[str | int, ...]
"""A place in the scenario, for example ``("hazards", "no-rcd", "window")``."""


@dataclass(frozen=True)
class Finding:
    """Something that could not be proved: where in the file (line and column from 1) and what."""

    file: str
    line: int
    column: int
    text: Text


@dataclass(frozen=True)
class CheckResult:
    """Whether one check holds for one scenario. ``title`` says what was to be proved; ``findings`` why it
    could not be, empty when it holds; ``figures`` what was measured."""

    check: str
    scenario: str
    passed: bool
    title: Text
    findings: tuple[Finding, ...] = ()
    figures: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Plain values, as ``qianche check --json`` prints them."""
        plain = asdict(self) | {"title": self.title.model_dump()}
        plain["findings"] = [asdict(finding) | {"text": finding.text.model_dump()} for finding in self.findings]
        return plain


@dataclass(frozen=True)
class CheckContext:
    """A scenario to be proved, and the scorer (``scoring.score``) by which."""

    loaded: LoadedScenario
    scorer: Scorer

    @property
    def scenario(self) -> Scenario:
        return self.loaded.scenario

    @cached_property
    def world(self) -> World:
        """Its place and props, composed when the first proof asks for them."""
        return compose(self.scenario)

    @cached_property
    def picker(self) -> Picker:
        """Rays into that world; what was bent and built for one proof serves the next."""
        return Picker(self.world)

    def finding(self, where: Where, key: str, **places: object) -> Finding:
        """Something that could not be proved, at a place in the scenario; ``key`` is under ``engine.check``."""
        line, column = self.loaded.locate(where)
        return Finding(str(self.loaded.path), line, column, both(f"engine.check.{key}", **places))

    def result(self, check: str, findings: list[Finding], **figures: float) -> CheckResult:
        """The result of a check: it holds when nothing was found."""
        title = both(f"engine.check.{check}.title")
        return CheckResult(check, self.scenario.id, not findings, title, tuple(findings), figures)

    def verdict(self, session: Session, events: list[Event]) -> Verdict:
        """The score of a session just played."""
        header = Header(
            session="check",
            scenario=self.scenario.id,
            scenario_hash=self.loaded.hash,
            engine=ENGINE,
            seed=session.seed,
            input="script",
            station="check",
            learner="anonymous",
            lang="zh",
            started="",
        )
        return self.scorer(Log(header, tuple(events), End(t=session.time, digest=""), False), self.scenario)


Check = Callable[[CheckContext], CheckResult]
