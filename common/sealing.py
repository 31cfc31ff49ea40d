"""Pseudonyms, sealed letters and encryption at rest.

The van knows people by a keyed pseudonym. Name and identity number leave it only in a sealed
letter that the ledger alone can open; in the ledger's database they lie encrypted.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from common.errors import DataError
from common.private_file import write_private

KEY_BYTES = 32
PSEUDONYM_PREFIX = "qc-"
PSEUDONYM_BYTES = 20
_NONCE_BYTES = 12
_SEAL_VERSION = b"\x01"
_AT_REST_VERSION = b"\x01"


class SealBroken(DataError):
    """A sealed letter or an encrypted value is damaged, was meant for another key, or for another context."""


class KeyFileWrong(DataError):
    """A key file is missing or does not hold a key."""


def pseudonym(key: bytes, identity_number: str) -> str:
    """The name under which ``identity_number`` appears outside the ledger: ``qc-`` and 32 letters or digits.

    The same key and number always give the same pseudonym; without the key neither can be guessed from the other.
    """
    digest = hmac.new(key, b"qianche pseudonym v1\0" + identity_number.encode("utf-8"), hashlib.sha256).digest()
    return PSEUDONYM_PREFIX + base64.b32encode(digest[:PSEUDONYM_BYTES]).decode("ascii").lower()


def new_sealing_key() -> tuple[bytes, bytes]:
    """A new pair ``(private, public)`` of 32 raw bytes each: the ledger keeps the first, vans carry the second."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public half that belongs to a private sealing key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal(public: bytes, plaintext: bytes, context: bytes) -> bytes:
    """Seal ``plaintext`` for the holder of the private key. Opening needs the same ``context``, which is not secret.

    Every call uses a fresh key of its own, so two letters of the same content look unrelated.
    """
    ephemeral = X25519PrivateKey.generate()
    ephemeral_public = ephemeral.public_key().public_bytes_raw()
    key, nonce = _letter_key(ephemeral.exchange(X25519PublicKey.from_public_bytes(public)), ephemeral_public, public)
    return _SEAL_VERSION + ephemeral_public + ChaCha20Poly1305(key).encrypt(nonce, plaintext, context)


def unseal(private: bytes, sealed: bytes, context: bytes) -> bytes:
    """Open what :func:`seal` closed.

    Raises:
        SealBroken: damaged, sealed for another key, or with another context.
    """
    if sealed[:1] != _SEAL_VERSION or len(sealed) < 1 + KEY_BYTES:
        raise SealBroken("sealing.broken")
    own = X25519PrivateKey.from_private_bytes(private)
    ephemeral_public = sealed[1 : 1 + KEY_BYTES]
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(ephemeral_public))
        key, nonce = _letter_key(shared, ephemeral_public, own.public_key().public_bytes_raw())
        return ChaCha20Poly1305(key).decrypt(nonce, sealed[1 + KEY_BYTES :], context)
    except (InvalidTag, ValueError) as error:  # ValueError: a point of small order as public key
        raise SealBroken("sealing.broken") from error


def _letter_key(shared: bytes, ephemeral_public: bytes, public: bytes) -> tuple[bytes, bytes]:
    material = HKDF(
        algorithm=hashes.SHA256(),
        length=KEY_BYTES + _NONCE_BYTES,
        salt=ephemeral_public + public,
        info=b"qianche seal v1",
    ).derive(shared)
    return material[:KEY_BYTES], material[KEY_BYTES:]


class AtRestCipher:
    """AES-256-GCM for single database values. ``where`` binds a value to its place, so that it cannot be moved."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"an AES-256 key has {KEY_BYTES} bytes, not {len(key)}")
        self._aead = AESGCM(key)

    def encrypt(self, plaintext: str, where: str) -> bytes:
        """Encrypt a text for the place ``where``, for example ``learners.name:qc-...``."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        ciphertext = self._aead.encrypt(nonce, plaintext.encode("utf-8"), where.encode("utf-8"))
        return _AT_REST_VERSION + nonce + ciphertext

    def decrypt(self, stored: bytes, where: str) -> str:
        """The text again.

        Raises:
            SealBroken: damaged, another key, or taken from another place.
        """
        nonce, ciphertext = stored[1 : 1 + _NONCE_BYTES], stored[1 + _NONCE_BYTES :]
        if stored[:1] != _AT_REST_VERSION or len(nonce) != _NONCE_BYTES:
            raise SealBroken("sealing.broken")
        try:
            return self._aead.decrypt(nonce, ciphertext, where.encode("utf-8")).decode("utf-8")
        except InvalidTag as error:
            raise SealBroken("sealing.broken") from error


def read_key(path: Path) -> bytes:
    """The 32-byte key in a key file (64 hexadecimal digits).

    Raises:
        KeyFileWrong: no such file, or not a key.
    """
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except FileNotFoundError:
        raise KeyFileWrong("sealing.key_missing", path=path) from None
    except (ValueError, UnicodeDecodeError):
        raise KeyFileWrong("sealing.key_wrong", path=path) from None
    if len(key) != KEY_BYTES:
        raise KeyFileWrong("sealing.key_wrong", path=path)
    return key


def write_key(path: Path, key: bytes) -> None:
    """Write a new key file that its owner alone may read. Whole or not at all, and never over another.

    Raises:
        FileExistsError: there is a file already.
    """
    write_private(path, key.hex() + "\n")


def key_from(path: Path) -> bytes:
    """The key in ``path``; a new random one is made and kept there the first time."""
    if not path.exists():
        with contextlib.suppress(FileExistsError):  # made by another process in this moment
            write_key(path, secrets.token_bytes(KEY_BYTES))
    return read_key(path)
