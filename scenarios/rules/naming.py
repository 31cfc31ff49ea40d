"""Names given in the file: each means one thing."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.names import RESERVED
from scenarios.registry import Registry
from scenarios.rules import Finding, rule


@rule("reserved_name")
def names_are_not_reserved(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """``trainee``, ``narrator`` and ``everything`` mean something by themselves."""
    for part, names in (("props", draft.props), ("actors", draft.actors), ("carried", draft.carried)):
        for name in names:
            if name in RESERVED:
                yield Finding((part, name), found=name, at_key=True)


@rule("name_used_twice")
def prop_and_actor_names_differ(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """An actor does not have the name of a prop, nor what is carried that of either."""
    taken = set(draft.props)
    for part, names in (("actors", draft.actors), ("carried", draft.carried)):
        for name in names:
            if name in taken:
                yield Finding((part, name), found=name, at_key=True)
        taken |= names.keys()


@rule("step_id_used")
def step_ids_are_unique(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A step's id is not that of another step, a decision, a deed or an exercise, nor ``accident`` or ``averted``."""
    taken = {"accident", "averted", *draft.decisions, *draft.deeds, *draft.exercises}
    for index, step in draft.storyboard.items():
        if step.id is None:
            continue
        if step.id in taken:
            yield Finding(("storyboard", index, "id"), found=step.id)
        taken.add(step.id)


@rule("moment_named_twice")
def decisions_deeds_and_exercises_differ(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """``after`` names one thing: a deed is not called like a decision, an exercise not like either."""
    taken = {"accident", "averted", *draft.decisions}
    for part, names in (("deeds", draft.deeds), ("exercises", draft.exercises)):
        for name in names:
            if name in taken:
                yield Finding((part, name), found=name, at_key=True)
        taken |= names.keys()
