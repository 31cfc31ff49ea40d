"""The page of the log in a real browser: the bureau checks and cosigns with a key that never leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from common.clock import ManualClock
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.transparency.key_change import change_log_key
from ledger.transparency.merkle import Growth, consistency_spans, leaf_hash, root_of
from ledger.transparency.notes import COSIGNATURE, NoteKey, read_checkpoint, read_key
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import completion
from tests.staff_site import PASSWORD, StaffSite, staff_site

pytestmark = pytest.mark.xdist_group("log_page")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffSite]:
    with staff_site(tmp_path_factory.mktemp("site")) as site:
        send(site)
        yield site


@pytest.fixture
def page(browser: Browser, site: StaffSite) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, base_url=site.url)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def send(site: StaffSite) -> None:
    headers = {"X-Experience-API-Version": "1.0.3"}
    with httpx.Client(base_url=site.url, auth=(site.key, site.secret), headers=headers, trust_env=False) as van:
        van.post("/xapi/statements", json=completion()).raise_for_status()


def open_log(page: Page, name: str = "bureau") -> None:
    page.request.post("/login", form={"name": name, "password": PASSWORD}, max_redirects=0)
    page.goto("/ledger/log")


def cosign(page: Page) -> None:
    page.get_by_role("button", name="核对并联署最新检查点").click()


def test_the_bureau_cosigns_and_everyone_can_check_it(page: Page, site: StaffSite) -> None:
    open_log(page)
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody")).to_contain_text("仅台账签名")
    cosign(page)
    expect(page.get_by_role("status")).to_contain_text("已核对并联署 3 条记录的检查点")
    expect(page.locator("tbody")).to_contain_text("已联署")
    send(site)
    cosign(page)
    expect(page.get_by_role("status")).to_contain_text("已核对并联署 6 条记录的检查点")
    expect(page.locator("tbody tr")).to_have_count(2)
    cosign(page)
    expect(page.get_by_role("status")).to_contain_text("无需重复")
    with httpx.Client(base_url=site.url, trust_env=False) as anyone:
        note = anyone.get("/ledger/api/log/checkpoint").text
        key = read_key(anyone.get("/ledger/api/log/key").text)
    assert read_checkpoint(note, key).size == 6
    assert note.splitlines()[-1].startswith(f"— {key.name}/witness/")


def test_a_witness_does_not_sign_what_does_not_continue_what_it_signed(page: Page) -> None:
    """The ledger answers with another history: the browser remembers, and says so."""
    open_log(page)
    cosign(page)
    expect(page.get_by_role("status")).to_contain_text("已核对并联署")
    page.evaluate(
        """() => new Promise((done) => {
            const opening = indexedDB.open("qianche-witness", 1);
            opening.onsuccess = () => {
                const store = opening.result.transaction("kept", "readwrite").objectStore("kept");
                store.get("last for bureau").onsuccess = (event) => {
                    const kept = {...event.target.result, root: new Uint8Array(32)};
                    store.put(kept, "last for bureau").onsuccess = done;
                };
            };
        })"""
    )
    cosign(page)
    expect(page.get_by_role("status")).to_contain_text("已被改动，未联署")


def test_growth_is_proved_step_by_step_in_the_browser(page: Page) -> None:
    """The page's own reading of RFC 9162 agrees with the ledger's, for trees of many shapes."""
    open_log(page)
    expect(page.locator("tbody tr").first).to_be_visible()
    growth, leaves, roots = Growth(), [leaf_hash(bytes([number])) for number in range(20)], []
    for leaf in leaves:
        roots.append(growth.root())
        growth.add(leaf)
    roots.append(growth.root())
    nodes = growth.nodes | {(0, position): leaf for position, leaf in enumerate(leaves)}
    cases = [
        {
            "first": {"size": first, "root": list(roots[first])},
            "second": {"size": second, "root": list(roots[second])},
            "path": [list(root_of(span, nodes)) for span in consistency_spans(first, second)],
        }
        for second in range(21)
        for first in range(second + 1)
    ]
    right, wrong = page.evaluate(
        """async (cases) => {
            const tree = ({size, root}) => ({size, root: new Uint8Array(root)});
            let right = 0, wrong = 0;
            for (const {first, second, path} of cases) {
                const steps = path.map((each) => new Uint8Array(each));
                const {continues} = window.qiancheWitness;
                if (await continues(tree(first), tree(second), steps)) right += 1;
                const other = {size: first.size, root: second.root.map((each) => each ^ 1)};
                if (first.size && (await continues(tree(other), tree(second), steps))) wrong += 1;
            }
            return [right, wrong];
        }""",
        cases,
    )
    assert (right, wrong) == (len(cases), 0)


def test_a_witness_follows_the_logs_keys_only_as_each_named_the_next(page: Page, tmp_path: Path) -> None:
    services = LedgerServices(LedgerSettings(data=tmp_path), ManualClock(), CHEAP)
    for _ in range(2):
        services.statements.take(completion(), Client("key", "van", "all"), "1.0.3")
        keys = change_log_key(services.settings.log_key, services.database, services.clock).shown()
    services.close()
    first, second, third = keys
    stranger = NoteKey(first["key"].partition("+")[0], bytes(32)).shown()
    open_log(page)

    def follows(known: str, now: str, told: list[dict[str, object]]) -> bool:
        page.route("**/ledger/api/log/keys", lambda route: route.fulfill(json={"keys": told}), times=1)
        return page.evaluate("([known, now]) => window.qiancheWitness.followedBy(known, now)", [known, now])

    assert follows(first["key"], third["key"], keys)
    assert follows(second["key"], third["key"] + "\n", keys)
    assert not follows(third["key"], first["key"], keys), "nobody goes back"
    assert not follows(stranger, third["key"], keys)
    assert not follows(first["key"], stranger, [first, second, {**third, "key": stranger}])
    assert not follows(first["key"], third["key"], [first, third])
    forged = {**first, "handover": second["handover"]}
    assert not follows(first["key"], third["key"], [forged, third])


def test_only_the_bureau_cosigns(page: Page) -> None:
    open_log(page, "officer")
    expect(page.locator("body")).to_contain_text("无权打开该页面")
    page.goto("/ledger")
    expect(page.locator(".way-here")).to_be_visible()
    expect(page.get_by_role("link", name="存证日志")).to_have_count(0)
    sent = page.request.post("/ledger/api/log/cosignatures", data={"size": 3, "key": "a", "line": "b"})
    assert sent.status == 403


def test_what_the_bureau_sends_is_checked(page: Page) -> None:
    open_log(page)
    for size, expected in ((3, 400), ("3", 400), (-1, 400)):
        key = NoteKey("other", bytes(32), COSIGNATURE).shown()
        sent = page.request.post("/ledger/api/log/cosignatures", data={"size": size, "key": key, "line": "b"})
        assert sent.status == expected
        assert sent.json()["zh"]


def test_the_same_in_english(page: Page) -> None:
    open_log(page)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Transparency log and checkpoints")).to_be_visible()
    page.get_by_role("button", name="Check and cosign the latest checkpoint").click()
    expect(page.get_by_role("status")).to_contain_text("statements")
