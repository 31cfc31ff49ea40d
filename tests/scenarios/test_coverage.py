"""The page of what the bank covers is the one that the bank gives, and says what is left out."""

from __future__ import annotations

from pathlib import Path

import scenarios
from scenarios.coverage import coverage_page

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"


def test_the_page_in_the_docs_is_the_banks() -> None:
    page = coverage_page(scenarios.load(name).scenario for name in scenarios.bank())
    assert PAGE.read_text("utf-8") == page, "qianche coverage > docs/coverage.md"


def test_a_small_bank_says_what_it_lacks() -> None:
    page = coverage_page([scenarios.load("electrocution-temporary-power").scenario])
    missing = page[page.index("没有覆盖的") :]
    assert "高处坠落 Fall from height" in missing and "矿山 Mining" in missing
    assert "触电 Electric shock" not in missing and "建筑施工 Construction" not in missing
