"""The tables of people and completions behind a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.people.learners import Learner
from ledger.supervision.records import CompletionRow, PersonRow
from ledger.supervision.sheets import After, Field, Question, Row, Sheet, keyed

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_PERSON = (
    Field("name", "ledger.column.name", "link"),
    Field("number", "people.learner.number"),
    Field("company", "supervision.field.company"),
)


def sheets(services: LedgerServices) -> list[Sheet]:
    """These tables of one ledger."""
    return [_people(services), _completions(services)]


def _people(services: LedgerServices) -> Sheet:
    def fetch(question: Question, after: After, limit: int) -> tuple[list[Row], After]:
        found = services.supervision.records.people(question.asked, question.sight, after, limit)
        people = services.learners.named({each.learner for each in found})
        rows = [_person(question, each, people) for each in found]
        return keyed(rows, [each.last for each in found], limit)

    fields = (
        *_PERSON,
        Field("completions", "ledger.column.completions", "count"),
        Field("passed", "ledger.column.passed", "count"),
        Field("hours", "ledger.column.hours", "hours"),
        Field("last", "ledger.column.last", "moment"),
    )
    return Sheet("people", fields, fetch, personal=True)


def _completions(services: LedgerServices) -> Sheet:
    def fetch(question: Question, after: After, limit: int) -> tuple[list[Row], After]:
        found = services.supervision.records.completions(question.asked, question.sight, after, limit)
        people = services.learners.named({each.completion.learner for each in found})
        rows = [_completion(question, each, people) for each in found]
        return keyed(rows, [each.last for each in found], limit)

    fields = (
        Field("ended", "ledger.column.ended", "moment"),
        *_PERSON,
        Field("scenario", "ledger.column.scenario"),
        Field("score", "ledger.column.score", "score"),
        Field("passed", "ledger.column.verdict", "verdict"),
        Field("hours", "ledger.column.hours", "hours"),
        Field("van", "ledger.column.van"),
    )
    return Sheet("completions", fields, fetch, personal=True)


def _person(question: Question, row: PersonRow, people: dict[str, Learner]) -> Row:
    return _who(question, row.learner, row.employer_name, people) | {
        "id": row.learner,
        "href": f"/ledger/supervision/completions?{question.asked.query(learner=row.learner)}",
        "completions": row.completions,
        "passed": row.passed,
        "hours": row.hours,
        "last": row.last[0],
    }


def _completion(question: Question, row: CompletionRow, people: dict[str, Learner]) -> Row:
    done = row.completion
    return _who(question, done.learner, row.employer_name, people) | {
        "id": done.id,
        "href": f"/ledger/completions/{done.id}",
        "ended": done.ended_us,
        "scenario": done.title[question.lang],
        "score": done.score,
        "passed": done.passed,
        "hours": done.hours,
        "van": done.van,
    }


def _who(question: Question, learner: str, company: str, people: dict[str, Learner]) -> Row:
    person = people.get(learner)
    return {
        "name": person.name if person else question.say("ledger.not_enrolled"),
        "number": person.masked_number if person else "",
        "company": company,
    }
