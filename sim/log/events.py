"""What a log holds: a header, the trainee's intents with their time, and an end line.

Only what the trainee did is written; everything that follows from it (a decision opening, the
accident) is computed again from scenario and log. ``t`` is session time: seconds of real time
since the scene was first shown, pauses and open decisions included, rounded to the millisecond.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SCHEMA_VERSION = 1
Word = Annotated[str, Field(max_length=200)]
InputKind = Literal["touch", "mouse", "ray", "hand", "gaze", "script"]
"""``ray``: a controller in a headset; ``hand``: the bare hand there; ``gaze``: head or eyes alone."""
MAX_TIME = 86_400.0
Time = Annotated[float, Field(ge=0, le=MAX_TIME)]


class Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Header(Line):
    """The first line: which scenario, which engine, who, where."""

    type: Literal["header"] = "header"
    schema_version: Literal[1] = 1
    session: Word
    """UUIDv7 of the session; the completion's id as well."""
    scenario: Word
    scenario_hash: Word
    """``sha256:`` over the canonical JSON of the scenario model."""
    engine: Word
    seed: Annotated[int, Field(ge=0, lt=2**31)]
    input: InputKind
    station: Word
    learner: Word
    """Keyed pseudonym, or ``anonymous``."""
    lang: Literal["zh", "en"]
    started: Word
    """ISO 8601, UTC."""


class Look(Line):
    """The view turned: heading and pitch in degrees. Sampled while it moves, at most 10 a second."""

    type: Literal["look"] = "look"
    t: Time
    h: float
    p: float
    gaze: tuple[float, float] | None = None
    """Heading and pitch of the eyes, where a headset follows them; not written where it does not."""


class Step(Line):
    """The trainee moved to a standpoint (its index in the scenario)."""

    type: Literal["step"] = "step"
    t: Time
    to: Annotated[int, Field(ge=0, le=50)]


class Flag(Line):
    """The trainee held on a thing and said what is wrong with it.

    ``target`` is a prop's or actor's name, or empty for nothing; ``problem`` one of the scenario
    language's problems.
    """

    type: Literal["flag"] = "flag"
    t: Time
    target: Word
    problem: Word


class Choose(Line):
    """The trainee answered an open decision."""

    type: Literal["choose"] = "choose"
    t: Time
    decision: Word
    option: Word


class Do(Line):
    """The trainee did something to the thing pointed at: one of the scenario's deeds."""

    type: Literal["do"] = "do"
    t: Time
    deed: Word


class Beat(Line):
    """A beat of the exercise that is under way."""

    type: Literal["beat"] = "beat"
    t: Time


class Pause(Line):
    type: Literal["pause"] = "pause"
    t: Time


class Resume(Line):
    type: Literal["resume"] = "resume"
    t: Time


class Go(Line):
    """The trainee pressed on: from the debrief to the redo, from a redo step to the next."""

    type: Literal["go"] = "go"
    t: Time


class Stop(Line):
    """The session was ended before its end, by trainee or crew."""

    type: Literal["stop"] = "stop"
    t: Time
    by: Literal["trainee", "crew"]


class End(Line):
    """The last line. ``digest`` is ``sha256:`` over all bytes of the log before its own value, so that
    nothing in the log, this line's time included, can change unseen."""

    type: Literal["end"] = "end"
    t: Time
    digest: str


Event = Look | Step | Flag | Choose | Do | Beat | Pause | Resume | Go | Stop
AnyLine = Annotated[Header | Event | End, Field(discriminator="type")]
LINE: TypeAdapter[AnyLine] = TypeAdapter(AnyLine)
