"""The classroom in a real browser of a phone's size: from the poster's address to the credit."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Page, expect, sync_playwright

from common.clock import SystemClock
from common.web.accounts import Accounts
from common.web.login import install
from common.web.theme import serve_theme
from ledger.classroom import routes
from ledger.people.days import today
from ledger.people.roster_file import read_roster
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.conftest import CHEAP
from tests.ledger.made_lessons import LESSON, SCENARIO, questions, write_lesson, write_questions
from tests.ledger.rosters import company, resident, workbook
from tests.staff_site import chromium

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[LedgerServices]:
    write_lesson(tmp_path / "own")
    write_questions(tmp_path / "own", questions(8))
    settings = LedgerSettings(data=tmp_path / "ledger", lesson_folders=(tmp_path / "own",))
    services = LedgerServices(settings, SystemClock(), CHEAP)
    yield services
    services.close()


@pytest.fixture
def url(services: LedgerServices, tmp_path: Path) -> Iterator[str]:
    """The classroom alone, as the site serves it."""
    app = FastAPI()
    accounts = Accounts(tmp_path / "accounts.sqlite", SystemClock(), CHEAP)
    install(app, accounts, bytes(32))
    serve_theme(app)
    app.include_router(routes.create_router(services))
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
def phone(url: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, base_url=url)
        page = context.new_page()
        page.set_default_timeout(15_000)
        yield page
        browser.close()


def fits(page: Page) -> None:
    """Nothing is wider than the screen, and whatever is touched is large enough for a thumb."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for target in page.locator(".button:visible, .choice:visible, .phone-nav a:visible").all():
        assert target.bounding_box()["height"] >= 44


def code_of_an_order(services: LedgerServices) -> str:
    """The code of a class whose roster has one person."""
    day = today(services.clock.now())
    employer = services.people.employers.add(company())
    made = services.people.orders.add(employer, day, "门口", [f"urn:qianche:scenario:{SCENARIO}"], "x", EVERYTHING)
    order = services.people.orders.find(made, EVERYTHING)
    entries, _ = read_roster(workbook([("王小明", "居民身份证", resident(5), "焊工", "")]), day)
    services.people.orders.add_roster(order, entries, "x")
    return services.classroom.classes.find(services.classroom.classes.make_for(order, "x"), EVERYTHING).code


def test_from_the_poster_to_the_credit(services: LedgerServices, phone: Page) -> None:
    phone.goto(f"/classroom/join/{code_of_an_order(services)}")
    expect(phone.locator("main")).to_contain_text("蓉城钢构有限公司")
    expect(phone.locator("main")).to_contain_text("每次查看都有记录")
    fits(phone)
    number = resident(5)
    phone.get_by_label("姓名").fill("王小明")
    phone.get_by_label("证件号码").fill(number[:-1] + ("0" if number[-1] != "0" else "1"))
    phone.get_by_label("我已看过").check()
    phone.get_by_role("button", name="报名").tap()
    expect(phone.get_by_role("alert")).to_contain_text("最后一位校验码不符")
    phone.get_by_label("证件号码").fill(number)
    phone.get_by_label("我已看过").check()
    phone.get_by_role("button", name="报名").tap()
    expect(phone.locator("main")).to_contain_text("王**，你好")
    expect(phone.locator(".tile")).to_contain_text("体验车训练完成后开放")
    fits(phone)

    phone.locator(f"a.lesson[href$='{LESSON}']").tap()
    phone.get_by_role("button", name="开始学习").tap()
    expect(phone.locator(".bubble")).to_have_text("别用手拉他！")
    expect(phone.locator(".prose strong")).to_have_text("没断电")
    assert phone.evaluate("[...document.images].every(each => each.naturalWidth > 0)")
    fits(phone)
    phone.get_by_role("link", name="下一页").tap()
    phone.get_by_text("拉他离开").tap()
    phone.get_by_role("button", name="提交").tap()
    expect(phone.get_by_role("status")).to_have_text("答错了")
    expect(phone.locator(".answer-wrong")).to_contain_text("电会传到你身上。")
    expect(phone.locator(".explain")).to_contain_text("先断电，再碰人。")
    fits(phone)
    phone.get_by_role("link", name="下一页").tap()
    phone.get_by_text("绝缘").tap()
    phone.get_by_text("接地").tap()
    phone.get_by_role("button", name="提交").tap()
    expect(phone.get_by_role("status")).to_have_text("答对了")
    phone.get_by_role("button", name="完成").tap()
    expect(phone.locator(".credit")).to_have_text("计 0.25 学时")
    phone.get_by_role("link", name="我的学时").tap()
    expect(phone.locator(".hours")).to_contain_text("0.25")
    fits(phone)

    phone.get_by_role("link", name="English").tap()
    expect(phone.locator(".hours")).to_contain_text("training hours")
    for path in ("/classroom/me", "/classroom", f"/classroom/lessons/{LESSON}"):
        phone.goto(path)
        chinese = set(re.findall(r"[\u4e00-\u9fff]+", phone.locator("body").inner_text()))
        assert chinese <= {"中文", "王", "蓉城钢构有限公司"}, path
    phone.goto("/classroom/me")
    phone.get_by_role("button", name="Sign out").tap()
    expect(phone.get_by_role("link", name="I have signed up before")).to_be_visible()
