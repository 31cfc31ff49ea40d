"""A station of the van: which step of its visit the person before it has reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from common.clock import Clock
from common.text import Lang
from kiosk.store import Store

Stage = Literal["welcome", "check_in", "choose", "warning", "play", "result"]


class Visit(BaseModel):
    """Where a station stands. It is written down at every step, so a cut of power changes nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stage: Stage = "welcome"
    lang: Lang = "zh"
    holder: str | None = None
    """The browser whose touches count; others see that the station is taken."""
    learner: str | None = None
    """Pseudonym of who has checked in."""
    scenario: str | None = None
    session: str | None = None


class Station:
    """Walks a visit from the welcome to the result. A touch that comes too late, from a page that
    still showed an earlier step, does nothing."""

    def __init__(self, name: str, store: Store, clock: Clock) -> None:
        self.name = name
        self._store = store
        self._clock = clock
        self._listeners: set[Callable[[], None]] = set()
        self.visit = self._written()
        self.touched()

    # --- what the trainee does -----------------------------------------------------------------

    def begin(self, lang: Lang, holder: str) -> None:
        """Someone touched the welcome."""
        self._go(("welcome",), Visit(stage="check_in", lang=lang, holder=holder))

    def speak(self, lang: Lang) -> None:
        """Another language, at any step but in the middle of a session."""
        if self.visit.stage != "play":
            self._become(self.visit.model_copy(update={"lang": lang}))

    def check_in(self, learner: str) -> None:
        """The person is known."""
        self._go(("check_in",), self.visit.model_copy(update={"stage": "choose", "learner": learner}))

    def take_turn(self, learner: str, lang: Lang, holder: str) -> None:
        """The person who was called is here."""
        self._go(("welcome",), Visit(stage="choose", lang=lang, holder=holder, learner=learner))

    def choose(self, scenario: str) -> None:
        self._go(("choose",), self.visit.model_copy(update={"stage": "warning", "scenario": scenario}))

    def back(self) -> None:
        """One step back, as far as one can."""
        match self.visit.stage:
            case "warning":
                self._become(self.visit.model_copy(update={"stage": "choose", "scenario": None}))
            case "choose" | "check_in":
                self.release()

    def play(self, session: str) -> None:
        """Consent was given and the session begins."""
        self._go(("warning",), self.visit.model_copy(update={"stage": "play", "session": session}))

    def finish(self, session: str) -> None:
        """The session's completion is safe."""
        if self.visit.session == session:
            self._go(("play",), self.visit.model_copy(update={"stage": "result"}))

    def go_on(self) -> None:
        """The same person plays another scenario."""
        kept = self.visit.model_dump(include={"lang", "holder", "learner"})
        self._go(("result",), Visit(stage="choose", **kept))

    def release(self) -> None:
        """Back to the welcome, whoever was here."""
        if self.visit.stage != "play":
            self._become(Visit())

    def give_up(self, session: str) -> None:
        """The session cannot be played here; nothing of it is shown."""
        if self.visit.session == session:
            self._become(Visit(stage="choose", **self.visit.model_dump(include={"lang", "holder", "learner"})))

    # --- touches and silence -------------------------------------------------------------------

    def touched(self) -> None:
        """Somebody is here."""
        self._touched_at = self._clock.monotonic()

    def silent_for(self) -> float:
        """Seconds since the last touch."""
        return self._clock.monotonic() - self._touched_at

    def held_by(self, browser: str) -> bool:
        """Whether the touches of this browser count."""
        return self.visit.holder in (None, browser)

    # --- who wants to know ---------------------------------------------------------------------

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after every change; returns what ends that."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def _go(self, stages: tuple[Stage, ...], visit: Visit) -> None:
        if self.visit.stage in stages:
            self._become(visit)

    def _become(self, visit: Visit) -> None:
        self.touched()
        if visit == self.visit:
            return
        self.visit = visit
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO stations (name, state) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET state = excluded.state",
                (self.name, visit.model_dump_json()),
            )
        for listener in list(self._listeners):
            listener()

    def _written(self) -> Visit:
        rows = self._store.rows("SELECT state FROM stations WHERE name = ?", self.name)
        return Visit.model_validate_json(rows[0]["state"]) if rows else Visit()
