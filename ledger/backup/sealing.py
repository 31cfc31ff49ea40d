"""A backup under lock: chunks of AES-256-GCM, each with its number, the last one marked.

After the head (magic, how the key is made, salt) come chunks of 1 MiB and 16 bytes. A chunk's nonce is its
number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár): a chunk
that is changed, moved, or missing at the end is found. Each file has a key of its own through its salt.
"""

from __future__ import annotations

import io
import secrets
from dataclasses import dataclass
from typing import BinaryIO

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from common.errors import DataError, UsageError
from common.sealing import KEY_BYTES

MAGIC = b"qianche sealed backup 1\n"
CHUNK_BYTES = 1024 * 1024
LEAST_PASSPHRASE = 12
_TAG_BYTES, _SALT_BYTES, _COUNT_BYTES = 16, 16, 11
_OF_KEY, _OF_PASSPHRASE = b"k", b"p"


class BackupLocked(UsageError):
    """The backup is sealed, and the key or passphrase that opens it was not given."""


class BackupBroken(DataError):
    """The backup is damaged or incomplete, or the key is another one."""


@dataclass(frozen=True, repr=False)
class Lock:
    """What seals a backup: a key of 32 bytes, or a passphrase."""

    key: bytes | None = None
    passphrase: str | None = None

    def __post_init__(self) -> None:
        if self.passphrase is not None and len(self.passphrase) < LEAST_PASSPHRASE:
            raise UsageError("backup.passphrase_short", least=LEAST_PASSPHRASE)

    @property
    def _kind(self) -> bytes:
        return _OF_PASSPHRASE if self.key is None else _OF_KEY

    def head(self) -> bytes:
        """The head of a new file."""
        return MAGIC + self._kind + secrets.token_bytes(_SALT_BYTES)

    def cipher(self, head: bytes) -> AESGCM:
        """What a file with this head is encrypted with. Raises BackupLocked when it wants the other kind of key."""
        kind, salt = head[len(MAGIC) : len(MAGIC) + 1], head[len(MAGIC) + 1 :]
        if kind == _OF_KEY and self.key is not None:
            return AESGCM(HKDF(hashes.SHA256(), KEY_BYTES, salt, b"qianche backup v1").derive(self.key))
        if kind == _OF_PASSPHRASE and self.passphrase is not None:
            secret = self.passphrase.encode("utf-8")
            return AESGCM(hash_secret_raw(secret, salt, 3, 65536, 4, KEY_BYTES, Type.ID))
        raise BackupLocked("backup.other_lock")


class SealingWriter:
    """Encrypts what is written to it into ``file``; whole only after ``finish``."""

    def __init__(self, file: BinaryIO, lock: Lock) -> None:
        self._file = file
        self._head = lock.head()
        self._cipher = lock.cipher(self._head)
        self._number = 0
        self._pending = bytearray()
        file.write(self._head)

    def write(self, data: bytes) -> int:
        self._pending += data
        while len(self._pending) > CHUNK_BYTES:  # a full chunk stays behind: it may turn out to be the last
            self._seal(bytes(self._pending[:CHUNK_BYTES]), last=False)
            del self._pending[:CHUNK_BYTES]
        return len(data)

    def finish(self) -> None:
        """Write the last chunk; ``file`` stays open."""
        self._seal(bytes(self._pending), last=True)

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last), chunk, self._head))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Decrypts a sealed file from its beginning."""

    def __init__(self, file: BinaryIO, lock: Lock) -> None:
        self._file = file
        self._head = file.read(len(MAGIC) + 1 + _SALT_BYTES)
        self._cipher = lock.cipher(self._head)
        self._number = 0
        self._next = file.read(CHUNK_BYTES + _TAG_BYTES)
        self._open = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # io's own stubs are of any buffer
        if not self._open and self._next:
            self._unseal()
        given = self._open[: len(buffer)]
        buffer[: len(given)] = given
        self._open = self._open[len(given) :]
        return len(given)

    def _unseal(self) -> None:
        chunk, self._next = self._next, self._file.read(CHUNK_BYTES + _TAG_BYTES)
        try:
            self._open = self._cipher.decrypt(_nonce(self._number, not self._next), chunk, self._head)
        except (InvalidTag, ValueError) as error:
            raise BackupBroken("backup.unsealed") from error
        self._number += 1


def is_sealed(file: BinaryIO) -> bool:
    """Whether a file, read from its beginning, is sealed; leaves it at its beginning."""
    start = file.read(len(MAGIC))
    file.seek(0)
    return start == MAGIC


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(_COUNT_BYTES, "big") + bytes([last])
