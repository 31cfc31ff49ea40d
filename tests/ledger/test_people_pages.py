"""Companies, orders and rosters in a real browser, as the bureau and an officer use them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.ledger.rosters import company, resident, workbook
from tests.staff_site import PASSWORD, StaffSite, staff_site

pytestmark = pytest.mark.xdist_group("staff_pages")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRONG_CHECK = resident(7)[:-1] + ("0" if resident(7)[-1] != "0" else "1")
GOOD = [("罗建国", "居民身份证", resident(3), "焊工", "13800138000"), ("𠮷田", "护照", "E12345678", "", "")]
BAD = [("何莉", "", WRONG_CHECK, "电工", ""), ("马超", "驾驶证", resident(9), "", "")]
DATA = {"中文", "罗建囯", "田", "何莉", "马超", "高级焊工", "电工", "蓉城钢构有限公司", "武侯区", "三号车间门口"}
PUT_RIGHT = [("何莉", "", resident(7), "电工", ""), ("马超", "", resident(9), "", "")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffSite]:
    with staff_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@contextmanager
def new_page(browser: Browser, site: StaffSite) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 900}, base_url=site.url)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def log_in(page: Page, name: str, at: str) -> None:
    page.request.post("/login", form={"name": name, "password": PASSWORD}, max_redirects=0)
    page.goto(at)


def fill(dialog: Locator, **lines: str) -> None:
    for label, value in lines.items():
        dialog.get_by_label(label).fill(value)


def send(page: Page, rows: list[tuple[str, ...]]) -> None:
    file = {"name": "名册.xlsx", "mimeType": XLSX, "buffer": workbook(rows)}
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="导入名册").click()
    chooser.value.set_files([file])


def from_a_company_to_an_order_with_people(page: Page) -> None:
    log_in(page, "bureau", "/ledger/employers")
    page.get_by_role("button", name="新增企业").click()
    dialog, facts = page.get_by_role("dialog"), company()
    fill(dialog, 企业名称=facts.name, 统一社会信用代码=facts.credit_code[:-1] + "I", 所在区县="武侯区", 参保人数="260")
    dialog.get_by_role("button", name="保存").click()
    expect(page.locator("body")).to_contain_text("第 18 位不能是“I”")
    fill(dialog, 统一社会信用代码=facts.credit_code)
    dialog.get_by_role("button", name="保存").click()
    expect(page.locator("tbody")).to_contain_text("蓉城钢构有限公司")

    page.goto("/ledger/orders")
    page.get_by_role("button", name="新建订单").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("单位").click()
    page.get_by_role("option", name="蓉城钢构有限公司").click()
    expect(page.get_by_role("option")).to_have_count(0)
    fill(dialog, 培训地点="三号车间门口")
    dialog.get_by_label("计划场景").click()
    page.get_by_role("option").first.click()
    expect(dialog.locator(".q-chip")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    dialog.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading")).to_contain_text("培训订单")

    send(page, [*GOOD, *BAD])
    expect(page.locator("body")).to_contain_text("已导入 2 人")
    faults = page.locator("tbody").first
    expect(faults).to_contain_text("最后一位校验码不符")
    expect(faults).to_contain_text("没有“驾驶证”这种证件类型")
    assert [row.inner_text().split("\t")[:2] for row in faults.locator("tr").all()] == [
        ["4", "证件号码"],
        ["5", "证件类型"],
    ]
    with page.expect_download() as download:
        page.get_by_role("button", name="下载有误的行").click()
    assert Path(download.value.path()).stat().st_size > 1000
    send(page, [*GOOD, *PUT_RIGHT])
    expect(page.locator("body")).to_contain_text("另有 2 人原已在名册中")
    expect(page.locator(".person").filter(has_text="名册人数")).to_contain_text("4")
    people = page.locator("tbody").last
    expect(people.locator("tr")).to_have_count(4)
    expect(people).to_contain_text("何莉")
    assert resident(7) not in page.content()
    with page.expect_download() as download:
        page.get_by_role("link", name="下载车载名册").click()
    assert f"罗建国,{resident(3)},蓉城钢构有限公司" in Path(download.value.path()).read_text("utf-8-sig")


def a_record_is_corrected_and_who_looked_is_written_down(page: Page) -> None:
    log_in(page, "bureau", "/ledger/people")
    page.get_by_role("link", name="罗建国").click()
    page.get_by_role("button", name="更正").click()
    dialog = page.get_by_role("dialog")
    fill(dialog, 姓名="罗建囯", 工种="高级焊工")
    dialog.get_by_role("button", name="保存").click()
    expect(page.locator(".person-name")).to_have_text("罗建囯")
    page.get_by_role("button", name="登记书面同意").click()
    expect(page.locator("body")).to_contain_text("书面同意，")
    page.get_by_role("link", name="本人数据查阅页").click()
    expect(page.locator("body")).to_contain_text(resident(3))
    page.goto("/ledger/looks")
    for action in ("打开档案", "更正档案", "登记同意", "导出本人数据", "下载车载名册"):
        expect(page.locator("tbody")).to_contain_text(action)
    assert "罗建" not in page.locator("tbody").inner_text()


def the_same_in_english_and_an_officer_may_not_change_records(page: Page) -> None:
    log_in(page, "officer", "/ledger/people")
    page.get_by_role("link", name="English").click()
    for address in ("/ledger/people", "/ledger/employers", "/ledger/orders"):
        page.goto(address)
        shown = page.locator("body").inner_text()
        chinese = set(re.findall(r"[\u4e00-\u9fff]+", shown))
        assert chinese <= DATA, address
    page.goto("/ledger/people")
    page.get_by_role("link", name="何莉").click()
    expect(page.locator(".person-name")).to_have_text("何莉")
    expect(page.get_by_role("button", name="Erase")).to_have_count(0)
    page.goto("/ledger/looks")
    expect(page.locator("body")).to_contain_text("may not open that page")


def visits_count_for_the_plan(page: Page) -> None:
    log_in(page, "bureau", "/ledger/visits")
    expect(page.locator("body")).to_contain_text("0 / 20")
    page.get_by_role("button", name="登记一次").click()
    dialog = page.get_by_role("dialog")
    fill(dialog, 地点="簇桥社区活动中心", 区县="武侯区", 参加人数="85")
    dialog.get_by_label("类别").click()
    page.get_by_role("option", name="进社区").click()
    dialog.get_by_role("button", name="保存").click()
    expect(page.locator("tbody")).to_contain_text("簇桥社区活动中心")
    expect(page.locator("body")).to_contain_text("1 / 20")


def test_a_day_in_the_office(browser: Browser, site: StaffSite) -> None:
    """Each goes on where the one before it left off."""
    for part in (
        from_a_company_to_an_order_with_people,
        a_record_is_corrected_and_who_looked_is_written_down,
        the_same_in_english_and_an_officer_may_not_change_records,
        visits_count_for_the_plan,
    ):
        with new_page(browser, site) as page:
            part(page)
