"""Hazards and lures: what they point at, when, and how grave they are."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.registry import Registry
from scenarios.rules import Finding, rule

SEVERITY_OF_C = {1: 1, 3: 2, 7: 3, 15: 4, 40: 5, 100: 5}
"""Severity follows the C of LEC."""


@rule("target_taken")
def one_hazard_per_target(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """No two hazards, and no hazard and lure, are at one target: a flag has one meaning."""
    taken: dict[str, str] = {}
    for name, hazard in draft.hazards.items():
        if hazard.target in taken:
            yield Finding(("hazards", name, "target"), found=hazard.target, expected=taken[hazard.target])
        taken.setdefault(hazard.target, f"hazards.{name}")
    for index, lure in draft.lures.items():
        if lure.target in taken:
            yield Finding(("lures", index, "target"), found=lure.target, expected=taken[lure.target])
        taken.setdefault(lure.target, f"lures[{index}]")


@rule("window_after_accident")
def window_ends_by_the_accident(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """A hazard's window closes when the accident begins, at the latest."""
    if draft.accident is None:
        return
    for name, hazard in draft.hazards.items():
        if hazard.window[1] > draft.accident.at:
            yield Finding(
                ("hazards", name, "window", 1), found=f"{hazard.window[1]:g}", expected=f"{draft.accident.at:g}"
            )


@rule("severity_and_lec")
def severity_follows_lec(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """Severity 1 to 5 belongs to C 1, 3, 7, 15 and 40 or more."""
    for name, hazard in draft.hazards.items():
        expected = SEVERITY_OF_C[hazard.lec.C]
        if hazard.severity != expected:
            yield Finding(
                ("hazards", name, "severity"), found=str(hazard.severity), expected=f"{expected} (C {hazard.lec.C})"
            )


@rule("no_key_hazard")
def some_hazard_is_key(draft: Draft, registry: Registry) -> Iterator[Finding]:
    """At least one hazard stands in the causal chain of the accident."""
    if draft.whole("hazards") and draft.hazards and not any(hazard.key for hazard in draft.hazards.values()):
        yield Finding(("hazards",), at_key=True)
