"""The catalogue is complete: both languages, the same places in both, Chinese that is Chinese."""

from __future__ import annotations

import re
import string

import pytest

from common.text import LANGS, UnknownText, catalogue, text


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_text_says_the_same_in_both_languages() -> None:
    assert len(catalogue()) > 100
    for key, entry in catalogue().items():
        assert set(entry) == set(LANGS), key
        assert entry["zh"].strip() and entry["en"].strip(), key
        assert places(entry["zh"]) == places(entry["en"]), f"{key}: the places differ"


def test_english_holds_no_chinese() -> None:
    named_after_chinese = {key for key in catalogue() if key.endswith(".language_name")}
    mixed = {key for key, entry in catalogue().items() if re.search("[\u4e00-\u9fff]", entry["en"])}
    assert mixed <= named_after_chinese


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(UnknownText, match="no.such.key"):
        text("no.such.key")
