"""Panels in the scene graph: a card each, with its picture, and over it what moves from frame to frame."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from panda3d import core

from sim.display.headset.drawn.order import MOST_PANELS, PANELS, in_front, layered
from sim.display.headset.drawn.panel_layout import PanelLayout, layout
from sim.display.headset.drawn.panel_paint import MARGIN
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.shown import Panel, PlacedPanel
from sim.render.programs import program
from sim.state import Vec3

NONE, BAR, RING = 0.0, 1.0, 2.0
"""Kinds of gauges, as the program knows them."""
ROWS = 4


class PanelNodes:
    """The panels that are shown now."""

    def __init__(self, parent: core.NodePath, pictures: PanelPictures) -> None:
        self._pictures = pictures
        self._root = parent.attachNewNode("panels")
        self._root.setShader(program("panel.vert", "panel.frag"))
        in_front(self._root)
        layered(self._root, PANELS)
        maker = core.CardMaker("panel")
        maker.setFrame(-0.5, 0.5, -0.5, 0.5)
        self._card = self._root.attachNewNode(maker.generate())
        self._card.hide()  # only what others are copied from
        self._cards: dict[str, _Card] = {}

    def show(self, placed: Iterable[PlacedPanel], eye: Vec3) -> None:
        """Show these and no others, seen from ``eye``; a new one appears when it is painted."""
        farthest_first = sorted(placed, key=lambda each: -math.dist(each.centre, eye))
        gone = self._cards.keys() - {each.key for each in farthest_first}
        for key in gone:
            self._cards.pop(key).node.removeNode()
        for place, each in enumerate(farthest_first):
            card = self._cards.get(each.key)
            if card is None:
                card = self._cards[each.key] = _Card(self._card.copyTo(self._root))
            card.show(each, self._pictures.of(each.panel), min(place, MOST_PANELS - 1))


class _Card:
    """One panel. It keeps its picture until the next one is painted."""

    def __init__(self, node: core.NodePath) -> None:
        self.node = node
        self._panel: Panel | None = None
        self._laid: PanelLayout | None = None
        self._place = -1
        self._rows = core.PTA_LVecBase4f.emptyArray(ROWS)
        self._written = b""
        node.setShaderInput("panel", self._rows)

    def show(self, placed: PlacedPanel, picture: core.Texture | None, place: int) -> None:
        if picture is not None and placed.panel is not self._panel:
            self._take(placed.panel, picture)
        if self._laid is None:
            return
        self.node.setPosQuat(core.LPoint3f(*placed.centre), core.LQuaternionf(*placed.turned))
        if place != self._place:
            self._place = place
            self.node.setBin("fixed", PANELS + place)
        rows = _moving(placed, self._laid)
        if rows != self._written:
            self._written = rows
            self._rows.setData(rows)

    def _take(self, panel: Panel, picture: core.Texture) -> None:
        laid = layout(panel)
        if laid is not self._laid:
            wide, high = laid.pixels
            grown = 2 * MARGIN
            self.node.setScale(laid.size[0] * (wide + grown) / wide, 1, laid.size[1] * (high + grown) / high)
            self.node.setShaderInput("face", picture)
            self.node.setShaderInput("pixels", core.Vec2(wide + grown, high + grown))
            self.node.show()
        self._panel, self._laid = panel, laid


def _moving(placed: PlacedPanel, laid: PanelLayout) -> bytes:
    """What the program is told for this frame, in pixels of the picture: the button that is pointed at; how far it
    is pressed, the share, the gauge's kind, the swelling; the gauge; the round button's middle and radius."""
    hovered = laid.field(placed.hovered)
    disc = next((field for field in laid.fields if field.button.style == "round"), None)
    swell = next((button.swell for button in placed.panel.buttons if button.style == "round"), 0.0)
    kind = NONE if laid.gauge is None else RING if placed.panel.kind == "wrist" else BAR
    round_at = (0.0, 0.0, 0.0)
    if disc is not None:
        left, top, right, bottom = disc.box
        round_at = ((left + right) / 2 + MARGIN, (top + bottom) / 2 + MARGIN, (right - left) / 2)
    is_round = hovered is not None and hovered is disc
    rows = [
        _grown(hovered.box) if hovered is not None else (0.0, 0.0, 0.0, 0.0),
        (placed.pressed, placed.panel.share or 0.0, kind, swell),
        _grown(laid.gauge) if laid.gauge is not None else (0.0, 0.0, 0.0, 0.0),
        (*round_at, float(is_round)),
    ]
    return np.array(rows, np.float32).tobytes()


def _grown(box: tuple[int, int, int, int]) -> tuple[float, ...]:
    return tuple(float(part + MARGIN) for part in box)
