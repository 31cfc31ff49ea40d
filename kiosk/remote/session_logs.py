"""The logs on a headset's computer: what is being played, what is still to be handed over, what has been."""

from __future__ import annotations

import logging
from pathlib import Path

from common.errors import DataError
from sim.log import read_log

log = logging.getLogger(__name__)
DELIVERED, REFUSED = "delivered", "refused"
KEPT = 1000
"""So many files of delivered sessions stay here as well."""


class SessionLogs:
    """A folder. A log lies in it until the van has it, then in ``delivered``; what the van does not want, in
    ``refused``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for each in (folder, folder / DELIVERED, folder / REFUSED):
            each.mkdir(parents=True, exist_ok=True)
        self._finished: set[str] = set()
        self._unfinished: list[str] = []
        for path in sorted(folder.glob("*.jsonl")):
            self._sort(path)

    def _sort(self, path: Path) -> None:
        try:
            ended = read_log(path).end is not None
        except DataError as fault:
            log.error("the log %s is set aside: %s", path, fault)
            self.refuse(path.stem)
            return
        if ended:
            self._finished.add(path.stem)
        else:
            self._unfinished.append(path.stem)

    def path(self, session: str) -> Path:
        """Where a session's log is written."""
        return self._folder / f"{session}.jsonl"

    @property
    def unfinished(self) -> str | None:
        """The latest session that was broken off before this program began, to go on with."""
        return self._unfinished[-1] if self._unfinished else None

    @property
    def waiting(self) -> tuple[str, ...]:
        """The sessions whose logs the van does not have yet, oldest first."""
        return tuple(sorted(self._finished))

    def finished(self, session: str) -> None:
        """A session has ended and its log is whole."""
        self._finished.add(session)

    def delivered(self, session: str) -> None:
        """The van has it."""
        self._move(session, DELIVERED)
        kept = sorted((self._folder / DELIVERED).iterdir())
        for path in kept[: max(0, len(kept) - KEPT)]:
            path.unlink()

    def refuse(self, session: str) -> None:
        """The van does not want it, or it cannot be read: it is kept for somebody to look at."""
        self._move(session, REFUSED)

    def _move(self, session: str, folder: str) -> None:
        for path in self._folder.glob(f"{session}.*"):  # the log, and what the trainee said beside it
            path.replace(self._folder / folder / path.name)
        self._finished = self._finished - {session}
