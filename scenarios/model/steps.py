"""Steps: actions that wait for a condition or for their moment."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenarios.model.actions import Action
from scenarios.model.basics import Id, Part, Seconds
from scenarios.model.conditions import Condition


class Step(Part):
    """A line of the storyboard: when the condition first holds, do these things."""

    id: Id | None = None
    when: Condition
    do: Annotated[list[Action], Field(min_length=1, max_length=30)]


class TimedActions(Part):
    """What happens so many seconds into the accident or the averted ending."""

    after: Seconds
    when: Condition | None = None
    """Left out unless this holds at that moment."""
    do: Annotated[list[Action], Field(min_length=1, max_length=30)]
