"""The statements resource: statements are sent one by one or in batches, and found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from email.utils import format_datetime
from typing import Any, Protocol
from urllib.parse import urlencode

from fastapi import Response

from common.moments import from_us
from common.text import LANGS
from ledger.access import reader, writer
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.statement_search import Query
from ledger.statements import Found, Kept
from ledger.xapi import values
from ledger.xapi.asked import Asked
from ledger.xapi.attachments import HASH, Attachment, check_all_named, received
from ledger.xapi.body import read_statements, write_json
from ledger.xapi.faults import NotAcceptable, NotFound, StatementInvalid, XapiFault
from ledger.xapi.formats import canonical, languages_wanted, only_ids
from ledger.xapi.multipart import MIXED, Part, read_multipart, write_multipart
from ledger.xapi.parameters import Question, no_others, read_question
from ledger.xapi.sameness import activities_in
from ledger.xapi.versions import statement_version

BATCH = "Qianche-Batch"
KEEP_GOOD = "keep-good"
"""The ledger's own header with its value, for POST: store the good statements of a batch, name the others."""
_JSON = "application/json"
_MOST_STATEMENTS = 2000


class Statements(Protocol):
    """What statements are stored in and found in. See :class:`ledger.statements.StatementStore`."""

    def take(
        self, sent: Sequence[Any], client: Client, version: str, attachments: Mapping[str, Attachment] = ...
    ) -> list[str]: ...

    def take_good(
        self, sent: Sequence[Any], client: Client, version: str, attachments: Mapping[str, Attachment] = ...
    ) -> Kept: ...

    def find(self, statement_id: str, *, voided: bool, credential: str | None = None) -> Found | None: ...

    def search(self, query: Query, limit: int) -> tuple[list[Found], bool]: ...

    def attachments(self, found: Sequence[Found]) -> dict[str, Attachment]: ...


class StatementsResource:
    """PUT, POST and GET of statements."""

    def __init__(self, services: LedgerServices, path: str, store: Statements | None = None) -> None:
        """``store`` takes the place of the ledger's own: one that looks at statements before it passes them on."""
        self._services = services
        self._store = store or services.statements
        self._path = path
        self.methods = {"PUT": self._put, "POST": self._post, "GET": self._get}

    def _put(self, asked: Asked) -> Response:
        client = writer(asked.client)
        no_others(asked.parameters, {"statementId"})
        wanted = asked.parameters.get("statementId")
        if not values.is_uuid(wanted):
            raise StatementInvalid("?statementId", "uuid", wanted)
        statement, attachments = _sent(asked)
        if not isinstance(statement, dict):
            raise StatementInvalid("", "object", statement)
        given = statement.setdefault("id", wanted)
        if not isinstance(given, str) or given.lower() != wanted.lower():
            raise XapiFault("ledger.xapi.other_id")
        check_all_named([statement], attachments)
        self._store.take([statement], client, statement_version(asked.version), attachments)
        return Response(status_code=204)

    def _post(self, asked: Asked) -> Response:
        client = writer(asked.client)
        no_others(asked.parameters, set())
        sent, attachments = _sent(asked)
        batch = sent if isinstance(sent, list) else [sent]
        if len(batch) > _MOST_STATEMENTS:
            raise XapiFault("ledger.xapi.too_many", limit=_MOST_STATEMENTS)
        check_all_named(batch, attachments)
        version = statement_version(asked.version)
        if _keeps_good(asked.headers):
            kept = self._store.take_good(batch, client, version, attachments)
            self._services.metrics.left_out(len(kept.refused))
            return Response(write_json(_told(kept, batch)), media_type=_JSON, headers={BATCH: KEEP_GOOD})
        ids = self._store.take(batch, client, version, attachments)
        return Response(write_json(ids), media_type=_JSON)

    def _get(self, asked: Asked) -> Response:
        client = reader(asked.client)
        credential = client.key if client.reads_only_its_own else None
        question = read_question(asked.parameters, self._services.settings.page_size, credential)
        if question.statement_id is not None:
            found = self._store.find(question.statement_id, voided=question.voided, credential=credential)
            if found is None:
                raise NotFound("ledger.xapi.no_statement", id=question.statement_id)
            (body,) = self._shown([found], question, asked)
            return self._answer(body, [found], question)
        page, more = self._store.search(question.query, question.limit)
        rest = self._more(asked.parameters, page[-1].stored_us) if more else ""
        listed = ",".join(self._shown(page, question, asked))
        return self._answer(f'{{"statements":[{listed}],"more":{json.dumps(rest)}}}', page, question)

    def _shown(self, found: Sequence[Found], question: Question, asked: Asked) -> list[str]:
        """Statements in the form asked for."""
        if question.format == "exact":
            return [each.raw for each in found]
        statements = [json.loads(each.raw) for each in found]
        if question.format == "ids":
            return [write_json(only_ids(each)) for each in statements]
        ids = {activity["id"] for each in statements for activity in activities_in(each)}
        definitions = self._services.descriptions.definitions(ids)
        languages = languages_wanted(asked.headers.get("accept-language", ""))
        return [write_json(canonical(each, definitions, languages)) for each in statements]

    def _answer(self, body: str, found: Sequence[Found], question: Question) -> Response:
        headers = {}
        if found:
            latest = max(each.stored_us for each in found)
            headers["Last-Modified"] = format_datetime(from_us(latest), usegmt=True)
        if not question.attachments:
            return Response(body, media_type=_JSON, headers=headers)
        content_type, content = write_multipart(_parts(body, self._store.attachments(found)))
        return Response(content, headers={**headers, "Content-Type": content_type})

    def _more(self, parameters: Mapping[str, str], last_us: int) -> str:
        """Where the rest is: the same question, from where this page ended."""
        same = {name: value for name, value in parameters.items() if name != "cursor"}
        return f"{self._path}?{urlencode({**same, 'cursor': str(last_us)})}"


def _sent(asked: Asked) -> tuple[Any, dict[str, Attachment]]:
    """What the body holds: one statement or several, and their attachments."""
    if asked.content_type == MIXED:
        first, *others = read_multipart(asked.headers["content-type"], asked.body)
        if first.kind != _JSON:
            raise XapiFault("ledger.xapi.multipart.first", found=first.kind[:60])
        return read_statements(first.content), received(others)
    if asked.content_type != _JSON:
        raise NotAcceptable("ledger.xapi.content_type", found=asked.content_type[:60])
    return read_statements(asked.body), {}


def _parts(body: str, attachments: Mapping[str, Attachment]) -> Iterable[Part]:
    yield Part({"Content-Type": _JSON}, body.encode("utf-8"))
    for sha2, attachment in attachments.items():
        headers = {
            "Content-Type": attachment.content_type,
            "Content-Transfer-Encoding": "binary",
            HASH: sha2,
        }
        yield Part(headers, attachment.content)


def _keeps_good(headers: Mapping[str, str]) -> bool:
    given = headers.get(BATCH.lower())
    if given is not None and given != KEEP_GOOD:
        raise XapiFault("ledger.xapi.no_such_batch", header=BATCH, found=given[:40], known=KEEP_GOOD)
    return given is not None


def _told(kept: Kept, batch: Sequence[Any]) -> dict[str, Any]:
    """What became of a batch, of which the good statements were kept."""
    refused = [
        {
            "place": place,
            **({"id": batch[place]["id"]} if isinstance(batch[place], dict) and "id" in batch[place] else {}),
            "status": fault.status,
            "error": fault.key,
            **({"where": fault.where} if isinstance(fault, StatementInvalid) else {}),
            **{lang: fault.message(lang) for lang in LANGS},
        }
        for place, fault in kept.refused.items()
    ]
    return {"stored": kept.ids, "refused": refused}
