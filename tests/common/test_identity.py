"""Identity numbers: every good one is read, every slip of a finger is noticed and named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.identity import CHECK_CHARACTERS, PROVINCES, IdentityNumberWrong, check_character, parse

GOOD = "11010519491231002X"  # the example of GB 11643-1999 itself


@st.composite
def numbers(draw: st.DrawFn) -> str:
    province = draw(st.sampled_from(sorted(PROVINCES)))
    county = draw(st.integers(0, 9999))
    born = draw(st.dates(date(1900, 1, 1), date(2026, 11, 22)))
    sequence = draw(st.integers(0, 999))
    first = f"{province}{county:04d}{born:%Y%m%d}{sequence:03d}"
    return first + check_character(first)


def test_the_standards_own_example_is_read() -> None:
    person = parse(GOOD)
    assert (person.region, person.birth_date, person.sex) == ("110105", date(1949, 12, 31), "female")
    assert parse("440524188001010014").sex == "male"


@given(numbers())
def test_every_generated_number_is_read(number: str) -> None:
    person = parse(number)
    assert person.number == number
    assert person.birth_date.strftime("%Y%m%d") == number[6:14]
    assert person.sex == ("male" if number[16] in "13579" else "female")


@given(numbers(), st.integers(0, 17), st.data())
def test_any_one_wrong_character_is_noticed(number: str, place: int, data: st.DataObject) -> None:
    allowed = "0123456789X" if place == 17 else "0123456789"
    wrong = data.draw(st.sampled_from([character for character in allowed if character != number[place]]))
    with pytest.raises(IdentityNumberWrong):
        parse(number[:place] + wrong + number[place + 1 :])


@given(numbers(), st.integers(0, 16))
def test_two_neighbours_swapped_are_noticed(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        with pytest.raises(IdentityNumberWrong):
            parse(swapped)


@pytest.mark.parametrize(
    ("number", "fault", "position"),
    [
        ("11010519491231002", "length", None),
        (GOOD + "1", "length", None),
        ("", "length", None),
        ("1101O519491231002X", "character", 5),
        ("11010519491231X02X", "character", 15),
        ("１10105194912310021", "character", 1),
        ("99010519491231002X", "region", 1),
        ("11010519490231002X", "birth_date", 7),
        ("11010500001231002X", "birth_date", 7),
        ("110105194912310021", "check", 18),
    ],
)
def test_the_fault_and_its_place_are_named(number: str, fault: str, position: int | None) -> None:
    with pytest.raises(IdentityNumberWrong) as caught:
        parse(number)
    assert (caught.value.fault, caught.value.position) == (fault, position)
    assert caught.value.message("zh").startswith("身份证号码")


def test_a_birth_in_the_future_is_refused_only_when_today_is_known() -> None:
    assert parse(GOOD, today=date(1949, 12, 31)).birth_date.year == 1949
    with pytest.raises(IdentityNumberWrong, match="1949-12-31"):
        parse(GOOD, today=date(1949, 12, 30))


def test_blanks_and_a_small_x_are_accepted() -> None:
    assert parse(" 11010519491231002x ").number == GOOD


@given(numbers())
def test_neither_mask_nor_repr_nor_error_tell_the_number(number: str) -> None:
    person = parse(number)
    assert person.masked() == number[:6] + "********" + number[14:]
    assert number not in repr(person)
    other = CHECK_CHARACTERS.replace(number[-1], "")[0]
    with pytest.raises(IdentityNumberWrong) as caught:
        parse(number[:-1] + other)
    assert number[:-1] not in str(caught.value)
