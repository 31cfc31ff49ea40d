"""What the keys of the language mean, in both languages, and the limits of their values.

The words stand in the catalogue (``common/text/language.yaml``) by model and key, the limits in the model
itself; editors, the trainer's bench and the reference all speak from here.
"""

from __future__ import annotations

from common.text import LANGS, Lang, catalogue, text
from scenarios.faults import shown
from scenarios.names import SCHEMA_MARK
from scenarios.registry import Label
from scenarios.schema.allowed import Allowed, Node

MOST_CHOICES = 20
"""A choice of more than that is not told in a row."""
_SEPARATOR: dict[Lang, str] = {"zh": "、", "en": ", "}


def both(key: str, **places: object) -> Label:
    """A text of the catalogue in both languages."""
    return Label(**{lang: text(key, lang, **places) for lang in LANGS})


def joined(*parts: Label | None) -> Label:
    """Sentences one after the other."""
    found = [part for part in parts if part is not None]
    return Label(zh="".join(part.zh for part in found), en=" ".join(part.en for part in found))


def model_words(model: str) -> Label:
    """What a mapping of the language is."""
    return Label.model_validate(catalogue()[f"language.{model}.about"])


def key_words(model: str, key: str) -> Label:
    """What a key of a mapping is for."""
    return Label.model_validate(catalogue()[f"language.{model}.{key}"])


def limits_words(mapping: Allowed, key: str) -> Label | None:
    """Whether a key of a mapping is needed, and what its value may be; None where there is nothing to say."""
    node = mapping.node["properties"][key]
    sentences = {lang: [*_need(mapping, key, node, lang), *_limits(node, lang)] for lang in LANGS}
    if not sentences["zh"]:
        return None
    return Label(zh="".join(sentences["zh"]), en=" ".join(sentences["en"]))


def _need(mapping: Allowed, key: str, node: Node, lang: Lang) -> list[str]:
    if key in mapping.node.get("required", ()):
        return [text("scenarios.writing.required", lang)]
    default = node.get("default")
    return [] if default in (None, [], {}) else [text("scenarios.writing.default", lang, value=shown(default))]


def _limits(node: Node, lang: Lang) -> list[str]:
    """The limits of every kind of value that a node allows."""
    branches = [branch for branch in node.get("anyOf", [node]) if branch.get("type") != "null"]
    return [sentence for branch in branches for sentence in _branch_limits(branch, lang)]


def _branch_limits(node: Node, lang: Lang) -> list[str]:
    said = []
    if choices := node.get("enum"):
        if len(choices) <= MOST_CHOICES:
            said.append(text("scenarios.writing.choices", lang, choices=_SEPARATOR[lang].join(map(shown, choices))))
        return said
    least, most = node.get("minimum"), node.get("maximum")
    if "exclusiveMinimum" in node:
        said.append(text("scenarios.writing.above", lang, least=f"{node['exclusiveMinimum']:g}", most=f"{most:g}"))
    elif least is not None:
        said.append(text("scenarios.writing.range", lang, least=f"{least:g}", most=f"{most:g}"))
    elif "maxLength" in node and SCHEMA_MARK not in node:
        said.append(text("scenarios.writing.length", lang, most=node["maxLength"]))
    elif "maxItems" in node:
        said.append(_count(node.get("minItems", 0), node["maxItems"], lang))
    elif "maxProperties" in node:
        said.append(_count(node.get("minProperties", 0), node["maxProperties"], lang))
    return said


def _count(least: int, most: int, lang: Lang) -> str:
    if least == most:
        return text("scenarios.writing.exactly", lang, most=most)
    return text("scenarios.writing.count", lang, least=least, most=most)
