"""Which version of xAPI a client speaks, and the headers of every answer."""

from __future__ import annotations

import re
from collections import OrderedDict

from ledger.xapi.faults import NotAcceptable

HEADER = "X-Experience-API-Version"
CONSISTENT_THROUGH = "X-Experience-API-Consistent-Through"
SPOKEN = ("1.0.3", "2.0.0")
_ONE = re.compile(r"1\.0(\.\d+)?")
_TWO = re.compile(r"2\.0(\.\d+)?")
_MOST_REMEMBERED = 1000


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


class LastSpoken:
    """In which version to tell a client that it named none: the one it spoke last, or the newest."""

    def __init__(self) -> None:
        self._versions: OrderedDict[str, str] = OrderedDict()

    def note(self, client: str, version: str) -> None:
        """A client spoke ``version``."""
        self._versions[client] = version
        self._versions.move_to_end(client)
        while len(self._versions) > _MOST_REMEMBERED:
            self._versions.popitem(last=False)

    def of(self, client: str | None) -> str:
        """The version for a client."""
        return self._versions.get(client or "", SPOKEN[-1])
