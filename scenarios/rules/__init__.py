"""The rules a well-formed scenario has to keep, one function each, by subject.

A rule reads the draft and the registry and yields a ``Finding`` for each place that breaks it. It
looks only at well-formed parts, so that it can say something while other parts are still wrong.
``tests/scenarios/rule_examples.yaml`` has a good and a bad example of every rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from scenarios.draft import Draft
from scenarios.faults import Kind, Loc
from scenarios.registry import Registry


@dataclass(frozen=True)
class Finding:
    """One breach. ``at_key`` puts it at the key of the place instead of at its value."""

    loc: Loc
    found: str = ""
    expected: str = ""
    hint: str = ""
    at_key: bool = False


Check = Callable[[Draft, Registry], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule. Its ``id`` is the code of its faults."""

    id: str
    kind: Kind
    check: Check


_RULES: dict[str, Rule] = {}


def rule(id_: str, kind: Kind = "rule") -> Callable[[Check], Check]:
    """Enter the decorated function as the rule ``id_``."""

    def enter(check: Check) -> Check:
        if id_ in _RULES:
            raise ValueError(f"two rules are called {id_!r}")
        _RULES[id_] = Rule(id_, kind, check)
        return check

    return enter


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, whatever file they stand in."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(_RULES.values())
