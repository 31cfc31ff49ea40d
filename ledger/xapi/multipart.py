"""multipart/mixed (RFC 2046): how statements travel together with their attachments."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser

from ledger.xapi.faults import XapiFault

MIXED = "multipart/mixed"
_MOST_PARTS = 1000


@dataclass(frozen=True)
class Part:
    """One part of a message. Header names are in lower case."""

    headers: dict[str, str]
    content: bytes

    @property
    def kind(self) -> str:
        """The content type without its parameters."""
        return media_type(self.headers.get("content-type", ""))


def media_type(content_type: str) -> str:
    """A content type without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def read_multipart(content_type: str, body: bytes) -> list[Part]:
    """The parts of a message, at least one.

    Raises:
        XapiFault: ``body`` is not such a message.
    """
    reading = _Reading()
    parser = MultipartParser(_boundary(content_type), reading.callbacks())
    try:
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        raise XapiFault("ledger.xapi.multipart.damaged", why=str(error)[:120]) from error
    if not reading.ended or not reading.parts:
        raise XapiFault("ledger.xapi.multipart.no_end")
    return reading.parts


def write_multipart(parts: Iterable[Part]) -> tuple[str, bytes]:
    """A message of ``parts``: its content type and its body."""
    boundary = secrets.token_hex(24)
    body = bytearray()
    for part in parts:
        body += f"--{boundary}\r\n".encode()
        for name, value in part.headers.items():
            body += f"{name}: {value}\r\n".encode()
        body += b"\r\n" + part.content + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    return f'{MIXED}; boundary="{boundary}"', bytes(body)


def _boundary(content_type: str) -> bytes:
    message = Message()
    message["Content-Type"] = content_type
    boundary = message.get_boundary()
    if not boundary or not boundary.isascii():
        raise XapiFault("ledger.xapi.multipart.no_boundary")
    return boundary.encode("ascii")


class _Reading:
    """Collects what the parser finds."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.ended = False
        self._headers: dict[str, str] = {}
        self._name, self._value, self._content = bytearray(), bytearray(), bytearray()

    def callbacks(self) -> dict[str, object]:
        """What the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._add_to_name,
            "on_header_value": self._add_to_value,
            "on_header_end": self._end_header,
            "on_part_data": self._add_to_content,
            "on_part_end": self._end,
            "on_end": self._end_all,
        }

    def _begin(self) -> None:
        if len(self.parts) == _MOST_PARTS:
            raise XapiFault("ledger.xapi.multipart.too_many", limit=_MOST_PARTS)
        self._headers = {}
        self._content = bytearray()

    def _add_to_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _add_to_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        self._headers[self._name.decode("latin-1").lower()] = self._value.decode("latin-1").strip()
        self._name, self._value = bytearray(), bytearray()

    def _add_to_content(self, data: bytes, start: int, end: int) -> None:
        self._content += data[start:end]

    def _end(self) -> None:
        self.parts.append(Part(self._headers, bytes(self._content)))

    def _end_all(self) -> None:
        self.ended = True
