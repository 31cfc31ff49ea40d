"""The eyeballs, seen through the lids."""

from __future__ import annotations

import numpy as np

from assets.people.patch import Patch, both_sides, shaded
from assets.people.skeleton import EYE

EYE_RADIUS = 0.0180


def eyes(sides: int = 14) -> Patch:
    """Both eyeballs, seen through the lids: pupil, dark iris, white, and a glint."""
    axis = np.array([-0.02, 1.0, -0.02])
    axis /= np.linalg.norm(axis)
    across = np.cross(axis, [0, 0, 1])
    across /= np.linalg.norm(across)
    over = np.cross(across, axis)
    turn = 2 * np.pi * np.arange(sides) / sides
    rim = np.cos(turn)[:, None] * across + np.sin(turn)[:, None] * over
    angles = (0.20, 0.41, 0.9, 1.45)
    points = [EYE + axis * EYE_RADIUS]
    faces, regions = [], []
    for k, angle in enumerate(angles):
        points += list(EYE + EYE_RADIUS * (np.cos(angle) * axis + np.sin(angle) * rim))
        for i in range(sides):
            a, b = 1 + k * sides + i, 1 + k * sides + (i + 1) % sides
            new = [[0, a, b]] if k == 0 else [[a - sides, a, b], [a - sides, b, b - sides]]
            faces += new
            regions += [("pupil", "iris", "white", "white")[k]] * len(new)
    glint = axis + 0.20 * over + 0.17 * across
    glint /= np.linalg.norm(glint)
    g0 = np.cross(glint, [0, 0, 1])
    g0 /= np.linalg.norm(g0)
    g1 = np.cross(g0, glint)
    start = len(points)
    points += [
        EYE + EYE_RADIUS * 1.012 * (glint + 0.075 * (np.cos(t) * g0 + np.sin(t) * g1)) for t in np.arange(6) * np.pi / 3
    ]
    faces += [[start, start + k, start + k + 1] for k in range(1, 5)]
    regions += ["glint"] * 4
    position, index = np.array(points), np.array(faces)
    corners = position[index]
    inward = np.einsum(
        "ij,ij->i", np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), corners[:, 0] - EYE
    )
    index[inward < 0] = index[inward < 0][:, ::-1]
    return both_sides(shaded(position, index, np.array(regions), crease=80))
