"""The short panels round a session: ready, the warning with the consent, the rest."""

from __future__ import annotations

from sim.display.headset.desk.act import Act, Said, manner_of
from sim.display.headset.desk.notice import Notice, notice
from sim.display.headset.desk.person import Person
from sim.display.headset.shown import Style
from sim.display.intents import Intent
from sim.display.offers import Option

GO: Intent = {"kind": "go on"}
LEAVE: Intent = {"kind": "leave"}


class Ask(Act):
    """One panel with a way on, and perhaps one out."""

    def __init__(self, key: str, title: str, lines: tuple[str, ...], options: list[tuple[Option, Style]]) -> None:
        self._key, self._title, self._lines, self._options = key, title, lines, options
        self.declined = False

    def notices(self, person: Person) -> list[Notice]:
        return [notice(self._key, self._title, self._lines, self._options)]

    def take(self, intent: Intent) -> None:
        self.over = True
        self.declined = intent == LEAVE


class Ready(Ask):
    """Whoever has chosen "ready" stands or sits as they will, and faces ahead: the moment to set the eyes' height."""

    def __init__(self, said: Said, *, seated: bool, again: bool) -> None:
        """``again``: it goes on with a session that was broken off."""
        posture = said("ready.seated" if seated else "ready.standing")
        lines = (said("ready.again"), posture) if again else (posture,)
        super().__init__("ready", said("ready.title"), lines, [(Option(said("ready.go"), GO), "good")])
        self._said = said

    def notices(self, person: Person) -> list[Notice]:
        lines = (*self._lines, self._said(f"ready.press.{manner_of(person)}"))
        return [notice(self._key, self._title, lines, self._options)]


def consent(said: Said, warning: str) -> Ask:
    """What is to be seen in the scene, before anything of it is seen."""
    options: list[tuple[Option, Style]] = [
        (Option(said("consent.go"), GO), "good"),
        (Option(said("consent.decline"), LEAVE), "plain"),
    ]
    return Ask("consent", said("consent.title"), (warning, said("consent.stop")), options)


def rest(said: Said, minutes: float) -> Ask:
    """A break is asked for, after the session."""
    lines = (said("rest.text", minutes=round(minutes)),)
    return Ask("rest", said("rest.title"), lines, [(Option(said("rest.understood"), GO), "good")])
