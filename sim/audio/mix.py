"""What reaches a trainee's ears at a moment: which sounds, from where, how loud, how bent, how muffled.

Every display asks here, so that a session sounds the same in a window, a headset and a browser; the
display only places each sound round the head and plays it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from scenarios.registry import SoundEntry, registry
from sim.state import CaptionState, SceneState, SoundState, Vec3

if TYPE_CHECKING:
    from sim.audio.script import Words

QUIETEST = 0.2
"""However far away, a sound keeps so much of its loudness: what is told by a sound must be heard."""
SPEED_OF_SOUND = 343.0
FASTEST = 45.0
"""Metres a second; what seems faster has been moved by the storyboard and is not bent in pitch."""
AT_THE_EAR = 0.3
"""A sound nearer than this, in metres, has no direction."""
MOUTH = 1.5
"""Metres above the ground at which a person speaks."""
RINGING = "tinnitus"
RINGING_COURSE = ((0.0, 0.0), (0.3, 1.0), (5.0, 0.9), (11.0, 0.0))
"""How much of the world is muffled over the age of ringing ears."""
MUFFLED_GAIN = 0.6


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound at one moment. ``name`` is the registry's, or the id of a spoken line."""

    key: str
    name: str
    source: Vec3 | None
    """Where it is, seen from the ear, along the axes of the world, in metres; None: everywhere."""
    gain: float
    pitch: float
    """How many times as quick (and high) as recorded: the Doppler shift."""
    age: float
    loop: bool
    outer: bool
    """It comes from the world, and is muffled with it when the ears ring."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Everything that is heard at one moment. ``muffled`` 0..1: how much the world is."""

    sounds: tuple[Heard, ...] = ()
    muffled: float = 0.0


class Spoken(Protocol):
    """Which lines have a voice (``sim.audio.voices.Voices``)."""

    def line(self, words: Words) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Utterance:
    """A spoken line at one moment, and where its speaker's mouth is."""

    key: str
    words: Words
    age: float
    at: Vec3 | None = None


def utterances(state: SceneState) -> tuple[Utterance, ...]:
    """What is being said."""
    return tuple(Utterance(line.key, line.text, line.age, mouth_of(state, line)) for line in state.captions)


def mouth_of(state: SceneState, line: CaptionState) -> Vec3 | None:
    """Where a line is spoken; None: by the narrator, everywhere."""
    thing = state.things.get(line.who)
    return (*thing.position[:2], thing.position[2] + MOUTH) if thing else None


class Ear:
    """One trainee's ear: remembers from moment to moment how far away each sound was."""

    def __init__(self, voices: Spoken | None = None) -> None:
        self._voices = voices
        self._distances: dict[str, tuple[float, float]] = {}
        """Age and distance of each sound when it was last heard, by its key."""
        self._eye: Vec3 | None = None

    def hears(self, sounds: Iterable[SoundState], said: Iterable[Utterance], eye: Vec3, *, paused: bool) -> Hearing:
        """What is heard with the head at ``eye``; nothing while the session is paused."""
        if paused:
            return Hearing()
        sounds = tuple(sounds)
        if eye != self._eye:
            self._eye, self._distances = eye, {}  # the trainee has stepped elsewhere; nothing else has moved
        heard = [part for sound in sounds for part in self._parts(sound, eye)]
        heard += self._speech(said, eye)
        self._distances = {each.key: (each.age, math.hypot(*each.source)) for each in heard if each.source is not None}
        return Hearing(tuple(heard), _muffled(sounds))

    def _parts(self, sound: SoundState, eye: Vec3) -> Iterator[Heard]:
        """The sound itself, and the voice in it where there is one."""
        entry = registry().sounds[sound.name]
        source = _source(sound.at, eye) if entry.kind == "scene" else None
        gain = sound.volume * _nearness(entry, source)
        outer = entry.kind in ("scene", "ambience")
        line = self._voices.line(entry.says) if entry.says and self._voices else None
        after = entry.says.after if entry.says else 0.0
        if line is None or after > 0:
            pitch = self._pitch(sound.key, sound.age, source)
            yield Heard(sound.key, sound.name, source, gain, pitch, sound.age, sound.loop, outer)
        if line is not None and sound.age >= after:
            yield Heard(f"{sound.key}.says", line, source, gain, 1.0, sound.age - after, False, outer)

    def _speech(self, said: Iterable[Utterance], eye: Vec3) -> Iterator[Heard]:
        for each in said:
            line = self._voices.line(each.words) if self._voices else None
            if line is not None:
                source = _source(each.at, eye)
                near = max(QUIETEST, min(1.0, 6.0 / math.hypot(*source))) if source else 1.0
                yield Heard(each.key, line, source, near, 1.0, each.age, False, each.at is not None)

    def _pitch(self, key: str, age: float, source: Vec3 | None) -> float:
        known = self._distances.get(key)
        if known is None or source is None or age <= known[0]:
            return 1.0
        away = (math.hypot(*source) - known[1]) / (age - known[0])
        return 1.0 if abs(away) > FASTEST else SPEED_OF_SOUND / (SPEED_OF_SOUND + away)


def _source(at: Vec3 | None, eye: Vec3) -> Vec3 | None:
    if at is None or math.dist(at, eye) < AT_THE_EAR:
        return None
    return (at[0] - eye[0], at[1] - eye[1], at[2] - eye[2])


def _nearness(entry: SoundEntry, source: Vec3 | None) -> float:
    """How loud a sound is for its distance: at its level as far as it is near, then by one over the distance."""
    return max(QUIETEST, min(1.0, entry.near / math.hypot(*source))) if source else 1.0


def _muffled(sounds: Iterable[SoundState]) -> float:
    """How much the world is muffled by ringing ears."""
    ages = [sound.age for sound in sounds if sound.name == RINGING]
    return max((_course(age) for age in ages), default=0.0)


def _course(age: float) -> float:
    for (begin, low), (end, high) in zip(RINGING_COURSE, RINGING_COURSE[1:], strict=False):
        if begin <= age < end:
            return low + (high - low) * (age - begin) / (end - begin)
    return 0.0
