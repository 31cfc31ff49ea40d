"""Things that people hold, by name."""

from __future__ import annotations

from assets.people.things import loads, personal, tools
from assets.people.things.thing import Thing

THINGS: dict[str, Thing] = {**personal.THINGS, **tools.THINGS, **loads.THINGS}

__all__ = ["THINGS", "Thing"]
