"""A page of a few words, for where there is no page: it needs neither session nor scripts."""

from __future__ import annotations

import html

from fastapi.responses import HTMLResponse
from starlette.requests import HTTPConnection

from common.text import Lang, text
from common.web.language import language_of
from common.web.theme import LANGUAGE_TAG, STATIC_PATH

_PAGE = (
    '<!doctype html><html lang="{tag}"><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="stylesheet" href="{static}/frame.css">'
    '<div class="page-content"><h1 class="page-title">{title}</h1><p>{said}</p><p><a href="{to}">{back}</a></p></div>'
)


def wants_page(request: HTTPConnection) -> bool:
    """Whether a person asks, not a program."""
    return "text/html" in request.headers.get("accept", "")


def plain_page(request: HTTPConnection, area: str, status: int, said: str | None = None, to: str = "/") -> HTMLResponse:
    """``title``, ``what_now`` and ``back`` of ``area`` in the visitor's language; ``said`` instead of ``what_now``."""
    lang: Lang = language_of(request)
    words = {
        "title": text(f"{area}.title", lang),
        "said": text(f"{area}.what_now", lang) if said is None else said,
        "back": text(f"{area}.back", lang),
        "to": to,
    }
    shown = {name: html.escape(word) for name, word in words.items()}
    return HTMLResponse(_PAGE.format(static=STATIC_PATH, tag=LANGUAGE_TAG[lang], **shown), status)
