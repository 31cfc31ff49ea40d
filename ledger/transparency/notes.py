"""Signed notes, checkpoints and cosignatures as the C2SP writes them (signed-note, tlog-checkpoint, tlog-cosignature).

origin of the log
how many leaves
root of the tree, base64

— name of the key base64 of (4 bytes of the key's id + signature)
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from common.errors import DataError
from ledger.transparency.merkle import HASH_BYTES

ED25519, COSIGNATURE = 1, 4
"""Kinds of keys: a log's own, and a witness's whose signatures carry their time."""
_ID_BYTES, _TIME_BYTES, _SIGNATURE_BYTES = 4, 8, 64
_DASH = "\u2014 "


class NoteWrong(DataError):
    """It is not a checkpoint, or a signature on it does not hold."""


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of itself: how long it is, and the root over all of it."""

    origin: str
    size: int
    root: bytes

    def body(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{encoded(self.root)}\n"


@dataclass(frozen=True)
class NoteKey:
    """The public half of a key whose signatures stand below notes."""

    name: str
    public: bytes
    kind: Literal[1, 4] = ED25519

    @property
    def id(self) -> bytes:
        marked = f"{self.name}\n".encode() + bytes([self.kind]) + self.public
        return hashlib.sha256(marked).digest()[:_ID_BYTES]

    def shown(self) -> str:
        """The key as others are told of it (vkey)."""
        return f"{self.name}+{self.id.hex()}+{encoded(bytes([self.kind]) + self.public)}"

    def line(self, signature: bytes) -> str:
        """The line below a note for ``signature`` (for a witness behind eight bytes of time)."""
        return f"{_DASH}{self.name} {encoded(self.id + signature)}\n"

    def wrote(self, line: str) -> bool:
        """Whether a line names this key as its own; a log's former keys have its name, but other ids."""
        name, _, content = line.removeprefix(_DASH).rpartition(" ")
        return name == self.name and decoded(content)[:_ID_BYTES] == self.id

    def signed_s(self, body: str, line: str) -> int:
        """Check the signature in ``line`` over ``body``; returns when it was made, in Unix seconds, 0 for a log's own.

        Raises:
            NoteWrong: it is another key's, or does not hold.
        """
        name, _, content = line.removeprefix(_DASH).rstrip("\n").rpartition(" ")
        signed = decoded(content)
        timed = _TIME_BYTES if self.kind == COSIGNATURE else 0
        if name != self.name or signed[:_ID_BYTES] != self.id or len(signed) != _ID_BYTES + timed + _SIGNATURE_BYTES:
            raise NoteWrong("transparency.note.other_key", name=self.name)
        at_s = int.from_bytes(signed[_ID_BYTES : _ID_BYTES + timed], "big")
        message = cosigned_text(body, at_s) if timed else body
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signed[-_SIGNATURE_BYTES:], message.encode("utf-8"))
        except (InvalidSignature, ValueError) as error:
            raise NoteWrong("transparency.note.signature", name=self.name) from error
        return at_s


def read_key(shown: str) -> NoteKey:
    """A key as others are told of it.

    Raises:
        NoteWrong: it is none, or does not fit its own id.
    """
    name, _, rest = shown.strip().partition("+")
    key_id, _, content = rest.partition("+")
    material = decoded(content)
    if name and len(material) == 1 + HASH_BYTES and material[0] in (ED25519, COSIGNATURE):
        key = NoteKey(name, material[1:], material[0])  # type: ignore[arg-type]  # one of the two, as was asked
        if key.id.hex() == key_id:
            return key
    raise NoteWrong("transparency.note.no_key")


def sign(checkpoint: Checkpoint, seed: bytes, more: str = "") -> str:
    """The checkpoint as a note with the log's signature. The key is named after the log, as is usual.

    ``more`` is a line below the checkpoint's own three that is signed with them.
    """
    return f"{_signed_text(checkpoint, more)}\n{signature_line(checkpoint, seed, more)}"


def signature_line(checkpoint: Checkpoint, seed: bytes, more: str = "") -> str:
    """The line that the log's key with this seed writes below the checkpoint."""
    private = Ed25519PrivateKey.from_private_bytes(seed)
    key = NoteKey(checkpoint.origin, private.public_key().public_bytes_raw())
    return key.line(private.sign(_signed_text(checkpoint, more).encode("utf-8")))


def read_note(note: str) -> tuple[Checkpoint, list[str], list[str]]:
    """What a note says, whoever signed it: the checkpoint, the lines below it, the lines of signatures.

    Raises:
        NoteWrong: it is not a checkpoint.
    """
    body, blank, lines = note.partition("\n\n")
    said = body.split("\n")
    if not blank or len(said) < 3 or not said[1].isdecimal() or len(decoded(said[2])) != HASH_BYTES:
        raise NoteWrong("transparency.note.no_checkpoint")
    return Checkpoint(said[0], int(said[1]), decoded(said[2])), said[3:], lines.splitlines()


def read_checkpoint(note: str, key: NoteKey) -> Checkpoint:
    """The checkpoint in a note with ``key``'s signature on it; other signatures are passed over.

    Raises:
        NoteWrong: it is not a checkpoint, or not signed by ``key``.
    """
    checkpoint, _, lines = read_note(note)
    if checkpoint.origin != key.name:
        raise NoteWrong("transparency.note.no_checkpoint")
    own = [line for line in lines if key.wrote(line)]
    if not own:
        raise NoteWrong("transparency.note.other_key", name=key.name)
    for line in own:
        key.signed_s(note.partition("\n\n")[0] + "\n", line)
    return checkpoint


def cosigned_text(body: str, at_s: int) -> str:
    """What a witness signs at a time in Unix seconds."""
    return f"cosignature/v1\ntime {at_s}\n{body}"


def encoded(data: bytes) -> str:
    """Base64."""
    return base64.b64encode(data).decode("ascii")


def decoded(text: str) -> bytes:
    """What a base64 text holds. Raises NoteWrong when it is none."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteWrong("transparency.note.not_base64") from error


def _signed_text(checkpoint: Checkpoint, more: str) -> str:
    return checkpoint.body() + (f"{more}\n" if more else "")
