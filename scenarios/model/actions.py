"""Actions: what can happen to the things of the scene and be seen, heard and felt."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scenarios.model.basics import (
    ActorName,
    DecisionId,
    Degrees,
    ExerciseId,
    Name,
    OneOf,
    Part,
    PersonName,
    Point,
    PoseName,
    Seconds,
    SoundName,
    StatefulName,
    Text,
    ThingName,
)
from scenarios.names import Refers


class Leg(Part):
    """A waypoint counted from the moment the move starts."""

    after: Seconds
    at: Point
    heading: Degrees | None = None
    pose: PoseName | None = None


class Move(Part):
    """Leave the path and take this one, from wherever the actor is now."""

    who: ActorName
    path: Annotated[list[Leg], Field(min_length=1, max_length=20)]


class Pose(Part):
    who: PersonName
    pose: PoseName


class State(Part):
    """Put a prop, or an actor that is a prop, into another state of the registry."""

    prop: StatefulName
    state: Name


class Sound(Part):
    name: SoundName
    at: ThingName | Point | None = None
    """A prop or an actor, which it then follows, or a point; without one it is everywhere."""
    volume: Annotated[float, Field(gt=0, le=1)] = 1


class Effect(Part):
    """``at`` a thing or a point. ``along``: arcs and lines run along it; jets (spray, steam, powder, molten) go
    from its first point to its second; a flood has two opposite corners and rises from the height of the first
    to that of the second. ``size`` 1 is about a stove, 5 a vehicle, 20 a building."""

    name: Literal[
        "flash", "arc", "sparks", "dust", "smoke", "debris", "line",
        "fire", "steam", "mist", "spray", "powder", "flood", "gas", "rain", "blast", "molten",
    ]  # fmt: skip
    at: ThingName | Point | None = None
    along: Annotated[list[Point], Field(max_length=20)] | None = None
    seconds: Annotated[float, Field(gt=0, le=600)] = 1
    size: Annotated[float, Field(ge=0.1, le=20)] = 1
    colour: Literal["white", "grey", "black", "brown", "yellow", "orange", "green", "blue"] | None = None


class Still(Part):
    """An effect that goes on fades away within a second: every one of that name, or only those at a thing or
    within a metre of a point."""

    effect: Literal[
        "sparks", "dust", "smoke", "fire", "steam", "mist", "spray", "powder", "flood", "gas", "rain", "molten",
    ]  # fmt: skip
    at: ThingName | Point | None = None


class Light(Part):
    """Dim, brighten or flicker a lamp (a prop), or everything."""

    what: Annotated[Name, Refers("lamp")] = "everything"
    level: Annotated[float, Field(ge=0, le=2)] = 1
    seconds: Annotated[float, Field(ge=0, le=60)] = 0
    flicker: bool = False


class Fade(Part):
    """Fade the picture to a colour (``clear`` brings it back)."""

    to: Literal["white", "black", "clear"]
    seconds: Annotated[float, Field(ge=0.3, le=10)] = 1


class Say(Part):
    """A spoken line, always captioned. ``who`` is an actor, or ``narrator``."""

    who: Annotated[Name, Refers("speaker")] = "narrator"
    text: Text


class Haptic(Part):
    seconds: Annotated[float, Field(gt=0, le=2)]
    strength: Annotated[float, Field(gt=0, le=1)] = 0.5


class Action(OneOf):
    """One thing that happens."""

    move: Move | None = None
    pose: Pose | None = None
    state: State | None = None
    sound: Sound | None = None
    hush: SoundName | None = None
    """A sound that goes on stops, wherever it plays."""
    effect: Effect | None = None
    still: Still | None = None
    light: Light | None = None
    fade: Fade | None = None
    say: Say | None = None
    haptic: Haptic | None = None
    ask: DecisionId | None = None
    exercise: ExerciseId | None = None
    """The trainee is asked to do an exercise now."""
    accident: Literal[True] | None = None
    avert: Literal[True] | None = None


Actions = Annotated[list[Action], Field(max_length=30)]
