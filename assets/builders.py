"""The tables of builders: which function makes which prop, and which place.

A prop's labels, size and states stand in the scenario registry (``scenarios.registry``), so that a
trainer's editor knows them without building anything; here stands only how it is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from assets.mesh import Model
from assets.place import Place
from assets.sources import maker_of


@dataclass(frozen=True)
class PropRequest:
    """What a prop is asked to look like: everything that changes its shape."""

    state: str
    variant: str | None = None
    sign: str | None = None


PropBuilder = Callable[[PropRequest], Model]
PlaceBuilder = Callable[[], Place]
PROPS: dict[str, PropBuilder] = {}
PLACES: dict[str, PlaceBuilder] = {}


def prop(name: str) -> Callable[[PropBuilder], PropBuilder]:
    """Enter the decorated function as the builder of prop ``name``."""

    def enter(build: PropBuilder) -> PropBuilder:
        if name in PROPS:
            raise ValueError(f"prop {name!r} has two builders")
        PROPS[name] = build
        return build

    return enter


def place(name: str) -> Callable[[PlaceBuilder], PlaceBuilder]:
    """Enter the decorated function as the builder of place ``name``."""

    def enter(build: PlaceBuilder) -> PlaceBuilder:
        if name in PLACES:
            raise ValueError(f"place {name!r} has two builders")
        PLACES[name] = build
        return build

    return enter


def prop_builder(name: str) -> PropBuilder | None:
    """The builder of a prop, once the module that has it is imported; None when nobody makes it."""
    _import_maker("props", "prop", name)
    return PROPS.get(name)


def place_builder(name: str) -> PlaceBuilder | None:
    """The builder of a place, once the module that has it is imported; None when nobody makes it."""
    _import_maker("places", "place", name)
    return PLACES.get(name)


def _import_maker(folder: str, decorator: str, name: str) -> None:
    module = maker_of(folder, decorator, name)
    if module is None:
        load_builders()
    else:
        import_module(module)


def load_builders() -> None:
    """Import every module of props and places, so that the tables are full."""
    for package_name in ("assets.props", "assets.places"):
        package = import_module(package_name)
        for module in iter_modules(package.__path__):
            import_module(f"{package_name}.{module.name}")
