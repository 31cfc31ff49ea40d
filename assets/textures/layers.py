"""The texture layers of all surfaces, in one array: tileable, drawn from noise.

RGB is a tint with gamma 2 that the material's colour multiplies (mid grey 0.7 leaves it as it is);
A is height, or opacity in ``net`` and ``wire``.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.cache import cached
from assets.sources import asset_sources
from assets.textures import ground_layers, laid_layers, made_layers, sheet_layers
from assets.textures.names import LAYER_NAMES


def layers_key() -> tuple[object, ...]:
    """All that the layers depend on."""
    return (asset_sources().key("assets.textures.layers"),)


@cache
def layer_stack() -> tuple[tuple[str, ...], NDArray[np.uint8]]:
    """The names of the layers and the array (k, 512, 512, 4) uint8, through the cache. Row 0 is at v = 0."""
    drawn = ground_layers.LAYERS | made_layers.LAYERS | laid_layers.LAYERS | sheet_layers.LAYERS
    arrays = cached("layers", layers_key(), lambda: {"layers": np.stack([drawn[name]() for name in LAYER_NAMES])})
    return LAYER_NAMES, arrays["layers"]
