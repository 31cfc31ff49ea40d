"""The keys that sign certificates: files in one folder, a number each; the highest signs, all verify.

``0002.key`` is a private key that its owner alone may read, ``0001.pub`` what is kept of one that was replaced.
"""

from __future__ import annotations

import base64
import contextlib
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from common.errors import DataError
from common.sealing import KEY_BYTES, read_key, write_key

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519_CODEC = b"\xed\x01"
"""What stands before an Ed25519 public key in a multikey."""


class KeysWrong(DataError):
    """A file holds no public keys of certificates."""


@dataclass(frozen=True)
class CertificateKey:
    """The public half of a key that signs certificates."""

    public: bytes

    @property
    def did(self) -> str:
        """The issuer's name, which holds the key itself (did:key)."""
        return f"did:key:{self._multikey}"

    @property
    def kid(self) -> str:
        """The key's id in the header of a credential (DID URL)."""
        return f"{self.did}#{self._multikey}"

    def jwk(self) -> dict[str, str]:
        """The key as programs read it (RFC 8037)."""
        content = base64.urlsafe_b64encode(self.public).rstrip(b"=").decode("ascii")
        return {"kty": "OKP", "crv": "Ed25519", "x": content, "kid": self.kid, "alg": "EdDSA", "use": "sig"}

    @property
    def _multikey(self) -> str:
        number = int.from_bytes(_ED25519_CODEC + self.public, "big")
        digits = ""
        while number:
            number, digit = divmod(number, 58)
            digits = _BASE58[digit] + digits
        return "z" + digits


class CertificateKeys:
    """All keys of one issuer, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Read the keys; the first is made where there is none."""
        self._folder = folder
        if not self._numbers("key"):
            self._make(1)

    def rotate(self) -> CertificateKey:
        """Sign with a new key from now on; of the former one its public half is kept, so that what it signed holds."""
        former = self._numbers("key")
        self._make(max(former) + 1)
        for number in former:
            private = self._path(number, "key")
            with contextlib.suppress(FileExistsError):  # a rotation that was cut short wrote it
                write_key(self._path(number, "pub"), _public(read_key(private)))
            private.unlink()
        return self.current

    @property
    def current(self) -> CertificateKey:
        """The key that signs."""
        return CertificateKey(_public(self.seed))

    @property
    def seed(self) -> bytes:
        """The private half of the key that signs."""
        return read_key(self._path(max(self._numbers("key")), "key"))

    def all(self) -> list[CertificateKey]:
        """Every key that ever signed, the first one first."""
        public = {number: read_key(self._path(number, "pub")) for number in self._numbers("pub")}
        public |= {number: _public(read_key(self._path(number, "key"))) for number in self._numbers("key")}
        return [CertificateKey(public[number]) for number in sorted(public)]

    def published(self) -> dict[str, Any]:
        """The public keys as programs read them (JWK set)."""
        return {"keys": [key.jwk() for key in self.all()]}

    def _make(self, number: int) -> None:
        with contextlib.suppress(FileExistsError):  # made by another process in this moment
            write_key(self._path(number, "key"), secrets.token_bytes(KEY_BYTES))

    def _path(self, number: int, kind: str) -> Path:
        return self._folder / f"{number:04}.{kind}"

    def _numbers(self, kind: str) -> list[int]:
        return [int(path.stem) for path in self._folder.glob(f"*.{kind}") if path.stem.isdecimal()]


def read_published(content: bytes) -> list[CertificateKey]:
    """The keys in a published set, or one key alone; keys of other kinds are passed over.

    Raises:
        KeysWrong: it is no such set, or none of its keys is of this kind.
    """
    try:
        value = json.loads(content)
        entries = value.get("keys", [value])
        found = [_raw(each["x"]) for each in entries if each.get("crv") == "Ed25519"]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise KeysWrong("certificates.keys.wrong") from error
    if not found or any(len(each) != KEY_BYTES for each in found):
        raise KeysWrong("certificates.keys.wrong")
    return [CertificateKey(each) for each in found]


def _raw(content: str) -> bytes:
    return base64.urlsafe_b64decode(content + "=" * (-len(content) % 4))


def _public(seed: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
