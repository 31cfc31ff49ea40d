"""The list of certificates as a file: what stands in it, whose it is, and that taking it along is written down."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response
from openpyxl import load_workbook

from common.clock import ManualClock
from common.moments import from_us
from common.web.accounts import Accounts
from common.web.login import COOKIE, install
from ledger.certificates import downloads
from ledger.certificates.list_file import certificate_sheet
from ledger.certificates.listing import CertificateList, Shown, Wanted
from ledger.people.employers import EmployerFacts
from ledger.people.periods import PARTS, PeriodWrong, check_period, part_said, period_of, period_said
from ledger.people.periods import period_span_us as span_us
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.supervision import sheets
from ledger.supervision.sheets import Question
from tests.ledger.conftest import CHEAP
from tests.ledger.rosters import company, resident
from tests.ledger.test_certificate_batches import ISSUER
from tests.ledger.trained import FALL, session, take, take_down_person

LIST = "/ledger/api/certificates/list"
EVIL = "=cmd|' /C calc'!A0"
WHY = "@成绩登记有误"
SECRET = bytes(32)
A_DAY_S = 86400
HEADINGS = ["证书编号", "姓名", "单位", "培训", "学时", "发证日期", "有效期至", "状态", "撤销日期", "撤销原因"]
ACCOUNTS = {
    "bureau": ("bureau", ()),
    "audit": ("auditor", ()),
    "steel": ("officer", (company("", 1).credit_code,)),
    "nobody": ("officer", ()),
    "jinjiang": ("district", ("锦江区",)),
}


@pytest.fixture
def people(services: LedgerServices, clock: ManualClock) -> list[str]:
    """Three with certificates: one issued in September and revoked, two in November; by pseudonym."""
    evil = services.people.employers.add(EmployerFacts(EVIL, company("", 1).credit_code, "C", "武侯区", 9))
    other = services.people.employers.add(EmployerFacts("锦江酒店", company("", 2).credit_code, "H", "锦江区", 9))
    found = [
        take_down_person(services, "罗建国", 1, evil),
        take_down_person(services, "+何莉", 2, evil),
        take_down_person(services, "马超", 3, other),
    ]
    take(services, *(session(each, FALL, "2026-05-02T02:00:00Z") for each in found))
    first = issue(services, found[0])
    services.certificates.revoke(first, WHY, "bureau", EVERYTHING)
    clock.wind(60 * A_DAY_S)
    for each in found[1:]:
        issue(services, each)
    return found


def issue(services: LedgerServices, learner: str) -> str:
    return services.certificates.issue(learner, "experience", ISSUER, "bureau", EVERYTHING).id


@pytest.fixture
def clock() -> ManualClock:
    """Two months before the tests' usual day, late in the evening in Beijing."""
    return ManualClock(datetime(2026, 9, 23, 15, 30, tzinfo=UTC))


@pytest.fixture
def site(services: LedgerServices, people: list[str], clock: ManualClock) -> Iterator[TestClient]:
    accounts = Accounts(services.settings.data / "accounts.sqlite", clock, CHEAP)
    app = FastAPI()
    install(app, accounts, SECRET)
    app.include_router(downloads.create_router(services))
    with TestClient(app) as client:
        for name, (role, scope) in ACCOUNTS.items():
            accounts.create(name, role, scope)
            client.cookies.set(f"as-{name}", accounts.open_session(accounts.find(name), SECRET))
        yield client
    accounts.close()


def asked(site: TestClient, kind: str = "csv", name: str = "bureau", lang: str = "zh", **filters: str) -> Response:
    headers = {"Cookie": f"{COOKIE}={site.cookies[f'as-{name}']}; qianche_lang={lang}"}
    return site.post(f"{LIST}.{kind}", data=filters, headers=headers)


def lines(site: TestClient, name: str = "bureau", lang: str = "zh", **filters: str) -> list[list[str]]:
    """The lines of the CSV file: three of its heading, the columns' titles, then the certificates."""
    answer = asked(site, "csv", name, lang, **filters)
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def names(site: TestClient, name: str = "bureau", **filters: str) -> list[str]:
    return [line[1] for line in lines(site, name, **filters)[4:]]


def test_a_file_says_what_the_page_shows_and_what_a_report_needs(site: TestClient) -> None:
    title, restricted, made, headings, *rows = lines(site)
    assert (title, restricted) == (["培训证书清单"], ["筛选条件：发证时间：开展以来；证书状态：全部"])
    assert made == ["导出时间：2026-11-22 23:30"]
    assert headings == HEADINGS
    training = "工伤预防体验培训"
    assert rows == [
        ["QC2026-0000003", "马超", "锦江酒店", training, "0.50", "2026-11-22", "2027-11-22", "有效", "", ""],
        ["QC2026-0000002", "'+何莉", "'" + EVIL, training, "0.50", "2026-11-22", "2027-11-22", "有效", "", ""],
        ["QC2026-0000001", "罗建国", "'" + EVIL, training, "0.50", "2026-09-23", "2027-09-23", "已撤销", "2026-09-23"]
        + ["'" + WHY],
    ]
    title, restricted, _, headings, first, *_ = lines(site, lang="en", shown="valid", issued="2026-Q4")
    assert (title, restricted) == (["Certificates"], ["Filter: Issued: 2026-Q4; State: Valid"])
    assert headings[3:6] == ["Training", "Hours of training", "Issued"]
    assert first[3] == "Work injury prevention, introduction"


def test_excel_has_days_and_numbers_to_reckon_with_and_no_formula(site: TestClient) -> None:
    answer = asked(site, "xlsx", issued="2026-Q4")
    assert "2026-Q4%2020261122.xlsx" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet.max_row == 6
    row = sheet[6]
    assert [cell.data_type for cell in row] == ["s", "s", "s", "s", "n", "d", "d", "s", "n", "n"]
    assert (row[1].value, row[2].value, row[4].value) == ("+何莉", EVIL, 0.5)
    assert (row[5].value.date().isoformat(), row[5].number_format) == ("2026-11-22", "yyyy-mm-dd")
    assert row[8].value is None


def test_the_files_filters_are_those_of_the_page(site: TestClient, services: LedgerServices, people: list[str]) -> None:
    assert names(site, shown="revoked") == ["罗建国"]
    assert names(site, issued="2026-Q3") == names(site, issued="2026-09") == ["罗建国"]
    assert names(site, issued="2025") == []
    other = services.learners.find(people[2], EVERYTHING).employer
    assert names(site, employer=other) == ["马超"]
    assert lines(site, employer=other)[1] == ["筛选条件：发证时间：开展以来；证书状态：全部；单位：锦江酒店"]
    assert names(site, search=" 莉 ") == ["'+何莉"]
    assert names(site, search="0000003") == ["马超"]
    restricted = lines(site, search=resident(3))
    assert [line[1] for line in restricted[4:]] == ["马超"]
    assert resident(3) not in restricted[1][0] and "查找：5101" in restricted[1][0], "masked, for files are passed on"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("all", ["马超", "+何莉", "罗建国"]), ("expiring", ["+何莉", "马超"]), ("revoked", ["罗建国"]), ("expired", [])],
)
def test_every_certificate_stands_in_it_once_however_long_it_is(
    services: LedgerServices,
    people: list[str],
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
    shown: Shown,
    expected: list[str],
) -> None:
    monkeypatch.setattr(sheets, "_AT_ONCE", 1)
    clock.wind(320 * A_DAY_S)
    listed = CertificateList(services.database, clock)
    sheet = certificate_sheet(services, listed, EVERYTHING, clock.now())
    assert [row["name"] for row in sheet.all_rows(Question(Wanted(shown), EVERYTHING, "zh"))] == expected


def test_nobody_takes_along_whom_they_may_not_see(site: TestClient) -> None:
    assert names(site, "audit") == names(site) == ["马超", "'+何莉", "罗建国"]
    assert names(site, "steel") == ["'+何莉", "罗建国"]
    assert names(site, "jinjiang") == ["马超"]
    assert names(site, "steel", search="马超") == names(site, "steel", search=resident(3)) == []
    assert names(site, "nobody") == []
    assert site.post(f"{LIST}.csv", headers={"Cookie": "none=here"}).status_code == 401


def test_whoever_takes_names_along_is_written_down(site: TestClient, services: LedgerServices) -> None:
    names(site, "steel", search="莉")
    asked(site, "xlsx", "audit")
    looks, _ = services.people.looks.page(0, 10)
    said = {(each.account, each.action, each.found, each.asked) for each in looks}
    assert said == {("audit", "export", 3, ""), ("steel", "export", 1, "莉")}


def test_of_an_erased_person_the_certificate_stays_without_them(
    site: TestClient, services: LedgerServices, people: list[str]
) -> None:
    services.people.erasing.erase(people[2], records=False)
    assert lines(site, search="0000003")[4][1:5] == ["已按本人要求删除", "", "工伤预防体验培训", ""]


def test_what_cannot_be_is_refused_with_a_reason(site: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(site, "pdf").status_code == 404
    for wrong in ({"shown": "lost"}, {"issued": "2026-Q5"}, {"issued": "soon"}):
        answer = asked(site, **wrong)
        assert (answer.status_code, bool(answer.json()["zh"])) == (400, True), wrong
    assert asked(site, search="x" * 201).status_code == 422
    monkeypatch.setattr(downloads, "MOST_EXCEL_ROWS", 2)
    refused = asked(site, "xlsx")
    assert (refused.status_code, refused.json()["error"]) == (413, "supervision.export.too_many")
    assert asked(site, "xlsx", shown="revoked").status_code == 200


def test_years_quarters_and_months_end_where_the_next_begin() -> None:
    periods = [period_of("2026", part) for part in PARTS]
    quarters, months = periods[:4], periods[4:]
    for parts in (quarters, months):
        spans = [span_us(each) for each in parts]
        assert (spans[0][0], spans[-1][1]) == span_us("2026")
        assert all(before[1] + 1 == after[0] for before, after in zip(spans, spans[1:], strict=False))
    assert from_us(span_us("2026-Q4")[0]) == datetime(2026, 9, 30, 16, tzinfo=UTC), "midnight in Beijing"
    assert from_us(span_us("2028-02")[1] + 1) - from_us(span_us("2028-02")[0]) == timedelta(days=29)
    assert span_us("") is None
    assert period_of("", "Q4") == ""
    assert [period_said(each, "zh") for each in ("2026", "2026-Q4", "2026-05", "")] == [
        "2026 年", "2026 年第 4 季度", "2026 年 5 月", "开展以来",
    ]  # fmt: skip
    assert [part_said(each, "en") for each in ("", "Q2", "09")] == ["whole year", "Q2", "9"]
    for wrong in ("1999", "2026-13", "2026-Q0", "2026-", "26"):
        with pytest.raises(PeriodWrong):
            check_period(wrong)
