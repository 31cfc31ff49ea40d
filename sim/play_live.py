"""A session played in real time by a display: its clock, its intents, its log."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from common.clock import Clock, SystemClock
from scenarios.model import Scenario
from sim.log import Log, LogWriter, recover
from sim.log.events import MAX_TIME, Beat, Choose, Do, Event, Flag, Go, Header, Look, Pause, Resume, Step, Stop
from sim.log.faults import LogEnded
from sim.session import Session
from sim.session.stance import MAX_PITCH
from sim.state import SceneState

LOOK_SECONDS = 0.1
"""Looks are logged at most this often; the display sees every one of them at once."""


class LiveSession:
    """Wraps a session and its log; every intent is stamped with the session time of its arrival.

    A display calls ``tick`` before each picture and asks for ``state``. When the session ends, the log
    is finished by itself. A crash at any moment leaves a log that ``resume`` goes on from.
    """

    def __init__(
        self, scenario: Scenario, header: Header, log_path: Path, clock: Clock | None = None, *, aside: bool = False
    ) -> None:
        """Begin a new session. ``aside``: pictures cannot wait for the disk, see ``LogWriter``.

        Raises:
            LogExists: there is a log at ``log_path`` already.
        """
        clock = clock or SystemClock()
        writer = LogWriter(log_path, header, clock, aside=aside)
        self._take_up(Session(scenario, header.seed), writer, clock, since=0.0)

    @classmethod
    def resume(
        cls, log_path: Path, scenario: Scenario, clock: Clock | None = None, *, aside: bool = False
    ) -> LiveSession:
        """Go on with the session of an unfinished log, from its last event; the gap is cut out.

        Raises:
            LogDamaged: more than the log's last line is wrong.
            LogEnded: the session has ended.
        """
        log = recover(log_path)
        if log.end is not None:
            raise LogEnded(log_path)
        clock = clock or SystemClock()
        live = cls.__new__(cls)
        writer = LogWriter.reopen(log_path, clock, aside=aside)
        live._take_up(replayed(log, scenario), writer, clock, since=log.last_time)
        live.tick()
        return live

    def _take_up(self, session: Session, log: LogWriter, clock: Clock, *, since: float) -> None:
        self.session = session
        self._log = log
        self._clock = clock
        self._began = clock.monotonic() - since
        self._logged_until = since
        self._look: Look | None = None
        self._look_logged_at = -math.inf
        self._finished = False

    # --- time ---

    def tick(self) -> None:
        """Bring the session up to now."""
        if self._finished:
            return
        now = self._now()
        if self._look is not None and now - self._look_logged_at >= LOOK_SECONDS:
            self._log_look(now)
        self.session.advance(now)
        self._log.sync_if_due()
        self._finish_if_ended()

    def _now(self) -> float:
        """Session time, cut to the millisecond, never before what was logged; after a day it stands still."""
        passed = math.floor((self._clock.monotonic() - self._began) * 1000) / 1000
        return min(max(passed, self._logged_until), MAX_TIME)

    def _finish_if_ended(self) -> None:
        if self.session.ended and not self._finished:
            self._finished = True
            self._log.finish(max(self.session.time, self._logged_until))

    # --- intents ---

    def look(self, heading: float, pitch: float, gaze: tuple[float, float] | None = None) -> None:
        """Turn the view, degrees; ``gaze`` is the heading and pitch of the eyes where they are followed."""
        now = self._now()
        (turned, tilted), eyes = _within(heading, pitch), _within(*gaze) if gaze is not None else None
        self._look = Look(t=now, h=turned, p=tilted, gaze=eyes)
        if now - self._look_logged_at >= LOOK_SECONDS:
            self._log_look(now)

    def step(self, to: int) -> None:
        """Move to a standpoint."""
        self._do(lambda t: Step(t=t, to=to))

    def flag(self, target: str, problem: str) -> None:
        """Say what is wrong with a thing; ``target`` is empty for nothing."""
        self._do(lambda t: Flag(t=t, target=target, problem=problem))

    def choose(self, decision: str, option: str) -> None:
        """Answer the open decision."""
        self._do(lambda t: Choose(t=t, decision=decision, option=option))

    def do(self, deed: str) -> None:
        """Do something to a thing."""
        self._do(lambda t: Do(t=t, deed=deed))

    def beat(self) -> None:
        """A beat of the exercise that is under way."""
        self._do(lambda t: Beat(t=t))

    def pause(self) -> None:
        self._do(lambda t: Pause(t=t))

    def resume_play(self) -> None:
        """Go on after a pause."""
        self._do(lambda t: Resume(t=t))

    def go(self) -> None:
        """Press on: from the debrief to the redo, from one line to the next."""
        self._do(lambda t: Go(t=t))

    def stop(self, by: Literal["trainee", "crew"]) -> None:
        """End the session before its end."""
        self._do(lambda t: Stop(t=t, by=by))

    def _do(self, event_at: Callable[[float], Event]) -> None:
        """Log an event of this moment, then let it happen. The view at that moment is logged first."""
        if self._finished:
            return
        now = self._now()
        if self._look is not None:
            self._log_look(now)
        self._put(event_at(now))

    def _log_look(self, now: float) -> None:
        look, self._look = self._look, None
        self._look_logged_at = now
        if not self._finished:
            self._put(look.model_copy(update={"t": now}))

    def _put(self, event: Event) -> None:
        self.session.advance(event.t)
        if not self.session.ended:
            self._log.append(event)
            self._logged_until = event.t
            self.session.apply(event)
        self._finish_if_ended()

    # --- what is seen ---

    @property
    def ended(self) -> bool:
        """The session is over and its log is finished."""
        return self._finished

    def state(self) -> SceneState:
        """The scene at the last ``tick``, with the view as it is this moment."""
        state = self.session.state()
        if self._look is None:
            return state
        return replace(state, trainee=replace(state.trainee, heading=self._look.h, pitch=self._look.p))

    def close(self) -> None:
        """Leave the session where it is; an unfinished log can be resumed."""
        self._log.close()


def _within(heading: float, pitch: float) -> tuple[float, float]:
    """A direction as it is logged: to the hundredth of a degree, headings from -180 to 180."""
    return round((heading + 180) % 360 - 180, 2), round(max(-MAX_PITCH, min(MAX_PITCH, pitch)), 2)


def replayed(log: Log, scenario: Scenario, until: float | None = None) -> Session:
    """The session of a log at session time ``until`` in seconds, or where the log ends."""
    session = Session(scenario, log.header.seed)
    until = log.last_time if until is None else until
    for event in log.events:
        if event.t > until:
            break
        session.apply(event)
    if not session.ended:
        session.advance(max(until, session.time))
    return session
