"""What is fetched from the van and brought to it beside the line: scenarios and logs."""

from __future__ import annotations

import httpx

from common.text import Lang
from kiosk.headsets.messages import LARGEST_SCENARIO, log_path, scenario_path

TIMEOUT = httpx.Timeout(60, connect=10)
REFUSALS = frozenset({400, 409, 413, 422})
"""Answers that would be the same the next time."""


class VanRefuses(Exception):
    """The van has understood and does not want this, now or later. ``said`` is its reason in both languages."""

    def __init__(self, said: dict[Lang, str]) -> None:
        super().__init__(said["en"])
        self._said = said

    def message(self, lang: Lang) -> str:
        """Why, in ``lang``."""
        return self._said[lang]


class VanSilent(Exception):
    """It did not come through; another time it may."""


class Errand:
    """Requests under one open line, as an asynchronous context."""

    def __init__(self, address: str, token: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self._client = httpx.AsyncClient(
            base_url=address, headers=headers, timeout=TIMEOUT, transport=transport, trust_env=False
        )

    async def __aenter__(self) -> Errand:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def scenario(self, session: str) -> bytes:
        """The scenario of a session, as a file or an archive.

        Raises:
            VanRefuses, VanSilent
        """
        content = bytearray()
        try:
            async with self._client.stream("GET", scenario_path(session)) as answer:
                if not answer.is_success:
                    await answer.aread()
                _check(answer)
                async for part in answer.aiter_bytes():
                    content += part
                    if len(content) > LARGEST_SCENARIO:
                        raise VanSilent(f"a scenario of more than {LARGEST_SCENARIO} bytes")
        except httpx.HTTPError as error:
            raise VanSilent(_named(error)) from error
        return bytes(content)

    async def bring_log(self, session: str, content: bytes) -> None:
        """Hand over a finished log; returning means that its completion is safe in the van.

        Raises:
            VanRefuses, VanSilent
        """
        try:
            _check(await self._client.put(log_path(session), content=content))
        except httpx.HTTPError as error:
            raise VanSilent(_named(error)) from error


def _check(answer: httpx.Response) -> None:
    if answer.is_success:
        return
    if answer.status_code not in REFUSALS:
        raise VanSilent(f"HTTP {answer.status_code}")
    said = answer.json()
    raise VanRefuses({"zh": str(said["zh"])[:500], "en": str(said["en"])[:500]})


def _named(error: httpx.HTTPError) -> str:
    """Some carry no text."""
    return f"{type(error).__name__}: {error}"
