"""Pictures of a moment over the faces of a standpoint: what stands still was drawn before."""

from __future__ import annotations

from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from assets.mesh import Mesh
from sim.render import layers as see
from sim.render.camera import FAR, NEAR, View, perspective
from sim.render.cast import Part, shadowed_parts
from sim.render.faces import DEPTH_RANGE, Face, Tile, corners
from sim.render.graphics import pixels
from sim.render.overlay import Overlay
from sim.render.stage import Stage
from sim.render.upload import mesh_node, put_pixels
from sim.state import SceneState

MOST_PARTS = 4


class Backdrop:
    """The six faces round the eye, each a card with its own colour and depth.

    They are drawn over the whole picture by a plain program, and once more, by one that asks for the movers'
    shadows, over the parts of the picture where those may fall.
    """

    def __init__(self, stage: Stage) -> None:
        self.node = stage.root.attachNewNode("backdrop")
        self._look, self._reflected = stage.look, stage.lit_live
        self._all = core.NodePath("cards")
        self._plain = self.node.attachNewNode("plain")
        self._all.instanceTo(self._plain)
        self._parts = [self.node.attachNewNode("shadowed") for _ in range(MOST_PARTS)]
        for order, part in enumerate(self._parts, start=1):
            self._all.instanceTo(part)
            part.setBin("background", order)
        self._lamps: int | None = None
        self.set_lamps(0)
        self.shade([])
        self.node.setBin("background", 0)
        self.node.setTwoSided(True)
        self.node.setAttrib(core.DepthTestAttrib.make(core.DepthTestAttrib.MAlways))
        self.node.setShaderInput("depth_range", core.Vec2(*DEPTH_RANGE))
        self.node.setShaderInput("lens", core.Vec2(NEAR, FAR))
        masks = (see.WHOLE, see.STATIC, see.SUN, see.MOVER_SUN, see.MIRROR, see.STATIC_MIRROR)
        self.node.hide(see.union(*masks))
        self._cards: dict[int, core.NodePath] = {}
        self._faces: dict[int, Face] = {}

    def set_lamps(self, count: int) -> None:
        """How many lamps that change light what stands still. Software drawing pays for every branch of a
        program, taken or not, so this is another program."""
        if count == self._lamps:
            return
        self._lamps = count
        lamps = {"UNLIT": not count, "LAMPS": count or False, "REFLECTED": bool(count) and self._reflected}
        self._plain.setShader(self._look.program("face.vert", "face.frag", **lamps))
        for part in self._parts:
            part.setShader(self._look.program("face.vert", "face.frag", SHADED=True, **lamps))

    def shade(self, parts: list[Part]) -> None:
        """Let movers throw their shadows in these parts of the picture, ``MOST_PARTS`` at most."""
        for node, part in zip_longest(self._parts, parts):
            if part is None:
                node.hide()
            else:
                node.show()
                node.setScissor(*part)

    def put(self, index: int, face: Face) -> None:
        """Show ``face`` in the direction of ``FORWARD[index]``."""
        old = self._cards.pop(index, None)
        if old is not None:
            old.removeNode()
        self._faces[index] = face
        self._cards[index] = node = self._all.attachNewNode(_face_card(index, face.size))
        _show_face(node, face)

    def change(self, index: int, tiles: list[Tile]) -> None:
        """Put tiles into the face that is shown in a direction."""
        face = self._faces[index]
        for tile in tiles:
            face.put(tile)
        _show_face(self._cards[index], face)

    def shows(self, index: int) -> bool:
        """Whether there is a face in a direction."""
        return index in self._faces

    def size_of(self, index: int) -> int:
        """How many pixels wide the face of a direction is now."""
        return self._faces[index].size

    def clear(self) -> None:
        """Take all faces away."""
        for node in self._cards.values():
            node.removeNode()
        self._cards.clear()
        self._faces.clear()

    def move_to(self, eye: tuple[float, float, float]) -> None:
        """Stand the cards round the eye, so that those out of view are left out."""
        for node in self._cards.values():
            node.setPos(*eye)


def _face_card(index: int, size: int) -> core.GeomNode:
    """A face's card; its vertices are directions, and its bounds are those of the card 10 m away."""
    points = corners(index)
    inset = 0.5 / size
    low, high = inset, 1 - inset
    uvl = np.array([(low, low, 0), (high, low, 0), (high, high, 0), (low, high, 0)], np.float32)
    faces = np.array([(0, 1, 2), (0, 2, 3)], np.int32)
    mesh = Mesh(faces, points, points, uvl, np.ones((4, 3), np.float32), np.zeros((4, 4), np.float32))
    node = mesh_node("face", mesh, np.ones((4, 3), np.float32))
    far = points * 10
    node.setBounds(
        core.BoundingBox(core.Point3(*(far.min(0) - 0.1).tolist()), core.Point3(*(far.max(0) + 0.1).tolist()))
    )
    node.setFinal(True)
    return node


def _show_face(node: core.NodePath, face: Face) -> None:
    node.setShaderInput("face_colour", _colour_texture(face.colour))
    node.setShaderInput("face_depth", _depth_texture(face))
    if face.reflecting is not None:
        node.setShaderInput("face_reflecting", _colour_texture(face.reflecting))


def _colour_texture(image: NDArray[np.uint8]) -> core.Texture:
    texture = core.Texture("face")
    texture.setup2dTexture(image.shape[1], image.shape[0], core.Texture.TUnsignedByte, core.Texture.FRgba)
    put_pixels(texture, image[::-1])
    return _clamped(texture, core.SamplerState.FTLinear)


def _depth_texture(face: Face) -> core.Texture:
    texture = core.Texture("face depth")
    texture.setup2dTexture(face.size, face.size, core.Texture.TUnsignedShort, core.Texture.FR16)
    texture.setRamImage(np.ascontiguousarray(face.depth[::-1]))
    return _clamped(texture, core.SamplerState.FTNearest)


def _clamped(texture: core.Texture, sampling: int) -> core.Texture:
    texture.setMinfilter(sampling)
    texture.setMagfilter(sampling)
    texture.setWrapU(core.SamplerState.WMClamp)
    texture.setWrapV(core.SamplerState.WMClamp)
    texture.setKeepRamImage(False)
    return texture


class LivePicture:
    """Draws what changes over the faces of the standpoint that the trainee stands at."""

    def __init__(self, stage: Stage, size: tuple[int, int], samples: int = 0) -> None:
        self._stage, self._graphics, self.size = stage, stage.graphics, size
        self.backdrop = Backdrop(stage)
        self._buffer = self._graphics.buffer("live", size, sort=0, samples=samples)
        self._buffer.setClearColor(core.Vec4(0.05, 0.05, 0.05, 1))
        self._image = core.Texture("live")
        self._buffer.addRenderTexture(self._image, core.GraphicsOutput.RTMCopyRam)
        camera = core.Camera("live", perspective(75, size[0] / size[1]))
        camera.setCameraMask(see.MOVING)
        if samples:
            smooth = core.NodePath("smooth")
            smooth.setAntialias(core.AntialiasAttrib.MMultisample)
            camera.setInitialState(smooth.getState())
        self._camera = stage.root.attachNewNode(camera)
        self._buffer.makeDisplayRegion().setCamera(self._camera)
        self._overlay = Overlay(self._buffer)
        self._buffer.setActive(False)

    def draw(self, state: SceneState, view: View, dark: float = 0.0) -> NDArray[np.uint8]:
        """One moment as (h, w, 4) BGRA, the top row first; ``dark`` 0..1 hides it in black.

        The picture is valid until the next call.
        """
        level = state.lights["everything"].level if "everything" in state.lights else 1.0
        self._stage.set_exposure(level)
        # The faces hold colours as shown: about what the tone curve makes of so much less light.
        self.backdrop.node.setShaderInput("dimming", max(level, 0.0) ** 0.45)
        self._stage.show(state, view, still_drawn=True)
        self.backdrop.shade(self._shadowed(view))
        self.backdrop.set_lamps(self._stage.lamps.count)
        self.backdrop.move_to(view.eye)
        self._camera.node().setLens(perspective(view.field, self.size[0] / self.size[1]))
        self._camera.setPosHpr(*view.eye, view.heading, view.pitch, 0)
        self._overlay.show(state, dark)
        self._set_active(True)
        self._graphics.draw()
        self._set_active(False)
        return pixels(self._image)

    def _shadowed(self, view: View) -> list[Part]:
        if not self._stage.sunny:
            return []
        sun = np.asarray(self._stage.world.place.light.sun_direction)
        return shadowed_parts(self._stage.passing(), sun, view, self.size[0] / self.size[1], MOST_PARTS)

    def _set_active(self, active: bool) -> None:
        self._buffer.setActive(active)
        self._stage.cast_moving_shadows(active)

    def remove(self) -> None:
        self._overlay.remove()
        self._graphics.engine.removeWindow(self._buffer)
        self.backdrop.node.removeNode()
        self._camera.removeNode()
