"""Another key for the log: the old one hands over to it, and is gone.

Every step may be the last one before the power fails; the next call goes on from there.
"""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from sqlalchemy import select, update

from common.clock import Clock
from common.sealing import key_from, read_key
from ledger.database import LedgerDatabase
from ledger.transparency import tables
from ledger.transparency.checkpoints import Checkpoints
from ledger.transparency.log_keys import (
    HISTORY,
    NEXT_KEY,
    FormerKey,
    LogKeys,
    public_half,
    read_log_keys,
)
from ledger.transparency.notes import Checkpoint, NoteKey, sign, signature_line

_NEXT = "log-next.key"


def change_log_key(path: Path, database: LedgerDatabase, clock: Clock) -> LogKeys:
    """Let the log whose private key lies in ``path`` be signed with a new key from now on.

    No process may be signing with the old key meanwhile. The log is signed as it stands, by both keys; the
    old private key is not kept.

    Raises:
        KeyFileWrong: there is no key.
        KeyHistoryWrong: the history of the keys does not hold.
    """
    following = path.with_name(_NEXT)
    if following.exists() and _was_handed_to(path, following):
        following.replace(path)
        return read_log_keys(path)
    keys, old = read_log_keys(path), read_key(path)
    new = key_from(following)
    key = NoteKey(keys.name, public_half(new))
    checkpoint = _sign_with_both(database, Checkpoints(database, clock, old, 0.0, keys), old, new)
    handover = sign(checkpoint, old, NEXT_KEY + key.shown())
    handover += signature_line(checkpoint, new, NEXT_KEY + key.shown())
    former = [*keys.former, FormerKey(keys.current, checkpoint.size, handover)]
    _write_over(path.with_name(HISTORY), json.dumps(LogKeys(key, former).shown()[:-1], indent=1))
    following.replace(path)
    return read_log_keys(path)


def _sign_with_both(database: LedgerDatabase, checkpoints: Checkpoints, old: bytes, new: bytes) -> Checkpoint:
    """The checkpoint of the log as it stands, with the signatures of both keys on it."""
    signed = checkpoints.sign_now()
    checkpoint = Checkpoint(checkpoints.key.name, signed.size, signed.root)
    columns, line = tables.log_checkpoints.c, signature_line(checkpoint, new)
    with database.writing() as connection:
        note = connection.scalar(select(columns.note).where(columns.size == signed.size))
        if line not in note:
            both = update(tables.log_checkpoints).where(columns.size == signed.size)
            connection.execute(both.values(note=note + line))
    return checkpoint


def _was_handed_to(path: Path, following: Path) -> bool:
    """Whether the last handover, before the power failed, was to the key in ``following``."""
    history = path.with_name(HISTORY)
    if not history.exists():
        return False
    first, *_ = said = json.loads(history.read_text("utf-8"))
    name = str(first["key"]).partition("+")[0]
    return NEXT_KEY + NoteKey(name, public_half(read_key(following))).shown() in said[-1]["handover"].splitlines()


def _write_over(path: Path, content: str) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        file.write(content + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
