"""Rooms: walls with openings, windows and ceiling lights.

A room's walls are given as runs along its inner faces; the wall's thickness lies outside. All metres.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Lamp, Mesh, joined
from assets.modelling import Assembly, Material, box, finish, painted, plastic
from assets.modelling.materials import WHITE_PAINT, WINDOW
from assets.places.floors import GRID
from assets.places.openings import Opening

FRAME_WHITE = painted(0.74, 0.75, 0.76, 0.4, 0.1)
LIT_PANEL = plastic(1.0, 0.97, 0.90)


@dataclass(frozen=True)
class Band:
    """What a wall is faced with up to the height ``top``."""

    top: float
    material: Material


def _cuts(low: float, high: float, at: Sequence[float], step: float) -> NDArray[np.float64]:
    """Places from ``low`` to ``high`` at most ``step`` apart, those of ``at`` among them."""
    fixed = sorted({low, high, *(each for each in at if low < each < high)})
    pieces = [
        np.linspace(a, b, max(1, int(np.ceil((b - a) / step - 1e-6))) + 1)[:-1]
        for a, b in zip(fixed, fixed[1:], strict=False)
    ]
    return np.array([*np.concatenate(pieces), high])


def _pane(
    start: NDArray,
    ahead: NDArray,
    along: NDArray,
    up: NDArray,
    open_at: Callable[[float, float], bool],
    material: Material,
) -> Mesh | None:
    """An upright face over the cells between ``along`` and ``up``, without the open ones; seen from its left."""
    corners, faces = [], []
    for a0, a1 in zip(along, along[1:], strict=False):
        for z0, z1 in zip(up, up[1:], strict=False):
            if open_at((a0 + a1) / 2, (z0 + z1) / 2):
                continue
            first = len(corners)
            corners += [(*(start + ahead * a), z) for a, z in ((a0, z0), (a1, z0), (a1, z1), (a0, z1))]
            faces += [(first, first + 2, first + 1), (first, first + 3, first + 2)]
    return finish(np.array(corners), np.array(faces), material, split=80) if corners else None


def wall(
    start: tuple[float, float],
    end: tuple[float, float],
    top: float,
    bands: Sequence[Band],
    *,
    thickness: float = 0.24,
    openings: Sequence[Opening] = (),
    outside: Material | None = None,
    foot: float = 0.0,
    step: float = GRID,
) -> Mesh:
    """A wall along a room's inner face, the room to the left of the way from ``start`` to ``end``.

    Faced by ``bands`` from below, outside by ``outside`` (default the last band's material).
    """
    a, b = np.asarray(start, float), np.asarray(end, float)
    length = float(np.linalg.norm(b - a))
    ahead = (b - a) / length
    outward = np.array([ahead[1], -ahead[0]])

    def in_opening(s: float, z: float) -> bool:
        return any(o.a < s < o.b and o.z0 < z < o.z1 for o in openings)

    sides = [s for o in openings for s in (o.a, o.b)]
    fine, coarse = (_cuts(0, length, sides, each) for each in (step, 2.0))
    heights = [z for o in openings for z in (o.z0, o.z1)]
    meshes = []
    low = foot
    for band in bands:
        high = min(band.top, top)
        if high > low:
            meshes.append(_pane(a, ahead, fine, _cuts(low, high, heights, step), in_opening, band.material))
        low = max(low, high)
    outer_face = _cuts(foot, top, heights, 2.0)
    meshes.append(
        _pane(
            b + outward * thickness,
            -ahead,
            length - coarse[::-1],
            outer_face,
            lambda s, z: in_opening(length - s, z),
            outside or bands[-1].material,
        )
    )
    heading = float(np.degrees(np.arctan2(ahead[1], ahead[0])))
    middle = outward * thickness / 2
    for o in openings:
        for piece in _reveal(o, thickness, bands[-1].material, foot):
            meshes.append(piece.placed(h=heading).placed(*(a + middle), 0))
    cap = box(length, thickness, 0.02, bands[-1].material, bevel=0.002, grid=2).placed(length / 2, 0, top - 0.02)
    meshes.append(cap.placed(h=heading).placed(*(a + middle), 0))
    return joined([mesh for mesh in meshes if mesh is not None])


def _reveal(opening: Opening, thickness: float, material: Material, foot: float) -> list[Mesh]:
    """The four inner faces of an opening as thin boards inside the wall."""
    o = opening
    wide, high, middle = o.width, o.height, o.middle
    deep = thickness - 0.004
    faces = [
        box(0.012, deep, high, material, bevel=0.002, grid=0.7).placed(o.a - 0.005, 0, o.z0),
        box(0.012, deep, high, material, bevel=0.002, grid=0.7).placed(o.b + 0.005, 0, o.z0),
        box(wide, deep, 0.012, material, bevel=0.002, grid=0.7).placed(middle, 0, o.z1 - 0.007),
    ]
    if o.z0 > foot + 0.05:
        faces.append(box(wide, deep, 0.012, material, bevel=0.002, grid=0.7).placed(middle, 0, o.z0 - 0.005))
    return faces


def window(parts: Assembly, opening: Opening, panes: int, *, frame: Material = FRAME_WHITE, deep: float = 0.06) -> None:
    """A glazed frame in an opening of a wall along x whose inner face is y = 0 and whose outside lies to -y."""
    o = opening
    wide, high, middle = o.width, o.height, o.middle
    y = -0.12
    for z in (o.z0, o.z1 - 0.05):
        parts.add(box(wide, deep, 0.05, frame, bevel=0.006, grid=1).placed(middle, y, z))
    for k in range(panes + 1):
        x = o.a + 0.025 + (wide - 0.05) * k / panes
        parts.add(box(0.05, deep, high - 0.1, frame, bevel=0.006, grid=0.8).placed(x, y, o.z0 + 0.05))
    parts.add(
        box(wide - 0.08, 0.008, high - 0.08, WINDOW, bevel=0.001, grid=4).placed(middle, y, o.z0 + 0.04), to="glass"
    )
    parts.add(box(wide + 0.06, 0.10, 0.03, WHITE_PAINT, bevel=0.006, grid=0.7).placed(middle, 0.03, o.z0 - 0.028))


def ceiling_panel(
    parts: Assembly,
    w: float,
    d: float,
    x: float,
    y: float,
    z: float,
    *,
    power: float,
    colour: tuple[float, float, float] = (1.0, 0.97, 0.92),
) -> None:
    """A lit panel ``w`` x ``d`` flush below a ceiling at ``z``, with its baked lamp."""
    parts.add(box(w + 0.04, d + 0.04, 0.018, WHITE_PAINT, bevel=0.004, grid=0.7).placed(x, y, z - 0.018))
    parts.add(box(w, d, 0.006, LIT_PANEL.coloured(*colour), bevel=0.001, grid=2).placed(x, y, z - 0.022), to="glow")
    parts.lamp(Lamp((x, y, z - 0.06), (0, 0, -1), colour, power, cone=175, baked=True, size=min(w, d) / 2 + 0.1))
