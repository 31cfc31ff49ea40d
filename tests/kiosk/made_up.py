"""Made-up people, completions and destinations."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from common.identity import check_character
from kiosk.completion import Completion, CompletionScore, Words
from kiosk.destinations import NotNow, Refused
from kiosk.outbox import Item, Outbox, Owed

OWES: tuple[tuple[Item, str], ...] = (
    ("enrolment", "ledger"),
    ("statements", "ledger"),
    ("log", "ledger"),
    ("completion", "monitoring"),
)


def identity_number(sequence: int = 1) -> str:
    """A number that is well formed and nobody's."""
    digits = f"51010719900307{sequence:03d}"
    return digits + check_character(digits)


def session_id(number: int) -> str:
    return str(uuid.UUID(int=(0x0193_0000_0000_7000_8000 << 48) | number))


def completion_of(session: str, place: int = 1, **changes: object) -> Completion:
    values = {
        "id": session,
        "van": "van-1",
        "station": "station-1",
        "order": place,
        "scenario": "electrocution-temporary-power",
        "scenario_hash": "sha256:" + "a" * 64,
        "title": Words(zh="施工现场临时用电触电", en="Electrocution from temporary site power"),
        "learner": "qc-abcdefghijklmnopqrstuvwxyz234567",
        "lang": "zh",
        "input": "touch",
        "started": "2026-11-22T01:00:00+00:00",
        "duration_s": 185.5,
        "outcome": "averted",
        "passed": True,
        "score": CompletionScore(
            formula="1.0",
            total=87.5,
            hazards_found=6,
            hazards_total=7,
            false_alarms=1,
            measures={"hazard_points": 52.5, "decisions": 20.0},
        ),
        "log_digest": "sha256:" + "b" * 64,
    }
    return Completion(**(values | changes))


def put(outbox: Outbox, number: int, enrolment: str | None = '{"pseudonym": "qc-x", "sealed": "x"}') -> Completion:
    """Finish made-up session ``number``."""
    session = session_id(number)
    return outbox.put(session, b'{"type": "header"}\n', enrolment, lambda place: completion_of(session, place))


class PretendDestination:
    """A destination that keeps what it is sent, unless ``mood`` says otherwise for it."""

    def __init__(self, name: str, items: tuple[Item, ...]) -> None:
        self.name = name
        self.items = items
        self.mood: Callable[[Owed], Exception | None] = lambda owed: None
        self.got: dict[tuple[str, Item], int] = {}
        self.asked = 0

    async def send(self, owed: Owed) -> None:
        self.asked += 1
        trouble = self.mood(owed)
        if trouble is not None:
            raise trouble
        key = (owed.completion.id, owed.item)
        self.got[key] = self.got.get(key, 0) + 1

    async def aclose(self) -> None:
        pass


def unreachable(owed: Owed) -> Exception:
    return NotNow("ConnectError: no route to host", everything=True)


def slow(owed: Owed) -> Exception:
    return NotNow("ReadTimeout", everything=False)


def broken(owed: Owed) -> Exception:
    return NotNow("HTTP 500: out of order", everything=False)


def refuses(session: str) -> Callable[[Owed], Exception | None]:
    return lambda owed: Refused("HTTP 400: bad actor") if owed.completion.id == session else None
