"""Identity documents that a learner may show, and how a number of each kind is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from common.errors import DataError
from common.identity import WEIGHTS, check_character, parse
from common.sealing import pseudonym

DocumentKind = Literal["resident_id", "passport", "hk_macao_permit", "taiwan_permit", "foreign_residence"]
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)

_SHAPES: dict[DocumentKind, str] = {
    "passport": r"[A-Z0-9]{5,20}",
    # 港澳居民来往内地通行证: H or M and eight digits; older cards add how often it was renewed.
    "hk_macao_permit": r"[HM]\d{8}(\d{2})?",
    # 台湾居民来往大陆通行证: eight digits; the booklets before it had ten and a letter in brackets.
    "taiwan_permit": r"\d{8}|\d{10}[A-Z]?",
    # 外国人永久居留身份证: eighteen characters since 2023, three letters and twelve digits before.
    "foreign_residence": r"9\d{16}[\dX]|[A-Z]{3}\d{12}",
}
_SHOWN_AT_EACH_END = 2
_PLAIN = {0xFF01 + place: 0x21 + place for place in range(94)} | {ord(bracket): None for bracket in "()（）"}
"""Full-width characters as plain ones; brackets, as on Taiwan's booklets, are left out."""


class DocumentNumberWrong(DataError):
    """The number cannot be one of this kind. The message never repeats it."""


@dataclass(frozen=True)
class Document:
    """A number that was checked, in capitals and without blanks."""

    kind: DocumentKind
    number: str

    def masked(self) -> str:
        """The number as pages show it: a resident's without date of birth, others with both ends only."""
        if self.kind == "resident_id":
            return parse(self.number).masked()
        hidden = len(self.number) - 2 * _SHOWN_AT_EACH_END
        return self.number[:_SHOWN_AT_EACH_END] + "*" * hidden + self.number[-_SHOWN_AT_EACH_END:]

    def pseudonym(self, key: bytes) -> str:
        """The keyed hash under which the number's owner is found: for residents that of the vans."""
        return pseudonym(key, self.number if self.kind == "resident_id" else f"{self.kind} {self.number}")

    def __repr__(self) -> str:
        return f"Document({self.kind}, {self.masked()})"


def check_document(kind: DocumentKind, number: str, today: date | None = None) -> Document:
    """Check a number as somebody typed it: full-width characters, blanks and small letters are accepted.

    ``today`` lets a resident's birth date in the future be refused.

    Raises:
        IdentityNumberWrong: a resident's number breaks GB 11643; says where.
        DocumentNumberWrong: another kind's number does not have its shape or check character.
    """
    typed = "".join(number.translate(_PLAIN).split()).upper()
    if kind == "resident_id":
        return Document(kind, parse(typed, today).number)
    if not re.fullmatch(_SHAPES[kind], typed, re.ASCII):
        raise DocumentNumberWrong(f"people.document.wrong.{kind}")
    if kind == "foreign_residence" and len(typed) == len(WEIGHTS) + 1 and typed[-1] != check_character(typed[:-1]):
        raise DocumentNumberWrong("people.document.wrong.check")
    return Document(kind, typed)
