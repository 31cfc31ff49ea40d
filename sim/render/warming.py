"""A stage brought into the memory of the graphics a little at a time, while another one is drawn.

What is drawn for the first time is sent to the graphics card and its program is compiled there, which takes as
long as many frames. Here every part of a stage is drawn once, a few with each frame, into a buffer that nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from panda3d import core

from sim.render import layers as see
from sim.render.camera import View
from sim.render.lamps import COUNTS
from sim.render.stage import Stage
from sim.render.surfaces import PASS_TAG
from sim.state import SceneState

AT_ONCE = 4
"""Parts that are drawn with one frame at most."""
VERTICES_AT_ONCE = 20_000
"""A frame gets another part only while it has fewer vertices than these."""
SIDE = 16
"""Pixels along an edge of the buffer."""
STILL_SHARE = 0.8
"""About how much of the work is what stands there from the beginning."""


class Warming:
    """Draws the parts of ``stage``, which is opened and not shown yet, one after the other.

    Call ``step`` before every frame that is drawn, until it gives 1.
    """

    def __init__(self, stage: Stage, rehearsed: SceneState, view: View) -> None:
        """``rehearsed`` is a moment, seen from ``view``, in which everything is there that may come later."""
        self._stage, self._graphics = stage, stage.graphics
        self._buffer = self._graphics.buffer("warming", (SIDE, SIDE), sort=-40)
        self._buffer.addRenderTexture(core.Texture("warming"), core.GraphicsOutput.RTMBindOrCopy)
        self._cameras = [self._add_camera() for _ in range(AT_ONCE)]
        self._steps = self._all_steps(rehearsed, view)
        self.share = 0.0

    def step(self) -> float:
        """Let the next frame draw a little more; the share that is drawn, 1 when nothing is left."""
        self.share = next(self._steps, 1.0)
        return self.share

    def _add_camera(self) -> core.Camera:
        camera = core.Camera("warming")
        camera.setCameraMask(see.WHOLE)
        camera.setCullBounds(core.OmniBoundingVolume())
        self._buffer.makeDisplayRegion().setCamera(core.NodePath(camera))
        return camera

    def _all_steps(self, rehearsed: SceneState, view: View) -> Iterator[float]:
        """Yields before every frame the share that is drawn already; after the last one everything is given back."""
        still = _parts(self._stage.root)
        yield from (STILL_SHARE * share for share in self._drawn(still))
        if not self._graphics.in_software:  # it would take longer than the pictures it is to save
            for count in reversed(COUNTS):
                self._stage.light_by_lamps(count)
                yield from (STILL_SHARE for _ in self._drawn(_one_of_each_kind(still)))
        self._buffer.setActive(False)
        self._stage.arrange(self._stage.world.things(rehearsed))
        yield STILL_SHARE
        known = set(still)
        self._stage.show(rehearsed, view)
        new = [part for part in _parts(self._stage.root) if part not in known]
        yield from (STILL_SHARE + (1 - STILL_SHARE) * share for share in self._drawn(new))
        self._remove()

    def _drawn(self, parts: list[core.NodePath]) -> Iterator[float]:
        """Have ``parts`` drawn with the frames that come; yields before each the share that is drawn already."""
        done = 0
        while done < len(parts):
            vertices, before = 0, done
            while done < len(parts) and done - before < AT_ONCE and (done == before or vertices < VERTICES_AT_ONCE):
                vertices += _vertices(parts[done])
                done += 1
            self._look_at(parts[before:done])
            yield before / len(parts)

    def _look_at(self, parts: list[core.NodePath]) -> None:
        """Let each camera draw one part as it would be drawn in its scene."""
        for number, camera in enumerate(self._cameras):
            part = parts[number] if number < len(parts) else core.NodePath("nothing")
            camera.setScene(part)
            camera.setInitialState(part.getParent().getNetState() if part.hasParent() else core.RenderState.makeEmpty())
        self._buffer.setActive(True)

    def _remove(self) -> None:
        for camera in self._cameras:
            camera.setScene(core.NodePath())
        self._graphics.engine.removeWindow(self._buffer)

    def close(self) -> None:
        """Give the buffer back before everything is drawn."""
        if self.share < 1.0:
            self._steps.close()
            self._remove()


def _parts(root: core.NodePath) -> list[core.NodePath]:
    """Everything under ``root`` that has a shape, what is put aside included."""
    return list(root.findAllMatches("**/+GeomNode;+s"))


def _vertices(part: core.NodePath) -> int:
    return sum(geom.getVertexData().getNumRows() for geom in part.node().getGeoms())


def _one_of_each_kind(parts: Iterable[core.NodePath]) -> list[core.NodePath]:
    """The smallest part for each program of surfaces."""
    smallest: dict[str, core.NodePath] = {}
    for part in parts:
        kind = part.getNetTag(PASS_TAG)
        if kind and (kind not in smallest or _vertices(part) < _vertices(smallest[kind])):
            smallest[kind] = part
    return list(smallest.values())
