"""Rooms: walls with openings, floors, ceilings, windows and the daylight outside them.

A room's walls are given as runs along its inner faces; the wall's thickness lies outside. All metres.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from assets.mesh import Lamp, Mesh, joined
from assets.modelling import Assembly, Material, box, finish, painted, plastic
from assets.modelling.materials import WHITE_PAINT, WINDOW
from assets.place import Ground
from assets.textures.noise import fractal

GRID = 0.5
"""Walls and floors are divided so finely, since light is baked at their vertices."""
FRAME_WHITE = painted(0.74, 0.75, 0.76, 0.4, 0.1)
LIT_PANEL = plastic(1.0, 0.97, 0.90)


@dataclass(frozen=True)
class Opening:
    """A hole in a wall: from ``a`` to ``b`` metres along it, from ``z0`` to ``z1`` high."""

    a: float
    b: float
    z0: float
    z1: float


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
    wide, high = o.b - o.a, o.z1 - o.z0
    middle = (o.a + o.b) / 2
    deep = thickness - 0.004
    faces = [
        box(0.012, deep, high, material, bevel=0.002, grid=0.7).placed(o.a - 0.005, 0, o.z0),
        box(0.012, deep, high, material, bevel=0.002, grid=0.7).placed(o.b + 0.005, 0, o.z0),
        box(wide, deep, 0.012, material, bevel=0.002, grid=0.7).placed(middle, 0, o.z1 - 0.007),
    ]
    if o.z0 > foot + 0.05:
        faces.append(box(wide, deep, 0.012, material, bevel=0.002, grid=0.7).placed(middle, 0, o.z0 - 0.005))
    return faces


def level(
    x: tuple[float, float],
    y: tuple[float, float],
    z: float,
    material: Material,
    *,
    down: bool = False,
    step: float = GRID,
) -> Mesh:
    """A level rectangle seen from above, or from below with ``down``."""
    gx, gy = (np.linspace(*span, max(1, int(np.ceil((span[1] - span[0]) / step))) + 1) for span in (x, y))
    xs, ys = np.meshgrid(gx, gy)
    columns = len(gx)
    row, column = np.meshgrid(np.arange(len(gy) - 1), np.arange(columns - 1), indexing="ij")
    first = (row * columns + column).ravel()
    faces = np.concatenate(
        [
            np.stack([first, first + 1, first + columns + 1], 1),
            np.stack([first, first + columns + 1, first + columns], 1),
        ]
    )
    points = np.column_stack([xs.ravel(), ys.ravel(), np.full(xs.size, z)])
    return finish(points, faces[:, ::-1] if down else faces, material, split=80)


def window(parts: Assembly, opening: Opening, panes: int, *, frame: Material = FRAME_WHITE, deep: float = 0.06) -> None:
    """A glazed frame in an opening of a wall along x whose inner face is y = 0 and whose outside lies to -y."""
    o = opening
    wide, high, middle = o.b - o.a, o.z1 - o.z0, (o.a + o.b) / 2
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


class FloorMap:
    """The splat of a square of ground, painted in metres: second layer, third layer, water, relief."""

    def __init__(self, origin: tuple[float, float], size: float, pixels: int = 768) -> None:
        self.origin, self.size, self.pixels = origin, size, pixels
        along = (np.arange(pixels) + 0.5) / pixels * size
        self.x, self.y = np.meshgrid(along + origin[0], along + origin[1])
        self.second = np.zeros((pixels, pixels))
        self.third = np.zeros((pixels, pixels))
        self.water = np.zeros((pixels, pixels))
        self.relief = np.zeros((pixels, pixels))

    def noise(self, seed: int, beta: float = 1.2, low: float = 1) -> NDArray[np.float64]:
        """Uneven values 0..1 over the square."""
        return fractal(beta, seed, low=low, size=self.pixels)

    def inside(self, x0: float, y0: float, x1: float, y1: float, soft: float = 0.05) -> NDArray[np.float64]:
        """1 inside a rectangle, falling to 0 over ``soft`` metres."""
        edge = np.minimum.reduce([self.x - x0, x1 - self.x, self.y - y0, y1 - self.y])
        return np.clip(0.5 + edge / soft, 0, 1)

    def blot(self, x: float, y: float, radius: float, seed: int) -> NDArray[np.float64]:
        """1 in an uneven patch about a point."""
        away = np.hypot(self.x - x, self.y - y) / radius
        return np.clip(1.35 - away + 1.2 * (self.noise(seed, 1.1) - 0.5), 0, 1)

    def lines(
        self, ways: Sequence[Sequence[tuple[float, float]]], width: float, blur: float = 0.6
    ) -> NDArray[np.float64]:
        """1 on lines through points in metres, ``width`` metres wide."""
        image = Image.new("L", (self.pixels, self.pixels), 0)
        draw = ImageDraw.Draw(image)
        scale = self.pixels / self.size
        for way in ways:
            points = [((x - self.origin[0]) * scale, (y - self.origin[1]) * scale) for x, y in way]
            draw.line(points, fill=255, width=max(1, round(width * scale)))
        return gaussian_filter(np.asarray(image) / 255.0, blur)

    def splat(self) -> NDArray[np.uint8]:
        layers = [self.second, self.third, 0.5 * np.clip(self.water, 0, 2), 0.5 + 0.5 * self.relief]
        return (np.clip(np.stack(layers, -1), 0, 1) * 255).round().astype(np.uint8)

    def ground(self, layers: tuple[str, str, str], mesh: Mesh, water_level: float = -0.02) -> Ground:
        return Ground(mesh, self.origin, self.size, self.splat(), layers, water_level)


def flat_ground(x: NDArray, y: NDArray) -> NDArray:
    """A level floor at z = 0."""
    return np.zeros(np.broadcast(np.asarray(x), np.asarray(y)).shape)


def floor_mesh(room: tuple[float, float, float, float], inner: Material, outer: Material, reach: float = 90.0) -> Mesh:
    """A floor at z = 0: fine inside ``room`` (x0, y0, x1, y1), coarse as far as ``reach`` round it."""
    x0, y0, x1, y1 = room
    tiles = [level((x0, x1), (y0, y1), 0.0, inner, step=0.8)]
    for x, y in (
        ((x0 - reach, x0), (y0 - reach, y1 + reach)),
        ((x1, x1 + reach), (y0 - reach, y1 + reach)),
        ((x0, x1), (y0 - reach, y0)),
        ((x0, x1), (y1, y1 + reach)),
    ):
        tiles.append(level(x, y, 0.0, outer, step=6.0))
    return joined(tiles)


def floor_stripe(start: tuple[float, float], end: tuple[float, float], width: float, material: Material) -> Mesh:
    """A painted line on a floor at z = 0, as a film 2 mm high."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    length = float(np.linalg.norm(b - a))
    heading = float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0])))
    return level((0, length), (-width / 2, width / 2), 0.002, material, step=0.6).placed(h=heading).placed(*a)
