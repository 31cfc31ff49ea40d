"""Bolt heads of big machines."""

from __future__ import annotations

from assets.mesh import Mesh
from assets.modelling import Material, lathe
from assets.modelling.materials import STEEL


def bolt_head(radius: float, height: float, material: Material = STEEL) -> Mesh:
    """A bolt head on z = 0 without a foot or a chamfer, light enough for dozens of them."""
    return lathe([(radius, 0), (radius * 0.92, height), (0, height)], material, sides=5, split=30)
