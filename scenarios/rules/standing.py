"""Where the trainee stands."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.registry import Registry
from scenarios.rules import Finding, rule


@rule("outside_place")
def standpoints_are_inside(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Every standpoint is inside the place."""
    place = registry.places.get(draft.place or "")
    if place is None:
        return
    x0, y0, x1, y1 = place.extent
    for index, standpoint in draft.standpoints.items():
        x, y = standpoint.at[:2]
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            yield Finding(
                ("standpoints", index, "at"),
                found=f"[{x:g}, {y:g}]",
                expected=f"x {x0:g}..{x1:g}, y {y0:g}..{y1:g}",
            )
