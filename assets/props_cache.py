"""Props and places by name, through the cache."""

from __future__ import annotations

from functools import cache

from assets.builders import PropRequest, place_builder, prop_builder
from assets.cache import cached
from assets.mesh import Model
from assets.place import Place
from assets.sources import asset_sources, maker_of
from assets.storage import model_arrays, model_from, place_arrays, place_from
from assets.textures.atlas import picture_key

_STORED_BY = ("assets.storage", "assets.modelling.heights")
_EVERY_BUILDER = ("props", "places")


class NotBuilt(LookupError):
    """The registry has a name that no builder makes: a fault of the program, not of a scenario."""


def prop_key(name: str, request: PropRequest) -> tuple[object, ...]:
    """All that a prop's shape depends on."""
    return name, request, _sources_of("props", "prop", name), picture_key(request.sign) if request.sign else None


def place_key(name: str) -> tuple[object, ...]:
    """All that a place's shape depends on."""
    return name, _sources_of("places", "place", name)


def _sources_of(folder: str, decorator: str, name: str) -> str:
    """A hash over all source that a builder's result depends on; over every builder's when its own is not found."""
    module = maker_of(folder, decorator, name)
    if module is not None:
        return asset_sources().key(module, *_STORED_BY)
    return asset_sources().key(*asset_sources().modules_in(*_EVERY_BUILDER), *_STORED_BY)


@cache
def prop_model(name: str, request: PropRequest) -> Model:
    """A prop as asked for, in its own frame. Raises NotBuilt for a name without builder."""

    def build() -> dict:
        builder = prop_builder(name)
        if builder is None:
            raise NotBuilt(f"no builder makes the prop {name!r}")
        return model_arrays(builder(request))

    return model_from(cached("props", prop_key(name, request), build))


@cache
def place_of(name: str) -> Place:
    """A place of the registry. Raises NotBuilt for a name without builder."""

    def build() -> dict:
        builder = place_builder(name)
        if builder is None:
            raise NotBuilt(f"no builder makes the place {name!r}")
        return place_arrays(builder())

    return place_from(cached("places", place_key(name), build))
