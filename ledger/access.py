"""Which client program asks, and what it may do."""

from __future__ import annotations

import base64
import binascii

from fastapi import HTTPException, Request

from ledger.credentials import Client, Credentials

_CHALLENGE = {"WWW-Authenticate": 'Basic realm="Qianche ledger", charset="UTF-8"'}


def authenticated(request: Request, credentials: Credentials) -> Client:
    """The client that this request's Basic credentials belong to.

    Raises:
        HTTPException: 401.
    """
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    try:
        key, colon, secret = base64.b64decode(encoded, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        key, colon, secret = "", "", ""
    client = credentials.verify(key, secret) if colon and scheme.lower() == "basic" else None
    if client is None:
        raise HTTPException(401, "credentials", headers=_CHALLENGE)
    return client


def writer(client: Client) -> Client:
    """The client, if it may write; else 403."""
    if not client.may_write:
        raise HTTPException(403, "this credential may not write")
    return client


def reader(client: Client) -> Client:
    """The client, if it may read; else 403."""
    if not client.may_read:
        raise HTTPException(403, "this credential may not read")
    return client
