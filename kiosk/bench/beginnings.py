"""What a new scenario begins with: a template, or a copy of one that is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from common.errors import UsageError
from kiosk.van import Van
from scenarios.model import Text
from scenarios.registry import registry
from scenarios.writing.edit import set_value
from sim.templates import copy_of, from_template, templates

MAX_TITLE = 60


class TitleMissing(UsageError):
    """A scenario needs a title in both languages."""


@dataclass(frozen=True)
class Beginning:
    """A text to begin with. ``make`` gives it for an id."""

    id: str
    title: Text
    place: str
    make: Callable[[str], str]
    scenario: str | None = None
    """The scenario that it is a copy of."""

    @property
    def place_label(self) -> Text:
        label = registry().places[self.place].label
        return Text(zh=label.zh, en=label.en)

    def picture(self, van: Van) -> str | None:
        """The address of a picture: of the scenario, or of one at the same place."""
        alike = [name for name, offer in van.shelf.offers.items() if offer.loaded.scenario.place == self.place]
        names = alike if self.scenario is None else [self.scenario, *alike]
        return next(filter(None, (van.picture_url(name, "start") for name in names)), None)


def template_beginnings() -> list[Beginning]:
    """A beginning for every template."""
    return [
        Beginning(each.id, each.title, each.place, lambda id_, name=each.id: from_template(name, id_))
        for each in templates()
    ]


def copy_beginnings(van: Van) -> list[Beginning]:
    """A beginning for every scenario that the van offers."""
    found = []
    for name, offer in van.shelf.offers.items():
        scenario, path = offer.loaded.scenario, offer.loaded.path
        found.append(
            Beginning(f"copy-{name}", scenario.title, scenario.place, lambda id_, path=path: copy_of(path, id_), name)
        )
    return found


def begun(beginning: Beginning, id_: str, zh: str, en: str) -> str:
    """The text of a new scenario with its titles.

    Raises:
        UsageError: that is no id, or a title is missing.
    """
    if not 0 < len(zh) <= MAX_TITLE or not 0 < len(en) <= MAX_TITLE:
        raise TitleMissing("bench.fault.title_missing", limit=MAX_TITLE)
    return set_value(beginning.make(id_), ("title",), {"zh": zh, "en": en})
