"""How a line to the van is opened, and what its end means."""

from __future__ import annotations

import logging
from typing import Any

from pydantic import ValidationError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from common.errors import DataError
from kiosk.headsets.handshake import new_nonce, proof, same
from kiosk.headsets.messages import (
    FROM_VAN,
    LARGEST_MESSAGE,
    LINE_PATH,
    OTHER_PROTOCOL,
    PROTOCOL,
    TAKEN_OVER,
    UNKNOWN,
    Challenge,
    Hello,
    Membership,
    Welcome,
)
from sim import ENGINE

log = logging.getLogger(__name__)
PING_S, PONG_S, OPEN_S = 5.0, 10.0, 10.0


class Expelled(DataError):
    """The van, which has proved to be it, does not know this headset any more."""

    def __init__(self) -> None:
        super().__init__("headsets.remote.expelled")


class TakenOver(DataError):
    """The same headset's program runs a second time."""

    def __init__(self) -> None:
        super().__init__("headsets.remote.taken_over")


class Impostor(Exception):
    """Who answers at the van's address cannot prove to be the van, or does not speak like it."""


def connected(address: str) -> connect:
    """A line to the van at ``http://host:port``. No proxy is asked: the van is on the same network."""
    return connect(
        "ws" + address.removeprefix("http") + LINE_PATH,
        proxy=None, compression=None, open_timeout=OPEN_S, ping_interval=PING_S, ping_timeout=PONG_S,
        close_timeout=1, max_size=LARGEST_MESSAGE,
    )  # fmt: skip


async def shake_hands(socket: ClientConnection, membership: Membership) -> str:
    """Prove who this is, and see that it is the van; gives what HTTP requests carry while the line is open.

    Raises:
        Impostor: it is not the van, or not one that knows this headset.
    """
    try:
        return await _shaken(socket, membership)
    except Expelled as unproved:  # anybody can say so
        raise Impostor("does not know this headset") from unproved


async def _shaken(socket: ClientConnection, membership: Membership) -> str:
    nonce = new_nonce()
    challenge = await received(socket)
    if not isinstance(challenge, Challenge):
        raise Impostor("no challenge")
    said = proof(membership.secret, "headset", challenge.nonce, nonce)
    hello = Hello(protocol=PROTOCOL, engine=ENGINE, headset=membership.headset, nonce=nonce, proof=said)
    await socket.send(hello.model_dump_json())
    welcome = await received(socket)
    if not isinstance(welcome, Welcome) or not same(
        welcome.proof, proof(membership.secret, "van", challenge.nonce, nonce)
    ):
        raise Impostor("no proof")
    return proof(membership.secret, "requests", challenge.nonce, nonce)


async def received(socket: ClientConnection) -> Any:
    """The van's next message, as one of ``kiosk.headsets.messages``.

    Raises:
        Expelled, TakenOver: the van has closed the line for good.
        ConnectionClosed: the line has ended otherwise.
        Impostor: it is none.
    """
    try:
        return FROM_VAN.validate_json(await socket.recv())
    except ValidationError as error:
        raise Impostor("not understood") from error
    except ConnectionClosed as closed:
        code = closed.rcvd.code if closed.rcvd is not None else None
        if code == UNKNOWN:
            raise Expelled from closed
        if code == TAKEN_OVER:
            raise TakenOver from closed
        if code == OTHER_PROTOCOL:
            log.error("the programs of van and headset do not match; update the older one")
        raise
