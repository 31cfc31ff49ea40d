"""Finds vans on the network by what they announce (mDNS)."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from zeroconf import InterfaceChoice, IPVersion, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from kiosk.headsets.announce import SERVICE, VAN

log = logging.getLogger(__name__)
ANSWERS_WITHIN_S = 3.0
REACHED_WITHIN_S = 1.0
MOST_VANS = 50


@dataclass(frozen=True)
class FoundVan:
    """A van that answers: its id, and its kiosk's address."""

    van: str
    address: str


async def found_vans(wait_s: float = ANSWERS_WITHIN_S, interfaces: list[str] | None = None) -> list[FoundVan]:
    """The vans that answer in so many seconds, by id. On a network that allows no such question, none."""
    names: set[str] = set()

    def heard(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if state_change is not ServiceStateChange.Removed and len(names) < MOST_VANS:
            names.add(name)

    try:
        async with AsyncZeroconf(interfaces=interfaces or InterfaceChoice.All) as network:
            browser = AsyncServiceBrowser(network.zeroconf, SERVICE, handlers=[heard])
            await asyncio.sleep(wait_s)
            await browser.async_cancel()
            infos = [AsyncServiceInfo(SERVICE, name) for name in sorted(names)]
            known = await asyncio.gather(*(info.async_request(network.zeroconf, wait_s * 1000) for info in infos))
    except OSError as error:
        log.warning("vans cannot be looked for on the network: %s", error)
        return []
    answered = [info for info, answers in zip(infos, known, strict=True) if answers]
    found = await asyncio.gather(*(_reached(info) for info in answered))
    return sorted((each for each in found if each is not None), key=lambda each: each.van)


async def address_of(van: str, not_at: str) -> str | None:
    """Where the van of this id is now, if it answers at another address than ``not_at``."""
    return next((each.address for each in await found_vans() if each.van == van and each.address != not_at), None)


async def _reached(info: AsyncServiceInfo) -> FoundVan | None:
    """The van under the first of its addresses that can be reached from here: it may be in several networks."""
    van = info.decoded_properties.get(VAN)
    if not van or not info.port:
        return None
    for address in info.parsed_addresses(IPVersion.V4Only):
        try:
            async with asyncio.timeout(REACHED_WITHIN_S):
                _, writer = await asyncio.open_connection(address, info.port)
        except (OSError, TimeoutError):
            continue
        writer.close()
        return FoundVan(van, f"http://{address}:{info.port}")
    return None
