"""The headsets of a van: pairs them, hands them sessions, takes their logs, each exactly once."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from common.clock import Clock
from common.errors import DataError
from common.text import Lang
from kiosk.finish import Finisher
from kiosk.headsets.handouts import Handouts
from kiosk.headsets.messages import (
    GOING_AWAY,
    HEADSET_INPUTS,
    PROTOCOL,
    TAKEN_OVER,
    UNKNOWN,
    Lost,
    Membership,
    PairingRequest,
    Play,
    Status,
    Stop,
)
from kiosk.headsets.paired import Paired, PairedHeadsets
from kiosk.headsets.pairing import Pairing
from kiosk.headsets.place import HeadsetPlace, Line
from kiosk.headsets.returns import NotHandedOut, Returns
from kiosk.outbox import Outbox
from kiosk.people import People
from kiosk.shelf import Shelf
from kiosk.sittings import Sitting, Sittings
from kiosk.station import Station
from kiosk.store import Store
from sim.play import header_of

log = logging.getLogger(__name__)
ANONYMOUS = "anonymous"
HOLDER = "headset"
"""Who holds the visit of a headset's station: no browser does."""


class HeadsetNotFree(DataError):
    """It is not connected, or somebody is in it."""

    def __init__(self, name: str) -> None:
        super().__init__("headsets.not_free", name=name)


class ProgramsDiffer(DataError):
    """The two sides would not understand each other."""

    status = 426

    def __init__(self) -> None:
        super().__init__("headsets.programs_differ")


class Headsets:
    """Every method that changes something is called in the van's event loop."""

    def __init__(
        self,
        van_id: str,
        store: Store,
        at_rest: bytes,
        clock: Clock,
        shelf: Shelf,
        people: People,
        outbox: Outbox,
        sittings: Sittings,
        finisher: Finisher,
        logs: Path,
        completed: Callable[[], None],
    ) -> None:
        """``at_rest`` is the van's own key; ``completed`` is called after each completion, when it is safe."""
        self._van_id = van_id
        self._store = store
        self._clock = clock
        self._shelf = shelf
        self._people = people
        self._outbox = outbox
        self._sittings = sittings
        self._logs = logs
        self._completed = completed
        self._paired = PairedHeadsets(store, at_rest, clock)
        self._handouts = Handouts(store)
        self._returns = Returns(self._sittings, self._handouts, outbox, finisher)
        self._taking = asyncio.Lock()
        self.pairing = Pairing(clock)
        self.places = {each.name: self._place(each) for each in self._paired.all()}

    def _place(self, paired: Paired) -> HeadsetPlace:
        return HeadsetPlace(paired, Station(paired.name, self._store, self._clock))

    # --- after a cut of power --------------------------------------------------------------------

    def away(self) -> set[str]:
        """The sessions whose logs are with a headset: those that it can have been told of."""
        at_play = {place.station.visit.session for place in self.places.values()}
        return at_play & {handout.header.session for handout in self._handouts.all()}

    def settle(self) -> None:
        """A headset whose session has come back shows its result; a hand-out that was broken off is none."""
        away = {sitting.session for sitting in self._sittings.all()}
        for place in self.places.values():
            visit = place.station.visit
            if visit.stage == "play" and visit.session not in away:
                self._close_visit(place, visit.session)
            elif visit.stage in ("check_in", "choose", "warning"):
                place.station.release()

    def _close_visit(self, place: HeadsetPlace, session: str) -> None:
        """Show the session's result, or that there is none."""
        if self._outbox.completion(session) is not None:
            place.station.finish(session)
        else:
            place.station.give_up(session)
            place.station.release()

    # --- who belongs to this van -----------------------------------------------------------------

    def pair(self, request: PairingRequest) -> Membership:
        """Let a headset's computer in that knows the code on the crew's page.

        Raises:
            ProgramsDiffer, PairingRefused
        """
        if request.protocol != PROTOCOL:
            raise ProgramsDiffer
        self.pairing.redeem(request.code)
        paired = self._paired.add()
        self.places[paired.name] = self._place(paired)
        return Membership(van=self._van_id, headset=paired.id, name=paired.name, secret=paired.secret)

    def forget(self, place: HeadsetPlace) -> None:
        """Let a headset in no more. A session that it has not brought back is lost with it."""
        place.close_line(UNKNOWN)
        if place.station.visit.session is not None and place.station.visit.stage == "play":
            self._sittings.close(place.station.visit.session)
        self._paired.forget(place.paired)
        self.places.pop(place.name, None)

    def known(self, headset: UUID) -> HeadsetPlace | None:
        """The place of a paired headset."""
        return next((place for place in self.places.values() if place.id == headset), None)

    def former(self, headset: UUID) -> Paired | None:
        """A headset that was forgotten."""
        return self._paired.former(headset)

    def of_token(self, token: str) -> HeadsetPlace | None:
        """Whose open line a request's token belongs to."""
        for place in self.places.values():
            if place.line is not None and secrets.compare_digest(place.line.token.encode(), token.encode()):
                return place
        return None

    # --- the line --------------------------------------------------------------------------------

    def connected(self, place: HeadsetPlace, line: Line) -> None:
        """A headset has come; where it comes twice, the later one stays."""
        place.open_line(line, TAKEN_OVER)
        place.heard_at = self._clock.now()

    def gone(self, place: HeadsetPlace, line: Line) -> None:
        """A line has ended."""
        if place.line is line:
            place.line = None

    def stations(self) -> list[Station]:
        """Those of the headsets whose line is open."""
        return [place.station for place in self.places.values() if place.line is not None]

    def close(self) -> None:
        """The van stops: every line ends, and the headsets come again when it is back."""
        for place in self.places.values():
            place.close_line(GOING_AWAY)

    def told(self, place: HeadsetPlace, status: Status) -> None:
        """How a headset is now."""
        place.status = status
        place.heard_at = self._clock.now()
        self._put_right(place)

    def _put_right(self, place: HeadsetPlace) -> None:
        """Say what the headset does not know yet, or not any more: whatever got lost is said again."""
        line, status, session = place.line, place.status, place.station.visit.session
        if line is None or status is None:
            return
        handout = self._handouts.find(session)
        if status.session is not None and (handout is None or status.session != session):
            line.say(Stop(session=status.session))
        elif handout is not None and session not in status.waiting:
            if handout.stop:
                line.say(Stop(session=session))
            elif status.session is None:
                line.say(Play(header=handout.header, first_time=handout.first_time))

    def lost(self, place: HeadsetPlace, said: Lost) -> None:
        """Nothing will come of a session."""
        if place.station.visit.session != said.session or self._handouts.find(said.session) is None:
            return
        log.error("%s: nothing came of session %s: %s", place.name, said.session, said.why and said.why.en)
        self._sittings.close(said.session)
        self._close_visit(place, said.session)
        place.lost = said.why

    # --- what the crew does ----------------------------------------------------------------------

    def hand_out(self, place: HeadsetPlace, learner: str, scenario: str, lang: Lang) -> None:
        """Let somebody, or ``anonymous``, play a scenario in a headset.

        Raises:
            HeadsetNotFree
        """
        if not place.free:
            raise HeadsetNotFree(place.name)
        loaded = self._shelf.offers[scenario].loaded
        started, seed = self._clock.now(), secrets.randbelow(2**31)
        header = header_of(
            loaded, station=place.name, learner=learner, lang=lang, seed=seed, kind="ray", started=started
        )
        first_time = learner == ANONYMOUS or not HEADSET_INPUTS & self._outbox.inputs(learner)
        path = self._logs / f"{header.session}.jsonl"
        self._sittings.open(Sitting(header.session, place.name, str(loaded.path), learner, path))
        self._handouts.open(header, first_time=first_time)
        place.lost = None
        place.station.release()
        place.station.take_turn(learner, lang, HOLDER)
        place.station.choose(scenario)
        place.station.play(header.session)
        self._people.step_out(learner)
        self._put_right(place)

    def stop(self, place: HeadsetPlace) -> None:
        """End the session in a headset; where its line is closed, as soon as it is open again."""
        visit = place.station.visit
        if visit.stage == "play" and visit.session is not None:
            self._handouts.stop(visit.session)
            self._put_right(place)

    def stopping(self, place: HeadsetPlace) -> bool:
        """Whether the crew has ended the session and its log has not come."""
        handout = self._handouts.find(place.station.visit.session)
        return handout is not None and handout.stop

    # --- scenarios out, logs in ------------------------------------------------------------------

    def scenario_of(self, place: HeadsetPlace, session: str) -> Path:
        """The scenario of a session that was handed to this headset, from the van's copy.

        Raises:
            NotHandedOut
        """
        sitting = self._sittings.find(session)
        if sitting is None or sitting.station != place.name:
            raise NotHandedOut(session)
        return Path(sitting.scenario)

    async def take_log(self, place: HeadsetPlace, session: str, content: bytes) -> None:
        """A finished log: its completion is safe when this returns. The same log may come again.

        Raises:
            NotHandedOut: this headset was not given this session, or the log is of another.
            LogDamaged: it is not what was written, or its session has not ended.
        """
        async with self._taking:
            if await asyncio.to_thread(self._returns.complete, place.name, session, content):
                self._close_visit(place, session)
                self._completed()
