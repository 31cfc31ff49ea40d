"""What became of each hazard of a session, as the vans say it in the result of passed and failed.

The extension ``urn:qianche:ext:hazard-results`` maps the hazard's id to ``status`` and ``name``, a
language map. Statements may come from any client, so what does not fit is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, get_args

import orjson
from sqlalchemy import Connection

from ledger.driver import insert_or_change
from ledger.supervision.tables import hazard_names

EXTENSION = "urn:qianche:ext:hazard-results"
Status = Literal["found", "wrong_reason", "missed", "not_shown", "taken_away"]
STATUSES: tuple[Status, ...] = get_args(Status)
COUNTED: tuple[Status, ...] = ("found", "wrong_reason", "missed")
"""Of hazards that could have been found."""
_MOST_HAZARDS = 20
_LONGEST_NAME = 200
_ID = re.compile(r"[A-Za-z0-9_-]{1,60}")


class HazardOutcome(NamedTuple):
    """One hazard of one session."""

    hazard: str
    status: Status
    name_zh: str
    name_en: str


def outcomes_in(statements: Iterable[Mapping[str, Any]]) -> list[HazardOutcome]:
    """The outcomes that the statements of one session report; of several reports the last."""
    said: object = None
    for statement in statements:
        said = statement.get("result", {}).get("extensions", {}).get(EXTENSION, said)
    if not isinstance(said, dict) or len(said) > _MOST_HAZARDS:
        return []
    read = (_outcome(hazard, value) for hazard, value in said.items())
    return [outcome for outcome in read if outcome is not None]


def _outcome(hazard: str, said: object) -> HazardOutcome | None:
    if not _ID.fullmatch(hazard) or not isinstance(said, dict) or said.get("status") not in STATUSES:
        return None
    names = said.get("name")
    zh, en = (names.get("zh-CN"), names.get("en")) if isinstance(names, dict) else (None, None)
    if not isinstance(zh, str) or not isinstance(en, str):
        texts = [name for name in names.values() if isinstance(name, str)] if isinstance(names, dict) else []
        fallback = texts[0] if texts else hazard
        zh, en = (name if isinstance(name, str) else fallback for name in (zh, en))
    return HazardOutcome(hazard, said["status"], _shown(zh) or hazard, _shown(en) or hazard)


def _shown(name: str) -> str:
    if not name.isprintable():
        name = "".join(character for character in name if character.isprintable())
    return name[:_LONGEST_NAME].strip()


def packed(outcomes: Iterable[HazardOutcome]) -> str | None:
    """Statuses by hazard as a completion's row keeps them, JSON; None where nothing was reported."""
    statuses = {each.hazard: each.status for each in outcomes}
    return orjson.dumps(statuses, option=orjson.OPT_SORT_KEYS).decode() if statuses else None


def unpacked(kept: str | None) -> dict[str, Status]:
    """Statuses by hazard from a completion's row."""
    return orjson.loads(kept) if kept else {}


def pattern(hazard: str, status: Status) -> str:
    """What stands in a completion's row where this hazard ended this way."""
    return f'"{hazard}":"{status}"'


def note_names(connection: Connection, named: Iterable[tuple[str, HazardOutcome]]) -> None:
    """Take down what the hazards of scenarios are called now."""
    rows = {
        (scenario, each.hazard): {
            "scenario": scenario, "hazard": each.hazard, "name_zh": each.name_zh, "name_en": each.name_en,
        }
        for scenario, each in dict.fromkeys(named)
    }  # fmt: skip
    insert_or_change(connection, hazard_names, [row for _, row in sorted(rows.items())], replace=("name_zh", "name_en"))
