"""The headsets that a van knows, and the secret it shares with each."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from sqlite3 import Row
from uuid import UUID, uuid4

from common.clock import Clock
from common.sealing import AtRestCipher
from kiosk.store import Store


@dataclass(frozen=True)
class Paired:
    """One headset. ``name`` is that of its station: ``VR-1``, and no later headset has it again."""

    id: UUID
    name: str
    secret: str


class PairedHeadsets:
    """Written down; the secrets lie encrypted."""

    def __init__(self, store: Store, at_rest: bytes, clock: Clock) -> None:
        self._store = store
        self._cipher = AtRestCipher(at_rest)
        self._clock = clock

    def all(self) -> list[Paired]:
        """Every paired headset, in the order of pairing."""
        rows = self._store.rows("SELECT place, id, secret FROM headsets WHERE NOT forgotten ORDER BY place")
        return [self._paired(row) for row in rows]

    def former(self, headset: UUID) -> Paired | None:
        """One that was forgotten: it is told so, by a van that can prove to be its own."""
        rows = self._store.rows("SELECT place, id, secret FROM headsets WHERE forgotten AND id = ?", str(headset))
        return self._paired(rows[0]) if rows else None

    def _paired(self, row: Row) -> Paired:
        secret = self._cipher.decrypt(row["secret"], _where(row["id"]))
        return Paired(UUID(row["id"]), _name(row["place"]), secret)

    def add(self) -> Paired:
        """Let one more in."""
        id_, secret = str(uuid4()), secrets.token_hex(32)
        with self._store.transaction() as connection:
            place = connection.execute(
                "INSERT INTO headsets (id, secret, paired_at) VALUES (?, ?, ?)",
                (id_, self._cipher.encrypt(secret, _where(id_)), self._clock.now().isoformat(timespec="seconds")),
            ).lastrowid
        return Paired(UUID(id_), _name(place), secret)

    def forget(self, headset: Paired) -> None:
        """It is not let in any more."""
        with self._store.transaction() as connection:
            connection.execute("UPDATE headsets SET forgotten = 1 WHERE id = ?", (str(headset.id),))
            connection.execute("DELETE FROM stations WHERE name = ?", (headset.name,))


def _name(place: int | None) -> str:
    return f"VR-{place}"


def _where(id_: str) -> str:
    return f"headsets.secret:{id_}"
