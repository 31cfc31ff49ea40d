"""What is told when there is no headset, or no longer one."""

from __future__ import annotations

from typing import Literal

from common.errors import EnvironmentLacks

Reason = Literal[
    "no_loader",
    "no_runtime",
    "version",
    "no_opengl",
    "no_context",
    "needs_window",
    "not_connected",
    "not_a_headset",
    "old_graphics",
    "other_graphics",
    "no_format",
    "busy",
    "refused",
]
Loss = Literal["failed", "restarting", "ended"]


class NoHeadset(EnvironmentLacks):
    """No headset can be opened; the text says what to install, to plug in or to start."""

    def __init__(self, reason: Reason, **places: object) -> None:
        self.reason = reason
        super().__init__(f"xr.errors.{reason}", **places)


class HeadsetLost(EnvironmentLacks):
    """The headset that was open has gone: close it, and open it again when it is back.

    ``loss`` is "failed" when a call of the runtime did, "restarting" when the runtime said that it goes, "ended"
    when the person ended the program from the headset's own menu.
    """

    def __init__(self, loss: Loss, **places: object) -> None:
        self.loss = loss
        super().__init__(f"xr.errors.lost_{loss}", **places)


class Refused(HeadsetLost):
    """A call of the runtime failed: ``call`` is its name, ``result`` that of its XrResult."""

    def __init__(self, call: str, result: str) -> None:
        self.call, self.result = call, result
        super().__init__("failed", call=call, result=result)
