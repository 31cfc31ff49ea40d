"""In which order things of the headset are drawn over the scene, and in front of what.

The scene's own marks and fades are drawn before all of these.
"""

from __future__ import annotations

from panda3d import core

BOUNDARY, SPOTS, HANDS, PANELS, POINTERS = 42, 44, 46, 50, 70
"""Places in the bin ``fixed``; panels take one each, the farthest first."""
MOST_PANELS = POINTERS - PANELS
DARK = 40
FRONT = 0.02
"""What is always seen is drawn into this part of the depths, nearest of all, and keeps its order there."""
_BLEND = core.ColorBlendAttrib


def in_front(node: core.NodePath) -> None:
    """Let ``node`` be hidden by nothing of the scene, only by what else lies in front."""
    node.setAttrib(core.DepthOffsetAttrib.make(0, 0.0, FRONT))


def layered(node: core.NodePath, place: int) -> None:
    """Blend colours that are multiplied by their alpha over what is there, at a place of the order."""
    node.setAttrib(
        _BLEND.make(
            _BLEND.MAdd, _BLEND.OOne, _BLEND.OOneMinusIncomingAlpha,
            _BLEND.MAdd, _BLEND.OZero, _BLEND.OOne,
        )
    )  # fmt: skip
    node.setDepthWrite(False)
    node.setBin("fixed", place)


def everywhere(node: core.NodePath) -> None:
    """Never leave ``node`` out: its program puts it elsewhere than its vertices say."""
    node.node().setBounds(core.OmniBoundingVolume())
    node.node().setFinal(True)
