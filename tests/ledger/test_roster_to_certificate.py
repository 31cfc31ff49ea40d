"""The whole way in a real browser: a roster with faults, what the van sends, certificates, and who checks them."""

from __future__ import annotations

import base64
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from common.clock import SystemClock
from common.ids import uuid7
from common.sealing import pseudonym, read_key
from kiosk.completion import Completion, CompletionScore, Words
from kiosk.statements import statements
from ledger.people.days import today
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.conftest import PATIENCE_MS
from tests.ledger.rosters import company, resident, workbook
from tests.staff_site import PASSWORD, SCENARIOS, StaffSite, staff_site

pytestmark = pytest.mark.xdist_group("staff_pages")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ISSUER = "测试市人力资源和社会保障局"
SCENARIO = next(iter(SCENARIOS))
WRONG_CHECK = resident(3)[:-1] + ("0" if resident(3)[-1] != "0" else "1")
SENT = [
    ("欧阳䶮", "", resident(1), "焊工", ""),
    ("何莉", "", WRONG_CHECK, "", ""),
    ("马超", "工作证", resident(2), "", ""),
]
PUT_RIGHT = [SENT[0], ("何莉", "", resident(3), "", ""), ("马超", "", resident(2), "", "")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[StaffSite]:
    with staff_site(folder) as site:
        yield site


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Machines that test much at once are slow."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=PATIENCE_MS)


def opened(browser: Browser, site: StaffSite, width: int, height: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=site.url)
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


def order_for_today(folder: Path) -> str:
    """An order that the office made before, without anyone on its roster; its id."""
    services = LedgerServices(LedgerSettings(data=folder / "ledger"), SystemClock())
    employer = services.people.employers.add(company())
    day = today(services.clock.now())
    order = services.people.orders.add(employer, day, "三号车间门口", [SCENARIO], "bureau", EVERYTHING)
    services.close()
    return order


def send_from_van(site: StaffSite, folder: Path, number: str, *, passed: bool) -> None:
    """What a van sends of one session: it knows the person by their number, and sends a pseudonym."""
    score = CompletionScore(formula="1", total=92, hazards_found=3, hazards_total=3, false_alarms=0)
    now = datetime.now(UTC)
    done = Completion(
        id=str(uuid7(now)),
        van="van-1",
        station="station-1",
        order=1,
        scenario=SCENARIO.rpartition(":")[2],
        scenario_hash="sha256:" + "0" * 64,
        title=Words(**SCENARIOS[SCENARIO]),
        learner=pseudonym(read_key(folder / "ledger" / "pseudonym.key"), number),
        lang="zh",
        input="touch",
        started=now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        duration_s=1.0,
        outcome="averted",
        passed=passed,
        score=score,
        log_digest="sha256:" + "0" * 64,
    )
    headers = {"X-Experience-API-Version": "2.0.0"}
    auth = httpx.BasicAuth(site.key, site.secret)
    sent = httpx.post(f"{site.url}/xapi/statements", json=statements(done), headers=headers, auth=auth, trust_env=False)
    assert sent.status_code == 200, sent.text


def import_roster(page: Page, rows: list[tuple[str, ...]]) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="导入名册").click()
    chooser.value.set_files([{"name": "名册.xlsx", "mimeType": XLSX, "buffer": workbook(rows)}])


def a_roster_with_two_bad_rows(page: Page, order: str) -> None:
    page.request.post("/login", form={"name": "bureau", "password": PASSWORD}, max_redirects=0)
    page.goto(f"/ledger/orders/{order}")
    import_roster(page, SENT)
    faults = page.locator("tbody").first
    expect(faults.locator("tr")).to_have_count(2)
    expect(faults).to_contain_text("最后一位校验码不符")
    expect(faults).to_contain_text("没有“工作证”这种证件类型")
    import_roster(page, PUT_RIGHT)
    expect(page.locator("body")).to_contain_text("已导入 2 人，另有 1 人原已在名册中")
    expect(page.locator("body")).to_contain_text("已持证 0 人，可发证 0 人，未达到 3 人")


def certificates_for_who_earned_one(page: Page) -> None:
    page.reload()
    expect(page.locator("body")).to_contain_text("已持证 0 人，可发证 2 人，未达到 1 人")
    page.get_by_role("button", name="给可发证的 2 人发证").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="发证").click()
    expect(page.locator("body")).to_contain_text("请填写发证单位")
    dialog.get_by_label("发证单位").fill(ISSUER)
    dialog.get_by_role("button", name="发证").click()
    expect(page.locator("body")).to_contain_text("新发 2 人；原已持证 0 人；未发 1 人")
    why_not = page.locator("tbody").first
    expect(why_not.locator("tr")).to_have_count(1)
    expect(why_not).to_contain_text("马超")
    expect(why_not).to_contain_text("还差：学时 0/0.5、场景 0/1")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载全部证书（2 份，zip）").click()
    names = zipfile.ZipFile(download.value.path()).namelist()
    assert [re.sub(r"QC\d{4}-\d{7} ", "", name) for name in names] == [
        "欧阳䶮.pdf", "欧阳䶮.jwt", "何莉.pdf", "何莉.jwt",
    ]  # fmt: skip


def the_persons_page(page: Page) -> tuple[str, bytes]:
    """Shows hours and the certificate; the address of its public page, and its file."""
    page.locator("tbody").last.get_by_role("link", name="欧阳䶮").click()
    expect(page.locator("body")).to_contain_text("计 0.5 学时（规则 2026-1）")
    expect(page.locator("body")).to_contain_text("还差：学时 0.5/2、场景 1/3、课程 0/2")
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
    assert re.fullmatch(r"QC\d{4}-0000001\.pdf", download.value.suggested_filename)
    with page.expect_download() as download:
        page.get_by_role("link", name="电子证书").click()
    address = page.get_by_role("link", name="查验页").get_attribute("href")
    return address, Path(download.value.path()).read_bytes()


def anyone_checks_it(phone: Page, address: str, token: bytes) -> None:
    phone.goto(address)
    expect(phone.get_by_role("status")).to_have_text("证书有效")
    expect(phone.locator("table")).to_contain_text("欧**")
    assert "欧阳" not in phone.content()
    for file, said in ((token, "文件签名有效，内容未被改动。"), (changed(token), "签名无效：证书内容已被改动。")):
        phone.goto("/verify")
        phone.get_by_label("选择证书文件").set_input_files([{"name": "c.jwt", "mimeType": "", "buffer": file}])
        phone.get_by_role("button", name="查验").click()
        expect(phone.get_by_role("status").first).to_have_text(said)
    assert phone.get_by_role("status").count() == 1, "of a changed one nothing is told"
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def changed(token: bytes) -> bytes:
    """The file with one hour more in it."""
    head, body, signature = token.decode("ascii").split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    claims["credentialSubject"]["creditsEarned"] += 1
    more = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode("ascii")
    return f"{head}.{more}.{signature}".encode("ascii")


def taken_back_it_is_told(page: Page, phone: Page, address: str) -> None:
    page.get_by_role("button", name="撤销证书").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("撤销原因").fill("成绩登记有误")
    dialog.get_by_role("button", name="撤销证书").click()
    expect(page.locator("body")).to_contain_text("由 bureau 撤销：成绩登记有误")
    expect(page.get_by_role("link", name="PDF")).to_have_count(0)
    phone.goto(address)
    expect(phone.get_by_role("status")).to_have_text("证书已撤销：成绩登记有误")
    page.goto("/ledger/certificates")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("button", name="已撤销 1").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody")).to_contain_text("欧阳䶮")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 CSV").click()
    taken = Path(download.value.path()).read_text("utf-8-sig")
    assert "欧阳䶮" in taken and "成绩登记有误" in taken
    assert "何莉" not in taken, "what was filtered out is not in the file"
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading")).to_have_text("Certificates")
    chinese = set(re.findall(r"[\u4e00-\u9fff]+", page.locator("body").inner_text()))
    assert chinese <= {"中文", "欧阳", "何莉", "蓉城钢构有限公司"}


def an_officer_sees_it_and_cannot_issue_or_revoke(page: Page, order: str) -> None:
    page.request.post("/login", form={"name": "officer", "password": PASSWORD}, max_redirects=0)
    page.goto(f"/ledger/orders/{order}")
    expect(page.locator("body")).to_contain_text("1 hold one, 1 can be issued, 1 have not reached it")
    expect(page.get_by_role("button", name="Issue")).to_have_count(0)
    page.locator("tbody").last.get_by_role("link", name="何莉").click()
    expect(page.get_by_role("link", name="PDF")).to_have_count(1)
    expect(page.get_by_role("button", name="Revoke")).to_have_count(0)


def test_from_a_roster_to_a_certificate_that_anyone_can_check(browser: Browser, site: StaffSite, folder: Path) -> None:
    """Each part goes on where the one before it left off."""
    order = order_for_today(folder)
    page, phone = opened(browser, site, 1366, 900), opened(browser, site, 390, 844)
    a_roster_with_two_bad_rows(page, order)
    for number, passed in ((resident(1), True), (resident(2), False), (resident(3), True)):
        send_from_van(site, folder, number, passed=passed)
    certificates_for_who_earned_one(page)
    address, token = the_persons_page(page)
    anyone_checks_it(phone, address, token)
    taken_back_it_is_told(page, phone, address)
    an_officer_sees_it_and_cannot_issue_or_revoke(page, order)
