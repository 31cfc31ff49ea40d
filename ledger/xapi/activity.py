"""Activities: what a statement is most often about, and the kinds of questions among them."""

from __future__ import annotations

from typing import Any

from ledger.xapi.shape import extensions, iri, language_map, one_of, record, remembered, require, text

COMPONENTS_OF = {
    "choice": ("choices",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "matching": ("source", "target"),
    "performance": ("steps",),
    "true-false": (),
    "fill-in": (),
    "long-fill-in": (),
    "numeric": (),
    "other": (),
}
COMPONENTS = ("choices", "scale", "source", "target", "steps")
_QUESTION = ("interactionType", "correctResponsesPattern", *COMPONENTS)
_DEFINITION = {"name", "description", "type", "moreInfo", "extensions", *_QUESTION}
_ACTIVITY, _COMPONENT, _NAMED = {"objectType", "id", "definition"}, {"id", "description"}, {"id"}


def _check_activity(value: Any, where: str) -> None:
    fields = record(value, where, _ACTIVITY, _NAMED)
    require(
        fields.get("objectType", "Activity") == "Activity", f"{where}/objectType", "activity", fields.get("objectType")
    )
    iri(fields["id"], f"{where}/id")
    if "definition" in fields:
        _check_definition(fields["definition"], f"{where}/definition")


check_activity = remembered(_check_activity)
"""An activity: an id, perhaps a definition."""


def _check_definition(value: Any, where: str) -> None:
    fields = record(value, where, _DEFINITION)
    for name in ("name", "description"):
        if name in fields:
            language_map(fields[name], f"{where}/{name}")
    for name in ("type", "moreInfo"):
        if name in fields:
            iri(fields[name], f"{where}/{name}")
    if "extensions" in fields:
        extensions(fields["extensions"], f"{where}/extensions")
    if not fields.keys().isdisjoint(_QUESTION):
        _check_question(fields, where)


def _check_question(fields: dict[str, Any], where: str) -> None:
    kind = fields.get("interactionType")
    one_of(kind, f"{where}/interactionType", "interaction_type", COMPONENTS_OF)
    if "correctResponsesPattern" in fields:
        patterns = fields["correctResponsesPattern"]
        require(isinstance(patterns, list), f"{where}/correctResponsesPattern", "list", patterns)
        for place, pattern in enumerate(patterns):
            text(pattern, f"{where}/correctResponsesPattern/{place}")
    for name in COMPONENTS:
        if name in fields:
            require(name in COMPONENTS_OF[kind], f"{where}/{name}", "component_of_type", name)
            _check_components(fields[name], f"{where}/{name}")


def _check_components(value: Any, where: str) -> None:
    require(isinstance(value, list), where, "list", value)
    seen = set()
    for place, given in enumerate(value):
        fields = record(given, f"{where}/{place}", _COMPONENT, _NAMED)
        text(fields["id"], f"{where}/{place}/id")
        require(fields["id"] not in seen, f"{where}/{place}/id", "distinct", fields["id"])
        seen.add(fields["id"])
        if "description" in fields:
            language_map(fields["description"], f"{where}/{place}/description")
