"""A commented file to start a new scenario from."""

from __future__ import annotations

import re
from importlib import resources

from common.errors import UsageError

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MAX_ID = 60


def starter(id_: str) -> str:
    """The text of a small scenario called ``id_`` that loads as it stands and explains itself.

    Raises:
        UsageError: ``id_`` cannot be the id of a scenario.
    """
    refuse_bad_id(id_)
    return resources.files(__package__).joinpath("starter.yaml").read_text("utf-8").replace("{id}", id_)


def refuse_bad_id(id_: str) -> None:
    """Raise UsageError for what cannot be the id of a scenario."""
    if not _ID.fullmatch(id_) or len(id_) > _MAX_ID:
        raise UsageError("scenarios.bad_id", id=id_)
