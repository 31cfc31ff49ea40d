"""What gear is made with: bands laid on a body, stiff parts of the modelling kit, thinner copies for the distance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh
from assets.people.distance import Field, gradient
from assets.people.patch import Patch, joined, ribbon
from assets.people.simplify import Collapse

THINNER = (0.34, 0.08)
"""Share of the triangles that the lower levels of detail keep."""


def part(region: str, *meshes: Mesh) -> Patch:
    """Meshes of the modelling kit, in the modelled figure's frame, as a patch of one colour."""
    return joined(
        [
            Patch(
                mesh.position.astype(np.float64),
                mesh.normal.astype(np.float64),
                mesh.faces.astype(np.int64),
                np.full(len(mesh.faces), region),
            )
            for mesh in meshes
        ]
    )


def in_levels(patch: Patch) -> tuple[Patch, ...]:
    """The patch and its thinner copies."""
    return (patch, *(_thinned(patch, share) for share in THINNER))


def _thinned(patch: Patch, share: float) -> Patch:
    names, regions = np.unique(patch.regions, return_inverse=True)
    collapse = Collapse(patch.position, patch.faces, regions, 4.0)
    collapse.run(max(8, int(len(patch.faces) * share)))
    position, faces, left = collapse.result()
    order = {tuple(point): k for k, point in enumerate(patch.position.tolist())}
    normal = patch.normal[[order[tuple(point)] for point in position.tolist()]]
    return Patch(position, normal, faces, names[left])


def laid_on(field: Field, points: NDArray, lift: float, steps: int = 7) -> tuple[NDArray, NDArray]:
    """The points (n, 3) moved onto a surface, ``lift`` metres above it, and its outward directions there."""
    p = points.astype(np.float32)
    for _ in range(steps):
        slope = gradient(field, p, 4e-3)
        slope /= np.maximum(np.linalg.norm(slope, axis=1), 1e-6)[:, None]
        p = p - slope * np.clip(field(p) - lift, -0.03, 0.03)[:, None]
    return p.astype(np.float64), slope.astype(np.float64)


def band(
    field: Field,
    path: Sequence[Sequence[float]],
    width: float,
    region: str,
    *,
    lift: float = 0.003,
    thick: float = 0.003,
    stations: int = 20,
) -> Patch:
    """A strap of ``width`` along ``path``, laid on the surface of ``field``."""
    stops = np.array(path, float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(stops, axis=0), axis=1))])
    t = np.linspace(0, along[-1], stations)
    line = np.stack([np.interp(t, along, stops[:, k]) for k in range(3)], -1)
    middle, outward = laid_on(field, line, lift)
    for _ in range(2):
        middle[1:-1] = (middle[:-2] + 2 * middle[1:-1] + middle[2:]) / 4
    middle, outward = laid_on(field, middle, lift, steps=4)
    direction = np.gradient(middle, axis=0)
    side = np.cross(outward, direction)
    side /= np.maximum(np.linalg.norm(side, axis=1), 1e-9)[:, None]
    edges = [laid_on(field, middle + sign * side * width / 2, lift, steps=3)[0] for sign in (-1, 1)]
    return ribbon(edges[0], edges[1], outward, thick, np.full(stations - 1, region))


def girdle(
    field: Field, z: float, reach: tuple[float, float], width: float, region: str, *, tilt: float = 0.0, **how: float
) -> Patch:
    """A belt round the body at height ``z``; ``reach`` are half axes safely outside, ``tilt`` lifts the front."""
    turn = np.linspace(0, 2 * np.pi, 37)
    x, y = reach[0] * np.sin(turn), -reach[1] * np.cos(turn)
    path = np.stack([x, y, z + tilt * y], -1)
    return band(field, path, width, region, stations=37, **how)


def turned(patch: Patch, turn: NDArray, pivot: Sequence[float], shift: Sequence[float] = (0, 0, 0)) -> Patch:
    """The patch rotated about a point and then moved."""
    at = np.array(pivot, float)
    return Patch(
        (patch.position - at) @ turn.T + at + np.array(shift, float), patch.normal @ turn.T, patch.faces, patch.regions
    )


def painted(patch: Patch, region: str, where: Callable[[NDArray], NDArray[np.bool_]]) -> Patch:
    """The patch with another colour where the middles of its faces say so."""
    centres = patch.position[patch.faces].mean(1)
    width = max(patch.regions.dtype.itemsize // 4, len(region))
    names = patch.regions.astype(f"<U{width}")
    names[where(centres)] = region
    return Patch(patch.position, patch.normal, patch.faces, names)
