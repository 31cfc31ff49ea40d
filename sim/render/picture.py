"""Pictures of a stage, everything drawn anew: for stills and for machines that draw fast."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from sim.render import layers as see
from sim.render.camera import View, nearness, perspective
from sim.render.graphics import Graphics, pixels
from sim.render.overlay import Overlay
from sim.render.stage import Stage
from sim.render.surfaces import show_leanly
from sim.state import SceneState


class WaterMirror:
    """The world as water or a polished floor shows it: a camera below the surface, half the picture's size."""

    def __init__(self, graphics: Graphics, stage: Stage, size: tuple[int, int], mask: core.BitMask32) -> None:
        self._graphics, self._stage = graphics, stage
        self._buffer = graphics.buffer("mirror", (max(1, size[0] // 2), max(1, size[1] // 2)), sort=-10)
        self.texture = core.Texture("mirror")
        self.texture.setWrapU(core.SamplerState.WMClamp)
        self.texture.setWrapV(core.SamplerState.WMClamp)
        self._buffer.addRenderTexture(self.texture, core.GraphicsOutput.RTMBindOrCopy)
        camera = core.Camera("mirror")
        camera.setCameraMask(mask)
        turned = core.NodePath("turned")
        turned.setAttrib(core.CullFaceAttrib.makeReverse())
        camera.setInitialState(turned.getState())
        show_leanly(camera, stage.look)
        self._camera = stage.root.attachNewNode(camera)
        self._buffer.makeDisplayRegion().setCamera(self._camera)
        self._plane = core.Plane(core.Vec3(0, 0, 1), core.Point3(0, 0, stage.mirror_level))
        self._size = core.Vec2(*size)

    def follow(self, camera: core.NodePath) -> None:
        """Mirror what ``camera`` sees from now on."""
        self._camera.node().setLens(camera.node().getLens())
        self._camera.setMat(camera.getMat(self._stage.root) * self._plane.getReflectionMat())
        self._stage.ground.setShaderInput("mirror", self.texture)
        self._stage.ground.setShaderInput("picture_size", self._size)
        self._stage.ground.setShaderInput("has_mirror", 1.0)

    def set_active(self, active: bool) -> None:
        self._buffer.setActive(active)

    def remove(self) -> None:
        self._graphics.engine.removeWindow(self._buffer)
        self._camera.removeNode()


class WholePicture:
    """Draws a stage as a whole, into memory or into an output such as a window."""

    def __init__(
        self, stage: Stage, size: tuple[int, int], samples: int = 4, output: core.GraphicsOutput | None = None
    ) -> None:
        self._stage, self._graphics, self.size = stage, stage.graphics, size
        self._own = output is None
        self._output = output or self._graphics.buffer("whole", size, sort=0, samples=samples)
        self._image = core.Texture("picture")
        if self._own:
            self._output.addRenderTexture(self._image, core.GraphicsOutput.RTMCopyRam)
        camera = core.Camera("whole", perspective(75, size[0] / size[1]))
        camera.setCameraMask(see.WHOLE)
        self._camera = stage.root.attachNewNode(camera)
        self._region = self._output.makeDisplayRegion()
        self._region.setCamera(self._camera)
        self._overlay = Overlay(self._output)
        stage.root.setAntialias(core.AntialiasAttrib.MMultisample if samples else core.AntialiasAttrib.MNone)
        self._mirror = WaterMirror(self._graphics, stage, size, see.MIRROR) if stage.mirrors else None
        self.set_active(False)

    def set_active(self, active: bool) -> None:
        self._output.setActive(active)
        self._stage.cast_moving_shadows(active)
        if self._mirror:
            self._mirror.set_active(active)

    def draw(self, state: SceneState, view: View) -> None:
        """Draw one moment."""
        self._stage.set_exposure(state.lights["everything"].level if "everything" in state.lights else 1.0)
        self._stage.show(state, view)
        self._camera.node().setLens(perspective(view.field, self.size[0] / self.size[1], view.near))
        self._camera.setPosHpr(*view.eye, view.heading, view.pitch, 0)
        self._camera.node().setLodScale(nearness(view.field))
        if self._mirror:
            self._mirror.follow(self._camera)
        self._overlay.show(state)
        self.set_active(True)
        self._graphics.draw()
        self.set_active(False)

    def image(self, state: SceneState, view: View) -> NDArray[np.uint8]:
        """One moment as (h, w, 3) RGB, the top row first."""
        self.draw(state, view)
        return np.ascontiguousarray(pixels(self._image)[..., 2::-1])

    def remove(self) -> None:
        if self._mirror:
            self._mirror.remove()
        if self._own:
            self._graphics.engine.removeWindow(self._output)
        else:
            self._output.removeDisplayRegion(self._region)
        self._overlay.remove()
        self._camera.removeNode()
