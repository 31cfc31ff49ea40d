"""The forms in which a statement is answered: exact, ids, canonical."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ledger.xapi.activity import COMPONENTS

FORMATS = ("exact", "ids", "canonical")
_WEIGHED = re.compile(r"\s*([A-Za-z0-9*-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*")
_Change = Callable[[dict[str, Any]], dict[str, Any]]


def in_lists(statement: dict[str, Any]) -> dict[str, Any]:
    """A statement whose context activities all stand in lists, as they are always answered."""
    whole = dict(statement)
    if statement["object"].get("objectType") == "SubStatement":
        whole["object"] = in_lists(statement["object"])
    context = statement.get("context", {})
    if "contextActivities" in context:
        activities = context["contextActivities"]
        lists = {kind: given if isinstance(given, list) else [given] for kind, given in activities.items()}
        whole["context"] = {**context, "contextActivities": lists}
    return whole


def only_ids(statement: dict[str, Any]) -> dict[str, Any]:
    """A statement with as little as tells people, verbs and activities apart."""
    return _changed(statement, _short_person, lambda verb: {"id": verb["id"]}, _short_activity)


def canonical(
    statement: dict[str, Any], definitions: Mapping[str, dict[str, Any]], languages: Sequence[str]
) -> dict[str, Any]:
    """A statement with the ledger's own definitions of its activities, in one language.

    Args:
        definitions: by the activities' ids.
        languages: wanted languages, the best first; without one of them any is taken.
    """

    def one_language(texts: dict[str, str]) -> dict[str, str]:
        return dict([_best(texts, languages)]) if texts else texts

    def verb(value: dict[str, Any]) -> dict[str, Any]:
        return {**value, "display": one_language(value["display"])} if "display" in value else value

    def activity(value: dict[str, Any]) -> dict[str, Any]:
        definition = definitions.get(value["id"], value.get("definition"))
        if definition is None:
            return value
        return {**value, "definition": _in_one_language(definition, one_language)}

    return _changed(statement, lambda person: person, verb, activity)


def languages_wanted(accept_language: str) -> list[str]:
    """The languages of an Accept-Language header in lower case, the best first; what is not one is passed over."""
    weighed = []
    for given in accept_language.split(","):
        found = _WEIGHED.fullmatch(given)
        if found and (weight := float(found[2] or 1)) > 0:
            weighed.append((weight, found[1].lower()))
    return [language for _, language in sorted(weighed, key=lambda each: -each[0])]


def _changed(statement: dict[str, Any], person: _Change, verb: _Change, activity: _Change) -> dict[str, Any]:
    """A statement with these changes to everyone and everything in it."""
    changed = {**statement, "actor": person(statement["actor"]), "verb": verb(statement["verb"])}
    target = statement["object"]
    kind = target.get("objectType", "Activity")
    if kind == "Activity":
        changed["object"] = activity(target)
    elif kind in ("Agent", "Group"):
        changed["object"] = person(target)
    elif kind == "SubStatement":
        changed["object"] = _changed(target, person, verb, activity)
    if "context" in statement:
        changed["context"] = _changed_context(statement["context"], person, activity)
    return changed


def _changed_context(context: dict[str, Any], person: _Change, activity: _Change) -> dict[str, Any]:
    changed = dict(context)
    for name in ("instructor", "team"):
        if name in context:
            changed[name] = person(context[name])
    for name, single in (("contextAgents", "agent"), ("contextGroups", "group")):
        if name in context:
            changed[name] = [{**given, single: person(given[single])} for given in context[name]]
    if "contextActivities" in context:
        activities = in_lists({"object": {}, "context": context})["context"]["contextActivities"]
        changed["contextActivities"] = {kind: [activity(each) for each in given] for kind, given in activities.items()}
    return changed


def _short_person(person: dict[str, Any]) -> dict[str, Any]:
    identified = any(name in person for name in ("mbox", "mbox_sha1sum", "openid", "account"))
    left_out = {"name", "member"} if identified else {"name"}
    short = {name: value for name, value in person.items() if name not in left_out}
    if "member" in short:
        short["member"] = [_short_person(member) for member in short["member"]]
    return short


def _short_activity(activity: dict[str, Any]) -> dict[str, Any]:
    return {"id": activity["id"]}


def _in_one_language(
    definition: dict[str, Any], one_language: Callable[[dict[str, str]], dict[str, str]]
) -> dict[str, Any]:
    short = dict(definition)
    for name in ("name", "description"):
        if name in definition:
            short[name] = one_language(definition[name])
    for name in COMPONENTS:
        if name in definition:
            short[name] = [
                {**each, "description": one_language(each["description"])} if "description" in each else each
                for each in definition[name]
            ]
    return short


def _best(texts: dict[str, str], languages: Sequence[str]) -> tuple[str, str]:
    """The text that suits best: a language itself, one of its variants, then whatever comes first."""
    by_tag = {tag.lower(): (tag, given) for tag, given in texts.items()}
    for language in languages:
        if language in by_tag:
            return by_tag[language]
        base = language.partition("-")[0]
        for tag, found in by_tag.items():
            if tag.partition("-")[0] == base:
                return found
    return next(iter(texts.items()))
