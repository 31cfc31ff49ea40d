"""What vans send. Fields that a later van adds are let pass: a report is never refused for saying more."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from common.errors import DataError

Name = Annotated[str, Field(min_length=1, max_length=80)]
Count = Annotated[int, Field(ge=0, le=10**9)]


class MessageWrong(DataError):
    """A message does not have the agreed shape; ``where`` is the place of the first fault."""

    def __init__(self, error: ValidationError) -> None:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        self.where = "/" + "/".join(map(str, first["loc"]))
        super().__init__("monitoring.message_wrong", where=self.where, why=first["msg"])


class _Message(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    @classmethod
    def read(cls, body: bytes) -> Any:
        """The message in a request's body.

        Raises:
            MessageWrong
        """
        try:
            return cls.model_validate_json(body)
        except ValidationError as error:
            raise MessageWrong(error) from None


class Words(_Message):
    """A short text in both languages."""

    zh: Annotated[str, Field(max_length=200)]
    en: Annotated[str, Field(max_length=200)]


class Score(_Message):
    """What was reached, of 100."""

    total: Annotated[float, Field(ge=0, le=100)]
    hazards_found: Count
    hazards_total: Count
    false_alarms: Count


class Completion(_Message):
    """One finished session."""

    version: Literal[1]
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    van: Name
    station: Name
    order: Count
    """Counts the van's completions, so that a missing one is noticed."""
    scenario: Name
    title: Words
    learner: Name
    """A pseudonym; monitoring does not know who it is."""
    started: AwareDatetime
    duration_s: Annotated[float, Field(ge=0, le=86_400)]
    outcome: Literal["accident", "averted", "stopped"]
    passed: bool
    score: Score


class Heartbeat(_Message):
    """How a station is."""

    station: Name
    van: Name
    at: AwareDatetime
    state: Name
    queue: Count
    pending_uploads: Count
