"""The two-metre panel of a site guardrail: posts in sockets, two rails, a toe board; whole or with parts gone."""

from __future__ import annotations

from typing import Literal

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, bolt, box, lathe, rod
from assets.modelling.materials import DARK_STEEL, Material, painted

GUARD_YELLOW = painted(0.86, 0.50, 0.015, 0.42, 0.3)
GUARD_BLACK = painted(0.03, 0.03, 0.032, 0.45, 0.3)
HALF, HIGH, PIPE = 1.0, 1.2, 0.0242
RailState = Literal["ok", "missing", "posts_only", "rail_down", "no_toeboard"]


def striped_rod(
    start: tuple[float, float, float], end: tuple[float, float, float], bands: int, radius: float, sides: int = 10
) -> Mesh:
    """A tube painted in bands of yellow and black, yellow at both ends when ``bands`` is odd."""
    pieces = []
    for k in range(bands):
        a, b = (tuple(s + (e - s) * t / bands for s, e in zip(start, end, strict=True)) for t in (k, k + 1))
        colour: Material = GUARD_BLACK if k % 2 else GUARD_YELLOW
        pieces.append(rod(a, b, radius, colour, sides=sides, caps=k in (0, bands - 1), wear=0.3))
    return joined(pieces)


def socket(x: float, y: float = 0.0) -> Mesh:
    """The foot plate of a post with its sleeve and four anchors."""
    parts = [box(0.16, 0.12, 0.010, DARK_STEEL, bevel=0.003).placed(x, y)]
    parts.append(
        lathe([(0.027, 0.01), (0.031, 0.01), (0.031, 0.10), (0.027, 0.10), (0.027, 0.01)], DARK_STEEL, sides=12).placed(
            x, y
        )
    )
    parts += [bolt(0.010, 0.012).placed(x + dx, y + dy, 0.010) for dx in (-0.06, 0.06) for dy in (-0.04, 0.04)]
    return joined(parts)


def _clamp(x: float, z: float) -> Mesh:
    """The coupler where a rail crosses a post."""
    return joined(
        [
            box(0.064, 0.07, 0.052, DARK_STEEL, bevel=0.014).placed(x, 0.0, z - 0.026),
            box(0.064, 0.052, 0.062, DARK_STEEL, bevel=0.014).placed(x, 0.048, z - 0.031),
            bolt(0.010, 0.04).placed(p=-90).placed(x + 0.045, 0.03, z),
        ]
    )


def guard_panel(parts: Assembly, state: RailState = "ok") -> None:
    """One panel in the plane y = 0, its rails on +y; the toe board stands 0.18 m high."""
    for x in (-HALF + 0.03, HALF - 0.03):
        parts.add(socket(x))
        if state != "missing":
            parts.add(striped_rod((x, 0, 0.01), (x, 0, HIGH), 5, PIPE))
            parts.add(lathe([(PIPE, 0), (PIPE + 0.002, 0.006), (0, 0.014)], GUARD_BLACK, sides=10).placed(x, 0, HIGH))
    if state in ("missing", "posts_only"):
        return
    for z in (0.6, 1.15):
        if z > 1 and state == "rail_down":
            parts.add(
                striped_rod((-HALF - 0.04, 0.048, z), (HALF - 0.32, 0.20, 0.03), 7, PIPE), _clamp(-HALF + 0.03, z)
            )
            continue
        parts.add(striped_rod((-HALF - 0.04, 0.048, z), (HALF + 0.04, 0.048, z), 7, PIPE))
        parts.add(*(_clamp(x, z) for x in (-HALF + 0.03, HALF - 0.03)))
    if state != "no_toeboard":
        parts.add(box(2 * HALF, 0.018, 0.18, GUARD_YELLOW, bevel=0.004, grid=1.0).placed(0, 0.036, 0.004))
        for turn, y in ((0, 0.0462), (180, 0.0258)):
            parts.sign("hazard_stripes", 2 * HALF - 0.02, 0.166, 0, y, 0.011, turn=turn)
        parts.add(*(box(0.03, 0.03, 0.05, DARK_STEEL, bevel=0.005).placed(x, 0.022, 0.07) for x in (-0.9, 0.9)))


def guard_line(parts: Assembly, places: list[tuple[float, float, float, float]]) -> None:
    """Whole panels at (x, y, z, heading), without bolts, for the rails that belong to a place."""
    panel = _plain_panel()
    for x, y, z, heading in places:
        parts.include(panel, x, y, z, h=heading)


def _plain_panel() -> Assembly:
    panel = Assembly()
    for x in (-HALF + 0.03, HALF - 0.03):
        panel.add(box(0.16, 0.12, 0.010, DARK_STEEL, bevel=0.002).placed(x))
        panel.add(rod((x, 0, 0.01), (x, 0, 0.10), 0.031, DARK_STEEL, sides=6))
        panel.add(striped_rod((x, 0, 0.01), (x, 0, HIGH), 5, PIPE, 6))
        panel.add(*(box(0.064, 0.10, 0.06, DARK_STEEL, bevel=0.012).placed(x, 0.024, z - 0.03) for z in (0.6, 1.15)))
    for z in (0.6, 1.15):
        panel.add(striped_rod((-HALF - 0.02, 0.048, z), (HALF + 0.02, 0.048, z), 7, PIPE, 6))
    panel.add(box(2 * HALF, 0.018, 0.18, GUARD_YELLOW, bevel=0.003, grid=1.0).placed(0, 0.036, 0.004))
    for turn, y in ((0, 0.0462), (180, 0.0258)):
        panel.sign("hazard_stripes", 2 * HALF - 0.02, 0.166, 0, y, 0.011, turn=turn)
    return panel
