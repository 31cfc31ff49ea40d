"""What a headset shows while nobody plays: a calm place, and a panel that says what is waited for."""

from __future__ import annotations

from dataclasses import replace

from common.text import Lang, text
from sim.display.headset.desk.placing import before, pitch_ahead
from sim.display.headset.desk.rig import Rig
from sim.display.headset.drawn.panel_layout import layout
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.drawn.shown_nodes import ShownNodes
from sim.display.headset.frame_loop import Moment, Place
from sim.display.headset.shown import Panel, PlacedPanel, Shown
from sim.display.headset.waiting_place import waiting_world
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.session.stance import EYE_HEIGHT
from sim.state import SceneState, TraineeState
from sim.world.plain_light import plain_light
from sim.xr.tracked import Tracked

PANEL_METRES = 1.7
PANEL_WIDTH = 0.9
EYE = (0.0, 0.0, EYE_HEIGHT)


class WaitingRoom:
    """One place for the life of the process; every frame of it is asked for with what it is to say."""

    def __init__(self, graphics: Graphics, lang: Lang) -> None:
        world = waiting_world()
        # Nothing in it costs much, and it is to be there at once.
        stage = Stage(graphics, world, plain_light(world), "lean")
        self.pictures = PanelPictures(1 if graphics.in_software else 8)
        self.place = Place(stage, ShownNodes(stage, self.pictures))
        self._lang = lang
        self._rig = Rig(seated=True)
        self._met = False
        self._moved = 0
        trainee = TraineeState(0, EYE, 0.0, 0.0)
        self._state = SceneState(0.0, 0.0, "scene", False, trainee, {})
        self._began: float | None = None

    def frame(self, tracked: Tracked, says: str, share: float | None = None) -> Moment:
        """One frame of it: ``says`` names texts under ``vr.waiting``, ``share`` (0..1) how far it is."""
        if tracked.head is not None and tracked.worn and not (self._met and self._moved == tracked.moved):
            self._rig.recentre(tracked.head, 0.0, floor=tracked.floor)
            self._met, self._moved = True, tracked.moved
        elif not tracked.worn:
            self._met = False  # somebody else may put it on, and look elsewhere
        return Moment(self.place, self.state(tracked), self._shown(says, share), self._rig)

    def state(self, tracked: Tracked) -> SceneState:
        """How the place itself is in a frame."""
        if self._began is None:
            self._began = tracked.time
        return replace(self._state, session_time=max(0.0, tracked.time - self._began))

    def _shown(self, says: str, share: float | None) -> Shown:
        title, line = (text(f"vr.waiting.{says}.{part}", self._lang) for part in ("title", "line"))
        panel = Panel("panel", title, (line,), share=share, width=PANEL_WIDTH)
        centre, turned = before(EYE, 0.0, pitch_ahead(layout(panel).size[1], PANEL_METRES), PANEL_METRES)
        return Shown(panels=(PlacedPanel("waiting", panel, centre, turned),))

    def close(self) -> None:
        self.place.close()
        self.pictures.close()
