"""The course of a scenario: what happens when, which decisions are asked, what averts the accident."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.draft import Draft, within
from scenarios.registry import Registry
from scenarios.rules import Finding, rule
from scenarios.rules.starts import never_started, started_twice

LASTING = ("flagged", "chosen", "done", "kept", "all", "any")
"""Conditions that stay true once they are, so that it can be said early that the accident is averted."""


@rule("never_asked")
def every_decision_is_asked(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Every decision is asked somewhere."""
    return never_started(draft, "ask", "decisions", draft.decisions)


@rule("asked_twice")
def no_decision_is_asked_twice(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Nothing is asked twice in the scene or in one ending; an ending may ask what the scene did not come to."""
    return started_twice(draft, "ask")


@rule("after_the_end")
def steps_are_before_the_accident(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Neither the storyboard nor a deed waits for a time later than the accident's, which ends the scene."""
    if draft.accident is None:
        return
    for loc, condition in draft.conditions():
        late = condition.time is not None and condition.time > draft.accident.at
        if late and loc[0] in ("storyboard", "deeds"):
            yield Finding((*loc, "time"), found=f"{condition.time:g}", expected=f"{draft.accident.at:g}")


@rule("unless_not_lasting")
def unless_is_lasting(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """What averts the accident is made of flagged, chosen, done, kept, all and any."""
    if draft.accident is None:
        return
    for loc, condition in within(("accident", "unless"), draft.accident.unless):
        if condition.kind not in LASTING:
            yield Finding((*loc, condition.kind), found=condition.kind, expected=", ".join(LASTING), at_key=True)


@rule("wrong_averts")
def only_right_options_avert(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A wrong option neither averts the accident, nor does a right one start it."""
    if draft.accident is None:
        return
    right = {
        f"{name}.{letter}": option.right
        for name, decision in draft.decisions.items()
        for letter, option in decision.options.items()
    }
    for loc, condition in within(("accident", "unless"), draft.accident.unless):
        if condition.chosen is not None and right.get(condition.chosen) is False:
            yield Finding((*loc, "chosen"), found=condition.chosen)
    for index, option in enumerate(draft.accident.at_once):
        if right.get(option) is True:
            yield Finding(("accident", "at_once", index), found=option)
