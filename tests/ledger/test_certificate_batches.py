"""Certificates of many people: an order at once, two clerks at the same moment, lists, and what is handed out."""

from __future__ import annotations

import io
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import select

from common.clock import ManualClock
from ledger.certificates.batch import issue_all
from ledger.certificates.certificate import NoSuchCertificate
from ledger.certificates.files import archive, credential_file, sheet_file
from ledger.certificates.listing import CertificateList, Wanted
from ledger.certificates.tables import certificates
from ledger.people.orders import Order
from ledger.people.roster_file import read_roster
from ledger.people.sight import EVERYTHING, NOTHING, Sight
from ledger.services import LedgerServices
from tests.ledger.conftest import CHEAP
from tests.ledger.rosters import company, resident, workbook
from tests.ledger.sent import completion
from tests.ledger.van import Van

ISSUER, BASE = "测试市人力资源和社会保障局", "https://ledger.example"
DAY = date(2026, 11, 22)
SCENARIO = "urn:qianche:scenario:electrocution-temporary-power"
NAMES = ("罗建国", "何莉", "马超")


def roster(services: LedgerServices, names: tuple[str, ...], sequence: int = 1) -> Order:
    """An order of a company with these people on its roster."""
    employer = services.people.employers.add(company(f"第{sequence}公司", sequence))
    order = services.people.orders.add(employer, DAY, "厂门", [SCENARIO], "bureau", EVERYTHING)
    rows = [(name, "", resident(10 * sequence + place), "", "") for place, name in enumerate(names)]
    entries, faults = read_roster(workbook(rows), DAY)
    assert not faults
    found = services.people.orders.find(order, EVERYTHING)
    services.people.orders.add_roster(found, entries, "bureau")
    return found


@pytest.fixture
def order(services: LedgerServices) -> Order:
    return roster(services, NAMES)


@pytest.fixture
def people(services: LedgerServices, order: Order, van: Van) -> list[str]:
    """Everyone on the roster; all but the last passed."""
    learners = [each.learner for each in services.people.orders.people(order)]
    for learner in learners:
        sent = completion(learner=learner, passed=learner != learners[-1])
        assert van.post("/xapi/statements", json=sent).status_code == 200
    return learners


def give_out(services: LedgerServices, people: list[str]) -> list[str]:
    """Issue to everyone who earned one; the certificates' ids."""
    outcome = issue_all(services.certificates, people, "experience", ISSUER, "bureau", EVERYTHING)
    return [each.id for each in outcome.issued]


def test_everyone_of_an_order_at_once_and_who_did_not_and_why(services: LedgerServices, people: list[str]) -> None:
    before = services.certificates.standings(people, "experience", EVERYTHING)
    assert [each.due for each in before] == [True, True, False]
    outcome = issue_all(services.certificates, people, "experience", ISSUER, "bureau", EVERYTHING)
    assert [each.number for each in outcome.issued] == ["QC2026-0000001", "QC2026-0000002"]
    assert [(each.learner, each.why.message("en").partition("; ")[2]) for each in outcome.refused] == [
        (people[-1], "missing: hours 0/0.5, scenarios 0/1.")
    ]
    after = services.certificates.standings(people, "experience", EVERYTHING)
    assert [each.held.number if each.held else None for each in after] == ["QC2026-0000001", "QC2026-0000002", None]
    assert services.certificates.last_issuer() == ISSUER
    assert services.certificates.standings(people, "experience", NOTHING)[0].missing, (
        "what may not be seen does not count"
    )


def test_two_clerks_at_the_same_moment_issue_one(services: LedgerServices, people: list[str]) -> None:
    others = LedgerServices(services.settings, services.clock, CHEAP)
    together = threading.Barrier(4)

    def issue(clerk: int) -> tuple[str, bool]:
        own = (services, others)[clerk % 2]
        together.wait()
        issued, new = own.certificates.issue_once(people[0], "experience", ISSUER, f"clerk {clerk}", EVERYTHING)
        return issued.id, new

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(issue, range(4)))
    others.close()
    assert len({certificate for certificate, _ in told}) == 1
    assert sum(new for _, new in told) == 1
    with services.database.reading() as connection:
        assert len(connection.execute(select(certificates.c.id)).all()) == 1


def test_after_a_revocation_or_its_end_it_can_be_issued_anew(
    services: LedgerServices, people: list[str], clock: ManualClock
) -> None:
    first = give_out(services, people)[0]
    services.certificates.revoke(first, "登记有误", "bureau", EVERYTHING)
    second = services.certificates.issue(people[0], "experience", ISSUER, "bureau", EVERYTHING)
    assert second.id != first
    clock.wind(366 * 86400)
    third = services.certificates.issue(people[0], "experience", ISSUER, "bureau", EVERYTHING)
    assert third.number == "QC2027-0000001"
    held = services.certificates.of_learner(people[0], EVERYTHING)
    assert [each.state(clock.now()) for each in held] == ["valid", "expired", "revoked"]


def test_the_archive_has_sheets_and_files_of_all(services: LedgerServices, people: list[str]) -> None:
    give_out(services, people)
    held = [each.held for each in services.certificates.standings(people, "experience", EVERYTHING) if each.held]
    pieces = list(archive(services, held, BASE, EVERYTHING))
    assert len(pieces) > 2, "handed on as they are set"
    packed = zipfile.ZipFile(io.BytesIO(b"".join(pieces)))
    assert packed.testzip() is None
    assert packed.namelist() == [
        "QC2026-0000001 罗建国.pdf",
        "QC2026-0000001 罗建国.jwt",
        "QC2026-0000002 何莉.pdf",
        "QC2026-0000002 何莉.jwt",
    ]
    assert packed.read("QC2026-0000002 何莉.pdf").startswith(b"%PDF-")


def test_files_are_given_within_sight_and_not_of_revoked_ones(services: LedgerServices, people: list[str]) -> None:
    first, second = give_out(services, people)
    assert sheet_file(services, first, BASE, EVERYTHING).name == "QC2026-0000001.pdf"
    assert credential_file(services, second, EVERYTHING).content.count(b".") == 2
    services.certificates.revoke(first, "登记有误", "bureau", EVERYTHING)
    for certificate, sight in ((first, EVERYTHING), (second, NOTHING)):
        with pytest.raises(NoSuchCertificate):
            sheet_file(services, certificate, BASE, sight)
        with pytest.raises(NoSuchCertificate):
            credential_file(services, certificate, sight)


def test_the_list_is_filtered_by_state_company_and_name(
    services: LedgerServices, people: list[str], van: Van, clock: ManualClock
) -> None:
    other = roster(services, ("Maria",), sequence=2)
    maria = services.people.orders.people(other)[0].learner
    assert van.post("/xapi/statements", json=completion(learner=maria)).status_code == 200
    ids = give_out(services, [*people, maria])
    services.certificates.revoke(ids[0], "登记有误", "bureau", EVERYTHING)
    listed = CertificateList(services.database, clock)

    def holders(wanted: Wanted, sight: Sight = EVERYTHING) -> list[str]:
        found, total = listed.page(wanted, sight, 0, 10)
        assert total == len(found)
        return [services.learners.named([each.learner])[each.learner].name for each in found]

    assert holders(Wanted()) == ["Maria", "何莉", "罗建国"]
    assert holders(Wanted("revoked")) == ["罗建国"]
    assert holders(Wanted(employer=other.employer)) == ["Maria"]
    assert holders(Wanted(text="0000002")) == ["何莉"]
    assert holders(Wanted(text="li", learners=frozenset(services.learners.search("莉", EVERYTHING)))) == ["何莉"]
    assert holders(Wanted(), Sight(companies=(company("", 2).credit_code,))) == ["Maria"]
    assert holders(Wanted("expiring")) == []
    clock.wind(320 * 86400)
    assert holders(Wanted("expiring")) == ["何莉", "Maria"]
    assert listed.counts(Wanted(), EVERYTHING) == {"all": 3, "valid": 2, "expiring": 2, "expired": 0, "revoked": 1}
    clock.wind(60 * 86400)
    assert listed.counts(Wanted(), EVERYTHING) == {"all": 3, "valid": 0, "expiring": 0, "expired": 2, "revoked": 1}


def test_a_merged_persons_certificate_is_theirs(services: LedgerServices, people: list[str]) -> None:
    give_out(services, people)
    services.people.merging.merge(people[1], people[0], "bureau")
    assert {each.number for each in services.certificates.of_learner(people[1], EVERYTHING)} == {
        "QC2026-0000001",
        "QC2026-0000002",
    }
    found, _ = CertificateList(services.database, services.clock).page(Wanted(), EVERYTHING, 0, 10)
    assert {each.learner for each in found} == {people[1]}
    services.people.parting.part(people[0])
    assert [each.number for each in services.certificates.of_learner(people[0], EVERYTHING)] == ["QC2026-0000001"]
