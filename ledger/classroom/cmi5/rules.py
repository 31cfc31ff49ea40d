"""What a unit may say, rule by rule after the sections of the specification. What breaks one is refused (6.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from common.text import Lang, text
from ledger.classroom.cmi5.history import History
from ledger.classroom.cmi5.vocabulary import (
    ABANDONED,
    AU_VERBS,
    INITIALIZED,
    JUDGED,
    MASTERY_SCORE,
    MOVE_ON_CATEGORY,
    TERMINATED,
    LaunchMode,
    Statement,
    categories,
    is_defined,
)
from ledger.completions import COMPLETED, FAILED, PASSED
from ledger.xapi.faults import XapiFault
from ledger.xapi.statement import VOIDED
from ledger.xapi.values import moment

_UTC = ("Z", "z", "+00:00", "+0000", "+00")


class Forbidden(XapiFault):
    """A statement or request breaks a rule of cmi5."""

    status = 403

    def __init__(self, section: str, rule: str) -> None:
        self.section = section
        super().__init__(f"cmi5.rule.{rule}")

    def message(self, lang: Lang) -> str:
        """The rule, and the section it stands in."""
        return text("cmi5.rule_of", lang, section=self.section, rule=super().message(lang))


@dataclass(frozen=True)
class Bounds:
    """What the statements of one session must keep to."""

    session: str
    registration: str
    actor: dict[str, Any]
    activity: str
    """Of the unit."""
    template: dict[str, Any]
    """Of the context, as the launch data gave it."""
    mode: LaunchMode
    mastery_score: float | None
    read_preferences: bool
    """Whether the unit has read the learner's preferences."""


@dataclass(frozen=True)
class Heard:
    """A statement, well-formed as xAPI has it, with what it is held against."""

    statement: Statement
    bounds: Bounds
    history: History

    @property
    def verb(self) -> str:
        return self.statement["verb"]["id"]

    @property
    def context(self) -> dict[str, Any]:
        return self.statement.get("context", {})

    @property
    def result(self) -> dict[str, Any]:
        return self.statement.get("result", {})

    @property
    def score(self) -> dict[str, float]:
        return self.result.get("score", {})

    @property
    def defined(self) -> bool:
        return is_defined(self.statement)

    def said(self, *verbs: str) -> bool:
        """Whether one of ``verbs`` was said in this session."""
        return any(each.verb in verbs for each in self.history.in_session(self.bounds.session))

    def said_ever(self, verb: str) -> bool:
        """Whether the unit said it in any session of the registration."""
        return self.history.has(verb, self.bounds.activity)


@dataclass(frozen=True)
class Rule:
    """A rule: its section, the last part of its text's key under ``cmi5.rule``, and whether a statement keeps it."""

    section: str
    name: str
    kept: Callable[[Heard], bool]
    defined_only: bool = False
    """Whether it holds for "cmi5 defined" statements only."""


def check(heard: Heard) -> None:
    """Hold a statement against all rules.

    Raises:
        Forbidden: the first that it breaks.
    """
    for rule in RULES:
        if (heard.defined or not rule.defined_only) and not rule.kept(heard):
            raise Forbidden(rule.section, rule.name)


def _same_actor(heard: Heard) -> bool:
    said = heard.statement["actor"]
    return said.get("objectType", "Agent") == "Agent" and said.get("account") == heard.bounds.actor["account"]


def _in_utc(heard: Heard) -> bool:
    return heard.statement["timestamp"].endswith(_UTC)


def _in_order(heard: Heard) -> bool:
    """The order of statements is that of their timestamps (9.3)."""
    times = [each.at for each in heard.history.in_session(heard.bounds.session) if each.verb in AU_VERBS]
    at = moment(heard.statement["timestamp"])
    if not times or at is None:
        return True
    return at >= (max(times) if heard.verb == TERMINATED else min(times))


def _follows_template(heard: Heard) -> bool:
    extensions = heard.context.get("extensions", {})
    if any(extensions.get(key) != value for key, value in heard.bounds.template["extensions"].items()):
        return False
    given = heard.context.get("contextActivities", {})
    for kind, wanted in heard.bounds.template["contextActivities"].items():
        listed = given.get(kind, [])
        there = {each["id"] for each in (listed if isinstance(listed, list) else [listed])}
        if not {each["id"] for each in wanted} <= there:
            return False
    return True


def _move_on_category(heard: Heard) -> bool:
    judged = heard.defined and heard.verb in JUDGED
    return judged or MOVE_ON_CATEGORY not in categories(heard.statement)


def _starts(heard: Heard) -> bool:
    return heard.said(INITIALIZED) or (heard.defined and heard.verb == INITIALIZED)


def _one_verdict(heard: Heard) -> bool:
    return heard.verb not in (PASSED, FAILED) or not heard.said(PASSED, FAILED)


def _success(heard: Heard) -> bool:
    return heard.result.get("success") is {PASSED: True, FAILED: False}.get(heard.verb)


def _completion(heard: Heard) -> bool:
    return heard.result.get("completion") is (True if heard.verb == COMPLETED else None)


def _raw_between(heard: Heard) -> bool:
    return "raw" not in heard.score or {"min", "max"} <= set(heard.score)


def _mastery(heard: Heard) -> bool:
    needed, scaled = heard.bounds.mastery_score, heard.score.get("scaled")
    if needed is None or scaled is None or heard.verb not in (PASSED, FAILED):
        return True
    return (scaled >= needed) is (heard.verb == PASSED)


def _mastery_told(heard: Heard) -> bool:
    needed = heard.bounds.mastery_score
    if needed is None or not heard.score:
        return True
    return heard.context.get("extensions", {}).get(MASTERY_SCORE) == needed


RULES = (
    Rule("9.1", "id", lambda it: "id" in it.statement),
    Rule("6.3", "no_voiding", lambda it: it.verb != VOIDED),
    Rule("9.7", "timestamp", lambda it: "timestamp" in it.statement),
    Rule("9.7", "utc", _in_utc),
    Rule("9.2", "actor", _same_actor),
    Rule("9.6.1", "registration", lambda it: it.context.get("registration", "").lower() == it.bounds.registration),
    Rule("10.2.1", "template", _follows_template),
    Rule("11.0", "preferences_read", lambda it: it.bounds.read_preferences),
    Rule("9.3", "initialized_first", _starts),
    Rule("9.3.8", "terminated_last", lambda it: not it.said(TERMINATED, ABANDONED)),
    Rule("9.3", "order", _in_order),
    Rule("9.6.2.2", "move_on_stray", _move_on_category),
    Rule("9.3", "verb", lambda it: it.verb in AU_VERBS, True),
    Rule("9.4", "object", lambda it: it.statement["object"].get("id") == it.bounds.activity, True),
    Rule("10.2.2", "mode", lambda it: it.bounds.mode == "Normal" or it.verb not in JUDGED, True),
    Rule("9.3", "verb_once", lambda it: not it.said(it.verb), True),
    Rule("9.3", "one_verdict", _one_verdict, True),
    Rule("9.3.3", "completed_once", lambda it: it.verb != COMPLETED or not it.said_ever(COMPLETED), True),
    Rule("9.3.4", "passed_once", lambda it: it.verb != PASSED or not it.said_ever(PASSED), True),
    Rule("9.3", "failed_after_passed", lambda it: it.verb != FAILED or not it.said_ever(PASSED), True),
    Rule("9.5.1", "score_stray", lambda it: not it.score or it.verb in (PASSED, FAILED), True),
    Rule("9.5.1", "raw_between", _raw_between, True),
    Rule("9.5.1", "scaled", lambda it: 0 <= it.score.get("scaled", 0) <= 1, True),
    Rule("9.5.2", "success", _success, True),
    Rule("9.5.3", "completion", _completion, True),
    Rule("9.5.4.1", "duration", lambda it: it.verb == INITIALIZED or "duration" in it.result, True),
    Rule("9.6.2.2", "move_on", lambda it: it.verb not in JUDGED or MOVE_ON_CATEGORY in categories(it.statement), True),
    Rule("9.3.4", "mastery", _mastery, True),
    Rule("9.6.3.2", "mastery_told", _mastery_told, True),
)
"""In the order in which a statement is held against them."""
