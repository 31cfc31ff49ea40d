"""What a display shows: the world at one moment, computed by the session, free of any graphics."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from scenarios.model import Text

Phase = Literal["scene", "accident", "averted", "debrief", "redo", "done"]
Vec3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class ThingState:
    """A prop or actor: where it is and what it looks like. ``position`` is its base, in metres."""

    position: Vec3
    heading: float
    state: str | None
    clip: str | None = None
    """The clip a character plays, None for props."""
    clip_time: float = 0.0
    """Seconds since the clip began; a walk's is scaled by the speed so that feet do not slide."""


@dataclass(frozen=True, slots=True)
class TraineeState:
    standpoint: int
    eye: Vec3
    heading: float
    pitch: float


@dataclass(frozen=True, slots=True)
class EffectState:
    name: str
    at: Vec3 | None
    along: tuple[Vec3, ...]
    age: float
    """Seconds since it began."""
    seconds: float
    """How long it lasts."""
    seed: int
    size: float = 1.0
    colour: str | None = None
    """A colour's name of the scenario language instead of the effect's own."""
    strength: float = 1.0
    """Falls to 0 while it is stilled."""


@dataclass(frozen=True, slots=True)
class LightState:
    """The level of a lamp by prop name, or of ``everything``; flicker is already in the level."""

    level: float


@dataclass(frozen=True, slots=True)
class CaptionState:
    who: str
    speaker: Text | None
    text: Text
    age: float
    key: str = ""
    """Unique to this saying of it."""


@dataclass(frozen=True, slots=True)
class SoundState:
    """A sound that began ``age`` seconds ago. ``key`` is unique to this playing of it."""

    key: str
    name: str
    at: Vec3 | None
    volume: float
    age: float
    loop: bool


@dataclass(frozen=True, slots=True)
class DecisionState:
    id: str
    left: float
    """Seconds until it counts as wrong; the full limit while redoing, where nothing runs out."""


@dataclass(frozen=True, slots=True)
class ExerciseState:
    id: str
    beats: int
    """How many were made."""
    rate: float | None
    """Beats a minute of the last few; None before there is one."""
    left: float
    """Seconds until it is over; the full limit while redoing, where nothing runs out."""


@dataclass(frozen=True, slots=True)
class RedoState:
    """The step of the right way the trainee stands at: point this out, do this, answer this, or keep this rhythm."""

    index: int
    count: int
    kind: Literal["flag", "do", "choose", "exercise", "watch"]
    target: str
    """The thing to point out or to do something to, the decision to answer, the exercise, or empty."""
    hazard: str
    deed: str = ""


@dataclass(frozen=True, slots=True)
class SceneState:
    """Everything a display needs at one moment of a session."""

    session_time: float
    scene_time: float
    phase: Phase
    paused: bool
    trainee: TraineeState
    things: dict[str, ThingState]
    """Props, actors and what the trainee has along, by name."""
    effects: tuple[EffectState, ...] = ()
    lights: dict[str, LightState] = field(default_factory=dict)
    fade: tuple[Literal["white", "black"], float] | None = None
    """Colour and how much of it, 0..1."""
    captions: tuple[CaptionState, ...] = ()
    sounds: tuple[SoundState, ...] = ()
    haptic: float = 0.0
    decision: DecisionState | None = None
    exercise: ExerciseState | None = None
    deeds: tuple[str, ...] = ()
    """What hands could do now, whatever is pointed at."""
    redo: RedoState | None = None
    flagged: tuple[str, ...] = ()
    """Hazards found so far, in order."""
    false_alarms: int = 0
    outcome: Literal["accident", "averted"] | None = None
    time_left: float = 0.0
    """Scene seconds until the accident's moment; never shown as such, but as the session's length."""
