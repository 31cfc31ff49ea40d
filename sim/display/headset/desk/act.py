"""What a visit in a headset is made of, one after the other: getting ready, the practice, questions, the session."""

from __future__ import annotations

from typing import Literal

from common.text import Lang, text
from sim.display.headset.desk.holding import Advice
from sim.display.headset.desk.notice import Notice
from sim.display.headset.desk.person import Person, Pointer
from sim.display.intents import Intent
from sim.state import Vec3
from sim.world.picking import Pick

Manner = Literal["ray", "hand", "gaze"]
"""How somebody points: with a controller, the bare hand, or head or eyes."""
ROOM: tuple[Vec3, ...] = ((0.0, 0.0, 0.0),)
"""Outside the scene one stands at the origin of a place of its own."""


class Act:
    """One part of a visit. It says what is to be seen, and is told what was done to it."""

    places: tuple[Vec3, ...] = ROOM
    """Where one can go."""
    here = 0
    """At which of them one stands."""
    leaps = True
    """Whether one can go to another now."""
    holds = True
    """Whether things can be pointed at and held now."""
    over = False

    def notices(self, person: Person) -> list[Notice]:
        """The panels of this frame."""
        raise NotImplementedError

    def take(self, intent: Intent) -> None:
        """A button of the panels was chosen."""

    def find(self, pointer: Pointer) -> Pick | None:
        """The thing that is pointed at beside the panels."""
        return None

    def mean(self, thing: str, towards: Vec3, person: Person) -> None:
        """A thing was pointed at and held; it is seen in the direction ``towards``."""

    def advise(self, advice: Advice, person: Person) -> None:
        """Somebody tried in vain to mean a thing."""

    def go(self, to: int) -> None:
        """The trainee went to another place."""
        self.here = to


def manner_of(person: Person) -> Manner:
    """How this person points now."""
    pointer = person.pointer
    if pointer is not None and pointer.side is not None:
        return "ray" if person.hands[pointer.side].kind == "controller" else "hand"
    if person.hands:
        return "ray" if any(hand.kind == "controller" for hand in person.hands.values()) else "hand"
    return "gaze"


class Said:
    """The texts of the headset in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, **places: object) -> str:
        return text(f"display.headset.{key}", self.lang, **places)
