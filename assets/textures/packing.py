"""The table of layer drawings, and how colour and height become a layer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assets.textures.noise import Field

Layer = NDArray[np.uint8]
DrawLayer = Callable[[], Layer]


def packed(rgb: Field, height: Field) -> Layer:
    """Colour (n, n, 3) and height (n, n), both 0..1, as one layer (n, n, 4)."""
    return (np.clip(np.dstack([rgb, height]), 0, 1) * 255).astype(np.uint8)


def grey(value: Field) -> Field:
    """A brightness (n, n) as colour (n, n, 3)."""
    return np.repeat(value[..., None], 3, axis=2)
