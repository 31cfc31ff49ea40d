"""The course of the day: which session plan the van follows, and how far each trainee has come in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.outbox import Outbox
from kiosk.shelf import Shelf
from kiosk.store import Store
from scenarios.errors import ScenarioInvalid, ScenarioUnreadable
from scenarios.plans import FOLDER, Plan, load_plan, plan_files

CHOSEN = "course"
Mark = Literal["passed", "failed", "open"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How a trainee stands in a course."""

    plan: Plan
    marks: dict[str, Mark]
    """Every scenario of the plan, in its order: passed at least once, only failed, or not played yet."""

    @property
    def next(self) -> str | None:
        """The first scenario that is not passed; those not played come before those failed."""
        for wanted in ("open", "failed"):
            for name, mark in self.marks.items():
                if mark == wanted:
                    return name
        return None

    @property
    def passed(self) -> int:
        """How many scenarios are."""
        return sum(mark == "passed" for mark in self.marks.values())

    @property
    def fulfilled(self) -> bool:
        return self.plan.fulfilled({name for name, mark in self.marks.items() if mark == "passed"})


class Courses:
    """The plans that come with the program and the van's own, the one that is followed, and everyone's progress."""

    def __init__(self, store: Store, outbox: Outbox, shelf: Shelf, own: Path) -> None:
        """Read the plans. One that is wrong hides no other: ``troubles`` says what is wrong with it.

        A plan of the program that has a scenario which this van does not offer is left out.
        """
        self._store, self._outbox = store, outbox
        self.plans: dict[str, Plan] = {}
        self.troubles: list[ScenarioInvalid | ScenarioUnreadable] = []
        minutes = {name: offer.loaded.scenario.minutes for name, offer in shelf.offers.items()}
        for path in (*plan_files(FOLDER), *plan_files(own)):
            try:
                plan = load_plan(path, minutes)
            except (ScenarioInvalid, ScenarioUnreadable) as wrong:
                if path.parent != FOLDER or not _lacks_scenarios(wrong):
                    self.troubles.append(wrong)
            else:
                self.plans[plan.id] = plan

    @property
    def followed(self) -> Plan | None:
        """The plan of the day; None: everybody chooses freely."""
        chosen = self._store.remembered(CHOSEN)
        return self.plans.get(chosen) if chosen else None

    def followed_scenarios(self) -> list[str]:
        """The scenarios of the plan of the day, which are wanted first."""
        plan = self.followed
        return plan.scenarios if plan else []

    def follow(self, plan: str | None) -> None:
        """From now on the van follows this plan, or none."""
        self._store.remember(CHOSEN, plan or "")

    def progress(self, learner: str | None) -> Progress | None:
        """How far somebody has come in the plan of the day; None where there is none."""
        plan = self.followed
        if plan is None:
            return None
        verdicts = self._outbox.verdicts(learner) if learner else {}
        return Progress(plan, {name: _mark(verdicts.get(name, ())) for name in plan.scenarios})


def _lacks_scenarios(wrong: ScenarioInvalid | ScenarioUnreadable) -> bool:
    """Whether all that is wrong is that scenarios are not offered."""
    return isinstance(wrong, ScenarioInvalid) and all(fault.code == "unknown_scenario" for fault in wrong.faults)


def _mark(verdicts: Iterable[bool]) -> Mark:
    played = list(verdicts)
    return "passed" if any(played) else "failed" if played else "open"
