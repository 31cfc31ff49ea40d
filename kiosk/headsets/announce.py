"""Tells the van's network where its kiosk is (mDNS), so that a headset's computer finds it without an address."""

from __future__ import annotations

import hashlib
import ipaddress
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a van that nobody else reaches starts without it
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

log = logging.getLogger(__name__)
SERVICE = "_qianche._tcp.local."
VAN = "van"
"""The property of the announcement that holds the van's id."""
EVERYWHERE = ("0.0.0.0", "::")


class Announcement:
    """One van's, from ``start`` to ``stop``."""

    def __init__(
        self,
        van_id: str,
        reached_at: list[str],
        port: int,
        interfaces: list[str] | None = None,
    ) -> None:
        """``reached_at`` are the addresses of the van's site; where there is none, nothing is announced.
        ``interfaces`` are the addresses of the networks to announce in, by default of all."""
        self._van_id, self._addresses, self._port = van_id, reached_at, port
        self._interfaces = interfaces
        self._network: AsyncZeroconf | None = None

    async def start(self) -> None:
        """Announce. A network that does not let us is no reason not to run: an address can be typed."""
        if not self._addresses:
            return
        from zeroconf import InterfaceChoice
        from zeroconf.asyncio import AsyncZeroconf

        try:
            self._network = AsyncZeroconf(interfaces=self._interfaces or InterfaceChoice.All)
            await self._network.async_register_service(self._service(), allow_name_change=True)
        except OSError as error:
            log.warning("the van cannot be announced on the network: %s", error)

    async def stop(self) -> None:
        """Say good-bye."""
        if self._network is not None:
            await self._network.async_close()
            self._network = None

    def _service(self) -> AsyncServiceInfo:
        from zeroconf.asyncio import AsyncServiceInfo

        name = f"qianche-{hashlib.sha256(self._van_id.encode()).hexdigest()[:12]}"
        return AsyncServiceInfo(
            SERVICE,
            f"{name}.{SERVICE}",
            port=self._port,
            properties={VAN: self._van_id},
            server=f"{name}.local.",
            parsed_addresses=self._addresses,
        )


def addresses(host: str) -> list[str]:
    """The IPv4 addresses under which other machines reach what listens on ``host``; none for this machine's own."""
    if host not in EVERYWHERE:
        found = [host]
    else:
        import ifaddr

        found = [each.ip for adapter in ifaddr.get_adapters() for each in adapter.ips if each.is_IPv4]
    return [each for each in found if _reachable(each)]


def _reachable(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:  # a name; the network's own name service knows it
        return False
    return not (parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified)
