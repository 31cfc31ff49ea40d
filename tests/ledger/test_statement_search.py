"""Questions for statements: what is found holds against a plain reading of the standard over all of them."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.clock import ManualClock
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.xapi.formats import languages_wanted
from ledger.xapi.parameters import read_question
from tests.ledger.sent import ADL, statement
from tests.ledger.van import Van

STATEMENTS = "/xapi/statements"
PEOPLE = [{"mbox": f"mailto:{name}@example.com"} for name in "abc"]
VERBS = [ADL + name for name in ("completed", "passed")]
ACTIVITIES = [f"urn:x:{name}" for name in "pq"]
REGISTRATIONS = [str(uuid.UUID(int=number, version=4)) for number in range(2)]
VOIDED = ADL + "voided"


def voiding(target: str) -> dict[str, Any]:
    return statement("voided", object={"objectType": "StatementRef", "id": target})


@st.composite
def many_statements(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Statements about people, activities and one another, in any order, chains and circles among them."""
    ids = [str(uuid.UUID(int=number, version=4)) for number in range(draw(st.integers(2, 7)))]
    return [draw(a_statement(own, [other for other in ids if other != own])) for own in ids]


def with_new_ids(sent: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same statements under ids that nobody used before."""
    text = json.dumps(sent)
    for each in sent:
        text = text.replace(f'"id": "{each["id"]}"', f'"id": "{uuid.uuid4()}"')
    return json.loads(text)


@st.composite
def a_statement(draw: st.DrawFn, own: str, others: list[str]) -> dict[str, Any]:
    person, activity = st.sampled_from(PEOPLE), st.sampled_from(ACTIVITIES).map(lambda each: {"id": each})
    group = st.lists(person, min_size=1, max_size=2).map(lambda members: {"objectType": "Group", "member": members})
    refers = st.sampled_from(others or [own]).map(lambda other: {"objectType": "StatementRef", "id": other})
    inner = st.fixed_dictionaries(
        {"objectType": st.just("SubStatement"), "actor": person, "verb": st.just({"id": VERBS[0]}), "object": activity}
    )
    said = {
        "id": own,
        "actor": draw(person | group),
        "verb": {"id": draw(st.sampled_from(VERBS))},
        "object": draw(st.one_of(activity, refers, person.map(lambda each: {"objectType": "Agent", **each}), inner)),
    }
    if said["object"].get("objectType") == "StatementRef" and draw(st.booleans()):
        said["verb"] = {"id": VOIDED}
    context: dict[str, Any] = {}
    if draw(st.booleans()):
        context["registration"] = draw(st.sampled_from(REGISTRATIONS))
    if draw(st.booleans()):
        context["instructor"] = draw(person)
    if draw(st.booleans()):
        context["contextActivities"] = {"grouping": draw(activity)}
    return {**said, "context": context} if context else said


QUESTIONS = st.fixed_dictionaries(
    {},
    optional={
        "agent": st.sampled_from(PEOPLE).map(json.dumps),
        "verb": st.sampled_from([*VERBS, VOIDED]),
        "activity": st.sampled_from(ACTIVITIES),
        "registration": st.sampled_from(REGISTRATIONS),
        "related_agents": st.sampled_from(["true", "false"]),
        "related_activities": st.sampled_from(["true", "false"]),
        "ascending": st.sampled_from(["true", "false"]),
        "limit": st.sampled_from(["1", "2", "9"]),
    },
)


def wanted(sent: list[dict[str, Any]], question: dict[str, str]) -> list[str]:
    """The answer by the standard's own words, slowly."""
    by_id = {each["id"]: each for each in sent}

    def target(each: dict[str, Any]) -> dict[str, Any] | None:
        refers = each["object"].get("objectType") == "StatementRef"
        return by_id.get(each["object"]["id"]) if refers else None

    def is_met(each: dict[str, Any] | None, seen: tuple[str, ...] = ()) -> bool:
        if each is None or each["id"] in seen:
            return False
        return says(each, question) or is_met(target(each), (*seen, each["id"]))

    taken_back = {
        each["object"]["id"]
        for each in sent
        if each["verb"]["id"] == VOIDED and (to := target(each)) is not None and to["verb"]["id"] != VOIDED
    }
    found = [each["id"] for each in sent if each["id"] not in taken_back and is_met(each)]
    return found if question.get("ascending") == "true" else found[::-1]


def says(each: dict[str, Any], question: dict[str, str]) -> bool:
    people, activities = mentioned(each)
    if "agent" in question:
        related = question.get("related_agents") == "true"
        if json.loads(question["agent"])["mbox"] not in (people["any"] if related else people["direct"]):
            return False
    if "activity" in question:
        related = question.get("related_activities") == "true"
        if question["activity"] not in (activities["any"] if related else activities["direct"]):
            return False
    if question.get("verb", each["verb"]["id"]) != each["verb"]["id"]:
        return False
    registration = each.get("context", {}).get("registration")
    return question.get("registration", registration) == registration


def mentioned(each: dict[str, Any]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    def boxes(*people: dict[str, Any]) -> set[str]:
        return {one["mbox"] for person in people for one in (person, *person.get("member", [])) if "mbox" in one}

    kind = each["object"].get("objectType", "Activity")
    people, activities = boxes(each["actor"]), set()
    if kind == "Agent":
        people |= boxes(each["object"])
    if kind == "Activity":
        activities.add(each["object"]["id"])
    any_person, any_activity = set(people), set(activities)
    context = each.get("context", {})
    any_person |= boxes(*([context["instructor"]] if "instructor" in context else []))
    any_activity |= {given["id"] for given in context.get("contextActivities", {}).values()}
    if kind == "SubStatement":
        inner_people, inner_activities = mentioned(each["object"])
        any_person |= inner_people["any"]
        any_activity |= inner_activities["any"]
    return {"direct": people, "any": any_person}, {"direct": activities, "any": any_activity}


def found_by(services: LedgerServices, parameters: dict[str, str], client: Client) -> list[str]:
    """The ids of all pages."""
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        question = read_question({**parameters, **cursor}, 10, client.key)
        page, more = services.statements.search(question.query, question.limit)
        found += [json.loads(each.raw)["id"] for each in page]
        if not more:
            return found
        cursor = {"cursor": str(page[-1].stored_us)}


@given(many_statements(), st.lists(QUESTIONS, min_size=1, max_size=6), st.booleans())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_question_finds_what_the_standard_says(
    services: LedgerServices, sent: list[dict[str, Any]], questions: list[dict[str, str]], one_by_one: bool
) -> None:
    # Statements of other examples are in the store too; who reads only its own does not see them.
    client = Client(uuid.uuid4().hex, "own", "write,read-mine")
    sent = with_new_ids(sent)
    for batch in [[each] for each in sent] if one_by_one else [sent]:
        services.statements.take(batch, client, "2.0.0")
    for question in questions:
        assert found_by(services, question, client) == wanted(sent, question), question


def all_pages(van: Van, question: dict[str, str]) -> list[str]:
    found: list[str] = []
    answer = van.get(STATEMENTS, params=question).json()
    while True:
        found += [each["id"] for each in answer["statements"]]
        if not answer["more"]:
            return found
        answer = van.get(answer["more"]).json()


def test_a_long_chain_of_references_is_followed(van: Van) -> None:
    chain = [statement()]
    for _ in range(20):
        chain.append(statement("passed", object={"objectType": "StatementRef", "id": chain[-1]["id"]}))
    van.post(STATEMENTS, json=chain[::2])
    van.post(STATEMENTS, json=chain[1::2])
    assert set(all_pages(van, {"verb": ADL + "completed"})) == {each["id"] for each in chain}


def test_pages_are_right_while_others_write(van: Van, clock: ManualClock) -> None:
    first = [statement() for _ in range(25)]
    for each in first:
        clock.wind(0.001)
        van.post(STATEMENTS, json=each)
    for ascending in ("true", "false"):
        found: list[str] = []
        answer = van.get(STATEMENTS, params={"ascending": ascending}).json()
        written = []
        while answer["more"]:
            found += [each["id"] for each in answer["statements"]]
            written.append(statement())
            van.post(STATEMENTS, json=written[-1])
            answer = van.get(answer["more"]).json()
        found += [each["id"] for each in answer["statements"]]
        assert len(found) == len(set(found)), "none twice"
        before = [each["id"] for each in first]
        in_order = [each for each in found if each in before]
        assert in_order == (before if ascending == "true" else before[::-1]), "none passed over"
        if ascending == "true":
            assert {each["id"] for each in written[:-1]} <= set(found), "what came before the end is found too"


# --- formats ----------------------------------------------------------------------------------


def test_canonical_shows_what_the_ledger_knows_in_the_best_language(van: Van) -> None:
    sent = statement(
        "passed",
        context={"contextActivities": {"grouping": {"id": "urn:x:course", "definition": {"name": {"en": "Course"}}}}},
    )
    choices = [{"id": "a", "description": {"en": "Yes", "zh-CN": "是"}}]
    asked = {"interactionType": "choice", "choices": choices}
    sent["object"]["definition"] = {"name": {"zh-CN": "临时用电触电", "en-GB": "Electrocution"}, **asked}
    van.post(STATEMENTS, json=sent)
    later = {"name": {"zh-CN": "触电"}, "type": "urn:x:scenario"}
    van.post(STATEMENTS, json=statement(object={**sent["object"], "definition": later}))
    params = {"statementId": sent["id"], "format": "canonical"}
    for header, name, choice, done in (
        ("zh-CN, en;q=0.5", {"zh-CN": "触电"}, {"zh-CN": "是"}, {"zh-CN": "完成"}),
        ("en;q=0.9, zh;q=0.1", {"en-GB": "Electrocution"}, {"en": "Yes"}, {"en": "passed"}),
        ("fr", {"zh-CN": "触电"}, {"en": "Yes"}, {"zh-CN": "完成"}),
    ):
        got = van.get(STATEMENTS, params=params, headers={"Accept-Language": header}).json()
        definition = got["object"]["definition"]
        assert (definition["name"], definition["type"]) == (name, "urn:x:scenario")
        assert definition["choices"] == [{"id": "a", "description": choice}]
        assert got["verb"]["display"] == done
        assert got["context"]["contextActivities"]["grouping"][0]["definition"] == {"name": {"en": "Course"}}
    exact = van.get(STATEMENTS, params={"statementId": sent["id"]}).json()
    assert exact["object"] == sent["object"], "as it was sent"
    assert exact["context"]["contextActivities"]["grouping"] == [sent["context"]["contextActivities"]["grouping"]]


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("", []),
        ("zh-CN", ["zh-cn"]),
        ("en;q=0.5, zh-CN, fr;q=0.5", ["zh-cn", "en", "fr"]),
        ("en;q=0, zh", ["zh"]),
        ("*, en ; q=1.0", ["*", "en"]),
        (";;, q=1, en;q=x, zh;q=0.1", ["zh"]),
    ],
)
def test_the_best_language_comes_first(header: str, languages: list[str]) -> None:
    assert languages_wanted(header) == languages
