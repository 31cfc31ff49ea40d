"""The paints and bare metals of machines."""

from __future__ import annotations

from assets.modelling import Material, painted

MACHINE_GREEN = painted(0.11, 0.25, 0.20, 0.40, 0.2)
"""The green of Chinese machine tools."""
MACHINE_CREAM = painted(0.66, 0.64, 0.54, 0.42, 0.2)
MACHINE_BLUE = painted(0.05, 0.17, 0.36, 0.40, 0.2)
MACHINE_GREY = painted(0.42, 0.45, 0.46, 0.42, 0.2)
CABINET_GREY = painted(0.62, 0.63, 0.60, 0.45, 0.15)
BRIGHT_STEEL = Material((0.80, 0.81, 0.82), "galvanised", 0.22, 0.9, 0.15)
GREASY_STEEL = Material((0.30, 0.29, 0.27), "galvanised", 0.30, 0.7, 0.3)
