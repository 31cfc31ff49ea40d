"""Resident identity numbers of the People's Republic of China (GB 11643-1999).

Eighteen characters: six digits of region, eight of birth date, three of sequence (odd for men),
and a check character after ISO 7064 MOD 11-2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from common.errors import DataError

LENGTH = 18
DIGITS = frozenset("0123456789")
CHECK_CHARACTERS = "10X98765432"
WEIGHTS = tuple(2 ** (LENGTH - 1 - i) % 11 for i in range(LENGTH - 1))
_PROVINCE_SPANS = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
PROVINCES = frozenset(str(code) for first, last in _PROVINCE_SPANS for code in range(first, last + 1))
EARLIEST_BIRTH = date(1850, 1, 1)

Sex = Literal["male", "female"]
Fault = Literal["length", "character", "region", "birth_date", "born_later", "check"]


class IdentityNumberWrong(DataError):
    """The number cannot be one. ``fault`` says why, ``position`` is the first wrong character (from 1), if one is.

    The message never repeats the number itself.
    """

    def __init__(self, fault: Fault, position: int | None = None, **places: object) -> None:
        super().__init__(f"identity.{fault}", position=position, **places)
        self.fault: Fault = fault
        self.position = position


@dataclass(frozen=True)
class IdentityNumber:
    """A number that was checked."""

    number: str
    region: str
    """Six digits of GB/T 2260: province, city, county at the time of registration."""
    birth_date: date
    sex: Sex

    def masked(self) -> str:
        """The number with the date of birth hidden: ``510107********1234``."""
        return f"{self.number[:6]}********{self.number[-4:]}"

    def __repr__(self) -> str:
        return f"IdentityNumber({self.masked()})"


def check_character(first_seventeen: str) -> str:
    """The check character that belongs after seventeen digits (ISO 7064 MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first_seventeen, strict=True))
    return CHECK_CHARACTERS[total % 11]


def parse(number: str, today: date | None = None) -> IdentityNumber:
    """Check ``number`` and read what it says. Surrounding blanks and a small ``x`` are accepted.

    ``today`` lets a birth date in the future be refused.

    Raises:
        IdentityNumberWrong: with the first fault found, in the order a person would type.
    """
    number = number.strip().upper()
    _check_characters(number)
    if number[:2] not in PROVINCES:
        raise IdentityNumberWrong("region", 1, region=number[:2])
    birth_date = _birth_date(number[6:14])
    if today is not None and birth_date > today:
        raise IdentityNumberWrong("born_later", 7, date=birth_date.isoformat())
    if number[-1] != check_character(number[:-1]):
        raise IdentityNumberWrong("check", LENGTH)
    return IdentityNumber(number, number[:6], birth_date, "male" if int(number[16]) % 2 else "female")


def _check_characters(number: str) -> None:
    for position, character in enumerate(number[:LENGTH], start=1):
        if character not in DIGITS and not (character == "X" and position == LENGTH):
            raise IdentityNumberWrong("character", position, found=character)
    if len(number) != LENGTH:
        raise IdentityNumberWrong("length", found=len(number))


def _birth_date(digits: str) -> date:
    try:
        birth_date = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        birth_date = None
    if birth_date is None or birth_date < EARLIEST_BIRTH:
        raise IdentityNumberWrong("birth_date", 7, digits=digits)
    return birth_date
