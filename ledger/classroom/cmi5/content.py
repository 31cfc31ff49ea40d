"""The files of imported courses, kept apart from the site: whatever a package's scripts do, they do it as nobody.

Browsers treat these pages as if each came from a site of its own (the sandbox of Content-Security-Policy): they
are sent no cookie of this site, read none, and reach no address of it but those below ``/cmi5``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OPEN_PATH = "/cmi5/"
"""What is for units: no route below it heeds a cookie."""
_ALLOWED = (
    "allow-scripts allow-forms allow-modals allow-popups allow-downloads allow-pointer-lock allow-presentation "
    "allow-orientation-lock allow-top-navigation"
)
_HOST = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9A-Fa-f:]+\](?::\d+)?")
_UNKNOWN = "application/octet-stream"
_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".csv": "text/csv",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".ico": "image/x-icon",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".webm": "video/webm",
    ".ogv": "video/ogg",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".wasm": "application/wasm",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
"""Not asked of the operating system, which may know something else for the same ending."""


def media_type(path: str) -> str:
    """What a file is, by its ending. Without a character set: old courses say theirs themselves."""
    return _TYPES.get(PurePosixPath(path).suffix.lower(), _UNKNOWN)


def content_headers(host: str, course_origin: str | None) -> dict[str, str]:
    """The headers of a course's file that was asked for at ``host``.

    At an address of their own (``course_origin``) courses are kept apart by that, and are not put into the sandbox.
    """
    apart = course_origin is not None and host == urlsplit(course_origin).netloc
    source = f"{host}{OPEN_PATH}" if _HOST.fullmatch(host) else "'none'"
    policy = (
        f"default-src {source} data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src {source} data: blob:; "
        f"object-src 'none'; base-uri {source}; form-action {source}"
    )
    return {
        "Content-Security-Policy": policy if apart else f"sandbox {_ALLOWED}; {policy}",
        "Cache-Control": "private, max-age=86400",
        "Referrer-Policy": "no-referrer",  # the address of a launch holds the secret of its token
        "Access-Control-Allow-Origin": "*",  # the sandbox makes every page another site, for fonts and modules too
    }


class OnlyCourses:
    """At the address that is kept for courses, nothing else of the site is served: nobody logs in there by mistake."""

    def __init__(self, app: ASGIApp, course_origin: str) -> None:
        self._app = app
        self._host = urlsplit(course_origin).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        here = scope["type"] != "lifespan" and Headers(scope=scope).get("host") == self._host
        if here and not scope["path"].startswith(OPEN_PATH):
            await PlainTextResponse("only courses here", 404)(scope, receive, send)
            return
        await self._app(scope, receive, send)
