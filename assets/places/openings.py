"""Openings of walls: doors, windows, passes."""

from __future__ import annotations

from typing import NamedTuple


class Opening(NamedTuple):
    """A hole in a wall: from ``a`` to ``b`` metres along it, from ``z0`` to ``z1`` high."""

    a: float
    b: float
    z0: float
    z1: float

    @classmethod
    def about(cls, middle: float, foot: float, width: float, height: float) -> Opening:
        """The opening ``width`` x ``height`` about ``middle``, its lower edge at ``foot``."""
        return cls(middle - width / 2, middle + width / 2, foot, foot + height)

    @property
    def middle(self) -> float:
        return (self.a + self.b) / 2

    @property
    def width(self) -> float:
        return self.b - self.a

    @property
    def height(self) -> float:
        return self.z1 - self.z0
