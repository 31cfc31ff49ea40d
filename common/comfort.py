"""How a headset is worn and used here: the table ``[comfort]`` of the settings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Comfort(BaseModel):
    """For everyone who wears it, until the crew changes it for somebody."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hand: Literal["left", "right", "either"] = "either"
    """The hand that points; ``either``: the one whose trigger was pulled last."""
    input: Literal["auto", "gaze"] = "auto"
    """``gaze``: head or eyes alone, also when there are controllers."""
    eyes: bool = True
    """Use where the eyes look, where the headset follows them, and log it."""
    turn: Literal[0, 30, 45] = 30
    """Degrees of one turn by the stick; 0: one turns only oneself."""
    seated: bool = False
    vignette: bool = True
    """Narrow the view while moving other than by one's own steps."""
    reduced_flashes: bool = False
    """Nothing flashes or flickers."""
    captions: bool = True
    """What is said and what is heard is written too; a trainee may switch that."""
    panel_metres: Annotated[float, Field(ge=1.3, le=2.0)] = 1.6
    """How far away panels stand: nearer ones are larger."""
    questionnaire: bool = False
    """Ask before and after how the trainee feels."""
    reminder_minutes: Annotated[float, Field(ge=1, le=60)] = 20
    """After so long in the headset a break is recommended."""
    limit_minutes: Annotated[float, Field(ge=1, le=90)] = 30
    """After so long in the headset the session is held and a break is asked for."""
