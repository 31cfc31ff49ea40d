"""Parts of a motorway: carriageways with their markings, guardrails, median, gantry, bridge, signs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assets.mesh import Mesh, Pass, joined
from assets.modelling import block, box, finish, lattice, profile, rod, sheet, sign_flat, sign_quad, solid
from assets.modelling.materials import CONCRETE, DARK_STEEL, STEEL, Material, painted

Part = tuple[Pass, Mesh]
ASPHALT = Material((0.40, 0.40, 0.41), "asphalt", 0.82, 0.0, 0.55)
ROAD_PAINT = Material((0.82, 0.82, 0.78), "asphalt", 0.55, 0.0, 0.35)
GALVANISED = Material((0.60, 0.62, 0.64), "galvanised", 0.42, 0.55, 0.2)
ANTI_GLARE = painted(0.03, 0.22, 0.11, 0.5)
DASH, PERIOD = 6.0, 15.0
"""A dashed lane line of a motorway: 6 m drawn, 9 m free."""


def _breaks(near: tuple[float, float], far: tuple[float, float]) -> NDArray[np.float64]:
    """Cuts along the road: every half metre ``near``, then at 3 m, and where dashes begin and end."""
    fine = np.arange(near[0], near[1] + 0.01, 0.75)
    middle = np.arange(near[0] - 60, near[1] + 60, 3.0)
    dashes = np.arange(np.floor(far[0] / PERIOD) * PERIOD, far[1] + PERIOD, PERIOD)
    every = np.concatenate([fine, middle, dashes, dashes + DASH])
    return np.unique(np.round(every[(every >= far[0]) & (every <= far[1])], 3))


def carriageway(
    x: ArrayLike,
    near: tuple[float, float],
    far: tuple[float, float],
    solid_lines: list[tuple[float, float]],
    dashed: list[tuple[float, float]],
    wheel_paths: ArrayLike,
) -> Mesh:
    """Asphalt and its markings in one plane, cut so that nothing lies on anything.

    ``x`` are cuts across, which must contain the edges of every line; ``wheel_paths`` the x where
    tyres have polished the asphalt dark.
    """
    xs = np.asarray(x, np.float64)
    ys = _breaks(near, far)
    gx, gy = np.meshgrid(xs, ys)
    points = np.stack([gx, gy, np.zeros_like(gx)], axis=-1).reshape(-1, 3)
    row, column = np.meshgrid(np.arange(len(ys) - 1), np.arange(len(xs) - 1), indexing="ij")
    a = (row * len(xs) + column).ravel()
    quads = np.stack([a, a + 1, a + len(xs) + 1, a, a + len(xs) + 1, a + len(xs)], axis=1)
    cx = ((xs[:-1] + xs[1:]) / 2)[column.ravel()]
    cy = ((ys[:-1] + ys[1:]) / 2)[row.ravel()]
    painted_cell = _within(cx, solid_lines) | (_within(cx, dashed) & (np.mod(cy, PERIOD) < DASH))
    surfaces = []
    for material, chosen in ((ASPHALT, ~painted_cell), (ROAD_PAINT, painted_cell)):
        mesh = finish(points, quads[chosen].reshape(-1, 3), material)
        surfaces.append(_travelled(mesh, np.asarray(wheel_paths, np.float64)))
    return joined(surfaces)


def _within(values: NDArray, spans: list[tuple[float, float]]) -> NDArray[np.bool_]:
    found = np.zeros(len(values), bool)
    for low, high in spans:
        found |= (values > low) & (values < high)
    return found


def _travelled(mesh: Mesh, wheel_paths: NDArray) -> Mesh:
    """Darker where tyres run, a little uneven along the road."""
    x, y = mesh.position[:, 0], mesh.position[:, 1]
    polish = np.exp(-(((x[:, None] - wheel_paths[None]) / 0.38) ** 2)).sum(1)
    uneven = 0.05 * np.sin(y * 0.31 + x * 0.7) + 0.04 * np.sin(y * 0.083 - x)
    factor = (1 - 0.22 * np.minimum(polish, 1) + uneven).astype(np.float32)
    return replace(mesh, colour=np.clip(mesh.colour * factor[:, None], 0, 1).astype(np.float32))


W_BEAM = [
    (0.0, -0.155),
    (0.012, -0.150),
    (0.075, -0.105),
    (0.082, -0.085),
    (0.075, -0.065),
    (0.010, -0.020),
    (0.004, 0.0),
    (0.010, 0.020),
    (0.075, 0.065),
    (0.082, 0.085),
    (0.075, 0.105),
    (0.012, 0.150),
    (0.0, 0.155),
]


def guardrail(x: float, far: tuple[float, float], near: tuple[float, float], *, faces: int) -> list[Part]:
    """A W-beam guardrail along y at ``x``, its beam towards ``faces`` (-1 west, 1 east).

    Posts and joints stand where it is ``near``; beyond only the beam and thinner posts.
    """
    beam = [(across * faces, z + 0.60) for across, z in W_BEAM]
    panel = sheet(beam, 0.005, 4.34, GALVANISED, split=40)
    parts: list[Mesh] = []
    signs: list[Part] = []
    for y in np.arange(near[0], near[1], 4.32):
        parts.append(panel.placed(x, y + 2.16, 0.004 * (round(y / 4.32) % 2)))
        parts.append(_post(x - 0.13 * faces, y, faces))
        if round((y - near[0]) / 4.32) % 3 == 0:
            foot = box(0.05, 0.10, 0.10, DARK_STEEL, bevel=0.01).placed(x + 0.02 * faces, y, 0.72)
            parts.append(foot)
            signs += [
                (
                    "sign",
                    sign_quad("chevron_reflector", 0.07, 0.16).placed(
                        x + 0.02 * faces, y + 0.056 * s, 0.71, h=0 if s > 0 else 180
                    ),
                )
                for s in (-1, 1)
            ]
    for low, high in ((far[0], near[0]), (near[1], far[1])):
        length = high - low
        parts.append(sheet(beam, 0.005, length, GALVANISED, split=40).placed(x, low + length / 2))
        parts += [
            rod((x - 0.13 * faces, y, 0), (x - 0.13 * faces, y, 0.74), 0.06, GALVANISED, sides=4)
            for y in np.arange(low, high, 12.96)
        ]
    return [("opaque", joined(parts)), *signs]


def _post(x: float, y: float, faces: int) -> Mesh:
    """A round post with its cap, its spacer and the bolt."""
    post = rod((x, y, -0.1), (x, y, 0.80), 0.057, GALVANISED, sides=8)
    spacer = box(0.10, 0.13, 0.19, GALVANISED, bevel=0.015, grid=1).placed(x + 0.085 * faces, y, 0.505)
    return joined([post, spacer])


def median(x: float, far: tuple[float, float]) -> list[Part]:
    """Anti-glare plates on a concrete wall along ``x``."""
    length, middle = far[1] - far[0], (far[0] + far[1]) / 2
    wall = [
        (-0.30, 0.0),
        (-0.30, 0.08),
        (-0.16, 0.33),
        (-0.10, 0.81),
        (0.10, 0.81),
        (0.16, 0.33),
        (0.30, 0.08),
        (0.30, 0.0),
    ]
    sections = []
    for y in np.arange(-96.0, 96.0, 6.0):
        sections.append(_wall_piece(wall, 5.98).placed(x, y + 3.0))
    for low, high in ((far[0], -96.0), (96.0, far[1])):
        sections.append(_wall_piece(wall, high - low).placed(x, (low + high) / 2))
    plate = box(0.22, 0.02, 0.80, ANTI_GLARE, bevel=0.004, grid=1)
    plates = [plate.placed(x, y, 0.83, h=18) for y in np.arange(-90.0, 90.0, 1.5)]
    rail = box(0.06, length, 0.03, ANTI_GLARE, bevel=0.004, grid=40).placed(x, middle, 0.82)
    return [("opaque", joined([*sections, *plates, rail]))]


def _wall_piece(outline: list[tuple[float, float]], length: float) -> Mesh:
    return profile(outline, length, CONCRETE.shade(0.85), grid=2.0 if length < 10 else None)


def gantry(y: float, x0: float, x1: float, board: str, board_x: float, *, faces_north: bool) -> list[Part]:
    """A lattice gantry across the road with one direction board."""
    grey = painted(0.42, 0.44, 0.46, 0.5)
    turn = 0 if faces_north else 180
    front = 0.62 if faces_north else -0.62
    legs = [lattice((x, y, 0), (x, y, 7.6), 0.6, 0.8, grey, chord=0.06, brace=0.028) for x in (x0, x1)]
    beam = lattice((x0, y, 7.1), (x1, y, 7.1), 1.0, 1.0, grey, chord=0.06, brace=0.03)
    feet = [box(1.1, 1.1, 0.5, CONCRETE, bevel=0.03).placed(x, y) for x in (x0, x1)]
    back = box(7.7, 0.06, 3.5, STEEL, bevel=0.01, grid=4).placed(board_x, y + front, 5.7)
    face = sign_quad(board, 7.6, 3.4).placed(board_x, y + front + (0.035 if faces_north else -0.035), 5.75, h=turn)
    return [("opaque", joined([*legs, beam, *feet, back])), ("sign", face)]


def overpass(y: float, z: float = 6.2) -> Mesh:
    """A road bridge over the motorway: deck, parapets, piers in the verge and the median, abutments."""
    concrete = CONCRETE.shade(0.8)
    deck = box(120, 9.0, 1.1, concrete, bevel=0.05, grid=6).placed(-8, y, z)
    edges = [
        box(120, 0.4, 1.1, concrete.shade(1.1), bevel=0.04, grid=6).placed(-8, y + s * 4.4, z + 1.1) for s in (-1, 1)
    ]
    piers = [box(1.1, 6.0, z + 0.1, concrete, bevel=0.08, grid=3).placed(x, y) for x in (7.5, -8.5, -24.5)]
    caps = [box(1.6, 8.0, 0.8, concrete, bevel=0.1, grid=3).placed(x, y, z - 0.7) for x in (7.5, -8.5, -24.5)]
    slopes = [solid(block(30, 9, 6.0, x, y, -0.5), concrete) for x in (34.0, -51.0)]
    return joined([deck, *edges, *piers, *caps, *slopes])


def roadside_sign(
    name: str, w: float, h: float, x: float, y: float, z: float, *, faces_north: bool = False
) -> list[Part]:
    """A plate on two posts beside the road, read by traffic running north unless ``faces_north``."""
    turn = 0 if faces_north else 180
    out = 0.03 if faces_north else -0.03
    posts = [
        rod((x + s * w * 0.3, y, 0 if x < 6 else -0.8), (x + s * w * 0.3, y, z + h), 0.04, STEEL, sides=6)
        for s in (-1, 1)
    ]
    plate = box(w + 0.03, 0.02, h + 0.03, STEEL, bevel=0.006, grid=2).placed(x, y + out * 0.6, z - 0.015)
    return [("opaque", joined([*posts, plate])), ("sign", sign_quad(name, w, h).placed(x, y + out * 1.3, z, h=turn))]


def skid(path: ArrayLike, width: float) -> list[Part]:
    """Rubber laid down along a line (n, 2) on the road, in overlapping pieces."""
    line = np.asarray(path, np.float64)
    pieces: list[Part] = []
    for (x0, y0), (x1, y1) in zip(line, line[1:], strict=False):
        length = float(np.hypot(x1 - x0, y1 - y0))
        heading = float(np.degrees(np.arctan2(y1 - y0, x1 - x0)))
        pieces.append(
            (
                "sign",
                sign_flat("skid_mark", length * 1.12, width).placed((x0 + x1) / 2, (y0 + y1) / 2, 0.004, h=heading),
            )
        )
    return pieces
