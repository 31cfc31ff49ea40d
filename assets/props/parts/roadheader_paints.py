"""What a roadheader is made of: paint dulled by coal dust, steel that coal has polished."""

from __future__ import annotations

from assets.modelling import Material, painted

YELLOW = painted(0.50, 0.275, 0.03, 0.5, 0.5)
GREY = painted(0.085, 0.088, 0.092, 0.55, 0.4)
POLISHED = Material((0.22, 0.215, 0.21), "galvanised", 0.36, 0.65, 0.35)
SCOURED = Material((0.12, 0.12, 0.123), "galvanised", 0.5, 0.4, 0.6)
GREASE = Material((0.12, 0.065, 0.02), "grease", 0.22, 0.0, 0.5, scale=2.0)
COAL = Material((0.16, 0.16, 0.17), "coal", 0.5, 0.0, 1.0)
COAL_DUST = Material((0.17, 0.115, 0.035), "paint", 0.85, 0.0, 0.5)
"""Thin on yellow paint."""
