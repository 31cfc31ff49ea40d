"""The typed model of a scenario file: what a trainer may write, and nothing else.

Units: metres, seconds, degrees. Frame: x east, y north, z up; a heading of 0 faces north (+y) and
grows counter-clockwise, as in Panda3D. Scene time starts at 0 and stands still while a decision is
open or the session is paused. Every text comes in both languages.

The model checks shape. Where a value is a name, its type says what kind of name (``Refers``); it is
looked up when the loader gives the model the names of the file and the registry.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.names import Refers

Metres = Annotated[float, Field(ge=-1000, le=1000)]
Degrees = Annotated[float, Field(ge=-360, le=360)]
Seconds = Annotated[float, Field(ge=0, le=3600)]
Point = Annotated[list[Metres], Field(min_length=2, max_length=3)]
"""``[x, y]`` on the ground or ``[x, y, z]``."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, Field(min_length=1, max_length=60)]
OptionRef = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z]$"), Refers("option")]
"""``decision.option``, for example ``d1.a``."""

PropName = Annotated[Name, Refers("prop")]
CharacterName = Annotated[Name, Refers("character")]
PoseName = Annotated[Name, Refers("pose")]
SignName = Annotated[Name, Refers("sign")]
SoundName = Annotated[Name, Refers("sound")]
StandardName = Annotated[Name, Refers("standard")]
"""Names of the registry."""

ThingName = Annotated[Name, Refers("thing")]
"""A prop or an actor of this file."""
ActorName = Annotated[Name, Refers("actor")]
PersonName = Annotated[Name, Refers("person")]
"""An actor that is a character."""
StatefulName = Annotated[Name, Refers("stateful")]
"""A prop, or an actor that is a prop."""
HazardId = Annotated[Id, Refers("hazard")]
DecisionId = Annotated[Id, Refers("decision")]


class Part(BaseModel):
    """A piece of a scenario: unknown keys are errors, values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Text(Part):
    """A text in both languages."""

    zh: Annotated[str, Field(min_length=1, max_length=600)]
    en: Annotated[str, Field(min_length=1, max_length=1200)]


class OneOf(Part):
    """A mapping of exactly one key, which says what kind of thing it is."""

    @model_validator(mode="after")
    def _exactly_one(self) -> OneOf:
        if len(self._written) != 1:
            kinds = ", ".join(field.alias or name for name, field in type(self).model_fields.items())
            raise PydanticCustomError("exactly_one_key", "exactly one of: {expected}", {"expected": kinds})
        return self

    @property
    def _written(self) -> list[str]:
        return [name for name in self.model_fields_set if getattr(self, name) is not None]

    @property
    def kind(self) -> str:
        """The key that was written."""
        (name,) = self._written
        return name.rstrip("_")

    @property
    def value(self) -> object:
        """What was written under the key."""
        (name,) = self._written
        return getattr(self, name)


# --- things in the place -------------------------------------------------------------------------


class Prop(Part):
    """A prop of the registry, set up at a place. ``at`` is the middle of its footprint."""

    prop: PropName
    at: Point
    heading: Degrees = 0
    state: Name | None = None
    variant: Name | None = None
    sign: SignName | None = None
    """The sign or board drawn on it, for props that carry one."""


class Waypoint(Part):
    """Where an actor is at a scene time; between two of them it walks in a straight line."""

    t: Seconds
    at: Point
    heading: Degrees | None = None
    """Without one the actor faces the way it goes, and keeps that when it stands."""
    pose: PoseName | None = None
    """The clip played from here on; without one ``walk`` or ``idle`` follow from the motion."""


class Actor(Part):
    """A person, or a prop that moves, with a path over scene time."""

    character: CharacterName | None = None
    prop: PropName | None = None
    variant: Name | None = None
    state: Name | None = None
    name: Text
    path: Annotated[list[Waypoint], Field(min_length=1, max_length=50)]

    @model_validator(mode="after")
    def _person_or_prop(self) -> Actor:
        if (self.character is None) == (self.prop is None):
            raise PydanticCustomError("person_or_prop", "either character or prop")
        times = [point.t for point in self.path]
        if times != sorted(set(times)):
            raise PydanticCustomError("times_must_rise", "waypoint times must rise")
        return self


class Standpoint(Part):
    """A place where the trainee can stand; the first of the list is where the session starts."""

    at: Annotated[list[Metres], Field(min_length=2, max_length=3)]
    heading: Degrees = 0
    name: Text | None = None


# --- conditions ----------------------------------------------------------------------------------


class After(Part):
    """So many seconds after something: a step's id, a decision's id (answered), accident or averted."""

    what: Annotated[Name, Refers("moment")]
    seconds: Seconds = 0


class Near(Part):
    """``who`` (the trainee or an actor) is within so many metres of a prop or actor, on the ground."""

    who: Annotated[Name, Refers("walker")] = "trainee"
    to: ThingName
    metres: Annotated[float, Field(gt=0, le=100)]


class LookedAt(Part):
    """The trainee's view has rested on a prop or actor, all in all so long."""

    what: ThingName
    seconds: Seconds = 1


class Condition(OneOf):
    """What must hold for a step to run. It runs once, at the first moment the condition holds."""

    time: Seconds | None = None
    after: After | None = None
    flagged: HazardId | None = None
    missed: HazardId | None = None
    chosen: OptionRef | None = None
    near: Near | None = None
    looked_at: LookedAt | None = None
    all: Annotated[list[Condition], Field(min_length=1, max_length=20)] | None = None
    any: Annotated[list[Condition], Field(min_length=1, max_length=20)] | None = None
    not_: Annotated[Condition | None, Field(alias="not")] = None

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


# --- actions -------------------------------------------------------------------------------------


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
    light: Light | None = None
    fade: Fade | None = None
    say: Say | None = None
    haptic: Haptic | None = None
    ask: DecisionId | None = None
    accident: Literal[True] | None = None
    avert: Literal[True] | None = None


Actions = Annotated[list[Action], Field(max_length=30)]


class Step(Part):
    """A line of the storyboard: when the condition first holds, do these things."""

    id: Id | None = None
    when: Condition
    do: Annotated[list[Action], Field(min_length=1, max_length=30)]


class TimedActions(Part):
    """What happens so many seconds into the accident or the averted ending."""

    after: Seconds
    do: Annotated[list[Action], Field(min_length=1, max_length=30)]


# --- what is to be found and decided -------------------------------------------------------------

HazardClass = Literal[
    "人/心理生理", "人/行为性", "物/物理性", "物/化学性", "物/生物性",
    "环/室内", "环/室外", "环/地下", "环/其他",
    "管/机构人员", "管/责任制", "管/制度", "管/投入", "管/应急",
]  # fmt: skip
"""GB/T 13861-2022: factors of people, things, environment and management."""

Problem = Literal[
    "live-electricity", "damaged-or-missing", "can-fall", "blocked-or-misplaced",
    "unsafe-act", "no-protection", "no-record-or-sign", "unfit-person",
]  # fmt: skip
"""What a trainee says is wrong when flagging; the wheel offers some of these."""

LikelihoodL = Literal[10, 6, 3, 1, 0.5, 0.2, 0.1]
ExposureE = Literal[10, 6, 3, 2, 1, 0.5]
ConsequenceC = Literal[100, 40, 15, 7, 3, 1]


class LEC(Part):
    """作业条件危险性评价法: D = L x E x C, all from the standard scales."""

    L: LikelihoodL
    E: ExposureE
    C: ConsequenceC

    @property
    def D(self) -> float:  # noqa: N802 - the method's own letter
        return self.L * self.E * self.C


class Focus(Part):
    """Where on a large thing the cue is: a point in the target's own frame (x to its right seen from
    behind, y to its front, z up, from the middle of its footprint) and how much round it to show."""

    at: Annotated[list[Metres], Field(min_length=3, max_length=3)]
    size: Annotated[float, Field(ge=0.1, le=20)] = 0.6


class Hazard(Part):
    """Something wrong that the trainee should see and flag while its window is open."""

    target: ThingName
    label: Text
    cue: Text
    """The visible state that gives it away."""
    why: Text
    """Why it is dangerous and what is right; shown in the debrief."""
    class_: Annotated[HazardClass, Field(alias="class")]
    problem: Problem
    window: Annotated[list[Seconds], Field(min_length=2, max_length=2)]
    lec: LEC
    severity: Annotated[int, Field(ge=1, le=5)]
    focus: Focus | None = None
    """For pictures: where on the target to look, when that is not the whole of it."""
    key: bool = False
    """In the causal chain of the accident."""
    latent: bool = False
    """Scored by detection alone, not by how soon."""
    standards: Annotated[list[StandardName], Field(max_length=5)] = []
    corrected: Actions = []
    """What is put right in the scene once it is flagged."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="after")
    def _window_opens_before_it_closes(self) -> Hazard:
        if self.window[0] >= self.window[1]:
            raise PydanticCustomError("window_order", "the window must open before it closes")
        return self


class Lure(Part):
    """Something that looks suspicious and is right; flagging it is a false alarm."""

    target: ThingName
    label: Text
    why: Text


class Option(Part):
    right: bool = False
    text: Text
    then: Text
    """What follows from it, said to the trainee."""
    do: Actions = []


class Decision(Part):
    """A question asked in the scene. Left open for ``limit`` seconds it counts as wrong."""

    ask: Text
    options: Annotated[dict[Annotated[str, Field(pattern="^[a-z]$")], Option], Field(min_length=2, max_length=4)]
    limit: Annotated[float, Field(ge=5, le=60)] = 20

    @model_validator(mode="after")
    def _one_right(self) -> Decision:
        if sum(option.right for option in self.options.values()) != 1:
            raise PydanticCustomError("one_right", "exactly one option must be right")
        return self


class Replay(Part):
    """The third-person look back: a fixed eye, a target, what is drawn, what is said."""

    eye: Annotated[list[Metres], Field(min_length=3, max_length=3)]
    look_at: Annotated[list[Metres], Field(min_length=3, max_length=3)]
    caption: Text
    lines: Annotated[list[Annotated[list[Point], Field(min_length=2, max_length=20)]], Field(max_length=6)] = []


class Accident(Part):
    """The accident: when it happens, what stops it, how it runs, how it is explained.

    At scene time ``at`` the accident runs unless ``unless`` holds, and then it is averted.
    Choosing one of ``at_once`` starts it at that moment.
    """

    chain: Text
    at: Seconds
    unless: Condition
    at_once: Annotated[list[OptionRef], Field(max_length=10)] = []
    steps: Annotated[list[TimedActions], Field(min_length=1, max_length=30)]
    prevention: Text
    replay: Replay


class Averted(Part):
    """The calm end when the accident was averted."""

    steps: Annotated[list[TimedActions], Field(min_length=1, max_length=30)]


class Debrief(Part):
    text: Text
    right_way: Annotated[list[Text], Field(min_length=1, max_length=8)]
    """The right way to do it, step by step; walked through after an accident."""
    first_aid: Text
    standards: Annotated[list[StandardName], Field(min_length=1, max_length=12)]


class AccidentType(Part):
    """The accident type in both editions of the classification, since old records use the old one."""

    gb6441_2025: Annotated[Name, Refers("accident_2025")]
    gb6441_1986: Annotated[Name, Refers("accident_1986")]


class Scenario(Part):
    """A whole scenario file."""

    qianche: Literal[1]
    """Version of the scenario language."""
    id: Id
    title: Text
    industry: Annotated[Name, Refers("industry")]
    accident_type: AccidentType
    setting: Text
    objective: Text
    content_warning: Text
    minutes: Annotated[float, Field(gt=0, le=30)]
    place: Annotated[Name, Refers("place")]
    ambience: Annotated[Name, Refers("ambience")] | None = None
    standpoints: Annotated[list[Standpoint], Field(min_length=1, max_length=12)]
    props: Annotated[dict[Name, Prop], Field(min_length=1, max_length=200)]
    actors: Annotated[dict[Name, Actor], Field(max_length=40)] = {}
    hazards: Annotated[dict[Id, Hazard], Field(min_length=1, max_length=12)]
    lures: Annotated[list[Lure], Field(max_length=12)] = []
    decisions: Annotated[dict[Id, Decision], Field(max_length=6)] = {}
    storyboard: Annotated[list[Step], Field(max_length=100)] = []
    accident: Accident
    averted: Averted
    debrief: Debrief
