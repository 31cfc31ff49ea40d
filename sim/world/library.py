"""Where the world takes its props, people and textures from: the asset cache, or a test's own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from assets.builders import PropRequest
from assets.mesh import Model
from assets.place import Place
from scenarios.names import is_own_model

if TYPE_CHECKING:
    from assets.people import Clip, PersonMesh
    from assets.textures.atlas import SignAtlas


class Library(Protocol):
    """Everything that has a shape."""

    def prop(self, name: str, request: PropRequest) -> Model:
        """A prop in its own frame."""

    def default_state(self, name: str, variant: str | None) -> str:
        """The state a prop of a variant is in when the scenario names none."""

    def place(self, name: str) -> Place: ...

    def person(self, character: str, variant: str | None) -> PersonMesh: ...

    def clips(self) -> dict[str, Clip]: ...

    def layers(self) -> tuple[tuple[str, ...], NDArray[np.uint8]]:
        """Names and images (k, n, n, 4) of the texture layers."""

    def signs(self, numbers: Collection[int]) -> SignAtlas:
        """The signs of these numbers in one picture."""


class CachedLibrary:
    """The assets of this project, through their cache."""

    def open(self) -> CachedLibrary:
        """Read what every world needs, so that the first one does not wait for it."""
        from scenarios.registry import registry

        registry()
        self.clips()
        self.layers()
        return self

    def prop(self, name: str, request: PropRequest) -> Model:
        from assets.own_model import own_model
        from assets.props_cache import prop_model
        from scenarios.registry import registry

        if is_own_model(name):
            return own_model(name)
        return prop_model(name, replace(request, variant=registry().props[name].variant_of(request.variant)))

    def default_state(self, name: str, variant: str | None) -> str:
        from scenarios.own_models import ONLY_STATE
        from scenarios.registry import registry

        return ONLY_STATE if is_own_model(name) else registry().props[name].states_of(variant)[0]

    def place(self, name: str) -> Place:
        from assets.props_cache import place_of

        return place_of(name)

    def person(self, character: str, variant: str | None) -> PersonMesh:
        from assets.people import person

        return person(character, variant)

    def clips(self) -> dict[str, Clip]:
        from assets.people import clips

        return clips()

    def layers(self) -> tuple[tuple[str, ...], NDArray[np.uint8]]:
        from assets.textures.layers import layer_stack

        return layer_stack()

    def signs(self, numbers: Collection[int]) -> SignAtlas:
        from assets.textures.atlas import atlas_of

        return atlas_of(numbers)
