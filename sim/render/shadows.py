"""The sun's shadows: one still map of the static world, one small map of what moves."""

from __future__ import annotations

import math

from panda3d import core

from assets.place import Light
from sim.render.graphics import Graphics
from sim.render.layers import MOVER_SUN, SUN
from sim.render.programs import program

STATIC_SIZE = 2048
MOVER_SIZE = 1024
MOVER_SPAN = 18.0
LARGEST_SPAN = 60.0
DISTANCE = 50.0
TO_UNIT = core.LMatrix4f(0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0.5, 0.5, 0.5, 1)
OVERRIDE = 1000


class ShadowMap:
    """A depth map along the sun's direction, and the matrix from the world into it."""

    def __init__(
        self, graphics: Graphics, root: core.NodePath, light: Light, mask: core.BitMask32, size: int, span: float
    ) -> None:
        self._size, self._span, self._sun = size, span, core.Vec3(*light.sun_direction)
        self.texture = _depth_texture()
        self._buffer = graphics.buffer("shadow", (size, size), sort=-30, colour=False)
        self._buffer.addRenderTexture(self.texture, core.GraphicsOutput.RTMBindOrCopy, core.GraphicsOutput.RTPDepth)
        self._buffer.setClearColorActive(False)
        self._buffer.setClearDepthActive(True)
        lens = core.OrthographicLens()
        lens.setFilmSize(span, span)
        lens.setNearFar(1, 2 * DISTANCE)
        camera = core.Camera("sun", lens)
        camera.setCameraMask(mask)
        _depth_only(camera)
        self._camera = root.attachNewNode(camera)
        self._camera.setPos(self._sun * DISTANCE)
        self._camera.lookAt(core.Point3(0, 0, 0))
        turned = self._camera.getMat().getUpper3()
        self._axes = core.Vec3(turned.getRow(0)), core.Vec3(turned.getRow(2))
        self._projection = lens.getProjectionMat() * TO_UNIT
        self._buffer.makeDisplayRegion().setCamera(self._camera)

    def aim(self, centre: tuple[float, float, float]) -> core.LMatrix4f:
        """Turn the map to ``centre``, in whole texels so that shadows do not swim; gives the matrix."""
        texel = self._span / self._size
        place = core.Vec3(*centre) + self._sun * DISTANCE
        for axis in self._axes:
            along = place.dot(axis)
            place -= axis * (along - math.floor(along / texel) * texel)
        self._camera.setPos(place)
        matrix = core.LMatrix4f()
        matrix.invertFrom(self._camera.getMat())
        return matrix * self._projection

    def set_active(self, active: bool) -> None:
        self._buffer.setActive(active)

    def remove(self, graphics: Graphics) -> None:
        graphics.engine.removeWindow(self._buffer)


def static_map(graphics: Graphics, root: core.NodePath, light: Light, extent: tuple[float, ...]) -> ShadowMap:
    x0, y0, x1, y1 = extent
    span = min(math.hypot(x1 - x0, y1 - y0) + 10.0, LARGEST_SPAN)
    return ShadowMap(graphics, root, light, SUN, STATIC_SIZE, span)


def mover_map(graphics: Graphics, root: core.NodePath, light: Light) -> ShadowMap:
    return ShadowMap(graphics, root, light, MOVER_SUN, MOVER_SIZE, MOVER_SPAN)


def _depth_texture() -> core.Texture:
    texture = core.Texture("shadow")
    texture.setFormat(core.Texture.FDepthComponent)
    texture.setMinfilter(core.SamplerState.FTShadow)
    texture.setMagfilter(core.SamplerState.FTShadow)
    texture.setWrapU(core.SamplerState.WMClamp)
    texture.setWrapV(core.SamplerState.WMClamp)
    return texture


def _depth_only(camera: core.Camera) -> None:
    """Draw with the plainest programs: skinned for nodes tagged ``person``, rigid for the rest."""
    for tag, vertex in (("rigid", "surface.vert"), ("person", "person.vert")):
        state = core.NodePath("state")
        state.setShader(program(vertex, "shadow.frag"), OVERRIDE)
        state.setAttrib(core.CullFaceAttrib.make(core.CullFaceAttrib.MCullNone), OVERRIDE)
        state.setAttrib(core.ColorWriteAttrib.make(0), OVERRIDE)
        if tag == "rigid":
            camera.setInitialState(state.getState())
        camera.setTagState(tag, state.getState())
    camera.setTagStateKey("shadow")
