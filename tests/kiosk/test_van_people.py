"""People check in once, wait in order, and are unreadable in the van's database."""

from __future__ import annotations

import json

import pytest

from common.enrolment import open_enrolment
from common.errors import DataError
from common.identity import IdentityNumberWrong
from kiosk.people import Learner, People
from kiosk.roster import RosterWrong, enrol_roster
from kiosk.settings import Secrets
from kiosk.store import Store
from tests.kiosk.made_up import identity_number


def test_a_person_is_met_again_by_number(people: People) -> None:
    enrolled = people.enrol(" 王小明 ", identity_number(1).lower())
    assert enrolled.name == "王小明"
    assert people.known(identity_number(1)) == enrolled
    assert people.known(identity_number(2)) is None


def test_a_wrong_number_is_refused(people: People) -> None:
    wrong = identity_number(1)[:-1] + ("0" if identity_number(1)[-1] != "0" else "1")
    with pytest.raises(IdentityNumberWrong):
        people.enrol("王小明", wrong)
    assert people.everyone() == []


@pytest.mark.parametrize("name", ["", "  ", "a" * 61, "王\u202e明"])
def test_a_wrong_name_is_refused(people: People, name: str) -> None:
    with pytest.raises(DataError):
        people.enrol(name, identity_number(1))


def test_only_the_ledger_can_open_an_enrolment(people: People, secrets: Secrets, ledger_private: bytes) -> None:
    learner = people.enrol("王小明", identity_number(1))
    message = json.loads(people.enrolment(learner.pseudonym) or "")
    person = open_enrolment(message["pseudonym"], message["sealed"], secrets.pseudonym, ledger_private)
    assert (person.name, person.identity_number.number) == ("王小明", identity_number(1))


def test_names_and_numbers_cannot_be_read_in_the_database(people: People, store: Store) -> None:
    people.enrol("王小明", identity_number(1))
    store.rows("PRAGMA wal_checkpoint(FULL)")
    written = b"".join(path.read_bytes() for path in store.path.parent.glob("van.db*"))
    assert "王小明".encode() not in written
    assert identity_number(1).encode() not in written
    assert identity_number(1)[:6].encode() not in written


def test_the_queue_keeps_its_order(people: People) -> None:
    first, second, third = (people.enrol(f"王小{k}", identity_number(k)) for k in (1, 2, 3))
    for learner in (first, second, third, first):
        people.line_up(learner.pseudonym)
    assert people.waiting() == [first, second, third]
    people.let_pass(first.pseudonym)
    people.step_out(second.pseudonym)
    assert people.waiting() == [third, first]


def test_forgetting_keeps_who_still_waits(people: People) -> None:
    waiting, gone = people.enrol("王小明", identity_number(1)), people.enrol("李四", identity_number(2))
    people.line_up(waiting.pseudonym)
    assert people.forget_all() == 1
    assert people.everyone() == [waiting]
    assert people.find(gone.pseudonym) is None


@pytest.mark.parametrize(("name", "shown"), [("王小明", "王*明"), ("李四", "李*"), ("Anna Maria Lee", "Anna M. L.")])
def test_a_name_is_shown_in_part(name: str, shown: str) -> None:
    assert Learner("qc-x", name, "").shown_name == shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_roster_is_read_as_excel_saves_it(people: People, encoding: str) -> None:
    content = f"序号,姓名,身份证号,单位\n1,王小明,'{identity_number(1)},一建\n\n2,李四,{identity_number(2)},一建\n"
    assert [learner.name for learner in enrol_roster(content.encode(encoding), people)] == ["王小明", "李四"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("王小明,510107199003070015\n", "身份证号"),
        ("姓名,身份证号\n王小明\n", "第 2 行"),
        (f"姓名,身份证号\n王小明,{identity_number(1)}\n李四,12345\n", "第 3 行"),
    ],
)
def test_a_wrong_roster_enrols_nobody_and_says_where(people: People, content: str, said: str) -> None:
    with pytest.raises(RosterWrong) as caught:
        enrol_roster(content.encode(), people)
    assert said in caught.value.message("zh")
    assert caught.value.message("en")
    assert people.everyone() == []
