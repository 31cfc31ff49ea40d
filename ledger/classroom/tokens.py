"""Random words: the codes of classes, which people may have to type, and the tokens of sessions."""

from __future__ import annotations

import secrets

CODE_LENGTH = 10
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without characters that look alike."""


def new_code() -> str:
    """A code that nobody guesses: 49 random bits, and asked for too often one has to wait."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))
