"""How to use it, for whoever wears a headset for the first time: less than a minute, and one may leave it out."""

from __future__ import annotations

from typing import Literal

from sim.display.headset.desk.act import Act, Said, manner_of
from sim.display.headset.desk.belt import Belt
from sim.display.headset.desk.notice import Notice, notice
from sim.display.headset.desk.person import Person
from sim.display.headset.desk.rotation import add, along, heading_between
from sim.display.headset.shown import Style
from sim.display.intents import Intent
from sim.display.offers import Option
from sim.session.gaze import direction_of
from sim.state import Vec3

Step = Literal["look", "point", "flag", "choose", "leap", "wrist"]
STEPS: tuple[Step, ...] = ("look", "point", "flag", "choose", "leap", "wrist")
SWEEP_DEGREES = 100.0
"""From the leftmost to the rightmost look."""
ASIDE_DEGREES, ASIDE_PITCH, ASIDE_METRES, INSTRUCTION_METRES = 33.0, -9.0, 1.9, 1.7
"""Where what is practised with stands, and in their middle what is to be done, seen from where one began."""
SIGN = "practice"
PROBLEMS = ("damaged", "misplaced", "fine")
PLACES: tuple[Vec3, ...] = ((0.0, 0.0, 0.0), (0.0, 3.0, 0.0))
SKIP: Intent = {"kind": "skip"}
DONE: Intent = {"kind": "done"}


class Induction(Act):
    """Each step ends when it is done. Everything stands in the empty room; nothing of the scene is seen yet."""

    places = PLACES
    leaps = False

    def __init__(self, said: Said) -> None:
        self._said = said
        self._index = 0
        self._belt = Belt()
        self._sweep = _Sweep()
        self._eye: Vec3 | None = None
        self._towards: Vec3 = (0.0, 1.0, 0.0)

    @property
    def step(self) -> Step:
        return STEPS[self._index]

    def notices(self, person: Person) -> list[Notice]:
        self._eye = self._eye or person.head.position
        if self.step == "look" and self._sweep.follow(person.heading) >= 1.0:
            self._next()
        return [self._instruction(person), *self._practice(person)]

    def take(self, intent: Intent) -> None:
        if intent == SKIP:
            self.over = True
        elif intent == DONE:
            self._next()

    def mean(self, thing: str, towards: Vec3, person: Person) -> None:
        if self.step == "flag" and thing == SIGN:
            self._towards = towards
            self._next()

    def go(self, to: int) -> None:
        super().go(to)
        if self.step == "leap":
            self._next()

    def _next(self) -> None:
        if self._index + 1 == len(STEPS):
            self.over = True
        else:
            self._index += 1
        self.leaps = self.step == "leap" and not self.over

    # --- what is seen -----------------------------------------------------------------------------------

    def _instruction(self, person: Person) -> Notice:
        key = f"induction.{self.step}"
        share = self._sweep.share if self.step == "look" else self._index / len(STEPS)
        skip: list[tuple[Option, Style]] = [(Option(self._said("induction.skip"), SKIP), "plain")]
        lines = (self._said(f"{key}.{self._how(person)}"),)
        return notice(
            key, self._said(f"{key}.title"), lines, skip, share=share, where="there",
            towards=self._place(0, INSTRUCTION_METRES),
        )  # fmt: skip

    def _how(self, person: Person) -> str:
        """Which words of the step are meant for this person."""
        if self.step in ("look", "choose"):
            return "text"
        if self.step == "wrist":
            return "wrist" if self._belt.wrist(person) else "belt"
        return manner_of(person)

    def _practice(self, person: Person) -> list[Notice]:
        """What stands there to practise with."""
        match self.step:
            case "point":
                button = self._option("point.button", "good")
                return [notice("induction.button", "", (), [button], where="there", width=0.5, towards=self._place(1))]
            case "flag":
                return [self._sign()]
            case "choose":
                answers = [self._option(f"choose.problems.{problem}") for problem in PROBLEMS]
                title = self._said("induction.choose.title")
                wheel = notice(
                    "induction.wheel", title, (), answers, kind="wheel", where="beside", width=0.7,
                    towards=self._towards,
                )  # fmt: skip
                return [self._sign(), wheel]
            case "wrist":
                title, button = self._said("induction.wrist.title"), self._option("wrist.button", "good")
                return self._belt.notices(person, title, [button], share=0.7)
        return []

    def _option(self, key: str, style: Style = "choice") -> tuple[Option, Style]:
        return Option(self._said(f"induction.{key}"), DONE), style

    def _sign(self) -> Notice:
        title, text = self._said("induction.flag.thing"), self._said("induction.flag.thing_text")
        return notice(SIGN, title, (text,), where="there", width=0.6, towards=self._place(-1), thing=SIGN)

    def _place(self, side: int, metres: float = ASIDE_METRES) -> Vec3:
        """In front (0), to the left (1) or to the right (-1) of where one stands. All of it stays there, so that
        nothing comes before what is practised with."""
        return along(add(self._eye, self.places[self.here]), direction_of(side * ASIDE_DEGREES, ASIDE_PITCH), metres)


class _Sweep:
    """How far to both sides somebody has looked, however often they turn round."""

    def __init__(self) -> None:
        self._heading: float | None = None
        self._turned = self._most = self._least = 0.0

    @property
    def share(self) -> float:
        """0..1; far enough at 1."""
        return min(1.0, (self._most - self._least) / SWEEP_DEGREES)

    def follow(self, heading: float) -> float:
        self._turned += 0.0 if self._heading is None else heading_between(self._heading, heading)
        self._heading = heading
        self._most, self._least = max(self._most, self._turned), min(self._least, self._turned)
        return self.share
