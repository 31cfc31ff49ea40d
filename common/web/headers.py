"""What every answer carries for safety, and what is not let in."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# The pages' framework compiles its templates in the browser, hence unsafe-eval; nothing comes from elsewhere.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; connect-src 'self' ws: wss:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def as_download(name: str) -> dict[str, str]:
    """The headers of an answer that a browser saves under ``name`` and keeps nowhere else."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", "Cache-Control": "no-store"}


class Guard:
    """Adds the security headers and turns away changes asked for by pages of other sites."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if comes_from_another_site(scope) and not _open(scope):
            await PlainTextResponse("cross-site request", 403)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def open_to_other_sites(app: FastAPI, prefix: str) -> None:
    """Let pages of other sites send to the addresses under ``prefix``: for routes that heed no cookie."""
    app.state.open_prefixes = (*getattr(app.state, "open_prefixes", ()), prefix)


def _open(scope: Scope) -> bool:
    prefixes = getattr(scope["app"].state, "open_prefixes", ()) if "app" in scope else ()
    return bool(prefixes) and scope["type"] == "http" and scope["path"].startswith(prefixes)


def comes_from_another_site(scope: Scope) -> bool:
    """Whether a browser sends this on behalf of a foreign page and it would change something.

    Browsers say where a request comes from (Sec-Fetch-Site, else Origin); programs say nothing and
    carry no cookie that could be misused.
    """
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if scope["type"] == "http":
        if scope["method"] in SAFE_METHODS:
            return False
        fetch_site = headers.get("sec-fetch-site")
        if fetch_site is not None:
            return fetch_site not in ("same-origin", "none")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
