"""The bench in a real browser: from a template to a published scenario by clicks and typing."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from common.text import text
from tests.kiosk.bench_site import bench_site
from tests.kiosk.trainer import Trainer
from tests.kiosk.visitor import Visitor
from tests.staff_site import chromium

pytestmark = pytest.mark.xdist_group("browser")
SHOTS = Path("artefacts") / "bench"
DRAFT, TITLE = "my-first-scene", "我的第一个场景"


def keep(page: Page, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.jpg", type="jpeg", quality=85, animations="disabled")


def test_from_a_template_to_the_vans_list(tmp_path: Path) -> None:
    with bench_site(tmp_path) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        is_for_nobody_else(address)
        trainer = Trainer(browser, address, (1366, 768), "zh", keep)
        trainer.logs_in()
        trainer.begins("starter", DRAFT, TITLE, "My first scene")
        shows_an_error_on_its_line_while_it_is_typed(trainer)
        offers_props_by_their_chinese_names(trainer)
        moves_a_prop_by_dragging_and_keeps_the_comment_beside_it(trainer)
        finds_the_line_of_what_is_clicked_in_the_picture(trainer)
        assert trainer.rehearses() == 100
        plays_it_and_leaves(trainer)
        assert trainer.proves()
        trainer.keeps_picture("proofs")
        assert trainer.publishes("李老师") == trainer.say("editor.published", title=TITLE, version=1)
        assert "author: 李老师" in trainer.text and "version: 1" in trainer.text
        trainer.waits_until_checked(faults=0)
        assert trainer.state_of(DRAFT) == trainer.say("list.state.published", version=1)
        assert trainer.faults == []

        visitor = Visitor(browser, address, (1366, 768), "zh")
        visitor.open()
        visitor.checks_in(21)
        visitor.waits_for(f"scenario-{DRAFT}")
        visitor.reads(TITLE)
        browser.close()


def is_for_nobody_else(address: str) -> None:
    for path in (
        "bench",
        f"bench/{DRAFT}",
        f"bench/{DRAFT}/play",
        "kiosk/bench/props.json",
        "kiosk/bench/drafts/a/yaml",
    ):
        with pytest.raises(HTTPError) as refused:
            urlopen(address + path)
        assert refused.value.code == 401


def shows_an_error_on_its_line_while_it_is_typed(trainer: Trainer) -> None:
    trainer.goes_to("minutes: 2")
    trainer.types("x")
    trainer.waits_until_checked(faults=1)
    wrong = trainer.page.locator(".cm-line.bench-wrong-line")
    assert wrong.inner_text() == "minutes: 2x"
    note = trainer.page.locator(".bench-note").inner_text()
    assert re.search("[\u4e00-\u9fff]", note), "the message is in Chinese"
    trainer.mark("tab-faults").click()
    number = trainer.text.splitlines().index("minutes: 2x") + 1
    assert trainer.say("editor.line", line=number) in trainer.mark("fault").inner_text()
    trainer.keeps_picture("error")
    trainer.mark("fault").click()
    trainer.goes_to("minutes: 2x")
    trainer.rubs_out(1)
    trainer.waits_until_checked(faults=0)
    assert trainer.page.locator(".bench-note").count() == 0


def offers_props_by_their_chinese_names(trainer: Trainer) -> None:
    before = trainer.text
    trainer.goes_to("my_lamp: {prop: work_light")
    trainer.page.keyboard.press("Enter")
    trainer.types("my_ladder: {prop: 梯")
    assert "ladder" in trainer.suggestions()
    trainer.keeps_picture("completion")
    trainer.page.keyboard.press("Escape")
    trainer.page.evaluate("text => bench.text.rewrite(text)", before)
    trainer.waits_until_checked(faults=0)


def moves_a_prop_by_dragging_and_keeps_the_comment_beside_it(trainer: Trainer) -> None:
    trainer.goes_to("my_box: {prop: switch_box")
    trainer.types("  # 靠墙放")
    trainer.waits_until_checked(faults=0)
    trainer.waits_for_the_place()
    before = trainer.line_with("my_box: {")
    trainer.drags("my_box", (24, -12), "drag")
    trainer.page.wait_for_function("line => !bench.text.text.includes(line)", arg=before)
    pictures = trainer.pictures()
    trainer.page.wait_for_function("pictures => Number(bench.view.frame.dataset.pictures) > pictures", arg=pictures)
    after = trainer.line_with("my_box: {")
    pattern = r"(.*at: )\[([\d.]+), ([\d.]+)\](.*)"
    was, now = re.fullmatch(pattern, before), re.fullmatch(pattern, after)
    assert was and now
    assert (was[1], was[4]) == (now[1], now[4]) and now[4].endswith("# 靠墙放")
    assert float(now[2]) > float(was[2]) and float(now[3]) > float(was[3]), "to the right is east, up is north"
    assert all(round(float(part) / 0.05, 6).is_integer() for part in (now[2], now[3])), "in steps of 5 cm"
    trainer.page.keyboard.press("Control+z")
    assert trainer.line_with("my_box: {") == before, "one step back undoes it"
    trainer.waits_until_checked(faults=0)


def plays_it_and_leaves(trainer: Trainer) -> None:
    with trainer.context.expect_page() as opened:
        trainer.mark("try-out").click()
    page = opened.value
    for mark in ("leave", "stop"):
        page.locator(f'[data-mark="{mark}"]').first.click()
    over = page.locator('[data-mark="trial-over"]')
    expect(over).to_contain_text(text("kiosk.outcome.stopped", "zh"), timeout=60_000)
    keep(page, "trial")
    page.close()


def finds_the_line_of_what_is_clicked_in_the_picture(trainer: Trainer) -> None:
    trainer.mark("stand-1").click()
    trainer.page.wait_for_timeout(800)
    trainer.page.evaluate("bench.select(null)")
    shown = trainer.page.locator(".bench-shown").bounding_box()
    assert shown is not None
    trainer.page.mouse.click(shown["x"] + shown["width"] / 2, shown["y"] + shown["height"] * 0.93)
    trainer.page.wait_for_function("document.querySelector('#bench').dataset.chosen === 'my_box'")
    assert "my_box: {" in trainer.page.locator(".cm-line.bench-marked-line").first.inner_text()
