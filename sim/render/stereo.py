"""Two views, one for each eye, from one cull into one buffer, side by side.

Panda3D finds what is in view once for every camera and lens. Here one camera has one lens whose own frustum
holds both eyes' frusta, and two regions of the buffer draw what was found with the matrix of the left and the
right eye. A headset's layer gives head and eyes as its runtime tells them, draws, and copies each half of
``texture`` into its swapchain. Programs see the head's view matrix and the uniform ``eye`` of the head; mirrors
in water and floors are left to the sky and the room.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from sim.render import layers as see
from sim.render.camera import FAR, NEAR, View, view_along
from sim.render.graphics import pixels
from sim.render.overlay import Shade
from sim.render.stage import Stage
from sim.state import SceneState

Tangents = tuple[float, float, float, float]
"""Of the angles from straight ahead to the left, right, lower and upper side; left and lower are negative."""
WIDEST = 12.0
"""The tangent of half the widest field that one frustum can hold; eyes that see more look at everything."""
NEAREST = 0.001
"""Metres; nothing is nearer to the tip of a frustum that holds both eyes'."""
SHADE_ORDER = 38
"""Where the shade of a fade comes in the bin ``fixed``: what a headset shows over the scene comes later."""


@dataclass(frozen=True)
class Eye:
    """One eye: its pose in the head's frame (x right, y ahead, z up, metres) and what it sees."""

    tangents: Tangents
    pose: core.LMatrix4f = field(default_factory=core.LMatrix4f.identMat)

    def projection(self, near: float = NEAR, far: float = FAR) -> core.LMatrix4f:
        """From the head's frame to the eye's picture."""
        turned = core.LMatrix4f()
        turned.invertFrom(self.pose)
        return turned * _lens(self.tangents, near, far).getProjectionMat()

    @property
    def corners(self) -> NDArray[np.float64]:
        """The directions (4, 3) of the picture's corners in the head's frame."""
        left, right, low, high = self.tangents
        rays = np.array([(x, 1.0, z) for x in (left, right) for z in (low, high)])
        return rays @ np.array([self.pose.getRow3(row) for row in range(3)])


Eyes = tuple[Eye, Eye]


def level_eyes(apart: float, across: float, upright: float) -> Eyes:
    """Two eyes ``apart`` metres from each other that look straight ahead, their fields in degrees."""
    x, y = (float(np.tan(np.radians(angle / 2))) for angle in (across, upright))
    shifts = (core.LMatrix4f.translateMat(side * apart / 2, 0, 0) for side in (-1, 1))
    left, right = (Eye((-x, x, -y, y), core.LMatrix4f(shift)) for shift in shifts)
    return left, right


def _lens(tangents: Tangents, near: float, far: float) -> core.PerspectiveLens:
    left, right, low, high = tangents
    lens = core.PerspectiveLens()
    lens.setFocalLength(1)
    lens.setFilmSize(right - left, high - low)
    lens.setFilmOffset((left + right) / 2, (low + high) / 2)
    lens.setNearFar(near, far)
    return lens


class StereoPicture:
    """Draws a stage for both eyes. ``texture`` holds the left eye's picture beside the right one's.

    A moment at once: ``draw``. In the steps of a headset's frame: ``show`` what the scene is like, ``aim`` where
    head and eyes are now, ``render``.
    """

    def __init__(
        self,
        stage: Stage,
        size: tuple[int, int],
        samples: int = 4,
        *,
        near: float = NEAR,
        far: float = FAR,
        depth: Literal[24, 32] | None = None,
        read_back: bool = False,
    ) -> None:
        """``size`` of one eye's picture in pixels. What lies nearer than ``near`` metres or farther than ``far`` is
        not drawn. ``depth``: keep how far everything is in a texture ``depth``, of so many bits (32: floats), for
        runtimes that take it.
        ``read_back``: copy the picture into memory, for ``images``."""
        self._graphics, self.size, self._near, self._far = stage.graphics, size, near, far
        self._buffer = self._graphics.buffer(
            "stereo", (2 * size[0], size[1]), sort=0, samples=samples, depth_bits=depth or 24
        )
        self.texture = core.Texture("stereo")
        mode = core.GraphicsOutput.RTMCopyRam if read_back else core.GraphicsOutput.RTMBindOrCopy
        self._buffer.addRenderTexture(self.texture, mode)
        self.depth: core.Texture | None = None if depth is None else self._add_depth(depth)
        self._lens = core.MatrixLens()
        self._camera_node = core.Camera("head", self._lens)
        self._camera_node.setCameraMask(see.WHOLE)
        smooth = core.NodePath("smooth")
        smooth.setAntialias(core.AntialiasAttrib.MMultisample if samples else core.AntialiasAttrib.MNone)
        self._camera_node.setInitialState(smooth.getState())
        self._camera = core.NodePath(self._camera_node)
        self._eyes: Eyes | None = None
        for half, channel in enumerate((core.Lens.SCLeft, core.Lens.SCRight)):
            region = self._buffer.makeMonoDisplayRegion(half / 2, (half + 1) / 2, 0, 1)
            region.setStereoChannel(channel)
            region.setCamera(self._camera)
        # Panda3D resolves no more of a multisampled buffer than the last region it drew into.
        self._buffer.makeDisplayRegion().setSort(1)
        self._shade = Shade(self._camera)
        self._shade.node.setBin("fixed", SHADE_ORDER)
        self._stage = stage
        self.enter(stage)
        self._set_active(False)

    def _add_depth(self, bits: Literal[24, 32]) -> core.Texture:
        texture = core.Texture("stereo depth")
        if bits == 32:
            texture.setFormat(core.Texture.FDepthComponent32)
            texture.setComponentType(core.Texture.TFloat)
        else:
            texture.setFormat(core.Texture.FDepthComponent24)
        self._buffer.addRenderTexture(texture, core.GraphicsOutput.RTMBindOrCopy, core.GraphicsOutput.RTPDepth)
        return texture

    def enter(self, stage: Stage) -> None:
        """Look into this stage from now on. It belongs to the same graphics."""
        self._stage = stage
        self._camera.reparentTo(stage.root)

    # --- one frame ----------------------------------------------------------------------------------

    def show(self, state: SceneState, head: View) -> None:
        """Bring the stage to a moment, for a head about there."""
        self._stage.set_exposure(state.lights["everything"].level if "everything" in state.lights else 1.0)
        self._stage.show(state, head)
        self._shade.show(state)

    def aim(self, head: core.LMatrix4f, eyes: Eyes) -> None:
        """Look from here: ``head`` leads from the head's frame to the stage's."""
        self._camera.setMat(head)
        if eyes != self._eyes:
            self._eyes = eyes
            self._take_lenses(eyes)

    def render(self) -> None:
        """Draw."""
        self._set_active(True)
        self._graphics.draw()
        self._set_active(False)

    def draw(self, state: SceneState, head: View | core.LMatrix4f, eyes: Eyes) -> None:
        """Draw one moment; ``head`` is where the middle between the eyes is and how it is turned."""
        if isinstance(head, View):
            turned = core.NodePath("head")
            turned.setPosHpr(*head.eye, head.heading, head.pitch, 0)
            view, head = head, turned.getMat()
        else:
            view = view_along(head)
        self.show(state, view)
        self.aim(head, eyes)
        self.render()

    def _take_lenses(self, eyes: Eyes) -> None:
        holding = frustum_of_both(eyes, self._near, self._far)
        if holding is None:
            self._camera_node.setCullBounds(core.OmniBoundingVolume())
        else:
            self._lens.setUserMat(holding)
            self._camera_node.setCullBounds(self._lens.makeBounds())
        self._lens.setLeftEyeMat(eyes[0].projection(self._near, self._far))
        self._lens.setRightEyeMat(eyes[1].projection(self._near, self._far))

    def _set_active(self, active: bool) -> None:
        self._buffer.setActive(active)
        self._stage.cast_moving_shadows(active)

    # --- afterwards ---------------------------------------------------------------------------------

    def images(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """What was drawn last for the left and the right eye, (h, w, 3) RGB, the top row first."""
        both = np.ascontiguousarray(pixels(self.texture)[..., 2::-1])
        return both[:, : self.size[0]], both[:, self.size[0] :]

    def remove(self) -> None:
        self._graphics.engine.removeWindow(self._buffer)
        self._camera.removeNode()


def frustum_of_both(eyes: Eyes, near: float, far: float) -> core.LMatrix4f | None:
    """The projection of a frustum that holds those of both eyes: as wide as both, its tip so far behind them that
    both are inside. None where they see more than any frustum holds, canted as they are."""
    corners = np.concatenate([eye.corners for eye in eyes])
    if (corners[:, 1] <= 0).any():
        return None
    across, up = corners[:, 0] / corners[:, 1], corners[:, 2] / corners[:, 1]
    sides = (float(across.min()), float(across.max()), float(up.min()), float(up.max()))
    if max(abs(side) for side in sides) > WIDEST or not sides[0] < 0 < sides[1] or not sides[2] < 0 < sides[3]:
        return None
    places = np.array([eye.pose.getRow3(3) for eye in eyes], float)
    reaches = [places[:, axis, None] / sides[k : k + 2] - places[:, 1, None] for axis, k in ((0, 0), (2, 2))]
    back = max(float(max(reach.max() for reach in reaches)), NEAREST - float(places[:, 1].min()))
    first = max(NEAREST, back + float(places[:, 1].min()))
    lens = _lens(sides, first, back + float(places[:, 1].max()) + far)
    return core.LMatrix4f.translateMat(0, back, 0) * lens.getProjectionMat()
