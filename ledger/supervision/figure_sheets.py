"""The tables of figures: by month, district, industry, scenario and company, hazards, and companies at risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.supervision.asked import NO_EMPLOYER, Asked
from ledger.supervision.company_counts import Incident
from ledger.supervision.figures import CompanyFigure, Dimension, Figure
from ledger.supervision.sheets import After, Field, Question, Row, Sheet, keyed, whole

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_DONE = (
    Field("people", "supervision.field.people", "count"),
    Field("completions", "supervision.field.completions", "count"),
    Field("pass_rate", "supervision.field.pass_rate", "share"),
    Field("hours", "supervision.field.hours", "hours"),
)
_PLACES = (
    Field("companies", "supervision.field.companies", "count"),
    Field("companies_all", "supervision.field.companies_all", "count"),
    Field("insured", "supervision.field.insured", "count"),
    Field("coverage", "supervision.field.coverage", "share"),
)
_COMPANY = (
    Field("name", "supervision.field.company", "link"),
    Field("district", "supervision.field.district"),
    Field("industry", "supervision.field.industry"),
)
_OF: dict[Dimension, tuple[Field, ...]] = {
    "month": (
        Field("name", "supervision.field.month", "link"),
        Field("newcomers", "supervision.field.newcomers", "count"),
        *_DONE,
    ),
    "district": (Field("name", "supervision.field.district", "link"), *_DONE, *_PLACES),
    "industry": (Field("name", "supervision.field.industry", "link"), *_DONE, *_PLACES),
    "scenario": (
        Field("name", "supervision.field.scenario", "link"),
        *_DONE,
        Field("companies", "supervision.field.companies", "count"),
    ),
}
PEOPLE, COMPANIES = "/ledger/supervision/people", "/ledger/supervision/companies"


def sheets(services: LedgerServices) -> list[Sheet]:
    """These tables of one ledger."""
    return [
        *(_by(services, dimension) for dimension in _OF),
        _companies(services),
        _hazards(services),
        _incidents(services, "gaps", untrained=True),
        _incidents(services, "incidents", untrained=False),
    ]


def _by(services: LedgerServices, dimension: Dimension) -> Sheet:
    def fetch(question: Question, after: After, limit: int) -> tuple[list[Row], After]:
        titles = services.plannable() if dimension == "scenario" else {}
        found = services.supervision.figures.by(dimension, question.asked, question.sight)
        rows = []
        for each in found:
            name = _named(question, dimension, each.key, titles)
            rows.append(_figures(each) | {"id": each.key, "name": name, "href": _down(question.asked, dimension, each)})
        return whole(rows, after, limit)

    return Sheet(dimension, _OF[dimension], fetch)


def _named(question: Question, dimension: Dimension, key: str, titles: dict[str, dict[str, str]]) -> str:
    if dimension == "industry":
        return question.say(f"people.industry.{key}")
    if dimension == "scenario":
        return titles[key][question.lang] if key in titles else key
    return key


def _down(asked: Asked, dimension: Dimension, figure: Figure) -> str:
    """Where a figure leads: to the companies of a place, else to the people."""
    if dimension in ("district", "industry"):
        return f"{COMPANIES}?{asked.query(**{dimension: figure.key})}"
    return f"{PEOPLE}?{asked.query(**{'period' if dimension == 'month' else dimension: figure.key})}"


def _companies(services: LedgerServices) -> Sheet:
    def fetch(question: Question, after: After, limit: int) -> tuple[list[Row], After]:
        found = services.supervision.figures.companies(question.asked, question.sight, after, limit)
        keys = [(each.figure.people, each.figure.key) for each in found]
        return keyed([_company(question, each) for each in found], keys, limit)

    fields = (*_COMPANY, Field("insured", "supervision.field.insured", "count"), *_DONE, _PLACES[-1])
    return Sheet("companies", fields, fetch)


def _company(question: Question, company: CompanyFigure) -> Row:
    figure, known = company.figure, company.figure.key != NO_EMPLOYER
    return _figures(figure) | {
        "id": figure.key,
        "href": f"{PEOPLE}?{question.asked.query(employer=figure.key)}",
        "name": company.name if known else question.say("supervision.no_company"),
        "district": company.district,
        "industry": question.say(f"people.industry.{company.industry}") if known else "",
        "insured": figure.insured if known else None,
    }


def _hazards(services: LedgerServices) -> Sheet:
    def fetch(question: Question, after: After, limit: int) -> tuple[list[Row], After]:
        titles = services.plannable()
        rows = [
            {
                "id": f"{each.scenario} {each.hazard}",
                "href": f"{PEOPLE}?{question.asked.query(scenario=each.scenario, hazard=each.hazard)}",
                "hazard": each.name[question.lang],
                "scenario": titles[each.scenario][question.lang] if each.scenario in titles else each.scenario,
                "missed_rate": each.missed_rate,
                "missed": each.missed,
                "misjudged": each.misjudged,
                "shown": each.shown,
            }
            for each in services.supervision.hazards.missed(question.asked, question.sight)
        ]
        return whole(rows, after, limit)

    fields = (
        Field("hazard", "supervision.field.hazard", "link"),
        Field("scenario", "supervision.field.scenario"),
        Field("missed_rate", "supervision.field.missed_rate", "share"),
        Field("missed", "supervision.field.missed", "count"),
        Field("misjudged", "supervision.field.misjudged", "count"),
        Field("shown", "supervision.field.shown", "count"),
    )
    return Sheet("hazards", fields, fetch)


def _incidents(services: LedgerServices, name: str, *, untrained: bool) -> Sheet:
    def fetch(question: Question, after: After, limit: int) -> tuple[list[Row], After]:
        counts = services.supervision.counts
        found = counts.incidents(question.asked, question.sight, after, limit, untrained=untrained)
        return keyed([_incident(question, each) for each in found], [each.key for each in found], limit)

    fields = (
        *_COMPANY,
        Field("insured", "supervision.field.insured", "count"),
        Field("injuries", "supervision.field.injuries", "count"),
        Field("warnings", "supervision.field.warnings", "count"),
        Field("trained", "supervision.field.people", "count"),
    )
    return Sheet(name, fields, fetch)


def _incident(question: Question, incident: Incident) -> Row:
    return vars(incident) | {
        "id": incident.employer,
        "href": f"/ledger/employers/{incident.employer}",
        "industry": question.say(f"people.industry.{incident.industry}"),
    }


def _figures(figure: Figure) -> Row:
    rates = {"pass_rate": figure.pass_rate, "coverage": figure.coverage, "hours": figure.hours}
    return vars(figure) | rates
