"""One scenario ready for live pictures: its world, its stage, and the faces of its standpoints."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import assets.people  # noqa: F401  (slow to import: with the program, not with its first scene)
from assets.mesh import Array
from sim.render.camera import View
from sim.render.face_store import FaceStore
from sim.render.faces import FacePainter, area_on_face, in_view_order, tile_corners
from sim.render.graphics import Graphics
from sim.render.live import LivePicture
from sim.render.stage import Configuration, Stage, configuration_of
from sim.state import SceneState, ThingState, Vec3
from sim.world.bake import baked_light
from sim.world.compose import World, corners_of
from sim.world.picking import Picker
from sim.world.plain_light import plain_light

FACE_SIZE, FACE_SIZE_FOR = 1536, 960
"""Faces so large are sharp in pictures so many pixels wide, at 75 degrees."""
DRAFT_SIZE = 448
"""Faces of a standpoint that nobody prepared: quick, and soft until the sharp ones are painted."""
BAKE_SHARE, STAGE_SHARE = 0.85, 0.15
FACES = 6
FACES_IN_VIEW = 4
"""No more faces than these reach into a level view of 75 degrees."""
AROUND = 0.12
"""Metres round a prop that change with it: its shade on what is beside it."""
LOWEST_SUN = 0.2
Progress = Callable[[float], None]


class Repaint(NamedTuple):
    """A tile of a face that no longer shows how things are."""

    face: int
    x: int
    y: int


class Scenery:
    """Gives pictures of a world from its standpoints.

    What stands still is painted on six faces round each standpoint, ahead of time (``prepare``) or when
    somebody steps there. When a standing prop changes, the tiles that show it are painted again, some
    with each picture (``refine``).
    """

    def __init__(
        self,
        graphics: Graphics,
        world: World,
        size: tuple[int, int],
        *,
        face_size: int = FACE_SIZE,
        samples: int = 0,
        progress: Progress | None = None,
        quick: bool = False,
    ) -> None:
        """``quick``: in a light without shades, which is there at once."""
        tell = progress or (lambda share: None)
        self.world = world
        light = plain_light(world) if quick else baked_light(world, progress=lambda share: tell(BAKE_SHARE * share))
        self._store = FaceStore(world, "plain" if quick else "")
        self._store.fetch(world.eye(0), face_size)  # where a session begins; read while the stage is built
        self._stage = Stage(graphics, world, light)
        self._live = LivePicture(self._stage, size, samples)
        self._sizes = (min(DRAFT_SIZE, face_size), face_size)
        self._painters: dict[int, FacePainter] = {}
        self._standpoint: int | None = None
        self._heading = 0.0
        self._drafts: deque[int] = deque()
        self._repaints: deque[Repaint] = deque()
        self._first = {name: world.first_state(name) for name in world.changing}
        self._painted: Configuration = configuration_of(world, self._first)
        tell(BAKE_SHARE + STAGE_SHARE)

    @cached_property
    def picker(self) -> Picker:
        """What lies under a finger; made when it is first asked, since the first picture does not need it."""
        return Picker(self.world)

    def _painter(self, size: int) -> FacePainter:
        if size not in self._painters:
            self._painters[size] = FacePainter(self._stage, size)
        return self._painters[size]

    # --- faces --------------------------------------------------------------------------------------

    def prepare(self) -> Iterator[float]:
        """Paint and keep the faces of every standpoint, one at a step; yields the share that is done."""
        count = len(self.world.scenario.standpoints) * FACES
        for done in range(count):
            eye, index = self.world.eye(done // FACES), done % FACES
            if not self._store.has(eye, index, self._sizes[1]):
                self._stage.arrange(self._first)
                self._store.face(eye, index, self._painter(self._sizes[1]))
            yield (done + 1) / count

    def stand_at(self, standpoint: int, heading: float) -> None:
        """Show the world round a standpoint; what is not painted yet is a draft at first."""
        if standpoint == self._standpoint:
            return
        eye, (draft, sharp) = self.world.eye(standpoint), self._sizes
        if self._standpoint is not None:
            self._store.fetch(eye, sharp)
        self._standpoint, self._heading = standpoint, heading
        order = in_view_order(heading)
        self._stage.arrange(self._first)
        self._live.backdrop.clear()
        self._repaints.clear()
        missing = [index for index in order if not self._store.has(eye, index, sharp)]
        # Kept faces out of view can wait for the pictures that follow.
        later = [index for index in order[FACES_IN_VIEW:] if index not in missing]
        self._drafts = deque(later + missing)
        for index in missing:
            self._live.backdrop.put(index, self._store.face(eye, index, self._painter(draft)))
        for index in order:
            if index not in later and index not in missing:
                self._live.backdrop.put(index, self._store.face(eye, index, self._painter(sharp)))
        self._painted = configuration_of(self.world, self._first)

    def refine(self, things: dict[str, ThingState]) -> bool:
        """Paint a little of what is not yet as it should be, for things as they are; False: all is."""
        if self._standpoint is None:
            return False
        self._note_changes(configuration_of(self.world, things))
        if self._drafts and not self._live.backdrop.shows(self._drafts[0]):
            self._sharpen(self._drafts.popleft())
        elif self._repaints:
            self._stage.arrange(things)
            self._repaint()
        elif self._drafts:
            self._sharpen(self._drafts.popleft())
        else:
            return False
        return True

    def _sharpen(self, index: int) -> None:
        """Load a face, or replace a draft by the sharp one; what has changed since the start is painted over it."""
        self._stage.arrange(self._first)
        face = self._store.face(self.world.eye(self._standpoint), index, self._painter(self._sizes[1]))
        self._live.backdrop.put(index, face)
        begun = configuration_of(self.world, self._first)
        for name, state in self._painted.items():
            if state != begun[name]:
                self._plan(name, (begun[name], state), only=index)

    def _note_changes(self, configuration: Configuration) -> None:
        for name, state in configuration.items():
            if state != self._painted[name]:
                self._plan(name, (self._painted[name], state))
        self._painted = configuration

    def _plan(self, name: str, states: tuple[str | None, ...], only: int | None = None) -> None:
        """Put the tiles that may show a prop in one of two states on the list."""
        eye = self.world.eye(self._standpoint)
        shown = [state for state in states if state is not None]
        points = np.concatenate([self._reach(name, state) for state in shown])
        for index in in_view_order(self._heading) if only is None else [only]:
            if not self._live.backdrop.shows(index):
                continue  # still to be loaded, and then painted over
            size = self._live.backdrop.size_of(index)
            area = area_on_face(points, eye, index, size)
            if area is not None:
                tile = self._painter(size).tile_size
                for x, y in tile_corners(size, tile, area):
                    if Repaint(index, x, y) not in self._repaints:
                        self._repaints.append(Repaint(index, x, y))

    def _reach(self, name: str, state: str) -> Array:
        """Corners (n, 3) of a prop and of its shadow on the ground."""
        corners = corners_of(self.world.placed(name, self._at_first(name, state)), AROUND)
        sun = np.asarray(self.world.place.light.sun_direction)
        ground = corners[:, 2].min()
        shadow = corners - np.outer((corners[:, 2] - ground) / max(sun[2], LOWEST_SUN), sun)
        return np.concatenate([corners, shadow]).astype(np.float32)

    def _at_first(self, name: str, state: str) -> ThingState:
        first = self._first[name]
        return ThingState(first.position, first.heading, state)

    def _repaint(self) -> None:
        job = self._repaints.popleft()
        eye: Vec3 = self.world.eye(self._standpoint)
        painter = self._painter(self._live.backdrop.size_of(job.face))
        self._live.backdrop.change(job.face, [painter.tile(eye, job.face, job.x, job.y)])

    # --- pictures -----------------------------------------------------------------------------------

    def view(self, state: SceneState) -> View:
        """What the trainee sees."""
        trainee = state.trainee
        return View(self.world.eye(trainee.standpoint), trainee.heading, trainee.pitch)

    def picture(self, state: SceneState, dark: float = 0.0) -> NDArray[np.uint8]:
        """The trainee's picture as (h, w, 4) BGRA, the top row first; valid until the next one."""
        self.stand_at(state.trainee.standpoint, state.trainee.heading)
        self._heading = state.trainee.heading
        self.refine(self.world.things(state))
        return self._live.draw(state, self.view(state), dark)

    def close(self) -> None:
        for painter in self._painters.values():
            painter.remove()
        self._live.remove()
        self._stage.close()
