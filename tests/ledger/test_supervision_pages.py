"""Supervision in a real browser: from the overview down to a statement and its proof; counts imported from Excel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from common.clock import SystemClock
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.conftest import CHEAP
from tests.ledger.rosters import company, workbook
from tests.ledger.sent import packed, session_log
from tests.ledger.test_people_pages import XLSX, log_in, new_page
from tests.ledger.test_supervision_files import TITLES
from tests.ledger.trained import FALL, PRESS, session, take, take_down_company, take_down_person
from tests.staff_site import StaffSite, staff_site

pytestmark = pytest.mark.xdist_group("staff_pages")
SAID = {
    "临边坠落",
    "冲压机检修",
    "光栅被短接",
    "未挂锁",
    "甲",
    "乙",
    "蓉城钢构有限公司",
    "锦江酒店有限公司",
    "武侯区",
    "锦江区",
    "前车",
    "中文",
}


def fill(folder: Path) -> str:
    """Two companies, one of them trained; the id of a completion whose log is there."""
    services = LedgerServices(LedgerSettings(data=folder), SystemClock(), CHEAP)
    try:
        steel = take_down_company(services, "蓉城钢构有限公司", 1, "C", "武侯区")
        take_down_company(services, "锦江酒店有限公司", 2, "H", "锦江区")
        first, second = (take_down_person(services, name, k, steel) for k, name in enumerate(("甲", "乙"), 1))
        said = session(first, PRESS, "2026-03-02T02:00:00Z", hazards={"h1": "missed", "h2": "found"})
        failed = session(second, FALL, "2026-03-02T03:00:00Z", passed=False)
        take(services, said, failed)
        services.checkpoints.sign_now()
        completion = said[0]["context"]["registration"]
        services.logs.take(completion, packed(session_log(completion)))
    finally:
        services.close()
    return completion


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def completion(folder: Path) -> str:
    return fill(folder / "ledger")


@pytest.fixture(scope="module")
def site(folder: Path, completion: str) -> Iterator[StaffSite]:
    with staff_site(folder) as site:
        yield site


def from_the_overview_down_to_the_proof(page: Page, completion: str) -> None:
    log_in(page, "bureau", "/ledger/supervision?period=2026")
    body = page.locator("body")
    expect(body).to_contain_text("2 / 15,000")
    expect(body).to_contain_text("1 个区县本期尚无人参加培训：锦江区。")
    expect(page.locator(".chart svg")).to_have_count(3)
    page.get_by_role("link", name="分类统计").click()
    page.get_by_role("link", name="武侯区").click()
    page.get_by_role("link", name="蓉城钢构有限公司").click()
    expect(page.locator(".q-chip")).to_contain_text("企业：蓉城钢构有限公司")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("button", name="未通过").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody")).to_contain_text("乙")
    page.get_by_role("button", name="全部").click()
    page.get_by_role("link", name="甲", exact=True).click()
    expect(page.locator(".q-chip").last).to_contain_text("学员：甲")
    page.get_by_role("link", name="甲", exact=True).click()
    expect(page.locator(".person-name")).to_have_text("冲压机检修")
    assert page.url.endswith(f"/ledger/completions/{completion}")
    expect(page.locator(".hazard-line").first).to_contain_text("光栅被短接")
    expect(page.locator(".hazard-line").first).to_contain_text("漏找")
    expect(body).to_contain_text("视线采样 3 次")
    expect(page.locator(".statement").first).to_contain_text("核对无误")
    page.locator(".statement").first.click()
    expect(page.locator(".statement").first).to_contain_text(f'"registration": "{completion}"')
    with page.expect_download() as log:
        page.get_by_role("link", name="下载日志").click()
    assert Path(log.value.path()).read_bytes() == session_log(completion)


def a_filter_that_leaves_nothing_says_what_to_do(page: Page) -> None:
    log_in(page, "bureau", "/ledger/supervision/people?period=2019")
    expect(page.locator("body")).to_contain_text("可以更换时间，或清除筛选")
    page.goto("/ledger/supervision?period=2019")
    expect(page.locator("body")).to_contain_text("本期还没有培训记录")
    assert page.request.get("/ledger/supervision?period=soon").status == 404


def injuries_from_excel_and_what_is_wrong_in_them(page: Page) -> None:
    log_in(page, "bureau", "/ledger/supervision/risks?period=2026")
    expect(page.locator("body")).to_contain_text("请下载空白表填写各企业的工伤人数后导入")
    rows = [
        (company(sequence=2).credit_code, "", "", "", "", "2026-03", 3, ""),
        (company(sequence=3).credit_code, "", "", "", "", "2026-03", 1, ""),
    ]
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="导入 Excel").click()
    chooser.value.set_files([{"name": "工伤.xlsx", "mimeType": XLSX, "buffer": workbook(rows, TITLES)}])
    expect(page.locator("body")).to_contain_text("已导入 1 行")
    expect(page.locator("tbody").first).to_contain_text("请核对代码")
    expect(page.locator("tbody").last).to_contain_text("锦江酒店有限公司")
    with page.expect_download() as file:
        page.get_by_role("link", name="导出 CSV").click()
    assert "锦江酒店有限公司,锦江区,住宿和餐饮业,100,3,0,0" in Path(file.value.path()).read_text("utf-8-sig")
    page.goto("/ledger/supervision?period=2026")
    expect(page.locator(".concerns")).to_contain_text("1 家企业发生过工伤或预警，本期没有人参加培训。")


def the_same_in_english(page: Page, completion: str) -> None:
    log_in(page, "bureau", "/web/language?to=en&back=/ledger/supervision?period=2026")
    for path in ("", "/figures", "/companies", "/people", "/completions", "/hazards", "/risks"):
        page.goto(f"/ledger/supervision{path}?period=2026")
        expect(page.locator("tbody, .chart").first).to_be_visible()
        assert set(re.findall(r"[\u4e00-\u9fff]+", page.locator("body").inner_text())) <= SAID, path
    page.goto(f"/ledger/completions/{completion}")
    expect(page.locator(".statement").first).to_contain_text("verified")
    assert set(re.findall(r"[\u4e00-\u9fff]+", page.locator("body").inner_text())) <= SAID


def test_what_a_bureau_does_with_the_figures(browser: Browser, site: StaffSite, completion: str) -> None:
    """Each goes on where the one before it left off."""
    with new_page(browser, site) as page:
        from_the_overview_down_to_the_proof(page, completion)
    with new_page(browser, site) as page:
        a_filter_that_leaves_nothing_says_what_to_do(page)
        injuries_from_excel_and_what_is_wrong_in_them(page)
    with new_page(browser, site) as page:
        the_same_in_english(page, completion)
