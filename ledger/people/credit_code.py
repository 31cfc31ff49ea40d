"""Unified social credit codes of organisations in China (统一社会信用代码, GB 32100-2015).

Eighteen characters: who registered it, what kind it is, six digits of region, nine of the organisation
code, and a check character (ISO 7064 MOD 31-3).
"""

from __future__ import annotations

from common.errors import DataError

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Digits and letters without I, O, S, V and Z, which look like others."""
_WEIGHTS = tuple(3**place % len(ALPHABET) for place in range(LENGTH - 1))
_REGION = slice(2, 8)


class CreditCodeWrong(DataError):
    """The code cannot be one; the text says what and where."""


def check_credit_code(code: str) -> str:
    """The code in capitals and without blanks, after every check.

    Raises:
        CreditCodeWrong
    """
    code = "".join(code.split()).upper()
    for position, character in enumerate(code[:LENGTH], start=1):
        if character not in ALPHABET:
            raise CreditCodeWrong("people.credit_code.character", position=position, found=character)
    if len(code) != LENGTH:
        raise CreditCodeWrong("people.credit_code.length", found=len(code))
    if not code[_REGION].isdigit():
        raise CreditCodeWrong("people.credit_code.region", found=code[_REGION])
    if code[-1] != credit_check_character(code[:-1]):
        raise CreditCodeWrong("people.credit_code.check")
    return code


def credit_check_character(first_seventeen: str) -> str:
    """The check character that belongs after seventeen characters."""
    total = sum(weight * ALPHABET.index(each) for weight, each in zip(_WEIGHTS, first_seventeen, strict=True))
    return ALPHABET[-total % len(ALPHABET)]
