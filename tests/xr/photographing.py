"""What both eyes see of a visit, drawn for the frames that are asked for, and kept as pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from sim.display.headset.desk.rig import Rig
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.drawn.shown_nodes import ShownNodes
from sim.display.headset.poses import eyes_in_head, matrix_of
from sim.display.headset.shown import Shown
from sim.render.camera import view_along
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.render.stereo import StereoPicture
from sim.state import SceneState
from sim.world.compose import World
from sim.world.plain_light import plain_light
from sim.xr.tracked import SIDES, Tracked
from tests.xr.mock_runtime import MockRuntime

ARTEFACTS = Path("artefacts") / "xr"


class Photographer:
    """Draws a world as a headset's display does."""

    def __init__(self, graphics: Graphics, world: World, size: tuple[int, int]) -> None:
        self._stage = Stage(graphics, world, plain_light(world), "lean")
        self._pictures = PanelPictures(at_once=True)
        self._nodes = ShownNodes(self._stage, self._pictures)
        self._picture = StereoPicture(self._stage, size)

    def draw(self, state: SceneState, shown: Shown, rig: Rig, tracked: Tracked) -> StereoPicture:
        assert tracked.head is not None and tracked.eyes is not None
        head = matrix_of(rig.pose(tracked.head))
        view = view_along(head)
        self._picture.show(state, view)
        self._nodes.show(shown, view.eye)
        self._picture.aim(head, eyes_in_head(matrix_of(tracked.head), tracked.eyes))
        self._picture.render()
        return self._picture

    def close(self) -> None:
        self._picture.remove()
        self._nodes.close()
        self._pictures.close()
        self._stage.close()


def keep(runtime: MockRuntime, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Both eyes' pictures, which also lie side by side in a file under ``ARTEFACTS``."""
    left, right = (runtime.picture(side) for side in SIDES)
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.concatenate([left, right], axis=1)).save(ARTEFACTS / f"{name}.png")
    return left, right
