"""What a head of bureau should look at first, each with a sentence and the way to its names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from ledger.people.days import today
from ledger.people.tables import orders
from ledger.supervision.asked import NO_EMPLOYER, Asked
from ledger.supervision.sheets import Question

if TYPE_CHECKING:
    from ledger.services import LedgerServices

LOW_PASS_RATE, MISSED_RATE = 0.6, 0.5
MANY = 20
"""Rates over fewer completions say little."""
BEHIND = 0.95
"""Of what would be on time: less is behind."""
_MOST_NAMED = 6
_MOST_RATES = 2


@dataclass(frozen=True)
class Concern:
    """One thing to look at: a sentence and where it leads."""

    said: str
    href: str


@dataclass(frozen=True)
class Pace:
    """How much of a year's target would be on time, and how much is there."""

    target: int
    due: int
    done: int

    @property
    def behind(self) -> int:
        """How many are missing; 0 where that is within a few hundredths of what is due."""
        return 0 if self.done >= self.due * BEHIND else self.due - self.done


def pace(target: int, done: int, year: int, day: date) -> Pace:
    """The pace of a target on a day, spread evenly over the days of the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    passed = min(max((day - first).days + 1, 0), (last - first).days + 1)
    return Pace(target, round(target * passed / ((last - first).days + 1)), done)


def concerns(services: LedgerServices, question: Question) -> list[Concern]:
    """What needs attention in the period that was asked for, the gravest first."""
    asked = question.asked
    found = [*_gaps(services, question), *_overdue(services, question)]
    found += [*_low_rates(services, question), *_missed(services, question), *_districts(services, question)]
    nowhere = services.supervision.figures.total(asked.but(employer=NO_EMPLOYER), question.sight)
    if nowhere.people:
        said = question.say("supervision.attention.no_company", people=f"{nowhere.people:,}")
        found.append(Concern(said, _people(asked.but(employer=NO_EMPLOYER))))
    return found


def _gaps(services: LedgerServices, question: Question) -> Iterator[Concern]:
    count = services.supervision.counts.how_many(question.asked, question.sight, untrained=True)
    if count:
        said = question.say("supervision.attention.gaps", count=count)
        yield Concern(said, f"/ledger/supervision/risks?{question.asked.query()}")


def _overdue(services: LedgerServices, question: Question) -> Iterator[Concern]:
    columns = orders.c
    query = select(func.count()).select_from(orders)
    query = query.where(columns.state == "planned", columns.day < today(services.clock.now()).isoformat())
    query = query.where(columns.day.startswith(question.asked.period, autoescape=True))
    with services.database.reading() as connection:
        count = connection.scalar(query.where(question.sight.employer(columns.employer))) or 0
    if count:
        yield Concern(question.say("supervision.attention.overdue", count=count), "/ledger/orders")


def _low_rates(services: LedgerServices, question: Question) -> Iterator[Concern]:
    rated = services.supervision.figures.by("scenario", question.asked, question.sight)
    low = [(each.pass_rate, each) for each in rated if each.judged >= MANY and each.pass_rate < LOW_PASS_RATE]
    titles = services.plannable() if low else {}
    for rate, each in sorted(low, key=lambda pair: pair[0])[:_MOST_RATES]:
        name = titles.get(each.key, {}).get(question.lang, each.key)
        said = {"name": name, "rate": f"{rate:.0%}", "judged": f"{each.judged:,}"}
        wanted = question.asked.but(scenario=each.key, verdict="failed")
        yield Concern(question.say("supervision.attention.scenario", **said), _people(wanted))


def _missed(services: LedgerServices, question: Question) -> Iterator[Concern]:
    missed = services.supervision.hazards.missed(question.asked, question.sight)
    many = [each for each in missed if each.shown >= MANY and each.missed_rate >= MISSED_RATE]
    titles = services.plannable() if many else {}
    for each in many[:_MOST_RATES]:
        scenario = titles.get(each.scenario, {}).get(question.lang, each.scenario)
        said = {"scenario": scenario, "name": each.name[question.lang], "rate": f"{each.missed_rate:.0%}"}
        wanted = question.asked.but(scenario=each.scenario, hazard=each.hazard)
        yield Concern(question.say("supervision.attention.hazard", **said), _people(wanted))


def _districts(services: LedgerServices, question: Question) -> Iterator[Concern]:
    known = services.supervision.figures.by("district", question.asked, question.sight)
    without = sorted(each.key for each in known if not each.people)
    if without and len(without) < len(known):
        joint = "、" if question.lang == "zh" else ", "
        names = joint.join(without[:_MOST_NAMED]) + ("…" if len(without) > _MOST_NAMED else "")
        said = question.say("supervision.attention.district", count=len(without), names=names)
        yield Concern(said, f"/ledger/supervision/figures?by=district&{question.asked.query()}")


def _people(asked: Asked) -> str:
    return f"/ledger/supervision/people?{asked.query()}"
