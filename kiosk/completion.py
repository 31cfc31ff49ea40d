"""The completion: what a van tells the world about one finished session."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

COMPLETION_VERSION = 1


class Words(BaseModel):
    """A short text in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: str
    en: str


class HazardOutcome(BaseModel):
    """What became of one hazard, and what it was called then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal["found", "wrong_reason", "missed", "not_shown", "taken_away"]
    """As :data:`scoring.hazard_points.Status`."""
    name: Words


class CompletionScore(BaseModel):
    """What was reached, by which formula. The rest is computed again from the log by whoever asks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    formula: str
    """Version of the scoring formula."""
    total: Annotated[float, Field(ge=0, le=100)]
    hazards_found: Annotated[int, Field(ge=0)]
    hazards_total: Annotated[int, Field(ge=0)]
    false_alarms: Annotated[int, Field(ge=0)]
    measures: dict[str, float] = {}
    """Every measure of the formula by name."""
    hazards: dict[str, HazardOutcome] = {}
    """By the hazard's id; empty in completions from before this was told."""


class Completion(BaseModel):
    """One finished session, versioned, free of names and identity numbers.

    ``id`` is the session's UUIDv7, so that a completion made again from the same log is the same.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1] = COMPLETION_VERSION
    id: str
    van: str
    station: str
    order: Annotated[int, Field(ge=0)]
    """Counts the completions of this van from 1, without gaps: a missing one is noticed."""
    scenario: str
    scenario_hash: str
    title: Words
    learner: str
    """Keyed pseudonym, or ``anonymous``."""
    lang: Literal["zh", "en"]
    input: Literal["touch", "mouse", "ray", "hand", "gaze", "script"]
    started: str
    """ISO 8601, UTC."""
    duration_s: Annotated[float, Field(ge=0)]
    outcome: Literal["accident", "averted", "stopped"]
    """``stopped``: the session was left before it came to either."""
    passed: bool
    score: CompletionScore
    log_digest: str
    """``sha256:`` as in the end line of the session's log."""
