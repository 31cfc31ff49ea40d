"""A client program of the ledger."""

from __future__ import annotations

import httpx
from fastapi import FastAPI
from fastapi.testclient import TestClient


class Van(TestClient):
    """A client program with a credential, speaking xAPI 1.0.3 unless told otherwise."""

    def __init__(self, app: FastAPI, credential: tuple[str, str] | None) -> None:
        super().__init__(app, headers={"X-Experience-API-Version": "1.0.3"})
        self.auth = httpx.BasicAuth(*credential) if credential else None
