"""A person that rays can be sent against at any moment of any clip, without being bent for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array
from sim.world.rays import RayTarget, passing

if TYPE_CHECKING:
    from assets.people import PersonMesh

AT_JOINTS = 0.02
"""Metres by which a piece may be missed and is looked at yet: between a clip's frames joints are not quite rigid."""


class PersonTarget:
    """Each joint has the triangles at rest that follow it most, and a ray is taken to where they rest.

    That costs a fraction of bending the skin and sorting its triangles. Where a limb bends, and at outlines, what is
    met is off by millimetres, now and then by the width of a triangle.
    """

    def __init__(self, mesh: PersonMesh) -> None:
        mesh = mesh.lod or mesh
        self._scale = mesh.scale
        follows = _followed(mesh)
        self._joints = np.unique(follows)
        self._pieces = [RayTarget(mesh.position[mesh.faces[follows == joint]]) for joint in self._joints]
        self._middles = np.array([piece.middle for piece in self._pieces])
        self._radii = np.array([piece.radius for piece in self._pieces], np.float32) + AT_JOINTS

    def distances(self, matrices: Array, origin: Array, directions: Array) -> Array:
        """How far (n,) in metres rays go until they meet the person, infinity for those that do not.

        ``matrices`` (36, 4, 4) as ``sim.world.figures.pose_matrices`` gives them; ``origin`` (3,) and the unit
        ``directions`` (n, 3) in the person's own frame, in metres.
        """
        placed = matrices[self._joints]
        start = origin / self._scale
        middles = np.einsum("jrc,jc->jr", placed[:, :3, :3], self._middles) + placed[:, :3, 3]
        maybe = passing(directions, middles - start, self._radii)
        nearest = np.full(len(directions), np.inf, np.float32)
        for k in np.flatnonzero(maybe.any(1)):
            back = np.linalg.inv(placed[k])
            # taken back they are not of unit length, and so what is found along them is as far as in the scene
            rays = directions[maybe[k]] @ back[:3, :3].T
            rested = np.tile(back[:3, :3] @ start + back[:3, 3], (len(rays), 1))
            nearest[maybe[k]] = np.minimum(nearest[maybe[k]], self._pieces[k].hits(rested, rays).distance)
        return nearest * self._scale


def _followed(mesh: PersonMesh) -> NDArray[np.int64]:
    """The joint (m,) that each triangle follows most."""
    weights = np.zeros((len(mesh.position), len(mesh.joint_names)), np.float32)
    np.add.at(weights, (np.arange(len(weights))[:, None], mesh.joints), mesh.weights)
    return weights[mesh.faces].sum(1).argmax(1)
