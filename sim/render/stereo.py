"""Two views, one for each eye, from one cull into one buffer, side by side.

Panda3D finds what is in view once for every camera and lens. Here one camera has one lens whose own frustum
holds both eyes' frusta, and two regions of the buffer draw what was found with the matrix of the left and the
right eye. A headset's layer gives the eyes as its runtime tells them (pose in the head's frame, tangents of the
four sides), draws, and copies each half of ``texture`` into its swapchain. Programs see the head's view matrix
and the uniform ``eye`` of the head; mirrors in water and floors are left to the sky and the room.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from sim.render import layers as see
from sim.render.camera import FAR, NEAR, View
from sim.render.graphics import pixels
from sim.render.overlay import Overlay
from sim.render.stage import Stage
from sim.state import SceneState

Tangents = tuple[float, float, float, float]
"""Of the angles from straight ahead to the left, right, lower and upper side; left and lower are negative."""


@dataclass(frozen=True)
class Eye:
    """One eye: its pose in the head's frame (x right, y ahead, z up, metres) and what it sees."""

    tangents: Tangents
    pose: core.LMatrix4f = field(default_factory=core.LMatrix4f.identMat)

    @property
    def projection(self) -> core.LMatrix4f:
        """From the head's frame to the eye's picture."""
        turned = core.LMatrix4f()
        turned.invertFrom(self.pose)
        return turned * _lens(self.tangents, NEAR, FAR).getProjectionMat()


def level_eyes(apart: float, across: float, upright: float) -> tuple[Eye, Eye]:
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
    """Draws a stage for both eyes. ``texture`` holds the left eye's picture beside the right one's."""

    def __init__(self, stage: Stage, size: tuple[int, int], samples: int = 4, *, read_back: bool = False) -> None:
        """``size`` of one eye's picture in pixels; ``read_back``: copy it into memory, for ``images``."""
        self._stage, self._graphics, self.size = stage, stage.graphics, size
        self._buffer = self._graphics.buffer("stereo", (2 * size[0], size[1]), sort=0, samples=samples)
        self.texture = core.Texture("stereo")
        mode = core.GraphicsOutput.RTMCopyRam if read_back else core.GraphicsOutput.RTMBindOrCopy
        self._buffer.addRenderTexture(self.texture, mode)
        self._lens = core.MatrixLens()
        camera = core.Camera("head", self._lens)
        camera.setCameraMask(see.WHOLE)
        smooth = core.NodePath("smooth")
        smooth.setAntialias(core.AntialiasAttrib.MMultisample if samples else core.AntialiasAttrib.MNone)
        camera.setInitialState(smooth.getState())
        self._camera = stage.root.attachNewNode(camera)
        for half, channel in enumerate((core.Lens.SCLeft, core.Lens.SCRight)):
            region = self._buffer.makeMonoDisplayRegion(half / 2, (half + 1) / 2, 0, 1)
            region.setStereoChannel(channel)
            region.setCamera(self._camera)
        self._overlay = Overlay(self._buffer)
        self._set_active(False)

    def draw(self, state: SceneState, head: View, eyes: tuple[Eye, Eye]) -> None:
        """Draw one moment; ``head`` is where the middle between the eyes is and how it is turned."""
        self._stage.set_exposure(state.lights["everything"].level if "everything" in state.lights else 1.0)
        self._stage.show(state, head)
        self._camera.setPosHpr(*head.eye, head.heading, head.pitch, 0)
        self._lens.setUserMat(_holding(eyes))
        self._lens.setLeftEyeMat(eyes[0].projection)
        self._lens.setRightEyeMat(eyes[1].projection)
        self._overlay.show(state)
        self._set_active(True)
        self._graphics.draw()
        self._set_active(False)

    def images(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """What was drawn last for the left and the right eye, (h, w, 3) RGB, the top row first."""
        both = np.ascontiguousarray(pixels(self.texture)[..., 2::-1])
        return both[:, : self.size[0]], both[:, self.size[0] :]

    def _set_active(self, active: bool) -> None:
        self._buffer.setActive(active)
        self._stage.cast_moving_shadows(active)

    def remove(self) -> None:
        self._overlay.remove()
        self._graphics.engine.removeWindow(self._buffer)
        self._camera.removeNode()


def _holding(eyes: tuple[Eye, Eye]) -> core.LMatrix4f:
    """The projection of a frustum that holds those of both eyes: as wide as both, its tip so far behind them that
    both are inside."""
    left, right, low, high = (np.array(part) for part in zip(*(eye.tangents for eye in eyes), strict=True))
    widest = (float(left.min()), float(right.max()), float(low.min()), float(high.max()))
    apart = (eyes[1].pose.getRow3(3) - eyes[0].pose.getRow3(3)).length()
    back = apart / 2 / min(-widest[0], widest[1])
    lens = _lens(widest, NEAR + back, FAR + back)
    return core.LMatrix4f.translateMat(0, back, 0) * lens.getProjectionMat()
