"""Deeds and exercises: that they can come about, and that they lead where they may."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.draft import Draft, within
from scenarios.model import Condition, Deed
from scenarios.registry import Registry
from scenarios.rules import Finding, rule
from scenarios.rules.starts import never_started, started_twice

SECONDS_PER_MINUTE = 60


@rule("deed_out_of_reach")
def right_deeds_can_be_done(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Who does everything rightly comes to be offered every right deed; one of the accident, who lets it happen."""
    if not draft.whole("decisions", "deeds", "accident"):
        return
    waiting = {name: deed for name, deed in draft.deeds.items() if deed.right}
    done: set[str] = set()
    while reached := [name for name, deed in waiting.items() if _may_hold(deed.when, draft, done, _waits_for_it(deed))]:
        done |= set(reached)
        for name in reached:
            del waiting[name]
    for name in waiting:
        yield Finding(("deeds", name, "when"), found=name, at_key=True)


def _waits_for_it(deed: Deed) -> bool:
    """Whether a deed is offered in the accident alone."""
    inner = within((), deed.when) if deed.when is not None else ()
    return any(it.after is not None and it.after.what == "accident" for _, it in inner)


def _may_hold(condition: Condition | None, draft: Draft, done: set[str], in_accident: bool) -> bool:
    """Whether a condition may come to hold for who does everything rightly, the deeds ``done`` among it, or
    ``in_accident`` for who has let that happen. What depends on movement, on the gaze or on something not being so
    is taken to be possible."""
    if condition is None:
        return True
    match condition.kind:
        case "missed":
            return in_accident
        case "chosen":
            return in_accident or condition.chosen in _right_options(draft)
        case "done":
            return condition.done in done
        case "time":
            return draft.accident is not None and condition.time < draft.accident.at
        case "after":
            what = condition.after.what
            return what not in draft.deeds or what in done
        case "all":
            return all(_may_hold(part, draft, done, in_accident) for part in condition.all)
        case "any":
            return any(_may_hold(part, draft, done, in_accident) for part in condition.any)
    return True


def _right_options(draft: Draft) -> set[str]:
    return {
        f"{name}.{letter}"
        for name, decision in draft.decisions.items()
        for letter, option in decision.options.items()
        if option.right
    }


@rule("wrong_deed_averts")
def only_right_deeds_avert(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A wrong deed neither averts the accident, nor does a right one start it."""
    if draft.accident is None:
        return
    for loc, condition in within(("accident", "unless"), draft.accident.unless):
        deed = draft.deeds.get(condition.done or "")
        if deed is not None and not deed.right:
            yield Finding((*loc, "done"), found=condition.done)
    for loc, action in draft.actions():
        if action.accident and loc[0] == "deeds" and draft.deeds[str(loc[1])].right:
            yield Finding((*loc, "accident"), found=str(loc[1]))


@rule("deed_without_consequence")
def wrong_deeds_have_a_consequence(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A wrong deed is answered: it is said what follows, or the accident does."""
    for name, deed in draft.deeds.items():
        if not deed.right and deed.then is None and not any(action.accident for action in deed.do):
            yield Finding(("deeds", name), found=name, at_key=True)


@rule("never_started")
def every_exercise_is_started(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Every exercise is started somewhere."""
    return never_started(draft, "exercise", "exercises", draft.exercises)


@rule("started_twice")
def no_exercise_is_started_twice(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """No exercise is started twice in the scene or in one ending."""
    return started_twice(draft, "exercise")


@rule("exercise_too_long")
def beats_fit_the_limit(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """All beats of an exercise fit its limit at its slowest rate."""
    for name, exercise in draft.exercises.items():
        needed = exercise.beats * SECONDS_PER_MINUTE / exercise.beats_per_minute[0]
        if needed > exercise.limit:
            yield Finding(("exercises", name, "limit"), found=f"{exercise.limit:g}", expected=f"{needed:g}")
