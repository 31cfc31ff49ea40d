"""A scenario's world without a window: what stands where, its baked light, picking and sight."""

from sim.world.compose import World, compose

__all__ = ["World", "compose"]
