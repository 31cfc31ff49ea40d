"""The texture layers by name, in the order in which the renderer holds them."""

from __future__ import annotations

from functools import cache

LAYER_NAMES: tuple[str, ...] = (
    "paint", "concrete", "gravel", "mud", "rust", "brick", "wood", "net", "noise",
    "asphalt", "plywood", "fabric", "rubber", "soil", "grass", "galvanised", "bark", "leaves",
    "wire", "copper",
    "tile", "floor_tile", "checker_plate", "rock", "coal", "sand", "plaster", "paving", "parquet",
    "cardboard", "epoxy", "grease", "lagging", "rope", "corrugated",
)  # fmt: skip
"""``net`` and ``wire`` carry opacity in A and serve the pass ``veil``; ``noise`` is four independent
noises for the shaders; every other layer carries height in A."""


@cache
def _indices() -> dict[str, int]:
    return {name: index for index, name in enumerate(LAYER_NAMES)}


def layer_index(name: str) -> int:
    """The number of a layer. Raises KeyError for an unknown name."""
    return _indices()[name]
