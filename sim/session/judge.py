"""Judges what the trainee flags, and keeps the book of hazards found and missed."""

from __future__ import annotations

from scenarios.model import Scenario
from sim.session.clock import Micros, micros
from sim.session.happenings import HappeningKind


class Judge:
    """The book of one session. All times are scene times."""

    def __init__(self, scenario: Scenario) -> None:
        self._hazards = scenario.hazards
        self._lures = {lure.target for lure in scenario.lures}
        self._windows = {
            name: (micros(hazard.window[0]), micros(hazard.window[1])) for name, hazard in scenario.hazards.items()
        }
        self.found: dict[str, Micros] = {}
        """Hazards found, in order, with their moment."""
        self._closed: set[str] = set()
        self._false: set[str] = set()
        self.false_alarms = 0

    def flag(self, target: str, problem: str, now: Micros) -> tuple[HappeningKind, str]:
        """Judge a flag: what it is, and the hazard or thing concerned. A hazard that is open counts as
        found with either problem named; a thing is held against the trainee once."""
        here = [name for name, hazard in self._hazards.items() if hazard.target == target]
        for name in here:
            if name not in self.found and self._open(name, now):
                self.found[name] = now
                return ("found" if problem == self._hazards[name].problem else "wrong_reason"), name
        if here:
            return self._outside(here, now)
        return self._false_alarm(target)

    def _outside(self, here: list[str], now: Micros) -> tuple[HappeningKind, str]:
        for name in here:
            if name in self.found:
                return "repeat", name
        early = [name for name in here if now < self._windows[name][0]]
        return ("not_yet", early[0]) if early else ("late", here[0])

    def _false_alarm(self, target: str) -> tuple[HappeningKind, str]:
        if target and target in self._false:
            return "repeat", target
        self._false.add(target)
        self.false_alarms += 1
        return ("lure" if target in self._lures else "nothing"), target

    def _open(self, name: str, now: Micros) -> bool:
        opens, closes = self._windows[name]
        return opens <= now < closes

    def close(self, now: Micros) -> list[str]:
        """Close the windows that end now or before; returns the hazards thereby missed."""
        missed = []
        for name, (_, end) in self._windows.items():
            if end <= now and name not in self._closed:
                self._closed.add(name)
                if name not in self.found:
                    missed.append(name)
        return missed

    def window_closed(self, name: str) -> bool:
        return name in self._closed

    def window_end(self, name: str) -> Micros | None:
        window = self._windows.get(name)
        return window[1] if window else None

    def next_close(self) -> Micros | None:
        """When the next window closes."""
        return min((end for name, (_, end) in self._windows.items() if name not in self._closed), default=None)

    @property
    def all_found(self) -> bool:
        return len(self.found) == len(self._hazards)

    def unfound(self) -> list[str]:
        """Hazards not found, those of the accident's chain first."""
        left = [name for name in self._hazards if name not in self.found]
        return sorted(left, key=lambda name: not self._hazards[name].key)
