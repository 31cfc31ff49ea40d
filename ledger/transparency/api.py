"""What everyone may ask the log: its key, its latest checkpoint, proofs. No answer holds a person's data."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from common.web.login import User, require_role
from common.web.requests import FaultRoute, limited_body
from ledger.services import LedgerServices
from ledger.transparency.notes import encoded
from ledger.xapi.body import read_json
from ledger.xapi.faults import StatementInvalid
from ledger.xapi.shape import record, text

_MOST_BYTES = 4096
_FIELDS = {"size", "key", "line"}
_Size = Annotated[int, Query(ge=0, le=2**62)]


def create_router(services: LedgerServices) -> APIRouter:
    """The routes under /ledger/api/log for one ledger."""
    router = APIRouter(prefix="/ledger/api/log", include_in_schema=False, route_class=FaultRoute)

    @router.get("/key")
    def key() -> Response:
        """The key that signs the log's checkpoints (C2SP vkey)."""
        return Response(services.checkpoints.key.shown() + "\n", media_type="text/plain; charset=utf-8")

    @router.get("/keys")
    def keys() -> dict[str, Any]:
        """Every key that ever signed, the first one first: up to which size, and how it handed over to the next."""
        return {"keys": services.checkpoints.keys.shown()}

    @router.get("/checkpoint")
    def checkpoint() -> Response:
        """The latest checkpoint with all its signatures (C2SP tlog-checkpoint)."""
        return Response(services.checkpoints.latest().note, media_type="text/plain; charset=utf-8")

    @router.get("/proofs/{statement_id}")
    def inclusion(statement_id: str) -> dict[str, Any]:
        """That a statement is in the log; ``leaf`` is a salted commitment that tells nothing about it."""
        proof = services.proofs.inclusion(statement_id, at_once=False)
        return {"leaf": encoded(proof.leaf), "position": proof.position, "proof": proof.text()}

    @router.get("/consistency")
    def consistency(first: _Size, second: _Size) -> dict[str, Any]:
        """That the log of ``first`` statements is the beginning of that of ``second``."""
        return {"path": [encoded(each) for each in services.proofs.consistency(first, second)]}

    @router.post("/cosignatures")
    async def cosign(request: Request, user: Annotated[User, Depends(require_role("bureau"))]) -> Response:
        """Keep a witness's signature: 201 when it is new, 200 when it was here."""
        body = read_json(await limited_body(request, _MOST_BYTES))
        fields = record(body, "", _FIELDS, _FIELDS)
        for name in ("key", "line"):
            text(fields[name], f"/{name}")
        if type(fields["size"]) is not int or not 0 <= fields["size"] < 2**62:
            raise StatementInvalid("/size", "number", fields["size"])
        sent = (fields["size"], fields["key"], fields["line"], user.name)
        new = await run_in_threadpool(services.checkpoints.cosign, *sent)
        return Response(status_code=201 if new else 200)

    return router
