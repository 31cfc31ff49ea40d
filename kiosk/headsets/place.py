"""One headset as its van sees it: who is in it, whether its line is open, what it last told."""

from __future__ import annotations

import asyncio
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from kiosk.completion import Words
from kiosk.headsets.messages import Mirror, Status
from kiosk.headsets.paired import Paired
from kiosk.headsets.view import HeadsetView
from kiosk.station import Station
from sim import ENGINE


class Line:
    """An open line to a headset's computer, whose other end has proved itself."""

    def __init__(self, token: str, engine: str) -> None:
        """``token`` is what the headset's HTTP requests carry while this line is open."""
        self.token = token
        self.engine = engine
        self.to_say: asyncio.Queue[BaseModel | None] = asyncio.Queue()
        """What is sent next; None closes the line."""
        self.closed_for: int | None = None

    def say(self, message: BaseModel) -> None:
        self.to_say.put_nowait(message)

    def close(self, why: int) -> None:
        """End it; ``why`` is one of the protocol's close codes."""
        self.closed_for = why
        self.to_say.put_nowait(None)


class HeadsetPlace:
    """A paired headset: its visit as at any station, and its line where it has one."""

    def __init__(self, paired: Paired, station: Station) -> None:
        self.paired = paired
        self.station = station
        self.view = HeadsetView(self._wants_pictures)
        self.line: Line | None = None
        self.status: Status | None = None
        """What it last told, perhaps on a line that is closed by now."""
        self.heard_at: datetime | None = None
        self.lost: Words | None = None
        """Why nothing came of the last session, if nothing did."""

    @property
    def id(self) -> UUID:
        return self.paired.id

    @property
    def name(self) -> str:
        return self.paired.name

    @property
    def same_program(self) -> bool:
        """Whether it runs the engine that this van's scores are computed with."""
        return self.line is not None and self.line.engine == ENGINE

    @property
    def free(self) -> bool:
        """Whether a session can be handed to it now."""
        ready = self.line is not None and self.status is not None and self.same_program
        return ready and self.status.session is None and self.station.visit.stage != "play"

    def open_line(self, line: Line, closed_for: int) -> None:
        """It has come; a line that was open before is closed with ``closed_for``."""
        self.close_line(closed_for)
        self.line, self.status = line, None
        self._wants_pictures(self.view.watched)

    def close_line(self, why: int) -> None:
        """End its line, if it has one."""
        if self.line is not None:
            self.line.close(why)
            self.line = None

    def _wants_pictures(self, wanted: bool) -> None:
        if self.line is not None:
            self.line.say(Mirror(wanted=wanted))
