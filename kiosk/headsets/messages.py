"""What a van and the computer of a headset say to each other.

One WebSocket carries JSON messages both ways, and pictures of what the trainee sees as binary messages towards the
van. Scenarios and logs go over HTTP beside it. Nobody's name is in any of it: people are pseudonyms.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from kiosk.completion import Words
from sim.display.headset.status import Doing
from sim.log.events import Header

PROTOCOL = 1
"""Goes up when the two sides would not understand each other any more."""
LINE_PATH = "/headset/line"
PAIR_PATH = "/headset/pair"
LARGEST_MESSAGE = 32 * 1024
LARGEST_PICTURE = 512 * 1024
LARGEST_SCENARIO = 256 * 2**20
"""Bytes of a scenario with all that belongs to it."""
HEADSET_INPUTS = frozenset({"ray", "gaze", "hand"})
"""The kinds of input of a log that was written in a headset; which it is shows only when it is put on."""
MOST_WAITING = 300
STATUS_EVERY_S = 2.0
SILENCE_S = 15.0
"""A line over which nothing has come for so long is dead."""

GOING_AWAY, UNKNOWN, TAKEN_OVER, OTHER_PROTOCOL = 1001, 4401, 4409, 4426
"""Why the van closes a line: it stops; the headset is not paired, or no longer; the same headset has come again;
the programs do not match."""

Phrase = Annotated[str, Field(max_length=200)]
Secret = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
SESSION = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
"""A session's id names files on both sides, so that it is looked at closely."""
Session = Annotated[str, Field(pattern=f"^{SESSION}$")]


def scenario_path(session: str) -> str:
    """Where the scenario of a session lies for the headset that it was handed to."""
    return f"/headset/sessions/{session}/scenario"


def log_path(session: str) -> str:
    """Where a finished session's log is put."""
    return f"/headset/sessions/{session}/log"


class Said(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


# --- pairing ---------------------------------------------------------------------------------------


class PairingRequest(Said):
    """The code on the crew's page, typed in at the headset's computer."""

    protocol: int
    code: Annotated[str, Field(pattern="^[0-9]{6}$")]


class Membership(Said):
    """What a paired headset's computer keeps: which it is, and the secret by which it and its van know each other."""

    model_config = ConfigDict(hide_input_in_errors=True)

    van: Phrase
    headset: UUID
    name: Phrase
    secret: Secret


# --- from the van ----------------------------------------------------------------------------------


class Challenge(Said):
    """The first word."""

    type: Literal["challenge"] = "challenge"
    nonce: Secret


class Welcome(Said):
    """The headset is known, and here is the proof that this is its van."""

    type: Literal["welcome"] = "welcome"
    proof: Secret


class Play(Said):
    """Play this session, or go on with it; said again until the headset says that it does."""

    type: Literal["play"] = "play"
    header: Header
    first_time: bool
    """Whether the person has not worn a headset before, as far as this van knows."""

    @field_validator("header")
    @classmethod
    def _names_can_be_files(cls, header: Header) -> Header:
        if not re.fullmatch(SESSION, header.session) or not re.fullmatch(r"[a-z0-9-]{1,60}", header.scenario):
            raise ValueError("session and scenario name files")
        if not re.fullmatch(r"sha256:[0-9a-f]{64}", header.scenario_hash):
            raise ValueError("a scenario's hash names a folder")
        return header


class Stop(Said):
    """End this session; said again until its log has come, or word that there is none."""

    type: Literal["stop"] = "stop"
    session: Session


class Mirror(Said):
    """Whether somebody looks at what the trainee sees."""

    type: Literal["mirror"] = "mirror"
    wanted: bool


# --- from the headset ------------------------------------------------------------------------------


class Hello(Said):
    """The answer to the challenge."""

    type: Literal["hello"] = "hello"
    protocol: int
    engine: Phrase
    """Version of the engine: the same session plays the same only in the same engine."""
    headset: UUID
    nonce: Secret
    proof: Secret


class Progress(Said):
    """How far the session is."""

    phase: Phrase
    outcome: Phrase | None
    paused: bool
    share: Annotated[float, Field(ge=0, le=1)]
    """Of the time until the accident."""
    found: Annotated[int, Field(ge=0)]
    total: Annotated[int, Field(ge=0)]
    false_alarms: Annotated[int, Field(ge=0)]


class Status(Said):
    """How the headset is, at least every ``STATUS_EVERY_S`` seconds."""

    type: Literal["status"] = "status"
    headset: Phrase
    """Its name; empty while none is plugged in."""
    runtime: Phrase
    refresh_hz: Annotated[float, Field(ge=0)]
    worn: bool
    controllers: Annotated[tuple[Phrase, ...], Field(max_length=8)]
    fps: Annotated[float, Field(ge=0)]
    dropped: Annotated[int, Field(ge=0)]
    """Frames that came too late since the headset was opened."""
    doing: Doing
    trouble: Words | None
    session: Session | None
    """What it plays or is about to."""
    progress: Progress | None
    waiting: Annotated[tuple[Session, ...], Field(max_length=MOST_WAITING)]
    """The sessions whose finished logs are still to be handed over, oldest first; of very many the oldest."""


class Lost(Said):
    """A session cannot be played, or there is nothing of it, and why."""

    type: Literal["lost"] = "lost"
    session: Session
    why: Words | None


FROM_VAN: TypeAdapter[Challenge | Welcome | Play | Stop | Mirror] = TypeAdapter(
    Annotated[Challenge | Welcome | Play | Stop | Mirror, Field(discriminator="type")]
)
FROM_HEADSET: TypeAdapter[Hello | Status | Lost] = TypeAdapter(
    Annotated[Hello | Status | Lost, Field(discriminator="type")]
)
