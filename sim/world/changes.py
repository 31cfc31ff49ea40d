"""Which things of a scenario can change: those are drawn anew in every picture, the rest once."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from scenarios.model import Action, Light, Move, Scenario, State
from sim.session.things import owner_of


def actions_of(node: object) -> Iterator[Action]:
    """Every action written anywhere below ``node``."""
    if isinstance(node, Action):
        yield node
    elif isinstance(node, BaseModel):
        for field in type(node).model_fields:
            yield from actions_of(getattr(node, field))
    elif isinstance(node, dict):
        for value in node.values():
            yield from actions_of(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from actions_of(value)


def changing_things(scenario: Scenario) -> frozenset[str]:
    """Names of the actors, of what the trainee has along, and of the props that some action changes, moves or
    dims."""
    names = {*scenario.actors, *scenario.carried}
    for action in actions_of(scenario):
        match action.value:
            case Move(who=name) | State(prop=name) | Light(what=name):
                names.add(name)
    return frozenset(name for name in names if owner_of(scenario, name) is not None)


def dimmed_lamps(scenario: Scenario) -> frozenset[str]:
    """Names of the props whose light some action dims or brightens."""
    lights = [action.value for action in actions_of(scenario) if isinstance(action.value, Light)]
    return frozenset(light.what for light in lights) & set(scenario.props)


def states_used(scenario: Scenario, name: str) -> tuple[str | None, ...]:
    """The states that a prop, or an actor that is a prop, is put into, the first one first."""
    found: list[str | None] = [owner_of(scenario, name).state]
    for action in actions_of(scenario):
        if isinstance(action.value, State) and action.value.prop == name and action.value.state not in found:
            found.append(action.value.state)
    return tuple(found)
