"""The sealed letter: the ledger learns who a pseudonym is, and cannot be told a lie by mistake."""

import base64
import json

import pytest

from common.enrolment import EnrolmentWrong, Person, open_enrolment, seal_enrolment
from common.identity import IdentityNumberWrong, parse
from common.sealing import new_sealing_key, pseudonym, seal

KEY = bytes(range(32))
PRIVATE, PUBLIC = new_sealing_key()
PERSON = Person("王小明", parse("11010519491231002X"))


def _letter(content: object, learner: str) -> str:
    raw = json.dumps(content).encode()
    return base64.b64encode(seal(PUBLIC, raw, b"qianche enrolment v1 " + learner.encode())).decode()


def test_the_ledger_reads_what_the_van_sealed() -> None:
    message = seal_enrolment(PERSON, KEY, PUBLIC)
    assert open_enrolment(message["pseudonym"], message["sealed"], KEY, PRIVATE) == PERSON
    assert "王小明" not in str(message)


def test_a_letter_under_another_pseudonym_is_refused() -> None:
    message = seal_enrolment(PERSON, KEY, PUBLIC)
    with pytest.raises(EnrolmentWrong):
        open_enrolment("qc-" + "a" * 32, message["sealed"], KEY, PRIVATE)


def test_a_van_with_another_pseudonym_key_is_noticed() -> None:
    message = seal_enrolment(PERSON, KEY[::-1], PUBLIC)
    with pytest.raises(EnrolmentWrong, match="pseudonym keys"):
        open_enrolment(message["pseudonym"], message["sealed"], KEY, PRIVATE)


def test_a_wrong_identity_number_is_refused() -> None:
    number = "110105194912310021"
    learner = pseudonym(KEY, number)
    with pytest.raises(IdentityNumberWrong):
        open_enrolment(learner, _letter({"name": "王", "identity_number": number}, learner), KEY, PRIVATE)


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"name": "王"},
        {"name": 3, "identity_number": "11010519491231002X"},
        {"name": "  ", "identity_number": "11010519491231002X"},
        {"name": "王\n李", "identity_number": "11010519491231002X"},
        {"name": "王" * 61, "identity_number": "11010519491231002X"},
        {"name": "王", "identity_number": 11010519491231002},
    ],
)
def test_a_letter_of_another_shape_is_refused(content: object) -> None:
    learner = pseudonym(KEY, "11010519491231002X")
    with pytest.raises(EnrolmentWrong):
        open_enrolment(learner, _letter(content, learner), KEY, PRIVATE)


@pytest.mark.parametrize("sealed", ["", "%%%", "AAAA", "A" * 4000, "钥匙"])
def test_what_is_no_letter_is_refused(sealed: str) -> None:
    with pytest.raises(EnrolmentWrong):
        open_enrolment("qc-x", sealed, KEY, PRIVATE)
