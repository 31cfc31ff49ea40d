"""What follows from an ending: the steps and deeds that only come about once it has begun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from scenarios.model import Action, Actions, Scenario
from scenarios.model import Condition as Written
from sim.session.conditions import Chosen, Condition, Done, Kept, SomeTimeAfter, compiled

EndingKind = Literal["accident", "averted"]
ENDINGS: tuple[EndingKind, ...] = ("accident", "averted")


def asked_by(actions: Iterable[Action]) -> Iterator[str]:
    """The decisions that some actions ask, and the exercises they start."""
    return (name for action in actions if (name := action.ask or action.exercise) is not None)


def asked_in_scene(scenario: Scenario) -> set[str]:
    """The decisions and exercises that belong to the scene itself rather than to one of its endings."""
    lists: list[Actions] = [step.do for step in scenario.storyboard]
    lists += [hazard.corrected for hazard in scenario.hazards.values()]
    lists += [option.do for decision in scenario.decisions.values() for option in decision.options.values()]
    lists += [deed.do for deed in scenario.deeds.values()]
    for exercise in scenario.exercises.values():
        lists += [exercise.good.do, exercise.poor.do]
    return {name for actions in lists for name in asked_by(actions)}


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A step, by its number, or a deed, by its name, and the moments its condition may wait for."""

    id: int | str
    moment: str | None
    """What others may wait for: the step's id, or the deed's name."""
    waits_for: frozenset[str]


class Following:
    """What of a scenario belongs to its endings.

    A step follows from an ending that waits for its beginning, for a decision or an exercise of it, or for what
    follows. So does a deed; but an ending may ask again what the scene asks too, and a deed that waits for that
    belongs to the scene.
    """

    def __init__(self, scenario: Scenario) -> None:
        steps, deeds = list(_waiting_steps(scenario)), list(_waiting_deeds(scenario))
        asked = {ending: set(_asked_in_ending(scenario, ending)) for ending in ENDINGS}
        scene = asked_in_scene(scenario)
        self.deeds: dict[EndingKind, frozenset[str]] = {
            ending: _following({ending} | asked[ending] - scene, [*steps, *deeds]) & _possible(scenario, ending)
            for ending in ENDINGS
        }
        """The deeds that each ending offers."""
        self.steps = _following({*ENDINGS}.union(*asked.values(), *self.deeds.values()), steps)
        """The numbers of the storyboard's steps that may still run once the scene is over."""

    def right_deeds(self, scenario: Scenario, outcome: EndingKind | None) -> list[str]:
        """The right deeds of the scene, and those of the ending that it came to, in the order of the file."""
        of_endings = frozenset().union(*self.deeds.values())
        elsewhere = of_endings - (self.deeds[outcome] if outcome else frozenset())
        return [name for name, deed in scenario.deeds.items() if deed.right and name not in elsewhere]


def _following(sources: set[str], waiting: Iterable[_Waiting]) -> frozenset[int | str]:
    """Those that wait for one of the sources, or for one another."""
    found: set[int | str] = set()
    known = set(sources)
    while new := [it for it in waiting if it.id not in found and it.waits_for & known]:
        found |= {it.id for it in new}
        known |= {it.moment for it in new if it.moment is not None}
    return frozenset(found)


def _possible(scenario: Scenario, ending: EndingKind) -> set[str]:
    """The deeds whose condition does not rule the ending out."""
    (other,) = set(ENDINGS) - {ending}
    return {name for name, deed in scenario.deeds.items() if deed.when is None or not _needs(deed.when, other)}


def _needs(condition: Written, ending: EndingKind) -> bool:
    """Whether a condition holds in that ending alone."""
    match condition.kind:
        case "after":
            return condition.after.what == ending
        case "all":
            return any(_needs(part, ending) for part in condition.all)
        case "any":
            return all(_needs(part, ending) for part in condition.any)
    return False


def _waiting_steps(scenario: Scenario) -> Iterator[_Waiting]:
    return (_Waiting(number, step.id, _sources(step.when)) for number, step in enumerate(scenario.storyboard))


def _waiting_deeds(scenario: Scenario) -> Iterator[_Waiting]:
    return (_Waiting(name, name, _sources(it.when)) for name, it in scenario.deeds.items() if it.when is not None)


def _asked_in_ending(scenario: Scenario, ending: EndingKind) -> Iterator[str]:
    steps = scenario.accident.steps if ending == "accident" else scenario.averted.steps
    return (name for timed in steps for name in asked_by(timed.do))


def _sources(written: Written) -> frozenset[str]:
    """What the simple parts of a condition wait for."""
    return frozenset(source for leaf in compiled(written).leaves() if (source := _source(leaf)) is not None)


def _source(leaf: Condition) -> str | None:
    match leaf:
        case SomeTimeAfter():
            return leaf.what
        case Chosen():
            return leaf.decision
        case Kept():
            return leaf.exercise
        case Done():
            return leaf.deed
    return None
