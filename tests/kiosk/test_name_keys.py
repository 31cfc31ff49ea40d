"""The characters of a name are found by how they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pinyin import MOST, candidates


@pytest.mark.parametrize(
    ("letters", "character"),
    [("wang", "王"), ("zhang", "张"), ("lv", "吕"), ("shan", "单"), ("qiu", "仇"), ("xin", "鑫"), ("zhuang", "庄")],
)
def test_surnames_and_rare_characters_are_offered(letters: str, character: str) -> None:
    assert character in candidates(letters)


def test_surnames_come_first_then_given_names() -> None:
    assert candidates("xiao")[0] == "肖"
    assert candidates("xiao", first=False)[0] == "小"


def test_the_beginning_of_a_reading_offers_what_may_follow() -> None:
    assert "王" in candidates("w")
    assert candidates("") == candidates("qqq") == []


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=6))
def test_whatever_is_typed_offers_a_readable_number_of_different_characters(letters: str) -> None:
    offered = candidates(letters)
    assert len(offered) == len(set(offered)) <= MOST
    assert all("\u4e00" <= character <= "\u9fff" for character in offered)
