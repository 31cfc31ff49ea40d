"""Attachments: what a statement says of them, and whether what came with it is that."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.xapi.faults import StatementInvalid, XapiFault
from ledger.xapi.multipart import Part

HASH = "X-Experience-API-Hash"
SIGNATURE = "http://adlnet.gov/expapi/attachments/signature"
_DIGESTS = {56: hashlib.sha224, 64: hashlib.sha256, 96: hashlib.sha384, 128: hashlib.sha512}
"""The functions of the family SHA-2, by the length of what they give in hexadecimal."""
_HEXADECIMAL = re.compile(r"[0-9a-f]*")


@dataclass(frozen=True)
class Attachment:
    """The content of an attachment."""

    content_type: str
    content: bytes


def attachments_of(statement: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a statement and its SubStatement say of their attachments."""
    target = statement["object"]
    inner = target.get("attachments", []) if target.get("objectType") == "SubStatement" else []
    return [*statement.get("attachments", []), *inner]


def received(parts: Iterable[Part]) -> dict[str, Attachment]:
    """The attachments in the parts of a request after the first, by the SHA-2 that each names and has.

    Raises:
        XapiFault: a part is not an attachment, or not the one that it says it is.
    """
    found = {}
    for number, part in enumerate(parts, start=2):
        sha2 = part.headers.get(HASH.lower(), "").lower()
        if not sha2:
            raise XapiFault("ledger.xapi.multipart.no_hash", number=number, header=HASH)
        if part.headers.get("content-transfer-encoding", "").lower() != "binary":
            raise XapiFault("ledger.xapi.multipart.not_binary", number=number)
        if not is_of(sha2, part.content):
            raise XapiFault("ledger.xapi.multipart.other_hash", number=number, header=HASH)
        found[sha2] = Attachment(part.headers.get("content-type", "application/octet-stream"), part.content)
    return found


def is_of(sha2: str, content: bytes) -> bool:
    """Whether this is the SHA-2, in small hexadecimal digits, of ``content``."""
    digest = _DIGESTS.get(len(sha2)) if _HEXADECIMAL.fullmatch(sha2) else None
    return digest is not None and digest(content).hexdigest() == sha2


def check_all_named(statements: Iterable[Any], attachments: Mapping[str, Attachment]) -> None:
    """Every attachment received is one of these statements', which may still be anything at all.

    Raises:
        XapiFault
    """
    named = {each["sha2"].lower() for statement in statements for each in _said_of_attachments(statement)}
    for sha2 in attachments:
        if sha2 not in named:
            raise XapiFault("ledger.xapi.multipart.not_named", sha2=sha2)


def check_all_here(statement: Mapping[str, Any], attachments: Mapping[str, Attachment], where: str) -> None:
    """Every attachment of a checked statement was received, or lies where the statement says.

    Raises:
        StatementInvalid
    """
    for place, said in enumerate(attachments_of(statement)):
        if "fileUrl" not in said and said["sha2"].lower() not in attachments:
            raise StatementInvalid(f"{where}/attachments/{place}", "file_url", said["sha2"])


def _said_of_attachments(statement: Any) -> list[dict[str, Any]]:
    """Attachments in something that may not be a statement."""
    if not isinstance(statement, dict):
        return []
    target = statement.get("object")
    holders = [statement, target] if isinstance(target, dict) else [statement]
    lists = [given for holder in holders if isinstance(given := holder.get("attachments"), list)]
    return [each for given in lists for each in given if isinstance(each, dict) and isinstance(each.get("sha2"), str)]
