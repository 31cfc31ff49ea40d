"""What a prop or a person looks like: states, variants and signs that the registry has."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.faults import Loc, closest, listed
from scenarios.model import Actor, Prop
from scenarios.registry import Registry
from scenarios.rules import Finding, rule


def _unknown(loc: Loc, name: str, known: tuple[str, ...]) -> Iterator[Finding]:
    if name not in known:
        yield Finding(loc, found=name, expected=listed(list(known)), hint=closest(name, list(known)))


def _set_up(draft: Draft) -> Iterator[tuple[str, str, Prop]]:
    """The props that are set up, and those the trainee has along."""
    yield from (("props", name, prop) for name, prop in draft.props.items())
    yield from (("carried", name, prop) for name, prop in draft.carried.items())


def _props(draft: Draft) -> Iterator[tuple[str, str, Prop | Actor]]:
    """Everything that is a prop: the props, what is carried, and the actors that are one."""
    yield from _set_up(draft)
    yield from (("actors", name, actor) for name, actor in draft.actors.items() if actor.prop is not None)


@rule("unknown_variant", "reference")
def variant_exists(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A variant is one of its prop's or its character's."""
    for part, name, thing in _props(draft):
        if thing.variant is not None and thing.prop in registry.props:
            yield from _unknown((part, name, "variant"), thing.variant, registry.props[thing.prop].variants)
    for name, actor in draft.actors.items():
        if actor.variant is not None and actor.character in registry.people:
            known = registry.people[actor.character].variants
            yield from _unknown(("actors", name, "variant"), actor.variant, known)


@rule("unknown_state", "reference")
def state_exists(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A prop starts in one of the states of its variant."""
    for part, name, thing in _props(draft):
        entry = registry.props.get(thing.prop or "")
        if entry and thing.state is not None:
            yield from _unknown((part, name, "state"), thing.state, entry.states_of(thing.variant))


@rule("unknown_new_state", "reference")
def new_state_exists(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """An action puts a prop only into one of the states of its variant."""
    things = {name: thing for _, name, thing in _props(draft)}
    for loc, action in draft.actions():
        if action.state is None or action.state.prop not in things:
            continue
        thing = things[action.state.prop]
        entry = registry.props.get(thing.prop or "")
        if entry:
            yield from _unknown((*loc, "state", "state"), action.state.state, entry.states_of(thing.variant))


@rule("sign_missing")
def sign_given(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A prop that carries a sign names it."""
    for part, name, prop in _set_up(draft):
        entry = registry.props.get(prop.prop)
        if entry and entry.sign and prop.sign is None:
            yield Finding((part, name), found=prop.prop, expected=listed(list(registry.signs)), at_key=True)


@rule("sign_not_carried")
def sign_only_on_boards(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Only a prop made for it carries a sign."""
    carriers = [name for name, entry in registry.props.items() if entry.sign]
    for part, name, prop in _set_up(draft):
        if prop.sign is not None and prop.prop in registry.props and prop.prop not in carriers:
            yield Finding((part, name, "sign"), found=prop.prop, expected=listed(carriers))


@rule("state_on_person")
def no_state_on_a_person(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A person has poses, not states."""
    for name, actor in draft.actors.items():
        if actor.character is not None and actor.state is not None:
            yield Finding(("actors", name, "state"), found=actor.state)


@rule("pose_on_prop")
def no_pose_on_a_prop(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """An actor that is a prop has no poses."""
    for name, actor in draft.actors.items():
        for index, point in enumerate(actor.path):
            if actor.prop is not None and point.pose is not None:
                yield Finding(("actors", name, "path", index, "pose"), found=point.pose)
    for loc, action in draft.actions():
        mover = draft.actors.get(action.move.who) if action.move else None
        if action.move is None or mover is None or mover.prop is None:
            continue
        for index, leg in enumerate(action.move.path):
            if leg.pose is not None:
                yield Finding((*loc, "move", "path", index, "pose"), found=leg.pose)
