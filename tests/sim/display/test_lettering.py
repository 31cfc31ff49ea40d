"""Lines broken to a width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from sim.display.lettering import NOT_FIRST, broken, font


def test_english_breaks_between_words_and_chinese_between_characters() -> None:
    english = broken("Switch off at the box, lock and tag it, then test.", 20, 200)
    assert len(english) > 1
    assert " ".join(english) == "Switch off at the box, lock and tag it, then test."
    chinese = broken("先在开关箱断电、上锁挂牌、验电，再挪动水泵。", 20, 200)
    assert len(chinese) > 1
    assert all(line[0] not in NOT_FIRST for line in chinese)


@settings(max_examples=60, deadline=None)
@given(some.text(some.sampled_from("ab c，。安全生产 12"), max_size=80), some.integers(80, 400))
def test_nothing_is_lost_and_no_line_is_much_too_wide(text: str, width: int) -> None:
    lines = broken(text, 20, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        overhang = len(line) - len(line.rstrip(NOT_FIRST))
        if " " in line or any(ord(each) > 255 for each in line.rstrip(NOT_FIRST)[:-1]):
            assert font(20).getlength(line[: len(line) - overhang]) <= width + 21 or overhang
