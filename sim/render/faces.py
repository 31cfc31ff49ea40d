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
from sim.render.surfaces import show_reflecting, show_shares
from sim.state import Vec3

FORWARD = np.array([(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)], np.float32)
UP = np.array([(0, 0, 1), (0, 0, 1), (0, 0, 1), (0, 0, 1), (0, -1, 0), (0, 1, 0)], np.float32)
NEAREST, FARTHEST = 0.1, 1600.0
"""The range of distances along a face's axis that its depth can hold, in metres."""
TILE_SIZE = 512
Rectangle = tuple[int, int, int, int]
"""Pixels of a face: left, top, right, bottom; right and bottom are outside."""
DEPTH_RANGE = (NEAREST, float(np.log2(FARTHEST / NEAREST)))


@dataclass(frozen=True)
class Face:
    """One face: ``colour`` (n, n, 4) uint8 RGB and, in alpha, the share of the brightness without sun;
    ``depth`` (n, n) uint16, the logarithm of the distance along the face's axis, 0 at ``NEAREST``,
    65535 at ``FARTHEST``. ``reflecting`` (n, n, 4) uint8, where lamps that change light the place: the root of
    the colour that is reflected, and in alpha how far it faces the eye. The top row first; the outermost
    texels lie on the cube's edges."""

    colour: NDArray[np.uint8]
    depth: NDArray[np.uint16]
    reflecting: NDArray[np.uint8] | None = None

    @property
    def size(self) -> int:
        return len(self.colour)

    def put(self, tile: Tile) -> None:
        """Put a tile where it belongs."""
        rows, columns = slice(tile.y, tile.y + tile.part.size), slice(tile.x, tile.x + tile.part.size)
        self.colour[rows, columns] = tile.part.colour
        self.depth[rows, columns] = tile.part.depth
        if self.reflecting is not None:
            self.reflecting[rows, columns] = tile.part.reflecting


def empty_face(size: int, reflecting: bool = False) -> Face:
    depth = np.full((size, size), 65535, np.uint16)
    return Face(np.zeros((size, size, 4), np.uint8), depth, np.zeros((size, size, 4), np.uint8) if reflecting else None)


@dataclass(frozen=True)
class Tile:
    """A square of a face: its upper left pixel, and what is drawn there, as in ``Face``."""

    x: int
    y: int
    part: Face


class FacePainter:
    """Draws faces of a stage at one size, tile by tile: pictures can be drawn in between."""

    def __init__(self, stage: Stage, size: int, samples: int = 4) -> None:
        self._stage, self._graphics, self.size = stage, stage.graphics, size
        self.tile_size = min(TILE_SIZE, size)
        self._painted = core.Texture("face")
        self._depth = core.Texture("face depth")
        self._nearest(self._depth)
        self._logarithm = core.Texture("face distance")
        self._reflecting = core.Texture("face reflecting") if stage.lit_live else None
        self._camera = self._add_camera(samples)
        self._add_depth()
        self._mirror = WaterMirror(self._graphics, stage, self._tile, see.STATIC_MIRROR) if stage.mirrors else None
        self._set_active(False)

    @staticmethod
    def _nearest(texture: core.Texture) -> None:
        texture.setMinfilter(core.SamplerState.FTNearest)
        texture.setMagfilter(core.SamplerState.FTNearest)

    def _add_camera(self, samples: int) -> core.NodePath:
        size = self._tile
        self._buffer = self._graphics.buffer("face", size, sort=-8, samples=samples)
        self._buffer.addRenderTexture(self._painted, core.GraphicsOutput.RTMCopyRam)
        self._buffers = [self._buffer]
        self._plain = self._graphics.buffer("face depth", size, sort=-7, colour=False)
        self._plain.addRenderTexture(self._depth, core.GraphicsOutput.RTMBindOrCopy, core.GraphicsOutput.RTPDepth)
        self._plain.setClearColorActive(False)
        self._plain.setClearDepthActive(True)
        lens = core.PerspectiveLens()
        lens.setNearFar(NEAREST * 0.5, FARTHEST)
        rig = self._stage.root.attachNewNode("face")
        still = core.NodePath("still")
        still.setShaderInput(core.ShaderInput("movers_cast", core.LVecBase4(0, 0, 0, 0), 1000))
        still.setAntialias(core.AntialiasAttrib.MMultisample if samples else core.AntialiasAttrib.MNone)
        for buffer, state in ((self._buffer, still), (self._plain, _depth_state())):
            camera = core.Camera("face", lens)
            camera.setCameraMask(see.STATIC)
            camera.setInitialState(state.getState())
            if state is still:
                show_shares(camera, self._stage.look)
            buffer.makeDisplayRegion().setCamera(rig.attachNewNode(camera))
        if self._reflecting is not None:
            self._add_reflecting(rig, lens, samples)
        self._lens = lens
        return rig

    def _add_reflecting(self, rig: core.NodePath, lens: core.Lens, samples: int) -> None:
        """A buffer of what surfaces reflect, for the light of lamps that change."""
        buffer = self._graphics.buffer("face reflecting", self._tile, sort=-5, samples=samples)
        buffer.addRenderTexture(self._reflecting, core.GraphicsOutput.RTMCopyRam)
        buffer.setClearColor(core.Vec4(0, 0, 0, 0))
        camera = core.Camera("reflecting", lens)
        camera.setCameraMask(see.STATIC)
        smooth = core.NodePath("smooth")
        smooth.setAntialias(core.AntialiasAttrib.MMultisample if samples else core.AntialiasAttrib.MNone)
        camera.setInitialState(smooth.getState())
        show_reflecting(camera, self._stage.look)
        buffer.makeDisplayRegion().setCamera(rig.attachNewNode(camera))
        self._buffers.append(buffer)

    def _add_depth(self) -> None:
        """A buffer of 16-bit logarithms of distance, made from the depth buffer."""
        properties = core.FrameBufferProperties()
        properties.setRgbColor(True)
        properties.setFloatColor(True)
        properties.setRgbaBits(32, 0, 0, 0)
        output = self._graphics.engine.makeOutput(
            self._graphics.pipe, "face distance", -6, properties, core.WindowProperties.size(*self._tile),
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
        self._buffers += [self._plain, output]

    def _set_active(self, active: bool) -> None:
        for buffer in self._buffers:
            buffer.setActive(active)
        if self._mirror:
            self._mirror.set_active(active)

    @property
    def _tile(self) -> tuple[int, int]:
        return (self.tile_size, self.tile_size)

    def paint(self, eye: Vec3, index: int) -> Face:
        """Draw the whole face of direction ``FORWARD[index]`` round ``eye``."""
        face = empty_face(self.size, self._reflecting is not None)
        for x, y in tile_corners(self.size, self.tile_size, (0, 0, self.size, self.size)):
            face.put(self.tile(eye, index, x, y))
        return face

    def tile(self, eye: Vec3, index: int, x: int, y: int) -> Tile:
        """Draw one tile of a face; ``x`` and ``y`` are its upper left pixel on the face."""
        self._stage.set_eye(eye)
        self._stage.set_exposure(1.0)
        self._stage.lamps.select_still(eye)
        self._aim(eye, index, x, y)
        self._set_active(True)
        self._graphics.draw()
        self._set_active(False)
        colour = _rgba(self._painted)
        reflecting = None if self._reflecting is None else _rgba(self._reflecting)
        count = self.tile_size
        far = np.frombuffer(self._logarithm.getRamImage(), np.float32).reshape(count, count, -1)[::-1, :, 0]
        return Tile(x, y, Face(colour, (far * 65535 + 0.5).astype(np.uint16), reflecting))

    def _aim(self, eye: Vec3, index: int, x: int, y: int) -> None:
        # The outermost texels' middles lie on the edges, so that neighbouring faces meet without a seam.
        edge = self.size / (self.size - 1)
        step = 2 * edge / self.size
        half = self.tile_size * step / 2
        self._lens.setFilmSize(2 * half, 2 * half)
        self._lens.setFilmOffset(-edge + x * step + half, edge - y * step - half)
        self._lens.setFocalLength(1)
        self._camera.setPos(*eye)
        self._camera.lookAt(core.Point3(*eye) + core.Vec3(*FORWARD[index].tolist()), core.Vec3(*UP[index].tolist()))
        if self._mirror:
            self._mirror.follow(self._camera.getChild(0))

    def remove(self) -> None:
        for buffer in self._buffers:
            self._graphics.engine.removeWindow(buffer)
        if self._mirror:
            self._mirror.remove()
        self._camera.removeNode()


def _rgba(texture: core.Texture) -> NDArray[np.uint8]:
    """What was copied into ``texture``, (n, n, 4)."""
    return np.ascontiguousarray(pixels(texture)[..., [2, 1, 0, 3]])


def tile_corners(size: int, tile: int, area: Rectangle) -> list[tuple[int, int]]:
    """Upper left pixels of the tiles that cover ``area`` of a face, all of them inside it."""
    left, top, right, bottom = area
    xs = [min(x, size - tile) for x in range(left, right, tile)]
    ys = [min(y, size - tile) for y in range(top, bottom, tile)]
    return list(dict.fromkeys((x, y) for y in ys for x in xs))


def area_on_face(points: NDArray[np.float32], eye: Vec3, index: int, size: int, margin: int = 10) -> Rectangle | None:
    """The pixels of a face that a shape with these corners (n, 3) may cover; None when it is not on it."""
    away = points - np.asarray(eye, np.float32)
    depth = away @ FORWARD[index]
    if (depth <= 0.05).all():
        return None
    near = np.maximum(depth, 0.05)
    right = np.cross(FORWARD[index], UP[index])
    x, y = away @ right / near, away @ UP[index] / near
    if (depth <= 0.05).any():
        # What reaches behind the eye may cover anything on the side where it leaves the face.
        x, y = np.clip(x, -20, 20), np.clip(y, -20, 20)
    if x.max() < -1 or x.min() > 1 or y.max() < -1 or y.min() > 1:
        return None
    left, right_edge = ((np.clip([x.min(), x.max()], -1, 1) + 1) / 2 * size).astype(int)
    top, bottom = ((1 - np.clip([y.max(), y.min()], -1, 1)) / 2 * size).astype(int)
    return (
        max(0, int(left) - margin), max(0, int(top) - margin),
        min(size, int(right_edge) + margin), min(size, int(bottom) + margin),
    )  # fmt: skip


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
