"""Which client program asks, and what it may do."""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Callable

from common.clock import Clock
from common.errors import DataError
from common.web.throttle import Throttle
from ledger.credentials import Client, Credentials
from ledger.rates import RateLimit

_MOST_FAILURES = {"key": 30, "address": 300}
"""Wrong secrets in a quarter of an hour, for one key from one address and in all from one address."""


class Unknown(DataError):
    """The request shows no credential, or a wrong one."""

    status = 401
    headers = {"WWW-Authenticate": 'Basic realm="Qianche ledger", charset="UTF-8"'}


class NotAllowed(DataError):
    """The credential is right but not for this."""

    status = 403


class TooOften(DataError):
    """The client must wait a little."""

    status = 429

    def __init__(self, key: str, wait_s: float) -> None:
        seconds = max(1, math.ceil(wait_s))
        super().__init__(key, seconds=seconds)
        self.headers = {"Retry-After": str(seconds)}


class Gate:
    """Lets client programs in by their Basic credentials, not too often."""

    def __init__(self, credentials: Credentials, clock: Clock, requests_per_s: float) -> None:
        self._credentials = credentials
        self._failures = Throttle(clock)
        self._rate = RateLimit(clock, requests_per_s)

    def recognised(self, authorization: str | None) -> Client | None:
        """The client if it was let in a moment ago; asks neither database nor hash.

        Raises:
            TooOften
        """
        shown = basic_credentials(authorization)
        client = self._credentials.remembered(*shown) if shown else None
        return self._not_too_often(client) if client else None

    def admitted(self, authorization: str | None, address: str) -> Client:
        """The client that these credentials belong to; ``address`` is where the request came from.

        Raises:
            Unknown, TooOften
        """
        shown = basic_credentials(authorization)
        if shown is None:
            raise Unknown("ledger.access.unknown")
        if not self._credentials.knows(*shown):
            self._slow_down(shown[0], address)
        client = self._credentials.verify(*shown)
        if client is None:
            self._failures.failed(*_counted(shown[0], address).values())
            raise Unknown("ledger.access.unknown")
        return self._not_too_often(client)

    def _slow_down(self, key: str, address: str) -> None:
        counted = _counted(key, address)
        wait_s = self._failures.wait_s({counted[kind]: limit for kind, limit in _MOST_FAILURES.items()})
        if wait_s > 0:
            raise TooOften("ledger.access.too_many_failures", wait_s)

    def _not_too_often(self, client: Client) -> Client:
        wait_s = self._rate.wait_s(client.key)
        if wait_s > 0:
            raise TooOften("ledger.access.too_often", wait_s)
        return client


def writer(client: Client) -> Client:
    """The client, if it may write; else raises NotAllowed."""
    return _allowed(client, lambda each: each.may_write, "ledger.access.no_writer")


def reader(client: Client) -> Client:
    """The client, if it may read; else raises NotAllowed."""
    return _allowed(client, lambda each: each.may_read, "ledger.access.no_reader")


def counter(client: Client) -> Client:
    """The client, if it may report counts of companies; else raises NotAllowed."""
    return _allowed(client, lambda each: each.may_count, "supervision.access.no_counter")


def _counted(key: str, address: str) -> dict[str, str]:
    """Under what failures are counted."""
    return {"key": f"{address} {key[:40]}", "address": address}


def _allowed(client: Client, may: Callable[[Client], bool], fault: str) -> Client:
    if not may(client):
        raise NotAllowed(fault)
    return client


def basic_credentials(authorization: str | None) -> tuple[str, str] | None:
    """Key and secret of an Authorization header; None for any that is not Basic."""
    scheme, _, encoded = (authorization or "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        key, colon, secret = base64.b64decode(encoded.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return None
    return (key, secret) if colon and "\0" not in key else None
