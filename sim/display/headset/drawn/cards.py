"""Geometry whose place a program works out for itself: numbered cards, and a strip along a way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from assets.mesh import Mesh
from sim.render.upload import mesh_node


def cards(count: int) -> core.GeomNode:
    """``count`` squares; ``uvl`` holds their corners from -1 to 1, and their number."""
    corners = np.tile(np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], np.float32), (count, 1))
    corners[:, 2] = np.repeat(np.arange(count), 4)
    first = np.arange(count)[:, None] * 4
    return _bare(corners, np.concatenate([first + (0, 1, 2), first + (0, 2, 3)]))


def strip(rungs: int) -> core.GeomNode:
    """A band of ``rungs`` rungs; ``uvl`` holds -1 or 1 across it, and the number of the rung."""
    points = np.zeros((2 * rungs, 3), np.float32)
    points[0::2, 0], points[1::2, 0] = -1, 1
    points[:, 1] = np.repeat(np.arange(rungs), 2)
    first = np.arange(rungs - 1)[:, None] * 2
    return _bare(points, np.concatenate([first + (0, 1, 3), first + (0, 3, 2)]))


def _bare(uvl: NDArray[np.float32], faces: NDArray[np.int64]) -> core.GeomNode:
    ones = np.ones((len(uvl), 3), np.float32)
    nothing = np.zeros((len(uvl), 4), np.float32)
    return mesh_node("cards", Mesh(faces.astype(np.int32), uvl, ones, uvl, ones, nothing), ones)
