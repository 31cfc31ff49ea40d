"""A shell: one closed surface of a person (a garment, the head, a hand) and how it becomes triangles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assets.people.distance import Field, gradient, length
from assets.people.patch import Patch, both_sides, joined
from assets.people.simplify import Collapse
from assets.people.surface import Seam, cut, marched

Binding = Literal["head", "body", "sleeves", "legs", "feet", "skirt", "hand"]
"""How a shell follows the joints; see ``skin.weights``."""
OVERSAMPLING = 2.6
"""Triangles left by the fast pass, as a multiple of the target; the careful pass does the rest."""


@dataclass(frozen=True)
class Shell:
    """``box`` (low, high) holds the surface; built at x >= 0 when ``halves`` says so.

    ``triangles`` and ``coarser`` (those of the two lower levels of detail) count the whole person's, both sides.
    ``cell`` is the marching cell in metres, ``normal_step`` how far the normals look (wide steps smooth cloth).
    ``hidden`` are fields in which faces are dropped since something covers them.
    """

    name: str
    field: Field
    box: tuple[Sequence[float], Sequence[float]]
    cell: float
    triangles: int
    coarser: tuple[int, int]
    binding: Binding
    regions: Callable[[NDArray], NDArray[np.str_]]
    seams: tuple[Seam, ...] = ()
    normal_step: float = 2e-3
    line_weight: float = 25.0
    """How much dearer it is to bend a colour's border than the surface."""
    halves: Literal["joined", "apart", "whole"] = "joined"
    """``joined``: a half mirrored and welded; ``apart``: two separate pieces; ``whole``: not symmetric."""
    hidden: tuple[Field, ...] = ()


def one_region(name: str) -> Callable[[NDArray], NDArray[np.str_]]:
    return lambda centres: np.full(len(centres), name)


def meshed(shell: Shell, coarseness: float = 1.0) -> tuple[Patch, ...]:
    """The shell in full and at both lower levels of detail; ``coarseness`` widens the marching cells."""
    parts = 1 if shell.halves == "whole" else 2
    target = shell.triangles // parts
    vertices, faces = marched(shell.field, shell.box, shell.cell * coarseness, int(target * OVERSAMPLING))
    for seam in shell.seams:
        vertices, faces = cut(vertices, faces, seam)
    names, regions = np.unique(shell.regions(vertices[faces].mean(1)), return_inverse=True)
    collapse = Collapse(vertices, faces, regions, shell.line_weight)
    levels = []
    for goal in (target, *(count // parts for count in shell.coarser)):
        collapse.run(goal)
        levels.append(_finished(shell, names, *collapse.result()))
    return tuple(levels)


def _finished(shell: Shell, names: NDArray, vertices: NDArray, faces: NDArray, regions: NDArray) -> Patch:
    normal = gradient(shell.field, vertices.astype(np.float32), shell.normal_step).astype(np.float64)
    normal /= np.maximum(length(normal), 1e-6)[:, None]
    patch = Patch(vertices, normal, faces, names[regions])
    if shell.halves == "joined":
        patch = _welded(patch)
    elif shell.halves == "apart":
        patch = both_sides(patch)
    for field in shell.hidden:
        inside = field(patch.position.astype(np.float32)) < 0
        patch = patch.keeping(~inside[patch.faces].all(1))
    return patch


def _welded(half: Patch) -> Patch:
    """The half and its mirror image, sharing the vertices on the plane between them."""
    on_plane = np.abs(half.position[:, 0]) < 1e-9
    half.normal[on_plane, 0] = 0
    half.normal[on_plane] /= np.maximum(length(half.normal[on_plane]), 1e-6)[:, None]
    whole = joined([half, half.mirrored()])
    count = len(half.position)
    target = np.arange(2 * count)
    target[count:][on_plane] = np.arange(count)[on_plane]
    welded = Patch(whole.position, whole.normal, target[whole.faces], whole.regions)
    return welded.keeping(np.ones(len(welded.faces), bool))
