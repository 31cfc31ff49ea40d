"""Who learners are: documents, merging, correcting, erasing, own data, keys that change, and who may see whom."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert, select

from common.clock import ManualClock
from common.enrolment import Person, seal_enrolment
from common.errors import DataError
from common.identity import IdentityNumberWrong, check_character, parse
from common.sealing import KeyFileWrong, pseudonym, read_key
from common.web.accounts import User
from ledger.keyring import KeyFiles, Keyring
from ledger.people.credit_code import CreditCodeWrong, check_credit_code
from ledger.people.documents import Document, DocumentKind, check_document
from ledger.people.employers import EmployerWrong
from ledger.people.learners import OtherName, Particulars
from ledger.people.merging import NoSuchLearner, SamePerson
from ledger.people.rotation import encrypt_again
from ledger.people.sight import EVERYTHING, sight_of
from ledger.people.tables import order_people
from ledger.services import LedgerServices
from ledger.settings import Keys
from ledger.supervision.recount import recount
from ledger.tables import tables
from ledger.transparency.verification import verify
from tests.ledger.rosters import company, resident
from tests.ledger.sent import completion

_FIRST = "95101071990021400"
FOREIGN = _FIRST + check_character(_FIRST)
FOREIGN_WRONG = _FIRST + ("0" if FOREIGN[-1] != "0" else "1")
BUREAU = User("bureau", "bureau")


def take_down(services: LedgerServices, name: str, document: Document, **said: str) -> str:
    with services.database.writing() as connection:
        return services.learners.take_down(connection, Particulars(name, document, **said), None)


def known_by(number: str) -> Document:
    return check_document("resident_id", number)


def complete(services: LedgerServices, learner: str, passed: bool = True) -> None:
    key, secret = services.credentials.add("van", "all")
    client = services.credentials.verify(key, secret)
    services.statements.take(completion(learner=learner, passed=passed), client, "1.0.3")


@pytest.mark.parametrize(
    ("kind", "typed", "number"),
    [
        ("resident_id", "１１０１０５ 19491231 002x", "11010519491231002X"),
        ("passport", "e 1234 5678", "E12345678"),
        ("hk_macao_permit", "H12345678", "H12345678"),
        ("taiwan_permit", "1234567890（B）", "1234567890B"),
        (
            "foreign_residence",
            FOREIGN[:-1] + check_character(FOREIGN[:-1]),
            FOREIGN[:-1] + check_character(FOREIGN[:-1]),
        ),
        ("foreign_residence", "USA123456789012", "USA123456789012"),
    ],
)
def test_documents_are_taken_as_people_type_them(kind: DocumentKind, typed: str, number: str) -> None:
    document = check_document(kind, typed)
    assert document.number == number
    assert number not in document.masked()
    assert len(document.masked()) == len(number)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("passport", "E1-2"),
        ("hk_macao_permit", "T12345678"),
        ("taiwan_permit", "123"),
        ("foreign_residence", FOREIGN_WRONG),
        ("resident_id", "110105194912310021"),
    ],
)
def test_wrong_documents_are_explained_without_repeating_them(kind: DocumentKind, typed: str) -> None:
    with pytest.raises(DataError) as fault:
        check_document(kind, typed)
    assert all(typed not in fault.value.message(lang) for lang in ("zh", "en"))


def test_a_birth_date_to_come_is_refused(clock: ManualClock) -> None:
    with pytest.raises(IdentityNumberWrong):
        check_document("resident_id", resident(1, "20300101"), clock.now().date())


def test_credit_codes_have_a_check_character() -> None:
    assert check_credit_code(" 91350100m000100y43 ") == "91350100M000100Y43", "the standard's own example"
    for wrong in ("91350100M000100Y44", "91350100M000100Y4", "9135O100M000100Y43", "91AB0100M000100Y43"):
        with pytest.raises(CreditCodeWrong):
            check_credit_code(wrong)


def test_a_company_is_taken_down_once(services: LedgerServices) -> None:
    employers = services.people.employers
    key = employers.add(company())
    with pytest.raises(EmployerWrong):
        employers.add(company("另一家"))
    employers.change(key, company("蓉城钢构集团"))
    assert employers.find(key, EVERYTHING).facts.name == "蓉城钢构集团"


def test_the_same_number_under_another_name_is_not_taken(services: LedgerServices) -> None:
    take_down(services, "王 小明", known_by(resident(1)))
    take_down(services, "王小明", known_by(resident(1)), trade="电工")
    with pytest.raises(OtherName):
        take_down(services, "王晓明", known_by(resident(1)))
    assert services.learners.count(EVERYTHING) == 1


def test_two_records_of_one_person_become_one_and_what_comes_later_counts(services: LedgerServices) -> None:
    card = take_down(services, "林志远", known_by(resident(1)))
    passport = take_down(services, "Lin Zhiyuan", check_document("passport", "E12345678"))
    complete(services, card)
    complete(services, passport)
    services.people.merging.merge(card, passport, "bureau")
    complete(services, passport, passed=False)
    sums, total = services.completions.by_learner(None, 0, 10, EVERYTHING)
    assert (total, sums[0].learner, sums[0].completions, sums[0].passed) == (1, card, 3, 2)
    assert services.learners.find(passport, EVERYTHING).name == "林志远"
    assert services.learners.search("E12345678", EVERYTHING) == {card}
    with pytest.raises(SamePerson):
        services.people.merging.merge(card, passport, "bureau")
    held = services.people.own_data.of(passport, EVERYTHING)
    assert [each["kind"] for each in held["person"]["documents"]] == ["resident_id", "passport"]
    assert len(held["statements"]) == 9, "all three sessions, as they were sent"


def test_a_wrong_number_is_put_right_and_back_again(services: LedgerServices) -> None:
    wrong = take_down(services, "何莉", known_by(resident(1)))
    complete(services, wrong)
    said = Particulars("何莉", known_by(resident(2)), "电工")
    right = services.people.merging.correct(wrong, said, "bureau")
    assert right == pseudonym(Keys(services.settings).pseudonym, resident(2))
    assert [each.learner for each in services.completions.of_learner(right, EVERYTHING)] == [right]
    assert services.learners.search(resident(1), EVERYTHING) == {right}, "the number on old papers still finds them"
    again = services.people.merging.correct(right, Particulars("何莉", known_by(resident(1))), "bureau")
    assert again == wrong
    assert len(services.completions.of_learner(wrong, EVERYTHING)) == 1


def test_a_letter_for_a_merged_record_brings_nobody_back(services: LedgerServices) -> None:
    keys = Keys(services.settings)
    letter = seal_enrolment(
        Person("林", parse(resident(1))), keys.pseudonym, read_key(services.settings.sealing_public_key)
    )
    services.learners.enrol(letter["pseudonym"], letter["sealed"])
    other = take_down(services, "林志远", known_by(resident(2)))
    services.people.merging.merge(other, letter["pseudonym"], "bureau")
    assert not services.learners.enrol(letter["pseudonym"], letter["sealed"])
    assert services.learners.count(EVERYTHING) == 1


def test_an_erased_person_is_gone_and_the_log_still_verifies(services: LedgerServices) -> None:
    learner = take_down(services, "欧阳海燕", known_by(resident(1)), phone="13800138000")
    other = take_down(services, "罗建国", known_by(resident(2)))
    for each in (learner, other):
        complete(services, each)
    services.people.consents.record(learner, "paper", "bureau")
    services.people.looks.note(BUREAU, "search", found=1, asked="欧阳")
    gone = services.people.erasing.erase(learner, records=True)
    assert gone == 3
    assert services.learners.find(learner, EVERYTHING) is None
    assert services.completions.count(EVERYTHING) == (1, 1)
    assert services.people.own_data.of(learner, EVERYTHING) is None
    looks, _ = services.people.looks.page(0, 10)
    assert [each.asked for each in looks] == [""]
    assert verify(services.database, services.checkpoints.key).good


def test_erasing_the_name_alone_keeps_what_was_done(services: LedgerServices) -> None:
    learner = take_down(services, "欧阳海燕", known_by(resident(1)))
    complete(services, learner)
    assert services.people.erasing.erase(learner, records=False) == 0
    assert services.completions.count(EVERYTHING) == (1, 1)
    assert services.learners.search("欧阳", EVERYTHING) == set()


def test_an_officer_sees_the_people_of_their_companies_alone(services: LedgerServices) -> None:
    employers = services.people.employers
    own, other = employers.add(company()), employers.add(company("锦江商贸有限公司", 2, "F"))
    with services.database.writing() as connection:
        mine = services.learners.take_down(connection, Particulars("罗建国", known_by(resident(1))), own)
        theirs = services.learners.take_down(connection, Particulars("马超", known_by(resident(2))), other)
    for each in (mine, theirs):
        complete(services, each)
    sight = sight_of(User("officer", "officer", (company().credit_code,)))
    assert services.learners.may_see(mine, sight)
    assert not services.learners.may_see(theirs, sight)
    assert [each.learner for each in services.completions.by_learner(None, 0, 10, sight)[0]] == [mine]
    assert services.completions.count(sight) == (1, 1)
    assert list(employers.names(sight)) == [own]
    assert employers.find(other, sight) is None
    assert services.learners.may_see(theirs, sight_of(BUREAU))


def test_after_a_change_of_keys_the_old_one_is_not_needed(services: LedgerServices) -> None:
    learner = take_down(services, "罗建国", known_by(resident(1)), phone="13800138000")
    take_down(services, "Luo", check_document("passport", "E12345678"))
    services.people.merging.merge(learner, services.learners.search("Luo", EVERYTHING).pop(), "bureau")
    services.people.looks.note(BUREAU, "search", found=1, asked="罗")
    folder = services.settings.data
    keyring = Keyring(KeyFiles(folder))
    assert keyring.renew() == 2
    assert encrypt_again(services.database, keyring) == 5
    assert encrypt_again(services.database, keyring) == 0
    (folder / "at-rest.key").rename(folder / "put-away.key")
    again = LedgerServices(services.settings, services.clock)
    assert again.learners.find(learner, EVERYTHING).name == "罗建国"
    assert len(again.people.own_data.of(learner, EVERYTHING)["person"]["documents"]) == 2
    assert again.people.looks.page(0, 1)[0][0].asked == "罗"
    again.close()
    with pytest.raises(KeyFileWrong):
        Keyring(KeyFiles(folder)).decrypt(b"\x01" + bytes(40), "anything under the first key")


def test_nothing_personal_lies_open_in_the_file(services: LedgerServices) -> None:
    learner = take_down(services, "欧阳海燕", known_by(resident(1)), phone="13800138000")
    services.people.looks.note(BUREAU, "search", learner, found=1, asked="欧阳")
    with services.database.reading() as connection:
        rows = [row for table in tables.sorted_tables for row in connection.execute(select(table)).all()]
    everything = str(rows)
    for secret in ("欧阳", resident(1), "13800138000"):
        assert secret not in everything
        assert secret.encode() not in b"".join(value for row in rows for value in row if isinstance(value, bytes))
    assert learner in everything


def test_a_merge_that_was_wrong_is_undone(services: LedgerServices, clock: ManualClock) -> None:
    company_of_other = services.people.employers.add(company())
    kept = take_down(services, "林志远", known_by(resident(1)))
    other = take_down(services, "林志源", known_by(resident(2)), phone="13800138000")
    with services.database.writing() as connection:
        said = Particulars("林志源", known_by(resident(2)))
        assert services.learners.take_down(connection, said, company_of_other) == other
    services.people.consents.record(kept, "paper", "bureau")
    services.people.consents.record(other, "phone", "bureau")
    shared, own = (order_with(services, company_of_other, people) for people in ((kept, other), (other,)))
    for learner, times in ((kept, 1), (other, 2)):
        for _ in range(times):
            complete(services, learner)
    services.people.merging.merge(kept, other, "bureau")
    assert [(each.alias, each.name, each.made_by) for each in services.people.parting.merged(kept)] == [
        (other, "林志源", "bureau")
    ]
    complete(services, other)
    assert services.people.parting.part(other) == kept
    found = services.learners.find(other, EVERYTHING)
    assert (found.name, found.employer, found.masked_phone) == ("林志源", company_of_other, "138****8000")
    for learner, done, consents, orders in ((kept, 1, 1, {shared}), (other, 3, 1, {shared, own})):
        assert len(services.completions.of_learner(learner, EVERYTHING)) == done
        assert len(services.people.consents.of_learner(learner)) == consents
        assert {each.id for each in services.people.orders.of_learner(learner)} == orders
    assert services.people.parting.merged(kept) == []
    assert recount(services.database).good, "the sums of supervision followed"
    assert verify(services.database, services.checkpoints.key).good
    with pytest.raises(NoSuchLearner):
        services.people.parting.part(other)


def test_a_corrected_number_is_no_merge(services: LedgerServices) -> None:
    wrong = take_down(services, "何莉", known_by(resident(1)))
    right = services.people.merging.correct(wrong, Particulars("何莉", known_by(resident(2))), "bureau")
    assert services.people.parting.merged(right) == []
    with pytest.raises(NoSuchLearner):
        services.people.parting.part(wrong)


def order_with(services: LedgerServices, employer: str, people: tuple[str, ...]) -> str:
    """An order with these people on its roster."""
    scenario = "urn:qianche:scenario:electrocution-temporary-power"
    order = services.people.orders.add(employer, date(2026, 11, 22), "厂门", [scenario], "bureau", EVERYTHING)
    with services.database.writing() as connection:
        for learner in people:
            connection.execute(insert(order_people).values(order_id=order, learner=learner, added_us=1))
    return order
