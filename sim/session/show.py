"""What is seen and heard beside the things: captions, sounds, haptics, effects, lights, the fade.

Captions, sounds and haptics speak to the trainee and run on with the running time; effects, lights
and the fade belong to the scene and stand still with it. Each is a closed formula of its age.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from scenarios.model import Effect, Fade, Haptic, Light, Say, Still, Text
from sim.session.clock import Micros, seconds
from sim.state import CaptionState, EffectState, LightState, SoundState, ThingState, Vec3

CAPTION_SECONDS = 2.5
CAPTION_SECONDS_PER_CHARACTER = 0.18
"""Of the Chinese text, which a reader takes in at about five characters a second."""
SOUND_SECONDS = 12.0
"""No single sound is longer; a display that joins later need not start it."""
STILL_SECONDS = 1.0
"""What is stilled fades away within so long."""
STILL_METRES = 1.0
"""How far from a point it may be."""
FLICKER_HERTZ = 2.8
"""Never three flashes a second or more (photosensitive epilepsy)."""


def caption_seconds(text: Text) -> float:
    """How long a line stays on the screen."""
    return max(CAPTION_SECONDS, len(text.zh) * CAPTION_SECONDS_PER_CHARACTER)


@dataclass(frozen=True, slots=True)
class _Caption:
    since: Micros
    who: str
    speaker: Text | None
    text: Text
    key: str


@dataclass(frozen=True, slots=True)
class _Sound:
    since: Micros
    key: str
    name: str
    at: str | Vec3 | None
    """The thing it comes from, a point, or everywhere."""
    volume: float
    loop: bool

    def on(self, running: Micros) -> bool:
        return self.loop or seconds(running - self.since) < SOUND_SECONDS


@dataclass(frozen=True, slots=True)
class _Effect:
    since: Micros
    effect: Effect
    at: Vec3 | None
    along: tuple[Vec3, ...]
    seed: int
    stilled: Micros | None = None

    def strength(self, now: Micros) -> float:
        """1, and less once it is stilled; 0 when it is over."""
        if seconds(now - self.since) >= self.effect.seconds:
            return 0.0
        return 1.0 if self.stilled is None else max(0.0, 1 - seconds(now - self.stilled) / STILL_SECONDS)

    def is_meant(self, still: Still, place: Vec3 | None) -> bool:
        """Whether it is one of those to be stilled; ``place`` is where ``still.at`` is now."""
        if self.stilled is not None or self.effect.name != still.effect:
            return False
        start = self.at or (self.along[0] if self.along else None)
        near = start is not None and place is not None and math.dist(start, place) <= STILL_METRES
        return still.at is None or self.effect.at == still.at or near


@dataclass(frozen=True, slots=True)
class _Light:
    since: Micros
    start: float
    light: Light
    seed: int

    def level(self, now: Micros) -> float:
        age = seconds(now - self.since)
        done = 1.0 if self.light.seconds == 0 else min(1.0, age / self.light.seconds)
        if self.light.flicker and done < 1:
            low, high = sorted((self.start, self.light.level))
            return low + (high - low) * _noise(self.seed, age * FLICKER_HERTZ)
        return self.start + (self.light.level - self.start) * done


@dataclass(frozen=True, slots=True)
class _Fade:
    since: Micros
    colour: Literal["white", "black"]
    start: float
    end: float
    span: float

    def amount(self, now: Micros) -> float:
        done = min(1.0, seconds(now - self.since) / self.span)
        return self.start + (self.end - self.start) * done


@dataclass(slots=True)
class Show:
    """Everything that is on at the moment. ``seed`` is the session's."""

    seed: int
    ambience: str | None = None
    _captions: list[_Caption] = field(default_factory=list)
    _sounds: list[_Sound] = field(default_factory=list)
    _effects: list[_Effect] = field(default_factory=list)
    _lights: dict[str, _Light] = field(default_factory=dict)
    _fade: _Fade | None = None
    _haptics: list[tuple[Micros, Haptic]] = field(default_factory=list)
    _count: int = 0

    def say(self, running: Micros, say: Say, speaker: Text | None) -> None:
        self._captions = [c for c in self._captions if seconds(running - c.since) < caption_seconds(c.text)]
        self._count += 1
        self._captions.append(_Caption(running, say.who, speaker, say.text, f"say.{self._count}"))

    def sound(
        self, running: Micros, name: str, at: str | Vec3 | None = None, volume: float = 1.0, *, loop: bool = False
    ) -> None:
        """Begin a sound, at a thing (which it follows) or a point; one that loops goes on until it is hushed or
        the scene is over."""
        self._count += 1
        self._sounds = [sound for sound in self._sounds if sound.on(running)]
        self._sounds.append(_Sound(running, f"{name}.{self._count}", name, at, volume, loop))

    def hush(self, name: str) -> None:
        """End a sound that goes on, wherever it plays."""
        self._sounds = [sound for sound in self._sounds if not (sound.loop and sound.name == name)]
        if self.ambience == name:
            self.ambience = None

    def haptic(self, running: Micros, haptic: Haptic) -> None:
        self._haptics = [(since, h) for since, h in self._haptics if seconds(running - since) < h.seconds]
        self._haptics.append((running, haptic))

    def effect(self, scene: Micros, effect: Effect, at: Vec3 | None, along: tuple[Vec3, ...]) -> None:
        self._count += 1
        self._effects = [e for e in self._effects if e.strength(scene) > 0]
        self._effects.append(_Effect(scene, effect, at, along, _number(self.seed, self._count)))

    def still(self, scene: Micros, still: Still, place: Vec3 | None) -> None:
        """Let effects that go on fade away, all of a name or those at a place."""
        self._effects = [replace(e, stilled=scene) if e.is_meant(still, place) else e for e in self._effects]

    def light(self, scene: Micros, light: Light) -> None:
        self._count += 1
        before = self._lights.get(light.what)
        start = before.level(scene) if before else 1.0
        self._lights[light.what] = _Light(scene, start, light, _number(self.seed, self._count))

    def fade(self, scene: Micros, fade: Fade) -> None:
        before = self._fade
        shown = before.amount(scene) if before else 0.0
        if fade.to != "clear":
            start = shown if before and before.colour == fade.to else 0.0
            self._fade = _Fade(scene, fade.to, start, 1.0, fade.seconds)
        elif before:
            self._fade = _Fade(scene, before.colour, shown, 0.0, fade.seconds)

    def end_scene(self) -> None:
        """The scene has stood still for good: what flashed, smoked or droned is over, drawn lines stay."""
        self._effects = [e for e in self._effects if e.effect.name == "line"]
        self._sounds = [sound for sound in self._sounds if not sound.loop]

    def clear(self) -> None:
        """Back to the plain scene, for the redo; what is being said goes on."""
        self._effects, self._lights, self._fade = [], {}, None

    def captions_at(self, running: Micros) -> tuple[CaptionState, ...]:
        aged = ((c, seconds(running - c.since)) for c in self._captions)
        return tuple(
            CaptionState(c.who, c.speaker, c.text, age, c.key) for c, age in aged if age < caption_seconds(c.text)
        )

    def sounds_at(self, running: Micros, things: Mapping[str, ThingState]) -> tuple[SoundState, ...]:
        """What sounds, each where its thing is now."""

        def place(at: str | Vec3 | None) -> Vec3 | None:
            if not isinstance(at, str):
                return at
            return things[at].position if at in things else None

        shots = tuple(
            SoundState(s.key, s.name, place(s.at), s.volume, seconds(running - s.since), s.loop)
            for s in self._sounds
            if s.on(running)
        )
        if self.ambience is None:
            return shots
        return (SoundState("ambience", self.ambience, None, 1.0, seconds(running), True), *shots)

    def haptic_at(self, running: Micros) -> float:
        return max((h.strength for since, h in self._haptics if seconds(running - since) < h.seconds), default=0.0)

    def effects_at(self, scene: Micros) -> tuple[EffectState, ...]:
        strong = ((e, strength) for e in self._effects if (strength := e.strength(scene)) > 0)
        return tuple(
            EffectState(
                name=e.effect.name,
                at=e.at,
                along=e.along,
                age=seconds(scene - e.since),
                seconds=e.effect.seconds,
                seed=e.seed,
                size=e.effect.size,
                colour=e.effect.colour,
                strength=strength,
            )
            for e, strength in strong
        )

    def lights_at(self, scene: Micros) -> dict[str, LightState]:
        return {what: LightState(light.level(scene)) for what, light in self._lights.items()}

    def fade_at(self, scene: Micros) -> tuple[Literal["white", "black"], float] | None:
        amount = self._fade.amount(scene) if self._fade else 0.0
        return (self._fade.colour, amount) if self._fade and amount > 0 else None


def _number(*parts: object) -> int:
    """A number below 2^31 that depends on the parts alone."""
    name = "|".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(name.encode("utf-8")).digest()[:4], "big") >> 1


def _noise(seed: int, x: float) -> float:
    """A smooth random course, 0..1, with one turn per unit of ``x``."""
    whole = int(x)
    rest = x - whole
    smooth = rest * rest * (3 - 2 * rest)
    a, b = (_number(seed, whole + step) / 2**31 for step in (0, 1))
    return a + (b - a) * smooth
