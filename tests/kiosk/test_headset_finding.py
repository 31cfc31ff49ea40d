"""A headset's computer finds its van on the network by itself."""

from __future__ import annotations

import asyncio

import pytest

from kiosk.headsets.announce import Announcement, addresses
from kiosk.remote.finding import FoundVan, found_vans

LOOPBACK = ["127.0.0.1"]


def test_a_van_is_found_while_it_is_there() -> None:
    async def run() -> tuple[list[FoundVan], int, list[FoundVan]]:
        server = await asyncio.start_server(lambda _, writer: writer.close(), *LOOPBACK, 0)
        port = server.sockets[0].getsockname()[1]
        announcement = Announcement("川A·12345 号车", LOOPBACK, port, LOOPBACK)
        await announcement.start()
        there = await found_vans(0.3, LOOPBACK)
        await announcement.stop()
        server.close()
        return there, port, await found_vans(0.1, LOOPBACK)

    there, port, gone = asyncio.run(run())
    assert there == [FoundVan("川A·12345 号车", f"http://127.0.0.1:{port}")]
    assert gone == []


@pytest.mark.parametrize(
    ("host", "told"), [("192.168.8.2", ["192.168.8.2"]), ("127.0.0.1", []), ("169.254.3.4", []), ("van.local", [])]
)
def test_only_what_others_reach_is_told(host: str, told: list[str]) -> None:
    assert addresses(host) == told
    assert not set(addresses("0.0.0.0")) & {"127.0.0.1", "0.0.0.0"}
