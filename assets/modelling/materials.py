"""Materials: what a surface is made of, and the common ones of sites, roads and machines."""

from __future__ import annotations

from dataclasses import dataclass, replace

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Material:
    """How a surface looks. ``colour`` is linear 0..1 and multiplies the texture layer.

    ``texture`` names a layer of ``assets.textures.layers``; ``scale`` is its tiles per metre.
    ``turned`` swaps u and v, so that grain that runs along x or z runs across instead.
    """

    colour: Colour = (0.8, 0.8, 0.8)
    texture: str = "paint"
    roughness: float = 0.6
    metal: float = 0.0
    bump: float = 0.4
    scale: float = 1.0
    turned: bool = False

    def but(self, **changes: object) -> Material:
        """The same material with some of its fields changed."""
        return replace(self, **changes)

    def coloured(self, *colour: float) -> Material:
        return replace(self, colour=colour)

    def shade(self, factor: float) -> Material:
        """The same material, lighter or darker."""
        return replace(self, colour=tuple(channel * factor for channel in self.colour))


def painted(r: float, g: float, b: float, roughness: float = 0.42, bump: float = 0.15) -> Material:
    """Paint on sheet metal."""
    return Material((r, g, b), "paint", roughness, 0.0, bump)


def plastic(r: float, g: float, b: float, roughness: float = 0.35) -> Material:
    return Material((r, g, b), "paint", roughness, 0.0, 0.05)


STEEL = Material((0.70, 0.70, 0.70), "galvanised", 0.38, 0.70, 0.25)
DARK_STEEL = Material((0.22, 0.225, 0.235), "galvanised", 0.48, 0.55, 0.30)
CAST_IRON = Material((0.13, 0.135, 0.145), "paint", 0.62, 0.30, 0.65)
RUSTY_STEEL = Material((0.86, 0.82, 0.80), "rust", 0.60, 0.35, 0.8)
BRASS = Material((0.85, 0.62, 0.26), "galvanised", 0.30, 0.95, 0.1)
COPPER = Material((0.90, 0.36, 0.15), "copper", 0.26, 0.75, 0.15, scale=20.0)
ALUMINIUM = Material((0.86, 0.87, 0.88), "galvanised", 0.32, 0.85, 0.15)
CHROME = Material((0.92, 0.92, 0.92), "galvanised", 0.08, 1.0, 0.0)

YELLOW_PAINT = painted(0.88, 0.42, 0.012)
SAFETY_YELLOW = painted(0.90, 0.47, 0.012)
RED_PAINT = painted(0.66, 0.035, 0.03)
BLUE_PAINT = painted(0.06, 0.20, 0.52)
GREEN_PAINT = painted(0.05, 0.24, 0.12)
WHITE_PAINT = painted(0.86, 0.87, 0.87)
GREY_PAINT = painted(0.36, 0.38, 0.40)
BLACK_PAINT = painted(0.022, 0.023, 0.026)
ORANGE_PAINT = painted(0.86, 0.20, 0.02)
RED_OXIDE = painted(0.40, 0.095, 0.045, 0.65, 0.5)

RUBBER = Material((0.030, 0.030, 0.033), "rubber", 0.72, 0.0, 0.35, scale=2.0)
CABLE_BLACK = Material((0.020, 0.020, 0.022), "rubber", 0.42, 0.0, 0.12, scale=3.0)
WHITE_PLASTIC = plastic(0.80, 0.81, 0.82)
GREY_PLASTIC = plastic(0.42, 0.43, 0.45)
BLACK_PLASTIC = plastic(0.025, 0.025, 0.028)
CERAMIC = Material((0.86, 0.83, 0.76), "paint", 0.12, 0.0, 0.02)
PVC_WHITE = plastic(0.80, 0.80, 0.77, 0.4)

CONCRETE = Material((0.78, 0.76, 0.73), "concrete", 0.88, 0.0, 0.9)
BRICKWORK = Material((0.88, 0.86, 0.86), "brick", 0.90, 0.0, 1.0)
BRICK_SOLID = Material((0.62, 0.26, 0.16), "soil", 0.92, 0.0, 0.5, scale=3.0)
WOOD = Material((0.92, 0.90, 0.86), "wood", 0.85, 0.0, 0.9)
PLYWOOD = Material((0.85, 0.80, 0.72), "plywood", 0.75, 0.0, 0.4)
SOIL = Material((0.92, 0.86, 0.78), "soil", 0.95, 0.0, 1.0)
STONE = Material((0.56, 0.52, 0.47), "concrete", 0.88, 0.0, 0.6, scale=3.0)
SACKCLOTH = Material((0.72, 0.68, 0.58), "fabric", 0.90, 0.0, 0.8, scale=2.0)
WEBBING = Material((0.85, 0.30, 0.03), "fabric", 0.85, 0.0, 0.5, scale=6.0)
FOLIAGE = Material((0.135, 0.205, 0.075), "leaves", 0.95, 0.0, 0.8, scale=0.6)
BARK = Material((0.62, 0.56, 0.50), "bark", 0.95, 0.0, 1.0)
GRASS = Material((0.26, 0.32, 0.10), "grass", 0.95, 0.0, 0.6)
WINDOW = Material((0.05, 0.065, 0.075), "paint", 0.06, 0.0, 0.0)
NET_GREEN = Material((0.045, 0.25, 0.105), "net", 0.9, 0.0, 0.3)
WIRE_MESH = Material((0.85, 0.55, 0.03), "wire", 0.45, 0.0, 0.0, scale=4.0)
"""Welded wire, 62 mm square, when one tile is 0.25 m; for the pass ``veil``."""
