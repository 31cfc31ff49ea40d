"""What is wrong with what a client program sent."""

from __future__ import annotations

import json
from collections.abc import Sequence

from common.errors import DataError
from common.text import Lang, text

_LONGEST_SHOWN = 80


class XapiFault(DataError):
    """The request cannot be taken; ``status`` is the HTTP status of the answer."""

    status = 400


class StatementInvalid(XapiFault):
    """A statement is not one. ``where`` is a JSON pointer into what was sent."""

    def __init__(self, where: str, expected: str, found: object) -> None:
        self.where = where or "/"
        self.expected = expected
        shown = json.dumps(found, ensure_ascii=False, default=str)
        self.found = shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + "…"
        super().__init__("ledger.xapi.invalid", where=self.where, expected=expected, found=self.found)

    def message(self, lang: Lang) -> str:
        """Where, what was expected there, what was found."""
        expected = text(f"ledger.xapi.expected.{self.expected}", lang)
        return text(self.key, lang, where=self.where, expected=expected, found=self.found)


class StatementConflict(XapiFault):
    """Another statement has this id already."""

    status = 409


class NotAcceptable(XapiFault):
    """The client's version of xAPI, or the form of what it sent, is not understood."""


class NotFound(XapiFault):
    """There is no such statement or document."""

    status = 404


class NoSuchMethod(XapiFault):
    """The resource is there, but does not understand this method."""

    status = 405

    def __init__(self, allowed: Sequence[str]) -> None:
        super().__init__("ledger.xapi.no_such_method", allowed=", ".join(allowed))
        self.headers = {"Allow": ", ".join(allowed)}


class Overwrites(XapiFault):
    """A document would be overwritten by a client that does not say which version it knows."""

    status = 409


class PreconditionFailed(XapiFault):
    """The document is not the one that the client knows."""

    status = 412


class DatabaseAway(XapiFault):
    """The database does not answer at the moment; what was sent is to be sent again, which stores nothing twice."""

    status = 503
    headers = {"Retry-After": "5"}
