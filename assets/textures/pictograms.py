"""Things that several signs show: flames, hands, water, locks, vehicles, doors."""

from __future__ import annotations

import math

from assets.textures.pen import Point
from assets.textures.stencil import Stencil

_FLAME: tuple[Point, ...] = (
    (0.02, 1.0), (-0.46, 0.84), (-0.70, 0.36), (-0.56, -0.10), (-0.30, -0.46), (-0.26, -0.12), (-0.12, -0.34),
    (-0.02, -0.66), (-0.06, -1.0), (0.28, -0.72), (0.42, -0.30), (0.50, -0.42), (0.70, 0.10), (0.66, 0.56),
        (0.40, 0.90),
)  # fmt: skip
_CORE: tuple[Point, ...] = (
    (0.02, 0.86), (-0.26, 0.72), (-0.30, 0.40), (-0.10, 0.10), (-0.02, -0.14), (0.14, 0.12), (0.24, 0.20), (0.34, 0.50),
    (0.24, 0.78),
)  # fmt: skip


def flame(on: Stencil, x: float, y: float, size: float, *, core: bool = True) -> None:
    """A flame, ``size`` from its middle to its tip."""
    here = on.part(x, y, size)
    here.blob(*_FLAME)
    if core:
        here.cut().blob(*_CORE)


def bolt(on: Stencil, x: float, y: float, size: float) -> None:
    """The flash of lightning of electrical danger."""
    on.part(x, y, size).shape(
        (0.12, -0.80), (-0.36, 0.10), (-0.05, 0.10), (-0.19, 0.56), (-0.33, 0.50), (-0.17, 0.98), (0.18, 0.62),
        (0.02, 0.59), (0.36, -0.12), (0.06, -0.12), (0.38, -0.72),
    )  # fmt: skip


def reaching_hand(on: Stencil, x: float, y: float, size: float) -> None:
    """A flat hand from the left with its sleeve, the finger tips at (x, y)."""
    here = on.part(x, y, size)
    here.line(0.17, (-0.66, -0.10), (-0.09, -0.16))
    here.line(0.17, (-0.66, 0.03), (-0.08, 0.02))
    here.line(0.16, (-0.66, 0.16), (-0.13, 0.20))
    here.line(0.15, (-0.74, 0.26), (-0.26, 0.36))
    here.line(0.17, (-0.84, -0.06), (-0.52, -0.40))
    here.blob((-0.56, -0.22), (-0.90, -0.20), (-1.12, -0.10), (-1.12, 0.24), (-0.88, 0.36), (-0.54, 0.32))
    here.shape((-1.16, -0.28), (-1.16, 0.40), (-1.80, 0.46), (-1.80, -0.34))


def pressing_hand(on: Stencil, x: float, y: float, size: float) -> None:
    """A hand from the upper left whose forefinger points down to (x, y)."""
    here = on.part(x, y, size)
    here.line(0.19, (-0.16, -0.62), (0.0, -0.10))
    here.blob(
        (-0.02, -0.66), (-0.12, -0.96), (-0.56, -1.10), (-0.86, -0.84), (-0.74, -0.46), (-0.40, -0.34), (-0.12, -0.42)
    )
    for k in range(3):
        here.line(0.17, (-0.34 - 0.14 * k, -0.56), (-0.26 - 0.15 * k, -0.26 - 0.04 * k))
    here.shape((-0.66, -1.22), (-1.02, -0.70), (-1.50, -1.04), (-1.14, -1.56))


def open_hand(on: Stencil, x: float, y: float, size: float) -> None:
    """A hand with spread fingers, its cuff below; about 2 high."""
    here = on.part(x, y, size)
    for top, foot, high in ((-0.40, -0.28, -0.56), (-0.14, -0.10, -0.80), (0.13, 0.09, -0.80), (0.39, 0.27, -0.58)):
        here.line(0.215, (foot, 0.1), (top, high))
    here.line(0.22, (0.30, 0.42), (0.66, -0.02))
    here.rect(-0.40, -0.04, 0.39, 0.62, 0.17)
    here.rect(-0.42, 0.70, 0.41, 1.0, 0.07)


def waves(on: Stencil, y: float, x0: float, x1: float, count: int, width: float) -> None:
    """A line of water from x0 to x1 with ``count`` waves."""
    length = (x1 - x0) / count
    points = [(x0 + length * t / 12, y - 0.25 * length * math.sin(2 * math.pi * t / 12)) for t in range(12 * count + 1)]
    on.line(width, *points)


def rising_heat(on: Stencil, x: float, y0: float, y1: float, width: float) -> None:
    """A wavy line of heat from y0 up to y1."""
    steps = 24
    points = [(x + 0.09 * math.sin(2.2 * math.pi * t / steps), y0 + (y1 - y0) * t / steps) for t in range(steps + 1)]
    on.line(width, *points)


def gear(on: Stencil, x: float, y: float, radius: float, teeth: int) -> None:
    """A cog wheel with a bored hub."""
    corners = []
    for k in range(teeth):
        for share, reach in ((-0.36, 0.78), (-0.22, 1.0), (0.22, 1.0), (0.36, 0.78)):
            turn = 2 * math.pi * (k + share) / teeth
            corners.append((x + radius * reach * math.cos(turn), y + radius * reach * math.sin(turn)))
    on.shape(*corners)
    on.cut().disc(x, y, radius * 0.34)


def burst(on: Stencil, x: float, y: float, radius: float, spikes: int, *, inner: float = 0.55) -> None:
    """A star of an explosion, its spikes of uneven length."""
    corners = []
    for k in range(2 * spikes):
        reach = (1.0 if k % 4 == 0 else 0.80) if k % 2 == 0 else inner
        turn = math.pi * (k + 0.3) / spikes
        corners.append((x + radius * reach * math.cos(turn), y + radius * reach * math.sin(turn)))
    on.shape(*corners)


def padlock(on: Stencil, x: float, y: float, size: float) -> None:
    here = on.part(x, y, size)
    here.line(0.22, (-0.42, 0.0), (-0.42, -0.40))
    here.line(0.22, (0.42, 0.0), (0.42, -0.40))
    here.arc(0, -0.40, 0.42, 180, 360, 0.22)
    here.rect(-0.72, -0.08, 0.72, 0.92, 0.12)
    here.cut().disc(0, 0.32, 0.15)
    here.cut().shape((-0.07, 0.34), (0.07, 0.34), (0.12, 0.68), (-0.12, 0.68))


def extinguisher(on: Stencil, x: float, y: float, size: float) -> None:
    """A fire extinguisher with its hose, about 2 high."""
    here = on.part(x, y, size)
    here.rect(-0.30, -0.42, 0.34, 1.0, 0.16)
    here.rect(-0.08, -0.62, 0.12, -0.36)
    here.line(0.10, (-0.02, -0.64), (0.42, -0.86))
    here.line(0.10, (-0.02, -0.60), (0.42, -0.62))
    here.line(0.11, (-0.02, -0.62), (-0.40, -0.54), (-0.60, -0.20), (-0.62, 0.40))
    here.shape((-0.54, 0.36), (-0.70, 0.36), (-0.78, 0.76), (-0.46, 0.76))


def runner(on: Stencil, x: float, y: float, size: float) -> None:
    """A person running to the right, about 1.7 high."""
    on.part(x, y, size).person(
        (0.14, -0.70), (0.05, -0.42), (-0.10, 0.08),
        [[(-0.28, -0.28), (-0.36, 0.04)], [(0.32, -0.16), (0.56, -0.32)]],
        [[(0.24, 0.28), (0.16, 0.82)], [(-0.24, 0.46), (-0.62, 0.60)]], size=1.1,
    )  # fmt: skip


def walker(on: Stencil, x: float, y: float, size: float) -> None:
    """A person walking to the right, about 1.7 high."""
    on.part(x, y, size).person(
        (0.03, -0.74), (0.0, -0.46), (-0.03, 0.06),
        [[(0.20, -0.20), (0.38, -0.02)], [(-0.22, -0.18), (-0.30, 0.10)]],
        [[(0.18, 0.38), (0.28, 0.84)], [(-0.14, 0.44), (-0.40, 0.80)]],
    )  # fmt: skip


def forklift(on: Stencil, x: float, y: float, size: float) -> None:
    """A fork-lift truck with a load, seen from its right; its middle at (x, y)."""
    here = on.part(x, y, size)
    here.rect(-0.98, 0.02, 0.10, 0.52, 0.08)
    here.rect(-0.98, -0.10, -0.56, 0.10, 0.05)
    here.line(0.09, (-0.62, -0.05), (-0.50, -0.78), (0.06, -0.78), (0.16, 0.10))
    here.disc(-0.26, -0.46, 0.13)
    here.line(0.20, (-0.30, -0.22), (-0.32, 0.06))
    here.line(0.08, (-0.24, -0.16), (0.0, -0.08))
    here.line(0.11, (0.30, -0.86), (0.30, 0.58))
    here.line(0.09, (0.30, 0.54), (0.98, 0.54))
    here.rect(0.42, -0.10, 0.94, 0.44, 0.03)
    for wheel, radius in ((-0.68, 0.22), (0.02, 0.25)):
        here.cut().disc(wheel, 0.52, radius + 0.07)
        here.disc(wheel, 0.52, radius)
        here.cut().disc(wheel, 0.52, radius * 0.36)


def exit_door(on: Stencil, x: float, y: float, size: float) -> None:
    """An open doorway, white, for a runner to be cut into; 2 high."""
    here = on.part(x, y, size)
    here.shape((-0.62, -1.0), (0.62, -1.0), (0.62, 1.0), (-0.62, 1.0))
