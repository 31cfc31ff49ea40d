"""The rows of an explained score: one for each hazard, false alarm, decision, deed and exercise."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from scenarios.model import Text
from scoring.formula import Band
from scoring.hazard_points import Status


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HazardRow(Row):
    """A hazard. Times are scene seconds, ``points`` of 5, ``earned`` and ``worth`` points of the total."""

    id: str
    target: str
    label: Text
    status: Status
    key: bool
    latent: bool
    band: Band
    weight: int
    window: tuple[float, float]
    flagged_at: float | None
    response: float | None
    points: float
    earned: float
    worth: float
    standards: tuple[str, ...]
    explanation: Text


class AlarmRow(Row):
    """A false alarm; ``cost`` in points of the total."""

    target: str
    label: Text
    kind: str
    """``lure``, or ``nothing`` for anything else that was right."""
    at: float
    cost: float
    explanation: Text


class DecisionRow(Row):
    """A decision; ``earned`` and ``worth`` in points of the total."""

    id: str
    status: str
    """``right``, ``wrong``, ``timed_out`` or ``not_asked``."""
    ask: Text
    option: str | None
    right_option: str
    earned: float
    worth: float
    explanation: Text


class DeedRow(Row):
    """A deed that was done, or a right one that was not. No points depend on it."""

    id: str
    target: str
    status: str
    """``right``, ``wrong`` or ``not_done``."""
    label: Text
    at: float | None
    explanation: Text


class ExerciseRow(Row):
    """An exercise that was begun. No points depend on it."""

    id: str
    status: str
    """``kept``, ``not_kept`` or ``unfinished``."""
    label: Text
    explanation: Text
