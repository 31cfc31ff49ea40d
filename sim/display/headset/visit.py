"""One person's visit in a headset: a scenario is made ready, the desk leads through it, its log is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from common.clock import Clock
from common.comfort import Comfort
from common.errors import DataError
from scenarios import LoadedScenario
from sim.display.headset.calm import Calm
from sim.display.headset.desk.frame_clock import FrameClock
from sim.display.headset.desk.haptics import Pulse
from sim.display.headset.desk.headset_desk import HeadsetDesk
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.drawn.shown_nodes import ShownNodes
from sim.display.headset.frame_loop import Moment, Place
from sim.display.headset.loading import Loading, Scene
from sim.display.headset.poses import matrix_of
from sim.display.headset.waiting_room import WaitingRoom
from sim.display.hud import hud
from sim.log import read_log
from sim.log.events import Header, InputKind
from sim.play_live import LiveSession
from sim.render.camera import View, view_along
from sim.state import SceneState
from sim.world.picking import Picker
from sim.xr.tracked import Hand, Tracked

BENDS_A_SECOND = 45.0
"""People are bent anew in every other frame of a headset that shows ninety."""
HUD_SECONDS = 0.1
LEFT_SECONDS = 20.0
"""After the session's end, a headset that is off for so long is not put on again by the same person."""
ASPECT = 1.0


class OtherSession(DataError):
    """What was to be gone on with is the log of something else."""

    def __init__(self, path: Path) -> None:
        super().__init__("vr.errors.other_session", path=path)


@dataclass(frozen=True)
class Order:
    """What is to be played: a new session, or the rest of the one in an unfinished log."""

    loaded: LoadedScenario
    header: Header
    log_path: Path
    first_time: bool = False
    worn_before: float = 0.0
    """Seconds that this person has worn a headset already without a break."""


class Visit:
    """From an order to the end of its log. ``advance`` before every frame; while ``waiting`` there is nothing of it
    to be shown yet."""

    def __init__(
        self, order: Order, loading: Loading, pictures: PanelPictures, comfort: Comfort, wall: Clock | None = None
    ) -> None:
        """``pictures`` are those of another place, so that panels are painted once.

        Raises:
            DataError: there is a log that cannot be gone on with.
        """
        self.order = order
        self._loading: Loading | None = loading
        self._pictures, self._comfort = pictures, comfort
        self._clock = FrameClock(wall)
        self._clock.held = True
        self._live: LiveSession | None = self._resumed() if order.log_path.exists() else None
        self._scene: Scene | None = None
        self.place: Place | None = None
        self.desk: HeadsetDesk | None = None
        self._calm = Calm() if comfort.reduced_flashes else None
        self._hud_at = float("-inf")
        self._off_since: float | None = None
        self._stopping = self._left = False

    def _resumed(self) -> LiveSession:
        written, wanted = read_log(self.order.log_path).header, self.order.header
        if (written.session, written.scenario_hash) != (wanted.session, self.order.loaded.hash):
            raise OtherSession(self.order.log_path)
        return LiveSession.resume(self.order.log_path, self.order.loaded.scenario, self._clock, aside=True)

    @property
    def live(self) -> LiveSession | None:
        """The session; None before it has begun."""
        return self._live

    @property
    def picker(self) -> Picker | None:
        """What lies under a ray of the scene; None before that is ready."""
        return self._scene.picker if self._scene is not None else None

    # --- how far it is ------------------------------------------------------------------------------

    @property
    def waiting(self) -> bool:
        return self.desk is None

    @property
    def share(self) -> float:
        """How much of the getting ready is done, 0..1."""
        return self._loading.share if self._loading is not None else 1.0

    @property
    def building(self) -> bool:
        """Whether it takes so long because the scenario is used for the first time here."""
        return self._loading is not None and self._loading.building

    @property
    def over(self) -> bool:
        """Its log is finished, and nothing of it is to be shown any more."""
        if self.desk is None:
            return self._stopping
        return self.desk.ended or self._left

    @property
    def leaving(self) -> bool:
        """The session has ended; what follows it is still shown."""
        return self._stopping or (self._live is not None and self._live.ended)

    @property
    def worn_seconds(self) -> float:
        return self.desk.worn_seconds if self.desk is not None else self.order.worn_before

    def advance(self) -> None:
        """Get a little further with what is not ready yet.

        Raises:
            QiancheError: the scenario or the machine is not as it must be.
        """
        if self._scene is not None or self._loading is None:
            return
        self._scene = self._loading.step()
        if self._scene is not None:
            self._loading = None
            self._scene.stage.bend_people_at(BENDS_A_SECOND)
            self.place = Place(self._scene.stage, ShownNodes(self._scene.stage, self._pictures))

    def _begin(self, tracked: Tracked) -> None:
        """The headset is on, and everything is there."""
        order = self.order
        if self._live is None:
            self._live = self._new_session(manner(tracked, self._comfort))
        self.desk = HeadsetDesk(
            self._scene.world, self._scene.picker, self._live, self._clock, self._comfort, order.header.lang,
            log=order.log_path, first_time=order.first_time, worn_before=order.worn_before, room=True,
        )  # fmt: skip

    def _new_session(self, kind: InputKind) -> LiveSession:
        header = self.order.header.model_copy(update={"input": kind})
        return LiveSession(self.order.loaded.scenario, header, self.order.log_path, self._clock, aside=True)

    def stop(self, by: Literal["trainee", "crew"]) -> None:
        """End the session now; what was being shown fades out."""
        if self.desk is not None:
            self.desk.stop(by)
        elif not self._stopping:
            if self._live is None:
                self._live = self._new_session(self.order.header.input)
            self._live.stop(by)
        self._stopping = True

    # --- frames -------------------------------------------------------------------------------------

    def frame(self, tracked: Tracked, room: WaitingRoom) -> Moment | None:
        """What a frame shows, of the scene or, outside it, in the ``room``; None while there is nothing of it yet."""
        if self.desk is None and self._scene is not None and tracked.worn and tracked.head is not None:
            self._begin(tracked)
        desk = self.desk
        if desk is None:
            return None
        shown = desk.frame(tracked)
        self._notice_leaving(tracked)
        state = self._state()
        self._sound(state, held=not (desk.in_scene and tracked.worn))
        if desk.in_scene:
            return Moment(self.place, state, shown, desk.rig)
        return Moment(room.place, room.state(tracked), shown, desk.rig)

    def _state(self) -> SceneState:
        state = self.desk.state()
        return state if self._calm is None else self._calm(state)

    def _sound(self, state: SceneState, *, held: bool) -> None:
        self._scene.sound.play(state, self._view, held=held)

    @property
    def _view(self) -> View:
        """Where the head is in the world, and looks."""
        head = self.desk.head
        return view_along(matrix_of(head)) if head is not None else View(self.desk.state().trainee.eye)

    def _notice_leaving(self, tracked: Tracked) -> None:
        if tracked.worn or not self._live.ended:
            self._off_since = None
        elif self._off_since is None:
            self._off_since = tracked.time
        elif tracked.time - self._off_since >= LEFT_SECONDS:
            self._left = True

    def pulses(self) -> tuple[Pulse, ...]:
        return self.desk.pulses() if self.desk is not None else ()

    def away(self) -> None:
        """No frame is asked for. The session's clock stands still by itself."""
        if self.desk is not None:
            self._sound(self.desk.state(), held=True)
            self._left = self._left or self._stopping

    def hud(self, now: float) -> dict | None:
        """What the crew sees of the session, from time to time; ``now`` in seconds."""
        if self.desk is None or not self.desk.in_scene or now - self._hud_at < HUD_SECONDS:
            return None
        self._hud_at = now
        return hud(self._scene.world, self.desk.state(), self._view, ASPECT)

    # --- the end ------------------------------------------------------------------------------------

    def close(self) -> None:
        """Leave the session where it is, and give everything back."""
        if self._live is not None:
            self._live.close()
        if self._loading is not None:
            self._loading.close()
        if self.place is not None:
            self.place.nodes.close()
        if self._scene is not None:
            self._scene.close()


def manner(tracked: Tracked, comfort: Comfort) -> InputKind:
    """What somebody plays with, as the log says it."""
    hands: list[Hand] = [hand for hand in (tracked.left, tracked.right) if hand is not None]
    if comfort.input == "gaze" or not hands:
        return "gaze"
    return "ray" if any(hand.kind == "controller" for hand in hands) else "hand"
