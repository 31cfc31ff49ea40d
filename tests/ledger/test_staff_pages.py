"""Ledger and monitoring in a real browser: what the bureau and someone on duty see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from common.enrolment import Person, seal_enrolment
from common.identity import parse
from common.sealing import read_key
from tests.ledger.sent import completion, packed, session_log
from tests.monitoring.test_monitoring_api import completion as reported
from tests.monitoring.test_monitoring_api import heartbeat
from tests.staff_site import PASSWORD, StaffSite, staff_site

pytestmark = pytest.mark.xdist_group("staff_pages")
NUMBERS = {"王小明": "11010519491231002X", "李秀英": "440524188001010014"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffSite]:
    folder = tmp_path_factory.mktemp("site")
    with staff_site(folder) as site:
        _fill_ledger(site, folder / "ledger")
        yield site


def _fill_ledger(site: StaffSite, folder: Path) -> None:
    headers = {"X-Experience-API-Version": "1.0.3"}
    keys = (read_key(folder / "pseudonym.key"), read_key(folder / "sealing.pub"))
    with httpx.Client(base_url=site.url, auth=(site.key, site.secret), headers=headers, trust_env=False) as van:
        for name, number in NUMBERS.items():
            message = seal_enrolment(Person(name, parse(number)), *keys)
            van.post("/ledger/api/enrolments", json=message).raise_for_status()
            done = completion(learner=message["pseudonym"], total=88.0, passed=name == "王小明")
            van.post("/xapi/statements", json=done).raise_for_status()
            session = done[0]["context"]["registration"]
            van.post(f"/ledger/api/logs/{session}", content=packed(session_log(session))).raise_for_status()


@pytest.fixture
def page(browser: Browser, site: StaffSite) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, base_url=site.url)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def log_in(page: Page, name: str, at: str) -> None:
    """Be logged in without the form, which has a test of its own."""
    page.request.post("/login", form={"name": name, "password": PASSWORD}, max_redirects=0)
    page.goto(at)


def test_the_form_leads_to_what_was_asked_for(page: Page) -> None:
    page.goto("/ledger/learners")
    page.fill("input[name=name]", "bureau")
    page.fill("input[name=password]", "wrong")
    page.click("button[type=submit]")
    expect(page.locator(".notice")).to_contain_text("用户名或密码不对")
    page.fill("input[name=name]", "bureau")
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_text("退出").click()
    expect(page.locator("input[name=name]")).to_be_visible()


def test_the_bureau_finds_a_learner_and_what_they_completed(page: Page) -> None:
    log_in(page, "bureau", "/ledger")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(page.locator("body")).to_contain_text("110105********002X")
    page.get_by_text("未通过", exact=True).first.click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("李秀英")
    page.get_by_text("全部", exact=True).click()
    page.fill("input[type=text]", "王小")
    expect(rows).to_have_count(1)
    page.fill("input[type=text]", NUMBERS["李秀英"])
    expect(rows).to_contain_text("李秀英")
    page.get_by_role("link", name="李秀英").click()
    expect(page.get_by_role("heading", name="学员档案")).to_be_visible()
    expect(page.locator("tbody")).to_contain_text("临时用电触电")
    page.wait_for_load_state("networkidle")  # a row that is drawn anew under the pointer loses the click
    with page.expect_download() as download:
        page.get_by_role("link", name="下载").click()
    assert b'"end"' in Path(download.value.path()).read_bytes()
    page.goto("/ledger/learners")
    expect(page.locator("tbody tr")).to_have_count(2)
    for number in NUMBERS.values():
        assert number not in page.content()


def test_the_same_in_english(page: Page) -> None:
    log_in(page, "bureau", "/ledger")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Work-injury prevention training ledger")).to_be_visible()
    expect(page.locator("tbody")).to_contain_text("Electrocution from temporary power")
    chinese = re.findall(r"[\u4e00-\u9fff]+", page.locator("body").inner_text())
    assert set(chinese) <= {"中文", *NUMBERS}


def test_each_sees_their_own_part(page: Page) -> None:
    log_in(page, "crew", "/monitoring")
    expect(page.locator(".frame-area-name")).to_have_text(["联动监测"])
    page.goto("/ledger")
    expect(page.locator("body")).to_contain_text("无权打开该页面")
    page.goto("/ledger/learners/qc-none")
    expect(page.locator("body")).to_contain_text("无权打开该页面")


def test_a_wrong_address_is_said_plainly(page: Page) -> None:
    for address in ("/ledger/nowhere", "/nowhere"):
        assert page.goto(address).status == 404
        expect(page.locator("body")).to_contain_text("没有这个页面")
    log_in(page, "bureau", "/ledger")
    assert page.goto("/ledger/learners/qc-none").status == 404


def test_completions_come_as_they_happen_and_silence_is_shown(page: Page, site: StaffSite) -> None:
    log_in(page, "duty", "/monitoring")
    expect(page.locator("body")).to_contain_text("还没有收到任何站点的心跳")
    headers = {"Authorization": f"Bearer {site.token}"}
    now = datetime.now(UTC).isoformat()
    with httpx.Client(base_url=site.url, headers=headers, trust_env=False) as van:
        van.post("/monitoring/api/heartbeats", json=heartbeat(at=now)).raise_for_status()
        van.post("/monitoring/api/completions", json=reported(started=now)).raise_for_status()
    expect(page.locator(".station")).to_contain_text("在线")
    expect(page.locator(".arrival")).to_contain_text("临时用电触电")
    expect(page.locator(".station-silent")).to_contain_text("起没有心跳")
    expect(page.get_by_role("alert").first).to_contain_text("数据已中断")


def test_a_page_cut_off_from_the_service_says_so(page: Page) -> None:
    log_in(page, "duty", "/monitoring")
    expect(page.locator(".as-of")).to_contain_text("截至")
    expect(page.locator(".frozen-notice")).to_be_hidden()
    page.context.set_offline(True)
    page.evaluate("window.qiancheAlive -= 60000")
    expect(page.locator(".frozen-notice")).to_be_visible()
