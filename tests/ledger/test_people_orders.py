"""Orders: rosters from Excel with what is wrong in them, who came, the van's file, and the year's plan."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from common.clock import ManualClock
from common.sealing import read_key
from kiosk.people import People
from kiosk.roster import enrol_roster
from kiosk.settings import Secrets
from kiosk.store import Store
from ledger.people.orders import Order, OrderWrong
from ledger.people.roster_file import MAX_PEOPLE, RosterWrong, read_roster, said_of
from ledger.people.roster_forms import empty_roster, faulty_rows
from ledger.people.sight import EVERYTHING, NOTHING
from ledger.people.van_roster import van_roster
from ledger.people.visits import Targets, VisitFacts, VisitWrong
from ledger.services import LedgerServices
from tests.ledger.rosters import TITLES, company, resident, workbook
from tests.ledger.sent import completion

DAY = date(2026, 11, 22)
SCENARIO = "urn:qianche:scenario:electrocution-temporary-power"


@pytest.fixture
def order(services: LedgerServices) -> Order:
    employer = services.people.employers.add(company())
    key = services.people.orders.add(employer, DAY, "三号车间门口", [SCENARIO], "bureau", EVERYTHING)
    return services.people.orders.find(key, EVERYTHING)


def imported(services: LedgerServices, order: Order, *rows: tuple[object, ...]) -> tuple[int, int, list[tuple]]:
    entries, faults = read_roster(workbook(rows), DAY)
    outcome = services.people.orders.add_roster(order, entries, "bureau")
    return outcome.added, outcome.known, [(each.row, each.column) for each in (*faults, *outcome.faults)]


def test_each_fault_says_row_column_and_what_to_do() -> None:
    rows = [
        ("罗建国", "", resident(1), "焊工", "138 0013 8000"),
        ("", "", resident(2), "", ""),
        ("何莉", "驾驶证", resident(3), "", ""),
        ("马超", "", 510107199002140033, "", ""),
        (None, None, None, None, None),
        ("赵云", "", resident(1), "", ""),
        ("黄忠", "", "", "", ""),
        ("关平", "护照", "E1-2", "", ""),
        ("周仓", "", resident(4), "电" * 41, ""),
        ("廖化", "", resident(5), "", "12345"),
        ("Maria", "passport", "AB1234567", "", 13800138001.0),
    ]
    entries, faults = read_roster(workbook(rows), DAY)
    assert [(each.row, each.said.name, each.said.phone) for each in entries] == [
        (2, "罗建国", "13800138000"),
        (12, "Maria", "13800138001"),
    ]
    said = {each.row: (each.column, said_of(each, "zh")["why"]) for each in faults}
    assert {row: column for row, (column, _) in said.items()} == {
        3: "name", 4: "document", 5: "number", 7: "number", 8: "number", 9: "number", 10: "trade", 11: "phone",
    }  # fmt: skip
    assert "设为“文本”" in said[5][1]
    assert "与第 2 行是同一个证件号码" in said[7][1]
    assert all(said_of(each, "en")["why"].isascii() for each in faults if each.row != 4)


def test_titles_may_stand_lower_in_another_order_and_with_stars() -> None:
    rows = [("蓉城钢构有限公司名册", None, None), ("身份证号码*", "序号", "姓名 *"), (resident(1), 1, "罗建国")]
    entries, faults = read_roster(workbook(rows[1:], rows[0]), DAY)
    assert [(each.row, each.said.name) for each in entries] == [(3, "罗建国")]
    assert faults == []


def test_files_that_are_no_rosters_are_refused_with_a_reason() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 90_000_000)
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    for content, key in (
        (b"name,number\n", "not_excel"),
        (empty.getvalue(), "not_excel"),
        (bomb.getvalue(), "too_big"),
        (bytes(6_000_000), "too_big"),
        (workbook([("罗建国", resident(1))], ("谁", "什么")), "columns"),
        (workbook([("a", "", "b")] * (MAX_PEOPLE + 1)), "too_long"),
    ):
        with pytest.raises(RosterWrong) as fault:
            read_roster(content, DAY)
        assert fault.value.key == f"people.roster.{key}"


def test_the_empty_roster_and_the_faulty_rows_come_back_as_they_went() -> None:
    assert read_roster(empty_roster("zh"), DAY) == ([], [])
    sheet = load_workbook(io.BytesIO(empty_roster("en"))).active
    assert sheet.column_dimensions["C"].number_format == "@", "Excel must not make numbers of the numbers"
    _, faults = read_roster(workbook([("=HYPERLINK(1)", "", resident(1)[:-1] + "*", "", "")], TITLES), DAY)
    sent_back = faulty_rows(faults, "zh")
    assert [cell.data_type for cell in load_workbook(io.BytesIO(sent_back)).active[2]][0] != "f"
    _, again = read_roster(sent_back, DAY)
    assert [(each.row, each.column, each.cells["number"]) for each in again] == [
        (2, each.column, each.cells["number"]) for each in faults
    ]


def test_good_rows_stay_and_a_second_import_adds_only_what_is_new(
    services: LedgerServices, order: Order, clock: ManualClock
) -> None:
    bad = resident(2)[:-1] + ("0" if resident(2)[-1] != "0" else "1")
    assert imported(services, order, ("罗建国", "", resident(1), "", ""), ("何莉", "", bad, "", "")) == (
        1, 0, [(3, "number")],
    )  # fmt: skip
    clock.wind(60)
    again = imported(services, order, ("罗建国", "", resident(1), "", ""), ("何莉", "", resident(2), "", ""))
    assert again == (1, 1, [])
    other = imported(services, order, ("罗建设", "", resident(1), "", ""))
    assert other == (0, 0, [(2, "number")]), "known under another name"
    people = services.people.orders.people(order)
    assert [services.learners.find(each.learner, EVERYTHING).name for each in people] == ["罗建国", "何莉"]
    assert services.people.employers.find(order.employer, EVERYTHING).enrolled == 2
    consents = services.people.consents.of_learner(people[0].learner)
    assert [each.source for each in consents] == ["roster"]


def test_who_came_and_the_plan_of_the_year(services: LedgerServices, order: Order, clock: ManualClock) -> None:
    imported(services, order, ("罗建国", "", resident(1), "", ""), ("何莉", "", resident(2), "", ""))
    first, second = (each.learner for each in services.people.orders.people(order))
    key, secret = services.credentials.add("van", "all")
    client = services.credentials.verify(key, secret)
    assert services.people.visits.progress(EVERYTHING).companies == 0
    services.statements.take(completion(learner=first, ended="2026-11-22T03:00:00Z"), client, "1.0.3")
    services.statements.take(completion(learner=second, ended="2026-11-21T15:59:59Z"), client, "1.0.3")
    found = services.people.orders.find(order.id, EVERYTHING)
    assert (found.people, found.came) == (2, 1), "the day before, Beijing time, is not the day"
    assert [(each.completed, each.passed) for each in services.people.orders.people(order)] == [(1, 1), (0, 0)]
    services.people.visits.add(VisitFacts("school", DAY, "簇桥小学", "武侯区", 85), "bureau")
    services.people.visits.add(VisitFacts("school", date(2026, 12, 1), "第二小学", "武侯区", 60), "bureau")
    progress = services.people.visits.progress(EVERYTHING)
    assert (progress.people, progress.visits, progress.companies) == (2, 1, 1)
    assert progress.visits_by_kind["school"] == 1
    assert progress.targets == Targets(15_000, 20, 40)
    services.people.visits.set_targets(2026, Targets(100, 2, 3))
    assert services.people.visits.progress(EVERYTHING).targets.people == 100
    with pytest.raises(VisitWrong):
        services.people.visits.set_targets(2026, Targets(0, 2, 3))


def test_orders_are_numbered_by_year_and_need_a_company_and_a_plan(services: LedgerServices, order: Order) -> None:
    orders = services.people.orders
    assert order.number == "2026-00001"
    for day, number in ((DAY, "2026-00002"), (date(2027, 1, 5), "2027-00001")):
        made = orders.add(order.employer, day, "厂门", [SCENARIO], "bureau", EVERYTHING)
        assert orders.find(made, EVERYTHING).number == number
    for employer, plan in ((order.employer, []), ("nobody", [SCENARIO])):
        with pytest.raises(OrderWrong):
            orders.add(employer, DAY, "厂门", plan, "bureau", EVERYTHING)
    orders.set_state(order.id, "done")
    assert [each.number for each in orders.page(0, 10, state="done", sight=EVERYTHING)[0]] == ["2026-00001"]
    assert orders.page(0, 10, text="蓉城", sight=EVERYTHING)[1] == 3


def test_a_van_reads_an_orders_roster(services: LedgerServices, order: Order, tmp_path: Path) -> None:
    imported(
        services,
        order,
        ("罗建国", "", resident(1), "", ""),
        ("Maria", "护照", "AB1234567", "", ""),
    )
    content, left_out = van_roster(services.database, services.learners, order)
    assert left_out == 1
    settings = services.settings
    secrets = Secrets(
        pseudonym=read_key(settings.pseudonym_key),
        ledger_public=read_key(settings.sealing_public_key),
        at_rest=bytes(32),
    )
    met = enrol_roster(content.encode("utf-8"), People(Store(tmp_path / "van.sqlite"), secrets))
    assert [each.pseudonym for each in met] == [services.people.orders.people(order)[0].learner]


def test_someone_is_taken_off_before_the_visit_and_can_come_back(services: LedgerServices, order: Order) -> None:
    rows = (("罗建国", "", resident(1), "", ""), ("何莉", "", resident(2), "", ""))
    imported(services, order, *rows)
    first, second = (each.learner for each in services.people.orders.people(order))
    services.people.orders.take_off(order.id, first, EVERYTHING)
    assert [each.learner for each in services.people.orders.people(order)] == [second]
    assert services.learners.find(first, EVERYTHING).name == "罗建国", "the record stays"
    assert imported(services, order, *rows) == (1, 1, [])
    client = services.credentials.verify(*services.credentials.add("van", "all"))
    services.statements.take(completion(learner=second, ended="2026-11-22T03:00:00Z"), client, "1.0.3")
    with pytest.raises(OrderWrong, match="came that day"):
        services.people.orders.take_off(order.id, second, EVERYTHING)
    with pytest.raises(OrderWrong, match="planned"):
        services.people.orders.take_off(order.id, first, NOTHING)
    services.people.orders.set_state(order.id, "done")
    with pytest.raises(OrderWrong, match="planned"):
        services.people.orders.take_off(order.id, first, EVERYTHING)
    assert len(services.people.orders.people(order)) == 2
