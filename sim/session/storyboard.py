"""The storyboard and the two endings: which actions are due, and when the next may be."""

from __future__ import annotations

from collections.abc import Iterable

from scenarios.model import Scenario, Step, TimedActions
from sim.session.clock import Micros, micros
from sim.session.conditions import Condition, Facts, RestedOn, compiled, earliest
from sim.session.following import Following

DEBRIEF_DELAY = micros(2)
"""Between the last step of an ending and the debrief."""


class Storyboard:
    """The steps that have not run yet. Each runs once, so a storyboard always comes to its end."""

    def __init__(self, scenario: Scenario, following: Following) -> None:
        self._steps: list[tuple[Step, Condition]] = [(step, compiled(step.when)) for step in scenario.storyboard]
        self._of_ending = {id(scenario.storyboard[number]) for number in following.steps}

    def take_due(self, facts: Facts, *, scene_over: bool) -> Step | None:
        """The first step, in file order, whose condition holds; it will not be given again.

        Once the scene is over only steps that follow from its ending still run.
        """
        for number, (step, condition) in enumerate(self._steps):
            if (not scene_over or id(step) in self._of_ending) and condition.holds(facts):
                del self._steps[number]
                return step
        return None

    def next_change(self, facts: Facts) -> Micros | None:
        """The first scene time after now at which a step may become due by itself."""
        return earliest(condition.next_change(facts) for _, condition in self._steps)

    def watched(self) -> set[str]:
        """Things whose being looked at matters to a step."""
        return {leaf.what for _, condition in self._steps for leaf in condition.leaves() if isinstance(leaf, RestedOn)}


class Ending:
    """The accident or the averted ending, under way since scene time ``begin``."""

    def __init__(self, steps: Iterable[TimedActions], begin: Micros) -> None:
        self._steps = sorted(((begin + micros(timed.after), timed) for timed in steps), key=lambda due: due[0])
        self.debrief_at = self._steps[-1][0] + DEBRIEF_DELAY

    def take_due(self, facts: Facts) -> TimedActions | None:
        """The next step whose moment has come; one whose condition does not hold then is left out."""
        while self._steps and self._steps[0][0] <= facts.now():
            timed = self._steps.pop(0)[1]
            if timed.when is None or compiled(timed.when).holds(facts):
                return timed
        return None

    def next_moment(self) -> Micros:
        return self._steps[0][0] if self._steps else self.debrief_at
