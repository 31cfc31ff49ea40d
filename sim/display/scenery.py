"""One scenario ready for live pictures: its world, its stage, and the faces of its standpoints."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from sim.render.camera import View
from sim.render.face_store import FaceStore
from sim.render.faces import FacePainter, in_view_order
from sim.render.graphics import Graphics
from sim.render.live import LivePicture
from sim.render.stage import Stage
from sim.state import SceneState
from sim.world.bake import baked_light
from sim.world.compose import World
from sim.world.picking import Picker

FACE_SIZE = 1536
"""Sharp at 960x540 and 75 degrees."""
DRAFT_SIZE = 448
"""Faces of a standpoint that nobody prepared: quick, and soft until the sharp ones are painted."""
BAKE_SHARE, STAGE_SHARE = 0.45, 0.10
FACES = 6
Progress = Callable[[float], None]


class Scenery:
    """Gives pictures of a world from its standpoints. ``faces`` are painted while nobody waits."""

    def __init__(
        self,
        graphics: Graphics,
        world: World,
        size: tuple[int, int],
        *,
        face_size: int = FACE_SIZE,
        samples: int = 0,
        progress: Progress | None = None,
    ) -> None:
        tell = progress or (lambda share: None)
        self.world = world
        light = baked_light(world, progress=lambda share: tell(BAKE_SHARE * share))
        self._stage = Stage(graphics, world, light)
        self._live = LivePicture(self._stage, size, samples)
        self._store = FaceStore(world)
        self._sizes = (min(DRAFT_SIZE, face_size), face_size)
        self._painters: dict[int, FacePainter] = {}
        self._standpoint: int | None = None
        self._refining: Iterator[None] = iter(())
        self.picker = Picker(world)
        tell(BAKE_SHARE + STAGE_SHARE)

    def _painter(self, size: int) -> FacePainter:
        if size not in self._painters:
            self._painters[size] = FacePainter(self._stage, size)
        return self._painters[size]

    def prepare(self) -> Iterator[float]:
        """Paint and keep the faces of every standpoint, one at a step; yields the share that is done."""
        count = len(self.world.scenario.standpoints) * FACES
        for done in range(count):
            eye, index = self.world.eye(done // FACES), done % FACES
            if not self._store.has(eye, index, self._sizes[1]):
                self._store.face(eye, index, self._painter(self._sizes[1]))
            yield (done + 1) / count

    def stand_at(self, standpoint: int, heading: float) -> None:
        """Show the world round a standpoint; what is not painted yet is a draft at first."""
        if standpoint == self._standpoint:
            return
        self._standpoint = standpoint
        eye = self.world.eye(standpoint)
        draft, sharp = self._sizes
        order = in_view_order(heading)
        missing = [index for index in order if not self._store.has(eye, index, sharp)]
        for index in order:
            painter = self._painter(draft if index in missing else sharp)
            self._live.backdrop.put(index, self._store.face(eye, index, painter))
        self._refining = iter(self._refine(standpoint, missing))

    def _refine(self, standpoint: int, missing: list[int]) -> Iterator[None]:
        eye = self.world.eye(standpoint)
        for index in missing:
            self._live.backdrop.put(index, self._store.face(eye, index, self._painter(self._sizes[1])))
            yield

    def refine(self) -> bool:
        """Paint one more sharp face of where the trainee stands; False when all are sharp."""
        return next(self._refining, False) is None

    def view(self, state: SceneState) -> View:
        """What the trainee sees."""
        trainee = state.trainee
        return View(self.world.eye(trainee.standpoint), trainee.heading, trainee.pitch)

    def picture(self, state: SceneState, dark: float = 0.0) -> NDArray[np.uint8]:
        """The trainee's picture as (h, w, 4) BGRA, the top row first; valid until the next one."""
        self.stand_at(state.trainee.standpoint, state.trainee.heading)
        return self._live.draw(state, self.view(state), dark)

    def close(self) -> None:
        for painter in self._painters.values():
            painter.remove()
        self._live.remove()
        self._stage.close()
