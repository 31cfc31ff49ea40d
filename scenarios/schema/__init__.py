"""The JSON Schema of a scenario file, made from the model and the registry, for editors.

It completes and explains names, states and keys while a trainer writes. What it cannot say (names
that the file itself gives, rules across parts) the loader says. ``scenario.schema.json`` beside
this file is its written form, to which the files of the bank refer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.text import catalogue
from scenarios.model import OneOf, Scenario
from scenarios.names import OWN_MODEL, SCHEMA_MARK, registry_names
from scenarios.registry import Label, PropEntry, Registry, registry

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Schema:
    """The schema as plain data (JSON Schema 2020-12)."""
    known = registry()
    bare = Scenario.model_json_schema()
    definitions: dict[str, Schema] = bare.pop("$defs")
    models = {"Scenario": bare, **definitions}
    for name, model in models.items():
        _explain(name, model)
        for key, value in model.get("properties", {}).items():
            model["properties"][key] = _tidied(value)
    for one_of in OneOf.__subclasses__():
        models[one_of.__name__] |= {"minProperties": 1, "maxProperties": 1}
    for (name, key), labels in choice_labels(known).items():
        _describe_choices(models[name], key, labels)
    looks = [_looks(name, entry) for name, entry in known.props.items()]
    models["Prop"]["allOf"] = models["Carried"]["allOf"] = looks
    models["Actor"]["allOf"] = looks + [
        _when("character", name, {"variant": _enum(entry.variant_labels)}, []) for name, entry in known.people.items()
    ]
    names = {f"names-{kind}": _enum(registry_labels(known, kind)) for kind in registry_names(known)}
    return {"$schema": DIALECT, **bare, "$defs": {**definitions, **names}}


def _explain(name: str, model: Schema) -> None:
    """Put our words in both languages in the place of the model's titles."""
    model.pop("title", None)
    model["description"] = _words(f"language.{name}.about")
    for key, value in model.get("properties", {}).items():
        value.pop("title", None)
        if f"language.{name}.{key}" in catalogue():
            value["description"] = _words(f"language.{name}.{key}")


def _words(key: str) -> str:
    entry = catalogue()[key]
    return f"{entry['zh']}\n{entry['en']}"


def _tidied(node: Any) -> Any:
    """Without nulls, which no key needs, and with names of the registry as references to their lists."""
    if isinstance(node, list):
        return [_tidied(each) for each in node]
    if not isinstance(node, dict):
        return node
    kind = node.get(SCHEMA_MARK)
    if kind is not None:
        node = {key: value for key, value in node.items() if key != SCHEMA_MARK}
        if kind in registry_names(registry()):
            listed = {"$ref": f"#/$defs/names-{kind}"}
            own = {"type": "string", "pattern": OWN_MODEL}
            choice = {"anyOf": [listed, own]} if kind == "prop" else listed
            return choice | {k: node[k] for k in ("description",) if k in node}
    if "anyOf" in node:
        branches = [each for each in node["anyOf"] if each != {"type": "null"}]
        if len(branches) < len(node["anyOf"]):
            rest = {key: value for key, value in node.items() if key not in ("anyOf", "default")}
            return _tidied({**branches[0], **rest} if len(branches) == 1 else {**rest, "anyOf": branches})
    return {key: _tidied(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}


def choice_labels(known: Registry) -> dict[tuple[str, str], Mapping[str, Label]]:
    """What the choices mean that the model itself lists, by model and key."""
    return {
        ("Hazard", "problem"): known.problems,
        ("Hazard", "class"): known.hazard_classes,
        ("Effect", "name"): known.effects,
        ("Still", "effect"): known.effects,
    }


def registry_labels(known: Registry, kind: str) -> dict[str, Label]:
    """What the registry's names of a kind (``names.registry_names``) are called."""
    sources: dict[str, Mapping[str, Any]] = {
        "prop": known.props, "character": known.people, "pose": known.poses, "place": known.places,
        "sign": known.signs, "sound": known.sounds, "ambience": known.sounds, "standard": known.standards,
        "industry": known.industries, "accident_2025": known.accident_types_2025,
        "accident_1986": known.accident_types_1986,
    }  # fmt: skip
    return {name: sources[kind][name] for name in registry_names(known)[kind]}


def _enum(labels: Mapping[str, Any]) -> Schema:
    """A choice of names, each with its label in both languages."""
    return {"enum": list(labels), "enumDescriptions": [f"{label.zh} / {label.en}" for label in labels.values()]}


def _describe_choices(model: Schema, key: str, labels: Mapping[str, Label]) -> None:
    choice = model["properties"][key]
    choice["enumDescriptions"] = [f"{labels[name].zh} / {labels[name].en}" for name in choice["enum"]]


def _looks(name: str, entry: PropEntry) -> Schema:
    """What a thing may look like when it is the prop ``name``."""
    allowed = {"state": _enum(entry.state_labels)}
    if entry.variants:
        allowed["variant"] = _enum(entry.variant_entries)
    needed = ["sign"] * entry.sign
    return _when("prop", name, allowed, needed)


def _when(key: str, name: str, allowed: Schema, needed: list[str]) -> Schema:
    then: Schema = {"properties": allowed}
    if needed:
        then["required"] = needed
    return {"if": {"properties": {key: {"const": name}}, "required": [key]}, "then": then}
