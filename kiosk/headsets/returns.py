"""A log that a headset brings: looked at closely, completed once."""

from __future__ import annotations

import os
from pathlib import Path

from common.errors import DataError
from kiosk.finish import Finisher
from kiosk.headsets.handouts import Handouts
from kiosk.headsets.messages import HEADSET_INPUTS
from kiosk.outbox import Outbox
from kiosk.sittings import Sittings
from sim.log import LogDamaged, read_log
from sim.log.events import Header


class NotHandedOut(DataError):
    """A log of a session that this headset was not given, or not this one's."""

    status = 409

    def __init__(self, session: str) -> None:
        super().__init__("headsets.not_handed_out", session=session)


class Returns:
    """Makes completions of the logs that come back."""

    def __init__(self, sittings: Sittings, handouts: Handouts, outbox: Outbox, finisher: Finisher) -> None:
        self._sittings = sittings
        self._handouts = handouts
        self._outbox = outbox
        self._finisher = finisher

    def complete(self, station: str, session: str, content: bytes) -> bool:
        """Check a log and make its session's completion safe; False where that had been done before.

        Raises:
            NotHandedOut: this station was not given this session, or the log is of another or has not ended.
            LogDamaged: it is not what was written.
        """
        sitting, handout = self._sittings.find(session), self._handouts.find(session)
        if sitting is None or handout is None or sitting.station != station:
            if self._outbox.completion(session) is not None and self._outbox.log(session) == content:
                return False
            raise NotHandedOut(session)
        part = sitting.log.with_name(f".{session}.part")
        try:
            _write(part, content)
            read = read_log(part)
            if read.end is None or not _same_session(read.header, handout.header):
                raise NotHandedOut(session)
            part.replace(sitting.log)
        except LogDamaged as damage:  # said of the headset's file, not of the van's draft
            raise LogDamaged(Path(f"{session}.jsonl"), damage.reason, damage.line) from damage
        finally:
            part.unlink(missing_ok=True)
        self._finisher.finish(sitting)
        return True


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _same_session(written: Header, handed: Header) -> bool:
    """Whether a log is that of the session as it was handed out. What the trainee had in the hands is the
    headset's to say."""
    return written.input in HEADSET_INPUTS and written.model_copy(update={"input": handed.input}) == handed
