"""Identifiers (RFC 9562) in the order of time: new ones, and those that follow from another."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime


def uuid7(now: datetime) -> uuid.UUID:
    """A new UUIDv7 for ``now``: 48 bits of Unix milliseconds, 74 random bits (RFC 9562, 5.7)."""
    milliseconds = int(now.timestamp() * 1000)
    value = (milliseconds << 80) | (0x7 << 76) | (secrets.randbits(12) << 64)
    value |= (0b10 << 62) | secrets.randbits(62)
    return uuid.UUID(int=value)


def uuid8(of: uuid.UUID, what: str) -> uuid.UUID:
    """The one id of ``what`` of the thing that has the UUIDv7 ``of``: always the same, and of its time.

    A UUIDv8 (RFC 9562, 5.8): 48 bits of Unix milliseconds from ``of``, 74 bits of SHA-256 over both. Since it
    begins with a time, a database adds it at the end of an index instead of anywhere in it.
    """
    digest = hashlib.sha256(of.bytes + what.encode("utf-8")).digest()
    value = of.int >> 80 << 80 | int.from_bytes(digest[:10], "big")
    value = value & ~(0xF << 76) | (0x8 << 76)
    return uuid.UUID(int=value & ~(0b11 << 62) | (0b10 << 62))
