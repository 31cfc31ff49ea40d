"""How the classroom's phone pages are made: plain HTML from templates, quick on old phones, without scripts."""

from __future__ import annotations

import hashlib
from functools import cache, partial
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from common.text import Lang, text
from common.web.language import language_of, switch_url
from common.web.theme import LANGUAGE_TAG, STATIC_PATH
from ledger.classroom.library import GUIDE
from ledger.classroom.model import Pose

HERE = Path(__file__).parent
STATIC = HERE / "static"
HOME = "/classroom"


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(request: Request, template: str, status: int = 200, *, signed_in: bool, **shown: Any) -> Response:
    """A page of the classroom in the visitor's language; ``shown`` is what the template names."""
    lang = language_of(request)
    other: Lang = "en" if lang == "zh" else "zh"
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    frame = {
        "lang": lang,
        "tag": LANGUAGE_TAG[lang],
        "say": partial(_say, lang),
        "signed_in": signed_in,
        "path": request.url.path,
        "styles": (f"{STATIC_PATH}/frame.css", f"{HOME}/static/classroom.css?v={_digest(STATIC / 'classroom.css')}"),
        "guide_url": guide_url,
        "other_language": text("web.language_name", other),
        "other_language_url": switch_url(other, here if request.method == "GET" else HOME),
    }
    content = _templates().get_template(template).render(frame | shown)
    return HTMLResponse(content, status, {"Cache-Control": "no-store"})


def message(request: Request, said: str, status: int, *, signed_in: bool) -> Response:
    """A page that says one thing."""
    return page(request, "message.html", status, signed_in=signed_in, said=said)


def go(path: str) -> Response:
    """On to another page, which is fetched anew."""
    return RedirectResponse(path, 303, {"Cache-Control": "no-store"})


def guide_url(pose: Pose) -> str:
    """Where the guide figure in a pose is."""
    return f"{HOME}/guide/{pose}.svg?v={_digest(GUIDE / f'{pose}.svg')}"


def _say(lang: Lang, key: str, **places: object) -> str:
    return text(f"classroom.{key}", lang, **places)


@cache
def _digest(path: Path) -> str:
    """Changes with the file, so that browsers may keep what they fetched for good."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
