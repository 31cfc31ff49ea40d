"""How much is drawn: everything, or only what a picture cannot do without, as fast as the machine is."""

from __future__ import annotations

import os
from time import perf_counter
from typing import Literal, get_args

import numpy as np
from panda3d import core

from assets.mesh import Mesh
from common.errors import UsageError
from sim.render.graphics import Graphics
from sim.render.programs import program
from sim.render.upload import mesh_node

Tier = Literal["full", "lean"]
SETTING = "QIANCHE_TIER"
SIZE = (640, 360)
LAYERS, ROUNDS = 6, 5
QUICK_ENOUGH = 0.006
"""Seconds for the test picture, at most, for the full tier: about a fifth of what a full picture takes."""


def chosen_tier(graphics: Graphics) -> Tier:
    """The tier named by ``QIANCHE_TIER``, else the one that the machine is quick enough for.

    Raises:
        UsageError: the setting names no tier.
    """
    named = os.environ.get(SETTING)
    if named is None:
        return "full" if seconds_of_a_picture(graphics) < QUICK_ENOUGH else "lean"
    if named not in get_args(Tier):
        raise UsageError("display.errors.tier", setting=SETTING, named=named, known=", ".join(get_args(Tier)))
    return named


def seconds_of_a_picture(graphics: Graphics) -> float:
    """How long a small picture takes in which every pixel is drawn several times; the shortest of some rounds."""
    buffer = graphics.buffer("measure", SIZE, sort=0)
    image = core.Texture("measure")
    buffer.addRenderTexture(image, core.GraphicsOutput.RTMCopyRam)
    root = core.NodePath("measure")
    for layer in range(LAYERS):
        node = root.attachNewNode(mesh_node("layer", _sheet(), np.ones((4, 3), np.float32)))
        node.setShader(program("screen_sheet.vert", "measure.frag"))
        node.setBin("fixed", layer)
        node.setDepthTest(False)
        node.node().setBounds(core.OmniBoundingVolume())
        node.node().setFinal(True)
    buffer.makeDisplayRegion().setCamera(root.attachNewNode(core.Camera("measure", core.OrthographicLens())))
    shortest = float("inf")
    for _ in range(ROUNDS):
        began = perf_counter()
        graphics.draw()
        shortest = min(shortest, perf_counter() - began)
    graphics.engine.removeWindow(buffer)
    return shortest


def _sheet() -> Mesh:
    corners = np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], np.float32)
    faces = np.array([(0, 1, 2), (0, 2, 3)], np.int32)
    return Mesh(faces, corners, corners, corners, np.ones((4, 3), np.float32), np.zeros((4, 4), np.float32))
