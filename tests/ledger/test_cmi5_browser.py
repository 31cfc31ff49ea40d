"""Courses in a real browser: imported by the bureau, taken on a phone, and nothing of the site for their scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from common.clock import SystemClock
from ledger.classroom.learner_sessions import COOKIE
from ledger.hours.reckoning import reckon
from ledger.people.documents import check_document
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.conftest import CHEAP
from tests.ledger.courses import block_xml, course_xml, package, told, unit_xml
from tests.ledger.rosters import resident
from tests.staff_site import PASSWORD, StaffSite, staff_site

pytestmark = pytest.mark.xdist_group("staff_pages")
UNIT = Path(__file__).with_name("cmi5_unit")
DESK, PHONE = {"width": 1366, "height": 900}, {"width": 360, "height": 740}
WANTED = unit_xml(1, moveOn="CompletedAndPassed", masteryScore="0.8")
FILES = {path.name: path.read_bytes() for path in UNIT.iterdir()}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[StaffSite]:
    with staff_site(tmp_path) as site:
        yield site


@pytest.fixture
def services(site: StaffSite, tmp_path: Path) -> Iterator[LedgerServices]:
    """The site's ledger, as another process sees it."""
    services = LedgerServices(LedgerSettings(data=tmp_path / "ledger"), SystemClock(), CHEAP)
    yield services
    services.close()


@contextmanager
def staff_page(browser: Browser, site: StaffSite) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK, base_url=site.url)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.request.post("/login", form={"name": "bureau", "password": PASSWORD}, max_redirects=0)
    yield page
    context.close()


@contextmanager
def phone(browser: Browser, site: StaffSite, token: str) -> Iterator[Page]:
    """A learner's phone; somebody of the bureau is logged in on it as well, for the course's scripts to try."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, base_url=site.url)
    context.add_cookies([{"name": COOKIE, "value": token, "domain": "127.0.0.1", "path": "/", "sameSite": "Lax"}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.request.post("/login", form={"name": "bureau", "password": PASSWORD}, max_redirects=0)
    yield page
    context.close()


def import_course(page: Page) -> None:
    """First one that is wrong, with its place; then the right one."""
    page.goto("/ledger/courses")
    for units in (unit_xml(masteryScore="2"), block_xml(1, WANTED, unit_xml(2, moveOn="Passed"))):
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="导入课程").click()
        content = package(course_xml(units), FILES)
        chooser.value.set_files([{"name": "梯子.zip", "mimeType": "application/zip", "buffer": content}])
        if 'masteryScore="2"' in units:
            expect(page.get_by_role("alert")).to_contain_text(
                "“梯子.zip”没有导入：cmi5.xml 第 4 行第 1 列：masteryScore"
            )
    expect(page.locator(".person-name")).to_have_text("梯子安全")
    expect(page.locator("tbody").first).to_contain_text("学完并通过")


def take_course(page: Page) -> None:
    page.goto("/classroom")
    page.get_by_text("梯子安全").tap()
    expect(page.locator("main")).to_contain_text("全部完成后计 0.25 学时")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="开始学习").first.tap()
    expect(page.locator("#state")).to_have_text("initialized")
    assert "/cmi5/content/" in page.url and page.evaluate("getComputedStyle(document.body).margin") == "24px"
    tried = json.loads(page.locator("#probe").inner_text())
    assert tried.pop("frame") in ("closed", "SecurityError")
    # Refused by the browser itself, even what would only be sent and not read.
    assert tried == {
        "cookie": "SecurityError",
        "storage": "SecurityError",
        "read": "TypeError",
        "write": "TypeError",
        "blind": "TypeError",
        "picture": "Error",
    }
    page.get_by_role("button", name="四比一").tap()
    expect(page.locator("#state")).to_have_text("completed")
    page.get_by_role("button", name="退出").tap()
    page.wait_for_url("**/classroom/courses/*")
    expect(page.locator(".progress-line")).to_contain_text("已达到要求 1 / 2")
    expect(page.get_by_role("button", name="复习")).to_be_visible()


def waive_the_rest(page: Page) -> None:
    page.goto("/ledger/courses")
    page.get_by_role("link", name="梯子安全").click()
    page.get_by_role("link", name="王小明").click()
    expect(page.locator("tbody tr").first).to_contain_text("已开始、学完、通过")
    page.get_by_role("button", name="免学一个单元").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="确认免学").click()
    expect(page.locator("body")).to_contain_text("请填写免学原因")
    dialog.get_by_label("免学原因").fill("持有效登高作业证")
    dialog.get_by_role("button", name="确认免学").click()
    expect(page.locator("tbody tr").last).to_contain_text("免学")


def test_a_course_from_its_import_to_the_hours(site: StaffSite, services: LedgerServices, browser: Browser) -> None:
    with services.database.writing() as connection:
        said = Particulars("王小明", check_document("resident_id", resident(5)))
        learner = services.learners.take_down(connection, said, None)
        token = services.classroom.sessions.open(connection, learner)
    with staff_page(browser, site) as page:
        import_course(page)
        with phone(browser, site, token) as small:
            take_course(small)
        waive_the_rest(page)
    with phone(browser, site, token) as small:
        small.goto("/classroom")
        expect(small.locator("a.lesson", has_text="梯子安全").locator(".tag-good")).to_be_visible()
    (registration,) = services.cmi5.registrations.of_learner(learner)
    verbs = [verb for verb, _ in told(services, registration.id)]
    rest = ["terminated", "waived", "satisfied", "satisfied"]
    assert verbs == ["launched", "initialized", "passed", "completed", *rest]
    done = services.completions.of_learner(learner, EVERYTHING)
    assert reckon(done, services.certificates.rules, services.clock.now()).hours == 0.25
