"""The resources of documents: activity state, activity profile, agent profile. They differ in where they look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any

from fastapi import Response

from common.moments import from_us
from ledger.access import reader, writer
from ledger.documents import Document, Place
from ledger.services import LedgerServices
from ledger.xapi import values
from ledger.xapi.asked import Asked
from ledger.xapi.body import read_json, write_json
from ledger.xapi.faults import NotFound, Overwrites, PreconditionFailed, StatementInvalid, XapiFault
from ledger.xapi.multipart import media_type
from ledger.xapi.parameters import no_others, optional_moment, optional_uuid, required_agent, required_iri
from ledger.xapi.sameness import agent_key, lookup_key

_JSON = "application/json"
_LONGEST_ID = 600
_LONGEST_TYPE = 200
# A document is whatever a client program sent; a browser must not run it as a page of this site.
_HARMLESS = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True)
class Shelf:
    """What tells a resource of documents from the others."""

    id_name: str
    parameters: frozenset[str]
    place: Callable[[Mapping[str, str], bool], Place]
    """Where documents lie by the parameters; the flag says whether one of them is meant or all."""
    several_removed: bool = False
    put_is_free_in_1: bool = False
    """Whether in version 1.0.3 a PUT need not say what it replaces."""


def _state_place(parameters: Mapping[str, str], one: bool) -> Place:
    registration = optional_uuid(parameters, "registration")
    return Place(
        "state",
        activity=lookup_key(required_iri(parameters, "activityId")),
        agent=agent_key(required_agent(parameters)) or "",
        registration=registration or ("" if one else None),
    )


state = Shelf(
    "stateId",
    frozenset({"activityId", "agent", "registration"}),
    _state_place,
    several_removed=True,
    put_is_free_in_1=True,
)
activity_profile = Shelf(
    "profileId",
    frozenset({"activityId"}),
    lambda parameters, _one: Place("activity", activity=lookup_key(required_iri(parameters, "activityId"))),
)
agent_profile = Shelf(
    "profileId",
    frozenset({"agent"}),
    lambda parameters, _one: Place("agent", agent=agent_key(required_agent(parameters)) or ""),
)


class DocumentsResource:
    """PUT, POST, GET and DELETE of documents."""

    def __init__(self, services: LedgerServices, shelf: Shelf) -> None:
        self._documents = services.documents
        self._shelf = shelf
        self.methods = {"PUT": self._put, "POST": self._post, "GET": self._get, "DELETE": self._delete}

    def _put(self, asked: Asked) -> Response:
        client = writer(asked.client)
        place, document_id = self._one(asked)
        sent = _sent(asked)

        def decide(there: Document | None) -> Document:
            if not _conditions(asked):
                self._check_unconditional(asked.version, there)
            _check_conditions(asked, there)
            return sent

        self._documents.change(place, document_id, client.key, decide)
        return Response(status_code=204)

    def _check_unconditional(self, version: str, there: Document | None) -> None:
        """A PUT that says nothing of what it replaces: the versions of xAPI differ in where they allow it."""
        if version == "1.0.3" and self._shelf.put_is_free_in_1:
            return
        if there is not None:
            raise Overwrites("ledger.xapi.document.overwrites")
        if version == "1.0.3":
            raise XapiFault("ledger.xapi.document.unconditional")

    def _post(self, asked: Asked) -> Response:
        client = writer(asked.client)
        place, document_id = self._one(asked)
        sent = _sent(asked)

        def decide(there: Document | None) -> Document:
            _check_conditions(asked, there)
            return sent if there is None else _merged(there, sent)

        self._documents.change(place, document_id, client.key, decide)
        return Response(status_code=204)

    def _get(self, asked: Asked) -> Response:
        client = reader(asked.client)
        credential = client.key if client.reads_only_its_own else None
        if self._shelf.id_name not in asked.parameters:
            return self._listed(asked, credential)
        place, document_id = self._one(asked)
        document = self._documents.find(place, document_id, credential)
        if document is None:
            raise NotFound("ledger.xapi.document.none", id=document_id)
        headers = {"ETag": f'"{document.etag}"', **_modified(document.changed_us), **_HARMLESS}
        if _names(asked.headers.get("if-none-match"), document):
            return Response(status_code=304, headers=headers)
        return Response(document.content, headers={**headers, "Content-Type": document.content_type})

    def _listed(self, asked: Asked, credential: str | None) -> Response:
        no_others(asked.parameters, {*self._shelf.parameters, "since"})
        since_us = optional_moment(asked.parameters, "since")
        ids, changed_us = self._documents.ids(self._shelf.place(asked.parameters, False), since_us, credential)
        headers = {} if changed_us is None else _modified(changed_us)
        return Response(write_json(ids), media_type=_JSON, headers=headers)

    def _delete(self, asked: Asked) -> Response:
        client = writer(asked.client)
        if self._shelf.several_removed and self._shelf.id_name not in asked.parameters:
            no_others(asked.parameters, self._shelf.parameters)
            self._documents.remove_all(self._shelf.place(asked.parameters, False))
            return Response(status_code=204)
        place, document_id = self._one(asked)
        self._documents.change(place, document_id, client.key, lambda there: _check_conditions(asked, there))
        return Response(status_code=204)

    def _one(self, asked: Asked) -> tuple[Place, str]:
        """The place and id of the one document that is meant."""
        name = self._shelf.id_name
        no_others(asked.parameters, {*self._shelf.parameters, name})
        document_id = asked.parameters.get(name)
        if not document_id or len(document_id) > _LONGEST_ID or "\0" in document_id:
            raise StatementInvalid(f"?{name}", "document_id", document_id)
        return self._shelf.place(asked.parameters, True), document_id


def _sent(asked: Asked) -> Document:
    content_type = asked.headers.get("content-type") or "application/octet-stream"
    if not values.is_content_type(content_type) or len(content_type) > _LONGEST_TYPE:
        raise StatementInvalid("Content-Type", "type", content_type)
    if asked.content_type == _JSON:
        (_object if asked.method == "POST" else read_json)(asked.body)
    return Document(content_type, asked.body)


def _object(content: bytes) -> dict[str, Any]:
    value = read_json(content)
    if not isinstance(value, dict):
        raise StatementInvalid("", "object", value)
    return value


def _merged(there: Document, sent: Document) -> Document:
    """A document to which another was posted: the properties of both, the later ones first."""
    if {media_type(there.content_type), media_type(sent.content_type)} != {_JSON}:
        raise XapiFault("ledger.xapi.document.not_json")
    merged = {**_object(there.content), **_object(sent.content)}
    return Document(there.content_type, write_json(merged).encode("utf-8"))


def _conditions(asked: Asked) -> bool:
    return "if-match" in asked.headers or "if-none-match" in asked.headers


def _check_conditions(asked: Asked, there: Document | None) -> None:
    """What the client knows of the document is so (RFC 9110, section 13).

    Raises:
        PreconditionFailed
    """
    wanted, unwanted = asked.headers.get("if-match"), asked.headers.get("if-none-match")
    if (wanted is not None and not _names(wanted, there)) or _names(unwanted, there):
        raise PreconditionFailed("ledger.xapi.document.changed")


def _names(tags: str | None, document: Document | None) -> bool:
    """Whether a header of entity tags means this document."""
    if tags is None or document is None:
        return False
    given = {tag.strip().removeprefix("W/").strip('"') for tag in tags.split(",")}
    return "*" in given or document.etag in given


def _modified(changed_us: int) -> dict[str, str]:
    return {"Last-Modified": format_datetime(from_us(changed_us), usegmt=True)}
