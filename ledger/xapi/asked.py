"""A request of the Experience API, whichever syntax it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ledger.credentials import Client
from ledger.xapi.faults import XapiFault
from ledger.xapi.multipart import media_type
from ledger.xapi.versions import HEADER

METHODS = ("GET", "HEAD", "PUT", "POST", "DELETE")
_AS_HEADERS = {
    name.lower() for name in ("Authorization", HEADER, "Content-Type", "Content-Length", "If-Match", "If-None-Match")
}
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 100


@dataclass(frozen=True)
class Asked:
    """What a client program wants. Header names are in lower case."""

    method: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    client: Client
    version: str
    """Of xAPI, in which it is answered."""

    @property
    def content_type(self) -> str:
        """The media type of the body, without parameters."""
        return media_type(self.headers.get("content-type", ""))


@dataclass(frozen=True)
class Form:
    """A request in the alternate syntax, unfolded: method, parameters, headers and body out of one POST."""

    method: str
    parameters: dict[str, str]
    headers: dict[str, str]
    body: bytes


def single_parameters(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Parameters by name.

    Raises:
        XapiFault: one is there twice.
    """
    parameters = dict(pairs)
    if len(parameters) != len(pairs):
        raise XapiFault("ledger.xapi.parameter_twice")
    return parameters


def read_form(parameters: Mapping[str, str], headers: Mapping[str, str], body: bytes) -> Form:
    """Unfold a request in the alternate syntax of version 1.0.3.

    Args:
        parameters: of the address; the method must be the only one.
        headers: of the request; fields of the form take their place.

    Raises:
        XapiFault: it is none.
    """
    method = parameters["method"].upper()
    if method not in METHODS or len(parameters) > 1:
        raise XapiFault("ledger.xapi.form.alone")
    if media_type(headers.get("content-type", "")) != _FORM:
        raise XapiFault("ledger.xapi.form.type", wanted=_FORM)
    try:
        text = body.decode("utf-8")
        pairs = parse_qsl(
            text, keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise XapiFault("ledger.xapi.form.damaged", why=str(error)[:120]) from error
    fields = single_parameters(pairs)
    given = {name.lower(): fields.pop(name) for name in list(fields) if name.lower() in _AS_HEADERS}
    content = fields.pop("content", None)
    if content is None and method in ("PUT", "POST"):
        raise XapiFault("ledger.xapi.form.no_content")
    kept = {name: value for name, value in headers.items() if name not in ("content-type", "content-length")}
    unfolded = {**kept, "content-type": "application/json", **given}
    return Form(method, fields, unfolded, (content or "").encode("utf-8"))
