"""Encryption at rest with keys that can be changed: each value names the key it was encrypted with."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import Protocol

from common.sealing import KEY_BYTES, AtRestCipher, SealBroken, key_from, read_key, write_key

_VERSION = b"\x02"
_NUMBER_BYTES = 2
FIRST_KEY = 1
"""The key of values that name none: those written before keys could be changed."""


class KeySource(Protocol):
    """Where keys come from: files here, a key management service where a city has one. Numbers count from 1."""

    def current(self) -> int:
        """The number of the key that new values are encrypted with."""

    def key(self, number: int) -> bytes:
        """The 32 bytes of a key. Raises KeyFileWrong or another QiancheError if there is none."""

    def renew(self) -> int:
        """Make a new key the current one and return its number; the others stay."""


class KeyFiles:
    """Keys in files of one folder: ``at-rest.key`` is the first, ``at-rest-2.key`` the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if self.current() == FIRST_KEY:
            key_from(self._path(FIRST_KEY))

    def current(self) -> int:
        numbers = (re.fullmatch(r"at-rest-(\d{1,4})\.key", path.name) for path in self._folder.glob("at-rest-*.key"))
        return max((int(found[1]) for found in numbers if found), default=FIRST_KEY)

    def key(self, number: int) -> bytes:
        return read_key(self._path(number))

    def renew(self) -> int:
        number = self.current() + 1
        write_key(self._path(number), secrets.token_bytes(KEY_BYTES))
        return number

    def _path(self, number: int) -> Path:
        return self._folder / ("at-rest.key" if number == FIRST_KEY else f"at-rest-{number}.key")


class Keyring:
    """Encrypts with the current key and decrypts with whichever a value names. Keys are asked for once."""

    def __init__(self, source: KeySource) -> None:
        self._source = source
        self._ciphers: dict[int, AtRestCipher] = {}
        self._current = source.current()
        self._cipher(self._current)

    def encrypt(self, plaintext: str, where: str) -> bytes:
        """Encrypt a text for the place ``where``, for example ``learners.name:qc-...``."""
        number = self._current.to_bytes(_NUMBER_BYTES)
        return _VERSION + number + self._cipher(self._current).encrypt(plaintext, where)

    def decrypt(self, stored: bytes, where: str) -> str:
        """The text again.

        Raises:
            SealBroken: damaged, or taken from another place.
            KeyFileWrong: its key is not there any more.
        """
        number, value = self._taken_apart(stored)
        return self._cipher(number).decrypt(value, where)

    def is_current(self, stored: bytes) -> bool:
        """Whether a value is encrypted with the current key."""
        return stored[:1] == _VERSION and self._taken_apart(stored)[0] == self._current

    def renew(self) -> int:
        """Encrypt with a new key from now on; its number. What is there is still read with its own."""
        self._current = self._source.renew()
        return self._current

    def _taken_apart(self, stored: bytes) -> tuple[int, bytes]:
        if stored[:1] != _VERSION:
            return FIRST_KEY, stored
        number, value = stored[1 : 1 + _NUMBER_BYTES], stored[1 + _NUMBER_BYTES :]
        if not value:
            raise SealBroken("sealing.broken")
        return int.from_bytes(number), value

    def _cipher(self, number: int) -> AtRestCipher:
        if number not in self._ciphers:
            self._ciphers[number] = AtRestCipher(self._source.key(number))
        return self._ciphers[number]
