"""How schemathesis writes bodies that are neither JSON nor forms: SCHEMATHESIS_HOOKS=tests.ledger.fuzzing_hooks."""

from __future__ import annotations

from typing import Any

import schemathesis


@schemathesis.serializer("application/zstd", "multipart/mixed")
def write_bytes(_context: Any, value: Any) -> bytes:
    """Whatever was made, as bytes: it will hardly be what the type promises, which is the point."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
