"""Rays from the hands, and the marks at their ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import numpy as np
from panda3d import core

from sim.display.headset.drawn.cards import cards
from sim.display.headset.drawn.order import POINTERS, everywhere, in_front, layered
from sim.display.headset.shown import PointedAt, Ray
from sim.render.programs import program
from sim.xr.tracked import SIDES

AIMS: tuple[PointedAt, ...] = get_args(PointedAt)
"""The program knows what a ray ends on by its number here."""
RAY, MARK = 0, 1


class PointerNodes:
    """One node a ray: a thin band that fades along its way, and a mark that says by its shape what it is on."""

    def __init__(self, parent: core.NodePath) -> None:
        self._root = parent.attachNewNode("pointers")
        self._root.setShader(program("pointer.vert", "pointer.frag"))
        self._root.setTwoSided(True)
        in_front(self._root)
        layered(self._root, POINTERS)
        self._card = cards(MARK + 1)
        self._nodes = [self._new() for _ in SIDES]

    def show(self, rays: Iterable[Ray]) -> None:
        """Show these and no others."""
        shown = tuple(rays)
        while len(self._nodes) < len(shown):
            self._nodes.append(self._new())
        for number, (node, rows) in enumerate(self._nodes):
            if number >= len(shown):
                node.hide()
                continue
            node.show()
            rows.setData(_rows(shown[number]))

    def _new(self) -> tuple[core.NodePath, core.PTA_LVecBase4f]:
        node = self._root.attachNewNode(self._card.makeCopy())
        rows = core.PTA_LVecBase4f.emptyArray(2)
        node.setShaderInput("pointer", rows)
        everywhere(node)
        node.hide()
        return node, rows


def _rows(ray: Ray) -> bytes:
    """Start, and what it is on (less 8 where only the mark is drawn); end, and how far it is held."""
    on = AIMS.index(ray.on) - (0 if ray.side else 8)
    return np.array([(*ray.start, on), (*ray.end, ray.held)], np.float32).tobytes()
