"""What an application does when its session's state changes, as OpenXR lays it down."""

from __future__ import annotations

from typing import Literal

from sim.xr.binding import xr
from sim.xr.errors import Loss

HeadsetState = Literal["asleep", "idle", "running", "focused", "lost"]
"""Asleep: no frames are wanted. Idle: frames in step, none is shown. Running: shown, the input is the runtime's own
menu's. Focused: shown, and the input is ours. Lost: close it, and open it again."""
Step = Literal["begin", "end"]

_STATES: dict[int, HeadsetState] = {
    xr.SessionState.IDLE.value: "asleep",
    xr.SessionState.READY.value: "idle",
    xr.SessionState.SYNCHRONIZED.value: "idle",
    xr.SessionState.VISIBLE.value: "running",
    xr.SessionState.FOCUSED.value: "focused",
    xr.SessionState.STOPPING.value: "asleep",
    xr.SessionState.LOSS_PENDING.value: "lost",
    xr.SessionState.EXITING.value: "lost",
}
_LOSSES: dict[int, Loss] = {
    xr.SessionState.LOSS_PENDING.value: "restarting",
    xr.SessionState.EXITING.value: "ended",
}


class Lifecycle:
    """One session from its creation on."""

    def __init__(self) -> None:
        self.state: HeadsetState = "asleep"
        self.begun = False
        """Between xrBeginSession and xrEndSession: frames are asked for."""
        self.loss: Loss | None = None

    def enter(self, state: int) -> Step | None:
        """The runtime has gone to the XrSessionState ``state``; gives what is to be called now.

        A state that this version does not know changes nothing.
        """
        self.state = _STATES.get(state, self.state)
        self.loss = _LOSSES.get(state, self.loss)
        if state == xr.SessionState.READY.value and not self.begun:
            self.begun = True
            return "begin"
        if state == xr.SessionState.STOPPING.value and self.begun:
            self.begun = False
            return "end"
        return None

    def lose(self, loss: Loss) -> None:
        """The session has gone without a word of its own."""
        self.state = "lost"
        self.loss = loss
