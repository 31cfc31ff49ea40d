"""What a trainee's touch asks of a running session, as the browser sends it: checked before it is believed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

MAX_BYTES = 2000


class Intent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Look(Intent):
    """Turn the view: heading and pitch in degrees."""

    kind: Literal["look"]
    h: Annotated[float, Field(ge=-36_000, le=36_000)]
    p: Annotated[float, Field(ge=-90, le=90)]


class Step(Intent):
    """Walk to a standpoint."""

    kind: Literal["step"]
    to: Annotated[int, Field(ge=0, le=50)]


class Point(Intent):
    """A finger on the picture: 0..1 from its left and top edge."""

    kind: Literal["point"]
    x: Annotated[float, Field(ge=0, le=1)]
    y: Annotated[float, Field(ge=0, le=1)]


class Name(Intent):
    """A thing touched by its name, on a screen without pictures."""

    kind: Literal["name"]
    thing: Annotated[str, Field(max_length=60)]


class Flag(Intent):
    """Say what is wrong with a thing."""

    kind: Literal["flag"]
    target: Annotated[str, Field(max_length=60)]
    problem: Annotated[str, Field(max_length=60)]


class Choose(Intent):
    """Answer the open decision."""

    kind: Literal["choose"]
    decision: Annotated[str, Field(max_length=60)]
    option: Annotated[str, Field(pattern="^[a-z]$")]


class Do(Intent):
    """Do something to the thing pointed at."""

    kind: Literal["do"]
    deed: Annotated[str, Field(max_length=60)]


class Plain(Intent):
    """A beat of an exercise; hold on, go on, or leave."""

    kind: Literal["beat", "pause", "resume", "go", "stop"]


_Any = Look | Step | Point | Name | Flag | Choose | Do | Plain
_INTENT: TypeAdapter[_Any] = TypeAdapter(Annotated[_Any, Field(discriminator="kind")])


def read_intent(message: str) -> dict[str, Any] | None:
    """The intent in a browser's message, None when it is none: a stale page's touch is no error."""
    if len(message) > MAX_BYTES:
        return None
    try:
        return _INTENT.validate_json(message).model_dump()
    except ValidationError:
        return None
