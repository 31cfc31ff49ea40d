"""From completions to hours, to a certificate that holds with others' programs, on paper and on the public page."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.errors import BadSignatureError
from joserfc.jwk import KeySet

from common.clock import ManualClock
from common.errors import UsageError
from ledger.certificates import public_page
from ledger.certificates.batch import issue_all
from ledger.certificates.certificate import Certificate, NoSuchCertificate
from ledger.certificates.certificates import NotIssued
from ledger.certificates.credential import CredentialWrong, verify
from ledger.certificates.keys import CertificateKeys, KeysWrong, read_published
from ledger.certificates.paper import sheet
from ledger.hours.rules import RulesWrong, load_rules, read_rules
from ledger.people.documents import Document
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from tests.ledger.sent import LEARNER, completion
from tests.ledger.van import Van

ISSUER = "测试市人力资源和社会保障局"
NAME = "欧阳䶮"


@pytest.fixture
def learner(services: LedgerServices) -> str:
    """Someone enrolled under the pseudonym that the statements name."""
    document = Document("resident_id", "11010519491231002X")
    with services.database.writing() as connection:
        services.learners.insert(connection, LEARNER, Particulars(NAME, document), None)
    return LEARNER


@pytest.fixture
def issued(van: Van, services: LedgerServices, learner: str) -> Certificate:
    send(van, completion())
    return services.certificates.issue(learner, "experience", ISSUER, "bureau", EVERYTHING)


@pytest.fixture
def anyone(services: LedgerServices) -> Iterator[TestClient]:
    app = FastAPI()
    app.include_router(public_page.create_router(services))
    with TestClient(app) as client:
        yield client


def send(van: Van, statements: list[dict]) -> None:
    assert van.post("/xapi/statements", json=statements).status_code == 200


def about(statements: list[dict], activity: str) -> list[dict]:
    for each in statements:
        each["object"] = each["object"] | {"id": activity}
    return statements


def test_every_completion_is_explained(van: Van, services: LedgerServices, clock: ManualClock) -> None:
    day = f"{clock.now():%Y-%m-%d}T01:00:00Z"
    send(van, completion(ended="2020-01-01T01:00:00Z"))
    send(van, completion(ended=day))
    send(van, completion(ended=f"{clock.now():%Y-%m-%d}T02:00:00Z"))
    send(van, about(completion(ended=day, passed=False), "urn:qianche:scenario:cardiac-arrest-aed"))
    send(van, about(completion(ended=day), "urn:qianche:lesson:helmets"))
    send(van, about(completion(ended=day), "https://elsewhere.invalid/course"))
    reckoning = services.certificates.reckoning(LEARNER, EVERYTHING)
    reasons = sorted((line.reason, line.hours) for line in reckoning.lines)
    assert reasons == [
        ("again", 0),
        ("counted", 0.25),
        ("counted", 0.5),
        ("no_kind", 0),
        ("not_passed", 0),
        ("too_old", 0),
    ]
    assert reckoning.hours == 0.75
    assert reckoning.levels() == ["experience"]
    missing = {
        need.what: (need.there, need.needed) for need in reckoning.needs(services.certificates.rules.levels["basic"])
    }
    assert missing == {"hours": (0.75, 2), "scenarios": (1, 3), "lessons": (1, 2)}


def test_a_wrong_rule_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_bytes(
        b"version: x\ncounts_for_months: 24\nkinds: {}\nlevels:\n  basic:\n    hours: -1\n"
    )
    with pytest.raises(RulesWrong) as wrong:
        load_rules(tmp_path)
    assert wrong.value.places["line"] == 5  # it has no name
    assert "levels.basic" in wrong.value.message("zh")
    with pytest.raises(RulesWrong) as broken:
        read_rules(b"a: b\nc: [", "rules.yaml")
    assert broken.value.places["line"] == 2


@pytest.mark.filterwarnings("ignore:EdDSA is deprecated")
def test_another_library_verifies_it_and_sees_a_change(services: LedgerServices, issued: Certificate) -> None:
    token = services.certificates.token(issued.id, EVERYTHING)
    keys = KeySet.import_key_set(services.certificates.keys.published())
    said = jwt.decode(token, keys, algorithms=["EdDSA"])
    assert said.header["typ"] == "vc+jwt"
    assert said.claims["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert said.claims["credentialSubject"]["identifier"][0]["identityHash"] == NAME
    assert said.claims["iss"] == said.claims["issuer"]["id"] == said.header["kid"].partition("#")[0]
    changed = _changed(token)
    with pytest.raises(BadSignatureError):
        jwt.decode(changed, keys, algorithms=["EdDSA"])
    with pytest.raises(CredentialWrong, match="changed"):
        verify(changed, services.certificates.keys.all())


def test_what_it_rests_on_is_in_the_log(services: LedgerServices, issued: Certificate) -> None:
    said = services.certificates.said(issued.id, EVERYTHING)
    assert len(said.evidence) == 1
    assert said.logged(services.checkpoints.key)
    assert said.evidence[0].inclusion.leaf == services.proofs.opening(said.evidence[0].statement).leaf()
    assert (said.achieved.hours, said.issuer) == (0.5, ISSUER)


def test_a_certificate_of_other_keys_does_not_hold(
    services: LedgerServices, issued: Certificate, tmp_path: Path
) -> None:
    token = services.certificates.token(issued.id, EVERYTHING)
    with pytest.raises(CredentialWrong):
        verify(token, CertificateKeys(tmp_path / "others").all())
    for nonsense in ("", "a.b.c", "....", "e30.e30.", "[].[].x", token[:-40]):
        with pytest.raises(CredentialWrong):
            verify(nonsense, services.certificates.keys.all())


def test_what_was_signed_before_a_rotation_still_holds(services: LedgerServices, issued: Certificate) -> None:
    keys = services.certificates.keys
    former = keys.current
    keys.rotate()
    assert keys.current != former
    published = read_published(json.dumps(keys.published()).encode())
    assert published == keys.all() == [former, keys.current]
    assert verify(services.certificates.token(issued.id, EVERYTHING), published).key == former
    folder = services.settings.certificate_keys
    assert sorted(path.name for path in folder.iterdir()) == ["0001.pub", "0002.key"]
    for nonsense in (b"", b"[]", b'{"keys": []}', b'{"keys": [{"crv": "Ed25519", "x": "AA"}]}', b'{"keys": 3}'):
        with pytest.raises(KeysWrong):
            read_published(nonsense)


def test_only_who_reached_it_has_one_and_only_one(van: Van, services: LedgerServices, learner: str) -> None:
    stranger = "qc-" + "b" * 32
    people = [learner, stranger]
    outcome = issue_all(services.certificates, people, "experience", ISSUER, "bureau", EVERYTHING)
    assert (outcome.issued, outcome.there) == ((), ())
    assert [(each.learner, each.why.key) for each in outcome.refused] == [
        (learner, "certificates.issue.not_reached"),
        (stranger, "certificates.issue.nobody"),
    ]
    assert "还差：学时 0/0.5、场景 0/1" in outcome.refused[0].why.message("zh")
    send(van, completion())
    first = services.certificates.issue(learner, "experience", ISSUER, "bureau", EVERYTHING)
    assert services.certificates.issue(learner, "experience", ISSUER, "bureau", EVERYTHING) == first
    assert services.certificates.of_learner(learner, EVERYTHING) == [first]
    with pytest.raises(NotIssued, match="basic"):
        services.certificates.issue(learner, "nothing", ISSUER, "bureau", EVERYTHING)
    again = issue_all(services.certificates, people, "experience", ISSUER, "bureau", EVERYTHING)
    assert (again.issued, again.there, len(again.refused)) == ((), (first,), 1)
    with pytest.raises(NotIssued, match="who issues it"):
        issue_all(services.certificates, people, "experience", " ", "bureau", EVERYTHING)


def test_the_public_page_tells_no_more_than_needed(anyone: TestClient, issued: Certificate) -> None:
    page = anyone.get(f"/verify/{issued.id}")
    assert page.status_code == 200
    assert "证书有效" in page.text
    assert "欧**" in page.text
    assert issued.number in page.text
    for private in (NAME, LEARNER, "11010519491231002X", "van-1"):
        assert private not in page.text
    english = anyone.get(f"/verify/{issued.id}", headers={"Cookie": "qianche_lang=en"})
    assert "The certificate is valid" in english.text
    assert anyone.get(f"/verify/{uuid.uuid4()}").status_code == 404


def test_a_file_is_checked_on_the_public_page(
    anyone: TestClient, services: LedgerServices, issued: Certificate
) -> None:
    token = services.certificates.token(issued.id, EVERYTHING)
    good = anyone.post("/verify", files={"file": ("a.jwt", token)})
    assert "文件签名有效" in good.text
    assert "证书有效" in good.text
    for bad in (_changed(token).encode(), b"\xff\xfe", b"hello", b"x" * 400_000):
        answer = anyone.post("/verify", files={"file": ("a.jwt", bad)})
        assert answer.status_code == 400
        assert "证书有效" not in answer.text


def test_revoked_and_expired_ones_are_told(
    anyone: TestClient, services: LedgerServices, issued: Certificate, clock: ManualClock
) -> None:
    clock.wind(370 * 86400)
    assert "证书已过期" in anyone.get(f"/verify/{issued.id}").text
    assert services.certificates.said(issued.id, EVERYTHING).expired(clock.now())
    services.certificates.revoke(issued.id, "成绩 <登记> 有误", "bureau", EVERYTHING)
    services.certificates.revoke(issued.id, "later reason", "bureau", EVERYTHING)
    assert "证书已撤销：成绩 &lt;登记&gt; 有误" in anyone.get(f"/verify/{issued.id}").text
    with pytest.raises(NotIssued):
        services.certificates.revoke(issued.id, " ", "bureau", EVERYTHING)


def test_who_tries_ids_out_is_slowed_down(anyone: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_page, "LOOKS_PER_QUARTER_HOUR", 3)
    answers = [anyone.get(f"/verify/{uuid.uuid4()}") for _ in range(4)]
    assert [each.status_code for each in answers] == [404, 404, 404, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_with_its_holder_erased_no_name_is_left(
    anyone: TestClient, services: LedgerServices, issued: Certificate
) -> None:
    services.people.erasing.erase(LEARNER, records=False)
    page = anyone.get(f"/verify/{issued.id}").text
    assert "已按本人要求删除" in page
    assert "欧" not in page
    with pytest.raises(NoSuchCertificate):
        services.certificates.token(issued.id, EVERYTHING)


def test_the_sheet_is_set_with_its_code(services: LedgerServices, issued: Certificate) -> None:
    said = services.certificates.said(issued.id, EVERYTHING)
    pdf = sheet(said.achieved, said.issuer, "https://ledger.example", "pdf")
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) < 200_000
    with pytest.raises(UsageError):
        sheet(said.achieved, said.issuer, "ledger.example", "pdf")


def _changed(token: str) -> str:
    """The credential with one more hour in it."""
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    claims["credentialSubject"]["creditsEarned"] += 1
    more = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    return f"{head}.{more}.{signature}"
