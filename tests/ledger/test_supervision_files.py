"""What is taken from and given to supervision as files: tables, counts of companies, a session's log."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from openpyxl import Workbook, load_workbook

from common.web.accounts import Accounts
from common.web.login import COOKIE, install
from ledger.people.roster_file import RosterWrong
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.supervision import api
from ledger.supervision.asked import Asked
from ledger.supervision.counts_file import COLUMNS, CountsImported, CountsWrong, empty_counts, import_counts, said_of
from ledger.supervision.session_story import MOST_LINES, read_story
from tests.ledger.conftest import CHEAP
from tests.ledger.rosters import company, workbook
from tests.ledger.trained import FALL, session, take, take_down_company, take_down_person

YEAR = Asked(period="2026")
TITLES = ("统一社会信用代码", "企业名称", "行业门类", "所在区县", "参保人数", "月份", "工伤人数", "预警次数")
EVIL = "=cmd|' /C calc'!A0"
SECRET = bytes(32)


@pytest.fixture
def steel(services: LedgerServices) -> str:
    return take_down_company(services, "蓉城钢构有限公司", 1, "C", "武侯区")


@pytest.fixture
def site(services: LedgerServices, clock: object) -> Iterator[TestClient]:
    accounts = Accounts(services.settings.data / "accounts.sqlite", clock, CHEAP)
    app = FastAPI()
    install(app, accounts, SECRET)
    app.include_router(api.create_router(services))
    with TestClient(app) as client:
        for name, role, scope in (("bureau", "bureau", ()), ("jinjiang", "district", ("锦江区",))):
            accounts.create(name, role, scope)
            client.cookies.set(f"as-{name}", accounts.open_session(accounts.find(name), SECRET))
        yield client
    accounts.close()


def logged_in(site: TestClient, name: str) -> dict[str, str]:
    return {"Cookie": f"{COOKIE}={site.cookies[f'as-{name}']}"}


def download(site: TestClient, path: str, name: str = "bureau") -> bytes:
    answer = site.get(path, headers=logged_in(site, name))
    assert answer.status_code == 200, answer.text
    return answer.content


def rows_of(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel takes Chinese without a byte order mark for something else"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def counts_of(services: LedgerServices, asked: Asked = YEAR) -> dict[str, tuple[int, int, int]]:
    found = services.supervision.counts.incidents(asked, EVERYTHING, None, 100, untrained=False)
    return {each.name: (each.injuries, each.warnings, each.trained) for each in found}


def imported(services: LedgerServices, *rows: tuple[object, ...]) -> CountsImported:
    return import_counts(workbook(rows, TITLES), services.people.employers, services.supervision.counts, "bureau")


def test_tables_as_files_hold_everything_and_no_formula(services: LedgerServices, site: TestClient) -> None:
    evil = take_down_company(services, EVIL, 1, "C", "武侯区")
    other = take_down_company(services, "锦江酒店有限公司", 2, "H", "锦江区")
    people = [
        take_down_person(services, "+王" if k == 0 else f"学员{k}", k, other if k == 3 else evil) for k in range(4)
    ]
    take(services, *(session(each, FALL, "2026-05-02T02:00:00Z") for each in people))

    rows = rows_of(download(site, "/ledger/api/supervision/companies.csv?period=2026"))
    assert rows[0] == ["企业培训情况"]
    assert rows[1] == ["筛选条件：时间：2026 年"]
    assert rows[2][0].startswith("导出时间：")
    assert rows[3][:3] == ["企业", "区县", "行业门类"]
    assert [row[0] for row in rows[4:]] == ["'" + EVIL, "锦江酒店有限公司"]
    assert rows[4][4:] == ["3", "3", "1.0000", "0.30", "0.0300"]

    book = load_workbook(io.BytesIO(download(site, "/ledger/api/supervision/companies.xlsx?period=2026")))
    first = book.active[5]
    assert (first[0].value, first[0].data_type) == (EVIL, "s"), "a text, not a formula"
    assert (first[4].value, first[6].value, first[6].number_format) == (3, 1, "0.0%")

    rows = rows_of(download(site, "/ledger/api/supervision/people.csv?period=2026&district=武侯区"))
    assert rows[1] == ["筛选条件：时间：2026 年；区县：武侯区"]
    assert {row[0] for row in rows[4:]} == {"'+王", "学员1", "学员2"}
    assert all("*" in row[1] for row in rows[4:]), "numbers are masked"
    looks, _ = services.people.looks.page(0, 10)
    assert [each.action for each in looks] == ["export"], "who takes names down is written down; figures are nobody's"

    rows = rows_of(download(site, "/ledger/api/supervision/completions.csv?period=2026", "jinjiang"))
    assert [row[1] for row in rows[4:]] == ["学员3"], "a district's account gets its district"
    for name in ("month", "district", "industry", "scenario", "hazards", "gaps", "incidents"):
        for kind in ("csv", "xlsx"):
            assert download(site, f"/ledger/api/supervision/{name}.{kind}?period=all"), name
    answers = {
        "/ledger/api/supervision/secrets.csv": 404,
        "/ledger/api/supervision/people.pdf": 404,
        "/ledger/api/supervision/people.csv?period=soon": 400,
    }
    for path, status in answers.items():
        answer = site.get(path, headers=logged_in(site, "bureau"))
        assert (answer.status_code, bool(answer.json()["zh"])) == (status, True), path


def test_counts_come_from_excel_row_by_row(services: LedgerServices, steel: str) -> None:
    code, other, third = (company(sequence=k).credit_code for k in (1, 2, 3))
    found = imported(
        services,
        (code, "", "", "", "", "2026-03", 2, ""),
        (code.lower(), "", "", "", "", "2026年4月", "1", "7"),
        (other, "锦江酒店有限公司", "住宿和餐饮业", "锦江区", 80, "2026/5", 3, None),
        (other, "", "", "", "", "202605", 4, None),
        (third, "", "", "", "", "2026-05", 1, None),
        (third, "华川建设有限公司", "建筑", "锦江区", 10, "2026-05", 1, None),
        (code[:-1] + "I", "", "", "", "", "2026-05", 1, None),
        (code, "", "", "", "", "2026-13", 1, None),
        (code, "", "", "", "", "2026-05", -1, None),
        (code, "", "", "", "", "2026-05", "", ""),
        (None, None, None, None, None, None, None, None),
        (third, "华川建设有限公司", "e", "锦江区", "", "2026-05", 0, 0),
    )
    assert (found.rows, found.companies) == (5, 2)
    assert [(each.row, each.column) for each in found.faults] == [
        (6, "code"), (7, "industry"), (8, "code"), (9, "month"), (10, "injuries"), (11, "injuries"),
    ]  # fmt: skip
    assert all(said_of(each, "zh")["why"] and said_of(each, "en")["why"].isascii() for each in found.faults)
    assert counts_of(services) == {"锦江酒店有限公司": (4, 0, 0), "蓉城钢构有限公司": (3, 7, 0)}, "later counts stand"
    assert counts_of(services, YEAR.but(period="2026-03")) == {"蓉城钢构有限公司": (2, 0, 0)}
    take(services, session(take_down_person(services, "甲", 1, steel), FALL, "2026-05-02T02:00:00Z"))
    assert services.supervision.counts.how_many(YEAR, EVERYTHING, untrained=True) == 1
    assert services.supervision.counts.how_many(YEAR.but(period="2026-03"), EVERYTHING, untrained=True) == 1
    gaps = services.supervision.counts.incidents(YEAR, EVERYTHING, None, 5, untrained=True)
    assert [each.name for each in gaps] == ["锦江酒店有限公司"]
    assert services.supervision.counts.incidents(YEAR, EVERYTHING, gaps[0].key, 5, untrained=True) == []


def test_files_that_are_no_counts_are_refused_with_a_reason(services: LedgerServices) -> None:
    assert imported(services) == CountsImported(0, 0, ())
    employers, counts = services.people.employers, services.supervision.counts
    with pytest.raises(RosterWrong, match="xlsx"):
        import_counts(b"PK, but no more", employers, counts, "bureau")
    with pytest.raises(CountsWrong):
        import_counts(workbook([("1", "2")], ("企业名称", "月份")), employers, counts, "bureau")
    sheet = load_workbook(io.BytesIO(empty_counts("zh"))).active
    assert tuple(cell.value for cell in sheet[1]) == TITLES
    assert len(COLUMNS) == len(TITLES)
    book = Workbook()
    book.active.append(list(TITLES))
    packed = io.BytesIO()
    book.save(packed)
    assert import_counts(packed.getvalue(), employers, counts, "bureau").rows == 0


def test_monitoring_reports_warnings_with_a_credential_of_its_own(
    services: LedgerServices, site: TestClient, steel: str
) -> None:
    code = company().credit_code
    own, van = services.credentials.add("monitoring", "counts"), services.credentials.add("van", "all")
    report = {"counts": [{"credit_code": code, "month": "2026-05", "warnings": 12}]}
    path = "/ledger/api/company-counts"
    assert site.put(path, json=report).status_code == 401
    assert site.put(path, json=report, auth=van).status_code == 403
    for _ in range(2):
        assert site.put(path, json=report, auth=own).json() == {"taken": 1, "refused": []}
    assert counts_of(services) == {"蓉城钢构有限公司": (0, 12, 0)}, "sent again it counts once"
    wrong = [
        {"credit_code": company(sequence=9).credit_code, "month": "2026-05", "warnings": 1},
        {"credit_code": code, "month": "2026-5", "warnings": 1},
        {"credit_code": code, "month": "2026-05", "warnings": 1.5},
        {"credit_code": code, "month": "2026-05", "warnings": True},
        {"credit_code": code, "month": "2026-05", "injuries": 1},
        [code],
        {"credit_code": code, "month": "2026-06", "warnings": 3},
    ]
    answer = site.put(path, json={"counts": wrong}, auth=own).json()
    assert (answer["taken"], [each["place"] for each in answer["refused"]]) == (1, [0, 1, 2, 3, 4, 5])
    assert all(each["zh"] and each["en"] for each in answer["refused"])
    for body in ("[", "{}", '{"counts": {}}', json.dumps({"counts": [1] * 2001})):
        assert site.put(path, content=body, auth=own).status_code == 400
    assert not services.credentials.verify(*own).may_read, "it reads nobody's statements"
    assert not services.credentials.verify(*own).may_write


def test_a_log_is_told_as_a_story_and_never_believed() -> None:
    lines = [
        {"type": "header", "session": "x", "input": "ray", "station": "站点 1", "engine": "1.0", "learner": "qc-1"},
        {"type": "look", "t": 0.5, "h": 1, "p": 2},
        {"type": "flag", "t": 3.2, "target": "cable", "problem": "wire_damaged"},
        {"type": "beat", "t": 4},
        {"type": "beat", "t": 4.5},
        {"type": "choose", "t": 5, "decision": "d1", "option": "b" * 100},
        {"type": "flag", "t": -1, "target": "x", "problem": "y"},
        {"type": "flag", "t": "soon"},
        {"type": "do", "t": float("nan"), "deed": "x"},
        {"type": "explode", "t": 6},
        {"type": ["do"], "t": 7},
        ["do"],
        {"type": "stop", "t": 8, "by": "crew\u202e"},
        {"type": "end", "t": 9},
    ]
    log = "\n".join(json.dumps(each) for each in lines).encode() + b"\n{\n" + b"[" * 100_000 + b"\n\xff\n"
    story = read_story(log)
    assert [(each.at, each.deed) for each in story.moments] == [
        (3.2, "flag"), (4.0, "exercise"), (5.0, "choose"), (8.0, "stop"),
    ]  # fmt: skip
    assert story.moments[0].said == {"target": "cable", "problem": "wire_damaged"}
    assert story.moments[1].said == {"beats": "2"}
    assert len(story.moments[2].said["option"]) == 61
    assert story.moments[3].said == {"by": "crew"}
    assert (story.looks, story.duration, story.left_out) == (1, 9.0, 9)
    assert "learner" not in story.header
    many = read_story(b'{"type":"go","t":1}\n' * (MOST_LINES + 5))
    assert (len(many.moments), many.left_out) == (MOST_LINES, 5)
