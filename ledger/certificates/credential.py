"""The signed credential: Open Badges 3.0 (W3C Verifiable Credentials 2.0) as a JWT, EdDSA with Ed25519 (RFC 8037)."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from common.errors import DataError
from common.moments import iso, to_us
from common.text import Lang
from ledger.certificates.keys import CertificateKey
from ledger.transparency.notes import NoteKey
from ledger.transparency.proofs import Inclusion, read_inclusion

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
MOST_BYTES = 256 * 1024
"""Of a credential that somebody brings."""
PROOF_GENRE = "c2sp.org/tlog-proof"
_URN = "urn:uuid:"


class CredentialWrong(DataError):
    """It is no certificate of these keys, or it was changed."""


@dataclass(frozen=True)
class Achieved:
    """What a certificate says. Moments are Unix microseconds."""

    id: str
    number: str
    holder: str
    """Name of the person."""
    level: str
    name: dict[Lang, str]
    """Of the level."""
    hours: float
    issued_us: int
    expires_us: int
    rules: str
    """Version of the rules it was given by."""


@dataclass(frozen=True)
class Evidence:
    """A statement that the certificate rests on, and that it is in the transparency log."""

    statement: str
    title: dict[Lang, str]
    inclusion: Inclusion


@dataclass(frozen=True)
class Verified:
    """A credential whose signature holds."""

    achieved: Achieved
    evidence: tuple[Evidence, ...]
    issuer: str
    """Name of who issued it, for people."""
    key: CertificateKey

    def expired(self, now: datetime) -> bool:
        """Whether its validity is over."""
        return to_us(now) >= self.achieved.expires_us

    def logged(self, key: NoteKey) -> bool:
        """Whether everything it rests on is in the log that ``key`` signs for. Raises NoteWrong."""
        return all(each.inclusion.holds(key) for each in self.evidence)


def signed(achieved: Achieved, evidence: Iterable[Evidence], issuer: str, seed: bytes) -> str:
    """The credential as a JWT, signed with the Ed25519 key of ``seed``; ``issuer`` is a name for people."""
    private = Ed25519PrivateKey.from_private_bytes(seed)
    key = CertificateKey(private.public_key().public_bytes_raw())
    header = {"alg": "EdDSA", "typ": "vc+jwt", "cty": "vc", "kid": key.kid}
    body = _credential(achieved, evidence, issuer, key)
    claims = {
        "iss": key.did,
        "jti": body["id"],
        "nbf": achieved.issued_us // 1_000_000,
        "exp": achieved.expires_us // 1_000_000,
    }
    message = f"{_part(header)}.{_part({**claims, **body})}"
    return f"{message}.{_base64url(private.sign(message.encode('ascii')))}"


def verify(token: str, keys: Sequence[CertificateKey]) -> Verified:
    """What a credential says, after its signature was found to hold; validity in time is the reader's to ask.

    Raises:
        CredentialWrong: it is none, none of ``keys`` signed it, or it was changed.
    """
    header, claims, signature = _parts(token)
    key = next((each for each in keys if each.kid == header.get("kid")), None)
    if header.get("alg") != "EdDSA" or key is None:
        raise CredentialWrong("certificates.credential.other_key")
    message = token.strip().rpartition(".")[0].encode("ascii")
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
    except InvalidSignature as error:
        raise CredentialWrong("certificates.credential.changed") from error
    try:
        evidence = tuple(map(_evidence, claims["evidence"]))
        return Verified(_achieved(claims), evidence, claims["issuer"]["name"], key)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise CredentialWrong("certificates.credential.none") from error


def stated_hours(token: str) -> float:
    """The hours that a credential of this ledger's own states; whether its signature holds is not looked at.

    Raises:
        CredentialWrong: it is no credential.
    """
    try:
        claims = orjson.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
        return float(claims["credentialSubject"]["creditsEarned"])
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise CredentialWrong("certificates.credential.none") from error


def _credential(achieved: Achieved, evidence: Iterable[Evidence], issuer: str, key: CertificateKey) -> dict[str, Any]:
    return {
        "@context": list(CONTEXTS),
        "id": _URN + achieved.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": key.did, "type": ["Profile"], "name": issuer},
        "validFrom": iso(achieved.issued_us),
        "validUntil": iso(achieved.expires_us),
        "name": achieved.name["zh"],
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [
                {"type": "IdentityObject", "hashed": False, "identityHash": achieved.holder, "identityType": "name"}
            ],
            "licenseNumber": achieved.number,
            "creditsEarned": achieved.hours,
            "achievement": {
                "id": f"urn:qianche:level:{achieved.level}",
                "type": ["Achievement"],
                "name": achieved.name["zh"],
                "description": achieved.name["en"],
                "achievementType": "Certificate",
                "version": achieved.rules,
                "criteria": {"narrative": f"{achieved.name['zh']} / {achieved.name['en']}"},
            },
        },
        "evidence": [
            {
                "id": _URN + each.statement,
                "type": ["Evidence"],
                "name": each.title["zh"],
                "description": each.title["en"],
                "genre": PROOF_GENRE,
                "narrative": each.inclusion.text(each.inclusion.leaf),
            }
            for each in evidence
        ],
    }


def _achieved(claims: dict[str, Any]) -> Achieved:
    subject = claims["credentialSubject"]
    achievement = subject["achievement"]
    return Achieved(
        id=claims["id"].removeprefix(_URN),
        number=subject["licenseNumber"],
        holder=subject["identifier"][0]["identityHash"],
        level=achievement["id"].rpartition(":")[2],
        name={"zh": achievement["name"], "en": achievement["description"]},
        hours=float(subject["creditsEarned"]),
        issued_us=to_us(datetime.fromisoformat(claims["validFrom"])),
        expires_us=to_us(datetime.fromisoformat(claims["validUntil"])),
        rules=achievement["version"],
    )


def _evidence(said: dict[str, Any]) -> Evidence:
    # The text of the proof carries the leaf's hash along.
    _, leaf = read_inclusion(said["narrative"], b"")
    inclusion, _ = read_inclusion(said["narrative"], leaf)
    title: dict[Lang, str] = {"zh": said["name"], "en": said["description"]}
    return Evidence(said["id"].removeprefix(_URN), title, inclusion)


def _parts(token: str) -> tuple[dict[str, Any], dict[str, Any], bytes]:
    try:
        header, claims, signature = (
            base64.b64decode(part + "=" * (-len(part) % 4), b"-_", validate=True) for part in token.strip().split(".")
        )
        head, body = json.loads(header), json.loads(claims)
    except (ValueError, binascii.Error, RecursionError) as error:
        raise CredentialWrong("certificates.credential.none") from error
    if len(token) > MOST_BYTES or not isinstance(head, dict) or not isinstance(body, dict):
        raise CredentialWrong("certificates.credential.none")
    return head, body, signature


def _part(value: dict[str, Any]) -> str:
    return _base64url(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")
