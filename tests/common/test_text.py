"""The catalogue is complete: both languages, the same places in both, Chinese that is Chinese."""

from __future__ import annotations

import re
import string

import pytest

from common.text import LANGS, UnknownText, catalogue, text


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_both_languages_say_the_same(key: str) -> None:
    entry = catalogue()[key]
    assert set(entry) == set(LANGS)
    assert entry["zh"].strip() and entry["en"].strip()
    assert places(entry["zh"]) == places(entry["en"]), f"{key}: the places differ"


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_english_holds_no_chinese(key: str) -> None:
    if not key.endswith(".language_name"):
        assert not re.search(r"[\u4e00-\u9fff]", catalogue()[key]["en"]), key


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(UnknownText, match="no.such.key"):
        text("no.such.key")
