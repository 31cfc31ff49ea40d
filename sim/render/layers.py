"""Which camera sees what: the bits of the cameras' masks."""

from __future__ import annotations

from panda3d.core import BitMask32

WHOLE = BitMask32.bit(0)
"""A picture of everything."""
STATIC = BitMask32.bit(1)
"""What never changes, for the faces of a standpoint."""
MOVING = BitMask32.bit(2)
"""What changes, over the faces of a standpoint."""
SUN = BitMask32.bit(3)
"""What casts the sun's still shadow."""
MOVER_SUN = BitMask32.bit(4)
"""What casts a moving shadow."""
MIRROR = BitMask32.bit(5)
"""What puddles mirror in a picture of everything."""
STATIC_MIRROR = BitMask32.bit(6)
"""What puddles mirror in the faces of a standpoint."""


def union(*masks: BitMask32) -> BitMask32:
    joined = BitMask32()
    for mask in masks:
        joined |= mask
    return joined
