"""Controllers and hands in the scene graph, lit as what is around them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial

import numpy as np
from panda3d import core

from sim.display.headset.backstage import Backstage
from sim.display.headset.drawn.hand_models import hand_model
from sim.display.headset.drawn.order import HANDS, in_front
from sim.display.headset.shown import HandKind
from sim.render.people import JOINTS, person_geom
from sim.render.programs import Look
from sim.render.surfaces import dress_as
from sim.state import Vec3
from sim.world.probes import ProbeGrid
from sim.xr.tracked import Quaternion, Side

LEAST_LIGHT = 0.10
"""Even in the dark one sees one's own hands."""
LIT_AGAIN = 0.3
"""Metres after which the light around a hand is looked up again."""


class HandNodes:
    """A node for each side and kind that was shown so far."""

    def __init__(self, parent: core.NodePath, look: Look, probes: ProbeGrid, backstage: Backstage) -> None:
        """``backstage`` makes the hands; each is seen as soon as it is made."""
        self._probes, self._backstage = probes, backstage
        self._root = parent.attachNewNode("hands")
        dress_as(self._root, "person", look)
        self._root.setBin("fixed", HANDS)
        in_front(self._root)
        stiff = core.PTA_LMatrix4f.emptyArray(JOINTS)
        stiff.setData(np.tile(np.eye(4, dtype=np.float32), (JOINTS, 1, 1)).tobytes())
        self._root.setShaderInput("joints", stiff)
        self._hands: dict[tuple[Side, HandKind], _Hand] = {}

    def show(self, hands: Iterable[tuple[Side, Vec3, Quaternion, HandKind]]) -> None:
        """Show these and no others."""
        shown = {(side, kind): (at, turned) for side, at, turned, kind in hands}
        for key, hand in self._hands.items():
            if key not in shown:
                hand.node.hide()
        for (side, kind), (at, turned) in shown.items():
            hand = self._hands.get((side, kind)) or self._new(side, kind)
            if hand is not None:
                hand.show(at, turned, self._probes)

    def _new(self, side: Side, kind: HandKind) -> _Hand | None:
        body = self._backstage.ask((side, kind), partial(_body, side, kind))
        if body is None:
            return None
        hand = self._hands[side, kind] = _Hand(self._root.attachNewNode(body))
        return hand


def _body(side: Side, kind: HandKind) -> core.GeomNode:
    body = core.GeomNode(f"{side} {kind}")
    body.addGeom(person_geom(hand_model(kind, side)))
    return body


class _Hand:
    def __init__(self, node: core.NodePath) -> None:
        self.node = node
        self._light = core.PTA_LVecBase3f.emptyArray(6)
        self.node.setShaderInput("probes", self._light)
        self._lit_at: Vec3 | None = None

    def show(self, at: Vec3, turned: Quaternion, probes: ProbeGrid) -> None:
        self.node.show()
        self.node.setPosQuat(core.LPoint3f(*at), core.LQuaternionf(*turned))
        if self._lit_at is None or math.dist(at, self._lit_at) > LIT_AGAIN:
            self._lit_at = at
            light = np.maximum(probes.at(at), LEAST_LIGHT)
            self._light.setData(np.ascontiguousarray(light, np.float32).tobytes())
