"""What lies on the ground while a leap is aimed: the arc, where it ends, the places one can go to; and the rings
that spread round what was just found."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from sim.display.headset.drawn.cards import cards, strip
from sim.display.headset.drawn.order import SPOTS, everywhere, in_front, layered
from sim.display.headset.shown import Leap, Shown
from sim.render.programs import program

MOST = 16
RUNGS = 32
LANDING, BARRED, PLACE, PULSE = 1.0, 2.0, 3.0, 4.0
"""Kinds of spots, as the program knows them."""


class SpotNodes:
    """All rings and markers are one piece of geometry, and the arc is another."""

    def __init__(self, parent: core.NodePath) -> None:
        self._spots = parent.attachNewNode(cards(2 * MOST))
        self._spots.setShader(program("spot.vert", "spot.frag"))
        self._arc = parent.attachNewNode(strip(RUNGS))
        self._arc.setShader(program("arc.vert", "arc.frag"))
        in_front(self._arc)
        for node in (self._spots, self._arc):
            node.setTwoSided(True)
            layered(node, SPOTS)
            everywhere(node)
            node.hide()
        self._spot_rows = core.PTA_LVecBase4f.emptyArray(2 * MOST)
        self._arc_rows = core.PTA_LVecBase4f.emptyArray(RUNGS)
        self._spots.setShaderInput("spots", self._spot_rows)
        self._arc.setShaderInput("arc", self._arc_rows)
        self._arc.setShaderInput("barred", 0.0)
        self._barred = False

    def show(self, shown: Shown) -> None:
        rows = _spots(shown)
        if rows:
            rows += [(0.0, 0.0, 0.0, 0.0)] * (2 * MOST - len(rows))
            self._spot_rows.setData(np.array(rows[: 2 * MOST], np.float32).tobytes())
            self._spots.show()
        else:
            self._spots.hide()
        if shown.leap is None or len(shown.leap.arc) < 2:
            self._arc.hide()
            return
        self._arc_rows.setData(evenly(shown.leap).tobytes())
        if (shown.leap.standpoint is None) != self._barred:
            self._barred = not self._barred
            self._arc.setShaderInput("barred", float(self._barred))
        self._arc.show()


def evenly(leap: Leap) -> NDArray[np.float32]:
    """Points (RUNGS, 4) of the arc at even distances, with the metres from its start."""
    points = np.array(leap.arc, float)
    metres = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    wanted = np.linspace(0.0, metres[-1], RUNGS)
    columns = [np.interp(wanted, metres, points[:, axis]) for axis in range(3)]
    return np.column_stack([*columns, wanted]).astype(np.float32)


def _spots(shown: Shown) -> list[tuple[float, ...]]:
    """Two rows a spot: place and kind; the direction it was come from, and how far it has spread."""
    rows: list[tuple[float, ...]] = []
    aimed = shown.leap.standpoint if shown.leap is not None else None
    if shown.leap is not None:
        kind = BARRED if aimed is None else LANDING
        rows += [(*shown.leap.landing, kind), (*_heading(shown.leap), 0.0, 0.0)]
    for index, position in shown.places:
        if index != aimed:
            rows += [(*position, PLACE), (0.0, 1.0, 0.0, 0.0)]
    for pulse in shown.pulses:
        rows += [(*pulse.at, PULSE), (0.0, 1.0, pulse.spread, 0.0)]
    return rows


def _heading(leap: Leap) -> tuple[float, float]:
    """The unit direction on the ground in which the arc flies."""
    start, end = leap.arc[0] if leap.arc else leap.landing, leap.landing
    way = np.array([end[0] - start[0], end[1] - start[1]])
    length = float(np.linalg.norm(way))
    return (float(way[0]) / length, float(way[1]) / length) if length > 1e-3 else (0.0, 1.0)
