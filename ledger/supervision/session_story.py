"""A session's log as people read it: what the trainee did, when, line by line.

Logs come from vans over the network, so nothing in them is believed: lines that do not fit are
counted and left out. What a log does not hold, such as whether a flag was right, is not made up
here: the score, and ``qianche replay``, compute it from log and scenario.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

Deed = Literal["step", "flag", "choose", "do", "pause", "resume", "go", "stop", "exercise"]
MOST_LINES = 2000
"""Of a story; a session of a quarter of an hour has a few dozen."""
_LONGEST_WORD = 60
_WORDS: Mapping[str, tuple[str, ...]] = {
    "step": ("to",),
    "flag": ("target", "problem"),
    "choose": ("decision", "option"),
    "do": ("deed",),
    "pause": (),
    "resume": (),
    "go": (),
    "stop": ("by",),
}


@dataclass(frozen=True)
class Moment:
    """Something the trainee did ``at`` seconds of session time; ``said`` are the log's own words for it."""

    at: float
    deed: Deed
    said: Mapping[str, str]


@dataclass(frozen=True)
class Story:
    """A session from its log."""

    header: Mapping[str, str]
    """Of the first line: scenario, engine, input, station and when it started, as far as it says so."""
    moments: tuple[Moment, ...]
    looks: int
    """How often the view was noted."""
    duration: float | None
    """Seconds, from the last line."""
    left_out: int
    """Lines that could not be read or were too many."""


@dataclass
class _Reading:
    moments: list[Moment] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    looks: int = 0
    duration: float | None = None
    left_out: int = 0
    beats: int = 0
    beats_from: float = 0.0

    def take(self, line: Mapping[str, Any]) -> None:
        kind = line.get("type")
        if kind == "header":
            names = ("scenario", "scenario_hash", "engine", "input", "station", "started")
            self.header = {name: _word(line[name]) for name in names if name in line}
            return
        at = line.get("t")
        if isinstance(at, bool) or not isinstance(at, int | float) or not math.isfinite(at) or at < 0:
            self.left_out += 1
        elif kind == "look":
            self.looks += 1
        elif kind == "beat":
            self.beats_from = at if not self.beats else self.beats_from
            self.beats += 1
        elif kind == "end":
            self.duration = float(at)
        else:
            self._take_deed(kind, float(at), line)

    def _take_deed(self, kind: object, at: float, line: Mapping[str, Any]) -> None:
        self.end_exercise()
        if not isinstance(kind, str) or kind not in _WORDS or len(self.moments) == MOST_LINES:
            self.left_out += 1
            return
        said = {name: _word(line.get(name, "")) for name in _WORDS[kind]}
        self.moments.append(Moment(at, cast("Deed", kind), said))

    def end_exercise(self) -> None:
        """Tell of the beats of an exercise together."""
        if self.beats:
            self.moments.append(Moment(float(self.beats_from), "exercise", {"beats": str(self.beats)}))
        self.beats = 0


def read_story(log: bytes) -> Story:
    """The story of a log, unpacked; of anything else, one with nothing in it."""
    reading = _Reading()
    for line in log.splitlines():
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            reading.left_out += 1
            continue
        if isinstance(said, dict):
            reading.take(said)
        else:
            reading.left_out += 1
    reading.end_exercise()
    return Story(reading.header, tuple(reading.moments), reading.looks, reading.duration, reading.left_out)


def _word(value: object) -> str:
    """A word of the log as it is shown."""
    shown = "".join(character for character in str(value) if character.isprintable())
    return shown if len(shown) <= _LONGEST_WORD else shown[:_LONGEST_WORD] + "…"
