"""What the storyboard and the endings start (decisions, exercises): never, once, or twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from scenarios.draft import Draft
from scenarios.faults import Loc
from scenarios.rules import Finding

HOLDS_ACTIONS = ("hazards", "decisions", "deeds", "exercises", "storyboard", "accident", "averted")
"""The parts of a file in which something can be started."""


def _started(draft: Draft, key: Literal["ask", "exercise"]) -> Iterator[tuple[Loc, str, str]]:
    """Each place at which an action ``key`` starts something: what, and the ending it belongs to or ``scene``."""
    for loc, action in draft.actions():
        if (name := getattr(action, key)) is not None:
            yield (*loc, key), name, str(loc[0]) if loc[0] in ("accident", "averted") else "scene"


def never_started(
    draft: Draft, key: Literal["ask", "exercise"], part: str, written: Iterable[str]
) -> Iterator[Finding]:
    """Those of ``written``, which stand in ``part``, that no action ``key`` starts."""
    if not draft.whole(*HOLDS_ACTIONS):
        return
    started = {name for _, name, _ in _started(draft, key)}
    for name in written:
        if name not in started:
            yield Finding((part, name), found=name, at_key=True)


def started_twice(draft: Draft, key: Literal["ask", "exercise"]) -> Iterator[Finding]:
    """What is started twice in the scene or in one ending; an ending may start what the scene did not come to."""
    count: Counter[tuple[str, str]] = Counter()
    for loc, name, where in _started(draft, key):
        count[name, where] += 1
        if count[name, where] > 1:
            yield Finding(loc, found=name)
