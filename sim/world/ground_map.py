"""The light on the ground as a map: finely where it changes, from a coarse grid where it does not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, gaussian_filter, map_coordinates

from assets.mesh import Array
from assets.place import Ground, Place
from sim.world.light_field import LightField

TEXEL = 0.0625
"""Metres of a texel, in grounds that are not too large for it."""
SMALLEST, LARGEST = 192, 1024
STRIDE = 4
"""Every so many texels, in both directions, belong to the coarse grid."""
UNEVEN = 0.10
"""Where neighbours on the coarse grid differ by more than this share of the mean, every texel is found by itself."""
OVER = 0.03
"""Metres over the ground from which rays start, so that pebbles do not hide everything."""
GRAIN = 1.1
"""Texels over which the light from faces and sky is mixed; that of lamps keeps its shadows' edges."""
Progress = Callable[[float], None]


def map_size(ground: Ground) -> int:
    """How many texels a ground's map has along an edge."""
    return int(np.clip(round(ground.size / TEXEL / STRIDE) * STRIDE, SMALLEST, LARGEST)) + 1


def ground_light(field: LightField, place: Place, rays: int, progress: Progress | None = None) -> Array:
    """Irradiance over pi (m, m, 3) over the ground's square, row 0 at the lowest y."""
    size = map_size(place.ground)
    points, normals = ground_points(place, size)
    coarse = np.zeros((size, size), bool)
    coarse[::STRIDE, ::STRIDE] = True
    known, soft, lamps = np.zeros((size, size), bool), *(np.zeros((size, size, 3), np.float32) for _ in "ab")
    buried, clearance = np.zeros((size, size), bool), np.zeros((size, size), np.float32)

    def find(wanted: NDArray[np.bool_], low: float, high: float) -> None:
        where = wanted & ~known
        tell = (lambda part: progress(low + part * (high - low))) if progress else None
        found = field.gathered(points[where], normals[where], rays, OVER, seed=11, progress=tell)
        soft[where] = found.light * field.contact(found.near)
        buried[where], clearance[where] = found.buried, found.clearance
        lamps[where] = field.from_lamps(points[where], normals[where], OVER)
        known[where] = True

    find(coarse, 0.0, 0.25)
    find(
        _uneven((soft + lamps)[::STRIDE, ::STRIDE], clearance[::STRIDE, ::STRIDE], place.ground.size / size, size),
        0.25,
        1.0,
    )
    for part in (soft, lamps):
        part[~known] = _between_coarse(part[::STRIDE, ::STRIDE], size)[~known]
    open_ground = (~buried).astype(np.float32)
    return (_mixed(soft, open_ground, GRAIN) + _mixed(lamps, open_ground, 0.5)).astype(np.float32)


def ground_points(place: Place, size: int) -> tuple[Array, Array]:
    """Points and normals (m, m, 3) of the ground map, water surface included."""
    ground = place.ground
    step = ground.size / size
    y, x = (np.mgrid[0:size, 0:size] + 0.5) * step
    x, y = x + ground.origin[0], y + ground.origin[1]
    z = np.maximum(place.ground_height(x, y), ground.water_level)
    normals = np.stack([-np.gradient(z, step, axis=1), -np.gradient(z, step, axis=0), np.ones_like(z)], -1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    return np.stack([x, y, z], -1).astype(np.float32), normals.astype(np.float32)


def _uneven(light: Array, clearance: Array, texel: float, size: int) -> NDArray[np.bool_]:
    """The texels (m, m) of the coarse cells over which the light changes, or beside which something stands."""
    shade = light.mean(-1)
    spread = np.zeros_like(shade, bool)
    limit = UNEVEN * max(float(shade.mean()), 1e-6)
    for axis in (0, 1):
        steps = np.abs(np.diff(shade, axis=axis)) > limit
        low, high = [(0, 1), (0, 0)], [(1, 0), (0, 0)]
        if axis:
            low, high = low[::-1], high[::-1]
        spread |= np.pad(steps, low) | np.pad(steps, high)
    spread |= clearance < 2 * STRIDE * texel
    spread = binary_dilation(spread)
    return np.repeat(np.repeat(spread, STRIDE, 0), STRIDE, 1)[:size, :size]


def _between_coarse(values: Array, size: int) -> Array:
    """Values (k, k, 3) of the coarse grid at every texel (m, m, 3)."""
    rows, columns = np.mgrid[0:size, 0:size] / STRIDE
    return np.stack([map_coordinates(values[..., i], [rows, columns], order=1) for i in range(3)], -1)


def _mixed(light: Array, weight: Array, sigma: float) -> Array:
    """``light`` (m, m, 3) mixed over some texels; those of no weight (under walls) take from beside them."""
    total = gaussian_filter(weight, sigma)
    found = np.stack([gaussian_filter(light[..., i] * weight, sigma) for i in range(3)], -1)
    found /= np.maximum(total, 1e-6)[..., None]
    wide = gaussian_filter(weight, 4.0)
    around = np.stack([gaussian_filter(light[..., i] * weight, 4.0) for i in range(3)], -1)
    around /= np.maximum(wide, 1e-6)[..., None]
    return np.where((total > 0.02)[..., None], found, around)
