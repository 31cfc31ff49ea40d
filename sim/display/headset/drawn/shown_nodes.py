"""Puts what stands in the scene beside the scene itself into its scene graph."""

from __future__ import annotations

from sim.display.headset.drawn.boundary_nodes import BoundaryNodes
from sim.display.headset.drawn.hand_nodes import HandNodes
from sim.display.headset.drawn.panel_nodes import PanelNodes
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.drawn.pointer_nodes import PointerNodes
from sim.display.headset.drawn.shade_node import ShadeNode
from sim.display.headset.drawn.spot_nodes import SpotNodes
from sim.display.headset.shown import Shown
from sim.render import layers as see
from sim.render.stage import Stage
from sim.state import Vec3


class ShownNodes:
    """All that a headset shows over one stage, drawn with it in the same pictures and by no other camera.

    Panels are always readable: nothing of the scene hides them, nor hands and rays, which keep their order among
    each other. Keep one per stage and ``close`` it before the stage.
    """

    def __init__(self, stage: Stage, pictures: PanelPictures | None = None) -> None:
        """``pictures``: those of another stage, so that what was painted for it is there at once."""
        self._own = pictures is None
        self.pictures = pictures or PanelPictures(1 if stage.graphics.in_software else 8)
        self._root = stage.root.attachNewNode("shown")
        others = (see.STATIC, see.MOVING, see.SUN, see.MOVER_SUN, see.MIRROR, see.STATIC_MIRROR)
        self._root.hide(see.union(*others))
        self._shade = ShadeNode(self._root)
        self._boundary = BoundaryNodes(self._root)
        self._spots = SpotNodes(self._root)
        self._hands = HandNodes(self._root, stage.look, stage.light.probes, self.pictures.backstage)
        self._panels = PanelNodes(self._root, self.pictures)
        self._pointers = PointerNodes(self._root)
        # Programs are compiled with the next frame, not with the first one that needs them.
        self._root.prepareScene(stage.graphics.gsg)

    def show(self, shown: Shown, eye: Vec3) -> None:
        """Bring everything to one frame, seen from ``eye``, the middle between the eyes in the world."""
        self._shade.show(shown.vignette, shown.dark)
        self._boundary.show(shown, eye)
        self._spots.show(shown)
        self._hands.show(shown.hands)
        self._panels.show(shown.panels, eye)
        self._pointers.show(shown.rays)

    def close(self) -> None:
        """Take everything out of the stage."""
        self._root.removeNode()
        if self._own:
            self.pictures.close()
