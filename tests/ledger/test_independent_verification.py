"""A certificate holds with a program that others wrote for Open Badges 3.0, and a changed one does not."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier

from common.clock import ManualClock
from ledger.certificates.credential import signed
from ledger.certificates.keys import CertificateKey
from ledger.people.documents import Document
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from tests.ledger.sent import LEARNER, completion
from tests.ledger.van import Van

ISSUER, NAME = "测试市人力资源和社会保障局", "欧阳䶮"
Claims = dict[str, Any]


@pytest.fixture
def clock() -> ManualClock:
    """Begins now: the others' program asks the machine's clock whether a certificate has expired."""
    return ManualClock(datetime.now(UTC))


@pytest.fixture
def token(van: Van, services: LedgerServices, clock: ManualClock) -> str:
    with services.database.writing() as connection:
        someone = Particulars(NAME, Document("resident_id", "11010519491231002X"))
        services.learners.insert(connection, LEARNER, someone, None)
    sent = van.post("/xapi/statements", json=completion(ended=clock.now().isoformat(timespec="milliseconds")))
    assert sent.status_code == 200
    issued = services.certificates.issue(LEARNER, "experience", ISSUER, "bureau", EVERYTHING)
    return services.certificates.token(issued.id, EVERYTHING)


def verifier(services: LedgerServices) -> OB3Verifier:
    """Knows the issuer by name alone, which holds the key (did:key)."""
    return OB3Verifier.for_issuer_did(services.certificates.keys.current.did)


def test_it_verifies_and_says_what_was_achieved(services: LedgerServices, token: str) -> None:
    said = verifier(services).verify(token)
    assert (said.issuer.name, said.achievement.name, said.credits_earned) == (ISSUER, "工伤预防体验培训", 0.5)
    assert [(each.identity_type, each.hashed, each.identity_hash) for each in said.identifiers] == [
        ("name", False, NAME)
    ]
    assert len(said.evidence) == 1
    assert said.evidence[0].narrative.startswith("c2sp.org/tlog-proof@v1\n")
    assert said.expiration_date > said.issuance_date


def more_hours(claims: Claims) -> None:
    claims["credentialSubject"]["creditsEarned"] += 1


def another_name(claims: Claims) -> None:
    claims["credentialSubject"]["identifier"][0]["identityHash"] = "欧阳龑"


def a_longer_validity(claims: Claims) -> None:
    claims["exp"] += 86_400 * 365


def no_evidence(claims: Claims) -> None:
    claims["evidence"] = []


@pytest.mark.parametrize("change", [more_hours, another_name, a_longer_validity, no_evidence])
def test_a_changed_one_does_not(services: LedgerServices, token: str, change: Callable[[Claims], None]) -> None:
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    change(claims)
    with pytest.raises(OB3VerificationError, match="Invalid signature"):
        verifier(services).verify(f"{head}.{part(claims)}.{signature}")


def test_without_a_signature_or_with_anothers_it_does_not(services: LedgerServices, token: str) -> None:
    _, body, _ = token.split(".")
    with pytest.raises(OB3VerificationError, match="not allowed"):
        verifier(services).verify(f"{part({'alg': 'none', 'typ': 'vc+jwt'})}.{body}.")
    said = services.certificates.said(only(services), EVERYTHING)
    forged = signed(said.achieved, said.evidence, ISSUER, bytes(32))
    assert CertificateKey(services.certificates.keys.current.public) == said.key
    with pytest.raises(OB3VerificationError, match="Invalid signature"):
        verifier(services).verify(forged)


def only(services: LedgerServices) -> str:
    return services.certificates.of_learner(LEARNER, EVERYTHING)[0].id


def part(value: Claims) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
