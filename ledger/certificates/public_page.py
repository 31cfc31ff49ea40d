"""What everyone may ask of a certificate, without an account: is it real, whose (masked), for what, until when."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from common.errors import DataError
from common.text import Lang, text
from common.web.language import language_of, switch_url
from common.web.theme import LANGUAGE_TAG, STATIC_PATH
from common.web.throttle import Throttle
from ledger.certificates.certificate import Certificate, NoSuchCertificate, day_of
from ledger.certificates.credential import MOST_BYTES, CredentialWrong, verify
from ledger.people.sight import EVERYTHING

if TYPE_CHECKING:
    from ledger.services import LedgerServices

LOOKS_PER_QUARTER_HOUR = 300
"""Of one address: enough for a company's gate, too few to try ids out."""
_TONE = {"valid": "good", "expired": "wait", "revoked": "bad"}
_STYLE = """
.verify { max-width: 560px; margin: 0 auto; padding: 24px 16px; box-sizing: border-box; }
.verify .card, .verify .notice { box-sizing: border-box; margin: 0 0 16px; }
.verify th { text-align: left; font-weight: 400; opacity: 0.7; padding: 6px 24px 6px 0; white-space: nowrap; }
.verify td { font-weight: 600; }
.verify input { display: block; font: inherit; max-width: 100%; margin: 12px 0; }
.verify button { font: inherit; padding: 10px 28px; border-radius: 10px; cursor: pointer; }
"""
_PAGE = (
    '<!doctype html><html lang="{tag}"><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
    '<link rel="stylesheet" href="{static}/frame.css"><style>{style}</style>'
    '<div class="page-content verify"><h1 class="page-title">{title}</h1>{body}'
    '<form class="card" method="post" action="/verify" enctype="multipart/form-data"><p>{upload}</p>'
    '<input type="file" name="file" accept=".jwt,text/plain" required aria-label="{choose}"> '
    '<button type="submit">{send}</button></form>'
    '<p><a href="{other}">{language}</a></p></div></html>'
)


def create_router(services: LedgerServices) -> APIRouter:
    """The routes /verify and /ledger/api/certificates/keys for one ledger."""
    router = APIRouter(include_in_schema=False)
    throttle = Throttle(services.clock)

    @router.get("/ledger/api/certificates/keys")
    def keys() -> dict[str, Any]:
        """Every public key that ever signed a certificate (JWK set), for those who verify offline."""
        return services.certificates.keys.published()

    @router.get("/verify")
    def ask(request: Request) -> Response:
        return _page(language_of(request), "", "/verify")

    @router.get("/verify/{certificate}")
    def look(certificate: str, request: Request) -> Response:
        lang, here = language_of(request), f"/verify/{certificate}"
        if wait_s := _waits(throttle, request):
            return _too_often(lang, wait_s)
        try:
            found = services.certificates.find(certificate, EVERYTHING)
        except NoSuchCertificate as error:
            return _page(lang, _notice("bad", error.message(lang)), "/verify", 404)
        return _page(lang, _shown(services, found, lang), here)

    @router.post("/verify")
    async def check(request: Request, file: UploadFile) -> Response:
        lang = language_of(request)
        if wait_s := _waits(throttle, request):
            return _too_often(lang, wait_s)
        content = await file.read(MOST_BYTES + 1)
        try:
            found = await run_in_threadpool(_checked, services, content)
        except DataError as error:
            return _page(lang, _notice("bad", error.message(lang)), "/verify", getattr(error, "status", 400))
        return _page(lang, _notice("good", text("certificates.page.signature", lang)) + _shown(services, found, lang))

    return router


def _checked(services: LedgerServices, content: bytes) -> Certificate:
    """The certificate in a file that somebody brings, if it is one of ours."""
    try:
        token = content.decode("ascii")
    except UnicodeDecodeError as error:
        raise CredentialWrong("certificates.credential.none") from error
    said = verify(token, services.certificates.keys.all())
    return services.certificates.find(said.achieved.id, EVERYTHING)


def _waits(throttle: Throttle, request: Request) -> float:
    address = request.client.host if request.client else ""
    wait_s = throttle.wait_s({address: LOOKS_PER_QUARTER_HOUR})
    if not wait_s:
        throttle.failed(address)
    return wait_s


def _too_often(lang: Lang, wait_s: float) -> Response:
    answer = _page(lang, _notice("wait", text("certificates.page.wait", lang)), "/verify", 429)
    answer.headers["Retry-After"] = str(int(wait_s) + 1)
    return answer


def _shown(services: LedgerServices, found: Certificate, lang: Lang) -> str:
    """No more than whoever checks it needs."""
    state = found.state(services.clock.now())
    why = found.revoked_why or ""
    places = {"why": why} if state == "revoked" else {}
    facts = {
        "holder": services.certificates.holder(found) or text("certificates.page.erased", lang),
        "level": found.name[lang],
        "number": found.number,
        "issued": day_of(found.issued_us),
        "expires": day_of(found.expires_us),
    }
    rows = "".join(
        f"<tr><th scope='row'>{html.escape(text(f'certificates.page.{name}', lang))}</th>"
        f"<td>{html.escape(value)}</td></tr>"
        for name, value in facts.items()
    )
    notice = _notice(_TONE[state], text(f"certificates.page.state.{state}", lang, **places))
    return f'{notice}<div class="card"><table>{rows}</table></div>'


def _notice(kind: str, said: str) -> str:
    return f'<p class="notice notice-{kind}" role="status">{html.escape(said)}</p>'


def _page(lang: Lang, body: str, here: str = "/verify", status: int = 200) -> Response:
    other: Lang = "en" if lang == "zh" else "zh"
    words = {
        name: html.escape(text(f"certificates.page.{name}", lang)) for name in ("title", "upload", "choose", "send")
    }
    link = {"other": html.escape(switch_url(other, here)), "language": text("web.language_name", other)}
    content = _PAGE.format(style=_STYLE, tag=LANGUAGE_TAG[lang], static=STATIC_PATH, body=body, **words, **link)
    return HTMLResponse(content, status, {"Cache-Control": "no-store"})
