"""The book of deeds: what hands have done, and what they could do now."""

from __future__ import annotations

from scenarios.model import Deed, Scenario
from sim.session.clock import Micros
from sim.session.conditions import Condition, Facts, RestedOn, compiled, earliest
from sim.session.following import EndingKind, Following


class Deeds:
    """A deed is offered while its condition holds, until it is done; once the scene is over only one that follows
    from its ending. Times are scene times."""

    def __init__(self, scenario: Scenario, following: Following) -> None:
        self._scenario, self._following = scenario, following
        self._deeds = scenario.deeds
        self._when: dict[str, Condition] = {
            name: compiled(deed.when) for name, deed in scenario.deeds.items() if deed.when is not None
        }
        self.done: dict[str, Micros] = {}
        """Deeds done, in order, with their moment."""
        self.ending: EndingKind | None = None
        """The ending that is under way."""

    def offered(self, facts: Facts) -> tuple[str, ...]:
        """The deeds that could be done now, in the order of the file."""
        return tuple(name for name in self._deeds if self._is_offered(name, facts))

    def _is_offered(self, name: str, facts: Facts) -> bool:
        when = self._when.get(name)
        return self._may_come(name) and (when is None or when.holds(facts))

    def _may_come(self, name: str) -> bool:
        return name not in self.done and (self.ending is None or name in self._following.deeds[self.ending])

    def do(self, name: str, facts: Facts) -> Deed | None:
        """Do a deed; None when it is not offered."""
        if name not in self._deeds or not self._is_offered(name, facts):
            return None
        self.done[name] = facts.now()
        return self._deeds[name]

    def next_change(self, facts: Facts) -> Micros | None:
        """The first scene time after now at which another deed may be offered, or one no more, by itself."""
        return earliest(when.next_change(facts) for name, when in self._when.items() if self._may_come(name))

    def watched(self) -> set[str]:
        """Things whose being looked at matters to a deed."""
        return {leaf.what for when in self._when.values() for leaf in when.leaves() if isinstance(leaf, RestedOn)}

    def left(self) -> list[str]:
        """Right deeds of the scene and of the ending under way that are not done, in the order of the file."""
        return [name for name in self._following.right_deeds(self._scenario, self.ending) if name not in self.done]
