"""Safety helmet with its harness, and chin straps, fastened or hanging open."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.modelling.finish import weld
from assets.people.distance import gradient
from assets.people.head import bare_head
from assets.people.patch import Patch, both_sides, grid_faces, joined, ribbon, shaded

CENTRE = np.array([0.0, -0.006, 1.717])
DOME = np.array([0.109, 0.134, 0.122])
TILT = 0.10
"""The helmet's front sits higher than its back, metres per metre."""
RIDGE_HALF, RIDGE_HEIGHT = 0.027, 0.0060
"""The rounded ridge along the crown."""


def _dome(angles: NDArray, rows: int) -> tuple[NDArray, int, int]:
    """The crown as arcs from front rim to back rim, one for each of the angles off the middle plane."""
    u, v = np.meshgrid(angles, np.linspace(0, np.pi, rows), indexing="ij")
    point = np.stack([np.sin(u), np.cos(u) * np.cos(v), np.cos(u) * np.sin(v)], -1) * DOME
    across = np.cos(np.clip(np.abs(point[..., 0]) / RIDGE_HALF, 0, 1) * np.pi / 2) ** 2
    rise = across * np.clip(np.sin(v) * 1.9 - 0.35, 0, 1)
    outward = point / DOME**2
    outward /= np.linalg.norm(outward, axis=-1, keepdims=True)
    point = point + outward * (rise * RIDGE_HEIGHT)[..., None]
    return point.reshape(-1, 3), len(angles), rows


def _rim_ring(angles: NDArray) -> NDArray:
    """The rim (k, 3), counter-clockwise from the back's left, through the same points as the crown's arcs."""
    front = np.stack([np.sin(angles), np.cos(angles), np.zeros_like(angles)], -1) * DOME
    back = front[-2:0:-1] * [1, -1, 1]
    return np.concatenate([front, back])


def _brim_rows(rim: NDArray) -> list[NDArray]:
    """Rings from the rim out over the brim, round its edge and back underneath to the harness."""
    front = np.clip(rim[:, 1:2] / DOME[1], 0, 1)
    flat = rim * [1, 1, 0]
    reach = 0.012 + 0.048 * front**1.6
    direction = flat / (DOME**2)
    direction[:, 2] = 0
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    drop = np.array([0, 0, 1.0]) * (0.004 + 0.010 * front**2)
    edge = flat + direction * reach - drop
    lip = np.array([0, 0, 1.0])
    return [
        flat + direction * 0.004 - 0.002 * lip,
        edge,
        edge + direction * 0.002 - 0.003 * lip,
        edge - 0.006 * lip,
        flat * [0.97, 0.97, 0] - 0.012 * lip,
        flat * [0.90, 0.90, 0] + 0.020 * lip,
    ]


def helmet(level: int = 0) -> Patch:
    """Crown with its ridge, brim and the dark harness inside."""
    if level == 0:
        half = np.concatenate(
            [np.arcsin(np.array([0, 0.009, 0.018, 0.027]) / DOME[0]), np.radians([23, 32, 43, 54, 65, 78])]
        )
        angles, rows = np.concatenate([[-np.pi / 2], -half[:0:-1], half, [np.pi / 2]]), 15
    else:
        angles, rows = np.radians([-90, -60, -30, 0, 30, 60, 90]), (8, 6)[level - 1]
    crown, columns, _ = _dome(angles, rows)
    faces = [grid_faces(columns, rows, around=False)]
    regions = [np.full(len(faces[0]), "helmet", "<U8")]
    rings = [_rim_ring(angles), *_brim_rows(_rim_ring(angles))]
    if level:
        rings = [rings[0], rings[2], rings[4], rings[6]]
    count, start = len(rings[0]), len(crown)
    band = grid_faces(len(rings), count, around=True)
    names = np.repeat(np.where(np.arange(len(rings) - 1) < len(rings) - 2, "helmet", "harness"), 2 * count)
    position = np.concatenate([crown, *rings, [[0, 0, 0.030]]])
    last = start + (len(rings) - 1) * count
    k = np.arange(count)
    roof = np.stack([last + k, last + (k + 1) % count, np.full(count, len(position) - 1)], -1)
    faces += [band + start, roof]
    regions += [names, np.full(count, "harness")]
    position[:, 2] += TILT * position[:, 1]
    position, welded, kept = weld(position + CENTRE, np.concatenate(faces))
    return shaded(position, _consistent(position, welded), np.concatenate(regions)[kept], crease=44)


def _consistent(position: NDArray, faces: NDArray) -> NDArray:
    """Every triangle turned so that neighbours agree, and the top looks up."""
    edges: dict[tuple[int, int], list[int]] = {}
    for k, (a, b, c) in enumerate(faces.tolist()):
        for edge in ((a, b), (b, c), (c, a)):
            edges.setdefault((min(edge), max(edge)), []).append(k)
    turned = faces.copy()
    top = int(np.argmax(position[faces].mean(1)[:, 2]))
    seen, queue = {top}, [top]
    a, b, c = position[turned[top]]
    if np.cross(b - a, c - a)[2] < 0:
        turned[top] = turned[top, ::-1]
    while queue:
        k = queue.pop()
        ring = turned[k].tolist()
        directed = {(ring[0], ring[1]), (ring[1], ring[2]), (ring[2], ring[0])}
        for a, b in directed:
            for other in edges[min(a, b), max(a, b)]:
                if other in seen:
                    continue
                seen.add(other)
                queue.append(other)
                x = turned[other].tolist()
                if (a, b) in {(x[0], x[1]), (x[1], x[2]), (x[2], x[0])}:
                    turned[other] = turned[other, ::-1]
    return turned


def _on_skin(points: NDArray, lift: float) -> tuple[NDArray, NDArray]:
    """The points moved onto the head's skin, ``lift`` above it, and the skin's outward directions there."""

    p = points.astype(np.float32)
    for _ in range(6):
        slope = gradient(bare_head, p, 4e-3)
        slope /= np.maximum(np.linalg.norm(slope, axis=1), 1e-6)[:, None]
        p = p - slope * (bare_head(p) - lift)[:, None]
    return p.astype(np.float64), slope.astype(np.float64)


def fastened_strap(stations: int = 14) -> Patch:
    """A band from the harness, past the front of the ear, under the chin."""
    t = np.linspace(0, 1, stations)[:, None]
    top, cheek, chin = np.array([0.086, 0.014, 1.712]), np.array([0.083, 0.036, 1.620]), np.array([0.0, 0.046, 1.545])
    path = (1 - t) ** 2 * top + 2 * t * (1 - t) * (cheek * 2 - (top + chin) / 2) + t**2 * chin
    middle, outward = _on_skin(path, 0.0026)
    middle[-1, 0] = 0
    along = np.gradient(middle, axis=0)
    side = np.cross(outward, along)
    side /= np.linalg.norm(side, axis=1)[:, None]
    side[-1] = [0, 1, 0] if side[-1, 1] > 0 else [0, -1, 0]
    return both_sides(
        ribbon(middle - side * 0.0065, middle + side * 0.0065, outward, 0.0022, np.full(stations - 1, "strap"))
    )


def open_strap(stations: int = 12) -> Patch:
    """The undone strap: both ends hang beside the cheeks, the right one longer, with the buckle on it."""
    return joined([_hanging(0.215, True, stations), _hanging(0.150, False, stations).mirrored()])


def _hanging(drop: float, buckle: bool, stations: int) -> Patch:
    t = np.linspace(0, 1, stations)
    middle = np.stack([0.0925 + 0.018 * np.sin(t * np.pi * 0.8), 0.022 + 0.045 * t**1.5, 1.714 - drop * t], axis=1)
    along = np.gradient(middle, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    turn = 0.9 * t
    side = np.stack([-np.sin(turn) * 0.8, np.cos(turn), np.zeros_like(t)], axis=1)
    side -= along * np.einsum("ij,ij->i", side, along)[:, None]
    side /= np.linalg.norm(side, axis=1)[:, None]
    outward = np.cross(along, side)
    half = np.full(stations, 0.0070)
    regions = np.full(stations - 1, "strap", "<U8")
    if buckle:
        half[-3:-1] = 0.0115
        regions[-2:] = "buckle"
    return ribbon(middle - side * half[:, None], middle + side * half[:, None], outward, 0.0028, regions)
