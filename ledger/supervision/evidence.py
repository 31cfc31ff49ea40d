"""What a completion rests on: its statements, each with where it stands in the transparency log."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from ledger import tables
from ledger.completions import Completion, read_completion
from ledger.database import LedgerDatabase
from ledger.people.sight import Sight
from ledger.supervision.hazard_outcomes import Status, unpacked
from ledger.supervision.tables import hazard_names
from ledger.transparency.checkpoints import Checkpoints, Kept
from ledger.transparency.merkle import includes
from ledger.transparency.notes import NoteWrong
from ledger.transparency.proofs import NotLogged, NotSignedYet, Proofs

State = Literal["in_log", "waiting", "wrong", "erased"]
_MOST_STATEMENTS = 100
"""Of one completion; a van sends five."""


@dataclass(frozen=True)
class Told:
    """A statement of a completion and what the log says of it."""

    id: str
    verb: str
    stored_us: int
    voided: bool
    text: str
    """JSON, indented."""
    state: State
    position: int | None
    """Of its leaf, where the proof was made."""
    checkpoint: Kept | None
    """The first that covers it."""


@dataclass(frozen=True)
class Hazard:
    """What became of a hazard in a session, and what it is called; by language."""

    name: dict[str, str]
    status: Status


class Evidence:
    """Finds completions with all they rest on."""

    def __init__(self, database: LedgerDatabase, proofs: Proofs, checkpoints: Checkpoints) -> None:
        self._database = database
        self._proofs = proofs
        self._checkpoints = checkpoints

    def completion(self, key: str, sight: Sight) -> Completion | None:
        """A completion by its id, if it may be seen."""
        columns = tables.completions.c
        query = select(tables.completions).where(columns.id == key.lower(), sight.employer(columns.employer))
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return read_completion(row) if row else None

    def hazards(self, key: str) -> list[Hazard]:
        """What became of each hazard of a completion, as far as its van said."""
        query = select(tables.completions.c.scenario, tables.completions.c.hazards).filter_by(id=key.lower())
        with self._database.reading() as connection:
            row = connection.execute(query).first()
            statuses = unpacked(row.hazards) if row else {}
            named = connection.execute(select(hazard_names).filter_by(scenario=row.scenario)).all() if statuses else []
        names = {each.hazard: {"zh": each.name_zh, "en": each.name_en} for each in named}
        return [Hazard(names.get(hazard, {"zh": hazard, "en": hazard}), status) for hazard, status in statuses.items()]

    def statements(self, key: str) -> list[Told]:
        """The statements of a completion in the order in which they were stored, each held against the log."""
        columns = tables.statements.c
        query = select(columns.id, columns.stored_us, columns.raw, columns.voided, columns.verb)
        query = query.where(columns.registration == key.lower()).order_by(columns.stored_us).limit(_MOST_STATEMENTS)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [self._told(row.id, row.verb, row.stored_us, row.voided, row.raw) for row in rows]

    def _told(self, key: str, verb: str, stored_us: int, voided: bool, raw: str) -> Told:
        text = json.dumps(json.loads(raw), ensure_ascii=False, indent=2) if raw else ""
        state, position = self._state(key, raw)
        covering = self._checkpoints.covering(position) if position is not None else None
        return Told(key, verb.rpartition("/")[2], stored_us, voided, text, state, position, covering)

    def _state(self, key: str, raw: str) -> tuple[State, int | None]:
        """How a statement stands to the log, computed now from leaf, path and signed checkpoint."""
        if not raw:
            return "erased", None
        try:
            inclusion = self._proofs.inclusion(key, at_once=False)
            opening = self._proofs.opening(key)
            signed = self._checkpoints.keys.read_checkpoint(inclusion.note)
            holds = opening.leaf() == inclusion.leaf and includes(
                inclusion.leaf, inclusion.position, signed.size, inclusion.path, signed.root
            )
        except NotSignedYet:
            return "waiting", None
        except (NotLogged, NoteWrong):
            return "wrong", None
        return ("in_log" if holds else "wrong"), inclusion.position
