"""Short words that come and go: a hazard found, a flag in vain, advice. They give nothing away of what is not found."""

from __future__ import annotations

from scenarios.model import Scenario
from sim.display.headset.desk.act import Said
from sim.session import Session
from sim.session.happenings import FALSE_ALARM_KINDS, FOUND_KINDS, Happening

SHOWN_SECONDS = 2.5


class Tidings:
    """``session`` is watched for what comes of flags."""

    def __init__(self, said: Said, scenario: Scenario, session: Session) -> None:
        self._said, self._scenario, self._session = said, scenario, session
        self._known = len(session.happenings)
        self._words = ""
        self._until = 0.0

    def tell(self, words: str, now: float, seconds: float = SHOWN_SECONDS) -> None:
        """Show words for a while, instead of others."""
        self._words, self._until = words, now + seconds

    def words(self, now: float) -> str:
        """What is to be shown; empty for nothing."""
        happenings = self._session.happenings
        for happening in happenings[self._known :]:
            if words := self._of(happening):
                self.tell(words, now)
        self._known = len(happenings)
        return self._words if now < self._until else ""

    def _of(self, happening: Happening) -> str:
        if happening.kind in FOUND_KINDS:
            label = self._scenario.hazards[happening.subject].label
            return self._said("found", label=getattr(label, self._said.lang))
        if happening.kind in FALSE_ALARM_KINDS:
            return self._said("no_hazard")
        return self._said("already") if happening.kind == "repeat" else ""
