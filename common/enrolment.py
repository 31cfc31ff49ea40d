"""Who a pseudonym is: the sealed letter in which a van tells the ledger, and nobody else can read."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

from common.errors import DataError
from common.identity import IdentityNumber, parse
from common.sealing import SealBroken, pseudonym, seal, unseal

MAX_NAME = 60
MAX_SEALED = 2048
_IDEOGRAPHIC_PLANES = (range(0x20000, 0x2FFFE), range(0x30000, 0x3FFFE))


class EnrolmentWrong(DataError):
    """The letter cannot be opened, or does not say who the pseudonym is."""


@dataclass(frozen=True)
class Person:
    """A name and a checked identity number."""

    name: str
    identity_number: IdentityNumber


def seal_enrolment(person: Person, pseudonym_key: bytes, ledger_public: bytes) -> dict[str, str]:
    """The message for ``POST /ledger/api/enrolments``: ``pseudonym`` and ``sealed`` (base64)."""
    learner = pseudonym(pseudonym_key, person.identity_number.number)
    letter = json.dumps({"name": person.name, "identity_number": person.identity_number.number}, ensure_ascii=False)
    sealed = seal(ledger_public, letter.encode("utf-8"), _context(learner))
    return {"pseudonym": learner, "sealed": base64.b64encode(sealed).decode("ascii")}


def open_enrolment(learner: str, sealed: str, pseudonym_key: bytes, ledger_private: bytes) -> Person:
    """Who ``learner`` is, after every check.

    Raises:
        EnrolmentWrong: the letter is damaged or not for this ledger, or the pseudonym is another person's.
        IdentityNumberWrong: the number in it cannot be one.
    """
    try:
        if len(sealed) > MAX_SEALED:
            raise ValueError("too long")
        letter = json.loads(unseal(ledger_private, base64.b64decode(sealed, validate=True), _context(learner)))
        name, number = letter["name"].strip(), letter["identity_number"].strip()
    except (SealBroken, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EnrolmentWrong("enrolment.unreadable") from error
    if not can_be_name(name):
        raise EnrolmentWrong("enrolment.name", limit=MAX_NAME)
    person = Person(name, parse(number))
    if pseudonym(pseudonym_key, person.identity_number.number) != learner:
        raise EnrolmentWrong("enrolment.other_person")
    return person


def can_be_name(name: str) -> bool:
    """Whether this is 1 to :data:`MAX_NAME` characters that can be printed.

    Rare ideographs of people's names are added to Unicode faster than Python learns of them: the planes that
    are set aside for ideographs are let in whole.
    """
    return 0 < len(name) <= MAX_NAME and all(
        each.isprintable() or any(ord(each) in plane for plane in _IDEOGRAPHIC_PLANES) for each in name
    )


def _context(learner: str) -> bytes:
    return b"qianche enrolment v1 " + learner.encode("utf-8")
