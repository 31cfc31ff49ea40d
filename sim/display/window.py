"""A window with mouse and keyboard: playing a scenario, and looking at a log again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from panda3d import core

import scenarios
from common.text import Lang, text
from scenarios import LoadedScenario
from sim.display.desk import Desk, Eyes
from sim.display.replay_desk import ReplayDesk
from sim.display.scenery import Scenery
from sim.display.session_sound import SessionSound
from sim.log import read_log
from sim.play import PlayResult, header_of, result_of
from sim.play_live import LiveSession
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.programs import program
from sim.render.stage import Stage
from sim.render.tiers import chosen_tier
from sim.state import SceneState
from sim.trainees import Trainee
from sim.verdict import Scorer
from sim.world.bake import baked_light
from sim.world.compose import World, compose
from sim.world.picking import Picker

SIZE = (1280, 720)
SAMPLES = 4


class DirectEyes:
    """Draws everything anew in every picture: for machines with a graphics card."""

    def __init__(self, graphics: Graphics, world: World, size: tuple[int, int]) -> None:
        self.world, self.picker = world, Picker(world)
        self._stage = Stage(graphics, world, baked_light(world), chosen_tier(graphics))
        self._picture = WholePicture(self._stage, size, SAMPLES)

    def view(self, state: SceneState) -> View:
        trainee = state.trainee
        return View(self.world.eye(trainee.standpoint), trainee.heading, trainee.pitch)

    def picture(self, state: SceneState) -> NDArray[np.uint8]:
        image = self._picture.image(state, self.view(state))
        return np.dstack([image[..., ::-1], np.full(image.shape[:2], 255, np.uint8)])

    def close(self) -> None:
        self._picture.remove()
        self._stage.close()


def eyes_for(graphics: Graphics, world: World, size: tuple[int, int]) -> DirectEyes | Scenery:
    """What draws fast enough on this machine."""
    return Scenery(graphics, world, size) if graphics.in_software else DirectEyes(graphics, world, size)


class Window:
    """The window itself: shows pictures, tells what mouse and keys do."""

    def __init__(self, graphics: Graphics, title: str) -> None:
        self._graphics, self._window = graphics, graphics.host
        properties = core.WindowProperties()
        properties.setTitle(title)
        self._window.requestProperties(properties)
        self._texture = core.Texture("picture")
        self._show()
        self._inputs = core.DataNode("inputs")
        device = core.MouseAndKeyboard(self._window, 0, "mouse and keyboard")
        self._inputs.addChild(device)
        device.addChild(core.ButtonThrower("buttons"))
        self._traverser = core.DataGraphTraverser()
        self._events = core.EventQueue.getGlobalEventQueue()

    def _show(self) -> None:
        root = core.NodePath("window")
        maker = core.CardMaker("picture")
        maker.setFrame(-1, 1, -1, 1)
        card = root.attachNewNode(maker.generate())
        card.setShader(program("screen.vert", "image.frag"))
        card.setShaderInput("image", self._texture)
        card.setDepthTest(False)
        card.setTwoSided(True)
        card.node().setBounds(core.OmniBoundingVolume())
        card.node().setFinal(True)
        self._window.makeDisplayRegion().setCamera(root.attachNewNode(core.Camera("window", core.OrthographicLens())))

    @property
    def closed(self) -> bool:
        return self._window.isClosed()

    def show(self, picture: NDArray[np.uint8]) -> None:
        """Put a picture (h, w, 4) BGRA into the window."""
        high, wide = picture.shape[:2]
        if (self._texture.getXSize(), self._texture.getYSize()) != (wide, high):
            self._texture.setup2dTexture(wide, high, core.Texture.TUnsignedByte, core.Texture.FRgba)
        self._texture.setRamImage(np.ascontiguousarray(picture[::-1]).tobytes())
        # At other times it would only show the old picture again.
        self._window.setActive(True)
        self._graphics.draw()
        self._graphics.engine.flipFrame()  # now, not with the next picture
        self._window.setActive(False)

    def pass_input(self, desk: Desk | ReplayDesk) -> None:
        """Tell ``desk`` what mouse and keys did since the last call."""
        self._traverser.traverse(self._inputs)
        x, y = self._mouse()
        desk.move(x, y)
        while not self._events.isQueueEmpty():
            name = self._events.dequeueEvent().getName()
            if name == "mouse1":
                desk.press(x, y)
            elif name == "mouse1-up":
                desk.release(x, y)
            elif name == "space-repeat":
                continue  # what is held down is one beat, and one pause
            elif not name.endswith("-up") and not name.startswith("mouse"):
                desk.key(name.removesuffix("-repeat"))

    def _mouse(self) -> tuple[float, float]:
        """Where the mouse is, in pixels of the picture (the window may be larger)."""
        pointer, properties = self._window.getPointer(0), self._window.getProperties()
        across = SIZE[0] / max(1, properties.getXSize())
        return pointer.getX() * across, pointer.getY() * SIZE[1] / max(1, properties.getYSize())


def _run(window: Window, desk: Desk | ReplayDesk, left: Callable[[], None]) -> None:
    """Until the session has ended or the window is closed."""
    while not desk.ended:
        if window.closed:
            left()
            return
        window.pass_input(desk)
        desk.tick()
        window.show(desk.picture())


def play_window(
    loaded: LoadedScenario,
    log_path: Path,
    *,
    trainee: Trainee | None,
    scorer: Scorer,
    lang: Lang = "zh",
    seed: int = 0,
    sound_captions: bool = True,
) -> PlayResult:
    """Play a scenario in a window, by hand or by a scripted trainee in real time; write and score its log.

    Closing the window ends the session. ``sound_captions`` puts sounds into words as well.

    Raises:
        NoGraphics: there is no screen, or no OpenGL 3.3.
        LogExists: there is a log at ``log_path`` already.
    """
    graphics = Graphics(windowed=True)
    eyes = eyes_for(graphics, compose(loaded.scenario), SIZE)
    window = Window(graphics, getattr(loaded.scenario.title, lang))
    header = header_of(loaded, station="window", lang=lang, seed=seed, kind="script" if trainee else "mouse")
    sound = SessionSound(loaded, lang)
    live = LiveSession(loaded.scenario, header, log_path)
    desk = Desk(eyes, live, SIZE, lang, trainee, sound, sound_captions=sound_captions)
    try:
        _run(window, desk, lambda: live.stop("trainee"))
    finally:
        live.close()
        sound.close()
        graphics.close()
    return result_of(log_path, loaded.scenario, scorer)


def replay_window(log_path: Path, lang: Lang = "zh") -> None:
    """Look at a session again: a bar to go to any second, Space to hold and go on.

    Raises:
        NoGraphics: there is no screen, or no OpenGL 3.3.
        LogDamaged: the log is not what was written.
    """
    log = read_log(log_path)
    loaded = scenarios.load(log.header.scenario)
    scenario = loaded.scenario
    graphics = Graphics(windowed=True)
    eyes: Eyes = eyes_for(graphics, compose(scenario), SIZE)
    window = Window(graphics, text("display.window.replay", lang, title=getattr(scenario.title, lang)))
    sound = SessionSound(loaded, log.header.lang)
    try:
        _run(window, ReplayDesk(eyes, log, SIZE, lang, sound=sound), lambda: None)
    finally:
        sound.close()
        graphics.close()
