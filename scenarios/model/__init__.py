"""The typed model of a scenario file: what a trainer may write, and nothing else.

Units: metres, seconds, degrees. Frame: x east, y north, z up; a heading of 0 faces north (+y) and
grows counter-clockwise, as in Panda3D. Scene time starts at 0 and stands still while a decision or an
exercise is open or the session is paused. Every text comes in both languages.

The model checks shape. Where a value is a name, its type says what kind of name (``Refers``); it is
looked up when the loader gives the model the names of the file and the registry.
"""

from __future__ import annotations

from scenarios.model.actions import (
    Action,
    Actions,
    Effect,
    Fade,
    Haptic,
    Leg,
    Light,
    Move,
    Pose,
    Say,
    Sound,
    State,
    Still,
)
from scenarios.model.basics import Degrees, Name, OneOf, Part, Point, Seconds, Text
from scenarios.model.conditions import After, Condition, LookedAt, Near
from scenarios.model.decisions import Decision, Option
from scenarios.model.deeds import Deed, Exercise, Outcome
from scenarios.model.endings import Accident, Averted, Debrief, Replay
from scenarios.model.hazards import LEC, Focus, Hazard, HazardClass, Lure, Problem
from scenarios.model.scenario import AccidentType, Scenario
from scenarios.model.steps import Step, TimedActions
from scenarios.model.things import Actor, Carried, Prop, Standpoint, Waypoint

__all__ = [
    "Accident",
    "AccidentType",
    "Action",
    "Actions",
    "Actor",
    "After",
    "Averted",
    "Carried",
    "Condition",
    "Debrief",
    "Decision",
    "Deed",
    "Degrees",
    "Effect",
    "Exercise",
    "Fade",
    "Focus",
    "Haptic",
    "Hazard",
    "HazardClass",
    "LEC",
    "Leg",
    "Light",
    "LookedAt",
    "Lure",
    "Move",
    "Name",
    "Near",
    "OneOf",
    "Option",
    "Outcome",
    "Part",
    "Point",
    "Pose",
    "Problem",
    "Prop",
    "Replay",
    "Say",
    "Scenario",
    "Seconds",
    "Sound",
    "Standpoint",
    "State",
    "Step",
    "Still",
    "Text",
    "TimedActions",
    "Waypoint",
]
