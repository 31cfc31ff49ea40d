"""A certificate on paper: PDF in Chinese and English, with a QR code that leads to its public page."""

from __future__ import annotations

import io
import json
import re
from importlib import resources
from urllib.parse import urlsplit

import segno
import typst

from common.errors import EnvironmentLacks, UsageError
from common.text import LANGS, text
from ledger.certificates.certificate import day_of
from ledger.certificates.credential import Achieved
from ledger.certificates.glyphs import typesetter_fonts, undrawable

_TEMPLATE = "certificate.typ"
_FALLBACK = ("HanaMinA", "HanaMinB", "SimSun-ExtB", "BabelStone Han", "Plangothic P1", "Plangothic P2")
"""Fonts of rare characters that a machine may have; what ours lack is looked for in them."""


class PaperLacks(EnvironmentLacks):
    """The sheet cannot be set on this machine."""


def verify_url(base: str, certificate: str) -> str:
    """The address of a certificate's public page; ``base`` is the ledger's own, as people reach it.

    Raises:
        UsageError: ``base`` is no web address.
    """
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise UsageError("certificates.paper.url_wrong", url=base)
    return f"{base.rstrip('/')}/verify/{certificate}"


def certificate_pdf(achieved: Achieved, issuer: str, base: str) -> bytes:
    """The sheet, PDF/A. Characters that our fonts lack are taken from the machine's, ``_FALLBACK`` first; what no
    font has is drawn as a box with its code, so that it can be written in by hand.

    Raises:
        UsageError: ``base`` is no web address.
        PaperLacks: the fonts cannot be read.
    """
    return sheet(achieved, issuer, base, "pdf")


def sheet(achieved: Achieved, issuer: str, base: str, form: str, ppi: float = 144) -> bytes:
    """The sheet as ``pdf`` or ``png`` (of so many pixels per inch). Raises as :func:`certificate_pdf`."""
    address = verify_url(base, achieved.id)
    inputs = {"data": json.dumps(_said(achieved, issuer), ensure_ascii=False), "qr": _qr(address)}
    template = (resources.files(__package__) / _TEMPLATE).read_bytes()
    try:
        return typst.compile(
            template, format=form, font_paths=typesetter_fonts(), sys_inputs=inputs, ppi=ppi, pdf_standards="a-2u"
        )
    except typst.TypstError as error:
        raise PaperLacks("certificates.paper.failed", why=str(error)[:200]) from error


def _said(achieved: Achieved, issuer: str) -> dict[str, object]:
    key = "certificates.paper."
    both = {name: {lang: text(key + name, lang) for lang in LANGS} for name in ("heading", "sentence")}
    facts = {
        "number": achieved.number,
        "hours": f"{achieved.hours:g}",
        "issued": day_of(achieved.issued_us),
        "expires": day_of(achieved.expires_us),
        "issuer": issuer,
    }
    return both | {
        "title": f"{text(key + 'heading', 'zh')} {achieved.number}",
        "issuer": issuer,
        "holder": _runs(achieved.holder),
        "level": dict(achieved.name),
        "facts": [
            [" ".join(text(f"{key}{name}", lang) for lang in LANGS), _runs(value)] for name, value in facts.items()
        ],
        "check": text(key + "check", "zh") + "\n" + text(key + "check", "en"),
        "fallback": list(_FALLBACK),
    }


def _runs(name: str) -> list[tuple[str, bool]]:
    """A name in pieces, and whether each can be drawn; of one that cannot, its code point."""
    lacking = undrawable(name)
    pieces = re.split(f"([{re.escape(lacking)}])", name) if lacking else [name]
    return [(f"{ord(each):04X}" if each in lacking else each, each not in lacking) for each in pieces if each]


def _qr(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=0, dark="#1d2b36", xmldecl=False)
    return drawn.getvalue().decode("utf-8")
