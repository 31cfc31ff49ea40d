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
    for part, names in (("props", draft.props), ("actors", draft.actors)):
        for name in names:
            if name in RESERVED:
                yield Finding((part, name), found=name, at_key=True)


@rule("name_used_twice")
def prop_and_actor_names_differ(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """An actor does not have the name of a prop."""
    for name in draft.actors:
        if name in draft.props:
            yield Finding(("actors", name), found=name, at_key=True)


@rule("step_id_used")
def step_ids_are_unique(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A step's id is not that of another step or of a decision, nor ``accident`` or ``averted``."""
    taken = {"accident", "averted", *draft.decisions}
    for index, step in draft.storyboard.items():
        if step.id is None:
            continue
        if step.id in taken:
            yield Finding(("storyboard", index, "id"), found=step.id)
        taken.add(step.id)
