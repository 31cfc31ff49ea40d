"""Props and places by name, through the cache."""

from __future__ import annotations

from functools import cache

from assets.builders import PLACES, PROPS, PropRequest, load_builders
from assets.cache import cached, source_key
from assets.mesh import Model
from assets.place import Place
from assets.storage import model_arrays, model_from, place_arrays, place_from

_SHAPED_BY = ("assets.mesh", "assets.place", "assets.builders", "assets.modelling", "assets.textures", "assets.props")


class NotBuilt(LookupError):
    """The registry has a name that no builder makes: a fault of the program, not of a scenario."""


def prop_key(name: str, request: PropRequest) -> tuple[object, ...]:
    """All that a prop's shape depends on."""
    return name, request, source_key(*_SHAPED_BY)


def place_key(name: str) -> tuple[object, ...]:
    """All that a place's shape depends on."""
    return name, source_key(*_SHAPED_BY, "assets.places")


@cache
def prop_model(name: str, request: PropRequest) -> Model:
    """A prop as asked for, in its own frame. Raises NotBuilt for a name without builder."""

    def build() -> dict:
        load_builders()
        if name not in PROPS:
            raise NotBuilt(f"no builder makes the prop {name!r}")
        return model_arrays(PROPS[name](request))

    return model_from(cached("props", prop_key(name, request), build))


@cache
def place_of(name: str) -> Place:
    """A place of the registry. Raises NotBuilt for a name without builder."""

    def build() -> dict:
        load_builders()
        if name not in PLACES:
            raise NotBuilt(f"no builder makes the place {name!r}")
        return place_arrays(PLACES[name]())

    return place_from(cached("places", place_key(name), build))
