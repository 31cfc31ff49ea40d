"""How many pictures a second the headset shows, and the wish for another rate."""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Sequence

from sim.xr.errors import Refused
from sim.xr.instance import REFRESH_RATE
from sim.xr.session import Session

log = logging.getLogger(__name__)


def nearest_rate(offered: Sequence[float], wished: float) -> float | None:
    """The rate that is offered and next to the one wished for; the lower of two that are as near."""
    return min(offered, key=lambda rate: (abs(rate - wished), rate), default=None)


class RefreshRate:
    """Of one session; where the runtime does not tell it, it is worked out from the frames."""

    def __init__(self, session: Session) -> None:
        self._told = 0.0
        self._session = session.handle
        self.can_choose = REFRESH_RATE in session.instance.extensions
        if self.can_choose:
            self._enumerate = session.function("xrEnumerateDisplayRefreshRatesFB")
            self._request = session.function("xrRequestDisplayRefreshRateFB")
            self._ask = session.function("xrGetDisplayRefreshRateFB")
            self.look()

    def wish(self, rate: float) -> None:
        """Ask for the rate next to ``rate``; the runtime tells when it has changed. It may refuse."""
        if not self.can_choose:
            return
        try:
            chosen = nearest_rate(self._offered(), rate)
            if chosen is not None:
                self._request(self._session, chosen)
        except Refused as trouble:
            log.warning("the headset keeps its refresh rate: %s", trouble)

    def _offered(self) -> Sequence[float]:
        count = ctypes.c_uint32()
        self._enumerate(self._session, 0, ctypes.byref(count), None)
        rates = (ctypes.c_float * count.value)()
        self._enumerate(self._session, count, ctypes.byref(count), rates)
        return list(rates)

    def look(self) -> None:
        """The rate may have changed."""
        answer = ctypes.c_float()
        self._ask(self._session, ctypes.byref(answer))
        self._told = answer.value

    def hz(self, period_ns: int) -> float:
        """The rate; ``period_ns`` is the time from frame to frame, 0 before the first."""
        if self._told > 0:
            return self._told
        return 1e9 / period_ns if period_ns > 0 else 0.0
