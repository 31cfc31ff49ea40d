"""Which version of xAPI a client speaks, and the headers of every answer."""

from __future__ import annotations

import re

from ledger.xapi.faults import NotAcceptable

HEADER = "X-Experience-API-Version"
CONSISTENT_THROUGH = "X-Experience-API-Consistent-Through"
SPOKEN = ("1.0.3", "2.0.0")
_ONE = re.compile(r"1\.0(\.\d+)?")
_TWO = re.compile(r"2\.0(\.\d+)?")


def agreed_version(header: str | None) -> str:
    """The version to answer in.

    Raises:
        NotAcceptable: the client does not say, or speaks another one.
    """
    if header is None:
        raise NotAcceptable("ledger.xapi.no_version", header=HEADER, spoken=", ".join(SPOKEN))
    if _ONE.fullmatch(header):
        return "1.0.3"
    if _TWO.fullmatch(header):
        return "2.0.0"
    raise NotAcceptable("ledger.xapi.version", header=HEADER, found=header[:40], spoken=", ".join(SPOKEN))


def statement_version(agreed: str) -> str:
    """What the ledger writes into a statement that names no version."""
    return "1.0.0" if agreed.startswith("1.") else "2.0.0"
