"""After a cut of power: what was finished is completed, what can go on goes on, the rest is closed."""

from __future__ import annotations

import logging
from collections.abc import Collection

from common.errors import DataError
from kiosk.finish import Finisher, close_unfinished
from kiosk.sittings import Sitting, Sittings
from sim.log.reader import read_log

log = logging.getLogger(__name__)
DAMAGED = ".damaged"


def recover_sittings(
    sittings: Sittings, finisher: Finisher, resumable: set[str], away: Collection[str] = ()
) -> list[Sitting]:
    """Settle every open sitting; returns those to go on with, which are among ``resumable`` sessions.

    The sessions ``away`` are played at a headset, which brings their logs when they are finished.
    """
    here = [sitting for sitting in sittings.all() if sitting.session not in away]
    return [sitting for sitting in here if not _settled(sitting, sittings, finisher, resumable)]


def _settled(sitting: Sitting, sittings: Sittings, finisher: Finisher, resumable: set[str]) -> bool:
    if not sitting.log.exists() or sitting.log.stat().st_size == 0:
        # The power went before the first line: nobody saw anything.
        sitting.log.unlink(missing_ok=True)
        sittings.close(sitting.session)
        return True
    try:
        if read_log(sitting.log).end is None:
            if sitting.session in resumable:
                return False
            close_unfinished(sitting.log)
        finisher.finish(sitting)
    except DataError as error:
        set_aside(sitting, sittings, error)
    return True


def set_aside(sitting: Sitting, sittings: Sittings, error: DataError) -> None:
    """Keep a log that cannot be read, under another name, for someone to look at."""
    log.error("session %s cannot be completed: %s", sitting.session, error)
    if sitting.log.exists():
        sitting.log.rename(sitting.log.with_suffix(DAMAGED))
    sittings.close(sitting.session)
