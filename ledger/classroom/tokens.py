"""The codes of classes, which people may have to type."""

from __future__ import annotations

import secrets

CODE_LENGTH = 10
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without characters that look alike."""


def new_code() -> str:
    """A code that nobody guesses: 49 random bits, and asked for too often one has to wait."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))


def is_code(typed: str) -> bool:
    """Whether this could be a code, in small letters or capitals."""
    return len(typed) == CODE_LENGTH and set(typed.lower()) <= set(_ALPHABET)
