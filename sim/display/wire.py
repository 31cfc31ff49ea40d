"""How a stream process and its owner talk: JSON lines in, messages and pictures out.

Out of the process come blocks: a byte that says what it is (``MESSAGE`` or ``PICTURE``), the length of
the rest in four bytes, little end first, and the rest: JSON in UTF-8, or four bytes of the picture's
number and its JPEG.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

MESSAGE, PICTURE = b"M", b"P"
HEAD = struct.Struct("<cI")
NUMBER = struct.Struct("<I")
LARGEST_BLOCK = 16 * 2**20


def write_message(stream: BinaryIO, message: dict[str, Any]) -> None:
    body = json.dumps(message, ensure_ascii=False).encode()
    stream.write(HEAD.pack(MESSAGE, len(body)) + body)
    stream.flush()


def write_picture(stream: BinaryIO, number: int, jpeg: bytes) -> None:
    stream.write(HEAD.pack(PICTURE, NUMBER.size + len(jpeg)) + NUMBER.pack(number) + jpeg)
    stream.flush()


def command_line(command: dict[str, Any]) -> bytes:
    """A command to the process, as its line."""
    return json.dumps(command, ensure_ascii=False).encode() + b"\n"
