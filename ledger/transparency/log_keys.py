"""The keys of one log, one after the other: each hands over to the next in a note that both sign.

The log keeps its name. ``log.key`` holds the private key that signs; ``log-keys.json`` beside it, which is no
secret, the public keys before it, each with the size of the log up to which it signed and its handover: a
checkpoint with one line more, the next key, so that the former key itself says who follows it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from common.errors import DataError
from common.sealing import read_key as read_seed
from ledger.transparency.notes import Checkpoint, NoteKey, NoteWrong, read_checkpoint, read_key, read_note

ORIGINS = "qianche.invalid/ledger/"
"""Before the name of every log; no network resolves it."""
HISTORY = "log-keys.json"
NEXT_KEY = "next-key "
"""Begins the line of a handover that names who follows."""


class KeyHistoryWrong(DataError):
    """The history of a log's keys cannot be read, does not hold, or does not lead to the key that signs."""


@dataclass(frozen=True)
class FormerKey:
    """A key that signed for the log once."""

    key: NoteKey
    until: int
    """The size of the log at which the next took over; both signed for that size."""
    handover: str
    """The note in which it did."""


class LogKeys:
    """All keys of one log: which of them a checkpoint must be signed with."""

    def __init__(self, current: NoteKey, former: Sequence[FormerKey] = ()) -> None:
        """Check that the log is named after the first key, and that each key named the one after it.

        Raises:
            NoteWrong: a key is missing, or a handover does not hold.
        """
        self.current = current
        self.former = tuple(former)
        first = self.former[0].key if former else current
        if first.name != _named_after(first.public):
            raise NoteWrong("transparency.note.no_handover")
        following = [each.key for each in self.former[1:]] + [current]
        self.handovers = [_handed_over(each, after) for each, after in zip(self.former, following, strict=False)]
        """The checkpoints at which a key took over."""

    @property
    def name(self) -> str:
        """The log's name, whichever key signs."""
        return self.current.name

    def read_checkpoint(self, note: str) -> Checkpoint:
        """The checkpoint in a note, signed by the key that signed for a log of its size.

        Raises:
            NoteWrong: it is not a checkpoint of this log, or not signed by that key.
        """
        body = read_note(note)[0]
        lasting = next((each for each in self.former if body.size <= each.until), None)
        if lasting is None:
            return read_checkpoint(note, self.current)
        if body.size < lasting.until:
            return read_checkpoint(note, lasting.key)
        try:
            return read_checkpoint(note, lasting.key)
        except NoteWrong:
            return read_checkpoint(note, self._after(lasting))

    def shown(self) -> list[dict[str, Any]]:
        """All keys as others are told of them, the first one first."""
        former = [{"key": each.key.shown(), "until": each.until, "handover": each.handover} for each in self.former]
        return [*former, {"key": self.current.shown(), "until": None, "handover": None}]

    def _after(self, former: FormerKey) -> NoteKey:
        later = self.former[self.former.index(former) + 1 :]
        return later[0].key if later else self.current


def log_key(seed: bytes) -> NoteKey:
    """The first public key of the log whose private key has this seed; the log is named after it, for good."""
    public = public_half(seed)
    return NoteKey(_named_after(public), public)


def public_half(seed: bytes) -> bytes:
    """The public half of the private key with this seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def read_log_keys(path: Path) -> LogKeys:
    """The keys of the log whose private key lies in ``path``.

    Raises:
        KeyFileWrong: there is no key.
        KeyHistoryWrong: the history beside it is damaged, or leads to another key.
    """
    public = public_half(read_seed(path))
    history = path.with_name(HISTORY)
    if not history.exists():
        return LogKeys(log_key(read_seed(path)))
    try:
        former = [_former(each) for each in json.loads(history.read_text("utf-8"))]
        return LogKeys(NoteKey(former[0].key.name, public), former)
    except (ValueError, LookupError, TypeError, AttributeError, NoteWrong) as error:
        raise KeyHistoryWrong("transparency.keys.history", path=history) from error


def log_keys_shown(shown: Sequence[Mapping[str, Any]]) -> LogKeys:
    """The keys of a log from what :meth:`LogKeys.shown` gives.

    Raises:
        LookupError, TypeError, ValueError, AttributeError, NoteWrong: it gave something else.
    """
    *former, current = shown
    return LogKeys(read_key(current["key"]), [_former(each) for each in former])


def _named_after(public: bytes) -> str:
    return ORIGINS + hashlib.sha256(public).hexdigest()[:16]


def _former(said: Mapping[str, Any]) -> FormerKey:
    return FormerKey(read_key(said["key"]), int(said["until"]), said["handover"])


def _handed_over(former: FormerKey, after: NoteKey) -> Checkpoint:
    """The checkpoint of a handover in which ``former`` names ``after``, signed by both. Raises NoteWrong."""
    checkpoint, more, _ = read_note(former.handover)
    if after.name != former.key.name or checkpoint.size != former.until or more != [NEXT_KEY + after.shown()]:
        raise NoteWrong("transparency.note.no_handover")
    for key in (former.key, after):
        read_checkpoint(former.handover, key)
    return checkpoint
