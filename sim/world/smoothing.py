"""Grains taken out of light found by few rays: neighbours on the same face share what they know."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from assets.mesh import Array

NEIGHBOURS = 14
REACH_OF_CLEARANCE = 0.22
"""Light changes over distances of about what is near: it is mixed over this share of that."""
LEAST, MOST = 0.015, 0.6
"""Metres between which that distance is kept."""
ALIKE = 6
"""The power of the cosine between normals that says how alike two points are."""


def smoothed(
    light: Array, points: Array, normals: Array, clearance: Array, left_out: NDArray[np.bool_] | None = None
) -> Array:
    """``light`` (n, 3) at ``points`` (n, 3) with unit ``normals`` (n, 3), mixed with that of neighbours that face
    alike. ``clearance`` (n,): how far away other things are. Points ``left_out`` (n,) give nothing and take all."""
    if len(points) < 2:
        return light
    count = min(NEIGHBOURS, len(points))
    distance, other = cKDTree(points).query(points, k=count)
    reach = np.clip(clearance * REACH_OF_CLEARANCE, LEAST, MOST)[:, None]
    alike = np.clip(np.einsum("ij,ikj->ik", normals, normals[other]), 0, 1) ** ALIKE
    weight = np.exp(-0.5 * (distance / reach) ** 2) * alike
    if left_out is not None and left_out.any():
        far = np.exp(-0.5 * (distance / MOST) ** 2) * (alike + 0.01)
        weight = np.where(left_out[:, None], far, weight) * ~left_out[other]
    total = weight.sum(1, keepdims=True)
    mixed = np.einsum("ik,ikc->ic", weight, light[other]) / np.maximum(total, 1e-9)
    return np.where(total > 1e-6, mixed, light).astype(np.float32)
