"""Supervision's figures: true to the completions whatever becomes of these, and only of whom one may see."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import select, update

from common.moments import from_us
from common.web.accounts import User
from ledger import tables
from ledger.people.documents import Document
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING, Sight, sight_of
from ledger.services import LedgerServices
from ledger.supervision.asked import Asked, AskedWrong, read_asked
from ledger.supervision.hazard_outcomes import EXTENSION, outcomes_in
from ledger.supervision.recount import recount
from ledger.supervision.tables import training_sums
from ledger.xapi.statement import VOIDED
from tests.ledger.rosters import resident
from tests.ledger.sent import statement
from tests.ledger.trained import FALL, PRESS, VAN, session, take, take_down_company, take_down_person

YEAR = Asked(period="2026")


@pytest.fixture
def city(services: LedgerServices) -> dict[str, str]:
    """Two companies in two districts, three people with one, one with the other, and one with none."""
    ids = {
        "steel": take_down_company(services, "蓉城钢构有限公司", 1, "C", "武侯区"),
        "hotel": take_down_company(services, "锦江酒店有限公司", 2, "H", "锦江区"),
        "idle": take_down_company(services, "华川建设有限公司", 3, "E", "锦江区"),
    }
    ids |= {name: take_down_person(services, name, k, ids["steel"]) for k, name in enumerate(("甲", "乙", "丙"), 1)}
    ids["丁"] = take_down_person(services, "丁", 4, ids["hotel"])
    ids["戊"] = take_down_person(services, "戊", 5, None)
    take(
        services,
        session(ids["甲"], PRESS, "2026-03-02T02:00:00Z", hazards={"h1": "missed", "h2": "found"}),
        session(ids["甲"], FALL, "2026-05-02T02:00:00Z", passed=False),
        session(ids["乙"], PRESS, "2026-05-31T17:00:00Z", hazards={"h1": "missed", "h2": "wrong_reason"}),
        session(ids["丁"], PRESS, "2026-05-04T02:00:00Z", passed=False, hazards={"h1": "found", "h2": "not_shown"}),
        session(ids["戊"], FALL, "2025-12-31T15:59:59Z"),
        session(ids["戊"], FALL, "2025-12-31T16:00:00Z"),
        session("anonymous", FALL, "2026-05-05T02:00:00Z"),
        session("anonymous", FALL, "2026-05-05T02:10:00Z"),
    )
    return ids


def shown(services: LedgerServices, dimension: str, asked: Asked, sight: Sight = EVERYTHING) -> dict[str, tuple]:
    found = services.supervision.figures.by(dimension, asked, sight)
    return {each.key: (each.people, each.completions, each.passed) for each in found}


def test_figures_by_everything_there_is(services: LedgerServices, city: dict[str, str]) -> None:
    total = services.supervision.figures.total(YEAR, EVERYTHING)
    assert (total.people, total.completions, total.companies) == (4, 7, 2), "who nobody checked in for is no person"
    assert (total.passed, total.passers, total.pass_rate) == (5, 3, pytest.approx(5 / 7))
    assert total.hours == pytest.approx(0.7)
    assert shown(services, "district", YEAR) == {"武侯区": (2, 3, 2), "锦江区": (1, 1, 0)}
    assert shown(services, "industry", YEAR) == {"C": (2, 3, 2), "H": (1, 1, 0), "E": (0, 0, 0)}
    assert shown(services, "scenario", YEAR) == {PRESS: (3, 3, 2), FALL: (2, 4, 3)}
    # The last second of May in Beijing is still June's to nobody: 17:00 in Greenwich is one o'clock on 1 June.
    assert shown(services, "month", YEAR) == {
        "2026-01": (1, 1, 1), "2026-03": (1, 1, 1), "2026-05": (2, 4, 2), "2026-06": (1, 1, 1),
    }  # fmt: skip
    newcomers = {each.key: each.newcomers for each in services.supervision.figures.by("month", YEAR, EVERYTHING)}
    assert newcomers == {"2026-01": 1, "2026-03": 1, "2026-05": 1, "2026-06": 1}, "together the year's people"
    by_name = {each.name: each for each in services.supervision.figures.companies(YEAR, EVERYTHING, None, 10)}
    assert list(by_name) == ["蓉城钢构有限公司", "锦江酒店有限公司", "", "华川建设有限公司"], (
        "who trained nobody is last"
    )
    assert by_name["蓉城钢构有限公司"].figure.coverage == pytest.approx(0.02)
    assert by_name[""].figure.people == 1


def test_people_and_completions_behind_a_figure(services: LedgerServices, city: dict[str, str]) -> None:
    records = services.supervision.records
    steel = YEAR.but(employer=city["steel"])
    assert [each.learner for each in records.people(steel, EVERYTHING, None, 10)] == [city["乙"], city["甲"]]
    first = records.people(YEAR, EVERYTHING, None, 2)
    rest = records.people(YEAR, EVERYTHING, first[-1].last, 10)
    everyone = [each.learner for each in (*first, *rest)]
    assert everyone == [city["乙"], "anonymous", city["丁"], city["甲"], city["戊"]], "each once, the last first"
    failed = records.completions(YEAR.but(verdict="failed"), EVERYTHING, None, 10)
    assert [(each.completion.learner, each.employer_name) for each in failed] == [
        (city["丁"], "锦江酒店有限公司"), (city["甲"], "蓉城钢构有限公司"),
    ]  # fmt: skip
    missed = records.people(YEAR.but(scenario=PRESS, hazard="h1"), EVERYTHING, None, 10)
    assert {each.learner for each in missed} == {city["甲"], city["乙"]}
    one = records.people(YEAR.but(learner=city["甲"]), EVERYTHING, None, 10)
    assert [(each.completions, each.passed) for each in one] == [(2, 1)]


def test_the_hazards_that_are_missed(services: LedgerServices, city: dict[str, str]) -> None:
    found = services.supervision.hazards.missed(YEAR, EVERYTHING)
    assert [(each.hazard, each.shown, each.missed, each.misjudged) for each in found] == [
        ("h1", 3, 2, 0), ("h2", 2, 0, 1),
    ]  # fmt: skip
    assert found[0].name == {"zh": "光栅被短接", "en": "light curtain bridged"}
    assert services.supervision.hazards.missed(YEAR.but(district="锦江区"), EVERYTHING)[0].missed == 0


def test_whoever_sees_a_part_sees_figures_of_that_part(services: LedgerServices, city: dict[str, str]) -> None:
    district = sight_of(User("wuhou", "district", ("武侯区",)))
    assert services.supervision.figures.total(YEAR, district).people == 2
    assert shown(services, "industry", YEAR, district) == {"C": (2, 3, 2)}
    assert services.supervision.figures.districts(district) == ["武侯区"]
    assert [each.name for each in services.supervision.figures.companies(YEAR, district, None, 10)] == [
        "蓉城钢构有限公司"
    ]
    assert {each.employer for each in services.supervision.records.people(YEAR, district, None, 10)} == {city["steel"]}
    assert services.supervision.hazards.missed(YEAR.but(employer=city["hotel"]), district) == []
    nobody = sight_of(User("new", "officer"))
    assert services.supervision.figures.total(Asked(), nobody).completions == 0
    done = services.supervision.records.completions(YEAR.but(employer=city["hotel"]), EVERYTHING, None, 1)[0].completion
    assert services.supervision.evidence.completion(done.id, EVERYTHING) == done
    assert services.supervision.evidence.completion(done.id, district) is None


def test_sums_follow_whatever_becomes_of_people(services: LedgerServices, city: dict[str, str]) -> None:
    """Moved, merged, corrected, erased, taken back: counting anew never finds a difference."""

    def people_of(name: str) -> int:
        return services.supervision.figures.total(YEAR.but(employer=city[name]), EVERYTHING).people

    take_down_person(services, "甲", 1, city["hotel"])
    assert (people_of("steel"), people_of("hotel")) == (1, 2)
    assert recount(services.database).good
    services.people.merging.merge(city["甲"], city["丁"], "bureau")
    assert people_of("hotel") == 1
    services.people.merging.correct(city["乙"], Particulars("乙", Document("resident_id", resident(9))), "bureau")
    assert people_of("steel") == 1
    assert recount(services.database).good
    said = session(city["丙"], FALL, "2026-06-01T02:00:00Z")
    take(services, said)
    assert people_of("steel") == 2
    for each in said:
        void = statement("voided", object={"objectType": "StatementRef", "id": each["id"]})
        services.statements.take([void | {"verb": {"id": VOIDED}}], VAN, "1.0.3")
    assert people_of("steel") == 1
    assert recount(services.database).good
    services.people.erasing.erase(city["戊"], records=True)
    services.people.erasing.erase(city["甲"], records=False)
    assert people_of("hotel") == 0
    assert services.supervision.figures.total(YEAR.but(employer="none"), EVERYTHING).people == 1
    assert recount(services.database).good


def test_a_recount_names_and_mends_what_differs(services: LedgerServices, city: dict[str, str]) -> None:
    sums = training_sums
    with services.database.writing() as connection:
        connection.execute(update(sums).where(sums.c.period == "2026", sums.c.scenario == PRESS).values(people=99))
        connection.execute(update(tables.completions).filter_by(learner=city["丁"]).values(employer=city["steel"]))
    found = recount(services.database)
    assert (found.good, found.completions, found.other_employer) == (False, 8, 1)
    assert found.differing >= 2
    assert recount(services.database).good
    assert shown(services, "scenario", YEAR)[PRESS] == (3, 3, 2)


def test_sums_hold_whatever_the_order_of_arrival(services: LedgerServices) -> None:
    """Sessions of a few people over two years, in any order, singly and together: never a difference, never a trace."""
    rng = random.Random(20261122)
    people = [take_down_person(services, f"学员{k}", k, None) for k in range(1, 5)]
    said = [
        session(
            rng.choice(people),
            rng.choice((PRESS, FALL)),
            from_us(rng.randrange(1_735_689_600, 1_798_761_600) * 1_000_000).isoformat(),
            passed=rng.random() < 0.5,
            hazards={"h1": rng.choice(("missed", "found", "taken_away"))},
        )
        for _ in range(24)
    ]
    take(services, *said[:8])
    for each in said[8:]:
        rng.shuffle(each)
        for part in each:
            take(services, [part])
    assert recount(services.database) == recount(services.database)
    assert recount(services.database).good
    for learner in people:
        services.people.erasing.erase(learner, records=True)
    with services.database.reading() as connection:
        assert connection.execute(select(training_sums)).all() == [], "rows that came down to nothing are gone"


@pytest.mark.parametrize(
    "told",
    [
        "missed",
        [],
        {"h": "missed"},
        {"h": {"status": "lost"}},
        {"h" * 61: {"status": "missed"}},
        {'h":"missed': {"status": "missed"}},
        {f"h{k}": {"status": "missed"} for k in range(21)},
    ],
)
def test_reports_of_hazards_that_are_none_are_left_out(told: object) -> None:
    assert outcomes_in([{"result": {"extensions": {EXTENSION: told}}}]) == []


def test_a_hazard_without_a_proper_name_is_known_by_its_id() -> None:
    told = {"h1": {"status": "missed", "name": 3}, "h2": {"status": "found", "name": {"zh-CN": "\x00" * 3, "en": 5}}}
    found = outcomes_in([{"result": {"extensions": {EXTENSION: told}}}])
    assert [(each.hazard, each.name_zh, each.name_en) for each in found] == [("h1", "h1", "h1"), ("h2", "h2", "h2")]


def test_what_is_asked_for_stands_in_the_address_and_comes_back() -> None:
    asked = Asked(period="2026-02", district="武侯区", scenario=PRESS, hazard="h1")
    query = dict(part.split("=") for part in asked.query(district="").split("&"))
    assert query["period"] == "2026-02"
    assert "district" not in query
    assert read_asked({"period": "2026-02", "scenario": PRESS, "hazard": "h1"}, 2027) == asked.but(district="")
    assert read_asked({}, 2027).period == "2027"
    assert read_asked({"period": "all"}, 2027).span_us() is None
    first, last = (from_us(each) for each in asked.span_us())
    assert (first.isoformat(), last.isoformat()) == ("2026-01-31T16:00:00+00:00", "2026-02-28T15:59:59.999999+00:00")
    for wrong in ({"period": "2026-13"}, {"period": "26"}, {"industry": "Z"}, {"verdict": "maybe"}):
        with pytest.raises(AskedWrong):
            read_asked(wrong, 2026)
