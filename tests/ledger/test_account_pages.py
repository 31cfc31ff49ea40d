"""Accounts in a real browser: made, given a part to see, and gone from open pages when they are closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.ledger.rosters import company
from tests.staff_site import PASSWORD, StaffSite, chromium, staff_site

pytestmark = pytest.mark.xdist_group("staff_pages")
NAME = "武侯区人社局/李"


@contextmanager
def logged_in(browser: Browser, site: StaffSite, name: str, password: str = PASSWORD) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 900}, base_url=site.url)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.request.post("/login", form={"name": name, "password": password}, max_redirects=0)
    yield page
    context.close()


def take_down_a_company(boss: Page) -> None:
    boss.goto("/ledger/employers")
    boss.get_by_role("button", name="新增企业").click()
    dialog, facts = boss.get_by_role("dialog"), company()
    for label, value in {
        "企业名称": facts.name,
        "统一社会信用代码": facts.credit_code,
        "所在区县": "武侯区",
        "参保人数": "260",
    }.items():
        dialog.get_by_label(label).fill(value)
    dialog.get_by_role("button", name="保存").click()
    expect(boss.locator("tbody")).to_contain_text(facts.name)


def make_an_account(boss: Page) -> str:
    """One for a district, with nothing chosen; its password."""
    boss.goto("/accounts")
    boss.get_by_role("button", name="新建账户").click()
    dialog = boss.get_by_role("dialog")
    dialog.get_by_label("用户名").fill(NAME)
    dialog.get_by_label("角色").click()
    boss.get_by_role("option", name="区县监管人员").click()
    expect(dialog).to_contain_text("只看所选区县的企业及其人员")
    dialog.get_by_role("button", name="保存").click()
    password = boss.locator("[data-password]").inner_text()
    boss.get_by_role("button", name="已记下").click()
    expect(boss.locator("tbody").first).to_contain_text("未设范围，什么也看不到")
    return password


def choose_its_district(boss: Page) -> None:
    boss.get_by_role("link", name=NAME).click()
    boss.get_by_role("button", name="修改", exact=True).click()
    dialog = boss.get_by_role("dialog")
    dialog.get_by_label("区县").last.click()
    boss.get_by_role("option", name="武侯区").click()
    expect(dialog.locator(".q-chip")).to_contain_text("武侯区")
    boss.keyboard.press("Escape")
    expect(boss.get_by_role("option")).to_have_count(0)
    dialog.get_by_role("button", name="保存").click()
    expect(boss.locator(".person")).to_contain_text("武侯区")


def test_accounts_are_made_and_closed_and_open_pages_follow(tmp_path: Path) -> None:
    with staff_site(tmp_path) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        with logged_in(browser, site, "boss") as boss:
            take_down_a_company(boss)
            password = make_an_account(boss)
            with logged_in(browser, site, NAME, password) as district:
                district.goto("/ledger/employers")
                expect(district.get_by_role("status")).to_contain_text("还没有指定区县")
                expect(district.locator("tbody tr")).to_have_count(0)
                choose_its_district(boss)
                expect(district.locator("tbody")).to_contain_text(company().name)  # the open page followed by itself
                expect(district.get_by_role("status")).to_have_count(0)
                boss.get_by_role("button", name="停用").click()
                boss.get_by_role("dialog").get_by_role("button", name="停用").click()
                expect(boss.locator(".person")).to_contain_text("已停用")
                expect(district.locator("input[name=password]")).to_be_visible()
                district.goto("/ledger/employers")
                expect(district.locator("input[name=password]")).to_be_visible()
            trail = boss.locator("tbody").last.locator("tr")
            expect(trail.first).to_contain_text("停用")
            expect(trail.nth(1)).to_contain_text("修改角色或范围")
            assert password not in boss.content()
        with logged_in(browser, site, "auditor") as auditor:
            auditor.goto("/accounts?name=officer")
            auditor.get_by_role("link", name="English").click()
            expect(auditor.locator(".person-name")).to_have_text("officer")
            for name in ("New account", "Change", "New password", "Close"):
                expect(auditor.get_by_role("button", name=name)).to_have_count(0)
            chinese = set(re.findall(r"[\u4e00-\u9fff]+", auditor.locator("body").inner_text()))
            assert chinese <= {"中文", "武侯区人社局", "李", "武侯区", company().name}
        browser.close()
