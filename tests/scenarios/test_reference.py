"""The reference page: fresh, complete, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.text import catalogue
from scenarios.model import Scenario
from scenarios.registry import registry
from scenarios.writing.reference import reference

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def page() -> str:
    return reference()


def test_the_committed_page_is_fresh(page: str) -> None:
    """Renew it with: qianche reference > docs/reference.md"""
    assert (DOCS / "reference.md").read_text("utf-8") == page


def test_every_key_has_a_row_with_its_words(page: str) -> None:
    schema = Scenario.model_json_schema()
    sections = _sections(page)
    for name, model in {"Scenario": schema, **schema["$defs"]}.items():
        for key in model["properties"]:
            words = catalogue()[f"language.{name}.{key}"]
            assert f"| `{key}` | {words['zh']}<br>*{words['en']}* |" in sections[name], (name, key)


def test_every_name_has_a_row_in_both_languages(page: str) -> None:
    known = registry()
    named = (known.props, known.people, known.poses, known.places, known.signs, known.sounds, known.effects)
    for names in named:
        for name, label in names.items():
            assert any(line.startswith(f"| `{name}` |") and label.en in line for line in page.splitlines()), name
    assert "trainee" not in known.people and "\n| `trainee` |" not in page


def test_looks_and_sizes_of_a_prop_are_told(page: str) -> None:
    (row,) = (line for line in page.splitlines() if line.startswith("| `switch_box` |"))
    assert "0.5 × 0.25 × 1.4" in row and "`no_rcd` 未装漏保、导线跨接" in row


def test_its_links_lead_somewhere(page: str) -> None:
    sections = _sections(page)
    targets = {part.split(")")[0] for part in page.split("](#")[1:]}
    assert targets <= {name.lower() for name in sections}


def _sections(page: str) -> dict[str, str]:
    return {part.split("\n", 1)[0]: part for part in page.split("\n### ")[1:]}
