"""The programs' interface as a page to be read: plain HTML in the house's dress, nothing fetched from elsewhere."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from common.text import Lang, text
from common.web.language import switch_url
from common.web.theme import LANGUAGE_TAG, STATIC_PATH
from ledger.operation.interface import interface

PATH = "/ledger/api/docs"
_METHODS = ("get", "put", "post", "delete")
_STYLE = """
.interface { max-width: 1000px; margin: 0 auto; padding: 24px 16px; box-sizing: border-box; }
.interface h2 { margin: 32px 0 8px; }
.interface .card { margin: 0 0 8px; padding: 12px 20px; box-sizing: border-box; }
.interface summary { cursor: pointer; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
.interface .method { font-weight: 700; min-width: 64px; }
.interface code { font-size: 0.95em; overflow-wrap: anywhere; }
.interface table { border-collapse: collapse; width: 100%; margin: 4px 0 12px; }
.interface td { padding: 6px 16px 6px 0; vertical-align: top; overflow-wrap: anywhere; }
.interface td:first-child { width: 34%; }
.interface pre { overflow: auto; max-height: 360px; margin: 0; }
.interface h3 { margin: 12px 0 0; font-size: 1em; }
"""
_PAGE = (
    '<!doctype html><html lang="{tag}"><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="stylesheet" href="{static}/frame.css"><style>{style}</style>'
    '<div class="page-content interface"><h1 class="page-title">{title}</h1><p>{about}</p>'
    '<p><a href="/ledger/api/openapi.json?lang={lang}">openapi.json</a> · <a href="{other}">{language}</a></p>'
    "{body}</div></html>"
)


@cache
def interface_page(lang: Lang) -> str:
    """The whole page in ``lang``."""
    said = interface(lang)
    other: Lang = "en" if lang == "zh" else "zh"
    return _PAGE.format(
        tag=LANGUAGE_TAG[lang],
        lang=lang,
        static=STATIC_PATH,
        style=_STYLE,
        title=html.escape(said["info"]["title"]),
        about=html.escape(said["info"]["description"]),
        other=html.escape(switch_url(other, PATH)),
        language=text("web.language_name", other),
        body="".join(_groups(said, lang)),
    )


def _groups(said: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """The operations of each tag, then the schemas."""
    for tag in said["tags"]:
        yield f"<h2>{html.escape(tag['description'])}</h2>"
        for path, item in said["paths"].items():
            for method in _METHODS:
                if method in item and tag["name"] in item[method]["tags"]:
                    yield _operation(path, method, item, said, lang)
    yield f"<h2>{_word('schemas', lang)}</h2>"
    for name, schema in said["components"]["schemas"].items():
        yield f'<details class="card" id="{name}"><summary><code>{name}</code></summary>{_json(schema)}</details>'


def _operation(path: str, method: str, item: Mapping[str, Any], said: Mapping[str, Any], lang: Lang) -> str:
    operation = item[method]
    parameters = [_resolved(each, said) for each in [*item.get("parameters", []), *operation.get("parameters", [])]]
    body = _resolved(operation.get("requestBody", {}), said)
    answers = {code: _resolved(each, said) for code, each in operation["responses"].items()}
    parts = [f"<p>{html.escape(operation['description'])}</p>" if "description" in operation else ""]
    parts.append(f"<p>{_word('access', lang)}{_access(operation.get('security', said['security']), said, lang)}</p>")
    parts.append(_table("parameters", {_parameter(each, lang): _about(each) for each in parameters}, lang))
    parts.append(_table("body", {html.escape(kind): _schema(each) for kind, each in _content(body).items()}, lang))
    parts.append(_table("answers", {code: _about(each) + _kinds(each) for code, each in answers.items()}, lang))
    head = f'<span class="method">{method.upper()}</span><code>{html.escape(path)}</code>'
    summary = f"<summary>{head}<span>{html.escape(operation['summary'])}</span></summary>"
    return f'<details class="card" id="{operation["operationId"]}">{summary}{"".join(parts)}</details>'


def _table(title: str, rows: Mapping[str, str], lang: Lang) -> str:
    cells = "".join(f"<tr><td><code>{name}</code></td><td>{about}</td></tr>" for name, about in rows.items())
    return f"<h3>{_word(title, lang)}</h3><table>{cells}</table>" if rows else ""


def _parameter(parameter: Mapping[str, Any], lang: Lang) -> str:
    needed = f" · {_word('required', lang)}" if parameter.get("required") else ""
    return f"{html.escape(parameter['name'])} · {parameter['in']}{needed}"


def _about(said: Mapping[str, Any]) -> str:
    given = {**said, **next(iter(_content(said).values()), {})} if "in" in said else said
    return html.escape(given.get("description", "")) + (" " + _schema(given) if "in" in said else "")


def _kinds(answer: Mapping[str, Any]) -> str:
    return "".join(f" <code>{html.escape(kind)}</code> {_schema(each)}" for kind, each in _content(answer).items())


def _content(said: Mapping[str, Any]) -> Mapping[str, Any]:
    return said.get("content", {})


def _schema(said: Mapping[str, Any]) -> str:
    """A schema in a word or two: a link to one with a name, or what it is."""
    schema = said.get("schema", {})
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f'<a href="#{name}">{name}</a>'
    inner = [*schema.get("oneOf", []), *schema.get("anyOf", [])]
    if inner:
        return " / ".join(filter(None, (_schema({"schema": each}) for each in inner)))
    if "items" in schema:
        return f"[{_schema({'schema': schema['items']})}]"
    shown = schema.get("enum") or schema.get("pattern") or schema.get("format") or schema.get("type", "")
    return f"<code>{html.escape(' | '.join(map(str, shown)) if isinstance(shown, list) else str(shown))}</code>"


def _access(security: list[Mapping[str, Any]], said: Mapping[str, Any], lang: Lang) -> str:
    schemes = said["components"]["securitySchemes"]
    named = [schemes[name]["description"] if each else "" for each in security for name in each or [""]]
    return html.escape(" / ".join(filter(None, named)) or _word("everyone", lang))


def _resolved(value: Mapping[str, Any], said: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference to a shared part of the document stands for."""
    if "$ref" not in value:
        return value
    _, _, section, name = value["$ref"].split("/")
    return said["components"][section][name]


def _json(value: Any) -> str:
    return f"<pre>{html.escape(json.dumps(value, ensure_ascii=False, indent=2))}</pre>"


def _word(name: str, lang: Lang) -> str:
    return html.escape(text(f"operation.interface.{name}", lang))
