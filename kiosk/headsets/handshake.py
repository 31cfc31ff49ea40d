"""How a van and a headset's computer show each other that they hold the same secret, without saying it.

A headset's computer follows whoever answers on the network by its van's name, so the secret never leaves it: each
side picks a number, and what both compute from the two numbers and the secret can be computed by nobody else.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Literal

Use = Literal["headset", "van", "requests"]
"""Who proves itself, or ``requests``: what the headset's HTTP requests carry while the line is open."""


def new_nonce() -> str:
    """A number that is used once."""
    return secrets.token_hex(32)


def proof(secret: str, use: Use, van_nonce: str, headset_nonce: str) -> str:
    """What only the holders of ``secret`` can say on a line of these two numbers."""
    said = f"qianche headset v1 {use} {van_nonce} {headset_nonce}".encode("ascii")
    return hmac.new(bytes.fromhex(secret), said, hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two proofs are equal, in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())
