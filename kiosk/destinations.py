"""The two places a van reports to, and how each answers: taken, refused, or not now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Protocol

import httpx

from kiosk.outbox import Item, Owed
from kiosk.statements import statements

XAPI_VERSION = "1.0.3"
TIMEOUT = httpx.Timeout(20, connect=10)
REFUSALS = frozenset({400, 405, 409, 410, 411, 413, 415, 422})
"""Answers that are about the one thing sent. Any other failure is about the destination (its
address, our credential, its health), so what was sent waits and is tried again."""


class Refused(Exception):
    """The destination has understood, and does not want this one thing, now or later."""


class NotNow(Exception):
    """It did not arrive. ``after`` is what the destination asked us to wait, in seconds.

    ``everything`` says that nothing else would have arrived either.
    """

    def __init__(self, reason: str, *, everything: bool, after: float | None = None) -> None:
        super().__init__(reason)
        self.everything = everything
        self.after = after


class Destination(Protocol):
    """A place that completions go to."""

    name: str
    items: tuple[Item, ...]
    """What of a completion goes there."""

    async def send(self, owed: Owed) -> None:
        """Send one thing; returning means that the destination has it.

        Raises:
            Refused, NotNow
        """

    async def aclose(self) -> None:
        """Close its connections."""


@dataclass(frozen=True)
class LedgerAddress:
    """Where the training ledger is. Any conformant LRS will do.

    ``xapi`` ends before ``/statements``. ``api`` is where our own ledger takes enrolments and logs
    (ends before ``/enrolments``); None for an LRS that is not ours: it is sent statements only.
    """

    xapi: str
    key: str
    secret: str
    api: str | None = None


class Ledger:
    """The training ledger: statements, and to our own also who a pseudonym is and the session's log."""

    name = "ledger"
    items: tuple[Item, ...] = ("enrolment", "statements", "log")

    def __init__(self, address: LedgerAddress, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._address = address
        if address.api is None:
            self.items = ("statements",)
        self._client = httpx.AsyncClient(
            auth=(address.key, address.secret), timeout=TIMEOUT, transport=transport, trust_env=False
        )

    async def send(self, owed: Owed) -> None:
        match owed.item:
            case "enrolment":
                await _post(self._client, f"{self._address.api}/enrolments", _JSON, (owed.enrolment or "").encode())
            case "statements":
                body = json.dumps(statements(owed.completion), ensure_ascii=False).encode()
                headers = {**_JSON, "X-Experience-API-Version": XAPI_VERSION}
                await _post(self._client, f"{self._address.xapi}/statements", headers, body)
            case "log":
                headers = {"Content-Type": "application/zstd", "X-Log-Digest": owed.completion.log_digest}
                await _post(self._client, f"{self._address.api}/logs/{owed.completion.id}", headers, owed.log)
            case _:
                raise ValueError(f"a ledger is not sent the {owed.item}")

    async def aclose(self) -> None:
        await self._client.aclose()


class Monitoring:
    """The linked monitoring module: the completion itself, and the heartbeats of stations."""

    name = "monitoring"
    items: tuple[Item, ...] = ("completion",)

    def __init__(self, url: str, token: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        """``url`` ends before ``/completions``."""
        self._url = url
        headers = {"Authorization": f"Bearer {token}"}
        self._client = httpx.AsyncClient(headers=headers, timeout=TIMEOUT, transport=transport, trust_env=False)

    async def send(self, owed: Owed) -> None:
        await _post(self._client, f"{self._url}/completions", _JSON, owed.completion.model_dump_json().encode())

    async def beat(self, heartbeat: dict[str, object]) -> None:
        """Say how a station is.

        Raises:
            Refused, NotNow
        """
        await _post(self._client, f"{self._url}/heartbeats", _JSON, json.dumps(heartbeat).encode())

    async def aclose(self) -> None:
        await self._client.aclose()


_JSON = {"Content-Type": "application/json"}


async def _post(client: httpx.AsyncClient, url: str, headers: dict[str, str], body: bytes) -> None:
    try:
        answer = await client.post(url, content=body, headers=headers)
    except httpx.TimeoutException as error:
        # Perhaps only this one is slow to take: others get their turn.
        raise NotNow(_named(error), everything=isinstance(error, httpx.ConnectTimeout)) from error
    except httpx.HTTPError as error:
        raise NotNow(_named(error), everything=True) from error
    if answer.is_success:
        return
    reason = f"HTTP {answer.status_code}: {answer.text[:300].strip()}"
    if answer.status_code in REFUSALS:
        raise Refused(reason)
    raise NotNow(reason, everything=answer.status_code != 500, after=_retry_after(answer))


def _named(error: httpx.HTTPError) -> str:
    """The error with its kind, since some carry no text."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _retry_after(answer: httpx.Response) -> float | None:
    value = answer.headers.get("Retry-After", "")
    return float(value) if value.isascii() and value.isdigit() else None
