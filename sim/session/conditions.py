"""Conditions of the storyboard, compiled: whether one holds now, and when that may next change.

A condition's leaves change either with an event of the log or at a moment that is known ahead. So
the session asks each waiting condition for that moment and leaps there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from scenarios import model
from sim.session.clock import Micros, micros
from sim.session.crossings import distance_changes
from sim.session.gaze import Gaze
from sim.session.paths import Path


class Facts(Protocol):
    """What is known at the present moment."""

    gaze: Gaze

    def now(self) -> Micros:
        """The scene time."""

    def moment_of(self, what: str) -> Micros | None:
        """Scene time at which a step ran, a decision or an exercise was settled, a deed was done, the accident or
        averted ending began."""

    def found(self, hazard: str) -> bool:
        """Whether the hazard has been flagged in its window."""

    def window_closed(self, hazard: str) -> bool:
        """Whether the hazard's window is over."""

    def window_end(self, hazard: str) -> Micros | None:
        """When it will be over."""

    def chosen(self, decision: str) -> str | None:
        """The option first chosen."""

    def done(self, deed: str) -> bool:
        """Whether the deed was done."""

    def kept(self, exercise: str) -> bool:
        """Whether the exercise was done well."""

    def path_of(self, who: str) -> Path | None:
        """The path of a thing or of ``trainee``."""


class Condition(Protocol):
    def holds(self, facts: Facts) -> bool:
        """Whether it is true now."""

    def next_change(self, facts: Facts) -> Micros | None:
        """The first scene time after now at which that may change by itself."""

    def leaves(self) -> Iterator[Condition]:
        """Its simple parts."""


class _Leaf:
    def leaves(self) -> Iterator[Condition]:
        yield self

    def next_change(self, facts: Facts) -> Micros | None:
        return None


@dataclass(frozen=True)
class TimeReached(_Leaf):
    at: Micros

    def holds(self, facts: Facts) -> bool:
        return facts.now() >= self.at

    def next_change(self, facts: Facts) -> Micros | None:
        return self.at if self.at > facts.now() else None


@dataclass(frozen=True)
class SomeTimeAfter(_Leaf):
    what: str
    span: Micros

    def holds(self, facts: Facts) -> bool:
        moment = facts.moment_of(self.what)
        return moment is not None and facts.now() >= moment + self.span

    def next_change(self, facts: Facts) -> Micros | None:
        moment = facts.moment_of(self.what)
        return None if moment is None or moment + self.span <= facts.now() else moment + self.span


@dataclass(frozen=True)
class Flagged(_Leaf):
    hazard: str

    def holds(self, facts: Facts) -> bool:
        return facts.found(self.hazard)


@dataclass(frozen=True)
class Missed(_Leaf):
    hazard: str

    def holds(self, facts: Facts) -> bool:
        return facts.window_closed(self.hazard) and not facts.found(self.hazard)

    def next_change(self, facts: Facts) -> Micros | None:
        end = facts.window_end(self.hazard)
        return end if end is not None and end > facts.now() else None


@dataclass(frozen=True)
class Chosen(_Leaf):
    decision: str
    option: str

    def holds(self, facts: Facts) -> bool:
        return facts.chosen(self.decision) == self.option


@dataclass(frozen=True)
class Done(_Leaf):
    deed: str

    def holds(self, facts: Facts) -> bool:
        return facts.done(self.deed)


@dataclass(frozen=True)
class Kept(_Leaf):
    exercise: str

    def holds(self, facts: Facts) -> bool:
        return facts.kept(self.exercise)


@dataclass(frozen=True)
class IsNear(_Leaf):
    who: str
    to: str
    metres: float

    def holds(self, facts: Facts) -> bool:
        one, other = facts.path_of(self.who), facts.path_of(self.to)
        if one is None or other is None:
            return False
        a, b = one.position(facts.now()), other.position(facts.now())
        x, y = b[0] - a[0], b[1] - a[1]
        return x * x + y * y <= self.metres * self.metres

    def next_change(self, facts: Facts) -> Micros | None:
        one, other = facts.path_of(self.who), facts.path_of(self.to)
        if one is None or other is None:
            return None
        return next(distance_changes(one, other, self.metres, facts.now()), None)


@dataclass(frozen=True)
class RestedOn(_Leaf):
    what: str
    seconds: float

    def holds(self, facts: Facts) -> bool:
        return facts.gaze.rested(self.what, facts.now()) >= micros(self.seconds)

    def next_change(self, facts: Facts) -> Micros | None:
        return facts.gaze.reaches(self.what, self.seconds, facts.now())


@dataclass(frozen=True)
class _Composite:
    parts: tuple[Condition, ...]

    def next_change(self, facts: Facts) -> Micros | None:
        return earliest(part.next_change(facts) for part in self.parts)

    def leaves(self) -> Iterator[Condition]:
        for part in self.parts:
            yield from part.leaves()


class AllOf(_Composite):
    def holds(self, facts: Facts) -> bool:
        return all(part.holds(facts) for part in self.parts)


class AnyOf(_Composite):
    def holds(self, facts: Facts) -> bool:
        return any(part.holds(facts) for part in self.parts)


class NotSo(_Composite):
    def holds(self, facts: Facts) -> bool:
        return not self.parts[0].holds(facts)


def earliest(moments: Iterable[Micros | None]) -> Micros | None:
    """The first of some moments, of which each may be missing."""
    return min((moment for moment in moments if moment is not None), default=None)


def compiled(written: model.Condition) -> Condition:
    """The condition as the trainer wrote it, ready to be asked."""
    value = written.value
    match written.kind:
        case "time":
            return TimeReached(micros(value))
        case "after":
            return SomeTimeAfter(value.what, micros(value.seconds))
        case "flagged":
            return Flagged(value)
        case "missed":
            return Missed(value)
        case "chosen":
            return Chosen(*value.split("."))
        case "done":
            return Done(value)
        case "kept":
            return Kept(value)
        case "near":
            return IsNear(value.who, value.to, value.metres)
        case "looked_at":
            return RestedOn(value.what, value.seconds)
        case "all":
            return AllOf(tuple(compiled(part) for part in value))
        case "any":
            return AnyOf(tuple(compiled(part) for part in value))
        case _:
            return NotSo((compiled(value),))


def lasts(condition: Condition) -> bool:
    """Whether the condition, once true, stays true whatever happens."""
    if isinstance(condition, _Composite):
        return not isinstance(condition, NotSo) and all(lasts(part) for part in condition.parts)
    return not isinstance(condition, IsNear)
