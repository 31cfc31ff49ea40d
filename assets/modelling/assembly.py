"""Putting a prop together out of meshes of several passes."""

from __future__ import annotations

from assets.mesh import Lamp, Mesh, Model, Pass, model_of
from assets.modelling.surfaces import sign_quad


class Assembly:
    """Collects meshes by pass; positions are metres in the prop's frame, turns are degrees."""

    def __init__(self) -> None:
        self._parts: list[tuple[Pass, Mesh]] = []
        self._lamps: list[Lamp] = []

    def add(self, *meshes: Mesh, to: Pass = "opaque") -> None:
        """Meshes that are already in place."""
        self._parts += [(to, mesh) for mesh in meshes]

    def sign(
        self,
        name: str,
        w: float,
        h: float,
        x: float = 0,
        y: float = 0,
        z: float = 0,
        *,
        turn: float = 0,
        lean: float = 0,
    ) -> None:
        """A sign of the atlas with the middle of its foot at x, y, z.

        It faces +y before it is turned by ``turn`` about z and ``lean`` about x, degrees.
        """
        self.add(sign_quad(name, w, h).placed(x, y, z, h=turn, p=lean), to="sign")

    def lamp(self, lamp: Lamp) -> None:
        self._lamps.append(lamp)

    def include(
        self, other: Assembly, x: float = 0, y: float = 0, z: float = 0, *, h: float = 0, p: float = 0, r: float = 0
    ) -> None:
        """Another assembly's meshes, turned and moved. (Its lamps stay behind: give those to the whole.)"""
        self._parts += [(name, mesh.placed(x, y, z, h=h, p=p, r=r)) for name, mesh in other._parts]

    def model(self) -> Model:
        return model_of(*self._parts, lamps=tuple(self._lamps))
