"""How one line of a log is written as bytes, and how large a log may grow."""

from __future__ import annotations

import hashlib

from sim.log.events import End, Event, Header

MAX_BYTES = 50 * 1024 * 1024
MAX_LINES = 200_000
MAX_LINE_BYTES = 4096

_END_TAIL = b'"}'


def line_bytes(line: Header | Event) -> bytes:
    """The canonical form: compact JSON, keys as declared, what is not known left out, UTF-8, one line feed."""
    return line.model_dump_json(exclude_none=True).encode("utf-8") + b"\n"


def end_line(t: float, before: hashlib._Hash) -> tuple[End, bytes]:
    """The end line after bytes whose SHA-256 so far is ``before`` (which is left as it was).

    The digest covers the end line too, up to the digest itself, so that its time is protected as well.
    """
    head = End(t=t, digest="").model_dump_json().encode("utf-8").removesuffix(_END_TAIL)
    digest = before.copy()
    digest.update(head)
    value = "sha256:" + digest.hexdigest()
    return End(t=t, digest=value), head + value.encode("ascii") + _END_TAIL + b"\n"
