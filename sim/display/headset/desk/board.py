"""All panels of a frame: where they stand, which of their buttons is pointed at, and what is chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sim.display.headset.desk.notice import Notice
from sim.display.headset.desk.person import Person, Pointer
from sim.display.headset.desk.placing import (
    BELT_METRES,
    BELT_PITCH,
    BETWEEN,
    CAPTION_METRES,
    CAPTION_TOP,
    HINT_TOP,
    Following,
    Place,
    at_wrist,
    before,
    beside,
    half_degrees,
    pitch_ahead,
    standing_at,
)
from sim.display.headset.desk.rotation import back, heading_and_pitch, less, turned
from sim.display.headset.drawn.panel_layout import PanelLayout, layout
from sim.display.headset.shown import Panel, PlacedPanel
from sim.display.intents import Intent

DWELL_SECONDS = 1.0
"""Head or eyes rest so long on a button to choose it."""
UNREADY_SECONDS = 0.35
"""A panel that has just come takes no answer yet: it was not what the trigger was pulled for."""

Layout = Callable[[Panel], PanelLayout]


@dataclass(frozen=True, slots=True)
class Touch:
    """What the pointer does to panels in a frame."""

    key: str = ""
    """The panel that is pointed at."""
    button: str = ""
    thing: str = ""
    """What the panel stands for, if it stands for a thing."""
    metres: float = 0.0
    """How far along the ray it is."""
    share: float = 0.0
    """How far a dwell on the button has come."""
    chosen: Intent | None = None


NOTHING = Touch()


class Board:
    """Keeps where each panel stands from frame to frame."""

    def __init__(self, metres: float, lay: Layout = layout) -> None:
        """``metres``: how far away panels stand that are not somewhere special."""
        self._metres, self._layout = metres, lay
        self._ahead = Following()
        self._fixed: dict[str, Place] = {}
        self._since: dict[str, float] = {}
        self._asked = False
        self._resting: tuple[str, str, float] | None = None
        self._spent: tuple[str, str] | None = None
        self._touch = NOTHING
        self.panels: tuple[PlacedPanel, ...] = ()

    def come_along(self, person: Person) -> None:
        """The trainee has been moved: panels are ahead again at once."""
        self._ahead.meet(person)

    def show(self, person: Person, notices: Sequence[Notice]) -> Touch:
        """Place the panels of this frame, and see what the pointer does to them."""
        self._keep(person, notices)
        held = any(notice.key == self._touch.key and notice.panel.buttons for notice in notices)
        self._ahead.follow(person, held=held)
        places = self._places(person, notices)
        self._touch = self._touched(person, notices, places)
        self.panels = tuple(
            PlacedPanel(notice.key, notice.panel, *places[notice.key], *self._pointed(notice.key)) for notice in notices
        )
        return self._touch

    def _keep(self, person: Person, notices: Sequence[Notice]) -> None:
        """Forget what is gone; a new question in front comes where the trainee looks, or where the last one was."""
        keys = {notice.key for notice in notices}
        new = [notice for notice in notices if notice.key not in self._since]
        self._since = {key: since for key, since in self._since.items() if key in keys}
        self._fixed = {key: place for key, place in self._fixed.items() if key in keys}
        for notice in new:
            self._since[notice.key] = person.now
        asked = {notice.key for notice in notices if notice.where == "ahead" and notice.panel.buttons}
        come = any(notice.key in asked for notice in new)
        if come and (not self._asked or self._ahead.is_left(person)):
            self._ahead.meet(person)
        self._asked = bool(asked)

    # --- where ----------------------------------------------------------------------------------------

    def _places(self, person: Person, notices: Sequence[Notice]) -> dict[str, Place]:
        """Captions hang under everything that is asked."""
        places = {notice.key: self._place(person, notice) for notice in notices if notice.where != "caption"}
        asked = [notice for notice in notices if notice.where in ("ahead", "beside")]
        lowest = min((self._lower_edge(notice, places[notice.key]) - BETWEEN for notice in asked), default=0.0)
        for notice in notices:
            if notice.where == "caption":
                half = half_degrees(self._layout(notice.panel).size[1], CAPTION_METRES)
                places[notice.key] = self._ahead.place(min(CAPTION_TOP, lowest) - half, CAPTION_METRES)
        return places

    def _lower_edge(self, notice: Notice, place: Place) -> float:
        """Degrees over the eyes."""
        towards = less(place[0], self._ahead.eye)
        metres = math.hypot(*towards)
        return heading_and_pitch(towards)[1] - half_degrees(self._layout(notice.panel).size[1], metres)

    def _place(self, person: Person, notice: Notice) -> Place:
        size, eye = self._layout(notice.panel).size, person.head.position
        match notice.where:
            case "ahead":
                return self._ahead.place(pitch_ahead(size[1], self._metres), self._metres)
            case "hint":
                return self._ahead.place(HINT_TOP - half_degrees(size[1], self._metres), self._metres)
            case "wrist":
                return at_wrist(person.hands[notice.side].grip, eye)
            case "there":
                return standing_at(notice.towards, eye)
            case "belt":
                place = before(eye, person.heading, BELT_PITCH, BELT_METRES)
            case _:
                place = beside(eye, notice.towards, size, left=notice.left)
        return self._fixed.setdefault(notice.key, place)  # where it came up

    # --- pointing -------------------------------------------------------------------------------------

    def _pointed(self, key: str) -> tuple[str, float]:
        """The button of a panel that is pointed at, and how far a dwell on it has come."""
        return (self._touch.button, self._touch.share) if key == self._touch.key else ("", 0.0)

    def _touched(self, person: Person, notices: Sequence[Notice], places: dict[str, Place]) -> Touch:
        pointer = person.pointer
        if pointer is None:
            self._resting = self._spent = None
            return NOTHING
        # What only says something is pointed through: captions hang before what is to be found.
        solid = (notice for notice in notices if notice.panel.buttons or notice.thing)
        hits = ((self._hit(pointer, notice, places[notice.key]), notice) for notice in solid)
        met = [(hit[0], notice, hit[1]) for hit, notice in hits if hit is not None]
        if not met:
            self._resting = self._spent = None
            return NOTHING
        metres, notice, button = min(met, key=lambda each: each[0])
        ready = person.now - self._since[notice.key] >= UNREADY_SECONDS
        button = button if ready else ""
        return self._settled(person, notice, button, metres)

    def _hit(self, pointer: Pointer, notice: Notice, place: Place) -> tuple[float, str] | None:
        """How far along the ray the panel is met, and at which button."""
        centre, rotation = place
        undo = back(rotation)
        start, direction = turned(undo, less(pointer.start, centre)), turned(undo, pointer.direction)
        if direction[1] < 1e-6 or start[1] >= 0:
            return None
        metres = -start[1] / direction[1]
        x, z = start[0] + direction[0] * metres, start[2] + direction[2] * metres
        laid = self._layout(notice.panel)
        if abs(x) > laid.size[0] / 2 or abs(z) > laid.size[1] / 2:
            return None
        return metres, laid.button_at(x, z)

    def _settled(self, person: Person, notice: Notice, button: str, metres: float) -> Touch:
        here = (notice.key, button)
        intent = notice.intents.get(button)
        if self._spent is not None and self._spent != here:
            self._spent = None
        if intent is None or not person.pointer.dwells:
            self._resting = None
            chosen = intent if person.pointer.pressed else None
            return Touch(notice.key, button, notice.thing, metres, chosen=chosen)
        if self._spent == here:
            return Touch(notice.key, button, metres=metres)
        if self._resting is None or self._resting[:2] != here:
            self._resting = (*here, person.now)
        share = min(1.0, (person.now - self._resting[2]) / DWELL_SECONDS)
        if share < 1.0:
            return Touch(notice.key, button, metres=metres, share=share)
        self._resting, self._spent = None, here
        return Touch(notice.key, button, metres=metres, chosen=intent)
