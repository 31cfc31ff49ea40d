"""What a page of the bench may ask for, with its limits. Anything else is passed over."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from scenarios.source import MAX_BYTES

LARGEST_MESSAGE = 4 * MAX_BYTES
Far = Annotated[float, Field(ge=-2000, le=2000)]
Degrees = Annotated[float, Field(ge=-1080, le=1080)]
Seconds = Annotated[float, Field(ge=0, le=7200)]
Point = Annotated[list[Far], Field(min_length=2, max_length=3)]
Loc = Annotated[list[Annotated[str, Field(max_length=80)] | int], Field(min_length=1, max_length=12)]
Name = Annotated[str, Field(max_length=80)]
Share = Annotated[float, Field(ge=0, le=1)]
TraineeName = Literal["perfect", "absent", "random"]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Typed(_Request):
    do: Literal["text"]
    text: Annotated[str, Field(max_length=MAX_BYTES)]
    seq: int


class AtCursor(_Request):
    """What may stand, or what is meant, before ``column`` of ``line``, both from 1."""

    do: Literal["complete", "explain"]
    line: Annotated[int, Field(ge=1, le=100_000)]
    column: Annotated[int, Field(ge=1, le=10_000)]
    ask: int


class Value(_Request):
    loc: Loc
    value: Point | Degrees


class Rewrite(_Request):
    do: Literal["set"]
    values: Annotated[list[Value], Field(min_length=1, max_length=50)]


class Insert(_Request):
    do: Literal["insert"]
    prop: Name
    at: Point


class Look(_Request):
    do: Literal["look"]
    at: Point
    height: Annotated[float, Field(ge=0.1, le=60)]
    h: Degrees
    p: Annotated[float, Field(ge=-89, le=89)]


class Time(_Request):
    do: Literal["time"]
    seconds: Seconds


class Mark(_Request):
    do: Literal["mark"]
    name: Name | None


class PointAt(_Request):
    do: Literal["point"]
    x: Share
    y: Share


class PlayThrough(_Request):
    do: Literal["play"]
    trainee: TraineeName
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0


class Publish(_Request):
    do: Literal["publish"]
    author: Annotated[str, Field(min_length=1, max_length=40)]


class Plain(_Request):
    do: Literal["shown", "prove", "take"]


Request = Typed | AtCursor | Rewrite | Insert | Look | Time | Mark | PointAt | PlayThrough | Publish | Plain
_requests: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="do")])


def read_request(line: str) -> Request | None:
    """What a page asks for; None for what it may not."""
    if len(line) > LARGEST_MESSAGE:
        return None
    try:
        return _requests.validate_json(line)
    except ValidationError:
        return None
