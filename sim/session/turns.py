"""Taking turns: what a scene asks of its trainee is open one at a time, each once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from scenarios.model import Decision, Exercise
from sim.session.clock import Micros, micros

Asked = TypeVar("Asked", Decision, Exercise)


class Turns(Generic[Asked]):
    """One is open at a time; others asked meanwhile wait. Deadlines are in running time."""

    def __init__(self, written: Mapping[str, Asked]) -> None:
        """``written`` is all that can be asked, by name, in the order of the file."""
        self.written = written
        self.open: str | None = None
        self.deadline: Micros | None = None
        self._asked: set[str] = set()
        self._waiting: list[str] = []

    def ask(self, name: str) -> None:
        """Let it have its turn, unless it was asked before."""
        if name in self.written and name not in self._asked:
            self._asked.add(name)
            self._waiting.append(name)

    def open_next(self, running: Micros) -> str | None:
        """Open the next one that waits, if none is open; returns it."""
        if self.open is not None or not self._waiting:
            return None
        self.resume(self._waiting.pop(0), running)
        return self.open

    def resume(self, name: str, running: Micros) -> None:
        """Open this one, whether or not it had its turn before."""
        self.open = name
        self.deadline = running + micros(self.written[name].limit)

    def close(self) -> str:
        """The open one is settled; returns it."""
        settled = self.open
        self.open = self.deadline = None
        return settled

    def close_down(self) -> None:
        """Whatever is open or waits is dropped: the moment for it is gone."""
        self.close()
        self._waiting.clear()
