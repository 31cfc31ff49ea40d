"""What may be heard in a scenario: its sounds and its spoken lines, found wherever they stand in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from scenarios.model import Deed, Option, Outcome, Say, Scenario, Sound, Text
from scenarios.registry import Label, registry
from sim.session.course import FOUND_SOUND
from sim.session.exercises import metronome
from sim.session.session import FALSE_ALARM_SOUND

Words = Text | Label


@dataclass(frozen=True)
class Line:
    """Something that is said: by an actor's name, or ``narrator``."""

    who: str
    words: Words


def sounds_of(scenario: Scenario) -> list[str]:
    """Every sound that may be heard in a session, the program's own included."""
    named = {part.name for part in _parts(scenario) if isinstance(part, Sound)}
    named |= {scenario.ambience} if scenario.ambience else set()
    named |= {FOUND_SOUND, FALSE_ALARM_SOUND}
    named |= {metronome(exercise) for exercise in scenario.exercises.values()}
    return [name for name in registry().sounds if name in named]


def lines_of(scenario: Scenario) -> list[Line]:
    """Everything that may be said in a session, each once, in the order of the file."""
    found: dict[str, Line] = {}
    for line in _lines(scenario):
        found.setdefault(line.words.zh, line)
    return list(found.values())


def _lines(scenario: Scenario) -> Iterator[Line]:
    for part in _parts(scenario):
        if isinstance(part, Say):
            yield Line(part.who, part.text)
        elif isinstance(part, (Option, Outcome)) or (isinstance(part, Deed) and part.then is not None):
            yield Line("narrator", part.then)
        elif isinstance(part, Sound):
            entry = registry().sounds.get(part.name)
            if entry is not None and entry.says is not None:
                yield Line(part.at if isinstance(part.at, str) else "narrator", entry.says)


def _parts(part: Any) -> Iterator[BaseModel]:
    """A part of a scenario and everything in it."""
    if isinstance(part, BaseModel):
        yield part
        part = [getattr(part, name) for name in type(part).model_fields]
    elif isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, (list, tuple)):
        for each in part:
            yield from _parts(each)
