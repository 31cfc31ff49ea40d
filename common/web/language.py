"""Which language a visitor reads: a cookie, Chinese until they choose."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi.responses import RedirectResponse
from starlette.requests import HTTPConnection

from common.text import LANGS, Lang

COOKIE = "qianche_lang"
PATH = "/web/language"
_A_YEAR_S = 365 * 24 * 3600

router = APIRouter()


def language_of(request: HTTPConnection) -> Lang:
    """The language that this visitor chose."""
    chosen = request.cookies.get(COOKIE)
    return chosen if chosen in LANGS else "zh"


def switch_url(to: Lang, back: str) -> str:
    """The address that changes the language and leads back."""
    return f"{PATH}?{urlencode({'to': to, 'back': back})}"


def local_path(path: str) -> str:
    """``path`` if it leads to a page of this site, else the front page: nobody is sent elsewhere by a link."""
    is_local = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if is_local else "/"


@router.get(PATH, include_in_schema=False)
def switch(to: Lang, back: str = "/") -> RedirectResponse:
    """Remember the language and go back."""
    answer = RedirectResponse(local_path(back), status_code=303)
    answer.set_cookie(COOKIE, to, max_age=_A_YEAR_S, samesite="lax", httponly=True)
    return answer
