"""A small world and a camera in it."""

from __future__ import annotations

import numpy as np

from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage
from sim.state import SceneState
from sim.world.bake import bake
from sim.world.compose import compose
from tests.sim.small_world import SmallLibrary, moment, small_scenario

SIZE = (320, 180)
NORTH = View((0, 0, 1.62), 0, 0)


class Camera:
    """A small world, ready to be photographed."""

    def __init__(self, graphics: Graphics, library: SmallLibrary, **parts: object) -> None:
        self.world = compose(small_scenario(**parts), library)
        self._stage = Stage(graphics, self.world, bake(self.world, rays=8))
        self._picture = WholePicture(self._stage, SIZE, samples=0)

    def shot(self, state: SceneState | None = None, view: View = NORTH) -> np.ndarray:
        return self._picture.image(state or moment(), view).astype(int)

    def close(self) -> None:
        self._picture.remove()
        self._stage.close()
