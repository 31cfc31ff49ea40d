"""What a held thing is: its parts, and the joints they follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assets.mesh import Mesh


@dataclass(frozen=True)
class Thing:
    """``parts`` are (joint, in the grip or in the person's frame, maker)."""

    parts: tuple[tuple[str, bool, Callable[[], list[Mesh]]], ...]


def in_grip(joint: str, make: Callable[[], list[Mesh]]) -> Thing:
    return Thing(((joint, True, make),))


def in_place(joint: str, make: Callable[[], list[Mesh]]) -> Thing:
    return Thing(((joint, False, make),))
