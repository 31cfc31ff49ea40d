"""A course in a real browser: from the phone's page into a unit and back, and nothing of the site for its scripts."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI, Request
from playwright.sync_api import Page, expect, sync_playwright

from common.clock import SystemClock
from common.web.accounts import Accounts
from common.web.headers import open_to_other_sites
from common.web.login import install
from common.web.theme import serve_theme
from ledger.classroom import learner_sessions, routes
from ledger.classroom.cmi5 import learner_routes
from ledger.classroom.cmi5 import routes as cmi5_routes
from ledger.classroom.cmi5.content import OPEN_PATH
from ledger.hours.reckoning import reckon
from ledger.people.documents import check_document
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.conftest import CHEAP
from tests.ledger.courses import block_xml, course_xml, package, take, told, unit_xml
from tests.ledger.rosters import resident
from tests.staff_site import PASSWORD, chromium

UNIT = Path(__file__).with_name("cmi5_unit")
PHONE = {"width": 360, "height": 740}
Seen = list[tuple[str, dict[str, str]]]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[LedgerServices]:
    services = LedgerServices(LedgerSettings(data=tmp_path / "ledger"), SystemClock(), CHEAP)
    files = {path.name: path.read_bytes() for path in UNIT.iterdir()}
    xml = course_xml(block_xml(1, unit_xml(moveOn="CompletedAndPassed", masteryScore="0.8")))
    take(services, tmp_path, package(xml, files))
    yield services
    services.close()


@pytest.fixture
def seen() -> Seen:
    """What was asked of /secret, with the cookies that came along."""
    return []


@pytest.fixture
def url(services: LedgerServices, tmp_path: Path, seen: Seen) -> Iterator[str]:
    """Classroom and courses, as the site serves them, and a page that is for nobody's scripts."""
    app = FastAPI()
    accounts = Accounts(tmp_path / "accounts.sqlite", SystemClock(), CHEAP)
    accounts.create("bureau", "bureau")
    accounts.change_password("bureau", PASSWORD)
    install(app, accounts, bytes(32))
    serve_theme(app)
    for router in (*cmi5_routes.create_routers(services), learner_routes.create_router(services)):
        app.include_router(router)
    app.include_router(routes.create_router(services))
    open_to_other_sites(app, OPEN_PATH)

    @app.api_route("/secret", methods=["GET", "POST"])
    def secret(request: Request) -> str:
        seen.append((request.method, dict(request.cookies)))
        return "secret"

    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
    accounts.close()


@pytest.fixture
def learner(services: LedgerServices) -> str:
    with services.database.writing() as connection:
        said = Particulars("王小明", check_document("resident_id", resident(5)))
        return services.learners.take_down(connection, said, None)


@pytest.fixture
def phone(url: str, services: LedgerServices, learner: str) -> Iterator[Page]:
    """A learner's phone; somebody of the bureau is logged in on it as well."""
    with services.database.writing() as connection:
        token = services.classroom.sessions.open(connection, learner)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, base_url=url)
        cookie = {"name": learner_sessions.COOKIE, "value": token, "domain": "127.0.0.1", "sameSite": "Lax"}
        context.add_cookies([{**cookie, "path": "/"}])
        page = context.new_page()
        page.request.post("/login", form={"name": "bureau", "password": PASSWORD}, max_redirects=0)
        page.set_default_timeout(15_000)
        yield page
        browser.close()


def test_a_course_from_the_classroom_and_back(services: LedgerServices, learner: str, phone: Page, seen: Seen) -> None:
    phone.goto("/classroom")
    phone.get_by_text("梯子安全").tap()
    expect(phone.locator("main")).to_contain_text("全部完成后计 0.25 学时")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.get_by_role("button", name="开始学习").tap()
    expect(phone.locator("#state")).to_have_text("initialized")
    assert "/cmi5/content/" in phone.url and phone.evaluate("getComputedStyle(document.body).margin") == "24px"

    tried = json.loads(phone.locator("#probe").inner_text())
    assert tried.pop("frame") in ("closed", "SecurityError")
    assert tried == {
        "cookie": "SecurityError",
        "storage": "SecurityError",
        "read": "TypeError",
        "write": "TypeError",
        "blind": "TypeError",
        "picture": "Error",
    }
    assert seen == [], "the policy lets nothing through to the site"

    phone.get_by_role("button", name="四比一").tap()
    expect(phone.locator("#state")).to_have_text("completed")
    phone.get_by_role("button", name="退出").tap()
    phone.wait_for_url("**/classroom/courses/*")
    expect(phone.locator(".credit")).to_have_text("本课程已完成")
    expect(phone.get_by_role("button", name="复习")).to_be_visible()
    phone.goto("/classroom")
    expect(phone.locator("a.lesson", has_text="梯子安全").locator(".tag-good")).to_be_visible()

    (registration,) = services.cmi5.registrations.of_learner(learner)
    verbs = [verb for verb, _ in told(services, registration.id)]
    assert verbs == ["launched", "initialized", "passed", "completed", "satisfied", "satisfied", "terminated"]
    done = services.completions.of_learner(learner, EVERYTHING)
    assert reckon(done, services.certificates.rules, services.clock.now()).hours == 0.25
