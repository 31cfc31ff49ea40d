"""The reference of the scenario language as a page: every key of every mapping, and every name there is.

It is made from the model, the catalogue and the registry, so it says what the program does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from common.markdown import table
from common.text import Lang, text
from scenarios.faults import shown
from scenarios.model import OneOf, Scenario
from scenarios.names import SCHEMA_MARK
from scenarios.registry import Label
from scenarios.schema.allowed import Allowed, Node
from scenarios.writing.reference_names import names_part
from scenarios.writing.words import both, key_words, limits_words, model_words

TOP = Scenario.__name__
_ONE_KEY = {each.__name__ for each in OneOf.__subclasses__()}
_PLAIN = {"string": "text", "number": "number", "integer": "whole", "boolean": "truth"}


def reference() -> str:
    """The page in Markdown, Chinese with English beside it."""
    return "\n\n".join([*_head(), *_language(), *names_part()]) + "\n"


def _head() -> Iterator[str]:
    yield f"# {_beside(both('scenarios.reference.title'))}"
    yield _lines(both("scenarios.reference.about"))
    yield f"## {_beside(both('scenarios.reference.language'))}"
    yield _lines(both("scenarios.reference.language_about"))


def _language() -> Iterator[str]:
    """A section for every model, in the order in which a file comes to them."""
    schema = Scenario.model_json_schema()
    models: dict[str, Node] = {TOP: schema, **schema["$defs"]}
    order = _in_order(models)
    used = {name: [where for holder in order for where in _uses(holder, models[holder], name)] for name in order}
    for name in order:
        yield f"### {name}"
        yield _lines(model_words(name))
        if used[name]:
            yield f"{_beside(both('scenarios.reference.used'))}: {', '.join(f'`{each}`' for each in used[name])}"
        heads = [_beside(both(f"scenarios.reference.{head}")) for head in ("key", "meaning", "value")]
        yield table(heads, _rows(name, models[name]))


def _in_order(models: dict[str, Node]) -> list[str]:
    """The models as they come up when a file is read from its top."""
    order = [TOP]
    for name in order:
        order += [each for each in dict.fromkeys(_referred(models[name]["properties"])) if each not in order]
    return order


def _referred(node: Any) -> Iterator[str]:
    """The models that a part of the schema refers to."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield _model_of(node)
        for each in node.values():
            yield from _referred(each)
    elif isinstance(node, list):
        for each in node:
            yield from _referred(each)


def _uses(holder: str, node: Node, model: str) -> Iterator[str]:
    """The keys of a model under which another stands."""
    for key, value in node["properties"].items():
        if model in _referred(value):
            yield f"{holder}.{key}"


def _rows(name: str, node: Node) -> Iterator[list[str]]:
    mapping = Allowed(name, node)
    for key, value in node["properties"].items():
        limits = limits_words(mapping, key) if name not in _ONE_KEY else None
        kind = Label(zh=_kind(value, "zh"), en=_kind(value, "en"))
        said = Label(zh=f"{kind.zh}。{limits.zh}", en=f"{kind.en}. {limits.en}") if limits else kind
        yield [f"`{key}`", _lines(key_words(name, key), "<br>"), _lines(said, "<br>")]


def _kind(node: Node, lang: Lang) -> str:
    """What kind of value a part of the schema takes."""
    branches = [branch for branch in node.get("anyOf", [node]) if branch.get("type") != "null"]
    return text("scenarios.reference.or", lang).join(dict.fromkeys(_branch_kind(branch, lang) for branch in branches))


def _branch_kind(node: Node, lang: Lang) -> str:
    if "$ref" in node:
        model = _model_of(node)
        return f"[{model}](#{model.lower()})"
    if (refers := node.get(SCHEMA_MARK)) is not None:
        return text(f"scenarios.reference.kinds.{refers}", lang)
    if "const" in node:
        return f"`{shown(node['const'])}`"
    if "enum" in node:
        return text("scenarios.reference.values.choice", lang)
    if node["type"] == "array":
        return text("scenarios.reference.values.list", lang, of=_kind(node["items"], lang))
    if node["type"] == "object":
        entries = node.get("additionalProperties") or next(iter(node["patternProperties"].values()))
        return text("scenarios.reference.values.mapping", lang, of=_kind(entries, lang))
    return text(f"scenarios.reference.values.{_PLAIN[node['type']]}", lang)


def _model_of(node: Node) -> str:
    return str(node["$ref"]).rsplit("/", 1)[1]


def _beside(label: Label) -> str:
    return f"{label.zh} {label.en}"


def _lines(label: Label, between: str = "\n\n") -> str:
    """Chinese, and English below it."""
    return f"{label.zh}{between}*{label.en}*"
