"""The static world drawn once round a standpoint: six faces of a cube, with their depth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from sim.render import layers as see
from sim.render.graphics import pixels
from sim.render.picture import WaterMirror
from sim.render.programs import program
from sim.render.stage import Stage
from sim.state import Vec3

FORWARD = np.array([(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)], np.float32)
UP = np.array([(0, 0, 1), (0, 0, 1), (0, 0, 1), (0, 0, 1), (0, -1, 0), (0, 1, 0)], np.float32)
NEAREST, FARTHEST = 0.1, 800.0
"""The range of distances along a face's axis that its depth can hold, in metres."""
DEPTH_RANGE = (NEAREST, float(np.log2(FARTHEST / NEAREST)))


@dataclass(frozen=True)
class Face:
    """One face: ``colour`` (n, n, 4) uint8 RGB and, in alpha, the share of the brightness without sun;
    ``depth`` (n, n) uint16, the logarithm of the distance along the face's axis, 0 at ``NEAREST``,
    65535 at ``FARTHEST``. The top row first; the outermost texels lie on the cube's edges."""

    colour: NDArray[np.uint8]
    depth: NDArray[np.uint16]

    @property
    def size(self) -> int:
        return len(self.colour)


class FacePainter:
    """Draws faces of a stage at one size."""

    def __init__(self, stage: Stage, size: int, samples: int = 4) -> None:
        self._stage, self._graphics, self.size = stage, stage.graphics, size
        self._painted = core.Texture("face")
        self._depth = core.Texture("face depth")
        self._nearest(self._depth)
        self._logarithm = core.Texture("face distance")
        self._camera = self._add_camera(samples)
        self._deep = self._add_depth()
        self._mirror = WaterMirror(self._graphics, stage, (size, size), see.STATIC_MIRROR) if stage.has_water else None
        self._set_active(False)

    @staticmethod
    def _nearest(texture: core.Texture) -> None:
        texture.setMinfilter(core.SamplerState.FTNearest)
        texture.setMagfilter(core.SamplerState.FTNearest)

    def _add_camera(self, samples: int) -> core.NodePath:
        size = (self.size, self.size)
        self._buffer = self._graphics.buffer("face", size, sort=-8, samples=samples)
        self._buffer.addRenderTexture(self._painted, core.GraphicsOutput.RTMCopyRam)
        self._plain = self._graphics.buffer("face depth", size, sort=-7, colour=False)
        self._plain.addRenderTexture(self._depth, core.GraphicsOutput.RTMBindOrCopy, core.GraphicsOutput.RTPDepth)
        self._plain.setClearColorActive(False)
        self._plain.setClearDepthActive(True)
        lens = core.PerspectiveLens()
        # The outermost texels' middles lie on the edges, so that neighbouring faces meet without a seam.
        wide = 2 * np.degrees(np.arctan(self.size / (self.size - 1)))
        lens.setFov(wide, wide)
        lens.setNearFar(NEAREST * 0.5, FARTHEST)
        rig = self._stage.root.attachNewNode("face")
        still = core.NodePath("still")
        still.setShaderInput(core.ShaderInput("movers_cast", core.LVecBase4(0, 0, 0, 0), 1000))
        still.setAntialias(core.AntialiasAttrib.MMultisample if samples else core.AntialiasAttrib.MNone)
        for buffer, state in ((self._buffer, still), (self._plain, _depth_state())):
            camera = core.Camera("face", lens)
            camera.setCameraMask(see.STATIC)
            camera.setInitialState(state.getState())
            buffer.makeDisplayRegion().setCamera(rig.attachNewNode(camera))
        self._lens = lens
        return rig

    def _add_depth(self) -> core.GraphicsOutput:
        """A buffer of 16-bit logarithms of distance, made from the depth buffer."""
        properties = core.FrameBufferProperties()
        properties.setRgbColor(True)
        properties.setFloatColor(True)
        properties.setRgbaBits(32, 0, 0, 0)
        output = self._graphics.engine.makeOutput(
            self._graphics.pipe, "face distance", -6, properties, core.WindowProperties.size(self.size, self.size),
            core.GraphicsPipe.BFRefuseWindow, self._graphics.gsg, self._graphics.host,
        )  # fmt: skip
        output.addRenderTexture(self._logarithm, core.GraphicsOutput.RTMCopyRam)
        root = core.NodePath("distance")
        maker = core.CardMaker("card")
        maker.setFrame(-1, 1, -1, 1)
        card = root.attachNewNode(maker.generate())
        card.setShader(program("screen.vert", "log_depth.frag"))
        card.setShaderInput("drawn", self._depth)
        card.setShaderInput("lens", core.Vec2(self._lens.getNear(), self._lens.getFar()))
        card.setShaderInput("depth_range", core.Vec2(*DEPTH_RANGE))
        card.setDepthTest(False)
        card.setTwoSided(True)
        card.node().setBounds(core.OmniBoundingVolume())
        card.node().setFinal(True)
        output.makeDisplayRegion().setCamera(root.attachNewNode(core.Camera("card", core.OrthographicLens())))
        self._card_root = root
        return output

    def _set_active(self, active: bool) -> None:
        for buffer in (self._buffer, self._plain, self._deep):
            buffer.setActive(active)
        if self._mirror:
            self._mirror.set_active(active)

    def paint(self, eye: Vec3, index: int) -> Face:
        """Draw the face of direction ``FORWARD[index]`` round ``eye``."""
        root = self._stage.root
        root.setShaderInput("eye", core.Vec3(*eye))
        self._stage.set_exposure(1.0)
        self._stage.lamps.select_still()
        self._camera.setPos(*eye)
        self._camera.lookAt(core.Point3(*eye) + core.Vec3(*FORWARD[index].tolist()), core.Vec3(*UP[index].tolist()))
        if self._mirror:
            self._mirror.follow(self._camera.getChild(0))
        self._set_active(True)
        self._graphics.draw()
        self._set_active(False)
        colour = pixels(self._painted)[..., [2, 1, 0, 3]]
        far = np.frombuffer(self._logarithm.getRamImage(), np.float32).reshape(self.size, self.size, -1)[::-1, :, 0]
        return Face(np.ascontiguousarray(colour), (far * 65535 + 0.5).astype(np.uint16))

    def remove(self) -> None:
        for buffer in (self._buffer, self._plain, self._deep):
            self._graphics.engine.removeWindow(buffer)
        if self._mirror:
            self._mirror.remove()
        self._camera.removeNode()


def _depth_state() -> core.NodePath:
    state = core.NodePath("depth")
    state.setShader(program("surface.vert", "shadow.frag"), 1000)
    state.setAttrib(core.ColorWriteAttrib.make(0), 1000)
    return state


def corners(index: int) -> NDArray[np.float32]:
    """A face's corners (4, 3) on the cube of half width 1, lower left first, counter-clockwise."""
    right = np.cross(FORWARD[index], UP[index])
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return np.array([FORWARD[index] + x * right + y * UP[index] for x, y in signs], np.float32)


def in_view_order(heading: float, pitch: float = 0.0) -> list[int]:
    """The faces, those in the middle of the view first."""
    turn, tilt = np.radians(heading), np.radians(pitch)
    ahead = np.array([-np.sin(turn) * np.cos(tilt), np.cos(turn) * np.cos(tilt), np.sin(tilt)])
    return sorted(range(6), key=lambda index: -float(FORWARD[index] @ ahead))
