"""Signed statements (xAPI data, section 2.6): a JSON web signature among the attachments."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from ledger.xapi.attachments import SIGNATURE, Attachment
from ledger.xapi.body import read_json
from ledger.xapi.faults import StatementInvalid, XapiFault
from ledger.xapi.sameness import fingerprint
from ledger.xapi.statement import check_statement
from ledger.xapi.values import moment

_ALGORITHMS = ("RS256", "RS384", "RS512")
_CONTENT_TYPE = "application/octet-stream"


class _Signatures(jws.JWSRegistry):
    """What is taken for a signature: headers may carry chains of certificates, and names that mean nothing here."""

    max_header_length = 64 * 1024
    max_payload_length = 1024 * 1024


_SIGNATURES = _Signatures(algorithms=_ALGORITHMS, strict_check_header=False)


def check_signatures(statement: Mapping[str, Any], attachments: Mapping[str, Attachment], where: str) -> None:
    """Check the signatures of a checked statement.

    A signature that brings its certificate (``x5c``) is verified with it; of one that does not, only
    the form and what was signed can be checked. Whether the certificate is to be trusted is for
    whoever reads the statement to say.

    Raises:
        StatementInvalid: a signature is none, or one of something else.
    """
    for place, said in enumerate(statement.get("attachments", [])):
        if said["usageType"] == SIGNATURE:
            here = f"{where}/attachments/{place}"
            if said["contentType"] != _CONTENT_TYPE:
                raise StatementInvalid(f"{here}/contentType", "signature_type", said["contentType"])
            attachment = attachments.get(said["sha2"].lower())
            if attachment is None:
                raise StatementInvalid(here, "signature_here", said["sha2"])
            signed = _signed(attachment.content, here)
            if not _says_the_same(signed, statement):
                raise StatementInvalid(here, "signature_of_this", signed)


def _signed(compact: bytes, here: str) -> dict[str, Any]:
    """The statement that was signed."""
    try:
        signature = jws.extract_compact(compact, registry=_SIGNATURES)
        header = signature.headers()
        if header.get("alg") not in _ALGORITHMS:
            raise StatementInvalid(here, "signature_algorithm", header.get("alg"))
        if "x5c" in header:
            jws.deserialize_compact(compact, _certified_key(header["x5c"], here), registry=_SIGNATURES)
    except (JoseError, ValueError, TypeError) as error:
        raise StatementInvalid(here, "signature", str(error)) from error
    try:
        signed = read_json(signature.payload)
        check_statement(signed)
    except XapiFault as fault:
        raise StatementInvalid(here, "signature_of_this", str(fault)) from fault
    return signed


def _certified_key(chain: Any, here: str) -> RSAKey:
    """The public key of the first certificate."""
    try:
        der = base64.b64decode(chain[0], validate=True)
        key = x509.load_der_x509_certificate(der).public_key()
    except (binascii.Error, ValueError, TypeError, LookupError) as error:
        raise StatementInvalid(here, "certificate", str(error)) from error
    if not isinstance(key, RSAPublicKey):
        raise StatementInvalid(here, "certificate", type(key).__name__)
    return RSAKey.import_key(key)


def _says_the_same(signed: dict[str, Any], statement: Mapping[str, Any]) -> bool:
    same_id = signed.get("id", statement.get("id")) == statement.get("id", signed.get("id"))
    times = [moment(each["timestamp"]) for each in (signed, statement) if "timestamp" in each]
    return same_id and len(set(times)) < 2 and fingerprint(_unsigned(signed)) == fingerprint(_unsigned(statement))


def _unsigned(statement: Mapping[str, Any]) -> dict[str, Any]:
    """A statement as it was before it was signed."""
    others = [each for each in statement.get("attachments", []) if each.get("usageType") != SIGNATURE]
    unsigned = {name: value for name, value in statement.items() if name != "attachments"}
    return unsigned | ({"attachments": others} if others else {})
