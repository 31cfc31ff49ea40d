"""Attachments travel with their statements, whole and under their own digest; signatures sign what they say."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import OctKey, RSAKey

from ledger.services import LedgerServices
from ledger.xapi.attachments import SIGNATURE
from ledger.xapi.faults import XapiFault
from ledger.xapi.multipart import Part, read_multipart, write_multipart
from tests.ledger.sent import statement
from tests.ledger.van import Van

STATEMENTS = "/xapi/statements"
PICTURE = bytes(range(256)) + b"\r\n--not the boundary\r\n"
NOTE = "记录".encode()


def said(content: bytes, kind: str = "image/png", **changed: Any) -> dict[str, Any]:
    """What a statement says of an attachment."""
    return {
        "usageType": "urn:x:evidence",
        "display": {"zh": "证据"},
        "contentType": kind,
        "length": len(content),
        "sha2": hashlib.sha256(content).hexdigest(),
        **changed,
    }


def part(content: bytes, **changed: str) -> Part:
    headers = {
        "Content-Type": "image/png",
        "Content-Transfer-Encoding": "binary",
        "X-Experience-API-Hash": hashlib.sha256(content).hexdigest(),
    }
    headers.update({name.replace("_", "-"): value for name, value in changed.items()})
    return Part(headers, content)


def first(sent: Any, kind: str = "application/json") -> Part:
    return Part({"Content-Type": kind}, json.dumps(sent).encode())


def post(van: Van, *parts: Part) -> Any:
    content_type, body = write_multipart(parts)
    return van.post(STATEMENTS, content=body, headers={"Content-Type": content_type})


def test_attachments_come_back_with_their_statements_once(van: Van) -> None:
    inner = {"objectType": "SubStatement", **{key: statement()[key] for key in ("actor", "verb", "object")}}
    one = statement(attachments=[said(PICTURE), said(b"elsewhere", fileUrl="https://example.com/x.png")])
    two = statement(attachments=[said(PICTURE)], object={**inner, "attachments": [said(NOTE, "text/plain")]})
    none = statement()
    assert post(van, first([one, two, none]), part(PICTURE), part(NOTE, Content_Type="text/plain")).status_code == 200
    answer = van.get(STATEMENTS, params={"attachments": "true"})
    head, *contents = read_multipart(answer.headers["Content-Type"], answer.content)
    assert {each["id"] for each in json.loads(head.content)["statements"]} == {one["id"], two["id"], none["id"]}
    assert sorted(each.content for each in contents) == sorted([PICTURE, NOTE])
    for each in contents:
        assert each.headers["x-experience-api-hash"] == hashlib.sha256(each.content).hexdigest()
        assert each.headers["content-type"] == ("text/plain" if each.content == NOTE else "image/png")
    alone = van.get(STATEMENTS, params={"attachments": "true", "statementId": one["id"]})
    head, content = read_multipart(alone.headers["Content-Type"], alone.content)
    assert json.loads(head.content)["id"] == one["id"]
    assert content.content == PICTURE
    assert van.get(STATEMENTS).headers["Content-Type"] == "application/json"


def test_a_batch_with_an_attachment_wrong_is_refused_with_a_reason(van: Van) -> None:
    sent = statement(attachments=[said(PICTURE)])
    wrong = {
        "no content": [first(sent)],
        "more than named": [first(sent), part(PICTURE), part(NOTE)],
        "another's digest": [first(sent), part(NOTE, X_Experience_API_Hash=said(PICTURE)["sha2"])],
        "no digest": [first(sent), Part({"Content-Type": "image/png", "Content-Transfer-Encoding": "binary"}, PICTURE)],
        "a digest that is none": [first(sent), part(PICTURE, X_Experience_API_Hash="z" * 64)],
        "encoded": [first(sent), part(PICTURE, Content_Transfer_Encoding="base64")],
        "no JSON": [first(sent, "text/plain"), part(PICTURE)],
        "statements in two parts": [first(sent), first(statement()), part(PICTURE)],
    }
    for name, parts in wrong.items():
        answer = post(van, *parts)
        assert answer.status_code == 400, name
        assert answer.json()["zh"] and answer.json()["en"]
    content_type, body = write_multipart([first(sent), part(PICTURE)])
    for name, kind, content in (
        ("cut off", content_type, body[:-30]),
        ("no boundary named", "multipart/mixed", body),
        ("another boundary", "multipart/mixed; boundary=other", body),
        ("a form", content_type.replace("mixed", "form-data"), body),
        ("empty", content_type, b""),
    ):
        answer = van.post(STATEMENTS, content=content, headers={"Content-Type": kind})
        assert answer.status_code == 400, name
    assert van.post(STATEMENTS, json=sent).status_code == 400, "no content and no address"
    assert van.get(STATEMENTS).json()["statements"] == []


def test_another_clients_attachment_is_not_got_by_naming_it(app: FastAPI, services: LedgerServices, van: Van) -> None:
    assert post(van, first(statement(attachments=[said(PICTURE)])), part(PICTURE)).status_code == 200
    other = Van(app, services.credentials.add("other", "write,read-mine"))
    other.post(STATEMENTS, json=statement(attachments=[said(PICTURE, fileUrl="https://example.com/guess.png")]))
    answer = other.get(STATEMENTS, params={"attachments": "true"})
    assert len(read_multipart(answer.headers["Content-Type"], answer.content)) == 1


@given(st.lists(st.binary(max_size=60), min_size=1, max_size=4))
def test_any_content_survives_its_message(contents: list[bytes]) -> None:
    content_type, body = write_multipart([Part({"X-Number": str(n)}, each) for n, each in enumerate(contents)])
    parts = read_multipart(content_type, body)
    assert [each.content for each in parts] == contents
    assert [each.headers for each in parts] == [{"x-number": str(n)} for n in range(len(contents))]


@given(st.binary(max_size=80))
def test_any_bytes_are_a_message_or_refused(body: bytes) -> None:
    try:
        read_multipart("multipart/mixed; boundary=b", b"--b\r\n" + body)
    except XapiFault as fault:
        assert fault.message("zh")


# --- signatures -------------------------------------------------------------------------------


@cache
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def certificate(signer: rsa.RSAPrivateKey) -> str:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "signer")])
    made = datetime(2026, 11, 22, tzinfo=UTC)
    builder = x509.CertificateBuilder(name, name, signer.public_key(), 7, made, made + timedelta(days=1))
    return base64.b64encode(builder.sign(signer, hashes.SHA256()).public_bytes(Encoding.DER)).decode()


class Anything(jws.JWSRegistry):
    """Signs with any header, right or wrong."""

    max_header_length = 10_000

    def check_header(self, header: Any) -> None:
        pass


def signed(payload: Any, algorithm: str = "RS256", **header: Any) -> bytes:
    signer = OctKey.import_key("a" * 64) if algorithm.startswith("HS") else RSAKey.import_key(key())
    content = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    registry = Anything(algorithms=[algorithm])
    return jws.serialize_compact({"alg": algorithm, **header}, content, signer, registry=registry).encode()


def send_signed(van: Van, sent: dict[str, Any], signature: bytes, **changed: Any) -> Any:
    about = said(signature, "application/octet-stream", usageType=SIGNATURE, **changed)
    with_it = {**sent, "attachments": [*sent.get("attachments", []), about]}
    return post(van, first(with_it), part(signature, Content_Type="application/octet-stream"))


@pytest.mark.parametrize("algorithm", ["RS256", "RS384", "RS512"])
def test_a_signed_statement_is_taken(van: Van, algorithm: str) -> None:
    sent = statement(timestamp="2026-11-22T09:00:00+08:00", result={"duration": "PT1.239S"})
    same = {**sent, "timestamp": "2026-11-22T01:00:00Z", "result": {"duration": "PT1.23S"}}
    assert send_signed(van, sent, signed(same, algorithm, x5c=[certificate(key())])).status_code == 200
    other = statement()
    assert send_signed(van, other, signed(other, algorithm)).status_code == 200, "no certificate, nothing to verify"


def test_a_signature_that_does_not_hold_is_refused_where_it_stands(van: Van) -> None:
    sent = statement()
    good = signed(sent, x5c=[certificate(key())])
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    wrong = {
        "another statement": signed(statement()),
        "another's certificate": signed(sent, x5c=[certificate(stranger)]),
        "a certificate that is none": signed(sent, x5c=["AAAA"]),
        "a certificate of another kind": signed(sent, x5c=7),
        "changed": good[:-8] + b"AAAAAAAA",
        "another algorithm": signed(sent, "HS256"),
        "not JSON": signed(b"{'id': 1}"),
        "not a statement": signed({"id": sent["id"]}),
        "no signature": b"signature",
        "nothing": b"",
        "two parts": b".".join(good.split(b".")[:2]),
        "another time": signed({**sent, "timestamp": "2026-11-22T01:00:01Z"}),
    }
    for name, signature in wrong.items():
        sent_now = {**sent, "timestamp": "2026-11-22T01:00:00Z"} if name == "another time" else sent
        answer = send_signed(van, sent_now, signature)
        assert answer.status_code == 400, name
        assert answer.json()["where"].startswith("/attachments/0"), name
    assert send_signed(van, sent, good, contentType="text/plain").status_code == 400
    missing = {**sent, "attachments": [said(good, usageType=SIGNATURE, contentType="application/octet-stream")]}
    missing["attachments"][0]["fileUrl"] = "https://example.com/signature"
    assert van.post(STATEMENTS, json=missing).status_code == 400, "a signature lies with its statement"
    assert van.get(STATEMENTS).json()["statements"] == []
